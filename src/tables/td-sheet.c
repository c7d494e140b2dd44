/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-arena.h"
#include "tables/td-refuse.h"

struct _TdSheet
{
  TdArena *arena;
  GArray *rows;        /* of TdRow */
  GStringChunk *codes; /* number formats, each once */
  guint n_cells;
  guint max_cells;
  char *place; /* for messages; NULL when loaded */
};

static gboolean
row_cb (const TdRow *row, gpointer data, GError **error)
{
  TdSheet *self = data;
  TdCell *cells;
  TdRow copy = *row;

  self->n_cells += row->n_cells;
  if (self->n_cells > self->max_cells)
    return td_refuse (error, TD_ERROR_INVALID, self->place,
                      _ ("the sheet has more than %u filled cells, far more than is expected here"),
                      self->max_cells);
  cells = g_memdup2 (row->cells, sizeof (TdCell) * row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const TdCell *cell = &row->cells[i];

      cells[i].text = td_arena_add (self->arena, cell->text, cell->length);
      cells[i].stored = cell->stored == cell->text
                            ? cells[i].text
                            : td_arena_add (self->arena, cell->stored, strlen (cell->stored));
      if (cell->format != NULL)
        cells[i].format = g_string_chunk_insert_const (self->codes, cell->format);
    }
  copy.cells = cells;
  g_array_append_val (self->rows, copy);
  return TRUE;
}

static void
clear_row (gpointer data)
{
  g_free ((TdCell *) ((TdRow *) data)->cells);
}

TdSheet *
td_sheet_load (TdGridFile *file, guint sheet, guint max_cells, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (TdSheet) self = g_new0 (TdSheet, 1);

  self->arena = td_arena_new ();
  self->codes = g_string_chunk_new (256);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TdRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->max_cells = max_cells;
  self->place = td_grid_file_dup_location (file, sheet, 0, 0);
  if (!td_grid_file_read (file, sheet, row_cb, self, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_sheet_free (TdSheet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  td_arena_free (self->arena);
  g_string_chunk_free (self->codes);
  g_free (self->place);
  g_free (self);
}

guint
td_sheet_get_n_rows (const TdSheet *self)
{
  return self->rows->len;
}

const TdRow *
td_sheet_get_row (const TdSheet *self, guint index)
{
  g_return_val_if_fail (index < self->rows->len, NULL);

  return &g_array_index (self->rows, TdRow, index);
}

const TdRow *
td_sheet_find_row (const TdSheet *self, guint row)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->rows, TdRow, middle).row < row)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->rows->len || g_array_index (self->rows, TdRow, low).row != row)
    return NULL;
  return &g_array_index (self->rows, TdRow, low);
}

const TdCell *
td_sheet_get_cell (const TdSheet *self, guint row, guint column)
{
  const TdRow *found = td_sheet_find_row (self, row);

  return found != NULL ? td_row_get_cell (found, column) : NULL;
}
