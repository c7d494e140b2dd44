/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A widget that draws its content where it has been scrolled to, instead of being moved as a whole: what
 * GtkScrolledWindow needs of it is done here, what is where stays with the class that derives from it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_SCROLL_AREA (td_scroll_area_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdScrollArea, td_scroll_area, TD, SCROLL_AREA, GtkWidget)

/**
 * TdScrollAreaClass:
 * @configure: says with td_scroll_area_set_extent() how much there is to scroll
 * @scrolled: the content is to be shown at another place
 */
struct _TdScrollAreaClass
{
  GtkWidgetClass parent_class;

  void (*configure) (TdScrollArea *self);
  void (*scrolled) (TdScrollArea *self);
};

/* How far the content is scrolled, in pixels. */
double td_scroll_area_get_offset (TdScrollArea *self, GtkOrientation orientation);

/* (transfer none) (nullable): before the widget is in a scrolled window there may be none. */
GtkAdjustment *td_scroll_area_get_adjustment (TdScrollArea *self, GtkOrientation orientation);

/*
 * The content takes @whole pixels, of which @page are seen at once; a key moves it by @step, a page key
 * by @page_step. The offset stays, as far as the content goes.
 */
void td_scroll_area_set_extent (TdScrollArea *self, GtkOrientation orientation, double whole,
                                double page, double step, double page_step);

/* The least scrolling that shows the pixels from @from to @to. */
void td_scroll_area_show (TdScrollArea *self, GtkOrientation orientation, double from, double to);

G_END_DECLS
