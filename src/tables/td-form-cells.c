/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-form-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "tables/td-number-text.h"

#define EXCERPT 40
/* Days outside these come from years of two digits and from numbers that are no days. */
#define FIRST_YEAR 2000
#define LAST_YEAR  2099

void
td_form_refuse (TdFormInput *input, const char *format, ...)
{
  va_list args;

  if (input->value.remark != NULL)
    return;
  va_start (args, format);
  input->value.remark = g_strdup_vprintf (format, args);
  va_end (args);
}

void
td_form_hint (TdFormInput *input, const char *format, ...)
{
  va_list args;

  if (input->hint != NULL)
    return;
  va_start (args, format);
  input->hint = g_strdup_vprintf (format, args);
  va_end (args);
}

/* Keeps what stood in the cell, for showing it and for sending it back. */
static void
note_value (const TdCell *cell, TdFormValue *out)
{
  TdDecimal number;

  out->text = cell->kind == TD_CELL_DATE ? td_date_format (cell->date, TD_STYLE_VIETNAMESE)
                                         : td_text_excerpt (cell->text, 2000);
  if (cell->kind == TD_CELL_DATE)
    {
      out->kind = TD_FORM_DAY;
      out->number = cell->date;
    }
  else if (cell->kind == TD_CELL_NUMBER && (cell->flags & TD_CELL_BAD_DATE) == 0
           && td_decimal_parse (cell->text, TD_STYLE_PLAIN, &number, NULL))
    {
      out->kind = TD_FORM_FIGURE;
      out->number = number;
    }
  else
    out->kind = *cell->text != '\0' ? TD_FORM_TEXT : TD_FORM_BLANK;
}

/* What is seen in the cell is not what it holds. */
static gboolean
refuse_looks (const TdCell *cell, TdFormInput *out)
{
  if ((cell->flags & TD_CELL_STRUCK) != 0)
    td_form_refuse (out, "%s",
                    _ ("a part of the cell is struck out, raised or lowered, so which figure is "
                       "meant cannot be told; clear the cell and write the figure plainly"));
  else if ((cell->flags & TD_CELL_RESHAPED) != 0)
    td_form_refuse (out,
                    _ ("the cell holds %s, but its format shows another figure (a fraction, "
                       "thousands); format it as a number and write the figure itself"),
                    cell->text);
  else if ((cell->flags & TD_CELL_UNSEEN) != 0)
    td_form_hint (out, "%s", _ ("this cell is hidden in the form; it was read all the same"));
  return (cell->flags & (TD_CELL_STRUCK | TD_CELL_RESHAPED)) != 0;
}

/* What can be no figure and no day, whatever the target. */
static gboolean
refuse_kind (const TdCell *cell, TdFormInput *out)
{
  switch ((TdCellKind) cell->kind)
    {
    case TD_CELL_ERROR:
      td_form_refuse (out, "%s", _ ("the cell shows an error; put the value in its place"));
      return TRUE;
    case TD_CELL_UNCALCULATED:
      td_form_refuse (out, "%s",
                      _ ("the formula's result is not in the file; open it in a spreadsheet "
                         "program and save it again"));
      return TRUE;
    case TD_CELL_TIME:
      td_form_refuse (out, "%s", _ ("a time of day does not belong here"));
      return TRUE;
    case TD_CELL_BOOLEAN:
      td_form_refuse (out, "%s", _ ("“true” or “false” is no figure; write the figure"));
      return TRUE;
    case TD_CELL_BLANK:
    case TD_CELL_TEXT:
    case TD_CELL_NUMBER:
    case TD_CELL_DATE:
    default:
      return FALSE;
    }
}

/* --- days ----------------------------------------------------------------------------------------- */

