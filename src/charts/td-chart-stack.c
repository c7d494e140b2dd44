/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacked bars: how many of each state, a row for each unit. Counts stand in their parts where they
 * fit; the row's total stands at its end. */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-private.h"
#include "charts/td-chart-rows.h"

typedef struct
{
  TdChartState *states; /* of parts */
  const char **totals;  /* of rows; NULL: none given */
  gboolean shares;
} Extra;

static const TdChartAxis share_axis = {
  .unit = "%", .has_from = TRUE, .from = 0, .has_to = TRUE, .to = 100
};

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  const Extra *extra = chart->extra;

  for (guint i = 0; i < chart->n_columns; i++)
    td_chart_legend_add_state (legend, extra->states[i], chart->column_names[i]);
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  td_chart_rows_measure (chart, theme, width, theme->font_size * 3.2, minimum, natural);
}

/* The length of a part: what is not known or below zero has none. */
static double
get_length (const TdChart *chart, guint row, guint column)
{
  const TdChartValue *value = td_chart_get (chart, row, column);

  return value->known ? MAX (value->number, 0) : 0;
}

static double
get_sum (const TdChart *chart, guint row)
{
  double sum = 0;

  for (guint i = 0; i < chart->n_columns; i++)
    sum += get_length (chart, row, i);
  return sum;
}

static gboolean
is_any_known (const TdChart *chart, guint row)
{
  for (guint i = 0; i < chart->n_columns; i++)
    if (td_chart_get (chart, row, i)->known)
      return TRUE;
  return FALSE;
}

/* The total in words; NULL where it could only be guessed at. (transfer full) */
static char *
dup_total (const TdChart *chart, guint row)
{
  const Extra *extra = chart->extra;
  double sum = 0;

  if (extra->totals[row] != NULL)
    return g_strdup (extra->totals[row]);
  if (!is_any_known (chart, row))
    return g_strdup (td_chart_say_state (chart->head.words, TD_CHART_STATE_MISSING));
  for (guint i = 0; i < chart->n_columns; i++)
    {
      const TdChartValue *value = td_chart_get (chart, row, i);

      /* Sums of whole numbers below 2^53 are exact; others are for exact arithmetic to make. */
      if (value->known
          && (fabs (value->number) > 9e15 || fabs (trunc (value->number) - value->number) > 0))
        return NULL;
      sum += value->known ? value->number : 0;
    }
  return td_chart_dup_plain (chart, sum, NULL);
}

static void
draw_part (TdChartBuild *build, const TdChartRows *rows, TdChartRect box, guint index, guint column)
{
  const TdChart *chart = build->chart;
  const Extra *extra = chart->extra;
  guint row = chart->order[index];
  const TdChartValue *value = td_chart_get (chart, row, column);
  double gap = MIN (build->theme->line, box.width * 0.2), width, line;
  int mark;
  TdChartItem *item;
  g_autofree char *text = NULL;
  TdChartColor fill;

  if (!value->known)
    return;
  mark = td_chart_build_mark (build, row, column, box, (TdChartPlace){ (int) index, column });
  td_chart_build_get_mark (build, mark)->state = extra->states[column];
  td_chart_build_get_mark (build, mark)->hit =
      (TdChartRect){ box.x, rows->top + rows->pitch * index, MAX (box.width, 0.01), rows->pitch };
  if (box.width <= 0)
    return;
  /* A hair of background between neighbours; taken from the painted width only. */
  item = td_chart_scene_add_rect (build->scene,
                                  (TdChartRect){ box.x, box.y, box.width - gap, box.height },
                                  build->theme->background);
  td_chart_style_state (item, build->theme, extra->states[column]);
  item->mark = mark;
  fill = item->fill;
  text = td_chart_dup_number (chart, value, NULL);
  width = td_chart_build_measure (build, TD_CHART_FACE_SMALL, text);
  line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  /* Digits are lower than the line they stand on. */
  if (width + build->theme->font_size * 0.5 > box.width || line * 0.78 > box.height
      || rows->every > 1)
    return;
  td_chart_scene_add_rect (
      build->scene,
      (TdChartRect){ box.x + box.width / 2 - width / 2 - build->theme->font_size * 0.12,
                     box.y + box.height / 2 - MIN (line, box.height) / 2,
                     width + build->theme->font_size * 0.24, MIN (line, box.height) },
      fill);
  td_chart_build_text (build, text,
                       &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                           .color = td_chart_color_on (fill),
                                           .x = box.x + box.width / 2,
                                           .y = box.y + box.height / 2,
                                           .across = 0.5,
                                           .down = 0.5,
                                           .width = -1,
                                           .mark = mark });
}

