/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-fraction.h"

gboolean
td_fraction_init (TdFraction *self, TdWide num, TdWide den)
{
  TdUWide divisor;

  g_return_val_if_fail (den != 0, FALSE);

  if (num == -TD_WIDE_MAX - 1 || den == -TD_WIDE_MAX - 1)
    return FALSE;
  if (den < 0)
    {
      num = -num;
      den = -den;
    }
  divisor = td_wide_gcd (num, den);
  self->num = num / (TdWide) divisor;
  self->den = den / (TdWide) divisor;
  return TRUE;
}

TdFraction
td_fraction_from_decimal (TdDecimal value)
{
  TdFraction self;
  gboolean fits = td_fraction_init (&self, value, TD_DECIMAL_SCALE);

  g_assert (fits); /* 64 bits always fit */
  return self;
}

/* a ± b over the least common denominator, so that nothing grows that need not. */
static gboolean
combine (TdFraction a, TdFraction b, gboolean subtract, TdFraction *out)
{
  TdWide common = (TdWide) td_wide_gcd (a.den, b.den);
  TdWide left, right, num, den;

  if (!td_wide_mul (a.num, b.den / common, &left) || !td_wide_mul (b.num, a.den / common, &right)
      || !td_wide_mul (a.den, b.den / common, &den))
    return FALSE;
  if (subtract ? !td_wide_sub (left, right, &num) : !td_wide_add (left, right, &num))
    return FALSE;
  return td_fraction_init (out, num, den);
}

gboolean
td_fraction_add (TdFraction a, TdFraction b, TdFraction *out)
{
  return combine (a, b, FALSE, out);
}

gboolean
td_fraction_sub (TdFraction a, TdFraction b, TdFraction *out)
{
  return combine (a, b, TRUE, out);
}

gboolean
td_fraction_mul (TdFraction a, TdFraction b, TdFraction *out)
{
  TdWide across = (TdWide) td_wide_gcd (a.num, b.den);
  TdWide down = (TdWide) td_wide_gcd (b.num, a.den);
  TdWide num, den;

  /* Lowest terms first; gcd (0, d) = d, so a zero ends as 0/1. */
  if (!td_wide_mul (a.num / across, b.num / down, &num)
      || !td_wide_mul (a.den / down, b.den / across, &den))
    return FALSE;
  return td_fraction_init (out, num, den);
}

gboolean
td_fraction_div (TdFraction a, TdFraction b, TdFraction *out)
{
  TdFraction inverse;

  g_return_val_if_fail (b.num != 0, FALSE);
  return td_fraction_init (&inverse, b.den, b.num) && td_fraction_mul (a, inverse, out);
}

int
td_fraction_compare (TdFraction a, TdFraction b)
{
  return td_wide_compare_products (a.num, b.den, b.num, a.den);
}

gboolean
td_fraction_scale (TdFraction self, TdDecimal factor, guint digits, TdRounding rounding,
                   TdDecimal *out)
{
  TdWide step = TD_DECIMAL_SCALE, steps, whole, units;

  g_return_val_if_fail (digits <= TD_DECIMAL_DIGITS, FALSE);

  /* A result with d digits is a whole number of 10^(4−d) ten-thousandths. */
  for (guint i = 0; i < TD_DECIMAL_DIGITS - digits; i++)
    step /= 10;
  step = TD_DECIMAL_SCALE / step;
  /* self·factor/step, rounded once: factor is in ten-thousandths already. */
  if (factor % step == 0)
    {
      if (!td_wide_mul_div (self.num, factor / step, self.den, rounding, &steps))
        return FALSE;
    }
  else if (!td_wide_mul (self.den, step, &whole)
           || !td_wide_mul_div (self.num, factor, whole, rounding, &steps))
    return FALSE;
  if (!td_wide_mul (steps, step, &units) || units < -(TdWide) G_MAXINT64 || units > G_MAXINT64)
    return FALSE;
  *out = (TdDecimal) units;
  return TRUE;
}

gboolean
td_fraction_round (TdFraction self, guint digits, TdRounding rounding, TdDecimal *out)
{
  return td_fraction_scale (self, TD_DECIMAL (1), digits, rounding, out);
}
