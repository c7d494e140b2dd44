/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-grid.h"

#include <string.h>
#include <zlib.h>

#include "tables/td-grid-file.h"
#include "tables/td-limits.h"

static gboolean
is_plain_number (const char *text)
{
  gsize digits;

  if (*text == '-')
    text++;
  digits = strspn (text, "0123456789");
  if (digits == 0)
    return FALSE;
  text += digits;
  if (*text == '.')
    {
      digits = strspn (text + 1, "0123456789");
      text += digits + 1;
      return digits > 0 && *text == '\0' && text[-1] != '0';
    }
  return *text == '\0';
}

static void
check_cell (const TdCell *cell)
{
  g_assert_cmpuint (strlen (cell->text), ==, cell->length);
  g_assert_true (g_utf8_validate (cell->text, -1, NULL));
  g_assert_true (g_utf8_validate (cell->stored, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (cell->text, -1), <=, TD_LIMIT_TEXT);
  g_assert_null (strchr (cell->text, '\r'));
  g_assert_cmpint (cell->kind == TD_CELL_DATE, ==, cell->date != TD_DATE_NONE);
  switch ((TdCellKind) cell->kind)
    {
    case TD_CELL_NUMBER:
      g_assert_true (is_plain_number (cell->text));
      break;
    case TD_CELL_DATE:
      g_assert_cmpuint (cell->length, ==, 10);
      break;
    case TD_CELL_BOOLEAN:
      g_assert_true (g_str_equal (cell->text, "0") || g_str_equal (cell->text, "1"));
      break;
    case TD_CELL_BLANK:
    case TD_CELL_UNCALCULATED:
      g_assert_cmpuint (cell->length, ==, 0);
      g_assert_true ((cell->flags & TD_CELL_FORMULA) != 0);
      break;
    case TD_CELL_TEXT:
      g_assert_cmpuint (cell->length, >, 0);
      break;
    case TD_CELL_TIME:
    case TD_CELL_ERROR:
    default:
      break;
    }
}

static gboolean
row_cb (const TdRow *row, gpointer data, GError **error)
{
  guint *last = data;
  guint column = 0;

  g_assert_cmpuint (row->row, >, *last);
  g_assert_cmpuint (row->n_cells, >, 0);
  *last = row->row;
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpuint (row->cells[i].column, >, column);
      column = row->cells[i].column;
      g_assert_cmpuint (column, <=, TD_LIMIT_COLUMNS);
      check_cell (&row->cells[i]);
    }
  return TRUE;
}

static void
check_refusal (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

void
fuzz_read_grid (const guint8 *data, gsize size, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open_bytes (bytes, name, NULL, &error);

  if (file == NULL)
    {
      check_refusal (error);
      return;
    }
  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      guint last = 0;

      g_assert_true (g_utf8_validate (td_grid_file_get_sheet_name (file, i), -1, NULL));
      if (!td_grid_file_read (file, i, row_cb, &last, NULL, NULL, NULL, &error))
        check_refusal (error);
      td_grid_file_find_merge (file, 2, 2);
      g_clear_error (&error);
    }
}

/* --- a zip ------------------------------------------------------------------------------------ */

static void
put (GByteArray *out, guint64 value, guint length)
{
  for (; length > 0; length--, value >>= 8)
    g_byte_array_append (out, &(guint8){ (guint8) (value & 0xff) }, 1);
}

/* The fields that the header of a part and its record in the directory have in common. */
static void
put_fields (GByteArray *out, const FuzzPart *part)
{
  put (out, 20, 2); /* version */
  put (out, 0, 2);  /* flags */
  put (out, 0, 2);  /* stored */
  put (out, 0, 4);  /* time */
  put (out, crc32 (crc32 (0, NULL, 0), part->content, (uInt) part->length), 4);
  put (out, part->length, 4);
  put (out, part->length, 4);
  put (out, strlen (part->name), 2);
  put (out, 0, 2); /* extra field */
}

GByteArray *
fuzz_pack (const FuzzPart *parts, guint n_parts)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  guint offset;

  for (guint i = 0; i < n_parts; i++)
    {
      offset = out->len;
      put (out, 0x04034b50, 4);
      put_fields (out, &parts[i]);
      g_byte_array_append (out, (const guint8 *) parts[i].name, (guint) strlen (parts[i].name));
      g_byte_array_append (out, parts[i].content, (guint) parts[i].length);
      put (directory, 0x02014b50, 4);
      put (directory, 20, 2);
      put_fields (directory, &parts[i]);
      put (directory, 0, 2); /* comment */
      put (directory, 0, 2); /* disk */
      put (directory, 0, 6); /* attributes */
      put (directory, offset, 4);
      g_byte_array_append (directory, (const guint8 *) parts[i].name,
                           (guint) strlen (parts[i].name));
    }
  offset = out->len;
  g_byte_array_append (out, directory->data, directory->len);
  put (out, 0x06054b50, 4);
  put (out, 0, 4);
  put (out, n_parts, 2);
  put (out, n_parts, 2);
  put (out, directory->len, 4);
  put (out, offset, 4);
  put (out, 0, 2);
  return out;
}
