/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The contract of SCORING.md, line by line. Every expected figure was computed by hand from that
 * page; the working is beside it where it is not plain.
 */
#include <string.h>

#include "build.h"

#define HEAD                                                                                       \
  "movement|code=M|title=M|starts=2024-01-01|ends=2024-12-31|decimals=2\n"                         \
  "categories|code=P|name=Phường\n"                                                             \
  "categories|code=X|name=Xã\n"                                                                   \
  "areas|code=L1|name=Một\n"                                                                     \
  "areas|code=L2|name=Hai\n"                                                                       \
  "periods|code=Q1|starts=2024-01-01|ends=2024-03-31|due=2024-04-05\n"                             \
  "periods|code=Q2|starts=2024-04-01|ends=2024-06-30|due=2024-07-05\n"                             \
  "periods|code=Q3|starts=2024-07-01|ends=2024-09-30|due=2024-10-05\n"                             \
  "periods|code=Q4|starts=2024-10-01|ends=2024-12-31|due=2024-12-25\n"                             \
  "units|code=A|name=An|category=P|block=K\n"

/* A target's line: everything but code and area can be overridden, for the last value counts. */
#define TARGET(code, rest)                                                                         \
  "targets|code=" code "|area=L1|name=" code                                                       \
  "|frequency=period|if_none_arising=full|if_missing=zero|applies_to=all|" rest "\n"
#define ENTRY(unit, target, period, rest)                                                          \
  "entries|unit=" unit "|target=" target "|period=" period "|" rest "\n"

typedef struct
{
  TdScoreData *data;
  TdScores *scores;
} Scored;

static void
scored_clear (Scored *self)
{
  td_scores_free (self->scores);
  td_score_data_free (self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scored, scored_clear)

static void
score (Scored *out, const char *text, const char *as_of, TdBasis basis)
{
  g_autoptr (GError) error = NULL;

  out->data = build_data (text);
  out->scores = td_scores_new (out->data, build_date (as_of), basis, &error);
  g_assert_no_error (error);
}

/* "value 66.6667 6.67": state, value, points of a cell. */
static char *
cell_words (const Scored *scored, const char *unit, const char *target)
{
  const TdMovement *movement = td_score_data_get_movement (scored->data);
  int u = td_movement_find_unit_code (movement, unit);
  int t = td_movement_find_target_code (movement, target);
  const TdCellScore *cell = td_scores_get_cell (scored->scores, (guint) u, (guint) t);
  g_autofree char *value = NULL, *points = NULL;
  TdDecimal number;

  g_assert_cmpint (u, >=, 0);
  g_assert_cmpint (t, >=, 0);
  if (cell->state == TD_STATE_VALUE && td_movement_target (movement, t)->kind == TD_KIND_MILESTONE)
    value = cell->num == TD_DATE_NONE ? g_strdup ("not-done")
                                      : td_date_format ((TdDate) cell->num, TD_STYLE_PLAIN);
  else if (cell->state == TD_STATE_VALUE)
    {
      g_assert_true (td_cell_score_get_value (cell, 4, &number));
      value = td_decimal_format (number, TD_STYLE_PLAIN);
    }
  points = cell->points == TD_DECIMAL_NONE
               ? g_strdup ("-")
               : td_decimal_format_fixed (cell->points, movement->decimals, TD_STYLE_PLAIN);
  /* "–" in the table of states goes with "not in the maximum", and only with it. */
  g_assert_cmpint (cell->in_max, ==, cell->points != TD_DECIMAL_NONE);
  return g_strdup_printf ("%s%s%s %s", td_cell_state_code (cell->state), value != NULL ? " " : "",
                          value != NULL ? value : "", points);
}

typedef struct
{
  const char *text; /* after HEAD */
  const char *as_of;
  const char *expected; /* of the cell (A, T) */
  const char *self;     /* on the basis of the self score; NULL: the same */
} CellCase;

static void
check_cells (const CellCase *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      for (int basis = TD_BASIS_SELF; basis <= TD_BASIS_APPRAISED; basis++)
        {
          g_auto (Scored) scored = { NULL };
          g_autofree char *words = NULL;

          score (&scored, text, cases[i].as_of, (TdBasis) basis);
          words = cell_words (&scored, "A", "T");
          g_assert_cmpstr (words, ==,
                           basis == TD_BASIS_SELF && cases[i].self != NULL ? cases[i].self
                                                                           : cases[i].expected);
        }
    }
}

