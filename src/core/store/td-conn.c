/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-conn.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* How long to wait for another process that is writing, in milliseconds. */
#define BUSY_TIMEOUT 5000

struct _TdConn
{
  sqlite3 *db;
  char *path;
  GHashTable *kept; /* SQL → TdStmt */
};

struct _TdStmt
{
  TdConn *conn;
  sqlite3_stmt *stmt;
  gboolean in_use;
  gboolean kept;
};

static void
free_stmt (gpointer data)
{
  TdStmt *self = data;

  sqlite3_finalize (self->stmt);
  g_free (self);
}

static TdError
error_code (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return TD_ERROR_BUSY;
    case SQLITE_READONLY:
      return TD_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return TD_ERROR_CORRUPT;
    case SQLITE_FULL:
      return TD_ERROR_NO_SPACE;
    case SQLITE_CONSTRAINT:
      return TD_ERROR_INVALID;
    default:
      return TD_ERROR_FAILED;
    }
}

static char *
error_words (TdConn *self, TdError code, const char *detail)
{
  g_autofree char *name = g_path_get_basename (self->path);

  switch (code)
    {
    case TD_ERROR_BUSY:
      return g_strdup_printf (_ ("“%s” is in use by another program; try again in a moment"), name);
    case TD_ERROR_READ_ONLY:
      return g_strdup_printf (_ ("“%s” cannot be written to; check the file's permissions"), name);
    case TD_ERROR_CORRUPT:
      return g_strdup_printf (_ ("“%s” is damaged or is not a Thi Đua file; open a backup copy"),
                              name);
    case TD_ERROR_NO_SPACE:
      return g_strdup_printf (_ ("the disk is full; nothing was written to “%s”"), name);
    case TD_ERROR_INVALID:
      return g_strdup_printf (_ ("the data file refused the change: %s"), detail);
    case TD_ERROR_NOT_FOUND:
    case TD_ERROR_CONFLICT:
    case TD_ERROR_NEWER:
    case TD_ERROR_OVERFLOW:
    case TD_ERROR_EXISTS:
    case TD_ERROR_USAGE:
    case TD_ERROR_FAILED:
    default:
      return g_strdup_printf (_ ("“%s” cannot be read or written: %s"), name, detail);
    }
}

void
td_conn_set_error (TdConn *self, const char *what, GError **error)
{
  int result = self->db != NULL ? sqlite3_extended_errcode (self->db) : SQLITE_CANTOPEN;
  const char *detail = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result);
  TdError code = error_code (result);
  g_autofree char *words = error_words (self, code, detail);

  g_debug ("%s: %s: %d %s", self->path, what, result, detail);
  g_set_error_literal (error, TD_ERROR, (int) code, words);
}

