/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round from the records of a file to cards, votes, lines, bonuses and suggestions. */
#include "desk/td-award-book.h"
#include "desk/td-award-report.h"
#include "desk/td-desk.h"
#include "fixture.h"

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

/* An id as text; lives as long as the test program. */
static const char *
id_text (TdId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

static TdId
add_round (Fixture *self, const char *law_pack)
{
  return put (self,
              fixture_record (self, TD_TABLE_ROUNDS, "code", "R", "title", "Tổng kết", "level",
                              "tinh", "summed_up_on", "2024-06-20", "decided_on", "2024-12-31",
                              "proposal_number", "5/TTr", "law_pack", law_pack, NULL));
}

static TdId
add_nomination (Fixture *self, TdId round, const char *code, TdId nominee, const char *award,
                const char *state)
{
  return put (self, fixture_record (self, TD_TABLE_NOMINATIONS, "code", code, "round",
                                    id_text (round), "nominee", id_text (nominee), "award", award,
                                    "achievement", code, "state", state, NULL));
}

static TdId
add_person (Fixture *self, const char *code, const char *name, TdId unit, const char *leader)
{
  return put (self, fixture_record (self, TD_TABLE_PEOPLE, "code", code, "name", name, "unit",
                                    id_text (unit), "leader", leader, NULL));
}

/* The desk's day: all is due, nothing more arises. */
static TdDesk *
open_desk (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  TdDesk *desk = td_desk_new (self->store, self->movement, &error);

  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (desk, td_date_new (2024, 10, 31), NULL));
  return desk;
}

static TdAwardBook *
open_book (Fixture *self, TdDesk *desk)
{
  g_autoptr (GError) error = NULL;
  TdAwardBook *book =
      td_award_book_new (self->store, self->movement, td_desk_get_scores (desk), &error);

  g_assert_no_error (error);
  return book;
}

static const TdAwardNomination *
find (const TdAwardBook *book, const char *code)
{
  for (guint i = 0; i < td_award_book_get_n_nominations (book); i++)
    if (g_str_equal (td_award_book_get_nomination (book, i)->code, code))
      return td_award_book_get_nomination (book, i);
  g_assert_not_reached ();
}

static TdLawVerdict
verdict (const TdAwardNomination *nomination, const char *condition)
{
  const TdLawCheckRow *row = td_law_check_find (nomination->card, condition);

  g_assert_nonnull (row);
  return row->verdict;
}

