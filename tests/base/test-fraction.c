/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/td-fraction.h"

static TdFraction
fraction (gint64 num, gint64 den)
{
  TdFraction self;

  g_assert_true (td_fraction_init (&self, num, den));
  return self;
}

static void
assert_fraction (TdFraction self, gint64 num, gint64 den)
{
  g_assert_cmpint ((gint64) self.num, ==, num);
  g_assert_cmpint ((gint64) self.den, ==, den);
}

static void
test_lowest_terms (void)
{
  assert_fraction (fraction (6, 8), 3, 4);
  assert_fraction (fraction (6, -8), -3, 4);
  assert_fraction (fraction (0, -5), 0, 1);
  assert_fraction (td_fraction_from_decimal (TD_DECIMAL (1) / 4), 1, 4);
}

static void
test_arithmetic (void)
{
  TdFraction out;

  g_assert_true (td_fraction_add (fraction (1, 6), fraction (1, 10), &out));
  assert_fraction (out, 4, 15);
  g_assert_true (td_fraction_sub (fraction (1, 6), fraction (1, 6), &out));
  assert_fraction (out, 0, 1);
  g_assert_true (td_fraction_mul (fraction (-2, 3), fraction (9, 4), &out));
  assert_fraction (out, -3, 2);
  g_assert_true (td_fraction_mul (fraction (0, 3), fraction (9, 4), &out));
  assert_fraction (out, 0, 1);
  g_assert_true (td_fraction_div (fraction (2, 3), fraction (-4, 9), &out));
  assert_fraction (out, -3, 2);
  g_assert_cmpint (td_fraction_compare (fraction (1, 3), fraction (33333333, 100000000)), ==, 1);
  g_assert_cmpint (td_fraction_compare (fraction (-1, 3), fraction (1, 300)), ==, -1);
  g_assert_cmpint (td_fraction_compare (fraction (2, 6), fraction (1, 3)), ==, 0);
}

/* Overflow is refused: the sum of 1/p over primes soon needs more than 128 bits. */
static void
test_refuses (void)
{
  static const int primes[] = { 1000000007, 1000000009, 1000000021, 1000000033, 1000000087 };
  TdFraction sum = fraction (0, 1);
  gboolean fits = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (primes) && fits; i++)
    fits = td_fraction_add (sum, fraction (1, primes[i]), &sum);
  g_assert_false (fits);
}

static void
test_scale_rounds_half_away (void)
{
  static const struct
  {
    gint64 num, den;
    gint64 factor; /* ten-thousandths */
    guint digits;
    gint64 expected;
  } cases[] = {
    { 1, 3, 100 * 10000, 2, 333300 },
    { 2, 3, 100 * 10000, 2, 666700 },
    { 1, 8, 1 * 10000, 2, 1300 },
    { -1, 8, 1 * 10000, 2, -1300 },
    { 1, 2, 1 * 10000, 0, 10000 },
    { 3, 2, 1 * 10000, 0, 20000 },
    { 84995, 1000, 1 * 10000, 2, 850000 }, /* 84.995 → 85.00 */
    { 1, 3, 125 * 1000, 4, 41667 },
    { 1, 1, 12345, 2, 12300 },
    { 1, 1, 12350, 2, 12400 },
    { 0, 1, 5 * 10000, 2, 0 },
    { 99996, 100000, 100 * 10000, 2, 1000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdDecimal out;

      g_assert_true (td_fraction_scale (fraction (cases[i].num, cases[i].den), cases[i].factor,
                                        cases[i].digits, TD_ROUND_HALF_AWAY, &out));
      g_assert_cmpint (out, ==, cases[i].expected);
    }
}

static void
test_round_down (void)
{
  TdDecimal out;

  g_assert_true (td_fraction_round (fraction (99996, 1000), 2, TD_ROUND_DOWN, &out));
  g_assert_cmpint (out, ==, 999900);
  g_assert_true (td_fraction_round (fraction (100001, 1000), 2, TD_ROUND_UP, &out));
  g_assert_cmpint (out, ==, 1000100);
  g_assert_false (td_fraction_round ((TdFraction){ TD_WIDE_MAX, 1 }, 2, TD_ROUND_DOWN, &out));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fraction/lowest-terms", test_lowest_terms);
  g_test_add_func ("/fraction/arithmetic", test_arithmetic);
  g_test_add_func ("/fraction/refuses", test_refuses);
  g_test_add_func ("/fraction/scale", test_scale_rounds_half_away);
  g_test_add_func ("/fraction/round", test_round_down);
  return g_test_run ();
}
