/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tab goes from one thing to the next, and a list is one thing: its rows are walked by the arrow
 * keys. GTK before 4.12 stops at every row, which in a list of 2,000 units never ends.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * From now on Tab and Shift+Tab leave a list whose row has nothing else to go to, in every window
 * that is opened. To be called once, when the toolkit is ready; main thread.
 */
void td_tab_order_watch (void);

G_END_DECLS
