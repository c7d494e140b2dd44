/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-number-text.h"

#include <math.h>
#include <string.h>

/* What a spreadsheet keeps of a number. */
#define KEPT_DIGITS 15
/* More digits than this are noise in any case; they are not copied. */
#define MAX_DIGITS 40
/* Beyond this a double is infinite or zero. */
#define MAX_EXPONENT 330

#define DAY_SECONDS 86400
/* 1 January 1900 and 1904, and 31 December 9999, as a TdDate; the last as a serial of 1900 too. */
#define FIRST_1900  ((TdDate) 693596)
#define MARCH_1900  ((TdDate) 693655)
#define FIRST_1904  ((TdDate) 695056)
#define LAST_DAY    ((TdDate) 3652059)
#define LAST_SERIAL 2958465
#define MAX_DAYS    10000000

/* 0.D1D2D3… × 10^point; no leading or trailing zero digits; n == 0 is zero. */
typedef struct
{
  gboolean negative;
  char digits[MAX_DIGITS];
  int n;
  int point;
} Number;

static void
trim_zeros (Number *number)
{
  int zeros = 0;

  while (number->n > 0 && number->digits[number->n - 1] == '0')
    number->n--;
  while (zeros < number->n && number->digits[zeros] == '0')
    zeros++;
  if (zeros > 0)
    {
      memmove (number->digits, number->digits + zeros, (gsize) (number->n - zeros));
      number->n -= zeros;
      number->point -= zeros;
    }
}

