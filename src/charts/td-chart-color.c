/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-color.h"

#include <math.h>

static const TdChartColor black = { 0, 0, 0 };
static const TdChartColor white = { 255, 255, 255 };

static double
linear (guint8 channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static guint8
mix_channel (guint8 a, guint8 b, double share)
{
  return (guint8) lround (a + (b - a) * CLAMP (share, 0.0, 1.0));
}

double
td_chart_color_luminance (TdChartColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

double
td_chart_color_contrast (TdChartColor a, TdChartColor b)
{
  double first = td_chart_color_luminance (a), second = td_chart_color_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

TdChartColor
td_chart_color_mix (TdChartColor a, TdChartColor b, double share)
{
  TdChartColor mixed = { mix_channel (a.red, b.red, share), mix_channel (a.green, b.green, share),
                         mix_channel (a.blue, b.blue, share) };

  return mixed;
}

TdChartColor
td_chart_color_on (TdChartColor color)
{
  return td_chart_color_contrast (color, black) >= td_chart_color_contrast (color, white) ? black
                                                                                          : white;
}

TdChartColor
td_chart_color_reach (TdChartColor color, TdChartColor against, double ratio)
{
  /* 2 % steps are finer than an eye sees, and the loop ends whatever the numbers are. */
  const guint steps = 50;

  for (guint i = 0; i <= steps; i++)
    {
      TdChartColor darker = td_chart_color_mix (color, black, (double) i / steps);
      TdChartColor lighter = td_chart_color_mix (color, white, (double) i / steps);
      gboolean dark_does = td_chart_color_contrast (darker, against) >= ratio;
      gboolean light_does = td_chart_color_contrast (lighter, against) >= ratio;

      if (dark_does && light_does)
        return td_chart_color_contrast (darker, against)
                       > td_chart_color_contrast (lighter, against)
                   ? darker
                   : lighter;
      if (dark_does)
        return darker;
      if (light_does)
        return lighter;
    }
  return td_chart_color_on (against);
}
