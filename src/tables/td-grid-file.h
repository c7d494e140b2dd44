/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table file of any format, open for reading: the one door of this room for what comes in.
 *
 * A file is untrusted. What is not a table, is locked, damaged, cut off or made to do harm is refused
 * with a sentence that begins with the place (`FILE`, `FILE!SHEET!CELL`, or `TABLE:ROW:COLUMN` of CSV,
 * with the column's number) and says what to do: %TD_ERROR_INVALID, or %TD_ERROR_CORRUPT when it is
 * damaged, %TD_ERROR_NOT_FOUND when it is not there, %TD_ERROR_FAILED when the disk cannot be read.
 * Limits are in td-limits.h.
 *
 * A file may be used by one thread at a time, any thread.
 */
#pragma once

#include <gio/gio.h>

#include "tables/td-cell.h"
#include "tables/td-merges.h"

G_BEGIN_DECLS

/**
 * TdGridFormat:
 * @TD_GRID_CSV: text with separators: comma, semicolon or tab
 * @TD_GRID_XLSX: an Excel workbook, with macros or without
 * @TD_GRID_ODS: an OpenDocument spreadsheet
 *
 * What kinds of table files can be read.
 */
typedef enum
{
  TD_GRID_CSV,
  TD_GRID_XLSX,
  TD_GRID_ODS,
} TdGridFormat;

typedef struct _TdGridFile TdGridFile;

/*
 * Opens a file. What it is comes from its content; a name whose ending says otherwise is refused.
 * (transfer full) (nullable)
 */
TdGridFile *td_grid_file_open (const char *path, GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same over memory; @name is the file name to go by. (transfer full) (nullable) */
TdGridFile *td_grid_file_open_bytes (GBytes *bytes, const char *name, GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_grid_file_free (TdGridFile *self);

TdGridFormat td_grid_file_get_format (const TdGridFile *self);

/* The file's name without folders, as messages name it. (transfer none) */
const char *td_grid_file_get_name (const TdGridFile *self);

/* What separates the columns of a CSV file: ',', ';' or '\t'; 0 of a workbook. */
char td_grid_file_get_separator (const TdGridFile *self);

/* The sheets that have cells, in the order of their tabs, hidden ones too. CSV has one. */
guint td_grid_file_get_n_sheets (const TdGridFile *self);

/* A sheet's name as it stands on its tab; of CSV the file's name without its ending. (transfer none) */
const char *td_grid_file_get_sheet_name (const TdGridFile *self, guint sheet);
gboolean td_grid_file_is_sheet_hidden (const TdGridFile *self, guint sheet);

/* Whether the workbook counts its days from 1904, as some of Apple's did: what a bare number means. */
gboolean td_grid_file_counts_from_1904 (const TdGridFile *self);

/*
 * Reads a sheet: calls @func with each row that has a filled cell, from the top. FALSE with @func's
 * error, with G_IO_ERROR_CANCELLED, or when the sheet cannot be read; what @func was given before is
 * then to be dropped (a file can be found damaged at its end). Sheets can be read again, and in any
 * order. @progress may be %NULL.
 */
gboolean td_grid_file_read (TdGridFile *self, guint sheet, TdRowFunc func, gpointer data,
                            TdProgressFunc progress, gpointer progress_data,
                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The merged area over a cell of the sheet read last, or %NULL: why a cell that ought to be filled is
 * blank. During a reading, areas that begin in later rows may be unknown yet. (transfer none)
 * (nullable): valid until the next reading.
 */
const TdMerge *td_grid_file_find_merge (const TdGridFile *self, guint row, guint column);

/* `FILE!SHEET!B7`, or `TABLE:7:2` of CSV; @column may be 0. (transfer full) */
char *td_grid_file_dup_location (const TdGridFile *self, guint sheet, guint row,
                                 guint column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdGridFile, td_grid_file_free)

G_END_DECLS
