/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts of rows and cells: lengths proportional to the values, nothing drawn for what is missing.
 */
#include <math.h>
#include <string.h>

#include "fixture.h"

/* The bars of @column start at one zero and are as long as their numbers say. */
static void
check_bars (const Fixture *self, guint column)
{
  double zero = NAN, unit = NAN;

  for (guint i = 0; i < self->n; i++)
    {
      const TdChartMark *mark = &self->marks[i];
      double start, length;

      if (mark->column != column)
        continue;
      if (!mark->known)
        {
          g_assert_cmpfloat (mark->bounds.width, ==, 0);
          g_assert_cmpuint (fixture_count_items (self, (int) i, TD_CHART_ITEM_RECT), ==, 0);
          continue;
        }
      start = mark->number < 0 ? mark->bounds.x + mark->bounds.width : mark->bounds.x;
      length = mark->number < 0 ? -mark->bounds.width : mark->bounds.width;
      if (isnan (zero))
        zero = start;
      g_assert_cmpfloat_with_epsilon (start, zero, 1e-6);
      if (fabs (mark->number) < 1e-9)
        {
          g_assert_cmpfloat_with_epsilon (length, 0, 1e-9);
          continue;
        }
      if (isnan (unit))
        unit = length / mark->number;
      g_assert_cmpfloat (unit, >, 0);
      g_assert_cmpfloat_with_epsilon (length, unit * mark->number, 1e-6);
    }
}

static void
test_bars (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;

      fixture_init_sample (&self, SAMPLE_BARS, fixture_with_numbers[i]);
      check_bars (&self, 0);
      /* Sorted: the largest first, what is not known last. */
      for (guint m = 1; m < self.n; m++)
        {
          g_assert_cmpfloat (self.marks[m].y, >, self.marks[m - 1].y);
          g_assert_true (self.marks[m - 1].known || !self.marks[m].known);
          if (self.marks[m].known)
            g_assert_cmpfloat (self.marks[m - 1].number, >=, self.marks[m].number);
        }
      fixture_clear (&self);
    }
}

/* Equal values keep the order given, which is that of the ranking or of the alphabet. */
static void
test_ties (void)
{
  static const TdChartBar bars[] = {
    { .name = "A", .rank = "2", .value = TD_CHART_NUMBER (80) },
    { .name = "B", .value = TD_CHART_BLANK (TD_CHART_STATE_NOT_DUE) },
    { .name = "C", .rank = "1", .value = TD_CHART_NUMBER (90) },
    { .name = "D", .rank = "2", .value = TD_CHART_NUMBER (80) },
    { .name = "E", .value = TD_CHART_NUMBER (0) },
  };
  static const struct
  {
    TdChartOrder order;
    guint rows[5];
  } cases[] = {
    { TD_CHART_ORDER_GIVEN, { 0, 1, 2, 3, 4 } },
    { TD_CHART_ORDER_DESCENDING, { 2, 0, 3, 4, 1 } },
    { TD_CHART_ORDER_ASCENDING, { 4, 0, 3, 2, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdChartBars data = { .bars = bars, .n_bars = G_N_ELEMENTS (bars), .order = cases[i].order };
      Fixture self;

      fixture_init (&self, td_chart_new_bars (&data), 500, 300);
      g_assert_cmpuint (self.n, ==, 5);
      for (guint m = 0; m < self.n; m++)
        g_assert_cmpuint (self.marks[m].row, ==, cases[i].rows[m]);
      /* A reported zero is a number; what is not due is words. */
      for (guint m = 0; m < self.n; m++)
        {
          if (self.marks[m].row == 4)
            g_assert_cmpstr (fixture_find_label (&self, (int) m), ==, "0");
          if (self.marks[m].row == 1)
            g_assert_cmpstr (fixture_find_label (&self, (int) m), ==, "not due yet");
        }
      fixture_clear (&self);
    }
}

/* The caller's words for a number are the ones written, whatever the number. */
static void
test_texts (void)
{
  static const TdChartBar bars[] = {
    { .name = "A", .value = { TRUE, 99.996, TD_CHART_STATE_VALUE, "99,99%", { 1, 2 } } },
    { .name = "B", .value = { TRUE, 84.995, TD_CHART_STATE_VALUE, "85,00%", { 3, 4 } } },
    /* a text for what is missing is not believed */
    { .name = "C", .value = { FALSE, 0, TD_CHART_STATE_MISSING, "0", { 5, 6 } } },
    { .name = "D", .value = { TRUE, 7, TD_CHART_STATE_MISSING, NULL, { 7, 8 } } },
    { .name = "E", .value = { TRUE, NAN, TD_CHART_STATE_VALUE, NULL, { 9, 10 } } },
    { .name = "F", .value = { TRUE, 1e101, TD_CHART_STATE_VALUE, NULL, { 11, 12 } } },
  };
  TdChartBars data = { .head.words = TD_CHART_WORDS_PAPER,
                       .bars = bars,
                       .n_bars = G_N_ELEMENTS (bars) };
  g_autoptr (TdChartTable) table = NULL;
  Fixture self;

  fixture_init (&self, td_chart_new_bars (&data), 500, 300);
  table = td_chart_to_table (self.chart);
  g_assert_cmpstr (fixture_find_label (&self, 0), ==, "99,99%");
  g_assert_cmpstr (fixture_find_label (&self, 1), ==, "85,00%");
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      g_assert_cmpstr (td_chart_table_get (table, i, 1), ==, fixture_find_label (&self, (int) i));
      g_assert_cmpint (self.marks[i].key.first, ==, 2 * i + 1);
      g_assert_cmpint (self.marks[i].key.second, ==, 2 * i + 2);
      if (i >= 2)
        {
          g_assert_false (self.marks[i].known);
          g_assert_cmpstr (fixture_find_label (&self, (int) i), ==, "không có số liệu");
        }
    }
  fixture_clear (&self);
}

/* Bands are zones of the axis: a bar that ends at a band's bound ends at the zone's edge. */
static void
test_bands (void)
{
  static const TdChartBand bands[] = { { "Tốt", 80 }, { "Xuất sắc", 90 }, { "Khá", 65 } };
  static const TdChartBar bars[] = { { .name = "A", .value = TD_CHART_NUMBER (80) },
                                     { .name = "B", .value = TD_CHART_NUMBER (90) } };
  TdChartBars data = {
    .axis = { .has_from = TRUE, .has_to = TRUE, .to = 100 },
    .bars = bars,
    .n_bars = 2,
    .bands = bands,
    .n_bands = 3,
  };
  guint zones = 0;
  Fixture self;
  TdChartColor tint;

  fixture_init (&self, td_chart_new_bars (&data), 700, 200);
  tint = self.layout->theme.tint;
  for (guint i = 0; i < self.layout->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self.layout->scene->items, TdChartItem, i);

      if (item->kind != TD_CHART_ITEM_RECT || memcmp (&item->fill, &tint, sizeof tint) != 0)
        continue;
      /* From below: Khá (tinted) to 80, Tốt to 90, Xuất sắc (tinted) from 90. */
      if (zones == 0)
        g_assert_cmpfloat_with_epsilon (item->box.x + item->box.width,
                                        self.marks[0].bounds.x + self.marks[0].bounds.width, 1e-6);
      else
        g_assert_cmpfloat_with_epsilon (item->box.x,
                                        self.marks[1].bounds.x + self.marks[1].bounds.width, 1e-6);
      zones++;
    }
  g_assert_cmpuint (zones, ==, 2);
  g_assert_true (fixture_has_label (&self, "Xuất sắc"));
  fixture_clear (&self);
}

