/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Law packs: those of the program, an office's own on top, which holds when, and what is refused. */
#include <string.h>

#include "base/td-date.h"
#include "fixture.h"

/* AWARDS.md names the awards; coefficients in hundredths; titles' are of
 * Điều 54 of Nghị định 98/2023/NĐ-CP. */
typedef struct
{
  const char *code;
  const char *kind, *level, *subject;
  gint64 coefficient;
  gboolean is_money_verified;
} AwardCase;

static const AwardCase nd98[] = {
  { "gk-xa-tt", "form", "xa", "collective", 30, FALSE },
  { "gk-xa-cn", "form", "xa", "individual", 15, FALSE },
  { "gk-tp-tt", "form", "thanh-pho", "collective", 60, FALSE },
  { "gk-tp-cn", "form", "thanh-pho", "individual", 30, FALSE },
  { "bk-tinh-tt", "form", "tinh", "collective", 300, FALSE },
  { "bk-tinh-cn", "form", "tinh", "individual", 150, FALSE },
  { "co-tinh", "title", "tinh", "collective", 800, TRUE },
  { "bk-ttg-tt", "form", "trung-uong", "collective", 700, FALSE },
  { "bk-ttg-cn", "form", "trung-uong", "individual", 350, FALSE },
  { "co-cp", "title", "trung-uong", "collective", 1200, TRUE },
  { "ldtt", "title", "xa", "individual", 30, TRUE },
  { "cstdcs", "title", "thanh-pho", "individual", 100, TRUE },
  { "cstd-tinh", "title", "tinh", "individual", 300, TRUE },
  { "cstdtq", "title", "trung-uong", "individual", 450, TRUE },
  { "ttldtt", "title", "thanh-pho", "collective", 80, TRUE },
  { "ttldxs", "title", "tinh", "collective", 150, TRUE },
  { "xa-tieu-bieu", "title", "tinh", "collective", 200, TRUE },
  { "thon-van-hoa", "title", "thanh-pho", "collective", 150, TRUE },
};

static void
test_builtin_awards (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");
  const TdLawPack *later = td_law_library_find (library, "nd152-2025");

  g_assert_nonnull (pack);
  g_assert_nonnull (later);
  g_assert_cmpuint (td_law_pack_get_n_awards (pack), ==, G_N_ELEMENTS (nd98));
  for (guint i = 0; i < G_N_ELEMENTS (nd98); i++)
    {
      const AwardCase *one = &nd98[i];
      const TdLawAward *award = td_law_pack_find_award (pack, one->code);

      g_test_message ("%s", one->code);
      g_assert_nonnull (award);
      g_assert_cmpstr (td_award_kind_code (award->kind), ==, one->kind);
      g_assert_cmpstr (td_law_level_code (award->level), ==, one->level);
      g_assert_cmpstr (td_subject_code (award->subject), ==, one->subject);
      g_assert_cmpint (award->coefficient, ==, one->coefficient);
      g_assert_cmpint (award->money_fact.verified, ==, one->is_money_verified);
      /* There is no district after 30 June 2025, and nobody to give its giấy khen. */
      if (g_str_has_prefix (one->code, "gk-tp"))
        g_assert_null (td_law_pack_find_award (later, one->code));
      else
        g_assert_cmpint (td_law_pack_find_award (later, one->code)->coefficient, ==,
                         one->coefficient);
    }
  g_assert_cmpuint (td_law_pack_get_n_awards (later), ==, G_N_ELEMENTS (nd98) - 2);
  g_assert_null (td_law_pack_find_award (pack, "khong-co"));
}

/* Vote shares: 90 % and 80 % of all members; where the law leaves them to the province, none. */
static void
test_builtin_votes (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");
  const TdLawAward *award = td_law_pack_find_award (pack, "bk-ttg-tt");

  g_assert_true (award->has_vote);
  g_assert_cmpint (award->vote_base, ==, TD_VOTE_OF_MEMBERS);
  g_assert_true (award->vote_fact.verified);
  g_assert_cmpuint (td_share_needed (&award->vote, 9), ==, 8); /* 7,2 */
  award = td_law_pack_find_award (pack, "cstd-tinh");
  g_assert_cmpuint (td_share_needed (&award->vote, 9), ==, 9);   /* 8,1 */
  g_assert_cmpuint (td_share_needed (&award->vote, 10), ==, 9);  /* exactly 9 */
  g_assert_cmpuint (td_share_needed (&award->vote, 13), ==, 12); /* 11,7 */
  g_assert_false (award->vote_fact.verified);
  g_assert_false (td_law_pack_find_award (pack, "gk-tp-cn")->has_vote);
  g_assert_false (td_law_pack_find_award (pack, "bk-tinh-tt")->has_vote);
  g_assert_true (award->has_quorum);
  g_assert_false (award->quorum_fact.verified);
  g_assert_cmpuint (td_share_needed (&award->quorum, 9), ==, 6);
}

