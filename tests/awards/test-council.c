/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council: who votes, what is counted, which base, and what reaches it. */
#include <string.h>

#include "awards/td-council.h"
#include "fixture.h"

#define MOST 10

static const char *const codes[MOST] = {
  "M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9"
};

typedef struct
{
  TdCouncil council;
  TdCouncilMember members[MOST];
  TdRecusal recusals[MOST];
  TdBallotCount ballots[4];
  TdCouncilCase nominee;
} Meeting;

/* @present of @n members come; the nominee is nobody's unit. */
static void
meeting_init (Meeting *self, guint n, guint present)
{
  memset (self, 0, sizeof *self);
  for (guint i = 0; i < n; i++)
    self->members[i] =
        (TdCouncilMember){ codes[i],          codes[i], NULL,
                           TD_COUNCIL_MEMBER, NULL,     i < present ? TD_YES : TD_NO };
  self->council = (TdCouncil){ self->members, n, self->recusals, 0, self->ballots, 0 };
  self->nominee = (TdCouncilCase){ "N1", "HH", "Phường Hải Hòa", "HH", FALSE };
}

static void
count (Meeting *self, guint counter, guint issued, guint returned, guint valid, guint votes_for)
{
  self->ballots[self->council.n_ballots++] =
      (TdBallotCount){ "N1", counter, issued, returned, valid, votes_for };
}

static void
count_twice (Meeting *self, guint issued, guint returned, guint valid, guint votes_for)
{
  count (self, 1, issued, returned, valid, votes_for);
  count (self, 2, issued, returned, valid, votes_for);
}

static void
recuse (Meeting *self, const char *member, gboolean stays, const char *reason)
{
  self->recusals[self->council.n_recusals++] = (TdRecusal){ "N1", member, stays, reason };
}

#define VOTE(num, den, of)                                                                         \
  "\"vote\": { \"share\": { \"num\": " num ", \"den\": " den " }, \"of\": \"" of "\", FACT }"
#define QUORUM "\"quorum\": { \"share\": { \"num\": 2, \"den\": 3 }, FACT }"

static TdLawPack *
pack_with (const char *more)
{
  return fixture_pack ("collective", "", more);
}

static char *
problems_words (const TdCouncilVote *vote)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < vote->problems->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (vote->problems, i));
  return g_string_free (out, FALSE);
}

