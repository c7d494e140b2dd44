/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Blocks of cells of a #TdFigureModel: what copying, pasting and filling down a range means, as a block
 * of text or as edits. Nothing is written and nothing is shown here.
 */
#pragma once

#include "app/widgets/td-figure-model.h"
#include "tables/td-text-block.h"

G_BEGIN_DECLS

/* Cells of the model, the last row and column included. */
typedef struct
{
  guint row;
  guint column;
  guint last_row;
  guint last_column;
} TdFigureRange;

/* What the cells of a range are edited as. (transfer full) */
TdTextBlock *td_figure_blocks_copy (TdFigureModel *model, const TdFigureRange *range);

/*
 * The edits (#TdFigureEdit) that put @block into the model from the first cell of @range on; what does not fit and
 * cells that cannot be typed into are left out. One cell goes into the whole range, as spreadsheets do it. Where
 * every column that takes two ("done, due") has two in the block, they become `12/15`. @foreign: it
 * comes from another program. (transfer full)
 */
GArray *td_figure_blocks_paste (TdFigureModel *model, const TdFigureRange *range,
                                const TdTextBlock *block, gboolean foreign);

/* The edits that put the range's first row into the others. (transfer full) */
GArray *td_figure_blocks_fill_down (TdFigureModel *model, const TdFigureRange *range);

G_END_DECLS
