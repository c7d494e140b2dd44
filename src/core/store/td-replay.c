/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A change taken back, or made again, perhaps weeks later. What was changed since is a conflict; so is
 * what would go although records that came later refer to it, and what would come back although what
 * it refers to is gone. Kept rows keep what they stand on, so that what is left is whole.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* A row of the data file: its table (TD_N_TABLES: membership) and its key as in TdChangeRow. */
typedef struct
{
  guint table;
  TdId key[3];
} RowKey;

typedef struct
{
  RowKey row;
  char *where;
  char *what;
} Conflict;

typedef struct
{
  TdTxn *txn;
  gboolean invert;
  TdConflictPolicy policy;
  GHashTable *kept;     /* RowKey → whether the row would have gone, as GINT_TO_POINTER */
  GPtrArray *conflicts; /* of Conflict */
  GHashTable *there;    /* RowKey of a record → whether there is such a one; for one pass */
  guint n_rows;         /* of the change */
  guint n_kept_now;     /* in one pass */
} Replay;

static guint
hash_row (gconstpointer data)
{
  const RowKey *row = data;
  guint64 hash = row->table;

  for (guint i = 0; i < G_N_ELEMENTS (row->key); i++)
    hash = hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) row->key[i];
  return (guint) (hash ^ (hash >> 32));
}

static gboolean
equal_rows (gconstpointer a, gconstpointer b)
{
  const RowKey *left = a, *right = b;

  return left->table == right->table && memcmp (left->key, right->key, sizeof left->key) == 0;
}

static RowKey
key_of (const TdChangeRow *row)
{
  RowKey key = { row->table != NULL ? (guint) row->table->id : TD_N_TABLES,
                 { row->key[0], row->key[1], row->key[2] } };

  return key;
}

static void
free_conflict (gpointer data)
{
  Conflict *conflict = data;

  g_free (conflict->where);
  g_free (conflict->what);
  g_free (conflict);
}

/* --- naming ---------------------------------------------------------------------------------------- */

/* The row as people call it. A unit's place in a movement is told as the unit. */
static char *
row_words (const Replay *self, const TdChangeRow *row)
{
  TdTableId id = row->table != NULL ? row->table->id : TD_TABLE_UNITS;
  TdConn *conn = self->txn->conn;
  g_autoptr (TdRecord) record = NULL;
  g_autofree char *words = NULL;

  /* Names are read over the connection of the store's own thread. */
  if (self->txn->store->thread != g_thread_self ())
    return g_strdup (_ (td_table_get (id)->title));
  record = id == TD_TABLE_ENTRIES
               ? td_sql_get_entry (conn, row->key[0], row->key[1], row->key[2], NULL)
               : td_sql_get (conn, id, row->key[0], TD_ID_NONE, NULL);
  if (record == NULL)
    {
      const char *name = _ ("(deleted)");

      td_store_name (self->txn->store, row->key[0], NULL, NULL, &name);
      return g_strdup_printf ("%s · %s", _ (td_table_get (id)->title), name);
    }
  words = td_store_record_words (self->txn->store, record);
  return g_strdup_printf ("%s · %s", _ (td_table_get (id)->title), words);
}

/* Takes over @what. */
static void
add_conflict (Replay *self, const TdChangeRow *row, char *what)
{
  Conflict *conflict = g_new0 (Conflict, 1);

  conflict->row = key_of (row);
  conflict->where = row_words (self, row);
  conflict->what = what;
  g_ptr_array_add (self->conflicts, conflict);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const Conflict *left = *(const Conflict *const *) a, *right = *(const Conflict *const *) b;
  guint tables[2] = { left->row.table, right->row.table };

  for (guint i = 0; i < 2; i++)
    if (tables[i] == TD_N_TABLES)
      tables[i] = TD_TABLE_UNITS;
  if (tables[0] != tables[1])
    return tables[0] < tables[1] ? -1 : 1;
  return td_text_collate (left->where, right->where);
}

/* Tells of all conflicts, in the order of the tables and names; of a record only once. */
static guint
tell_conflicts (Replay *self, TdProblems *problems)
{
  const Conflict *before = NULL;
  guint n = 0;

  g_ptr_array_sort (self->conflicts, compare_conflicts);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const Conflict *conflict = g_ptr_array_index (self->conflicts, i);
      gboolean again = before != NULL && before->row.key[0] == conflict->row.key[0]
                       && before->row.key[1] == conflict->row.key[1]
                       && before->row.key[2] == conflict->row.key[2];
      gboolean same_unit = before != NULL && before->row.key[0] == conflict->row.key[0]
                           && before->row.table != conflict->row.table;

      if (again || same_unit)
        continue;
      before = conflict;
      n++;
      if (problems != NULL)
        td_problems_add (problems, conflict->where, "%s", conflict->what);
    }
  return n;
}

