/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One table as it was read, cells still text; private to the import. Its columns are matched to the
 * table's fields and each column's way of writing numbers and dates is found (TABLES.md).
 */
#pragma once

#include "base/td-arena.h"
#include "base/td-error.h"
#include "model/td-record.h"
#include "tables/td-grid-file.h"
#include "tables/td-import-map.h"

G_BEGIN_DECLS

/* A cell, kept compactly: an import may have a million. */
typedef struct
{
  const char *text; /* in the sheet's arena; NULL: blank */
  guint16 kind;     /* TdCellKind */
  guint16 flags;    /* TdCellFlags */
} TdImportCell;

/* A place, both 1-based. */
typedef struct
{
  guint row;
  guint column;
} TdImportStray;

/**
 * TdImportSheet:
 * @table: which table
 * @file: the file's name
 * @sheet: the sheet's name; %NULL of a CSV file
 * @separator: of a CSV file
 * @columns: for each field its column in the file, 1-based; 0: not there
 * @styles: for each field how its column is written
 * @broken: for each field whether its column is missing or contradicts itself, which was said; its
 *   cells cannot be read
 * @rows: of guint, the row number of each row of data
 * @cells: rows × fields
 * @ids: of TdId, the record of each row, once known
 */
typedef struct
{
  const TdTable *table;
  char *file;
  char *sheet;
  char separator;
  guint columns[TD_MAX_FIELDS];
  TdStyle styles[TD_MAX_FIELDS];
  gboolean broken[TD_MAX_FIELDS];
  GArray *rows;
  GArray *cells;
  GArray *ids;
  TdArena *arena;
  guint header_row; /* where the columns are named */
  /* While reading. */
  gboolean has_header;
  gboolean mapped;    /* a person has said what is read */
  GPtrArray *headers; /* of char*, by column; for what is said of unknown ones */
  GByteArray *named;  /* by column from 0: 1 when it has a heading, or was spoken of */
  GArray *strays; /* of TdImportStray: filled cells below no heading, the first of each column */
} TdImportSheet;

TdImportSheet *td_import_sheet_new (const TdTable *table, TdGridFile *file, guint sheet);
void td_import_sheet_free (TdImportSheet *self);

/* Before reading: the columns are as @map says, not as their headings do. */
void td_import_sheet_set_map (TdImportSheet *self, const TdImportMap *map);

/* Takes a row of the file: the first is the header. A #TdRowFunc. */
gboolean td_import_sheet_take_row (const TdRow *row, gpointer self, GError **error);

/* Matches the columns and finds their styles; says what is wrong with either. */
void td_import_sheet_prepare (TdImportSheet *self, TdProblems *problems);

guint td_import_sheet_get_n_rows (const TdImportSheet *self);
const TdImportCell *td_import_sheet_get_cell (const TdImportSheet *self, guint row, guint field);

/* `TABLE:ROW:COLUMN`, or `FILE!SHEET!CELL`; @field -1: the whole row. (transfer full) */
char *td_import_sheet_where (const TdImportSheet *self, guint row, int field);

/* Reads a cell into @out; FALSE when it is wrong, which is said in @problems (nullable). */
gboolean td_import_sheet_read_cell (const TdImportSheet *self, guint row, guint field, TdValue *out,
                                    TdProblems *problems);

G_END_DECLS
