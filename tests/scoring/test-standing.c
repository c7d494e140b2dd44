/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How figures stand against goal and day (SCORING.md, "How it stands"), and the honest range of a
 * rank. Expected results were worked out by hand; the working is beside them.
 */
#include "build.h"
#include "scoring/td-standing.h"

/* 100 days from the first to the due day, so that elapsed parts are plain. */
#define HEAD                                                                                       \
  "movement|code=M|title=M|starts=2024-01-01|ends=2024-12-31|decimals=2\n"                         \
  "categories|code=P|name=P\n"                                                                     \
  "areas|code=L|name=L\n"                                                                          \
  "periods|code=Q1|starts=2024-01-01|ends=2024-01-31|due=2024-12-31\n"                             \
  "units|code=A|name=An|category=P|block=K\n"                                                      \
  "units|code=B|name=Ba|category=P|block=K\n"
#define TARGET(rest)                                                                               \
  "targets|code=T|area=L|name=T|frequency=period|if_none_arising=full|if_missing=zero|"            \
  "applies_to=all|max_points=10|rule=linear|accumulation=latest|" rest "\n"
#define RATIO(rest) TARGET ("kind=ratio|goal=90|due=2024-04-10|" rest)
#define GIVES(unit, done)                                                                          \
  "entries|unit=" unit "|target=T|period=Q1|state=accepted|due=1000|done=" done "\n"
#define AMOUNT(unit, amount)                                                                       \
  "entries|unit=" unit "|target=T|period=Q1|state=accepted|amount=" amount "\n"

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
score (Scored *out, const char *text, const char *as_of)
{
  g_autoptr (GError) error = NULL;

  out->data = build_data (text);
  out->scores = td_scores_new (out->data, build_date (as_of), TD_BASIS_APPRAISED, &error);
  g_assert_no_error (error);
}

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *as_of;
    const char *expected;
  } cases[] = {
    /* level: 90 % of 100 is the goal; 5 % of 90 is 4.5, so 85.5 % is the last that is near. */
    { RATIO ("pace=level") GIVES ("A", "900"), "2024-02-20", "met" },
    { RATIO ("pace=level") GIVES ("A", "899.9999"), "2024-02-20", "at-risk" },
    { RATIO ("pace=level") GIVES ("A", "855"), "2024-02-20", "at-risk" },
    { RATIO ("pace=level") GIVES ("A", "854.9999"), "2024-02-20", "behind" },
    /* After its day a level target is as it was. */
    { RATIO ("pace=level") GIVES ("A", "855"), "2024-12-31", "at-risk" },
    /* build: 20 February is day 50 of 100; half the way is 45 %. */
    { RATIO ("pace=build") GIVES ("A", "450"), "2024-02-20", "on-track" },
    { RATIO ("pace=build") GIVES ("A", "449.9999"), "2024-02-20", "at-risk" },
    /* 0.35 of the way is 31.5 %. */
    { RATIO ("pace=build") GIVES ("A", "315"), "2024-02-20", "at-risk" },
    { RATIO ("pace=build") GIVES ("A", "314.9999"), "2024-02-20", "behind" },
    { RATIO ("pace=build") GIVES ("A", "900"), "2024-02-20", "met" },
    /* On its day all of the time has gone; the day after it is overdue. */
    { RATIO ("pace=build") GIVES ("A", "899"), "2024-04-10", "at-risk" },
    { RATIO ("pace=build") GIVES ("A", "899"), "2024-04-11", "overdue" },
    { RATIO ("pace=build") GIVES ("A", "900"), "2024-04-11", "met" },
    /* No figure, no day, no goal: the state tells. */
    { RATIO ("pace=build") GIVES ("B", "1"), "2024-02-20", "" },
    { TARGET ("kind=ratio|goal=90|pace=build") GIVES ("A", "1"), "2024-02-20", "" },
    { TARGET ("kind=ratio|rule=steps|steps=50:1|due=2024-04-10|pace=build") GIVES ("A", "1"),
      "2024-02-20", "" },
    /* Lower is better, from 200 down to 100: half-way is 150. */
    { TARGET ("kind=amount|direction=lower|floor=200|goal=100|due=2024-04-10|pace=build")
          AMOUNT ("A", "150"),
      "2024-02-20", "on-track" },
    { TARGET ("kind=amount|direction=lower|floor=200|goal=100|due=2024-04-10|pace=build")
          AMOUNT ("A", "165"),
      "2024-02-20", "at-risk" },
    { TARGET ("kind=amount|direction=lower|floor=200|goal=100|due=2024-04-10|pace=build")
          AMOUNT ("A", "165.0001"),
      "2024-02-20", "behind" },
    { TARGET ("kind=amount|direction=lower|floor=200|goal=100|due=2024-04-10|pace=level")
          AMOUNT ("A", "105"),
      "2024-02-20", "at-risk" },
    { TARGET ("kind=amount|direction=lower|floor=200|goal=100|due=2024-04-10|pace=level")
          AMOUNT ("A", "100"),
      "2024-02-20", "met" },
    /* Milestones. */
    { TARGET (
          "kind=milestone|rule=on-time|late_share=0.5|due=2024-04-10") "entries|unit=A|target=T|"
                                                                       "period=Q1|state=accepted|"
                                                                       "done_on=2024-01-05\n",
      "2024-04-11", "met" },
    { TARGET (
          "kind=milestone|rule=on-time|late_share=0.5|due=2024-04-10") "entries|unit=A|target=T|"
                                                                       "period=Q1|state=accepted\n",
      "2024-04-10", "on-track" },
    { TARGET (
          "kind=milestone|rule=on-time|late_share=0.5|due=2024-04-10") "entries|unit=A|target=T|"
                                                                       "period=Q1|state=accepted\n",
      "2024-04-11", "overdue" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].text, NULL);
      g_auto (Scored) scored = { NULL };

      g_test_message ("%s as of %s", cases[i].text, cases[i].as_of);
      score (&scored, text, cases[i].as_of);
      g_assert_cmpstr (td_standing_code (td_standing_of_cell (scored.scores, 0, 0)), ==,
                       cases[i].expected);
    }
}

