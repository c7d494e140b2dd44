/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-import-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-error.h"
#include "base/td-text.h"
#include "tables/td-grid-file.h"

/* Headings stand among the first rows, below a title and the agency's name. */
#define MAX_HEADER_ROW 40
/* A sheet named as a table is that table, whatever else speaks for another. */
#define NAMED 100000

void
td_import_map_free (TdImportMap *self)
{
  if (self == NULL)
    return;
  g_free (self->sheet);
  g_ptr_array_unref (self->headers);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_free (self);
}

TdImportMap *
td_import_map_copy (const TdImportMap *self)
{
  TdImportMap *copy = g_memdup2 (self, sizeof *self);

  /* Only the table and the fields are ever set anew; the rest is shared. */
  copy->sheet = g_strdup (self->sheet);
  copy->fields = g_array_copy (self->fields);
  g_ptr_array_ref (copy->headers);
  g_ptr_array_ref (copy->rows);
  g_array_ref (copy->numbers);
  return copy;
}

/* --- how well a heading goes with a field ------------------------------------------------------------ */

static int
match_words (const char *heading, const char *wanted, const char *record)
{
  g_autofree char *with_record = NULL;
  int length = (int) strlen (wanted);

  if (length < 3)
    return 0;
  if (strcmp (heading, wanted) == 0)
    return 1000 + length;
  /* " ma " and " don vi " make " ma don vi ". */
  with_record = g_strdup_printf ("%s%s", wanted, record + 1);
  if (strcmp (heading, with_record) == 0)
    return 900 + length;
  if (g_str_has_prefix (heading, wanted))
    return 300 + length;
  return strstr (heading, wanted) != NULL ? 100 + length : 0;
}

/* Both in words as td_text_words() makes them. */
static int
match_field (const TdTable *table, const TdField *field, const char *heading)
{
  g_autofree char *record = td_text_words (_ (table->record));
  const char *const names[] = { field->name, field->title, _ (field->title) };
  int best = 0;

  if ((field->flags & TD_FIELD_INTERNAL) != 0 || strlen (heading) < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *wanted = td_text_words (names[i]);

      best = MAX (best, match_words (heading, wanted, record));
    }
  return best;
}

/* Gives each column the field it goes with best, no field twice. Returns the sum of how well. */
static int
match_columns (const TdTable *table, const GPtrArray *headers, int *fields)
{
  gsize n_cells = (gsize) headers->len * table->n_fields;
  g_autofree int *scores = g_new0 (int, n_cells + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, table->n_fields + 1);
  int sum = 0;

  for (guint c = 0; c < headers->len; c++)
    {
      g_autofree char *heading = td_text_words (g_ptr_array_index (headers, c));

      fields[c] = -1;
      for (guint f = 0; f < table->n_fields; f++)
        scores[c * table->n_fields + f] = match_field (table, &table->fields[f], heading);
    }
  while (TRUE)
    {
      int best = 0;
      guint column = 0, field = 0;

      for (guint c = 0; c < headers->len; c++)
        for (guint f = 0; f < table->n_fields && fields[c] < 0; f++)
          if (!taken[f] && scores[c * table->n_fields + f] > best)
            {
              best = scores[c * table->n_fields + f];
              column = c;
              field = f;
            }
      if (best == 0)
        return sum;
      fields[column] = (int) field;
      taken[field] = TRUE;
      sum += best;
    }
}

/* --- the first rows of a sheet ---------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char* */
  GArray *numbers;
} Head;

/* Ends the reading once there is enough; nobody sees the error. */
static gboolean
take_head (const TdRow *row, gpointer data, GError **error)
{
  Head *head = data;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->n_cells; i++)
    {
      while (texts->len < row->cells[i].column)
        g_ptr_array_add (texts, g_strdup (""));
      g_free (texts->pdata[row->cells[i].column - 1]);
      texts->pdata[row->cells[i].column - 1] = td_text_excerpt (row->cells[i].text, 200);
    }
  g_ptr_array_add (head->rows, g_steal_pointer (&texts));
  g_array_append_val (head->numbers, row->row);
  if (head->rows->len < MAX_HEADER_ROW + TD_IMPORT_MAP_ROWS)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  return FALSE;
}

static guint
count_filled (const GPtrArray *texts)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += *(char *) g_ptr_array_index (texts, i) != '\0';
  return n;
}

/* Makes row @at of the head the headings. */
static void
settle_header (TdImportMap *self, const Head *head, guint at)
{
  const GPtrArray *headings = g_ptr_array_index (head->rows, at);
  int none = -1;

  self->header_row = g_array_index (head->numbers, guint, at);
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *text = td_text_normalize (g_ptr_array_index (headings, i), -1, TRUE, NULL);

      g_strdelimit (text, "\n", ' ');
      g_ptr_array_add (self->headers, text != NULL ? g_steal_pointer (&text) : g_strdup (""));
      g_array_append_val (self->fields, none);
    }
  for (guint i = at + 1; i < head->rows->len && self->rows->len < TD_IMPORT_MAP_ROWS; i++)
    {
      g_ptr_array_add (self->rows, g_ptr_array_ref (g_ptr_array_index (head->rows, i)));
      g_array_append_val (self->numbers, g_array_index (head->numbers, guint, i));
    }
}

