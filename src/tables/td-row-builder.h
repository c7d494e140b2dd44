/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the readers meet: each tells what it found in the file, cell by cell, and from here on the
 * formats are alike. Gathers a row, judges its cells (dates from serial numbers, numbers stored as
 * text, merged and hidden ones) and hands it to the caller.
 */
#pragma once

#include "base/td-arena.h"
#include "tables/td-cell.h"
#include "tables/td-limits.h"
#include "tables/td-merges.h"

G_BEGIN_DECLS

/**
 * TdRowBuilder:
 *
 * The state of one sheet's reading. Readers add to @merges and look at @row and @n_cells.
 */
typedef struct
{
  const char *file;  /* for messages */
  const char *sheet; /* for messages; NULL in a CSV file, whose place is FILE:ROW:COLUMN */
  TdRowFunc func;
  gpointer data;

  TdMerges *merges; /* owned */
  guint8 hidden_columns[TD_LIMIT_COLUMNS / 8 + 1];
  gint64 hidden_to; /* the last column told of as hidden; 0 for none */

  TdArena *arena; /* owned; the texts of the row */
  TdCell *cells;  /* owned */
  guint n_cells;
  guint n_allocated;
  TdRow row;       /* the row that is being gathered; row.row is 0 before the first */
  gboolean sorted; /* the row's cells came by column so far */
} TdRowBuilder;

void td_row_builder_init (TdRowBuilder *self, const char *file, const char *sheet, TdRowFunc func,
                          gpointer data);
void td_row_builder_clear (TdRowBuilder *self);

/* The place as messages name it; @column may be 0. (transfer full) */
char *td_row_builder_dup_place (const TdRowBuilder *self, guint column) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Columns @first to @last are hidden. Ranges come from left to right; what was told of before, and
 * what lies outside a sheet, does not matter.
 */
void td_row_builder_hide_columns (TdRowBuilder *self, gint64 first, gint64 last);

/* Begins a row. Its number must be above the last one's and inside a sheet. */
gboolean td_row_builder_begin (TdRowBuilder *self, gint64 row, gboolean hidden, GError **error);

/*
 * Adds a filled cell and returns it for its kind and value to be set; @text is copied and its line
 * ends become "\n". %NULL when the column is outside a sheet or the text is too long. The cell is
 * valid until the next one is added. (transfer none) (nullable)
 */
TdCell *td_row_builder_add (TdRowBuilder *self, gint64 column, const char *text, gsize length,
                            GError **error);

/* The same with a text that lives as long as the reading does and has been looked at already. */
TdCell *td_row_builder_add_static (TdRowBuilder *self, gint64 column, const char *text,
                                   gsize length, GError **error);

/*
 * Reads a cell's text as a number in XLSX's and ODS's plain form; what cannot be one becomes
 * %TD_CELL_ERROR.
 */
void td_row_builder_set_number (TdRowBuilder *self, TdCell *cell);

/* Makes a number the day or the time it is shown as; %TD_CELL_BAD_DATE when it is none. */
void td_row_builder_set_serial_date (TdRowBuilder *self, TdCell *cell, gboolean from_1904);
void td_row_builder_set_serial_time (TdRowBuilder *self, TdCell *cell);

/* Reads `2024-03-14`, `2024-03-14T10:30:00` (both formats write them); else %TD_CELL_ERROR. */
void td_row_builder_set_iso_date (TdRowBuilder *self, TdCell *cell);

/* Makes the cell a time of that many seconds. */
void td_row_builder_set_time (TdRowBuilder *self, TdCell *cell, gint64 seconds);

/* Marks a text that reads as a number. */
void td_row_builder_set_text (TdRowBuilder *self, TdCell *cell);

/* The cell added last stands @count times more to its right. */
gboolean td_row_builder_repeat_cell (TdRowBuilder *self, gint64 count, GError **error);

/* Hands the row over when it has a filled cell. */
gboolean td_row_builder_end (TdRowBuilder *self, GError **error);

/* Hands the same row over again, as the next one (OpenDocument repeats rows). */
gboolean td_row_builder_repeat (TdRowBuilder *self, GError **error);

G_END_DECLS
