/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart out of the window: as a file, on paper, on the clipboard. Each says by a toast or an
 * error over @widget's window how it went. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/td-chart.h"

G_BEGIN_DECLS

/* Asks where, and writes PNG, SVG or PDF by the name's ending, in the colours of print. */
void td_chart_share_save (GtkWidget *widget, TdChart *chart);
void td_chart_share_print (GtkWidget *widget, TdChart *chart);
/* What is on the screen, pixel by pixel. */
void td_chart_share_copy_picture (GtkWidget *widget, TdChartLayout *layout);
void td_chart_share_copy_table (GtkWidget *widget, TdChart *chart);

G_END_DECLS
