/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The funnel: how many nominations are left after each stage. Widths are proportional to the
 * counts; what happened between two stages stands between them.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-private.h"
#include "charts/td-chart-rows.h"

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = chart->n_rows * theme->font_size * 1.4;
  *natural = chart->n_rows * theme->font_size * 3.4;
}

static double
get_width (const TdChart *chart, guint row)
{
  const TdChartValue *value = td_chart_get (chart, row, 0);

  return value->known ? MAX (value->number, 0) : 0;
}

/* The slope from one stage to the next: pale, so that the eye follows it and does not count it. */
static void
draw_slope (TdChartBuild *build, double x, double half, double y, double next_half, double next_y)
{
  TdChartPoint points[] = {
    { x - half, y }, { x + half, y }, { x + next_half, next_y }, { x - next_half, next_y }
  };
  TdChartItem *item =
      td_chart_scene_add_path (build->scene, points, 4, build->theme->grid, build->theme->line);

  item->stroked = FALSE;
  item->filled = item->closed = TRUE;
  item->fill = build->theme->grid;
}

/* Stages lower than a line of text have their numbers in a column at the right. */
static gboolean
is_low (TdChartBuild *build, const TdChartRows *rows)
{
  return rows->thickness < td_chart_pen_get_line (build->pen, td_chart_rows_get_face (rows)) * 0.9;
}

static void
draw_words (TdChartBuild *build, const TdChartRows *rows, guint index, TdChartRect box, int mark)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  const TdChartValue *value = td_chart_get (chart, index, 0);
  g_autofree char *text = td_chart_dup_number (chart, value, chart->unit);
  double width = td_chart_build_measure (build, td_chart_rows_get_face (rows), text);
  double pad = theme->font_size * 0.4, middle = td_chart_rows_get_middle (rows, index);
  gboolean low = is_low (build, rows);
  gboolean inside = value->known && width + 2 * pad <= box.width && !low;
  double size = theme->font_size * 0.75, x = box.x + box.width + pad;
  double right = build->area.x + build->area.width;

  if (low && value->known)
    {
      td_chart_build_text (build, text,
                           &(TdChartTextSpec){ .face = td_chart_rows_get_face (rows),
                                               .color = theme->text,
                                               .x = right,
                                               .y = middle,
                                               .across = 1,
                                               .down = 0.5,
                                               .width = -1,
                                               .mark = mark });
      return;
    }

  if (!value->known)
    {
      td_chart_scene_add_glyph (build->scene, (TdChartGlyph) value->state, x + size / 2, middle,
                                size, theme->soft)
          ->mark = mark;
      x += size + pad;
    }
  td_chart_build_text (
      build, text,
      &(TdChartTextSpec){ .face = td_chart_rows_get_face (rows),
                          .color = inside         ? td_chart_color_on (theme->accent)
                                   : value->known ? theme->text
                                                  : theme->soft,
                          .x = inside ? box.x + box.width / 2 : x,
                          .y = middle,
                          .across = inside ? 0.5 : 0,
                          .down = 0.5,
                          .width = inside ? -1 : build->plot.x + build->plot.width - x,
                          .whole = value->known,
                          .mark = mark });
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  double notes = 0, numbers = 0, widest = 0, top = build->area.y, x, space;
  TdChartRows rows;
  gboolean low;

  td_chart_rows_init (&rows, build, top, top + build->area.height, NULL);
  /* Taller rows than a list's: the slopes between them are part of the picture. */
  rows.pitch = MIN (build->area.height / chart->n_rows, theme->font_size * 4.2);
  rows.thickness = rows.pitch < 3 * theme->line ? rows.pitch : rows.pitch * 0.6;
  low = is_low (build, &rows);
  rows.lines = rows.pitch >= 2 * td_chart_pen_get_line (build->pen, TD_CHART_FACE_NAME) ? 2 : 1;
  for (guint row = 0; row < chart->n_rows; row++)
    {
      widest = MAX (widest, get_width (chart, row));
      if (chart->row_notes[row] != NULL && !low)
        notes =
            MAX (notes, td_chart_build_measure (build, TD_CHART_FACE_NOTE, chart->row_notes[row]));
    }
  if (low)
    for (guint row = rows.first; row <= rows.last; row += rows.every)
      {
        g_autofree char *text =
            td_chart_dup_number (chart, td_chart_get (chart, row, 0), chart->unit);

        numbers =
            MAX (numbers, td_chart_build_measure (build, td_chart_rows_get_face (&rows), text));
      }
  notes = MIN (notes, (build->area.x + build->area.width - rows.left) * 0.36);
  space = build->area.x + build->area.width - rows.left - (notes > 0 ? notes + theme->font_size : 0)
          - (numbers > 0 ? numbers + theme->font_size * 0.6 : 0);
  space = MAX (space, 1);
  x = rows.left + space / 2;
  build->plot = (TdChartRect){ rows.left, top, space, rows.pitch * chart->n_rows };

  for (guint i = 0; i + 1 < chart->n_rows; i++)
    if (td_chart_get (chart, i, 0)->known && td_chart_get (chart, i + 1, 0)->known && widest > 0)
      draw_slope (build, x, get_width (chart, i) / widest * space / 2,
                  td_chart_rows_get_middle (&rows, i) + rows.thickness / 2,
                  get_width (chart, i + 1) / widest * space / 2,
                  td_chart_rows_get_middle (&rows, i + 1) - rows.thickness / 2);
  td_chart_rows_draw_names (&rows, build);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      double width = widest > 0 ? get_width (chart, i) / widest * space : 0;
      double middle = td_chart_rows_get_middle (&rows, i);
      TdChartRect box = { x - width / 2, middle - rows.thickness / 2, width, rows.thickness };
      int mark = td_chart_build_mark (build, i, 0, box, (TdChartPlace){ (int) i, 0 });

      td_chart_build_get_mark (build, mark)->hit =
          (TdChartRect){ build->area.x, middle - rows.pitch / 2, build->area.width, rows.pitch };
      if (width > 0)
        {
          TdChartItem *item = td_chart_scene_add_rect (build->scene, box, theme->accent);

          if (td_chart_get (chart, i, 0)->state != TD_CHART_STATE_VALUE)
            td_chart_style_state (item, theme, td_chart_get (chart, i, 0)->state);
          item->mark = mark;
        }
      if (td_chart_rows_has_words (&rows, i))
        draw_words (build, &rows, i, box, mark);
      if (chart->row_notes[i] != NULL && notes > 0)
        td_chart_build_text (
            build, chart->row_notes[i],
            &(TdChartTextSpec){ .face = TD_CHART_FACE_NOTE,
                                .color = theme->soft,
                                .x = build->area.x + build->area.width - notes,
                                .y = i > 0 ? middle - rows.pitch / 2 : middle,
                                .down = 0.5,
                                .width = notes,
                                .lines = rows.pitch > theme->font_size * 2.6 ? 2 : 1,
                                .mark = mark });
    }
}

