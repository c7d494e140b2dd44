/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-opening.h"

#include "base/td-error.h"

struct _TdOpening
{
  char *path;
  GThread *thread;

  /* The thread's, until it has ended. */
  TdDesk *desk; /* owned; NULL: see error */
  char *read_only_reason;
  GError *error;
};

static gpointer
read_file (gpointer data)
{
  TdOpening *self = data;
  g_autoptr (TdStore) store = td_store_open (self->path, TD_OPEN_WRITE, &self->error);

  if (g_error_matches (self->error, TD_ERROR, TD_ERROR_BUSY)
      || g_error_matches (self->error, TD_ERROR, TD_ERROR_READ_ONLY))
    {
      self->read_only_reason = g_strdup (self->error->message);
      g_clear_error (&self->error);
      store = td_store_open (self->path, TD_OPEN_READ, &self->error);
    }
  if (store != NULL)
    self->desk = td_desk_new (store, TD_ID_NONE, &self->error);
  return NULL;
}

TdOpening *
td_opening_new (const char *path)
{
  TdOpening *self = g_new0 (TdOpening, 1);

  self->path = g_strdup (path);
  self->thread = g_thread_new ("opening", read_file, self);
  return self;
}

TdDesk *
td_opening_end (TdOpening *self, char **read_only_reason, GError **error)
{
  TdDesk *desk;

  g_thread_join (self->thread);
  desk = self->desk;
  if (desk != NULL)
    td_store_move_here (td_desk_get_store (desk));
  else
    g_propagate_error (error, self->error);
  *read_only_reason = self->read_only_reason;
  g_free (self->path);
  g_free (self);
  return desk;
}
