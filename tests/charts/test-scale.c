/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "charts/td-chart-number.h"
#include "charts/td-chart-scale.h"

static void
test_format (void)
{
  static const struct
  {
    double number;
    const char *vietnamese, *plain;
  } cases[] = {
    { 0, "0", "0" },
    { -0.0, "0", "0" },
    { -0.00001, "0", "0" },
    { 95.5, "95,5", "95.5" },
    { 0.1 + 0.2, "0,3", "0.3" },
    { 1234.5, "1.234,5", "1234.5" },
    { -1234567, "-1.234.567", "-1234567" },
    { 999, "999", "999" },
    { 1000, "1.000", "1000" },
    { 12.34567, "12,3457", "12.3457" },
    { 96.96 * 1e10, "969.600.000.000", "969600000000" },
    { 999999999999.9999, "1.000.000.000.000", "1000000000000" },
    { 1.5e15, "1,5 × 10^15", "1.5 × 10^15" },
    { -2e18, "-2 × 10^18", "-2 × 10^18" },
    { G_MAXDOUBLE * 10, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *vietnamese =
          td_chart_number_format (cases[i].number, TD_CHART_NUMBERS_VIETNAMESE);
      g_autofree char *plain = td_chart_number_format (cases[i].number, TD_CHART_NUMBERS_PLAIN);

      g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_format_exact (void)
{
  static const struct
  {
    gint64 digits;
    int exponent;
    const char *text;
  } cases[] = {
    { 0, -3, "0" },
    { 3, -1, "0,3" },
    { 15, -1, "1,5" },
    { 20, -1, "2" },
    { -5, -2, "-0,05" },
    { 12, 3, "12.000" },
    { 1, 12, "1.000.000.000.000" },
    { 1234, -6, "0,001234" },
    { G_MININT64, 0, "-9.223.372.036.854.775.808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_chart_number_format_exact (cases[i].digits, cases[i].exponent,
                                                            TD_CHART_NUMBERS_VIETNAMESE);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_unit (void)
{
  static const struct
  {
    const char *unit, *text;
  } cases[] = { { NULL, "50" }, { "", "50" }, { "%", "50%" }, { "hồ sơ", "50 hồ sơ" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_chart_number_take_unit (g_strdup ("50"), cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Steps of 1, 2 or 5, worked out by hand. */
static void
test_ticks (void)
{
  static const struct
  {
    double low, high;
    guint cap;
    gboolean whole, from_zero;
    const char *words;
  } cases[] = {
    { 0, 100, 11, FALSE, FALSE, "0 10 20 30 40 50 60 70 80 90 100" },
    { 0, 100, 6, FALSE, FALSE, "0 20 40 60 80 100" },
    { 0, 100, 3, FALSE, FALSE, "0 50 100" },
    { 0, 0.1 + 0.2, 4, FALSE, FALSE, "0 0,1 0,2 0,3" },
    { 0.1, 0.7, 8, FALSE, FALSE, "0,1 0,2 0,3 0,4 0,5 0,6 0,7" },
    { -3, 7, 7, FALSE, FALSE, "-4 -2 0 2 4 6 8" },
    { -3, 7, 6, FALSE, FALSE, "-5 0 5 10" }, /* steps of 2 would need seven ticks */
    { 62.4, 96.9, 5, FALSE, FALSE, "60 70 80 90 100" },
    { 62.4, 96.9, 6, FALSE, TRUE, "0 20 40 60 80 100" },
    { 0, 3, 11, TRUE, FALSE, "0 1 2 3" },
    { 0, 3, 11, FALSE, FALSE, "0 0,5 1 1,5 2 2,5 3" },
    { 86.98, 86.98, 6, FALSE, FALSE, "75 80 85 90 95 100" },
    { 86.98, 86.98, 6, FALSE, TRUE, "0 20 40 60 80 100" },
    { 0, 0, 6, FALSE, FALSE, "0 0,2 0,4 0,6 0,8 1" },
    { 0, 0, 6, TRUE, FALSE, "0 1" },
    { 0, 1e12, 3, FALSE, FALSE, "0 500.000.000.000 1.000.000.000.000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdChartRange range = { 0 };
      TdChartScale scale;
      g_autoptr (GString) words = g_string_new (NULL);

      td_chart_range_add (&range, cases[i].low);
      td_chart_range_add (&range, cases[i].high);
      td_chart_scale_init (&scale, &range, cases[i].cap, cases[i].whole, cases[i].from_zero);
      for (guint t = 0; t < scale.n_ticks; t++)
        {
          g_autofree char *text =
              td_chart_scale_format_tick (&scale, t, 0, TD_CHART_NUMBERS_VIETNAMESE);

          g_string_append_printf (words, "%s%s", t > 0 ? " " : "", text);
        }
      g_assert_cmpstr (words->str, ==, cases[i].words);
    }
}

static void
test_fixed (void)
{
  TdChartScale scale;

  td_chart_scale_init_fixed (&scale, 0, 97, 6, FALSE);
  g_assert_cmpfloat (scale.from, ==, 0);
  g_assert_cmpfloat (scale.to, ==, 97);
  g_assert_cmpuint (scale.n_ticks, ==, 5); /* 0 20 40 60 80 */
  g_assert_cmpfloat (td_chart_scale_get_tick (&scale, 4), ==, 80);
  g_assert_cmpfloat (td_chart_scale_place (&scale, 48.5), ==, 0.5);
}

static void
test_power (void)
{
  static const struct
  {
    double to;
    int power;
    const char *last;
  } cases[] = {
    { 900000, 6, "1" }, /* the axis ends at a million, "1 triệu" */
    { 500000, 0, "500.000" }, { 4e6, 6, "4" }, { 2.5e9, 9, "2,5" }, { 1e12, 9, "1.000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdChartRange range = { TRUE, 0, cases[i].to };
      TdChartScale scale;
      g_autofree char *text = NULL;
      int power;

      td_chart_scale_init (&scale, &range, 6, FALSE, FALSE);
      power = td_chart_scale_get_power (&scale);
      g_assert_cmpint (power, ==, cases[i].power);
      text = td_chart_scale_format_tick (&scale, scale.n_ticks - 1, power,
                                         TD_CHART_NUMBERS_VIETNAMESE);
      g_assert_cmpstr (text, ==, cases[i].last);
    }
}

/* What holds for every scale, over many random ranges of all sizes. */
static void
test_properties (void)
{
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      double size = pow (10, g_rand_double_range (random, -4, 10));
      double centre = g_rand_double_range (random, -1, 1) * size * (i % 3 == 0 ? 100 : 1);
      double low = centre - size * g_rand_double (random),
             high = centre + size * g_rand_double (random);
      guint cap = (guint) g_rand_int_range (random, 3, 16);
      gboolean whole = i % 5 == 0, from_zero = i % 7 == 0;
      TdChartRange range = { 0 };
      TdChartScale scale;
      double step, dust;

      /* Rounded to the four decimals that figures have. */
      td_chart_range_add (&range, round (low * 1e4) / 1e4);
      td_chart_range_add (&range, round (high * 1e4) / 1e4);
      td_chart_scale_init (&scale, &range, cap, whole, from_zero);
      g_assert_cmpuint (scale.n_ticks, >=, 2);
      g_assert_cmpuint (scale.n_ticks, <=, cap);
      g_assert_true (scale.digits == 1 || scale.digits == 2 || scale.digits == 5);
      if (whole)
        g_assert_cmpint (scale.exponent, >=, 0);
      step = td_chart_scale_get_tick (&scale, 1) - td_chart_scale_get_tick (&scale, 0);
      dust = step * 1e-6;
      g_assert_cmpfloat (scale.from, <=, range.low + dust);
      g_assert_cmpfloat (scale.to, >=, range.high - dust);
      if (from_zero)
        {
          g_assert_cmpfloat (scale.from, <=, 0);
          g_assert_cmpfloat (scale.to, >=, 0);
        }
      for (guint t = 0; t < scale.n_ticks; t++)
        {
          double tick = td_chart_scale_get_tick (&scale, t);
          g_autofree char *text = td_chart_scale_format_tick (&scale, t, 0, TD_CHART_NUMBERS_PLAIN);

          /* The words are the number, to the last bit: neither carries dust. */
          g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, tick);
          g_assert_cmpuint (strlen (text), <=, 22);
          /* A tick that is nearly zero is zero. */
          if (fabs (tick) < step / 2)
            g_assert_cmpfloat (tick, ==, 0);
          g_assert_cmpfloat (fabs (td_chart_scale_place (&scale, tick) - t / (scale.n_ticks - 1.0)),
                             <, 1e-6);
        }
      if (scale.from < 0 && scale.to > 0)
        g_assert_cmpint (scale.first, <, 0);
    }
  g_rand_free (random);
}

/* What is no number changes nothing; what is too large is no number. */
static void
test_range (void)
{
  TdChartRange range = { 0 };
  TdChartScale scale;

  td_chart_range_add (&range, NAN);
  td_chart_range_add (&range, INFINITY);
  td_chart_range_add (&range, -1e101);
  g_assert_false (range.known);
  td_chart_scale_init (&scale, &range, 6, FALSE, FALSE);
  g_assert_cmpfloat (scale.from, ==, 0);
  g_assert_cmpfloat (scale.to, ==, 1);
  td_chart_range_add (&range, -1e100);
  td_chart_range_add (&range, 1e100);
  td_chart_scale_init (&scale, &range, 6, FALSE, FALSE);
  g_assert_cmpfloat (scale.from, <=, -1e100);
  g_assert_cmpfloat (scale.to, >=, 1e100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/number/format", test_format);
  g_test_add_func ("/charts/number/exact", test_format_exact);
  g_test_add_func ("/charts/number/unit", test_unit);
  g_test_add_func ("/charts/scale/ticks", test_ticks);
  g_test_add_func ("/charts/scale/fixed", test_fixed);
  g_test_add_func ("/charts/scale/power", test_power);
  g_test_add_func ("/charts/scale/properties", test_properties);
  g_test_add_func ("/charts/scale/range", test_range);
  return g_test_run ();
}
