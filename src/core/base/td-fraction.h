/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exact fractions: what a share, a percentage and an index are until the one place where they are
 * rounded (SCORING.md, "Numbers").
 */
#pragma once

#include "base/td-decimal.h"
#include "base/td-wide.h"

G_BEGIN_DECLS

/**
 * TdFraction:
 * @num: the numerator
 * @den: the denominator, always above 0
 *
 * Always in lowest terms, so equal fractions have equal members.
 */
typedef struct
{
  TdWide num;
  TdWide den;
} TdFraction;

/* num/den in lowest terms; @den must not be 0. FALSE only when a sign cannot be turned. */
gboolean td_fraction_init (TdFraction *self, TdWide num, TdWide den) G_GNUC_WARN_UNUSED_RESULT;
TdFraction td_fraction_from_decimal (TdDecimal value);

/* Each returns FALSE when the result does not fit in 128 bits in lowest terms. */
gboolean td_fraction_add (TdFraction a, TdFraction b, TdFraction *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_fraction_sub (TdFraction a, TdFraction b, TdFraction *out) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_fraction_mul (TdFraction a, TdFraction b, TdFraction *out) G_GNUC_WARN_UNUSED_RESULT;
/* @b must not be 0. */
gboolean td_fraction_div (TdFraction a, TdFraction b, TdFraction *out) G_GNUC_WARN_UNUSED_RESULT;

/* The sign of a − b. */
int td_fraction_compare (TdFraction a, TdFraction b);

/*
 * self·factor rounded once to @digits (0 to 4) fraction digits. FALSE when it does not fit a
 * TdDecimal; a sum may well be larger than a single figure may be.
 */
gboolean td_fraction_scale (TdFraction self, TdDecimal factor, guint digits, TdRounding rounding,
                            TdDecimal *out) G_GNUC_WARN_UNUSED_RESULT;
/* The same with a factor of one. */
gboolean td_fraction_round (TdFraction self, guint digits, TdRounding rounding,
                            TdDecimal *out) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
