/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-forms-out.h"

#include <glib/gi18n.h>

#include "app/td-file-choice.h"
#include "app/td-page.h"
#include "tables/td-forms.h"

typedef struct
{
  char *path; /* of the data file */
  TdId movement;
  guint period;
  char *folder;
  guint n_written;
  TdProblems *problems;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->folder);
  td_problems_free (job->problems);
  g_free (job);
}

/* A connection belongs to one thread: the forms are made from one of their own. */
static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_store_open (job->path, TD_OPEN_READ, &error);
  g_autoptr (TdMovement) movement =
      store != NULL ? td_store_load_movement (store, job->movement, &error) : NULL;

  if (movement == NULL
      || !td_forms_write (store, movement, job->period, job->folder, NULL, &job->n_written,
                          job->problems, cancellable, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      text = g_strdup_printf (_ ("%u forms are in the folder %s"), job->n_written, job->folder);
      td_toast (GTK_WIDGET (source), text);
      return;
    }
  text = td_problems_get_count (job->problems) > 0 ? td_problems_to_string (job->problems)
                                                   : g_strdup (error->message);
  td_show_error (GTK_WIDGET (source), _ ("No forms were written"), text);
}

static void
folder_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  Job *job = data;
  g_autofree char *folder = td_chosen_path (files);
  g_autoptr (GTask) task = NULL;
  Job *own;

  if (folder == NULL)
    return;
  own = g_new0 (Job, 1);
  own->path = g_strdup (job->path);
  own->movement = job->movement;
  own->period = job->period;
  own->folder = g_steal_pointer (&folder);
  own->problems = td_problems_new ();
  task = g_task_new (widget, NULL, written_cb, NULL);
  g_task_set_task_data (task, own, free_job);
  td_toast (widget, _ ("Writing the forms…"));
  g_task_run_in_thread (task, write_thread);
}

void
td_forms_out (GtkWidget *widget, TdDesk *desk, guint period)
{
  TdFileChoice choice = { .title = _ ("Folder for the units' forms"),
                          .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER };
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (td_store_get_path (td_desk_get_store (desk)));
  job->movement = td_desk_get_movement_id (desk);
  job->period = period;
  job->problems = td_problems_new ();
  td_choose_files (widget, &choice, folder_chosen, job, free_job);
}
