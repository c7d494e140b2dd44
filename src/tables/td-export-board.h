/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ranking as it is shown, for a spreadsheet. */
#pragma once

#include "desk/td-board.h"
#include "tables/td-export.h"

G_BEGIN_DECLS

/*
 * The rows of @board in its order, with the columns @columns, whose headings are as on the screen.
 * @trial: they are of a trial, and sheet and headings say so. (transfer full)
 */
TdExport *td_export_board (const TdBoard *board, const TdBoardColumn *columns, guint n_columns,
                           gboolean trial) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
