/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed period stays as it is, whichever way somebody tries; and who owes what. */
#include <string.h>

#include "desk/td-arrears.h"
#include "desk/td-seal.h"
#include "fixture.h"

#define TODAY td_date_new (2024, 4, 10)

static void
assert_refused (gboolean ok, GError **error)
{
  g_assert_false (ok);
  g_assert_error (*error, TD_ERROR, TD_ERROR_INVALID);
}

static gboolean
try_enter (Fixture *self, guint period, const char *done, GError **error)
{
  g_autoptr (TdRecord) entry =
      td_store_get_entry (self->store, self->targets[0], self->units[0], self->periods[period]);

  if (entry == NULL)
    {
      entry = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
      td_record_set_ref (entry, TD_ENTRY_UNIT, self->units[0]);
      td_record_set_ref (entry, TD_ENTRY_TARGET, self->targets[0]);
      td_record_set_ref (entry, TD_ENTRY_PERIOD, self->periods[period]);
      td_record_set_number (entry, TD_ENTRY_STATE, TD_ENTRY_PENDING);
      td_record_set_decimal (entry, TD_ENTRY_DUE, TD_DECIMAL (15));
    }
  td_record_set_decimal (entry, TD_ENTRY_DONE, TD_DECIMAL (g_ascii_strtoll (done, NULL, 10)));
  return fixture_put (self, "Sửa", entry, NULL, error);
}

static gboolean
delete_entry (TdTxn *txn, gpointer data, GError **error)
{
  Fixture *self = data;

  return td_txn_delete_entry (txn, self->targets[0], self->units[0], self->periods[0], error);
}

static gboolean
delete_seal (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_delete (txn, TD_TABLE_SEALS, *(TdId *) data, error);
}

static void
close_first (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  guint revision;

  td_seal_close (self->store, self->movement, self->periods[0], TODAY, &revision, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revision, ==, 1);
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) seal = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (self, 0, 0, "12", "15");
  close_first (self);
  seal = td_seal_find (self->store, self->movement, self->periods[0]);
  g_assert_nonnull (seal);
  g_assert_true (td_seal_is_whole (seal));
  g_assert_nonnull (strstr (td_record_get_text (seal, TD_SEAL_RECORD), "\"done\":\"12\""));
  before = fixture_dump (self->store);

  assert_refused (try_enter (self, 0, "13", &error), &error);
  g_clear_error (&error);
  assert_refused (
      td_store_write (self->store, "Xóa", TD_WRITE_COMMIT, delete_entry, self, NULL, &error),
      &error);
  g_clear_error (&error);
  /* Another period is open. */
  g_assert_true (try_enter (self, 1, "7", &error));
  g_assert_no_error (error);
  g_assert_true (td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error));
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

/* Undo goes through the door too: neither the closing nor what was before it can be taken back. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) journal = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (self, 0, 0, "12", "15");
  close_first (self);
  before = fixture_dump (self->store);
  journal = td_store_load_journal (self->store, TD_ID_NONE, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      const TdJournalRow *row = g_ptr_array_index (journal, i);

      assert_refused (td_store_undo (self->store, row->id, TD_CONFLICT_OVERWRITE, NULL, &error),
                      &error);
      g_clear_error (&error);
    }
  after = fixture_dump (self->store);
  g_assert_cmpstr (before, ==, after);
}

static void
test_seal_is_fixed (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) seal = NULL;
  g_autoptr (GError) error = NULL;

  close_first (self);
  seal = td_seal_find (self->store, self->movement, self->periods[0]);
  assert_refused (
      td_store_write (self->store, "Xóa", TD_WRITE_COMMIT, delete_seal, &seal->id, NULL, &error),
      &error);
  g_clear_error (&error);
  td_record_set_text (seal, TD_SEAL_RECORD, "{}");
  assert_refused (fixture_put (self, "Sửa", seal, NULL, &error), &error);
  g_assert_false (td_seal_is_whole (seal));
}

static void
test_reopened (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL, *second = NULL;
  guint revision;

  fixture_enter (self, 0, 0, "12", "15");
  first = td_seal_make_record (self->store, self->movement, self->periods[0], &error);
  close_first (self);
  assert_refused (td_seal_reopen (self->store, self->movement, self->periods[0], TODAY, "", &error),
                  &error);
  g_clear_error (&error);
  g_assert_true (td_seal_reopen (self->store, self->movement, self->periods[0], TODAY,
                                 "Đơn vị đính chính theo Công văn 15", &error));
  g_assert_no_error (error);
  g_assert_null (td_seal_find (self->store, self->movement, self->periods[0]));
  g_assert_true (try_enter (self, 0, "14", &error));
  g_assert_true (
      td_seal_close (self->store, self->movement, self->periods[0], TODAY, &revision, &error));
  g_assert_cmpuint (revision, ==, 2);
  second = td_seal_make_record (self->store, self->movement, self->periods[0], &error);
  g_assert_cmpstr (first, !=, second);
  g_assert_false (
      td_seal_close (self->store, self->movement, self->periods[0], TODAY, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_EXISTS);
}

/* One figure of one unit in the first period; the second one is closed too, after it. */
static void
test_affected (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdMovement) movement = NULL;
  g_autoptr (GPtrArray) lines = NULL, later = NULL;
  g_autofree char *ends = NULL, *all = NULL, *targets = NULL;

  fixture_enter (self, 0, 0, "12", "15");
  close_first (self);
  g_assert_true (
      td_seal_close (self->store, self->movement, self->periods[1], TODAY, NULL, &error));
  g_assert_no_error (error);
  movement = td_store_load_movement (self->store, self->movement, &error);
  g_assert_no_error (error);
  ends = td_date_format (td_movement_period (movement, 0)->ends, TD_STYLE_VIETNAMESE);
  all = g_strdup_printf ("the points, totals and ranks of all %u units from %s on",
                         movement->units->len, ends);
  targets = g_strdup_printf ("1 targets: %s", td_movement_target (movement, 0)->code);
  lines = td_seal_list_affected (self->store, movement, self->periods[0]);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (lines, 0), "1 figures of 1 units, "));
  g_assert_cmpstr (g_ptr_array_index (lines, 1), ==, targets);
  g_assert_cmpstr (g_ptr_array_index (lines, 2), ==, all);
  g_assert_true (
      g_str_has_suffix (g_ptr_array_index (lines, 3), td_movement_period (movement, 1)->name));
  /* Nothing is reported for the second, and nothing is closed after it. */
  later = td_seal_list_affected (self->store, movement, self->periods[1]);
  g_assert_cmpuint (later->len, ==, 1);
}

