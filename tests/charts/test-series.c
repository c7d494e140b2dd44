/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts of points: distances proportional to the values, gaps where nothing is known.
 */
#include <math.h>
#include <string.h>

#include "charts/td-chart-series.h"
#include "fixture.h"

/* The lines' runs: how many paths row @row has, and that each is a run of known values. */
static void
check_runs (const Fixture *self, guint row)
{
  guint runs = 0, points = 0, expected_runs = 0, expected_points = 0, alone = 0, glyphs = 0;

  for (guint i = 0; i < self->layout->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self->layout->scene->items, TdChartItem, i);

      if (item->series != (int) row)
        continue;
      glyphs += item->kind == TD_CHART_ITEM_GLYPH ? 1 : 0;
      if (item->kind != TD_CHART_ITEM_PATH)
        continue;
      runs++;
      points += item->n_points;
      for (guint p = 0; p < item->n_points; p++)
        {
          const TdChartPoint *point =
              &g_array_index (self->layout->scene->points, TdChartPoint, item->first_point + p);
          gboolean found = FALSE;

          for (guint m = 0; m < self->n && !found; m++)
            found = self->marks[m].row == row && self->marks[m].known
                    && fabs (self->marks[m].x - point->x) < 1e-6
                    && fabs (self->marks[m].y - point->y) < 1e-6;
          g_assert_true (found);
        }
    }
  for (guint i = 0; i < self->chart->n_columns; i++)
    {
      gboolean known = td_chart_get (self->chart, row, i)->known;
      gboolean before = i > 0 && td_chart_get (self->chart, row, i - 1)->known;
      gboolean after =
          i + 1 < self->chart->n_columns && td_chart_get (self->chart, row, i + 1)->known;

      if (!known)
        continue;
      if (before || after)
        expected_points++;
      else
        alone++;
      if (!before && after)
        expected_runs++;
    }
  g_assert_cmpuint (runs, ==, expected_runs);
  g_assert_cmpuint (points, ==, expected_points);
  /* A figure between two gaps is seen by its marker. */
  g_assert_cmpuint (glyphs, >=, alone);
}

/* y (or any other reading of a mark) is a straight function of the numbers. */
static void
check_linear (const Fixture *self, double (*get) (const TdChartMark *), int row)
{
  const TdChartMark *low = NULL, *high = NULL;

  for (guint m = 0; m < self->n; m++)
    {
      const TdChartMark *mark = &self->marks[m];

      if (!mark->known || (row >= 0 && mark->row != (guint) row))
        continue;
      low = low == NULL || mark->number < low->number ? mark : low;
      high = high == NULL || mark->number > high->number ? mark : high;
    }
  if (low == NULL || !(high->number > low->number))
    return;
  g_assert_cmpfloat (fabs (get (high) - get (low)), >, 10);
  for (guint m = 0; m < self->n; m++)
    {
      const TdChartMark *mark = &self->marks[m];
      double share;

      if (!mark->known || (row >= 0 && mark->row != (guint) row))
        continue;
      share = (mark->number - low->number) / (high->number - low->number);
      g_assert_cmpfloat_with_epsilon (get (mark), get (low) + share * (get (high) - get (low)),
                                      1e-6);
    }
}

static double
get_y (const TdChartMark *mark)
{
  return mark->y;
}

static void
test_lines (void)
{
  static const SampleKind kinds[] = { SAMPLE_LINES, SAMPLE_TREND };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < N_WITH_NUMBERS; i++)
      {
        Fixture self;

        fixture_init_sample (&self, kinds[k], fixture_with_numbers[i]);
        check_linear (&self, get_y, -1);
        /* The checks of runs walk all marks for each point, which is slow for 2,000 of them. */
        for (guint row = 0; row < self.chart->n_rows && self.n < 1000; row++)
          check_runs (&self, row);
        fixture_clear (&self);
      }
}

/* A line of one series says under a gap which state it is; no mark of it is on the scale. */
static void
test_lane (void)
{
  Fixture self;
  double lowest = 0;
  guint unknown = 0;

  fixture_init_sample (&self, SAMPLE_TREND, SAMPLE_TYPICAL);
  for (guint m = 0; m < self.n; m++)
    if (self.marks[m].known)
      lowest = MAX (lowest, self.marks[m].y);
  for (guint m = 0; m < self.n; m++)
    if (!self.marks[m].known)
      {
        unknown++;
        g_assert_cmpfloat (self.marks[m].y, >, lowest);
        g_assert_cmpuint (fixture_count_items (&self, (int) m, TD_CHART_ITEM_GLYPH), ==, 1);
      }
  g_assert_cmpuint (unknown, ==, 3); /* missing, rejected, not due */
  fixture_clear (&self);
}