static void
fold_func (sqlite3_context *context, int n_args, sqlite3_value **args)
{
  const char *text = (const char *) sqlite3_value_text (args[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, td_text_fold (text), -1, g_free);
}

static int
collate_func (gpointer data, int a_length, gconstpointer a, int b_length, gconstpointer b)
{
  g_autofree char *x = g_strndup (a, (gsize) a_length);
  g_autofree char *y = g_strndup (b, (gsize) b_length);

  return td_text_collate (x, y);
}

TdConn *
td_conn_open (const char *path, gboolean read_only, gboolean create, GError **error)
{
  g_autoptr (TdConn) self = g_new0 (TdConn, 1);
  int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  if (create)
    flags |= SQLITE_OPEN_CREATE;
  self->path = g_strdup (path);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_stmt);
  if (sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL)
      != SQLITE_OK)
    {
      td_conn_set_error (self, "open", error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (sqlite3_create_function_v2 (self->db, "fold", 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                  fold_func, NULL, NULL, NULL)
          != SQLITE_OK
      || sqlite3_create_collation_v2 (self->db, "vi", SQLITE_UTF8, NULL, collate_func, NULL)
             != SQLITE_OK)
    {
      td_conn_set_error (self, "functions", error);
      return NULL;
    }
  /* The first statement that reads shows whether this is a database at all. */
  if (!td_conn_exec (self,
                     "PRAGMA foreign_keys = ON;"
                     "PRAGMA recursive_triggers = ON;"
                     "PRAGMA temp_store = MEMORY;"
                     "SELECT count(*) FROM sqlite_schema;",
                     error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_conn_close (TdConn *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->kept);
  sqlite3_close_v2 (self->db);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
td_conn_get_handle (TdConn *self)
{
  return self->db;
}

const char *
td_conn_get_path (TdConn *self)
{
  return self->path;
}

gboolean
td_conn_exec (TdConn *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  td_conn_set_error (self, sql, error);
  return FALSE;
}

gboolean
td_conn_get_number (TdConn *self, const char *sql, gint64 *out, GError **error)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (self, sql, error);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  if (!td_stmt_step (stmt, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, "no row");
      return FALSE;
    }
  *out = td_stmt_get_number (stmt, 0);
  return TRUE;
}

TdStmt *
td_conn_prepare (TdConn *self, const char *sql, GError **error)
{
  TdStmt *stmt = g_hash_table_lookup (self->kept, sql);
  gboolean known = stmt != NULL;

  if (known && !stmt->in_use)
    {
      stmt->in_use = TRUE;
      return stmt;
    }
  stmt = g_new0 (TdStmt, 1);
  stmt->conn = self;
  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt->stmt, NULL)
      != SQLITE_OK)
    {
      td_conn_set_error (self, sql, error);
      free_stmt (stmt);
      return NULL;
    }
  stmt->in_use = TRUE;
  /* Someone further up the stack is in the middle of the kept one: this is a twin, not kept. */
  stmt->kept = !known;
  if (stmt->kept)
    g_hash_table_insert (self->kept, g_strdup (sql), stmt);
  return stmt;
}

void
td_stmt_done (TdStmt *self)
{
  if (self == NULL)
    return;
  if (!self->kept)
    {
      free_stmt (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->in_use = FALSE;
}

void
td_stmt_bind_null (TdStmt *self, int index)
{
  sqlite3_bind_null (self->stmt, index);
}

void
td_stmt_bind_number (TdStmt *self, int index, gint64 number)
{
  sqlite3_bind_int64 (self->stmt, index, number);
}

void
td_stmt_bind_text (TdStmt *self, int index, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (self->stmt, index);
  else
    sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT);
}

void
td_stmt_bind_blob (TdStmt *self, int index, gconstpointer data, gsize size)
{
  sqlite3_bind_blob64 (self->stmt, index, data, size, SQLITE_STATIC);
}

gboolean
td_stmt_step (TdStmt *self, GError **error)
{
  int result = sqlite3_step (self->stmt);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    {
      td_conn_set_error (self->conn, sqlite3_sql (self->stmt), error);
      /* Reset at once, or the failure would be reported again when the statement is given back. */
      sqlite3_reset (self->stmt);
    }
  return FALSE;
}

gboolean
td_stmt_run (TdStmt *self, GError **error)
{
  int result = sqlite3_step (self->stmt);

  while (result == SQLITE_ROW)
    result = sqlite3_step (self->stmt);
  if (result != SQLITE_DONE)
    td_conn_set_error (self->conn, sqlite3_sql (self->stmt), error);
  td_stmt_done (self);
  return result == SQLITE_DONE;
}

void
td_stmt_reset (TdStmt *self)
{
  sqlite3_reset (self->stmt);
}

gboolean
td_stmt_is_null (TdStmt *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

gint64
td_stmt_get_number (TdStmt *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

gint64
td_stmt_get_number_or (TdStmt *self, int column, gint64 otherwise)
{
  gint64 number = sqlite3_column_int64 (self->stmt, column);

  /* NULL reads as 0: most numbers need no second look. */
  return number != 0 || !td_stmt_is_null (self, column) ? number : otherwise;
}

const char *
td_stmt_get_text (TdStmt *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

sqlite3_value *
td_stmt_get_value (TdStmt *self, int column)
{
  return sqlite3_column_value (self->stmt, column);
}

gconstpointer
td_stmt_get_blob (TdStmt *self, int column, gsize *size)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return data;
}
