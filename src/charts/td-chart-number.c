/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-number.h"

#include <math.h>
#include <string.h>

#define MAX_DECIMALS 4 /* a figure has no more (SCORING, "Numbers") */
#define BIG          1e15
#define TRUE_DIGITS  15 /* what a double holds for sure of a decimal; the next may be dust */

/* @digits (only digits) with a sign, grouped by three, and @fraction after the mark. */
static char *
compose (gboolean negative, const char *digits, const char *fraction, TdChartNumbers numbers)
{
  GString *out = g_string_new (negative ? "-" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0 && numbers == TD_CHART_NUMBERS_VIETNAMESE)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits[i]);
    }
  if (*fraction != '\0')
    {
      g_string_append_c (out, numbers == TD_CHART_NUMBERS_VIETNAMESE ? ',' : '.');
      g_string_append (out, fraction);
    }
  return g_string_free (out, FALSE);
}

static void
cut_zeros (char *fraction)
{
  gsize length = strlen (fraction);

  while (length > 0 && fraction[length - 1] == '0')
    fraction[--length] = '\0';
}

static char *
format_big (double number, TdChartNumbers numbers)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *power, *fraction;
  g_autofree char *front = NULL;

  g_ascii_formatd (buffer, sizeof buffer, "%.4e", fabs (number)); /* d.dddde+dd */
  power = strchr (buffer, 'e');
  if (power == NULL)
    return g_strdup (buffer);
  *power++ = '\0';
  fraction = buffer + 2;
  buffer[1] = '\0';
  cut_zeros (fraction);
  front = compose (number < 0, buffer, fraction, numbers);
  return g_strdup_printf ("%s × 10^%d", front, (int) g_ascii_strtoll (power, NULL, 10));
}

char *
td_chart_number_format (double number, TdChartNumbers numbers)
{
  char buffer[64], format[8];
  int decimals;
  char *point;

  if (!isfinite (number))
    return g_strdup ("");
  if (fabs (number) >= BIG)
    return format_big (number, numbers);
  decimals = TRUE_DIGITS - (int) ceil (log10 (MAX (fabs (number), 1) + 1));
  g_snprintf (format, sizeof format, "%%.%df", CLAMP (decimals, 0, MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (number));
  point = strchr (buffer, '.');
  if (point != NULL)
    {
      *point++ = '\0';
      cut_zeros (point);
    }
  else
    point = buffer + strlen (buffer);
  return compose (number < 0 && !(strcmp (buffer, "0") == 0 && *point == '\0'), buffer, point,
                  numbers);
}

char *
td_chart_number_format_exact (gint64 digits, int exponent, TdChartNumbers numbers)
{
  guint64 magnitude = digits < 0 ? (guint64) 0 - (guint64) digits : (guint64) digits;
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
  g_autoptr (GString) all = g_string_new (text);
  g_autofree char *fraction = NULL;

  if (magnitude == 0)
    return g_strdup ("0");
  for (int i = 0; i < exponent; i++)
    g_string_append_c (all, '0');
  for (; exponent < 0 && all->len <= (gsize) -exponent;)
    g_string_prepend_c (all, '0');
  fraction = g_strdup (exponent < 0 ? all->str + all->len - (gsize) -exponent : "");
  if (exponent < 0)
    g_string_truncate (all, all->len - (gsize) -exponent);
  cut_zeros (fraction);
  return compose (digits < 0, all->str, fraction, numbers);
}

char *
td_chart_number_take_unit (char *text, const char *unit)
{
  char *joined;

  if (unit == NULL || *unit == '\0')
    return text;
  joined = g_strconcat (text, strcmp (unit, "%") == 0 ? "" : " ", unit, NULL);
  g_free (text);
  return joined;
}
