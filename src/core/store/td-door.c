/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one door for writes, and the undo and redo that come out of it. A session of SQLite records
 * every row before and after; its changeset is committed in the journal together with the rows.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

/* What is to be written in the journal beside the changes. */
typedef struct
{
  const char *label;
  TdJournalKind kind;
  TdId of;
  gboolean check_records; /* rows came from the past, not through td_txn_put() */
} Entry;

static gboolean
attach_tables (sqlite3_session *session)
{
  for (guint i = 0; i < TD_N_TABLES; i++)
    if (sqlite3session_attach (session, td_table_get ((TdTableId) i)->sql) != SQLITE_OK)
      return FALSE;
  return sqlite3session_attach (session, TD_MEMBERSHIP_SQL) == SQLITE_OK;
}

static gboolean
write_journal (TdStore *self, TdId id, const Entry *entry, gconstpointer data, gsize length,
               guint n_rows, GError **error)
{
  TdStmt *stmt;
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  g_autoptr (GBytes) packed = NULL;
  gint64 size;

  stmt =
      td_conn_prepare (self->writer,
                       "INSERT INTO journal (id, at, who, label, kind, of, n_rows, size, changes) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       error);
  if (stmt == NULL)
    return FALSE;
  packed = td_changeset_pack (data, length, &size);
  td_stmt_bind_number (stmt, 1, id);
  td_stmt_bind_text (stmt, 2, at);
  td_stmt_bind_text (stmt, 3, td_store_get_operator (self));
  td_stmt_bind_text (stmt, 4, entry->label);
  td_stmt_bind_number (stmt, 5, entry->kind);
  if (entry->of != TD_ID_NONE)
    td_stmt_bind_number (stmt, 6, entry->of);
  td_stmt_bind_number (stmt, 7, n_rows);
  if (size >= 0)
    td_stmt_bind_number (stmt, 8, size);
  td_stmt_bind_blob (stmt, 9, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  return td_stmt_run (stmt, error);
}

/* Inside the transaction: the work, its checks and its journal row. FALSE: roll back. */
static gboolean
do_write (TdStore *self, TdTxn *txn, const Entry *entry, TdWriteFunc func, gpointer data,
          TdChanges **changes, GError **error)
{
  sqlite3_session *session = NULL;
  void *set = NULL;
  int size = 0, result;
  gboolean ok;

  if (sqlite3session_create (td_conn_get_handle (self->writer), "main", &session) != SQLITE_OK
      || !attach_tables (session))
    {
      td_conn_set_error (self->writer, "session", error);
      sqlite3session_delete (session);
      return FALSE;
    }
  ok = func (txn, data, error);
  if (ok && (result = sqlite3session_changeset (session, &size, &set)) != SQLITE_OK)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, "changeset: %s", sqlite3_errstr (result));
      ok = FALSE;
    }
  sqlite3session_delete (session);

  if (ok && size > 0)
    ok = td_integrity_check_changes (txn, set, (gsize) size, entry->check_records, error);
  if (ok && td_problems_get_n_errors (txn->problems) > 0)
    ok = td_problems_fail (txn->problems, error);
  if (ok && size > 0)
    {
      *changes = td_changes_from_changeset (set, (gsize) size, error);
      ok = *changes != NULL
           && write_journal (self, txn->journal, entry, set, (gsize) size, (*changes)->items->len,
                             error);
    }
  sqlite3_free (set);
  return ok;
}

