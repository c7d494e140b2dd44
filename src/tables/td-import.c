/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-export.h"
#include "tables/td-import-awards.h"
#include "tables/td-import-sheet.h"
#include "tables/td-import-words.h"

struct _TdImport
{
  GPtrArray *sheets;  /* of TdImportSheet */
  GPtrArray *files;   /* of char*, for the label */
  TdProblems *unread; /* files and sheets that are no table */
};

/* A row of a sheet. */
typedef struct
{
  const TdImportSheet *sheet;
  guint row;
} Row;

/* The import while it runs inside the door. */
typedef struct
{
  TdImport *import;
  const TdImportOptions *options;
  TdTxn *txn;
  TdProblems *problems;
  TdId movement;
  GHashTable *codes[TD_N_TABLES];    /* code → TdId; of the file and of what is coming in */
  TdImportNames *names[TD_N_TABLES]; /* for mapped sheets; as the table at hand found them */
  const TdImportSheet *sheet;        /* the row at hand */
  guint row;
  const TdRecord *record;
  guint64 wrong; /* bits of its fields about which something was said */
  TdImportAwards *awards;
  GArray *judged; /* of Row: those to be judged when everything is in */
} Run;

TdImport *
td_import_new (void)
{
  TdImport *self = g_new0 (TdImport, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) td_import_sheet_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->unread = td_problems_new ();
  return self;
}

void
td_import_free (TdImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->files);
  td_problems_free (self->unread);
  g_free (self);
}

static gboolean
has_table (const TdImport *self, TdTableId table)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (((const TdImportSheet *) g_ptr_array_index (self->sheets, i))->table->id == table)
      return TRUE;
  return FALSE;
}

guint
td_import_get_n_rows (const TdImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    n += td_import_sheet_get_n_rows (g_ptr_array_index (self->sheets, i));
  return n;
}

/* --- reading files ------------------------------------------------------------------------------- */

static gboolean
add_grid_file (TdImport *self, TdGridFile *file, GCancellable *cancellable, GError **error)
{
  gboolean workbook = td_grid_file_get_format (file) != TD_GRID_CSV;
  guint known = 0;

  for (guint i = 0; i < td_grid_file_get_n_sheets (file); i++)
    {
      g_autofree char *name = g_strstrip (g_strdup (td_grid_file_get_sheet_name (file, i)));
      g_autofree char *where = workbook
                                   ? td_cell_location (td_grid_file_get_name (file), name, 0, 0)
                                   : g_strdup (td_grid_file_get_name (file));
      const TdTable *table = td_table_by_name (name);
      TdImportSheet *sheet;

      if (table == NULL)
        {
          gboolean computed = td_export_is_computed (name);

          known += computed;
          td_problems_take (
              self->unread, g_steal_pointer (&where),
              computed ? g_strdup (_ ("this table is computed from the others; it is not read"))
                       : g_strdup_printf (_ ("“%s” is not the name of a table"), name),
              workbook || computed);
          continue;
        }
      known++;
      sheet = td_import_sheet_new (table, file, i);
      g_ptr_array_add (self->sheets, sheet);
      if (!td_grid_file_read (file, i, td_import_sheet_take_row, sheet, NULL, NULL, cancellable,
                              error))
        return FALSE;
    }
  if (workbook && known == 0)
    td_problems_add (self->unread, td_grid_file_get_name (file), "%s",
                     _ ("no sheet of this workbook is named after a table, so nothing of it is "
                        "read; say which table it is"));
  g_ptr_array_add (self->files, g_strdup (td_grid_file_get_name (file)));
  return TRUE;
}

gboolean
td_import_add_file (TdImport *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdGridFile) file = td_grid_file_open (path, cancellable, error);

  return file != NULL && add_grid_file (self, file, cancellable, error);
}