/* --- the board ------------------------------------------------------------------------------------ */

static void
enter_received (Fixture *self, guint unit, TdDate day, TdEntryState state)
{
  g_autoptr (TdRecord) entry = NULL;
  g_autoptr (GError) error = NULL;

  fixture_enter (self, unit, 0, "12", "15");
  entry = td_store_get_entry (self->store, self->targets[0], self->units[unit], self->periods[0]);
  td_record_set_date (entry, TD_ENTRY_RECEIVED_ON, day);
  td_record_set_number (entry, TD_ENTRY_STATE, state);
  fixture_put (self, "Nhận", entry, NULL, &error);
  g_assert_no_error (error);
}

/* Due on Friday 5 April 2024; A came on Wednesday the 10th, B in time and was sent back, C owes. */
static void
test_board (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) holiday =
      fixture_record (self, TD_TABLE_OFFICE, "key", "holidays", "value", "2024-04-08", NULL);
  g_autoptr (TdRecord) receipt = td_record_new (TD_TABLE_RECEIPTS, self->movement);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (GArray) rows = NULL;
  const TdArrearsRow *row;

  enter_received (self, 0, TODAY, TD_ENTRY_PENDING);
  enter_received (self, 1, td_date_new (2024, 4, 5), TD_ENTRY_REJECTED);
  fixture_put (self, "Ngày nghỉ", holiday, NULL, &error);
  td_record_set_ref (receipt, TD_RECEIPT_UNIT, self->units[0]);
  td_record_set_ref (receipt, TD_RECEIPT_PERIOD, self->periods[0]);
  td_record_set_text (receipt, TD_RECEIPT_HASH, "ba7816bf8f01cfea");
  td_record_set_date (receipt, TD_RECEIPT_RECEIVED_ON, TODAY);
  td_record_set_text (receipt, TD_RECEIPT_NUMBER, "15/BC-UBND");
  td_record_set_text (receipt, TD_RECEIPT_FILE, "a.xlsx");
  fixture_put (self, "Nhận", receipt, NULL, &error);
  g_assert_no_error (error);
  desk = td_desk_new (self->store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  rows = td_arrears_new (desk, 0, td_date_new (2024, 4, 15), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 3);

  /* C owes: the 9th, 10th, 11th, 12th and 15th; the 8th is a holiday. */
  row = &g_array_index (rows, TdArrearsRow, 0);
  g_assert_cmpint (row->state, ==, TD_ARREARS_OWING);
  g_assert_cmpuint (row->days_late, ==, 5);
  g_assert_cmpuint (row->expected, ==, 1);
  g_assert_cmpuint (row->reported, ==, 0);
  row = &g_array_index (rows, TdArrearsRow, 1);
  g_assert_cmpint (row->state, ==, TD_ARREARS_RETURNED);
  g_assert_cmpuint (row->days_late, ==, 0);
  row = &g_array_index (rows, TdArrearsRow, 2);
  g_assert_cmpint (row->state, ==, TD_ARREARS_LATE);
  g_assert_cmpuint (row->days_late, ==, 2);
  g_assert_cmpuint (row->waiting, ==, 1);
  g_assert_cmpstr (row->proof, ==, "15/BC-UBND · 10/04/2024 · a.xlsx · ba7816bf8f01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/desk/seal/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("closed", test_closed);
  ADD ("undo", test_undo);
  ADD ("seal-is-fixed", test_seal_is_fixed);
  ADD ("reopened", test_reopened);
  ADD ("affected", test_affected);
  ADD ("board", test_board);
  return g_test_run ();
}
