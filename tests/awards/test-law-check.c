/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Law cards: for every type of condition what passes, fails, stands exactly on the limit, and cannot
 * be told; then the law's own traps, on the packs of the program. Expected words are worked out from
 * the figures of each case.
 */
#include <string.h>

#include "awards/td-law-check.h"
#include "base/td-date.h"
#include "fixture.h"

/* --- a case that can be changed --------------------------------------------------------------- */

typedef struct
{
  TdLawCase law_case;
  TdLawNominee nominee;
  TdLawScore score;
  TdLawMovement movement;
  TdBand bands[3];
  TdLawAwardHeld awards[8];
  TdLawInitiative initiatives[4];
  TdLawDiscipline disciplines[2];
  TdLawPeople people[3];
  TdLawNomination others[4];
  TdLawOverride overrides[4];
} Case;

/* A movement of the city in 2024, summed up on 20 December; nothing else is known. */
static void
case_init (Case *self, TdSubject subject, const char *award)
{
  memset (self, 0, sizeof *self);
  self->bands[0] = (TdBand){ 1, "Khá", TD_DECIMAL (70) };
  self->bands[1] = (TdBand){ 2, "Tốt", TD_DECIMAL (80) };
  self->bands[2] = (TdBand){ 3, "Xuất sắc", TD_DECIMAL (90) };
  self->movement = (TdLawMovement){
    "CCHC 2024", -1, NULL, fixture_date ("2024-01-01"), fixture_date ("2024-12-31"),
    self->bands, 3,  2
  };
  self->score = (TdLawScore){ .band = -1, .total = TD_DECIMAL_NONE, .unit = "Hải Hòa" };
  self->nominee.subject = subject;
  self->nominee.code = "HH";
  self->nominee.name = "Hải Hòa";
  self->nominee.awards = self->awards;
  self->nominee.initiatives = self->initiatives;
  self->nominee.disciplines = self->disciplines;
  self->nominee.people = self->people;
  self->law_case = (TdLawCase){ .nomination = "N1",
                                .round = "D1",
                                .award = award,
                                .date = fixture_date ("2024-12-20"),
                                .nominee = &self->nominee,
                                .score = &self->score,
                                .movement = &self->movement,
                                .others = self->others,
                                .overrides = self->overrides };
}

static void
set_score (Case *self, const char *total, guint rank, gboolean tied, int band, guint filled,
           guint expected)
{
  g_autoptr (GError) error = NULL;

  self->score.known = TRUE;
  self->score.block = "Khối phường";
  self->score.as_of = fixture_date ("2024-12-14");
  self->score.rank = rank;
  self->score.tied = tied;
  self->score.n_ranked = 8;
  self->score.band = band;
  self->score.filled = filled;
  self->score.expected = expected;
  td_decimal_parse (total, TD_STYLE_PLAIN, &self->score.total, &error);
  g_assert_no_error (error);
}

static void
add_award (Case *self, const char *award, const char *decided_on, const char *decision,
           const char *achievement)
{
  self->awards[self->nominee.n_awards++] =
      (TdLawAwardHeld){ award, decision, fixture_date (decided_on), achievement };
}

static void
add_initiative (Case *self, int scope, const char *recognised_on, const char *decision)
{
  self->initiatives[self->nominee.n_initiatives++] =
      (TdLawInitiative){ "Sáng kiến", scope, decision, fixture_date (recognised_on) };
}

static void
add_discipline (Case *self, const char *kind, const char *from, const char *to)
{
  self->disciplines[self->nominee.n_disciplines++] =
      (TdLawDiscipline){ kind, fixture_date (from), fixture_date (to), "QĐ 7" };
}

static void
add_other (Case *self, const char *code, const char *award, const char *achievement,
           TdNominationState state)
{
  self->others[self->law_case.n_others++] =
      (TdLawNomination){ code, "D1", "HH", award, achievement, state };
}

static void
add_override (Case *self, const char *condition, const char *who, const char *why)
{
  self->overrides[self->law_case.n_overrides++] =
      (TdLawOverride){ "N1", condition, who, why, fixture_date ("2024-12-21") };
}

static void
set_people (Case *self, guint n, const char *has, guint count)
{
  self->nominee.knows_people = TRUE;
  self->nominee.n_people = n;
  if (has != NULL)
    self->people[self->nominee.n_people_kinds++] = (TdLawPeople){ has, count };
}

/* --- every type of condition ------------------------------------------------------------------- */

typedef enum
{
  PASS,
  FAIL,
  LIMIT,   /* passes, and one unit less would not */
  UNKNOWN, /* what is missing is not recorded */
  N_POINTS,
} Point;

static const TdLawVerdict verdict_of[] = { TD_LAW_PASS, TD_LAW_FAIL, TD_LAW_PASS, TD_LAW_UNKNOWN };

typedef struct
{
  TdConditionType type;
  Point point;
  const char *condition; /* its parameters, as JSON */
  void (*prepare) (Case *self);
  const char *why; /* NULL: not looked at */
} TypeCase;

/* Cases are small functions, named after what is in them. */
#define PREPARE(name, ...)                                                                         \
  static void name (Case *self)                                                                    \
  {                                                                                                \
    __VA_ARGS__                                                                                    \
  }

PREPARE (nothing, (void) self;)
PREPARE (total_92, set_score (self, "92.18", 1, FALSE, 2, 9, 10);)
PREPARE (total_85, set_score (self, "85", 2, TRUE, 1, 9, 10);)
PREPARE (total_8499, set_score (self, "84.99", 3, FALSE, 1, 8, 10);)
PREPARE (total_below, set_score (self, "69.99", 8, FALSE, -1, 0, 10);)
PREPARE (not_ranked, self->score.known = TRUE;)
PREPARE (no_bands, set_score (self, "85", 2, TRUE, 1, 9, 10); self->movement.n_bands = 0;)
PREPARE (rank_0, set_score (self, "85", 0, FALSE, 1, 9, 10);)
PREPARE (none_expected, set_score (self, "85", 1, FALSE, 1, 0, 0);)
PREPARE (by_province, self->movement.launched_by = TD_LAW_LEVEL_TINH;)
PREPARE (by_city, self->movement.launched_by = TD_LAW_LEVEL_THANH_PHO;
         self->movement.decision = "KH 15/KH-UBND";)
