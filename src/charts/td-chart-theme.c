/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-theme.h"

#include <math.h>

#define TEXT_CONTRAST 4.6 /* a little above what is promised, for the rounding to 8 bits */
#define MARK_CONTRAST 3.1

/*
 * The colours of the series were searched for by computer: as far apart as can be for normal
 * sight and the three dichromacies (Machado, Oliveira, Fernandes 2009), at least 5 apart in CIE
 * lightness, and 3.1 : 1 with the background.
 */
static const TdChartColor light_series[TD_CHART_N_SERIES] = {
  TD_CHART_COLOR (0x0f59b2), TD_CHART_COLOR (0xb44212), TD_CHART_COLOR (0x279073),
  TD_CHART_COLOR (0x6b3a81), TD_CHART_COLOR (0xb5860b), TD_CHART_COLOR (0x1d233f),
};
static const TdChartColor dark_series[TD_CHART_N_SERIES] = {
  TD_CHART_COLOR (0x6ba2ef), TD_CHART_COLOR (0xca703a), TD_CHART_COLOR (0x7dfdd7),
  TD_CHART_COLOR (0xd9ace7), TD_CHART_COLOR (0xe6da7f), TD_CHART_COLOR (0x7c767b),
};

/* In the order of TdChartState. The open states (missing, not due, not applicable) have no fill of
 * their own: theirs comes from the background. */
static const TdChartColor light_states[TD_CHART_N_STATES] = {
  [TD_CHART_STATE_VALUE] = TD_CHART_COLOR (0x1b3c8f),
  [TD_CHART_STATE_NONE_ARISING] = TD_CHART_COLOR (0x646b78),
  [TD_CHART_STATE_PENDING] = TD_CHART_COLOR (0x8a7cbf),
  [TD_CHART_STATE_REJECTED] = TD_CHART_COLOR (0x4c1656),
  [TD_CHART_STATE_MET] = TD_CHART_COLOR (0x0f6c4f),
  [TD_CHART_STATE_ON_TRACK] = TD_CHART_COLOR (0x3b7dce),
  [TD_CHART_STATE_AT_RISK] = TD_CHART_COLOR (0x946521),
  [TD_CHART_STATE_BEHIND] = TD_CHART_COLOR (0xcb6516),
  [TD_CHART_STATE_OVERDUE] = TD_CHART_COLOR (0x8b0f2f),
};
static const TdChartColor dark_states[TD_CHART_N_STATES] = {
  [TD_CHART_STATE_VALUE] = TD_CHART_COLOR (0x4776ba),
  [TD_CHART_STATE_NONE_ARISING] = TD_CHART_COLOR (0x898e94),
  [TD_CHART_STATE_PENDING] = TD_CHART_COLOR (0xc3adff),
  [TD_CHART_STATE_REJECTED] = TD_CHART_COLOR (0xf3b6e0),
  [TD_CHART_STATE_MET] = TD_CHART_COLOR (0x69ecc0),
  [TD_CHART_STATE_ON_TRACK] = TD_CHART_COLOR (0x2e9bdc),
  [TD_CHART_STATE_AT_RISK] = TD_CHART_COLOR (0xeecf62),
  [TD_CHART_STATE_BEHIND] = TD_CHART_COLOR (0xdf8938),
  [TD_CHART_STATE_OVERDUE] = TD_CHART_COLOR (0xda4a66),
};

/*
 * On paper, which is often printed in grey: as far apart in lightness as nine fills can be. The
 * light ones have a frame.
 */
static const TdChartColor print_states[TD_CHART_N_STATES] = {
  [TD_CHART_STATE_VALUE] = TD_CHART_COLOR (0x1b3c8f),
  [TD_CHART_STATE_NONE_ARISING] = TD_CHART_COLOR (0x70767f),
  [TD_CHART_STATE_PENDING] = TD_CHART_COLOR (0xd5cdf0),
  [TD_CHART_STATE_REJECTED] = TD_CHART_COLOR (0x4c1656),
  [TD_CHART_STATE_MET] = TD_CHART_COLOR (0x0f6c4f),
  [TD_CHART_STATE_ON_TRACK] = TD_CHART_COLOR (0x6aa9e6),
  [TD_CHART_STATE_AT_RISK] = TD_CHART_COLOR (0xe3bb5c),
  [TD_CHART_STATE_BEHIND] = TD_CHART_COLOR (0xd9722a),
  [TD_CHART_STATE_OVERDUE] = TD_CHART_COLOR (0x8b0f2f),
};

/*
 * One hue, lightness falling (rising, in the dark) in even steps: the order is read without a
 * legend and survives greyscale. The first steps are seen by their edge.
 */
static const TdChartColor light_steps[TD_CHART_N_STEPS] = {
  TD_CHART_COLOR (0xe9f1fb), TD_CHART_COLOR (0xb9d3f0), TD_CHART_COLOR (0x7dabdf),
  TD_CHART_COLOR (0x3a78c0), TD_CHART_COLOR (0x123f80),
};
static const TdChartColor dark_steps[TD_CHART_N_STEPS] = {
  TD_CHART_COLOR (0x22344d), TD_CHART_COLOR (0x2b5288), TD_CHART_COLOR (0x4379bd),
  TD_CHART_COLOR (0x7fabe4), TD_CHART_COLOR (0xcfe2fb),
};

static gboolean
is_open_state (guint state)
{
  return state == TD_CHART_STATE_MISSING || state == TD_CHART_STATE_NOT_DUE
         || state == TD_CHART_STATE_NOT_APPLICABLE;
}

