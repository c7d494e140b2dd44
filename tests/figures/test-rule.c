/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a rule: at each value the points that the contract gives, computed by hand. */
#include <string.h>

#include "figures/td-figures.h"

static TdRecord *
make_target (const char *fields)
{
  g_auto (GStrv) cells = g_strsplit (fields, "|", -1);
  TdRecord *record = td_record_new (TD_TABLE_TARGETS, 1);
  g_autoptr (GError) error = NULL;

  td_record_set_text (record, TD_TARGET_CODE, "T");
  td_record_set_text (record, TD_TARGET_NAME, "T");
  td_record_set_text (record, TD_TARGET_APPLIES_TO, TD_SCOPE_ALL);
  td_record_set_ref (record, TD_TARGET_AREA, 1);
  td_record_set_number (record, TD_TARGET_FREQUENCY, TD_FREQUENCY_PERIOD);
  td_record_set_number (record, TD_TARGET_IF_MISSING, TD_IF_MISSING_ZERO);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      char *equals = strchr (cells[i], '=');
      int field;

      *equals = '\0';
      field = td_table_find_field (record->table, cells[i]);
      td_field_parse (&record->table->fields[field], equals + 1, TD_STYLE_PLAIN,
                      &record->values[field], &error);
      g_assert_no_error (error);
    }
  return record;
}

/* The points the picture shows at @value, as its table has them; NULL: it has no such value. */
static char *
points_at (TdChart *chart, const char *value)
{
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);

  for (guint row = 0; row < td_chart_table_get_n_rows (table); row++)
    if (strcmp (td_chart_table_get (table, row, 0), value) == 0)
      return g_strdup (td_chart_table_get (table, row, td_chart_table_get_n_columns (table) - 1));
  /* Of days there is a column each. */
  for (guint column = 0; column < td_chart_table_get_n_columns (table); column++)
    if (strcmp (td_chart_table_get_header (table, column), value) == 0)
      return g_strdup (td_chart_table_get (table, 0, column));
  return NULL;
}

static void
test_points (void)
{
  static const struct
  {
    const char *target;
    const char *value;
    const char *points; /* NULL: outside of the picture */
  } cases[] = {
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=linear|goal=100|max_points=10", "55%",
      "5,50" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=linear|goal=80|floor=40|max_points=10",
      "50%", "2,50" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=linear|goal=80|floor=40|max_points=10",
      "100%", "10,00" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=linear|goal=80|floor=40|max_points=10",
      "101%", NULL },
    /* A step is a jump. */
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=steps|steps=80:0.5;100:1|max_points="
      "15",
      "79%", "0,00" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=steps|steps=80:0.5;100:1|max_points="
      "15",
      "80%", "7,50" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=all-or-nothing|goal=95|max_points=3",
      "94%", "0,00" },
    { "kind=ratio|accumulation=sum|if_none_arising=full|rule=all-or-nothing|goal=95|max_points=3",
      "95%", "3,00" },
    /* Lower is better: 30 gets nothing, 10 all. */
    { "kind=amount|accumulation=sum|rule=linear|direction=lower|goal=10|floor=30|max_points=8",
      "25", "2,00" },
    { "kind=amount|accumulation=sum|rule=linear|goal=-10|floor=-30|max_points=8", "-20", "4,00" },
    { "kind=rating|rule=given|max_points=5", "2,5", "2,50" },
    { "kind=milestone|rule=on-time|due=2024-06-30|late_share=0.3|max_points=5", "30/06/2024",
      "5,00" },
    { "kind=milestone|rule=on-time|due=2024-06-30|late_share=0.3|max_points=5", "01/07/2024",
      "1,50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdRecord) target = make_target (cases[i].target);
      g_autoptr (TdChart) chart = td_figure_new_for_rule (target, 2);
      g_autofree char *points = NULL;

      g_assert_nonnull (chart);
      points = points_at (chart, cases[i].value);
      g_test_message ("%s at %s", cases[i].target, cases[i].value);
      g_assert_cmpstr (points, ==, cases[i].points);
    }
}

/* Goals of any size give a picture of about a hundred round values. */
static void
test_sizes (void)
{
  static const char *const goals[] = { "0.0001", "0.003", "7", "1234.5", "999999999999.9999" };

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autofree char *fields = g_strdup_printf (
          "kind=amount|accumulation=sum|rule=all-or-nothing|goal=%s|max_points=1", goals[i]);
      g_autoptr (TdRecord) target = make_target (fields);
      g_autoptr (TdChart) chart = td_figure_new_for_rule (target, 0);
      g_autoptr (TdChartTable) table = td_chart_to_table (chart);

      g_assert_cmpuint (td_chart_table_get_n_rows (table), >=, 2);
      g_assert_cmpuint (td_chart_table_get_n_rows (table), <=, 101);
    }
}

static void
test_wrong (void)
{
  g_autoptr (TdRecord) no_goal =
      make_target ("kind=amount|accumulation=sum|rule=linear|max_points=1");
  g_autoptr (TdRecord) no_kind = make_target ("rule=linear|goal=1|max_points=1");

  g_assert_null (td_figure_new_for_rule (no_goal, 2));
  g_assert_null (td_figure_new_for_rule (no_kind, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/points", test_points);
  g_test_add_func ("/rule/sizes", test_sizes);
  g_test_add_func ("/rule/wrong", test_wrong);
  return g_test_run ();
}
