/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each kind of chart is made from: plain arrays, copied when the chart is made. Texts are
 * UTF-8; what is not valid is replaced, line breaks and control characters become spaces. Every
 * string may be %NULL unless it says otherwise, and %NULL is "none".
 *
 * What holds for all kinds: a value that is not known is never drawn as a number; it is a gap, or
 * the words and the sign of its state. No data at all is a sentence where the marks would be.
 */
#pragma once

#include "charts/td-chart-types.h"

G_BEGIN_DECLS

/* A chart holds at most this many values. */
#define TD_CHART_MAX_VALUES 1000000

typedef struct _TdChart TdChart;

/**
 * TdChartHead:
 * @title: what the chart shows
 * @subtitle: which part of the whole: the block, the period
 * @filters: the filters that are active, in words; always shown when there are any
 * @notes: (array zero-terminated=1): sentences under the chart
 * @source: where the figures come from
 * @as_of: the day they are of, as it is to be read: "31/12/2024"
 * @words: whose words the chart speaks
 * @numbers: how it writes numbers by itself
 *
 * What stands around a chart. The source and the day share the last line.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *filters;
  const char *const *notes;
  const char *source;
  const char *as_of;
  TdChartWords words;
  TdChartNumbers numbers;
} TdChartHead;

/**
 * TdChartAxis:
 * @name: what is measured: "Chỉ số"
 * @unit: in what: "%", "hồ sơ"
 * @whole: the values are counts: no ticks between whole numbers
 * @from_zero: an axis of lines or points starts at zero (that of bars always does)
 * @has_from: the axis starts at @from, not where the values do; for bars only below zero
 * @from: as @has_from says
 * @has_to: the axis ends at @to
 * @to: as @has_to says
 *
 * The axis of the values. A value outside of @from and @to widens the axis: nothing is cut off.
 */
typedef struct
{
  const char *name;
  const char *unit;
  gboolean whole;
  gboolean from_zero;
  gboolean has_from;
  double from;
  gboolean has_to;
  double to;
} TdChartAxis;

/**
 * TdChartReference:
 * @known: whether there is one
 * @number: where it stands
 * @name: what it is: "Bình quân toàn thành phố"
 * @text: the number as it is to be read
 *
 * A line to compare with.
 */
typedef struct
{
  gboolean known;
  double number;
  const char *name;
  const char *text;
} TdChartReference;

/* --- Horizontal bars ------------------------------------------------------------------------- */

typedef enum
{
  TD_CHART_ORDER_GIVEN,
  TD_CHART_ORDER_DESCENDING,
  TD_CHART_ORDER_ASCENDING,
} TdChartOrder;

/**
 * TdChartBar:
 * @name: of the unit
 * @rank: its rank as it is to be read, in a column of its own: "2"
 * @band: its band in words, for the hover and the table
 * @note: a sentence for the hover: "Độ bao phủ 11/12"
 * @value: how long the bar is; a state other than VALUE gives the bar that state's look
 * @emphasis: the other bars step back behind this one
 */
typedef struct
{
  const char *name;
  const char *rank;
  const char *band;
  const char *note;
  TdChartValue value;
  gboolean emphasis;
} TdChartBar;

/**
 * TdChartBand:
 * @name: "Xuất sắc"
 * @at_least: where it begins; it ends where the next higher one begins
 */
typedef struct
{
  const char *name;
  double at_least;
} TdChartBand;

/**
 * TdChartBars:
 * @order: how the bars are sorted; equal values keep the order given, unknown ones come last
 */
typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const TdChartBar *bars;
  guint n_bars;
  TdChartOrder order;
  const TdChartBand *bands;
  guint n_bands;
  TdChartReference reference;
} TdChartBars;

TdChart *td_chart_new_bars (const TdChartBars *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Bullet bars ----------------------------------------------------------------------------- */

/**
 * TdChartBullet:
 * @value: what is reached; its state says how it stands
 * @goal: what is to be reached
 * @pace: what should be reached by now
 *
 * All three in the axis's unit; for targets of different units, give shares of the goal as numbers
 * and the figures as texts.
 */
typedef struct
{
  const char *name;
  const char *note;
  TdChartValue value;
  TdChartValue goal;
  TdChartValue pace;
} TdChartBullet;

typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const TdChartBullet *bullets;
  guint n_bullets;
} TdChartBullets;

