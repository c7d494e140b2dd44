/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-import-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* --- choices and flags ------------------------------------------------------------------------------ */

static gboolean
means (const char *words, const char *title)
{
  g_autofree char *other = td_text_words (title);

  return strcmp (words, other) == 0;
}

static gboolean
refuse (GError **error, const char *text, GString *choices, gboolean several)
{
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
               several ? _ ("“%s” may mean more than one of: %s") : _ ("“%s” is none of: %s"), text,
               choices->str);
  return FALSE;
}

static gboolean
take (TdValue *out, gint64 number)
{
  td_value_clear (out);
  out->type = TD_VALUE_NUMBER;
  out->number = number;
  return TRUE;
}

gboolean
td_import_words_read (const TdField *field, const char *text, TdValue *out, GError **error)
{
  static const TdChoice flags[] = { { "0", N_ ("no") }, { "1", N_ ("yes") }, { NULL, NULL } };
  const TdChoice *choices = field->kind == TD_FIELD_FLAG ? flags : field->choices;
  g_autofree char *words = td_text_words (text);
  g_autoptr (GString) names = g_string_new (NULL);
  int found = -1;
  gboolean several = FALSE;

  for (int i = 0; choices[i].code != NULL; i++)
    {
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", _ (choices[i].title));
      if (!means (words, choices[i].code) && !means (words, choices[i].title)
          && !means (words, _ (choices[i].title)))
        continue;
      several = several || found >= 0;
      found = i;
    }
  if (found < 0 || several)
    return refuse (error, text, names, several);
  return take (out, found);
}

/* --- names ------------------------------------------------------------------------------------------ */

struct _TdImportNames
{
  GHashTable *ids; /* words → TdId; TD_ID_NONE: several are called so */
};

static gboolean
note_name (const char *name, TdId id, gpointer data)
{
  TdImportNames *self = data;
  g_autofree char *words = td_text_words (name);
  TdId *known = g_hash_table_lookup (self->ids, words);

  if (known != NULL && *known != id)
    *known = TD_ID_NONE;
  else if (known == NULL)
    g_hash_table_insert (self->ids, g_steal_pointer (&words), g_memdup2 (&id, sizeof id));
  return TRUE;
}

TdImportNames *
td_import_names_new (TdTxn *txn, TdTableId table, TdId movement)
{
  TdImportNames *self = g_new0 (TdImportNames, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  td_txn_foreach_name (txn, table, movement, note_name, self);
  return self;
}

void
td_import_names_free (TdImportNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_free (self);
}

TdId
td_import_names_find (const TdImportNames *self, const char *name, gboolean *several)
{
  g_autofree char *words = td_text_words (name);
  const TdId *id = g_hash_table_lookup (self->ids, words);

  *several = id != NULL && *id == TD_ID_NONE;
  return id != NULL ? *id : TD_ID_NONE;
}
