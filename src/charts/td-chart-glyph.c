/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-glyph.h"

#include <math.h>

#define MOVE(x, y)                                                                                 \
  {                                                                                                \
    TD_CHART_STROKE_MOVE, (x), (y), 0                                                              \
  }
#define LINE(x, y)                                                                                 \
  {                                                                                                \
    TD_CHART_STROKE_LINE, (x), (y), 0                                                              \
  }
#define CLOSE                                                                                      \
  {                                                                                                \
    TD_CHART_STROKE_CLOSE, 0, 0, 0                                                                 \
  }
#define CIRCLE(x, y, r)                                                                            \
  {                                                                                                \
    TD_CHART_STROKE_CIRCLE, (x), (y), (r)                                                          \
  }
#define DOT(x, y, r)                                                                               \
  {                                                                                                \
    TD_CHART_STROKE_DOT, (x), (y), (r)                                                             \
  }
#define MAX_STROKES 12

static const struct
{
  gboolean filled;
  TdChartStroke strokes[MAX_STROKES];
} glyphs[TD_CHART_N_GLYPHS] = {
  [TD_CHART_STATE_VALUE] = { TRUE, { CIRCLE (0, 0, 0.6f) } },
  [TD_CHART_STATE_NONE_ARISING] = { FALSE, { MOVE (-0.75f, 0), LINE (0.75f, 0) } },
  /* an hourglass */
  [TD_CHART_STATE_PENDING] = { FALSE,
                               { MOVE (-0.6f, -0.8f), LINE (0.6f, -0.8f), LINE (-0.6f, 0.8f),
                                 LINE (0.6f, 0.8f), CLOSE } },
  [TD_CHART_STATE_REJECTED] = { FALSE,
                                { MOVE (-0.65f, -0.65f), LINE (0.65f, 0.65f), MOVE (0.65f, -0.65f),
                                  LINE (-0.65f, 0.65f) } },
  /* a clock */
  [TD_CHART_STATE_NOT_DUE] = { FALSE,
                               { CIRCLE (0, 0, 0.8f), MOVE (0, -0.5f), LINE (0, 0.05f),
                                 LINE (0.4f, 0.25f) } },
  /* a question mark */
  [TD_CHART_STATE_MISSING] = { FALSE,
                               { MOVE (-0.45f, -0.45f), LINE (-0.32f, -0.74f), LINE (0.02f, -0.86f),
                                 LINE (0.38f, -0.7f), LINE (0.44f, -0.38f), LINE (0.22f, -0.1f),
                                 LINE (0, 0.1f), LINE (0, 0.32f), DOT (0, 0.76f, 0.16f) } },
  [TD_CHART_STATE_NOT_APPLICABLE] = { FALSE, { MOVE (-0.5f, 0.8f), LINE (0.5f, -0.8f) } },
  [TD_CHART_STATE_MET] = { FALSE,
                           { MOVE (-0.75f, 0.05f), LINE (-0.2f, 0.6f), LINE (0.8f, -0.6f) } },
  [TD_CHART_STATE_ON_TRACK] = { TRUE,
                                { MOVE (0, -0.75f), LINE (0.75f, 0.6f), LINE (-0.75f, 0.6f),
                                  CLOSE } },
  [TD_CHART_STATE_AT_RISK] = { FALSE,
                               { MOVE (0, -0.85f), LINE (0.9f, 0.75f), LINE (-0.9f, 0.75f), CLOSE,
                                 MOVE (0, -0.25f), LINE (0, 0.22f), DOT (0, 0.5f, 0.12f) } },
  [TD_CHART_STATE_BEHIND] = { TRUE,
                              { MOVE (0, 0.75f), LINE (0.75f, -0.6f), LINE (-0.75f, -0.6f),
                                CLOSE } },
  /* two exclamation marks */
  [TD_CHART_STATE_OVERDUE] = { FALSE,
                               { MOVE (-0.38f, -0.8f), LINE (-0.38f, 0.25f),
                                 DOT (-0.38f, 0.7f, 0.16f), MOVE (0.38f, -0.8f),
                                 LINE (0.38f, 0.25f), DOT (0.38f, 0.7f, 0.16f) } },

  [TD_CHART_GLYPH_CIRCLE] = { TRUE, { CIRCLE (0, 0, 0.8f) } },
  [TD_CHART_GLYPH_SQUARE] = { TRUE,
                              { MOVE (-0.7f, -0.7f), LINE (0.7f, -0.7f), LINE (0.7f, 0.7f),
                                LINE (-0.7f, 0.7f), CLOSE } },
  [TD_CHART_GLYPH_DIAMOND] = { TRUE,
                               { MOVE (0, -1), LINE (0.9f, 0), LINE (0, 1), LINE (-0.9f, 0),
                                 CLOSE } },
  [TD_CHART_GLYPH_UP] = { TRUE, { MOVE (0, -0.9f), LINE (0.9f, 0.7f), LINE (-0.9f, 0.7f), CLOSE } },
  [TD_CHART_GLYPH_DOWN] = { TRUE,
                            { MOVE (0, 0.9f), LINE (0.9f, -0.7f), LINE (-0.9f, -0.7f), CLOSE } },
  [TD_CHART_GLYPH_CROSS] = { FALSE,
                             { MOVE (-0.7f, -0.7f), LINE (0.7f, 0.7f), MOVE (0.7f, -0.7f),
                               LINE (-0.7f, 0.7f) } },
  [TD_CHART_GLYPH_RING] = { FALSE, { CIRCLE (0, 0, 0.8f) } },
  /* a goal on a bullet bar */
  [TD_CHART_GLYPH_TICK] = { FALSE, { MOVE (0, -1), LINE (0, 1) } },
  /* a bar in a legend */
  [TD_CHART_GLYPH_BAR] = { TRUE,
                           { MOVE (-1, -0.45f), LINE (1, -0.45f), LINE (1, 0.45f), LINE (-1, 0.45f),
                             CLOSE } },
};

