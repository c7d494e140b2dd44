/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A presentation for leaders: full screen, one question a page, by the arrow keys or a timer. Looks at
 * the file read-only, follows it when another desk changes it, and goes on showing what it has while
 * the file is away.
 *
 * Keys: → Space PgDn next, ← PgUp back, Home, End, T timer, F11 window or full screen, Esc ends.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-follower.h"

G_BEGIN_DECLS

#define TD_TYPE_PRESENT_WINDOW (td_present_window_get_type ())
G_DECLARE_FINAL_TYPE (TdPresentWindow, td_present_window, TD, PRESENT_WINDOW, AdwApplicationWindow)

TdPresentWindow *td_present_window_new (AdwApplication *application, const char *path);

/* Shows the same movement, day and basis as @desk; without it the file's own. */
void td_present_window_follow_view (TdPresentWindow *self, TdDesk *desk);

G_END_DECLS
