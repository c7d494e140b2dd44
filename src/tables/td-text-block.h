/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A block of cells as the clipboard carries it between programs: lines of texts with tabs between
 * them, as Excel and LibreOffice put it there and take it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdTextBlock TdTextBlock;

/* A block of blank cells. (transfer full) */
TdTextBlock *td_text_block_new (guint rows, guint columns) G_GNUC_WARN_UNUSED_RESULT;
void td_text_block_free (TdTextBlock *self);

/*
 * Reads what was pasted. A cell in quotes may hold tabs and line breaks, and quotes written twice; a
 * quote without a closing one that has a tab or a line end behind it is just a quote. Rows that are shorter than the
 * widest are filled up with blank cells; one line end behind the last row is not a row. UTF-8; line
 * breaks in cells become "\n". %NULL with an error when the text is not UTF-8 or larger than a sheet.
 * (transfer full) (nullable)
 */
TdTextBlock *
td_text_block_parse (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

guint td_text_block_get_rows (const TdTextBlock *self);
guint td_text_block_get_columns (const TdTextBlock *self);

/* Rows and columns from 0. Never %NULL. (transfer none) */
const char *td_text_block_get (const TdTextBlock *self, guint row, guint column);
void td_text_block_set (TdTextBlock *self, guint row, guint column, const char *text);

/* The block for the clipboard: "\n" behind every row, quotes only where needed. (transfer full) */
char *td_text_block_format (const TdTextBlock *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTextBlock, td_text_block_free)

G_END_DECLS