/* Luật Điều 11 khoản 4: whoever signs pays, but for the Government the proposing province does. */
static void
test_payers (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");
  static const struct
  {
    const char *award, *payer;
  } cases[] = {
    { "gk-xa-cn", "xa" },    { "gk-tp-tt", "thanh-pho" }, { "bk-tinh-tt", "tinh" },
    { "bk-ttg-cn", "tinh" }, { "co-cp", "tinh" },         { "cstdtq", "tinh" },
    { "ldtt", "xa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (
        td_law_level_code (td_law_award_get_payer (td_law_pack_find_award (pack, cases[i].award))),
        ==, cases[i].payer);
}

static void
check_conditions (const GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *condition = g_ptr_array_index (conditions, i);

      g_assert_nonnull (condition->clause);
      g_assert_nonnull (condition->words);
      g_assert_nonnull (condition->fact.source);
      if (condition->type == TD_CONDITION_ANY)
        for (guint j = 0; j < condition->alternatives->len; j++)
          {
            const TdLawAlternative *one = g_ptr_array_index (condition->alternatives, j);

            g_assert_nonnull (one->fact.source);
            check_conditions (one->conditions);
          }
    }
}

/* Every fact has its source, and what is only remembered is nowhere called verified. */
static void
test_facts (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  guint n_unverified = 0;

  for (guint i = 0; i < td_law_library_get_count (library); i++)
    {
      const TdLawPack *pack = td_law_library_get (library, i);

      for (guint j = 0; j < td_law_pack_get_n_awards (pack); j++)
        {
          const TdLawAward *award = td_law_pack_get_award (pack, j);
          const TdLawFact *facts[] = {
            &award->fact,       &award->decider_fact, &award->form_fact,
            &award->money_fact, &award->quorum_fact,  &award->vote_fact
          };
          guint n = G_N_ELEMENTS (facts) - (award->has_vote ? 0 : 1);

          for (guint k = 0; k < n; k++)
            {
              g_assert_nonnull (facts[k]->source);
              n_unverified += !facts[k]->verified;
              if (strstr (facts[k]->source, "trí nhớ") != NULL
                  || strstr (facts[k]->source, "chưa đối chiếu") != NULL)
                g_assert_false (facts[k]->verified);
            }
          check_conditions (award->conditions);
          /* Luật Điều 84: a proposal, a report and minutes are in every dossier. */
          g_assert_cmpuint (award->papers->len, >=, 3);
        }
    }
  g_assert_cmpuint (n_unverified, >, 0);
}

/* --- which pack holds ------------------------------------------------------------------------- */

typedef struct
{
  const char *law_pack, *summed_up_on, *decided_on;
  const char *pack;     /* NULL: it cannot be told */
  const char *question; /* part of it; NULL: none */
} ChoiceCase;

