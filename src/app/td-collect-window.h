/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms that came back, looked through before anything is written: each line says what was sent, what
 * came back, what the file holds and why something cannot be taken. Then all of it goes in as one step.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_COLLECT_WINDOW (td_collect_window_get_type ())
G_DECLARE_FINAL_TYPE (TdCollectWindow, td_collect_window, TD, COLLECT_WINDOW, AdwWindow)

/* Reads @files (of #GFile: workbooks and folders) and shows what they would change, over @widget. */
void td_collect_window_show (GtkWidget *widget, TdDesk *desk, GListModel *files);

G_END_DECLS
