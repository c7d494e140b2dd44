/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table behind a chart, in a window of its own. */
#pragma once

#include <gtk/gtk.h>

#include "charts/td-chart.h"

G_BEGIN_DECLS

/* Shows @chart as a table over the window that @widget is in. */
void td_chart_table_window_show (GtkWidget *widget, TdChart *chart);

G_END_DECLS
