/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading and writing exact decimals, the plain way (`1234.5`) and the Vietnamese way (`1.234,5`).
 * TABLES.md says which is meant where; the ambiguous is never guessed at.
 */
#pragma once

#include "base/td-error.h"
#include "base/td-wide.h"

G_BEGIN_DECLS

/**
 * TdStyle:
 * @TD_STYLE_PLAIN: decimal point, no grouping; dates 2024-03-14
 * @TD_STYLE_VIETNAMESE: decimal comma, dots between groups of three; dates 14/03/2024
 *
 * How numbers and dates are written.
 */
typedef enum
{
  TD_STYLE_PLAIN,
  TD_STYLE_VIETNAMESE,
} TdStyle;

/**
 * TdReading:
 * @TD_READING_NONE: not a number (a date) either way
 * @TD_READING_PLAIN: can be read the plain way
 * @TD_READING_VIETNAMESE: can be read the Vietnamese way
 * @TD_READING_EITHER: both ways with one and the same meaning: it settles nothing
 * @TD_READING_AMBIGUOUS: both ways with two meanings, as `1.234`
 */
typedef enum
{
  TD_READING_NONE,
  TD_READING_PLAIN,
  TD_READING_VIETNAMESE,
  TD_READING_EITHER,
  TD_READING_AMBIGUOUS,
} TdReading;

/* In which ways @text is a number. White space around it does not count. */
TdReading td_decimal_reading (const char *text);

/*
 * Reads @text in one style. At most 4 fraction digits (more only when they are zeros), magnitude
 * below 10^12; a `-` or `−` before it, nothing after it. Fails with %TD_ERROR_INVALID and a sentence.
 */
gboolean td_decimal_parse (const char *text, TdStyle style, TdDecimal *out, GError **error);

/*
 * Reads what a person typed in a field: either style, and the ambiguous (`1.234`) is refused with
 * the two ways to write it.
 */
gboolean td_decimal_parse_typed (const char *text, TdDecimal *out, GError **error);

/*
 * Reads what another program made or a stranger typed: as td_decimal_parse_typed(), but `1,234` too is
 * refused with the two ways to write it, for it may come from a country that groups by commas.
 */
gboolean td_decimal_parse_foreign (const char *text, TdDecimal *out, GError **error);

/* The fewest fraction digits that show all of @value. %TD_DECIMAL_NONE gives "". (transfer full) */
char *td_decimal_format (TdDecimal value, TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* Exactly @digits (0 to 4) fraction digits, rounded half away from zero. (transfer full) */
char *
td_decimal_format_fixed (TdDecimal value, guint digits, TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* A sum of decimals, which may be larger than a decimal can be. (transfer full) */
char *td_decimal_format_wide (TdWide value, TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

/* @value rounded to @digits (0 to 4) fraction digits, half away from zero. */
TdDecimal td_decimal_round (TdDecimal value, guint digits);

/* How many fraction digits @value needs, 0 to 4. */
guint td_decimal_count_digits (TdDecimal value);

G_END_DECLS
