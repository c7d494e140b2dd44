/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-decimal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* Longest number worth looking at: 12 digits, 3 dots, a comma, some zeros. */
#define MAX_LENGTH 64

/* The sign and the digits of a number, cut apart; pointers into the text, nothing copied. */
typedef struct
{
  gboolean negative;
  const char *whole; /* digits, and in a grouped number the dots between them */
  gsize whole_length;
  const char *fraction; /* digits; may be empty */
  gsize fraction_length;
} Parts;

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* `1.234.567`: one to three digits, not a lone zero, then groups of three. */
static gboolean
is_grouped (const char *text, gsize length)
{
  gsize first = 0;

  while (first < length && text[first] != '.')
    first++;
  if (first == 0 || first > 3 || first == length || text[0] == '0' || (length - first) % 4 != 0
      || !is_digits (text, first))
    return FALSE;
  for (gsize at = first; at < length; at += 4)
    if (text[at] != '.' || !is_digits (text + at + 1, 3))
      return FALSE;
  return TRUE;
}

static gboolean
split (const char *text, gsize length, TdStyle style, Parts *parts)
{
  char mark = style == TD_STYLE_PLAIN ? '.' : ',';
  const char *point;

  memset (parts, 0, sizeof *parts);
  if (length > 0 && *text == '-')
    {
      parts->negative = TRUE;
      text++;
      length--;
    }
  else if (length >= 3
           && memcmp (text, "\xe2\x88\x92", 3) == 0) /* − U+2212, as typesetters write */
    {
      parts->negative = TRUE;
      text += 3;
      length -= 3;
    }
  point = memchr (text, mark, length);
  parts->whole = text;
  parts->whole_length = point != NULL ? (gsize) (point - text) : length;
  if (point != NULL)
    {
      parts->fraction = point + 1;
      parts->fraction_length = length - parts->whole_length - 1;
      if (!is_digits (parts->fraction, parts->fraction_length))
        return FALSE;
    }
  return is_digits (parts->whole, parts->whole_length)
         || (style == TD_STYLE_VIETNAMESE && is_grouped (parts->whole, parts->whole_length));
}

/* FALSE when the number has too many digits for a figure. */
static gboolean
convert (const Parts *parts, TdDecimal *out)
{
  TdDecimal value = 0;
  gsize digits = 0;

  for (gsize i = 0; i < parts->whole_length; i++)
    {
      if (parts->whole[i] == '.')
        continue;
      value = value * 10 + (parts->whole[i] - '0');
      if (value >= TD_DECIMAL_LIMIT / TD_DECIMAL_SCALE)
        return FALSE;
    }
  for (gsize i = 0; i < parts->fraction_length; i++)
    {
      if (digits == TD_DECIMAL_DIGITS)
        {
          if (parts->fraction[i] != '0')
            return FALSE;
          continue;
        }
      value = value * 10 + (parts->fraction[i] - '0');
      digits++;
    }
  for (; digits < TD_DECIMAL_DIGITS; digits++)
    value *= 10;
  *out = parts->negative ? -value : value;
  return TRUE;
}

TdReading
td_decimal_reading (const char *text)
{
  const char *start;
  gsize length;
  Parts plain, vietnamese;
  gboolean as_plain, as_vietnamese;

  td_text_trim (text, &start, &length);
  if (length > MAX_LENGTH)
    return TD_READING_NONE;
  as_plain = split (start, length, TD_STYLE_PLAIN, &plain);
  as_vietnamese = split (start, length, TD_STYLE_VIETNAMESE, &vietnamese);
  if (as_plain && as_vietnamese)
    return plain.fraction == NULL ? TD_READING_EITHER : TD_READING_AMBIGUOUS;
  if (as_plain)
    return TD_READING_PLAIN;
  return as_vietnamese ? TD_READING_VIETNAMESE : TD_READING_NONE;
}

gboolean
td_decimal_parse (const char *text, TdStyle style, TdDecimal *out, GError **error)
{
  g_autofree char *shown = NULL;
  const char *start;
  gsize length;
  Parts parts;

  td_text_trim (text, &start, &length);
  if (length <= MAX_LENGTH && split (start, length, style, &parts))
    {
      if (convert (&parts, out))
        return TRUE;
      shown = g_strndup (start, length);
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("“%s” does not fit: a figure has at most 4 decimals and is below "
                      "1,000,000,000,000"),
                   shown);
      return FALSE;
    }
  shown = td_text_excerpt (start, 40);
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
               style == TD_STYLE_PLAIN ? _ ("“%s” is not a number written like 1234.5")
                                       : _ ("“%s” is not a number written like 1.234,5"),
               shown);
  return FALSE;
}

