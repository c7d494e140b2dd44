/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of the data from files into the store (TABLES.md): CSV files named after their table, or
 * workbooks with a sheet a table. All files of one import go in together or not at all; every wrong
 * cell is named in one go.
 */
#pragma once

#include <gio/gio.h>

#include "store/td-store.h"
#include "tables/td-import-map.h"

G_BEGIN_DECLS

/* What became of the rows of an import: each is one of these. */
typedef struct
{
  guint added;
  guint changed;
  guint same;
  guint refused;
} TdImportCounts;

/**
 * TdImportOptions:
 * @movement: code of the movement the tables belong to when no `movement` table comes with them;
 *   %NULL: the file's only or current one
 * @mode: %TD_WRITE_DRY_RUN goes the whole way and rolls back
 * @label: what history says; %NULL: the files' names
 * @illustrative: marks the movement's figures as illustrative (the templates' own)
 * @counts: (nullable): is told what becomes of the rows; costs a look at each record that is there
 * @cancellable: (nullable): stops it; then nothing is written
 * @n_done: (nullable): counts the rows gone through, atomically, for another thread to show
 */
typedef struct
{
  const char *movement;
  TdWriteMode mode;
  const char *label;
  gboolean illustrative;
  TdImportCounts *counts;
  GCancellable *cancellable;
  int *n_done;
} TdImportOptions;

/**
 * TdImport:
 *
 * Files being brought in. Built by reading files, which needs no store and may be done on any
 * thread; then run once.
 */
typedef struct _TdImport TdImport;

TdImport *td_import_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_import_free (TdImport *self);

/*
 * Reads a file's tables. What is wrong with single cells is added to @problems later, when the
 * import runs; FALSE with @error when the file cannot be read at all.
 */
gboolean
td_import_add_file (TdImport *self, const char *path, GCancellable *cancellable, GError **error);
/* The same over bytes in memory; @name as a file's, `units.csv`. */
gboolean td_import_add_bytes (TdImport *self, GBytes *bytes, const char *name, GError **error);

/*
 * Reads those sheets of a file that @maps (of #TdImportMap, of this file) take for a table, as they say.
 */
gboolean td_import_add_mapped (TdImport *self, const char *path, GPtrArray *maps,
                               GCancellable *cancellable, GError **error);

/* How many rows of data were read. */
guint td_import_get_n_rows (const TdImport *self);

/*
 * Brings everything in through the store's door. All wrong cells are in @problems; what is merely
 * odd (an unknown column) is a warning there. FALSE with %TD_ERROR_INVALID when any is an error. Runs on
 * the threads on which td_store_write() does.
 */
gboolean td_import_run (TdImport *self, TdStore *store, const TdImportOptions *options,
                        TdProblems *problems, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdImport, td_import_free)

G_END_DECLS
