/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a table file is read as: rows of located, typed cells, the same for CSV, XLSX and ODS. A cell
 * says what the file says and how sure that is; whether it is right is for the caller, who knows the
 * column.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

/**
 * TdCellKind:
 * @TD_CELL_BLANK: nothing in it, or a formula that came to an empty text
 * @TD_CELL_TEXT: text; every filled cell of a CSV file
 * @TD_CELL_NUMBER: a number; @text is a plain decimal
 * @TD_CELL_DATE: a day; @date is it and @text the same as `2024-03-14`
 * @TD_CELL_TIME: a time of day or a duration without a day; @text is `HH:MM:SS`
 * @TD_CELL_BOOLEAN: @text is "1" or "0"
 * @TD_CELL_ERROR: an error value such as `#N/A`, or a value that cannot be what its type says
 * @TD_CELL_UNCALCULATED: a formula whose result is not in the file: the program that wrote it does
 *   not calculate. It must be opened and saved once in a program that does; it is never taken as 0.
 *
 * What a cell holds.
 */
typedef enum
{
  TD_CELL_BLANK,
  TD_CELL_TEXT,
  TD_CELL_NUMBER,
  TD_CELL_DATE,
  TD_CELL_TIME,
  TD_CELL_BOOLEAN,
  TD_CELL_ERROR,
  TD_CELL_UNCALCULATED,
} TdCellKind;

/**
 * TdCellFlags:
 * @TD_CELL_FORMULA: the value is a formula's result
 * @TD_CELL_HIDDEN: the column is hidden (a hidden row is a matter of the row)
 * @TD_CELL_MERGED: the top left cell of a merged area
 * @TD_CELL_COVERED: lies under a merged area and cannot be seen, yet is filled
 * @TD_CELL_NUMBER_AS_TEXT: a text in a workbook that reads as a number, plain or Vietnamese
 * @TD_CELL_PERCENT: shown as a percentage: the cell shows 85% where the value is 0.85
 * @TD_CELL_ROUNDED: a calculated number whose 16th or 17th digit was dropped; see @text
 * @TD_CELL_LONG: a whole number of more than 15 digits: the spreadsheet may have changed the last
 *   ones already (identity and bank numbers typed as numbers)
 * @TD_CELL_HAS_TIME: the date came with a time of day, which is in @seconds
 * @TD_CELL_BAD_DATE: a number shown as a date that is no day (negative, beyond 9999, 29 February
 *   1900); the kind is then %TD_CELL_NUMBER
 * @TD_CELL_RESHAPED: a number shown as another one: 0.6 as 3/5, 1234500 as 1234.5 (in thousands)
 * @TD_CELL_UNSEEN: a number whose format shows nothing of it
 * @TD_CELL_NO_DAY: a date shown without its day, as 05/2024: who typed that meant the month
 * @TD_CELL_STRUCK: it is struck out, or a part of its text is struck out, raised or lowered: 12 with
 *   the mark of a footnote reads as 121
 *
 * What else is known about a cell.
 */
typedef enum
{
  TD_CELL_FORMULA = 1 << 0,
  TD_CELL_HIDDEN = 1 << 1,
  TD_CELL_MERGED = 1 << 2,
  TD_CELL_COVERED = 1 << 3,
  TD_CELL_NUMBER_AS_TEXT = 1 << 4,
  TD_CELL_PERCENT = 1 << 5,
  TD_CELL_ROUNDED = 1 << 6,
  TD_CELL_LONG = 1 << 7,
  TD_CELL_HAS_TIME = 1 << 8,
  TD_CELL_BAD_DATE = 1 << 9,
  TD_CELL_RESHAPED = 1 << 10,
  TD_CELL_UNSEEN = 1 << 11,
  TD_CELL_NO_DAY = 1 << 12,
  TD_CELL_STRUCK = 1 << 13,
} TdCellFlags;

/**
 * TdCell:
 * @column: 1-based
 * @kind: what it holds
 * @flags: of #TdCellFlags
 * @length: bytes of @text
 * @text: the value as text, never %NULL. Of a text: as it stands in the file, valid UTF-8, line ends
 *   as "\n", neither trimmed nor composed (td_text_normalize() does both). Of a number: a plain
 *   decimal with the fewest digits and no exponent. A binary number carries 15 digits, which is all a
 *   spreadsheet shows: `8.4008210000000001` is 8.400821, and of a calculated
 *   `0.30000000000000004` the rest is dropped and %TD_CELL_ROUNDED says so.
 * @stored: what the file has, for messages; often the same pointer as @text
 * @date: the day when the kind is %TD_CELL_DATE, else %TD_DATE_NONE
 * @seconds: of a date with a time the seconds since midnight; of a time its length
 * @format: the number format's code, such as `dd/mm/yyyy` or `0.0%` (XLSX); %NULL where there is none
 *
 * One cell. All pointers live as long as the row they came with.
 */
typedef struct
{
  guint column;
  guint16 kind;
  guint16 flags;
  guint length;
  TdDate date;
  gint64 seconds;
  const char *text;
  const char *stored;
  const char *format;
} TdCell;

/**
 * TdRow:
 * @row: 1-based, as the user sees it: blank rows count. Of CSV the record, where a record that goes
 *   over several lines is one
 * @line: in a CSV file the physical line on which the row begins; 0 in a workbook
 * @width: of CSV the number of fields, blank or not; else the last cell's column
 * @hidden: the row is hidden, by hand or by a filter
 * @n_cells: how many cells
 * @cells: the filled ones, by column; blank cells are not there, but for formulas that came to
 *   nothing
 *
 * One row that has at least one such cell.
 */
typedef struct
{
  guint row;
  guint line;
  guint width;
  gboolean hidden;
  guint n_cells;
  const TdCell *cells;
} TdRow;

/**
 * TdRowFunc:
 * @row: valid during the call only
 *
 * Takes a row. FALSE with @error set ends the reading.
 */
typedef gboolean (*TdRowFunc) (const TdRow *row, gpointer data, GError **error);

/*
 * How far a reading is, 0 to 1. Called on the thread that reads, not more often than for every 64 KB.
 */
typedef void (*TdProgressFunc) (double fraction, gpointer data);

/* The cell in @column (1-based), or %NULL when it is blank. (transfer none) (nullable) */
const TdCell *td_row_get_cell (const TdRow *self, guint column);

/* A column's letters: 1 is "A", 28 is "AB". Writes at most 8 bytes, NUL included, to @out. */
void td_cell_column_name (guint column, char *out);

/*
 * Reads `B7` or `$B$7`, in capitals or not. FALSE when it is not a cell, or lies outside a sheet
 * (%TD_LIMIT_ROWS, %TD_LIMIT_COLUMNS). @length may be -1.
 */
gboolean td_cell_parse_name (const char *text, gssize length, guint *row, guint *column);

/*
 * The place as messages name it: `FILE!SHEET!B7`; without @column (0) `FILE!SHEET!7`, without @row
 * too `FILE!SHEET`. (transfer full)
 */
char *td_cell_location (const char *file, const char *sheet, guint row,
                        guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
