/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store's own files share. */
#pragma once

#include "base/td-id.h"
#include "store/td-conn.h"
#include "store/td-store.h"

G_BEGIN_DECLS

/* "ThDu", in the file's header. */
#define TD_APPLICATION_ID 0x54684475
/* The newest form of the data file this program knows: the last file in data/sql. */
#define TD_SCHEMA_VERSION 3

/* The table beside the described ones: a unit's block in a movement. */
#define TD_MEMBERSHIP_SQL "membership"

typedef struct _TdLock TdLock;

struct _TdStore
{
  GObject parent_instance;

  char *path;
  char *operator_name; /* nullable */
  TdLock *lock;        /* nullable: read-only */
  GThread *thread;     /* where it was opened, and where notices go */
  GMainContext *context;

  TdConn *reader; /* the opening thread only */
  TdConn *writer; /* nullable; whoever is inside the door */
  GMutex door;    /* held inside the door */

  /* Inside the door only. */
  TdIdSource ids;

  /* The opening thread only: id → name, forgotten when a named record changes. */
  GHashTable *names;
  gint64 data_version;
};

struct _TdTxn
{
  TdStore *store;
  TdConn *conn;
  TdProblems *problems;
  TdId journal; /* the row that this write will be; TD_ID_NONE outside the door */
  TdWhereFunc where;
  gpointer where_data;
  /* Context of rules, found once a write: movement id → decimals; target id → TargetFacts. */
  GHashTable *decimals;
  GHashTable *targets;
};

/* td-lock.c: who writes. %NULL with TD_ERROR_BUSY and words about who has it. */
TdLock *td_lock_take (const char *path, const char *who, GError **error);
void td_lock_release (TdLock *self);

/* td-migrate.c */
gboolean td_migrate (TdConn *conn, guint from, GError **error);
/* Runs the steps up to @to, for tests and for making frozen files. */
gboolean td_migrate_to (TdConn *conn, guint from, guint to, GError **error);

/* td-backup.c */
gboolean td_backup_copy (TdConn *from, const char *path, GError **error);
/* A copy for today, unless there is one, or for @reason; the oldest beyond 10 are deleted. */
gboolean td_backup_keep (TdConn *from, const char *reason, GError **error);
char *td_backup_folder (const char *path);

/* td-sql.c: statements and rows of described tables. */
char *td_sql_select (const TdTable *table, const char *rest);
/* Reads the current row of td_sql_select() into @record. */
void td_sql_read (TdStmt *stmt, TdRecord *record);
/* Binds the fields of @record from parameter @first on; returns the next parameter. */
int td_sql_bind (TdStmt *stmt, int first, const TdRecord *record);
gboolean td_sql_put (TdConn *conn, const TdRecord *record, GError **error);
TdRecord *td_sql_get (TdConn *conn, TdTableId table, TdId id, TdId movement, GError **error);
TdRecord *td_sql_get_entry (TdConn *conn, TdId target, TdId unit, TdId period, GError **error);
TdId td_sql_find (TdConn *conn, TdTableId table, TdId movement, const char *code);
TdId td_sql_find_twin (TdConn *conn, const TdRecord *record);
TdId td_sql_resolve_movement (TdConn *conn, const char *code, GError **error);
/* A stored value of SQLite as the field has it. */
void td_sql_read_value (const TdField *field, sqlite3_value *value, TdValue *out);
/* Whether the table names its movement in each row. */
gboolean td_sql_has_movement (const TdTable *table);

/* td-changes.c: changesets. */
typedef struct
{
  const TdTable *table; /* NULL: membership */
  TdChangeOp op;
  TdId key[3];
  sqlite3_changeset_iter *iter; /* for values; valid during the call */
} TdChangeRow;
/* The change at which @iter stands. */
void td_change_row_read (TdChangeRow *row, sqlite3_changeset_iter *iter);
typedef gboolean (*TdChangeRowFunc) (const TdChangeRow *row, gpointer data, GError **error);
gboolean td_changeset_foreach (gconstpointer data, gsize size, TdChangeRowFunc func, gpointer user,
                               GError **error);
TdChanges *td_changes_from_changeset (gconstpointer data, gsize size, GError **error);
TdChanges *td_changes_new (void);
void td_changes_free (TdChanges *self);
/* Deflates when that helps; @size is set to the plain size then, else to -1. */
GBytes *td_changeset_pack (gconstpointer data, gsize length, gint64 *size);
GBytes *td_changeset_unpack (gconstpointer data, gsize length, gint64 size, GError **error);

/*
 * td-replay.c: takes a changeset back (@invert) or makes it again, inside the door. Rows changed or used
 * since are dealt with by @policy and named in @conflicts (nullable).
 */
gboolean td_replay (TdTxn *txn, GBytes *changes, gboolean invert, TdConflictPolicy policy,
                    TdProblems *conflicts, GError **error);

/* td-integrity.c: rules between records, on what a changeset touched. */
gboolean td_integrity_check_changes (TdTxn *txn, gconstpointer data, gsize size,
                                     gboolean check_records, GError **error);
/*
 * How many records of the first table that has any refer to a record; @by (nullable) is set to that
 * table. 0: nothing does.
 */
gint64 td_integrity_count_references (TdTxn *txn, TdTableId table, TdId id, const TdTable **by);
/* The same for a whole table. */
gboolean td_integrity_check_table (TdTxn *txn, TdTableId id, GError **error);
char *td_txn_where (TdTxn *self, const TdRecord *record, int field);
void td_txn_init (TdTxn *self, TdStore *store, TdConn *conn, TdProblems *problems);
void td_txn_clear (TdTxn *self);

/* td-store.c */
void td_store_notify_changes (TdStore *self, TdChanges *changes);
void td_store_forget_names (TdStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChanges, td_changes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLock, td_lock_release)

G_END_DECLS