/* [+-] digits [. digits] [e [+-] digits], at least one digit before the exponent. */
static gboolean
parse (const char *text, gsize length, Number *number)
{
  const char *end = text + length;
  gboolean any = FALSE, fraction = FALSE;
  int exponent = 0;

  memset (number, 0, sizeof *number);
  if (text < end && (*text == '-' || *text == '+'))
    number->negative = *text++ == '-';
  for (; text < end; text++)
    {
      if (*text == '.' && !fraction)
        {
          fraction = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        break;
      any = TRUE;
      if (!fraction && (number->n > 0 || *text != '0'))
        number->point++;
      if (number->n == 0 && *text == '0')
        {
          if (fraction)
            number->point--;
          continue;
        }
      if (number->n < MAX_DIGITS)
        number->digits[number->n++] = *text;
    }
  if (!any)
    return FALSE;
  if (text < end && (*text == 'e' || *text == 'E'))
    {
      gboolean negative = FALSE, digits = FALSE;

      text++;
      if (text < end && (*text == '-' || *text == '+'))
        negative = *text++ == '-';
      for (; text < end && g_ascii_isdigit (*text); text++)
        {
          digits = TRUE;
          if (exponent < 10000)
            exponent = exponent * 10 + (*text - '0');
        }
      if (!digits)
        return FALSE;
      number->point += negative ? -exponent : exponent;
    }
  if (text != end)
    return FALSE;
  trim_zeros (number);
  if (number->n == 0)
    {
      number->point = 0;
      number->negative = FALSE;
    }
  return number->point <= MAX_EXPONENT && number->point >= -MAX_EXPONENT;
}

static gsize
print (const Number *number, char *out)
{
  char *at = out;

  if (number->negative)
    *at++ = '-';
  if (number->point <= 0)
    *at++ = '0';
  for (int i = 0; i < number->point; i++)
    *at++ = i < number->n ? number->digits[i] : '0';
  if (number->n > number->point)
    {
      *at++ = '.';
      for (int i = number->point; i < 0; i++)
        *at++ = '0';
      for (int i = MAX (number->point, 0); i < number->n; i++)
        *at++ = number->digits[i];
    }
  *at = '\0';
  return (gsize) (at - out);
}

static gboolean
is_digit (char c)
{
  return (guint) (guchar) c - '0' < 10;
}

/*
 * Nearly every number of a workbook stands there as it should: short, no exponent, no zeros too many.
 * Those are copied.
 */
static gsize
copy_plain (const char *text, gsize length, char *out)
{
  gsize at = 0, whole, digits;

  if (length > KEPT_DIGITS || length == 0)
    return 0;
  if (text[0] == '-')
    at = 1;
  whole = at;
  while (at < length && is_digit (text[at]))
    at++;
  digits = at - whole;
  if (digits == 0 || (text[whole] == '0' && (digits > 1 || whole > 0)))
    return 0;
  if (at < length)
    {
      if (text[at] != '.')
        return 0;
      at++;
      if (at == length || text[length - 1] == '0')
        return 0;
      while (at < length && is_digit (text[at]))
        at++;
      if (at < length)
        return 0;
    }
  memcpy (out, text, length);
  out[length] = '\0';
  return length;
}

static double
to_double (const Number *number)
{
  char buffer[TD_NUMBER_TEXT_SIZE];

  print (number, buffer);
  return g_ascii_strtod (buffer, NULL);
}

/*
 * Leaves the 15 digits that count. A workbook's text is the double to within its 17th digit, so that
 * the digits of the text decide how to round; only a tail of exactly a half has to ask the double.
 */
static void
keep_digits (Number *number, double value)
{
  gboolean up = number->digits[KEPT_DIGITS] >= '5';
  int i;

  if (number->digits[KEPT_DIGITS] == '5' && number->n == KEPT_DIGITS + 1)
    {
      char exact[64];

      g_ascii_formatd (exact, sizeof exact, "%.14e", value);
      parse (exact, strlen (exact), number);
      return;
    }
  number->n = KEPT_DIGITS;
  for (i = KEPT_DIGITS - 1; up && i >= 0; i--)
    {
      up = number->digits[i] == '9';
      number->digits[i] = up ? '0' : (char) (number->digits[i] + 1);
    }
  if (up)
    {
      number->digits[0] = '1';
      number->n = 1;
      number->point++;
    }
  trim_zeros (number);
}

gsize
td_number_text_read (const char *text, gsize length, char *out, guint16 *flags)
{
  gsize plain = copy_plain (text, length, out);
  Number number;

  if (plain > 0)
    return plain;
  if (!parse (text, length, &number))
    return 0;
  if (number.n > KEPT_DIGITS && number.point <= KEPT_DIGITS)
    {
      double value = to_double (&number), kept;

      keep_digits (&number, value);
      kept = to_double (&number);
      /* Typed numbers lead back to the same double; others were calculated. */
      if (memcmp (&kept, &value, sizeof kept) != 0)
        *flags |= TD_CELL_ROUNDED;
    }
  if (number.point > KEPT_DIGITS)
    *flags |= TD_CELL_LONG;
  return print (&number, out);
}

gboolean
td_number_text_to_seconds (const char *text, gint64 *seconds)
{
  double days;

  if (*text != '-' && strlen (text) <= 7 && strchr (text, '.') == NULL)
    {
      /* Whole days, as nearly all are. */
      *seconds = g_ascii_strtoll (text, NULL, 10) * DAY_SECONDS;
      return TRUE;
    }
  days = g_ascii_strtod (text, NULL);
  if (!(days >= 0.0) || days > MAX_DAYS)
    return FALSE;
  *seconds = (gint64) llround (days * DAY_SECONDS);
  return TRUE;
}

gboolean
td_number_text_to_date (const char *text, gboolean from_1904, TdDate *date, gint64 *seconds)
{
  gint64 total, days;

  if (!td_number_text_to_seconds (text, &total))
    return FALSE;
  days = total / DAY_SECONDS;
  if (days > LAST_SERIAL)
    return FALSE;
  *seconds = total % DAY_SECONDS;
  if (from_1904)
    *date = FIRST_1904 + (TdDate) days;
  else if (days == 0 || days == 60)
    return FALSE;
  else
    *date = FIRST_1900 + (TdDate) days - (days < 60 ? 1 : 2);
  return *date <= LAST_DAY;
}

guint
td_number_text_serial (TdDate date)
{
  return date >= MARCH_1900 ? (guint) (date - FIRST_1900 + 2) : 0;
}
