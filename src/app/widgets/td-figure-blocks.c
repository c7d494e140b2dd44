/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-figure-blocks.h"

#include <string.h>

static void
add_edit (GArray *edits, TdFigureModel *model, guint row, guint column, const char *text)
{
  TdFigureEdit edit = { .row = row, .column = column };

  if (!td_figure_model_is_editable (model, row, column))
    return;
  edit.text = g_strdup (text);
  g_array_append_val (edits, edit);
}

TdTextBlock *
td_figure_blocks_copy (TdFigureModel *model, const TdFigureRange *range)
{
  TdTextBlock *block =
      td_text_block_new (range->last_row - range->row + 1, range->last_column - range->column + 1);

  for (guint r = range->row; r <= range->last_row; r++)
    for (guint c = range->column; c <= range->last_column; c++)
      {
        g_autofree char *cell = td_figure_model_get_edit_text (model, r, c);

        td_text_block_set (block, r - range->row, c - range->column, cell);
      }
  return block;
}

/*
 * Whether a block has two columns ("done", "due") for each column that takes two: no cell that would
 * go into such a column is written `12/15`, and the block is as wide as that needs.
 */
static gboolean
is_spread (TdFigureModel *model, const TdTextBlock *block, guint column, guint columns)
{
  guint width = 0, n_columns = td_text_block_get_columns (block);

  for (guint row = 0; row < td_text_block_get_rows (block); row++)
    for (guint c = 0; c < n_columns; c++)
      if (strchr (td_text_block_get (block, row, c), '/') != NULL)
        return FALSE;
  for (guint c = column; c < columns && width < n_columns; c++)
    width += td_figure_model_get_paste_width (model, c);
  return width == n_columns && n_columns > 1;
}

/* What goes into a cell that takes @width columns of the block. */
static char *
dup_cell (const TdTextBlock *block, guint row, guint column, guint width)
{
  const char *first = td_text_block_get (block, row, column), *second;

  if (width < 2)
    return g_strdup (first);
  second = td_text_block_get (block, row, column + 1);
  return *first != '\0' || *second != '\0' ? g_strdup_printf ("%s/%s", first, second)
                                           : g_strdup (first);
}

GArray *
td_figure_blocks_paste (TdFigureModel *model, const TdFigureRange *range, const TdTextBlock *block,
                        gboolean foreign)
{
  GArray *edits = td_figure_edits_new ();
  guint n_rows = td_text_block_get_rows (block), n_columns = td_text_block_get_columns (block);
  guint rows, columns;
  gboolean spread;

  td_figure_model_get_size (model, &rows, &columns);
  spread = is_spread (model, block, range->column, columns);
  if (n_rows == 1 && n_columns == 1)
    {
      for (guint r = range->row; r <= range->last_row; r++)
        for (guint c = range->column; c <= range->last_column; c++)
          add_edit (edits, model, r, c, td_text_block_get (block, 0, 0));
    }
  else
    for (guint r = 0; r < n_rows && range->row + r < rows; r++)
      for (guint c = range->column, at = 0; at < n_columns && c < columns; c++)
        {
          guint width = spread ? td_figure_model_get_paste_width (model, c) : 1;
          g_autofree char *text = dup_cell (block, r, at, width);

          at += width;
          add_edit (edits, model, range->row + r, c, text);
        }
  for (guint i = 0; i < edits->len; i++)
    g_array_index (edits, TdFigureEdit, i).foreign = foreign;
  return edits;
}

GArray *
td_figure_blocks_fill_down (TdFigureModel *model, const TdFigureRange *range)
{
  GArray *edits = td_figure_edits_new ();

  for (guint c = range->column; c <= range->last_column; c++)
    {
      g_autofree char *text = td_figure_model_get_edit_text (model, range->row, c);

      for (guint r = range->row + 1; r <= range->last_row; r++)
        add_edit (edits, model, r, c, text);
    }
  return edits;
}
