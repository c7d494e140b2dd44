/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which columns of somebody's file are which fields of a table. A file by the contract (TABLES.md) needs
 * none of this; an office's own workbook has a title above its table, Vietnamese headings and columns
 * that are nobody's. What is guessed here is shown to a person before anything is read by it.
 */
#pragma once

#include <gio/gio.h>

#include "model/td-schema.h"

G_BEGIN_DECLS

/* Rows that are kept for showing. */
#define TD_IMPORT_MAP_ROWS 12

/**
 * TdImportMap:
 * @sheet: the sheet's name; of CSV the file's without its ending
 * @index: the sheet's number in its file
 * @table: what it is taken for; %NULL: it is left out
 * @header_row: the row with the headings, 1-based; 0 when the sheet has none
 * @headers: of char*, the heading of each column from A on; "" where there is none
 * @fields: of int, for each column the field it is read as, or -1
 * @rows: of GPtrArray of char*, the first rows below the headings, for showing
 * @numbers: of guint, their row numbers
 *
 * One sheet of a file, and how it is to be read.
 */
typedef struct
{
  char *sheet;
  guint index;
  const TdTable *table;
  guint header_row;
  GPtrArray *headers;
  GArray *fields;
  GPtrArray *rows;
  GArray *numbers;
} TdImportMap;

void td_import_map_free (TdImportMap *self);
/* A copy to be read by on another thread while this one goes on changing. (transfer full) */
TdImportMap *td_import_map_copy (const TdImportMap *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Guesses for each sheet of a file which table it is and which field each column. Headings count without
 * marks and capitals, in the language the program speaks and by the fields' names. Any thread.
 * (transfer full) (nullable): of #TdImportMap, %NULL with @error when the file cannot be read
 */
GPtrArray *td_import_map_guess (const char *path, GCancellable *cancellable, GError **error);

/* Takes the sheet for another table (%NULL: leaves it out) and guesses its columns anew. */
void td_import_map_set_table (TdImportMap *self, const TdTable *table);

/* Reads @column (from 0) as @field, or not at all (-1). No two columns are one field: the other is freed. */
void td_import_map_set_field (TdImportMap *self, guint column, int field);

/*
 * The same by name: `HEADING=field`, as the command line has it. FALSE with %TD_ERROR_NOT_FOUND and a
 * sentence when there is no such heading or field.
 */
gboolean td_import_map_set_named (TdImportMap *self, const char *text, GError **error);

/* How sure the guess is: the more of the table's fields are found, the more. For choosing among sheets. */
int td_import_map_get_score (const TdImportMap *self);

/* The same for files with the same headings, by which a mapping is remembered. (transfer full) */
char *td_import_map_signature (const TdImportMap *self) G_GNUC_WARN_UNUSED_RESULT;
/* The mapping as one text, and back; what does not fit any more is left as guessed. (transfer full) */
char *td_import_map_format (const TdImportMap *self) G_GNUC_WARN_UNUSED_RESULT;
void td_import_map_recall (TdImportMap *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdImportMap, td_import_map_free)

G_END_DECLS
