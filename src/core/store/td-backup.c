/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Copies of the data file by SQLite's online backup, which is whole and consistent while the file is
 * in use. Kept beside the file, one a day and one before each migration, the newest ten.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define KEPT            10
#define PAGES_AT_A_TIME 1000

char *
td_backup_folder (const char *path)
{
  g_autofree char *stem = g_str_has_suffix (path, TD_FILE_ENDING)
                              ? g_strndup (path, strlen (path) - strlen (TD_FILE_ENDING))
                              : g_strdup (path);

  return g_strconcat (stem, ".backups", NULL);
}

gboolean
td_backup_copy (TdConn *from, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  g_autoptr (TdConn) to = NULL;
  sqlite3_backup *backup;
  int result;

  g_unlink (part);
  to = td_conn_open (part, FALSE, TRUE, error);
  if (to == NULL)
    return FALSE;
  backup = sqlite3_backup_init (td_conn_get_handle (to), "main", td_conn_get_handle (from), "main");
  if (backup == NULL)
    {
      td_conn_set_error (to, "backup", error);
      g_unlink (part);
      return FALSE;
    }
  do
    {
      result = sqlite3_backup_step (backup, PAGES_AT_A_TIME);
      if (result == SQLITE_BUSY || result == SQLITE_LOCKED)
        g_usleep (10000);
    }
  while (result == SQLITE_OK || result == SQLITE_BUSY || result == SQLITE_LOCKED);
  sqlite3_backup_finish (backup);
  if (result != SQLITE_DONE)
    {
      td_conn_set_error (to, "backup", error);
      g_unlink (part);
      return FALSE;
    }
  /* A copy is one file: no log beside it that could be lost on the way. */
  td_conn_exec (to, "PRAGMA journal_mode = DELETE", NULL);
  g_clear_pointer (&to, td_conn_close);
  if (g_rename (part, path) != 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("cannot write the copy “%s”: %s"), path,
                   g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names begin with the day, so the order of names is the order of time. */
static void
delete_oldest (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, TD_FILE_ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i + KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      if (g_unlink (path) != 0)
        g_debug ("%s: %s", path, g_strerror (errno));
    }
}

gboolean
td_backup_keep (TdConn *from, const char *reason, GError **error)
{
  g_autofree char *folder = td_backup_folder (td_conn_get_path (from));
  g_autofree char *day = td_date_format (td_date_today (), TD_STYLE_PLAIN);
  g_autofree char *name = g_strdup_printf ("%s%s%s" TD_FILE_ENDING, day, reason != NULL ? "-" : "",
                                           reason != NULL ? reason : "");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("cannot make the folder “%s”: %s"), folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!td_backup_copy (from, path, error))
    return FALSE;
  delete_oldest (folder);
  return TRUE;
}

gboolean
td_store_backup (TdStore *self, const char *path, GError **error)
{
  return td_backup_copy (self->reader, path, error);
}

char *
td_store_dup_backup_folder (TdStore *self)
{
  return td_backup_folder (self->path);
}
