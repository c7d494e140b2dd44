/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>

#include "charts/td-chart-private.h"

/* What stands around the plot, from the top; the plot comes after the legend. */
typedef enum
{
  PIECE_TITLE,
  PIECE_SUBTITLE,
  PIECE_FILTERS,
  PIECE_LEGEND,
  PIECE_NOTES,
  PIECE_SOURCE,
  N_PIECES,
} Piece;

/* Who goes first when there is too little room for the marks. What the figures are and where they
 * come from stays longest. */
static const Piece dispensable[] = { PIECE_NOTES, PIECE_SUBTITLE, PIECE_LEGEND,
                                     PIECE_TITLE, PIECE_SOURCE,   PIECE_FILTERS };

#define PLOT_SHARE 0.4

typedef struct
{
  const TdChartTheme *theme;
  TdChartPen *pen;
  TdChartBuild *build; /* NULL: only measuring */
  double x;
  double width;
} Column;

/* One text over the whole width; returns its height. */
static double
put (Column *self, TdChartFace face, TdChartColor color, const char *text, guint lines, double y)
{
  TdChartShape shape;

  if (text == NULL || *text == '\0')
    return 0;
  shape = td_chart_pen_shape (self->pen, face, text, self->width, lines, PANGO_ALIGN_LEFT);
  if (shape.layout == NULL)
    return 0;
  if (self->build != NULL)
    td_chart_scene_add_text (self->build->scene, &shape, text, self->x, y, color, FALSE);
  return shape.height;
}

static char *
dup_filters (const TdChart *chart)
{
  if (chart->head.filters == NULL || *chart->head.filters == '\0')
    return NULL;
  return g_strdup_printf (SAY (chart, N_ ("Filtered: %s"), "Lọc theo: %s"), chart->head.filters);
}

static char *
dup_source (const TdChart *chart)
{
  gboolean source = chart->head.source != NULL && *chart->head.source != '\0';
  gboolean as_of = chart->head.as_of != NULL && *chart->head.as_of != '\0';

  if (source && as_of)
    return g_strdup_printf (
        SAY (chart, N_ ("Source: %s. As of %s."), "Nguồn: %s. Số liệu tính đến %s."),
        chart->head.source, chart->head.as_of);
  if (source)
    return g_strdup_printf (SAY (chart, N_ ("Source: %s."), "Nguồn: %s."), chart->head.source);
  if (as_of)
    return g_strdup_printf (SAY (chart, N_ ("As of %s."), "Số liệu tính đến %s."),
                            chart->head.as_of);
  return NULL;
}

static double
lay_piece (const TdChart *chart, Piece piece, const TdChartLegend *legend, Column *column, double y)
{
  const TdChartTheme *theme = column->theme;
  double gap = theme->font_size * 0.3, height = 0;

  switch (piece)
    {
    case PIECE_TITLE:
      height = put (column, TD_CHART_FACE_TITLE, theme->text, chart->head.title, 2, y);
      break;
    case PIECE_SUBTITLE:
      height = put (column, TD_CHART_FACE_NOTE, theme->soft, chart->head.subtitle, 2, y);
      break;
    case PIECE_FILTERS:
      {
        g_autofree char *filters = dup_filters (chart);

        height = put (column, TD_CHART_FACE_NOTE, theme->text, filters, 3, y);
        break;
      }
    case PIECE_LEGEND:
      height = td_chart_legend_lay_out (legend, column->build, theme, column->pen, column->x,
                                        y + gap, column->width);
      return height > 0 ? height + 2 * gap : 0;
    case PIECE_NOTES:
      for (guint i = 0; chart->head.notes != NULL && chart->head.notes[i] != NULL; i++)
        height += put (column, TD_CHART_FACE_NOTE, theme->soft, chart->head.notes[i], 4,
                       y + gap + height);
      return height > 0 ? height + gap : 0;
    case PIECE_SOURCE:
      {
        g_autofree char *source = dup_source (chart);

        height = put (column, TD_CHART_FACE_NOTE, theme->soft, source, 2, y + gap);
        return height > 0 ? height + gap : 0;
      }
    case N_PIECES:
    default:
      break;
    }
  return height;
}

double
td_chart_frame_lay_out (const TdChart *chart, TdChartBuild *build, const TdChartTheme *theme,
                        TdChartPen *pen, double width)
{
  gboolean small = chart->head.title == NULL && chart->head.source == NULL
                   && chart->head.as_of == NULL && chart->head.filters == NULL;
  double pad = theme->font_size * (small ? 0.15 : 0.6);
  Column column = { theme, pen, NULL, pad, MAX (width - 2 * pad, 1) };
  double heights[N_PIECES], sum = 0, y;
  TdChartLegend legend;

  td_chart_legend_init (&legend);
  if (chart->kind->fill_legend != NULL)
    chart->kind->fill_legend (chart, theme, column.width, &legend);
  for (guint i = 0; i < N_PIECES; i++)
    {
      heights[i] = lay_piece (chart, i, &legend, &column, 0);
      sum += heights[i];
    }
  sum += 2 * pad + (heights[PIECE_TITLE] > 0 ? theme->font_size * 0.4 : 0);
  if (build != NULL)
    {
      double height = build->scene->box.height;

      for (guint i = 0; i < G_N_ELEMENTS (dispensable) && height - sum < height * PLOT_SHARE; i++)
        {
          sum -= heights[dispensable[i]];
          heights[dispensable[i]] = 0;
        }
      pad = MIN (pad, MIN (height, width) / 8);
      column.build = build;
      column.x = pad;
      y = pad;
      for (guint i = 0; i <= PIECE_LEGEND; i++)
        if (heights[i] > 0)
          y += lay_piece (chart, i, &legend, &column, y);
      if (heights[PIECE_TITLE] > 0)
        y += theme->font_size * 0.4;
      build->area.x = pad;
      build->area.width = MAX (width - 2 * pad, 1);
      build->area.y = y;
      y = height - pad - heights[PIECE_NOTES] - heights[PIECE_SOURCE];
      build->area.height = MAX (y - build->area.y, 1);
      if (heights[PIECE_NOTES] > 0)
        y += lay_piece (chart, PIECE_NOTES, &legend, &column, y);
      if (heights[PIECE_SOURCE] > 0)
        lay_piece (chart, PIECE_SOURCE, &legend, &column, y);
      build->plot = build->area;
    }
  td_chart_legend_clear (&legend);
  return sum;
}
