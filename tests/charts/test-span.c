/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of the time: what a part shows is what the whole shows of it; which periods are looked at. */
#include <math.h>
#include <string.h>

#include "charts/td-chart-zoom.h"
#include "fixture.h"

static const SampleKind over_time[] = { SAMPLE_LINES, SAMPLE_TREND, SAMPLE_BUMP, SAMPLE_SPARK };

/* Every cell of the part's table stands in the whole's, under the same names. */
static void
test_part_of_the_table (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (over_time); k++)
    {
      g_autoptr (TdChart) whole = sample_new (over_time[k], SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
      guint n = td_chart_get_n_periods (whole);

      g_assert_cmpuint (n, >, 3);
      for (guint first = 0; first < n; first++)
        for (guint count = 1; first + count <= n; count++)
          {
            g_autoptr (TdChart) part = td_chart_new_span (whole, first, count);

            g_assert_cmpuint (td_chart_get_n_periods (part), ==, count);
            for (guint i = 0; i < count; i++)
              {
                g_assert_cmpstr (td_chart_get_period (part, i), ==,
                                 td_chart_get_period (whole, first + i));
                for (guint row = 0; row < whole->n_rows; row++)
                  {
                    g_autofree char *here = td_chart_dup_hover (part, row, i);
                    g_autofree char *there = td_chart_dup_hover (whole, row, first + i);

                    g_assert_cmpstr (here, ==, there);
                  }
              }
          }
    }
}

/* It says that it is a part, outlives the whole, and the whole is not said to be one. */
static void
test_says_so (void)
{
  TdChart *whole = sample_new (SAMPLE_TREND, SAMPLE_TYPICAL, TD_CHART_WORDS_PAPER);
  g_autofree char *from = g_strdup (td_chart_get_period (whole, 1));
  g_autofree char *to = g_strdup (td_chart_get_period (whole, 2));
  g_autofree char *wanted = g_strdup_printf ("từ %s đến %s", from, to);
  g_autoptr (TdChart) part = td_chart_new_span (whole, 1, 2);
  g_autoptr (TdChart) all = td_chart_new_span (whole, 0, td_chart_get_n_periods (whole));
  g_autofree char *words = NULL;

  g_assert_cmpstr (td_chart_get_head (all)->filters, ==, td_chart_get_head (whole)->filters);
  td_chart_unref (whole);
  g_assert_nonnull (strstr (td_chart_get_head (part)->filters, wanted));
  words = td_chart_describe (part);
  g_assert_nonnull (strstr (words, wanted));
}

/* What is dragged over is what is under it. */
static void
test_find (void)
{
  static const SampleKind drawn[] = { SAMPLE_LINES, SAMPLE_TREND, SAMPLE_BUMP };

  for (guint k = 0; k < G_N_ELEMENTS (drawn); k++)
    {
      Fixture self;
      guint n, first, count;
      double x, next;

      fixture_init_sample (&self, drawn[k], SAMPLE_TYPICAL);
      n = td_chart_get_n_periods (self.chart);
      for (guint m = 0; m < self.n; m++)
        {
          g_assert_true (td_chart_layout_get_period_x (self.layout, self.marks[m].column, &x));
          g_assert_cmpfloat_with_epsilon (x, self.marks[m].x, 0.01);
        }
      g_assert_false (td_chart_layout_get_period_x (self.layout, n, &x));
      for (guint a = 0; a < n; a++)
        for (guint b = a; b < n; b++)
          {
            g_assert_true (td_chart_layout_get_period_x (self.layout, a, &x));
            g_assert_true (td_chart_layout_get_period_x (self.layout, b, &next));
            /* Either way round. */
            g_assert_true (
                td_chart_layout_find_span (self.layout, next + 0.1, x - 0.1, &first, &count));
            g_assert_cmpuint (first, ==, a);
            g_assert_cmpuint (count, ==, b - a + 1);
          }
      g_assert_false (td_chart_layout_find_span (self.layout, -20, -10, &first, &count));
      fixture_clear (&self);
    }
}

/* Charts that are not over time have no part of it, nor those that show nothing. */
static void
test_without_time (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    {
      gboolean expected = FALSE;
      Fixture self;
      double x;

      for (guint k = 0; k < G_N_ELEMENTS (over_time); k++)
        expected = expected || over_time[k] == kind;
      fixture_init_sample (&self, (SampleKind) kind, SAMPLE_TYPICAL);
      g_assert_cmpint (td_chart_get_n_periods (self.chart) > 0, ==, expected);
      if (!expected)
        g_assert_false (td_chart_layout_get_period_x (self.layout, 0, &x));
      fixture_clear (&self);
      fixture_init_sample (&self, (SampleKind) kind, SAMPLE_NONE);
      g_assert_false (td_chart_layout_get_period_x (self.layout, 0, &x));
      fixture_clear (&self);
    }
}

