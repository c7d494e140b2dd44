/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-bound-file.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

/* Dots an inch of a picture that does not say: what screens were once taken to have. */
#define DEFAULT_DPI 96.0

struct _TdBoundFile
{
  char *path;
  char *title;
  char *head; /* nullable */
  char *hash; /* nullable */
  gboolean altered;
  PopplerDocument *pdf;
  GdkPixbuf *picture; /* decoded, turned the way the camera says */
  GBytes *jpeg;       /* the file itself, when a PDF can take it as it is */
  guint n_pages;
};

TdBoundFile *
td_bound_file_new (const char *path, const char *title)
{
  TdBoundFile *self = g_new0 (TdBoundFile, 1);

  self->path = g_strdup (path);
  self->title = g_strdup (title);
  return self;
}

void
td_bound_file_close (TdBoundFile *self)
{
  g_clear_object (&self->pdf);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->jpeg, g_bytes_unref);
}

void
td_bound_file_free (TdBoundFile *self)
{
  if (self == NULL)
    return;
  td_bound_file_close (self);
  g_free (self->path);
  g_free (self->title);
  g_free (self->head);
  g_free (self->hash);
  g_free (self);
}

const char *
td_bound_file_get_title (const TdBoundFile *self)
{
  return self->title;
}

void
td_bound_file_set_head (TdBoundFile *self, const char *head)
{
  g_free (self->head);
  self->head = g_strdup (head);
}

const char *
td_bound_file_get_head (const TdBoundFile *self)
{
  return self->head;
}

void
td_bound_file_set_hash (TdBoundFile *self, const char *hash)
{
  g_free (self->hash);
  self->hash = g_strdup (hash);
}

gboolean
td_bound_file_is_altered (const TdBoundFile *self)
{
  return self->altered;
}

static gboolean
open_pdf (TdBoundFile *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;

  self->pdf = poppler_document_new_from_bytes (bytes, NULL, &reason);
  if (self->pdf == NULL)
    {
      if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                     _ ("“%s” is protected by a password: save it without one and add it again"),
                     self->title);
      else
        g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT, _ ("“%s” is damaged or is not a PDF: %s"),
                     self->title, reason->message);
      return FALSE;
    }
  self->n_pages = (guint) MAX (poppler_document_get_n_pages (self->pdf), 0);
  if (self->n_pages > 0)
    return TRUE;
  g_clear_object (&self->pdf);
  g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT, _ ("“%s” is a PDF without a page"), self->title);
  return FALSE;
}

static gboolean
open_picture (TdBoundFile *self, GBytes *bytes, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) reason = NULL;
  GdkPixbuf *found;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gboolean written = gdk_pixbuf_loader_write_bytes (loader, bytes, &reason);
  gboolean closed = gdk_pixbuf_loader_close (loader, written ? &reason : NULL);
  const char *turned;

  found = gdk_pixbuf_loader_get_pixbuf (loader);
  if (!written || !closed || found == NULL)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT,
                   _ ("“%s” cannot be read as a picture or a PDF: %s"), self->title,
                   reason != NULL ? reason->message : _ ("it is cut off"));
      return FALSE;
    }
  turned = gdk_pixbuf_get_option (found, "orientation");
  self->picture = gdk_pixbuf_apply_embedded_orientation (found);
  self->n_pages = 1;
  /* A JPEG that lies as it is shown goes into a PDF byte by byte, without being coded once more. */
  if (size > 3 && memcmp (data, "\xff\xd8\xff", 3) == 0
      && (turned == NULL || g_str_equal (turned, "1")))
    self->jpeg = g_bytes_ref (bytes);
  return TRUE;
}