static void
test_choice (void)
{
  static const ChoiceCase cases[] = {
    { "", "2024-12-20", "", "nd98-2023", NULL },
    { "", "", "2024-01-01", "nd98-2023", NULL },
    { "", "", "2025-06-30", "nd98-2023", NULL },
    { "", "", "2025-07-01", "nd152-2025", NULL },
    { "", "2025-07-01", "2025-07-20", "nd152-2025", NULL },
    /* Two dates, two regimes: a question, no guess. */
    { "", "2025-06-20", "2025-07-05", NULL,
      "Summed up under “nd98-2023”, decided under “nd152-2025”" },
    { "nd98-2023", "2025-06-20", "2025-07-05", "nd98-2023", "not in force on 05/07/2025" },
    { "nd152-2025", "2025-06-20", "2025-07-05", "nd152-2025", NULL },
    { "", "", "", NULL, "neither a date of summing up nor of decision" },
    { "", "2023-12-31", "", NULL, "No law pack at hand is in force on 31/12/2023" },
    { "", "", "2027-03-01", NULL, "No law pack at hand is in force on 01/03/2027" },
    { "quy-dinh", "", "2024-05-05", NULL, "names the law pack “quy-dinh”, which is not here" },
    { "nd98-2023", "", "", "nd98-2023", NULL },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ChoiceCase *one = &cases[i];
      g_autofree char *question = NULL;
      const TdLawPack *pack =
          td_law_library_choose (library, one->law_pack, fixture_date (one->summed_up_on),
                                 fixture_date (one->decided_on), &question);

      g_test_message ("%u %s", i, question != NULL ? question : "");
      g_assert_cmpstr (pack != NULL ? td_law_pack_get_id (pack) : NULL, ==, one->pack);
      if (one->question == NULL)
        g_assert_null (question);
      else
        g_assert_nonnull (strstr (question, one->question));
      /* The question may be left unasked. */
      g_assert_true (td_law_library_choose (library, one->law_pack,
                                            fixture_date (one->summed_up_on),
                                            fixture_date (one->decided_on), NULL)
                     == pack);
    }
}

static gboolean
add_text (TdLawLibrary *library, const char *text, TdProblems *problems)
{
  return td_law_library_add (library, "riêng.json", text, strlen (text), problems);
}

/* A gap between two regimes is told, an overlap refused. */
static void
test_gaps_and_overlaps (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *plain = fixture_pack_text ("collective", "", NULL);
  g_autofree char *overlap = NULL, *later = NULL, *words = NULL;

  td_law_library_check (library, problems);
  g_assert_cmpuint (td_problems_get_count (problems), ==, 0);
  overlap = fixture_replace (plain, "\"from\": \"2024-01-01\"", "\"from\": \"2027-02-28\"");
  g_assert_false (add_text (library, overlap, problems));
  later = fixture_replace (plain, "\"from\": \"2024-01-01\"", "\"from\": \"2027-04-01\"");
  g_assert_true (add_text (library, later, problems));
  g_assert_false (add_text (library, later, problems)); /* the id is taken */
  td_law_library_check (library, problems);
  words = td_problems_to_string (problems);
  g_assert_cmpstr (
      words, ==,
      "riêng.json: in_force: “nd152-2025” is in force at the same time; of two regimes "
      "only one can hold\n"
      "riêng.json: id: there is a pack “thu” already\n"
      "nd152-2025: no law pack is in force from 01/03/2027 to 31/03/2027\n");
}

/* Base salaries by day; the two packs say the same where both say something. */
static void
test_salaries (void)
{
  static const struct
  {
    const char *date;
    gint64 amount; /* 0: not known */
  } cases[] = {
    { "2023-06-30", 0 },       { "2023-07-01", 1800000 },
    { "2024-06-30", 1800000 }, { "2024-07-01", 2340000 },
    { "2024-12-31", 2340000 }, { "2025-07-01", 2340000 },
    { "2026-06-30", 2340000 }, { "2026-07-01", 2530000 },
    { "2026-11-23", 2530000 }, { "", 0 },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdDate date = fixture_date (cases[i].date);
      const TdBaseSalary *salary = td_law_library_find_salary (library, date);

      g_assert_cmpint (salary != NULL ? salary->amount : 0, ==, cases[i].amount);
      for (guint j = 0; j < td_law_library_get_count (library); j++)
        {
          const TdBaseSalary *own = td_law_pack_find_salary (td_law_library_get (library, j), date);

          if (own != NULL)
            g_assert_cmpint (own->amount, ==, cases[i].amount);
        }
    }
}

/* --- an office's own pack --------------------------------------------------------------------- */

#define OWN(awards)                                                                                \
  "{ \"format\": \"thidua-law-pack/1\", \"id\": \"rieng\", \"title\": \"Riêng\", "                \
  "\"extends\": \"nd98-2023\",\n"                                                                  \
  "  \"sources\": { \"s\": \"Quy định riêng\" },\n"                                            \
  "  \"awards\": [ " awards " ] }"
#define FACT "\"source\": \"s\", \"verified\": false"