static TdChart *
make_course (guint n, const char *prefix)
{
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autofree TdChartValue *values = g_new0 (TdChartValue, n);
  TdChartSeries series = { "A", values, FALSE, FALSE };
  TdChartLines data = {
    .periods = (const char *const *) names, .n_periods = n, .series = &series, .n_series = 1
  };

  for (guint i = 0; i < n; i++)
    {
      names[i] = g_strdup_printf ("%s %u", prefix, i + 1);
      values[i] = (TdChartValue) TD_CHART_NUMBER (i);
    }
  return td_chart_new_lines (&data);
}

static void
check_zoom (const TdChartZoom *zoom, guint first, guint count)
{
  g_autoptr (TdChart) chart = td_chart_zoom_dup_chart (zoom);
  g_autofree char *name = g_strdup_printf ("T %u", first + 1);

  g_assert_cmpuint (td_chart_get_n_periods (chart), ==, count);
  g_assert_cmpstr (td_chart_get_period (chart, 0), ==, name);
}

static void
test_zoom (void)
{
  g_autoptr (TdChart) year = make_course (12, "T");
  g_autoptr (TdChart) again = make_course (12, "T");
  g_autoptr (TdChart) other = make_course (12, "Q");
  g_autoptr (TdChart) pair = make_course (2, "T");
  TdChartZoom zoom = { 0 };

  g_assert_null (td_chart_zoom_dup_chart (&zoom));
  g_assert_false (td_chart_zoom_in (&zoom, -1));
  td_chart_zoom_set_chart (&zoom, year);
  check_zoom (&zoom, 0, 12);
  g_assert_false (td_chart_zoom_can_out (&zoom));
  g_assert_false (td_chart_zoom_move (&zoom, 1));

  /* The eighth to the eleventh; of these the second to the third. */
  g_assert_true (td_chart_zoom_into (&zoom, 7, 4));
  check_zoom (&zoom, 7, 4);
  g_assert_true (td_chart_zoom_into (&zoom, 1, 2));
  check_zoom (&zoom, 8, 2);
  g_assert_false (td_chart_zoom_can_in (&zoom));
  g_assert_false (td_chart_zoom_in (&zoom, 0));

  /* New figures for the same periods leave the part where it is; other periods do not. */
  td_chart_zoom_set_chart (&zoom, again);
  check_zoom (&zoom, 8, 2);
  g_assert_true (td_chart_zoom_move (&zoom, 1));
  check_zoom (&zoom, 9, 2);
  g_assert_true (td_chart_zoom_move (&zoom, 1));
  check_zoom (&zoom, 10, 2);
  g_assert_false (td_chart_zoom_move (&zoom, 1));
  g_assert_true (td_chart_zoom_out (&zoom));
  check_zoom (&zoom, 8, 4);
  g_assert_true (td_chart_zoom_reset (&zoom));
  check_zoom (&zoom, 0, 12);
  g_assert_false (td_chart_zoom_reset (&zoom));

  /* Half of them: the last without a mark, around the mark with one. */
  g_assert_true (td_chart_zoom_in (&zoom, -1));
  check_zoom (&zoom, 6, 6);
  g_assert_true (td_chart_zoom_reset (&zoom));
  g_assert_true (td_chart_zoom_in (&zoom, 0));
  check_zoom (&zoom, 0, 6);
  g_assert_true (td_chart_zoom_reset (&zoom));
  g_assert_true (td_chart_zoom_in (&zoom, 5));
  check_zoom (&zoom, 2, 6);
  /* All the way out is all, not more. */
  while (td_chart_zoom_out (&zoom))
    ;
  check_zoom (&zoom, 0, 12);

  /* A stretch with one period in it widens to two: one is no course. */
  g_assert_true (td_chart_zoom_into (&zoom, 11, 1));
  check_zoom (&zoom, 10, 2);
  td_chart_zoom_set_chart (&zoom, other);
  g_assert_false (td_chart_zoom_can_out (&zoom));
  td_chart_zoom_set_chart (&zoom, pair);
  check_zoom (&zoom, 0, 2);
  g_assert_false (td_chart_zoom_can_in (&zoom));
  g_assert_false (td_chart_zoom_into (&zoom, 0, 1));
  td_chart_zoom_clear (&zoom);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/span/part_of_the_table", test_part_of_the_table);
  g_test_add_func ("/charts/span/says_so", test_says_so);
  g_test_add_func ("/charts/span/find", test_find);
  g_test_add_func ("/charts/span/without_time", test_without_time);
  g_test_add_func ("/charts/span/zoom", test_zoom);
  return g_test_run ();
}