const TdChartStroke *
td_chart_glyph_get_strokes (TdChartGlyph glyph, gboolean *filled)
{
  g_return_val_if_fail (glyph < TD_CHART_N_GLYPHS, glyphs[0].strokes);

  *filled = glyphs[glyph].filled;
  return glyphs[glyph].strokes;
}

TdChartGlyph
td_chart_glyph_of_series (guint index)
{
  static const TdChartGlyph markers[] = { TD_CHART_GLYPH_CIRCLE, TD_CHART_GLYPH_SQUARE,
                                          TD_CHART_GLYPH_UP,     TD_CHART_GLYPH_DIAMOND,
                                          TD_CHART_GLYPH_DOWN,   TD_CHART_GLYPH_CROSS };

  return index < G_N_ELEMENTS (markers) ? markers[index] : TD_CHART_GLYPH_CIRCLE;
}

TdChartPattern
td_chart_pattern_of_state (TdChartState state)
{
  switch (state)
    {
    case TD_CHART_STATE_VALUE:
      return TD_CHART_PATTERN_SOLID;
    case TD_CHART_STATE_NONE_ARISING:
      return TD_CHART_PATTERN_HORIZONTAL;
    case TD_CHART_STATE_PENDING:
      return TD_CHART_PATTERN_UP;
    case TD_CHART_STATE_REJECTED:
      return TD_CHART_PATTERN_DIAGONALS;
    case TD_CHART_STATE_NOT_DUE:
      return TD_CHART_PATTERN_DOTS;
    case TD_CHART_STATE_NOT_APPLICABLE:
      return TD_CHART_PATTERN_SLASH;
    case TD_CHART_STATE_MET:
      return TD_CHART_PATTERN_INSET;
    case TD_CHART_STATE_ON_TRACK:
      return TD_CHART_PATTERN_VERTICAL;
    case TD_CHART_STATE_AT_RISK:
      return TD_CHART_PATTERN_DOWN;
    case TD_CHART_STATE_BEHIND:
      return TD_CHART_PATTERN_GRID;
    case TD_CHART_STATE_OVERDUE:
      return TD_CHART_PATTERN_DENSE;
    case TD_CHART_STATE_MISSING:
    default:
      return TD_CHART_PATTERN_EMPTY;
    }
}

static void
add (GArray *segments, double x1, double y1, double x2, double y2)
{
  TdChartSegment segment = { x1, y1, x2, y2 };

  g_array_append_val (segments, segment);
}

/*
 * Parallel lines at 45°, cut at the rectangle's edges by arithmetic: clipping 2,000 cells would
 * cost more than drawing them. The lines are those of a grid over the whole picture, so that
 * neighbours with one pattern run on into each other.
 */
