/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * XLSX out: sheets with a header and typed columns, written row by row with a memory that does not
 * grow. The same rows give the same bytes, and td_grid_file_read() gives the same cells back.
 *
 * What a person needs who goes on with the sheet is set: the header stays in view and filters, columns
 * are wide enough, days show as 14/03/2024, figures with the separators of the reader's own machine,
 * and text columns are text, so that a code such as 007 or 1-2 typed there stays what it is.
 */
#pragma once

#include "base/td-error.h"

G_BEGIN_DECLS

typedef struct _TdXlsxWriter TdXlsxWriter;

typedef enum
{
  TD_XLSX_COLUMN_TEXT,
  TD_XLSX_COLUMN_NUMBER,
  TD_XLSX_COLUMN_DATE,
} TdXlsxColumnKind;

/* As many fraction digits as the figure has. */
#define TD_XLSX_DIGITS_ANY (-1)

/**
 * TdXlsxColumn:
 * @name: the header's text
 * @kind: what the column holds
 * @digits: fraction digits shown, 0 to 4, or %TD_XLSX_DIGITS_ANY; numbers only
 * @width: in characters, 0 for one that fits the name and the kind
 *
 * A column of a sheet to be written.
 */
typedef struct
{
  const char *name;
  TdXlsxColumnKind kind;
  int digits;
  guint width;
} TdXlsxColumn;

/*
 * Begins a workbook that will be @path, replacing what is there when it is finished. @title is its
 * title in the file's properties, or %NULL. (transfer full) (nullable)
 */
TdXlsxWriter *
td_xlsx_writer_new (const char *path, const char *title, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Discards the file unless it was finished. */
void td_xlsx_writer_free (TdXlsxWriter *self);

/*
 * Begins the next sheet, with its header; the one before is complete. FALSE when the name cannot be a
 * sheet's: longer than 31 characters, with one of []:*?/\, or there already.
 */
gboolean td_xlsx_writer_begin_sheet (TdXlsxWriter *self, const char *name,
                                     const TdXlsxColumn *columns, guint n_columns, GError **error);

/*
 * The value in @column (from 0) of the current row, in any order; columns without one are blank. Text
 * is UTF-8, %NULL or "" is blank. A figure of more than 15 digits, which a spreadsheet would change,
 * and a day before 1 March 1900, which it does not have, are written as plain text.
 */
void td_xlsx_writer_set_text (TdXlsxWriter *self, guint column, const char *text);
void td_xlsx_writer_set_number (TdXlsxWriter *self, guint column, TdDecimal value);
void td_xlsx_writer_set_date (TdXlsxWriter *self, guint column, TdDate date);

void td_xlsx_writer_end_row (TdXlsxWriter *self);

/* Writes the workbook and puts it in its place. Errors on the way are kept and told here. */
gboolean td_xlsx_writer_finish (TdXlsxWriter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdXlsxWriter, td_xlsx_writer_free)

G_END_DECLS