/* "From entries to a value" */
static void
test_kinds_and_accumulations (void)
{
#define RATIO_SUM TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10")
#define RATIO_LATEST                                                                               \
  TARGET ("T", "kind=ratio|accumulation=latest|rule=linear|goal=100|max_points=10")
#define AMOUNT(accumulation)                                                                       \
  TARGET ("T", "kind=amount|accumulation=" accumulation "|rule=linear|goal=100|max_points=10")
#define MILESTONE                                                                                  \
  TARGET ("T", "kind=milestone|rule=on-time|due=2024-06-30|late_share=0.5|max_points=5")
#define RATING TARGET ("T", "kind=rating|rule=given|max_points=5")
  static const CellCase cases[] = {
    /* 9/10 and 100/1000: 109/1010 = 10.792…%, never the mean of 90 and 10. */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=9|due=10|state=accepted")
          ENTRY ("A", "T", "Q2", "done=100|due=1000|state=accepted"),
      "2024-12-31", "value 10.7921 1.08", NULL },
    { RATIO_LATEST ENTRY ("A", "T", "Q1", "done=9|due=10|state=accepted")
          ENTRY ("A", "T", "Q2", "done=100|due=1000|state=accepted"),
      "2024-12-31", "value 10 1.00", NULL },
    /* Figures with decimals: 1.5/2.25 = 66.666…% */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1.5|due=2.25|state=accepted"), "2024-12-31",
      "value 66.6667 6.67", NULL },
    { AMOUNT ("sum") ENTRY ("A", "T", "Q1", "amount=30|state=accepted")
          ENTRY ("A", "T", "Q2", "amount=25.5|state=accepted"),
      "2024-12-31", "value 55.5 5.55", NULL },
    { AMOUNT ("latest") ENTRY ("A", "T", "Q1", "amount=30|state=accepted")
          ENTRY ("A", "T", "Q2", "amount=25.5|state=accepted"),
      "2024-12-31", "value 25.5 2.55", NULL },
    /* The mean of three is a fraction: 100/3 = 33.333…, points 3.33. */
    { AMOUNT ("mean") ENTRY ("A", "T", "Q1", "amount=30|state=accepted")
          ENTRY ("A", "T", "Q2", "amount=30|state=accepted")
              ENTRY ("A", "T", "Q3", "amount=40|state=accepted"),
      "2024-12-31", "value 33.3333 3.33", NULL },
    { AMOUNT ("sum") ENTRY ("A", "T", "Q1", "amount=-5|state=accepted"), "2024-12-31",
      "value -5 0.00", NULL },
    { MILESTONE ENTRY ("A", "T", "Q1", "state=accepted")
          ENTRY ("A", "T", "Q2", "done_on=2024-06-30|state=accepted"),
      "2024-12-31", "value 2024-06-30 5.00", NULL },
    /* The latest counted entry speaks, also when it says "not done yet" again. */
    { MILESTONE ENTRY ("A", "T", "Q1", "done_on=2024-03-01|state=accepted")
          ENTRY ("A", "T", "Q2", "state=accepted"),
      "2024-12-31", "value not-done 0.00", NULL },
    { RATING ENTRY ("A", "T", "Q1", "points=2|state=accepted")
          ENTRY ("A", "T", "Q3", "points=3.25|state=accepted"),
      "2024-12-31", "value 3.25 3.25", NULL },
    /* As of a past date, later entries change nothing. */
    { RATING ENTRY ("A", "T", "Q1", "points=2|state=accepted")
          ENTRY ("A", "T", "Q3", "points=3.25|state=accepted"),
      "2024-09-29", "value 2 2.00", NULL },
    { RATING ENTRY ("A", "T", "Q3", "points=3.25|state=accepted"), "2024-09-30", "value 3.25 3.25",
      NULL },
  };

  check_cells (cases, G_N_ELEMENTS (cases));
}