/* Where on the axis a row is, @before of @sum through it. */
static double
get_place (const Extra *extra, double before, double sum)
{
  if (!extra->shares)
    return before;
  return sum > 0 ? MIN (before / sum, 1) * 100 : 0;
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const Extra *extra = chart->extra;
  const TdChartAxis *axis = extra->shares ? &share_axis : &chart->axis;
  double foot = MIN (td_chart_ruler_get_foot (build, axis), build->area.height / 3);
  double top = build->area.y, right = build->area.x + build->area.width, widest = 0, bottom;
  double gap = build->theme->font_size * 0.4;
  TdChartRange range = { 0 };
  TdChartRows rows;
  TdChartRuler ruler;

  td_chart_rows_init (&rows, build, top, top + build->area.height - foot, NULL);
  bottom = top + rows.pitch * chart->n_rows;
  if (rows.pitch >= 3 * build->theme->line)
    rows.thickness = MIN (rows.pitch * 0.78, build->theme->font_size * 1.5);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      g_autofree char *total = dup_total (chart, chart->order[i]);

      if (is_any_known (chart, chart->order[i]))
        td_chart_range_add (&range, get_sum (chart, chart->order[i]));
      if (total != NULL && td_chart_rows_has_words (&rows, i)
          && is_any_known (chart, chart->order[i]))
        widest = MAX (widest, td_chart_build_measure (build, td_chart_rows_get_face (&rows), total)
                                  + 2 * gap);
    }
  widest = MIN (widest, (right - rows.left) * 0.4);
  if (extra->shares)
    range = (TdChartRange){ TRUE, 0, 100 };
  td_chart_ruler_init_across (&ruler, build, &range, axis, TRUE, rows.left, right - widest);
  build->plot = (TdChartRect){ ruler.start, top, ruler.end - ruler.start, bottom - top };
  td_chart_ruler_draw_across (&ruler, build, axis, top, bottom);
  td_chart_rows_draw_names (&rows, build);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      guint row = chart->order[i];
      double sum = get_sum (chart, row), before = 0;
      gboolean known;
      double middle = td_chart_rows_get_middle (&rows, i);
      g_autofree char *total = dup_total (chart, row);

      for (guint column = 0; column < chart->n_columns; column++)
        {
          double x1 = td_chart_ruler_at (&ruler, get_place (extra, before, sum)), x2;

          before += get_length (chart, row, column);
          x2 = td_chart_ruler_at (&ruler, get_place (extra, before, sum));
          draw_part (build, &rows,
                     (TdChartRect){ x1, middle - rows.thickness / 2, x2 - x1, rows.thickness }, i,
                     column);
        }
      if (total == NULL || !td_chart_rows_has_words (&rows, i))
        continue;
      known = is_any_known (chart, row);
      td_chart_build_text (
          build, total,
          &(TdChartTextSpec){ .face = td_chart_rows_get_face (&rows),
                              .color = known ? build->theme->text : build->theme->soft,
                              .x = known ? right : rows.left + gap,
                              .y = middle,
                              .across = known ? 1 : 0,
                              .down = 0.5,
                              .width = known ? -1 : right - rows.left - gap,
                              .mark = -1 });
    }
  td_chart_ruler_draw_zero_across (&ruler, build, top, bottom);
}

