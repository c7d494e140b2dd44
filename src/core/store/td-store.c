/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "td-core-resources.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdStore, td_store, G_TYPE_OBJECT)

static void
td_store_dispose (GObject *object)
{
  td_store_close (TD_STORE (object));
  G_OBJECT_CLASS (td_store_parent_class)->dispose (object);
}

static void
td_store_finalize (GObject *object)
{
  TdStore *self = TD_STORE (object);

  g_free (self->path);
  g_free (self->operator_name);
  g_main_context_unref (self->context);
  g_hash_table_unref (self->names);
  g_mutex_clear (&self->door);
  G_OBJECT_CLASS (td_store_parent_class)->finalize (object);
}

static void
td_store_class_init (TdStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = td_store_dispose;
  object_class->finalize = td_store_finalize;

  /**
   * TdStore::changed:
   * @changes: (type gpointer): a #TdChanges, valid during the emission
   *
   * After each commit, once, on the thread that opened the store.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

typedef struct
{
  char *code;
  char *name;
  TdTableId table;
} Name;

static void
free_name (gpointer data)
{
  Name *name = data;

  g_free (name->code);
  g_free (name->name);
  g_free (name);
}

static void
td_store_init (TdStore *self)
{
  self->thread = g_thread_self ();
  self->context = g_main_context_ref_thread_default ();
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_name);
  g_mutex_init (&self->door);
}

/* --- opening ------------------------------------------------------------------------------------ */

/* On a network folder the write-ahead log, which needs shared memory, is not safe. */
static gboolean
is_on_network (const char *path)
{
  static const gulong remote[] = { 0x6969 /* NFS */, 0x517b /* SMB */, 0xfe534d42 /* SMB2 */,
                                   0xff534d42 /* CIFS */, 0x65735546 /* FUSE: gvfs, sshfs */ };
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs fs;

  if (statfs (folder, &fs) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if (((gulong) fs.f_type & 0xffffffff) == remote[i])
      return TRUE;
  return FALSE;
}

/*
 * A commit survives the death of the process in either mode. With the write-ahead log, what is left
 * to survive a power cut is synced at checkpoints and when the file is closed; without it, at once.
 */
static gboolean
set_journal_mode (TdConn *conn, gboolean network, GError **error)
{
  g_autoptr (TdStmt) stmt = td_conn_prepare (
      conn, network ? "PRAGMA journal_mode = TRUNCATE" : "PRAGMA journal_mode = WAL", error);
  const char *mode;

  if (stmt == NULL || !td_stmt_step (stmt, error))
    return FALSE;
  mode = td_stmt_get_text (stmt, 0);
  /* Verified, not assumed: a file system without shared memory stays with the old mode. */
  if (g_strcmp0 (mode, "wal") == 0)
    return td_conn_exec (conn, "PRAGMA synchronous = NORMAL", error);
  return td_conn_exec (conn, "PRAGMA synchronous = FULL", error);
}

/* FALSE when this is no file of ours, or one from the future. */
static gboolean
check_header (TdConn *conn, gint64 *version, GError **error)
{
  g_autofree char *name = g_path_get_basename (td_conn_get_path (conn));
  gint64 id;

  if (!td_conn_get_number (conn, "PRAGMA application_id", &id, error)
      || !td_conn_get_number (conn, "PRAGMA user_version", version, error))
    return FALSE;
  if (id != TD_APPLICATION_ID)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT, _ ("“%s” is not a Thi Đua file"), name);
      return FALSE;
    }
  if (*version > TD_SCHEMA_VERSION)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NEWER,
                   _ ("“%s” was written by a newer Thi Đua; install that version to open it. The "
                      "file was left as it is"),
                   name);
      return FALSE;
    }
  return TRUE;
}