gboolean
td_import_add_mapped (TdImport *self, const char *path, GPtrArray *maps, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (TdGridFile) file = td_grid_file_open (path, cancellable, error);

  for (guint i = 0; file != NULL && i < maps->len; i++)
    {
      const TdImportMap *map = g_ptr_array_index (maps, i);
      TdImportSheet *sheet;

      if (map->table == NULL || map->header_row == 0
          || map->index >= td_grid_file_get_n_sheets (file))
        continue;
      sheet = td_import_sheet_new (map->table, file, map->index);
      td_import_sheet_set_map (sheet, map);
      g_ptr_array_add (self->sheets, sheet);
      if (!td_grid_file_read (file, map->index, td_import_sheet_take_row, sheet, NULL, NULL,
                              cancellable, error))
        return FALSE;
    }
  if (file == NULL)
    return FALSE;
  g_ptr_array_add (self->files, g_strdup (td_grid_file_get_name (file)));
  return TRUE;
}

gboolean
td_import_add_bytes (TdImport *self, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (TdGridFile) file = td_grid_file_open_bytes (bytes, name, NULL, error);

  return file != NULL && add_grid_file (self, file, NULL, error);
}

/* --- places -------------------------------------------------------------------------------------- */

static char *
where_func (const TdRecord *record, int field, gpointer data)
{
  Run *run = data;

  if (record == run->record)
    return td_import_sheet_where (run->sheet, run->row, field);
  /* Named after the rows were put: look for the row that the record came from. */
  for (guint i = 0; record->id != TD_ID_NONE && i < run->import->sheets->len; i++)
    {
      const TdImportSheet *sheet = g_ptr_array_index (run->import->sheets, i);

      if (sheet->table != record->table)
        continue;
      for (guint row = 0; row < sheet->ids->len; row++)
        if (g_array_index (sheet->ids, TdId, row) == record->id)
          return td_import_sheet_where (sheet, row, field);
    }
  return NULL;
}

static void
add_problem (Run *run, int field, char *what)
{
  run->wrong |= G_GUINT64_CONSTANT (1) << field;
  td_problems_take (run->problems, td_import_sheet_where (run->sheet, run->row, field), what,
                    FALSE);
}

/* --- codes --------------------------------------------------------------------------------------- */

static gboolean
note_code (const char *code, TdId id, gpointer data)
{
  g_hash_table_insert (data, g_strdup (code), g_memdup2 (&id, sizeof id));
  return TRUE;
}

static GHashTable *
codes_of (Run *run, TdTableId table)
{
  if (run->codes[table] == NULL)
    {
      run->codes[table] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      td_txn_foreach_code (run->txn, table, run->movement, note_code, run->codes[table]);
    }
  return run->codes[table];
}

static TdId
find_code (Run *run, TdTableId table, const char *code)
{
  const TdId *id = g_hash_table_lookup (codes_of (run, table), code);

  return id != NULL ? *id : TD_ID_NONE;
}

/*
 * What a cell refers to: a code, and in a mapped sheet also a name that only one record has. @several is
 * set when more than one has it.
 */
static TdId
find_record (Run *run, TdTableId table, const char *text, gboolean *several)
{
  TdId id = find_code (run, table, text);

  *several = FALSE;
  if (id != TD_ID_NONE || !run->sheet->mapped)
    return id;
  if (run->names[table] == NULL)
    run->names[table] = td_import_names_new (run->txn, table, run->movement);
  return td_import_names_find (run->names[table], text, several);
}

/* That nothing is called so, or too much. (transfer full) */
static char *
not_found_words (const Run *run, TdTableId table, const char *text, gboolean several)
{
  const char *record = _ (td_table_get (table)->record);

  if (several)
    return g_strdup_printf (_ ("more than one %s is called “%s”; write the code"), record, text);
  if (run->sheet->mapped)
    return g_strdup_printf (_ ("there is no %s with the code or the name “%s”"), record, text);
  return g_strdup_printf (_ ("there is no %s with the code “%s”"), record, text);
}

static void
scope_lookup (const char *code, TdId *unit, TdId *category, gpointer data)
{
  gboolean several;

  *unit = find_record (data, TD_TABLE_UNITS, code, &several);
  *category = find_record (data, TD_TABLE_CATEGORIES, code, &several);
}