static gboolean
pass_door (TdStore *self, const Entry *entry, TdWriteMode mode, TdWriteFunc func, gpointer data,
           TdProblems *problems, GError **error)
{
  g_autoptr (TdProblems) own = NULL;
  g_autoptr (TdChanges) changes = NULL;
  TdTxn txn;
  gboolean ok;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_READ_ONLY,
                           _ ("this file is open for looking only; nothing can be changed in it"));
      return FALSE;
    }
  if (!g_mutex_trylock (&self->door))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_BUSY,
                           _ ("another change is being written; try again when it is done"));
      return FALSE;
    }
  if (problems == NULL)
    problems = own = td_problems_new ();
  td_txn_init (&txn, self, self->writer, problems);
  txn.journal = td_id_source_next (&self->ids);

  ok = td_conn_exec (self->writer, "BEGIN IMMEDIATE", error);
  if (ok)
    {
      ok = do_write (self, &txn, entry, func, data, &changes, error);
      /* A COMMIT that fails (a full disk, a broken reference) is an error like any other. */
      if (ok && mode == TD_WRITE_COMMIT && changes != NULL)
        ok = td_conn_exec (self->writer, "COMMIT", error);
      if (!ok || mode == TD_WRITE_DRY_RUN || changes == NULL)
        td_conn_exec (self->writer, "ROLLBACK", NULL);
    }
  td_txn_clear (&txn);
  g_mutex_unlock (&self->door);

  if (ok && mode == TD_WRITE_COMMIT && changes != NULL)
    td_store_notify_changes (self, g_steal_pointer (&changes));
  return ok;
}

gboolean
td_store_write (TdStore *self, const char *label, TdWriteMode mode, TdWriteFunc func, gpointer data,
                TdProblems *problems, GError **error)
{
  Entry entry = { label, TD_JOURNAL_DO, TD_ID_NONE, FALSE };

  g_return_val_if_fail (TD_IS_STORE (self) && label != NULL && func != NULL, FALSE);
  return pass_door (self, &entry, mode, func, data, problems, error);
}

/* --- undo and redo ------------------------------------------------------------------------------ */

/* A change counts as taken back when the last thing done about it was an undo. */
#define IS_UNDONE                                                                                  \
  "coalesce((SELECT u.kind = 1 FROM journal u WHERE u.of = j.id ORDER BY u.id DESC LIMIT 1), 0)"

typedef struct
{
  GBytes *changes;
  gboolean invert;
  TdConflictPolicy policy;
  TdProblems *conflicts;
} Replay;

static gboolean
replay_func (TdTxn *txn, gpointer data, GError **error)
{
  const Replay *replay = data;

  return td_replay (txn, replay->changes, replay->invert, replay->policy, replay->conflicts, error);
}

/* The journal row undo (redo) takes when none is named. */
static TdId
find_last (TdConn *conn, gboolean undo)
{
  const char *sql =
      undo ? "SELECT j.id FROM journal j WHERE j.kind = 0 AND NOT " IS_UNDONE
             " ORDER BY j.id DESC LIMIT 1"
           : "SELECT j.id FROM journal j, journal b"
             " WHERE b.of = j.id AND b.kind = 1 AND " IS_UNDONE
             " AND NOT EXISTS (SELECT 1 FROM journal l WHERE l.kind = 0 AND l.id > b.id)"
             " ORDER BY b.id DESC LIMIT 1";
  gint64 id = TD_ID_NONE;

  td_conn_get_number (conn, sql, &id, NULL);
  return id;
}

static GBytes *
load_changes (TdConn *conn, TdId journal, gboolean undo, char **label, GError **error)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (conn,
                                             "SELECT j.label, j.size, j.changes, " IS_UNDONE
                                             " FROM journal j WHERE j.id = ? AND j.kind = 0",
                                             error);
  gconstpointer data;
  gsize length;

  if (stmt == NULL)
    return NULL;
  td_stmt_bind_number (stmt, 1, journal);
  if (!td_stmt_step (stmt, NULL))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                           undo ? _ ("there is nothing to undo") : _ ("there is nothing to redo"));
      return NULL;
    }
  if ((td_stmt_get_number (stmt, 3) != 0) == undo)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   undo ? _ ("“%s” is undone already") : _ ("“%s” is not undone"),
                   td_stmt_get_text (stmt, 0));
      return NULL;
    }
  *label = g_strdup (td_stmt_get_text (stmt, 0));
  data = td_stmt_get_blob (stmt, 2, &length);
  return td_changeset_unpack (data, length,
                              td_stmt_is_null (stmt, 1) ? -1 : td_stmt_get_number (stmt, 1), error);
}

