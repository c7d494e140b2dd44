/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-cell.h"

#include <string.h>

#include "tables/td-limits.h"

const TdCell *
td_row_get_cell (const TdRow *self, guint column)
{
  guint low = 0, high = self->n_cells;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_cells && self->cells[low].column == column ? &self->cells[low] : NULL;
}

void
td_cell_column_name (guint column, char *out)
{
  char letters[8];
  guint n = 0;

  g_return_if_fail (column > 0 && column <= TD_LIMIT_COLUMNS);

  for (; column > 0; column = (column - 1) / 26)
    letters[n++] = (char) ('A' + (column - 1) % 26);
  while (n > 0)
    *out++ = letters[--n];
  *out = '\0';
}

/* Read a million times in a large sheet: no table look-ups, no calls. */
gboolean
td_cell_parse_name (const char *text, gssize length, guint *row, guint *column)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  guint letters = 0, digits = 0;

  if (text < end && *text == '$')
    text++;
  for (; text < end; text++)
    {
      guint letter = ((guint) (guchar) *text | 0x20) - 'a';

      if (letter >= 26)
        break;
      letters = letters * 26 + letter + 1;
      if (letters > TD_LIMIT_COLUMNS)
        return FALSE;
    }
  if (text < end && *text == '$')
    text++;
  for (; text < end; text++)
    {
      guint digit = (guint) (guchar) *text - '0';

      if (digit >= 10)
        return FALSE;
      digits = digits * 10 + digit;
      if (digits > TD_LIMIT_ROWS)
        return FALSE;
    }
  if (letters == 0 || digits == 0)
    return FALSE;
  *row = digits;
  *column = letters;
  return TRUE;
}

char *
td_cell_location (const char *file, const char *sheet, guint row, guint column)
{
  char letters[8] = "";

  if (row == 0)
    return g_strdup_printf ("%s!%s", file, sheet);
  if (column > 0)
    td_cell_column_name (column, letters);
  return g_strdup_printf ("%s!%s!%s%u", file, sheet, letters, row);
}
