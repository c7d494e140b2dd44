/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts that are lists: a row for each unit, its name at the left, what is drawn beside it.
 * Where the rows are lower than a line of text only every second (third …) one is named; the
 * others have their names on hover.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-build.h"

G_BEGIN_DECLS

/**
 * TdChartRows:
 * @left: where the marks may begin
 * @top: where the first row begins
 * @pitch: from one row to the next
 * @thickness: of a bar
 * @every: which rows have words: every so many, from @first to @last, so that none reaches out of
 *   the rows
 * @first: see @every
 * @last: see @every
 * @small: the rows are low, so their words are of the smaller face
 */
typedef struct
{
  double left;
  double top;
  double pitch;
  double thickness;
  guint every;
  guint first;
  guint last;
  gboolean small;
  double names_x;
  double names_width;
  double ranks_width;
  guint lines;
  const char *const *ranks;
} TdChartRows;

/* Rows between @top and @bottom; @ranks (nullable): a word before each name, by row of the data. */
void td_chart_rows_init (TdChartRows *self, TdChartBuild *build, double top, double bottom,
                         const char *const *ranks);
/*
 * Which of @n rows, @pitch apart, are named in lines of @line: every so many from the first on
 * whose words do not reach out of the rows.
 */
void
td_chart_rows_thin (double pitch, double line, guint n, guint *every, guint *first, guint *last);
/* The middle of the row that is drawn as number @index. */
double td_chart_rows_get_middle (const TdChartRows *self, guint index);
/* The face of what is written beside a row. */
TdChartFace td_chart_rows_get_face (const TdChartRows *self);
gboolean td_chart_rows_has_words (const TdChartRows *self, guint index);
/* Draws names and ranks. */
void td_chart_rows_draw_names (const TdChartRows *self, TdChartBuild *build);
/*
 * How high the rows of @chart want to be at @width, and @extra; a few rows with long names want two
 * lines for each.
 */
void td_chart_rows_measure (const TdChart *chart, const TdChartTheme *theme, double width,
                            double extra, double *minimum, double *natural);

G_END_DECLS
