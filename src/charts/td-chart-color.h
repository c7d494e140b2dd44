/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours and how well they can be told apart. Contrast is WCAG 2.1's: (L1 + 0.05) / (L2 + 0.05) of
 * the relative luminances.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdChartColor:
 *
 * An opaque sRGB colour, 0 to 255 each.
 */
typedef struct
{
  guint8 red;
  guint8 green;
  guint8 blue;
} TdChartColor;

/* 0xRRGGBB as a colour, for constants. */
#define TD_CHART_COLOR(hex)                                                                        \
  {                                                                                                \
    (guint8) ((hex) >> 16 & 0xff), (guint8) ((hex) >> 8 & 0xff), (guint8) ((hex) &0xff)            \
  }

/* Relative luminance, 0 (black) to 1 (white). */
double td_chart_color_luminance (TdChartColor color);

/* 1 (the same luminance) to 21 (black on white). */
double td_chart_color_contrast (TdChartColor a, TdChartColor b);

/* @share (0 to 1) of @b in @a, mixed as the screen does. */
TdChartColor td_chart_color_mix (TdChartColor a, TdChartColor b, double share);

/*
 * @color, or the nearest mixture of it with black or white, whose contrast with @against is at
 *   least
 * @ratio. Where no colour reaches it (a @ratio above 4.58 on a middle grey) the one of black and
 * white that comes nearer.
 */
TdChartColor td_chart_color_reach (TdChartColor color, TdChartColor against, double ratio);

/* Black or white, whichever is easier to read on @color; its contrast is at least 4.58. */
TdChartColor td_chart_color_on (TdChartColor color);

G_END_DECLS