PREPARE (by_ministry, self->movement.launched_by = TD_LAW_LEVEL_BO_NGANH;)
PREPARE (years_3, self->movement.starts = fixture_date ("2022-01-01");)
PREPARE (years_3_less_a_day, self->movement.starts = fixture_date ("2022-01-02");)
PREPARE (years_4, self->movement.starts = fixture_date ("2021-01-01");)
PREPARE (no_start, self->movement.starts = TD_DATE_NONE;)
PREPARE (achievement, self->law_case.achievement = "cchc-2024"; self->nominee.knows_awards = TRUE;)
PREPARE (achievement_no_register, self->law_case.achievement = "cchc-2024";)
PREPARE (other_proposed, achievement (self);
         add_other (self, "N2", "thu", "cchc-2024", TD_NOMINATION_DRAFT);)
PREPARE (other_withdrawn, achievement (self);
         add_other (self, "N2", "thu", "cchc-2024", TD_NOMINATION_WITHDRAWN);
         add_other (self, "N1", "thu", "cchc-2024", TD_NOMINATION_PROPOSED);
         add_other (self, "N3", "thu", "khac", TD_NOMINATION_GRANTED);)
PREPARE (given_before, achievement (self);
         add_award (self, "bk-tinh-tt", "2024-11-01", "QĐ 99", "cchc-2024");)
PREPARE (disciplines_clean, self->nominee.knows_disciplines = TRUE;)
PREPARE (discipline_now, disciplines_clean (self);
         add_discipline (self, "Khiển trách", "2024-06-01", "2025-05-31");)
PREPARE (discipline_last_day, disciplines_clean (self);
         add_discipline (self, "Khiển trách", "2024-01-01", "2024-12-20");)
PREPARE (discipline_over, disciplines_clean (self);
         add_discipline (self, "Khiển trách", "2023-12-20", "2024-12-19");
         add_discipline (self, "Đang thanh tra", "2024-12-21", "");)
PREPARE (discipline_no_date, discipline_now (self); self->law_case.date = TD_DATE_NONE;)
PREPARE (investigated, add_discipline (self, "Đang thanh tra", "2024-12-20", "");)
PREPARE (people_clean, self->nominee.knows_people_disciplined = TRUE;)
PREPARE (people_disciplined, people_clean (self); self->nominee.n_people_disciplined = 1;)
PREPARE (worker, self->nominee.leader = TD_NO;)
PREPARE (leader, self->nominee.leader = TD_YES;)
PREPARE (register_only, self->nominee.knows_awards = TRUE;)
PREPARE (held_one_this_year, register_only (self);
         add_award (self, "htxsnv", "2024-12-10", "QĐ 5", NULL);)
PREPARE (held_a_year_ago, register_only (self);
         add_award (self, "htxsnv", "2023-12-20", "QĐ 5", NULL);)
PREPARE (held_longer_ago, register_only (self);
         add_award (self, "htxsnv", "2023-12-19", "QĐ 5", NULL);
         add_award (self, "ldtt", "2024-12-19", "QĐ 6", NULL);
         add_award (self, "htxsnv", "2024-12-21", "QĐ 7", NULL);)
PREPARE (held_undated, register_only (self); add_award (self, "htxsnv", "", "QĐ 5", NULL);)
PREPARE (held_no_date, held_one_this_year (self); self->law_case.date = TD_DATE_NONE;)
PREPARE (running_3, register_only (self); add_award (self, "cstdcs", "2022-12-28", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2024-01-10", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2024-12-15", "QĐ 3", NULL);)
PREPARE (running_gap, register_only (self); add_award (self, "cstdcs", "2021-12-28", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2024-01-10", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2024-12-15", "QĐ 3", NULL);)
PREPARE (running_old, register_only (self); add_award (self, "cstdcs", "2020-12-28", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2021-12-28", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2022-12-28", "QĐ 3", NULL);)
/* Two papers about one year, one of them entered twice, are not two years. */
PREPARE (running_same, register_only (self); add_award (self, "cstdcs", "2023-12-28", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2024-12-15", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2024-12-15", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2024-10-15", "QĐ 4", NULL);)
/* 18 months to the day between neighbours, and from the last to the act. */
PREPARE (running_limit, register_only (self);
         add_award (self, "cstdcs", "2020-06-20", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2021-12-20", "QĐ 2", NULL);
         add_award (self, "cstdcs", "2023-06-20", "QĐ 3", NULL);)
PREPARE (before_5, register_only (self);
         add_award (self, "bk-tinh-tt", "2019-12-20", "QĐ 1", NULL);)
PREPARE (before_less, register_only (self);
         add_award (self, "bk-tinh-tt", "2019-12-21", "QĐ 1", NULL);)
PREPARE (initiative_province, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, TD_INITIATIVE_TINH, "2024-05-05", "QĐ 11");)
PREPARE (initiative_unit, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, TD_INITIATIVE_DON_VI, "2024-05-05", "QĐ 11");)
PREPARE (initiative_no_scope, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, -1, "2024-05-05", "QĐ 11");)
PREPARE (initiative_no_decision, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, TD_INITIATIVE_TINH, "2024-05-05", NULL);)
PREPARE (initiative_two_years_ago, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, TD_INITIATIVE_DON_VI, "2022-12-20", "QĐ 11");
         add_initiative (self, TD_INITIATIVE_TINH, "2024-12-20", "QĐ 12");)
PREPARE (initiative_too_old, self->nominee.knows_initiatives = TRUE;
         add_initiative (self, TD_INITIATIVE_DON_VI, "2022-12-19", "QĐ 11");
         add_initiative (self, TD_INITIATIVE_TINH, "2024-12-21", "QĐ 12");
         add_initiative (self, TD_INITIATIVE_TINH, "2024-12-20", "QĐ 13");)