static void
test_layers (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  const TdLawPack *base = td_law_library_find (library, "nd98-2023"), *own;
  const TdLawAward *below, *award;
  const TdLawCondition *condition;
  g_autofree char *words = NULL;

  g_assert_true (add_text (
      library,
      OWN ("{ \"code\": \"gk-tp-cn\", \"money\": { \"coefficient\": 40, " FACT " },\n"
           "  \"vote\": { \"share\": { \"num\": 3, \"den\": 4 }, \"of\": \"present\", " FACT " },\n"
           "  \"conditions\": [ { \"id\": \"tieu-chuan\", \"drop\": true, " FACT " },\n"
           "    { \"id\": \"ky-luat\", \"type\": \"no-discipline\", \"clause\": \"Mục 3\", "
           "\"words\": "
           "\"Không bị kỷ luật\", " FACT " },\n"
           "    { \"id\": \"diem\", \"type\": \"total-at-least\", \"at_least\": \"84.5\", "
           "\"clause\": "
           "\"Mục 4\", \"words\": \"Từ 84,5 điểm\", " FACT " } ] }"),
      problems));
  words = td_problems_to_string (problems);
  g_assert_cmpstr (words, ==, "");
  own = td_law_library_find (library, "rieng");
  g_assert_true (td_law_pack_get_base (own) == base);
  g_assert_cmpint (td_law_pack_get_from (own), ==, td_law_pack_get_from (base));
  g_assert_cmpuint (td_law_pack_get_n_awards (own), ==, td_law_pack_get_n_awards (base));
  g_assert_nonnull (td_law_pack_find_salary (own, fixture_date ("2024-08-01")));

  below = td_law_pack_find_award (base, "gk-tp-cn");
  award = td_law_pack_find_award (own, "gk-tp-cn");
  g_assert_cmpstr (award->title, ==, below->title);
  g_assert_true (award->papers == below->papers);
  g_assert_cmpint (below->coefficient, ==, 30);
  g_assert_cmpint (award->coefficient, ==, 40);
  g_assert_cmpint (award->vote_base, ==, TD_VOTE_OF_PRESENT);
  g_assert_false (below->has_vote);
  g_assert_true (award->has_quorum);
  /* mot-thanh-tich stays, ky-luat is replaced, tieu-chuan is gone, diem is new. */
  g_assert_cmpuint (below->conditions->len, ==, 3);
  g_assert_cmpuint (award->conditions->len, ==, 3);
  g_assert_true (g_ptr_array_index (award->conditions, 0)
                 == g_ptr_array_index (below->conditions, 0));
  condition = g_ptr_array_index (award->conditions, 1);
  g_assert_cmpstr (condition->clause, ==, "Mục 3");
  g_assert_cmpstr (condition->fact.source, ==, "Quy định riêng");
  condition = g_ptr_array_index (award->conditions, 2);
  g_assert_cmpint (condition->at_least, ==, 845000);
  /* Other awards are the base's own. */
  g_assert_true (td_law_pack_find_award (own, "co-tinh")
                 == td_law_pack_find_award (base, "co-tinh"));
  /* It holds only where a round names it. */
  g_assert_true (
      td_law_library_choose (library, "", TD_DATE_NONE, fixture_date ("2024-12-20"), NULL) == base);
  g_assert_true (
      td_law_library_choose (library, "rieng", TD_DATE_NONE, fixture_date ("2024-12-20"), NULL)
      == own);
}

/* The template for an office's own pack is itself one. */
static void
test_example (void)
{
  g_autoptr (TdLawLibrary) library = fixture_library ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GBytes) bytes = td_law_library_load_example ();
  g_autofree char *words = NULL;
  const TdLawAward *award;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  td_law_library_add (library, "vi-du-don-vi.json", data, length, problems);
  words = td_problems_to_string (problems);
  g_assert_cmpstr (words, ==, "");
  award = td_law_pack_find_award (td_law_library_find (library, "vi-du-don-vi"), "gk-tp-tt");
  g_assert_true (award->has_vote && award->vote.more_than);
  g_assert_false (award->vote_fact.verified);
}

/* --- what is refused -------------------------------------------------------------------------- */

typedef struct
{
  const char *from, *to; /* what is changed in the text of a right pack */
  const char *problem;   /* a whole line of what is told */
} FaultCase;

