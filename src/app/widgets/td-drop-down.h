/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drop-downs of names that may be as long as a target's: the button shortens what it shows to the room
 * there is and says all of it on hover; the list has room for more.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over @model (nullable), of GtkStringObject, which it takes over; @search: its list can be searched. */
GtkWidget *td_drop_down_new (GListModel *model, gboolean search);

/* The same for a drop-down of #GtkStringObject that is there already, as one of a template. */
void td_drop_down_shorten (GtkDropDown *self);

G_END_DECLS