/* "Which figures count" */
static void
test_bases_and_states_of_entries (void)
{
  static const CellCase cases[] = {
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted"), "2024-12-31",
      "value 50 5.00", NULL },
    { RATIO_SUM ENTRY ("A", "T", "Q1",
                       "done=1|due=2|state=corrected|appraised_done=1|appraised_due=4"),
      "2024-12-31", "value 25 2.50", "value 50 5.00" },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=pending"), "2024-12-31", "pending 0.00",
      "value 50 5.00" },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=rejected"), "2024-12-31",
      "rejected 0.00", "value 50 5.00" },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=draft"), "2024-12-31", "missing 0.00",
      NULL },
    /* pending comes before rejected, and a counted entry before both. */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=rejected")
          ENTRY ("A", "T", "Q2", "done=1|due=2|state=pending"),
      "2024-12-31", "pending 0.00", "value 50 5.00" },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("A", "T", "Q2", "done=2|due=2|state=pending"),
      "2024-12-31", "value 50 5.00", "value 75 7.50" },
    /* All blank is no entry, whatever its state; of a milestone it says "not done yet". */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "state=accepted"), "2024-12-31", "missing 0.00", NULL },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "state=pending"), "2024-12-31", "missing 0.00", NULL },
    { MILESTONE ENTRY ("A", "T", "Q1", "state=accepted"), "2024-12-31", "value not-done 0.00",
      NULL },
    { MILESTONE ENTRY ("A", "T", "Q1", "done_on=2024-02-01|state=corrected"), "2024-12-31",
      "value not-done 0.00", "value 2024-02-01 5.00" },
    /* Reported blank, corrected by the appraiser: there is an entry on one basis only. */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "state=corrected|appraised_done=1|appraised_due=2"),
      "2024-12-31", "value 50 5.00", "missing 0.00" },
    /* A zero that was reported is a value, never missing. */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=0|due=4|state=accepted"), "2024-12-31", "value 0 0.00",
      NULL },
  };

  check_cells (cases, G_N_ELEMENTS (cases));
}

/* "From a value to points" */
static void
test_rules (void)
{
#define BY(rule)    TARGET ("T", "kind=amount|accumulation=sum|max_points=10|" rule)
#define GOT(amount) ENTRY ("A", "T", "Q1", "amount=" amount "|state=accepted")
  static const CellCase cases[] = {
    { BY ("rule=linear|goal=80") GOT ("40"), "2024-12-31", "value 40 5.00", NULL },
    { BY ("rule=linear|goal=80") GOT ("90"), "2024-12-31", "value 90 10.00", NULL },
    { BY ("rule=linear|goal=80|floor=60") GOT ("70"), "2024-12-31", "value 70 5.00", NULL },
    { BY ("rule=linear|goal=80|floor=60") GOT ("50"), "2024-12-31", "value 50 0.00", NULL },
    /* lower: (floor − value)/(floor − goal) = (10 − 4)/(10 − 2) = 0.75 */
    { BY ("rule=linear|direction=lower|goal=2|floor=10") GOT ("4"), "2024-12-31", "value 4 7.50",
      NULL },
    { BY ("rule=linear|direction=lower|goal=2|floor=10") GOT ("1"), "2024-12-31", "value 1 10.00",
      NULL },
    { BY ("rule=linear|direction=lower|goal=2|floor=10") GOT ("12"), "2024-12-31", "value 12 0.00",
      NULL },
    { BY ("rule=linear|direction=lower|goal=0|floor=8") GOT ("2"), "2024-12-31", "value 2 7.50",
      NULL },
    /* steps, higher: the largest threshold ≤ value */
    { BY ("rule=steps|steps=50:0.25;80:0.6;100:1") GOT ("79.9999"), "2024-12-31",
      "value 79.9999 2.50", NULL },
    { BY ("rule=steps|steps=50:0.25;80:0.6;100:1") GOT ("80"), "2024-12-31", "value 80 6.00",
      NULL },
    { BY ("rule=steps|steps=50:0.25;80:0.6;100:1") GOT ("49"), "2024-12-31", "value 49 0.00",
      NULL },
    { BY ("rule=steps|steps=50:0.25;80:0.6;100:1") GOT ("500"), "2024-12-31", "value 500 10.00",
      NULL },
    /* steps, lower: the smallest threshold ≥ value */
    { BY ("rule=steps|direction=lower|steps=0:1;5:0.5;10:0.1") GOT ("0"), "2024-12-31",
      "value 0 10.00", NULL },
    { BY ("rule=steps|direction=lower|steps=0:1;5:0.5;10:0.1") GOT ("1"), "2024-12-31",
      "value 1 5.00", NULL },
    { BY ("rule=steps|direction=lower|steps=0:1;5:0.5;10:0.1") GOT ("5"), "2024-12-31",
      "value 5 5.00", NULL },
    { BY ("rule=steps|direction=lower|steps=0:1;5:0.5;10:0.1") GOT ("10.0001"), "2024-12-31",
      "value 10.0001 0.00", NULL },
    { BY ("rule=all-or-nothing|goal=5") GOT ("5"), "2024-12-31", "value 5 10.00", NULL },
    { BY ("rule=all-or-nothing|goal=5") GOT ("4.9999"), "2024-12-31", "value 4.9999 0.00", NULL },
    { BY ("rule=all-or-nothing|direction=lower|goal=5") GOT ("5"), "2024-12-31", "value 5 10.00",
      NULL },
    { BY ("rule=all-or-nothing|direction=lower|goal=5") GOT ("5.0001"), "2024-12-31",
      "value 5.0001 0.00", NULL },
    { MILESTONE ENTRY ("A", "T", "Q2", "done_on=2024-06-30|state=accepted"), "2024-12-31",
      "value 2024-06-30 5.00", NULL },
    { MILESTONE ENTRY ("A", "T", "Q3", "done_on=2024-07-01|state=accepted"), "2024-12-31",
      "value 2024-07-01 2.50", NULL },
    { TARGET ("T", "kind=milestone|rule=on-time|due=2024-06-30|max_points=5")
          ENTRY ("A", "T", "Q3", "done_on=2024-07-01|state=accepted"),
      "2024-12-31", "value 2024-07-01 0.00", NULL },
    /* Compared exactly: 99.996 % does not reach 100 %. */
    { TARGET ("T", "kind=ratio|accumulation=sum|rule=all-or-nothing|goal=100|max_points=10")
          ENTRY ("A", "T", "Q1", "done=24999|due=25000|state=accepted"),
      "2024-12-31", "value 99.996 0.00", NULL },
    /* Rounded half away from zero, once: 1/8 of 1 is 0.125 → 0.13 */
    { TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=1")
          ENTRY ("A", "T", "Q1", "done=1|due=8|state=accepted"),
      "2024-12-31", "value 12.5 0.13", NULL },
    /* 84.995 given is 85.00 */
    { TARGET ("T", "kind=rating|rule=given|max_points=100")
          ENTRY ("A", "T", "Q1", "points=84.995|state=accepted"),
      "2024-12-31", "value 84.995 85.00", NULL },
    { TARGET ("T", "kind=rating|rule=given|max_points=0")
          ENTRY ("A", "T", "Q1", "points=0|state=accepted"),
      "2024-12-31", "value 0 0.00", NULL },
    { TARGET ("T", "kind=rating|rule=linear|goal=5|max_points=20")
          ENTRY ("A", "T", "Q1", "points=4|state=accepted"),
      "2024-12-31", "value 4 16.00", NULL },
  };

  check_cells (cases, G_N_ELEMENTS (cases));
}

