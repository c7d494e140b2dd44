/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rules between records, checked at the door on what a write has touched: codes are unique, nobody
 * succeeds himself in a circle, references lead somewhere, entries fit their targets.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

/* From so many touched rows on, duplicates are looked for in the whole table at once. */
#define MANY 500

typedef struct
{
  TdTxn *txn;
  gboolean check_records;
  GArray *added_or_edited[TD_N_TABLES]; /* of TdId; not for entries */
  GArray *removed[TD_N_TABLES];         /* of TdId; not for entries */
  GArray *entries;                      /* of TdChange; with check_records only */
  GHashTable *sealed;                   /* of TdId: periods that are closed */
  GArray *closed_entries;               /* of TdChange: of those */
  guint n_broken_seals;
} Touched;

/* Columns of a seal as SQLite counts them: the id, the movement, then the fields. */
#define SEAL_COLUMN(field) ((field) + 2)

/* A seal is never taken away, and of one that is there only its reopening is ever written, once. */
static gboolean
breaks_seal (const TdChangeRow *row)
{
  sqlite3_value *value = NULL;

  if (row->op == TD_CHANGE_ADDED)
    return FALSE;
  if (row->op == TD_CHANGE_REMOVED)
    return TRUE;
  for (int i = 0; i <= SEAL_COLUMN (TD_SEAL_RECORD); i++)
    {
      gboolean reopening =
          i == SEAL_COLUMN (TD_SEAL_REOPENED_ON) || i == SEAL_COLUMN (TD_SEAL_REASON);

      sqlite3changeset_new (row->iter, i, &value);
      if (value == NULL)
        continue;
      sqlite3changeset_old (row->iter, i, &value);
      if (!reopening || (value != NULL && sqlite3_value_type (value) != SQLITE_NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
note_row (const TdChangeRow *row, gpointer data, GError **error)
{
  Touched *touched = data;
  TdTableId table;

  if (row->table == NULL)
    return TRUE; /* membership: foreign keys look after all there is to it */
  table = row->table->id;
  if (table == TD_TABLE_ENTRIES)
    {
      TdChange change = { table, row->op, { row->key[0], row->key[1], row->key[2] } };

      if (touched->check_records && row->op != TD_CHANGE_REMOVED)
        g_array_append_val (touched->entries, change);
      if (g_hash_table_contains (touched->sealed, &change.key[2]))
        g_array_append_val (touched->closed_entries, change);
    }
  else if (table == TD_TABLE_SEALS && breaks_seal (row))
    touched->n_broken_seals++;
  else if (row->op != TD_CHANGE_REMOVED)
    g_array_append_val (touched->added_or_edited[table], row->key[0]);
  else
    g_array_append_val (touched->removed[table], row->key[0]);
  return TRUE;
}

static void
add_problem (TdTxn *txn, const TdRecord *record, int field, char *what)
{
  td_problems_take (txn->problems, td_txn_where (txn, record, field), what, FALSE);
}

/* --- unique keys -------------------------------------------------------------------------------- */

static int
key_field (const TdTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & TD_FIELD_KEY)
      return (int) i;
  return -1;
}

static void
report_twin (TdTxn *txn, const TdRecord *record)
{
  int field = key_field (record->table);

  if (record->table->fields[field].kind == TD_FIELD_CODE)
    add_problem (
        txn, record, field,
        g_strdup_printf (_ ("the code “%s” is used twice"), td_record_get_text (record, field)));
  else
    add_problem (txn, record, field, g_strdup (_ ("there is such a record already")));
}

static gboolean
check_twin (TdTxn *txn, const TdTable *table, TdId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TdRecord) record = td_sql_get (txn->conn, table->id, id, TD_ID_NONE, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record != NULL && td_sql_find_twin (txn->conn, record) != TD_ID_NONE)
    report_twin (txn, record);
  return TRUE;
}

/* All duplicates of a table, one query: what an import of many rows asks. */
static gboolean
check_all_twins (TdTxn *txn, const TdTable *table, GError **error)
{
  GString *key = g_string_new (td_sql_has_movement (table) ? "movement" : NULL);
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & TD_FIELD_KEY)
      g_string_append_printf (key, "%s\"%s\"", key->len > 0 ? ", " : "", table->fields[i].name);
  sql = g_strdup_printf ("SELECT max(id) FROM \"%s\" GROUP BY %s HAVING count(*) > 1", table->sql,
                         key->str);
  g_string_free (key, TRUE);
  stmt = td_conn_prepare (txn->conn, sql, error);
  if (stmt == NULL)
    return FALSE;
  while (td_stmt_step (stmt, &failure))
    if (!check_twin (txn, table, td_stmt_get_number (stmt, 0), error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_unique (TdTxn *txn, const TdTable *table, GArray *ids, GError **error)
{
  if (ids->len > MANY)
    return check_all_twins (txn, table, error);
  for (guint i = 0; i < ids->len; i++)
    if (!check_twin (txn, table, g_array_index (ids, TdId, i), error))
      return FALSE;
  return TRUE;
}

/* --- references --------------------------------------------------------------------------------- */

static gboolean
has_id (TdTxn *txn, const char *sql, TdId id)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (txn->conn, sql, NULL);

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_step (stmt, NULL);
}

#define IS_UNIT     "SELECT 1 FROM unit WHERE id = ?"
#define IS_PERSON   "SELECT 1 FROM person WHERE id = ?"
#define IS_CATEGORY "SELECT 1 FROM category WHERE id = ?"

/* References that no foreign key looks after. */
static void
check_loose_references (TdTxn *txn, const TdRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];
      const TdValue *value = &record->values[i];

      if (value->type == TD_VALUE_NONE)
        continue;
      if (field->kind == TD_FIELD_HOLDER && !has_id (txn, IS_UNIT, value->number)
          && !has_id (txn, IS_PERSON, value->number))
        add_problem (txn, record, (int) i, g_strdup (_ ("there is no such unit or person")));
      if (field->kind == TD_FIELD_PEOPLE || field->kind == TD_FIELD_SCOPE)
        {
          g_auto (GStrv) parts = g_strsplit (value->text, ";", -1);

          for (guint p = 0; parts[p] != NULL; p++)
            {
              TdId id = ABS (g_ascii_strtoll (parts[p], NULL, 10));

              if (id == TD_ID_NONE)
                continue; /* `all` */
              if (field->kind == TD_FIELD_PEOPLE
                      ? !has_id (txn, IS_PERSON, id)
                      : !has_id (txn, IS_UNIT, id) && !has_id (txn, IS_CATEGORY, id))
                add_problem (txn, record, (int) i,
                             g_strdup (field->kind == TD_FIELD_PEOPLE
                                           ? _ ("one of the people is not in the register")
                                           : _ ("one of the units or categories listed is not "
                                                "in the register")));
            }
        }
    }
}

static gboolean
has_loose_references (const TdTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].kind == TD_FIELD_HOLDER || table->fields[i].kind == TD_FIELD_PEOPLE
        || table->fields[i].kind == TD_FIELD_SCOPE)
      return TRUE;
  return FALSE;
}

