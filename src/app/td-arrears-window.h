/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board of a period: who owes what, what came when and how late, with proof of receipt. */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

/* @period: index of the period of the desk's movement. */
void td_arrears_window_show (GtkWidget *widget, TdDesk *desk, guint period);

G_END_DECLS