PREPARE (people_10, set_people (self, 13, "ldtt", 10);)
PREPARE (people_13, set_people (self, 13, "ldtt", 13);)
PREPARE (people_9, set_people (self, 13, "ldtt", 9);)
PREPARE (people_14, set_people (self, 13, "ldtt", 14);)
PREPARE (people_uncounted, set_people (self, 13, "cstdcs", 3);)
PREPARE (people_1, set_people (self, 13, "cstdcs", 1);)
PREPARE (people_0, set_people (self, 13, "cstdcs", 0);)
PREPARE (people_none, set_people (self, 0, "ldtt", 0);)

#define TOTAL     "\"type\": \"total-at-least\", \"at_least\": \"85\""
#define BAND      "\"type\": \"band-at-least\", \"band\": \"Tốt\""
#define RANK      "\"type\": \"rank-at-most\", \"rank\": 2"
#define LAUNCHED  "\"type\": \"movement-launched-by\", \"levels\": [ \"tinh\", \"bo-nganh\" ]"
#define YEARS     "\"type\": \"movement-years\", \"years\": 3"
#define ONCE      "\"type\": \"not-proposed-already\""
#define CLEAN     "\"type\": \"no-discipline\""
#define ALL_CLEAN "\"type\": \"no-discipline\", \"among\": \"people\""
#define WORKER    "\"type\": \"direct-worker\""
#define HELD_1    "\"type\": \"held-award\", \"awards\": [ \"httnv\", \"htxsnv\" ], \"years\": 1"
#define RUNNING_3                                                                                  \
  "\"type\": \"held-award\", \"awards\": [ \"cstdcs\" ], \"times\": 3, \"running\": true"
#define BEFORE_5   "\"type\": \"held-award\", \"awards\": [ \"bk-tinh-tt\" ], \"before_years\": 5"
#define EVER       "\"type\": \"held-award\", \"awards\": [ \"cstdcs\" ]"
#define INITIATIVE "\"type\": \"initiative-recognised\", \"scope\": \"thanh-pho\""
#define INITIATIVES_2                                                                              \
  "\"type\": \"initiative-recognised\", \"scope\": \"don-vi\", \"count\": 2, \"years\": 2"
#define COVERAGE "\"type\": \"coverage-at-least\", \"share\": { \"num\": 90, \"den\": 100 }"
#define PEOPLE_70                                                                                  \
  "\"type\": \"people-share-at-least\", \"has\": \"ldtt\", \"share\": { \"num\": 70, \"den\": "    \
  "100 }"
#define PEOPLE_1 "\"type\": \"people-share-at-least\", \"has\": \"cstdcs\", \"people\": 1"

