/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scatter: two values of each unit against each other, as the self score and the appraised one.
 * Rings, so that dots over each other stay seen.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-private.h"

/* Dots in bands of equal height are a line for the keyboard. */
#define N_LINES 16

enum
{
  X,
  Y,
  N_COLUMNS,
};

typedef struct
{
  TdChartAxis y_axis;
  const char *diagonal;
} Extra;

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  const Extra *extra = chart->extra;

  if (extra->diagonal != NULL && *extra->diagonal != '\0')
    td_chart_legend_add_line (legend, extra->diagonal, theme->goal, TD_CHART_DASH_FRAME,
                              theme->line, -1);
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = theme->font_size * 12;
  *natural = MIN (width, theme->font_size * 32);
}

static gboolean
is_drawn (const TdChart *chart, guint row)
{
  return td_chart_get (chart, row, X)->known && td_chart_get (chart, row, Y)->known;
}

static void
draw_diagonal (TdChartBuild *build, const TdChartRuler *across, const TdChartRuler *up)
{
  double from = MAX (across->scale.from, up->scale.from), to = MIN (across->scale.to, up->scale.to);

  if (to > from)
    td_chart_scene_add_line (build->scene, td_chart_ruler_at (across, from),
                             td_chart_ruler_at (up, from), td_chart_ruler_at (across, to),
                             td_chart_ruler_at (up, to), build->theme->goal, build->theme->line)
        ->dash = TD_CHART_DASH_FRAME;
}

static void
draw_name (TdChartBuild *build, guint row, double x, double y, double away, int mark)
{
  static const double sides[][2] = { { 1, 0 },  { -1, 0 },  { 0, -1 }, { 0, 1 },
                                     { 1, -1 }, { -1, -1 }, { 1, 1 },  { -1, 1 } };
  gboolean tried[G_N_ELEMENTS (sides)] = { FALSE };
  double room = build->area.width * 0.4;
  TdChartShape shape = td_chart_pen_shape (build->pen, TD_CHART_FACE_NAME,
                                           build->chart->row_names[row], room, 1, PANGO_ALIGN_LEFT);

  /* The side on which the name covers the fewest other dots, among those where it has room. */
  for (guint tries = 0; tries < G_N_ELEMENTS (sides); tries++)
    {
      guint best = 0, fewest = G_MAXUINT;

      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          TdChartRect box = { x + away * sides[i][0] - shape.width * (0.5 - sides[i][0] / 2),
                              y + away * sides[i][1] - shape.height * (0.5 - sides[i][1] / 2),
                              shape.width, shape.height };
          guint covered = 0;

          if (tried[i])
            continue;
          for (guint other = 0; other < build->marks->len; other++)
            covered += td_chart_rect_overlaps (
                &box, &td_chart_build_get_mark (build, (int) other)->bounds);
          if (covered < fewest)
            {
              fewest = covered;
              best = i;
            }
        }
      tried[best] = TRUE;
      if (td_chart_build_text (build, build->chart->row_names[row],
                               &(TdChartTextSpec){ .face = TD_CHART_FACE_NAME,
                                                   .color = build->theme->text,
                                                   .x = x + away * sides[best][0],
                                                   .y = y + away * sides[best][1],
                                                   .across = 0.5 - sides[best][0] / 2,
                                                   .down = 0.5 - sides[best][1] / 2,
                                                   .width = room,
                                                   .free = TRUE,
                                                   .mark = mark })
          != NULL)
        return;
    }
}

/* Which dots come first: those further up, then those further left. */
typedef struct
{
  const TdChart *chart;
  const TdChartRuler *across;
  const TdChartRuler *up;
} Sorting;

