/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bullet bars: how far each target is. The bar is what is reached, in the look of how it stands;
 * the pale bar behind it runs to the goal, which is a stroke across; the triangle says where it
 * should be by now.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-private.h"
#include "charts/td-chart-rows.h"

enum
{
  VALUE,
  GOAL,
  PACE,
  N_COLUMNS,
};

static gboolean
any_known (const TdChart *chart, guint column)
{
  for (guint row = 0; row < chart->n_rows; row++)
    if (td_chart_get (chart, row, column)->known)
      return TRUE;
  return FALSE;
}

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    for (guint row = 0; row < chart->n_rows; row++)
      if (td_chart_get (chart, row, VALUE)->state == state && state != TD_CHART_STATE_VALUE
          && td_chart_get (chart, row, VALUE)->known)
        {
          td_chart_legend_add_state (legend, state, td_chart_say_state (chart->head.words, state));
          break;
        }
  if (any_known (chart, GOAL))
    td_chart_legend_add_glyph (legend, SAY (chart, N_ ("Goal"), "Mục tiêu"), TD_CHART_GLYPH_TICK,
                               theme->goal);
  if (any_known (chart, PACE))
    td_chart_legend_add_glyph (legend,
                               SAY (chart, N_ ("Expected by now"), "Tiến độ cần đạt đến nay"),
                               TD_CHART_GLYPH_UP, theme->goal);
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  td_chart_rows_measure (chart, theme, width, theme->font_size * 3.2, minimum, natural);
}

/* The goal and the pace are marks of their own, small ones over the row. */
static void
draw_goal (TdChartBuild *build, const TdChartRows *rows, const TdChartRuler *ruler, guint index)
{
  const TdChartTheme *theme = build->theme;
  guint row = build->chart->order[index];
  const TdChartValue *goal = td_chart_get (build->chart, row, GOAL);
  double middle = td_chart_rows_get_middle (rows, index), half = rows->pitch * 0.4;
  double line = MIN (2.5 * theme->line, rows->pitch / 2), x;
  int mark;

  if (!goal->known)
    return;
  x = td_chart_ruler_at (ruler, goal->number);
  mark = td_chart_build_mark (build, row, GOAL,
                              (TdChartRect){ x - line / 2, middle - half, line, 2 * half },
                              (TdChartPlace){ (int) index, 1 });
  td_chart_build_get_mark (build, mark)->hit =
      (TdChartRect){ x - theme->font_size * 0.3, middle - half, theme->font_size * 0.6, 2 * half };
  td_chart_scene_add_line (build->scene, x, middle - half, x, middle + half, theme->goal, line)
      ->mark = mark;
}

static void
draw_pace (TdChartBuild *build, const TdChartRows *rows, const TdChartRuler *ruler, guint index)
{
  const TdChartTheme *theme = build->theme;
  guint row = build->chart->order[index];
  const TdChartValue *pace = td_chart_get (build->chart, row, PACE);
  double size = MIN (theme->font_size * 0.55, rows->pitch * 0.5), x, y;
  int mark;

  if (!pace->known)
    return;
  x = td_chart_ruler_at (ruler, pace->number);
  y = td_chart_rows_get_middle (rows, index) + rows->pitch * 0.5 - size * 0.5;
  mark = td_chart_build_mark (build, row, PACE,
                              (TdChartRect){ x - size / 2, y - size / 2, size, size },
                              (TdChartPlace){ (int) index, 2 });
  td_chart_scene_add_glyph (build->scene, TD_CHART_GLYPH_UP, x, y, size, theme->goal)->mark = mark;
}

