/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number a leader looks for, with its name above and what it stands on below. A button. */
#pragma once

#include <gtk/gtk.h>

#include "charts/td-chart.h"

G_BEGIN_DECLS

#define TD_TYPE_TILE (td_tile_get_type ())
G_DECLARE_FINAL_TYPE (TdTile, td_tile, TD, TILE, GtkButton)

GtkWidget *td_tile_new (const char *title);
/* @note may be "". */
void td_tile_set (TdTile *self, const char *value, const char *note);
/* How the number came about, beside it: a spark. %NULL: nothing. */
void td_tile_set_chart (TdTile *self, TdChart *chart);

G_END_DECLS
