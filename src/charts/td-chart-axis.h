/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Axes in a plot: a scale between two edges, its ticks as dense as their words allow, and the names
 * of periods under a plot.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-build.h"
#include "charts/td-chart-scale.h"

G_BEGIN_DECLS

/**
 * TdChartRuler:
 * @start: where the scale begins, in the layout's coordinates: the left edge, or the bottom
 * @end: where it ends: the right edge, or the top
 * @empty: there is nothing to measure: no ticks are drawn
 * @unit: written at the ticks, "%" only; else NULL
 */
typedef struct
{
  TdChartScale scale;
  double start;
  double end;
  gboolean empty;
  const char *unit;
} TdChartRuler;

/* Where @number is between @start and @end. */
double td_chart_ruler_at (const TdChartRuler *self, double number);

/* A ruler from left to right whose tick words do not touch. @zero: zero is on it. */
void td_chart_ruler_init_across (TdChartRuler *self, TdChartBuild *build, const TdChartRange *range,
                                 const TdChartAxis *axis, gboolean zero, double start, double end);
/* A ruler from bottom to top. */
void td_chart_ruler_init_up (TdChartRuler *self, TdChartBuild *build, const TdChartRange *range,
                             const TdChartAxis *axis, gboolean zero, double bottom, double top);

/* The words of a tick. (transfer full) */
char *td_chart_ruler_dup_tick (const TdChartRuler *self, const TdChart *chart, guint index);
/* How wide the widest tick's words are. */
double td_chart_ruler_get_words_width (const TdChartRuler *self, TdChartBuild *build);

/* How high the words under a plot are: ticks, and the axis's name if it has one. */
double td_chart_ruler_get_foot (TdChartBuild *build, const TdChartAxis *axis);

/* Quiet lines over the plot at every tick, a stronger one at zero; words below. */
void td_chart_ruler_draw_across (const TdChartRuler *self, TdChartBuild *build,
                                 const TdChartAxis *axis, double top, double bottom);
/* The same lying down: words to the left of @left. */
void
td_chart_ruler_draw_up (const TdChartRuler *self, TdChartBuild *build, double left, double right);

/* The stronger line at zero, over the marks; not when zero is not on the ruler. */
void td_chart_ruler_draw_zero_across (const TdChartRuler *self, TdChartBuild *build, double top,
                                      double bottom);

/* How high the names of the columns are under (over) a plot in which each has @pitch. */
double td_chart_periods_get_height (TdChartBuild *build, double pitch);
/*
 * The names of the chart's columns, each in the middle at @start + i · @pitch; as many as there is
 * room for, the last one always.
 */
void td_chart_periods_draw (TdChartBuild *build, double start, double pitch, double top);

G_END_DECLS
