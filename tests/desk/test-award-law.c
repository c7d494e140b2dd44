/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office sets in a law pack of its own, and what follows for votes, bonuses and cards. */
#include <string.h>

#include "desk/td-award-law.h"
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

static const char *
id_text (TdId id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  return g_intern_string (text);
}

/* A round with nine members, all there, and the same count by both counters. */
static void
add_vote (Fixture *self, const char *law_pack, const char *votes_for)
{
  TdId round = put (self, fixture_record (self, TD_TABLE_ROUNDS, "code", "R", "title", "Tổng kết",
                                          "level", "thanh-pho", "summed_up_on", "2024-12-20",
                                          "decided_on", "2024-12-31", "law_pack", law_pack, NULL));
  TdId nomination =
      put (self, fixture_record (self, TD_TABLE_NOMINATIONS, "code", "N", "round", id_text (round),
                                 "nominee", id_text (self->units[0]), "award", "gk-tp-tt",
                                 "achievement", "a", "state", "reviewed", NULL));

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%u", i);

      put (self, fixture_record (self, TD_TABLE_COUNCIL_MEMBERS, "round", id_text (round), "code",
                                 code, "name", code, "role", "member", "present", "1", NULL));
    }
  for (guint counter = 1; counter <= 2; counter++)
    put (self, fixture_record (self, TD_TABLE_BALLOTS, "nomination", id_text (nomination),
                               "counter", counter == 1 ? "1" : "2", "issued", "9", "returned", "9",
                               "valid", "9", "for", votes_for, NULL));
}

static TdLawLibrary *
open_library (Fixture *self)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  TdLawLibrary *library = td_award_book_load_library (self->store, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 0);
  return library;
}

/* Sets it in the pack with this id and writes it. The id of the office's pack; lives as long as the program. */
static const char *
set (Fixture *self, const char *pack, TdLawSetting setting)
{
  g_autoptr (TdLawLibrary) library = open_library (self);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *json = NULL, *key = NULL, *words = NULL;
  TdId before = TD_ID_NONE;
  g_autoptr (GPtrArray) rows = NULL;
  TdRecord *record;

  setting.pack = td_law_library_find (library, pack);
  json = td_award_law_set (self->store, library, &setting, &id, problems);
  words = td_problems_to_string (problems);
  g_assert_cmpstr (words, ==, "");
  key = g_strconcat (TD_SETTING_LAW_PACK, id, NULL);
  rows = td_store_load (self->store, TD_TABLE_OFFICE, TD_ID_NONE, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (td_record_get_text (g_ptr_array_index (rows, i), TD_OFFICE_KEY), key))
      before = ((TdRecord *) g_ptr_array_index (rows, i))->id;
  record = fixture_record (self, TD_TABLE_OFFICE, "key", key, "value", json, NULL);
  record->id = before;
  put (self, record);
  return g_intern_string (id);
}

static TdLawVerdict
vote_verdict (Fixture *self, guint *needed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDesk) desk = td_desk_new (self->store, self->movement, &error);
  g_autoptr (TdAwardBook) book = NULL;

  g_assert_no_error (error);
  book = td_award_book_new (self->store, self->movement, td_desk_get_scores (desk), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (td_award_book_get_n_nominations (book), ==, 1);
  *needed = td_award_book_get_nomination (book, 0)->vote->needed;
  return td_award_book_get_nomination (book, 0)->vote->verdict;
}

