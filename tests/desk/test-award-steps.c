/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of nominations, nominating, rulings, taking away: each one write, each undone whole. */
#include "desk/td-award-steps.h"
#include "fixture.h"

#define DAY td_date_new (2024, 12, 20)

static TdId
put (Fixture *self, TdRecord *record)
{
  g_autoptr (GError) error = NULL;
  TdId id;

  fixture_put (self, "Thêm", record, NULL, &error);
  g_assert_no_error (error);
  id = record->id;
  td_record_free (record);
  return id;
}

static TdId
add_round (Fixture *self)
{
  return put (self, fixture_record (self, TD_TABLE_ROUNDS, "code", "R", "title", "Tổng kết",
                                    "level", "thanh-pho", NULL));
}

/* Nominates units A and B as drafts DN01 and DN02. */
static GArray *
nominate (Fixture *self, TdId round)
{
  g_autoptr (GArray) nominees = g_array_new (FALSE, FALSE, sizeof (TdId));
  GArray *made = g_array_new (FALSE, FALSE, sizeof (TdId));
  TdNominate how = { self->movement, round, "gk-tp-tt", nominees, NULL, DAY, "Hoa", made };
  g_autoptr (GError) error = NULL;

  g_array_append_vals (nominees, self->units, 2);
  td_store_write (self->store, "Đề nghị", TD_WRITE_COMMIT, td_nominate_func, &how, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 2);
  return made;
}

static TdNominationState
state_of (Fixture *self, TdId nomination)
{
  g_autoptr (TdRecord) record =
      td_store_get (self->store, TD_TABLE_NOMINATIONS, nomination, self->movement);

  return (TdNominationState) td_record_get_number (record, TD_NOMINATION_STATE, -1);
}

static guint
count (Fixture *self, TdTableId table)
{
  g_autoptr (GPtrArray) records = td_store_load (self->store, table, self->movement, NULL);

  return records->len;
}

static gboolean
step (Fixture *self, const GArray *nominations, TdNominationState state, const char *paper,
      TdProblems *problems)
{
  TdNominationStep how = { self->movement, nominations, state, DAY, paper, NULL, "Hoa" };

  return td_store_write (self->store, "Chuyển bước", TD_WRITE_COMMIT, td_nomination_step_func, &how,
                         problems, NULL);
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self);
  g_autoptr (GArray) made = nominate (self, round);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdRecord) record = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (td_store_find (self->store, TD_TABLE_NOMINATIONS, self->movement, "DN02"), ==,
                   g_array_index (made, TdId, 1));
  g_assert_cmpuint (count (self, TD_TABLE_NOMINATION_STEPS), ==, 2);
  g_assert_true (step (self, made, TD_NOMINATION_PROPOSED, "12/TTr", NULL));
  g_assert_cmpint (state_of (self, g_array_index (made, TdId, 0)), ==, TD_NOMINATION_PROPOSED);
  g_assert_cmpint (state_of (self, g_array_index (made, TdId, 1)), ==, TD_NOMINATION_PROPOSED);

  /* The step says what, when, by which paper and who; the number goes on. */
  steps = td_store_load (self->store, TD_TABLE_NOMINATION_STEPS, self->movement, NULL);
  g_assert_cmpuint (steps->len, ==, 4);
  for (guint i = 0; i < steps->len; i++)
    {
      TdRecord *one = g_ptr_array_index (steps, i);

      if (td_record_get_number (one, TD_STEP_NUMBER, 0) == 2)
        {
          g_assert_cmpstr (td_record_get_text (one, TD_STEP_PAPER), ==, "12/TTr");
          g_assert_cmpint (td_record_get_date (one, TD_STEP_TAKEN_ON), ==, DAY);
          g_assert_cmpstr (td_record_get_text (one, TD_STEP_WHO), ==, "Hoa");
          g_assert_cmpint (td_record_get_number (one, TD_STEP_STATE, -1), ==,
                           TD_NOMINATION_PROPOSED);
        }
    }

  /* Granted is two steps further on: refused for both, nothing written. */
  g_assert_false (step (self, made, TD_NOMINATION_GRANTED, NULL, problems));
  text = td_problems_to_string (problems);
  g_assert_cmpstr (text, ==,
                   "nominations:DN01:state: from “proposed” no step leads to “granted”\n"
                   "nominations:DN02:state: from “proposed” no step leads to “granted”\n");
  g_assert_cmpuint (count (self, TD_TABLE_NOMINATION_STEPS), ==, 4);

  /* One undo for both. */
  td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (self, g_array_index (made, TdId, 0)), ==, TD_NOMINATION_DRAFT);
  g_assert_cmpint (state_of (self, g_array_index (made, TdId, 1)), ==, TD_NOMINATION_DRAFT);
  g_assert_cmpuint (count (self, TD_TABLE_NOMINATION_STEPS), ==, 2);
}

