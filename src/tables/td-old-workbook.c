/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-old-workbook.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/td-error.h"
#include "tables/td-refuse.h"

#define PATIENCE_SECONDS 120
#define MAX_DEPTH        20

struct _TdOldWorkbook
{
  char *folder; /* of this conversion alone */
  char *path;
};

gboolean
td_old_workbook_is (const char *path)
{
  static const char magic[8] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char begin[sizeof magic];
  FILE *file;
  gboolean same;

  if (!g_str_has_suffix (lower, ".xls"))
    return FALSE;
  file = g_fopen (path, "rb");
  if (file == NULL)
    return FALSE;
  same = fread (begin, 1, sizeof begin, file) == sizeof begin
         && memcmp (begin, magic, sizeof magic) == 0;
  fclose (file);
  return same;
}

/* Removes a folder that we made, with all that is in it; links are removed, not followed. */
static void
remove_folder (const char *path, guint depth)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *full = g_build_filename (path, name, NULL);

      if (depth < MAX_DEPTH && !g_file_test (full, G_FILE_TEST_IS_SYMLINK)
          && g_file_test (full, G_FILE_TEST_IS_DIR))
        remove_folder (full, depth + 1);
      else
        g_unlink (full);
    }
  g_rmdir (path);
}

void
td_old_workbook_free (TdOldWorkbook *self)
{
  if (self == NULL)
    return;
  if (self->folder != NULL)
    remove_folder (self->folder, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
td_old_workbook_get_path (const TdOldWorkbook *self)
{
  return self->path;
}

/* --- running it -------------------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  GSubprocess *process;
  gboolean late;
} Wait;

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  /* How it went is seen by what it left. */
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  g_main_loop_quit (wait->loop);
}

static gboolean
late_cb (gpointer data)
{
  Wait *wait = data;

  wait->late = TRUE;
  g_subprocess_force_exit (wait->process);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *cancellable, GSubprocess *process)
{
  g_subprocess_force_exit (process);
}

/* Waits for the process without the thread's own loop; FALSE when it took too long. */
static gboolean
wait_for (GSubprocess *process, GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (PATIENCE_SECONDS);
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  Wait wait = { loop, process, FALSE };
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  g_source_set_callback (timeout, late_cb, &wait, NULL);
  g_source_attach (timeout, context);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), process, NULL);
  g_subprocess_wait_async (process, NULL, waited_cb, &wait);
  g_main_loop_run (loop);
  if (handler != 0)
    g_cancellable_disconnect (cancellable, handler);
  g_source_destroy (timeout);
  g_main_context_pop_thread_default (context);
  return !wait.late;
}

TdOldWorkbook *
td_old_workbook_convert (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdOldWorkbook) self = g_new0 (TdOldWorkbook, 1);
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *stem = g_strndup (base, strlen (base) - strlen (".xls"));
  g_autofree char *made = g_strconcat (stem, ".xlsx", NULL);
  g_autofree char *profile = NULL, *profile_uri = NULL, *option = NULL, *absolute = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean in_time;

  if (program == NULL)
    program = g_find_program_in_path ("libreoffice");
  if (program == NULL)
    {
      td_refuse (
          error, TD_ERROR_INVALID, name,
          _ ("this is an old Excel workbook (.xls) and LibreOffice, which could convert it, is "
             "not installed; open it in Excel and save it as “Excel Workbook (.xlsx)”"));
      return NULL;
    }
  self->folder = g_dir_make_tmp ("thidua-xls-XXXXXX", error);
  if (self->folder == NULL)
    return NULL;
  self->path = g_build_filename (self->folder, made, NULL);
  profile = g_build_filename (self->folder, "profile", NULL);
  profile_uri = g_filename_to_uri (profile, NULL, error);
  if (profile_uri == NULL)
    return NULL;
  option = g_strdup_printf ("-env:UserInstallation=%s", profile_uri);
  /* Never taken for an option, whatever it is called. */
  absolute = g_canonicalize_filename (path, NULL);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              error, program, option, "--headless", "--norestore", "--convert-to",
                              "xlsx", "--outdir", self->folder, absolute, NULL);
  if (process == NULL)
    return NULL;
  in_time = wait_for (process, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!in_time || !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      td_refuse (error, TD_ERROR_INVALID, name,
                 in_time
                     ? _ ("LibreOffice could not convert this old Excel workbook (.xls); take its "
                          "password off or open it in Excel, and save it as “Excel Workbook "
                          "(.xlsx)”")
                     : _ ("LibreOffice took too long to convert this old Excel workbook (.xls); "
                          "open it in Excel and save it as “Excel Workbook (.xlsx)”"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
