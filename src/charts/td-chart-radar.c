/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Radar: a unit's result by area against the median of its block. A spoke without a figure opens
 * the polygon there; nothing is drawn at the centre in its stead. Fewer than three areas make no
 * polygon.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-series.h"

/* A name around the radar has at most this many lines. */
#define NAME_LINES 3

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  for (guint row = 0; row < chart->n_rows; row++)
    {
      TdChartSeriesLook look = td_chart_series_get_look (chart, theme, row);

      if (!look.back && *chart->row_names[row] != '\0')
        td_chart_legend_add_line (legend, chart->row_names[row], look.color, look.dash, look.line,
                                  (int) look.marker);
    }
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = theme->font_size * 14;
  *natural = MIN (width * 0.8, theme->font_size * 30);
}

/* Where spoke @i goes, from the top with the clock. */
static void
get_direction (guint i, guint n, double *x, double *y)
{
  double angle = 2 * G_PI * i / n;

  *x = sin (angle);
  *y = -cos (angle);
}

/* The area's name, and why its spoke is empty, where the chart is about one unit. */
static char *
dup_spoke (const TdChart *chart, guint column)
{
  guint n = 0, own = 0;

  for (guint row = 0; row < chart->n_rows; row++)
    if (!chart->reference[row])
      {
        own = row;
        n++;
      }
  if (n != 1 || td_chart_get (chart, own, column)->known)
    return g_strdup (chart->column_names[column]);
  return g_strdup_printf (
      "%s: %s", chart->column_names[column],
      td_chart_say_state (chart->head.words, td_chart_get (chart, own, column)->state));
}

/* How wide the name of spoke @i may be. */
static double
get_name_width (const TdChartBuild *build, double dx, double names)
{
  return fabs (dx) < 0.05 ? build->area.width / 2 : names;
}

/* The largest radius that leaves room for every name around it, inside the area. */
static double
fit_radius (TdChartBuild *build, double names)
{
  const TdChart *chart = build->chart;
  double gap = build->theme->font_size * 0.5, width = build->area.width / 2;
  double height = build->area.height / 2, radius = MIN (width, height) - gap;

  for (guint i = 0; i < chart->n_columns; i++)
    {
      g_autofree char *name = dup_spoke (chart, i);
      TdChartShape shape;
      double dx, dy;

      get_direction (i, chart->n_columns, &dx, &dy);
      shape = td_chart_pen_shape (build->pen, TD_CHART_FACE_NAME, name,
                                  get_name_width (build, dx, names), NAME_LINES, PANGO_ALIGN_LEFT);
      if (fabs (dx) >= 0.05)
        radius = MIN (radius, (width - shape.width) / fabs (dx) - gap);
      if (fabs (dy) >= 0.05)
        radius = MIN (radius, (height - shape.height * (0.5 + fabs (dy) / 2)) / fabs (dy) - gap);
    }
  return radius;
}

static void
draw_names (TdChartBuild *build, double x, double y, double radius, double names)
{
  const TdChart *chart = build->chart;
  double away = radius + build->theme->font_size * 0.5;

  for (guint i = 0; i < chart->n_columns; i++)
    {
      g_autofree char *name = dup_spoke (chart, i);
      double dx, dy;

      get_direction (i, chart->n_columns, &dx, &dy);
      td_chart_build_text (build, name,
                           &(TdChartTextSpec){ .face = TD_CHART_FACE_NAME,
                                               .color = build->theme->text,
                                               .x = x + away * dx,
                                               .y = y + away * dy,
                                               .across = fabs (dx) < 0.05 ? 0.5
                                                         : dx > 0         ? 0
                                                                          : 1,
                                               .down = 0.5 - dy / 2,
                                               .width = get_name_width (build, dx, names),
                                               .lines = NAME_LINES,
                                               .free = TRUE,
                                               .mark = -1 });
    }
}

/* Rings at the ticks, their words up the first spoke. */
static void
draw_rings (TdChartBuild *build, const TdChartRuler *ruler, double x, double y)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint n = chart->n_columns, corners = n >= 3 ? n : 48;
  g_autofree TdChartPoint *points = g_new (TdChartPoint, corners);

  for (guint t = 0; t < ruler->scale.n_ticks; t++)
    {
      double radius = td_chart_ruler_at (ruler, td_chart_scale_get_tick (&ruler->scale, t));

      for (guint i = 0; i < corners; i++)
        {
          double dx, dy;

          get_direction (i, corners, &dx, &dy);
          points[i] = (TdChartPoint){ x + radius * dx, y + radius * dy };
        }
      if (radius > 0)
        td_chart_scene_add_path (build->scene, points, corners, theme->grid, theme->line)->closed =
            TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      double dx, dy;

      get_direction (i, n, &dx, &dy);
      td_chart_scene_add_line (build->scene, x, y, x + ruler->end * dx, y + ruler->end * dy,
                               theme->grid, theme->line);
    }
}

