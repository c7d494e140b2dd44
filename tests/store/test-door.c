/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"

static char *
id_text (TdId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* --- the door ------------------------------------------------------------------------------------ */

static void
count_notice (TdStore *store, TdChanges *changes, gpointer data)
{
  guint *counts = data;

  counts[0]++;
  counts[1] += changes->items->len;
  counts[2] += td_changes_touch (changes, TD_TABLE_ENTRIES) ? 1 : 0;
}

static void
test_one_notice_a_commit (Fixture *self, gconstpointer data)
{
  guint counts[3] = { 0 };

  g_signal_connect (self->store, "changed", G_CALLBACK (count_notice), counts);
  fixture_enter (self, 0, 0, "12", "15");
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 1);
  /* The same again changes nothing: no notice, no row in the journal. */
  fixture_enter (self, 0, 0, "12", "15");
  g_assert_cmpuint (counts[0], ==, 1);
  {
    g_autoptr (GPtrArray) journal = td_store_load_journal (self->store, TD_ID_NONE, 0, NULL);

    g_assert_cmpuint (journal->len, ==, 2);
  }
}

static gboolean
put_many_wrong (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autofree char *unit = id_text (self->units[0]), *target = id_text (self->targets[0]);
  g_autofree char *q1 = id_text (self->periods[0]), *q2 = id_text (self->periods[1]);
  g_autoptr (TdRecord) a =
      fixture_record (self, TD_TABLE_ENTRIES, "unit", unit, "target", target, "period", q1, "done",
                      "16", "due", "15", "state", "accepted", NULL);
  g_autoptr (TdRecord) b = fixture_record (self, TD_TABLE_ENTRIES, "unit", unit, "target", target,
                                           "period", q2, "amount", "3", "state", "accepted", NULL);
  g_autoptr (TdRecord) c =
      fixture_record (self, TD_TABLE_ENTRIES, "unit", unit, "target", target, "period", "5", "done",
                      "1", "due", "1", "state", "accepted", NULL);

  return td_txn_put (txn, a, error) && td_txn_put (txn, b, error) && td_txn_put (txn, c, error);
}