static void
resolve_ref (Run *run, TdRecord *record, int field)
{
  const TdTable *table = td_table_get (record->table->fields[field].ref);
  const char *code = td_record_get_text (record, field);
  gboolean several;
  TdId id = find_record (run, table->id, code, &several);

  if (id == TD_ID_NONE)
    {
      add_problem (run, field, not_found_words (run, table->id, code, several));
      return;
    }
  td_record_set_ref (record, field, id);
}

static void
resolve_holder (Run *run, TdRecord *record, int field)
{
  const char *code = td_record_get_text (record, field);
  gboolean several_units, several_people;
  TdId unit = find_record (run, TD_TABLE_UNITS, code, &several_units);
  TdId person = find_record (run, TD_TABLE_PEOPLE, code, &several_people);

  if (several_units || several_people)
    {
      add_problem (
          run, field,
          not_found_words (run, several_units ? TD_TABLE_UNITS : TD_TABLE_PEOPLE, code, TRUE));
      return;
    }
  if ((unit == TD_ID_NONE) == (person == TD_ID_NONE))
    {
      add_problem (
          run, field,
          g_strdup_printf (
              unit == TD_ID_NONE
                  ? _ ("there is no unit and no person with the code “%s”")
                  : _ ("a unit and a person both have the code “%s”; change one of the two"),
              code));
      return;
    }
  td_record_set_ref (record, field, unit != TD_ID_NONE ? unit : person);
}

static void
resolve_people (Run *run, TdRecord *record, int field)
{
  g_auto (GStrv) parts = g_strsplit (td_record_get_text (record, field), ";", -1);
  g_autoptr (GString) stored = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *code = g_strstrip (parts[i]);
      gboolean several;
      TdId id;

      if (*code == '\0')
        continue;
      id = find_record (run, TD_TABLE_PEOPLE, code, &several);
      if (id == TD_ID_NONE)
        add_problem (run, field, not_found_words (run, TD_TABLE_PEOPLE, code, several));
      g_string_append_printf (stored, "%s%" G_GINT64_FORMAT, stored->len > 0 ? ";" : "", id);
    }
  td_record_set_text (record, field, stored->str);
}

static void
resolve_scope (Run *run, TdRecord *record, int field)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stored =
      td_scope_normalize (td_record_get_text (record, field), scope_lookup, run, &error);

  if (stored == NULL)
    {
      add_problem (run, field, g_strdup (error->message));
      return;
    }
  td_record_set_text (record, field, stored);
}

/* Turns the codes of a record's references into ids. */
static void
resolve (Run *run, TdRecord *record)
{
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      int field = (int) i;

      if (record->values[i].type != TD_VALUE_TEXT)
        continue;
      switch (record->table->fields[i].kind)
        {
        case TD_FIELD_REF:
          resolve_ref (run, record, field);
          break;
        case TD_FIELD_HOLDER:
          resolve_holder (run, record, field);
          break;
        case TD_FIELD_PEOPLE:
          resolve_people (run, record, field);
          break;
        case TD_FIELD_SCOPE:
          resolve_scope (run, record, field);
          break;
        case TD_FIELD_TEXT:
        case TD_FIELD_NOTE:
        case TD_FIELD_CODE:
        case TD_FIELD_DECIMAL:
        case TD_FIELD_POINTS:
        case TD_FIELD_SHARE:
        case TD_FIELD_INTEGER:
        case TD_FIELD_DATE:
        case TD_FIELD_BIRTH:
        case TD_FIELD_FLAG:
        case TD_FIELD_CHOICE:
        case TD_FIELD_STEPS:
        case TD_FIELD_JOURNAL:
        default:
          break;
        }
    }
}

/* --- rows ---------------------------------------------------------------------------------------- */

/* Whether the table's key is one code, by which others refer to it. */
static gboolean
has_code (const TdTable *table)
{
  return table->id != TD_TABLE_ENTRIES && table->fields[0].kind == TD_FIELD_CODE;
}

/*
 * Before the rows of a table are read, their codes get ids: a unit may name a successor that comes
 * further down. Two rows of one code in an import contradict each other.
 */
