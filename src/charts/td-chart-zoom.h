/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which periods of a chart over time are looked at: chosen by dragging over them or by keys, and
 * kept while the figures change under them.
 */
#pragma once

#include "charts/td-chart.h"

G_BEGIN_DECLS

/**
 * TdChartZoom:
 * @whole: (nullable): the chart with all its periods
 * @first: the first period looked at
 * @count: how many; 0: all of them
 * @dragging: whether a stretch is being drawn
 * @from: where it began, in the coordinates of the picture
 * @to: where it is now
 */
typedef struct
{
  TdChart *whole;
  guint first;
  guint count;
  gboolean dragging;
  double from;
  double to;
} TdChartZoom;

void td_chart_zoom_clear (TdChartZoom *self);

/*
 * Takes another chart (nullable). The part looked at stays when the periods are the same as before;
 * otherwise all are looked at.
 */
void td_chart_zoom_set_chart (TdChartZoom *self, TdChart *chart);
/* The chart to be shown: the whole one or its part. (transfer full) (nullable) */
TdChart *td_chart_zoom_dup_chart (const TdChartZoom *self);

/* These five say whether something changed, so that there is something to show anew. */
/* @count periods from @first on, both as the chart that is shown counts them. */
gboolean td_chart_zoom_into (TdChartZoom *self, guint first, guint count);
/* Half as many periods, around @period of the chart that is shown (or -1: its last ones). */
gboolean td_chart_zoom_in (TdChartZoom *self, int period);
/* Twice as many. */
gboolean td_chart_zoom_out (TdChartZoom *self);
/* All of them. */
gboolean td_chart_zoom_reset (TdChartZoom *self);
/* Earlier (-1) or later (1) by one period. */
gboolean td_chart_zoom_move (TdChartZoom *self, int way);

gboolean td_chart_zoom_can_in (const TdChartZoom *self);
gboolean td_chart_zoom_can_out (const TdChartZoom *self);

G_END_DECLS
