/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-import-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"
#include "tables/td-import-words.h"

TdImportSheet *
td_import_sheet_new (const TdTable *table, TdGridFile *file, guint sheet)
{
  TdImportSheet *self = g_new0 (TdImportSheet, 1);

  self->table = table;
  self->file = g_strdup (td_grid_file_get_name (file));
  self->separator = td_grid_file_get_separator (file);
  if (td_grid_file_get_format (file) != TD_GRID_CSV)
    self->sheet = g_strdup (td_grid_file_get_sheet_name (file, sheet));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_array_new (FALSE, TRUE, sizeof (TdImportCell));
  self->ids = g_array_new (FALSE, TRUE, sizeof (TdId));
  self->arena = td_arena_new ();
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->named = g_byte_array_new ();
  self->strays = g_array_new (FALSE, FALSE, sizeof (TdImportStray));
  self->header_row = 1;
  return self;
}

void
td_import_sheet_set_map (TdImportSheet *self, const TdImportMap *map)
{
  self->header_row = map->header_row;
  self->has_header = map->header_row > 0;
  self->mapped = TRUE;
  for (guint i = 0; i < map->fields->len; i++)
    {
      int field = g_array_index (map->fields, int, i);

      if (field >= 0)
        self->columns[field] = i + 1;
    }
}

void
td_import_sheet_free (TdImportSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->sheet);
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_array_unref (self->ids);
  td_arena_free (self->arena);
  g_ptr_array_unref (self->headers);
  g_byte_array_unref (self->named);
  g_array_unref (self->strays);
  g_free (self);
}

guint
td_import_sheet_get_n_rows (const TdImportSheet *self)
{
  return self->rows->len;
}

const TdImportCell *
td_import_sheet_get_cell (const TdImportSheet *self, guint row, guint field)
{
  return &g_array_index (self->cells, TdImportCell, row * self->table->n_fields + field);
}

/* --- reading -------------------------------------------------------------------------------------- */

/* Which field a header means: its name, whatever the capitals; the program's own fields stay out. */
static int
field_of_header (const TdTable *table, const char *header)
{
  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & TD_FIELD_INTERNAL) == 0
        && g_ascii_strcasecmp (table->fields[i].name, header) == 0)
      return (int) i;
  return -1;
}

/* Notes that the column has a heading, or was spoken of. */
static void
name_column (TdImportSheet *self, guint column)
{
  const guint8 no = 0;

  while (self->named->len < column)
    g_byte_array_append (self->named, &no, 1);
  self->named->data[column - 1] = 1;
}

/* Filled cells below no heading: a comma too many in a CSV file, a note beside the table. */
static void
note_strays (TdImportSheet *self, const TdRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      const TdCell *cell = &row->cells[i];
      TdImportStray stray = { row->row, cell->column };

      if (cell->kind == TD_CELL_BLANK
          || (cell->column <= self->named->len && self->named->data[cell->column - 1] != 0))
        continue;
      name_column (self, cell->column);
      g_array_append_val (self->strays, stray);
    }
}

static void
take_header (TdImportSheet *self, const TdRow *row)
{
  self->has_header = TRUE;
  self->header_row = row->row;
  for (guint i = 0; i < row->n_cells; i++)
    {
      const TdCell *cell = &row->cells[i];
      const char *start;
      gsize length;
      g_autofree char *header = NULL;
      int field;

      td_text_trim (cell->text, &start, &length);
      header = g_strndup (start, length);
      if (length == 0)
        continue;
      while (self->headers->len < cell->column)
        g_ptr_array_add (self->headers, NULL);
      name_column (self, cell->column);
      field = field_of_header (self->table, header);
      if (field >= 0 && self->columns[field] == 0)
        self->columns[field] = cell->column;
      else
        /* Unknown, or there already: td_import_sheet_prepare() tells. */
        self->headers->pdata[cell->column - 1] = g_steal_pointer (&header);
    }
}