static void
assign_codes (Run *run, TdImportSheet *sheet, GHashTable *seen)
{
  GHashTable *codes = codes_of (run, sheet->table->id);

  g_array_set_size (sheet->ids, td_import_sheet_get_n_rows (sheet));
  run->sheet = sheet;
  for (run->row = 0; run->row < td_import_sheet_get_n_rows (sheet); run->row++)
    {
      TdValue value = { TD_VALUE_NONE };
      TdId *id = &g_array_index (sheet->ids, TdId, run->row);

      /* What is wrong with the code itself is said when the row is read. */
      if (!td_import_sheet_read_cell (sheet, run->row, 0, &value, NULL)
          || value.type == TD_VALUE_NONE)
        continue;
      *id = find_code (run, sheet->table->id, value.text);
      if (*id == TD_ID_NONE)
        {
          *id = td_txn_new_id (run->txn);
          note_code (value.text, *id, codes);
        }
      if (!g_hash_table_add (seen, g_strdup (value.text)))
        add_problem (run, 0,
                     g_strdup_printf (_ ("the code “%s” comes twice in this import"), value.text));
      td_value_clear (&value);
    }
}

static TdRecord *
read_row (Run *run)
{
  const TdImportSheet *sheet = run->sheet;
  TdRecord *record = td_record_new (sheet->table->id, run->movement);

  run->wrong = 0;
  for (guint field = 0; field < sheet->table->n_fields; field++)
    {
      gboolean internal = (sheet->table->fields[field].flags & TD_FIELD_INTERNAL) != 0;

      if (!internal
          && !td_import_sheet_read_cell (sheet, run->row, field, &record->values[field],
                                         run->problems))
        run->wrong |= G_GUINT64_CONSTANT (1) << field;
    }
  return record;
}

/* The program's own fields of a record that is there already stay as they are. */
static void
keep_internal (Run *run, TdRecord *record)
{
  g_autoptr (TdRecord) there = NULL;

  /* Those of an entry are the door's own; a new record has none yet. */
  if (record->table->id == TD_TABLE_ENTRIES || record->id == TD_ID_NONE)
    return;
  for (guint i = 0; i < record->table->n_fields; i++)
    if (record->table->fields[i].flags & TD_FIELD_INTERNAL)
      {
        if (there == NULL)
          there = td_txn_get (run->txn, record->table->id, record->id, run->movement, NULL);
        if (there != NULL)
          td_value_copy (&record->values[i], &there->values[i]);
      }
}

/* What the row would do to the file: no two rows of an import are about the same record. */
static void
count_row (Run *run, const TdRecord *record, gboolean readable)
{
  TdImportCounts *counts = run->options->counts;
  g_autoptr (TdRecord) before = NULL;

  if (!readable)
    {
      counts->refused++;
      return;
    }
  if (record->table->id == TD_TABLE_ENTRIES)
    before = td_txn_get_entry (run->txn, td_record_get_ref (record, TD_ENTRY_TARGET),
                               td_record_get_ref (record, TD_ENTRY_UNIT),
                               td_record_get_ref (record, TD_ENTRY_PERIOD));
  else if (record->id != TD_ID_NONE)
    before = td_txn_get (run->txn, record->table->id, record->id, run->movement, NULL);
  if (before == NULL)
    {
      counts->added++;
      return;
    }
  for (guint i = 0; i < record->table->n_fields; i++)
    if ((record->table->fields[i].flags & TD_FIELD_INTERNAL) == 0
        && !td_value_equal (&record->values[i], &before->values[i]))
      {
        counts->changed++;
        return;
      }
  counts->same++;
}

/*
 * Tables without codes: two rows of one key contradict each other too. The key is what the cells mean: a
 * unit may stand there by its code or by its name.
 */
