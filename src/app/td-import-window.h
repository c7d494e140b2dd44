/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Import of tables: which sheet is which table, which column which field, what the first rows are and
 * what is wrong with them, and what the whole would do; then all of it as one step, or nothing.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_IMPORT_WINDOW (td_import_window_get_type ())
G_DECLARE_FINAL_TYPE (TdImportWindow, td_import_window, TD, IMPORT_WINDOW, AdwWindow)

/* Over the window of @widget; @files are #GFile. */
void td_import_window_show (GtkWidget *widget, TdDesk *desk, GListModel *files);

G_END_DECLS