/* Whether the sheet is called as the table is, in its own name or in words. */
static gboolean
is_called (const char *sheet, const TdTable *table)
{
  const char *const names[] = { table->name, table->title, _ (table->title) };
  g_autofree char *called = td_text_words (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = td_text_words (names[i]);

      if (strcmp (called, words) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Finds the table and the row of headings that go together best. */
static void
guess (TdImportMap *self, const Head *head)
{
  const TdTable *table = NULL;
  guint row = G_MAXUINT;
  int best = 0;

  for (guint t = 0; t < TD_N_TABLES; t++)
    {
      const TdTable *candidate = td_table_get ((TdTableId) t);
      int called = is_called (self->sheet, candidate) ? NAMED : 0;

      for (guint r = 0; r < head->rows->len && r < MAX_HEADER_ROW; r++)
        {
          const GPtrArray *texts = g_ptr_array_index (head->rows, r);
          g_autofree int *fields = g_new (int, texts->len + 1);
          int score = match_columns (candidate, texts, fields);

          /* One word that happens to be a field's makes no table. */
          if (score < 2000)
            continue;
          if (score + called > best)
            {
              best = score + called;
              table = candidate;
              row = r;
            }
        }
    }
  for (guint r = 0; row == G_MAXUINT && r < head->rows->len; r++)
    if (count_filled (g_ptr_array_index (head->rows, r)) >= 2)
      row = r;
  if (row == G_MAXUINT)
    return;
  settle_header (self, head, row);
  td_import_map_set_table (self, table);
}

GPtrArray *
td_import_map_guess (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdGridFile) file = td_grid_file_open (path, cancellable, error);
  g_autoptr (GPtrArray) maps = g_ptr_array_new_with_free_func ((GDestroyNotify) td_import_map_free);

  if (file == NULL)
    return NULL;
  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      g_autoptr (GPtrArray) rows =
          g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (GError) failure = NULL;
      TdImportMap *map = g_new0 (TdImportMap, 1);
      Head head = { rows, numbers };

      map->sheet = g_strdup (td_grid_file_get_sheet_name (file, i));
      map->index = i;
      map->headers = g_ptr_array_new_with_free_func (g_free);
      map->fields = g_array_new (FALSE, FALSE, sizeof (int));
      map->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      map->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (maps, map);
      if (!td_grid_file_read (file, i, take_head, &head, NULL, NULL, cancellable, &failure)
          && rows->len < MAX_HEADER_ROW + TD_IMPORT_MAP_ROWS)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      guess (map, &head);
    }
  return g_steal_pointer (&maps);
}

/* --- by hand --------------------------------------------------------------------------------------- */

void
td_import_map_set_table (TdImportMap *self, const TdTable *table)
{
  self->table = table;
  if (table != NULL)
    match_columns (table, self->headers, (int *) (void *) self->fields->data);
  for (guint i = 0; table == NULL && i < self->fields->len; i++)
    g_array_index (self->fields, int, i) = -1;
}

void
td_import_map_set_field (TdImportMap *self, guint column, int field)
{
  g_return_if_fail (column < self->fields->len);

  for (guint i = 0; field >= 0 && i < self->fields->len; i++)
    if (g_array_index (self->fields, int, i) == field)
      g_array_index (self->fields, int, i) = -1;
  g_array_index (self->fields, int, column) = field;
}

gboolean
td_import_map_set_named (TdImportMap *self, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *words = heading != NULL ? td_text_words (heading) : NULL;
  int field =
      equals != NULL && self->table != NULL ? td_table_find_field (self->table, equals + 1) : -1;

  if (equals == NULL)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("“%s” does not say HEADING=FIELD"), text);
      return FALSE;
    }
  if (field < 0 || (self->table->fields[field].flags & TD_FIELD_INTERNAL) != 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("the table “%s” has no field “%s”"),
                   self->table != NULL ? self->table->name : "", equals + 1);
      return FALSE;
    }
  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *there = td_text_words (g_ptr_array_index (self->headers, i));

      if (strcmp (there, words) == 0)
        {
          td_import_map_set_field (self, i, field);
          return TRUE;
        }
    }
  g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("the sheet “%s” has no column “%s”"),
               self->sheet, heading);
  return FALSE;
}

int
td_import_map_get_score (const TdImportMap *self)
{
  g_autofree int *fields = g_new (int, self->headers->len + 1);

  return self->table != NULL ? match_columns (self->table, self->headers, fields) : 0;
}

/* --- remembering ------------------------------------------------------------------------------------- */

char *
td_import_map_signature (const TdImportMap *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->headers->len; i++)
    {
      g_autofree char *words = td_text_words (g_ptr_array_index (self->headers, i));

      g_checksum_update (sum, (const guchar *) words, (gssize) strlen (words) + 1);
    }
  return g_strndup (g_checksum_get_string (sum), 16);
}

char *
td_import_map_format (const TdImportMap *self)
{
  GString *out = g_string_new (self->table != NULL ? self->table->name : "");

  for (guint i = 0; self->table != NULL && i < self->fields->len; i++)
    {
      int field = g_array_index (self->fields, int, i);

      g_string_append_printf (out, ";%s", field >= 0 ? self->table->fields[field].name : "");
    }
  return g_string_free (out, FALSE);
}

void
td_import_map_recall (TdImportMap *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const TdTable *table = parts[0] != NULL ? td_table_by_name (parts[0]) : NULL;

  if (table == NULL || g_strv_length (parts) != self->fields->len + 1)
    return;
  td_import_map_set_table (self, table);
  for (guint i = 0; i < self->fields->len; i++)
    td_import_map_set_field (self, i, td_table_find_field (table, parts[i + 1]));
}
