/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <glib/gstdio.h>

static void
set_field (TdRecord *record, const char *name, const char *text)
{
  int index = td_table_find_field (record->table, name);
  const TdField *field = &record->table->fields[index];

  g_assert_cmpint (index, >=, 0);
  if (field->kind == TD_FIELD_REF || field->kind == TD_FIELD_HOLDER)
    td_record_set_ref (record, index, g_ascii_strtoll (text, NULL, 10));
  else if (field->kind == TD_FIELD_SCOPE || field->kind == TD_FIELD_PEOPLE)
    td_record_set_text (record, index, text);
  else
    g_assert_true (td_field_parse (field, text, TD_STYLE_PLAIN, &record->values[index], NULL));
}

TdRecord *
fixture_record (Fixture *self, TdTableId table, const char *first, ...)
{
  TdRecord *record = td_record_new (table, self->movement);
  const char *name = first;
  va_list args;

  va_start (args, first);
  while (name != NULL)
    {
      set_field (record, name, va_arg (args, const char *));
      name = va_arg (args, const char *);
    }
  va_end (args);
  return record;
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

gboolean
fixture_put (Fixture *self, const char *label, TdRecord *record, TdProblems *problems,
             GError **error)
{
  return td_store_write (self->store, label, TD_WRITE_COMMIT, put_func, record, problems, error);
}

static TdId
put_new (Fixture *self, TdTxn *txn, TdRecord *record)
{
  g_autoptr (GError) error = NULL;
  TdId id;

  td_txn_put (txn, record, &error);
  g_assert_no_error (error);
  id = record->id;
  td_record_free (record);
  return id;
}

/* An id as text; lives as long as the test program. */
static const char *
id_text (TdId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

static gboolean
build (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;

  self->movement = put_new (self, txn,
                            fixture_record (self, TD_TABLE_MOVEMENT, "code", "M", "title",
                                            "Phong trào thử", "starts", "2024-01-01", "ends",
                                            "2024-12-31", "decimals", "2", NULL));
  self->category = put_new (
      self, txn, fixture_record (self, TD_TABLE_CATEGORIES, "code", "P", "name", "Phường", NULL));
  self->area = put_new (
      self, txn, fixture_record (self, TD_TABLE_AREAS, "code", "L1", "name", "Thể chế", NULL));
  self->units[0] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_UNITS, "code", "A", "name", "Phường An", "category",
                               id_text (self->category), "block", "Khối 1", NULL));
  self->units[1] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_UNITS, "code", "B", "name", "Phường Bình", "category",
                               id_text (self->category), "block", "Khối 1", NULL));
  self->units[2] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_UNITS, "code", "C", "name", "Phường Cát", "category",
                               id_text (self->category), "block", "Khối 1", "closed", "2024-11-01",
                               "successor", id_text (self->units[1]), NULL));
  self->periods[0] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_PERIODS, "code", "Q1", "name", "Quý I", "starts",
                               "2024-01-01", "ends", "2024-03-31", "due", "2024-04-05", NULL));
  self->periods[1] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_PERIODS, "code", "Q2", "name", "Quý II", "starts",
                               "2024-04-01", "ends", "2024-06-30", "due", "2024-07-05", NULL));
  self->targets[0] = put_new (
      self, txn,
      fixture_record (self, TD_TABLE_TARGETS, "code", "T1", "area", id_text (self->area), "name",
                      "Văn bản đúng quy trình", "kind", "ratio", "accumulation", "sum", "goal",
                      "100", "rule", "linear", "max_points", "10", "frequency", "period",
                      "if_none_arising", "full", "if_missing", "zero", "applies_to", "all", NULL));
  self->targets[1] =
      put_new (self, txn,
               fixture_record (self, TD_TABLE_TARGETS, "code", "T2", "area", id_text (self->area),
                               "name", "Nêu gương", "kind", "rating", "rule", "given", "max_points",
                               "5", "frequency", "once", "due", "2024-12-15", "if_missing", "zero",
                               "applies_to", "all", NULL));
  return TRUE;
}

void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("thidua-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "thu.thidua", NULL);
  self->store = td_store_create (self->path, &error);
  g_assert_no_error (error);
  td_store_set_operator (self->store, "Nguyễn Thị Hoa");
  td_store_write (self->store, "Tạo phong trào thử", TD_WRITE_COMMIT, build, self, NULL, &error);
  g_assert_no_error (error);
}

static void
delete_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        delete_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  delete_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

void
fixture_enter (Fixture *self, guint unit, guint period, const char *done, const char *due)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdRecord) record =
      fixture_record (self, TD_TABLE_ENTRIES, "unit", id_text (self->units[unit]), "target",
                      id_text (self->targets[0]), "period", id_text (self->periods[period]), "done",
                      done, "due", due, "state", "accepted", NULL);

  fixture_put (self, "Nhập số liệu", record, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_enter_five (Fixture *self)
{
  fixture_enter (self, 0, 0, "8", "10");
  fixture_enter (self, 0, 1, "1", "10");
  fixture_enter (self, 1, 0, "6", "10");
  fixture_enter (self, 1, 1, "6", "10");
  fixture_enter (self, 2, 0, "10", "10");
}

static gboolean
dump_record (const TdRecord *record, gpointer data)
{
  gpointer *pair = data;
  GString *out = pair[0];

  g_string_append (out, record->table->name);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      g_autofree char *text = td_field_format (&record->table->fields[i], &record->values[i],
                                               TD_STYLE_PLAIN, td_store_code_func, pair[1]);

      g_string_append_printf (out, "|%s", text);
    }
  g_string_append_c (out, '\n');
  return TRUE;
}

char *
fixture_dump (TdStore *store)
{
  GString *out = g_string_new (NULL);
  gpointer data[] = { out, store };
  TdId movement = td_store_resolve_movement (store, NULL, NULL);

  for (guint i = 0; i < TD_N_TABLES; i++)
    {
      g_autoptr (GError) error = NULL;

      td_store_foreach (store, (TdTableId) i, movement, dump_record, data, &error);
      g_assert_no_error (error);
    }
  return g_string_free (out, FALSE);
}
