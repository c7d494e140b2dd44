/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-axis.h"

#include <math.h>
#include <string.h>

#include "charts/td-chart-number.h"
#include "charts/td-chart-private.h"

/* More ticks than this are no help to anyone. */
#define MAX_TICKS 11

double
td_chart_ruler_at (const TdChartRuler *self, double number)
{
  return self->start + (self->end - self->start) * td_chart_scale_place (&self->scale, number);
}

static void
init_scale (TdChartScale *scale, const TdChartRange *range, const TdChartAxis *axis, gboolean zero,
            guint max_ticks)
{
  TdChartRange wide = *range;
  gboolean inside = axis->has_from && axis->has_to && axis->from < axis->to;

  if (zero)
    inside = inside && axis->from <= 0 && axis->to >= 0;
  if (range->known)
    inside = inside && range->low >= axis->from && range->high <= axis->to;
  if (inside)
    {
      td_chart_scale_init_fixed (scale, axis->from, axis->to, max_ticks, axis->whole);
      return;
    }
  if (axis->has_from)
    td_chart_range_add (&wide, axis->from);
  if (axis->has_to)
    td_chart_range_add (&wide, axis->to);
  td_chart_scale_init (scale, &wide, max_ticks, axis->whole, zero || axis->from_zero);
}

char *
td_chart_ruler_dup_tick (const TdChartRuler *self, const TdChart *chart, guint index)
{
  int power = td_chart_scale_get_power (&self->scale);
  char *text;

  /* Nobody writes "0 triệu". */
  if (self->scale.first + index == 0)
    power = 0;
  text = td_chart_scale_format_tick (&self->scale, index, power, chart->head.numbers);
  text = td_chart_number_take_unit (text, td_chart_say_power (chart->head.words, power));
  return td_chart_number_take_unit (text, self->unit);
}

double
td_chart_ruler_get_words_width (const TdChartRuler *self, TdChartBuild *build)
{
  double width = 0;

  for (guint i = 0; i < self->scale.n_ticks; i++)
    {
      g_autofree char *text = td_chart_ruler_dup_tick (self, build->chart, i);

      width = MAX (width, td_chart_build_measure (build, TD_CHART_FACE_SMALL, text));
    }
  return width;
}

static void
set_unit (TdChartRuler *self, const TdChartAxis *axis)
{
  self->unit = axis->unit != NULL && strcmp (axis->unit, "%") == 0 ? axis->unit : NULL;
}

/*
 * The left edge of a tick's words: in the middle under it, moved inside the layout where it must.
 */
static double
place_words (const TdChartRuler *self, const TdChartBuild *build, guint index, double width)
{
  double at = td_chart_ruler_at (self, td_chart_scale_get_tick (&self->scale, index)) - width / 2;

  return MAX (MIN (at, build->area.x + build->area.width - width), build->area.x);
}

static gboolean
words_fit (const TdChartRuler *self, TdChartBuild *build)
{
  double last = -1e9;

  for (guint i = 0; i < self->scale.n_ticks; i++)
    {
      g_autofree char *text = td_chart_ruler_dup_tick (self, build->chart, i);
      double width = td_chart_build_measure (build, TD_CHART_FACE_SMALL, text);
      double x = place_words (self, build, i, width);

      if (x < last + build->theme->font_size * 0.6)
        return FALSE;
      last = x + width;
    }
  return TRUE;
}

void
td_chart_ruler_init_across (TdChartRuler *self, TdChartBuild *build, const TdChartRange *range,
                            const TdChartAxis *axis, gboolean zero, double start, double end)
{
  double room = fabs (end - start) / (build->theme->font_size * 3.5);

  self->start = start;
  self->end = end;
  self->empty = !range->known;
  set_unit (self, axis);
  for (guint cap = (guint) CLAMP (room, 3, MAX_TICKS);; cap--)
    {
      init_scale (&self->scale, range, axis, zero, cap);
      if (cap <= 3 || words_fit (self, build))
        return;
    }
}

void
td_chart_ruler_init_up (TdChartRuler *self, TdChartBuild *build, const TdChartRange *range,
                        const TdChartAxis *axis, gboolean zero, double bottom, double top)
{
  double room =
      fabs (bottom - top) / (td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) * 1.9);

  self->start = bottom;
  self->end = top;
  self->empty = !range->known;
  set_unit (self, axis);
  init_scale (&self->scale, range, axis, zero, (guint) CLAMP (room, 3, 8));
}

double
td_chart_ruler_get_foot (TdChartBuild *build, const TdChartAxis *axis)
{
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  g_autofree char *name = td_chart_dup_axis_name (axis);

  return line * (name != NULL ? 2 : 1) + build->theme->font_size * 0.35;
}

static gboolean
is_zero_tick (const TdChartRuler *self, guint index)
{
  return self->scale.first + index == 0;
}