static void
check_key (Run *run, const TdRecord *record, GHashTable *seen)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < record->table->n_fields; i++)
    if (record->table->fields[i].flags & TD_FIELD_KEY)
      {
        const TdValue *value = &record->values[i];

        if (value->type == TD_VALUE_NUMBER)
          g_string_append_printf (key, "%" G_GINT64_FORMAT, value->number);
        else if (value->type == TD_VALUE_TEXT)
          g_string_append (key, value->text);
        g_string_append_c (key, '\x1f');
      }
  if (!g_hash_table_add (seen, g_strdup (key->str)))
    add_problem (run, 0, g_strdup (_ ("a row with the same key comes twice in this import")));
}

static void
fault_func (int field, char *what, gpointer data)
{
  add_problem (data, field, what);
}

static void
remark_func (int field, char *what, gpointer data)
{
  const Run *run = data;

  td_problems_take (run->problems, td_import_sheet_where (run->sheet, run->row, field), what, TRUE);
}

static gboolean
import_row (Run *run, GHashTable *seen, GError **error)
{
  const TdImportSheet *sheet = run->sheet;
  g_autoptr (TdRecord) record = read_row (run);
  gboolean readable, ok = TRUE;

  resolve (run, record);
  if (run->wrong == 0 && !has_code (sheet->table))
    check_key (run, record, seen);
  readable = run->wrong == 0;
  if (has_code (sheet->table))
    record->id = g_array_index (sheet->ids, TdId, run->row);
  else if (sheet->table->id != TD_TABLE_ENTRIES && readable)
    record->id = td_txn_find_twin (run->txn, record);
  keep_internal (run, record);
  if (readable)
    td_import_awards_check (run->awards, run->txn, record, fault_func, run);
  readable = run->wrong == 0;
  if (sheet->table->id == TD_TABLE_MOVEMENT && run->options->illustrative)
    td_record_set_number (record, TD_MOVEMENT_ILLUSTRATIVE, 1);
  run->record = record;
  if (run->options->counts != NULL)
    count_row (run, record, readable);
  if (readable)
    {
      Row row = { sheet, run->row };

      ok = td_txn_put (run->txn, record, error);
      if (td_import_awards_is_judged (sheet->table->id))
        g_array_append_val (run->judged, row);
    }
  else
    td_txn_check (run->txn, record, run->wrong);
  run->record = NULL;
  if (sheet->table->id != TD_TABLE_ENTRIES)
    g_array_index (sheet->ids, TdId, run->row) = record->id;
  return ok;
}

static gboolean
import_table (Run *run, TdTableId table, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* What came in since has names too. */
  for (guint i = 0; i < TD_N_TABLES; i++)
    g_clear_pointer (&run->names[i], td_import_names_free);
  for (guint i = 0; i < run->import->sheets->len; i++)
    {
      TdImportSheet *sheet = g_ptr_array_index (run->import->sheets, i);

      if (sheet->table->id != table)
        continue;
      if (has_code (sheet->table))
        assign_codes (run, sheet, seen);
      else
        g_array_set_size (sheet->ids, td_import_sheet_get_n_rows (sheet));
    }
  for (guint i = 0; i < run->import->sheets->len; i++)
    {
      const TdImportSheet *sheet = g_ptr_array_index (run->import->sheets, i);

      if (sheet->table->id != table)
        continue;
      run->sheet = sheet;
      for (run->row = 0; run->row < td_import_sheet_get_n_rows (sheet); run->row++)
        {
          if (g_cancellable_set_error_if_cancelled (run->options->cancellable, error)
              || !import_row (run, seen, error))
            return FALSE;
          if (run->options->n_done != NULL)
            g_atomic_int_inc (run->options->n_done);
        }
    }
  return TRUE;
}

/* --- the movement -------------------------------------------------------------------------------- */

/* Whether anything but the office's own comes in. */
static gboolean
needs_movement (const TdImport *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const TdImportSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->table->scope != TD_SCOPE_OFFICE || sheet->table->id == TD_TABLE_UNITS)
        return TRUE;
    }
  return FALSE;
}

/*
 * The movement that comes with the tables, or the one asked for, or the file's own (TABLES.md).
 * FALSE when it cannot be told.
 */
