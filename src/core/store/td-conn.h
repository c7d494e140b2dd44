/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A connection to the data file and its statements; private to the store. A connection belongs to
 * the thread that opened it. Statements are prepared once and kept; parameters are always bound.
 */
#pragma once

#include <sqlite3.h>

#include "base/td-error.h"

G_BEGIN_DECLS

typedef struct _TdConn TdConn;

/**
 * TdStmt:
 *
 * A statement in use. Give it back with td_stmt_done() (or g_autoptr), which resets it for the next
 * user; the connection keeps it.
 */
typedef struct _TdStmt TdStmt;

/* Opens @path; sets what every connection needs in one place. */
TdConn *td_conn_open (const char *path, gboolean read_only, gboolean create, GError **error);
void td_conn_close (TdConn *self);

sqlite3 *td_conn_get_handle (TdConn *self);
const char *td_conn_get_path (TdConn *self);

/* Runs @sql, which may be several statements. */
gboolean td_conn_exec (TdConn *self, const char *sql, GError **error);

/* The first column of the first row of @sql as a number. */
gboolean td_conn_get_number (TdConn *self, const char *sql, gint64 *out, GError **error);

/* Turns the connection's last failure into a GError; @what says what was being done, for the log. */
void td_conn_set_error (TdConn *self, const char *what, GError **error);

/* Prepares @sql, or takes it from the kept ones. %NULL with @error set when it cannot be. */
TdStmt *td_conn_prepare (TdConn *self, const char *sql, GError **error);
void td_stmt_done (TdStmt *self);

/* Parameters count from 1. Binding cannot fail but for memory, which GLib's rule turns into an end. */
void td_stmt_bind_null (TdStmt *self, int index);
void td_stmt_bind_number (TdStmt *self, int index, gint64 number);
/* %NULL binds NULL. The text is copied. */
void td_stmt_bind_text (TdStmt *self, int index, const char *text);
/* The bytes must live until td_stmt_done(). */
void td_stmt_bind_blob (TdStmt *self, int index, gconstpointer data, gsize size);

/* TRUE when there is a row; FALSE at the end, or with @error set. */
gboolean td_stmt_step (TdStmt *self, GError **error);
/* Steps a statement that gives no rows and gives it back. */
gboolean td_stmt_run (TdStmt *self, GError **error);
/* Starts the statement over, keeping what is bound. */
void td_stmt_reset (TdStmt *self);

gboolean td_stmt_is_null (TdStmt *self, int column);
gint64 td_stmt_get_number (TdStmt *self, int column);
/* The same, and @otherwise of a column that is NULL. */
gint64 td_stmt_get_number_or (TdStmt *self, int column, gint64 otherwise);
/* (transfer none) (nullable): valid until the next step. */
const char *td_stmt_get_text (TdStmt *self, int column);
/* (transfer none): valid until the next step. */
sqlite3_value *td_stmt_get_value (TdStmt *self, int column);
gconstpointer td_stmt_get_blob (TdStmt *self, int column, gsize *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdConn, td_conn_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdStmt, td_stmt_done)

G_END_DECLS