/* --- playing ----------------------------------------------------------------------------------------- */

/* Whether the replay takes the row away; the row is as the change was made. */
static gboolean
would_go (const Replay *self, const TdChangeRow *row)
{
  return row->op == (self->invert ? TD_CHANGE_ADDED : TD_CHANGE_REMOVED);
}

static void
keep (Replay *self, const TdChangeRow *row, gboolean would_have_gone)
{
  RowKey key = key_of (row);

  g_hash_table_insert (self->kept, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (would_have_gone));
}

static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  Replay *self = data;
  TdChangeRow row;

  /* Broken references are looked for row by row afterwards. */
  if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
    return SQLITE_CHANGESET_OMIT;
  td_change_row_read (&row, iter);
  if (self->policy == TD_CONFLICT_OVERWRITE
      && (kind == SQLITE_CHANGESET_DATA || kind == SQLITE_CHANGESET_CONFLICT))
    return SQLITE_CHANGESET_REPLACE;
  /* Go on without the row, so that all conflicts are found. Here the change comes inverted already. */
  keep (self, &row, row.op == TD_CHANGE_REMOVED && kind != SQLITE_CHANGESET_NOTFOUND);
  if (kind != SQLITE_CHANGESET_NOTFOUND)
    add_conflict (self, &row, g_strdup (_ ("has been changed since")));
  else if (row.op != TD_CHANGE_REMOVED) /* which would do no more than was done since */
    add_conflict (self, &row, g_strdup (_ ("has been deleted since")));
  return SQLITE_CHANGESET_OMIT;
}

static void
bind_value (TdStmt *stmt, int index, sqlite3_value *value)
{
  switch (value != NULL ? sqlite3_value_type (value) : SQLITE_NULL)
    {
    case SQLITE_INTEGER:
      td_stmt_bind_number (stmt, index, sqlite3_value_int64 (value));
      break;
    case SQLITE_TEXT:
      td_stmt_bind_text (stmt, index, (const char *) sqlite3_value_text (value));
      break;
    default: /* the data file has no other types */
      td_stmt_bind_null (stmt, index);
      break;
    }
}

static const char *
sql_name (const TdChangeRow *row)
{
  return row->table != NULL ? row->table->sql : TD_MEMBERSHIP_SQL;
}

/* The names of a table's columns, in their order. */
static GPtrArray *
load_columns (const Replay *self, const TdChangeRow *row, GError **error)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TdStmt) stmt = td_conn_prepare (
      self->txn->conn, "SELECT name FROM pragma_table_info (?) ORDER BY cid", error);

  if (stmt == NULL)
    {
      g_ptr_array_unref (columns);
      return NULL;
    }
  td_stmt_bind_text (stmt, 1, sql_name (row));
  while (td_stmt_step (stmt, NULL))
    g_ptr_array_add (columns, g_strdup (td_stmt_get_text (stmt, 0)));
  return columns;
}

/* Sets the row's key in a statement from parameter @first on. */
static void
bind_key (TdStmt *stmt, int first, const TdChangeRow *row)
{
  gboolean membership = row->table == NULL;
  gboolean entry = !membership && row->table->id == TD_TABLE_ENTRIES;

  td_stmt_bind_number (stmt, first, row->key[membership ? 1 : 0]);
  if (membership)
    td_stmt_bind_number (stmt, first + 1, row->key[0]);
  if (entry)
    for (int i = 1; i < 3; i++)
      td_stmt_bind_number (stmt, first + i, row->key[i]);
}

static const char *
key_condition (const TdChangeRow *row)
{
  return row->table == NULL                   ? "movement = ? AND unit = ?"
         : row->table->id == TD_TABLE_ENTRIES ? "target = ? AND unit = ? AND period = ?"
                                              : "id = ?";
}