static void
draw_ring_words (TdChartBuild *build, const TdChartRuler *ruler, double x, double y)
{
  for (guint t = 1; t < ruler->scale.n_ticks; t++)
    {
      double radius = td_chart_ruler_at (ruler, td_chart_scale_get_tick (&ruler->scale, t));
      g_autofree char *text = td_chart_ruler_dup_tick (ruler, build->chart, t);

      td_chart_build_text (build, text,
                           &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                               .color = build->theme->soft,
                                               .x = x + build->theme->font_size * 0.25,
                                               .y = y - radius,
                                               .down = 0.5,
                                               .width = -1,
                                               .free = TRUE,
                                               .mark = -1 });
    }
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint n = chart->n_columns;
  double widest = 0, names, radius, x, y, size = theme->font_size * 0.55;
  g_autofree guint *order = td_chart_series_order (chart, theme);
  g_autofree TdChartNode *nodes = g_new0 (TdChartNode, (gsize) chart->n_rows * n);
  g_autofree int *marks = g_new (int, (gsize) chart->n_rows *n);
  TdChartRange range = { 0 };
  TdChartRuler ruler;
  gboolean named;

  if (!td_chart_has_numbers (chart))
    {
      td_chart_build_nothing (build);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_spoke (chart, i);

      widest = MAX (widest, td_chart_build_measure (build, TD_CHART_FACE_NAME, name));
    }
  names = MIN (MIN (widest, theme->font_size * 13), build->area.width * 0.27);
  radius = fit_radius (build, names);
  /* Too small for names around it: they are on hover. */
  named = radius >= theme->font_size * 4;
  if (!named)
    radius = MIN (build->area.width, build->area.height) / 2 - size;
  radius = MAX (radius, 1);
  x = build->area.x + build->area.width / 2;
  y = build->area.y + build->area.height / 2;
  /* Markers on the outermost ring lie inside the plot with their whole width. */
  build->plot = (TdChartRect){ x - radius - size / 2, y - radius - size / 2, 2 * radius + size,
                               2 * radius + size };

  for (gsize i = 0; i < (gsize) chart->n_rows * n; i++)
    if (chart->values[i].known)
      td_chart_range_add (&range, chart->values[i].number);
  td_chart_ruler_init_up (&ruler, build, &range, &chart->axis, TRUE, 0, radius);
  if (named)
    draw_names (build, x, y, radius, names);
  draw_rings (build, &ruler, x, y);
  for (guint row = 0; row < chart->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        TdChartNode *node = &nodes[(gsize) row * n + i];
        const TdChartValue *value = td_chart_get (chart, row, i);
        double dx, dy, at;

        get_direction (i, n, &dx, &dy);
        at = value->known ? td_chart_ruler_at (&ruler, value->number) : 0;
        node->known = value->known;
        node->x = x + at * dx;
        node->y = y + at * dy;
        marks[(gsize) row * n + i] = -1;
        if (value->known)
          marks[(gsize) row * n + i] = td_chart_build_round (
              build, row, i, node->x, node->y, size / 2, (TdChartPlace){ (int) row, i });
      }
  for (guint k = 0; k < chart->n_rows; k++)
    {
      TdChartSeriesLook look = td_chart_series_get_look (chart, theme, order[k]);
      gsize at = (gsize) order[k] * n;

      td_chart_series_draw (build, order[k], nodes + at, n, &look, size, !look.back, n >= 3,
                            marks + at);
    }
  draw_ring_words (build, &ruler, x, y);
}

static void
describe (const TdChart *chart, GString *out)
{
  td_chart_add_sentence (
      out, SAY (chart, N_ ("Compares %u over %u areas."), "So sánh %u đối tượng theo %u lĩnh vực."),
      chart->n_rows, chart->n_columns);
  /* The usual one, a unit against its block's median, is told area by area. */
  if (chart->n_rows != 2)
    {
      td_chart_describe_all_unknown (chart, out);
      return;
    }
  for (guint i = 0; i < chart->n_columns && i < TD_CHART_MAX_DESCRIBED; i++)
    {
      g_autofree char *first = td_chart_dup_number (chart, td_chart_get (chart, 0, i), chart->unit);
      g_autofree char *second =
          td_chart_dup_number (chart, td_chart_get (chart, 1, i), chart->unit);

      td_chart_add_sentence (out, "%s: %s %s, %s %s.", chart->column_names[i], chart->row_names[0],
                             first, chart->row_names[1], second);
    }
  td_chart_describe_others (chart, chart->n_columns, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  return td_chart_series_tabulate (chart, SAY (chart, N_ ("Area"), "Lĩnh vực"));
}

static const TdChartKind radar_kind = {
  N_ ("Radar chart"), "Biểu đồ mạng nhện", fill_legend, measure, lay_out, NULL, describe, tabulate,
};

TdChart *
td_chart_new_radar (const TdChartRadar *data)
{
  TdChart *self;

  g_return_val_if_fail (data != NULL && (data->series != NULL || data->n_series == 0), NULL);

  self = td_chart_alloc (&radar_kind, &data->head, &data->axis, data->n_series, data->n_areas, 0);
  if (self == NULL)
    return NULL;
  td_chart_series_keep_columns (self, data->areas, data->n_areas);
  td_chart_series_keep (self, data->series, data->n_series);
  return self;
}
