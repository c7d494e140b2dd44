/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A scale: which numbers an axis covers, where its ticks are and how they are written. The step
 * is 1, 2 or 5 times a power of ten; a tick is an integer times the step, computed and written
 * from that integer, so no error adds up and zero is zero.
 */
#pragma once

#include "charts/td-chart-types.h"

G_BEGIN_DECLS

/* Larger numbers are not drawn. */
#define TD_CHART_LIMIT 1e100

/**
 * TdChartScale:
 * @from: the number at the axis's start
 * @to: the number at its end, always above @from
 * @first: the first tick, in steps
 * @n_ticks: how many ticks
 * @digits: the step's digit: 1, 2 or 5
 * @exponent: the step is @digits · 10^@exponent
 */
typedef struct
{
  double from;
  double to;
  gint64 first;
  guint n_ticks;
  int digits;
  int exponent;
} TdChartScale;

/**
 * TdChartRange:
 * @known: whether any number was added
 * @low: the smallest of them
 * @high: the largest
 *
 * Collects what a scale has to cover. Start with a zeroed one.
 */
typedef struct
{
  gboolean known;
  double low;
  double high;
} TdChartRange;

/* Adds a number; one that is not finite, or beyond %TD_CHART_LIMIT, is left out. */
void td_chart_range_add (TdChartRange *self, double number);

/*
 * A scale that covers @range with the finest step that needs at most @max_ticks (3 or more) ticks,
 * its ends being ticks. @whole: the numbers are counts, the step is not below 1. An empty range is
 * taken as 0 to 1; one number alone gets room: from zero to it with @from_zero, else around it.
 */
void td_chart_scale_init (TdChartScale *self, const TdChartRange *range, guint max_ticks,
                          gboolean whole, gboolean from_zero);

/*
 * The same with ends that are given: the ticks are those that lie within. @from < @to, else as
 * above.
 */
void td_chart_scale_init_fixed (TdChartScale *self, double from, double to, guint max_ticks,
                                gboolean whole);

/* The number of tick @index; index < n_ticks. */
double td_chart_scale_get_tick (const TdChartScale *self, guint index);

/*
 * Tick @index in words, all ticks of a scale at the same magnitude. @power is the power of ten that
 * is written as a word: 0 (none), 6 (triệu), 9 (tỷ); the word itself is the caller's. (transfer
 * full)
 */
char *td_chart_scale_format_tick (const TdChartScale *self, guint index, int power,
                                  TdChartNumbers numbers) G_GNUC_WARN_UNUSED_RESULT;

/* Which @power suits the scale: 9 from 10^9 on, 6 from 10^6 on, else 0. */
int td_chart_scale_get_power (const TdChartScale *self);

/* Where @number is: 0 at @from, 1 at @to; outside of that for numbers outside. */
double td_chart_scale_place (const TdChartScale *self, double number);

G_END_DECLS
