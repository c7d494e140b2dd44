/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

#include <string.h>

static const char *
name_kind (guint kind)
{
  static const char *const names[] = { "blank", "text",    "number", "date",
                                       "time",  "boolean", "error",  "uncalculated" };

  g_assert_cmpuint (kind, <, G_N_ELEMENTS (names));
  return names[kind];
}

static void
append_text (GString *out, const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (out, "⏎");
    else
      g_string_append_c (out, *text);
}

static void
append_cell (GString *out, const TdRow *row, const TdCell *cell)
{
  static const struct
  {
    guint flag;
    const char *name;
  } flags[] = {
    { TD_CELL_FORMULA, "formula" },   { TD_CELL_HIDDEN, "hidden-column" },
    { TD_CELL_MERGED, "merged" },     { TD_CELL_COVERED, "covered" },
    { TD_CELL_RESHAPED, "reshaped" }, { TD_CELL_UNSEEN, "unseen" },
    { TD_CELL_NO_DAY, "no-day" },     { TD_CELL_STRUCK, "struck" },
    { TD_CELL_PERCENT, "percent" },   { TD_CELL_NUMBER_AS_TEXT, "number-as-text" },
    { TD_CELL_ROUNDED, "rounded" },   { TD_CELL_LONG, "long" },
    { TD_CELL_HAS_TIME, "has-time" }, { TD_CELL_BAD_DATE, "bad-date" },
  };
  char letters[8];

  g_assert_cmpuint (strlen (cell->text), ==, cell->length);
  td_cell_column_name (cell->column, letters);
  g_string_append_printf (out, "%s%u%s %s ", letters, row->row, row->hidden ? "(hidden)" : "",
                          name_kind (cell->kind));
  append_text (out, cell->text);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((cell->flags & flags[i].flag) != 0)
      g_string_append_printf (out, " %s", flags[i].name);
  if (strcmp (cell->stored, cell->text) != 0)
    {
      g_string_append (out, " {");
      append_text (out, cell->stored);
      g_string_append_c (out, '}');
    }
  if ((cell->flags & TD_CELL_HAS_TIME) != 0)
    g_string_append_printf (out, " +%" G_GINT64_FORMAT "s", cell->seconds);
  g_string_append_c (out, '\n');
}

static gboolean
row_cb (const TdRow *row, gpointer data, GError **error)
{
  guint before = 0;

  g_assert_cmpuint (row->n_cells, >, 0);
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_assert_cmpuint (row->cells[i].column, >, before);
      before = row->cells[i].column;
      g_assert_true (td_row_get_cell (row, before) == &row->cells[i]);
      append_cell (data, row, &row->cells[i]);
    }
  g_assert_cmpuint (row->width, >=, before);
  return TRUE;
}

char *
dump_grid_file (TdGridFile *file)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      g_autoptr (GError) error = NULL;

      g_string_append_printf (out, "[%s]%s\n", td_grid_file_get_sheet_name (file, i),
                              td_grid_file_is_sheet_hidden (file, i) ? " hidden" : "");
      if (!td_grid_file_read (file, i, row_cb, out, NULL, NULL, NULL, &error))
        g_string_append_printf (out, "! %s\n", error->message);
    }
  return g_string_free (out, FALSE);
}

static char *
dump_opened (TdGridFile *file, GError *error)
{
  char *text;

  if (file == NULL)
    text = g_strdup_printf ("! %s\n", error->message);
  else
    text = dump_grid_file (file);
  td_grid_file_free (file);
  g_clear_error (&error);
  return text;
}

char *
dump_path (const char *path)
{
  GError *error = NULL;
  TdGridFile *file = td_grid_file_open (path, NULL, &error);

  return dump_opened (file, error);
}

char *
dump_bytes (const char *name, gconstpointer bytes, gsize length)
{
  g_autoptr (GBytes) block = g_bytes_new (bytes, length);
  GError *error = NULL;
  TdGridFile *file = td_grid_file_open_bytes (block, name, NULL, &error);

  return dump_opened (file, error);
}