/* 80 % of 9 members is 7,2: eight votes; of 90 % nine; of 10 members nine. Luật leaves no rounding. */
static void
test_thresholds (void)
{
  static const struct
  {
    guint members;
    const char *num, *den;
    guint needed;
  } cases[] = {
    { 9, "4", "5", 8 },  { 9, "9", "10", 9 }, { 10, "9", "10", 9 },
    { 10, "4", "5", 8 }, { 7, "4", "5", 6 },  { 5, "4", "5", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint less = 0; less <= 1; less++)
      {
        g_autofree char *more = g_strdup_printf (
            "\"vote\": { \"share\": { \"num\": %s, \"den\": %s }, \"of\": \"all-members\", FACT "
            "}, " QUORUM,
            cases[i].num, cases[i].den);
        g_autoptr (TdLawPack) pack = pack_with (more);
        g_autoptr (TdCouncilVote) vote = NULL;
        guint n = cases[i].members, votes_for = cases[i].needed - less;
        Meeting self;

        meeting_init (&self, n, n);
        count_twice (&self, n, n, n, votes_for);
        vote = td_council_vote_new (&self.council, &self.nominee,
                                    td_law_pack_find_award (pack, "thu"), NULL);
        g_assert_cmpuint (vote->needed, ==, cases[i].needed);
        g_assert_cmpuint (vote->base_count, ==, n);
        g_assert_cmpint (vote->verdict, ==, less == 0 ? TD_LAW_PASS : TD_LAW_FAIL);
        g_assert_cmpint (td_council_vote_may_go_on (vote), ==, less == 0);
      }
}

/* The same ballots on three bases. */
static void
test_bases (void)
{
  static const struct
  {
    const char *more;
    guint base, needed;
    TdLawVerdict verdict;
    const char *words;
  } cases[] = {
    /* Ten members, eight there, one ballot spoilt, six for. */
    { VOTE ("3", "4", "all-members") ", " QUORUM, 10, 8, TD_LAW_FAIL,
      "votes for: 6 of 10 (all members of the council); asked for: at least 75 %, that is 8" },
    { VOTE ("3", "4", "present") ", " QUORUM, 8, 6, TD_LAW_PASS,
      "votes for: 6 of 8 (members present); asked for: at least 75 %, that is 6" },
    { VOTE ("3", "4", "valid-ballots") ", " QUORUM, 7, 6, TD_LAW_PASS,
      "votes for: 6 of 7 (valid ballots); asked for: at least 75 %, that is 6" },
    { VOTE ("6", "7", "valid-ballots") ", " QUORUM, 7, 6, TD_LAW_PASS,
      "votes for: 6 of 7 (valid ballots); asked for: at least 6/7, that is 6" },
    { "\"vote\": null, " QUORUM, 0, 0, TD_LAW_UNKNOWN,
      "votes for: 6 of 7 valid ballots; no share is set" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdLawPack) pack = pack_with (cases[i].more);
      g_autoptr (TdCouncilVote) vote = NULL;
      g_autofree char *words = NULL;
      TdVoteRow row;
      Meeting self;

      meeting_init (&self, 10, 8);
      count_twice (&self, 8, 8, 7, 6);
      vote = td_council_vote_new (&self.council, &self.nominee,
                                  td_law_pack_find_award (pack, "thu"), NULL);
      words = td_council_vote_to_words (vote);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpuint (vote->base_count, ==, cases[i].base);
      g_assert_cmpuint (vote->needed, ==, cases[i].needed);
      g_assert_cmpint (vote->verdict, ==, cases[i].verdict);
      row = td_council_vote_get_row (vote);
      g_assert_cmpuint (row.base_count, ==, cases[i].base);
      g_assert_cmpuint (row.votes_for, ==, 6);
    }
}

/* Percentages are cut off, never rounded up to a threshold: 8/9 is 88,88…, 899/1000 would be 89,9. */
static void
test_percent (void)
{
  g_autoptr (TdLawPack) pack = pack_with (VOTE ("9", "10", "valid-ballots") ", " QUORUM);
  g_autoptr (TdCouncilVote) vote = NULL;
  TdVoteRow row;
  Meeting self;

  meeting_init (&self, 9, 9);
  count_twice (&self, 9, 9, 9, 8);
  vote = td_council_vote_new (&self.council, &self.nominee, td_law_pack_find_award (pack, "thu"),
                              NULL);
  g_assert_cmpint (td_council_vote_get_percent (vote, 2), ==, 888800);
  g_assert_cmpint (td_council_vote_get_percent (vote, 0), ==, 880000);
  g_assert_cmpint (td_council_vote_get_percent (vote, 4), ==, 888888);
  row = td_council_vote_get_row (vote);
  g_assert_cmpstr (row.nomination, ==, "N1");
  g_assert_cmpstr (row.base, ==, "valid-ballots");
  g_assert_cmpstr (row.share, ==, "8/9");
  g_assert_cmpstr (row.threshold, ==, "9/10");
  g_assert_cmpint (row.verdict, ==, TD_LAW_FAIL);
}

/*
 * Every (members, present, recused, invalid, for): the decision by the definition, a fraction of whole
 * numbers. Absent members are recused first, then present ones.
 */
static void
test_decision_table (void)
{
  static const char *const bases[] = { "all-members", "present", "valid-ballots" };

  for (guint b = 0; b < G_N_ELEMENTS (bases); b++)
    {
      g_autofree char *more = g_strdup_printf (
          "\"vote\": { \"share\": { \"num\": 4, \"den\": 5 }, \"of\": \"%s\", FACT }, " QUORUM,
          bases[b]);
      g_autoptr (TdLawPack) pack = pack_with (more);
      const TdLawAward *award = td_law_pack_find_award (pack, "thu");

      for (guint members = 1; members <= 7; members++)
        for (guint present = 0; present <= members; present++)
          for (guint recused = 0; recused <= members; recused++)
            {
              guint left = members - recused;
              guint absent_recused = MIN (recused, members - present);
              guint there = present - (recused - absent_recused);

              for (guint invalid = 0; invalid <= there; invalid++)
                for (guint votes_for = 0; votes_for <= there - invalid; votes_for++)
                  {
                    guint valid = there - invalid;
                    guint base = b == 0 ? left : b == 1 ? there : valid;
                    gboolean quorum = present * 3 >= members * 2 && there * 3 >= left * 2;
                    TdLawVerdict expected = !quorum                     ? TD_LAW_FAIL
                                            : base == 0                 ? TD_LAW_UNKNOWN
                                            : votes_for * 5 >= base * 4 ? TD_LAW_PASS
                                                                        : TD_LAW_FAIL;
                    g_autoptr (TdCouncilVote) vote = NULL;
                    Meeting self;

                    meeting_init (&self, members, present);
                    for (guint i = 0; i < recused; i++)
                      recuse (&self, codes[members - 1 - i], FALSE, "Có quan hệ gia đình");
                    count_twice (&self, there, there, valid, votes_for);
                    vote = td_council_vote_new (&self.council, &self.nominee, award, NULL);
                    g_assert_cmpuint (vote->members, ==, left);
                    g_assert_cmpuint (vote->present, ==, there);
                    g_assert_cmpuint (vote->base_count, ==, base);
                    g_assert_cmpint (vote->verdict, ==, expected);
                  }
            }
    }
}

/* --- recusal ---------------------------------------------------------------------------------- */

static char *
recused_words (const Meeting *self)
{
  g_autoptr (GPtrArray) recused = td_council_get_recused (&self->council, &self->nominee);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < recused->len; i++)
    {
      const TdRecused *one = g_ptr_array_index (recused, i);

      g_string_append_printf (out, "%s%s %s: %s\n", self->members[one->member].code,
                              one->by_hand ? " by hand" : "", self->members[one->member].name,
                              one->reason);
    }
  return g_string_free (out, FALSE);
}