static void
test_bullets (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;
      double zero = NAN, unit = NAN;

      fixture_init_sample (&self, SAMPLE_BULLETS, fixture_with_numbers[i]);
      check_bars (&self, 0);
      for (guint m = 0; m < self.n; m++)
        if (self.marks[m].column == 0 && self.marks[m].known && self.marks[m].number > 0)
          {
            zero = self.marks[m].bounds.x;
            unit = self.marks[m].bounds.width / self.marks[m].number;
          }
      /* Goal and pace stand on the same scale as the bars. */
      for (guint m = 0; m < self.n; m++)
        if (self.marks[m].column > 0)
          g_assert_cmpfloat_with_epsilon (self.marks[m].x, zero + unit * self.marks[m].number,
                                          1e-6);
      fixture_clear (&self);
    }
}

static void
test_heat (void)
{
  Fixture self;
  guint n_columns;

  fixture_init_sample (&self, SAMPLE_HEAT, SAMPLE_TYPICAL);
  n_columns = self.chart->n_columns;
  g_assert_cmpuint (self.n, ==, self.chart->n_rows * n_columns);
  for (guint m = 0; m < self.n; m++)
    {
      const TdChartMark *mark = &self.marks[m];
      const TdChartItem *cell = NULL;

      g_assert_cmpuint (mark->row, ==, m / n_columns);
      g_assert_cmpuint (mark->column, ==, m % n_columns);
      /* All of one size, in rows and columns. */
      g_assert_cmpfloat_with_epsilon (mark->bounds.width, self.marks[0].bounds.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (mark->bounds.x, self.marks[mark->column].bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (mark->bounds.y, self.marks[mark->row * n_columns].bounds.y,
                                      1e-6);
      for (guint i = 0; i < self.layout->scene->items->len && cell == NULL; i++)
        {
          const TdChartItem *item = &g_array_index (self.layout->scene->items, TdChartItem, i);

          if (item->mark == (int) m && item->kind == TD_CHART_ITEM_RECT)
            cell = item;
        }
      g_assert_nonnull (cell);
      g_assert_cmpint (cell->pattern, ==, td_chart_pattern_of_state (mark->state));
      /* Every state but a plain figure has its glyph in the cell. */
      g_assert_cmpuint (fixture_count_items (&self, (int) m, TD_CHART_ITEM_GLYPH), ==,
                        mark->state != TD_CHART_STATE_VALUE ? 1 : 0);
      if (mark->state == TD_CHART_STATE_VALUE)
        {
          guint step = MIN ((guint) (mark->number / 20), 4); /* shares of 100 in five steps */

          g_assert_cmpmem (&cell->fill, sizeof cell->fill, &self.layout->theme.steps[step],
                           sizeof cell->fill);
        }
    }
  fixture_clear (&self);
}

static void
test_stack (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;
      double unit = NAN, zero = NAN, end = NAN;
      guint row = G_MAXUINT;

      fixture_init_sample (&self, SAMPLE_STACK, fixture_with_numbers[i]);
      for (guint m = 0; m < self.n; m++)
        {
          const TdChartMark *mark = &self.marks[m];

          g_assert_true (mark->known);
          if (isnan (zero))
            zero = mark->bounds.x;
          /* Parts follow each other without a gap, from zero on. */
          g_assert_cmpfloat_with_epsilon (mark->bounds.x, mark->row != row ? zero : end, 1e-6);
          row = mark->row;
          end = mark->bounds.x + mark->bounds.width;
          if (isnan (unit) && mark->number > 0)
            unit = mark->bounds.width / mark->number;
          g_assert_cmpfloat_with_epsilon (mark->bounds.width,
                                          mark->number > 0 ? unit * mark->number : 0, 1e-6);
        }
      fixture_clear (&self);
    }
}

/* As shares all rows are as long; a row of which nothing is known is words. */
static void
test_stack_shares (void)
{
  static const TdChartPart parts[] = { { NULL, TD_CHART_STATE_MET },
                                       { NULL, TD_CHART_STATE_BEHIND } };
  static const TdChartValue counts[3][2] = {
    { TD_CHART_NUMBER (3), TD_CHART_NUMBER (1) },
    { TD_CHART_NUMBER (10), TD_CHART_NUMBER (30) },
    { { 0 }, { 0 } },
  };
  static const TdChartStackRow rows[] = {
    { .name = "A", .counts = counts[0] },
    { .name = "B", .counts = counts[1] },
    { .name = "C", .counts = counts[2] },
  };
  TdChartStack data = { .head.words = TD_CHART_WORDS_PAPER,
                        .parts = parts,
                        .n_parts = 2,
                        .rows = rows,
                        .n_rows = 3,
                        .shares = TRUE };
  Fixture self;
  double whole;

  fixture_init (&self, td_chart_new_stack (&data), 500, 300);
  g_assert_cmpuint (self.n, ==, 4);
  whole = self.marks[0].bounds.width + self.marks[1].bounds.width;
  g_assert_cmpfloat_with_epsilon (self.marks[0].bounds.width, whole * 3 / 4, 1e-6);
  g_assert_cmpfloat_with_epsilon (self.marks[2].bounds.width, whole / 4, 1e-6);
  g_assert_cmpfloat_with_epsilon (self.marks[3].bounds.width, whole * 3 / 4, 1e-6);
  g_assert_true (fixture_has_label (&self, "40"));
  g_assert_true (fixture_has_label (&self, "không có số liệu"));
  fixture_clear (&self);
}

static void
test_funnel (void)
{
  for (guint i = 0; i < N_WITH_NUMBERS; i++)
    {
      Fixture self;
      double unit = NAN;

      fixture_init_sample (&self, SAMPLE_FUNNEL, fixture_with_numbers[i]);
      for (guint m = 0; m < self.n; m++)
        {
          const TdChartMark *mark = &self.marks[m];

          g_assert_cmpfloat_with_epsilon (mark->x, self.marks[0].x, 1e-6); /* all centred */
          if (m > 0)
            g_assert_cmpfloat (mark->y, >, self.marks[m - 1].y);
          if (!mark->known || mark->number <= 0)
            {
              g_assert_cmpfloat (mark->bounds.width, ==, 0);
              continue;
            }
          if (isnan (unit))
            unit = mark->bounds.width / mark->number;
          g_assert_cmpfloat_with_epsilon (mark->bounds.width, unit * mark->number, 1e-6);
        }
      fixture_clear (&self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/bars/lengths", test_bars);
  g_test_add_func ("/charts/bars/ties", test_ties);
  g_test_add_func ("/charts/bars/texts", test_texts);
  g_test_add_func ("/charts/bars/bands", test_bands);
  g_test_add_func ("/charts/bullets", test_bullets);
  g_test_add_func ("/charts/heat", test_heat);
  g_test_add_func ("/charts/stack/lengths", test_stack);
  g_test_add_func ("/charts/stack/shares", test_stack_shares);
  g_test_add_func ("/charts/funnel", test_funnel);
  return g_test_run ();
}