static gboolean
find_movement (Run *run, GError **error)
{
  TdId coming = TD_ID_NONE;
  guint n_coming = 0;

  for (guint i = 0; i < run->import->sheets->len; i++)
    {
      const TdImportSheet *sheet = g_ptr_array_index (run->import->sheets, i);

      if (sheet->table->id != TD_TABLE_MOVEMENT)
        continue;
      for (guint row = 0; row < sheet->ids->len; row++)
        {
          coming = g_array_index (sheet->ids, TdId, row);
          n_coming++;
        }
    }
  if (run->options->movement != NULL)
    {
      run->movement = td_txn_find (run->txn, TD_TABLE_MOVEMENT, TD_ID_NONE, run->options->movement);
      if (run->movement != TD_ID_NONE)
        return TRUE;
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   _ ("there is no movement with the code “%s”"), run->options->movement);
      return FALSE;
    }
  if (n_coming == 1)
    {
      run->movement = coming;
      return TRUE;
    }
  if (!needs_movement (run->import))
    return TRUE;
  if (n_coming > 1)
    {
      g_set_error_literal (
          error, TD_ERROR, TD_ERROR_INVALID,
          _ ("several movements come in; say to which one the other tables belong"));
      return FALSE;
    }
  run->movement = td_txn_resolve_movement (run->txn, error);
  return run->movement != TD_ID_NONE;
}

/* What can be told only when all tables are in: an award may be of a law pack that came last. */
static void
judge_rows (Run *run)
{
  for (guint i = 0; i < run->judged->len; i++)
    {
      const Row *row = &g_array_index (run->judged, Row, i);
      TdId id = g_array_index (row->sheet->ids, TdId, row->row);
      g_autoptr (TdRecord) record =
          td_txn_get (run->txn, row->sheet->table->id, id, run->movement, NULL);

      run->sheet = row->sheet;
      run->row = row->row;
      if (record != NULL)
        td_import_awards_judge (run->awards, run->txn, record, remark_func, run);
    }
}

static gboolean
run_func (TdTxn *txn, gpointer data, GError **error)
{
  Run *run = data;

  run->txn = txn;
  run->problems = td_txn_get_problems (txn);
  td_txn_set_where (txn, where_func, run);
  if (!import_table (run, TD_TABLE_MOVEMENT, error) || !find_movement (run, error))
    return FALSE;
  for (guint i = 0; i < TD_N_TABLES; i++)
    if (i != TD_TABLE_MOVEMENT && !import_table (run, (TdTableId) i, error))
      return FALSE;
  judge_rows (run);
  return TRUE;
}

static char *
make_label (const TdImport *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->files->len && i < 3; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (char *) g_ptr_array_index (self->files, i));
  if (self->files->len > 3)
    g_string_append (names, "…");
  return g_strdup_printf (_ ("Import of %s"), names->str);
}

gboolean
td_import_run (TdImport *self, TdStore *store, const TdImportOptions *options, TdProblems *problems,
               GError **error)
{
  Run run = { .import = self, .options = options };
  g_autofree char *label = options->label != NULL ? g_strdup (options->label) : make_label (self);
  g_autoptr (TdImportAwards) awards =
      td_import_awards_new (store, has_table (self, TD_TABLE_NOMINATION_STEPS), error);
  g_autoptr (GArray) judged = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean ok;

  if (awards == NULL)
    return FALSE;
  run.awards = awards;
  run.judged = judged;
  for (guint i = 0; i < td_problems_get_count (self->unread); i++)
    {
      const TdProblem *problem = td_problems_get (self->unread, i);

      td_problems_take (problems, g_strdup (problem->where), g_strdup (problem->what),
                        problem->warning);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    td_import_sheet_prepare (g_ptr_array_index (self->sheets, i), problems);
  /* With problems the write cannot succeed, but it goes the whole way, to find the others too. */
  ok = td_store_write (store, label, options->mode, run_func, &run, problems, error);
  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      g_clear_pointer (&run.codes[i], g_hash_table_unref);
      g_clear_pointer (&run.names[i], td_import_names_free);
    }
  return ok;
}