static void
test_recusal (void)
{
  g_autofree char *unit = NULL, *person = NULL, *by_hand = NULL;
  Meeting self;

  meeting_init (&self, 6, 6);
  self.members[0].unit = "HH";
  self.members[1].unit = "TP";
  self.members[2].code = "P7";
  self.members[3].name = "nguyễn  thị Hoà";
  self.members[4].name = "Nguyễn Thị Hoa";
  unit = recused_words (&self);
  g_assert_cmpstr (unit, ==, "M0 M0: works in the nominated unit\n");

  /* A person: by code, by name however it is spelled, by unit; Hoa is not Hòa. */
  self.nominee = (TdCouncilCase){ "N1", "P7", "Nguyễn Thị Hòa", "TP", TRUE };
  person = recused_words (&self);
  g_assert_cmpstr (person, ==,
                   "M1 M1: works in the nominee's unit\n"
                   "P7 M2: is the nominee\n"
                   "M3 nguyễn  thị Hoà: has the nominee's name\n");

  /* By hand, with a reason: a namesake stays, a brother goes. Without a reason nothing happens. */
  recuse (&self, "M3", TRUE, "Trùng tên, không phải người được đề nghị");
  recuse (&self, "M5", FALSE, "Em ruột");
  recuse (&self, "M4", FALSE, "");
  recuse (&self, "P7", TRUE, NULL);
  by_hand = recused_words (&self);
  g_assert_cmpstr (by_hand, ==,
                   "M1 M1: works in the nominee's unit\n"
                   "P7 M2: is the nominee\n"
                   "M5 by hand M5: Em ruột\n");
}

/* A recused member is in no base: 8 of the 9 left, not 9 of 10. */
static void
test_recused_base (void)
{
  g_autoptr (TdLawPack) pack = pack_with (VOTE ("4", "5", "all-members") ", " QUORUM);
  g_autoptr (TdCouncilVote) vote = NULL;
  Meeting self;

  meeting_init (&self, 10, 10);
  self.members[9].unit = "HH";
  count_twice (&self, 9, 9, 9, 8);
  vote = td_council_vote_new (&self.council, &self.nominee, td_law_pack_find_award (pack, "thu"),
                              NULL);
  g_assert_cmpuint (vote->recused->len, ==, 1);
  g_assert_cmpuint (vote->base_count, ==, 9);
  g_assert_cmpuint (vote->needed, ==, 8);
  g_assert_cmpint (vote->verdict, ==, TD_LAW_PASS);
  g_assert_cmpuint (vote->problems->len, ==, 0);
}

/* --- counting --------------------------------------------------------------------------------- */

