/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window: one open file, the pages about it, the movement, date and basis for which they show it.
 */
#pragma once

#include "app/td-opening.h"
#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_WINDOW (td_window_get_type ())
G_DECLARE_FINAL_TYPE (TdWindow, td_window, TD, WINDOW, AdwApplicationWindow)

TdWindow *td_window_new (AdwApplication *application);

/* Opens a file; read-only, with a line that says who has it, when another process works in it. */
gboolean td_window_open (TdWindow *self, const char *path);
/* The same of a file that is being read already. @opening: (transfer full) */
gboolean td_window_take (TdWindow *self, TdOpening *opening);
/* Makes a new file from a built-in template and opens it. */
gboolean td_window_create (TdWindow *self, const char *path, const char *template_name);

/* (transfer none) (nullable): %NULL when no file is open. */
TdDesk *td_window_get_desk (TdWindow *self);

void td_window_go (TdWindow *self, const TdPlace *place);
/* The page shown, by name, as "overview". */
const char *td_window_get_page_name (TdWindow *self);

/* What was done, with Undo. */
void td_window_show_done (TdWindow *self, const char *label);
/* The same of what was taken back or made again: the offer to undo goes. */
void td_window_show_undone (TdWindow *self, const char *text);
void td_window_toast (TdWindow *self, const char *text);
/* With a button that opens @folder. */
void td_window_toast_folder (TdWindow *self, const char *text, const char *folder);
void td_window_show_error (TdWindow *self, const char *heading, const char *text);

G_END_DECLS
