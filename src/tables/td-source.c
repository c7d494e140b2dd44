/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"

/* Directories of packages are read in pieces of a few bytes; this much is fetched for them. */
#define AHEAD 4096

struct _TdSource
{
  char *name;
  char *ending;
  guint64 size;
  int fd;        /* -1 when it is memory */
  GBytes *bytes; /* NULL when it is a file */
  guint8 ahead[AHEAD];
  guint64 ahead_at;
  gsize ahead_length;
};

static TdSource *
source_new (const char *file_name)
{
  TdSource *self = g_new0 (TdSource, 1);
  g_autofree char *base = g_path_get_basename (file_name);
  const char *dot;

  self->fd = -1;
  self->name = g_filename_display_name (base);
  dot = strrchr (self->name, '.');
  self->ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
  return self;
}

static gboolean
check_size (const TdSource *self, GError **error)
{
  if (self->size == 0)
    return td_refuse (error, TD_ERROR_CORRUPT, self->name,
                      _ ("the file is empty (0 bytes): it was cut off while being copied or sent; "
                         "ask for it again"));
  if (self->size > TD_LIMIT_FILE)
    return td_refuse_too_large (error, self->name);
  return TRUE;
}

TdSource *
td_source_new_for_path (const char *path, GError **error)
{
  g_autoptr (TdSource) self = source_new (path);
  struct stat status;

  /* Not to hang on a pipe: those are refused below. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    {
      int failure = errno;

      td_refuse (error, failure == ENOENT ? TD_ERROR_NOT_FOUND : TD_ERROR_FAILED, self->name,
                 _ ("the file could not be opened: %s"), g_strerror (failure));
      return NULL;
    }
  if (!S_ISREG (status.st_mode))
    {
      td_refuse (error, TD_ERROR_INVALID, self->name,
                 S_ISDIR (status.st_mode) ? _ ("this is a folder; choose the files in it")
                                          : _ ("this is not an ordinary file"));
      return NULL;
    }
  self->size = (guint64) status.st_size;
  if (!check_size (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

TdSource *
td_source_new_for_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (TdSource) self = source_new (name);

  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);
  if (!check_size (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_source_free (TdSource *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->ending);
  g_free (self);
}

const char *
td_source_get_name (const TdSource *self)
{
  return self->name;
}

const char *
td_source_get_ending (const TdSource *self)
{
  return self->ending;
}

guint64
td_source_get_size (const TdSource *self)
{
  return self->size;
}

static gssize
read_file (TdSource *self, guint64 offset, guint8 *buffer, gsize length, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize got = pread (self->fd, buffer + done, length - done, (off_t) (offset + done));

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          td_refuse (error, TD_ERROR_FAILED, self->name, _ ("the file could not be read: %s"),
                     g_strerror (errno));
          return -1;
        }
      if (got == 0)
        break;
      done += (gsize) got;
    }
  return (gssize) done;
}

gssize
td_source_read (TdSource *self, guint64 offset, gpointer buffer, gsize length, GError **error)
{
  if (offset >= self->size || length == 0)
    return 0;
  length = (gsize) MIN ((guint64) length, self->size - offset);
  if (self->bytes != NULL)
    {
      memcpy (buffer, (const guint8 *) g_bytes_get_data (self->bytes, NULL) + offset, length);
      return (gssize) length;
    }
  if (length >= AHEAD)
    return read_file (self, offset, buffer, length, error);
  if (offset < self->ahead_at || offset + length > self->ahead_at + self->ahead_length)
    {
      gssize got = read_file (self, offset, self->ahead, AHEAD, error);

      self->ahead_length = 0;
      if (got < 0)
        return -1;
      self->ahead_at = offset;
      self->ahead_length = (gsize) got;
      length = MIN (length, (gsize) got);
    }
  memcpy (buffer, self->ahead + (offset - self->ahead_at), length);
  return (gssize) length;
}
