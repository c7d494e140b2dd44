/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small signs that tell states and series apart without colour: a glyph each, drawn from
 * strokes (fonts lack ✓ and ☒), and a pattern each, of straight segments. Both come as plain
 * geometry, so that the screen, PDF and SVG draw the same.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-types.h"

G_BEGIN_DECLS

/**
 * TdChartGlyph:
 *
 * The glyphs of the states, in the order of TdChartState, then the markers of series.
 */
typedef enum
{
  TD_CHART_GLYPH_STATES = 0,
  TD_CHART_GLYPH_CIRCLE = TD_CHART_N_STATES,
  TD_CHART_GLYPH_SQUARE,
  TD_CHART_GLYPH_DIAMOND,
  TD_CHART_GLYPH_UP,
  TD_CHART_GLYPH_DOWN,
  TD_CHART_GLYPH_CROSS,
  TD_CHART_GLYPH_RING,
  TD_CHART_GLYPH_TICK,
  TD_CHART_GLYPH_BAR,
} TdChartGlyph;

#define TD_CHART_N_GLYPHS (TD_CHART_GLYPH_BAR + 1)

typedef enum
{
  TD_CHART_STROKE_END,    /* the last of a glyph */
  TD_CHART_STROKE_MOVE,   /* a new line starts at x, y */
  TD_CHART_STROKE_LINE,   /* on to x, y */
  TD_CHART_STROKE_CLOSE,  /* back to the line's start */
  TD_CHART_STROKE_CIRCLE, /* a circle around x, y */
  TD_CHART_STROKE_DOT,    /* the same, always filled */
} TdChartStrokeKind;

typedef struct
{
  guint8 kind; /* TdChartStrokeKind */
  float x;     /* -1 to 1, the glyph's box */
  float y;
  float radius;
} TdChartStroke;

/*
 * The strokes of a glyph, closed by END; @filled: whether its outline is filled rather than
 * drawn.
 */
const TdChartStroke *td_chart_glyph_get_strokes (TdChartGlyph glyph, gboolean *filled);

/* The marker of series @index; past the sixth all are circles. */
TdChartGlyph td_chart_glyph_of_series (guint index);

typedef enum
{
  TD_CHART_PATTERN_SOLID,      /* has data */
  TD_CHART_PATTERN_HORIZONTAL, /* none arising */
  TD_CHART_PATTERN_UP,         /* awaiting appraisal: ///  */
  TD_CHART_PATTERN_DIAGONALS,  /* not accepted: both diagonals */
  TD_CHART_PATTERN_DOTS,       /* not due yet */
  TD_CHART_PATTERN_EMPTY,      /* no data: nothing, in a dashed frame */
  TD_CHART_PATTERN_SLASH,      /* not applicable: one line through it */
  TD_CHART_PATTERN_INSET,      /* met: a second frame inside */
  TD_CHART_PATTERN_VERTICAL,   /* on track */
  TD_CHART_PATTERN_DOWN,       /* at risk: \\\ */
  TD_CHART_PATTERN_GRID,       /* behind: both straight ways */
  TD_CHART_PATTERN_DENSE,      /* overdue: close /// */
} TdChartPattern;

#define TD_CHART_N_PATTERNS (TD_CHART_PATTERN_DENSE + 1)

TdChartPattern td_chart_pattern_of_state (TdChartState state);

typedef struct
{
  double x1, y1, x2, y2;
} TdChartSegment;

/*
 * Appends the segments that make @pattern inside @rect; nothing of them lies outside. @pitch: how
 * far apart the lines of the coarse patterns are.
 */
void td_chart_pattern_append (TdChartPattern pattern, const TdChartRect *rect, double pitch,
                              GArray *segments);

/* How lines of several series differ without colour: on/off lengths in line widths, ended by 0. */
const double *td_chart_dash_of_series (guint index, guint *n);

G_END_DECLS