static void
test_counts (void)
{
  static const struct
  {
    guint first[4], second[4];
    const char *more;
    TdLawVerdict verdict;
    const char *problems;
  } cases[] = {
    { { 9, 9, 9, 9 }, { 9, 9, 9, 9 }, VOTE ("9", "10", "all-members"), TD_LAW_PASS, "" },
    { { 9, 9, 9, 9 },
      { 9, 9, 8, 8 },
      VOTE ("9", "10", "all-members"),
      TD_LAW_UNKNOWN,
      "the counters differ on valid ballots: 9 and 8\nthe counters differ on votes for: 9 and "
      "8\n" },
    { { 9, 9, 9, 9 }, { 0, 0, 0, 0 }, VOTE ("9", "10", "all-members"), TD_LAW_UNKNOWN, NULL },
    { { 10, 9, 9, 9 },
      { 10, 9, 9, 9 },
      VOTE ("9", "10", "all-members"),
      TD_LAW_UNKNOWN,
      "ballots issued: 10, more than members who may vote: 9\n" },
    { { 8, 9, 10, 11 },
      { 8, 9, 10, 11 },
      VOTE ("9", "10", "all-members"),
      TD_LAW_UNKNOWN,
      "ballots returned: 9, more than ballots issued: 8\n"
      "valid ballots: 10, more than ballots returned: 9\n"
      "votes for: 11, more than valid ballots: 10\n" },
    { { 9, 9, 9, 9 },
      { 9, 9, 9, 9 },
      "\"vote\": null",
      TD_LAW_UNKNOWN,
      "the law pack sets no share of votes for this award: put the local rule into the office's "
      "own "
      "pack\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *more = g_strdup_printf ("%s, " QUORUM, cases[i].more);
      g_autoptr (TdLawPack) pack = pack_with (more);
      g_autoptr (TdCouncilVote) vote = NULL, overridden = NULL;
      g_autofree char *problems = NULL;
      const guint *f = cases[i].first, *s = cases[i].second;
      TdVoteOverride override = { "Chủ tịch Hội đồng", "Xin ý kiến lại bằng văn bản" };
      Meeting self;

      meeting_init (&self, 9, 9);
      count (&self, 1, f[0], f[1], f[2], f[3]);
      if (s[0] > 0)
        count (&self, 2, s[0], s[1], s[2], s[3]);
      vote = td_council_vote_new (&self.council, &self.nominee,
                                  td_law_pack_find_award (pack, "thu"), NULL);
      problems = problems_words (vote);
      g_test_message ("%u %s", i, problems);
      g_assert_cmpint (vote->verdict, ==, cases[i].verdict);
      g_assert_cmpint (td_council_vote_may_go_on (vote), ==, cases[i].verdict == TD_LAW_PASS);
      g_assert_cmpstr (problems, ==,
                       cases[i].problems != NULL ? cases[i].problems
                                                 : "counter 2 has not counted yet\n");
      /* No pass without the threshold but by a recorded override, which changes no verdict. */
      overridden = td_council_vote_new (&self.council, &self.nominee,
                                        td_law_pack_find_award (pack, "thu"), &override);
      g_assert_cmpint (overridden->verdict, ==, cases[i].verdict);
      g_assert_cmpint (overridden->is_overridden, ==, cases[i].verdict != TD_LAW_PASS);
      g_assert_true (td_council_vote_may_go_on (overridden));
      override.why = "";
      td_council_vote_free (g_steal_pointer (&overridden));
      overridden = td_council_vote_new (&self.council, &self.nominee,
                                        td_law_pack_find_award (pack, "thu"), &override);
      g_assert_false (overridden->is_overridden);
    }
}

/* Members asked in writing vote in a share of all members, and have no part in one of those present. */
static void
test_in_writing (void)
{
  static const struct
  {
    const char *more;
    TdLawVerdict verdict;
    const char *problems;
  } cases[] = {
    { VOTE ("9", "10", "all-members") ", " QUORUM, TD_LAW_PASS,
      "2 ballots are of members who were not present, asked in writing\n" },
    { VOTE ("9", "10", "present") ", " QUORUM, TD_LAW_UNKNOWN,
      "valid ballots: 10, more than members present: 8\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdLawPack) pack = pack_with (cases[i].more);
      g_autoptr (TdCouncilVote) vote = NULL;
      g_autofree char *problems = NULL;
      Meeting self;

      meeting_init (&self, 10, 8);
      count_twice (&self, 10, 10, 10, 9);
      vote = td_council_vote_new (&self.council, &self.nominee,
                                  td_law_pack_find_award (pack, "thu"), NULL);
      problems = problems_words (vote);
      g_assert_cmpint (vote->verdict, ==, cases[i].verdict);
      g_assert_cmpstr (problems, ==, cases[i].problems);
    }
}

/* --- quorum ----------------------------------------------------------------------------------- */

static void
test_quorum (void)
{
  static const struct
  {
    guint members, present, not_recorded;
    TdLawVerdict verdict;
    guint needed;
  } cases[] = {
    { 9, 6, 0, TD_LAW_PASS, 6 },    { 9, 5, 0, TD_LAW_FAIL, 6 },    { 10, 7, 0, TD_LAW_PASS, 7 },
    { 10, 6, 0, TD_LAW_FAIL, 7 },   { 9, 5, 1, TD_LAW_UNKNOWN, 6 }, { 9, 4, 1, TD_LAW_FAIL, 6 },
    { 0, 0, 0, TD_LAW_UNKNOWN, 0 }, { 1, 1, 0, TD_LAW_PASS, 1 },
  };
  g_autoptr (TdLawPack) pack = pack_with (VOTE ("1", "2", "valid-ballots") ", " QUORUM);
  g_autoptr (TdLawPack) silent = pack_with (VOTE ("1", "2", "valid-ballots"));
  TdQuorum quorum;
  Meeting self;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      meeting_init (&self, cases[i].members, cases[i].present);
      for (guint j = 0; j < cases[i].not_recorded; j++)
        self.members[cases[i].members - 1 - j].present = TD_NOT_RECORDED;
      td_council_get_quorum (&self.council, td_law_pack_find_award (pack, "thu"), &quorum);
      g_assert_cmpint (quorum.verdict, ==, cases[i].verdict);
      g_assert_cmpuint (quorum.needed, ==, cases[i].needed);
      g_assert_cmpuint (quorum.present, ==, cases[i].present);
    }
  /* Without a rule nobody can tell, and nobody passes. */
  meeting_init (&self, 9, 9);
  td_council_get_quorum (&self.council, td_law_pack_find_award (silent, "thu"), &quorum);
  g_assert_cmpint (quorum.verdict, ==, TD_LAW_UNKNOWN);
  count_twice (&self, 9, 9, 9, 9);
  {
    g_autoptr (TdCouncilVote) vote = td_council_vote_new (
        &self.council, &self.nominee, td_law_pack_find_award (silent, "thu"), NULL);

    g_assert_cmpint (vote->verdict, ==, TD_LAW_UNKNOWN);
  }
}

/* --- attendance that nobody wrote down -------------------------------------------------------- */

/* Whoever may have come is in the base of those present, and in the quorum: nothing passes without knowing. */
static void
test_not_recorded (void)
{
  static const struct
  {
    guint members, present, not_recorded, votes_for;
    TdLawVerdict verdict;
  } cases[] = {
    /* 5 of 6 are 3/4 and more, 5 of 7 or 8 are not. */
    { 8, 6, 0, 5, TD_LAW_PASS },
    { 8, 6, 1, 5, TD_LAW_UNKNOWN },
    { 8, 6, 2, 5, TD_LAW_UNKNOWN },
    /* 6 of 8 are 3/4 just so; 4 of 6 are too few, and of more still fewer. */
    { 8, 6, 2, 6, TD_LAW_PASS },
    { 8, 6, 2, 4, TD_LAW_FAIL },
  };
  g_autoptr (TdLawPack) pack = pack_with (VOTE ("3", "4", "present") ", " QUORUM);
  g_autoptr (TdLawPack) whole = pack_with (VOTE ("1", "2", "valid-ballots") ", " QUORUM);
  g_autoptr (TdCouncilVote) left = NULL;
  Meeting self;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdCouncilVote) vote = NULL;

      meeting_init (&self, cases[i].members, cases[i].present);
      for (guint j = 0; j < cases[i].not_recorded; j++)
        self.members[cases[i].members - 1 - j].present = TD_NOT_RECORDED;
      count_twice (&self, cases[i].present, cases[i].present, cases[i].present, cases[i].votes_for);
      vote = td_council_vote_new (&self.council, &self.nominee,
                                  td_law_pack_find_award (pack, "thu"), NULL);
      g_assert_cmpint (vote->verdict, ==, cases[i].verdict);
      g_assert_cmpuint (vote->base_count, ==, cases[i].present);
    }
  /* 6 of 9 are a quorum; without two recused it is 4 of 7, which 5 with the one nobody knows of would be. */
  meeting_init (&self, 9, 6);
  self.members[8].present = TD_NOT_RECORDED;
  recuse (&self, "M0", FALSE, "thân nhân");
  recuse (&self, "M1", FALSE, "thân nhân");
  count_twice (&self, 4, 4, 4, 4);
  left = td_council_vote_new (&self.council, &self.nominee, td_law_pack_find_award (whole, "thu"),
                              NULL);
  g_assert_cmpint (left->verdict, ==, TD_LAW_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/council/thresholds", test_thresholds);
  g_test_add_func ("/council/bases", test_bases);
  g_test_add_func ("/council/percent", test_percent);
  g_test_add_func ("/council/decision-table", test_decision_table);
  g_test_add_func ("/council/recusal", test_recusal);
  g_test_add_func ("/council/recused-base", test_recused_base);
  g_test_add_func ("/council/counts", test_counts);
  g_test_add_func ("/council/in-writing", test_in_writing);
  g_test_add_func ("/council/quorum", test_quorum);
  g_test_add_func ("/council/not-recorded", test_not_recorded);
  return g_test_run ();
}