static void
draw_words (TdChartBuild *build, const TdChartRows *rows, guint index, double left, int mark)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  const TdChartValue *value = td_chart_get (chart, chart->order[index], VALUE);
  g_autofree char *text = td_chart_dup_number (chart, value, chart->unit);
  double middle = td_chart_rows_get_middle (rows, index), size = theme->font_size * 0.75;
  double right = build->area.x + build->area.width;

  if (value->state != TD_CHART_STATE_VALUE)
    td_chart_scene_add_glyph (build->scene, (TdChartGlyph) value->state, left + size / 2, middle,
                              size, value->known ? theme->text : theme->soft)
        ->mark = mark;
  td_chart_build_text (build, text,
                       &(TdChartTextSpec){ .face = td_chart_rows_get_face (rows),
                                           .color = value->known ? theme->text : theme->soft,
                                           .x = right,
                                           .y = middle,
                                           .across = 1,
                                           .down = 0.5,
                                           .width = right - left - size * 1.5,
                                           .whole = value->known,
                                           .mark = mark });
}

static void
draw_row (TdChartBuild *build, const TdChartRows *rows, const TdChartRuler *ruler, guint index,
          double words)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint row = chart->order[index];
  const TdChartValue *value = td_chart_get (chart, row, VALUE);
  const TdChartValue *goal = td_chart_get (chart, row, GOAL);
  double middle = td_chart_rows_get_middle (rows, index), zero = td_chart_ruler_at (ruler, 0);
  double end = value->known ? td_chart_ruler_at (ruler, value->number) : zero;
  double thin = rows->thickness * (rows->pitch < 3 * theme->line ? 0.8 : 0.56),
         thick = rows->thickness;
  TdChartRect box = { MIN (zero, end), middle - thin / 2, fabs (end - zero), thin };
  int mark;

  if (goal->known)
    {
      double at = td_chart_ruler_at (ruler, goal->number);

      td_chart_scene_add_rect (
          build->scene,
          (TdChartRect){ MIN (zero, at), middle - thick / 2, fabs (at - zero), thick },
          theme->grid);
    }
  mark = td_chart_build_mark (build, row, VALUE, box, (TdChartPlace){ (int) index, 0 });
  td_chart_build_get_mark (build, mark)->hit =
      (TdChartRect){ build->area.x, middle - rows->pitch / 2, build->area.width, rows->pitch };
  if (value->known)
    {
      TdChartItem *item = td_chart_scene_add_rect (build->scene, box, theme->accent);

      if (value->state != TD_CHART_STATE_VALUE)
        td_chart_style_state (item, theme, value->state);
      item->mark = mark;
    }
  if (td_chart_rows_has_words (rows, index))
    draw_words (build, rows, index, words, mark);
  draw_goal (build, rows, ruler, index);
  draw_pace (build, rows, ruler, index);
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  double foot = MIN (td_chart_ruler_get_foot (build, &chart->axis), build->area.height / 3);
  double pad = build->theme->font_size * 0.3;
  double top = build->area.y, widest = 0, right = build->area.x + build->area.width, words, bottom;
  TdChartRange range = { 0 };
  TdChartRows rows;
  TdChartRuler ruler;

  td_chart_rows_init (&rows, build, top, top + build->area.height - foot, NULL);
  bottom = top + rows.pitch * chart->n_rows;
  for (guint i = 0; i < chart->n_rows; i++)
    {
      guint row = chart->order[i];
      const TdChartValue *value = td_chart_get (chart, row, VALUE);
      g_autofree char *text = NULL;

      for (guint column = 0; column < N_COLUMNS; column++)
        if (td_chart_get (chart, row, column)->known)
          td_chart_range_add (&range, td_chart_get (chart, row, column)->number);
      if (!td_chart_rows_has_words (&rows, i))
        continue;
      text = td_chart_dup_number (chart, value, chart->unit);
      widest = MAX (widest, td_chart_build_measure (build, td_chart_rows_get_face (&rows), text));
    }
  /* The words stand in a column of their own, as the goals' strokes would run through them. */
  widest = MIN (widest + build->theme->font_size * 1.2, (right - rows.left) * 0.45);
  words = right - widest;
  td_chart_ruler_init_across (&ruler, build, &range, &chart->axis, TRUE, rows.left + pad,
                              words - build->theme->font_size * 0.8);
  /* A goal's stroke at the axis's end lies inside with its whole width. */
  build->plot =
      (TdChartRect){ ruler.start - pad, top, ruler.end - ruler.start + 2 * pad, bottom - top };
  td_chart_ruler_draw_across (&ruler, build, &chart->axis, top, bottom);
  td_chart_rows_draw_names (&rows, build);
  for (guint i = 0; i < chart->n_rows; i++)
    draw_row (build, &rows, &ruler, i, words);
  td_chart_ruler_draw_zero_across (&ruler, build, top, bottom);
}