gboolean
td_decimal_parse_typed (const char *text, TdDecimal *out, GError **error)
{
  g_autofree char *shown = NULL;

  switch (td_decimal_reading (text))
    {
    case TD_READING_PLAIN:
      return td_decimal_parse (text, TD_STYLE_PLAIN, out, error);
    case TD_READING_AMBIGUOUS:
      {
        const char *start;
        gsize length;
        const char *point;
        g_autofree char *comma = NULL, *joined = NULL;

        td_text_trim (text, &start, &length);
        shown = g_strndup (start, length);
        comma = g_strdelimit (g_strdup (shown), ".", ',');
        point = strchr (shown, '.');
        joined = g_strdup_printf ("%.*s%s", (int) (point - shown), shown, point + 1);
        g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                     _ ("“%s” can be read two ways: write %s or %s"), shown, comma, joined);
        return FALSE;
      }
    case TD_READING_VIETNAMESE:
    case TD_READING_EITHER:
    case TD_READING_NONE:
    default:
      return td_decimal_parse (text, TD_STYLE_VIETNAMESE, out, error);
    }
}

/* `1,234`: one to three digits, of which the first is no zero, the mark, and three more. */
static gboolean
may_be_grouped (const char *text, gsize length, char mark)
{
  const char *found = memchr (text, mark, length);
  gsize whole = found != NULL ? (gsize) (found - text) : 0;

  if (whole > 0 && *text == '-')
    {
      text++;
      whole--;
      length--;
    }
  return found != NULL && whole >= 1 && whole <= 3 && *text != '0' && length == whole + 4
         && is_digits (text, whole) && is_digits (found + 1, 3);
}

gboolean
td_decimal_parse_foreign (const char *text, TdDecimal *out, GError **error)
{
  g_autofree char *shown = NULL, *comma = NULL, *joined = NULL;
  const char *start;
  gsize length, whole;

  td_text_trim (text, &start, &length);
  if (!may_be_grouped (start, length, ',') && !may_be_grouped (start, length, '.'))
    return td_decimal_parse_typed (text, out, error);
  shown = g_strndup (start, length);
  whole = strcspn (shown, ".,");
  /* A fourth decimal makes it one that can only be read one way. */
  comma = g_strdup_printf ("%.*s,%s0", (int) whole, shown, shown + whole + 1);
  joined = g_strdup_printf ("%.*s%s", (int) whole, shown, shown + whole + 1);
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("“%s” can be read two ways: write %s or %s"),
               shown, comma, joined);
  return FALSE;
}

static char *
format_units (TdWide units, guint digits, TdStyle style)
{
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);
  const char *at;
  gsize length, whole;

  text = td_wide_to_string (units);
  at = text;
  if (*at == '-')
    {
      g_string_append_c (out, '-');
      at++;
    }
  length = strlen (at);
  whole = length > digits ? length - digits : 0;
  if (whole == 0)
    g_string_append_c (out, '0');
  for (gsize i = 0; i < whole; i++)
    {
      if (style == TD_STYLE_VIETNAMESE && i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, at[i]);
    }
  if (digits > 0)
    {
      g_string_append_c (out, style == TD_STYLE_PLAIN ? '.' : ',');
      for (gsize i = length; i < digits; i++)
        g_string_append_c (out, '0');
      g_string_append (out, at + whole);
    }
  return g_string_free (out, FALSE);
}

static TdWide
power_of_ten (guint exponent)
{
  TdWide power = 1;

  for (guint i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

char *
td_decimal_format_wide (TdWide value, TdStyle style)
{
  guint digits = TD_DECIMAL_DIGITS;

  while (digits > 0 && value % 10 == 0)
    {
      value /= 10;
      digits--;
    }
  return format_units (value, digits, style);
}

char *
td_decimal_format (TdDecimal value, TdStyle style)
{
  if (value == TD_DECIMAL_NONE)
    return g_strdup ("");
  return td_decimal_format_wide (value, style);
}

char *
td_decimal_format_fixed (TdDecimal value, guint digits, TdStyle style)
{
  if (value == TD_DECIMAL_NONE)
    return g_strdup ("");
  value = td_decimal_round (value, digits);
  return format_units (value / power_of_ten (TD_DECIMAL_DIGITS - digits), digits, style);
}

TdDecimal
td_decimal_round (TdDecimal value, guint digits)
{
  TdDecimal step, rest;

  g_return_val_if_fail (digits <= TD_DECIMAL_DIGITS && value != TD_DECIMAL_NONE, value);

  step = (TdDecimal) power_of_ten (TD_DECIMAL_DIGITS - digits);
  rest = value % step;
  value -= rest;
  if (rest >= 0 ? rest * 2 >= step : -rest * 2 >= step)
    value += rest >= 0 ? step : -step;
  return value;
}

guint
td_decimal_count_digits (TdDecimal value)
{
  guint digits = TD_DECIMAL_DIGITS;

  while (digits > 0 && value % 10 == 0)
    {
      value /= 10;
      digits--;
    }
  return digits;
}