/* "States of a cell", "Expected" */
static void
test_states_and_expectation (void)
{
  static const CellCase cases[] = {
    { TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10|applies_to=X")
          ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted"),
      "2024-12-31", "not-applicable -", NULL },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=0|due=0|state=accepted"), "2024-12-31",
      "none-arising 10.00", NULL },
    { TARGET (
          "T",
          "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10|if_none_arising=exclude")
          ENTRY ("A", "T", "Q1", "done=0|due=0|state=accepted"),
      "2024-12-31", "none-arising -", NULL },
    { RATIO_SUM, "2024-04-04", "not-due -", NULL },
    { RATIO_SUM, "2024-04-05", "missing 0.00", NULL },
    { TARGET ("T",
              "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10|if_missing=exclude"),
      "2024-04-05", "missing -", NULL },
    /* once: expected when the target itself is due */
    { TARGET ("T", "kind=rating|rule=given|max_points=5|frequency=once|due=2024-11-30"),
      "2024-11-29", "not-due -", NULL },
    { TARGET ("T", "kind=rating|rule=given|max_points=5|frequency=once|due=2024-11-30"),
      "2024-11-30", "missing 0.00", NULL },
    { TARGET ("T", "kind=rating|rule=given|max_points=5|frequency=once"), "2024-12-31", "not-due -",
      NULL },
    /* A report before anything was due counts already. */
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted"), "2024-03-31",
      "value 50 5.00", NULL },
    { RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted"), "2024-03-30", "not-due -",
      NULL },
    /* Q4 is due before it ends: expected on 25 December, its entry counts from the 31st. */
    { RATIO_SUM ENTRY ("A", "T", "Q4", "done=1|due=2|state=accepted"), "2024-12-30", "missing 0.00",
      NULL },
    { RATIO_SUM ENTRY ("A", "T", "Q4", "done=1|due=2|state=accepted"), "2024-12-31",
      "value 50 5.00", NULL },
  };

  check_cells (cases, G_N_ELEMENTS (cases));
}

