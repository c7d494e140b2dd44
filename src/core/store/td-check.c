/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is the whole file right? The same rules as at the door, on every record, and a few oddities. */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TdTxn txn;
} Checker;

static gboolean
check_file (TdStore *self, TdProblems *problems, GError **error)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, "PRAGMA integrity_check (100)", error);
  g_autoptr (TdStmt) references = NULL;

  if (stmt == NULL)
    return FALSE;
  while (td_stmt_step (stmt, NULL))
    if (g_strcmp0 (td_stmt_get_text (stmt, 0), "ok") != 0)
      td_problems_add (problems, td_store_get_path (self), _ ("the file is damaged: %s"),
                       td_stmt_get_text (stmt, 0));
  references = td_conn_prepare (self->reader, "PRAGMA foreign_key_check", error);
  if (references == NULL)
    return FALSE;
  while (td_stmt_step (references, NULL))
    td_problems_add (problems, td_stmt_get_text (references, 0),
                     _ ("a record refers to one of “%s” that is not there"),
                     td_stmt_get_text (references, 2));
  return TRUE;
}

static gboolean
check_record (const TdRecord *record, gpointer data)
{
  Checker *checker = data;

  td_txn_check (&checker->txn, record, 0);
  return TRUE;
}

static void
warn_about_rows (TdStore *self, TdProblems *problems, const char *sql, TdId movement,
                 const char *table, const char *column, const char *what)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, sql, NULL);

  if (stmt == NULL)
    return;
  td_stmt_bind_number (stmt, 1, movement);
  while (td_stmt_step (stmt, NULL))
    {
      g_autofree char *where =
          g_strdup_printf ("%s:%s:%s", table, td_stmt_get_text (stmt, 0), column);

      td_problems_warn (problems, where, "%s", what);
    }
}

static void
warn_about_entries (TdProblems *problems, const TdMovement *movement)
{
  guint64 last = G_MAXUINT64;

  for (guint i = 0; i < movement->entries->len; i++)
    {
      const TdEntry *entry = td_movement_entry (movement, i);
      guint64 cell = ((guint64) entry->target << 32) | entry->unit;

      if (cell == last)
        continue;
      last = cell;
      if (!td_movement_applies (movement, entry->target, entry->unit))
        {
          g_autofree char *where = g_strdup_printf (
              "entries:%s/%s:target", td_movement_unit (movement, entry->unit)->code,
              td_movement_target (movement, entry->target)->code);

          td_problems_warn (problems, where, "%s",
                            _ ("the target does not apply to this unit; the figures do not count"));
        }
    }
}

static gboolean
check_movement (TdStore *self, Checker *checker, TdId movement, GError **error)
{
  g_autoptr (TdMovement) data = NULL;

  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      const TdTable *table = td_table_get ((TdTableId) i);

      if (table->scope != TD_SCOPE_OFFICE || table->id == TD_TABLE_UNITS)
        if (!td_store_foreach (self, table->id, movement, check_record, checker, error))
          return FALSE;
    }
  warn_about_rows (self, checker->txn.problems,
                   "SELECT u.code FROM unit u JOIN membership m ON m.unit = u.id"
                   " WHERE m.movement = ?1 AND u.successor IS NOT NULL AND u.closed IS NULL"
                   " ORDER BY u.code",
                   movement, "units", "successor",
                   _ ("has a successor but no closing date; nothing passes on until it closes"));
  warn_about_rows (self, checker->txn.problems,
                   "SELECT code FROM target WHERE movement = ?1 AND rule = 'linear'"
                   " AND CASE WHEN direction = 'lower' THEN floor < goal"
                   "     ELSE coalesce (floor, 0) > goal END ORDER BY code",
                   movement, "targets", "floor",
                   _ ("floor and goal point against the direction; is this meant?"));
  data = td_store_load_movement (self, movement, error);
  if (data == NULL)
    return FALSE;
  warn_about_entries (checker->txn.problems, data);
  return TRUE;
}

/* Everything of the file as one big change: the rules between records. */
static gboolean
check_between_records (TdStore *self, TdTxn *txn, GError **error)
{
  for (guint i = 0; i < TD_N_TABLES; i++)
    if (i != TD_TABLE_ENTRIES && !td_integrity_check_table (txn, (TdTableId) i, error))
      return FALSE;
  return TRUE;
}

gboolean
td_store_check (TdStore *self, TdProblems *problems, GError **error)
{
  Checker checker = { 0 };
  g_autoptr (GPtrArray) movements = NULL;
  gboolean ok;

  if (!check_file (self, problems, error))
    return FALSE;
  movements = td_store_load (self, TD_TABLE_MOVEMENT, TD_ID_NONE, error);
  if (movements == NULL)
    return FALSE;
  td_txn_init (&checker.txn, self, self->reader, problems);
  ok = check_between_records (self, &checker.txn, error);
  for (guint i = 0; ok && i < TD_N_TABLES; i++)
    {
      const TdTable *table = td_table_get ((TdTableId) i);

      if (table->scope == TD_SCOPE_OFFICE && table->id != TD_TABLE_UNITS)
        ok = td_store_foreach (self, table->id, TD_ID_NONE, check_record, &checker, error);
    }
  for (guint i = 0; ok && i < movements->len; i++)
    {
      const TdRecord *movement = g_ptr_array_index (movements, i);

      ok = check_movement (self, &checker, movement->id, error);
    }
  td_txn_clear (&checker.txn);
  return ok;
}