static int
get_line (const Sorting *sorting, guint row)
{
  const TdChartValue *y = td_chart_get (sorting->chart, row, Y);

  return (int) floor ((1 - td_chart_scale_place (&sorting->up->scale, y->number)) * N_LINES);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = *(const guint *) a, second = *(const guint *) b;
  int lines = get_line (data, first) - get_line (data, second);
  double left = td_chart_get (((const Sorting *) data)->chart, first, X)->number;
  double right = td_chart_get (((const Sorting *) data)->chart, second, X)->number;

  if (lines != 0)
    return lines;
  if (left < right || left > right)
    return left < right ? -1 : 1;
  return first < second ? -1 : 1;
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const Extra *extra = chart->extra;
  const TdChartTheme *theme = build->theme;
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  double size =
      MIN (theme->font_size * 0.6, MAX (theme->font_size * 0.32, 400 / sqrt (chart->n_rows + 1.0)));
  double foot = MIN (td_chart_ruler_get_foot (build, &chart->axis), build->area.height / 3);
  double top = build->area.y + line * 1.5, bottom, left, right;
  g_autofree char *name = td_chart_dup_axis_name (&extra->y_axis);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (guint));
  TdChartRange x_range = { 0 }, y_range = { 0 };
  TdChartRuler across, up;
  Sorting sorting = { chart, &across, &up };

  for (guint row = 0; row < chart->n_rows; row++)
    if (is_drawn (chart, row))
      {
        td_chart_range_add (&x_range, td_chart_get (chart, row, X)->number);
        td_chart_range_add (&y_range, td_chart_get (chart, row, Y)->number);
        g_array_append_val (drawn, row);
      }
  if (drawn->len == 0)
    {
      td_chart_build_nothing (build);
      return;
    }
  if (extra->diagonal != NULL)
    {
      td_chart_range_add (&x_range, y_range.low);
      td_chart_range_add (&x_range, y_range.high);
      y_range = x_range;
    }
  bottom = MAX (build->area.y + build->area.height - foot, top + 1);
  right = build->area.x + build->area.width;
  td_chart_ruler_init_up (&up, build, &y_range, &extra->y_axis, FALSE, bottom - size / 2,
                          top + size / 2);
  left = build->area.x + td_chart_ruler_get_words_width (&up, build) + theme->font_size * 0.4;
  right = MAX (right, left + 1);
  td_chart_ruler_init_across (&across, build, &x_range, &chart->axis, FALSE, left + size / 2,
                              MAX (right - size / 2, left + size / 2));
  /* The diagonal is read by its slope: the same numbers on both axes. */
  if (extra->diagonal != NULL)
    across.scale = up.scale;
  build->plot = (TdChartRect){ left, top, right - left, bottom - top };
  td_chart_ruler_draw_up (&up, build, left, right);
  td_chart_ruler_draw_across (&across, build, &chart->axis, top, bottom);
  if (name != NULL)
    td_chart_build_text (build, name,
                         &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                             .color = theme->soft,
                                             .x = build->area.x,
                                             .y = build->area.y,
                                             .width = build->area.width,
                                             .mark = -1 });
  if (extra->diagonal != NULL)
    draw_diagonal (build, &across, &up);

  g_array_sort_with_data (drawn, compare_rows, &sorting);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < drawn->len; i++)
      {
        guint row = g_array_index (drawn, guint, i);
        double x = td_chart_ruler_at (&across, td_chart_get (chart, row, X)->number);
        double y = td_chart_ruler_at (&up, td_chart_get (chart, row, Y)->number);
        gboolean strong = chart->emphasis[row];

        if (pass == 0)
          td_chart_build_round (build, row, Y, x, y, size / 2,
                                (TdChartPlace){ get_line (&sorting, row), i });
        else
          td_chart_scene_add_glyph (
              build->scene, strong ? TD_CHART_GLYPH_CIRCLE : TD_CHART_GLYPH_RING, x, y, size,
              chart->any_emphasis && !strong ? theme->context : theme->accent)
              ->mark = (int) i;
      }
  for (guint i = 0; i < drawn->len; i++)
    {
      const TdChartMark *mark = td_chart_build_get_mark (build, (int) i);

      if (chart->emphasis[mark->row])
        draw_name (build, mark->row, mark->x, mark->y, size, (int) i);
    }
}

