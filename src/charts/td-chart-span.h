/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of the time that a chart is over: some periods of it, one after the other. What is shown
 * of them is what the whole chart shows of them; the values are not scaled or summed again.
 */
#pragma once

#include "charts/td-chart-layout.h"

G_BEGIN_DECLS

/*
 * Over how many periods the chart is, in the order of time; 0 for a chart that is not over time, or
 * that shows nothing.
 */
guint td_chart_get_n_periods (const TdChart *self);
/* Their names; borrowed, never %NULL. */
const char *td_chart_get_period (const TdChart *self, guint period);

/*
 * The chart of @count periods from the @first on, at least one and all within @whole, which is a
 * chart over time. It says among its filters which part it is, and keeps a reference on @whole.
 * (transfer full)
 */
TdChart *td_chart_new_span (TdChart *whole, guint first, guint count) G_GNUC_WARN_UNUSED_RESULT;

/* Where a period stands in the picture; FALSE when the chart is not over time or nothing is drawn. */
gboolean td_chart_layout_get_period_x (const TdChartLayout *self, guint period, double *x);

/*
 * The periods that stand between two points of the picture, in either order; FALSE where there is
 * none, or the chart is not over time.
 */
gboolean td_chart_layout_find_span (const TdChartLayout *self, double from, double to, guint *first,
                                    guint *count);

G_END_DECLS
