/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-scene.h"

#include <math.h>

TdChartScene *
td_chart_scene_new (double width, double height, const TdChartTheme *theme)
{
  TdChartScene *self = g_new0 (TdChartScene, 1);

  self->box.width = width;
  self->box.height = height;
  self->background = theme->background;
  self->line = theme->line;
  self->pitch = theme->font_size * 0.42;
  self->items = g_array_new (FALSE, TRUE, sizeof (TdChartItem));
  self->points = g_array_new (FALSE, FALSE, sizeof (TdChartPoint));
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
td_chart_scene_free (TdChartScene *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->items->len; i++)
    g_clear_object (&g_array_index (self->items, TdChartItem, i).layout);
  g_array_unref (self->items);
  g_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static TdChartItem *
append (TdChartScene *self, TdChartItemKind kind)
{
  TdChartItem *item;

  g_array_set_size (self->items, self->items->len + 1);
  item = &g_array_index (self->items, TdChartItem, self->items->len - 1);
  item->kind = (guint8) kind;
  item->mark = item->series = -1;
  item->line = self->line;
  return item;
}

TdChartItem *
td_chart_scene_add_rect (TdChartScene *self, TdChartRect box, TdChartColor fill)
{
  TdChartItem *item = append (self, TD_CHART_ITEM_RECT);

  item->box = box;
  item->fill = fill;
  item->filled = TRUE;
  return item;
}

TdChartItem *
td_chart_scene_add_path (TdChartScene *self, const TdChartPoint *points, guint n,
                         TdChartColor stroke, double line)
{
  TdChartItem *item = append (self, TD_CHART_ITEM_PATH);

  item->first_point = self->points->len;
  item->n_points = n;
  item->stroke = stroke;
  item->stroked = TRUE;
  item->line = line;
  g_array_append_vals (self->points, points, n);
  return item;
}

TdChartItem *
td_chart_scene_add_line (TdChartScene *self, double x1, double y1, double x2, double y2,
                         TdChartColor stroke, double line)
{
  TdChartPoint points[] = { { x1, y1 }, { x2, y2 } };

  return td_chart_scene_add_path (self, points, 2, stroke, line);
}

TdChartItem *
td_chart_scene_add_glyph (TdChartScene *self, TdChartGlyph glyph, double x, double y, double size,
                          TdChartColor color)
{
  TdChartItem *item = append (self, TD_CHART_ITEM_GLYPH);

  item->glyph = (guint8) glyph;
  item->box = (TdChartRect){ x - size / 2, y - size / 2, size, size };
  item->fill = item->stroke = color;
  item->line = td_chart_scene_get_glyph_line (size);
  return item;
}

TdChartItem *
td_chart_scene_add_text (TdChartScene *self, const TdChartShape *shape, const char *full, double x,
                         double y, TdChartColor color, gboolean turned)
{
  TdChartItem *item = append (self, TD_CHART_ITEM_TEXT);

  item->box = (TdChartRect){ x, y, turned ? shape->height : shape->width,
                             turned ? shape->width : shape->height };
  item->fill = color;
  item->layout = shape->layout != NULL ? g_object_ref (shape->layout) : NULL;
  item->inset = shape->inset;
  item->turned = turned;
  item->shortened = shape->shortened;
  item->full = g_string_chunk_insert_const (self->strings, full);
  return item;
}

double
td_chart_scene_get_glyph_line (double size)
{
  return MAX (size * 0.14, 0.4);
}

guint
td_chart_scene_get_dash (guint dash, double line, double lengths[4])
{
  const double *pattern;
  guint n;

  if (dash == TD_CHART_DASH_NONE)
    return 0;
  if (dash == TD_CHART_DASH_FRAME)
    {
      lengths[0] = line * 3;
      lengths[1] = line * 2;
      return 2;
    }
  pattern = td_chart_dash_of_series (dash - TD_CHART_DASH_SERIES, &n);
  for (guint i = 0; i < n; i++)
    lengths[i] = pattern[i] * line;
  return n;
}

static void
set_color (cairo_t *cr, TdChartColor color, double opacity)
{
  if (opacity < 1)
    cairo_set_source_rgba (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0, opacity);
  else
    cairo_set_source_rgb (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}

static void
set_line (cairo_t *cr, const TdChartItem *item)
{
  double lengths[4];
  guint n = td_chart_scene_get_dash (item->dash, item->line, lengths);

  cairo_set_line_width (cr, item->line);
  cairo_set_dash (cr, lengths, (int) n, 0);
}

static void
paint_pattern (const TdChartScene *self, const TdChartItem *item, cairo_t *cr, double opacity)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (TdChartSegment));

  td_chart_pattern_append (item->pattern, &item->box, self->pitch, segments);
  if (segments->len == 0)
    return;
  set_color (cr, item->ink, opacity);
  cairo_set_line_width (cr, self->line * 0.9);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < segments->len; i++)
    {
      const TdChartSegment *segment = &g_array_index (segments, TdChartSegment, i);

      cairo_move_to (cr, segment->x1, segment->y1);
      cairo_line_to (cr, segment->x2, segment->y2);
    }
  cairo_stroke (cr);
}

