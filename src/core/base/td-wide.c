/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-wide.h"

/* A 256-bit magnitude, high half first. */
typedef struct
{
  TdUWide high;
  TdUWide low;
} Product;

static TdUWide
magnitude (TdWide value)
{
  /* Negating in unsigned arithmetic is defined for the most negative value too. */
  return value < 0 ? -(TdUWide) value : (TdUWide) value;
}

static Product
multiply (TdUWide a, TdUWide b)
{
  const TdUWide mask = G_MAXUINT64;
  TdUWide a0 = a & mask, a1 = a >> 64;
  TdUWide b0 = b & mask, b1 = b >> 64;
  TdUWide low = a0 * b0;
  TdUWide middle = a1 * b0 + (low >> 64); /* cannot overflow: (2^64-1)^2 + 2^64-1 < 2^128 */
  TdUWide carry = a0 * b1 + (middle & mask);
  Product product;

  product.low = (carry << 64) | (low & mask);
  product.high = a1 * b1 + (middle >> 64) + (carry >> 64);
  return product;
}

static int
compare (Product a, Product b)
{
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;
  if (a.low != b.low)
    return a.low < b.low ? -1 : 1;
  return 0;
}

gboolean
td_wide_add (TdWide a, TdWide b, TdWide *out)
{
  TdWide sum = (TdWide) ((TdUWide) a + (TdUWide) b);

  /* Only two values of one sign can overflow, and then the sum has the other sign. */
  if ((a < 0) == (b < 0) && (sum < 0) != (a < 0))
    return FALSE;
  *out = sum;
  return TRUE;
}

gboolean
td_wide_sub (TdWide a, TdWide b, TdWide *out)
{
  TdWide difference = (TdWide) ((TdUWide) a - (TdUWide) b);

  if ((a < 0) != (b < 0) && (difference < 0) != (a < 0))
    return FALSE;
  *out = difference;
  return TRUE;
}

/* Gives a magnitude its sign; FALSE when it does not fit. */
static gboolean
apply_sign (TdUWide value, gboolean negative, TdWide *out)
{
  if (value > (TdUWide) TD_WIDE_MAX)
    return FALSE;
  *out = negative ? -(TdWide) value : (TdWide) value;
  return TRUE;
}

gboolean
td_wide_mul (TdWide a, TdWide b, TdWide *out)
{
  Product product = multiply (magnitude (a), magnitude (b));

  return product.high == 0 && apply_sign (product.low, (a < 0) != (b < 0), out);
}

gboolean
td_wide_mul_div (TdWide a, TdWide b, TdWide c, TdRounding rounding, TdWide *out)
{
  Product product = multiply (magnitude (a), magnitude (b));
  TdUWide divisor = magnitude (c);
  TdUWide quotient, rest;
  gboolean negative = ((a < 0) != (b < 0)) != (c < 0);
  gboolean away;

  g_return_val_if_fail (c != 0, FALSE);

  if (product.high >= divisor)
    return FALSE;
  if (product.high == 0)
    {
      quotient = product.low / divisor;
      rest = product.low % divisor;
    }
  else
    {
      /* Long division, a bit at a time: rare, and short enough to be seen to be right. */
      quotient = 0;
      rest = product.high;
      for (int bit = 127; bit >= 0; bit--)
        {
          gboolean carry = (rest >> 127) != 0;

          rest = (rest << 1) | ((product.low >> bit) & 1);
          quotient <<= 1;
          if (carry || rest >= divisor)
            {
              rest -= divisor;
              quotient |= 1;
            }
        }
    }

  switch (rounding)
    {
    case TD_ROUND_DOWN:
      away = FALSE;
      break;
    case TD_ROUND_UP:
      away = rest != 0;
      break;
    case TD_ROUND_HALF_AWAY:
    default:
      away = rest >= divisor - rest; /* 2·rest ≥ divisor, without doubling */
      break;
    }
  if (away && ++quotient == 0)
    return FALSE;
  return apply_sign (quotient, negative, out);
}

int
td_wide_compare_products (TdWide a, TdWide b, TdWide c, TdWide d)
{
  int left = (a > 0) - (a < 0), right = (c > 0) - (c < 0);
  int order;

  left *= (b > 0) - (b < 0);
  right *= (d > 0) - (d < 0);
  if (left != right)
    return left < right ? -1 : 1;
  order =
      compare (multiply (magnitude (a), magnitude (b)), multiply (magnitude (c), magnitude (d)));
  return left < 0 ? -order : order;
}

TdUWide
td_wide_gcd (TdWide a, TdWide b)
{
  TdUWide x = magnitude (a), y = magnitude (b);

  while (y != 0)
    {
      TdUWide rest;

      /* 64-bit division is many times faster, and figures nearly always fit. */
      if (x <= G_MAXUINT64 && y <= G_MAXUINT64)
        rest = (guint64) x % (guint64) y;
      else
        rest = x % y;
      x = y;
      y = rest;
    }
  return x;
}

char *
td_wide_to_string (TdWide value)
{
  char digits[41];
  char *at = digits + sizeof digits;
  TdUWide rest = magnitude (value);

  *--at = '\0';
  do
    {
      *--at = (char) ('0' + (int) (rest % 10));
      rest /= 10;
    }
  while (rest != 0);
  if (value < 0)
    *--at = '-';
  return g_strdup (at);
}
