/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines over periods, named at their ends, with the goal's line. A period without a figure is a
 * gap; a chart of one series says under the gap which state it is.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-axis.h"
#include "charts/td-chart-series.h"

/* Of more points than these the numbers are on hover only. */
#define MAX_NUMBERS 60

/*
 * The goal is the last row, when there is one; it has a flag of its own besides that of a
 * reference.
 */
typedef struct
{
  gboolean goal;
} Extra;

static guint
count_series (const TdChart *chart)
{
  return chart->n_rows - (((Extra *) chart->extra)->goal ? 1 : 0);
}

/* Names stand at the ends of the lines, unless the chart is too narrow for that. */
static gboolean
names_beside (const TdChart *chart, const TdChartTheme *theme, double width)
{
  return chart->n_rows > 1 && width >= theme->font_size * 26;
}

static void
fill_legend (const TdChart *chart, const TdChartTheme *theme, double width, TdChartLegend *legend)
{
  if (!names_beside (chart, theme, width) && chart->n_rows > 1)
    for (guint row = 0; row < chart->n_rows; row++)
      {
        TdChartSeriesLook look = td_chart_series_get_look (chart, theme, row);

        if (!look.back)
          td_chart_legend_add_line (legend, chart->row_names[row], look.color, look.dash, look.line,
                                    chart->reference[row] ? -1 : (int) look.marker);
      }
  if (count_series (chart) == 1)
    for (guint state = 0; state < TD_CHART_N_STATES; state++)
      for (guint i = 0; i < chart->n_columns; i++)
        if (!td_chart_get (chart, 0, i)->known && td_chart_get (chart, 0, i)->state == state)
          {
            td_chart_legend_add_state (legend, state,
                                       td_chart_say_state (chart->head.words, state));
            break;
          }
}

static void
measure (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
         double *natural)
{
  *minimum = theme->font_size * 9;
  *natural = MIN (theme->font_size * 24, width * 0.5);
}

static char *
dup_end_number (const TdChart *chart, guint row, guint column)
{
  g_autofree char *number =
      td_chart_dup_number (chart, td_chart_get (chart, row, column), chart->unit);

  /* An older figure says of when it is: beside the end it would pass for the last one's. */
  if (column + 1 < chart->n_columns && *chart->column_names[column] != '\0')
    return g_strdup_printf ("%s (%s)", number, chart->column_names[column]);
  return g_steal_pointer (&number);
}

/*
 * The number of a point: above a peak, below a valley, in the open corner of a slope; where that
 * is taken above or below, and nowhere when both are.
 */
static void
draw_number (TdChartBuild *build, const TdChartNode *nodes, guint n, guint i, const int *marks)
{
  const TdChart *chart = build->chart;
  double before = i > 0 && nodes[i - 1].known ? nodes[i - 1].y - nodes[i].y : 0;
  double after = i + 1 < n && nodes[i + 1].known ? nodes[i + 1].y - nodes[i].y : 0;
  /* Of the label's anchor, seen from the point: to the right, and down. */
  double right = before < -1 && after > 1 ? 1 : before > 1 && after < -1 ? -1 : 0;
  double down = right == 0 && (before < -1 || after < -1) && before <= 0 && after <= 0 ? 1 : -1;
  const double tries[][2] = { { right, down }, { 0, -1 }, { 0, 1 } };
  g_autofree char *text = td_chart_dup_number (chart, td_chart_get (chart, 0, i), chart->unit);
  double away = build->theme->font_size * 0.5;

  for (guint t = 0; t < G_N_ELEMENTS (tries); t++)
    {
      TdChartTextSpec spec = {
        .face = TD_CHART_FACE_SMALL,
        .color = build->theme->text,
        .x = nodes[i].x + tries[t][0] * away * 0.6,
        .y = nodes[i].y + tries[t][1] * away * (tries[t][0] != 0 ? 0.3 : 1),
        .across = 0.5 - tries[t][0] / 2,
        .down = 0.5 - tries[t][1] / 2,
        .width = -1,
        .free = TRUE,
        .mark = marks[i],
      };

      /* Not down into the periods' names. */
      if (tries[t][1] > 0
          && spec.y + td_chart_pen_get_line (build->pen, spec.face)
                 > build->plot.y + build->plot.height)
        continue;
      if (td_chart_build_text (build, text, &spec) != NULL)
        return;
    }
}

