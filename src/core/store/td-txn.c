/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a callback inside the door may do: put, delete, look. */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

#include "model/td-rules.h"

/* What the rules of entries need to know of a target. */
typedef struct
{
  TdKind kind;
  TdDecimal max_points;
} TargetFacts;

void
td_txn_init (TdTxn *self, TdStore *store, TdConn *conn, TdProblems *problems)
{
  *self = (TdTxn){ .store = store, .conn = conn, .problems = problems };
  self->decimals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->targets = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

void
td_txn_clear (TdTxn *self)
{
  g_hash_table_unref (self->decimals);
  g_hash_table_unref (self->targets);
}

TdProblems *
td_txn_get_problems (TdTxn *self)
{
  return self->problems;
}

void
td_txn_set_where (TdTxn *self, TdWhereFunc func, gpointer data)
{
  self->where = func;
  self->where_data = data;
}

TdId
td_txn_new_id (TdTxn *self)
{
  return td_id_source_next (&self->store->ids);
}

/* --- places ------------------------------------------------------------------------------------- */

static char *
code_of (TdTxn *self, const char *sql, TdId id)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->conn, sql, NULL);

  if (stmt == NULL)
    return g_strdup ("?");
  td_stmt_bind_number (stmt, 1, id);
  return g_strdup (td_stmt_step (stmt, NULL) ? td_stmt_get_text (stmt, 0) : "?");
}

char *
td_txn_where (TdTxn *self, const TdRecord *record, int field)
{
  const TdTable *table = record->table;
  const char *column = field >= 0 ? table->fields[field].name : "*";

  if (self->where != NULL)
    {
      char *where = self->where (record, field, self->where_data);

      if (where != NULL)
        return where;
    }
  if (table->id == TD_TABLE_ENTRIES)
    {
      g_autofree char *unit = code_of (self, "SELECT code FROM unit WHERE id = ?",
                                       td_record_get_ref (record, TD_ENTRY_UNIT));
      g_autofree char *target = code_of (self, "SELECT code FROM target WHERE id = ?",
                                         td_record_get_ref (record, TD_ENTRY_TARGET));
      g_autofree char *period = code_of (self, "SELECT code FROM period WHERE id = ?",
                                         td_record_get_ref (record, TD_ENTRY_PERIOD));

      return g_strdup_printf ("%s:%s/%s/%s:%s", table->name, unit, target, period, column);
    }
  return g_strdup_printf ("%s:%s:%s", table->name, td_record_get_text (record, 0), column);
}

/* --- rules -------------------------------------------------------------------------------------- */

static guint
movement_decimals (TdTxn *self, TdId movement)
{
  gpointer found;
  g_autoptr (TdStmt) stmt = NULL;
  guint decimals = TD_DECIMAL_DIGITS;

  if (g_hash_table_lookup_extended (self->decimals, &movement, NULL, &found))
    return GPOINTER_TO_UINT (found);
  stmt = td_conn_prepare (self->conn, "SELECT decimals FROM movement WHERE id = ?", NULL);
  if (stmt != NULL)
    {
      td_stmt_bind_number (stmt, 1, movement);
      if (td_stmt_step (stmt, NULL))
        decimals = (guint) td_stmt_get_number (stmt, 0);
    }
  g_hash_table_insert (self->decimals, g_memdup2 (&movement, sizeof movement),
                       GUINT_TO_POINTER (decimals));
  return decimals;
}

/* %NULL when there is no such target. */
static const TargetFacts *
target_facts (TdTxn *self, TdId target)
{
  TargetFacts *facts = g_hash_table_lookup (self->targets, &target);
  g_autoptr (TdRecord) record = NULL;

  if (facts != NULL)
    return facts;
  record = td_sql_get (self->conn, TD_TABLE_TARGETS, target, TD_ID_NONE, NULL);
  if (record == NULL)
    return NULL;
  facts = g_new0 (TargetFacts, 1);
  facts->kind = (TdKind) td_record_get_number (record, TD_TARGET_KIND, TD_KIND_RATIO);
  facts->max_points = td_record_get_decimal (record, TD_TARGET_MAX_POINTS);
  g_hash_table_insert (self->targets, g_memdup2 (&target, sizeof target), facts);
  return facts;
}

typedef struct
{
  TdTxn *txn;
  const TdRecord *record;
  guint64 silent; /* bits of fields about which all is said */
} FaultPlace;

static void
fault_cb (int field, const char *what, gpointer data)
{
  FaultPlace *place = data;

  if (field >= 0 && (place->silent & (G_GUINT64_CONSTANT (1) << field)) != 0)
    return;
  td_problems_take (place->txn->problems, td_txn_where (place->txn, place->record, field),
                    g_strdup (what), FALSE);
}

