/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages as pictures, kept as long as they are looked at: a page is drawn once for a size and then only
 * copied to the screen.
 */
#pragma once

#include <gtk/gtk.h>

#include "print/td-pages.h"

G_BEGIN_DECLS

/**
 * TdPagePictures:
 *
 * At most so many pictures; of more the one that was not looked at longest goes.
 */
typedef struct _TdPagePictures TdPagePictures;

/* @flags: how pages are drawn. (transfer full) */
TdPagePictures *td_page_pictures_new (TdDrawFlags flags, guint most) G_GNUC_WARN_UNUSED_RESULT;
void td_page_pictures_free (TdPagePictures *self);

/* Forgets all. */
void td_page_pictures_clear (TdPagePictures *self);
/* What is on the pages has changed; pictures stay to be shown until they are drawn again. */
void td_page_pictures_age (TdPagePictures *self);

/* Whether there is a picture of this size, @scale pixels to a point, with what is on the page now. */
gboolean td_page_pictures_is_fresh (TdPagePictures *self, guint page, double scale);
/* The picture there is, of whatever size; %NULL when there is none. (transfer none) */
GdkTexture *td_page_pictures_get (TdPagePictures *self, guint page);
/* Draws it. */
void td_page_pictures_draw (TdPagePictures *self, TdPages *pages, guint page, double scale);

G_END_DECLS
