/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ranks over periods: who rose, who fell. The best is at the top; a node says its rank; equal ranks
 * stand beside each other where the ranking leaves their places free, as 1, 2, 2, 4 does.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-series.h"

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
}

static double
get_last_rank (const TdChart *chart)
{
  double last = 1;

  for (gsize i = 0; i < (gsize) chart->n_rows * chart->n_columns; i++)
    if (chart->values[i].known)
      last = MAX (last, chart->values[i].number);
  return last;
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  double ranks = MIN (get_last_rank (chart), chart->n_rows * 2.0);

  *minimum = theme->font_size * (ranks * 1.3 + 2);
  *natural = theme->font_size * (ranks * 1.9 + 2);
}

typedef struct
{
  guint row;
  double rank;
} Standing;

static int
compare_standings (gconstpointer a, gconstpointer b)
{
  const Standing *first = a, *second = b;

  if (first->rank < second->rank || first->rank > second->rank)
    return first->rank < second->rank ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

/* Where each row stands in one period, in ranks: @places is by row. */
static void
place_column (const TdChart *chart, guint column, double *places)
{
  g_autoptr (GArray) standings = g_array_new (FALSE, FALSE, sizeof (Standing));

  for (guint row = 0; row < chart->n_rows; row++)
    {
      Standing standing = { row, td_chart_get (chart, row, column)->number };

      if (td_chart_get (chart, row, column)->known)
        g_array_append_val (standings, standing);
    }
  g_array_sort (standings, compare_standings);
  for (guint i = 0; i < standings->len;)
    {
      double rank = g_array_index (standings, Standing, i).rank, room, step;
      guint end = i + 1;

      while (end < standings->len && g_array_index (standings, Standing, end).rank <= rank)
        end++;
      /* The places up to the next rank, at the end of the list as many as are needed. */
      room = end < standings->len ? g_array_index (standings, Standing, end).rank - rank : end - i;
      step = end - i > 1 ? MIN (1, room / (end - i)) : 0;
      for (guint k = i; k < end; k++)
        places[g_array_index (standings, Standing, k).row] = rank + step * (k - i);
      i = end;
    }
}

/* Names beside the first and the last period, of those that have a rank there. */
static GArray *
gather_ends (TdChartBuild *build, guint column, gboolean numbers, double *widest)
{
  const TdChart *chart = build->chart;
  GArray *ends = td_chart_ends_new ();

  *widest = 0;
  for (guint row = 0; row < chart->n_rows; row++)
    {
      TdChartSeriesLook look = td_chart_series_get_look (chart, build->theme, row);
      TdChartFace face = chart->emphasis[row] ? TD_CHART_FACE_STRONG : TD_CHART_FACE_NAME;
      char *rank = NULL;
      double width = 0;

      if (!td_chart_get (chart, row, column)->known)
        continue;
      /* The rank stands beside the name where the nodes are too small for it. */
      if (!numbers)
        {
          rank = td_chart_dup_number (chart, td_chart_get (chart, row, column), NULL);
          width = td_chart_build_measure (build, face, rank) + build->theme->font_size * 0.4;
        }
      width += td_chart_build_measure (build, face, chart->row_names[row]);
      *widest = MAX (*widest, width);
      td_chart_ends_add (ends, g_strdup (chart->row_names[row]), rank, chart->emphasis[row] ? 0 : 1,
                         look.back && chart->any_emphasis ? build->theme->soft : build->theme->text,
                         face)
          ->number_first = TRUE;
    }
  return ends;
}

static void
place_ends (GArray *ends, const TdChart *chart, const TdChartNode *nodes, guint column,
            double aside)
{
  for (guint row = 0, e = 0; row < chart->n_rows && e < ends->len; row++)
    {
      const TdChartNode *node = &nodes[(gsize) row * chart->n_columns + column];

      if (!node->known)
        continue;
      g_array_index (ends, TdChartEnd, e).x = node->x + aside;
      g_array_index (ends, TdChartEnd, e++).y = node->y;
    }
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint n = chart->n_columns;
  g_autofree TdChartNode *nodes = g_new0 (TdChartNode, (gsize) chart->n_rows * n);
  g_autofree int *marks = g_new (int, (gsize) chart->n_rows *n);
  g_autofree double *places = g_new0 (double, chart->n_rows);
  g_autofree guint *order = td_chart_series_order (chart, theme);
  g_autoptr (GArray) left_ends = NULL;
  g_autoptr (GArray) right_ends = NULL;
  double left_width = 0, right_width = 0, gap = theme->font_size * 0.5,
         last = get_last_rank (chart);
  double left, right, top, bottom, pitch, down, start, size;
  gboolean numbers, both;

  if (!td_chart_has_numbers (chart))
    {
      td_chart_build_nothing (build);
      return;
    }
  both = n > 1 && build->area.width >= theme->font_size * 34;
  /* The last of equal ranks at the end of the list stand below the last rank. */
  for (guint i = 0; i < n; i++)
    {
      place_column (chart, i, places);
      for (guint row = 0; row < chart->n_rows; row++)
        if (td_chart_get (chart, row, i)->known)
          {
            nodes[(gsize) row * n + i].known = TRUE;
            nodes[(gsize) row * n + i].y = places[row];
            last = MAX (last, places[row]);
          }
    }

  /* How large a node may be follows from the heights alone, and the names' widths from that. */
  top = build->area.y;
  bottom = build->area.y + build->area.height
           - MIN (td_chart_periods_get_height (build, 0), build->area.height / 4);
  down = MIN (MAX (bottom - top, 1) / last, theme->font_size * 2.4);
  bottom = top + down * last;
  size = MIN (down * 0.85, theme->font_size * 1.6);
  numbers = size >= td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) * 0.95
            && build->area.width / n > size * 3;
  left_ends = gather_ends (build, 0, numbers, &left_width);
  right_ends = gather_ends (build, n - 1, numbers, &right_width);
  left_width = both ? MIN (left_width, build->area.width * 0.28) : 0;
  right_width = MIN (right_width, build->area.width * (both ? 0.28 : 0.45));

  left = build->area.x + (left_width > 0 ? left_width + 2 * gap : 0);
  right = build->area.x + build->area.width - (right_width > 0 ? right_width + 2 * gap : 0);
  right = MAX (right, left + 1);
  size = MIN (size, MAX ((right - left) / n * 0.6, theme->font_size * 0.3));
  if (n == 1)
    right = left + size;
  /* Nodes at the edges lie inside the plot with their whole width. */
  start = n > 1 ? left + size / 2 : (left + right) / 2;
  pitch = n > 1 ? MAX ((right - left - size) / (n - 1), 0) : 0;
  build->plot = (TdChartRect){ left, top, right - left, bottom - top };

  for (guint i = 0; i < n; i++)
    td_chart_scene_add_line (build->scene, td_chart_style_snap (theme, start + pitch * i), top,
                             td_chart_style_snap (theme, start + pitch * i), bottom, theme->grid,
                             theme->line);
  td_chart_periods_draw (build, start, pitch, bottom);
  for (guint row = 0; row < chart->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        TdChartNode *node = &nodes[(gsize) row * n + i];

        marks[(gsize) row * n + i] = -1;
        if (!node->known)
          continue;
        node->x = start + pitch * i;
        node->y = top + down * (node->y - 0.5);
        marks[(gsize) row * n + i] = td_chart_build_round (
            build, row, i, node->x, node->y, size / 2, (TdChartPlace){ (int) row, i });
      }
  for (guint k = 0; k < chart->n_rows; k++)
    {
      TdChartSeriesLook look = td_chart_series_get_look (chart, theme, order[k]);
      gsize at = (gsize) order[k] * n;
      gboolean hollow;

      /* Nodes of those that step back are hollow, so that their numbers are read and no more. */
      hollow = look.back && numbers;
      look.marker = hollow ? TD_CHART_GLYPH_RING : TD_CHART_GLYPH_CIRCLE;
      if (look.back && !chart->any_emphasis)
        look.line = 1.5 * theme->line;
      td_chart_series_draw (build, order[k], nodes + at, n, &look, size / 0.8, FALSE, FALSE, NULL);
      for (guint i = 0; i < n; i++)
        if (nodes[at + i].known)
          {
            TdChartItem *item;

            if (hollow)
              td_chart_scene_add_glyph (build->scene, TD_CHART_GLYPH_CIRCLE, nodes[at + i].x,
                                        nodes[at + i].y, size / 0.8, theme->background)
                  ->mark = marks[at + i];
            item = td_chart_scene_add_glyph (build->scene, look.marker, nodes[at + i].x,
                                             nodes[at + i].y, size / 0.8, look.color);
            item->mark = marks[at + i];
            if (hollow)
              item->line = theme->line;
          }
      for (guint i = 0; i < n && numbers; i++)
        {
          const TdChartNode *node = &nodes[at + i];
          g_autofree char *text = NULL;

          if (!node->known)
            continue;
          text = td_chart_dup_number (chart, td_chart_get (chart, order[k], i), NULL);
          td_chart_build_text (
              build, text,
              &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                  .color = hollow ? theme->text : td_chart_color_on (look.color),
                                  .x = node->x,
                                  .y = node->y,
                                  .across = 0.5,
                                  .down = 0.5,
                                  .width = size,
                                  .whole = TRUE,
                                  .mark = marks[at + i] });
        }
    }
  place_ends (right_ends, chart, nodes, n - 1, size / 2);
  td_chart_ends_draw (right_ends, build, top, MAX (bottom, top + down), right + gap,
                      build->area.x + build->area.width - right - gap, FALSE);
  if (both)
    {
      place_ends (left_ends, chart, nodes, 0, -size / 2);
      td_chart_ends_draw (left_ends, build, top, MAX (bottom, top + down), left - gap,
                          left - gap - build->area.x, TRUE);
    }
}

