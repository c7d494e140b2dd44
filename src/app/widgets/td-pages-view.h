/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Printed pages on the screen, one below the other, as they come out on paper: laid out once (TdPages)
 * and drawn page by page when they come into sight. Scrolls by itself within a GtkScrolledWindow.
 *
 * As thumbnails the same pages are small, and a click chooses one.
 */
#pragma once

#include "app/widgets/td-scroll-area.h"
#include "print/td-pages.h"

G_BEGIN_DECLS

#define TD_TYPE_PAGES_VIEW (td_pages_view_get_type ())
G_DECLARE_FINAL_TYPE (TdPagesView, td_pages_view, TD, PAGES_VIEW, TdScrollArea)

/**
 * TdPagesView::record-activated:
 * @table: the table of the record behind the line that was clicked
 * @id: its id
 *
 * TdPagesView::page-activated:
 * @page: from 0; of a thumbnail that was clicked
 *
 * TdPagesView::page-changed:
 *
 * Another page is the one in sight, or there are more pages than before.
 */

/*
 * Shows @pages, which are borrowed and must live until others (or %NULL) are shown. Keeps the place
 * where there still is one.
 */
void td_pages_view_set_pages (TdPagesView *self, TdPages *pages);
/* More pages are laid out: to be called after td_pages_step(). */
void td_pages_view_update (TdPagesView *self);

/* What is on the pages has changed: the numbers in a table of contents, once all is laid out. */
void td_pages_view_redraw (TdPagesView *self);

/* Small pages to choose from. */
void td_pages_view_set_thumbnails (TdPagesView *self, gboolean thumbnails);

/* 1 is as large as on paper; 0 fits the width. */
void td_pages_view_set_zoom (TdPagesView *self, double zoom);
/* What it comes to, also when it fits the width. */
double td_pages_view_get_zoom (TdPagesView *self);
void td_pages_view_zoom_in (TdPagesView *self);
void td_pages_view_zoom_out (TdPagesView *self);

/* The page that fills most of the view, from 0. */
guint td_pages_view_get_page (TdPagesView *self);
void td_pages_view_show_page (TdPagesView *self, guint page);
/* Which one is marked among the thumbnails. */
void td_pages_view_mark_page (TdPagesView *self, guint page);

/*
 * Marks where @text occurs and shows the first place from the page in sight on. How many there are.
 * "" or %NULL ends the search.
 */
guint td_pages_view_search (TdPagesView *self, const char *text);
/* Shows the next (or the one before) of them; its number, from 1. */
guint td_pages_view_search_step (TdPagesView *self, gboolean forward);

G_END_DECLS
