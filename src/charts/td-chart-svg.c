/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture as SVG, written from the scene rather than by Cairo, which would turn texts into
 * shapes: here they can be searched, read aloud and edited, and marks say what they are when
 * pointed at.
 */
#define G_LOG_DOMAIN "thidua-charts"

#include <math.h>
#include <string.h>

#include "charts/td-chart-layout-private.h"

/* Hundredths of a unit are finer than any printer. */
static void
add_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    buffer[--length] = '\0';
  if (buffer[length - 1] == '.')
    buffer[--length] = '\0';
  g_string_append (out, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static void
add_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  add_number (out, number);
  g_string_append_c (out, '"');
}

static void
add_color (GString *out, const char *name, TdChartColor color)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, color.red, color.green, color.blue);
}

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
add_stroke (GString *out, TdChartColor color, double line, guint dash)
{
  double lengths[4];
  guint n = td_chart_scene_get_dash (dash, line, lengths);

  add_color (out, "stroke", color);
  add_attribute (out, "stroke-width", line);
  if (n == 0)
    return;
  g_string_append (out, " stroke-dasharray=\"");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      add_number (out, lengths[i]);
    }
  g_string_append_c (out, '"');
}

static void
add_point (GString *out, char command, double x, double y)
{
  g_string_append_c (out, command);
  add_number (out, x);
  g_string_append_c (out, ' ');
  add_number (out, y);
}

/* Ends an element; a mark's shape says what it stands for. */
static void
close_shape (GString *out, TdChartLayout *self, const TdChartItem *item, const char *element)
{
  g_autofree char *hover = NULL;

  if (item->mark < 0)
    {
      g_string_append (out, "/>\n");
      return;
    }
  hover = td_chart_layout_dup_hover (self, (guint) item->mark);
  g_string_append (out, "><title>");
  add_escaped (out, hover);
  g_string_append_printf (out, "</title></%s>\n", element);
}

static void
add_box (GString *out, const TdChartRect *box, double inset)
{
  g_string_append (out, "<rect");
  add_attribute (out, "x", box->x + inset);
  add_attribute (out, "y", box->y + inset);
  add_attribute (out, "width", MAX (box->width - 2 * inset, 0));
  add_attribute (out, "height", MAX (box->height - 2 * inset, 0));
}

static void
add_rect (GString *out, TdChartLayout *self, const TdChartItem *item)
{
  if (item->filled)
    {
      add_box (out, &item->box, 0);
      add_color (out, "fill", item->fill);
      close_shape (out, self, item, "rect");
    }
  if (item->pattern != TD_CHART_PATTERN_SOLID)
    {
      g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (TdChartSegment));

      td_chart_pattern_append (item->pattern, &item->box, self->scene->pitch, segments);
      if (segments->len > 0)
        {
          g_string_append (out, "<path pointer-events=\"none\" fill=\"none\"");
          add_stroke (out, item->ink, self->scene->line * 0.9, TD_CHART_DASH_NONE);
          g_string_append (out, " d=\"");
          for (guint i = 0; i < segments->len; i++)
            {
              const TdChartSegment *segment = &g_array_index (segments, TdChartSegment, i);

              add_point (out, 'M', segment->x1, segment->y1);
              add_point (out, 'L', segment->x2, segment->y2);
            }
          g_string_append (out, "\"/>\n");
        }
    }
  if (item->stroked)
    {
      double line = MIN (item->line, MIN (item->box.width, item->box.height));

      add_box (out, &item->box, line / 2);
      g_string_append (out, " fill=\"none\" pointer-events=\"none\"");
      add_stroke (out, item->stroke, line, item->dash);
      g_string_append (out, "/>\n");
    }
}

static void
add_path (GString *out, TdChartLayout *self, const TdChartItem *item)
{
  const TdChartPoint *points =
      &g_array_index (self->scene->points, TdChartPoint, item->first_point);

  g_string_append (out, "<path");
  if (item->filled)
    add_color (out, "fill", item->fill);
  else
    g_string_append (out, " fill=\"none\"");
  if (item->stroked)
    add_stroke (out, item->stroke, item->line, item->dash);
  g_string_append (out, " d=\"");
  for (guint i = 0; i < item->n_points; i++)
    add_point (out, i == 0 ? 'M' : 'L', points[i].x, points[i].y);
  g_string_append (out, item->closed ? "Z\"" : "\"");
  close_shape (out, self, item, "path");
}

static void
add_circle (GString *out, double x, double y, double radius)
{
  add_point (out, 'M', x - radius, y);
  for (guint i = 0; i < 2; i++)
    {
      g_string_append_c (out, 'a');
      add_number (out, radius);
      g_string_append_c (out, ' ');
      add_number (out, radius);
      g_string_append (out, i == 0 ? " 0 1 0 " : " 0 1 0 -");
      add_number (out, 2 * radius);
      g_string_append (out, " 0");
    }
  g_string_append_c (out, 'Z');
}

