/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "charts/td-chart-build.h"

/*
 * How the three kinds of dichromats see linear RGB: Machado, Oliveira, Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0. The
 * first is normal sight.
 */
static const double visions[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
linear (guint8 channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
lab_curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* (D65) of a colour as somebody sees it. */
static void
see (TdChartColor color, const double vision[3][3], double lab[3])
{
  double rgb[3] = { linear (color.red), linear (color.green), linear (color.blue) }, seen[3], x, y,
         z;

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0, 1);
  x = lab_curve ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = lab_curve (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = lab_curve ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static double
get_distance (TdChartColor a, TdChartColor b, const double vision[3][3])
{
  double first[3], second[3];

  see (a, vision, first);
  see (b, vision, second);
  return sqrt (pow (first[0] - second[0], 2) + pow (first[1] - second[1], 2)
               + pow (first[2] - second[2], 2));
}

/* WCAG's own examples: black on white is 21, #767676 on white 4.54, #949494 on white 3.03. */
static void
test_contrast (void)
{
  static const TdChartColor white = TD_CHART_COLOR (0xffffff), black = TD_CHART_COLOR (0x000000),
                            grey = TD_CHART_COLOR (0x767676), pale = TD_CHART_COLOR (0x949494);

  g_assert_cmpfloat_with_epsilon (td_chart_color_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (td_chart_color_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (td_chart_color_contrast (grey, white), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (td_chart_color_contrast (white, pale), 3.03, 0.005);
}

static void
test_reach (void)
{
  GRand *random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 5000; i++)
    {
      guint32 bits = g_rand_int (random), other = g_rand_int (random);
      TdChartColor color = TD_CHART_COLOR (bits), against = TD_CHART_COLOR (other);
      TdChartColor reached = td_chart_color_reach (color, against, 3);

      g_assert_cmpfloat (td_chart_color_contrast (reached, against), >=, 3);
      /* A colour that is good enough is left alone. */
      if (td_chart_color_contrast (color, against) >= 3)
        g_assert_cmpmem (&reached, sizeof reached, &color, sizeof color);
      g_assert_cmpfloat (td_chart_color_contrast (td_chart_color_on (against), against), >=, 4.58);
    }
  g_rand_free (random);
}

static void
check_contrast (const TdChartTheme *theme)
{
  TdChartColor bg = theme->background;

  g_assert_cmpfloat (td_chart_color_contrast (theme->text, bg), >=, 4.5);
  g_assert_cmpfloat (td_chart_color_contrast (theme->text, theme->tint), >=, 4.5);
  g_assert_cmpfloat (td_chart_color_contrast (theme->soft, bg), >=, 4.5);
  g_assert_cmpfloat (td_chart_color_contrast (theme->soft, theme->tint), >=, 4.5);
  g_assert_cmpfloat (td_chart_color_contrast (theme->accent, bg), >=, 3);
  g_assert_cmpfloat (td_chart_color_contrast (theme->context, bg), >=, 3);
  g_assert_cmpfloat (td_chart_color_contrast (theme->goal, bg), >=, 3);
  g_assert_cmpfloat (td_chart_color_contrast (theme->axis, bg), >=, 3);
  for (guint i = 0; i < TD_CHART_N_SERIES; i++)
    g_assert_cmpfloat (td_chart_color_contrast (theme->series[i], bg), >=, 3);
  /* A state's light fill has a frame; then the frame has to be seen. */
  for (guint i = 0; i < TD_CHART_N_STATES; i++)
    {
      TdChartItem item = { 0 };

      td_chart_style_state (&item, theme, i);
      g_assert_true (td_chart_color_contrast (item.fill, bg) >= 3
                     || (item.stroked && td_chart_color_contrast (item.stroke, bg) >= 3));
      if (item.pattern != TD_CHART_PATTERN_SOLID && item.pattern != TD_CHART_PATTERN_EMPTY)
        g_assert_cmpfloat (td_chart_color_contrast (item.ink, item.fill), >=, 1.3);
    }
  /* The grid is there, and quieter than anything that means something. */
  g_assert_cmpfloat (td_chart_color_contrast (theme->grid, bg), >, 1.1);
  g_assert_cmpfloat (td_chart_color_contrast (theme->grid, bg), <,
                     td_chart_color_contrast (theme->axis, bg));
}

static void
test_presets (void)
{
  for (guint look = 0; look < TD_CHART_N_LOOKS; look++)
    {
      TdChartTheme theme;

      td_chart_theme_init (&theme, look);
      check_contrast (&theme);
      if (look >= TD_CHART_LOOK_CONTRAST)
        g_assert_cmpfloat (td_chart_color_contrast (theme.soft, theme.background), >=, 7);
    }
}

/* Windows of any light or dark colour, with any accent. */
static void
test_from_colors (void)
{
  GRand *random = g_rand_new_with_seed (12);

  for (guint i = 0; i < 1000; i++)
    {
      guint8 base = (guint8) (i % 2 == 0 ? g_rand_int_range (random, 0, 56)
                                         : g_rand_int_range (random, 225, 250));
      TdChartColor bg = { base, (guint8) (base + g_rand_int_range (random, 0, 6)), base };
      guint32 bits = g_rand_int (random), other = g_rand_int (random);
      TdChartColor text = TD_CHART_COLOR (bits), accent = TD_CHART_COLOR (other);
      TdChartTheme theme;

      td_chart_theme_init_from_colors (&theme, bg, text, i % 3 == 0 ? NULL : &accent);
      check_contrast (&theme);
    }
  g_rand_free (random);
}

/*
 * A difference of 2.3 in CIE L*a*b* is just noticed (Mahy, Van Eycken, Oosterlinck 1994). Colours
 * that carry meaning side by side are to be several times as far apart, for everybody.
 */
static void
check_apart (const TdChartColor *colors, const guint *indexes, guint n, double least)
{
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      for (guint vision = 0; vision < G_N_ELEMENTS (visions); vision++)
        {
          double distance = get_distance (colors[indexes[i]], colors[indexes[k]], visions[vision]);

          if (distance < least)
            g_test_message ("colours %u and %u, vision %u", indexes[i], indexes[k], vision);
          g_assert_cmpfloat (distance, >=, least);
        }
}

static void
test_blindness (void)
{
  static const guint series[] = { 0, 1, 2, 3, 4, 5 };
  static const guint states[] = { TD_CHART_STATE_VALUE,   TD_CHART_STATE_NONE_ARISING,
                                  TD_CHART_STATE_PENDING, TD_CHART_STATE_REJECTED,
                                  TD_CHART_STATE_MET,     TD_CHART_STATE_ON_TRACK,
                                  TD_CHART_STATE_AT_RISK, TD_CHART_STATE_BEHIND,
                                  TD_CHART_STATE_OVERDUE };

  for (guint look = 0; look < TD_CHART_N_LOOKS; look++)
    {
      TdChartTheme theme;

      td_chart_theme_init (&theme, look);
      check_apart (theme.series, series, G_N_ELEMENTS (series), 15);
      check_apart (theme.states, states, G_N_ELEMENTS (states), 10);
    }
}

/* In a greyscale print only the lightness is left of the series, and the order of the heat map. */
static void
test_greyscale (void)
{
  for (guint look = 0; look < TD_CHART_N_LOOKS; look++)
    {
      TdChartTheme theme;
      double lab[TD_CHART_N_SERIES][3], before = 0;

      td_chart_theme_init (&theme, look);
      for (guint i = 0; i < TD_CHART_N_SERIES; i++)
        {
          see (theme.series[i], visions[0], lab[i]);
          for (guint k = 0; k < i; k++)
            g_assert_cmpfloat (fabs (lab[i][0] - lab[k][0]), >=, 4.5);
        }
      for (guint i = 0; i < TD_CHART_N_STEPS; i++)
        {
          double away = fabs (td_chart_color_luminance (theme.steps[i])
                              - td_chart_color_luminance (theme.background));

          g_assert_cmpfloat (away, >, before);
          if (i > 0)
            {
              double first[3], second[3];

              see (theme.steps[i - 1], visions[0], first);
              see (theme.steps[i], visions[0], second);
              g_assert_cmpfloat (fabs (first[0] - second[0]), >=, 9);
            }
          before = away;
        }
    }
}

/* On paper the states too are apart in grey: all but a plain figure, which has no pattern. */
static void
test_print_states (void)
{
  static const TdChartState states[] = { TD_CHART_STATE_NONE_ARISING, TD_CHART_STATE_PENDING,
                                         TD_CHART_STATE_REJECTED,     TD_CHART_STATE_MET,
                                         TD_CHART_STATE_ON_TRACK,     TD_CHART_STATE_AT_RISK,
                                         TD_CHART_STATE_BEHIND,       TD_CHART_STATE_OVERDUE };
  TdChartTheme theme;
  double lab[G_N_ELEMENTS (states)][3];

  td_chart_theme_init (&theme, TD_CHART_LOOK_PRINT);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      see (theme.states[states[i]], visions[0], lab[i]);
      for (guint k = 0; k < i; k++)
        g_assert_cmpfloat (fabs (lab[i][0] - lab[k][0]), >=, 6);
    }
}

/* Never colour alone: a glyph and a pattern for each state, a marker and a dash for each series. */
static void
test_shapes (void)
{
  static const TdChartRect box = { 3, 5, 40, 20 };
  GArray *patterns[TD_CHART_N_STATES];

  for (guint i = 0; i < TD_CHART_N_STATES; i++)
    {
      gboolean filled;
      const TdChartStroke *strokes = td_chart_glyph_get_strokes (i, &filled);

      g_assert_cmpuint (strokes[0].kind, !=, TD_CHART_STROKE_END);
      patterns[i] = g_array_new (FALSE, FALSE, sizeof (TdChartSegment));
      td_chart_pattern_append (td_chart_pattern_of_state (i), &box, 6, patterns[i]);
      for (guint s = 0; s < patterns[i]->len; s++)
        {
          const TdChartSegment *segment = &g_array_index (patterns[i], TdChartSegment, s);

          g_assert_cmpfloat (MIN (segment->x1, segment->x2), >=, box.x - 1e-9);
          g_assert_cmpfloat (MAX (segment->x1, segment->x2), <=, box.x + box.width + 1e-9);
          g_assert_cmpfloat (MIN (segment->y1, segment->y2), >=, box.y - 1e-9);
          g_assert_cmpfloat (MAX (segment->y1, segment->y2), <=, box.y + box.height + 1e-9);
        }
      for (guint k = 0; k < i; k++)
        {
          const TdChartStroke *others = td_chart_glyph_get_strokes (k, &filled);
          gboolean alike = td_chart_pattern_of_state (k) == td_chart_pattern_of_state (i);

          g_assert_false (alike);
          for (guint s = 0; strokes[s].kind == others[s].kind && strokes[s].x == others[s].x
                            && strokes[s].y == others[s].y;
               s++)
            g_assert_cmpuint (strokes[s].kind, !=, TD_CHART_STROKE_END);
          /*
           * Solid and empty have no segments and differ by the fill; all others by what is drawn.
           */
          if (patterns[i]->len > 0 || patterns[k]->len > 0)
            g_assert_true (patterns[i]->len != patterns[k]->len
                           || memcmp (patterns[i]->data, patterns[k]->data,
                                      patterns[i]->len * sizeof (TdChartSegment))
                                  != 0);
        }
    }
  for (guint i = 0; i < TD_CHART_N_STATES; i++)
    g_array_unref (patterns[i]);
  for (guint i = 0; i < TD_CHART_N_SERIES; i++)
    for (guint k = 0; k < i; k++)
      {
        guint n, m;
        const double *dash = td_chart_dash_of_series (i, &n),
                     *other = td_chart_dash_of_series (k, &m);

        g_assert_cmpint (td_chart_glyph_of_series (i), !=, td_chart_glyph_of_series (k));
        g_assert_true (n != m || memcmp (dash, other, n * sizeof *dash) != 0);
      }
}

static void
test_theme_sizes (void)
{
  TdChartTheme theme;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  td_chart_theme_set_font (&theme, "Liberation Serif", 11);
  g_assert_cmpstr (theme.family, ==, "Liberation Serif");
  td_chart_theme_set_font (&theme, NULL, 0);
  g_assert_cmpstr (theme.family, ==, "Liberation Serif");
  g_assert_cmpfloat (theme.font_size, ==, 11);
  td_chart_theme_scale (&theme, 2);
  g_assert_cmpfloat (theme.font_size, ==, 22);
  g_assert_cmpfloat (theme.line, ==, 2);
  /* A name that is too long is cut between letters, never inside one. */
  td_chart_theme_set_font (&theme, "ấấấấấấấấấấấấấấấấấấấấấấấấấấấấấấ", 0);
  g_assert_true (g_utf8_validate (theme.family, -1, NULL));
  g_assert_cmpuint (strlen (theme.family), ==, 63);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/color/contrast", test_contrast);
  g_test_add_func ("/charts/color/reach", test_reach);
  g_test_add_func ("/charts/theme/presets", test_presets);
  g_test_add_func ("/charts/theme/from-colors", test_from_colors);
  g_test_add_func ("/charts/theme/blindness", test_blindness);
  g_test_add_func ("/charts/theme/greyscale", test_greyscale);
  g_test_add_func ("/charts/theme/print-states", test_print_states);
  g_test_add_func ("/charts/theme/shapes", test_shapes);
  g_test_add_func ("/charts/theme/sizes", test_theme_sizes);
  return g_test_run ();
}