/* Forward one by one; out of the way and back only as the contract has it. */
static void
test_ways (void)
{
  static const struct
  {
    TdNominationState from;
    const char *to;
  } cases[] = {
    { TD_NOMINATION_DRAFT, "proposed withdrawn" },
    { TD_NOMINATION_PROPOSED, "reviewed returned declined withdrawn" },
    { TD_NOMINATION_REVIEWED, "submitted returned declined withdrawn" },
    { TD_NOMINATION_SUBMITTED, "granted returned declined withdrawn" },
    { TD_NOMINATION_GRANTED, "revoked" },
    { TD_NOMINATION_RETURNED, "draft proposed withdrawn" },
    { TD_NOMINATION_DECLINED, "" },
    { TD_NOMINATION_WITHDRAWN, "" },
    { TD_NOMINATION_REVOKED, "" },
  };
  const TdField *field = &td_table_get (TD_TABLE_NOMINATIONS)->fields[TD_NOMINATION_STATE];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) to = g_string_new (NULL);
      guint next = td_nomination_get_next_states (cases[i].from);
      int usual = td_nomination_get_usual_state (cases[i].from);

      for (int state = 0; field->choices[state].code != NULL; state++)
        if (next & (1u << state))
          g_string_append_printf (to, "%s%s", to->len > 0 ? " " : "", field->choices[state].code);
      g_assert_cmpstr (to->str, ==, cases[i].to);
      g_assert_true (usual < 0 || (next & (1u << usual)) != 0);
    }
}

static void
test_rulings (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self);
  g_autoptr (GArray) made = nominate (self, round);
  TdRuling ruling = { .movement = self->movement,
                      .round = round,
                      .nomination = g_array_index (made, TdId, 0),
                      .kind = TD_RULING_CONDITION,
                      .subject = "ky-luat",
                      .who = "Chủ tịch",
                      .why = "Lý do một",
                      .on = DAY };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  td_store_write (self->store, "Ngoại lệ", TD_WRITE_COMMIT, td_ruling_func, &ruling, NULL, &error);
  g_assert_no_error (error);
  ruling.why = "Lý do hai";
  td_store_write (self->store, "Ngoại lệ", TD_WRITE_COMMIT, td_ruling_func, &ruling, NULL, &error);
  g_assert_no_error (error);
  records = td_store_load (self->store, TD_TABLE_RULINGS, self->movement, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpstr (td_record_get_text (g_ptr_array_index (records, 0), TD_RULING_WHY), ==,
                   "Lý do hai");
  ruling.why = " ";
  g_assert_false (td_store_write (self->store, "Ngoại lệ", TD_WRITE_COMMIT, td_ruling_func, &ruling,
                                  NULL, NULL));
  ruling.remove = TRUE;
  td_store_write (self->store, "Bỏ", TD_WRITE_COMMIT, td_ruling_func, &ruling, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, TD_TABLE_RULINGS), ==, 0);
}

/* A member cannot both take no part and stay; one ruling may be about many nominations. */
static void
test_recusals (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self);
  g_autoptr (GArray) made = nominate (self, round);
  TdRuling ruling = { .movement = self->movement,
                      .round = round,
                      .nominations = made,
                      .kind = TD_RULING_RECUSED,
                      .subject = "C1",
                      .who = "Chủ tịch",
                      .why = "người thân",
                      .on = DAY };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  td_store_write (self->store, "Hồi tị", TD_WRITE_COMMIT, td_ruling_func, &ruling, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, TD_TABLE_RULINGS), ==, 2);
  ruling.kind = TD_RULING_STAYS;
  td_store_write (self->store, "Ở lại", TD_WRITE_COMMIT, td_ruling_func, &ruling, NULL, &error);
  g_assert_no_error (error);
  records = td_store_load (self->store, TD_TABLE_RULINGS, self->movement, NULL);
  g_assert_cmpuint (records->len, ==, 2);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpint (td_record_get_number (g_ptr_array_index (records, i), TD_RULING_KIND, -1), ==,
                     TD_RULING_STAYS);
}

