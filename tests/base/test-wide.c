/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/td-wide.h"

static void
test_add_sub (void)
{
  TdWide out;

  g_assert_true (td_wide_add (TD_WIDE_MAX - 1, 1, &out));
  g_assert_true (out == TD_WIDE_MAX);
  g_assert_false (td_wide_add (TD_WIDE_MAX, 1, &out));
  g_assert_false (td_wide_add (-TD_WIDE_MAX - 1, -1, &out));
  g_assert_true (td_wide_add (TD_WIDE_MAX, -TD_WIDE_MAX - 1, &out));
  g_assert_true (out == -1);
  g_assert_true (td_wide_sub (-TD_WIDE_MAX, 1, &out));
  g_assert_true (out == -TD_WIDE_MAX - 1);
  g_assert_false (td_wide_sub (-TD_WIDE_MAX - 1, 1, &out));
  g_assert_false (td_wide_sub (0, -TD_WIDE_MAX - 1, &out));
}

static void
test_mul (void)
{
  TdWide out, big = (TdWide) 1 << 64;

  g_assert_true (td_wide_mul (big, (big >> 1) - 1, &out));
  g_assert_true (out / big == (big >> 1) - 1);
  g_assert_false (td_wide_mul (big, big >> 1, &out));
  g_assert_true (td_wide_mul (-big, 3, &out));
  g_assert_true (out == -3 * big);
  g_assert_true (td_wide_mul (0, TD_WIDE_MAX, &out));
  g_assert_true (out == 0);
}

static void
test_mul_div_table (void)
{
  static const struct
  {
    gint64 a, b, c;
    gint64 nearest, down, up;
  } cases[] = {
    { 1, 1, 2, 1, 0, 1 },
    { -1, 1, 2, -1, 0, -1 },
    { 1, 1, 3, 0, 0, 1 },
    { 2, 1, 3, 1, 0, 1 },
    { 5, 1, 2, 3, 2, 3 },
    { -5, 1, 2, -3, -2, -3 },
    { 5, 1, -2, -3, -2, -3 },
    { 6, 1, 3, 2, 2, 2 },
    { 0, 7, 3, 0, 0, 0 },
    { 7, -3, -2, 11, 10, 11 },
    { 149, 1, 100, 1, 1, 2 },
    { 150, 1, 100, 2, 1, 2 },
    { G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdWide out;

      g_assert_true (
          td_wide_mul_div (cases[i].a, cases[i].b, cases[i].c, TD_ROUND_HALF_AWAY, &out));
      g_assert_cmpint ((gint64) out, ==, cases[i].nearest);
      g_assert_true (td_wide_mul_div (cases[i].a, cases[i].b, cases[i].c, TD_ROUND_DOWN, &out));
      g_assert_cmpint ((gint64) out, ==, cases[i].down);
      g_assert_true (td_wide_mul_div (cases[i].a, cases[i].b, cases[i].c, TD_ROUND_UP, &out));
      g_assert_cmpint ((gint64) out, ==, cases[i].up);
    }
}

static TdWide
random_wide (void)
{
  TdUWide value = ((TdUWide) g_test_rand_int () << 96)
                  | ((TdUWide) (guint32) g_test_rand_int () << 64)
                  | ((TdUWide) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
  int shift = g_test_rand_int_range (1, 127);
  TdWide positive = (TdWide) (value >> shift);

  return g_test_rand_bit () ? positive : -positive;
}

/* (a·b)/b is a for every a and b, though a·b rarely fits in 128 bits. */
static void
test_mul_div_inverse (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      TdWide a = random_wide (), b = random_wide (), out;

      if (b == 0)
        continue;
      g_assert_true (td_wide_mul_div (a, b, b, TD_ROUND_HALF_AWAY, &out));
      g_assert_true (out == a);
      g_assert_cmpint (td_wide_compare_products (a, b, b, a), ==, 0);
      g_assert_cmpint (td_wide_compare_products (a, b, a - 1, b), ==, b > 0 ? 1 : -1);
    }
}

static void
test_mul_div_refuses (void)
{
  TdWide out = 42;

  g_assert_false (td_wide_mul_div (TD_WIDE_MAX, 2, 1, TD_ROUND_DOWN, &out));
  g_assert_false (td_wide_mul_div (TD_WIDE_MAX, TD_WIDE_MAX, 3, TD_ROUND_DOWN, &out));
  g_assert_true (out == 42);
}

static void
test_gcd (void)
{
  g_assert_true (td_wide_gcd (12, 18) == 6);
  g_assert_true (td_wide_gcd (-12, 18) == 6);
  g_assert_true (td_wide_gcd (0, 5) == 5);
  g_assert_true (td_wide_gcd (0, 0) == 0);
  g_assert_true (td_wide_gcd ((TdWide) 1 << 100, (TdWide) 3 << 90) == (TdUWide) 1 << 90);
}

static void
test_to_string (void)
{
  g_autofree char *big = td_wide_to_string (TD_WIDE_MAX);
  g_autofree char *small = td_wide_to_string (-TD_WIDE_MAX - 1);
  g_autofree char *zero = td_wide_to_string (0);

  g_assert_cmpstr (big, ==, "170141183460469231731687303715884105727");
  g_assert_cmpstr (small, ==, "-170141183460469231731687303715884105728");
  g_assert_cmpstr (zero, ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wide/add-sub", test_add_sub);
  g_test_add_func ("/wide/mul", test_mul);
  g_test_add_func ("/wide/mul-div/table", test_mul_div_table);
  g_test_add_func ("/wide/mul-div/inverse", test_mul_div_inverse);
  g_test_add_func ("/wide/mul-div/refuses", test_mul_div_refuses);
  g_test_add_func ("/wide/gcd", test_gcd);
  g_test_add_func ("/wide/to-string", test_to_string);
  return g_test_run ();
}
