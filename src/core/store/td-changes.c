/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* Below this, deflating is not worth it. */
#define PACK_FROM 512
/* Quick rather than small: an import waits for it. */
#define PACK_LEVEL 3
/* No journal row is larger when unpacked; a damaged size must not take all memory. */
#define MAX_UNPACKED (G_GINT64_CONSTANT (1) << 31)

TdChanges *
td_changes_new (void)
{
  TdChanges *self = g_new0 (TdChanges, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (TdChange));
  return self;
}

void
td_changes_free (TdChanges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_free (self);
}

gboolean
td_changes_touch (const TdChanges *self, TdTableId table)
{
  if (self->everything)
    return TRUE;
  for (guint i = 0; i < self->items->len; i++)
    if (g_array_index (self->items, TdChange, i).table == table)
      return TRUE;
  return FALSE;
}

/* The value of a key column, from whichever side of the change has it. */
static TdId
key_column (sqlite3_changeset_iter *iter, int op, int column)
{
  sqlite3_value *value = NULL;

  if (op == SQLITE_INSERT)
    sqlite3changeset_new (iter, column, &value);
  else
    sqlite3changeset_old (iter, column, &value);
  return value != NULL ? sqlite3_value_int64 (value) : TD_ID_NONE;
}

void
td_change_row_read (TdChangeRow *row, sqlite3_changeset_iter *iter)
{
  const char *name;
  int n_columns, op, indirect;

  memset (row, 0, sizeof *row);
  sqlite3changeset_op (iter, &name, &n_columns, &op, &indirect);
  row->iter = iter;
  row->op = op == SQLITE_INSERT   ? TD_CHANGE_ADDED
            : op == SQLITE_DELETE ? TD_CHANGE_REMOVED
                                  : TD_CHANGE_EDITED;
  row->table = td_table_by_sql (name);
  row->key[0] = key_column (iter, op, 0);
  if (row->table == NULL) /* membership: (movement, unit) */
    {
      row->key[1] = row->key[0];
      row->key[0] = key_column (iter, op, 1);
    }
  else if (row->table->id == TD_TABLE_ENTRIES)
    {
      row->key[1] = key_column (iter, op, 1);
      row->key[2] = key_column (iter, op, 2);
    }
}

gboolean
td_changeset_foreach (gconstpointer data, gsize size, TdChangeRowFunc func, gpointer user,
                      GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean ok = TRUE;
  int result;

  if (size == 0)
    return TRUE;
  if (size > G_MAXINT || sqlite3changeset_start (&iter, (int) size, (void *) data) != SQLITE_OK)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                           _ ("a row of the journal is damaged and cannot be read"));
      return FALSE;
    }
  while (ok && (result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      TdChangeRow row;

      td_change_row_read (&row, iter);
      ok = func (&row, user, error);
    }
  result = sqlite3changeset_finalize (iter);
  if (ok && result != SQLITE_OK)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                           _ ("a row of the journal is damaged and cannot be read"));
      return FALSE;
    }
  return ok;
}

static gboolean
collect (const TdChangeRow *row, gpointer user, GError **error)
{
  TdChanges *changes = user;
  TdChange change = { TD_TABLE_UNITS, row->op, { row->key[0], row->key[1], row->key[2] } };

  if (row->table != NULL)
    change.table = row->table->id;
  g_array_append_val (changes->items, change);
  return TRUE;
}

TdChanges *
td_changes_from_changeset (gconstpointer data, gsize size, GError **error)
{
  g_autoptr (TdChanges) self = td_changes_new ();

  if (!td_changeset_foreach (data, size, collect, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GBytes *
td_changeset_pack (gconstpointer data, gsize length, gint64 *size)
{
  uLongf packed_length = compressBound (length);
  g_autofree guint8 *packed = NULL;

  *size = -1;
  if (length < PACK_FROM)
    return g_bytes_new (data, length);
  packed = g_malloc (packed_length);
  if (compress2 (packed, &packed_length, data, length, PACK_LEVEL) != Z_OK)
    return g_bytes_new (data, length);
  *size = (gint64) length;
  return g_bytes_new (packed, packed_length);
}

GBytes *
td_changeset_unpack (gconstpointer data, gsize length, gint64 size, GError **error)
{
  g_autofree guint8 *plain = NULL;
  uLongf plain_length = (uLongf) size;

  if (size < 0)
    return g_bytes_new (data, length);
  plain = size <= MAX_UNPACKED ? g_try_malloc ((gsize) size) : NULL;
  if (plain == NULL || uncompress (plain, &plain_length, data, length) != Z_OK
      || plain_length != (uLongf) size)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                           _ ("a row of the journal is damaged and cannot be read"));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&plain), plain_length);
}