gboolean
td_import_sheet_take_row (const TdRow *row, gpointer data, GError **error)
{
  TdImportSheet *self = data;
  guint n_fields = self->table->n_fields, first = self->cells->len;
  gboolean any = FALSE;

  if (!self->has_header)
    {
      take_header (self, row);
      return TRUE;
    }
  if (row->row <= self->header_row)
    return TRUE;
  if (!self->mapped)
    note_strays (self, row);
  g_array_set_size (self->cells, first + n_fields);
  for (guint field = 0; field < n_fields; field++)
    {
      const TdCell *cell =
          self->columns[field] > 0 ? td_row_get_cell (row, self->columns[field]) : NULL;
      TdImportCell *kept = &g_array_index (self->cells, TdImportCell, first + field);

      if (cell == NULL || cell->kind == TD_CELL_BLANK)
        continue;
      kept->text = td_arena_add (self->arena, cell->text, cell->length);
      kept->kind = cell->kind;
      kept->flags = cell->flags;
      any = TRUE;
    }
  if (!any)
    {
      g_array_set_size (self->cells, first);
      return TRUE;
    }
  g_array_append_val (self->rows, row->row);
  return TRUE;
}

/* --- places --------------------------------------------------------------------------------------- */

static char *
where_column (const TdImportSheet *self, guint row, guint column, const char *name)
{
  if (self->sheet != NULL)
    return td_cell_location (self->file, self->sheet, row, column);
  return g_strdup_printf ("%s:%u:%s", self->table->name, row, name);
}

char *
td_import_sheet_where (const TdImportSheet *self, guint row, int field)
{
  guint number = row < self->rows->len ? g_array_index (self->rows, guint, row) : 0;

  if (field < 0)
    return where_column (self, number, 0, "*");
  return where_column (self, number, self->columns[field], self->table->fields[field].name);
}

/* --- columns -------------------------------------------------------------------------------------- */

static void
check_headers (TdImportSheet *self, TdProblems *problems)
{
  for (guint i = 0; i < self->headers->len; i++)
    {
      const char *header = g_ptr_array_index (self->headers, i);

      if (header == NULL)
        continue;
      if (field_of_header (self->table, header) >= 0)
        td_problems_take (problems, where_column (self, self->header_row, i + 1, header),
                          g_strdup (_ ("this column comes twice; keep one of the two")), FALSE);
      else
        td_problems_take (problems, where_column (self, self->header_row, i + 1, header),
                          g_strdup_printf (_ ("unknown column “%s”; it is not read"), header),
                          TRUE);
    }
  for (guint i = 0; i < self->strays->len; i++)
    {
      const TdImportStray *stray = &g_array_index (self->strays, TdImportStray, i);
      g_autofree char *column = g_strdup_printf ("%u", stray->column);

      /* In a CSV file the whole row may have slipped; in a workbook it is seen where it stands. */
      td_problems_take (problems, where_column (self, stray->row, stray->column, column),
                        g_strdup (self->sheet == NULL
                                      ? _ ("the row has more columns than the first row names")
                                      : _ ("this column has no heading; it is not read")),
                        self->sheet != NULL);
    }
  for (guint i = 0; i < self->table->n_fields; i++)
    {
      const TdField *field = &self->table->fields[i];

      if ((field->flags & TD_FIELD_REQUIRED) == 0 || self->columns[i] > 0)
        continue;
      self->broken[i] = TRUE;
      td_problems_take (problems, where_column (self, self->header_row, 0, field->name),
                        g_strdup_printf (_ ("the column “%s” is missing"), field->name), FALSE);
    }
}

/*
 * How a column's numbers and dates are written: one cell that can only be read one way settles all;
 * two that contradict each other are an error; where nothing decides, a comma between the columns
 * means the plain way, and otherwise the question is put (TABLES.md).
 */
