/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * History in words, made from the journal's changesets: every row before and after is in them, so no
 * kind of change needs code of its own.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TdStore *store;
  TdHistoryFunc func;
  gpointer data;
  TdHistoryLine line; /* of the journal row at hand */
  gboolean stopped;
  /* For each table, the column of the data file in which a field stands; -1: none. */
  int columns[TD_N_TABLES][TD_MAX_FIELDS];
  gboolean columns_known[TD_N_TABLES];
} Teller;

static const int *
columns_of (Teller *teller, const TdTable *table)
{
  int *columns = teller->columns[table->id];
  g_autoptr (TdStmt) stmt = NULL;

  if (teller->columns_known[table->id])
    return columns;
  teller->columns_known[table->id] = TRUE;
  for (guint i = 0; i < TD_MAX_FIELDS; i++)
    columns[i] = -1;
  stmt =
      td_conn_prepare (teller->store->reader, "SELECT cid, name FROM pragma_table_info (?)", NULL);
  if (stmt == NULL)
    return columns;
  td_stmt_bind_text (stmt, 1, table->sql);
  while (td_stmt_step (stmt, NULL))
    {
      int field = td_table_find_field (table, td_stmt_get_text (stmt, 1));

      if (field >= 0)
        columns[field] = (int) td_stmt_get_number (stmt, 0);
    }
  return columns;
}

/* One side of a change as a record; what the changeset does not hold stays blank. */
static void
read_side (Teller *teller, const TdChangeRow *row, gboolean after, TdRecord *record)
{
  const int *columns = columns_of (teller, row->table);

  for (guint i = 0; i < row->table->n_fields; i++)
    {
      sqlite3_value *value = NULL;

      if (columns[i] < 0)
        continue;
      if (after && row->op != TD_CHANGE_REMOVED)
        sqlite3changeset_new (row->iter, columns[i], &value);
      if (!after && row->op != TD_CHANGE_ADDED)
        sqlite3changeset_old (row->iter, columns[i], &value);
      td_sql_read_value (&row->table->fields[i], value, &record->values[i]);
    }
}

static gboolean
tell (Teller *teller, const char *where, const char *before, const char *after)
{
  teller->line.where = where;
  teller->line.before = before;
  teller->line.after = after;
  if (!teller->func (&teller->line, teller->data))
    teller->stopped = TRUE;
  return !teller->stopped;
}

/* "Đã làm: 12; Phải làm: 15" */
static char *
record_summary (Teller *teller, const TdRecord *record)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];
      g_autofree char *words = NULL;

      if (record->values[i].type == TD_VALUE_NONE || (field->flags & TD_FIELD_INTERNAL)
          || (record->table->id == TD_TABLE_ENTRIES && (field->flags & TD_FIELD_KEY)))
        continue;
      words = td_store_field_words (teller->store, field, &record->values[i]);
      g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "; " : "", _ (field->title), words);
    }
  return g_string_free (out, FALSE);
}

static char *
place (Teller *teller, const TdRecord *record, int field)
{
  g_autofree char *words = td_store_record_words (teller->store, record);

  if (field < 0)
    return g_strdup_printf ("%s · %s", _ (record->table->title), words);
  return g_strdup_printf ("%s · %s · %s", _ (record->table->title), words,
                          _ (record->table->fields[field].title));
}

static gboolean
tell_edit (Teller *teller, const TdChangeRow *row, const TdRecord *before, const TdRecord *after)
{
  const int *columns = columns_of (teller, row->table);
  g_autoptr (TdRecord) record = NULL;

  /* Names come from the record as it stands; when it is gone since, from the change. */
  record = row->table->id == TD_TABLE_ENTRIES
               ? td_store_get_entry (teller->store, row->key[0], row->key[1], row->key[2])
               : td_store_get (teller->store, row->table->id, row->key[0], TD_ID_NONE);
  if (record == NULL)
    record = td_record_copy (before);
  for (guint i = 0; i < row->table->n_fields; i++)
    {
      sqlite3_value *value = NULL;
      g_autofree char *where = NULL, *was = NULL, *is = NULL;

      if (columns[i] < 0 || row->table->fields[i].kind == TD_FIELD_JOURNAL)
        continue;
      sqlite3changeset_new (row->iter, columns[i], &value);
      if (value == NULL)
        continue; /* not changed */
      where = place (teller, record, (int) i);
      was = td_store_field_words (teller->store, &row->table->fields[i], &before->values[i]);
      is = td_store_field_words (teller->store, &row->table->fields[i], &after->values[i]);
      if (!tell (teller, where, was, is))
        return FALSE;
    }
  return TRUE;
}