/* All that is wrong is named in one go, and nothing is written. */
static void
test_problems_are_all_named (Fixture *self, gconstpointer data)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->store);
  g_autofree char *after = NULL, *text = NULL;

  g_assert_false (td_store_write (self->store, "Nhập", TD_WRITE_COMMIT, put_many_wrong, self,
                                  problems, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  text = td_problems_to_string (problems);
  g_assert_cmpstr (
      text, ==,
      "entries:A/T1/Q1:done: more done than there was to do\n"
      "entries:A/T1/Q2:amount: “amount” is no figure of this target, which is a ratio\n"
      "entries:A/T1/?:period: there is no such period\n");
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_dry_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->store), *after = NULL;
  guint counts[3] = { 0 };

  g_signal_connect (self->store, "changed", G_CALLBACK (count_notice), counts);
  g_assert_false (
      td_store_write (self->store, "Thử", TD_WRITE_DRY_RUN, put_many_wrong, self, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (counts[0], ==, 0);
}

typedef struct
{
  Fixture *fixture;
  const char *table, *code;
  const char *expected; /* problems */
} Deletion;

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  Deletion *deletion = data;
  const TdTable *table = td_table_by_name (deletion->table);

  return td_txn_delete (txn, table->id,
                        td_txn_find (txn, table->id, deletion->fixture->movement, deletion->code),
                        error);
}

static void
test_referenced_records_stay (Fixture *self, gconstpointer data)
{
  Deletion cases[] = {
    { self, "units", "B", "units: cannot be removed: 1 record of “Units” still refers to it\n" },
    { self, "categories", "P",
      "categories: cannot be removed: 3 records of “Units” still refer to it\n" },
    { self, "targets", "T1",
      "targets: cannot be removed: 1 record of “Entries” still refers to it\n" },
    { self, "periods", "Q1",
      "periods: cannot be removed: 1 record of “Entries” still refers to it\n" },
    { self, "units", "A", "units: cannot be removed: 1 record of “Entries” still refers to it\n" },
  };

  fixture_enter (self, 0, 0, "1", "1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autofree char *text = NULL;

      g_assert_false (td_store_write (self->store, "Xóa", TD_WRITE_COMMIT, delete_func, &cases[i],
                                      problems, NULL));
      text = td_problems_to_string (problems);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_rules_between_records (Fixture *self, gconstpointer data)
{
  g_autofree char *category = id_text (self->category);
  g_autofree char *a = id_text (self->units[0]), *c = id_text (self->units[2]);
  g_autofree char *nobody = g_strdup ("99");
  const struct
  {
    TdRecord *record;
    const char *expected;
  } cases[] = {
    { fixture_record (self, TD_TABLE_UNITS, "code", "A", "name", "Khác", "category", category,
                      "block", "K", NULL),
      "units:A:code: the code “A” is used twice\n" },
    { fixture_record (self, TD_TABLE_AWARDS_HELD, "holder", nobody, "award", "gk-tp-tt",
                      "decided_on", "2023-12-20", NULL),
      "awards_held::holder: there is no such unit or person\n" },
    { fixture_record (self, TD_TABLE_BANDS, "name", "Tốt", "at_least", "80.125", NULL),
      "bands:Tốt:at_least: has more decimals than the movement's points have (2)\n" },
  };
  g_autoptr (TdRecord) circle =
      td_store_get (self->store, TD_TABLE_UNITS, self->units[1], self->movement);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdProblems) found = td_problems_new ();
      g_autofree char *words = NULL;

      g_assert_false (fixture_put (self, "Thử", cases[i].record, found, NULL));
      words = td_problems_to_string (found);
      g_assert_cmpstr (words, ==, cases[i].expected);
      td_record_free (cases[i].record);
    }
  /* C passes to B; B to C would be a circle. */
  td_record_set_ref (circle, TD_UNIT_SUCCESSOR, self->units[2]);
  g_assert_false (fixture_put (self, "Thử", circle, problems, NULL));
  text = td_problems_to_string (problems);
  g_assert_nonnull (strstr (text, "units:B:successor: the successors go in a circle"));
  g_assert_nonnull (a);
  g_assert_nonnull (c);
}

/* A change of a target that would make its entries wrong is refused. */
static void
test_dependents_are_checked (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) target =
      td_store_get (self->store, TD_TABLE_TARGETS, self->targets[0], self->movement);
  g_autoptr (TdRecord) movement = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_enter (self, 0, 0, "1", "2");
  td_record_set_number (target, TD_TARGET_KIND, TD_KIND_AMOUNT);
  g_assert_false (fixture_put (self, "Thử", target, problems, NULL));
  text = td_problems_to_string (problems);
  g_assert_nonnull (strstr (text, "entries:A/T1/Q1:done: “done” is no figure of this target"));

  /* So is a change of the movement's decimals that its points do not fit. */
  td_record_set_number (target, TD_TARGET_KIND, TD_KIND_RATIO);
  td_record_set_decimal (target, TD_TARGET_MAX_POINTS, 105000);
  g_assert_true (fixture_put (self, "Thử", target, NULL, &error));
  movement = td_store_get (self->store, TD_TABLE_MOVEMENT, self->movement, TD_ID_NONE);
  td_record_set_number (movement, TD_MOVEMENT_DECIMALS, 0);
  g_assert_false (fixture_put (self, "Thử", movement, NULL, &error));
  g_assert_nonnull (strstr (error->message, "targets:T1:max_points"));
}

/* --- undo ---------------------------------------------------------------------------------------- */

static gboolean
swap_codes (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (TdRecord) a = td_txn_get (txn, TD_TABLE_UNITS, self->units[0], self->movement, error);
  g_autoptr (TdRecord) b = td_txn_get (txn, TD_TABLE_UNITS, self->units[1], self->movement, error);

  td_record_set_text (a, TD_UNIT_CODE, "B");
  td_record_set_text (b, TD_UNIT_CODE, "A");
  return td_txn_put (txn, a, error) && td_txn_put (txn, b, error);
}

