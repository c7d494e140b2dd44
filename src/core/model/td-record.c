/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"
#include "model/td-scope.h"
#include "model/td-steps.h"

#define MAX_CODE 64
#define MAX_TEXT 1000
#define MAX_NOTE 20000

void
td_value_clear (TdValue *self)
{
  if (self->type == TD_VALUE_TEXT)
    g_free (self->text);
  self->type = TD_VALUE_NONE;
  self->number = 0;
}

void
td_value_copy (TdValue *self, const TdValue *from)
{
  TdValue copy = *from;

  if (from->type == TD_VALUE_TEXT)
    copy.text = g_strdup (from->text);
  td_value_clear (self);
  *self = copy;
}

gboolean
td_value_equal (const TdValue *a, const TdValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case TD_VALUE_NUMBER:
      return a->number == b->number;
    case TD_VALUE_TEXT:
      return strcmp (a->text, b->text) == 0;
    case TD_VALUE_NONE:
    default:
      return TRUE;
    }
}

TdRecord *
td_record_new (TdTableId table, TdId movement)
{
  TdRecord *self = g_new0 (TdRecord, 1);

  self->table = td_table_get (table);
  self->movement = movement;
  return self;
}

TdRecord *
td_record_copy (const TdRecord *self)
{
  TdRecord *copy = td_record_new (self->table->id, self->movement);

  copy->id = self->id;
  for (guint i = 0; i < self->table->n_fields; i++)
    td_value_copy (&copy->values[i], &self->values[i]);
  return copy;
}

void
td_record_free (TdRecord *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->table->n_fields; i++)
    td_value_clear (&self->values[i]);
  g_free (self);
}

gboolean
td_record_equal (const TdRecord *a, const TdRecord *b)
{
  if (a->table != b->table || a->id != b->id || a->movement != b->movement)
    return FALSE;
  for (guint i = 0; i < a->table->n_fields; i++)
    if (!td_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}

gboolean
td_record_is_blank (const TdRecord *self, int field)
{
  return self->values[field].type == TD_VALUE_NONE;
}

const char *
td_record_get_text (const TdRecord *self, int field)
{
  const TdValue *value = &self->values[field];

  return value->type == TD_VALUE_TEXT ? value->text : "";
}

gint64
td_record_get_number (const TdRecord *self, int field, gint64 fallback)
{
  const TdValue *value = &self->values[field];

  return value->type == TD_VALUE_NUMBER ? value->number : fallback;
}

TdDecimal
td_record_get_decimal (const TdRecord *self, int field)
{
  return td_record_get_number (self, field, TD_DECIMAL_NONE);
}

TdDate
td_record_get_date (const TdRecord *self, int field)
{
  return (TdDate) td_record_get_number (self, field, TD_DATE_NONE);
}

TdId
td_record_get_ref (const TdRecord *self, int field)
{
  return td_record_get_number (self, field, TD_ID_NONE);
}

void
td_record_set_blank (TdRecord *self, int field)
{
  td_value_clear (&self->values[field]);
}

void
td_record_set_text (TdRecord *self, int field, const char *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  td_value_clear (&self->values[field]);
  if (copy != NULL)
    {
      self->values[field].type = TD_VALUE_TEXT;
      self->values[field].text = copy;
    }
}

void
td_record_set_number (TdRecord *self, int field, gint64 number)
{
  td_value_clear (&self->values[field]);
  self->values[field].type = TD_VALUE_NUMBER;
  self->values[field].number = number;
}

void
td_record_set_decimal (TdRecord *self, int field, TdDecimal value)
{
  if (value == TD_DECIMAL_NONE)
    td_record_set_blank (self, field);
  else
    td_record_set_number (self, field, value);
}

void
td_record_set_date (TdRecord *self, int field, TdDate date)
{
  if (date == TD_DATE_NONE)
    td_record_set_blank (self, field);
  else
    td_record_set_number (self, field, date);
}

void
td_record_set_ref (TdRecord *self, int field, TdId id)
{
  if (id == TD_ID_NONE)
    td_record_set_blank (self, field);
  else
    td_record_set_number (self, field, id);
}

/* --- reading a cell --------------------------------------------------------------------------- */

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (TD_ERROR, TD_ERROR_INVALID, format, args);
  va_end (args);
  return FALSE;
}

