/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-import-job.h"

struct _TdImportJob
{
  GPtrArray *paths; /* of char* */
  GPtrArray *maps;  /* of GPtrArray of TdImportMap, for each path */
  TdStore *store;
  char *movement; /* code; nullable */
  TdWriteMode mode;
  TdImportCounts counts;
  TdProblems *problems;
  guint n_rows;
  /* Atomic: for the main thread while the job runs. */
  int n_total;
  int n_done;
};

TdImportJob *
td_import_job_new (TdDesk *desk, TdWriteMode mode)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  TdImportJob *self = g_new0 (TdImportJob, 1);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->maps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->store = g_object_ref (td_desk_get_store (desk));
  self->movement = movement != NULL ? g_strdup (movement->code) : NULL;
  self->mode = mode;
  self->problems = td_problems_new ();
  return self;
}

static void
free_job (gpointer data)
{
  TdImportJob *self = data;

  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->maps);
  g_object_unref (self->store);
  g_free (self->movement);
  td_problems_free (self->problems);
  g_free (self);
}

void
td_import_job_add (TdImportJob *self, const char *path, const GPtrArray *maps)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) td_import_map_free);

  for (guint i = 0; i < maps->len; i++)
    g_ptr_array_add (copies, td_import_map_copy (g_ptr_array_index (maps, i)));
  g_ptr_array_add (self->paths, g_strdup (path));
  g_ptr_array_add (self->maps, copies);
}

/* The store's door opens for another thread than the store's own too. */
static void
run_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  TdImportJob *self = data;
  g_autoptr (TdImport) import = td_import_new ();
  TdImportOptions options = {
    .movement = self->movement,
    .mode = self->mode,
    .counts = &self->counts,
    .cancellable = cancellable,
    .n_done = &self->n_done,
  };
  GError *error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->paths->len; i++)
    ok = td_import_add_mapped (import, g_ptr_array_index (self->paths, i),
                               g_ptr_array_index (self->maps, i), cancellable, &error);
  self->n_rows = td_import_get_n_rows (import);
  g_atomic_int_set (&self->n_total, (int) self->n_rows);
  if (ok && self->n_rows > 0)
    ok = td_import_run (import, self->store, &options, self->problems, &error);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
td_import_job_start (TdImportJob *self, gpointer object, GCancellable *cancellable,
                     GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (object, cancellable, callback, NULL);

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, free_job);
  g_task_run_in_thread (task, run_thread);
}

TdImportJob *
td_import_job_of_result (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

gboolean
td_import_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

double
td_import_job_get_fraction (const TdImportJob *self)
{
  int total = g_atomic_int_get (&self->n_total);
  int done = g_atomic_int_get (&self->n_done);

  return total > 0 && done < total ? (double) done / total : -1;
}

gboolean
td_import_job_is_dry (const TdImportJob *self)
{
  return self->mode == TD_WRITE_DRY_RUN;
}

guint
td_import_job_get_n_rows (const TdImportJob *self)
{
  return self->n_rows;
}

const TdImportCounts *
td_import_job_get_counts (const TdImportJob *self)
{
  return &self->counts;
}

const TdProblems *
td_import_job_get_problems (const TdImportJob *self)
{
  return self->problems;
}

void
td_import_job_foreach_map (const TdImportJob *self, TdImportMapFunc func, gpointer data)
{
  for (guint i = 0; i < self->maps->len; i++)
    {
      const GPtrArray *maps = g_ptr_array_index (self->maps, i);

      for (guint k = 0; k < maps->len; k++)
        func (g_ptr_array_index (maps, k), data);
    }
}
