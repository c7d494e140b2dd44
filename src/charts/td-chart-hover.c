/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted over a picture for the mark that is chosen. */
#define G_LOG_DOMAIN "thidua-charts"

#include <math.h>
#include <string.h>

#include "charts/td-chart-layout-private.h"

/*
 * In units. What a line costs to draw is its length; a longer one would take longer than a frame
 * lasts, and its point is outlined all the same.
 */
#define MAX_LENGTH 12000

static void
set_color (cairo_t *cr, TdChartColor color)
{
  cairo_set_source_rgb (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}

/* Whether @item is a line of the series. */
static gboolean
is_line_of (const TdChartItem *item, int series)
{
  return item->series == series && item->kind == TD_CHART_ITEM_PATH && item->stroked;
}

static double
get_length (const TdChartScene *scene, int series)
{
  const TdChartPoint *points = (const TdChartPoint *) (gpointer) scene->points->data;
  double length = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (scene->items, TdChartItem, i);

      for (guint p = 1; is_line_of (item, series) && p < item->n_points; p++)
        length += hypot (points[item->first_point + p].x - points[item->first_point + p - 1].x,
                         points[item->first_point + p].y - points[item->first_point + p - 1].y);
    }
  return length;
}

/* The line of the chosen series once more, above the others and stronger. */
static void
paint_series (TdChartLayout *self, cairo_t *cr, int series)
{
  const TdChartPoint *points = (const TdChartPoint *) (gpointer) self->scene->points->data;

  double length = get_length (self->scene, series);

  if (!(length > 0 && length <= MAX_LENGTH))
    return;
  /* This is painted at every movement of the pointer: quickly comes before finely. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < self->scene->items->len; i++)
    {
      TdChartItem strong = g_array_index (self->scene->items, TdChartItem, i);

      if (!is_line_of (&strong, series))
        continue;
      if (memcmp (&strong.stroke, &self->theme.context, sizeof strong.stroke) == 0)
        strong.stroke = self->theme.accent;
      strong.filled = FALSE;
      strong.dash = TD_CHART_DASH_NONE;
      strong.line += 1.5 * self->theme.line;
      td_chart_scene_paint_item (self->scene, &strong, points + strong.first_point, cr, 1);
    }
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  /* Its markers and their numbers stay above it. */
  for (guint i = 0; i < self->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self->scene->items, TdChartItem, i);

      if (item->mark >= 0
          && g_array_index (self->marks, TdChartMark, item->mark).row == (guint) series)
        td_chart_scene_paint_item (self->scene, item, points + item->first_point, cr, 1);
    }
}

/* A frame or a ring in the text's colour, with the background around it so that it is seen on any
 * mark. */
static void
paint_outline (TdChartLayout *self, cairo_t *cr, const TdChartMark *mark)
{
  double line = 2 * self->theme.line;

  for (guint i = 0; i < 2; i++)
    {
      cairo_set_line_width (cr, i == 0 ? line * 2.2 : line);
      cairo_set_dash (cr, NULL, 0, 0);
      if (mark->round)
        cairo_arc (cr, mark->x, mark->y, mark->bounds.width / 2 + line, 0, 2 * G_PI);
      else
        cairo_rectangle (cr, mark->bounds.x - line / 2, mark->bounds.y - line / 2,
                         mark->bounds.width + line, mark->bounds.height + line);
      set_color (cr, i == 0 ? self->theme.background : self->theme.text);
      cairo_stroke (cr);
    }
}

/* Beside the mark where there is room, always inside the picture. */
static void
place_card (const TdChartLayout *self, const TdChartMark *mark, TdChartRect *card)
{
  double gap = self->theme.font_size * 0.6;
  const TdChartRect *box = &self->scene->box;

  card->x = mark->x + gap;
  if (card->x + card->width > box->width)
    card->x = mark->x - gap - card->width;
  card->x = MAX (MIN (card->x, box->width - card->width), 0);
  card->y = mark->bounds.y - gap - card->height;
  if (card->y < 0)
    card->y = mark->bounds.y + mark->bounds.height + gap;
  card->y = MAX (MIN (card->y, box->height - card->height), 0);
}

static void
paint_card (TdChartLayout *self, cairo_t *cr, const TdChartMark *mark)
{
  g_autofree char *text = td_chart_dup_hover (self->chart, mark->row, mark->column);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double pad = self->theme.font_size * 0.5;
  double room = MIN (self->theme.font_size * 26, self->scene->box.width - 2 * pad), y;
  TdChartRect card = { 0, 0, 0, 2 * pad };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TdChartShape shape =
          td_chart_pen_shape (self->pen, i == 0 ? TD_CHART_FACE_STRONG : TD_CHART_FACE_VALUE,
                              lines[i], room, 4, PANGO_ALIGN_LEFT);

      card.width = MAX (card.width, shape.width + 2 * pad);
      card.height += shape.height;
    }
  if (card.width > self->scene->box.width || card.height > self->scene->box.height)
    return;
  place_card (self, mark, &card);
  cairo_set_line_width (cr, self->theme.line);
  cairo_rectangle (cr, card.x, card.y, card.width, card.height);
  set_color (cr, self->theme.background);
  cairo_fill_preserve (cr);
  set_color (cr, self->theme.axis);
  cairo_stroke (cr);
  y = card.y + pad;
  set_color (cr, self->theme.text);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      TdChartShape shape =
          td_chart_pen_shape (self->pen, i == 0 ? TD_CHART_FACE_STRONG : TD_CHART_FACE_VALUE,
                              lines[i], room, 4, PANGO_ALIGN_LEFT);

      if (shape.layout == NULL)
        continue;
      cairo_move_to (cr, card.x + pad - shape.inset, y);
      pango_cairo_show_layout (cr, shape.layout);
      y += shape.height;
    }
}

void
td_chart_layout_draw_hover (TdChartLayout *self, cairo_t *cr, double x, double y, guint mark,
                            gboolean card)
{
  const TdChartMark *chosen;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (mark < self->marks->len);

  chosen = &g_array_index (self->marks, TdChartMark, mark);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->chart->n_rows > 1)
    paint_series (self, cr, (int) chosen->row);
  paint_outline (self, cr, chosen);
  if (card)
    paint_card (self, cr, chosen);
  cairo_restore (cr);
}