/* How many rows of @table hold @id in @field. */
static gint64
count_references (TdTxn *txn, const TdTable *table, const TdField *field, TdId id)
{
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;

  if (table->id == TD_TABLE_ENTRIES)
    /* By way of the targets: the rows lie in the order of (target, unit, period). */
    sql = g_strdup (
        field->ref == TD_TABLE_TARGETS ? "SELECT count(*) FROM entry WHERE target = ?1"
        : field->ref == TD_TABLE_UNITS
            ? "SELECT count(*) FROM target g JOIN entry e ON e.target = g.id AND e.unit = ?1"
            : "SELECT count(*) FROM target g CROSS JOIN unit u"
              " JOIN entry e ON e.target = g.id AND e.unit = u.id AND e.period = ?1");
  else if (field->kind == TD_FIELD_PEOPLE || field->kind == TD_FIELD_SCOPE)
    sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE "
                           "instr(';' || replace(\"%s\", '-', '') || ';', ';' || ?1 || ';')",
                           table->sql, field->name);
  else
    sql =
        g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE \"%s\" = ?1", table->sql, field->name);
  stmt = td_conn_prepare (txn->conn, sql, NULL);
  if (stmt == NULL)
    return 0;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_step (stmt, NULL) ? td_stmt_get_number (stmt, 0) : 0;
}

