/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What if: trials in memory score as the file would, and leave it alone. The movement is that of
 * test-board.c as of the year's end: A 9/20 of T1 = 4,50 points, B with C's 22/30 = 7,33; T2 (5
 * points) is missing for both: 4,50/15 = 30,00 and 7,33/15 = 48,87.
 */
#include <string.h>

#include "build.h"
#include "desk/td-board.h"
#include "desk/td-sandbox.h"
#include "fixture.h"

typedef struct
{
  Fixture store;
  TdDesk *desk;
  TdSandbox *sandbox;
} Trial;

static void
set_up (Trial *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->store, NULL);
  fixture_enter_five (&self->store);
  self->desk = td_desk_new (self->store.store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 12, 31), &error));
  self->sandbox = td_sandbox_new (self->desk, &error);
  g_assert_no_error (error);
}

static void
tear_down (Trial *self, gconstpointer data)
{
  td_sandbox_free (self->sandbox);
  g_clear_object (&self->desk);
  fixture_tear_down (&self->store, NULL);
}

/* "30.00 48.87": the totals of A and B in the trial. */
static char *
totals (Trial *self)
{
  const TdScores *scores = td_sandbox_get_scores (self->sandbox);
  const TdMovement *movement = td_sandbox_get_movement (self->sandbox);
  g_autofree char *a = NULL, *b = NULL;
  TdDecimal values[2];

  for (guint i = 0; i < 2; i++)
    values[i] =
        td_scores_get_unit (scores, (guint) td_movement_find_unit (movement, self->store.units[i]))
            ->total;
  a = td_decimal_format_fixed (values[0], 2, TD_STYLE_PLAIN);
  b = td_decimal_format_fixed (values[1], 2, TD_STYLE_PLAIN);
  return g_strdup_printf ("%s %s", a, b);
}

static void
assert_totals (Trial *self, const char *wanted)
{
  g_autofree char *got = totals (self);

  g_assert_cmpstr (got, ==, wanted);
}

static TdRecord *
target_with (Trial *self, guint target, const char *name, const char *text)
{
  TdRecord *record = td_sandbox_get_target (self->sandbox, self->store.targets[target]);
  int field = td_table_find_field (record->table, name);
  g_autoptr (GError) error = NULL;

  if (record->table->fields[field].kind == TD_FIELD_SCOPE)
    td_record_set_text (record, field, text);
  else
    td_field_parse (&record->table->fields[field], text, TD_STYLE_PLAIN, &record->values[field],
                    &error);
  g_assert_no_error (error);
  return record;
}

static void
try_target (Trial *self, guint target, const char *name, const char *text)
{
  g_autoptr (TdRecord) record = target_with (self, target, name, text);
  g_autoptr (GError) error = NULL;

  td_sandbox_try (self->sandbox, record, &error);
  g_assert_no_error (error);
}