void
td_chart_ruler_draw_across (const TdChartRuler *self, TdChartBuild *build, const TdChartAxis *axis,
                            double top, double bottom)
{
  const TdChartTheme *theme = build->theme;
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  guint n_ticks = self->empty ? 0 : self->scale.n_ticks;
  double words = bottom + theme->font_size * 0.25, last = -1e9;
  g_autofree char *name = td_chart_dup_axis_name (axis);

  for (guint i = 0; i < n_ticks; i++)
    {
      double at = td_chart_style_snap (
          theme, td_chart_ruler_at (self, td_chart_scale_get_tick (&self->scale, i)));
      g_autofree char *text = td_chart_ruler_dup_tick (self, build->chart, i);
      double width = td_chart_build_measure (build, TD_CHART_FACE_SMALL, text);
      double x = place_words (self, build, i, width);

      td_chart_scene_add_line (build->scene, at, top, at, bottom,
                               is_zero_tick (self, i) ? theme->axis : theme->grid, theme->line);
      if (x < last || words + line > build->area.y + build->area.height + 1)
        continue;
      td_chart_build_text (build, text,
                           &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                               .color = theme->soft,
                                               .x = x,
                                               .y = words,
                                               .width = -1,
                                               .mark = -1 });
      last = x + width + theme->font_size * 0.3;
    }
  if (name != NULL && words + 2 * line <= build->area.y + build->area.height + 1)
    td_chart_build_text (build, name,
                         &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                             .color = theme->soft,
                                             .x = MAX (self->start, self->end),
                                             .y = words + line,
                                             .across = 1,
                                             .width = MAX (self->start, self->end) - build->area.x,
                                             .whole = TRUE,
                                             .mark = -1 });
}

void
td_chart_ruler_draw_up (const TdChartRuler *self, TdChartBuild *build, double left, double right)
{
  const TdChartTheme *theme = build->theme;
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL), last = 1e9;

  for (guint i = 0; i < self->scale.n_ticks; i++)
    {
      double at = td_chart_ruler_at (self, td_chart_scale_get_tick (&self->scale, i));
      double snapped = td_chart_style_snap (theme, at);
      g_autofree char *text = td_chart_ruler_dup_tick (self, build->chart, i);

      td_chart_scene_add_line (build->scene, left, snapped, right, snapped,
                               is_zero_tick (self, i) ? theme->axis : theme->grid, theme->line);
      if (at + line / 2 > last)
        continue;
      td_chart_build_text (build, text,
                           &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                               .color = theme->soft,
                                               .x = left - theme->font_size * 0.4,
                                               .y = at,
                                               .across = 1,
                                               .down = 0.5,
                                               .width = -1,
                                               .mark = -1 });
      last = at - line / 2;
    }
}

void
td_chart_ruler_draw_zero_across (const TdChartRuler *self, TdChartBuild *build, double top,
                                 double bottom)
{
  double at = td_chart_style_snap (build->theme, td_chart_ruler_at (self, 0));

  if (self->scale.from <= 0 && self->scale.to >= 0)
    td_chart_scene_add_line (build->scene, at, top, at, bottom, build->theme->axis,
                             build->theme->line);
}

static double
get_period_width (const TdChartBuild *build)
{
  return build->theme->font_size * 9;
}

double
td_chart_periods_get_height (TdChartBuild *build, double pitch)
{
  gboolean wraps = FALSE;

  for (guint i = 0; i < build->chart->n_columns && !wraps; i++)
    wraps = td_chart_pen_shape (build->pen, TD_CHART_FACE_SMALL, build->chart->column_names[i],
                                get_period_width (build), 2, PANGO_ALIGN_CENTER)
                .height
            > td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) * 1.5;
  return td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL) * (wraps ? 2 : 1)
         + build->theme->font_size * 0.35;
}

static TdChartRect
place_period (TdChartBuild *build, guint index, double start, double pitch, double top)
{
  TdChartShape shape =
      td_chart_pen_shape (build->pen, TD_CHART_FACE_SMALL, build->chart->column_names[index],
                          get_period_width (build), 2, PANGO_ALIGN_CENTER);
  TdChartRect box = { start + pitch * index - shape.width / 2, top, shape.width, shape.height };

  box.x = MAX (MIN (box.x, build->area.x + build->area.width - box.width), build->area.x);
  return box;
}

/* Whether every @every-th name, counted from the last, leaves room between them. */
static gboolean
periods_fit (TdChartBuild *build, guint every, double start, double pitch)
{
  guint n = build->chart->n_columns;
  double next = 1e9;

  for (guint i = n - 1;; i -= every)
    {
      TdChartRect box = place_period (build, i, start, pitch, 0);

      if (box.x + box.width + build->theme->font_size * 0.5 > next)
        return FALSE;
      next = box.x;
      if (i < every)
        return TRUE;
    }
}

void
td_chart_periods_draw (TdChartBuild *build, double start, double pitch, double top)
{
  static const guint steps[] = {
    1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 10000, 100000
  };
  guint n = build->chart->n_columns, every = n;

  build->has_periods = TRUE;
  build->period_start = start;
  build->period_pitch = pitch;
  if (n == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps) && every == n && steps[i] < n; i++)
    if (periods_fit (build, steps[i], start, pitch))
      every = steps[i];
  for (guint i = (n - 1) % every; i < n; i += every)
    {
      TdChartRect box = place_period (build, i, start, pitch, top);

      if (top + box.height > build->area.y + build->area.height + 1)
        continue;
      td_chart_build_text (build, build->chart->column_names[i],
                           &(TdChartTextSpec){ .face = TD_CHART_FACE_SMALL,
                                               .color = build->theme->soft,
                                               .x = box.x + box.width / 2,
                                               .y = top + build->theme->font_size * 0.25,
                                               .across = 0.5,
                                               .width = get_period_width (build),
                                               .lines = 2,
                                               .mark = -1 });
    }
}