void
td_txn_check (TdTxn *self, const TdRecord *record, guint64 silent)
{
  TdRuleContext context = { TD_DECIMAL_DIGITS, TD_KIND_RATIO, 0 };
  FaultPlace place = { self, record, silent };

  if (record->table->id == TD_TABLE_ENTRIES)
    {
      const TargetFacts *facts = target_facts (self, td_record_get_ref (record, TD_ENTRY_TARGET));

      if (facts == NULL)
        {
          fault_cb (TD_ENTRY_TARGET, _ ("there is no such target"), &place);
          return;
        }
      context.kind = facts->kind;
      context.max_points = facts->max_points;
    }
  else if (td_sql_has_movement (record->table))
    context.decimals = movement_decimals (self, record->movement);
  td_record_check (record, &context, fault_cb, &place);
}

/* --- writing ------------------------------------------------------------------------------------ */

static gboolean
is_complete (const TdRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];

      if ((field->flags & TD_FIELD_REQUIRED) && (field->flags & TD_FIELD_MEMBERSHIP) == 0
          && record->values[i].type == TD_VALUE_NONE)
        return FALSE;
      /* A code nobody looked up would be stored as text where an id belongs. */
      if ((field->kind == TD_FIELD_REF || field->kind == TD_FIELD_HOLDER)
          && record->values[i].type == TD_VALUE_TEXT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_row (TdTxn *self, const char *sql, TdId id)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->conn, sql, NULL);

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_step (stmt, NULL);
}

static gboolean
fields_differ (const TdRecord *a, const TdRecord *b, int first, int last)
{
  for (int i = first; i <= last; i++)
    if (!td_value_equal (&a->values[i], &b->values[i]))
      return TRUE;
  return FALSE;
}

/* Which write reported an entry's figures, and which appraised them: for explanations. */
static void
sign_entry (TdTxn *self, TdRecord *record)
{
  g_autoptr (TdRecord) before = td_sql_get_entry (
      self->conn, td_record_get_ref (record, TD_ENTRY_TARGET),
      td_record_get_ref (record, TD_ENTRY_UNIT), td_record_get_ref (record, TD_ENTRY_PERIOD), NULL);
  gint64 state = td_record_get_number (record, TD_ENTRY_STATE, TD_ENTRY_DRAFT);
  gboolean appraised =
      state == TD_ENTRY_ACCEPTED || state == TD_ENTRY_CORRECTED || state == TD_ENTRY_REJECTED;

  if (before != NULL)
    {
      td_value_copy (&record->values[TD_ENTRY_REPORTED_IN], &before->values[TD_ENTRY_REPORTED_IN]);
      td_value_copy (&record->values[TD_ENTRY_APPRAISED_IN],
                     &before->values[TD_ENTRY_APPRAISED_IN]);
    }
  if (before == NULL || fields_differ (record, before, TD_ENTRY_DONE, TD_ENTRY_POINTS))
    td_record_set_ref (record, TD_ENTRY_REPORTED_IN, self->journal);
  if (!appraised)
    td_record_set_blank (record, TD_ENTRY_APPRAISED_IN);
  else if (before == NULL
           || fields_differ (record, before, TD_ENTRY_STATE, TD_ENTRY_APPRAISED_POINTS))
    td_record_set_ref (record, TD_ENTRY_APPRAISED_IN, self->journal);
}

gboolean
td_txn_put (TdTxn *self, TdRecord *record, GError **error)
{
  guint before = td_problems_get_n_errors (self->problems);

  if (record->table->id != TD_TABLE_ENTRIES && record->id == TD_ID_NONE)
    record->id = td_txn_new_id (self);
  td_txn_check (self, record, 0);
  if (record->table->id == TD_TABLE_ENTRIES)
    {
      FaultPlace place = { self, record, 0 };

      if (!has_row (self, "SELECT 1 FROM unit WHERE id = ?",
                    td_record_get_ref (record, TD_ENTRY_UNIT)))
        fault_cb (TD_ENTRY_UNIT, _ ("there is no such unit"), &place);
      if (!has_row (self, "SELECT 1 FROM period WHERE id = ?",
                    td_record_get_ref (record, TD_ENTRY_PERIOD)))
        fault_cb (TD_ENTRY_PERIOD, _ ("there is no such period"), &place);
    }
  /* With a fault the write is lost, but it goes on, to find the other faults too. */
  if (td_problems_get_n_errors (self->problems) > before && !is_complete (record))
    return TRUE;
  if (record->table->id == TD_TABLE_MOVEMENT)
    g_hash_table_remove (self->decimals, &record->id);
  if (record->table->id == TD_TABLE_TARGETS)
    g_hash_table_remove (self->targets, &record->id);
  if (record->table->id == TD_TABLE_ENTRIES)
    sign_entry (self, record);
  if (td_problems_get_n_errors (self->problems) > before)
    return td_conn_exec (self->conn, "SAVEPOINT faulty", error)
           && (td_sql_put (self->conn, record, NULL)
                   ? td_conn_exec (self->conn, "RELEASE faulty", error)
                   : td_conn_exec (self->conn, "ROLLBACK TO faulty; RELEASE faulty", error));
  return td_sql_put (self->conn, record, error);
}

