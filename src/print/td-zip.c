/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-zip.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <minizip/zip.h>
#include <unistd.h>

struct _TdZip
{
  char *path;
  char *draft;
  zipFile file;
};

static void
set_error (GError **error, const char *path, int reason)
{
  g_set_error (error, TD_ERROR, reason == ENOSPC ? TD_ERROR_NO_SPACE : TD_ERROR_FAILED,
               _ ("“%s” cannot be written: %s"), path, g_strerror (reason != 0 ? reason : EIO));
}

TdZip *
td_zip_new (const char *path, GError **error)
{
  TdZip *self = g_new0 (TdZip, 1);
  int place;

  self->path = g_strdup (path);
  self->draft = g_strconcat (path, ".XXXXXX", NULL);
  place = g_mkstemp_full (self->draft, O_RDWR, 0666);
  if (place >= 0)
    {
      close (place);
      self->file = zipOpen64 (self->draft, APPEND_STATUS_CREATE);
    }
  if (self->file == NULL)
    {
      set_error (error, path, errno);
      if (place < 0)
        g_clear_pointer (&self->draft, g_free);
      td_zip_free (self);
      return NULL;
    }
  return self;
}

gboolean
td_zip_add (TdZip *self, const char *name, const char *bytes, gsize length, GError **error)
{
  /* The first day zip files know. */
  zip_fileinfo info = { .tmz_date = { .tm_mday = 1, .tm_year = 1980 } };

  g_return_val_if_fail (length <= G_MAXUINT, FALSE);
  errno = 0;
  if (zipOpenNewFileInZip64 (self->file, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED,
                             Z_DEFAULT_COMPRESSION, length > 0xffff0000u)
          == ZIP_OK
      && (length == 0 || zipWriteInFileInZip (self->file, bytes, (unsigned int) length) == ZIP_OK)
      && zipCloseFileInZip (self->file) == ZIP_OK)
    return TRUE;
  set_error (error, self->path, errno);
  return FALSE;
}

gboolean
td_zip_finish (TdZip *self, GError **error)
{
  gboolean ok;

  errno = 0;
  ok = zipClose (self->file, NULL) == ZIP_OK;
  self->file = NULL;
  if (ok && g_rename (self->draft, self->path) == 0)
    {
      g_clear_pointer (&self->draft, g_free);
      return TRUE;
    }
  set_error (error, self->path, errno);
  return FALSE;
}

void
td_zip_free (TdZip *self)
{
  if (self == NULL)
    return;
  if (self->file != NULL)
    zipClose (self->file, NULL);
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_free (self);
}