static gboolean
is_not_done (const char *text)
{
  static const char *const words[] = { "chua",           "chua xong",      "chua hoan thanh",
                                       "chua thuc hien", "chua phe duyet", "-" };
  g_autofree char *folded = td_text_fold (text);
  char *word = g_strstrip (folded);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_plausible (TdDate date)
{
  int year, month, day;

  td_date_split (date, &year, &month, &day);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
take_day (TdDate date, TdFormInput *out, TdFormReading *reading)
{
  if (!is_plausible (date))
    {
      g_autofree char *shown = td_date_format (date, TD_STYLE_VIETNAMESE);

      td_form_refuse (out, _ ("the day %s cannot be meant; write the year with four digits"),
                      shown);
      return FALSE;
    }
  if (date > td_date_today ())
    td_form_hint (out, "%s", _ ("this day is still to come"));
  reading->figure = date;
  return TRUE;
}

/* A number where a day belongs: the count of days that programs keep, when nothing else can be meant. */
static gboolean
read_serial (const TdCell *cell, gboolean from_1904, TdFormInput *out, TdFormReading *reading)
{
  TdDate date;
  gint64 seconds;
  g_autofree char *shown = NULL;

  if ((cell->flags & (TD_CELL_BAD_DATE | TD_CELL_PERCENT)) != 0 || from_1904
      || !td_number_text_to_date (cell->text, FALSE, &date, &seconds) || seconds != 0
      || !is_plausible (date))
    {
      td_form_refuse (out, _ ("%s is a number, not a day; write day/month/year"), cell->text);
      return FALSE;
    }
  shown = td_date_format (date, TD_STYLE_VIETNAMESE);
  td_form_hint (out, _ ("the number %s was read as the day %s"), cell->text, shown);
  return take_day (date, out, reading);
}

static gboolean
read_day (const TdCell *cell, gboolean from_1904, TdFormInput *out, TdFormReading *reading)
{
  g_autoptr (GError) error = NULL;
  TdDate date;

  if (cell->kind == TD_CELL_DATE && (cell->flags & TD_CELL_NO_DAY) != 0)
    {
      td_form_refuse (out, "%s", _ ("only a month is seen in the cell; write day/month/year"));
      return FALSE;
    }
  if (cell->kind == TD_CELL_DATE)
    return take_day (cell->date, out, reading);
  if (cell->kind == TD_CELL_NUMBER)
    return read_serial (cell, from_1904, out, reading);
  if (is_not_done (cell->text))
    return TRUE;
  if (!td_date_parse (cell->text, &date, &error))
    {
      g_autofree char *excerpt = td_text_excerpt (cell->text, EXCERPT);

      td_form_refuse (out, _ ("“%s” is not a day; write day/month/year, or “%s” when not done yet"),
                      excerpt, TD_FORM_NOT_DONE);
      return FALSE;
    }
  return take_day (date, out, reading);
}

/* --- figures -------------------------------------------------------------------------------------- */

static gboolean
parse_pair (const char *text, TdFormReading *reading)
{
  const char *slash = strchr (text, '/');
  g_autofree char *first = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : NULL;

  return slash != NULL && td_decimal_parse_foreign (first, &reading->figure, NULL)
         && td_decimal_parse_foreign (slash + 1, &reading->pair, NULL);
}

static gboolean
read_number (const TdCell *cell, TdKind kind, TdFormInput *out, TdFormReading *reading)
{
  g_autoptr (GError) error = NULL;
  gboolean read;

  if (cell->kind == TD_CELL_DATE || (cell->flags & TD_CELL_BAD_DATE) != 0)
    {
      td_form_refuse (out, "%s",
                      _ ("the spreadsheet made a date of what was typed; format the cell as a "
                         "number and type it again"));
      return FALSE;
    }
  if ((cell->flags & TD_CELL_PERCENT) != 0)
    {
      td_form_refuse (out, "%s",
                      _ ("the cell is a percentage; format it as a number and write the figure "
                         "itself"));
      return FALSE;
    }
  if (cell->kind == TD_CELL_TEXT && kind == TD_KIND_RATIO && parse_pair (cell->text, reading))
    return TRUE;
  reading->pair = TD_DECIMAL_NONE;
  read = cell->kind == TD_CELL_NUMBER
             ? td_decimal_parse (cell->text, TD_STYLE_PLAIN, &reading->figure, &error)
             : td_decimal_parse_foreign (cell->text, &reading->figure, &error);
  if (!read)
    {
      td_form_refuse (out, "%s", error->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
td_form_read_figure (const TdCell *cell, TdKind kind, gboolean from_1904, TdFormInput *out,
                     TdFormReading *reading)
{
  g_autofree char *text = NULL;
  TdCell trimmed;
  const char *start;
  gsize length;

  *reading = (TdFormReading){ FALSE, TD_DECIMAL_NONE, TD_DECIMAL_NONE };
  if (cell == NULL)
    return TRUE;
  td_text_trim (cell->text, &start, &length);
  if (length == 0 && cell->kind != TD_CELL_ERROR && cell->kind != TD_CELL_UNCALCULATED)
    return TRUE;
  reading->given = TRUE;
  text = g_strndup (start, length);
  trimmed = *cell;
  trimmed.text = text;
  note_value (&trimmed, &out->value);
  if (refuse_kind (cell, out) || refuse_looks (cell, out))
    return FALSE;
  return kind == TD_KIND_MILESTONE ? read_day (&trimmed, from_1904, out, reading)
                                   : read_number (&trimmed, kind, out, reading);
}

gboolean
td_form_read_note (const TdCell *cell, TdFormInput *out)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  const char *legacy;
  char *normal;

  if (cell == NULL)
    return TRUE;
  note_value (cell, &out->value);
  if (cell->kind == TD_CELL_ERROR || cell->kind == TD_CELL_UNCALCULATED)
    {
      refuse_kind (cell, out);
      return FALSE;
    }
  shown = cell->kind == TD_CELL_DATE ? td_date_format (cell->date, TD_STYLE_VIETNAMESE)
                                     : g_strdup (cell->text);
  normal = td_text_normalize (shown, -1, TRUE, &error);
  if (normal == NULL)
    {
      td_form_refuse (out, "%s", error->message);
      return FALSE;
    }
  g_free (out->value.text);
  out->value.text = normal;
  out->value.kind = *normal != '\0' ? TD_FORM_TEXT : TD_FORM_BLANK;
  legacy = td_text_legacy_encoding (normal);
  if (legacy != NULL)
    td_form_hint (out, _ ("this text looks like the old encoding %s; look whether it reads well"),
                  legacy);
  return TRUE;
}