/* Everything that follows from the background, the text and the accent. */
static void
derive (TdChartTheme *self, gboolean dark, double soft_contrast, double grid_share)
{
  const TdChartColor *series = dark ? dark_series : light_series;
  const TdChartColor *states = dark ? dark_states : light_states;
  TdChartColor bg = self->background;

  self->tint = td_chart_color_mix (bg, self->text, 0.045);
  /* Notes may stand on a tinted band, which is a little nearer to them than the background. */
  self->soft =
      td_chart_color_reach (td_chart_color_mix (self->text, bg, 0.35), self->tint, soft_contrast);
  self->grid = td_chart_color_reach (td_chart_color_mix (bg, self->text, grid_share), bg, 1.15);
  self->axis =
      td_chart_color_reach (td_chart_color_mix (self->text, bg, 0.5), self->tint, MARK_CONTRAST);
  self->context =
      td_chart_color_reach (td_chart_color_mix (self->text, bg, 0.5), self->tint, MARK_CONTRAST);
  self->goal = self->text;
  for (guint i = 0; i < TD_CHART_N_SERIES; i++)
    self->series[i] = td_chart_color_reach (series[i], bg, MARK_CONTRAST);
  for (guint i = 0; i < TD_CHART_N_STATES; i++)
    self->states[i] = is_open_state (i) ? td_chart_color_mix (bg, self->text, 0.06)
                                        : td_chart_color_reach (states[i], bg, MARK_CONTRAST);
  for (guint i = 0; i < TD_CHART_N_STEPS; i++)
    self->steps[i] = dark ? dark_steps[i] : light_steps[i];
}

void
td_chart_theme_init (TdChartTheme *self, TdChartLook look)
{
  static const TdChartColor white = TD_CHART_COLOR (0xffffff), black = TD_CHART_COLOR (0x000000),
                            night = TD_CHART_COLOR (0x1e1e1e), ink = TD_CHART_COLOR (0x1f2328),
                            snow = TD_CHART_COLOR (0xf2f2f2);
  gboolean dark = look == TD_CHART_LOOK_DARK || look == TD_CHART_LOOK_CONTRAST_DARK;
  gboolean strong = look == TD_CHART_LOOK_CONTRAST || look == TD_CHART_LOOK_CONTRAST_DARK;

  g_return_if_fail (self != NULL);

  *self = (TdChartTheme){ 0 };
  if (strong)
    {
      self->background = dark ? black : white;
      self->text = dark ? white : black;
    }
  else if (look == TD_CHART_LOOK_PRINT)
    {
      self->background = white;
      self->text = black;
    }
  else
    {
      self->background = dark ? night : white;
      self->text = dark ? snow : ink;
    }
  derive (self, dark, strong ? 7.0 : TEXT_CONTRAST, strong ? 0.35 : 0.13);
  if (look == TD_CHART_LOOK_PRINT)
    for (guint i = 0; i < TD_CHART_N_STATES; i++)
      if (!is_open_state (i))
        self->states[i] = print_states[i];
  if (strong)
    self->context = td_chart_color_reach (self->context, self->tint, 4.6);
  self->accent = self->series[0];
  g_strlcpy (self->family, "sans-serif", sizeof self->family);
  self->font_size = look == TD_CHART_LOOK_PRINT ? 9 : 13;
  self->line = look == TD_CHART_LOOK_PRINT ? 0.5 : strong ? 1.5 : 1;
}

void
td_chart_theme_init_from_colors (TdChartTheme *self, TdChartColor background, TdChartColor text,
                                 const TdChartColor *accent)
{
  gboolean dark = td_chart_color_luminance (background) < 0.18;

  g_return_if_fail (self != NULL);

  td_chart_theme_init (self, dark ? TD_CHART_LOOK_DARK : TD_CHART_LOOK_LIGHT);
  self->background = background;
  /* The promise for text on tinted bands needs some room above 4.5 on the background itself. */
  self->text = td_chart_color_reach (text, background, 5.5);
  derive (self, dark, TEXT_CONTRAST, 0.13);
  self->accent =
      td_chart_color_reach (accent != NULL ? *accent : self->series[0], background, MARK_CONTRAST);
}

void
td_chart_theme_set_font (TdChartTheme *self, const char *family, double font_size)
{
  g_return_if_fail (self != NULL);

  if (family != NULL && *family != '\0')
    {
      g_autofree char *valid = g_utf8_make_valid (family, -1);
      const char *end;

      g_strlcpy (self->family, valid, sizeof self->family);
      if (!g_utf8_validate (self->family, -1, &end))
        self->family[end - self->family] = '\0';
    }
  if (font_size > 0)
    self->font_size = CLAMP (font_size, 4, 200);
}

void
td_chart_theme_scale (TdChartTheme *self, double scale)
{
  g_return_if_fail (self != NULL);

  scale = CLAMP (scale, 0.25, 8);
  self->font_size *= scale;
  self->line *= scale;
}

void
td_chart_theme_clean (TdChartTheme *self)
{
  const char *end;

  g_return_if_fail (self != NULL);

  self->family[sizeof self->family - 1] = '\0';
  if (!g_utf8_validate (self->family, -1, &end))
    self->family[end - self->family] = '\0';
  if (self->family[0] == '\0')
    g_strlcpy (self->family, "sans-serif", sizeof self->family);
  self->font_size = isfinite (self->font_size) ? CLAMP (self->font_size, 1, 1000) : 13;
  self->line = isfinite (self->line) ? CLAMP (self->line, 0.01, 100) : 1;
}
