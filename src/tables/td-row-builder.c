/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-row-builder.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-decimal.h"
#include "tables/td-cell-text.h"
#include "tables/td-number-text.h"
#include "tables/td-refuse.h"

#define DAY_SECONDS 86400

void
td_row_builder_init (TdRowBuilder *self, const char *file, const char *sheet, TdRowFunc func,
                     gpointer data)
{
  memset (self, 0, sizeof *self);
  self->file = file;
  self->sheet = sheet;
  self->func = func;
  self->data = data;
  self->merges = td_merges_new ();
  self->arena = td_arena_new ();
}

void
td_row_builder_clear (TdRowBuilder *self)
{
  g_clear_pointer (&self->merges, td_merges_free);
  g_clear_pointer (&self->arena, td_arena_free);
  g_clear_pointer (&self->cells, g_free);
}

char *
td_row_builder_dup_place (const TdRowBuilder *self, guint column)
{
  if (self->sheet != NULL)
    return td_cell_location (self->file, self->sheet, self->row.row, column);
  if (column == 0)
    return g_strdup_printf ("%s:%u", self->file, self->row.row);
  return g_strdup_printf ("%s:%u:%u", self->file, self->row.row, column);
}

void
td_row_builder_hide_columns (TdRowBuilder *self, gint64 first, gint64 last)
{
  first = MAX (first, self->hidden_to + 1);
  last = MIN (last, TD_LIMIT_COLUMNS);
  for (gint64 column = first; column <= last; column++)
    self->hidden_columns[column / 8] |= (guint8) (1u << (column % 8));
  self->hidden_to = MAX (self->hidden_to, last);
}

gboolean
td_row_builder_begin (TdRowBuilder *self, gint64 row, gboolean hidden, GError **error)
{
  int limit = self->sheet != NULL ? TD_LIMIT_ROWS : TD_LIMIT_CSV_ROWS;

  if (row > limit)
    {
      g_autofree char *place = td_row_builder_dup_place (self, 0);

      return td_refuse (error, TD_ERROR_INVALID, place,
                        _ ("the table goes on beyond row %d, the last one there can be"), limit);
    }
  if (row <= (gint64) self->row.row)
    {
      g_autofree char *place = td_row_builder_dup_place (self, 0);

      return td_refuse_damaged (error, place);
    }
  self->row.row = (guint) row;
  self->row.hidden = hidden;
  self->row.width = 0;
  self->sorted = TRUE;
  self->n_cells = 0;
  td_arena_reset (self->arena);
  return TRUE;
}

TdCell *
td_row_builder_add_static (TdRowBuilder *self, gint64 column, const char *text, gsize length,
                           GError **error)
{
  TdCell *cell;
  guint n = self->n_cells;

  if (column < 1 || column > TD_LIMIT_COLUMNS)
    {
      g_autofree char *place = td_row_builder_dup_place (self, 0);

      td_refuse (error, TD_ERROR_INVALID, place,
                 _ ("the row has more columns than a sheet can have (%d)"), TD_LIMIT_COLUMNS);
      return NULL;
    }
  if (n > 0 && self->cells[n - 1].column >= column)
    self->sorted = FALSE;
  if (n == self->n_allocated)
    {
      self->n_allocated = MAX (self->n_allocated * 2, 64);
      self->cells = g_renew (TdCell, self->cells, self->n_allocated);
    }
  self->n_cells++;
  cell = &self->cells[n];
  memset (cell, 0, sizeof *cell);
  cell->column = (guint) column;
  cell->text = text;
  cell->stored = text;
  cell->length = (guint) length;
  self->row.width = MAX (self->row.width, cell->column);
  return cell;
}

TdCell *
td_row_builder_add (TdRowBuilder *self, gint64 column, const char *text, gsize length,
                    GError **error)
{
  char *copy;

  if (!td_cell_text_fits (text, length))
    {
      g_autofree char *place =
          td_row_builder_dup_place (self, (guint) CLAMP (column, 0, TD_LIMIT_COLUMNS));

      td_cell_text_refuse (error, place);
      return NULL;
    }
  copy = td_arena_add (self->arena, text, length);
  length = td_cell_text_unify_lines (copy, length);
  return td_row_builder_add_static (self, column, copy, length, error);
}