gboolean
td_txn_delete (TdTxn *self, TdTableId table, TdId id, GError **error)
{
  const TdTable *description = td_table_get (table);
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", description->sql);
  TdStmt *stmt;

  g_return_val_if_fail (table != TD_TABLE_ENTRIES, FALSE);

  if (table == TD_TABLE_UNITS)
    {
      stmt = td_conn_prepare (self->conn, "DELETE FROM membership WHERE unit = ?", error);
      if (stmt == NULL)
        return FALSE;
      td_stmt_bind_number (stmt, 1, id);
      if (!td_stmt_run (stmt, error))
        return FALSE;
    }
  stmt = td_conn_prepare (self->conn, sql, error);
  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_run (stmt, error);
}

gboolean
td_txn_delete_entry (TdTxn *self, TdId target, TdId unit, TdId period, GError **error)
{
  TdStmt *stmt = td_conn_prepare (
      self->conn, "DELETE FROM entry WHERE target = ? AND unit = ? AND period = ?", error);

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, target);
  td_stmt_bind_number (stmt, 2, unit);
  td_stmt_bind_number (stmt, 3, period);
  return td_stmt_run (stmt, error);
}

gboolean
td_txn_delete_membership (TdTxn *self, TdId movement, TdId unit, GError **error)
{
  TdStmt *stmt =
      td_conn_prepare (self->conn, "DELETE FROM membership WHERE movement = ? AND unit = ?", error);

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, movement);
  td_stmt_bind_number (stmt, 2, unit);
  return td_stmt_run (stmt, error);
}

/* --- looking ------------------------------------------------------------------------------------ */

TdRecord *
td_txn_get (TdTxn *self, TdTableId table, TdId id, TdId movement, GError **error)
{
  return td_sql_get (self->conn, table, id, movement, error);
}

TdRecord *
td_txn_get_entry (TdTxn *self, TdId target, TdId unit, TdId period)
{
  return td_sql_get_entry (self->conn, target, unit, period, NULL);
}

TdId
td_txn_find (TdTxn *self, TdTableId table, TdId movement, const char *code)
{
  return td_sql_find (self->conn, table, movement, code);
}

TdId
td_txn_find_twin (TdTxn *self, const TdRecord *record)
{
  return td_sql_find_twin (self->conn, record);
}

TdId
td_txn_resolve_movement (TdTxn *self, GError **error)
{
  return td_sql_resolve_movement (self->conn, NULL, error);
}

/* One text field of all records of a table. */
static void
foreach_text (TdTxn *self, TdTableId table, int field, TdId movement, TdCodeNoteFunc func,
              gpointer data)
{
  const TdTable *description = td_table_get (table);
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;

  sql = g_strdup_printf ("SELECT \"%s\", id FROM \"%s\"%s", description->fields[field].name,
                         description->sql,
                         td_sql_has_movement (description) ? " WHERE movement = ?1" : "");
  stmt = td_conn_prepare (self->conn, sql, NULL);
  if (stmt == NULL)
    return;
  if (td_sql_has_movement (description))
    td_stmt_bind_number (stmt, 1, movement);
  while (td_stmt_step (stmt, NULL))
    if (!td_stmt_is_null (stmt, 0)
        && !func (td_stmt_get_text (stmt, 0), td_stmt_get_number (stmt, 1), data))
      return;
}

void
td_txn_foreach_code (TdTxn *self, TdTableId table, TdId movement, TdCodeNoteFunc func,
                     gpointer data)
{
  foreach_text (self, table, 0, movement, func, data);
}

void
td_txn_foreach_name (TdTxn *self, TdTableId table, TdId movement, TdCodeNoteFunc func,
                     gpointer data)
{
  foreach_text (self, table, td_table_naming_field (td_table_get (table)), movement, func, data);
}
