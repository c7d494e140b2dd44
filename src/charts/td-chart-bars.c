/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Horizontal bars: the ranking. Sorted, on bands, with the value in words at the end of each bar.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-private.h"
#include "charts/td-chart-rows.h"

typedef struct
{
  TdChartBand *bands; /* from the lowest */
  guint n_bands;
  TdChartReference reference;
  const char **ranks; /* by row; NULL where there is none */
  const char **band_names;
  gboolean any_rank;
  gboolean any_band_name;
} Extra;

static gboolean
is_plain (const TdChartValue *value)
{
  return value->state == TD_CHART_STATE_VALUE || !value->known;
}

static char *
dup_reference (const TdChart *chart)
{
  const TdChartReference *reference = &((Extra *) chart->extra)->reference;
  g_autofree char *number = NULL;

  if (reference->text != NULL && *reference->text != '\0')
    number = g_strdup (reference->text);
  else
    number = td_chart_dup_plain (chart, reference->number, chart->unit);
  return *reference->name != '\0' ? g_strdup_printf ("%s: %s", reference->name, number)
                                  : g_steal_pointer (&number);
}

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  const Extra *extra = chart->extra;

  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    for (guint row = 0; row < chart->n_rows; row++)
      if (td_chart_get (chart, row, 0)->state == state && !is_plain (td_chart_get (chart, row, 0)))
        {
          td_chart_legend_add_state (legend, state, td_chart_say_state (chart->head.words, state));
          break;
        }
  if (extra->reference.known)
    {
      g_autofree char *text = dup_reference (chart);

      td_chart_legend_add_line (legend, text, theme->goal, TD_CHART_DASH_FRAME, theme->line * 1.5,
                                -1);
    }
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  const Extra *extra = chart->extra;

  td_chart_rows_measure (chart, theme, width,
                         theme->font_size * (3.2 + (extra->n_bands > 0 ? 1.3 : 0)), minimum,
                         natural);
}

/*
 * The numbers stand in a column of their own, under each other: at the bars' ends the reference's
 * line would run through them.
 */
static double
measure_numbers (TdChartBuild *build, const TdChartRows *rows)
{
  const TdChart *chart = build->chart;
  double widest = 0;

  for (guint i = rows->first; i <= rows->last; i += rows->every)
    {
      const TdChartValue *value = td_chart_get (chart, chart->order[i], 0);
      g_autofree char *text = NULL;

      if (!value->known)
        continue;
      text = td_chart_dup_number (chart, value, chart->unit);
      widest = MAX (widest, td_chart_build_measure (build, td_chart_rows_get_face (rows), text)
                                + (is_plain (value) ? 0 : build->theme->font_size * 1.1));
    }
  return widest;
}

static void
draw_bands (TdChartBuild *build, const TdChartRuler *ruler, double top, double bottom)
{
  const Extra *extra = build->chart->extra;
  double right = build->area.x + build->area.width;

  /* First the names that fit their bands, then the others, over the edges where there is room. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < extra->n_bands; i++)
      {
        const char *name = extra->bands[i].name;
        double low = MAX (extra->bands[i].at_least, ruler->scale.from);
        double high = i + 1 < extra->n_bands ? MIN (extra->bands[i + 1].at_least, ruler->scale.to)
                                             : ruler->scale.to;
        double width = td_chart_build_measure (build, TD_CHART_FACE_SMALL, name), x1, x2;
        TdChartTextSpec spec = { .face = TD_CHART_FACE_SMALL,
                                 .color = build->theme->soft,
                                 .y = top - build->theme->font_size * 0.15,
                                 .across = 0.5,
                                 .down = 1,
                                 .width = -1,
                                 .mark = -1 };

        if (!(high > low))
          continue;
        x1 = td_chart_ruler_at (ruler, low);
        x2 = td_chart_ruler_at (ruler, high);
        if (pass == 0 && i % 2 == 0)
          td_chart_scene_add_rect (build->scene, (TdChartRect){ x1, top, x2 - x1, bottom - top },
                                   build->theme->tint);
        if ((width <= x2 - x1) != (pass == 0))
          continue;
        spec.x = pass == 0 ? (x1 + x2) / 2 : MIN ((x1 + x2) / 2, right - width / 2);
        spec.free = pass == 1;
        td_chart_build_text (build, name, &spec);
      }
}

static void
draw_words (TdChartBuild *build, const TdChartRows *rows, const TdChartRuler *ruler, guint index,
            double numbers, int mark)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  const TdChartValue *value = td_chart_get (chart, chart->order[index], 0);
  double middle = td_chart_rows_get_middle (rows, index), size = theme->font_size * 0.75;
  double right = build->area.x + build->area.width, gap = theme->font_size * 0.4;
  /* Words instead of a number begin where a bar would. */
  double left = value->known ? numbers : td_chart_ruler_at (ruler, 0) + gap;
  g_autofree char *text = td_chart_dup_number (chart, value, chart->unit);

  /* Between low rows there is no room for words, but the sign alone says that this is no zero. */
  if (rows->every > 1 && !value->known)
    size = MIN (size, rows->pitch);
  if ((!is_plain (value) || !value->known) && size >= 2 * theme->line)
    td_chart_scene_add_glyph (build->scene, (TdChartGlyph) value->state, left + size / 2, middle,
                              size, value->known ? theme->text : theme->soft)
        ->mark = mark;
  if (rows->every > 1 && !value->known)
    return;
  left += size + gap;
  td_chart_build_text (build, text,
                       &(TdChartTextSpec){ .face = td_chart_rows_get_face (rows),
                                           .color = value->known ? theme->text : theme->soft,
                                           .x = value->known ? right : left,
                                           .y = middle,
                                           .across = value->known ? 1 : 0,
                                           .down = 0.5,
                                           .width = value->known ? -1 : right - left,
                                           .mark = mark });
}