static char *
dup_value (const TdChart *chart, guint row, guint column)
{
  const Extra *extra = chart->extra;

  return td_chart_dup_value (chart, td_chart_get (chart, row, column),
                             column == X ? chart->axis.unit : extra->y_axis.unit);
}

static void
tell (const TdChart *chart, guint row, guint column, GString *out)
{
  g_autofree char *other = dup_value (chart, row, column == X ? Y : X);
  const char *name = chart->column_names[column == X ? Y : X];

  g_string_append_printf (out, "\n%s%s%s", name, *name != '\0' ? ": " : "", other);
}

static void
describe (const TdChart *chart, GString *out)
{
  guint n = 0, above = 0, below = 0;

  for (guint row = 0; row < chart->n_rows; row++)
    if (is_drawn (chart, row))
      {
        double x = td_chart_get (chart, row, X)->number, y = td_chart_get (chart, row, Y)->number;

        n++;
        above += y > x ? 1 : 0;
        below += y < x ? 1 : 0;
      }
  td_chart_add_sentence (out, SAY (chart, N_ ("Dots: %u."), "Số điểm trên biểu đồ: %u."), n);
  if (((Extra *) chart->extra)->diagonal != NULL && n > 0)
    td_chart_add_sentence (out,
                           SAY (chart, N_ ("Above the line: %u, on it: %u, below: %u."),
                                "Cao hơn đường chéo: %u, bằng: %u, thấp hơn: %u."),
                           above, n - above - below, below);
  if (n < chart->n_rows)
    td_chart_describe_all_unknown (chart, out);
}

static TdChartTable *
tabulate (const TdChart *chart)
{
  TdChartTable *table = td_chart_table_new (1 + N_COLUMNS);

  td_chart_table_set_header (table, 0, SAY (chart, N_ ("Name"), "Tên"), FALSE);
  td_chart_table_set_header (table, 1, chart->column_names[X], TRUE);
  td_chart_table_set_header (table, 2, chart->column_names[Y], TRUE);
  for (guint row = 0; row < chart->n_rows; row++)
    {
      td_chart_table_add (table, chart->row_names[row]);
      td_chart_table_take (table, dup_value (chart, row, X));
      td_chart_table_take (table, dup_value (chart, row, Y));
    }
  return table;
}

static const TdChartKind scatter_kind = {
  N_ ("Scatter chart"), "Biểu đồ phân tán", fill_legend, measure, lay_out, tell, describe, tabulate,
};

TdChart *
td_chart_new_scatter (const TdChartScatter *data)
{
  TdChart *self;
  Extra *extra;

  g_return_val_if_fail (data != NULL && (data->dots != NULL || data->n_dots == 0), NULL);

  self = td_chart_alloc (&scatter_kind, &data->head, &data->x_axis, data->n_dots, N_COLUMNS,
                         sizeof (Extra));
  if (self == NULL)
    return NULL;
  extra = self->extra;
  extra->y_axis = data->y_axis;
  td_chart_keep_axis (self, &extra->y_axis);
  extra->diagonal = td_chart_keep (self, data->diagonal);
  self->unit = extra->y_axis.unit;
  self->column_names[X] = td_chart_keep_name (self, data->x_axis.name);
  self->column_names[Y] = td_chart_keep_name (self, data->y_axis.name);
  for (guint i = 0; i < data->n_dots; i++)
    {
      const TdChartDot *dot = &data->dots[i];

      td_chart_set (self, i, X, &dot->x);
      td_chart_set (self, i, Y, &dot->y);
      self->row_names[i] = td_chart_keep_name (self, dot->name);
      self->row_notes[i] = td_chart_keep (self, dot->note);
      self->emphasis[i] = dot->emphasis;
      self->any_emphasis = self->any_emphasis || dot->emphasis;
    }
  return self;
}