static void
describe (const TdChart *chart, GString *out)
{
  td_chart_add_sentence (out, SAY (chart, N_ ("Stages: %u."), "Số bước: %u."), chart->n_rows);
  for (guint row = 0; row < chart->n_rows && row < TD_CHART_MAX_DESCRIBED; row++)
    {
      g_autofree char *text = td_chart_dup_value (chart, td_chart_get (chart, row, 0), chart->unit);

      td_chart_add_sentence (out, "%s: %s.", chart->row_names[row], text);
      if (chart->row_notes[row] != NULL && *chart->row_notes[row] != '\0')
        td_chart_add_sentence (out, "%s.", chart->row_notes[row]);
    }
  td_chart_describe_others (chart, chart->n_rows, out);
  td_chart_describe_undrawn (chart, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (3);
  g_autofree char *name = td_chart_dup_axis_name (&chart->axis);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Stage"), "Bước"), FALSE);
  td_chart_table_set_header (table, 1, name != NULL ? name : SAY (chart, N_ ("Value"), "Giá trị"),
                             TRUE);
  td_chart_table_set_header (table, 2, SAY (chart, N_ ("Note"), "Ghi chú"), FALSE);
  for (guint row = 0; row < chart->n_rows; row++)
    {
      td_chart_table_add (table, chart->row_names[row]);
      td_chart_table_take (table,
                           td_chart_dup_value (chart, td_chart_get (chart, row, 0), chart->unit));
      td_chart_table_add (table, chart->row_notes[row]);
    }
  return table;
}

static const TdChartKind funnel_kind = {
  N_ ("Funnel"), "Biểu đồ phễu", NULL, measure, lay_out, NULL, describe, tabulate,
};

TdChart *
td_chart_new_funnel (const TdChartFunnel *data)
{
  TdChart *self;

  g_return_val_if_fail (data != NULL && (data->stages != NULL || data->n_stages == 0), NULL);

  self = td_chart_alloc (&funnel_kind, &data->head, &data->axis, data->n_stages, 1, 0);
  if (self == NULL)
    return NULL;
  for (guint i = 0; i < data->n_stages; i++)
    {
      td_chart_set (self, i, 0, &data->stages[i].value);
      self->row_names[i] = td_chart_keep_name (self, data->stages[i].name);
      self->row_notes[i] = td_chart_keep (self, data->stages[i].note);
    }
  return self;
}