static gboolean
may_refer (const TdField *field, TdTableId to)
{
  switch (field->kind)
    {
    case TD_FIELD_REF:
      return field->ref == to;
    case TD_FIELD_HOLDER:
      return to == TD_TABLE_UNITS || to == TD_TABLE_PEOPLE;
    case TD_FIELD_PEOPLE:
      return to == TD_TABLE_PEOPLE;
    case TD_FIELD_SCOPE:
      return to == TD_TABLE_UNITS || to == TD_TABLE_CATEGORIES;
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_DATE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_FLAG:
    case TD_FIELD_CHOICE:
    case TD_FIELD_STEPS:
    case TD_FIELD_JOURNAL:
    default:
      return FALSE;
    }
}

/* Rows that name the record in a column that is no field: those of a movement, a unit's memberships. */
static gint64
count_hidden_references (TdTxn *txn, const TdTable *table, TdTableId to, TdId id)
{
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;

  if (to == TD_TABLE_MOVEMENT && td_sql_has_movement (table))
    sql = g_strdup_printf ("SELECT count(*) FROM \"%s\" WHERE movement = ?1", table->sql);
  else if (to == TD_TABLE_MOVEMENT && table->id == TD_TABLE_UNITS)
    sql = g_strdup ("SELECT count(*) FROM " TD_MEMBERSHIP_SQL " WHERE movement = ?1");
  else if (to == TD_TABLE_UNITS && table->id == TD_TABLE_MOVEMENT)
    sql = g_strdup ("SELECT count(*) FROM " TD_MEMBERSHIP_SQL " WHERE unit = ?1");
  else
    return 0;
  stmt = td_conn_prepare (txn->conn, sql, NULL);
  if (stmt == NULL)
    return 0;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_step (stmt, NULL) ? td_stmt_get_number (stmt, 0) : 0;
}

/* In all fields of one table. */
static gint64
count_references_of (TdTxn *txn, const TdTable *other, TdTableId table, TdId id)
{
  gint64 n = count_hidden_references (txn, other, table, id);

  for (guint f = 0; f < other->n_fields; f++)
    if (may_refer (&other->fields[f], table))
      n += count_references (txn, other, &other->fields[f], id);
  return n;
}

gint64
td_integrity_count_references (TdTxn *txn, TdTableId table, TdId id, const TdTable **by)
{
  for (guint t = 0; t < TD_N_TABLES; t++)
    {
      const TdTable *other = td_table_get ((TdTableId) t);
      gint64 n = count_references_of (txn, other, table, id);

      if (n == 0)
        continue;
      if (by != NULL)
        *by = other;
      return n;
    }
  return 0;
}

static void
check_removed (TdTxn *txn, TdTableId table, TdId id)
{
  for (guint t = 0; t < TD_N_TABLES; t++)
    {
      const TdTable *other = td_table_get ((TdTableId) t);
      gint64 n = count_references_of (txn, other, table, id);

      if (n > 0)
        td_problems_add (txn->problems, td_table_get (table)->name,
                         g_dngettext (GETTEXT_PACKAGE,
                                      "cannot be removed: %lu record of “%s” still refers to it",
                                      "cannot be removed: %lu records of “%s” still refer to it",
                                      (gulong) n),
                         (gulong) n, _ (other->title));
    }
}

/* --- circles ------------------------------------------------------------------------------------ */

