/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/td-date.h"

#include "base/td-id.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year, month, day; /* 0: refused */
  } cases[] = {
    { "2024-03-14", 2024, 3, 14 },
    { "14/03/2024", 2024, 3, 14 },
    { "1/3/2024", 2024, 3, 1 },
    { " 29/02/2024 ", 2024, 2, 29 },
    { "14-3-2024", 2024, 3, 14 },
    { "14.03.2024", 2024, 3, 14 },
    { "29/02/2023", 0, 0, 0 },
    { "2024-13-01", 0, 0, 0 },
    { "2024-3-14", 0, 0, 0 },
    { "03/14/2024", 0, 0, 0 },
    { "14/03/24", 0, 0, 0 },
    { "45365", 0, 0, 0 },
    { "", 0, 0, 0 },
    { "14/03-2024", 0, 0, 0 },
    { "0000-01-01", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TdDate date = TD_DATE_NONE;

      g_test_message ("%s", cases[i].text);
      if (cases[i].year == 0)
        {
          g_assert_false (td_date_parse (cases[i].text, &date, &error));
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
          continue;
        }
      g_assert_true (td_date_parse (cases[i].text, &date, &error));
      g_assert_cmpint (date, ==, td_date_new (cases[i].year, cases[i].month, cases[i].day));
    }
}

static void
test_format (void)
{
  TdDate date = td_date_new (2024, 3, 5);
  g_autofree char *iso = td_date_format (date, TD_STYLE_PLAIN);
  g_autofree char *shown = td_date_format (date, TD_STYLE_VIETNAMESE);
  g_autofree char *none = td_date_format (TD_DATE_NONE, TD_STYLE_PLAIN);

  g_assert_cmpstr (iso, ==, "2024-03-05");
  g_assert_cmpstr (shown, ==, "05/03/2024");
  g_assert_cmpstr (none, ==, "");
}

/* NĐ 30/2020, Phụ lục I, II.4.b. */
static void
test_decree (void)
{
  static const struct
  {
    int year, month, day;
    const char *text;
  } cases[] = {
    { 2024, 2, 5, "ngày 05 tháng 02 năm 2024" },
    { 2024, 3, 5, "ngày 05 tháng 3 năm 2024" },
    { 2024, 1, 31, "ngày 31 tháng 01 năm 2024" },
    { 2024, 12, 10, "ngày 10 tháng 12 năm 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          td_date_format_decree (td_date_new (cases[i].year, cases[i].month, cases[i].day));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_arithmetic (void)
{
  g_assert_cmpint (td_date_new (2024, 12, 31) - td_date_new (2024, 3, 14), ==, 292);
  g_assert_cmpint (td_date_add_months (td_date_new (2024, 1, 31), 1), ==,
                   td_date_new (2024, 2, 29));
  g_assert_cmpint (td_date_add_months (td_date_new (2024, 3, 14), -3), ==,
                   td_date_new (2023, 12, 14));
}

static void
test_ids (void)
{
  TdIdSource one = { 0 }, other = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TdId last = 0;

  for (guint i = 0; i < 50000; i++)
    {
      TdId id = td_id_source_next (&one);

      g_assert_cmpint (id, >, last);
      last = id;
      g_hash_table_add (seen, g_memdup2 (&id, sizeof id));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 50000);
  g_assert_cmpint (td_id_source_next (&other), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/decree", test_decree);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/id/source", test_ids);
  return g_test_run ();
}
