/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What charts of several series over the same columns share: who looks how, lines with gaps where
 * nothing is known, and names beside the ends of lines.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-build.h"
#include "charts/td-chart-private.h"

G_BEGIN_DECLS

/**
 * TdChartSeriesLook:
 * @color: of line and marker
 * @dash: a TdChartDash
 * @marker: of its points
 * @line: width
 * @back: steps back behind the others
 */
typedef struct
{
  TdChartColor color;
  guint dash;
  TdChartGlyph marker;
  double line;
  gboolean back;
} TdChartSeriesLook;

/**
 * TdChartNode:
 * @known: FALSE where the line has a gap
 */
typedef struct
{
  gboolean known;
  double x;
  double y;
} TdChartNode;

/* Copies names, values and flags of @series, of @n values each, into the chart's rows. */
void td_chart_series_keep (TdChart *chart, const TdChartSeries *series, guint n_series);
void td_chart_series_keep_columns (TdChart *chart, const char *const *names, guint n);

/*
 * How row @row is drawn: up to six series have a colour, dash and marker each; with emphasized ones
 * those do, and the others step back.
 */
TdChartSeriesLook
td_chart_series_get_look (const TdChart *chart, const TdChartTheme *theme, guint row);

/*
 * The line through the known nodes, broken at every other; a node between two gaps has nothing
 * but its marker, so that is drawn even without @markers. @marks (nullable): the marks of the
 * nodes, -1 for none.
 */
void td_chart_series_draw (TdChartBuild *build, guint row, const TdChartNode *nodes, guint n,
                           const TdChartSeriesLook *look, double marker_size, gboolean markers,
                           gboolean closed, const int *marks);

/* Rows in drawing order: those that step back first. (transfer full) */
guint *td_chart_series_order (const TdChart *chart, const TdChartTheme *theme);

/**
 * TdChartEnd:
 * @text: the name beside the line's end
 * @number: (nullable): what follows it and is never shortened
 * @x: where the line ends
 * @y: as @x
 * @at: where the middle of the words is
 * @marked: the marker of @look stands before the words
 * @number_first: the number stands at the line's end, the name beyond it
 * @look: of the series
 * @rank: who stays when there is not enough room: the lowest
 */
typedef struct
{
  char *text;
  char *number;
  double x;
  double y;
  double at;
  guint rank;
  TdChartColor color;
  TdChartFace face;
  gboolean shown;
  gboolean marked;
  gboolean number_first;
  TdChartSeriesLook look;
} TdChartEnd;

GArray *td_chart_ends_new (void);
/*
 * Takes @text and @number over; where the line ends is set later. The end is valid until the next
 * is added.
 */
TdChartEnd *td_chart_ends_add (GArray *ends, char *text, char *number, guint rank,
                               TdChartColor color, TdChartFace face);
/*
 * Moves the words apart between @top and @bottom, leaves out those for which there is no room, and
 * draws the others from @x on (up to @x with @left), at most @width wide.
 */
void td_chart_ends_draw (GArray *ends, TdChartBuild *build, double top, double bottom, double x,
                         double width, gboolean left);

/* Two sentences on every series: from where to where, and what is missing. */
void td_chart_series_describe (const TdChart *chart, GString *out);
/* Columns down, series across. */
TdChartTable *td_chart_series_tabulate (const TdChart *chart, const char *first_header);

G_END_DECLS