static void
take_number (TdValue *out, gint64 number)
{
  td_value_clear (out);
  out->type = TD_VALUE_NUMBER;
  out->number = number;
}

static void
take_text (TdValue *out, char *text)
{
  td_value_clear (out);
  out->type = TD_VALUE_TEXT;
  out->text = text;
}

static gboolean
parse_text (const TdField *field, const char *text, TdValue *out, GError **error)
{
  gboolean multiline = field->kind == TD_FIELD_NOTE;
  glong max = multiline ? MAX_NOTE : MAX_TEXT;
  g_autofree char *normal = td_text_normalize (text, -1, multiline, error);

  if (normal == NULL)
    return FALSE;
  if (g_utf8_strlen (normal, -1) > max)
    return refuse (error, _ ("the text is longer than %ld characters; shorten it"), max);
  take_text (out, g_steal_pointer (&normal));
  return TRUE;
}

static gboolean
parse_code (const char *text, TdValue *out, GError **error)
{
  g_autofree char *code = td_text_normalize (text, -1, FALSE, error);

  if (code == NULL)
    return FALSE;
  if (g_utf8_strlen (code, -1) > MAX_CODE)
    return refuse (error, _ ("a code has at most %d characters"), MAX_CODE);
  if (strchr (code, ';') != NULL || *code == '-')
    return refuse (error, _ ("a code may not contain “;” nor begin with “-”: “%s”"), code);
  if (strcmp (code, TD_SCOPE_ALL) == 0)
    return refuse (error, _ ("“%s” means everyone and cannot be a code"), code);
  take_text (out, g_steal_pointer (&code));
  return TRUE;
}

static gboolean
parse_integer (const char *text, TdStyle style, TdValue *out, GError **error)
{
  TdDecimal value;

  if (!td_decimal_parse (text, style, &value, error))
    return FALSE;
  if (value < 0 || value % TD_DECIMAL_SCALE != 0)
    return refuse (error, _ ("“%s” is not a whole number of at least 0"), text);
  /* What is counted here, people, ballots, places, bytes of a paper, is less; cut off it would be wrong in silence. */
  if (value / TD_DECIMAL_SCALE > G_MAXINT32)
    return refuse (error, _ ("%s is more than there can be"), text);
  take_number (out, value / TD_DECIMAL_SCALE);
  return TRUE;
}

static gboolean
parse_flag (const char *text, TdValue *out, GError **error)
{
  if (strcmp (text, "0") != 0 && strcmp (text, "1") != 0)
    return refuse (error, _ ("“%s” is neither 0 (no) nor 1 (yes)"), text);
  take_number (out, *text == '1');
  return TRUE;
}

static gboolean
parse_birth (const char *text, TdValue *out, GError **error)
{
  TdDate date;

  if (strlen (text) == 4 && strspn (text, "0123456789") == 4 && *text != '0')
    {
      take_text (out, g_strdup (text));
      return TRUE;
    }
  if (!td_date_parse (text, &date, NULL))
    return refuse (error, _ ("“%s” is neither a date like 14/03/1980 nor a year"), text);
  take_text (out, td_date_format (date, TD_STYLE_PLAIN));
  return TRUE;
}

static gboolean
parse_choice (const TdField *field, const char *text, TdValue *out, GError **error)
{
  g_autoptr (GString) allowed = NULL;
  int index = td_field_find_choice (field, text);

  if (index >= 0)
    {
      take_number (out, index);
      return TRUE;
    }
  allowed = g_string_new (NULL);
  for (const TdChoice *choice = field->choices; choice->code != NULL; choice++)
    g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", choice->code);
  return refuse (error, _ ("“%s” is not one of: %s"), text, allowed->str);
}

