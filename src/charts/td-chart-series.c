/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-series.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
td_chart_series_keep_columns (TdChart *chart, const char *const *names, guint n)
{
  for (guint i = 0; i < n && names != NULL; i++)
    chart->column_names[i] = td_chart_keep_name (chart, names[i]);
}

void
td_chart_series_keep (TdChart *chart, const TdChartSeries *series, guint n_series)
{
  for (guint row = 0; row < n_series; row++)
    {
      chart->row_names[row] = td_chart_keep_name (chart, series[row].name);
      chart->emphasis[row] = series[row].emphasis && !series[row].reference;
      chart->reference[row] = series[row].reference;
      chart->any_emphasis = chart->any_emphasis || chart->emphasis[row];
      for (guint i = 0; i < chart->n_columns && series[row].values != NULL; i++)
        td_chart_set (chart, row, i, &series[row].values[i]);
    }
}

TdChartSeriesLook
td_chart_series_get_look (const TdChart *chart, const TdChartTheme *theme, guint row)
{
  guint index = 0, n = 0;
  TdChartSeriesLook look = { .line = 2 * theme->line, .dash = TD_CHART_DASH_NONE };

  if (chart->reference[row])
    {
      look.color = theme->goal;
      look.dash = TD_CHART_DASH_FRAME;
      look.marker = TD_CHART_GLYPH_RING;
      look.line = 1.5 * theme->line;
      return look;
    }
  for (guint i = 0; i < chart->n_rows; i++)
    {
      if (chart->reference[i] || (chart->any_emphasis && !chart->emphasis[i]))
        continue;
      if (i < row)
        index++;
      n++;
    }
  look.back = chart->any_emphasis ? !chart->emphasis[row] || index >= TD_CHART_N_SERIES
                                  : n > TD_CHART_N_SERIES;
  if (look.back)
    {
      look.color = theme->context;
      look.marker = TD_CHART_GLYPH_CIRCLE;
      look.line = theme->line;
      return look;
    }
  look.color = n == 1 ? theme->accent : td_chart_style_series (theme, index);
  look.marker = td_chart_glyph_of_series (index);
  look.dash = index == 0 ? TD_CHART_DASH_NONE : TD_CHART_DASH_SERIES + index;
  return look;
}

guint *
td_chart_series_order (const TdChart *chart, const TdChartTheme *theme)
{
  guint *order = g_new0 (guint, chart->n_rows + 1);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint row = 0; row < chart->n_rows; row++)
      if (td_chart_series_get_look (chart, theme, row).back == (pass == 0))
        order[n++] = row;
  return order;
}

static void
draw_run (TdChartBuild *build, guint row, const TdChartNode *nodes, guint n,
          const TdChartSeriesLook *look, gboolean closed)
{
  g_autofree TdChartPoint *points = g_new (TdChartPoint, n);
  TdChartItem *item;

  for (guint i = 0; i < n; i++)
    points[i] = (TdChartPoint){ nodes[i].x, nodes[i].y };
  item = td_chart_scene_add_path (build->scene, points, n, look->color, look->line);
  item->dash = (guint8) look->dash;
  item->series = (int) row;
  item->closed = closed;
}

void
td_chart_series_draw (TdChartBuild *build, guint row, const TdChartNode *nodes, guint n,
                      const TdChartSeriesLook *look, double marker_size, gboolean markers,
                      gboolean closed, const int *marks)
{
  gboolean whole = closed;

  for (guint i = 0; i < n; i++)
    whole = whole && nodes[i].known;
  if (whole && n > 2)
    draw_run (build, row, nodes, n, look, TRUE);
  for (guint i = 0; i < n && !whole; i++)
    {
      guint end = i;

      if (!nodes[i].known)
        continue;
      while (end + 1 < n && nodes[end + 1].known)
        end++;
      if (end > i)
        draw_run (build, row, nodes + i, end - i + 1, look, FALSE);
      i = end;
    }
  /* A ring that is broken somewhere still joins its last node to its first. */
  if (closed && !whole && n > 2 && nodes[0].known && nodes[n - 1].known)
    {
      TdChartNode bridge[] = { nodes[n - 1], nodes[0] };

      draw_run (build, row, bridge, 2, look, FALSE);
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean alone = (i == 0 || !nodes[i - 1].known) && (i + 1 == n || !nodes[i + 1].known);

      if (nodes[i].known && (markers || alone))
        {
          TdChartItem *item = td_chart_scene_add_glyph (build->scene, look->marker, nodes[i].x,
                                                        nodes[i].y, marker_size, look->color);

          item->series = (int) row;
          item->mark = marks != NULL ? marks[i] : -1;
        }
    }
}

static void
clear_end (gpointer data)
{
  g_free (((TdChartEnd *) data)->text);
  g_free (((TdChartEnd *) data)->number);
}

GArray *
td_chart_ends_new (void)
{
  GArray *ends = g_array_new (FALSE, TRUE, sizeof (TdChartEnd));

  g_array_set_clear_func (ends, clear_end);
  return ends;
}

TdChartEnd *
td_chart_ends_add (GArray *ends, char *text, char *number, guint rank, TdChartColor color,
                   TdChartFace face)
{
  TdChartEnd end = {
    .text = text, .number = number, .rank = rank, .color = color, .face = face, .shown = TRUE
  };

  g_array_append_val (ends, end);
  return &g_array_index (ends, TdChartEnd, ends->len - 1);
}

static int
compare_by_rank (gconstpointer a, gconstpointer b)
{
  const TdChartEnd *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return (first->y > second->y) - (first->y < second->y);
}

