/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layout in the making: what a kind of chart is given to put its marks, lines and words into,
 * and the helpers all kinds use for it. The legend is filled before the plot is laid out, as it
 * takes room.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-layout.h"
#include "charts/td-chart-scene.h"
#include "charts/td-chart-words.h"

G_BEGIN_DECLS

/**
 * TdChartPlace:
 * @row: which line of marks a mark is in, for the keyboard; up and down change it
 * @column: where in that line; left and right change it
 */
typedef struct
{
  int row;
  double column;
} TdChartPlace;

/**
 * TdChartBuild:
 * @area: what is left for the plot, its axes and names
 * @plot: where the marks are; set by the kind
 * @marks: of TdChartMark
 * @places: of TdChartPlace, beside @marks
 * @has_periods: the columns stand along the plot, @period_pitch apart from @period_start on
 */
typedef struct
{
  const TdChart *chart;
  const TdChartTheme *theme;
  TdChartPen *pen;
  TdChartScene *scene;
  TdChartRect area;
  TdChartRect plot;
  GArray *marks;
  GArray *places;
  gboolean has_periods;
  double period_start;
  double period_pitch;
} TdChartBuild;

/* --- Marks ----------------------------------------------------------------------------------- */

/* Appends the mark of a value; its state, number and key come from the chart. Returns its index. */
int td_chart_build_mark (TdChartBuild *self, guint row, guint column, TdChartRect bounds,
                         TdChartPlace place);
/* The mark itself, to be changed; valid until the next is appended. */
TdChartMark *td_chart_build_get_mark (TdChartBuild *self, int mark);
/* A round mark with the pointer's reach around it. */
int td_chart_build_round (TdChartBuild *self, guint row, guint column, double x, double y,
                          double radius, TdChartPlace place);

/* --- Texts ----------------------------------------------------------------------------------- */

/**
 * TdChartTextSpec:
 * @face: size and weight
 * @color: of the letters
 * @x: where the text is anchored
 * @y: as @x
 * @across: which part of it stands at @x: 0 its left edge, 0.5 its middle, 1 its right edge
 * @down: the same for @y: 0 its top
 * @width: the room, negative: any
 * @lines: at most; 0 means 1
 * @free: only where no other text is and inside the area of the layout
 * @whole: not at all rather than shortened: a number without its end is another number
 * @turned: reads upwards
 * @mark: whose label it is, -1 for none; remember to set it
 */
typedef struct
{
  TdChartFace face;
  TdChartColor color;
  double x;
  double y;
  double across;
  double down;
  double width;
  guint lines;
  gboolean free;
  gboolean whole;
  gboolean turned;
  int mark;
} TdChartTextSpec;

/* Places a text; NULL when it has no room. The item is valid until the next is appended. */
TdChartItem *
td_chart_build_text (TdChartBuild *self, const char *text, const TdChartTextSpec *spec);
/* How wide it would be without limits. */
double td_chart_build_measure (TdChartBuild *self, TdChartFace face, const char *text);
/* Whether any text of the scene from item @first_item on touches @box. */
gboolean td_chart_build_is_taken (const TdChartBuild *self, const TdChartRect *box);

/* "No data" in the middle of the plot. */
void td_chart_build_nothing (TdChartBuild *self);

/* --- Looks ----------------------------------------------------------------------------------- */

/* Gives a rectangle the colour, pattern and frame of a state. */
void td_chart_style_state (TdChartItem *item, const TdChartTheme *theme, TdChartState state);
/* Gives it the fill of a share from 0 to 1, in steps. */
void td_chart_style_share (TdChartItem *item, const TdChartTheme *theme, double share);
/* The colour of series @index. */
TdChartColor td_chart_style_series (const TdChartTheme *theme, guint index);
/* On a screen, hairlines lie on pixels; on paper nothing is moved. */
double td_chart_style_snap (const TdChartTheme *theme, double at);

/* --- Legend ---------------------------------------------------------------------------------- */

typedef enum
{
  TD_CHART_SWATCH_STATE,
  TD_CHART_SWATCH_LINE,
  TD_CHART_SWATCH_GLYPH,
  TD_CHART_SWATCH_STEPS,
} TdChartSwatch;

typedef struct
{
  TdChartSwatch swatch;
  TdChartState state;
  TdChartColor color;
  TdChartGlyph glyph;
  int marker; /* a glyph on a line, or -1 */
  guint dash;
  double line;
  char *text;
  char *end; /* of steps: what the last one is */
} TdChartLegendEntry;

typedef struct
{
  GArray *entries; /* of TdChartLegendEntry */
} TdChartLegend;

void td_chart_legend_init (TdChartLegend *self);
void td_chart_legend_clear (TdChartLegend *self);
void td_chart_legend_add_state (TdChartLegend *self, TdChartState state, const char *text);
void td_chart_legend_add_line (TdChartLegend *self, const char *text, TdChartColor color,
                               guint dash, double line, int marker);
void td_chart_legend_add_glyph (TdChartLegend *self, const char *text, TdChartGlyph glyph,
                                TdChartColor color);
void td_chart_legend_add_steps (TdChartLegend *self, const char *low, const char *high);

/* How high the legend is when it is @width wide; with @self also draws it from @x, @y on. */
double
td_chart_legend_lay_out (const TdChartLegend *self, TdChartBuild *build, const TdChartTheme *theme,
                         TdChartPen *pen, double x, double y, double width);

/* --- Frame ----------------------------------------------------------------------------------- */

/*
 * Title, subtitle, filters and legend above, notes and source below. Draws them into @build, whose
 * area it sets; with a %NULL build returns only how high they are together at @width.
 */
double td_chart_frame_lay_out (const TdChart *chart, TdChartBuild *build, const TdChartTheme *theme,
                               TdChartPen *pen, double width);

G_END_DECLS