static TdStore *
store_new (const char *path)
{
  TdStore *self = g_object_new (TD_TYPE_STORE, NULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  g_resources_register (td_core_get_resource ());
  self->path = g_file_get_path (file);
  return self;
}

/* The newest id there is: ids go on from it even when the clock was set back. */
static gboolean
find_last_id (TdStore *self, GError **error)
{
  gint64 last = 0;

  if (!td_conn_get_number (self->writer, "SELECT coalesce(max(id), 0) FROM journal", &last, error))
    return FALSE;
  self->ids.last = MAX (self->ids.last, last);
  return TRUE;
}

static gboolean
open_reader (TdStore *self, GError **error)
{
  self->reader = td_conn_open (self->path, TRUE, FALSE, error);
  return self->reader != NULL
         && td_conn_get_number (self->reader, "PRAGMA data_version", &self->data_version, error);
}

TdStore *
td_store_create (const char *path, GError **error)
{
  g_autoptr (TdStore) self = store_new (path);
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d", TD_APPLICATION_ID);
  int fd = g_open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd < 0)
    {
      g_set_error (error, TD_ERROR, errno == EEXIST ? TD_ERROR_EXISTS : TD_ERROR_FAILED,
                   errno == EEXIST
                       ? _ ("there is a file “%s” already; choose another name")
                       : _ ("“%s” cannot be made: check the folder and its permissions"),
                   path);
      return NULL;
    }
  close (fd);
  self->lock = td_lock_take (self->path, td_store_get_operator (self), error);
  self->writer = self->lock != NULL ? td_conn_open (self->path, FALSE, TRUE, error) : NULL;
  if (self->writer == NULL || !td_conn_exec (self->writer, mark, error)
      || !set_journal_mode (self->writer, is_on_network (self->path), error)
      || !td_migrate (self->writer, 0, error) || !open_reader (self, error))
    {
      td_store_close (self);
      g_unlink (self->path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
open_for_writing (TdStore *self, GError **error)
{
  gint64 version, n_changes;

  self->lock = td_lock_take (self->path, td_store_get_operator (self), error);
  if (self->lock == NULL)
    return FALSE;
  self->writer = td_conn_open (self->path, FALSE, FALSE, error);
  if (self->writer == NULL || !check_header (self->writer, &version, error))
    return FALSE;
  if (version < TD_SCHEMA_VERSION)
    {
      g_autofree char *reason = g_strdup_printf ("before-version-%d", TD_SCHEMA_VERSION);

      if (!td_backup_keep (self->writer, reason, error)
          || !td_migrate (self->writer, (guint) version, error))
        return FALSE;
    }
  if (!set_journal_mode (self->writer, is_on_network (self->path), error)
      || !find_last_id (self, error)
      || !td_conn_get_number (self->writer, "SELECT count(*) FROM journal", &n_changes, error))
    return FALSE;
  /* Once a day, before that day's first change. A failed copy is no reason not to work. */
  if (n_changes > 0)
    {
      g_autoptr (GError) failure = NULL;

      if (!td_backup_keep (self->writer, NULL, &failure))
        g_message ("%s", failure->message);
    }
  return TRUE;
}

static gboolean
open_for_reading (TdStore *self, GError **error)
{
  gint64 version;

  if (!open_reader (self, error) || !check_header (self->reader, &version, error))
    return FALSE;
  if (version < TD_SCHEMA_VERSION)
    {
      g_autofree char *name = g_path_get_basename (self->path);

      g_set_error (
          error, TD_ERROR, TD_ERROR_READ_ONLY,
          _ ("“%s” is of an older version; open it once for working, which brings it up to "
             "date"),
          name);
      return FALSE;
    }
  return TRUE;
}

TdStore *
td_store_open (const char *path, TdOpenMode mode, GError **error)
{
  g_autoptr (TdStore) self = store_new (path);

  if (!g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no file “%s”"), path);
      return NULL;
    }
  if (mode == TD_OPEN_READ)
    return open_for_reading (self, error) ? g_steal_pointer (&self) : NULL;
  if (!open_for_writing (self, error) || !open_reader (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_store_close (TdStore *self)
{
  g_clear_pointer (&self->reader, td_conn_close);
  if (self->writer != NULL)
    {
      g_mutex_lock (&self->door);
      g_clear_pointer (&self->writer, td_conn_close);
      g_mutex_unlock (&self->door);
    }
  g_clear_pointer (&self->lock, td_lock_release);
}

void
td_store_move_here (TdStore *self)
{
  self->thread = g_thread_self ();
  g_main_context_unref (self->context);
  self->context = g_main_context_ref_thread_default ();
}

const char *
td_store_get_path (TdStore *self)
{
  return self->path;
}

gboolean
td_store_is_read_only (TdStore *self)
{
  return self->writer == NULL;
}

void
td_store_set_operator (TdStore *self, const char *name)
{
  g_free (self->operator_name);
  self->operator_name = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
}

const char *
td_store_get_operator (TdStore *self)
{
  const char *real;

  if (self->operator_name != NULL)
    return self->operator_name;
  real = g_get_real_name ();
  return real != NULL && *real != '\0' && strcmp (real, "Unknown") != 0 ? real : g_get_user_name ();
}

/* --- notices ------------------------------------------------------------------------------------ */

typedef struct
{
  TdStore *store;
  TdChanges *changes;
} Notice;

static void
free_notice (gpointer data)
{
  Notice *notice = data;

  g_object_unref (notice->store);
  td_changes_free (notice->changes);
  g_free (notice);
}

void
td_store_forget_names (TdStore *self)
{
  g_hash_table_remove_all (self->names);
}

static gboolean
emit_notice (gpointer data)
{
  Notice *notice = data;

  td_store_forget_names (notice->store);
  g_signal_emit (notice->store, signals[SIGNAL_CHANGED], 0, notice->changes);
  return G_SOURCE_REMOVE;
}

void
td_store_notify_changes (TdStore *self, TdChanges *changes)
{
  Notice *notice = g_new (Notice, 1);

  notice->store = g_object_ref (self);
  notice->changes = changes;
  if (self->thread == g_thread_self ())
    {
      emit_notice (notice);
      free_notice (notice);
    }
  else
    g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, emit_notice, notice,
                                free_notice);
}

gboolean
td_store_refresh (TdStore *self)
{
  gint64 version;

  if (self->reader == NULL
      || !td_conn_get_number (self->reader, "PRAGMA data_version", &version, NULL)
      || version == self->data_version)
    return FALSE;
  self->data_version = version;
  if (td_store_is_read_only (self))
    {
      TdChanges *changes = td_changes_new ();

      changes->everything = TRUE;
      td_store_notify_changes (self, changes);
    }
  return TRUE;
}

/* --- names -------------------------------------------------------------------------------------- */

gboolean
td_store_name (TdStore *self, TdId id, TdTableId *table, const char **code, const char **name)
{
  /* Ids are unique across tables, so the first that has it is the one. */
  static const char sql[] =
      "SELECT 0, code, name FROM unit WHERE id = ?1"
      " UNION ALL SELECT 1, code, name FROM target WHERE id = ?1"
      " UNION ALL SELECT 2, code, coalesce(name, code) FROM period WHERE id = ?1"
      " UNION ALL SELECT 3, code, name FROM person WHERE id = ?1"
      " UNION ALL SELECT 4, code, name FROM category WHERE id = ?1"
      " UNION ALL SELECT 5, code, name FROM area WHERE id = ?1"
      " UNION ALL SELECT 6, code, title FROM round WHERE id = ?1"
      " UNION ALL SELECT 7, code, code FROM nomination WHERE id = ?1"
      " UNION ALL SELECT 8, code, title FROM movement WHERE id = ?1";
  static const TdTableId tables[] = { TD_TABLE_UNITS,  TD_TABLE_TARGETS,     TD_TABLE_PERIODS,
                                      TD_TABLE_PEOPLE, TD_TABLE_CATEGORIES,  TD_TABLE_AREAS,
                                      TD_TABLE_ROUNDS, TD_TABLE_NOMINATIONS, TD_TABLE_MOVEMENT };
  Name *found = g_hash_table_lookup (self->names, &id);

  if (found == NULL)
    {
      g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, sql, NULL);

      if (stmt == NULL)
        return FALSE;
      td_stmt_bind_number (stmt, 1, id);
      if (!td_stmt_step (stmt, NULL))
        return FALSE;
      found = g_new (Name, 1);
      found->table = tables[td_stmt_get_number (stmt, 0)];
      found->code = g_strdup (td_stmt_get_text (stmt, 1));
      found->name = g_strdup (td_stmt_get_text (stmt, 2));
      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id), found);
    }
  if (table != NULL)
    *table = found->table;
  if (code != NULL)
    *code = found->code;
  if (name != NULL)
    *name = found->name;
  return TRUE;
}

const char *
td_store_code_func (TdId id, gpointer data)
{
  const char *code;

  return td_store_name (data, id, NULL, &code, NULL) ? code : NULL;
}
