/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-layout.h"

#include <math.h>

#include "charts/td-chart-layout-private.h"

/* Larger pictures are drawn each time instead of being kept. */
#define MAX_PIXELS (48.0 * 1024 * 1024)
#define MAX_SIDE   16384.0

TdChartLayout *
td_chart_layout_new (TdChart *chart, const TdChartTheme *theme, double width, double height)
{
  TdChartLayout *self;
  TdChartBuild build = { 0 };

  g_return_val_if_fail (chart != NULL && theme != NULL, NULL);

  width = isfinite (width) ? CLAMP (width, 1, 1e5) : 1;
  height = isfinite (height) ? CLAMP (height, 1, 1e5) : 1;
  self = g_new0 (TdChartLayout, 1);
  self->chart = td_chart_ref (chart);
  self->theme = *theme;
  td_chart_theme_clean (&self->theme);
  self->pen = td_chart_pen_new (&self->theme);
  self->scene = td_chart_scene_new (width, height, &self->theme);
  self->marks = g_array_new (FALSE, TRUE, sizeof (TdChartMark));
  self->places = g_array_new (FALSE, TRUE, sizeof (TdChartPlace));
  build.chart = chart;
  build.theme = &self->theme;
  build.pen = self->pen;
  build.scene = self->scene;
  build.marks = self->marks;
  build.places = self->places;
  td_chart_frame_lay_out (chart, &build, &self->theme, self->pen, width);
  if (chart->n_rows == 0 || chart->n_columns == 0)
    td_chart_build_nothing (&build);
  else
    chart->kind->lay_out (&build);
  self->plot = build.plot;
  self->has_periods = build.has_periods;
  self->period_start = build.period_start;
  self->period_pitch = build.period_pitch;
  return self;
}

void
td_chart_layout_free (TdChartLayout *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->shown, g_string_chunk_free);
  g_array_unref (self->marks);
  g_array_unref (self->places);
  td_chart_scene_free (self->scene);
  td_chart_pen_free (self->pen);
  td_chart_unref (self->chart);
  g_free (self);
}

TdChart *
td_chart_layout_get_chart (TdChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart;
}

double
td_chart_layout_get_width (const TdChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scene->box.width;
}

double
td_chart_layout_get_height (const TdChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scene->box.height;
}

TdChartRect
td_chart_layout_get_plot (const TdChartLayout *self)
{
  g_return_val_if_fail (self != NULL, (TdChartRect){ 0 });

  return self->plot;
}

const TdChartMark *
td_chart_layout_get_marks (const TdChartLayout *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->marks->len;
  return (const TdChartMark *) (gpointer) self->marks->data;
}

const TdChartLabel *
td_chart_layout_get_labels (TdChartLayout *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  if (self->labels == NULL)
    {
      self->labels = g_array_new (FALSE, FALSE, sizeof (TdChartLabel));
      self->shown = g_string_chunk_new (1024);
      for (guint i = 0; i < self->scene->items->len; i++)
        {
          const TdChartItem *item = &g_array_index (self->scene->items, TdChartItem, i);
          TdChartLabel label = { item->box, NULL, item->full, item->shortened, item->mark };
          g_autofree char *shown = NULL;

          if (item->kind != TD_CHART_ITEM_TEXT)
            continue;
          shown = td_chart_pen_dup_shown (item->layout);
          label.shown = g_string_chunk_insert_const (self->shown, shown);
          g_array_append_val (self->labels, label);
        }
    }
  *n = self->labels->len;
  return (const TdChartLabel *) (gpointer) self->labels->data;
}

void
td_chart_layout_draw (TdChartLayout *self, cairo_t *cr, double x, double y)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  td_chart_scene_paint (self->scene, cr);
  cairo_restore (cr);
}

/* The picture as pixels, or NULL where there would be too many. */
static cairo_surface_t *
keep_picture (TdChartLayout *self, double scale)
{
  double width = ceil (self->scene->box.width * scale),
         height = ceil (self->scene->box.height * scale);
  cairo_t *cr;

  if (self->picture != NULL && fabs (self->picture_scale - scale) < 1e-6)
    return self->picture;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  if (!(width >= 1 && height >= 1 && width <= MAX_SIDE && height <= MAX_SIDE
        && width * height <= MAX_PIXELS))
    return NULL;
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  self->picture_scale = scale;
  if (cairo_surface_status (self->picture) != CAIRO_STATUS_SUCCESS)
    {
      g_clear_pointer (&self->picture, cairo_surface_destroy);
      return NULL;
    }
  cairo_surface_set_device_scale (self->picture, scale, scale);
  cr = cairo_create (self->picture);
  td_chart_layout_draw (self, cr, 0, 0);
  cairo_destroy (cr);
  return self->picture;
}

void
td_chart_layout_draw_screen (TdChartLayout *self, cairo_t *cr, double x, double y, double scale,
                             int mark)
{
  cairo_surface_t *picture;

  g_return_if_fail (self != NULL && cr != NULL);

  picture = keep_picture (self, scale);
  if (picture == NULL)
    td_chart_layout_draw (self, cr, x, y);
  else
    {
      cairo_save (cr);
      cairo_set_source_surface (cr, picture, x, y);
      cairo_paint (cr);
      cairo_restore (cr);
    }
  if (mark >= 0)
    td_chart_layout_draw_hover (self, cr, x, y, (guint) mark, TRUE);
}