static void
draw_bar (TdChartBuild *build, const TdChartRows *rows, const TdChartRuler *ruler, guint index,
          double numbers)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint row = chart->order[index];
  const TdChartValue *value = td_chart_get (chart, row, 0);
  double middle = td_chart_rows_get_middle (rows, index), zero = td_chart_ruler_at (ruler, 0);
  double end = value->known ? td_chart_ruler_at (ruler, value->number) : zero;
  TdChartRect box = { MIN (zero, end), middle - rows->thickness / 2, fabs (end - zero),
                      rows->thickness };
  int mark = td_chart_build_mark (build, row, 0, box, (TdChartPlace){ (int) index, 0 });

  td_chart_build_get_mark (build, mark)->hit =
      (TdChartRect){ build->area.x, middle - rows->pitch / 2, build->area.width, rows->pitch };
  if (value->known)
    {
      gboolean back = chart->any_emphasis && !chart->emphasis[row];
      TdChartItem *item =
          td_chart_scene_add_rect (build->scene, box, back ? theme->context : theme->accent);

      if (!is_plain (value))
        td_chart_style_state (item, theme, value->state);
      item->mark = mark;
    }
  if (td_chart_rows_has_words (rows, index) || !value->known)
    draw_words (build, rows, ruler, index, numbers, mark);
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const Extra *extra = chart->extra;
  double foot = MIN (td_chart_ruler_get_foot (build, &chart->axis), build->area.height / 3);
  double head =
      extra->n_bands > 0 ? td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) * 1.25 : 0;
  double top = build->area.y + MIN (head, build->area.height / 4), numbers, right, bottom;
  TdChartRange range = { 0 };
  TdChartRows rows;
  TdChartRuler ruler;

  td_chart_rows_init (&rows, build, top, build->area.y + build->area.height - foot,
                      extra->any_rank ? extra->ranks : NULL);
  bottom = top + rows.pitch * chart->n_rows;
  right = build->area.x + build->area.width;
  numbers = right - measure_numbers (build, &rows);
  for (guint row = 0; row < chart->n_rows; row++)
    if (td_chart_get (chart, row, 0)->known)
      td_chart_range_add (&range, td_chart_get (chart, row, 0)->number);
  if (extra->reference.known)
    td_chart_range_add (&range, extra->reference.number);
  td_chart_ruler_init_across (&ruler, build, &range, &chart->axis, TRUE, rows.left,
                              MAX (numbers - build->theme->font_size * 0.8, rows.left + 1));
  build->plot = (TdChartRect){ ruler.start, top, ruler.end - ruler.start, bottom - top };

  draw_bands (build, &ruler, top, bottom);
  td_chart_ruler_draw_across (&ruler, build, &chart->axis, top, bottom);
  td_chart_rows_draw_names (&rows, build);
  for (guint i = 0; i < chart->n_rows; i++)
    draw_bar (build, &rows, &ruler, i, numbers);
  if (extra->reference.known)
    {
      double x = td_chart_ruler_at (&ruler, extra->reference.number);
      TdChartItem *item = td_chart_scene_add_line (build->scene, x, top, x, bottom,
                                                   build->theme->goal, build->theme->line * 1.5);

      item->dash = TD_CHART_DASH_FRAME;
    }
  td_chart_ruler_draw_zero_across (&ruler, build, top, bottom);
}

static void
tell (const TdChart *chart, guint row, guint column, GString *out)
{
  const Extra *extra = chart->extra;

  if (extra->ranks[row] != NULL)
    {
      g_string_append_c (out, '\n');
      g_string_append_printf (out, SAY (chart, N_ ("Rank: %s"), "Hạng: %s"), extra->ranks[row]);
    }
  if (extra->band_names[row] != NULL)
    {
      g_string_append_c (out, '\n');
      g_string_append_printf (out, SAY (chart, N_ ("Band: %s"), "Xếp loại: %s"),
                              extra->band_names[row]);
    }
}