static const FaultCase faults[] = {
  { "\"share\": { \"num\": 2, \"den\": 3 }", "\"share\": { \"num\": 4, \"den\": 3 }",
    "thu.json: awards[0].conditions[1].share: the share is more than all" },
  { "\"share\": { \"num\": 2, \"den\": 3 }", "\"share\": \"2/3\"",
    "thu.json: awards[0].conditions[1].share: an object { … } is expected here" },
  { "\"share\": { \"num\": 2, \"den\": 3 }", "\"share\": { \"num\": 2, \"den\": 0 }",
    "thu.json: awards[0].conditions[1].share.den: the number must lie between 1 and 1000000" },
  { "\"share\": { \"num\": 2, \"den\": 3 }", "\"share\": { \"num\": true, \"den\": 3 }",
    "thu.json: awards[0].conditions[1].share.num: a whole number is expected here" },
  { "\"share\": { \"num\": 2, \"den\": 3 }", "\"share\": { \"num\": 0.5, \"den\": 3 }",
    "thu.json: line 12: numbers are whole; write a decimal as text, \"84.5\"" },
  { "\"at_least\": \"84.5\"", "\"at_least\": \"84,5\"",
    "thu.json: awards[0].conditions[0].at_least: “84,5” is not a number written like 1234.5" },
  { "\"at_least\": \"84.5\"", "\"at_least\": -1",
    "thu.json: awards[0].conditions[0].at_least: the number must lie between 0 and 1000000" },
  { "\"at_least\": \"84.5\"", "\"at_least\": \"-1\"",
    "thu.json: awards[0].conditions[0].at_least: the number may not be below 0" },
  { "\"at_least\": \"84.5\"", "\"rank\": 1",
    "thu.json: awards[0].conditions[0].rank: no such member is known here; known are: id type "
    "clause "
    "words source verified at_least" },
  { "\"total-at-least\"", "\"formula\"",
    "thu.json: awards[0].conditions[0].type: “formula” is not one of the words known here" },
  { "\"id\": \"b\"", "\"id\": \"a\"",
    "thu.json: awards[0].conditions[1].id: “a” is used twice in this list" },
  { "\"id\": \"b\"", "\"id\": \"B!\"",
    "thu.json: awards[0].conditions[1].id: a code has at most 40 small letters, digits and "
    "hyphens, "
    "and no hyphen first" },
  { "\"source\": \"s\", \"verified\": true", "\"source\": \"t\", \"verified\": true",
    "thu.json: awards[0].decider.source: “t” is not among the file's sources" },
  { "\"source\": \"s\", \"verified\": true", "\"source\": \"s\"",
    "thu.json: awards[0].decider.verified: say true or false: was it read in a copy of the "
    "source?" },
  { "\"source\": \"s\", \"verified\": true", "\"source\": \"s\", \"verified\": \"yes\"",
    "thu.json: awards[0].decider.verified: true or false is expected here" },
  { "\"kind\": \"form\"", "\"kind\": \"medal\"",
    "thu.json: awards[0].kind: “medal” is not one of the words known here" },
  { "\"kind\": \"form\", ", "", "thu.json: thu.kind: the award does not say this" },
  { "\"level\": \"thanh-pho\"", "\"level\": 3",
    "thu.json: awards[0].level: a text in quotes is expected here" },
  { "\"judged\": []", "\"judged\": {}",
    "thu.json: awards[0].judged: a list [ … ] is expected here" },
  { "\"judged\": [], ", "", "thu.json: thu.judged: the award does not say this" },
  { "\"vote\": null",
    "\"vote\": { \"share\": { \"num\": 1, \"den\": 2 }, \"of\": \"everybody\", "
    "\"source\": \"s\", \"verified\": true }",
    "thu.json: awards[0].vote.of: “everybody” is not one of the words known here" },
  { "\"money\": null", "\"money\": { \"coefficient\": 0, \"source\": \"s\", \"verified\": true }",
    "thu.json: awards[0].money.coefficient: the number must lie between 1 and 1000000" },
  { "\"title\": \"Thử\"", "\"title\": \"\"", "thu.json: title: the text may not be empty" },
  { "\"title\": \"Thử\"", "\"title\": \"Thử\", \"title\": \"Lại\"",
    "thu.json: the member “title” is given twice in one place" },
  { "\"title\": \"Thử\"", "\"title\": \"Thử\", \"owner\": \"tôi\"",
    "thu.json: owner: no such member is known here; known are: format id title extends in_force "
    "base_salary sources awards" },
  { "thidua-law-pack/1", "thidua-law-pack/2",
    "thu.json: format: this program reads the format “thidua-law-pack/1”, not "
    "“thidua-law-pack/2”" },
  { "\"in_force\": { \"from\": \"2024-01-01\"", "\"in_force\": { \"from\": \"31/02/2024\"",
    "thu.json: in_force.from: there is no such day as “31/02/2024”" },
  { "\"in_force\": { \"from\": \"2024-01-01\"",
    "\"in_force\": { \"from\": \"2024-01-01\", \"to\": \"2023-12-31\"",
    "thu.json: in_force: it ends before it begins" },
  { "\"base_salary\": [ ",
    "\"base_salary\": [ { \"from\": \"2023-01-01\", \"amount\": 9, \"source\": "
    "\"s\", \"verified\": true }, ",
    "thu.json: base_salary[1]: it overlaps the salary before it: put them in order and give “to”" },
  { "\"base_salary\": [ ",
    "\"base_salary\": [ { \"from\": \"2023-01-01\", \"to\": \"2023-12-30\", "
    "\"amount\": 9, \"source\": \"s\", \"verified\": true }, ",
    "thu.json: base_salary[1]: there are days without a base salary before it" },
  { "\"amount\": 1000000", "\"amount\": 99999999999",
    "thu.json: base_salary[0].amount: the number must lie between 1 and 1000000000" },
  { "\"amount\": 1000000", "\"amount\": 1234567890123456",
    "thu.json: line 3: a number has 1 to 15 digits" },
  { "\"amount\": 1000000", "\"amount\": 010", "thu.json: line 3: a number may not begin with 0" },
  { "\"coverage-at-least\"", "\"direct-worker\"",
    "thu.json: awards[0].conditions[1].share: no such member is known here; known are: id type "
    "clause "
    "words source verified" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"direct-worker\"", "thu.json: thu, b: only a person can be a direct worker" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"held-award\", \"awards\": [ \"x\" ], \"running\": true",
    "thu.json: awards[0].conditions[1]: once cannot be “running”: give times of 2 or more" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"held-award\", \"awards\": [ ]",
    "thu.json: awards[0].conditions[1].awards: a list [ … ] of 1 to 60 texts is expected here" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"movement-launched-by\", \"levels\": [ \"tinh\", \"huyen\" ]",
    "thu.json: awards[0].conditions[1].levels[1]: “huyen” is not one of the words known here" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"people-share-at-least\", \"has\": \"ldtt\"",
    "thu.json: awards[0].conditions[1]: give either share or people" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }",
    "\"type\": \"any\", \"alternatives\": [ ]",
    "thu.json: awards[0].conditions[1]: “any one of” needs alternatives" },
  { "\"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }, ", "\"drop\": true, ",
    "thu.json: awards[0].conditions[1].drop: only a pack on top of another can drop a condition of "
    "an "
    "award" },
  { "\n } ] }", "\n } ] ", "thu.json: line 14: a bracket is not closed" },
  { "\n } ] }", "\n } ] } }", "thu.json: line 14: “}” does not belong here" },
  { "\"Thử\"", "\"Thử", NULL },
  { "\"Thử\"", "Thử", "thu.json: line 1: this is not JSON" },
  { "\"Thử\"", "\"Th\\u1EED\", // thử",
    "thu.json: line 1: a value does not belong here; is a comma or a name missing?" },
};

