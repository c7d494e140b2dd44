/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Columns of text for GtkColumnView, and sorting by their headers without the column view's own
 * sorter: its string sorter takes seconds over 100,000 rows, and GTK 4.8 does not say which column was
 * clicked. The model sorts itself; here is only found out by what.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The text of a cell. (transfer full) */
typedef char *(*TdColumnText) (gpointer item, int field, gpointer data);

/* A column that takes what room is left; give the others the width they need. */
#define TD_COLUMN_WIDE 0

/*
 * Adds a column; @field is handed to @text and to the sorting. @width is in pixels, or
 * %TD_COLUMN_WIDE. @numbers are right-aligned.
 */
GtkColumnViewColumn *td_columns_add (GtkColumnView *view, int field, const char *title, int width,
                                     gboolean numbers, TdColumnText text, gpointer data);

/*
 * A column of a short list of #GtkStringObject, which holds the cells of a row with tabs between them.
 * It is not sorted: the list has an order of its own.
 */
void td_columns_add_plain (GtkColumnView *view, int field, const char *title, int width,
                           gboolean numbers);

/* @field -1: the model's own order. */
typedef void (*TdSortFunc) (int field, gboolean descending, gpointer data);

/* Calls @func whenever a header was clicked. Once a view, after its columns were added. */
void td_columns_follow_sorting (GtkColumnView *view, TdSortFunc func, gpointer data);

G_END_DECLS
