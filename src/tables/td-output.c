/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tables/td-refuse.h"

struct _TdOutput
{
  char *path;      /* NULL for a descriptor */
  char *name;      /* for messages */
  char *neighbour; /* NULL once it has its name, or was discarded */
  int fd;
};

static gboolean
fail (const TdOutput *self, int failure, GError **error)
{
  return td_refuse (error,
                    failure == ENOSPC || failure == EDQUOT ? TD_ERROR_NO_SPACE : TD_ERROR_FAILED,
                    self->name, _ ("the file could not be written: %s"), g_strerror (failure));
}

TdOutput *
td_output_new_for_path (const char *path, GError **error)
{
  g_autoptr (TdOutput) self = g_new0 (TdOutput, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *hidden = g_strconcat (".", base, ".XXXXXX", NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_name (base);
  self->neighbour = g_build_filename (folder, hidden, NULL);
  self->fd = g_mkstemp_full (self->neighbour, O_RDWR | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      int failure = errno;

      g_clear_pointer (&self->neighbour, g_free);
      fail (self, failure, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

TdOutput *
td_output_new_for_fd (int fd)
{
  TdOutput *self = g_new0 (TdOutput, 1);

  self->name = g_strdup (_ ("output"));
  self->fd = fd;
  return self;
}

void
td_output_free (TdOutput *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL && self->fd >= 0)
    close (self->fd);
  if (self->neighbour != NULL)
    g_unlink (self->neighbour);
  g_free (self->neighbour);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

const char *
td_output_get_path (const TdOutput *self)
{
  return self->neighbour;
}

gboolean
td_output_write (TdOutput *self, gconstpointer bytes, gsize length, GError **error)
{
  const char *at = bytes;

  while (length > 0)
    {
      gssize put = write (self->fd, at, length);

      if (put < 0 && errno == EINTR)
        continue;
      if (put < 0)
        return fail (self, errno, error);
      at += put;
      length -= (gsize) put;
    }
  return TRUE;
}

gboolean
td_output_commit (TdOutput *self, GError **error)
{
  struct stat before;
  int fd;

  if (self->path == NULL)
    return TRUE;
  /* A library may have written it under another descriptor: the file is synced by its name. */
  fd = open (self->neighbour, O_RDONLY | O_CLOEXEC);
  if (fd < 0 || fsync (fd) != 0)
    {
      int failure = errno;

      if (fd >= 0)
        close (fd);
      return fail (self, failure, error);
    }
  /* Who may read a file that is replaced is the user's decision, not ours. */
  if (stat (self->path, &before) == 0 && S_ISREG (before.st_mode))
    (void) !fchmod (fd, before.st_mode & 07777);
  close (fd);
  if (g_rename (self->neighbour, self->path) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->neighbour, g_free);
  return TRUE;
}