static char *
right_text (void)
{
  return fixture_pack_text (
      "collective",
      "\n{ \"id\": \"a\", \"type\": \"total-at-least\", \"at_least\": \"84.5\", \"clause\": \"1\", "
      "\"words\": \"w\", FACT },\n"
      "{ \"id\": \"b\", \"type\": \"coverage-at-least\", \"share\": { \"num\": 2, \"den\": 3 }, "
      "\"clause\": \"2\", \"words\": \"w\", FACT }\n",
      "\"vote\": null, \"money\": null, \"quorum\": null\n");
}

static void
test_faults (void)
{
  g_autofree char *right = right_text ();
  g_autoptr (TdLawPack) pack = NULL;
  g_autoptr (TdProblems) none = td_problems_new ();

  pack = td_law_pack_new ("thu.json", right, strlen (right), NULL, none);
  g_assert_nonnull (pack);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (TdLawPack) refused = NULL;
      g_autofree char *text = fixture_replace (right, faults[i].from, faults[i].to);
      g_autofree char *told = NULL, *line = NULL;

      g_assert_cmpstr (text, !=, right);
      refused = td_law_pack_new ("thu.json", text, strlen (text), NULL, problems);
      told = td_problems_to_string (problems);
      g_test_message ("%u: %s", i, told);
      g_assert_null (refused);
      g_assert_cmpuint (td_problems_get_n_errors (problems), >, 0);
      if (faults[i].problem == NULL)
        continue;
      line = g_strdup_printf ("%s\n", faults[i].problem);
      g_test_message ("expected: %s", line);
      g_assert_nonnull (strstr (told, line));
    }
}