static int
compare_by_place (gconstpointer a, gconstpointer b)
{
  const TdChartEnd *first = a, *second = b;

  if (first->y < second->y || first->y > second->y)
    return first->y < second->y ? -1 : 1;
  return (first->rank > second->rank) - (first->rank < second->rank);
}

/* Pushes what overlaps down, and what has been pushed out of the bottom up again. */
static void
spread (GArray *ends, double top, double bottom, double line)
{
  double limit = top + line / 2;

  for (guint i = 0; i < ends->len; i++)
    {
      TdChartEnd *end = &g_array_index (ends, TdChartEnd, i);

      if (!end->shown)
        continue;
      end->at = MAX (end->y, limit);
      limit = end->at + line;
    }
  limit = bottom - line / 2;
  for (guint i = ends->len; i > 0; i--)
    {
      TdChartEnd *end = &g_array_index (ends, TdChartEnd, i - 1);

      if (!end->shown)
        continue;
      end->at = MIN (end->at, limit);
      limit = end->at - line;
    }
}

/* The name takes the room that the number leaves. */
static void
draw_words (TdChartBuild *build, const TdChartEnd *end, double x, double width, gboolean left)
{
  double gap = build->theme->font_size * 0.35, number = 0;
  TdChartTextSpec name = { .face = end->face,
                           .color = end->color,
                           .x = x,
                           .y = end->at,
                           .across = left ? 1 : 0,
                           .down = 0.5,
                           .mark = -1 };
  TdChartTextSpec figure = name;
  const TdChartItem *item;

  if (end->number != NULL)
    number = td_chart_build_measure (build, end->face, end->number) + gap;
  name.width = width - number;
  figure.width = -1;
  if (end->number_first)
    name.x += left ? -number : number;
  item = td_chart_build_text (build, end->text, &name);
  if (item != NULL && !end->number_first)
    figure.x = left ? item->box.x - gap : item->box.x + item->box.width + gap;
  figure.free = TRUE;
  td_chart_build_text (build, end->number, &figure);
}

void
td_chart_ends_draw (GArray *ends, TdChartBuild *build, double top, double bottom, double x,
                    double width, gboolean left)
{
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_STRONG) * 1.02;
  guint room = (guint) MAX ((bottom - top) / line, 0);

  g_array_sort (ends, compare_by_rank);
  for (guint i = room; i < ends->len; i++)
    g_array_index (ends, TdChartEnd, i).shown = FALSE;
  g_array_sort (ends, compare_by_place);
  spread (ends, top, bottom, line);
  for (guint i = 0; i < ends->len; i++)
    {
      const TdChartEnd *end = &g_array_index (ends, TdChartEnd, i);
      double gap = build->theme->font_size * 0.35, size = build->theme->font_size * 0.55;
      double aside = end->marked ? size + gap : 0;

      if (!end->shown)
        continue;
      if (fabs (end->at - end->y) > line * 0.3)
        td_chart_scene_add_line (build->scene, end->x, end->y, left ? x + gap / 2 : x - gap / 2,
                                 end->at, build->theme->grid, build->theme->line);
      if (end->marked)
        td_chart_scene_add_glyph (build->scene, end->look.marker, x + size / 2, end->at, size,
                                  end->look.color);
      draw_words (build, end, left ? x : x + aside, width - aside, left);
    }
}

void
td_chart_series_describe (const TdChart *chart, GString *out)
{
  td_chart_add_sentence (out,
                         SAY (chart, N_ ("Lines: %u, over %u periods: %s to %s."),
                              "Số đường: %u, qua %u kỳ: từ %s đến %s."),
                         chart->n_rows, chart->n_columns, chart->column_names[0],
                         chart->column_names[chart->n_columns - 1]);
  for (guint row = 0; row < chart->n_rows && row < TD_CHART_MAX_DESCRIBED; row++)
    {
      int first = -1, last = -1;
      guint missing = 0;
      g_autofree char *from = NULL, *to = NULL;

      for (guint i = 0; i < chart->n_columns; i++)
        {
          if (!td_chart_get (chart, row, i)->known)
            {
              missing++;
              continue;
            }
          if (first < 0)
            first = (int) i;
          last = (int) i;
        }
      if (first < 0)
        {
          td_chart_add_sentence (out, SAY (chart, N_ ("%s: no data."), "%s: không có số liệu."),
                                 chart->row_names[row]);
          continue;
        }
      from = td_chart_dup_number (chart, td_chart_get (chart, row, (guint) first), chart->unit);
      to = td_chart_dup_number (chart, td_chart_get (chart, row, (guint) last), chart->unit);
      td_chart_add_sentence (
          out, SAY (chart, N_ ("%s: %s (%s), then %s (%s)."), "%s: từ %s (%s) đến %s (%s)."),
          chart->row_names[row], from, chart->column_names[first], to, chart->column_names[last]);
      if (missing > 0)
        td_chart_add_sentence (
            out,
            SAY (chart, N_ ("Without a figure: %u of %u periods."), "Thiếu số liệu: %u/%u kỳ."),
            missing, chart->n_columns);
    }
  td_chart_describe_others (chart, chart->n_rows, out);
}

TdChartTable *
td_chart_series_tabulate (const TdChart *chart, const char *first_header)
{
  TdChartTable *table = td_chart_table_new (1 + chart->n_rows);

  td_chart_table_set_header (table, 0, first_header, FALSE);
  for (guint row = 0; row < chart->n_rows; row++)
    td_chart_table_set_header (table, 1 + row, chart->row_names[row], TRUE);
  for (guint i = 0; i < chart->n_columns; i++)
    {
      td_chart_table_add (table, chart->column_names[i]);
      for (guint row = 0; row < chart->n_rows; row++)
        td_chart_table_take (table,
                             td_chart_dup_value (chart, td_chart_get (chart, row, i), chart->unit));
    }
  return table;
}
