/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The merged areas of a sheet. Only the top left cell of an area shows; people merge "the unit's name"
 * over its rows and expect it to count for all of them, so an empty cell under an area must be told
 * from one that was left empty.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An area: first and last row and column, 1-based, both included. */
typedef struct
{
  guint first_row, first_column, last_row, last_column;
} TdMerge;

typedef struct _TdMerges TdMerges;

TdMerges *td_merges_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_merges_free (TdMerges *self);

/* FALSE when there are too many. An area of one cell is none and is left out. */
gboolean td_merges_add (TdMerges *self, const TdMerge *merge);

guint td_merges_get_count (const TdMerges *self);

/*
 * Makes @row the row that td_merges_find() looks in. Rows must not go backward. FALSE when areas
 * overlap, which a spreadsheet never allows.
 */
gboolean td_merges_set_row (TdMerges *self, guint row);

/* The area over the cell in @column of the current row, or %NULL. (transfer none) (nullable) */
const TdMerge *td_merges_find (const TdMerges *self, guint column);

/*
 * The area over any cell, current row or not; slower, for the cell that is asked about in a message.
 * (transfer none) (nullable)
 */
const TdMerge *td_merges_find_anywhere (const TdMerges *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdMerges, td_merges_free)

G_END_DECLS
