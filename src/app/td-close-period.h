/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Closing a period and reopening it, each after a question. */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

/* Asks, and closes the period, or with a reason reopens it when it is closed. @period: its id. */
void td_close_period_ask (GtkWidget *widget, TdDesk *desk, TdId period);

G_END_DECLS