static void
tell (const TdChart *chart, guint row, guint column, GString *out)
{
  static const guint others[N_COLUMNS][2] = { { GOAL, PACE }, { VALUE, PACE }, { VALUE, GOAL } };

  for (guint i = 0; i < 2; i++)
    {
      const TdChartValue *value = td_chart_get (chart, row, others[column][i]);
      g_autofree char *text = NULL;

      if (!value->known)
        continue;
      text = td_chart_dup_value (chart, value, chart->unit);
      g_string_append_printf (out, "\n%s: %s", chart->column_names[others[column][i]], text);
    }
}

static void
describe (const TdChart *chart, GString *out)
{
  td_chart_add_sentence (out, SAY (chart, N_ ("Rows: %u."), "Số dòng: %u."), chart->n_rows);
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    {
      guint n = 0;

      for (guint row = 0; row < chart->n_rows; row++)
        if (td_chart_get (chart, row, VALUE)->known
            && td_chart_get (chart, row, VALUE)->state == state)
          n++;
      if (n > 0 && state != TD_CHART_STATE_VALUE)
        {
          g_autofree char *name = g_strdup (td_chart_say_state (chart->head.words, state));

          td_chart_add_sentence (out, SAY (chart, N_ ("Count with “%s”: %u."), "Số mục %s: %u."),
                                 name, n);
        }
    }
  td_chart_describe_extremes (chart, VALUE, out);
  td_chart_describe_unknown (chart, VALUE, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (1 + N_COLUMNS);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  for (guint column = 0; column < N_COLUMNS; column++)
    td_chart_table_set_header (table, 1 + column, chart->column_names[column], TRUE);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      guint row = chart->order[i];

      td_chart_table_add (table, chart->row_names[row]);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          const TdChartValue *value = td_chart_get (chart, row, column);

          td_chart_table_take (table, td_chart_dup_value (chart, value, chart->unit));
        }
    }
  return table;
}

static const TdChartKind bullets_kind = {
  N_ ("Progress against goals"),
  "Biểu đồ tiến độ so với mục tiêu",
  fill_legend,
  measure,
  lay_out,
  tell,
  describe,
  tabulate,
};

TdChart *
td_chart_new_bullets (const TdChartBullets *data)
{
  TdChart *self;

  g_return_val_if_fail (data != NULL && (data->bullets != NULL || data->n_bullets == 0), NULL);

  self = td_chart_alloc (&bullets_kind, &data->head, &data->axis, data->n_bullets, N_COLUMNS, 0);
  if (self == NULL)
    return NULL;
  self->column_names[VALUE] = td_chart_keep (self, SAY (self, N_ ("Reached"), "Kết quả"));
  self->column_names[GOAL] = td_chart_keep (self, SAY (self, N_ ("Goal"), "Mục tiêu"));
  self->column_names[PACE] =
      td_chart_keep (self, SAY (self, N_ ("Expected by now"), "Tiến độ cần đạt đến nay"));
  for (guint i = 0; i < data->n_bullets; i++)
    {
      const TdChartBullet *bullet = &data->bullets[i];

      td_chart_set (self, i, VALUE, &bullet->value);
      td_chart_set (self, i, GOAL, &bullet->goal);
      td_chart_set (self, i, PACE, &bullet->pace);
      self->row_names[i] = td_chart_keep_name (self, bullet->name);
      self->row_notes[i] = td_chart_keep (self, bullet->note);
    }
  return self;
}
