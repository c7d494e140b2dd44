/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of the data, and the computed ones, as rows of text (TABLES.md): what goes into CSV files
 * and workbooks, and what can be read back.
 */
#pragma once

#include <gio/gio.h>

#include "scoring/td-scoring.h"
#include "store/td-store.h"

G_BEGIN_DECLS

/**
 * TdExportOptions:
 * @movement: whose tables; %TD_ID_NONE only for those of the office
 * @scores: for the computed tables; may be %NULL for the others
 * @as_of: with a date, `units` are those that take part on it; %TD_DATE_NONE: all
 */
typedef struct
{
  TdId movement;
  const TdScores *scores;
  TdDate as_of;
} TdExportOptions;

/**
 * TdColumnType:
 * @TD_COLUMN_TEXT: text
 * @TD_COLUMN_NUMBER: a plain decimal
 * @TD_COLUMN_DATE: an ISO date
 */
typedef enum
{
  TD_COLUMN_TEXT,
  TD_COLUMN_NUMBER,
  TD_COLUMN_DATE,
} TdColumnType;

/**
 * TdExport:
 * @name: the table's name
 * @columns: of char*, the column names
 * @types: of TdColumnType, for each column
 * @cells: of const char*, row by row, plain style; "" is blank
 * @strings: where the cells live
 *
 * A table as text.
 */
typedef struct
{
  char *name;
  GPtrArray *columns;
  GArray *types;
  GPtrArray *cells;
  GStringChunk *strings;
} TdExport;

void td_export_free (TdExport *self);
guint td_export_get_n_rows (const TdExport *self);
const char *td_export_get_cell (const TdExport *self, guint row, guint column);

/* Whether a table of this name is computed: it goes out, and is never read. */
gboolean td_export_is_computed (const char *name);

/*
 * The names of all tables, the data's and then the computed ones; ends with %NULL. Without the
 * history, which tells of the data and is not the data.
 */
const char *const *td_export_get_names (void);

/* %NULL with %TD_ERROR_NOT_FOUND for an unknown table, or another error. */
TdExport *
td_export_table (TdStore *store, const char *name, const TdExportOptions *options, GError **error);

/* One table as CSV (UTF-8, commas, plain numbers) into an open file, standard output for instance. */
gboolean td_export_write_to_fd (const TdExport *self, int fd, GError **error);

/*
 * Writes tables: one to a .csv file, any number to an .xlsx workbook with a sheet each, or to a
 * folder of CSV files when @path has no such ending. Existing files are replaced as a whole or not
 * touched. @tables is of #TdExport.
 */
gboolean td_export_write (GPtrArray *tables, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdExport, td_export_free)

G_END_DECLS
