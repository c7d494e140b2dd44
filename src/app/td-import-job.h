/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One way through an import, dry or for real, on a thread of its own, with progress. It has copies of the
 * maps: those of the window may be changed meanwhile. Belongs to the main thread.
 */
#pragma once

#include "desk/td-desk.h"
#include "tables/td-import.h"

G_BEGIN_DECLS

typedef struct _TdImportJob TdImportJob;

TdImportJob *td_import_job_new (TdDesk *desk, TdWriteMode mode) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a file by @maps (of #TdImportMap). */
void td_import_job_add (TdImportJob *self, const char *path, const GPtrArray *maps);

/*
 * Starts it; the task of @callback owns the job (td_import_job_of_result()). A write that was made is
 * said to be made, cancelled or not.
 */
void td_import_job_start (TdImportJob *self, gpointer object, GCancellable *cancellable,
                          GAsyncReadyCallback callback);
/* (transfer none): valid during the callback. */
TdImportJob *td_import_job_of_result (GAsyncResult *result);
/* FALSE with @error: nothing was written. */
gboolean td_import_job_finish (GAsyncResult *result, GError **error);

/* How far it is, 0 to 1; below 0 while that cannot be told: files are read, or all is checked and written. */
double td_import_job_get_fraction (const TdImportJob *self);

/* When it has ended. (transfer none) */
gboolean td_import_job_is_dry (const TdImportJob *self);
guint td_import_job_get_n_rows (const TdImportJob *self);
const TdImportCounts *td_import_job_get_counts (const TdImportJob *self);
const TdProblems *td_import_job_get_problems (const TdImportJob *self);

typedef void (*TdImportMapFunc) (const TdImportMap *map, gpointer data);
/* The maps that were read by. */
void td_import_job_foreach_map (const TdImportJob *self, TdImportMapFunc func, gpointer data);

G_END_DECLS
