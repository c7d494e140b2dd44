/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables: widths of columns from their content, rows into pieces, and a row higher than a page into
 * two. The rows that a cell spans make one piece.
 */
#pragma once

#include "print/td-piece.h"

G_BEGIN_DECLS

/**
 * TdGrid:
 *
 * One table of a page's width, going from row to row.
 */
typedef struct _TdGrid TdGrid;

/* @block is a table. In the shop's arena. */
TdGrid *td_grid_new (const TdShop *shop, const TdBlock *block, double width);

/* The pieces from the first row to the last; %NULL after it. */
TdPiece *td_grid_next (TdGrid *self);

/*
 * The part of @piece that fits into @room, and in @rest what is left of it; %NULL when nothing of it
 * fits. With @force at least one line is taken.
 */
TdPiece *
td_grid_split (TdGrid *self, const TdPiece *piece, double room, gboolean force, TdPiece **rest);

/* The widths found, points; as many as there are columns. */
const double *td_grid_get_widths (TdGrid *self);
/* The size of letters found, points. */
double td_grid_get_size (TdGrid *self);

G_END_DECLS