static void
test_registers (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self, "");
  TdId person = add_person (self, "P", "Trần Thị Bình", self->units[0], "0");
  g_autoptr (TdDesk) desk = NULL;
  TdAwardBook *book;

  add_nomination (self, round, "N1", self->units[0], "ttldtt", "proposed");
  add_nomination (self, round, "N2", person, "ldtt", "proposed");
  desk = open_desk (self);

  /* Nothing on record: nothing is known. */
  book = open_book (self, desk);
  g_assert_cmpint (verdict (find (book, "N1"), "hoan-thanh-tot"), ==, TD_LAW_UNKNOWN);
  g_assert_cmpint (verdict (find (book, "N1"), "ty-le"), ==, TD_LAW_UNKNOWN);
  g_assert_cmpint (verdict (find (book, "N2"), "ky-luat"), ==, TD_LAW_UNKNOWN);
  td_award_book_free (book);

  /* 70 % of 13 people is 10: 9 are too few. */
  put (self, fixture_record (self, TD_TABLE_HEADCOUNTS, "unit", id_text (self->units[0]), "people",
                             "13", NULL));
  put (self, fixture_record (self, TD_TABLE_HEADCOUNTS, "unit", id_text (self->units[0]), "has",
                             "ldtt", "people", "9", NULL));
  put (self, fixture_record (self, TD_TABLE_HEADCOUNTS, "unit", id_text (self->units[0]), "has",
                             "ky-luat", "people", "0", NULL));
  put (self,
       fixture_record (self, TD_TABLE_AWARDS_HELD, "holder", id_text (self->units[0]), "award",
                       "httnv", "decision", "2/QĐ", "decided_on", "2024-12-20", NULL));
  put (self, fixture_record (self, TD_TABLE_DISCIPLINES, "holder", id_text (person), "kind",
                             "đang điều tra", "from", "2024-11-01", NULL));
  book = open_book (self, desk);
  g_assert_cmpint (verdict (find (book, "N1"), "hoan-thanh-tot"), ==, TD_LAW_PASS);
  g_assert_cmpint (verdict (find (book, "N1"), "ty-le"), ==, TD_LAW_FAIL);
  g_assert_cmpint (verdict (find (book, "N1"), "ky-luat-ca-nhan"), ==, TD_LAW_PASS);
  g_assert_cmpint (verdict (find (book, "N2"), "ky-luat"), ==, TD_LAW_FAIL);
  td_award_book_free (book);

  put (self, fixture_record (self, TD_TABLE_HEADCOUNTS, "unit", id_text (self->units[0]), "has",
                             "cstdcs", "people", "1", NULL));
  {
    g_autoptr (GPtrArray) counts =
        td_store_load (self->store, TD_TABLE_HEADCOUNTS, self->movement, NULL);

    for (guint i = 0; i < counts->len; i++)
      {
        TdRecord *record = g_ptr_array_index (counts, i);

        if (g_str_equal (td_record_get_text (record, TD_HEADCOUNT_HAS), "ldtt"))
          {
            td_record_set_number (record, TD_HEADCOUNT_PEOPLE, 10);
            g_assert_true (fixture_put (self, "Sửa", record, NULL, NULL));
          }
      }
  }
  book = open_book (self, desk);
  g_assert_cmpint (verdict (find (book, "N1"), "ty-le"), ==, TD_LAW_PASS);
  td_award_book_free (book);
}

static void
test_suggestions (Fixture *self, gconstpointer data)
{
  static const char pack[] =
      "{ \"format\": \"thidua-law-pack/1\", \"id\": \"vp\", \"title\": \"Quy chế\", "
      "\"extends\": \"nd98-2023\", \"sources\": { \"s\": \"Quy chế\" }, \"awards\": [ "
      "{ \"code\": \"gk-tp-tt\", \"conditions\": [ "
      "{ \"id\": \"mot-thanh-tich\", \"drop\": true, \"source\": \"s\", \"verified\": true }, "
      "{ \"id\": \"ky-luat\", \"drop\": true, \"source\": \"s\", \"verified\": true }, "
      "{ \"id\": \"tieu-chuan\", \"type\": \"rank-at-most\", \"rank\": 1, \"clause\": \"Điều 1\", "
      "\"words\": \"Đứng đầu khối\", \"source\": \"s\", \"verified\": true } ] } ] }";
  TdId round;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdAwardBook) book = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const TdAwardSuggestion *first, *second;
  g_autofree char *reasons = NULL;

  put (self, fixture_record (self, TD_TABLE_OFFICE, "key", "law_pack:vp", "value", pack, NULL));
  round = add_round (self, "vp");
  fixture_enter (self, 0, 0, "5", "10");
  fixture_enter (self, 0, 1, "5", "10");
  fixture_enter (self, 1, 0, "9", "10");
  fixture_enter (self, 1, 1, "9", "10");
  fixture_enter (self, 2, 0, "1", "10");
  fixture_enter (self, 2, 1, "1", "10");
  /* C is nominated already. */
  add_nomination (self, round, "N1", self->units[2], "gk-tp-tt", "draft");
  desk = open_desk (self);
  book = open_book (self, desk);
  g_assert_cmpuint (td_problems_get_count (td_award_book_get_problems (book)), ==, 0);
  all = td_award_book_suggest (book, td_award_book_find_round (book, round), "gk-tp-tt");
  g_assert_cmpuint (all->len, ==, 2);
  first = g_ptr_array_index (all, 0);
  second = g_ptr_array_index (all, 1);
  g_assert_cmpstr (first->holder->code, ==, "B");
  g_assert_cmpint (first->card->verdict, ==, TD_LAW_PASS);
  g_assert_cmpuint (first->rank, ==, 1);
  g_assert_cmpstr (first->achievement, ==, "M-B");
  g_assert_cmpstr (second->holder->code, ==, "A");
  g_assert_cmpint (second->card->verdict, ==, TD_LAW_FAIL);
  reasons = td_law_check_dup_reasons (second->card);
  g_assert_cmpstr (reasons, ==,
                   "Đứng đầu khối: rank of Phường An in Khối 1: 2 of 3; asked for: 1 or better");
}