static const TypeCase type_cases[] = {
  { TD_CONDITION_TOTAL, PASS, TOTAL, total_92,
    "total of Hải Hòa on 14/12/2024: 92,18; asked for: at least 85,00" },
  { TD_CONDITION_TOTAL, LIMIT, TOTAL, total_85, NULL },
  { TD_CONDITION_TOTAL, FAIL, TOTAL, total_8499,
    "total of Hải Hòa on 14/12/2024: 84,99; asked for: at least 85,00. to pass: points still "
    "needed: 0,01" },
  { TD_CONDITION_TOTAL, UNKNOWN, TOTAL, not_ranked, NULL },
  { TD_CONDITION_TOTAL, UNKNOWN, TOTAL, nothing, NULL },

  { TD_CONDITION_BAND, PASS, BAND, total_92,
    "band of Hải Hòa: Xuất sắc; asked for: “Tốt” or better" },
  { TD_CONDITION_BAND, LIMIT, BAND, total_85, NULL },
  { TD_CONDITION_BAND, FAIL, BAND, total_below,
    "band of Hải Hòa: below all bands; asked for: “Tốt” or better. to pass: a total of at least "
    "80,00" },
  { TD_CONDITION_BAND, UNKNOWN, BAND, not_ranked, NULL },
  { TD_CONDITION_BAND, UNKNOWN, BAND, no_bands,
    "the movement has no band “Tốt”. to pass: the band's name as the movement has it, in the law "
    "pack "
    "or the movement" },

  { TD_CONDITION_RANK, PASS, RANK, total_92,
    "rank of Hải Hòa in Khối phường: 1 of 8; asked for: 2 or better" },
  { TD_CONDITION_RANK, LIMIT, RANK, total_85,
    "rank of Hải Hòa in Khối phường: 2 of 8, tied; asked for: 2 or better" },
  { TD_CONDITION_RANK, FAIL, RANK, total_8499,
    "rank of Hải Hòa in Khối phường: 3 of 8; asked for: 2 or better. to pass: rank 2 or better in "
    "its "
    "block" },
  { TD_CONDITION_RANK, UNKNOWN, RANK, nothing, NULL },
  { TD_CONDITION_RANK, UNKNOWN, RANK, rank_0, NULL },

  { TD_CONDITION_LAUNCHED_BY, PASS, LAUNCHED, by_province,
    "the movement was launched at: province level" },
  { TD_CONDITION_LAUNCHED_BY, LIMIT, LAUNCHED, by_ministry, NULL },
  { TD_CONDITION_LAUNCHED_BY, FAIL, LAUNCHED, by_city,
    "the movement was launched at: city level (KH 15/KH-UBND). to pass: the clause takes only "
    "movements "
    "launched at: province level, ministry or central agency; this one was not, so another clause "
    "or "
    "another award fits" },
  { TD_CONDITION_LAUNCHED_BY, UNKNOWN, LAUNCHED, nothing,
    "it is not recorded who launched the movement. to pass: a record that it was launched at: "
    "province "
    "level, ministry or central agency" },

  { TD_CONDITION_YEARS, PASS, YEARS, years_4, NULL },
  { TD_CONDITION_YEARS, LIMIT, YEARS, years_3,
    "the movement runs from 01/01/2022 to 31/12/2024; asked for: at least 3 years" },
  { TD_CONDITION_YEARS, FAIL, YEARS, years_3_less_a_day,
    "the movement runs from 02/01/2022 to 31/12/2024; asked for: at least 3 years. to pass: a "
    "movement "
    "that runs at least to 01/01/2025; this one is too short for the award" },
  { TD_CONDITION_YEARS, UNKNOWN, YEARS, no_start, NULL },

  { TD_CONDITION_NOT_PROPOSED, PASS, ONCE, achievement,
    "nothing else is proposed or given for this achievement (cchc-2024)" },
  { TD_CONDITION_NOT_PROPOSED, LIMIT, ONCE, other_withdrawn, NULL },
  { TD_CONDITION_NOT_PROPOSED, FAIL, ONCE, other_proposed,
    "“Giấy khen thử” is proposed for the same achievement (cchc-2024) in nomination N2, round D1. "
    "to "
    "pass: nomination N2 withdrawn, or another achievement" },
  { TD_CONDITION_NOT_PROPOSED, FAIL, ONCE, given_before,
    "“bk-tinh-tt” was given for the same achievement (cchc-2024): QĐ 99, 01/11/2024. to pass: "
    "another "
    "achievement" },
  { TD_CONDITION_NOT_PROPOSED, UNKNOWN, ONCE, nothing, NULL },
  { TD_CONDITION_NOT_PROPOSED, UNKNOWN, ONCE, achievement_no_register, NULL },

  { TD_CONDITION_NO_DISCIPLINE, PASS, CLEAN, disciplines_clean,
    "no discipline and no open investigation on 20/12/2024" },
  { TD_CONDITION_NO_DISCIPLINE, LIMIT, CLEAN, discipline_over, NULL },
  { TD_CONDITION_NO_DISCIPLINE, FAIL, CLEAN, discipline_now,
    "Khiển trách from 01/06/2024 to 31/05/2025: QĐ 7. to pass: an act dated after it is over" },
  { TD_CONDITION_NO_DISCIPLINE, FAIL, CLEAN, discipline_last_day, NULL },
  { TD_CONDITION_NO_DISCIPLINE, FAIL, CLEAN, investigated,
    "Đang thanh tra since 20/12/2024, not closed: QĐ 7. to pass: an act dated after it is over" },
  { TD_CONDITION_NO_DISCIPLINE, UNKNOWN, CLEAN, nothing, NULL },
  { TD_CONDITION_NO_DISCIPLINE, UNKNOWN, CLEAN, discipline_no_date, NULL },
  { TD_CONDITION_NO_DISCIPLINE, PASS, ALL_CLEAN, people_clean, NULL },
  { TD_CONDITION_NO_DISCIPLINE, FAIL, ALL_CLEAN, people_disciplined, NULL },
  { TD_CONDITION_NO_DISCIPLINE, UNKNOWN, ALL_CLEAN, nothing, NULL },

  { TD_CONDITION_HELD, PASS, HELD_1, held_one_this_year,
    "Hoàn thành xuất sắc nhiệm vụ: QĐ 5, 10/12/2024; asked for: 1 time in the last 1 year" },
  { TD_CONDITION_HELD, LIMIT, HELD_1, held_a_year_ago, NULL },
  { TD_CONDITION_HELD, FAIL, HELD_1, held_longer_ago,
    "nothing of it on record; asked for: 1 time in the last 1 year. to pass: 1 time more" },
  { TD_CONDITION_HELD, UNKNOWN, HELD_1, nothing, NULL },
  { TD_CONDITION_HELD, UNKNOWN, HELD_1, held_undated, NULL },
  { TD_CONDITION_HELD, UNKNOWN, HELD_1, held_no_date, NULL },
  { TD_CONDITION_HELD, PASS, RUNNING_3, running_3, NULL },
  { TD_CONDITION_HELD, LIMIT, RUNNING_3, running_limit, NULL },
  { TD_CONDITION_HELD, FAIL, RUNNING_3, running_gap, NULL },
  { TD_CONDITION_HELD, FAIL, RUNNING_3, running_old, NULL },
  { TD_CONDITION_HELD, FAIL, RUNNING_3, running_same,
    "cstdcs: QĐ 1, 28/12/2023; cstdcs: QĐ 4, 15/10/2024; cstdcs: QĐ 2, 15/12/2024; asked for: 3 "
    "times "
    "running. to pass: 1 time more" },
  { TD_CONDITION_HELD, LIMIT, BEFORE_5, before_5, NULL },
  { TD_CONDITION_HELD, FAIL, BEFORE_5, before_less, NULL },
  { TD_CONDITION_HELD, PASS, EVER, running_old, NULL },

  { TD_CONDITION_INITIATIVE, PASS, INITIATIVE, initiative_province,
    "recognised initiatives within the city: 1 (Sáng kiến: QĐ 11, 05/05/2024); asked for: 1" },
  { TD_CONDITION_INITIATIVE, FAIL, INITIATIVE, initiative_unit,
    "recognised initiatives within the city: 0 (nothing of it on record); asked for: 1. to pass: "
    "recognised "
    "before the act, still needed: 1" },
  { TD_CONDITION_INITIATIVE, LIMIT, INITIATIVES_2, initiative_two_years_ago, NULL },
  { TD_CONDITION_INITIATIVE, FAIL, INITIATIVES_2, initiative_too_old, NULL },
  { TD_CONDITION_INITIATIVE, UNKNOWN, INITIATIVE, nothing, NULL },
  { TD_CONDITION_INITIATIVE, UNKNOWN, INITIATIVE, initiative_no_scope, NULL },
  { TD_CONDITION_INITIATIVE, UNKNOWN, INITIATIVE, initiative_no_decision, NULL },

  { TD_CONDITION_DIRECT_WORKER, PASS, WORKER, worker, NULL },
  { TD_CONDITION_DIRECT_WORKER, FAIL, WORKER, leader, NULL },
  { TD_CONDITION_DIRECT_WORKER, UNKNOWN, WORKER, nothing, NULL },

  { TD_CONDITION_COVERAGE, LIMIT, COVERAGE, total_92,
    "counted entries of Hải Hòa: 9 of 10 expected; asked for: at least 90 %, that is 9" },
  { TD_CONDITION_COVERAGE, PASS, COVERAGE, total_85, NULL },
  { TD_CONDITION_COVERAGE, FAIL, COVERAGE, total_8499,
    "counted entries of Hải Hòa: 8 of 10 expected; asked for: at least 90 %, that is 9. to pass: "
    "entries still needed: 1" },
  { TD_CONDITION_COVERAGE, UNKNOWN, COVERAGE, none_expected, NULL },
  { TD_CONDITION_COVERAGE, UNKNOWN, COVERAGE, nothing, NULL },

  /* 70 % of 13 is 9,1: ten people. */
  { TD_CONDITION_PEOPLE, LIMIT, PEOPLE_70, people_10, "“ldtt”: 10 people of 13; asked for: 10" },
  { TD_CONDITION_PEOPLE, PASS, PEOPLE_70, people_13, NULL },
  { TD_CONDITION_PEOPLE, FAIL, PEOPLE_70, people_9,
    "“ldtt”: 9 people of 13; asked for: 10. to pass: people still needed: 1" },
  { TD_CONDITION_PEOPLE, UNKNOWN, PEOPLE_70, nothing, NULL },
  { TD_CONDITION_PEOPLE, UNKNOWN, PEOPLE_70, people_14,
    "“ldtt”: 14 people of 13 cannot be right. to pass: the number of its people, and of those who "
    "have "
    "it" },
  { TD_CONDITION_PEOPLE, UNKNOWN, PEOPLE_70, people_uncounted, NULL },
  { TD_CONDITION_PEOPLE, UNKNOWN, PEOPLE_70, people_none, NULL },
  { TD_CONDITION_PEOPLE, LIMIT, PEOPLE_1, people_1, NULL },
  { TD_CONDITION_PEOPLE, FAIL, PEOPLE_1, people_0, NULL },
};