static void
describe (const TdChart *chart, GString *out)
{
  const Extra *extra = chart->extra;

  td_chart_add_sentence (out, SAY (chart, N_ ("Bars: %u."), "Số thanh: %u."), chart->n_rows);
  td_chart_describe_extremes (chart, 0, out);
  td_chart_describe_unknown (chart, 0, out);
  if (extra->reference.known)
    {
      g_autofree char *text = dup_reference (chart);

      td_chart_add_sentence (out, "%s.", text);
    }
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  const Extra *extra = chart->extra;
  guint n = 0;
  TdChartTable *table =
      td_chart_table_new (2 + (extra->any_rank ? 1 : 0) + (extra->any_band_name ? 1 : 0));
  g_autofree char *name = td_chart_dup_axis_name (&chart->axis);

  if (extra->any_rank)
    td_chart_table_set_header (table, n++, SAY (chart, N_ ("Rank"), "Hạng"), TRUE);
  td_chart_table_set_header (table, n++, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  td_chart_table_set_header (table, n++, name != NULL ? name : SAY (chart, N_ ("Value"), "Giá trị"),
                             TRUE);
  if (extra->any_band_name)
    td_chart_table_set_header (table, n++, SAY (chart, N_ ("Band"), "Xếp loại"), FALSE);
  for (guint i = 0; i < chart->n_rows; i++)
    {
      guint row = chart->order[i];

      if (extra->any_rank)
        td_chart_table_add (table, extra->ranks[row]);
      td_chart_table_add (table, chart->row_names[row]);
      td_chart_table_take (table,
                           td_chart_dup_value (chart, td_chart_get (chart, row, 0), chart->unit));
      if (extra->any_band_name)
        td_chart_table_add (table, extra->band_names[row]);
    }
  return table;
}

static const TdChartKind bars_kind = {
  N_ ("Bar chart"), "Biểu đồ thanh", fill_legend, measure, lay_out, tell, describe, tabulate,
};

typedef struct
{
  const TdChart *chart;
  gboolean ascending;
} Sorting;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  const TdChartValue *first = td_chart_get (sorting->chart, *(const guint *) a, 0);
  const TdChartValue *second = td_chart_get (sorting->chart, *(const guint *) b, 0);
  int order;

  if (first->known != second->known)
    return first->known ? -1 : 1;
  order = (first->number > second->number) - (first->number < second->number);
  if (order != 0)
    return sorting->ascending ? order : -order;
  /* Equal values keep the order of the list: that of the ranking, or of the alphabet. */
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static int
compare_bands (gconstpointer a, gconstpointer b, gpointer data)
{
  double first = ((const TdChartBand *) a)->at_least, second = ((const TdChartBand *) b)->at_least;

  return (first > second) - (first < second);
}

TdChart *
td_chart_new_bars (const TdChartBars *data)
{
  TdChart *self;
  Extra *extra;

  g_return_val_if_fail (data != NULL && (data->bars != NULL || data->n_bars == 0), NULL);

  self = td_chart_alloc (&bars_kind, &data->head, &data->axis, data->n_bars, 1, sizeof (Extra));
  if (self == NULL)
    return NULL;
  extra = self->extra;
  extra->ranks = td_chart_own (self, sizeof (char *) * data->n_bars);
  extra->band_names = td_chart_own (self, sizeof (char *) * data->n_bars);
  for (guint i = 0; i < data->n_bars; i++)
    {
      const TdChartBar *bar = &data->bars[i];

      td_chart_set (self, i, 0, &bar->value);
      self->row_names[i] = td_chart_keep_name (self, bar->name);
      self->row_notes[i] = td_chart_keep (self, bar->note);
      self->emphasis[i] = bar->emphasis;
      self->any_emphasis = self->any_emphasis || bar->emphasis;
      extra->ranks[i] = td_chart_keep (self, bar->rank);
      extra->band_names[i] = td_chart_keep (self, bar->band);
      extra->any_rank = extra->any_rank || extra->ranks[i] != NULL;
      extra->any_band_name = extra->any_band_name || extra->band_names[i] != NULL;
    }
  if (data->order != TD_CHART_ORDER_GIVEN)
    {
      Sorting sorting = { self, data->order == TD_CHART_ORDER_ASCENDING };

      g_qsort_with_data (self->order, (int) self->n_rows, sizeof (guint), compare_rows, &sorting);
    }
  extra->bands = td_chart_own (self, sizeof (TdChartBand) * data->n_bands);
  for (guint i = 0; i < data->n_bands; i++)
    if (isfinite (data->bands[i].at_least))
      {
        extra->bands[extra->n_bands].name = td_chart_keep_name (self, data->bands[i].name);
        extra->bands[extra->n_bands++].at_least = data->bands[i].at_least;
      }
  if (extra->n_bands > 0)
    g_qsort_with_data (extra->bands, (int) extra->n_bands, sizeof (TdChartBand), compare_bands,
                       NULL);
  extra->reference = data->reference;
  td_chart_keep_reference (self, &extra->reference);
  return self;
}
