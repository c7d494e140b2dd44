/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the kinds of charts share: the copied data, the table of what a kind does, and the helpers
 * to write values and sentences.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-build.h"
#include "charts/td-chart.h"

G_BEGIN_DECLS

/**
 * TdChartKind:
 * @english: "Bar chart"
 * @vietnamese: the same
 * @fill_legend: (nullable): adds what the legend has to explain; @width: of the chart
 * @measure: how high the plot wants to be at @width; both in the units of the theme
 * @lay_out: puts marks and items into the plot of the build
 * @tell: (nullable): appends lines to what is said about a value, after its name and number
 * @describe: appends the kind's own sentences
 * @tabulate: the table twin
 * @over_time: the columns are periods, in the order of time
 */
typedef struct
{
  const char *english;
  const char *vietnamese;
  void (*fill_legend) (const TdChart *chart, const TdChartTheme *theme, double width,
                       TdChartLegend *legend);
  void (*measure) (const TdChart *chart, const TdChartTheme *theme, double width, double *minimum,
                   double *natural);
  void (*lay_out) (TdChartBuild *build);
  void (*tell) (const TdChart *chart, guint row, guint column, GString *out);
  void (*describe) (const TdChart *chart, GString *out);
  TdChartTable *(*tabulate) (const TdChart *chart);
  gboolean over_time;
} TdChartKind;

/**
 * TdChart:
 * @values: @n_rows × @n_columns, row by row, cleaned
 * @row_names: never %NULL inside; "" for none
 * @column_names: as @row_names
 * @row_notes: (nullable) (array length=n_rows): a sentence each, for the hover
 * @order: the rows in the order they are drawn
 * @emphasis: of rows
 * @reference: rows that others are compared with
 * @unit: of the values that come without a text
 * @extra: what only the kind knows; its strings and arrays are the chart's
 * @owned: those arrays
 * @whole: (nullable): the chart of which this is a part, whose strings it uses
 */
struct _TdChart
{
  gatomicrefcount count;
  const TdChartKind *kind;
  GStringChunk *strings;
  TdChartHead head;
  TdChartAxis axis;
  guint n_rows;
  guint n_columns;
  TdChartValue *values;
  const char **row_names;
  const char **row_notes;
  const char **column_names;
  guint *order;
  gboolean *emphasis;
  gboolean *reference;
  gboolean any_emphasis;
  const char *unit;
  gpointer extra;
  GPtrArray *owned;
  TdChart *whole;
};

/* A chart with all values missing and all names empty; NULL when it would hold too many values. */
TdChart *td_chart_alloc (const TdChartKind *kind, const TdChartHead *head, const TdChartAxis *axis,
                         guint n_rows, guint n_columns, gsize extra_size);
/* A clean copy of @text that lives as long as the chart; NULL stays NULL. */
const char *td_chart_keep (TdChart *self, const char *text);
/* The same, "" for NULL. */
const char *td_chart_keep_name (TdChart *self, const char *text);
/* Zeroed memory that lives as long as the chart. */
gpointer td_chart_own (TdChart *self, gsize size);
/* Both make their argument the chart's own: its strings, and only numbers that can be drawn. */
void td_chart_keep_axis (TdChart *self, TdChartAxis *axis);
void td_chart_keep_reference (TdChart *self, TdChartReference *reference);
/* Copies and cleans one value. */
void td_chart_set (TdChart *self, guint row, guint column, const TdChartValue *value);

static inline const TdChartValue *
td_chart_get (const TdChart *self, guint row, guint column)
{
  return &self->values[(gsize) row * self->n_columns + column];
}

/* "95,5%" or the words of the state. @unit: of a number without text. (transfer full) */
char *td_chart_dup_number (const TdChart *self, const TdChartValue *value, const char *unit);
/* The same, and in brackets the state where it says more than that there is a number. */
char *td_chart_dup_value (const TdChart *self, const TdChartValue *value, const char *unit);
/* A number of the chart's own making (a reference without text). */
char *td_chart_dup_plain (const TdChart *self, double number, const char *unit);

/* "Chỉ số (%)", or whichever of the two there is; NULL for neither. (transfer full) */
char *td_chart_dup_axis_name (const TdChartAxis *axis);

#define SAY(chart, english, vietnamese) td_chart_say ((chart)->head.words, english, vietnamese)

/* A description goes through this many things one by one; the table has all. */
#define TD_CHART_MAX_DESCRIBED 8

/* That there are more of @n things than were gone through. */
void td_chart_describe_others (const TdChart *self, guint n, GString *out);
/* "A: no data." for each row of which nothing is known, as far as a description goes. */
void td_chart_describe_empty_rows (const TdChart *self, GString *out);
/* Appends a sentence after a space. */
void td_chart_add_sentence (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* "Highest: A and B (95,5). Lowest: C (60)." over the values of @column in drawing order. */
void td_chart_describe_extremes (const TdChart *self, guint column, GString *out);
/* "Without data: 3 (A, B, C)." for every state without a number in @column. */
void td_chart_describe_unknown (const TdChart *self, guint column, GString *out);
/* The same over all values: names as "row – column". */
void td_chart_describe_all_unknown (const TdChart *self, GString *out);
/* Counts below zero, which have no length: they are written and listed, not drawn. */
void td_chart_describe_undrawn (const TdChart *self, GString *out);
gboolean td_chart_has_numbers (const TdChart *self);

G_END_DECLS