/* Makes one row again what it was before the replay. */
static gboolean
unplay (Replay *self, const TdChangeRow *row, GError **error)
{
  /* Before an undo the file had what came after the change; before a redo, what was before it. */
  int (*get) (sqlite3_changeset_iter *, int, sqlite3_value **) =
      self->invert ? sqlite3changeset_new : sqlite3changeset_old;
  g_autoptr (GPtrArray) columns = load_columns (self, row, error);
  g_autoptr (GString) sql = g_string_new (NULL);
  TdStmt *stmt;
  int n = 0;

  if (columns == NULL)
    return FALSE;
  if (would_go (self, row))
    {
      g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", sql_name (row));
      for (guint i = 1; i < columns->len; i++)
        g_string_append (sql, ", ?");
      g_string_append_c (sql, ')');
    }
  else if (row->op != TD_CHANGE_EDITED)
    g_string_printf (sql, "DELETE FROM \"%s\" WHERE %s", sql_name (row), key_condition (row));
  else
    {
      g_string_printf (sql, "UPDATE \"%s\" SET ", sql_name (row));
      for (guint i = 0; i < columns->len; i++)
        {
          sqlite3_value *changed = NULL;

          sqlite3changeset_new (row->iter, (int) i, &changed);
          if (changed != NULL)
            g_string_append_printf (sql, "%s\"%s\" = ?", n++ > 0 ? ", " : "",
                                    (const char *) g_ptr_array_index (columns, i));
        }
      g_string_append_printf (sql, " WHERE %s", key_condition (row));
    }
  stmt = td_conn_prepare (self->txn->conn, sql->str, error);
  if (stmt == NULL)
    return FALSE;
  n = 1;
  for (guint i = 0; i < columns->len; i++)
    {
      sqlite3_value *value = NULL, *changed = NULL;

      if (row->op == TD_CHANGE_EDITED)
        sqlite3changeset_new (row->iter, (int) i, &changed);
      if (!would_go (self, row) && changed == NULL)
        continue;
      get (row->iter, (int) i, &value);
      bind_value (stmt, n++, value);
    }
  if (!would_go (self, row))
    bind_key (stmt, n, row);
  return td_stmt_run (stmt, error);
}

/* --- what is left is whole --------------------------------------------------------------------------- */

static gboolean
is_there (Replay *self, TdTableId table, TdId id)
{
  RowKey key = { table, { id } };
  gpointer known;
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;
  gboolean there;

  if (g_hash_table_lookup_extended (self->there, &key, NULL, &known))
    return GPOINTER_TO_INT (known);
  sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?", td_table_get (table)->sql);
  stmt = td_conn_prepare (self->txn->conn, sql, NULL);
  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, id);
  there = td_stmt_step (stmt, NULL);
  g_hash_table_insert (self->there, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (there));
  return there;
}

/* Whether all that a field names is there. */
static gboolean
leads_somewhere (Replay *self, const TdField *field, const TdValue *value)
{
  g_auto (GStrv) parts = NULL;
  gboolean people = field->kind == TD_FIELD_PEOPLE;

  if (value->type == TD_VALUE_NONE)
    return TRUE;
  if (field->kind == TD_FIELD_REF)
    return is_there (self, field->ref, value->number);
  if (field->kind == TD_FIELD_HOLDER)
    return is_there (self, TD_TABLE_UNITS, value->number)
           || is_there (self, TD_TABLE_PEOPLE, value->number);
  if (!people && field->kind != TD_FIELD_SCOPE)
    return TRUE;
  parts = g_strsplit (value->text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      TdId id = ABS (g_ascii_strtoll (parts[i], NULL, 10));

      if (id == TD_ID_NONE)
        continue; /* `all` */
      if (people
              ? !is_there (self, TD_TABLE_PEOPLE, id)
              : !is_there (self, TD_TABLE_UNITS, id) && !is_there (self, TD_TABLE_CATEGORIES, id))
        return FALSE;
    }
  return TRUE;
}

/* Whether the row, which the replay brought back or changed, refers to what is gone since. */
static gboolean
hangs_in_the_air (Replay *self, const TdChangeRow *row)
{
  g_autoptr (TdRecord) record = NULL;

  if (row->table == NULL)
    return !is_there (self, TD_TABLE_UNITS, row->key[0])
           || !is_there (self, TD_TABLE_MOVEMENT, row->key[1]);
  if (row->table->id == TD_TABLE_ENTRIES)
    return !is_there (self, TD_TABLE_TARGETS, row->key[0])
           || !is_there (self, TD_TABLE_UNITS, row->key[1])
           || !is_there (self, TD_TABLE_PERIODS, row->key[2]);
  record = td_sql_get (self->txn->conn, row->table->id, row->key[0], TD_ID_NONE, NULL);
  if (record == NULL)
    return FALSE;
  if (td_sql_has_movement (row->table) && !is_there (self, TD_TABLE_MOVEMENT, record->movement))
    return TRUE;
  for (guint i = 0; i < row->table->n_fields; i++)
    if (!leads_somewhere (self, &row->table->fields[i], &record->values[i]))
      return TRUE;
  return FALSE;
}

