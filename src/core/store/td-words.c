/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and values as people call them, for history, toasts and messages. */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

static const char *
name_of (TdStore *self, TdId id)
{
  const char *name;

  return td_store_name (self, id, NULL, NULL, &name) ? name : _ ("(deleted)");
}

static char *
people_words (TdStore *self, const char *stored)
{
  g_autoptr (GArray) ids = td_ids_parse (stored);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            name_of (self, g_array_index (ids, TdId, i)));
  return g_string_free (out, FALSE);
}

/* Nominations are known to people by whom they are for: “Phường Trần Phú (DN01)”. */
static char *
nomination_words (TdStore *self, const TdRecord *record)
{
  return g_strdup_printf ("%s (%s)",
                          name_of (self, td_record_get_ref (record, TD_NOMINATION_NOMINEE)),
                          td_record_get_text (record, TD_NOMINATION_CODE));
}

static char *
reference_words (TdStore *self, TdId id)
{
  TdTableId table = TD_TABLE_UNITS;
  g_autoptr (TdRecord) record = NULL;

  if (td_store_name (self, id, &table, NULL, NULL) && table == TD_TABLE_NOMINATIONS
      && (record = td_store_get (self, table, id, TD_ID_NONE)) != NULL)
    return nomination_words (self, record);
  return g_strdup (name_of (self, id));
}

char *
td_store_field_words (TdStore *self, const TdField *field, const TdValue *value)
{
  if (value->type == TD_VALUE_NONE)
    return g_strdup ("");
  switch (field->kind)
    {
    case TD_FIELD_CHOICE:
      return g_strdup (_ (field->choices[value->number].title));
    case TD_FIELD_FLAG:
      return g_strdup (value->number != 0 ? _ ("yes") : _ ("no"));
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
      return value->type == TD_VALUE_NUMBER ? reference_words (self, value->number)
                                            : g_strdup (value->text);
    case TD_FIELD_PEOPLE:
      return people_words (self, value->text);
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_SCOPE:
    case TD_FIELD_STEPS:
    case TD_FIELD_JOURNAL:
    default:
      return td_field_format (field, value, TD_STYLE_VIETNAMESE, td_store_code_func, self);
    }
}

char *
td_store_record_words (TdStore *self, const TdRecord *record)
{
  const TdTable *table = record->table;
  GString *out = g_string_new (NULL);

  if (table->id == TD_TABLE_ENTRIES)
    {
      const char *target = NULL;
      const char *unit = name_of (self, td_record_get_ref (record, TD_ENTRY_UNIT));
      const char *period = name_of (self, td_record_get_ref (record, TD_ENTRY_PERIOD));

      if (!td_store_name (self, td_record_get_ref (record, TD_ENTRY_TARGET), NULL, &target, NULL))
        target = _ ("(deleted)");
      g_string_append_printf (out, "%s · %s · %s", unit, target, period);
      return g_string_free (out, FALSE);
    }
  if (table->id == TD_TABLE_NOMINATIONS)
    {
      g_string_free (out, TRUE);
      return nomination_words (self, record);
    }
  if ((table->fields[0].flags & TD_FIELD_KEY) && table->fields[0].kind != TD_FIELD_CODE
      && table->fields[0].kind != TD_FIELD_TEXT)
    {
      /* Known by its key fields: an award held, a quota, a ballot count. */
      for (guint i = 0; i < table->n_fields; i++)
        if (table->fields[i].flags & TD_FIELD_KEY)
          {
            g_autofree char *words =
                td_store_field_words (self, &table->fields[i], &record->values[i]);

            g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", words);
          }
      return g_string_free (out, FALSE);
    }
  {
    int field = td_table_naming_field (table);
    g_autofree char *words =
        td_store_field_words (self, &table->fields[field], &record->values[field]);

    g_string_append (out, words);
  }
  return g_string_free (out, FALSE);
}
