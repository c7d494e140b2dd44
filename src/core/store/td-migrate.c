/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
run_step (TdConn *conn, guint version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/org/thidua/ThiDua/sql/%04u.sql", version);
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %u", version);
  g_autoptr (GBytes) sql = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gint64 broken = 0;

  if (sql == NULL)
    return FALSE;
  /* The step and the number that says it is done are one transaction. */
  if (!td_conn_exec (conn, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (td_conn_exec (conn, g_bytes_get_data (sql, NULL), error) && td_conn_exec (conn, mark, error)
      && td_conn_get_number (conn, "SELECT count(*) FROM pragma_foreign_key_check", &broken, error))
    {
      if (broken == 0 && td_conn_exec (conn, "COMMIT", error))
        return TRUE;
      if (broken != 0)
        g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT,
                     _ ("step %u of bringing the file up to date found broken references; the file "
                        "is as it was"),
                     version);
    }
  td_conn_exec (conn, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
td_migrate_to (TdConn *conn, guint from, guint to, GError **error)
{
  for (guint version = from + 1; version <= to; version++)
    if (!run_step (conn, version, error))
      return FALSE;
  return TRUE;
}

gboolean
td_migrate (TdConn *conn, guint from, GError **error)
{
  return td_migrate_to (conn, from, TD_SCHEMA_VERSION, error);
}