/* 2/3 of 9 members is 6 votes: 6 reach “at least”, and do not reach “more than”. */
static void
test_threshold (Fixture *self, gconstpointer data)
{
  TdLawSetting setting = { .title = "Quy định của tỉnh",
                           .award = "gk-tp-tt",
                           .item = TD_LAW_ITEM_VOTE,
                           .share = { 2, 3, FALSE },
                           .base = TD_VOTE_OF_MEMBERS,
                           .source = "Quyết định 12/2024/QĐ-UBND",
                           .verified = TRUE };
  const char *own;
  guint needed;

  /* The round names the pack before there is one: no pack, no verdict. */
  add_vote (self, "", "6");
  g_assert_cmpint (vote_verdict (self, &needed), ==, TD_LAW_UNKNOWN);
  own = set (self, "nd98-2023", setting);
  g_assert_cmpstr (own, ==, "quy-dinh-cua-tinh");
  /* It is there, and holds only where it is named. */
  g_assert_cmpint (vote_verdict (self, &needed), ==, TD_LAW_UNKNOWN);
  {
    g_autoptr (GPtrArray) rounds =
        td_store_load (self->store, TD_TABLE_ROUNDS, self->movement, NULL);
    TdRecord *round = g_ptr_array_index (rounds, 0);

    td_record_set_text (round, TD_ROUND_LAW_PACK, own);
    put (self, td_record_copy (round));
  }
  g_assert_cmpint (vote_verdict (self, &needed), ==, TD_LAW_PASS);
  g_assert_cmpuint (needed, ==, 6);

  setting.share.more_than = TRUE;
  g_assert_cmpstr (set (self, own, setting), ==, own);
  g_assert_cmpint (vote_verdict (self, &needed), ==, TD_LAW_FAIL);
  g_assert_cmpuint (needed, ==, 7);

  setting.deed = TD_LAW_AS_BELOW;
  setting.source = NULL;
  set (self, own, setting);
  g_assert_cmpint (vote_verdict (self, &needed), ==, TD_LAW_UNKNOWN);
}

static const TdLawAward *
award_of (const TdLawLibrary *library, const char *pack)
{
  return td_law_pack_find_award (td_law_library_find (library, pack), "gk-tp-tt");
}

static const TdLawCondition *
condition_of (const TdLawAward *award, const char *id)
{
  for (guint i = 0; i < award->conditions->len; i++)
    if (g_str_equal (((TdLawCondition *) g_ptr_array_index (award->conditions, i))->id, id))
      return g_ptr_array_index (award->conditions, i);
  return NULL;
}