static void
describe (const TdChart *chart, GString *out)
{
  guint n = chart->n_columns, firsts = 0;
  int up = -1, down = -1;
  double rise = 0, fall = 0;

  td_chart_add_sentence (out,
                         SAY (chart, N_ ("Lines: %u, over %u periods: %s to %s."),
                              "Số đường: %u, qua %u kỳ: từ %s đến %s."),
                         chart->n_rows, n, chart->column_names[0], chart->column_names[n - 1]);
  for (guint row = 0; row < chart->n_rows; row++)
    {
      const TdChartValue *first = td_chart_get (chart, row, 0),
                         *last = td_chart_get (chart, row, n - 1);
      double change = first->number - last->number;

      if (!first->known || !last->known)
        continue;
      if (change > rise)
        {
          rise = change;
          up = (int) row;
        }
      if (-change > fall)
        {
          fall = -change;
          down = (int) row;
        }
    }
  for (guint row = 0; row < chart->n_rows && firsts < TD_CHART_MAX_DESCRIBED; row++)
    if (td_chart_get (chart, row, n - 1)->known && td_chart_get (chart, row, n - 1)->number <= 1
        && ++firsts > 0)
      td_chart_add_sentence (out,
                             SAY (chart, N_ ("First at the end: %s."), "Đứng đầu kỳ cuối: %s."),
                             chart->row_names[row]);
  if (up >= 0)
    {
      g_autofree char *from =
          td_chart_dup_number (chart, td_chart_get (chart, (guint) up, 0), NULL);
      g_autofree char *to =
          td_chart_dup_number (chart, td_chart_get (chart, (guint) up, n - 1), NULL);

      td_chart_add_sentence (out,
                             SAY (chart, N_ ("Rose most: %s, from rank %s to %s."),
                                  "Tăng hạng nhiều nhất: %s, từ hạng %s lên hạng %s."),
                             chart->row_names[up], from, to);
    }
  if (down >= 0)
    {
      g_autofree char *from =
          td_chart_dup_number (chart, td_chart_get (chart, (guint) down, 0), NULL);
      g_autofree char *to =
          td_chart_dup_number (chart, td_chart_get (chart, (guint) down, n - 1), NULL);

      td_chart_add_sentence (out,
                             SAY (chart, N_ ("Fell most: %s, from rank %s to %s."),
                                  "Giảm hạng nhiều nhất: %s, từ hạng %s xuống hạng %s."),
                             chart->row_names[down], from, to);
    }
  td_chart_describe_all_unknown (chart, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (1 + chart->n_columns);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  for (guint i = 0; i < chart->n_columns; i++)
    td_chart_table_set_header (table, 1 + i, chart->column_names[i], TRUE);
  for (guint row = 0; row < chart->n_rows; row++)
    {
      td_chart_table_add (table, chart->row_names[row]);
      for (guint i = 0; i < chart->n_columns; i++)
        td_chart_table_take (table, td_chart_dup_value (chart, td_chart_get (chart, row, i), NULL));
    }
  return table;
}

static const TdChartKind bump_kind = {
  N_ ("Rank changes"),
  "Biểu đồ thay đổi thứ hạng",
  fill_legend,
  measure,
  lay_out,
  NULL,
  describe,
  tabulate,
  TRUE,
};

TdChart *
td_chart_new_bump (const TdChartBump *data)
{
  TdChart *self;

  g_return_val_if_fail (data != NULL && (data->series != NULL || data->n_series == 0), NULL);

  self = td_chart_alloc (&bump_kind, &data->head, NULL, data->n_series, data->n_periods, 0);
  if (self == NULL)
    return NULL;
  td_chart_series_keep_columns (self, data->periods, data->n_periods);
  td_chart_series_keep (self, data->series, data->n_series);
  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    if (self->values[i].known && self->values[i].number < 1)
      self->values[i] =
          (TdChartValue){ .state = TD_CHART_STATE_MISSING, .key = self->values[i].key };
  return self;
}