static gboolean
replay_change (TdStore *self, TdId journal, gboolean undo, TdConflictPolicy policy,
               TdProblems *conflicts, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *full = NULL;
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  Replay replay = { NULL, undo, policy, conflicts };
  Entry entry = { NULL, undo ? TD_JOURNAL_UNDO : TD_JOURNAL_REDO, TD_ID_NONE, TRUE };

  if (self->writer == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_READ_ONLY,
                           _ ("this file is open for looking only; nothing can be changed in it"));
      return FALSE;
    }
  if (journal == TD_ID_NONE)
    journal = find_last (self->writer, undo);
  changes = load_changes (self->writer, journal, undo, &label, error);
  if (changes == NULL)
    return FALSE;
  replay.changes = changes;
  full = g_strdup_printf (undo ? _ ("Undo: %s") : _ ("Redo: %s"), label);
  entry.label = full;
  entry.of = journal;
  return pass_door (self, &entry, TD_WRITE_COMMIT, replay_func, &replay, problems, error);
}

gboolean
td_store_undo (TdStore *self, TdId journal, TdConflictPolicy policy, TdProblems *conflicts,
               GError **error)
{
  return replay_change (self, journal, TRUE, policy, conflicts, error);
}

gboolean
td_store_redo (TdStore *self, TdId journal, TdConflictPolicy policy, TdProblems *conflicts,
               GError **error)
{
  return replay_change (self, journal, FALSE, policy, conflicts, error);
}

static char *
last_label (TdStore *self, gboolean undo)
{
  TdId journal = self->reader != NULL ? find_last (self->reader, undo) : TD_ID_NONE;
  g_autoptr (TdStmt) stmt = NULL;

  if (journal == TD_ID_NONE || self->writer == NULL)
    return NULL;
  stmt = td_conn_prepare (self->reader, "SELECT label FROM journal WHERE id = ?", NULL);
  if (stmt == NULL)
    return NULL;
  td_stmt_bind_number (stmt, 1, journal);
  return td_stmt_step (stmt, NULL) ? g_strdup (td_stmt_get_text (stmt, 0)) : NULL;
}

char *
td_store_get_undo_label (TdStore *self)
{
  return last_label (self, TRUE);
}

char *
td_store_get_redo_label (TdStore *self)
{
  return last_label (self, FALSE);
}

/* --- the journal -------------------------------------------------------------------------------- */

void
td_journal_row_free (TdJournalRow *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->who);
  g_free (self->label);
  g_free (self);
}

#define JOURNAL_COLUMNS                                                                            \
  "SELECT j.id, j.at, j.who, j.label, j.kind, j.of, j.n_rows, j.kind = 0 AND " IS_UNDONE           \
  " FROM journal j "

static TdJournalRow *
read_journal_row (TdStmt *stmt)
{
  TdJournalRow *row = g_new0 (TdJournalRow, 1);

  row->id = td_stmt_get_number (stmt, 0);
  row->at = g_strdup (td_stmt_get_text (stmt, 1));
  row->who = g_strdup (td_stmt_get_text (stmt, 2));
  row->label = g_strdup (td_stmt_get_text (stmt, 3));
  row->kind = (TdJournalKind) td_stmt_get_number (stmt, 4);
  row->of = td_stmt_get_number (stmt, 5);
  row->n_rows = td_stmt_get_number (stmt, 6);
  row->undone = td_stmt_get_number (stmt, 7) != 0;
  return row;
}

TdJournalRow *
td_store_get_journal_row (TdStore *self, TdId id)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, JOURNAL_COLUMNS "WHERE j.id = ?", NULL);

  if (stmt == NULL)
    return NULL;
  td_stmt_bind_number (stmt, 1, id);
  return td_stmt_step (stmt, NULL) ? read_journal_row (stmt) : NULL;
}

GPtrArray *
td_store_load_journal (TdStore *self, TdId before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) td_journal_row_free);
  g_autoptr (TdStmt) stmt = td_conn_prepare (
      self->reader, JOURNAL_COLUMNS "WHERE ?1 = 0 OR j.id < ?1 ORDER BY j.id DESC LIMIT ?2", error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return NULL;
  td_stmt_bind_number (stmt, 1, before);
  td_stmt_bind_number (stmt, 2, limit == 0 ? -1 : (gint64) limit);
  while (td_stmt_step (stmt, &failure))
    g_ptr_array_add (rows, read_journal_row (stmt));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return g_steal_pointer (&rows);
}