gboolean
td_field_parse (const TdField *field, const char *text, TdStyle style, TdValue *out, GError **error)
{
  g_autofree char *trimmed = NULL;
  const char *start;
  gsize length;

  td_text_trim (text, &start, &length);
  if (length == 0 && field->fallback != NULL)
    text = trimmed = g_strdup (field->fallback);
  else
    text = trimmed = g_strndup (start, length);
  if (*text == '\0')
    {
      td_value_clear (out);
      return TRUE;
    }

  switch (field->kind)
    {
    case TD_FIELD_CODE:
      return parse_code (text, out, error);
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
      {
        TdDecimal value;

        if (!td_decimal_parse (text, style, &value, error))
          return FALSE;
        if (field->kind == TD_FIELD_SHARE && (value < 0 || value > TD_DECIMAL (1)))
          return refuse (error, _ ("a share lies between 0 and 1; this is %s"), text);
        take_number (out, value);
        return TRUE;
      }
    case TD_FIELD_INTEGER:
      return parse_integer (text, style, out, error);
    case TD_FIELD_DATE:
      {
        TdDate date;

        if (!td_date_parse (text, &date, error))
          return FALSE;
        take_number (out, date);
        return TRUE;
      }
    case TD_FIELD_BIRTH:
      return parse_birth (text, out, error);
    case TD_FIELD_FLAG:
      return parse_flag (text, out, error);
    case TD_FIELD_CHOICE:
      return parse_choice (field, text, out, error);
    case TD_FIELD_STEPS:
      {
        char *steps = td_steps_normalize (text, style, error);

        if (steps == NULL)
          return FALSE;
        take_text (out, steps);
        return TRUE;
      }
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_JOURNAL:
    default:
      return parse_text (field, text, out, error);
    }
}

TdReading
td_field_reading (const TdField *field, const char *text)
{
  TdReading reading;
  const char *start;
  gsize length;

  td_text_trim (text, &start, &length);
  if (length == 0)
    return TD_READING_EITHER;
  switch (field->kind)
    {
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
      reading = td_decimal_reading (text);
      break;
    case TD_FIELD_DATE:
      reading = td_date_reading (text);
      break;
    case TD_FIELD_STEPS:
      reading = td_steps_reading (text);
      break;
    case TD_FIELD_BIRTH: /* years and dates of both kinds stand side by side in real registers */
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_FLAG:
    case TD_FIELD_CHOICE:
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_JOURNAL:
    default:
      return TD_READING_EITHER;
    }
  return reading == TD_READING_NONE ? TD_READING_EITHER : reading;
}

/* --- writing a cell --------------------------------------------------------------------------- */

GArray *
td_ids_parse (const char *text)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      TdId id = g_ascii_strtoll (parts[i], NULL, 10);

      if (id != TD_ID_NONE)
        g_array_append_val (ids, id);
    }
  return ids;
}

static char *
format_people (const char *text, TdCodeFunc code_func, gpointer data)
{
  g_autoptr (GArray) ids = td_ids_parse (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *code = code_func (g_array_index (ids, TdId, i), data);

      g_string_append_printf (out, "%s%s", i > 0 ? ";" : "", code != NULL ? code : "?");
    }
  return g_string_free (out, FALSE);
}

char *
td_field_format (const TdField *field, const TdValue *value, TdStyle style, TdCodeFunc code_func,
                 gpointer data)
{
  if (value->type == TD_VALUE_NONE)
    return g_strdup ("");

  switch (field->kind)
    {
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
      return td_decimal_format (value->number, style);
    case TD_FIELD_INTEGER:
      return td_decimal_format_wide ((TdWide) value->number * TD_DECIMAL_SCALE, style);
    case TD_FIELD_FLAG:
      return g_strdup (value->number != 0 ? "1" : "0");
    case TD_FIELD_DATE:
      return td_date_format ((TdDate) value->number, style);
    case TD_FIELD_CHOICE:
      return g_strdup (field->choices[value->number].code);
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
      if (value->type == TD_VALUE_NUMBER)
        {
          const char *code = code_func != NULL ? code_func (value->number, data) : NULL;

          return g_strdup (code != NULL ? code : "?");
        }
      return g_strdup (value->text);
    case TD_FIELD_PEOPLE:
      return code_func != NULL ? format_people (value->text, code_func, data)
                               : g_strdup (value->text);
    case TD_FIELD_SCOPE:
      return code_func != NULL ? td_scope_format (value->text, code_func, data)
                               : g_strdup (value->text);
    case TD_FIELD_STEPS:
      return td_steps_format (value->text, style);
    case TD_FIELD_BIRTH:
      {
        TdDate date;

        if (style == TD_STYLE_VIETNAMESE && td_date_parse (value->text, &date, NULL))
          return td_date_format (date, style);
        return g_strdup (value->text);
      }
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_JOURNAL:
    default:
      return g_strdup (value->type == TD_VALUE_TEXT ? value->text : "");
    }
}