/* The proposal as it went out lists two; one of them was withdrawn since. */
static void
test_completeness (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self, "");
  TdId first = add_nomination (self, round, "N1", self->units[0], "gk-tp-tt", "submitted");
  TdId second = add_nomination (self, round, "N2", self->units[1], "gk-tp-tt", "withdrawn");
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdAwardBook) book = NULL;
  g_autoptr (GPtrArray) items = NULL;
  gboolean met = FALSE;

  put (self, fixture_record (self, TD_TABLE_NOMINATION_STEPS, "nomination", id_text (first),
                             "number", "1", "state", "submitted", "taken_on", "2024-12-20", "paper",
                             "5/TTr", NULL));
  put (self, fixture_record (self, TD_TABLE_NOMINATION_STEPS, "nomination", id_text (second),
                             "number", "1", "state", "submitted", "taken_on", "2024-12-20", "paper",
                             "5/TTr", NULL));
  put (self, fixture_record (self, TD_TABLE_NOMINATION_STEPS, "nomination", id_text (second),
                             "number", "2", "state", "withdrawn", "taken_on", "2024-12-21", NULL));
  put (self, fixture_record (self, TD_TABLE_ACHIEVEMENT_REPORTS, "nomination", id_text (first),
                             "text", "{{Phường Ân|unit:A|}} làm tốt.", NULL));
  desk = open_desk (self);
  book = open_book (self, desk);
  items = td_award_book_check_round (book, td_award_book_get_round (book, 0));
  for (guint i = 0; i < items->len; i++)
    {
      const TdCompletenessItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->what, "collectives in the proposal: 2; nominated: 1"))
        {
          met = TRUE;
          g_assert_false (item->ok);
        }
      if (g_str_equal (item->where, "nominations:N1:bao-cao-thanh-tich")
          && g_str_has_prefix (item->what, "name of"))
        g_assert_cmpstr (item->what, ==,
                         "name of Phường An on the paper: “Phường Ân”; recorded: “Phường An”");
      g_assert_false (g_str_has_prefix (item->where, "nominations:N2"));
    }
  g_assert_true (met);
}