gboolean
td_row_builder_repeat_cell (TdRowBuilder *self, gint64 count, GError **error)
{
  g_return_val_if_fail (self->n_cells > 0, FALSE);

  for (gint64 i = 0; i < count; i++)
    {
      TdCell copy = self->cells[self->n_cells - 1];
      TdCell *cell =
          td_row_builder_add_static (self, (gint64) copy.column + 1, copy.text, copy.length, error);

      if (cell == NULL)
        return FALSE;
      copy.column = cell->column;
      *cell = copy;
    }
  return TRUE;
}

/* --- values ----------------------------------------------------------------------------------- */

static void
set_value (TdRowBuilder *self, TdCell *cell, const char *text, gsize length)
{
  if (length != cell->length || memcmp (text, cell->text, length) != 0)
    {
      cell->text = td_arena_add (self->arena, text, length);
      cell->length = (guint) length;
    }
}

void
td_row_builder_set_number (TdRowBuilder *self, TdCell *cell)
{
  char buffer[TD_NUMBER_TEXT_SIZE];
  gsize length = td_number_text_read (cell->text, cell->length, buffer, &cell->flags);

  if (length == 0)
    {
      cell->kind = TD_CELL_ERROR;
      return;
    }
  cell->kind = TD_CELL_NUMBER;
  set_value (self, cell, buffer, length);
}

static void
set_date (TdRowBuilder *self, TdCell *cell, TdDate date, gint64 seconds)
{
  char buffer[10];
  int year, month, day;

  td_date_split (date, &year, &month, &day);
  cell->kind = TD_CELL_DATE;
  cell->date = date;
  cell->seconds = seconds;
  if (seconds != 0)
    cell->flags |= TD_CELL_HAS_TIME;
  for (int i = 3; i >= 0; i--, year /= 10)
    buffer[i] = (char) ('0' + year % 10);
  buffer[4] = buffer[7] = '-';
  buffer[5] = (char) ('0' + month / 10);
  buffer[6] = (char) ('0' + month % 10);
  buffer[8] = (char) ('0' + day / 10);
  buffer[9] = (char) ('0' + day % 10);
  set_value (self, cell, buffer, sizeof buffer);
}

void
td_row_builder_set_time (TdRowBuilder *self, TdCell *cell, gint64 seconds)
{
  char buffer[40];
  int length;

  cell->kind = TD_CELL_TIME;
  cell->seconds = seconds;
  length = g_snprintf (buffer, sizeof buffer,
                       "%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT,
                       seconds / 3600, seconds / 60 % 60, seconds % 60);
  set_value (self, cell, buffer, (gsize) length);
}

void
td_row_builder_set_serial_date (TdRowBuilder *self, TdCell *cell, gboolean from_1904)
{
  TdDate date;
  gint64 seconds;

  td_row_builder_set_number (self, cell);
  if (cell->kind != TD_CELL_NUMBER)
    return;
  if (td_number_text_to_date (cell->text, from_1904, &date, &seconds))
    {
      cell->flags &= (guint16) ~(TD_CELL_ROUNDED | TD_CELL_LONG);
      set_date (self, cell, date, seconds);
    }
  else
    cell->flags |= TD_CELL_BAD_DATE;
}

void
td_row_builder_set_serial_time (TdRowBuilder *self, TdCell *cell)
{
  gint64 seconds;

  td_row_builder_set_number (self, cell);
  if (cell->kind == TD_CELL_NUMBER && td_number_text_to_seconds (cell->text, &seconds))
    {
      cell->flags &= (guint16) ~(TD_CELL_ROUNDED | TD_CELL_LONG);
      td_row_builder_set_time (self, cell, seconds);
    }
}

