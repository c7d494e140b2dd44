/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working days of 2024, counted by hand on the calendar with that year's holidays of public offices. */
#include "base/td-workdays.h"

#define HOLIDAYS                                                                                   \
  "2024-01-01;2024-02-08..2024-02-14;18/04/2024\n2024-04-29..2024-05-01;2024-09-02..2024-09-03"
#define MADE_UP "2024-05-04"

static TdDate
day (const char *text)
{
  TdDate date = TD_DATE_NONE;

  g_assert_true (td_date_parse (text, &date, NULL));
  return date;
}

static void
test_count (void)
{
  static const struct
  {
    const char *from, *to;
    guint n, plain; /* plain: weekends only */
  } cases[] = {
    { "2024-04-05", "2024-04-05", 0, 0 }, { "2024-04-05", "2024-04-04", 0, 0 },
    { "2024-04-05", "2024-04-07", 0, 0 }, /* Friday to Sunday */
    { "2024-04-05", "2024-04-08", 1, 1 }, { "2024-04-05", "2024-04-10", 3, 3 },
    { "2024-02-07", "2024-02-15", 1, 6 }, /* over Tết */
    { "2024-04-17", "2024-04-19", 1, 2 }, /* the Hùng Kings */
    { "2024-04-26", "2024-05-04", 3, 5 }, /* Saturday the 4th of May made up for Monday the 29th */
    { "2023-12-29", "2024-01-02", 1, 2 }, { "2024-01-01", "2024-12-31", 251, 261 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkdays) workdays = td_workdays_new (HOLIDAYS, MADE_UP, &error);
  g_autoptr (TdWorkdays) plain = td_workdays_new ("", "", NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (td_workdays_count (workdays, day (cases[i].from), day (cases[i].to)), ==,
                        cases[i].n);
      g_assert_cmpuint (td_workdays_count (plain, day (cases[i].from), day (cases[i].to)), ==,
                        cases[i].plain);
    }
}

static void
test_wrong (void)
{
  static const char *const wrong[] = { "Tết", "2024-02-30", "2024-02-14..2024-02-08",
                                       "2024-02-08..", "2024-01-01..2026-01-01" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (td_workdays_new (wrong[i], "", &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/workdays/count", test_count);
  g_test_add_func ("/base/workdays/wrong", test_wrong);
  return g_test_run ();
}