/* All faults of a file are told at once. */
static void
test_all_faults_at_once (void)
{
  g_autofree char *right = right_text ();
  g_autofree char *one = fixture_replace (right, "\"kind\": \"form\"", "\"kind\": \"medal\"");
  g_autofree char *two = fixture_replace (one, "\"at_least\": \"84.5\"", "\"at_least\": null");
  g_autoptr (TdProblems) problems = td_problems_new ();

  g_assert_null (td_law_pack_new ("thu.json", two, strlen (two), NULL, problems));
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 2);
}

static void
check_refused (const char *data, gsize length, const char *what)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *told = NULL;

  g_assert_null (td_law_pack_new ("x", data, length, NULL, problems));
  told = td_problems_to_string (problems);
  g_assert_nonnull (strstr (told, what));
}

/* What only wants to do harm. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *text, *what;
  } texts[] = {
    { "null", "an object { … } is expected here" },
    { "{} {}", "x: " },
    { "{\"a\" 1}", "x: " },
    { "{\"a\": 1e999}", "numbers are whole" },
    { "{\"a\": \"\\u0000\"}", "write the letter itself" },
    { "{\"a\": \"\\ud800\"}", "write the letter itself" },
    { "{\"a\": \"\\x\"}", "a backslash in a text" },
    { "{\"a\": [1,]}", "“]” does not belong here" },
    { "{\"a\": 1]", "“]” does not belong here" },
    { "{1: 2}", "a value does not belong here" },
    { "{\"a\": nul}", "this is not JSON" },
    { "{\"a\": -}", "a number has 1 to 15 digits" },
  };
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autofree char *large = g_strnfill (TD_LAW_PACK_MAX_SIZE + 1, ' ');
  g_autoptr (GString) nested = g_string_new (NULL);
  g_autofree char *text = NULL;

  check_refused (deep, strlen (deep), "nested deeper than 24");
  check_refused (large, strlen (large), "larger than 1024 KB");
  check_refused ("", 0, "x: ");
  check_refused ("{\"a\": \"\xff\"}", 9, "not UTF-8");
  check_refused ("{\0}", 3, "not UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    check_refused (texts[i].text, strlen (texts[i].text), texts[i].what);
  /* “Any one of” inside each other, past what anybody means. */
  for (guint i = 0; i < 5; i++)
    g_string_append (nested,
                     "{ \"id\": \"a\", \"type\": \"any\", \"clause\": \"c\", \"words\": \"w\", "
                     "FACT, \"alternatives\": [ { \"id\": \"b\", \"clause\": \"c\", \"words\": "
                     "\"w\", FACT, \"conditions\": [ ");
  for (guint i = 0; i < 5; i++)
    g_string_append (nested, " ] } ] }");
  text = fixture_pack_text ("collective", nested->str, NULL);
  check_refused (text, strlen (text), "“any one of” is nested deeper than 4");
}

/* A byte order mark, which some editors write, is no fault. */
static void
test_byte_order_mark (void)
{
  g_autofree char *right = right_text ();
  g_autofree char *text = g_strconcat ("\xef\xbb\xbf", right, NULL);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdLawPack) pack = td_law_pack_new ("thu.json", text, strlen (text), NULL, problems);

  g_assert_nonnull (pack);
}

