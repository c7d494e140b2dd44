/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the units' forms from the window: asks for a folder, writes in the background, says how it went. */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

/* @period: index of the period of the desk's movement. */
void td_forms_out (GtkWidget *widget, TdDesk *desk, guint period);

G_END_DECLS