/* Each thing that is set changes itself and nothing else; the program's pack stays as it was. */
static void
test_facts (Fixture *self, gconstpointer data)
{
  TdLawSetting quorum = { .title = "Của huyện",
                          .award = "gk-tp-tt",
                          .item = TD_LAW_ITEM_QUORUM,
                          .share = { 75, 100, FALSE },
                          .source = "Quy chế Hội đồng",
                          .verified = TRUE };
  TdLawSetting money = { .award = "gk-tp-tt",
                         .item = TD_LAW_ITEM_MONEY,
                         .coefficient = 150,
                         .source = "Quy chế Hội đồng",
                         .verified = FALSE };
  TdLawSetting drop = { .award = "gk-tp-tt",
                        .item = TD_LAW_ITEM_CONDITION,
                        .condition = "tieu-chuan",
                        .deed = TD_LAW_UNSET,
                        .source = "Kế hoạch 1",
                        .verified = TRUE };
  TdLawSetting verify = { .award = "gk-tp-tt",
                          .item = TD_LAW_ITEM_CONDITION,
                          .condition = "ky-luat",
                          .source = "Công báo",
                          .verified = FALSE };
  const char *own = set (self, "nd98-2023", quorum);
  const TdLawAward *award;
  const TdLawCondition *condition;
  g_autoptr (TdLawLibrary) library = NULL;

  set (self, own, money);
  set (self, own, drop);
  set (self, own, verify);
  library = open_library (self);
  g_assert_true (td_award_law_find_own (library, td_law_library_find (library, "nd98-2023"), NULL)
                 == td_law_library_find (library, own));
  award = award_of (library, own);
  g_assert_cmpint (award->quorum.num, ==, 75);
  g_assert_true (award->quorum_fact.verified);
  g_assert_cmpstr (award->quorum_fact.source, ==, "Quy chế Hội đồng");
  g_assert_cmpint (award->coefficient, ==, 150);
  g_assert_false (award->money_fact.verified);
  g_assert_false (award->has_vote);
  g_assert_null (condition_of (award, "tieu-chuan"));
  condition = condition_of (award, "ky-luat");
  g_assert_cmpstr (condition->fact.source, ==, "Công báo");
  g_assert_false (condition->fact.verified);
  g_assert_cmpint (condition->type, ==, TD_CONDITION_NO_DISCIPLINE);
  /* data/law/nd98-2023.json: 0,60 and 2/3. */
  award = award_of (library, "nd98-2023");
  g_assert_cmpint (award->coefficient, ==, 60);
  g_assert_cmpint (award->quorum.den, ==, 3);
  g_assert_nonnull (condition_of (award, "tieu-chuan"));
  g_clear_pointer (&library, td_law_library_free);

  /* A condition with alternatives is verified with all that it is made of, and so kept again. */
  drop.deed = TD_LAW_SET;
  set (self, own, drop);
  library = open_library (self);
  condition = condition_of (award_of (library, own), "tieu-chuan");
  g_assert_cmpstr (condition->fact.source, ==, "Kế hoạch 1");
  g_assert_cmpstr (
      ((TdLawAlternative *) g_ptr_array_index (condition->alternatives, 0))->fact.source, ==,
      "Kế hoạch 1");
  g_clear_pointer (&library, td_law_library_free);
  drop.deed = TD_LAW_AS_BELOW;
  set (self, own, drop);
  library = open_library (self);
  condition = condition_of (award_of (library, own), "tieu-chuan");
  g_assert_cmpstr (condition->fact.source, !=, "Kế hoạch 1");
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    TdLawSetting setting;
    const char *where;
  } cases[] = {
    { { .title = "A", .award = "gk-tp-tt", .item = TD_LAW_ITEM_MONEY, .coefficient = 30 },
      "source" },
    { { .title = " ",
        .award = "gk-tp-tt",
        .item = TD_LAW_ITEM_MONEY,
        .coefficient = 30,
        .source = "x" },
      "title" },
    { { .title = "A",
        .award = "gk-tp-tt",
        .item = TD_LAW_ITEM_CONDITION,
        .condition = "khong-co",
        .source = "x" },
      "khong-co" },
    /* More than all is no share of votes. */
    { { .title = "A",
        .award = "gk-tp-tt",
        .item = TD_LAW_ITEM_VOTE,
        .share = { 4, 3, FALSE },
        .source = "x" },
      "A: awards[0].vote.share" },
  };
  g_autoptr (TdLawLibrary) library = open_library (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      TdLawSetting setting = cases[i].setting;
      g_autofree char *id = NULL;

      setting.pack = td_law_library_find (library, "nd98-2023");
      g_assert_null (td_award_law_set (self->store, library, &setting, &id, problems));
      g_assert_cmpuint (td_problems_get_count (problems), >, 0);
      g_assert_cmpstr (td_problems_get (problems, 0)->where, ==, cases[i].where);
    }
}

static void
test_shares (void)
{
  static const struct
  {
    const char *typed;
    int num, den; /* 0: refused */
  } cases[] = {
    { "80%", 80, 100 },   { " 80 % ", 80, 100 }, { "2/3", 2, 3 }, { "2 / 3", 2, 3 },
    { "100%", 100, 100 }, { "80", 0, 0 },        { "0%", 0, 0 },  { "4/3", 0, 0 },
    { "2/", 0, 0 },       { "-1/2", 0, 0 },      { "1/0", 0, 0 }, { "", 0, 0 },
    { "80%x", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdShare share = { 0, 0, FALSE };

      g_assert_cmpint (td_award_law_parse_share (cases[i].typed, &share), ==, cases[i].num > 0);
      g_assert_cmpint (share.num, ==, cases[i].num);
      g_assert_cmpint (share.den, ==, cases[i].den);
    }
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/award-law/threshold", test_threshold);
  ADD ("/award-law/facts", test_facts);
  ADD ("/award-law/refused", test_refused);
  g_test_add_func ("/award-law/shares", test_shares);
  return g_test_run ();
}