/* Faults of packs upon others. */
static void
test_layer_faults (void)
{
  static const struct
  {
    const char *text, *problem;
  } cases[] = {
    { OWN ("{ \"code\": \"moi\" }"), "riêng.json: moi.title: the award does not say this\n" },
    { OWN ("{ \"code\": \"gk-tp-cn\", \"conditions\": [ { \"id\": \"x\", \"drop\": true, " FACT
           " } ] }"),
      "riêng.json: awards[0].conditions[0].drop: the award has no condition “x” to drop\n" },
    { OWN ("{ \"code\": \"gk-tp-tt\", \"conditions\": [ { \"id\": \"x\", \"type\": "
           "\"direct-worker\", "
           "\"clause\": \"1\", \"words\": \"w\", " FACT " } ] }"),
      "riêng.json: gk-tp-tt, x: only a person can be a direct worker\n" },
    { OWN ("{ \"code\": \"gk-tp-cn\" }, { \"code\": \"gk-tp-cn\" }"),
      "riêng.json: awards[1].code: “gk-tp-cn” is used twice in this list\n" },
    { "{ \"format\": \"thidua-law-pack/1\", \"id\": \"rieng\", \"title\": \"R\", \"extends\": "
      "\"nd91-2017\", \"sources\": {}, \"awards\": [] }",
      "riêng.json: extends: there is no pack “nd91-2017” to lay this one upon\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdLawLibrary) library = fixture_library ();
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autofree char *told = NULL;

      g_assert_false (add_text (library, cases[i].text, problems));
      told = td_problems_to_string (problems);
      g_test_message ("%s", told);
      g_assert_nonnull (strstr (told, cases[i].problem));
    }
}

/* Shares to the unit. */
static void
test_shares (void)
{
  static const struct
  {
    TdShare share;
    guint base, needed;
    const char *words;
  } cases[] = {
    { { 70, 100, FALSE }, 13, 10, "at least 70 %" }, /* 9,1 */
    { { 70, 100, FALSE }, 10, 7, "at least 70 %" },
    { { 4, 5, FALSE }, 9, 8, "at least 80 %" }, /* 7,2 */
    { { 9, 10, FALSE }, 10, 9, "at least 90 %" },
    { { 2, 3, FALSE }, 9, 6, "at least 2/3" },
    { { 2, 3, FALSE }, 10, 7, "at least 2/3" },
    { { 1, 2, TRUE }, 10, 6, "more than 50 %" },
    { { 1, 2, TRUE }, 11, 6, "more than 50 %" },
    { { 1, 1, FALSE }, 13, 13, "at least 100 %" },
    { { 1, 1000000, FALSE }, G_MAXUINT, 4295, "at least 1/1000000" }, /* 4294,967295 */
    { { 1, 2, FALSE }, 0, 0, "at least 50 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdShare *share = &cases[i].share;
      g_autofree char *words = td_share_to_words (share);

      g_assert_cmpuint (td_share_needed (share, cases[i].base), ==, cases[i].needed);
      g_assert_true (td_share_is_reached (share, cases[i].needed, cases[i].base));
      if (cases[i].needed > 0)
        g_assert_false (td_share_is_reached (share, cases[i].needed - 1, cases[i].base));
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law-pack/builtin-awards", test_builtin_awards);
  g_test_add_func ("/law-pack/builtin-votes", test_builtin_votes);
  g_test_add_func ("/law-pack/payers", test_payers);
  g_test_add_func ("/law-pack/facts", test_facts);
  g_test_add_func ("/law-pack/choice", test_choice);
  g_test_add_func ("/law-pack/gaps-and-overlaps", test_gaps_and_overlaps);
  g_test_add_func ("/law-pack/salaries", test_salaries);
  g_test_add_func ("/law-pack/layers", test_layers);
  g_test_add_func ("/law-pack/example", test_example);
  g_test_add_func ("/law-pack/faults", test_faults);
  g_test_add_func ("/law-pack/all-faults-at-once", test_all_faults_at_once);
  g_test_add_func ("/law-pack/hostile", test_hostile);
  g_test_add_func ("/law-pack/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/law-pack/layer-faults", test_layer_faults);
  g_test_add_func ("/law-pack/shares", test_shares);
  return g_test_run ();
}
