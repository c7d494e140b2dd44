/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole sheet in memory, for what has to be looked at crosswise: a form, a report that came back. */
#pragma once

#include "tables/td-grid-file.h"

G_BEGIN_DECLS

typedef struct _TdSheet TdSheet;

/*
 * Reads a sheet of at most @max_cells filled cells (a form has hundreds); one that has more is refused.
 * It does not need @file any more afterwards. (transfer full) (nullable)
 */
TdSheet *td_sheet_load (TdGridFile *file, guint sheet, guint max_cells, GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_sheet_free (TdSheet *self);

/* Rows that have a filled cell, from the top; @index from 0. (transfer none) */
guint td_sheet_get_n_rows (const TdSheet *self);
const TdRow *td_sheet_get_row (const TdSheet *self, guint index);

/* The row of that number (1-based), or %NULL when it is blank. (transfer none) (nullable) */
const TdRow *td_sheet_find_row (const TdSheet *self, guint row);

/* The cell, or %NULL when it is blank. Row and column 1-based. (transfer none) (nullable) */
const TdCell *td_sheet_get_cell (const TdSheet *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSheet, td_sheet_free)

G_END_DECLS