/* A chain of successors ends: no unit comes back to itself. */
static gboolean
check_circles (TdTxn *txn, GError **error)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (
      txn->conn, "SELECT id, successor FROM unit WHERE successor IS NOT NULL ORDER BY code", error);
  g_autoptr (GHashTable) next = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  /* In the order of the codes: the same file is told of in the same words every time. */
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (td_stmt_step (stmt, &failure))
    {
      TdId pair[2] = { td_stmt_get_number (stmt, 0), td_stmt_get_number (stmt, 1) };

      g_hash_table_insert (next, g_memdup2 (&pair[0], sizeof (TdId)),
                           g_memdup2 (&pair[1], sizeof (TdId)));
      g_array_append_val (starts, pair[0]);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < starts->len; i++)
    {
      const TdId *start = &g_array_index (starts, TdId, i);
      const TdId *at = g_hash_table_lookup (next, start);
      guint steps = 0;

      while (at != NULL && *at != *start && steps++ <= g_hash_table_size (next))
        at = g_hash_table_lookup (next, at);
      if (at != NULL && *at == *start)
        {
          g_autoptr (TdRecord) record =
              td_sql_get (txn->conn, TD_TABLE_UNITS, *start, TD_ID_NONE, NULL);

          if (record != NULL)
            add_problem (txn, record, TD_UNIT_SUCCESSOR,
                         g_strdup (_ ("the successors go in a circle back to this unit")));
        }
    }
  return TRUE;
}

/* --- records that stand on a changed record ----------------------------------------------------- */

static gboolean
check_rows (TdTxn *txn, TdTableId table, const char *rest, TdId id, GError **error)
{
  g_autofree char *sql = td_sql_select (td_table_get (table), rest);
  g_autoptr (TdStmt) stmt = td_conn_prepare (txn->conn, sql, error);
  g_autoptr (TdRecord) record = td_record_new (table, TD_ID_NONE);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, id);
  while (td_stmt_step (stmt, &failure))
    {
      td_sql_read (stmt, record);
      td_txn_check (txn, record, 0);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_dependents (TdTxn *txn, TdTableId table, TdId id, GError **error)
{
  if (table == TD_TABLE_TARGETS)
    return check_rows (txn, TD_TABLE_ENTRIES, "WHERE t.target = ?1", id, error);
  if (table == TD_TABLE_MOVEMENT)
    return check_rows (txn, TD_TABLE_TARGETS, "WHERE t.movement = ?1", id, error)
           && check_rows (txn, TD_TABLE_BANDS, "WHERE t.movement = ?1", id, error)
           && check_rows (txn, TD_TABLE_ADJUSTMENTS, "WHERE t.movement = ?1", id, error);
  return TRUE;
}

static gboolean
check_record (TdTxn *txn, TdTableId table, TdId id, gboolean own_rules, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TdRecord) record = td_sql_get (txn->conn, table, id, TD_ID_NONE, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record == NULL)
    return TRUE;
  /* A unit read without a movement shows no block; its membership has a rule of its own. */
  if (own_rules && table != TD_TABLE_UNITS)
    td_txn_check (txn, record, 0);
  check_loose_references (txn, record);
  return check_dependents (txn, table, id, error);
}

static gboolean
check_entries (TdTxn *txn, GArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TdChange *change = &g_array_index (entries, TdChange, i);
      g_autoptr (TdRecord) record =
          td_sql_get_entry (txn->conn, change->key[0], change->key[1], change->key[2], NULL);

      if (record == NULL)
        continue;
      td_txn_check (txn, record, 0);
      if (!has_id (txn, IS_UNIT, change->key[1]))
        add_problem (txn, record, TD_ENTRY_UNIT, g_strdup (_ ("there is no such unit")));
      if (!has_id (txn, "SELECT 1 FROM period WHERE id = ?", change->key[2]))
        add_problem (txn, record, TD_ENTRY_PERIOD, g_strdup (_ ("there is no such period")));
    }
  return TRUE;
}

