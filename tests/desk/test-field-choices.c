/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What text fields are chosen from: packs, awards of a round's law, kinds of people, papers of an award. */
#include "desk/td-field-choices.h"
#include "fixture.h"

static TdRecord *
put (Fixture *self, TdRecord *record)
{
  g_autoptr (GError) error = NULL;

  fixture_put (self, "Thêm", record, NULL, &error);
  g_assert_no_error (error);
  return record;
}

static const char *
title_of (const GPtrArray *options, const char *code)
{
  const TdFieldOption *one = td_field_options_find (options, code);

  return one != NULL ? one->title : NULL;
}

static void
test_choices (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) round =
      put (self, fixture_record (self, TD_TABLE_ROUNDS, "code", "R", "title", "Tổng kết", "level",
                                 "thanh-pho", "summed_up_on", "2024-12-20", NULL));
  g_autofree char *round_id = g_strdup_printf ("%" G_GINT64_FORMAT, round->id);
  g_autofree char *unit_id = g_strdup_printf ("%" G_GINT64_FORMAT, self->units[0]);
  g_autoptr (TdRecord) nomination =
      put (self, fixture_record (self, TD_TABLE_NOMINATIONS, "code", "N", "round", round_id,
                                 "nominee", unit_id, "award", "gk-tp-tt", "state", "draft", NULL));
  g_autofree char *nomination_id = g_strdup_printf ("%" G_GINT64_FORMAT, nomination->id);
  g_autoptr (TdRecord) paper =
      fixture_record (self, TD_TABLE_DOSSIER_PAPERS, "nomination", nomination_id, NULL);
  g_autoptr (TdRecord) people = fixture_record (self, TD_TABLE_HEADCOUNTS, "unit", unit_id, NULL);
  g_autoptr (TdRecord) held = fixture_record (self, TD_TABLE_AWARDS_HELD, "holder", unit_id, NULL);
  g_autoptr (GPtrArray) packs = td_field_options_new (self->store, round, TD_ROUND_LAW_PACK);
  g_autoptr (GPtrArray) awards =
      td_field_options_new (self->store, nomination, TD_NOMINATION_AWARD);
  g_autoptr (GPtrArray) papers = td_field_options_new (self->store, paper, TD_PAPER_PAPER);
  g_autoptr (GPtrArray) kinds = td_field_options_new (self->store, people, TD_HEADCOUNT_HAS);
  g_autoptr (GPtrArray) holds = td_field_options_new (self->store, held, TD_AWARD_HELD_AWARD);
  g_autoptr (GPtrArray) typed = td_field_options_new (self->store, round, TD_ROUND_TITLE);

  /* Blank leaves it to the date; the packs of the program are there. */
  g_assert_nonnull (title_of (packs, ""));
  g_assert_nonnull (title_of (packs, "nd98-2023"));
  g_assert_nonnull (title_of (packs, "nd152-2025"));
  /* Of December 2024: the regime that had a city's giấy khen, told apart by whom it is for. */
  g_assert_nonnull (title_of (awards, "gk-tp-tt"));
  g_assert_cmpstr (title_of (awards, "gk-tp-tt"), !=, title_of (awards, "gk-tp-cn"));
  /* Luật Điều 84 khoản 2. */
  g_assert_cmpstr (title_of (papers, "bao-cao-thanh-tich"), ==, "Báo cáo thành tích");
  g_assert_cmpstr (title_of (papers, "bien-ban"), ==, "Biên bản xét khen thưởng");
  /* Điều 27 and 28 count these. */
  g_assert_nonnull (title_of (kinds, "all"));
  g_assert_cmpstr (title_of (kinds, "ldtt"), ==, "Lao động tiên tiến");
  g_assert_cmpstr (title_of (kinds, "hoan-thanh-nhiem-vu"), ==, "Hoàn thành nhiệm vụ");
  g_assert_nonnull (title_of (kinds, "ky-luat"));
  /* A unit holds what units are given, and what the year's evaluation said. */
  g_assert_nonnull (title_of (holds, "ttldtt"));
  g_assert_null (title_of (holds, "cstdcs"));
  g_assert_nonnull (title_of (holds, "htxsnv"));
  g_assert_cmpstr (td_field_options_find_title (holds, "Hoàn thành tốt nhiệm vụ")->code, ==,
                   "httnv");
  g_assert_cmpuint (typed->len, ==, 0);
  g_assert_cmpint (td_field_get_choosing (round->table, TD_ROUND_TITLE), ==, TD_FIELD_IS_TYPED);
}

/* While nothing says which law holds, the awards of all are offered. */
static void
test_no_date (Fixture *self, gconstpointer data)
{
  g_autoptr (TdRecord) round =
      put (self, fixture_record (self, TD_TABLE_ROUNDS, "code", "R", "title", "Tổng kết", "level",
                                 "tinh", NULL));
  g_autofree char *round_id = g_strdup_printf ("%" G_GINT64_FORMAT, round->id);
  g_autoptr (TdRecord) quota = fixture_record (self, TD_TABLE_QUOTAS, "round", round_id, NULL);
  g_autoptr (GPtrArray) awards = td_field_options_new (self->store, quota, TD_QUOTA_AWARD);

  g_assert_nonnull (title_of (awards, "gk-tp-tt"));
  g_assert_nonnull (title_of (awards, "co-tinh"));
}

int
main (int argc, char **argv)
{
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/field-choices/law", test_choices);
  ADD ("/field-choices/no-date", test_no_date);
  return g_test_run ();
}