static gboolean
add_person (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autofree char *unit = id_text (self->units[0]);
  g_autoptr (TdRecord) person = fixture_record (self, TD_TABLE_PEOPLE, "code", "N1", "name",
                                                "Đỗ Văn Dũng", "unit", unit, "leader", "0", NULL);

  return td_txn_put (txn, person, error);
}

static gboolean
remove_entry (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;

  return td_txn_delete_entry (txn, self->targets[0], self->units[0], self->periods[0], error);
}

static gboolean
leave_movement (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;

  return td_txn_delete_membership (txn, self->movement, self->units[2], error);
}

static gboolean
rename_unit (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;
  g_autoptr (TdRecord) a = td_txn_get (txn, TD_TABLE_UNITS, self->units[0], self->movement, error);

  td_record_set_text (a, TD_UNIT_NAME, "Phường An Mới");
  td_record_set_text (a, TD_UNIT_BLOCK, "Khối 2");
  return td_txn_put (txn, a, error);
}

/* do → undo → redo → compare, for every kind of change. */
static void
test_undo_redo (Fixture *self, gconstpointer data)
{
  static const TdWriteFunc changes[] = { swap_codes, add_person, remove_entry, leave_movement,
                                         rename_unit };

  fixture_enter (self, 0, 0, "12", "15");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = fixture_dump (self->store);
      g_autofree char *done = NULL, *undone = NULL, *redone = NULL, *again = NULL;

      td_store_write (self->store, "Thay đổi", TD_WRITE_COMMIT, changes[i], self, NULL, &error);
      g_assert_no_error (error);
      done = fixture_dump (self->store);
      g_assert_cmpstr (done, !=, before);
      td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
      g_assert_no_error (error);
      undone = fixture_dump (self->store);
      g_assert_cmpstr (undone, ==, before);
      td_store_redo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
      g_assert_no_error (error);
      redone = fixture_dump (self->store);
      g_assert_cmpstr (redone, ==, done);
      td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
      g_assert_no_error (error);
      again = fixture_dump (self->store);
      g_assert_cmpstr (again, ==, before);
    }
}