/* The unit stays although it would have gone: then so does its place in the movement. */
static gboolean
belongs_to_kept_unit (const Replay *self, const TdChangeRow *row)
{
  RowKey unit = { TD_TABLE_UNITS, { row->key[0] } };

  return GPOINTER_TO_INT (g_hash_table_lookup (self->kept, &unit));
}

static gboolean
look_after_row (const TdChangeRow *row, gpointer data, GError **error)
{
  Replay *self = data;
  RowKey key = key_of (row);
  const TdTable *by = NULL;
  gint64 n;

  if (g_hash_table_contains (self->kept, &key))
    return TRUE;
  if (!would_go (self, row))
    {
      if (!hangs_in_the_air (self, row))
        return TRUE;
      if (self->policy == TD_CONFLICT_OVERWRITE)
        {
          g_autofree char *where = row_words (self, row);

          td_problems_add (self->txn->problems, where, "%s",
                           _ ("refers to what has been deleted since"));
          return TRUE;
        }
      add_conflict (self, row, g_strdup (_ ("refers to what has been deleted since")));
    }
  else if (row->table == NULL)
    {
      if (!belongs_to_kept_unit (self, row))
        return TRUE;
    }
  else
    {
      /* Nothing refers to an entry. With “all” the door names what still refers to what goes. */
      if (row->table->id == TD_TABLE_ENTRIES || self->policy == TD_CONFLICT_OVERWRITE)
        return TRUE;
      n = td_integrity_count_references (self->txn, row->table->id, row->key[0], &by);
      if (n == 0)
        return TRUE;
      add_conflict (
          self, row,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu record of “%s” refers to it",
                                        "%lu records of “%s” refer to it", (gulong) n),
                           (gulong) n, _ (by->title)));
    }
  keep (self, row, would_go (self, row));
  self->n_kept_now++;
  return unplay (self, row, error);
}

/* Keeping one row may ask for another: until nothing more is kept. */
static gboolean
look_after_rows (Replay *self, gconstpointer changes, gsize size, GError **error)
{
  do
    {
      self->n_kept_now = 0;
      g_hash_table_remove_all (self->there);
      if (!td_changeset_foreach (changes, size, look_after_row, self, error))
        return FALSE;
    }
  while (self->n_kept_now > 0);
  return TRUE;
}

static gboolean
count_row (const TdChangeRow *row, gpointer data, GError **error)
{
  ((Replay *) data)->n_rows++;
  return TRUE;
}

static gboolean
run (Replay *self, gconstpointer changes, gsize size, TdProblems *conflicts, GError **error)
{
  int result = sqlite3changeset_apply_v2 (td_conn_get_handle (self->txn->conn), (int) size,
                                          (void *) changes, NULL, conflict_cb, self, NULL, NULL,
                                          self->invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  guint n;

  if (result != SQLITE_OK)
    {
      td_conn_set_error (self->txn->conn, "apply", error);
      return FALSE;
    }
  if (!td_changeset_foreach (changes, size, count_row, self, error)
      || !look_after_rows (self, changes, size, error))
    return FALSE;
  n = tell_conflicts (self, self->policy == TD_CONFLICT_ASK ? conflicts : NULL);
  if (self->policy == TD_CONFLICT_ASK && n > 0)
    {
      g_set_error (
          error, TD_ERROR, TD_ERROR_CONFLICT,
          g_dngettext (GETTEXT_PACKAGE,
                       "%u record has been changed or used since; the file was left as it is",
                       "%u records have been changed or used since; the file was left as it is", n),
          n);
      return FALSE;
    }
  if (g_hash_table_size (self->kept) >= self->n_rows)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                           _ ("all of it has been changed or used since; there is nothing left to "
                              "take back"));
      return FALSE;
    }
  return TRUE;
}

gboolean
td_replay (TdTxn *txn, GBytes *changes, gboolean invert, TdConflictPolicy policy,
           TdProblems *conflicts, GError **error)
{
  Replay self = { .txn = txn, .invert = invert, .policy = policy };
  gsize size;
  gconstpointer data = g_bytes_get_data (changes, &size);
  gboolean ok;

  self.kept = g_hash_table_new_full (hash_row, equal_rows, g_free, NULL);
  self.there = g_hash_table_new_full (hash_row, equal_rows, g_free, NULL);
  self.conflicts = g_ptr_array_new_with_free_func (free_conflict);
  ok = run (&self, data, size, conflicts, error);
  g_hash_table_unref (self.kept);
  g_hash_table_unref (self.there);
  g_ptr_array_unref (self.conflicts);
  return ok;
}
