/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-words.h"

#include "base/td-date.h"
#include "base/td-text.h"

char *
td_words_money (gint64 value)
{
  return td_decimal_format_wide ((TdWide) value * TD_DECIMAL_SCALE, TD_STYLE_VIETNAMESE);
}

char *
td_words_count (gint64 value)
{
  if (value > 0 && value < 10)
    return g_strdup_printf ("%02d", (int) value);
  return td_words_money (value);
}

char *
td_words_money_spelled (gint64 value)
{
  g_autofree char *words = td_text_number_words (value, FALSE);
  g_autofree char *large = td_text_capitalize (words);

  return g_strconcat (large, " đồng", NULL);
}

char *
td_words_roman (guint value)
{
  static const struct
  {
    guint value;
    const char *digits;
  } steps[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (value > 0 && value < 4000, g_string_free (text, FALSE));
  for (guint i = 0; value > 0;)
    if (value >= steps[i].value)
      {
        g_string_append (text, steps[i].digits);
        value -= steps[i].value;
      }
    else
      i++;
  return g_string_free (text, FALSE);
}

char *
td_words_percent (TdDecimal value)
{
  g_autofree char *figures = NULL;

  if (value == TD_DECIMAL_NONE)
    return g_strdup ("…");
  figures = td_decimal_format (value, TD_STYLE_VIETNAMESE);
  return g_strconcat (figures, "%", NULL);
}

char *
td_words_paper_number (const char *number)
{
  const char *start;
  gsize length;

  if (number == NULL)
    return g_strdup ("…");
  td_text_trim (number, &start, &length);
  if (length == 0)
    return g_strdup ("…");
  if (length == 1 && g_ascii_isdigit (*start))
    return g_strdup_printf ("0%c", *start);
  return g_strndup (start, length);
}

char *
td_words_citation (const char *number, const char *sign, TdDate date)
{
  g_autofree char *figures = td_words_paper_number (number);
  g_autofree char *day = td_date_format_decree (date);

  if (sign == NULL || *sign == '\0')
    return g_strdup_printf ("số %s %s", figures, day);
  return g_strdup_printf ("số %s/%s %s", figures, sign, day);
}
