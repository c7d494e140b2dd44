/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores that follow single edits equal scores made anew, after any random sequence of edits. */
#include "build.h"

static const char text[] =
    "movement|code=M|title=M|starts=2024-01-01|ends=2024-12-31|decimals=2\n"
    "categories|code=P|name=P\nareas|code=L1|name=L1\nareas|code=L2|name=L2\n"
    "periods|code=Q1|starts=2024-01-01|ends=2024-03-31|due=2024-04-05\n"
    "periods|code=Q2|starts=2024-04-01|ends=2024-06-30|due=2024-07-05\n"
    "periods|code=Q3|starts=2024-07-01|ends=2024-09-30|due=2024-10-05\n"
    "units|code=A|name=A|category=P|block=K\n"
    "units|code=B|name=B|category=P|block=K|closed=2024-08-01|successor=A\n"
    "units|code=C|name=C|category=P|block=J|closed=2024-05-01|successor=B\n"
    "units|code=D|name=D|category=P|block=J\n"
    "units|code=E|name=E|category=P|block=J|closed=2024-12-01|successor=D\n"
    "targets|code=T0|area=L1|name=T|kind=ratio|accumulation=sum|rule=linear|goal=100|max_points=10"
    "|frequency=period|if_none_arising=full|if_missing=zero|applies_to=all\n"
    "targets|code=T1|area=L1|name=T|kind=ratio|accumulation=latest|rule=steps|steps=50:0.5;100:1"
    "|max_points=10|frequency=period|if_none_arising=exclude|if_missing=exclude|applies_to=all;-D\n"
    "targets|code=T2|area=L2|name=T|kind=amount|accumulation=mean|rule=linear|goal=50|max_points=5"
    "|frequency=period|if_missing=zero|applies_to=all\n"
    "targets|code=T3|area=L2|name=T|kind=milestone|rule=on-time|due=2024-06-30|late_share=0.3"
    "|max_points=5|frequency=once|if_missing=zero|applies_to=all\n"
    "targets|code=T4|area=L2|name=T|kind=rating|rule=given|max_points=5|frequency=once"
    "|due=2024-09-30|if_missing=zero|applies_to=A;B;D\n"
    "bands|name=Tốt|at_least=60\n"
    "adjustments|code=1|unit=A|kind=bonus|points=3|granted_on=2024-06-01\n";

static TdEntry
random_entry (const TdMovement *movement)
{
  TdEntry entry = { 0 };
  TdDecimal due = TD_DECIMAL (g_test_rand_int_range (0, 5));

  entry.unit = (guint32) g_test_rand_int_range (0, (gint32) movement->units->len);
  entry.target = (guint32) g_test_rand_int_range (0, (gint32) movement->targets->len);
  entry.period = (guint32) g_test_rand_int_range (0, (gint32) movement->periods->len);
  entry.state = (TdEntryState) g_test_rand_int_range (TD_ENTRY_DRAFT, TD_ENTRY_REJECTED + 1);
  switch (td_movement_target (movement, entry.target)->kind)
    {
    case TD_KIND_RATIO:
      entry.reported.first = due > 0 ? due - g_test_rand_int_range (0, 20000) : 0;
      entry.reported.first = MAX (entry.reported.first, 0);
      entry.reported.second = due;
      break;
    case TD_KIND_AMOUNT:
      entry.reported.first = TD_DECIMAL (g_test_rand_int_range (-10, 60));
      break;
    case TD_KIND_MILESTONE:
      entry.reported.first = g_test_rand_bit ()
                                 ? build_date ("2024-06-30") + g_test_rand_int_range (-5, 5)
                                 : TD_DECIMAL_NONE;
      break;
    case TD_KIND_RATING:
    default:
      entry.reported.first = TD_DECIMAL (g_test_rand_int_range (0, 6));
      break;
    }
  entry.appraised = entry.reported;
  return entry;
}

static void
test_random_edits (gconstpointer as_of)
{
  for (int basis = TD_BASIS_SELF; basis <= TD_BASIS_APPRAISED; basis++)
    {
      g_autoptr (TdScoreData) data = build_data (text);
      const TdMovement *movement = td_score_data_get_movement (data);
      g_autoptr (GError) error = NULL;
      g_autoptr (TdScores) scores =
          td_scores_new (data, build_date (as_of), (TdBasis) basis, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < 400; i++)
        {
          TdEntry entry = random_entry (movement);
          g_autoptr (TdScores) anew = NULL;
          g_autofree char *followed = NULL, *expected = NULL;

          if (g_test_rand_int_range (0, 3) > 0)
            td_score_data_put_entry (data, &entry);
          else
            td_score_data_remove_entry (data, entry.unit, entry.target, entry.period);
          g_assert_true (td_scores_update (scores, entry.unit, entry.target, &error));
          anew = td_scores_new (data, build_date (as_of), (TdBasis) basis, &error);
          g_assert_no_error (error);
          followed = build_dump (scores, &error);
          expected = build_dump (anew, &error);
          g_assert_cmpstr (followed, ==, expected);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/incremental/before-merges", "2024-04-30", test_random_edits);
  g_test_add_data_func ("/incremental/between", "2024-09-30", test_random_edits);
  g_test_add_data_func ("/incremental/after", "2024-12-31", test_random_edits);
  return g_test_run ();
}