static void
add_glyph (GString *out, TdChartLayout *self, const TdChartItem *item)
{
  double half = item->box.width / 2, x = item->box.x + half, y = item->box.y + half;
  gboolean filled;
  const TdChartStroke *strokes = td_chart_glyph_get_strokes (item->glyph, &filled);
  g_autoptr (GString) dots = g_string_new (NULL);

  g_string_append (out, "<path");
  if (filled)
    add_color (out, "fill", item->fill);
  else
    {
      g_string_append (out, " fill=\"none\"");
      add_stroke (out, item->fill, item->line, TD_CHART_DASH_NONE);
    }
  g_string_append (out, " d=\"");
  for (; strokes->kind != TD_CHART_STROKE_END; strokes++)
    switch ((TdChartStrokeKind) strokes->kind)
      {
      case TD_CHART_STROKE_MOVE:
        add_point (out, 'M', x + strokes->x * half, y + strokes->y * half);
        break;
      case TD_CHART_STROKE_LINE:
        add_point (out, 'L', x + strokes->x * half, y + strokes->y * half);
        break;
      case TD_CHART_STROKE_CLOSE:
        g_string_append_c (out, 'Z');
        break;
      case TD_CHART_STROKE_CIRCLE:
        add_circle (out, x + strokes->x * half, y + strokes->y * half, strokes->radius * half);
        break;
      case TD_CHART_STROKE_DOT:
        add_circle (dots, x + strokes->x * half, y + strokes->y * half, strokes->radius * half);
        break;
      case TD_CHART_STROKE_END:
      default:
        break;
      }
  g_string_append_c (out, '"');
  close_shape (out, self, item, "path");
  if (dots->len > 0)
    {
      g_string_append (out, "<path");
      add_color (out, "fill", item->fill);
      g_string_append_printf (out, " d=\"%s\"/>\n", dots->str);
    }
}

/* A line at a time, at the place and of the width that Pango gave it. */
static void
add_text (GString *out, const TdChartItem *item)
{
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree char *shown = td_chart_pen_dup_line (item->layout, line);
      PangoRectangle logical;
      double along, baseline;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      along = (double) logical.x / PANGO_SCALE - item->inset;
      baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      g_string_append (out, "<text");
      if (item->turned)
        {
          g_string_append (out, " transform=\"translate(");
          add_number (out, item->box.x + baseline);
          g_string_append_c (out, ' ');
          add_number (out, item->box.y + item->box.height - along);
          g_string_append (out, ") rotate(-90)\"");
        }
      else
        {
          add_attribute (out, "x", item->box.x + along);
          add_attribute (out, "y", item->box.y + baseline);
        }
      add_attribute (out, "font-size",
                     (double) pango_font_description_get_size (font) / PANGO_SCALE);
      if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
        g_string_append (out, " font-weight=\"bold\"");
      /* Whatever font the reader has, the words stay in their place. */
      add_attribute (out, "textLength", (double) logical.width / PANGO_SCALE);
      g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
      add_color (out, "fill", item->fill);
      g_string_append_c (out, '>');
      if (item->shortened)
        {
          g_string_append (out, "<title>");
          add_escaped (out, item->full);
          g_string_append (out, "</title>");
        }
      add_escaped (out, shown);
      g_string_append (out, "</text>\n");
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

GString *
td_chart_layout_to_svg (TdChartLayout *self, double points, gboolean transparent)
{
  const TdChartScene *scene = self->scene;
  GString *out =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"vi\" role=\"img\""
                    " aria-labelledby=\"title desc\" width=\"");
  g_autofree char *words = td_chart_describe (self->chart);
  const char *title = td_chart_get_head (self->chart)->title;

  add_number (out, scene->box.width * points);
  g_string_append (out, "pt\" height=\"");
  add_number (out, scene->box.height * points);
  g_string_append (out, "pt\" viewBox=\"0 0 ");
  add_number (out, scene->box.width);
  g_string_append_c (out, ' ');
  add_number (out, scene->box.height);
  g_string_append (out, "\" font-family=\"");
  if (g_str_equal (self->theme.family, "sans-serif"))
    g_string_append (out, "sans-serif");
  else
    {
      /* Whatever is in a name, inside quotes it is a name; a quote itself cannot be. */
      g_autofree char *family = g_strdelimit (g_strdup (self->theme.family), "'\\", ' ');

      g_string_append_c (out, '\'');
      add_escaped (out, family);
      g_string_append (out, "', sans-serif");
    }
  g_string_append (out, "\" stroke-linejoin=\"round\">\n<title id=\"title\">");
  add_escaped (out, title != NULL ? title : "");
  g_string_append (out, "</title>\n<desc id=\"desc\">");
  add_escaped (out, words);
  g_string_append (out, "</desc>\n");
  if (!transparent)
    {
      add_box (out, &scene->box, 0);
      add_color (out, "fill", scene->background);
      g_string_append (out, "/>\n");
    }
  for (guint i = 0; i < scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (scene->items, TdChartItem, i);

      switch ((TdChartItemKind) item->kind)
        {
        case TD_CHART_ITEM_RECT:
          add_rect (out, self, item);
          break;
        case TD_CHART_ITEM_PATH:
          add_path (out, self, item);
          break;
        case TD_CHART_ITEM_GLYPH:
          add_glyph (out, self, item);
          break;
        case TD_CHART_ITEM_TEXT:
          add_text (out, item);
          break;
        default:
          break;
        }
    }
  g_string_append (out, "</svg>\n");
  return out;
}
