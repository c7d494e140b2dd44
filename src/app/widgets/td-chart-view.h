/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart on the screen: follows the window's colours and font, shows what is under the pointer,
 * walks its marks by the arrow keys, says them to a screen reader, leads to the record behind a mark,
 * shows a part of the time where one drags over it (+, -, 0 by keys),
 * and goes out as a picture, a file, paper, or a table.
 */
#pragma once

#include <gtk/gtk.h>

#include "charts/td-chart.h"

G_BEGIN_DECLS

#define TD_TYPE_CHART_VIEW (td_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TdChartView, td_chart_view, TD, CHART_VIEW, GtkWidget)

/**
 * TdChartView::activated:
 * @first: the mark's first key
 * @second: its second key
 *
 * A mark with a key was clicked, or Enter was pressed on it.
 */

GtkWidget *td_chart_view_new (void);

/*
 * Shows @chart; %NULL shows nothing. A chart of the kind shown before moves over to the new one
 * within 200 ms, unless the desktop turned animations off.
 */
void td_chart_view_set_chart (TdChartView *self, TdChart *chart);

/* How wide the view asks to be where it may choose; 480 unless told. */
void td_chart_view_set_natural_width (TdChartView *self, int width);

/* How high the view asks to be at most; 0: as high as the chart wants. */
void td_chart_view_set_max_height (TdChartView *self, int height);

G_END_DECLS
