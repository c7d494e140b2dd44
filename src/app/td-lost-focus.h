/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A key is never lost. When a list changes its rows, the row with the keyboard leaves the window, and GTK 4 looks
 * for another holder only when it lays the window out; till then it throws keys away. Mostly that is the time
 * of a frame, but keys that were pressed while a long change was written all arrive just then.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * From now on, in every window, a key whose holder has gone goes to the list that it was in, or to the window's
 * own shortcuts. To be called once, when the toolkit is ready; main thread.
 */
void td_lost_focus_watch (void);

G_END_DECLS
