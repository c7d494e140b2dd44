/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line the size of a word, for a cell of a table or beside a figure. */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-series.h"

typedef struct
{
  gboolean no_text;
} Extra;

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = theme->font_size * 1.2;
  *natural = theme->font_size * 2.2;
}

static int
find_last (const TdChart *chart)
{
  for (guint i = chart->n_columns; i > 0; i--)
    if (td_chart_get (chart, 0, i - 1)->known)
      return (int) i - 1;
  return -1;
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  const Extra *extra = chart->extra;
  guint n = chart->n_columns;
  g_autofree TdChartNode *nodes = g_new0 (TdChartNode, n);
  TdChartSeriesLook look = { theme->accent, TD_CHART_DASH_NONE, TD_CHART_GLYPH_CIRCLE,
                             1.5 * theme->line, FALSE };
  double size = MIN (theme->font_size * 0.42, build->area.height * 0.35), words = 0, pitch, start;
  double right = build->area.x + build->area.width;
  int last = find_last (chart), low = last, high = last;
  TdChartRange range = { 0 };

  if (last < 0)
    {
      td_chart_build_nothing (build);
      return;
    }
  if (!extra->no_text)
    {
      g_autofree char *text =
          td_chart_dup_number (chart, td_chart_get (chart, 0, (guint) last), chart->unit);

      words = td_chart_build_measure (build, TD_CHART_FACE_VALUE, text);
      if (words <= build->area.width * 0.6)
        td_chart_build_text (build, text,
                             &(TdChartTextSpec){ .face = TD_CHART_FACE_VALUE,
                                                 .color = theme->text,
                                                 .x = right,
                                                 .y = build->area.y + build->area.height / 2,
                                                 .across = 1,
                                                 .down = 0.5,
                                                 .width = -1,
                                                 .mark = -1 });
      else
        words = 0;
    }
  right -= words > 0 ? words + theme->font_size * 0.4 : 0;
  build->plot = (TdChartRect){ build->area.x, build->area.y, MAX (right - build->area.x, 1),
                               build->area.height };
  for (guint i = 0; i < n; i++)
    {
      const TdChartValue *value = td_chart_get (chart, 0, i);

      if (!value->known)
        continue;
      td_chart_range_add (&range, value->number);
      if (value->number < td_chart_get (chart, 0, (guint) low)->number)
        low = (int) i;
      if (value->number > td_chart_get (chart, 0, (guint) high)->number)
        high = (int) i;
    }
  if (chart->axis.from_zero)
    td_chart_range_add (&range, 0);
  start = build->plot.x + size / 2;
  pitch = n > 1 ? MAX (build->plot.width - size, 0) / (n - 1) : 0;
  if (n == 1)
    start = build->plot.x + build->plot.width / 2;
  for (guint i = 0; i < n; i++)
    {
      const TdChartValue *value = td_chart_get (chart, 0, i);
      /*
       * No axis, so no round ends: the lowest touches the bottom, and equal values lie in the
       * middle.
       */
      double share =
          range.high > range.low ? (value->number - range.low) / (range.high - range.low) : 0.5;

      nodes[i].known = value->known;
      nodes[i].x = start + pitch * i;
      nodes[i].y = build->plot.y + build->plot.height - size / 2
                   - share * MAX (build->plot.height - size, 0);
      if (value->known)
        {
          int mark = td_chart_build_round (build, 0, i, nodes[i].x, nodes[i].y,
                                           MIN (size, MAX (pitch, size * 0.4)) / 2,
                                           (TdChartPlace){ 0, i });

          td_chart_build_get_mark (build, mark)->hit =
              (TdChartRect){ nodes[i].x - MAX (pitch, size) / 2, build->plot.y, MAX (pitch, size),
                             build->plot.height };
        }
    }
  td_chart_series_draw (build, 0, nodes, n, &look, size, FALSE, FALSE, NULL);
  if (range.high > range.low)
    {
      td_chart_scene_add_glyph (build->scene, TD_CHART_GLYPH_DOWN, nodes[low].x, nodes[low].y, size,
                                theme->soft);
      td_chart_scene_add_glyph (build->scene, TD_CHART_GLYPH_UP, nodes[high].x, nodes[high].y, size,
                                theme->soft);
    }
  td_chart_scene_add_glyph (build->scene, TD_CHART_GLYPH_CIRCLE, nodes[last].x, nodes[last].y, size,
                            theme->accent);
}

static void
describe (const TdChart *chart, GString *out)
{
  td_chart_series_describe (chart, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  return td_chart_series_tabulate (chart, SAY (chart, N_ ("Period"), "Kỳ"));
}

static const TdChartKind spark_kind = {
  N_ ("Small line chart"),
  "Biểu đồ đường thu nhỏ",
  NULL,
  measure,
  lay_out,
  NULL,
  describe,
  tabulate,
  TRUE,
};

TdChart *
td_chart_new_spark (const TdChartSpark *data)
{
  TdChart *self;

  g_return_val_if_fail (data != NULL, NULL);

  self = td_chart_alloc (&spark_kind, &data->head, &data->axis, data->n_periods > 0 ? 1 : 0,
                         data->n_periods, sizeof (Extra));
  if (self == NULL)
    return NULL;
  ((Extra *) self->extra)->no_text = data->no_text;
  td_chart_series_keep_columns (self, data->periods, data->n_periods);
  td_chart_series_keep (self, &data->series, self->n_rows);
  return self;
}