/* Undo goes back step by step, redo forward, and a new change ends redo. */
static void
test_undo_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *zero = fixture_dump (self->store), *one = NULL, *now = NULL, *label = NULL;

  g_assert_null (td_store_get_redo_label (self->store));
  fixture_enter (self, 0, 0, "1", "2");
  one = fixture_dump (self->store);
  fixture_enter (self, 1, 0, "2", "2");

  g_assert_true (td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  now = fixture_dump (self->store);
  g_assert_cmpstr (now, ==, one);
  g_assert_true (td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  g_free (now);
  now = fixture_dump (self->store);
  g_assert_cmpstr (now, ==, zero);

  label = td_store_get_redo_label (self->store);
  g_assert_cmpstr (label, ==, "Nhập số liệu");
  g_assert_true (td_store_redo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  g_free (now);
  now = fixture_dump (self->store);
  g_assert_cmpstr (now, ==, one);

  fixture_enter (self, 2, 0, "2", "3");
  g_assert_null (td_store_get_redo_label (self->store));
  g_assert_false (td_store_redo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
}

/* A restart changes nothing of it. */
static void
test_undo_after_restart (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (self->store), *after = NULL;

  fixture_enter (self, 0, 0, "1", "2");
  g_clear_object (&self->store);
  self->store = td_store_open (self->path, TD_OPEN_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

/* Taking back an older change asks when its rows have been changed since. */
static void
test_undo_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdProblems) conflicts = td_problems_new ();
  g_autoptr (GPtrArray) journal = NULL;
  g_autofree char *now = NULL, *text = NULL;
  const TdJournalRow *first;

  fixture_enter (self, 0, 0, "1", "2");
  fixture_enter (self, 0, 0, "2", "2");
  journal = td_store_load_journal (self->store, TD_ID_NONE, 0, NULL);
  first = g_ptr_array_index (journal, 1);
  now = fixture_dump (self->store);

  g_assert_false (td_store_undo (self->store, first->id, TD_CONFLICT_ASK, conflicts, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_CONFLICT);
  g_clear_error (&error);
  text = td_problems_to_string (conflicts);
  g_assert_cmpstr (text, ==, "Entries · Phường An · T1 · Quý I: has been changed since\n");
  {
    g_autofree char *same = fixture_dump (self->store);

    g_assert_cmpstr (same, ==, now);
  }
  g_assert_true (td_store_undo (self->store, first->id, TD_CONFLICT_OVERWRITE, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (TdRecord) gone =
        td_store_get_entry (self->store, self->targets[0], self->units[0], self->periods[0]);

    g_assert_null (gone);
  }
}

/* Taking back the making of a unit that has figures since: refused, with the reason. */
static void
test_undo_refused_by_references (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) journal = td_store_load_journal (self->store, TD_ID_NONE, 0, NULL);
  const TdJournalRow *made = g_ptr_array_index (journal, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  fixture_enter (self, 0, 0, "1", "2");
  before = fixture_dump (self->store);
  g_assert_false (td_store_undo (self->store, made->id, TD_CONFLICT_ASK, NULL, &error));
  g_assert_nonnull (error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

/* --- history ------------------------------------------------------------------------------------- */

static gboolean
note_line (const TdHistoryLine *line, gpointer data)
{
  g_string_append_printf (data, "%s | %s | %s | %s → %s\n", line->who, line->what, line->where,
                          line->before, line->after);
  return TRUE;
}

static void
test_history (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  const char *tail;

  fixture_enter (self, 0, 0, "12", "15");
  fixture_enter (self, 0, 0, "13", "15");
  td_store_write (self->store, "Đổi tên đơn vị", TD_WRITE_COMMIT, rename_unit, self, NULL, &error);
  td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_true (td_store_foreach_history (self->store, TD_ID_NONE, note_line, text, &error));
  g_assert_no_error (error);
  tail = strstr (text->str, "Nguyễn Thị Hoa | Nhập số liệu");
  g_assert_nonnull (tail);
  g_assert_cmpstr (
      tail, ==,
      "Nguyễn Thị Hoa | Nhập số liệu | Entries · Phường An · T1 · Quý I |  → "
      "Done: 12; To be done: 15; State: accepted\n"
      "Nguyễn Thị Hoa | Nhập số liệu | Entries · Phường An · T1 · Quý I · Done | 12 → 13\n"
      "Nguyễn Thị Hoa | Đổi tên đơn vị | Units · Phường An · Name | Phường An → Phường An Mới\n"
      "Nguyễn Thị Hoa | Đổi tên đơn vị | Units · Phường An · Block (M) | Khối 1 → Khối 2\n"
      "Nguyễn Thị Hoa | Undo: Đổi tên đơn vị | Units · Phường An · Name | Phường An Mới → Phường "
      "An\n"
      "Nguyễn Thị Hoa | Undo: Đổi tên đơn vị | Units · Phường An · Block (M) | Khối 2 → Khối 1\n");
  g_string_free (text, TRUE);
}

static void
test_check (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();

  fixture_enter (self, 0, 0, "12", "15");
  g_assert_true (td_store_check (self->store, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 0);
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/door/notice", test_one_notice_a_commit);
  ADD ("/door/problems", test_problems_are_all_named);
  ADD ("/door/dry-run", test_dry_run);
  ADD ("/door/references", test_referenced_records_stay);
  ADD ("/door/between-records", test_rules_between_records);
  ADD ("/door/dependents", test_dependents_are_checked);
  ADD ("/undo/redo", test_undo_redo);
  ADD ("/undo/order", test_undo_order);
  ADD ("/undo/restart", test_undo_after_restart);
  ADD ("/undo/conflict", test_undo_conflict);
  ADD ("/undo/references", test_undo_refused_by_references);
  ADD ("/history/words", test_history);
  ADD ("/check/clean", test_check);
  return g_test_run ();
}