/* 80 % of 9 members is 8 votes; who is recused is in no number. */
static void
test_votes_and_money (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self, "");
  TdId nomination = add_nomination (self, round, "N1", self->units[0], "bk-ttg-tt", "submitted");
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdAwardBook) book = NULL;
  const TdAwardNomination *one;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i);

      put (self, fixture_record (self, TD_TABLE_COUNCIL_MEMBERS, "round", id_text (round), "code",
                                 code, "name", code, "role", "member", "present", "1", NULL));
    }
  put (self, fixture_record (self, TD_TABLE_RULINGS, "round", id_text (round), "nomination",
                             id_text (nomination), "kind", "recused", "subject", "C9", "who",
                             "Chủ tịch", "why", "người thân", NULL));
  for (guint counter = 1; counter <= 2; counter++)
    put (self, fixture_record (self, TD_TABLE_BALLOTS, "nomination", id_text (nomination),
                               "counter", counter == 1 ? "1" : "2", "issued", "9", "returned", "9",
                               "valid", "9", "for", "8", NULL));
  put (self,
       fixture_record (self, TD_TABLE_OFFICE, "key", "bonus_rounding", "value", "nearest", NULL));
  desk = open_desk (self);
  book = open_book (self, desk);
  one = find (book, "N1");
  g_assert_cmpuint (one->vote->members, ==, 9);
  g_assert_cmpuint (one->vote->needed, ==, 8);
  g_assert_cmpint (one->vote->verdict, ==, TD_LAW_PASS);
  g_assert_cmpint (td_award_book_get_rounding (book), ==, TD_MONEY_NEAREST);
  /* 7,0 × 2.340.000, the salary on the decision's day and not on that of the summing-up. */
  g_assert_cmpint (one->payment->money.amount, ==, 16380000);
  g_assert_cmpstr (one->payment->note, !=, "");
}

/* A figure that changes after the draft marks what stands on it, and nothing else. */
static void
test_report (Fixture *self, gconstpointer data)
{
  TdId round = add_round (self, "");
  TdId id = add_nomination (self, round, "N1", self->units[0], "gk-tp-tt", "proposed");
  g_autoptr (TdDesk) desk = NULL;
  g_autofree char *draft = NULL, *none = NULL, *stored = NULL;

  fixture_enter (self, 0, 0, "5", "10");
  fixture_enter (self, 0, 1, "5", "10");
  desk = open_desk (self);
  {
    g_autoptr (TdAwardBook) book = open_book (self, desk);
    g_autoptr (TdAwardReport) report =
        td_award_report_new (self->store, td_desk_get_scores (desk), book, find (book, "N1"));
    g_autoptr (TdBoundText) text = NULL;
    g_autoptr (GPtrArray) found = NULL;

    draft = td_award_report_write (report);
    text = td_bound_text_new (draft);
    found = td_bound_text_check (text, td_award_report_get_facts (report));
    for (guint i = 0; i < found->len; i++)
      g_assert_false (
          td_bound_state_is_mark (((TdBoundFinding *) g_ptr_array_index (found, i))->state));
  }
  none = td_award_report_load (self->store, self->movement, id);
  g_assert_cmpstr (none, ==, "");
  put (self, fixture_record (self, TD_TABLE_ACHIEVEMENT_REPORTS, "nomination", id_text (id), "text",
                             draft, NULL));
  fixture_enter (self, 0, 1, "7", "10");
  stored = td_award_report_load (self->store, self->movement, id);
  g_assert_cmpstr (stored, ==, draft);
  {
    g_autoptr (TdAwardBook) book = open_book (self, desk);
    g_autoptr (TdAwardReport) report =
        td_award_report_new (self->store, td_desk_get_scores (desk), book, find (book, "N1"));
    g_autoptr (TdBoundText) text = td_bound_text_new (stored);
    g_autoptr (GPtrArray) found = td_bound_text_check (text, td_award_report_get_facts (report));
    g_autoptr (GString) stale = g_string_new (NULL);

    for (guint i = 0; i < found->len; i++)
      {
        const TdBoundFinding *one = g_ptr_array_index (found, i);

        if (td_bound_state_is_mark (one->state))
          g_string_append_printf (stale, "%s→%s ", one->text, one->now);
      }
    /* 10 of 20 became 12 of 20: the share and what was done; 5 of 10 points became 6. The rating is due
       in December and not in the maximum yet. */
    g_assert_cmpstr (stale->str, ==, "50,00→60,00 50→60 10→12 ");
  }
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/book/registers", test_registers);
  ADD ("/book/suggestions", test_suggestions);
  ADD ("/book/completeness", test_completeness);
  ADD ("/book/votes-and-money", test_votes_and_money);
  ADD ("/book/report", test_report);
  return g_test_run ();
}