static void
test_pools (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    /* 1000/2000 = 50 %, above the 45 % of half the way; of neither unit alone. */
    { RATIO ("pace=build") GIVES ("A", "900") GIVES ("B", "100"), "on-track" },
    /* 629/2000 = 31.45 %, just under 0.35 of the way. */
    { RATIO ("pace=build") GIVES ("A", "600") GIVES ("B", "29"), "behind" },
    /* Each unit's goal is 100, so two stand against 200: 99 is 0.495 of the way, 100 half of it. */
    { TARGET ("kind=amount|goal=100|due=2024-04-10|pace=build") AMOUNT ("A", "1")
          AMOUNT ("B", "99"),
      "on-track" },
    { TARGET ("kind=amount|goal=100|due=2024-04-10|pace=build") AMOUNT ("A", "0")
          AMOUNT ("B", "99"),
      "at-risk" },
    /* Nobody has reported. */
    { RATIO ("pace=build"), "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, cases[i].text, NULL);
      g_auto (Scored) scored = { NULL };
      g_autoptr (GError) error = NULL;
      TdStanding standing;

      score (&scored, text, "2024-02-20");
      g_assert_true (td_standing_of_pool (scored.scores, 0, -1, &standing, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (td_standing_code (standing), ==, cases[i].expected);
    }
}

/* --- the range of a rank -------------------------------------------------------------------------- */

#define RATINGS                                                                                    \
  "targets|code=T|area=L|name=T|kind=rating|rule=given|max_points=10|frequency=period|"            \
  "if_missing=zero|applies_to=all\n"                                                               \
  "targets|code=U|area=L|name=U|kind=rating|rule=given|max_points=30|frequency=period|"            \
  "if_missing=exclude|applies_to=all\n"
#define C "units|code=C|name=Ca|category=P|block=K\n"
#define D "units|code=D|name=Da|category=P|block=N\n"
#define POINTS(unit, target, points, state)                                                        \
  "entries|unit=" unit "|target=" target "|period=Q1|state=" state "|points=" points "\n"

static void
test_spread (void)
{
  /* A is certain: 20/40 = 50.
   * B: T pending, U 15: now 15/40 = 37.5; with full points 25/40 = 62.5.
   * C: T 10, U missing and left out: now 10/10 = 100; at best 40/40 = 100, at worst 10/40 = 25.
   * D stands alone in its block: nothing there, and what is missing decides it: 0 to 100. */
  static const char text[] = HEAD C D RATINGS POINTS ("A", "T", "5", "accepted")
      POINTS ("A", "U", "15", "accepted") POINTS ("B", "T", "1", "pending")
          POINTS ("B", "U", "15", "accepted") POINTS ("C", "T", "10", "accepted");
  static const struct
  {
    const char *unit;
    const char *best, *worst;
    guint ranks[4];
  } cases[] = {
    /* The others' worst are 37.5, 25, 0 and their best 62.5, 100, 100. */
    { "A", "50", "50", { 1, 3, 1, 4 } },
    { "B", "62.5", "37.5", { 1, 3, 1, 4 } },
    { "C", "100", "25", { 1, 3, 1, 4 } },
    { "D", "100", "0", { 1, 1, 1, 4 } },
  };
  g_auto (Scored) scored = { NULL };
  g_autofree TdSpread *spreads = NULL;
  const TdMovement *movement;

  score (&scored, text, "2024-12-31");
  movement = td_score_data_get_movement (scored.data);
  spreads = td_scores_spread (scored.scores);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int unit = td_movement_find_unit_code (movement, cases[i].unit);
      const TdSpread *spread = &spreads[unit];
      g_autofree char *best = td_decimal_format (spread->best_total, TD_STYLE_PLAIN);
      g_autofree char *worst = td_decimal_format (spread->worst_total, TD_STYLE_PLAIN);

      g_test_message ("%s", cases[i].unit);
      g_assert_cmpstr (best, ==, cases[i].best);
      g_assert_cmpstr (worst, ==, cases[i].worst);
      g_assert_cmpuint (spread->best_rank, ==, cases[i].ranks[0]);
      g_assert_cmpuint (spread->worst_rank, ==, cases[i].ranks[1]);
      g_assert_cmpuint (spread->overall_best, ==, cases[i].ranks[2]);
      g_assert_cmpuint (spread->overall_worst, ==, cases[i].ranks[3]);
    }
}

/*
 * Random boards of ratings: what really can happen, tried out for every way in which the open cells
 * can come in (nothing or all points), gives exactly the range.
 */
static void
test_spread_is_what_can_happen (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (HEAD C RATINGS);
      g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
      g_auto (Scored) now = { NULL };
      g_autofree TdSpread *spreads = NULL;
      guint best[3] = { 9, 9, 9 }, worst[3] = { 0, 0, 0 };

      for (guint unit = 0; unit < 3; unit++)
        for (guint target = 0; target < 2; target++)
          {
            int most = target == 0 ? 10 : 30, points = g_test_rand_int_range (0, most + 1);
            g_autofree char *cell =
                g_strdup_printf ("entries|unit=%c|target=%c|period=Q1", 'A' + unit, 'T' + target);
            int what = g_test_rand_int_range (0, 3);

            if (what > 0)
              g_string_append_printf (text, "%s|state=%s|points=%d\n", cell,
                                      what == 1 ? "accepted" : "pending", points);
            if (what != 1)
              g_ptr_array_add (open,
                               g_strdup_printf ("%s|state=accepted|points=%%d:%d", cell, most));
          }
      score (&now, text->str, "2024-12-31");
      spreads = td_scores_spread (now.scores);
      for (guint way = 0; way < 1u << open->len; way++)
        {
          g_autoptr (GString) full = g_string_new (text->str);
          g_auto (Scored) then = { NULL };

          for (guint i = 0; i < open->len; i++)
            {
              g_auto (GStrv) parts = g_strsplit (open->pdata[i], "|points=%d:", 2);

              g_string_append_printf (full, "%s|points=%s\n", parts[0],
                                      way & 1u << i ? parts[1] : "0");
            }
          score (&then, full->str, "2024-12-31");
          for (guint unit = 0; unit < 3; unit++)
            {
              guint rank = td_scores_get_unit (then.scores, unit)->rank;

              best[unit] = MIN (best[unit], rank);
              worst[unit] = MAX (worst[unit], rank);
            }
        }
      g_test_message ("%s", text->str);
      for (guint unit = 0; unit < 3; unit++)
        {
          g_assert_cmpuint (spreads[unit].best_rank, ==, best[unit]);
          g_assert_cmpuint (spreads[unit].worst_rank, ==, worst[unit]);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standing/cells", test_cells);
  g_test_add_func ("/standing/pools", test_pools);
  g_test_add_func ("/spread/by-hand", test_spread);
  g_test_add_func ("/spread/is-what-can-happen", test_spread_is_what_can_happen);
  return g_test_run ();
}
