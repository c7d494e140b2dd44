/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How charts look: colours, font, sizes. A theme is a plain value that a caller may start from a
 * preset, or from the three colours its surroundings have, and change as it likes.
 *
 * What a theme from here promises, and tests compute: text has a contrast of 4.5 : 1 with what is
 * behind it, marks 3 : 1 with the background, by their fill or by a frame; the colours of the
 * series differ under protanopia, deuteranopia and tritanopia and in luminance, so also in a
 * greyscale print.
 */
#pragma once

#include "charts/td-chart-color.h"
#include "charts/td-chart-types.h"

G_BEGIN_DECLS

#define TD_CHART_N_SERIES 6
#define TD_CHART_N_STEPS  5

/**
 * TdChartLook:
 * @TD_CHART_LOOK_LIGHT: a light window
 * @TD_CHART_LOOK_DARK: a dark window
 * @TD_CHART_LOOK_PRINT: white paper; sizes in points, thin lines
 * @TD_CHART_LOOK_CONTRAST: high contrast, dark on light
 * @TD_CHART_LOOK_CONTRAST_DARK: high contrast, light on dark
 */
typedef enum
{
  TD_CHART_LOOK_LIGHT,
  TD_CHART_LOOK_DARK,
  TD_CHART_LOOK_PRINT,
  TD_CHART_LOOK_CONTRAST,
  TD_CHART_LOOK_CONTRAST_DARK,
} TdChartLook;

#define TD_CHART_N_LOOKS (TD_CHART_LOOK_CONTRAST_DARK + 1)

/**
 * TdChartTheme:
 * @background: what is behind everything
 * @text: titles, names, values
 * @soft: text of the second rank: ticks, notes, the source
 * @grid: the lines behind the marks; quiet on purpose
 * @axis: the line of zero and the frame's edges
 * @tint: every other band
 * @accent: the marks of a chart with one series, and what is emphasized
 * @context: marks that stand behind emphasized ones, and series past the sixth
 * @goal: goals and reference lines
 * @series: the marks of several series, in order
 * @states: what a state's mark is filled with
 * @steps: fills of the heat map, low to high
 * @family: the font family
 * @font_size: of names and values; the rest follows from it
 * @line: the width of a hairline
 */
typedef struct
{
  TdChartColor background;
  TdChartColor text;
  TdChartColor soft;
  TdChartColor grid;
  TdChartColor axis;
  TdChartColor tint;
  TdChartColor accent;
  TdChartColor context;
  TdChartColor goal;
  TdChartColor series[TD_CHART_N_SERIES];
  TdChartColor states[TD_CHART_N_STATES];
  TdChartColor steps[TD_CHART_N_STEPS];
  char family[64];
  double font_size;
  double line;
} TdChartTheme;

/* One of the presets, in the family "sans-serif". */
void td_chart_theme_init (TdChartTheme *self, TdChartLook look);

/*
 * The light or dark preset, moved onto a window's own colours: every colour of the preset is kept
 * when it can be seen on @background and otherwise made lighter or darker until it can. @accent may
 * be %NULL.
 */
void td_chart_theme_init_from_colors (TdChartTheme *self, TdChartColor background,
                                      TdChartColor text, const TdChartColor *accent);

/* Sets the font: %NULL keeps the family, 0 keeps the size. A name that is too long is cut. */
void td_chart_theme_set_font (TdChartTheme *self, const char *family, double font_size);

/* Every size times @scale (0.25 to 8), as for 150 % text. */
void td_chart_theme_scale (TdChartTheme *self, double scale);

/*
 * Gives the theme sizes that can be drawn with: a font of 1 to 1,000 units, lines of 0.01 to 100.
 * What lays charts out does this by itself.
 */
void td_chart_theme_clean (TdChartTheme *self);

G_END_DECLS