static gboolean
tell_membership (Teller *teller, const TdChangeRow *row)
{
  const TdField *field = &td_table_get (TD_TABLE_UNITS)->fields[TD_UNIT_BLOCK];
  g_autofree char *where = NULL;
  const char *name = _ ("(deleted)"), *movement = "";
  sqlite3_value *before = NULL, *after = NULL;

  if (row->op != TD_CHANGE_ADDED)
    sqlite3changeset_old (row->iter, 2, &before);
  if (row->op != TD_CHANGE_REMOVED)
    sqlite3changeset_new (row->iter, 2, &after);
  td_store_name (teller->store, row->key[0], NULL, NULL, &name);
  td_store_name (teller->store, row->key[1], NULL, &movement, NULL);
  where = g_strdup_printf ("%s · %s · %s (%s)", _ (td_table_get (TD_TABLE_UNITS)->title), name,
                           _ (field->title), movement);
  return tell (teller, where, before != NULL ? (const char *) sqlite3_value_text (before) : "",
               after != NULL ? (const char *) sqlite3_value_text (after) : "");
}

static gboolean
tell_row (const TdChangeRow *row, gpointer data, GError **error)
{
  Teller *teller = data;
  g_autoptr (TdRecord) before = NULL, after = NULL;

  memcpy (teller->line.key, row->key, sizeof row->key);
  teller->line.table = row->table != NULL ? row->table->id : TD_TABLE_UNITS;
  if (row->table == NULL)
    return tell_membership (teller, row);
  before = td_record_new (row->table->id, TD_ID_NONE);
  after = td_record_new (row->table->id, TD_ID_NONE);
  read_side (teller, row, FALSE, before);
  read_side (teller, row, TRUE, after);
  if (row->op == TD_CHANGE_EDITED)
    return tell_edit (teller, row, before, after);
  {
    const TdRecord *there = row->op == TD_CHANGE_ADDED ? after : before;
    g_autofree char *where = place (teller, there, -1);
    g_autofree char *summary = record_summary (teller, there);

    return tell (teller, where, row->op == TD_CHANGE_ADDED ? "" : summary,
                 row->op == TD_CHANGE_ADDED ? summary : "");
  }
}

static gboolean
tell_journal_row (Teller *teller, TdStmt *stmt, GError **error)
{
  g_autoptr (GBytes) changes = NULL;
  g_autofree char *at = g_strdup (td_stmt_get_text (stmt, 1));
  g_autofree char *who = g_strdup (td_stmt_get_text (stmt, 2));
  g_autofree char *label = g_strdup (td_stmt_get_text (stmt, 3));
  gconstpointer data;
  gsize size;

  data = td_stmt_get_blob (stmt, 5, &size);
  changes = td_changeset_unpack (
      data, size, td_stmt_is_null (stmt, 4) ? -1 : td_stmt_get_number (stmt, 4), error);
  if (changes == NULL)
    return FALSE;
  teller->line.journal = td_stmt_get_number (stmt, 0);
  teller->line.at = at;
  teller->line.who = who;
  teller->line.what = label;
  data = g_bytes_get_data (changes, &size);
  return td_changeset_foreach (data, size, tell_row, teller, error) || teller->stopped;
}

gboolean
td_store_foreach_history (TdStore *self, TdId journal, TdHistoryFunc func, gpointer data,
                          GError **error)
{
  Teller teller = { self, func, data };
  g_autoptr (TdStmt) stmt = td_conn_prepare (
      self->reader,
      "SELECT id, at, who, label, size, changes FROM journal WHERE ?1 = 0 OR id = ?1 ORDER BY id",
      error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, journal);
  while (!teller.stopped && td_stmt_step (stmt, &failure))
    if (!tell_journal_row (&teller, stmt, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}