int
td_chart_layout_hit (const TdChartLayout *self, double x, double y)
{
  int found = -1;
  double nearest = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const TdChartMark *mark = &g_array_index (self->marks, TdChartMark, i);
      double distance;

      if (!mark->round || !td_chart_rect_contains (&mark->hit, x, y))
        continue;
      distance = hypot (mark->x - x, mark->y - y);
      if (distance <= nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  for (guint i = self->marks->len; i > 0 && found < 0; i--)
    {
      const TdChartMark *mark = &g_array_index (self->marks, TdChartMark, i - 1);

      if (!mark->round && td_chart_rect_contains (&mark->hit, x, y))
        found = (int) i - 1;
    }
  return found;
}

const char *
td_chart_layout_get_label_at (TdChartLayout *self, double x, double y)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self->scene->items, TdChartItem, i);

      if (item->kind == TD_CHART_ITEM_TEXT && item->shortened
          && td_chart_rect_contains (&item->box, x, y))
        return item->full;
    }
  return NULL;
}

/* Along a line of marks: the nearest one on that side. */
static int
step_along (const TdChartLayout *self, int mark, gboolean right)
{
  const TdChartPlace *from = &g_array_index (self->places, TdChartPlace, mark);
  int found = mark;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const TdChartPlace *place = &g_array_index (self->places, TdChartPlace, i);
      double away = right ? place->column - from->column : from->column - place->column;

      if (place->row == from->row && away > 0 && away < best)
        {
          best = away;
          found = (int) i;
        }
    }
  return found;
}

/*
 * The nearest mark above or below in the same column, as the eye sees it; equal heights follow the
 * order of the marks. -1 where there is none.
 */
static int
step_in_column (const TdChartLayout *self, int mark, gboolean down)
{
  const TdChartMark *marks = (const TdChartMark *) (gpointer) self->marks->data;
  const TdChartPlace *places = (const TdChartPlace *) (gpointer) self->places->data;
  int found = -1;

  for (int i = 0; i < (int) self->marks->len; i++)
    {
      /* Whether i is further down than the mark, and than what was found so far. */
      gboolean below = marks[i].y > marks[mark].y || (marks[i].y >= marks[mark].y && i > mark);
      gboolean beyond;

      if (i == mark || below != down || fabs (places[i].column - places[mark].column) > 1e-9)
        continue;
      beyond = found >= 0
               && (marks[i].y > marks[found].y || (marks[i].y >= marks[found].y && i > found));
      if (found < 0 || beyond != down)
        found = i;
    }
  return found;
}

/*
 * The same. A mark that is alone in its column, as dots of a scatter are, has neighbours in the
 * next line of marks instead: the one in the nearest column.
 */
static int
step_across (const TdChartLayout *self, int mark, gboolean down)
{
  const TdChartPlace *from = &g_array_index (self->places, TdChartPlace, mark);
  int found = step_in_column (self, mark, down), lines = G_MAXINT;
  double best = G_MAXDOUBLE;

  if (found >= 0)
    return found;
  found = mark;
  if (step_in_column (self, mark, !down) >= 0)
    return mark;
  for (guint i = 0; i < self->places->len; i++)
    {
      const TdChartPlace *place = &g_array_index (self->places, TdChartPlace, i);
      int away = down ? place->row - from->row : from->row - place->row;
      double aside = fabs (place->column - from->column);

      if (away > 0 && (away < lines || (away == lines && aside < best)))
        {
          lines = away;
          best = aside;
          found = (int) i;
        }
    }
  return found;
}

int
td_chart_layout_step (const TdChartLayout *self, int mark, TdChartStep step)
{
  int last;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (mark >= -1 && mark < (int) self->marks->len, -1);

  last = (int) self->marks->len - 1;
  if (last < 0)
    return -1;
  if (mark < 0)
    return step == TD_CHART_STEP_LAST || step == TD_CHART_STEP_PREVIOUS ? last : 0;
  switch (step)
    {
    case TD_CHART_STEP_NEXT:
      return MIN (mark + 1, last);
    case TD_CHART_STEP_PREVIOUS:
      return MAX (mark - 1, 0);
    case TD_CHART_STEP_LEFT:
      return step_along (self, mark, FALSE);
    case TD_CHART_STEP_RIGHT:
      return step_along (self, mark, TRUE);
    case TD_CHART_STEP_UP:
      return step_across (self, mark, FALSE);
    case TD_CHART_STEP_DOWN:
      return step_across (self, mark, TRUE);
    case TD_CHART_STEP_LAST:
      return last;
    case TD_CHART_STEP_FIRST:
    default:
      return 0;
    }
}

int
td_chart_layout_find (const TdChartLayout *self, TdChartKey key)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->marks->len && (key.first != 0 || key.second != 0); i++)
    {
      const TdChartMark *mark = &g_array_index (self->marks, TdChartMark, i);

      if (mark->key.first == key.first && mark->key.second == key.second)
        return (int) i;
    }
  return -1;
}

char *
td_chart_layout_dup_hover (const TdChartLayout *self, guint mark)
{
  const TdChartMark *found;

  g_return_val_if_fail (self != NULL && mark < self->marks->len, NULL);

  found = &g_array_index (self->marks, TdChartMark, mark);
  return td_chart_dup_hover (self->chart, found->row, found->column);
}
