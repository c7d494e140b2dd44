/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

TdDate
td_date_new (int year, int month, int day)
{
  GDate date;

  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TD_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (TdDate) g_date_get_julian (&date);
}

void
td_date_split (TdDate date, int *year, int *month, int *day)
{
  GDate split;

  g_return_if_fail (date > 0);
  g_date_clear (&split, 1);
  g_date_set_julian (&split, (guint32) date);
  *year = g_date_get_year (&split);
  *month = g_date_get_month (&split);
  *day = g_date_get_day (&split);
}

/* One to @max digits at *@at; moves on. -1 when there are none or too many. */
static int
read_number (const char **at, int min, int max)
{
  int value = 0, count = 0;

  while (g_ascii_isdigit (**at))
    {
      if (++count > max)
        return -1;
      value = value * 10 + (**at - '0');
      (*at)++;
    }
  return count >= min ? value : -1;
}

static TdReading
read_date (const char *text, TdDate *out)
{
  g_autofree char *copy = NULL;
  const char *start, *at;
  gsize length;
  int first, second, third;
  char mark;

  *out = TD_DATE_NONE;
  td_text_trim (text, &start, &length);
  if (length < 8 || length > 10)
    return TD_READING_NONE;
  copy = g_strndup (start, length);
  at = copy;
  if (length == 10 && copy[4] == '-')
    {
      first = read_number (&at, 4, 4);
      if (first < 0 || *at++ != '-' || (second = read_number (&at, 2, 2)) < 0 || *at++ != '-'
          || (third = read_number (&at, 2, 2)) < 0 || *at != '\0')
        return TD_READING_NONE;
      *out = td_date_new (first, second, third);
      return TD_READING_PLAIN;
    }
  first = read_number (&at, 1, 2);
  mark = *at;
  if (first < 0 || mark == '\0' || strchr ("/-.", mark) == NULL)
    return TD_READING_NONE;
  at++;
  second = read_number (&at, 1, 2);
  if (second < 0 || *at++ != mark || (third = read_number (&at, 4, 4)) < 0 || *at != '\0')
    return TD_READING_NONE;
  *out = td_date_new (third, second, first);
  return TD_READING_VIETNAMESE;
}

TdReading
td_date_reading (const char *text)
{
  TdDate date;

  return read_date (text, &date);
}

gboolean
td_date_parse (const char *text, TdDate *out, GError **error)
{
  g_autofree char *shown = NULL;
  TdDate date;
  TdReading reading = read_date (text, &date);

  if (date != TD_DATE_NONE)
    {
      *out = date;
      return TRUE;
    }
  shown = td_text_excerpt (text, 40);
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
               reading == TD_READING_NONE
                   ? _ ("“%s” is not a date written like 14/03/2024 or 2024-03-14")
                   : _ ("there is no such day as “%s”"),
               shown);
  return FALSE;
}

char *
td_date_format (TdDate date, TdStyle style)
{
  int year, month, day;

  if (date == TD_DATE_NONE)
    return g_strdup ("");
  td_date_split (date, &year, &month, &day);
  if (style == TD_STYLE_PLAIN)
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}

char *
td_date_format_decree (TdDate date)
{
  int year, month, day;

  if (date == TD_DATE_NONE)
    return g_strdup ("ngày … tháng … năm …");
  td_date_split (date, &year, &month, &day);
  return g_strdup_printf (month <= 2 ? "ngày %02d tháng %02d năm %04d"
                                     : "ngày %02d tháng %d năm %04d",
                          day, month, year);
}

TdDate
td_date_today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return td_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                      g_date_time_get_day_of_month (now));
}

TdDate
td_date_add_months (TdDate date, int months)
{
  GDate moved;

  g_return_val_if_fail (date > 0, TD_DATE_NONE);
  g_date_clear (&moved, 1);
  g_date_set_julian (&moved, (guint32) date);
  if (months >= 0)
    g_date_add_months (&moved, (guint) months);
  else
    g_date_subtract_months (&moved, (guint) -months);
  return (TdDate) g_date_get_julian (&moved);
}