static void
paint_rect (const TdChartScene *self, const TdChartItem *item, cairo_t *cr, double opacity)
{
  const TdChartRect *box = &item->box;

  if (item->filled)
    {
      /* Bars thinner than a pixel would pile up to a pale haze if each were smoothed by itself. */
      gboolean thin = MIN (box->width, box->height) < 1.5;

      set_color (cr, item->fill, opacity);
      /* A hundredth closes the seams that Cairo's rounding to 1/256 leaves between rows. */
      cairo_rectangle (cr, box->x, box->y, box->width, box->height + (thin ? 0.01 : 0));
      if (thin)
        cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
      cairo_fill (cr);
      if (thin)
        cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
    }
  if (item->pattern != TD_CHART_PATTERN_SOLID)
    paint_pattern (self, item, cr, opacity);
  if (item->stroked)
    {
      /* The frame lies inside, so that no mark reaches out of its place. */
      double line = MIN (item->line, MIN (box->width, box->height));

      set_color (cr, item->stroke, opacity);
      set_line (cr, item);
      cairo_set_line_width (cr, line);
      cairo_rectangle (cr, box->x + line / 2, box->y + line / 2, box->width - line,
                       box->height - line);
      cairo_stroke (cr);
    }
}

static void
paint_path (const TdChartItem *item, const TdChartPoint *points, cairo_t *cr, double opacity)
{
  for (guint i = 0; i < item->n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (item->closed)
    cairo_close_path (cr);
  if (item->filled)
    {
      set_color (cr, item->fill, opacity);
      cairo_fill_preserve (cr);
    }
  if (item->stroked)
    {
      set_color (cr, item->stroke, opacity);
      set_line (cr, item);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
paint_glyph (const TdChartItem *item, cairo_t *cr, double opacity)
{
  double half = item->box.width / 2, x = item->box.x + half, y = item->box.y + half;
  gboolean filled;
  const TdChartStroke *stroke = td_chart_glyph_get_strokes (item->glyph, &filled);

  set_color (cr, item->fill, opacity);
  cairo_set_line_width (cr, item->line);
  cairo_set_dash (cr, NULL, 0, 0);
  for (; stroke->kind != TD_CHART_STROKE_END; stroke++)
    switch ((TdChartStrokeKind) stroke->kind)
      {
      case TD_CHART_STROKE_MOVE:
        cairo_move_to (cr, x + stroke->x * half, y + stroke->y * half);
        break;
      case TD_CHART_STROKE_LINE:
        cairo_line_to (cr, x + stroke->x * half, y + stroke->y * half);
        break;
      case TD_CHART_STROKE_CLOSE:
        cairo_close_path (cr);
        break;
      case TD_CHART_STROKE_CIRCLE:
        cairo_new_sub_path (cr);
        cairo_arc (cr, x + stroke->x * half, y + stroke->y * half, stroke->radius * half, 0,
                   2 * G_PI);
        cairo_close_path (cr);
        break;
      case TD_CHART_STROKE_DOT:
        if (!filled)
          cairo_stroke (cr);
        cairo_new_sub_path (cr);
        cairo_arc (cr, x + stroke->x * half, y + stroke->y * half, stroke->radius * half, 0,
                   2 * G_PI);
        cairo_fill (cr);
        break;
      case TD_CHART_STROKE_END:
      default:
        break;
      }
  if (filled)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}

static void
paint_text (const TdChartItem *item, cairo_t *cr, double opacity)
{
  if (item->layout == NULL)
    return;
  set_color (cr, item->fill, opacity);
  if (!item->turned)
    {
      cairo_move_to (cr, item->box.x - item->inset, item->box.y);
      pango_cairo_show_layout (cr, item->layout);
      cairo_new_path (cr);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, item->box.x, item->box.y + item->box.height + item->inset);
  cairo_rotate (cr, -G_PI_2);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, item->layout);
  cairo_restore (cr);
  cairo_new_path (cr);
}

void
td_chart_scene_paint_item (const TdChartScene *self, const TdChartItem *item,
                           const TdChartPoint *points, cairo_t *cr, double opacity)
{
  if (opacity <= 0)
    return;
  switch ((TdChartItemKind) item->kind)
    {
    case TD_CHART_ITEM_RECT:
      paint_rect (self, item, cr, opacity);
      break;
    case TD_CHART_ITEM_PATH:
      paint_path (item, points, cr, opacity);
      break;
    case TD_CHART_ITEM_GLYPH:
      paint_glyph (item, cr, opacity);
      break;
    case TD_CHART_ITEM_TEXT:
      paint_text (item, cr, opacity);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
td_chart_scene_paint (const TdChartScene *self, cairo_t *cr)
{
  const TdChartPoint *points = (const TdChartPoint *) (gpointer) self->points->data;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < self->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self->items, TdChartItem, i);

      td_chart_scene_paint_item (self, item, points + item->first_point, cr, 1);
    }
}