static void
test_axis_note (void)
{
  static const TdChartValue values[] = { TD_CHART_NUMBER (80), TD_CHART_NUMBER (90) };
  static const char *const periods[] = { "Quý I", "Quý II" };
  TdChartSeries series = { .name = "A", .values = values };
  TdChartLines data = { .head.words = TD_CHART_WORDS_PAPER,
                        .axis = { .name = "Chỉ số" },
                        .periods = periods,
                        .n_periods = 2,
                        .series = &series,
                        .n_series = 1 };
  Fixture self;

  fixture_init (&self, td_chart_new_lines (&data), 500, 300);
  g_assert_true (fixture_has_label (&self, "Chỉ số – trục không bắt đầu từ 0"));
  fixture_clear (&self);
  data.axis.from_zero = TRUE;
  fixture_init (&self, td_chart_new_lines (&data), 500, 300);
  g_assert_true (fixture_has_label (&self, "Chỉ số"));
  g_assert_true (fixture_has_label (&self, "0"));
  fixture_clear (&self);
}

/* An older figure beside the end of a line says of when it is. */
static void
test_old_end (void)
{
  static const TdChartValue first[] = { TD_CHART_NUMBER (80),
                                        TD_CHART_BLANK (TD_CHART_STATE_MISSING) };
  static const TdChartValue second[] = { TD_CHART_NUMBER (60), TD_CHART_NUMBER (70) };
  static const char *const periods[] = { "Quý I", "Quý II" };
  TdChartSeries series[] = { { .name = "A", .values = first }, { .name = "B", .values = second } };
  TdChartLines data = { .periods = periods, .n_periods = 2, .series = series, .n_series = 2 };
  Fixture self;

  fixture_init (&self, td_chart_new_lines (&data), 600, 300);
  g_assert_true (fixture_has_label (&self, "80 (Quý I)"));
  g_assert_true (fixture_has_label (&self, "70"));
  fixture_clear (&self);
}

static void
test_bump (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;

      fixture_init_sample (&self, SAMPLE_BUMP, fixture_with_numbers[i]);
      for (guint row = 0; row < self.chart->n_rows && self.n < 1000; row++)
        check_runs (&self, row);
      for (guint m = 0; m < self.n; m++)
        for (guint k = 0; k < m; k++)
          {
            const TdChartMark *a = &self.marks[k], *b = &self.marks[m];

            if (a->column != b->column)
              continue;
            g_assert_cmpfloat_with_epsilon (a->x, b->x, 1e-6);
            /* The better rank is above; equal ones have places of their own. */
            if (a->number < b->number)
              g_assert_cmpfloat (a->y, <, b->y);
            else if (a->number > b->number)
              g_assert_cmpfloat (a->y, >, b->y);
            else
              g_assert_cmpfloat (fabs (a->y - b->y), >, 0.1);
            /* The same rank is as high in every period, unless it is shared. */
          }
      fixture_clear (&self);
    }
}

/* 1, 2, 2, 4: the second 2 stands where 3 would; with 1, 2, 2, 3 they share one place. */
static void
test_bump_ties (void)
{
  static const TdChartValue ranks[4][2] = {
    { TD_CHART_NUMBER (1), TD_CHART_NUMBER (1) },
    { TD_CHART_NUMBER (2), TD_CHART_NUMBER (2) },
    { TD_CHART_NUMBER (2), TD_CHART_NUMBER (2) },
    { TD_CHART_NUMBER (4), TD_CHART_NUMBER (3) },
  };
  static const char *const periods[] = { "a", "b" };
  TdChartSeries series[4] = { { 0 } };
  TdChartBump data = { .periods = periods, .n_periods = 2, .series = series, .n_series = 4 };
  double y[4][2], step;
  Fixture self;

  for (guint i = 0; i < 4; i++)
    series[i].values = ranks[i];
  fixture_init (&self, td_chart_new_bump (&data), 500, 300);
  for (guint m = 0; m < self.n; m++)
    y[self.marks[m].row][self.marks[m].column] = self.marks[m].y;
  step = y[1][0] - y[0][0];
  g_assert_cmpfloat_with_epsilon (y[2][0], y[0][0] + 2 * step, 1e-6);
  g_assert_cmpfloat_with_epsilon (y[3][0], y[0][0] + 3 * step, 1e-6);
  g_assert_cmpfloat_with_epsilon (y[1][1], y[0][1] + step, 1e-6);
  g_assert_cmpfloat_with_epsilon (y[2][1], y[0][1] + 1.5 * step, 1e-6);
  g_assert_cmpfloat_with_epsilon (y[3][1], y[0][1] + 2 * step, 1e-6);
  fixture_clear (&self);
}