static void
test_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (type_cases); i++)
    {
      const TypeCase *one = &type_cases[i];
      gboolean is_person = one->type == TD_CONDITION_DIRECT_WORKER;
      g_autofree char *condition = g_strdup_printf (
          "{ \"id\": \"dk\", %s, \"clause\": \"Điều 1\", \"words\": \"Điều kiện\", FACT }",
          one->condition);
      g_autoptr (TdLawPack) pack =
          fixture_pack (is_person ? "individual" : "collective", condition, NULL);
      g_autoptr (TdLawCheck) check = NULL;
      const TdLawCheckRow *row;
      g_autofree char *why = NULL;
      Case self;

      case_init (&self, is_person ? TD_SUBJECT_INDIVIDUAL : TD_SUBJECT_COLLECTIVE, "thu");
      one->prepare (&self);
      check = td_law_check_new (pack, &self.law_case);
      g_assert_cmpuint (check->rows->len, ==, 1);
      row = td_law_check_find (check, "dk");
      why = td_law_check_row_dup_why (row);
      g_test_message ("%u %s: %s", i, td_condition_type_code (one->type), why);
      g_assert_cmpstr (td_law_verdict_code (row->verdict), ==,
                       td_law_verdict_code (verdict_of[one->point]));
      g_assert_cmpint (check->verdict, ==, row->verdict);
      /* Unknown is never taken as a pass. */
      g_assert_cmpint (check->may_go_on, ==, row->verdict == TD_LAW_PASS);
      g_assert_cmpstr (row->clause, ==, "Điều 1");
      g_assert_cmpstr (row->source, ==, "Nguồn thử");
      g_assert_cmpint (*row->evidence, !=, '\0');
      if (row->verdict == TD_LAW_PASS)
        g_assert_cmpstr (row->remedy, ==, "");
      if (one->why != NULL)
        g_assert_cmpstr (why, ==, one->why);
    }
}

static void
collect_types (const GPtrArray *conditions, guint *types)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *condition = g_ptr_array_index (conditions, i);

      *types |= 1u << condition->type;
      if (condition->type == TD_CONDITION_ANY)
        for (guint j = 0; j < condition->alternatives->len; j++)
          collect_types (
              ((TdLawAlternative *) g_ptr_array_index (condition->alternatives, j))->conditions,
              types);
    }
}

/* Every type has a case that passes, fails, stands on the limit and cannot be told; and the packs use
 * no type that has none. `any` has its own test. */
static void
test_types_are_covered (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  guint covered[N_POINTS] = { 0 }, all = (1u << TD_N_CONDITION_TYPES) - 1, used = 0;

  for (guint i = 0; i < G_N_ELEMENTS (type_cases); i++)
    covered[type_cases[i].point] |= 1u << type_cases[i].type;
  /* A leader or not: a yes or no has no limit to stand on. */
  covered[LIMIT] |= 1u << TD_CONDITION_DIRECT_WORKER;
  for (guint i = 0; i < N_POINTS; i++)
    g_assert_cmphex (covered[i] | 1u << TD_CONDITION_ANY, ==, all);
  for (guint i = 0; i < td_law_library_get_count (library); i++)
    {
      const TdLawPack *pack = td_law_library_get (library, i);

      for (guint j = 0; j < td_law_pack_get_n_awards (pack); j++)
        collect_types (td_law_pack_get_award (pack, j)->conditions, &used);
    }
  g_assert_cmphex (used & ~all, ==, 0);
  g_assert_cmphex (used & (1u << TD_CONDITION_ANY), !=, 0);
}

/* --- any one of ------------------------------------------------------------------------------- */

#define ALTERNATIVE(id, conditions)                                                                \
  "{ \"id\": \"" id "\", \"clause\": \"Điểm " id                                                   \
  "\", \"words\": \"Cách\", FACT, \"conditions\": [ " conditions " ] }"