TdChart *td_chart_new_bullets (const TdChartBullets *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Heat map -------------------------------------------------------------------------------- */

/**
 * TdChartCell:
 * @value: what the cell says
 * @share: 0 to 1, the fill of a cell in the state VALUE; other states have fills of their own
 */
typedef struct
{
  TdChartValue value;
  double share;
} TdChartCell;

/**
 * TdChartHeat:
 * @row_names: (array length=n_rows): units
 * @column_names: (array length=n_columns): short names or codes of the targets
 * @column_notes: (nullable) (array length=n_columns): their full names
 * @cells: (array): row by row
 * @low: what share 0 is, in words: "0%"
 * @high: what share 1 is: "100% điểm tối đa"
 * @unit: of values without a text
 */
typedef struct
{
  TdChartHead head;
  const char *const *row_names;
  guint n_rows;
  const char *const *column_names;
  const char *const *column_notes;
  guint n_columns;
  const TdChartCell *cells;
  const char *low;
  const char *high;
  const char *unit;
} TdChartHeat;

TdChart *td_chart_new_heat (const TdChartHeat *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Series over periods --------------------------------------------------------------------- */

/**
 * TdChartSeries:
 * @name: of the unit, the target or the group
 * @values: (array): one for each period (area)
 * @emphasis: the others step back behind this one
 * @reference: not one of those compared but what they are compared with: a dashed line
 */
typedef struct
{
  const char *name;
  const TdChartValue *values;
  gboolean emphasis;
  gboolean reference;
} TdChartSeries;

/**
 * TdChartLines:
 * @periods: (array length=n_periods): their names, in order
 * @goal: (nullable): the goal, one value for each period
 */
typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const char *const *periods;
  guint n_periods;
  const TdChartSeries *series;
  guint n_series;
  const TdChartSeries *goal;
} TdChartLines;

TdChart *td_chart_new_lines (const TdChartLines *data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdChartBump:
 * @series: their values are ranks, 1 the best; equal ranks stand beside each other
 *
 * Ranks over periods. A rank below 1 is not known.
 */
typedef struct
{
  TdChartHead head;
  const char *const *periods;
  guint n_periods;
  const TdChartSeries *series;
  guint n_series;
} TdChartBump;

TdChart *td_chart_new_bump (const TdChartBump *data) G_GNUC_WARN_UNUSED_RESULT;

/* A line the size of a word: no axis, no frame; the lowest, the highest and the last are dotted. */
typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const char *const *periods;
  guint n_periods;
  TdChartSeries series;
  gboolean no_text; /* without the last value beside it */
} TdChartSpark;

TdChart *td_chart_new_spark (const TdChartSpark *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Radar ----------------------------------------------------------------------------------- */

/**
 * TdChartRadar:
 * @areas: (array length=n_areas): names of the spokes; fewer than three make no polygon, only
 *   points
 * @series: a unit, and as a reference the median of its block
 */
typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const char *const *areas;
  guint n_areas;
  const TdChartSeries *series;
  guint n_series;
} TdChartRadar;

TdChart *td_chart_new_radar (const TdChartRadar *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Stacked bars of states ------------------------------------------------------------------ */

/**
 * TdChartPart:
 * @name: in words; %NULL is the state's own name
 * @state: how it looks
 */
typedef struct
{
  const char *name;
  TdChartState state;
} TdChartPart;

/**
 * TdChartStackRow:
 * @counts: (array): one for each part; below zero is written but has no length
 * @total: the row's total as it is to be read; %NULL: the sum, where all counts are whole
 */
typedef struct
{
  const char *name;
  const TdChartValue *counts;
  const char *total;
} TdChartStackRow;

/**
 * TdChartStack:
 * @shares: every row is as long as the others, its parts shares of it
 */
typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const TdChartPart *parts;
  guint n_parts;
  const TdChartStackRow *rows;
  guint n_rows;
  gboolean shares;
} TdChartStack;

TdChart *td_chart_new_stack (const TdChartStack *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Funnel ---------------------------------------------------------------------------------- */

/**
 * TdChartStage:
 * @value: how many got here; below zero is written but has no width
 * @note: what happened on the way from the stage before: "3 không đủ điều kiện"
 */
typedef struct
{
  const char *name;
  TdChartValue value;
  const char *note;
} TdChartStage;

typedef struct
{
  TdChartHead head;
  TdChartAxis axis;
  const TdChartStage *stages;
  guint n_stages;
} TdChartFunnel;

TdChart *td_chart_new_funnel (const TdChartFunnel *data) G_GNUC_WARN_UNUSED_RESULT;

/* --- Scatter --------------------------------------------------------------------------------- */

/**
 * TdChartDot:
 * @x: the self score, for instance; a dot with one of the two not known is not drawn but listed
 * @y: the appraised score
 * @emphasis: named in the picture
 */
typedef struct
{
  const char *name;
  const char *note;
  TdChartValue x;
  TdChartValue y;
  gboolean emphasis;
} TdChartDot;

/**
 * TdChartScatter:
 * @diagonal: what x = y means, in words: both axes are the same and the line is drawn; %NULL: none
 */
typedef struct
{
  TdChartHead head;
  TdChartAxis x_axis;
  TdChartAxis y_axis;
  const TdChartDot *dots;
  guint n_dots;
  const char *diagonal;
} TdChartScatter;

TdChart *td_chart_new_scatter (const TdChartScatter *data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