static char *
id_text (TdId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* What hangs on a nomination goes with it and comes back with it. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self);
  g_autoptr (GArray) made = nominate (self, round);
  g_autofree char *round_id = id_text (round);
  g_autofree char *first = id_text (g_array_index (made, TdId, 0));
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (TdId));
  TdNominationRemoval removal = { self->store, self->movement, one };
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  put (self, fixture_record (self, TD_TABLE_BALLOTS, "nomination", first, "counter", "1", "issued",
                             "9", "returned", "9", "valid", "9", "for", "9", NULL));
  put (self, fixture_record (self, TD_TABLE_RULINGS, "round", round_id, "nomination", first, "kind",
                             "votes", "who", "A", "why", "B", NULL));
  put (self, fixture_record (self, TD_TABLE_DOSSIER_PAPERS, "nomination", first, "paper", "y-kien",
                             NULL));
  put (self, fixture_record (self, TD_TABLE_ACHIEVEMENT_REPORTS, "nomination", first, "text",
                             "Báo cáo", NULL));
  before = fixture_dump (self->store);
  g_array_append_val (one, g_array_index (made, TdId, 0));
  td_store_write (self->store, "Xóa", TD_WRITE_COMMIT, td_nomination_remove_func, &removal, NULL,
                  &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, TD_TABLE_NOMINATIONS), ==, 1);
  g_assert_cmpuint (count (self, TD_TABLE_NOMINATION_STEPS), ==, 1);
  g_assert_cmpuint (count (self, TD_TABLE_BALLOTS) + count (self, TD_TABLE_RULINGS)
                        + count (self, TD_TABLE_DOSSIER_PAPERS)
                        + count (self, TD_TABLE_ACHIEVEMENT_REPORTS),
                    ==, 0);
  td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
tick (Fixture *self, const GArray *nominations, const char *paper, gboolean is_there)
{
  TdDossierTick how = { self->store, self->movement, nominations, paper, is_there };
  g_autoptr (GError) error = NULL;
  gboolean done = td_store_write (self->store, "Giấy tờ", TD_WRITE_COMMIT, td_dossier_tick_func,
                                  &how, NULL, &error);

  g_assert_no_error (error);
  return done;
}

/* A paper is ticked for all at once; a number that was recorded stays; one undo takes it back. */
static void
test_dossier (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self);
  g_autoptr (GArray) made = nominate (self, round);
  g_autofree char *first = id_text (g_array_index (made, TdId, 0));
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_numbered = 0;

  put (self, fixture_record (self, TD_TABLE_DOSSIER_PAPERS, "nomination", first, "paper", "y-kien",
                             "number", "5/CV", NULL));
  put (self, fixture_record (self, TD_TABLE_DOSSIER_PAPERS, "nomination", first, "paper",
                             "chung-nhan", NULL));
  before = fixture_dump (self->store);
  g_assert_true (tick (self, made, "y-kien", TRUE));
  records = td_store_load (self->store, TD_TABLE_DOSSIER_PAPERS, self->movement, NULL);
  g_assert_cmpuint (records->len, ==, 3);
  for (guint i = 0; i < records->len; i++)
    n_numbered +=
        g_str_equal (td_record_get_text (g_ptr_array_index (records, i), TD_PAPER_NUMBER), "5/CV");
  g_assert_cmpuint (n_numbered, ==, 1);
  td_store_undo (self->store, TD_ID_NONE, TD_CONFLICT_ASK, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (self->store);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (tick (self, made, "y-kien", TRUE));
  g_assert_true (tick (self, made, "y-kien", FALSE));
  /* Other papers stay. */
  g_assert_cmpuint (count (self, TD_TABLE_DOSSIER_PAPERS), ==, 1);
}

/* A nomination, and what hangs on it, is called by whom it is for. */
static void
test_words (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) made = nominate (self, add_round (self));
  g_autoptr (TdRecord) record =
      td_store_get (self->store, TD_TABLE_NOMINATIONS, g_array_index (made, TdId, 0), TD_ID_NONE);
  g_autoptr (TdRecord) ballot =
      fixture_record (self, TD_TABLE_BALLOTS, "counter", "1", "issued", "9", NULL);
  g_autofree char *words = td_store_record_words (self->store, record), *of_ballot = NULL;

  g_assert_cmpstr (words, ==, "Phường An (DN01)");
  td_record_set_ref (ballot, TD_BALLOT_NOMINATION, record->id);
  of_ballot = td_store_record_words (self->store, ballot);
  g_assert_cmpstr (of_ballot, ==, "Phường An (DN01) · first counter");
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steps/ways", test_ways);
  ADD ("/steps/nominations", test_steps);
  ADD ("/steps/rulings", test_rulings);
  ADD ("/steps/recusals", test_recusals);
  ADD ("/steps/remove", test_remove);
  ADD ("/steps/dossier", test_dossier);
  ADD ("/steps/words", test_words);
  return g_test_run ();
}
