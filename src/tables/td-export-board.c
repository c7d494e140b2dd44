/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-export-board.h"

#include <glib/gi18n-lib.h>

#include "tables/td-export-private.h"

/* Columns whose plain text is one number; the others stay text, or a spreadsheet makes dates of them. */
static gboolean
is_plain_number (TdBoardColumn column)
{
  return td_board_column_is_number (column) && column != TD_BOARD_RANGE
         && column != TD_BOARD_COVERAGE;
}

TdExport *
td_export_board (const TdBoard *board, const TdBoardColumn *columns, guint n_columns,
                 gboolean trial)
{
  TdExport *self = td_export_new (trial ? _ ("Trial") : _ ("Ranking"));

  for (guint i = 0; i < n_columns; i++)
    {
      const char *title = _ (td_board_column_title (columns[i]));
      /* A CSV file has no sheet whose name could say it. */
      g_autofree char *marked = trial ? g_strdup_printf (_ ("%s (trial)"), title) : NULL;

      td_export_add_column (self, marked != NULL ? marked : title,
                            is_plain_number (columns[i]) ? TD_COLUMN_NUMBER : TD_COLUMN_TEXT);
    }
  for (guint row = 0; row < td_board_get_n_rows (board); row++)
    for (guint i = 0; i < n_columns; i++)
      td_export_take_text (self, td_board_dup_text (board, row, columns[i], TD_STYLE_PLAIN));
  return self;
}