static void
find_style (TdImportSheet *self, guint field, TdProblems *problems)
{
  const TdField *description = &self->table->fields[field];
  TdReading settled = TD_READING_EITHER;
  guint settled_row = 0, ambiguous_row = 0;
  gboolean ambiguous = FALSE;

  self->styles[field] = TD_STYLE_PLAIN;
  for (guint row = 0; row < self->rows->len; row++)
    {
      const TdImportCell *cell = td_import_sheet_get_cell (self, row, field);
      TdReading reading;

      if (cell->text == NULL || cell->kind != TD_CELL_TEXT)
        continue;
      reading = td_field_reading (description, cell->text);
      if (reading == TD_READING_AMBIGUOUS && !ambiguous)
        {
          ambiguous = TRUE;
          ambiguous_row = row;
        }
      if (reading != TD_READING_PLAIN && reading != TD_READING_VIETNAMESE)
        continue;
      if (settled != TD_READING_EITHER && settled != reading)
        {
          td_problems_take (
              problems, td_import_sheet_where (self, row, (int) field),
              g_strdup_printf (
                  _ ("“%s” and “%s” in row %u are written in two different ways; write "
                     "the whole column in one"),
                  cell->text, td_import_sheet_get_cell (self, settled_row, field)->text,
                  g_array_index (self->rows, guint, settled_row)),
              FALSE);
          self->broken[field] = TRUE;
          return;
        }
      settled = reading;
      settled_row = row;
    }
  if (settled == TD_READING_VIETNAMESE)
    self->styles[field] = TD_STYLE_VIETNAMESE;
  if (settled == TD_READING_EITHER && ambiguous && self->separator != ',')
    {
      self->broken[field] = TRUE;
      td_problems_take (
          problems, td_import_sheet_where (self, ambiguous_row, (int) field),
          g_strdup_printf (
              _ ("is “%s” thousands or decimals? Nothing in this column tells; write one "
                 "number of it with its decimals, as 1234,0 or 1234.0"),
              td_import_sheet_get_cell (self, ambiguous_row, field)->text),
          FALSE);
    }
}

void
td_import_sheet_prepare (TdImportSheet *self, TdProblems *problems)
{
  if (!self->has_header)
    {
      td_problems_take (problems, where_column (self, 1, 0, "*"),
                        g_strdup (_ ("the table is empty; its first row names the columns")),
                        FALSE);
      return;
    }
  check_headers (self, problems);
  for (guint field = 0; field < self->table->n_fields; field++)
    if (self->columns[field] > 0)
      find_style (self, field, problems);
}

/* --- cells ---------------------------------------------------------------------------------------- */

/* What a cell of a workbook is, when that does not go with the field; %NULL when it does. */
static const char *
refuse_kind (const TdField *field, const TdImportCell *cell)
{
  gboolean wants_date = field->kind == TD_FIELD_DATE;

  switch (cell->kind)
    {
    case TD_CELL_ERROR:
      return _ ("the cell shows an error; put the value in its place");
    case TD_CELL_UNCALCULATED:
      return _ (
          "the formula's result is not in the file; open it in a spreadsheet program and save "
          "it again");
    case TD_CELL_TIME:
      return _ ("a time of day does not belong here");
    case TD_CELL_DATE:
      return wants_date || field->kind == TD_FIELD_BIRTH
                 ? NULL
                 : _ ("this is a date; format the cell as text or as a number");
    case TD_CELL_NUMBER:
      return wants_date ? _ ("this is a number, not a date; format the cell as a date") : NULL;
    case TD_CELL_TEXT:
    case TD_CELL_BOOLEAN:
    case TD_CELL_BLANK:
    default:
      return NULL;
    }
}

gboolean
td_import_sheet_read_cell (const TdImportSheet *self, guint row, guint field, TdValue *out,
                           TdProblems *problems)
{
  const TdField *description = &self->table->fields[field];
  const TdImportCell *cell = td_import_sheet_get_cell (self, row, field);
  /* Typed cells of a workbook are exact and plain; text is as the column is written. */
  TdStyle style = cell->kind == TD_CELL_TEXT ? self->styles[field] : TD_STYLE_PLAIN;
  g_autoptr (GError) error = NULL;
  const char *refusal = cell->text != NULL ? refuse_kind (description, cell) : NULL;

  if (self->broken[field])
    return FALSE;
  if (refusal == NULL
      && td_field_parse (description, cell->text != NULL ? cell->text : "", style, out, &error))
    return TRUE;
  if (refusal == NULL && self->mapped
      && (description->kind == TD_FIELD_CHOICE || description->kind == TD_FIELD_FLAG))
    {
      g_clear_error (&error);
      if (td_import_words_read (description, cell->text, out, &error))
        return TRUE;
    }
  if (problems != NULL)
    td_problems_take (problems, td_import_sheet_where (self, row, (int) field),
                      g_strdup (refusal != NULL ? refusal : error->message), FALSE);
  return FALSE;
}
