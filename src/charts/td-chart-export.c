/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-export.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "charts/td-chart-layout-private.h"

/* 400 million pixels are 1.6 GB: an A0 sheet at 300 dpi fits, a mistyped size does not. */
#define MAX_PIXELS 4e8
#define MAX_SIDE   32767.0

G_DEFINE_QUARK (td_chart_error_quark, td_chart_error)

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
fail (GError **error, cairo_status_t status)
{
  g_set_error (error, TD_CHART_ERROR, TD_CHART_ERROR_FAILED,
               _ ("The picture could not be made: %s"), cairo_status_to_string (status));
  return FALSE;
}

/* The background and the picture, on whatever @surface is. */
static cairo_status_t
draw (TdChartLayout *self, cairo_surface_t *surface, double scale, gboolean transparent)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  if (!transparent)
    {
      TdChartColor color = self->theme.background;

      cairo_set_source_rgb (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
      cairo_rectangle (cr, 0, 0, self->scene->box.width, self->scene->box.height);
      cairo_fill (cr);
    }
  td_chart_layout_draw (self, cr, 0, 0);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/* The CRC of PNG chunks (ISO 3309), a bit at a time: the chunks are small. */
static guint32
crc (const guint8 *data, gsize length)
{
  guint32 value = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      value ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        value = (value & 1) != 0 ? value >> 1 ^ 0xedb88320 : value >> 1;
    }
  return ~value;
}

static void
add_big_endian (GByteArray *out, guint32 number)
{
  guint32 swapped = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &swapped, 4);
}

static void
add_chunk (GByteArray *out, const char *type, const guint8 *data, gsize length)
{
  guint start;

  add_big_endian (out, (guint32) length);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  g_byte_array_append (out, data, (guint) length);
  add_big_endian (out, crc (out->data + start, out->len - start));
}

/* keyword, no compression, no language, no translated keyword, text (PNG specification, iTXt) */
static void
add_text_chunk (GByteArray *out, const char *keyword, const char *text)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  if (text == NULL || *text == '\0')
    return;
  g_byte_array_append (data, (const guint8 *) keyword, (guint) strlen (keyword) + 1);
  g_byte_array_append (data, (const guint8 *) "\0\0\0\0", 4);
  g_byte_array_append (data, (const guint8 *) text, (guint) strlen (text));
  add_chunk (out, "iTXt", data->data, data->len);
}

/* Without the resolution a word processor takes a picture for print to be metres wide. */
static GBytes *
finish_png (TdChartLayout *self, GByteArray *png, double dpi)
{
  const guint header = 8 + 25; /* the signature and IHDR */
  guint32 per_metre = GUINT32_TO_BE ((guint32) lround (dpi / 0.0254));
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree char *words = td_chart_describe (self->chart);
  guint8 physical[9] = { 0 };

  memcpy (physical, &per_metre, 4);
  memcpy (physical + 4, &per_metre, 4);
  physical[8] = 1;
  g_byte_array_append (out, png->data, header);
  add_chunk (out, "pHYs", physical, sizeof physical);
  add_text_chunk (out, "Title", td_chart_get_head (self->chart)->title);
  add_text_chunk (out, "Description", words);
  g_byte_array_append (out, png->data + header, png->len - header);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
export_png (TdChartLayout *self, double points, double dpi, gboolean transparent, GError **error)
{
  double scale = points * dpi / 72;
  double width = ceil (self->scene->box.width * scale - 1e-6);
  double height = ceil (self->scene->box.height * scale - 1e-6);
  g_autoptr (GByteArray) png = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (!(width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS))
    {
      g_set_error (error, TD_CHART_ERROR, TD_CHART_ERROR_TOO_LARGE,
                   _ ("A picture of %.0f × %.0f pixels is too large. Choose a lower resolution."),
                   width, height);
      return NULL;
    }
  png = g_byte_array_new ();
  surface = cairo_image_surface_create (transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                        (int) MAX (width, 1), (int) MAX (height, 1));
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = draw (self, surface, scale, transparent);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS || png->len < 33)
    {
      fail (error, status);
      return NULL;
    }
  return finish_png (self, png, dpi);
}

static GBytes *
export_pdf (TdChartLayout *self, double points, const char *created, gboolean transparent,
            GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autofree char *words = td_chart_describe (self->chart);
  const char *title = td_chart_get_head (self->chart)->title;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_cb, pdf, self->scene->box.width * points, self->scene->box.height * points);
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  created != NULL ? created : "1970-01-01T00:00:00Z");
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, words);
  status = draw (self, surface, points, transparent);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      fail (error, status);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}

GBytes *
td_chart_layout_export (TdChartLayout *self, const TdChartExport *options, GError **error)
{
  double points, dpi;

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  points = options->points > 0 ? CLAMP (options->points, 0.01, 100) : 1;
  dpi = options->dpi > 0 ? CLAMP (options->dpi, 10, 2400) : 300;
  switch (options->format)
    {
    case TD_CHART_FORMAT_PNG:
      return export_png (self, points, dpi, options->transparent, error);
    case TD_CHART_FORMAT_PDF:
      return export_pdf (self, points, options->created, options->transparent, error);
    case TD_CHART_FORMAT_SVG:
    default:
      return g_string_free_to_bytes (td_chart_layout_to_svg (self, points, options->transparent));
    }
}

gboolean
td_chart_layout_save (TdChartLayout *self, const char *path, const TdChartExport *options,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && options != NULL, FALSE);

  bytes = td_chart_layout_export (self, options, error);
  if (bytes == NULL)
    return FALSE;
  return g_file_set_contents_full (
      path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}
