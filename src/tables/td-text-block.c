/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-text-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-error.h"
#include "tables/td-limits.h"

/* Cells of a block, far more than anyone pastes into a grid. */
#define MAX_CELLS 4194304

struct _TdTextBlock
{
  guint rows;
  guint columns;
  char **cells; /* rows × columns; NULL is blank */
};

TdTextBlock *
td_text_block_new (guint rows, guint columns)
{
  TdTextBlock *self;

  g_return_val_if_fail ((guint64) rows * columns <= MAX_CELLS, NULL);

  self = g_new0 (TdTextBlock, 1);
  self->rows = rows;
  self->columns = columns;
  self->cells = g_new0 (char *, (gsize) rows *columns);
  return self;
}

void
td_text_block_free (TdTextBlock *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < (gsize) self->rows * self->columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  g_free (self);
}

guint
td_text_block_get_rows (const TdTextBlock *self)
{
  return self->rows;
}

guint
td_text_block_get_columns (const TdTextBlock *self)
{
  return self->columns;
}

static char **
cell_at (const TdTextBlock *self, guint row, guint column)
{
  return &self->cells[(gsize) row * self->columns + column];
}

const char *
td_text_block_get (const TdTextBlock *self, guint row, guint column)
{
  const char *text;

  g_return_val_if_fail (row < self->rows && column < self->columns, "");

  text = *cell_at (self, row, column);
  return text != NULL ? text : "";
}

void
td_text_block_set (TdTextBlock *self, guint row, guint column, const char *text)
{
  char **cell;

  g_return_if_fail (row < self->rows && column < self->columns);

  cell = cell_at (self, row, column);
  g_free (*cell);
  *cell = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static gboolean
is_line_end (char c)
{
  return c == '\n' || c == '\r';
}

/* A quoted cell at @at, into @cell; NULL when the quote is just a quote. Else where it ends. */
static const char *
read_quoted (const char *at, const char *end, GString *cell)
{
  for (at++; at < end; at++)
    {
      if (*at != '"')
        {
          if (*at != '\r')
            g_string_append_c (cell, *at);
          else if (at + 1 == end || at[1] != '\n')
            g_string_append_c (cell, '\n');
          continue;
        }
      if (at + 1 < end && at[1] == '"')
        {
          g_string_append_c (cell, '"');
          at++;
          continue;
        }
      at++;
      return at == end || *at == '\t' || is_line_end (*at) ? at : NULL;
    }
  return NULL;
}

static const char *
read_cell (const char *at, const char *end, GString *cell)
{
  const char *from = at;

  g_string_truncate (cell, 0);
  if (at < end && *at == '"')
    {
      at = read_quoted (at, end, cell);
      if (at != NULL)
        return at;
      g_string_truncate (cell, 0);
      at = from;
    }
  while (at < end && *at != '\t' && !is_line_end (*at))
    at++;
  g_string_append_len (cell, from, at - from);
  return at;
}

typedef struct
{
  guint row, column;
  char *text;
} Placed;

static void
clear_placed (gpointer data)
{
  g_free (((Placed *) data)->text);
}

static TdTextBlock *
too_large (GError **error)
{
  g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                       _ ("the pasted text is larger than a sheet can be"));
  return NULL;
}

TdTextBlock *
td_text_block_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Placed));
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end;
  guint row = 0, column = 0, widest = 0, rows;
  TdTextBlock *self;

  if (length < 0)
    length = (gssize) strlen (text);
  if (!g_utf8_validate (text, length, NULL))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("what was copied is not text that can be pasted here"));
      return NULL;
    }
  g_array_set_clear_func (cells, clear_placed);
  end = text + length;
  rows = length > 0 ? 1 : 0;
  while (text < end)
    {
      text = read_cell (text, end, cell);
      widest = MAX (widest, column + 1);
      if (cell->len > 0)
        {
          Placed placed = { row, column, g_strdup (cell->str) };

          g_array_append_val (cells, placed);
        }
      if (text == end)
        break;
      if (*text == '\t')
        {
          column++;
          /* A tab at the very end has a blank cell behind it. */
          widest = MAX (widest, column + 1);
          text++;
        }
      else
        {
          text += *text == '\r' && text + 1 < end && text[1] == '\n' ? 2 : 1;
          row++;
          column = 0;
          rows += text < end;
        }
      if (row >= TD_LIMIT_ROWS || column >= TD_LIMIT_COLUMNS)
        return too_large (error);
    }
  if ((guint64) rows * widest > MAX_CELLS)
    return too_large (error);
  self = td_text_block_new (rows, widest);
  for (guint i = 0; i < cells->len; i++)
    {
      Placed *placed = &g_array_index (cells, Placed, i);

      *cell_at (self, placed->row, placed->column) = g_steal_pointer (&placed->text);
    }
  return self;
}

/* --- writing ---------------------------------------------------------------------------------- */

char *
td_text_block_format (const TdTextBlock *self)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < self->rows; row++)
    {
      for (guint column = 0; column < self->columns; column++)
        {
          const char *text = td_text_block_get (self, row, column);

          if (column > 0)
            g_string_append_c (out, '\t');
          if (*text != '"' && strpbrk (text, "\t\n\r") == NULL)
            {
              g_string_append (out, text);
              continue;
            }
          g_string_append_c (out, '"');
          for (; *text != '\0'; text++)
            {
              if (*text == '"')
                g_string_append_c (out, '"');
              g_string_append_c (out, *text);
            }
          g_string_append_c (out, '"');
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}
