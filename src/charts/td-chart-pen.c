/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-pen.h"

#include <math.h>
#include <string.h>

/* In less room than this, in font sizes, a shortened name is dots with a letter: better none. */
#define MIN_SHORTENED 3

struct _TdChartPen
{
  PangoContext *context;
  PangoFontDescription *fonts[TD_CHART_N_FACES];
  double size;                    /* the theme's font size */
  double lines[TD_CHART_N_FACES]; /* heights; 0 until asked for */
  GHashTable *shapes;             /* of a request, as text, to its TdChartShape */
};

static const struct
{
  double size; /* times the theme's */
  gboolean bold;
} faces[TD_CHART_N_FACES] = {
  [TD_CHART_FACE_TITLE] = { 1.2, TRUE },   [TD_CHART_FACE_NAME] = { 1, FALSE },
  [TD_CHART_FACE_STRONG] = { 1, TRUE },    [TD_CHART_FACE_VALUE] = { 1, FALSE },
  [TD_CHART_FACE_SMALL] = { 0.85, FALSE }, [TD_CHART_FACE_NOTE] = { 0.85, FALSE },
};

static void
free_shape (gpointer data)
{
  TdChartShape *shape = data;

  g_clear_object (&shape->layout);
  g_free (shape);
}

TdChartPen *
td_chart_pen_new (const TdChartTheme *theme)
{
  TdChartPen *self = g_new0 (TdChartPen, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  cairo_font_options_destroy (options);
  self->size = theme->font_size;
  for (guint i = 0; i < TD_CHART_N_FACES; i++)
    {
      /* By its parts: from a string "Times New Roman 13" Pango reads "Roman" as a style. */
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_family (self->fonts[i], theme->family);
      pango_font_description_set_absolute_size (self->fonts[i],
                                                theme->font_size * faces[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i],
                                         faces[i].bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    }
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_shape);
  return self;
}

void
td_chart_pen_free (TdChartPen *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->shapes);
  for (guint i = 0; i < TD_CHART_N_FACES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
new_layout (TdChartPen *self, TdChartFace face, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[face]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (face == TD_CHART_FACE_VALUE || face == TD_CHART_FACE_SMALL)
    {
      /* Digits of one width stand under each other. */
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

double
td_chart_pen_get_line (TdChartPen *self, TdChartFace face)
{
  if (self->lines[face] <= 0)
    {
      g_autoptr (PangoLayout) layout = new_layout (self, face, "Ặg");
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      self->lines[face] = (double) logical.height / PANGO_SCALE;
    }
  return self->lines[face];
}

static TdChartShape *
make_shape (TdChartPen *self, TdChartFace face, const char *text, double width, guint lines,
            PangoAlignment align)
{
  TdChartShape *shape = g_new0 (TdChartShape, 1);
  PangoRectangle logical;

  if (width >= 0 && width < 1)
    return shape;
  shape->layout = new_layout (self, face, text);
  pango_layout_get_extents (shape->layout, NULL, &logical);
  if (width >= 0 && (double) logical.width / PANGO_SCALE > width)
    {
      pango_layout_set_width (shape->layout, (int) floor (MIN (width, 1e5) * PANGO_SCALE));
      pango_layout_set_wrap (shape->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (shape->layout, -(int) MAX (lines, 1));
      /* The ends of units' names tell them apart: "Trung tâm … phường Hải Hòa". */
      pango_layout_set_ellipsize (shape->layout,
                                  face == TD_CHART_FACE_TITLE || face == TD_CHART_FACE_NOTE
                                      ? PANGO_ELLIPSIZE_END
                                      : PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_set_alignment (shape->layout, align);
      pango_layout_get_extents (shape->layout, NULL, &logical);
    }
  shape->width = (double) logical.width / PANGO_SCALE;
  shape->height = (double) logical.height / PANGO_SCALE;
  shape->inset = (double) logical.x / PANGO_SCALE;
  shape->shortened = pango_layout_is_ellipsized (shape->layout);
  if ((width >= 0 && shape->width > width + 0.5)
      || (shape->shortened && width < self->size * MIN_SHORTENED))
    {
      g_clear_object (&shape->layout);
      shape->width = shape->height = shape->inset = 0;
    }
  return shape;
}

TdChartShape
td_chart_pen_shape (TdChartPen *self, TdChartFace face, const char *text, double width, guint lines,
                    PangoAlignment align)
{
  g_autofree char *key =
      g_strdup_printf ("%d %d %u %d %s", (int) face, width < 0 ? -1 : (int) (MIN (width, 1e5) * 16),
                       lines, (int) align, text);
  TdChartShape *shape = g_hash_table_lookup (self->shapes, key);

  if (shape == NULL)
    {
      shape = make_shape (self, face, text, width, lines, align);
      g_hash_table_insert (self->shapes, g_steal_pointer (&key), shape);
    }
  return *shape;
}

char *
td_chart_pen_dup_line (PangoLayout *layout, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  GString *shown = g_string_new (NULL);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;

      if ((run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        g_string_append (shown, "…");
      else
        g_string_append_len (shown, text + run->item->offset, run->item->length);
    }
  return g_strchomp (g_string_free (shown, FALSE));
}

char *
td_chart_pen_dup_shown (PangoLayout *layout)
{
  GString *shown = g_string_new (NULL);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      g_autofree char *line =
          td_chart_pen_dup_line (layout, pango_layout_get_line_readonly (layout, i));

      if (i > 0)
        g_string_append_c (shown, ' ');
      g_string_append (shown, line);
    }
  return g_string_free (shown, FALSE);
}