static Fixture *radar;

/* How far a mark is from the middle of the radar. */
static double
get_radius (const TdChartMark *mark)
{
  TdChartRect plot = td_chart_layout_get_plot (radar->layout);

  return hypot (mark->x - plot.x - plot.width / 2, mark->y - plot.y - plot.height / 2);
}

static void
test_radar (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;
      TdChartRect plot;

      fixture_init_sample (&self, SAMPLE_RADAR, fixture_with_numbers[i]);
      radar = &self;
      plot = td_chart_layout_get_plot (self.layout);
      check_linear (&self, get_radius, -1);
      /* The middle is zero: twice the number is twice as far out. */
      for (guint m = 0; m < self.n && fixture_with_numbers[i] != SAMPLE_NEGATIVE; m++)
        g_assert_cmpfloat_with_epsilon (get_radius (&self.marks[m]) * self.marks[0].number,
                                        get_radius (&self.marks[0]) * self.marks[m].number,
                                        1e-9 * self.marks[0].number * self.marks[m].number);
      for (guint m = 0; m < self.n; m++)
        {
          double angle = 2 * G_PI * self.marks[m].column / self.chart->n_columns;
          double radius = get_radius (&self.marks[m]);

          g_assert_cmpfloat_with_epsilon (self.marks[m].x - plot.x - plot.width / 2,
                                          radius * sin (angle), 1e-6);
          g_assert_cmpfloat_with_epsilon (plot.y + plot.height / 2 - self.marks[m].y,
                                          radius * cos (angle), 1e-6);
        }
      fixture_clear (&self);
    }
}

/* Also where the axis is left open and all numbers are high. */
static void
test_radar_zero (void)
{
  static const TdChartValue values[] = { TD_CHART_NUMBER (80), TD_CHART_NUMBER (90),
                                         TD_CHART_NUMBER (100) };
  static const char *const areas[] = { "A", "B", "C" };
  TdChartSeries series = { .name = "a", .values = values };
  TdChartRadar data = { .areas = areas, .n_areas = 3, .series = &series, .n_series = 1 };
  Fixture self;

  fixture_init (&self, td_chart_new_radar (&data), 400, 400);
  radar = &self;
  g_assert_cmpfloat_with_epsilon (get_radius (&self.marks[0]) / 80,
                                  get_radius (&self.marks[2]) / 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_radius (&self.marks[1]) / 90,
                                  get_radius (&self.marks[2]) / 100, 1e-9);
  fixture_clear (&self);
}

/*
 * A spoke without a figure opens the polygon: no line touches it, and no mark stands in the
 * middle.
 */
static void
test_radar_gap (void)
{
  Fixture self;
  guint closed = 0, open = 0;

  fixture_init_sample (&self, SAMPLE_RADAR, SAMPLE_TYPICAL);
  radar = &self;
  for (guint m = 0; m < self.n; m++)
    {
      g_assert_true (self.marks[m].row != 0 || self.marks[m].column != 3);
      g_assert_cmpfloat (get_radius (&self.marks[m]), >, 10);
    }
  for (guint i = 0; i < self.layout->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self.layout->scene->items, TdChartItem, i);

      if (item->kind != TD_CHART_ITEM_PATH || item->series < 0)
        continue;
      closed += item->closed ? 1 : 0;
      open += item->closed ? 0 : 1;
      g_assert_cmpint (item->closed, ==, item->series == 1);
    }
  g_assert_cmpuint (closed, ==, 1); /* the median has all its figures */
  g_assert_cmpuint (open, ==,
                    3); /* spokes 0 to 2, 4 to 6, and the bridge from the last to the first */
  g_assert_true (fixture_has_label (&self, "Tổ chức bộ máy: không phát sinh"));
  fixture_clear (&self);
}

static void
test_spark (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;

      fixture_init_sample (&self, SAMPLE_SPARK, fixture_with_numbers[i]);
      if (fixture_with_numbers[i] != SAMPLE_EQUAL)
        check_linear (&self, get_y, -1);
      if (self.n < 1000)
        check_runs (&self, 0);
      fixture_clear (&self);
    }
}

static double
get_x (const TdChartMark *mark)
{
  return mark->x;
}