#define RANK_1                                                                                     \
  "{ \"id\": \"hang\", \"type\": \"rank-at-most\", \"rank\": 1, \"clause\": \"c\", \"words\": "    \
  "\"w\", "                                                                                        \
  "FACT }"
#define LEVEL                                                                                      \
  "{ \"id\": \"cap\", \"type\": \"movement-launched-by\", \"levels\": [ \"tinh\" ], \"clause\": "  \
  "\"c\", \"words\": \"w\", FACT }"
#define ANY(alternatives)                                                                          \
  "{ \"id\": \"mot\", \"type\": \"any\", \"clause\": \"Khoản 1\", \"words\": \"Một trong\", "  \
  "FACT, "                                                                                         \
  "\"alternatives\": [ " alternatives " ] }"

typedef struct
{
  const char *alternatives;
  void (*prepare) (Case *self);
  TdLawVerdict any;
  TdLawVerdict a;
  const char *evidence;
} AnyCase;

PREPARE (first_by_city, total_92 (self); by_city (self);)
PREPARE (third_by_city, total_8499 (self); by_city (self);)
PREPARE (third_unknown, total_8499 (self);)

static void
test_any (void)
{
  static const AnyCase cases[] = {
    /* One passes: pass, whatever the other. */
    { ALTERNATIVE ("a", LEVEL) ", " ALTERNATIVE ("b", RANK_1), first_by_city, TD_LAW_PASS,
      TD_LAW_FAIL, "fulfilled by: Điểm b" },
    /* All fail: fail. */
    { ALTERNATIVE ("a", LEVEL) ", " ALTERNATIVE ("b", RANK_1), third_by_city, TD_LAW_FAIL,
      TD_LAW_FAIL, "none of the clauses is fulfilled" },
    /* One fails, one cannot be told: unknown. */
    { ALTERNATIVE ("a", LEVEL) ", " ALTERNATIVE ("b", RANK_1), third_unknown, TD_LAW_UNKNOWN,
      TD_LAW_UNKNOWN, "no clause is fulfilled, and of some it cannot be told" },
    /* A clause that no figure decides is unknown, beside one that fails. */
    { ALTERNATIVE ("a", "") ", " ALTERNATIVE ("b", LEVEL), by_city, TD_LAW_UNKNOWN, TD_LAW_UNKNOWN,
      "no clause is fulfilled, and of some it cannot be told" },
    /* Within an alternative all are asked for. */
    { ALTERNATIVE ("a", LEVEL ", " RANK_1), first_by_city, TD_LAW_FAIL, TD_LAW_FAIL,
      "none of the clauses is fulfilled" },
    /* One inside the other. */
    { ALTERNATIVE ("a", ANY (ALTERNATIVE ("x", LEVEL) ", " ALTERNATIVE ("y", RANK_1))),
      first_by_city, TD_LAW_PASS, TD_LAW_PASS, "fulfilled by: Điểm a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *condition =
          g_strdup_printf ("{ \"id\": \"any\", \"type\": \"any\", \"clause\": \"Khoản 1\", "
                           "\"words\": \"Một trong\", "
                           "FACT, \"alternatives\": [ %s ] }",
                           cases[i].alternatives);
      g_autoptr (TdLawPack) pack = fixture_pack ("collective", condition, NULL);
      g_autoptr (TdLawCheck) check = NULL;
      Case self;

      case_init (&self, TD_SUBJECT_COLLECTIVE, "thu");
      cases[i].prepare (&self);
      check = td_law_check_new (pack, &self.law_case);
      g_test_message ("%u", i);
      g_assert_cmpint (td_law_check_find (check, "any")->verdict, ==, cases[i].any);
      g_assert_cmpint (td_law_check_find (check, "any/a")->verdict, ==, cases[i].a);
      g_assert_cmpstr (td_law_check_find (check, "any")->evidence, ==, cases[i].evidence);
      g_assert_cmpint (check->verdict, ==, cases[i].any);
      g_assert_true (td_law_check_find (check, "any")->needed);
      g_assert_false (td_law_check_find (check, "any/a")->needed);
      g_assert_cmpuint (td_law_check_find (check, "any/a")->level, ==, 1);
    }
}

/* --- overrides -------------------------------------------------------------------------------- */

static void
test_overrides (void)
{
  static const struct
  {
    const char *condition, *who, *why;
    gboolean may_go_on;
    const char *ignored;
  } cases[] = {
    { "any", "Chủ tịch Hội đồng", "Được tỉnh đồng ý", TRUE, NULL },
    { "any/a", "Chủ tịch Hội đồng", "Đóng góp lớn, có xác nhận", TRUE, NULL },
    { "any/b/cap", "Chủ tịch Hội đồng", "Phong trào hưởng ứng của tỉnh", TRUE, NULL },
    { "any", "", "Vì sao", FALSE, "the override of “any” does not say who decided it" },
    { "any", "Ai", "", FALSE, "the override of “any” gives no reason" },
    { "khac", "Ai", "Vì sao", FALSE, "there is no condition “khac” to override" },
  };
  g_autoptr (TdLawPack) pack = fixture_pack (
      "collective",
      "{ \"id\": \"any\", \"type\": \"any\", \"clause\": \"Khoản 1\", \"words\": \"Một trong\", "
      "FACT, "
      "\"alternatives\": [ " ALTERNATIVE ("a", "") ", " ALTERNATIVE ("b", LEVEL) " ] }",
      NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdLawCheck) check = NULL;
      const TdLawCheckRow *row;
      Case self;

      case_init (&self, TD_SUBJECT_COLLECTIVE, "thu");
      by_city (&self);
      add_override (&self, cases[i].condition, cases[i].who, cases[i].why);
      /* Those of another nomination are none of its business. */
      self.overrides[self.law_case.n_overrides++] =
          (TdLawOverride){ "N9", "any", "Ai", "Vì sao", 0 };
      check = td_law_check_new (pack, &self.law_case);
      g_test_message ("%u", i);
      /* The verdict stays what the records give. */
      g_assert_cmpint (check->verdict, ==, TD_LAW_UNKNOWN);
      g_assert_cmpint (check->may_go_on, ==, cases[i].may_go_on);
      g_assert_cmpuint (check->n_overridden, ==, cases[i].may_go_on ? 1 : 0);
      g_assert_cmpuint (check->ignored->len, ==, cases[i].ignored != NULL ? 1 : 0);
      if (cases[i].ignored != NULL)
        g_assert_cmpstr (g_ptr_array_index (check->ignored, 0), ==, cases[i].ignored);
      if (!cases[i].may_go_on)
        continue;
      row = td_law_check_find (check, cases[i].condition);
      g_assert_true (row->is_overridden);
      g_assert_cmpstr (row->who, ==, cases[i].who);
      g_assert_cmpstr (row->why, ==, cases[i].why);
      g_assert_true (td_law_check_find (check, "any")->clears);
    }
}