/* "filled/expected" of one unit whose line is given. */
static void
test_coverage (void)
{
  static const struct
  {
    const char *unit, *target, *entries, *as_of, *expected;
  } cases[] = {
    { "", RATIO_SUM, "", "2024-12-31", "0/4" },
    { "", RATIO_SUM, "", "2024-10-04", "0/2" },
    { "", RATIO_SUM, "", "2024-10-05", "0/3" },
    { "", RATIO_SUM, ENTRY ("B", "T", "Q2", "done=1|due=2|state=accepted"), "2024-12-31", "1/4" },
    { "", RATIO_SUM, ENTRY ("B", "T", "Q2", "done=1|due=2|state=pending"), "2024-12-31", "0/4" },
    /* The unit's life: period.ends ≥ opened, period.starts < closed. */
    { "|opened=2024-03-31", RATIO_SUM, "", "2024-12-31", "0/4" },
    { "|opened=2024-04-01", RATIO_SUM, "", "2024-12-31", "0/3" },
    { "|closed=2025-01-01", RATIO_SUM, "", "2024-12-31", "0/4" },
    { "", TARGET ("T", "kind=rating|rule=given|max_points=5|frequency=once|due=2024-11-30"),
      ENTRY ("B", "T", "Q1", "points=1|state=accepted"), "2024-12-31", "1/1" },
    { "", TARGET ("T", "kind=rating|rule=given|max_points=5|frequency=once|due=2024-11-30"),
      ENTRY ("B", "T", "Q1", "points=1|state=accepted"), "2024-11-29", "0/0" },
    { "",
      TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10|applies_to=X"),
      "", "2024-12-31", "0/0" },
    /* None arising was reported, so it fills its place. */
    { "", RATIO_SUM, ENTRY ("B", "T", "Q2", "done=0|due=0|state=accepted"), "2024-12-31", "1/4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strconcat (HEAD, "units|code=B|name=Bình|category=P|block=K", cases[i].unit, "\n",
                       cases[i].target, cases[i].entries, NULL);
      g_auto (Scored) scored = { NULL };
      const TdUnitScore *unit;
      g_autofree char *words = NULL;

      g_test_message ("%s", text + strlen (HEAD));
      score (&scored, text, cases[i].as_of, TD_BASIS_APPRAISED);
      unit = td_scores_get_unit (scored.scores, 1);
      words = g_strdup_printf ("%u/%u", unit->filled, unit->expected);
      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* "Lineage" */
static void
test_lineage (void)
{
#define MERGE                                                                                      \
  "units|code=B|name=Bình|category=P|block=K|closed=2024-11-01|successor=A\n"                     \
  "units|code=C|name=Cát|category=P|block=K|closed=2024-07-01|successor=B\n"
  static const CellCase cases[] = {
    /* sum: from the day of closing on, and along the chain. */
    { MERGE RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("B", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-10-31", "value 50 5.00", NULL },
    { MERGE RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("B", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-11-01", "value 80 8.00", NULL },
    { MERGE RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("C", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-11-01", "value 80 8.00", NULL },
    { MERGE RATIO_SUM ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("C", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-10-31", "value 50 5.00", NULL },
    /* latest: added to the successor's latest, until its own report covers the merge. */
    { MERGE RATIO_LATEST ENTRY ("A", "T", "Q1", "done=1|due=2|state=accepted")
          ENTRY ("B", "T", "Q3", "done=3|due=3|state=accepted"),
      "2024-11-01", "value 80 8.00", NULL },
    { MERGE RATIO_LATEST ENTRY ("A", "T", "Q4", "done=1|due=2|state=accepted")
          ENTRY ("B", "T", "Q3", "done=3|due=3|state=accepted"),
      "2024-12-31", "value 50 5.00", NULL },
    /* C closed on 1 July: B's own Q2 (ends 30 June) does not cover that, its Q3 does. */
    { MERGE RATIO_LATEST ENTRY ("B", "T", "Q2", "done=1|due=2|state=accepted")
          ENTRY ("C", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-11-01", "value 80 8.00", NULL },
    { MERGE RATIO_LATEST ENTRY ("B", "T", "Q3", "done=1|due=2|state=accepted")
          ENTRY ("C", "T", "Q1", "done=3|due=3|state=accepted"),
      "2024-11-01", "value 50 5.00", NULL },
    { MERGE AMOUNT ("latest") ENTRY ("B", "T", "Q3", "amount=30|state=accepted"), "2024-11-01",
      "value 30 3.00", NULL },
    /* Means, milestones and ratings do not pass. */
    { MERGE AMOUNT ("mean") ENTRY ("B", "T", "Q3", "amount=30|state=accepted"), "2024-11-01",
      "missing 0.00", NULL },
    { MERGE MILESTONE ENTRY ("B", "T", "Q2", "done_on=2024-06-30|state=accepted"), "2024-11-01",
      "missing 0.00", NULL },
    { MERGE RATING ENTRY ("B", "T", "Q2", "points=5|state=accepted"), "2024-11-01", "missing 0.00",
      NULL },
    /* States pass along with the entries. */
    { MERGE RATIO_SUM ENTRY ("B", "T", "Q1", "done=1|due=2|state=pending"), "2024-11-01",
      "pending 0.00", "value 50 5.00" },
    { MERGE RATIO_SUM ENTRY ("C", "T", "Q1", "done=1|due=2|state=rejected"), "2024-11-01",
      "rejected 0.00", "value 50 5.00" },
    { MERGE RATIO_SUM ENTRY ("B", "T", "Q1", "done=1|due=2|state=pending"), "2024-10-31",
      "missing 0.00", NULL },
    { MERGE RATIO_SUM ENTRY ("B", "T", "Q1", "done=0|due=0|state=accepted"), "2024-11-01",
      "none-arising 10.00", NULL },
    /* A target that does not apply to the predecessor has nothing to pass. */
    { "units|code=B|name=Bình|category=X|block=K|closed=2024-11-01|successor=A\n" TARGET (
          "T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10|applies_to=P")
          ENTRY ("B", "T", "Q1", "done=1|due=2|state=accepted"),
      "2024-11-01", "missing 0.00", NULL },
  };

  check_cells (cases, G_N_ELEMENTS (cases));
}

/* "From points to a rank" */
static void
test_ranking (void)
{
#define UNITS                                                                                      \
  "units|code=B|name=Ân|category=P|block=K\n"                                                     \
  "units|code=C|name=Ba|category=P|block=K\n"                                                      \
  "units|code=D|name=Đông|category=X|block=K\n"                                                  \
  "units|code=E|name=Én|category=X|block=J\n"                                                     \
  "units|code=F|name=Phố|category=X|block=J|opened=2025-01-01\n"                                 \
  "units|code=G|name=Giữa|category=X|block=J\n"                                                  \
  "bands|name=Tốt|at_least=80\n"                                                                 \
  "bands|name=Xuất sắc|at_least=90\n"
  static const char text[] =
      HEAD UNITS TARGET ("R", "kind=rating|rule=given|max_points=3|applies_to=all;-G") TARGET (
          "S", "kind=rating|rule=given|max_points=4|area=L2|applies_to=X;-G|if_missing=exclude")
          ENTRY ("A", "R", "Q1", "points=2|state=accepted")
              ENTRY ("B", "R", "Q1", "points=2.5|state=accepted") ENTRY ("C", "R", "Q1",
                                                                         "points=2|state=accepted")
                  ENTRY ("D", "R", "Q1", "points=1|state=accepted")
                      ENTRY ("D", "S", "Q1",
                             "points=4|state=accepted") "adjustments|code=1|unit=C|kind=bonus|"
                                                        "points=10|granted_on=2024-06-01\n"
                                                        "adjustments|code=2|unit=C|kind=bonus|"
                                                        "points=7.5|granted_on=2024-06-02\n"
                                                        "adjustments|code=3|unit=D|kind=penalty|"
                                                        "points=4.76|granted_on=2024-06-02\n"
                                                        "adjustments|code=4|unit=E|kind=penalty|"
                                                        "points=0.01|granted_on=2024-06-02\n"
                                                        "adjustments|code=5|unit=A|kind=bonus|"
                                                        "points=90|granted_on=2025-01-01\n";
  g_auto (Scored) scored = { NULL };
  g_autofree char *dump = NULL;
  g_autoptr (GString) ranking = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  score (&scored, text, "2024-12-31", TD_BASIS_APPRAISED);
  dump = build_dump (scored.scores, NULL);
  lines = g_strsplit (dump, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "ranking") || g_str_has_prefix (lines[i], "area|D"))
      g_string_append_printf (ranking, "%s\n", lines[i]);
  g_assert_cmpstr (
      ranking->str, ==,
      /* block, rank, tied, unit, points, max, index, bonus, penalty, total, band, coverage.
         E: nothing reported, R missing → 0 of 3 (S is excluded); 0 − 0.01 is not below 0.
         G: no target applies → no maximum → not ranked. F opens in 2025. */
      "ranking|J|1|0|E|0.00|3.00|0.00|0.00|0.01|0.00||0/8\n"
      "ranking|J|||G|0.00|0.00||0.00|0.00|||0/0\n"
      /* C: 2/3 = 66.67 + 17.5 = 84.17. B: 2.5/3 = 83.33. D: 5/7 = 71.43 − 4.76 = 66.67, tied with
         A: 66.67 (its bonus comes in 2025); equal ranks by name: An before Đông. */
      "ranking|K|1|0|C|2.00|3.00|66.67|17.50|0.00|84.17|Tốt|1/4\n"
      "ranking|K|2|0|B|2.50|3.00|83.33|0.00|0.00|83.33|Tốt|1/4\n"
      "ranking|K|3|1|A|2.00|3.00|66.67|0.00|0.00|66.67||1/4\n"
      "ranking|K|3|1|D|5.00|7.00|71.43|0.00|4.76|66.67||2/8\n"
      "area|D|L1|1.00|3.00|33.33\n"
      "area|D|L2|4.00|4.00|100.00\n");
}

static void
test_caps_and_ceiling (void)
{
  static const char text[] =
      "movement|code=M|title=M|starts=2024-01-01|ends=2024-12-31|decimals=1|bonus_cap=5|penalty_"
      "cap=2|ceiling=100\n"
      "categories|code=P|name=P\nareas|code=L1|name=L\n"
      "periods|code=Q1|starts=2024-01-01|ends=2024-03-31|due=2024-04-05\n"
      "units|code=A|name=A|category=P|block=K\nunits|code=B|name=B|category=P|block=K\n" TARGET (
          "R", "kind=rating|rule=given|max_points=10")
          ENTRY ("A", "R", "Q1", "points=9.8|state=accepted") ENTRY (
              "B", "R", "Q1", "points=6|state=accepted") "adjustments|code=1|unit=A|kind=bonus|"
                                                         "points=9|granted_on=2024-06-01\n"
                                                         "adjustments|code=2|unit=B|kind=penalty|"
                                                         "points=9|granted_on=2024-06-01\n"
                                                         "bands|name=Đủ|at_least=58\n";
  g_auto (Scored) scored = { NULL };
  const TdUnitScore *a, *b;

  score (&scored, text, "2024-12-31", TD_BASIS_APPRAISED);
  a = td_scores_get_unit (scored.scores, 0);
  b = td_scores_get_unit (scored.scores, 1);
  /* 98 + min(9, 5) = 103 → the ceiling, 100. 60 − min(9, 2) = 58, which is "at least 58". */
  g_assert_cmpint (a->bonus, ==, TD_DECIMAL (5));
  g_assert_cmpint (a->total, ==, TD_DECIMAL (100));
  g_assert_cmpint (b->penalty, ==, TD_DECIMAL (2));
  g_assert_cmpint (b->total, ==, TD_DECIMAL (58));
  g_assert_cmpint (b->band, ==, 0);
}

/* Points are rounded per target, and totals are sums of rounded points. */
static void
test_sum_of_rounded (void)
{
  static const char text[] =
      HEAD TARGET ("R", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=1")
          TARGET ("S", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=1")
              TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=1")
                  ENTRY ("A", "R", "Q1", "done=1|due=3|state=accepted")
                      ENTRY ("A", "S", "Q1", "done=1|due=3|state=accepted")
                          ENTRY ("A", "T", "Q1", "done=1|due=3|state=accepted");
  g_auto (Scored) scored = { NULL };
  const TdUnitScore *unit;

  score (&scored, text, "2024-12-31", TD_BASIS_APPRAISED);
  unit = td_scores_get_unit (scored.scores, 0);
  g_assert_cmpint (unit->points, ==, 9900);  /* 3 · 0.33, not 1.00 */
  g_assert_cmpint (unit->index, ==, 330000); /* 33.00 */
}

static void
test_pooled (void)
{
  static const char text[] = HEAD
      "units|code=B|name=Bình|category=P|block=J\nunits|code=C|name=Cát|category=X|block="
      "J\n" RATIO_SUM TARGET ("S", "kind=milestone|rule=on-time|due=2024-06-30|max_points=5")
          TARGET ("U", "kind=amount|accumulation=mean|rule=linear|goal=100|max_points=10")
              ENTRY ("A", "T", "Q1", "done=9|due=10|state=accepted")
                  ENTRY ("B", "T", "Q1", "done=100|due=1000|state=accepted")
                      ENTRY ("C", "T", "Q1", "done=0|due=0|state=accepted")
                          ENTRY ("A", "S", "Q1", "done_on=2024-03-01|state=accepted")
                              ENTRY ("B", "S", "Q1", "done_on=2025-01-01|state=accepted")
                                  ENTRY ("A", "U", "Q1", "amount=1|state=accepted")
                                      ENTRY ("A", "U", "Q2", "amount=2|state=accepted")
                                          ENTRY ("C", "U", "Q1", "amount=1|state=accepted")
                                              ENTRY ("C", "U", "Q2", "amount=1|state=accepted")
                                                  ENTRY ("C", "U", "Q3", "amount=2|state=accepted");
  g_auto (Scored) scored = { NULL };
  g_autofree char *dump = NULL;
  const char *tail;

  score (&scored, text, "2024-12-31", TD_BASIS_APPRAISED);
  dump = build_dump (scored.scores, NULL);
  tail = strstr (dump, "pooled|");
  /* 109/1010, never the mean of the percentages; B's milestone lies after the date; the means 1.5
     and 4/3 add up to 17/6. */
  g_assert_cmpstr (tail, ==,
                   "pooled|S|all|1|3|33.3333|2|3\n"
                   "pooled|S|J|0|2|0|1|2\n"
                   "pooled|S|K|1|1|100|1|1\n"
                   "pooled|T|all|109|1010|10.7921|3|3\n"
                   "pooled|T|J|100|1000|10|2|2\n"
                   "pooled|T|K|9|10|90|1|1\n"
                   "pooled|U|all|0|0|2.8333|2|3\n"
                   "pooled|U|J|0|0|1.3333|1|2\n"
                   "pooled|U|K|0|0|1.5|1|1\n");
}

/* A display never rounds up to a goal. */
static void
test_shown_value (void)
{
  static const struct
  {
    gint64 num, den;
    TdDirection direction;
    gint64 goal;
    guint digits;
    gint64 expected;
  } cases[] = {
    { 99996 * 10, 1, TD_DIRECTION_HIGHER, 1000000, 2, 999900 },
    { 1000000, 1, TD_DIRECTION_HIGHER, 1000000, 2, 1000000 },
    { 99994 * 10, 1, TD_DIRECTION_HIGHER, 1000000, 2, 999900 },
    { 2000000, 3, TD_DIRECTION_HIGHER, 1000000, 2, 666700 },
    { 50001, 1, TD_DIRECTION_LOWER, 50000, 2, 50100 },
    { 49999, 1, TD_DIRECTION_LOWER, 50000, 2, 50000 },
    { -50001, 1, TD_DIRECTION_HIGHER, -50000, 2, -50100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdTarget target = { .direction = cases[i].direction, .goal = cases[i].goal };
      TdDecimal out;

      g_assert_true (td_shown_value (cases[i].num, cases[i].den, &target, cases[i].digits, &out));
      g_assert_cmpint (out, ==, cases[i].expected);
    }
}

/* The largest figures the contract allows still come out exact. */
static void
test_large_figures (void)
{
  static const char text[] =
      HEAD TARGET ("T", "kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=100") TARGET (
          "U", "kind=amount|accumulation=sum|rule=linear|goal=999999999999.9999|floor=-"
               "999999999999.9999|max_points=999999999999")
          ENTRY ("A", "T", "Q1", "done=333333333333.3333|due=999999999999.9999|state=accepted")
              ENTRY ("A", "T", "Q2", "done=333333333333.3333|due=999999999999.9999|state=accepted")
                  ENTRY ("A", "U", "Q1", "amount=0|state=accepted");
  g_auto (Scored) scored = { NULL };
  g_autofree char *ratio = NULL, *amount = NULL;

  score (&scored, text, "2024-12-31", TD_BASIS_APPRAISED);
  ratio = cell_words (&scored, "A", "T");
  amount = cell_words (&scored, "A", "U");
  g_assert_cmpstr (ratio, ==, "value 33.3333 33.33");
  g_assert_cmpstr (amount, ==, "value 0 499999999999.50");
}

static void
test_as_of (void)
{
  TdUnit unit = { .opened = 100, .closed = 200 };
  TdMovement movement = { .ends = 500 };

  g_assert_false (td_unit_takes_part (&unit, 99));
  g_assert_true (td_unit_takes_part (&unit, 100));
  g_assert_true (td_unit_takes_part (&unit, 199));
  g_assert_false (td_unit_takes_part (&unit, 200));
  g_assert_cmpint (td_movement_default_as_of (&movement, 400), ==, 400);
  g_assert_cmpint (td_movement_default_as_of (&movement, 501), ==, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/kinds", test_kinds_and_accumulations);
  g_test_add_func ("/scoring/bases", test_bases_and_states_of_entries);
  g_test_add_func ("/scoring/rules", test_rules);
  g_test_add_func ("/scoring/states", test_states_and_expectation);
  g_test_add_func ("/scoring/coverage", test_coverage);
  g_test_add_func ("/scoring/lineage", test_lineage);
  g_test_add_func ("/scoring/ranking", test_ranking);
  g_test_add_func ("/scoring/caps", test_caps_and_ceiling);
  g_test_add_func ("/scoring/sum-of-rounded", test_sum_of_rounded);
  g_test_add_func ("/scoring/pooled", test_pooled);
  g_test_add_func ("/scoring/shown-value", test_shown_value);
  g_test_add_func ("/scoring/large", test_large_figures);
  g_test_add_func ("/scoring/as-of", test_as_of);
  return g_test_run ();
}