static void
draw_lane (TdChartBuild *build, const int *marks, double size)
{
  const TdChart *chart = build->chart;

  for (guint i = 0; i < chart->n_columns; i++)
    {
      const TdChartValue *value = td_chart_get (chart, 0, i);
      const TdChartMark *mark;

      if (value->known)
        continue;
      mark = td_chart_build_get_mark (build, marks[i]);
      td_chart_scene_add_glyph (build->scene, (TdChartGlyph) value->state, mark->x, mark->y, size,
                                build->theme->soft)
          ->mark = marks[i];
    }
}

static void
lay_out (TdChartBuild *build)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  guint n = chart->n_columns, n_series = count_series (chart);
  gboolean beside = names_beside (chart, theme, build->area.width), single = n_series == 1;
  g_autofree guint *order = td_chart_series_order (chart, theme);
  g_autofree TdChartNode *nodes = g_new0 (TdChartNode, (gsize) chart->n_rows * n);
  g_autofree int *marks = g_new (int, (gsize) chart->n_rows *n);
  g_autofree char *name = td_chart_dup_axis_name (&chart->axis);
  g_autoptr (GString) caption = g_string_new (name);
  g_autoptr (GArray) ends = td_chart_ends_new ();
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL), names = 0, lane = 0;
  double left, right, top, bottom, pitch, start, size;
  TdChartRange range = { 0 };
  TdChartRuler ruler;
  gboolean markers;

  for (guint row = 0; row < chart->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        if (td_chart_get (chart, row, i)->known)
          td_chart_range_add (&range, td_chart_get (chart, row, i)->number);
        else if (single && row == 0)
          lane = theme->font_size * 1.2;
      }
  if (!range.known)
    {
      td_chart_build_nothing (build);
      return;
    }

  if (beside)
    for (guint row = 0; row < chart->n_rows; row++)
      for (guint i = n; i > 0; i--)
        if (td_chart_get (chart, row, i - 1)->known)
          {
            TdChartSeriesLook look = td_chart_series_get_look (chart, theme, row);
            TdChartFace face = chart->emphasis[row] ? TD_CHART_FACE_STRONG : TD_CHART_FACE_NAME;
            TdChartEnd *end = td_chart_ends_add (ends, g_strdup (chart->row_names[row]),
                                                 dup_end_number (chart, row, i - 1),
                                                 look.back               ? 2
                                                 : chart->reference[row] ? 1
                                                                         : 0,
                                                 look.back ? theme->soft : theme->text, face);

            end->marked = !look.back && !chart->reference[row];
            end->look = look;
            names = MAX (names, td_chart_build_measure (build, face, end->text)
                                    + td_chart_build_measure (build, face, end->number)
                                    + theme->font_size * 0.4
                                    + (end->marked ? theme->font_size * 0.9 : 0));
            break;
          }
  names = MIN (names, build->area.width * 0.4);

  top = build->area.y + line * 1.5;
  bottom = build->area.y + build->area.height - lane;
  right = build->area.x + build->area.width - (names > 0 ? names + theme->font_size : 0);
  pitch = (right - build->area.x) / MAX (n, 1);
  /* Half a line for the words of the lowest tick, which reach below the plot. */
  bottom -= MIN (td_chart_periods_get_height (build, pitch) + line * 0.3, build->area.height / 4);
  bottom = MAX (bottom, top + 1);
  /* Markers at the ends of the axis lie inside the plot with their whole height. */
  td_chart_ruler_init_up (&ruler, build, &range, &chart->axis, FALSE,
                          MAX (bottom - theme->font_size * 0.28, top + 0.5),
                          MIN (top + theme->font_size * 0.28, bottom - 0.5));
  left = build->area.x + td_chart_ruler_get_words_width (&ruler, build) + theme->font_size * 0.4;
  right = MAX (right, left + 1);
  pitch = n > 1 ? (right - left - theme->font_size * 1.2) / (n - 1) : 0;
  pitch = MAX (pitch, 0);
  start = n > 1 ? left + theme->font_size * 0.6 : (left + right) / 2;
  build->plot = (TdChartRect){ left, top, right - left, bottom + lane - top };

  if (ruler.scale.from > 0 || ruler.scale.to < 0)
    {
      g_string_append (caption, caption->len > 0 ? " – " : "");
      g_string_append (caption,
                       SAY (chart, N_ ("the axis does not start at 0"), "trục không bắt đầu từ 0"));
    }
  if (caption->len > 0)
    td_chart_build_text (build, caption->str,
                         &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                             .color = theme->soft,
                                             .x = build->area.x,
                                             .y = build->area.y,
                                             .width = build->area.width,
                                             .mark = -1 });
  td_chart_ruler_draw_up (&ruler, build, left, right);
  td_chart_periods_draw (build, start, pitch, bottom + lane + line * 0.3);

  size = n == 1 ? theme->font_size * 0.55
                : MIN (theme->font_size * 0.55, MAX (pitch * 0.5, theme->font_size * 0.3));
  markers = pitch >= theme->font_size * 0.9 || n == 1;
  for (guint row = 0; row < chart->n_rows; row++)
    for (guint i = 0; i < n; i++)
      {
        TdChartNode *node = &nodes[(gsize) row * n + i];
        const TdChartValue *value = td_chart_get (chart, row, i);

        node->known = value->known;
        node->x = start + pitch * i;
        node->y = value->known ? td_chart_ruler_at (&ruler, value->number) : 0;
        marks[(gsize) row * n + i] = -1;
        if (value->known || (row == 0 && lane > 0))
          marks[(gsize) row * n + i] = td_chart_build_round (
              build, row, i, node->x, value->known ? node->y : bottom + lane * 0.55,
              value->known ? size / 2 : theme->font_size * 0.375, (TdChartPlace){ (int) row, i });
      }
  for (guint k = 0; k < chart->n_rows; k++)
    {
      TdChartSeriesLook look = td_chart_series_get_look (chart, theme, order[k]);
      gsize at = (gsize) order[k] * n;

      td_chart_series_draw (build, order[k], nodes + at, n, &look, size,
                            markers && !chart->reference[order[k]], FALSE, marks + at);
    }
  if (lane > 0)
    draw_lane (build, marks, theme->font_size * 0.75);

  if (single && n <= MAX_NUMBERS)
    for (guint i = n; i > 0; i--)
      if (nodes[i - 1].known)
        draw_number (build, nodes, n, i - 1, marks);
  for (guint row = 0, e = 0; row < chart->n_rows && e < ends->len; row++)
    for (guint i = n; i > 0; i--)
      if (nodes[(gsize) row * n + i - 1].known)
        {
          TdChartEnd *end = &g_array_index (ends, TdChartEnd, e++);

          end->x = nodes[(gsize) row * n + i - 1].x + size;
          end->y = nodes[(gsize) row * n + i - 1].y;
          break;
        }
  td_chart_ends_draw (ends, build, top - line * 0.3, bottom + lane, right + theme->font_size * 0.5,
                      build->area.x + build->area.width - right - theme->font_size * 0.5, FALSE);
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

static const TdChartKind lines_kind = {
  N_ ("Line chart"), "Biểu đồ đường", fill_legend, measure, lay_out, NULL, describe, tabulate, TRUE,
};

TdChart *
td_chart_new_lines (const TdChartLines *data)
{
  TdChart *self;
  gboolean goal;

  g_return_val_if_fail (data != NULL && (data->series != NULL || data->n_series == 0), NULL);

  goal = data->goal != NULL;
  self = td_chart_alloc (&lines_kind, &data->head, &data->axis, data->n_series + (goal ? 1 : 0),
                         data->n_periods, sizeof (Extra));
  if (self == NULL)
    return NULL;
  ((Extra *) self->extra)->goal = goal;
  td_chart_series_keep_columns (self, data->periods, data->n_periods);
  td_chart_series_keep (self, data->series, data->n_series);
  if (goal)
    {
      guint row = data->n_series;

      self->reference[row] = TRUE;
      self->row_names[row] = td_chart_keep_name (
          self, data->goal->name != NULL ? data->goal->name : SAY (self, N_ ("Goal"), "Mục tiêu"));
      for (guint i = 0; i < data->n_periods && data->goal->values != NULL; i++)
        td_chart_set (self, row, i, &data->goal->values[i]);
    }
  return self;
}