/* --- awards and nominees that do not fit ------------------------------------------------------ */

static void
test_misfits (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  g_autoptr (TdLawCheck) check = NULL, wrong = NULL;
  Case self;

  /* There is no city's giấy khen under the pack of July 2025. */
  case_init (&self, TD_SUBJECT_COLLECTIVE, "gk-tp-tt");
  check = td_law_check_new (td_law_library_find (library, "nd152-2025"), &self.law_case);
  g_assert_cmpuint (check->rows->len, ==, 1);
  g_assert_cmpint (td_law_check_find (check, "award")->verdict, ==, TD_LAW_UNKNOWN);
  g_assert_false (check->may_go_on);

  case_init (&self, TD_SUBJECT_INDIVIDUAL, "gk-tp-tt");
  wrong = td_law_check_new (td_law_library_find (library, "nd98-2023"), &self.law_case);
  g_assert_cmpint (td_law_check_find (wrong, "subject")->verdict, ==, TD_LAW_FAIL);
  g_assert_cmpint (wrong->verdict, ==, TD_LAW_FAIL);
}

/* --- the law's own traps ----------------------------------------------------------------------- */

/* A year's movement of the city, whose best ward is proposed: all registers are kept. */
static void
trap_init (Case *self, TdSubject subject, const char *award)
{
  case_init (self, subject, award);
  set_score (self, "95", 1, FALSE, 2, 10, 10);
  by_city (self);
  disciplines_clean (self);
  achievement (self);
  self->nominee.knows_initiatives = TRUE;
  self->nominee.leader = TD_NO;
}

typedef struct
{
  const char *award;
  TdSubject subject;
  void (*prepare) (Case *self);
  const char *condition;
  TdLawVerdict verdict;
  const char *says; /* part of what the row says */
  TdLawVerdict overall;
} TrapCase;

PREPARE (province_3_years, by_province (self); years_3 (self); self->movement.decision = NULL;)
PREPARE (province_1_year, by_province (self);)
PREPARE (cstdcs_twice, add_award (self, "cstdcs", "2023-12-28", "QĐ 1", NULL);
         add_award (self, "cstdcs", "2024-12-15", "QĐ 2", NULL);)
PREPARE (same_achievement,
         add_other (self, "N2", "bk-tinh-tt", "cchc-2024", TD_NOMINATION_PROPOSED);)
PREPARE (own_award_granted, self->law_case.decision = "QĐ 500/QĐ-UBND";
         add_award (self, "gk-tp-tt", "2024-12-20", "QĐ 500/QĐ-UBND", "cchc-2024");)
PREPARE (people_7_of_10, add_award (self, "htxsnv", "2024-12-01", "QĐ 8", NULL);
         set_people (self, 10, "ldtt", 7); people_clean (self);)
PREPARE (people_6_of_10, people_7_of_10 (self); self->people[0].count = 6;)
PREPARE (cstdcs_3_and_initiative, running_3 (self);
         add_initiative (self, TD_INITIATIVE_TINH, "2024-05-05", "QĐ 11");)
PREPARE (cstdcs_3_city_initiative, running_3 (self);
         add_initiative (self, TD_INITIATIVE_THANH_PHO, "2024-05-05", "QĐ 11");)