static void
tell (const TdChart *chart, guint row, guint column, GString *out)
{
  g_autofree char *total = dup_total (chart, row);

  if (total == NULL)
    return;
  g_string_append_c (out, '\n');
  g_string_append_printf (out, SAY (chart, N_ ("Total: %s"), "Tổng số: %s"), total);
}

static void
describe (const TdChart *chart, GString *out)
{
  td_chart_add_sentence (out, SAY (chart, N_ ("Rows: %u."), "Số dòng: %u."), chart->n_rows);
  for (guint column = 0; column < chart->n_columns; column++)
    {
      double sum = 0;
      gboolean whole = TRUE;
      g_autofree char *text = NULL;

      for (guint row = 0; row < chart->n_rows; row++)
        {
          double number = td_chart_get (chart, row, column)->number;

          whole = whole && fabs (number) < 1e9 && !(fabs (trunc (number) - number) > 0);
          sum += number;
        }
      if (!whole)
        continue;
      text = td_chart_dup_plain (chart, sum, NULL);
      td_chart_add_sentence (out, SAY (chart, N_ ("In all, %s: %s."), "Tổng số %s: %s."),
                             chart->column_names[column], text);
    }
  td_chart_describe_undrawn (chart, out);
  td_chart_describe_empty_rows (chart, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (2 + chart->n_columns);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  for (guint column = 0; column < chart->n_columns; column++)
    td_chart_table_set_header (table, 1 + column, chart->column_names[column], TRUE);
  td_chart_table_set_header (table, 1 + chart->n_columns, SAY (chart, N_ ("Total"), "Tổng số"),
                             TRUE);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      guint row = chart->order[i];

      td_chart_table_add (table, chart->row_names[row]);
      for (guint column = 0; column < chart->n_columns; column++)
        td_chart_table_take (table,
                             td_chart_dup_number (chart, td_chart_get (chart, row, column), NULL));
      td_chart_table_take (table, dup_total (chart, row));
    }
  return table;
}

static const TdChartKind stack_kind = {
  N_ ("Stacked bars"),
  "Biểu đồ thanh xếp chồng",
  fill_legend,
  measure,
  lay_out,
  tell,
  describe,
  tabulate,
};

TdChart *
td_chart_new_stack (const TdChartStack *data)
{
  TdChart *self;
  Extra *extra;

  g_return_val_if_fail (data != NULL && (data->rows != NULL || data->n_rows == 0), NULL);
  g_return_val_if_fail (data->parts != NULL || data->n_parts == 0, NULL);

  self = td_chart_alloc (&stack_kind, &data->head, &data->axis, data->n_rows, data->n_parts,
                         sizeof (Extra));
  if (self == NULL)
    return NULL;
  self->unit = NULL;
  extra = self->extra;
  extra->shares = data->shares;
  extra->states = td_chart_own (self, sizeof (TdChartState) * data->n_parts);
  extra->totals = td_chart_own (self, sizeof (char *) * data->n_rows);
  for (guint i = 0; i < data->n_parts; i++)
    {
      TdChartState state = data->parts[i].state;

      extra->states[i] = (guint) state < TD_CHART_N_STATES ? state : TD_CHART_STATE_MISSING;
      self->column_names[i] =
          td_chart_keep (self, data->parts[i].name != NULL
                                   ? data->parts[i].name
                                   : td_chart_say_state (self->head.words, extra->states[i]));
    }
  for (guint row = 0; row < data->n_rows; row++)
    {
      self->row_names[row] = td_chart_keep_name (self, data->rows[row].name);
      extra->totals[row] = td_chart_keep (self, data->rows[row].total);
      for (guint i = 0; i < data->n_parts && data->rows[row].counts != NULL; i++)
        td_chart_set (self, row, i, &data->rows[row].counts[i]);
    }
  return self;
}
