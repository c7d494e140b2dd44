/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-page-pictures.h"

#include <math.h>

typedef struct
{
  guint page;
  double scale; /* pixels to a point; 0: aged */
  guint64 used;
  GdkTexture *texture;
} Picture;

struct _TdPagePictures
{
  GArray *pictures; /* of Picture */
  TdDrawFlags flags;
  guint most;
  guint64 clock;
};

static void
clear_picture (gpointer data)
{
  g_clear_object (&((Picture *) data)->texture);
}

TdPagePictures *
td_page_pictures_new (TdDrawFlags flags, guint most)
{
  TdPagePictures *self = g_new0 (TdPagePictures, 1);

  self->pictures = g_array_new (FALSE, TRUE, sizeof (Picture));
  g_array_set_clear_func (self->pictures, clear_picture);
  self->flags = flags;
  self->most = most;
  return self;
}

void
td_page_pictures_free (TdPagePictures *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pictures);
  g_free (self);
}

void
td_page_pictures_clear (TdPagePictures *self)
{
  g_array_set_size (self->pictures, 0);
}

void
td_page_pictures_age (TdPagePictures *self)
{
  for (guint i = 0; i < self->pictures->len; i++)
    g_array_index (self->pictures, Picture, i).scale = 0;
}

static Picture *
find (TdPagePictures *self, guint page)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (g_array_index (self->pictures, Picture, i).page == page)
      return &g_array_index (self->pictures, Picture, i);
  return NULL;
}

gboolean
td_page_pictures_is_fresh (TdPagePictures *self, guint page, double scale)
{
  const Picture *picture = find (self, page);

  return picture != NULL && fabs (picture->scale - scale) < 1e-6;
}

GdkTexture *
td_page_pictures_get (TdPagePictures *self, guint page)
{
  Picture *picture = find (self, page);

  if (picture == NULL)
    return NULL;
  picture->used = ++self->clock;
  return picture->texture;
}

static GdkTexture *
draw_page (TdPages *pages, guint page, double scale, TdDrawFlags flags)
{
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;
  GdkTexture *texture;

  td_pages_get_size (pages, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width / 25.4 * 72 * scale),
                                        (int) ceil (height / 25.4 * 72 * scale));
  cr = cairo_create (surface);
  /* Paper is white whatever the window is. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  td_pages_draw (pages, page, cr, flags);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface)
                           * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface),
                                    cairo_image_surface_get_height (surface), GDK_MEMORY_DEFAULT,
                                    bytes, (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

/* Room for one more: an empty place, or that of the picture not looked at longest. */
static Picture *
make_room (TdPagePictures *self)
{
  Picture fresh = { 0 };

  if (self->pictures->len >= self->most)
    {
      guint oldest = 0;

      for (guint i = 1; i < self->pictures->len; i++)
        if (g_array_index (self->pictures, Picture, i).used
            < g_array_index (self->pictures, Picture, oldest).used)
          oldest = i;
      g_array_remove_index_fast (self->pictures, oldest);
    }
  g_array_append_val (self->pictures, fresh);
  return &g_array_index (self->pictures, Picture, self->pictures->len - 1);
}

void
td_page_pictures_draw (TdPagePictures *self, TdPages *pages, guint page, double scale)
{
  Picture *picture = find (self, page);

  if (picture == NULL)
    picture = make_room (self);
  g_clear_object (&picture->texture);
  picture->page = page;
  picture->scale = scale;
  picture->used = ++self->clock;
  picture->texture = draw_page (pages, page, scale, self->flags);
}