static void
test_traps (void)
{
  static const TrapCase cases[] = {
    /* A province's flag for a movement of one year (Điều 26 khoản 2): too short, and of the city. */
    { "co-tinh", TD_SUBJECT_COLLECTIVE, nothing, "thoi-gian", TD_LAW_FAIL,
      "to pass: a movement that runs at least to 31/12/2026; this one is too short for the award",
      TD_LAW_FAIL },
    { "co-tinh", TD_SUBJECT_COLLECTIVE, nothing, "phat-dong", TD_LAW_FAIL,
      "the movement was launched at: city level", TD_LAW_FAIL },
    { "co-tinh", TD_SUBJECT_COLLECTIVE, province_1_year, "thoi-gian", TD_LAW_FAIL, "too short",
      TD_LAW_FAIL },
    { "co-tinh", TD_SUBJECT_COLLECTIVE, province_3_years, "thoi-gian", TD_LAW_PASS,
      "from 01/01/2022 to 31/12/2024", TD_LAW_PASS },
    /* A person's Bằng khen of the province on the movement clause, when the city launched it. */
    { "bk-tinh-cn", TD_SUBJECT_INDIVIDUAL, nothing, "tieu-chuan/a/phong-trao", TD_LAW_FAIL,
      "the clause takes only movements launched at: province level, ministry or central agency",
      TD_LAW_UNKNOWN },
    { "bk-tinh-cn", TD_SUBJECT_INDIVIDUAL, nothing, "tieu-chuan/a", TD_LAW_FAIL, "",
      TD_LAW_UNKNOWN },
    { "bk-tinh-cn", TD_SUBJECT_INDIVIDUAL, province_1_year, "tieu-chuan/a", TD_LAW_PASS, "",
      TD_LAW_PASS },
    { "bk-tinh-cn", TD_SUBJECT_INDIVIDUAL, cstdcs_twice, "tieu-chuan", TD_LAW_PASS,
      "Luật Điều 74 khoản 1 điểm d", TD_LAW_PASS },
    /* For a collective the city's movement is good enough (khoản 3 điểm a). */
    { "bk-tinh-tt", TD_SUBJECT_COLLECTIVE, nothing, "tieu-chuan/a", TD_LAW_PASS, "", TD_LAW_PASS },
    /* Two awards for one achievement (Điều 5). */
    { "gk-tp-tt", TD_SUBJECT_COLLECTIVE, same_achievement, "mot-thanh-tich", TD_LAW_FAIL,
      "“Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh” is proposed for the same achievement",
      TD_LAW_FAIL },
    { "bk-tinh-tt", TD_SUBJECT_COLLECTIVE, given_before, "mot-thanh-tich", TD_LAW_FAIL, "QĐ 99",
      TD_LAW_FAIL },
    /* The award that this nomination led to is not a second one. */
    { "gk-tp-tt", TD_SUBJECT_COLLECTIVE, own_award_granted, "mot-thanh-tich", TD_LAW_PASS, "",
      TD_LAW_UNKNOWN },
    /* A nominee under discipline (Điều 4 of the decree). */
    { "bk-tinh-tt", TD_SUBJECT_COLLECTIVE, discipline_now, "ky-luat", TD_LAW_FAIL,
      "Khiển trách from 01/06/2024 to 31/05/2025", TD_LAW_FAIL },
    { "bk-tinh-tt", TD_SUBJECT_COLLECTIVE, investigated, "ky-luat", TD_LAW_FAIL, "not closed",
      TD_LAW_FAIL },
    /* Giấy khen: the criteria are the province's to make, so that nobody passes by the law alone. */
    { "gk-tp-tt", TD_SUBJECT_COLLECTIVE, nothing, "tieu-chuan/quy-dinh", TD_LAW_UNKNOWN,
      "no figure decides this clause", TD_LAW_UNKNOWN },
    /* Tập thể lao động tiên tiến: 70 % to the person (Điều 28). */
    { "ttldtt", TD_SUBJECT_COLLECTIVE, people_7_of_10, "ty-le", TD_LAW_PASS,
      "“Lao động tiên tiến”: 7 people of 10; asked for: 7", TD_LAW_PASS },
    { "ttldtt", TD_SUBJECT_COLLECTIVE, people_6_of_10, "ty-le", TD_LAW_FAIL,
      "people still needed: 1", TD_LAW_FAIL },
    /* Chiến sĩ thi đua cấp tỉnh: three times running, and an initiative of the province. */
    { "cstd-tinh", TD_SUBJECT_INDIVIDUAL, cstdcs_3_and_initiative, "ba-lan", TD_LAW_PASS,
      "Chiến sĩ thi đua cơ sở: QĐ 1, 28/12/2022", TD_LAW_PASS },
    { "cstd-tinh", TD_SUBJECT_INDIVIDUAL, cstdcs_3_city_initiative, "sang-kien/sang-kien",
      TD_LAW_FAIL, "", TD_LAW_UNKNOWN },
    { "cstd-tinh", TD_SUBJECT_INDIVIDUAL, running_gap, "ba-lan", TD_LAW_FAIL, "3 times running",
      TD_LAW_FAIL },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TrapCase *one = &cases[i];
      g_autoptr (TdLawCheck) check = NULL;
      const TdLawCheckRow *row;
      g_autofree char *why = NULL;
      Case self;

      trap_init (&self, one->subject, one->award);
      one->prepare (&self);
      check = td_law_check_new (pack, &self.law_case);
      row = td_law_check_find (check, one->condition);
      g_assert_nonnull (row);
      why = td_law_check_row_dup_why (row);
      g_test_message ("%u %s %s: %s", i, one->award, one->condition, why);
      g_assert_cmpint (row->verdict, ==, one->verdict);
      g_assert_nonnull (strstr (why, one->says));
      g_assert_cmpint (check->verdict, ==, one->overall);
      g_assert_cmpint (check->may_go_on, ==, one->overall == TD_LAW_PASS);
    }
}

/* Each award of each pack gives a card with all its conditions, whatever is not known. */
static void
test_empty_cases (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();

  for (guint i = 0; i < td_law_library_get_count (library); i++)
    {
      const TdLawPack *pack = td_law_library_get (library, i);

      for (guint j = 0; j < td_law_pack_get_n_awards (pack); j++)
        {
          const TdLawAward *award = td_law_pack_get_award (pack, j);
          TdLawNominee nominee = { .subject = award->subject, .code = "X", .name = "X" };
          TdLawCase bare = { .nomination = "N", .award = award->code, .nominee = &nominee };
          g_autoptr (TdLawCheck) check = td_law_check_new (pack, &bare);

          g_assert_cmpuint (check->rows->len, >=, award->conditions->len);
          g_assert_cmpint (check->verdict, ==, TD_LAW_UNKNOWN);
          g_assert_false (check->may_go_on);
          for (guint k = 0; k < check->rows->len; k++)
            {
              const TdLawCheckRow *row = g_ptr_array_index (check->rows, k);

              g_assert_cmpint (row->verdict, ==, TD_LAW_UNKNOWN);
              g_assert_cmpint (*row->clause, !=, '\0');
              g_assert_cmpint (*row->words, !=, '\0');
              g_assert_cmpint (*row->evidence, !=, '\0');
              g_assert_cmpint (*row->source, !=, '\0');
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law-check/types", test_types);
  g_test_add_func ("/law-check/types-are-covered", test_types_are_covered);
  g_test_add_func ("/law-check/any", test_any);
  g_test_add_func ("/law-check/overrides", test_overrides);
  g_test_add_func ("/law-check/misfits", test_misfits);
  g_test_add_func ("/law-check/traps", test_traps);
  g_test_add_func ("/law-check/empty-cases", test_empty_cases);
  return g_test_run ();
}