static TdRecord *
entry_with (Trial *self, guint unit, guint period, int done, int due)
{
  TdRecord *record = td_sandbox_get_entry (self->sandbox, self->store.targets[0],
                                           self->store.units[unit], self->store.periods[period]);

  td_record_set_decimal (record, TD_ENTRY_DONE, TD_DECIMAL (done));
  td_record_set_decimal (record, TD_ENTRY_DUE, TD_DECIMAL (due));
  td_record_set_number (record, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
  return record;
}

static void
try_entry (Trial *self, guint unit, guint period, int done, int due)
{
  g_autoptr (TdRecord) record = entry_with (self, unit, period, done, due);
  g_autoptr (GError) error = NULL;

  td_sandbox_try (self->sandbox, record, &error);
  g_assert_no_error (error);
}

static void
test_trials (Trial *self, gconstpointer data)
{
  g_autofree char *before = fixture_dump (self->store.store), *after = NULL;
  g_autofree char *words = NULL, *real = build_dump (td_desk_get_scores (self->desk), NULL);
  g_autofree char *still = NULL;
  g_autofree char *scope = g_strdup_printf ("-%" G_GINT64_FORMAT, self->store.units[0]);
  g_autoptr (GError) error = NULL;

  assert_totals (self, "30.00 48.87");
  /* T2 of 20 points: 4,50/30 and 7,33/30. */
  try_target (self, 1, "max_points", "20");
  assert_totals (self, "15.00 24.43");
  words = td_sandbox_dup_words (self->sandbox, 0);
  g_assert_nonnull (strstr (words, "5 → 20"));
  /* And T1 to be half done only: 45/50 = 9,00 points, and more than all: 10. */
  try_target (self, 0, "goal", "50");
  assert_totals (self, "30.00 33.33");
  g_assert_cmpuint (td_sandbox_get_n_tries (self->sandbox), ==, 2);
  /* The same record again takes the trial's place. */
  try_target (self, 0, "goal", "90");
  g_assert_cmpuint (td_sandbox_get_n_tries (self->sandbox), ==, 2);
  assert_totals (self, "16.67 27.17"); /* 45/90 = 5,00; 73,33/90 = 8,15 */
  g_assert_true (td_sandbox_take_back (self->sandbox, 0, &error));
  assert_totals (self, "33.33 54.33"); /* of 15 again */
  /* As it is stored: nothing is tried any more. */
  try_target (self, 0, "goal", "100");
  g_assert_cmpuint (td_sandbox_get_n_tries (self->sandbox), ==, 0);
  assert_totals (self, "30.00 48.87");
  /* A's second quarter as good as can be: 18/20. */
  try_entry (self, 0, 1, 10, 10);
  assert_totals (self, "60.00 48.87");
  /* The target is not for A: its 5 points of T2 are missing. */
  try_target (self, 0, "applies_to", scope);
  assert_totals (self, "0.00 48.87");

  after = fixture_dump (self->store.store);
  g_assert_cmpstr (before, ==, after);
  still = build_dump (td_desk_get_scores (self->desk), NULL);
  g_assert_cmpstr (real, ==, still);
}

static void
test_beside_the_real_one (Trial *self, gconstpointer data)
{
  g_autoptr (TdBoard) board = NULL;
  g_autofree char *moved = NULL, *change = NULL;

  try_entry (self, 0, 1, 10, 10);
  board = td_board_new (td_sandbox_get_scores (self->sandbox), td_desk_get_scores (self->desk), -1);
  g_assert_cmpuint (td_board_count_changed (board), ==, 2);
  moved = td_board_dup_text (board, 0, TD_BOARD_MOVED, TD_STYLE_PLAIN);
  change = td_board_dup_text (board, 0, TD_BOARD_CHANGE, TD_STYLE_PLAIN);
  g_assert_cmpstr (moved, ==, "1");
  g_assert_cmpstr (change, ==, "30.00");
}

static void
test_refused (Trial *self, gconstpointer data)
{
  static const struct
  {
    guint target;
    const char *field;
    const char *text;
  } cases[] = {
    { 0, "goal", "" },     /* linear needs one */
    { 0, "floor", "100" }, /* equals the goal */
    { 0, "max_points", "1.555" } /* more digits than the movement has */,
    { 1, "rule", "on-time" }, /* for milestones only */
    { 1, "max_points", "3" }, /* A has been given 4 */
  };
  g_autoptr (TdRecord) rating = td_sandbox_get_entry (self->sandbox, self->store.targets[1],
                                                      self->store.units[0], self->store.periods[0]);
  g_autoptr (TdRecord) wrong = entry_with (self, 0, 0, 11, 10), lost = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  td_record_set_decimal (rating, TD_ENTRY_POINTS, TD_DECIMAL (4));
  td_record_set_number (rating, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
  td_sandbox_try (self->sandbox, rating, &error);
  g_assert_no_error (error);
  before = totals (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdRecord) record =
          target_with (self, cases[i].target, cases[i].field, cases[i].text);

      g_assert_false (td_sandbox_try (self->sandbox, record, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
      g_clear_error (&error);
      assert_totals (self, before);
    }
  g_assert_false (td_sandbox_try (self->sandbox, wrong, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  lost = entry_with (self, 0, 0, 1, 10);
  td_record_set_ref (lost, TD_ENTRY_UNIT, 999999);
  g_assert_false (td_sandbox_try (self->sandbox, lost, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
  assert_totals (self, before);
  g_assert_cmpuint (td_sandbox_get_n_tries (self->sandbox), ==, 1);
}

static void
test_another_kind (Trial *self, gconstpointer data)
{
  /* Ratios are no amounts: all is missing until it is a ratio again. */
  try_target (self, 0, "kind", "amount");
  assert_totals (self, "0.00 0.00");
  try_target (self, 0, "kind", "ratio");
  assert_totals (self, "30.00 48.87");
}

static void
test_follows_the_desk (Trial *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  try_target (self, 0, "goal", "50");
  fixture_enter (&self->store, 0, 1, "0", "10"); /* 8/20 = 40 of 50: 8 points of 15 */
  g_assert_true (td_sandbox_refresh (self->sandbox, &error));
  assert_totals (self, "53.33 66.67");
  /* In July T2 is not due and B not C's heir: 80 % and 100 % of 10. */
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 7, 31), &error));
  g_assert_true (td_sandbox_refresh (self->sandbox, &error));
  assert_totals (self, "80.00 100.00");
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

/* What a trial says is what the file says once the same is written to it. */
static void
test_as_if_written (Trial *self, gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *tried = NULL, *written = NULL;
      g_autoptr (TdSandbox) sandbox = NULL;

      for (guint step = 0; step < 1 + i % 3; step++)
        {
          g_autoptr (TdRecord) record = NULL;
          g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (5, 200));

          switch (g_test_rand_int_range (0, 4))
            {
            case 0:
              record =
                  target_with (self, (guint) g_test_rand_int_range (0, 2), "max_points", number);
              break;
            case 1:
              record = target_with (self, 0, "goal", number);
              break;
            case 2:
              record = target_with (self, 0, "if_missing", "exclude");
              break;
            default:
              record = entry_with (self, (guint) g_test_rand_int_range (0, 3),
                                   (guint) g_test_rand_int_range (0, 2),
                                   g_test_rand_int_range (0, 10), 10);
              break;
            }
          td_sandbox_try (self->sandbox, record, &error);
          g_assert_no_error (error);
        }
      tried = build_dump (td_sandbox_get_scores (self->sandbox), &error);
      g_assert_no_error (error);
      for (guint t = 0; t < td_sandbox_get_n_tries (self->sandbox); t++)
        {
          g_autoptr (TdRecord) record = td_record_copy (td_sandbox_get_try (self->sandbox, t));

          td_store_write (self->store.store, "Ghi", TD_WRITE_COMMIT, put_func, record, NULL,
                          &error);
          g_assert_no_error (error);
        }
      written = build_dump (td_desk_get_scores (self->desk), &error);
      g_assert_cmpstr (tried, ==, written);
      sandbox = g_steal_pointer (&self->sandbox);
      self->sandbox = td_sandbox_new (self->desk, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sandbox/trials", Trial, NULL, set_up, test_trials, tear_down);
  g_test_add ("/sandbox/beside", Trial, NULL, set_up, test_beside_the_real_one, tear_down);
  g_test_add ("/sandbox/refused", Trial, NULL, set_up, test_refused, tear_down);
  g_test_add ("/sandbox/another-kind", Trial, NULL, set_up, test_another_kind, tear_down);
  g_test_add ("/sandbox/follows", Trial, NULL, set_up, test_follows_the_desk, tear_down);
  g_test_add ("/sandbox/as-if-written", Trial, NULL, set_up, test_as_if_written, tear_down);
  return g_test_run ();
}
