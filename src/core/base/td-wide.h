/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wide integers for sums and products of figures. A figure has up to 16 digits, a sum of a
 * province's figures up to 23, the product of two sums up to 46: sums are kept in 128 bits, products
 * for a moment in 256. Whatever does not fit is refused, never wrapped (SCORING.md, "Numbers").
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

__extension__ typedef __int128 TdWide;
__extension__ typedef unsigned __int128 TdUWide;

#define TD_WIDE_MAX ((TdWide) (((TdUWide) 1 << 127) - 1))

/* Each returns FALSE, and leaves @out alone, when the result does not fit. */
gboolean td_wide_add (TdWide a, TdWide b, TdWide *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_wide_sub (TdWide a, TdWide b, TdWide *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_wide_mul (TdWide a, TdWide b, TdWide *out) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdRounding:
 * @TD_ROUND_HALF_AWAY: to the nearest, a half away from zero: every figure and point
 * @TD_ROUND_DOWN: toward zero
 * @TD_ROUND_UP: away from zero
 */
typedef enum
{
  TD_ROUND_HALF_AWAY,
  TD_ROUND_DOWN,
  TD_ROUND_UP,
} TdRounding;

/* a·b/c rounded once, with a 256-bit product; @c must not be 0. FALSE when it does not fit. */
gboolean td_wide_mul_div (TdWide a, TdWide b, TdWide c, TdRounding rounding,
                          TdWide *out) G_GNUC_WARN_UNUSED_RESULT;

/* The sign of a·b − c·d, exact for all values. */
int td_wide_compare_products (TdWide a, TdWide b, TdWide c, TdWide d);

/* The greatest common divisor of the magnitudes; 0 only when both are 0. */
TdUWide td_wide_gcd (TdWide a, TdWide b);

/* Plain decimal digits with a leading '-'. (transfer full) */
char *td_wide_to_string (TdWide value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
