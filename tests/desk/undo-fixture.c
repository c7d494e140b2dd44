/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undo-fixture.h"

#include <sqlite3.h>
#include <string.h>

/* --- records from text ---------------------------------------------------------------------------- */

static TdId
find (Fixture *self, TdTableId table, const char *code)
{
  TdId id = td_store_find (self->store, table, self->movement, code);

  if (id == TD_ID_NONE)
    g_error ("no record “%s” in “%s”", code, td_table_get (table)->name);
  return id;
}

/* Codes with `;` between as ids. */
static char *
find_all (Fixture *self, TdTableId table, const char *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes, ";", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? ";" : "",
                            find (self, table, parts[i]));
  return g_string_free (out, FALSE);
}

static void
set_one (Fixture *self, TdRecord *record, const char *name, const char *text)
{
  int index = td_table_find_field (record->table, name);
  const TdField *field;
  g_autofree char *ids = NULL;
  g_autoptr (GError) error = NULL;

  if (index < 0)
    g_error ("no field “%s” in “%s”", name, record->table->name);
  field = &record->table->fields[index];
  if (*text == '\0')
    td_record_set_blank (record, index);
  else if (field->kind == TD_FIELD_REF)
    td_record_set_ref (record, index, find (self, field->ref, text));
  else if (field->kind == TD_FIELD_HOLDER)
    td_record_set_ref (record, index, td_store_find_holder (self->store, text, NULL));
  else if (field->kind == TD_FIELD_SCOPE && strcmp (text, "all") == 0)
    td_record_set_text (record, index, text);
  else if (field->kind == TD_FIELD_PEOPLE || field->kind == TD_FIELD_SCOPE)
    {
      ids =
          find_all (self, field->kind == TD_FIELD_PEOPLE ? TD_TABLE_PEOPLE : TD_TABLE_UNITS, text);
      td_record_set_text (record, index, ids);
    }
  else
    {
      td_value_clear (&record->values[index]);
      td_field_parse (field, text, TD_STYLE_PLAIN, &record->values[index], &error);
      g_assert_no_error (error);
    }
}

void
undo_fixture_set (Fixture *self, TdRecord *record, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      g_assert_nonnull (value);
      *value = '\0';
      set_one (self, record, parts[i], value + 1);
    }
}

TdRecord *
undo_fixture_record (Fixture *self, TdTableId table, const char *text)
{
  TdRecord *record = td_record_new (table, self->movement);

  undo_fixture_set (self, record, text);
  return record;
}

/* --- the file --------------------------------------------------------------------------------------- */

void
undo_fixture_set_up (Fixture *self, gconstpointer data)
{
  static const struct
  {
    TdTableId table;
    const char *text;
  } records[] = {
    { TD_TABLE_CATEGORIES, "code=X|name=Xã" },
    { TD_TABLE_AREAS, "code=L2|name=Thủ tục hành chính" },
    { TD_TABLE_PEOPLE, "code=N1|name=Đỗ Văn Dũng|unit=A" },
    { TD_TABLE_PEOPLE, "code=N2|name=Lê Thị Mai|unit=B" },
    { TD_TABLE_ROUNDS, "code=R1|title=Tổng kết|level=thanh-pho" },
    { TD_TABLE_ROUNDS, "code=R2|title=Đột xuất|level=xa" },
    { TD_TABLE_NOMINATIONS, "code=D1|round=R1|nominee=A|award=gk-tp-tt|state=draft" },
    { TD_TABLE_NOMINATIONS, "code=D2|round=R1|nominee=N1|award=gk-tp-cn|state=draft" },
    { TD_TABLE_COUNCIL_MEMBERS, "round=R1|code=V1|name=Phạm Văn Bình|role=chair" },
    { TD_TABLE_EVIDENCE, "hash=aa11|name=Công văn 15.pdf" },
    { TD_TABLE_EVIDENCE, "hash=bb22|name=Công văn 16.pdf" },
    { TD_TABLE_ENTRIES, "unit=A|target=T1|period=Q1|done=12|due=15|state=pending" },
    { TD_TABLE_ENTRIES, "unit=B|target=T1|period=Q1|done=9|due=10|state=pending" },
  };

  fixture_set_up (self, data);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (TdRecord) record = undo_fixture_record (self, records[i].table, records[i].text);
      g_autoptr (GError) error = NULL;

      fixture_put (self, "Chuẩn bị", record, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
dump_table (sqlite3 *handle, const char *table, GString *out)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2, 3", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_string_append (out, table);
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        g_string_append_printf (out, "|%d:%s", sqlite3_column_type (stmt, i),
                                (const char *) sqlite3_column_text (stmt, i));
      g_string_append_c (out, '\n');
    }
  sqlite3_finalize (stmt);
}

char *
undo_fixture_dump (Fixture *self)
{
  GString *out = g_string_new (NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &handle, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  for (guint i = 0; i < TD_N_TABLES; i++)
    dump_table (handle, td_table_get ((TdTableId) i)->sql, out);
  dump_table (handle, "membership", out);
  sqlite3_close (handle);
  return g_string_free (out, FALSE);
}

guint
undo_fixture_count_journal (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) journal = td_store_load_journal (self->store, TD_ID_NONE, 0, &error);

  g_assert_no_error (error);
  return journal->len;
}

static void
assert_dump (Fixture *self, const char *what, const char *expected)
{
  g_autofree char *now = undo_fixture_dump (self);

  if (strcmp (now, expected) != 0)
    g_test_message ("%s", what);
  g_assert_cmpstr (now, ==, expected);
}

void
undo_fixture_check (Fixture *self, const char *what, const char *before)
{
  g_autofree char *after = undo_fixture_dump (self);
  guint n = undo_fixture_count_journal (self);

  if (strcmp (before, after) == 0)
    g_error ("%s: nothing was changed", what);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
      g_assert_no_error (error);
      assert_dump (self, what, before);
      td_store_redo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
      g_assert_no_error (error);
      assert_dump (self, what, after);
    }
  g_assert_cmpuint (undo_fixture_count_journal (self), ==, n + 4);
}