static void
test_scatter (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;
      guint drawn = 0;

      fixture_init_sample (&self, SAMPLE_SCATTER, fixture_with_numbers[i]);
      check_linear (&self, get_y, -1);
      for (guint row = 0; row < self.chart->n_rows; row++)
        drawn +=
            td_chart_get (self.chart, row, 0)->known && td_chart_get (self.chart, row, 1)->known
                ? 1
                : 0;
      g_assert_cmpuint (self.n, ==, drawn);
      /* x is proportional to the other value: compare it as if that were the mark's own. */
      for (guint m = 0; m < self.n; m++)
        ((TdChartMark *) &self.marks[m])->number =
            td_chart_get (self.chart, self.marks[m].row, 0)->number;
      check_linear (&self, get_x, -1);
      fixture_clear (&self);
    }
}

/* With a diagonal both axes are the same, so on it x and y say the same number. */
static void
test_diagonal (void)
{
  static const TdChartDot dots[] = {
    { .name = "A", .x = TD_CHART_NUMBER (60), .y = TD_CHART_NUMBER (60) },
    { .name = "B", .x = TD_CHART_NUMBER (100), .y = TD_CHART_NUMBER (80) },
  };
  TdChartScatter data = { .dots = dots, .n_dots = 2, .diagonal = "bằng nhau" };
  guint diagonals = 0;
  Fixture self;

  fixture_init (&self, td_chart_new_scatter (&data), 500, 400);
  for (guint i = 0; i < self.layout->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self.layout->scene->items, TdChartItem, i);
      const TdChartPoint *from, *to;
      double share;

      if (item->kind != TD_CHART_ITEM_PATH || item->dash != TD_CHART_DASH_FRAME)
        continue;
      from = &g_array_index (self.layout->scene->points, TdChartPoint, item->first_point);
      to = from + 1;
      if (fabs (from->x - to->x) < 40)
        continue; /* the legend's */
      for (guint m = 0; m < self.n; m++)
        if (self.marks[m].row == 0)
          {
            share = (self.marks[m].x - from->x) / (to->x - from->x);
            g_assert_cmpfloat_with_epsilon (self.marks[m].y, from->y + share * (to->y - from->y),
                                            1e-6);
            diagonals++;
          }
    }
  g_assert_cmpuint (diagonals, ==, 1);
  fixture_clear (&self);
}

/* Up to six series are told apart by colour, dash and marker; of more, only the emphasized. */
static void
test_looks (void)
{
  static const TdChartValue value = TD_CHART_NUMBER (1);
  static const char *const period = "a";

  for (guint n = 1; n <= 9; n++)
    for (guint emphasis = 0; emphasis < 2; emphasis++)
      {
        TdChartSeries series[9] = { { 0 } };
        TdChartLines data = { .periods = &period, .n_periods = 1, .series = series, .n_series = n };
        g_autoptr (TdChart) chart = NULL;
        TdChartTheme theme;
        guint back = 0;

        for (guint i = 0; i < n; i++)
          series[i].values = &value;
        series[n - 1].emphasis = emphasis == 1;
        chart = td_chart_new_lines (&data);
        td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
        for (guint i = 0; i < n; i++)
          {
            TdChartSeriesLook look = td_chart_series_get_look (chart, &theme, i);

            back += look.back ? 1 : 0;
            for (guint k = 0; k < i && !look.back; k++)
              {
                TdChartSeriesLook other = td_chart_series_get_look (chart, &theme, k);

                g_assert_true (other.back
                               || (other.dash != look.dash && other.marker != look.marker
                                   && memcmp (&other.color, &look.color, sizeof look.color) != 0));
              }
          }
        g_assert_cmpuint (back, ==, emphasis == 1 ? n - 1 : n > 6 ? n : 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/lines/places", test_lines);
  g_test_add_func ("/charts/lines/lane", test_lane);
  g_test_add_func ("/charts/lines/axis-note", test_axis_note);
  g_test_add_func ("/charts/lines/old-end", test_old_end);
  g_test_add_func ("/charts/bump/places", test_bump);
  g_test_add_func ("/charts/bump/ties", test_bump_ties);
  g_test_add_func ("/charts/radar/places", test_radar);
  g_test_add_func ("/charts/radar/zero", test_radar_zero);
  g_test_add_func ("/charts/radar/gap", test_radar_gap);
  g_test_add_func ("/charts/spark", test_spark);
  g_test_add_func ("/charts/scatter/places", test_scatter);
  g_test_add_func ("/charts/scatter/diagonal", test_diagonal);
  g_test_add_func ("/charts/series/looks", test_looks);
  return g_test_run ();
}