gboolean
td_bound_file_open (TdBoundFile *self, GError **error)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;

  if (self->pdf != NULL || self->picture != NULL)
    return TRUE;
  if (!g_file_get_contents (self->path, &contents, &size, &reason))
    {
      if (g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                     _ ("the file “%s” is not there any more: put it back or take it off the list"),
                     self->title);
      else
        g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("the file cannot be read: %s"),
                     reason->message);
      return FALSE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&contents), size);
  if (self->hash != NULL)
    {
      g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      self->altered = !g_str_equal (found, self->hash);
    }
  /* The mark may come a little late in files that went through mail. */
  if (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) MIN (size, 1024), "%PDF-") != NULL)
    return open_pdf (self, bytes, error);
  return open_picture (self, bytes, error);
}

const char *
td_bound_file_reason (const GError *error)
{
  if (g_error_matches (error, TD_ERROR, TD_ERROR_NOT_FOUND))
    return "Tệp không còn ở nơi lưu.";
  if (g_error_matches (error, TD_ERROR, TD_ERROR_INVALID))
    return "Tệp được bảo vệ bằng mật khẩu nên không đóng vào hồ sơ được; cần lưu lại không đặt mật "
           "khẩu.";
  if (g_error_matches (error, TD_ERROR, TD_ERROR_CORRUPT))
    return "Tệp bị hỏng, hoặc không phải là PDF hay ảnh, nên không đóng vào hồ sơ được.";
  return "Không đọc được tệp.";
}

guint
td_bound_file_get_n_pages (const TdBoundFile *self)
{
  return self->n_pages;
}

void
td_bound_file_get_size (const TdBoundFile *self, guint page, double *width, double *height)
{
  *width = *height = 100;
  if (self->pdf != NULL)
    {
      PopplerPage *found = poppler_document_get_page (self->pdf, (int) page);

      if (found != NULL)
        poppler_page_get_size (found, width, height);
      g_clear_object (&found);
    }
  else if (self->picture != NULL)
    {
      *width = gdk_pixbuf_get_width (self->picture) * 72 / DEFAULT_DPI;
      *height = gdk_pixbuf_get_height (self->picture) * 72 / DEFAULT_DPI;
    }
}

/* The pixels as Cairo has them: 32 bits, native order, colours multiplied by their opacity. */
static cairo_surface_t *
to_surface (const GdkPixbuf *picture)
{
  int width = gdk_pixbuf_get_width (picture), height = gdk_pixbuf_get_height (picture);
  int channels = gdk_pixbuf_get_n_channels (picture);
  gsize from_stride = (gsize) gdk_pixbuf_get_rowstride (picture), to_stride;
  const guchar *from = gdk_pixbuf_read_pixels (picture);
  cairo_surface_t *surface = cairo_image_surface_create (
      channels == 4 ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *to;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface;
  to = cairo_image_surface_get_data (surface);
  to_stride = (gsize) cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height; y++)
    {
      const guchar *in = from + from_stride * (gsize) y;
      guint32 *out = (guint32 *) (void *) (to + to_stride * (gsize) y);

      for (int x = 0; x < width; x++, in += channels)
        {
          guint32 alpha = channels == 4 ? in[3] : 255;

          out[x] = alpha << 24 | (in[0] * alpha / 255) << 16 | (in[1] * alpha / 255) << 8
                   | in[2] * alpha / 255;
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
unref_bytes (void *data)
{
  g_bytes_unref (data);
}

static void
draw_picture (TdBoundFile *self, cairo_t *cr)
{
  cairo_surface_t *surface = to_surface (self->picture);

  if (self->jpeg != NULL
      && cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (self->jpeg, &size);

      cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, size, unref_bytes,
                                   g_bytes_ref (self->jpeg));
    }
  cairo_save (cr);
  cairo_scale (cr, 72 / DEFAULT_DPI, 72 / DEFAULT_DPI);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

void
td_bound_file_draw (TdBoundFile *self, guint page, cairo_t *cr)
{
  if (self->picture != NULL)
    draw_picture (self, cr);
  else if (self->pdf != NULL)
    {
      PopplerPage *found = poppler_document_get_page (self->pdf, (int) page);

      if (found != NULL)
        poppler_page_render_for_printing (found, cr);
      g_clear_object (&found);
    }
}
