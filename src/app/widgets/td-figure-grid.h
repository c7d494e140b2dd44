/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A grid that is typed into like a spreadsheet: arrows, Tab, Enter, F2, Esc, typing replaces, ranges
 * with Shift, blocks copied from and pasted into Excel and LibreOffice, fill down. Only the cells in
 * view exist, so that 2,000 × 200 of them cost no more than a screenful.
 *
 * What cannot be taken stays in its cell, marked, with the reason; nothing typed is lost.
 */
#pragma once

#include "app/widgets/td-figure-model.h"
#include "app/widgets/td-scroll-area.h"

G_BEGIN_DECLS

#define TD_TYPE_FIGURE_GRID (td_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (TdFigureGrid, td_figure_grid, TD, FIGURE_GRID, TdScrollArea)

/**
 * TdFigureGrid::cursor-moved:
 *
 * Another cell is the current one.
 */

GtkWidget *td_figure_grid_new (void);

/* %NULL: nothing to show. */
void td_figure_grid_set_model (TdFigureGrid *self, TdFigureModel *model);

/* FALSE when there is no cell. */
gboolean td_figure_grid_get_cursor (TdFigureGrid *self, guint *row, guint *column);
/* Makes a cell the current one and brings it into view. */
void td_figure_grid_set_cursor (TdFigureGrid *self, guint row, guint column);
/* The selected range, the current cell when there is no other. Last row and column are included. */
gboolean td_figure_grid_get_range (TdFigureGrid *self, guint *row, guint *column, guint *last_row,
                                   guint *last_column);

/* Ends typing and writes it. FALSE when it is refused; it stays in its cell. */
gboolean td_figure_grid_finish_editing (TdFigureGrid *self);

/* How many cells hold something that was refused. */
guint td_figure_grid_get_n_refused (TdFigureGrid *self);

G_END_DECLS