static void
add_diagonals (GArray *segments, const TdChartRect *rect, double pitch, gboolean up)
{
  double x1 = rect->x, x2 = rect->x + rect->width;
  double y1 = rect->y, y2 = rect->y + rect->height;
  /* On every line x + y (up) or x - y (down) is constant. */
  double low = up ? x1 + y1 : x1 - y2, high = up ? x2 + y2 : x2 - y1;

  for (double k = ceil (low / pitch) * pitch; k < high; k += pitch)
    {
      double from = up ? MAX (x1, k - y2) : MAX (x1, k + y1);
      double to = up ? MIN (x2, k - y1) : MIN (x2, k + y2);

      if (to > from)
        add (segments, from, up ? k - from : from - k, to, up ? k - to : to - k);
    }
}

static void
add_straight (GArray *segments, const TdChartRect *rect, double pitch, gboolean upright)
{
  double start = upright ? rect->x : rect->y;
  double length = upright ? rect->width : rect->height;
  guint n = (guint) CLAMP (round (length / pitch), 1, 10000);

  for (guint i = 0; i < n; i++)
    {
      double at = start + length * (i + 0.5) / n;

      if (upright)
        add (segments, at, rect->y, at, rect->y + rect->height);
      else
        add (segments, rect->x, at, rect->x + rect->width, at);
    }
}

static void
add_dots (GArray *segments, const TdChartRect *rect, double pitch)
{
  guint columns = (guint) CLAMP (round (rect->width / pitch), 1, 1000);
  guint rows = (guint) CLAMP (round (rect->height / pitch), 1, 1000);
  double half = MIN (pitch / 10, MIN (rect->width, rect->height) / 2);

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        double x = rect->x + rect->width * (column + 0.5) / columns;
        double y = rect->y + rect->height * (row + 0.5) / rows;

        add (segments, x - half, y, x + half, y);
      }
}

void
td_chart_pattern_append (TdChartPattern pattern, const TdChartRect *rect, double pitch,
                         GArray *segments)
{
  double x1 = rect->x, y1 = rect->y, x2 = rect->x + rect->width, y2 = rect->y + rect->height;

  if (!(rect->width > 0 && rect->height > 0))
    return;
  switch (pattern)
    {
    case TD_CHART_PATTERN_HORIZONTAL:
      add_straight (segments, rect, pitch, FALSE);
      break;
    case TD_CHART_PATTERN_VERTICAL:
      add_straight (segments, rect, pitch, TRUE);
      break;
    case TD_CHART_PATTERN_GRID:
      add_straight (segments, rect, pitch, FALSE);
      add_straight (segments, rect, pitch, TRUE);
      break;
    case TD_CHART_PATTERN_UP:
      add_diagonals (segments, rect, pitch * 1.4, TRUE);
      break;
    case TD_CHART_PATTERN_DENSE:
      add_diagonals (segments, rect, pitch * 0.7, TRUE);
      break;
    case TD_CHART_PATTERN_DOWN:
      add_diagonals (segments, rect, pitch * 1.4, FALSE);
      break;
    case TD_CHART_PATTERN_DIAGONALS:
      add_diagonals (segments, rect, pitch * 1.4, TRUE);
      add_diagonals (segments, rect, pitch * 1.4, FALSE);
      break;
    case TD_CHART_PATTERN_DOTS:
      add_dots (segments, rect, pitch);
      break;
    case TD_CHART_PATTERN_SLASH:
      add (segments, x1, y2, x2, y1);
      break;
    case TD_CHART_PATTERN_INSET:
      {
        double in = MIN (pitch / 2.5, MIN (rect->width, rect->height) / 4);

        add (segments, x1 + in, y1 + in, x2 - in, y1 + in);
        add (segments, x2 - in, y1 + in, x2 - in, y2 - in);
        add (segments, x2 - in, y2 - in, x1 + in, y2 - in);
        add (segments, x1 + in, y2 - in, x1 + in, y1 + in);
        break;
      }
    case TD_CHART_PATTERN_SOLID:
    case TD_CHART_PATTERN_EMPTY:
    default:
      break;
    }
}

const double *
td_chart_dash_of_series (guint index, guint *n)
{
  static const double dashes[][4] = { { 0 },          { 6, 2.5, 0 }, { 1.5, 2, 0 },
                                      { 9, 2, 2, 2 }, { 3.5, 2, 0 }, { 12, 3, 0 } };
  static const guint lengths[] = { 0, 2, 2, 4, 2, 2 };

  if (index >= G_N_ELEMENTS (dashes))
    index = 0;
  *n = lengths[index];
  return dashes[index];
}

G_STATIC_ASSERT (TD_CHART_GLYPH_CIRCLE == TD_CHART_N_STATES);