static gboolean
check_table (TdTxn *txn, TdTableId id, const Touched *touched, GError **error)
{
  const TdTable *table = td_table_get (id);
  GArray *there = touched->added_or_edited[id], *gone = touched->removed[id];

  if (there->len == 0 && gone->len == 0)
    return TRUE;
  if (!check_unique (txn, table, there, error))
    return FALSE;
  if (has_loose_references (table) || touched->check_records || id == TD_TABLE_MOVEMENT)
    for (guint i = 0; i < there->len; i++)
      if (!check_record (txn, id, g_array_index (there, TdId, i), touched->check_records, error))
        return FALSE;
  for (guint i = 0; i < gone->len; i++)
    check_removed (txn, id, g_array_index (gone, TdId, i));
  return id != TD_TABLE_UNITS || check_circles (txn, error);
}

/* --- closed periods ----------------------------------------------------------------------------- */

static gboolean
load_sealed (TdTxn *txn, GHashTable *sealed, GError **error)
{
  g_autoptr (TdStmt) stmt =
      td_conn_prepare (txn->conn, "SELECT period FROM seal WHERE reopened_on IS NULL", error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (td_stmt_step (stmt, &failure))
    {
      TdId id = td_stmt_get_number (stmt, 0);

      g_hash_table_add (sealed, g_memdup2 (&id, sizeof id));
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
check_closed (TdTxn *txn, const Touched *touched)
{
  for (guint i = 0; i < touched->closed_entries->len; i++)
    {
      const TdChange *change = &g_array_index (touched->closed_entries, TdChange, i);
      g_autoptr (TdRecord) record = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);

      td_record_set_ref (record, TD_ENTRY_TARGET, change->key[0]);
      td_record_set_ref (record, TD_ENTRY_UNIT, change->key[1]);
      td_record_set_ref (record, TD_ENTRY_PERIOD, change->key[2]);
      add_problem (txn, record, TD_ENTRY_PERIOD,
                   g_strdup (_ ("this period is closed; reopen it with a reason first")));
    }
  if (touched->n_broken_seals > 0)
    td_problems_add (txn->problems, td_table_get (TD_TABLE_SEALS)->name, "%s",
                     _ ("the record of a closed period is not changed or taken back; reopen the "
                        "period with a reason"));
}

/* A whole table, for td_store_check(). */
gboolean
td_integrity_check_table (TdTxn *txn, TdTableId id, GError **error)
{
  const TdTable *table = td_table_get (id);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\"", table->sql);
  g_autoptr (TdStmt) stmt = td_conn_prepare (txn->conn, sql, error);

  if (stmt == NULL || !check_all_twins (txn, table, error))
    return FALSE;
  while (has_loose_references (table) && td_stmt_step (stmt, NULL))
    {
      g_autoptr (TdRecord) record =
          td_sql_get (txn->conn, id, td_stmt_get_number (stmt, 0), TD_ID_NONE, NULL);

      if (record != NULL)
        check_loose_references (txn, record);
    }
  return id != TD_TABLE_UNITS || check_circles (txn, error);
}

gboolean
td_integrity_check_changes (TdTxn *txn, gconstpointer data, gsize size, gboolean check_records,
                            GError **error)
{
  Touched touched = { txn, check_records };
  gboolean ok;

  touched.entries = g_array_new (FALSE, FALSE, sizeof (TdChange));
  touched.closed_entries = g_array_new (FALSE, FALSE, sizeof (TdChange));
  touched.sealed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      touched.added_or_edited[i] = g_array_new (FALSE, FALSE, sizeof (TdId));
      touched.removed[i] = g_array_new (FALSE, FALSE, sizeof (TdId));
    }
  ok = load_sealed (txn, touched.sealed, error)
       && td_changeset_foreach (data, size, note_row, &touched, error);
  for (guint i = 0; ok && i < TD_N_TABLES; i++)
    if (i != TD_TABLE_ENTRIES)
      ok = check_table (txn, (TdTableId) i, &touched, error);
  if (ok)
    ok = check_entries (txn, touched.entries, error);
  if (ok)
    check_closed (txn, &touched);

  g_array_unref (touched.entries);
  g_array_unref (touched.closed_entries);
  g_hash_table_unref (touched.sealed);
  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      g_array_unref (touched.added_or_edited[i]);
      g_array_unref (touched.removed[i]);
    }
  return ok;
}
