/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who has the file open for writing: a small file beside it, locked by the kernel for as long as the
 * process lives. A crash leaves the file but not the lock, so nothing is ever stale; the text in it
 * only says whom to ask.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct _TdLock
{
  char *path;
  int fd;
};

static char *
lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", name);

  return g_build_filename (folder, hidden, NULL);
}

/* "Nguyễn Thị Hoa, on may-van-thu, since 08:15 14/03/2024", as far as it can be read. */
static char *
read_holder (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup (_ ("another program"));
  valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 1000));
  lines = g_strsplit (valid, "\n", 4);
  if (g_strv_length (lines) < 3)
    return g_strdup (_ ("another program"));
  return g_strdup_printf (_ ("%s on the computer %s, since %s"), lines[0], lines[1], lines[2]);
}

TdLock *
td_lock_take (const char *path, const char *who, GError **error)
{
  g_autoptr (TdLock) self = g_new0 (TdLock, 1);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autofree char *since = g_date_time_format (now, "%H:%M %d/%m/%Y");
  g_autofree char *text = NULL;
  gsize length;

  self->path = lock_path (path);
  self->fd = g_open (self->path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (self->fd < 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_READ_ONLY,
                   _ ("cannot write in the folder of “%s”: %s"), path, g_strerror (errno));
      return NULL;
    }
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      g_autofree char *holder = read_holder (self->path);
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, TD_ERROR, TD_ERROR_BUSY,
                   _ ("“%s” is open for writing by %s; you can look at it, not change it"), name,
                   holder);
      return NULL;
    }
  text = g_strdup_printf ("%s\n%s\n%s\n%d\n", who, g_get_host_name (), since, (int) getpid ());
  length = strlen (text);
  if (ftruncate (self->fd, 0) != 0 || pwrite (self->fd, text, length, 0) != (gssize) length)
    g_debug ("%s: %s", self->path,
             g_strerror (errno)); /* the lock holds; only the words are lost */
  return g_steal_pointer (&self);
}

void
td_lock_release (TdLock *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    {
      /* Emptied, not deleted: another process may be waiting on this very file. */
      if (ftruncate (self->fd, 0) != 0)
        g_debug ("%s: %s", self->path, g_strerror (errno));
      close (self->fd);
    }
  g_free (self->path);
  g_free (self);
}
