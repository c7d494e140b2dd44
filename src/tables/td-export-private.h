/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling a table of text: what the files that compute tables share. */
#pragma once

#include "desk/td-award-book.h"
#include "tables/td-export.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  TdColumnType type;
} TdExportColumn;

/* An empty table: its columns first, then the cells row by row. */
TdExport *td_export_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void td_export_add_column (TdExport *self, const char *name, TdColumnType type);
void td_export_add_columns (TdExport *self, const TdExportColumn *columns, guint n);

/* Each adds the next cell of the row. */
void td_export_add_text (TdExport *self, const char *text);
void td_export_take_text (TdExport *self, char *text);
void td_export_add_decimal (TdExport *self, TdDecimal value);
void td_export_add_fixed (TdExport *self, TdDecimal value, guint digits);
void td_export_add_count (TdExport *self, guint value);

/* td-export-awards.c: columns and rows of a computed table of AWARDS.md. */
void td_export_fill_law_cards (const TdAwardBook *book, TdExport *sheet);
void td_export_fill_quota_use (const TdAwardBook *book, TdExport *sheet);
void td_export_fill_votes (const TdAwardBook *book, TdExport *sheet);
void td_export_fill_payments (const TdAwardBook *book, TdExport *sheet);
void td_export_fill_completeness (const TdAwardBook *book, TdExport *sheet);

G_END_DECLS