/* `HH:MM` with seconds or not, and a fraction of them that is cut off. -1 when it is no time. */
static gint64
parse_clock (const char *text)
{
  gint64 parts[3] = { 0, 0, 0 };

  for (guint i = 0; i < 3; i++)
    {
      if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
        return -1;
      parts[i] = (text[0] - '0') * 10 + (text[1] - '0');
      text += 2;
      if (i >= 1 && *text != ':')
        break;
      if (i < 2 && *text++ != ':')
        return -1;
    }
  if (*text == '.')
    for (text++; g_ascii_isdigit (*text);)
      text++;
  if (*text == 'Z')
    text++;
  if (*text != '\0' || parts[0] > 23 || parts[1] > 59 || parts[2] > 59)
    return -1;
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

void
td_row_builder_set_iso_date (TdRowBuilder *self, TdCell *cell)
{
  char day[11];
  TdDate date;
  gint64 seconds = 0;

  cell->kind = TD_CELL_ERROR;
  if (cell->length < 10)
    return;
  g_strlcpy (day, cell->text, sizeof day);
  if (td_date_reading (day) != TD_READING_PLAIN || !td_date_parse (day, &date, NULL))
    return;
  if (cell->text[10] == 'T' || cell->text[10] == ' ')
    seconds = parse_clock (cell->text + 11);
  else if (cell->text[10] != '\0')
    return;
  if (seconds >= 0)
    set_date (self, cell, date, seconds);
}

void
td_row_builder_set_text (TdRowBuilder *self, TdCell *cell)
{
  const char *at = cell->text;

  cell->kind = TD_CELL_TEXT;
  if (cell->length == 0)
    {
      cell->kind = TD_CELL_BLANK;
      return;
    }
  /* Most texts begin with a letter and are no number; the others are looked at closely. */
  if (cell->length <= 64 && !g_ascii_isalpha (*at)
      && ((guint8) *at < 0x80 || (guint8) *at == 0xe2 || (guint8) *at == 0xc2)
      && td_decimal_reading (at) != TD_READING_NONE)
    cell->flags |= TD_CELL_NUMBER_AS_TEXT;
}

/* --- handing over ----------------------------------------------------------------------------- */

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const TdCell *left = a, *right = b;

  return left->column < right->column ? -1 : left->column > right->column;
}

/* Some writers are careless about the order of a row's cells; two in one place are a contradiction. */
static gboolean
sort_cells (TdRowBuilder *self, GError **error)
{
  if (self->n_cells > 1)
    qsort (self->cells, self->n_cells, sizeof (TdCell), compare_cells);
  for (guint i = 1; i < self->n_cells; i++)
    if (self->cells[i - 1].column == self->cells[i].column)
      {
        g_autofree char *place = td_row_builder_dup_place (self, self->cells[i].column);

        return td_refuse (error, TD_ERROR_CORRUPT, place,
                          _ ("the file has this cell twice; open it in Excel or LibreOffice and "
                             "save it anew"));
      }
  return TRUE;
}

static void
mark_cells (TdRowBuilder *self)
{
  gboolean merges = td_merges_get_count (self->merges) > 0;

  if (!merges && self->hidden_to == 0)
    return;
  for (guint i = 0; i < self->n_cells; i++)
    {
      TdCell *cell = &self->cells[i];
      const TdMerge *merge = merges ? td_merges_find (self->merges, cell->column) : NULL;

      cell->flags &= (guint16) ~(TD_CELL_MERGED | TD_CELL_COVERED);
      if (merge != NULL)
        cell->flags |= merge->first_row == self->row.row && merge->first_column == cell->column
                           ? TD_CELL_MERGED
                           : TD_CELL_COVERED;
      if ((self->hidden_columns[cell->column / 8] & (1u << (cell->column % 8))) != 0)
        cell->flags |= TD_CELL_HIDDEN;
    }
}

gboolean
td_row_builder_end (TdRowBuilder *self, GError **error)
{
  if (self->n_cells == 0)
    return TRUE;
  if (!self->sorted && !sort_cells (self, error))
    return FALSE;
  if (td_merges_get_count (self->merges) > 0 && !td_merges_set_row (self->merges, self->row.row))
    {
      g_autofree char *place = td_row_builder_dup_place (self, 0);

      return td_refuse_damaged (error, place);
    }
  mark_cells (self);
  self->row.n_cells = self->n_cells;
  self->row.cells = self->cells;
  return self->func (&self->row, self->data, error);
}

gboolean
td_row_builder_repeat (TdRowBuilder *self, GError **error)
{
  if (self->row.row >= TD_LIMIT_ROWS)
    {
      g_autofree char *place = td_row_builder_dup_place (self, 0);

      return td_refuse_too_large (error, place);
    }
  self->row.row++;
  return td_row_builder_end (self, error);
}
