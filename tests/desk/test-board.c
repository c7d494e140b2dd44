/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ranking as a board: ranges, comparison with another day, sorting. The movement is the store's
 * fixture; A has 8 of 10 and then 1 of 10, B 6 of 10 twice, C (until November, then B's) 10 of 10 and
 * then nothing. By hand, as of 31 July: A 9/20 = 45, B 12/20 = 60, C 10/10 = 100; as of 5 April: 80,
 * 60, 100.
 */
#include "desk/td-board.h"
#include "desk/td-desk.h"
#include "fixture.h"
#include "tables/td-export-board.h"

typedef struct
{
  Fixture store;
  TdDesk *desk;
} Open;

static void
set_up (Open *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&self->store, NULL);
  fixture_enter_five (&self->store);
  self->desk = td_desk_new (self->store.store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 7, 31), &error));
}

static void
tear_down (Open *self, gconstpointer data)
{
  g_clear_object (&self->desk);
  fixture_tear_down (&self->store, NULL);
}

/* A column of the whole board, with ";" between. */
static char *
column (const TdBoard *board, TdBoardColumn column, TdStyle style)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < td_board_get_n_rows (board); i++)
    {
      g_autofree char *text = td_board_dup_text (board, i, column, style);

      g_string_append_printf (out, "%s%s", i > 0 ? ";" : "", text);
    }
  return g_string_free (out, FALSE);
}

static void
assert_column (const TdBoard *board, TdBoardColumn which, TdStyle style, const char *wanted)
{
  g_autofree char *got = column (board, which, style);

  g_assert_cmpstr (got, ==, wanted);
}

static const TdScores *
scores_at (Open *self, int year, int month, int day)
{
  g_autoptr (GError) error = NULL;
  const TdScores *scores =
      td_desk_get_scores_at (self->desk, td_date_new (year, month, day), &error);

  g_assert_no_error (error);
  return scores;
}

static void
test_compare (Open *self, gconstpointer data)
{
  g_autoptr (TdBoard) board =
      td_board_new (td_desk_get_scores (self->desk), scores_at (self, 2024, 4, 5), -1);
  guint rose, fell;

  assert_column (board, TD_BOARD_UNIT, TD_STYLE_VIETNAMESE, "Phường Cát;Phường Bình;Phường An");
  assert_column (board, TD_BOARD_RANK, TD_STYLE_VIETNAMESE, "1;2;3");
  assert_column (board, TD_BOARD_TOTAL, TD_STYLE_VIETNAMESE, "100,00;60,00;45,00");
  assert_column (board, TD_BOARD_BEFORE, TD_STYLE_VIETNAMESE, "1;3;2");
  assert_column (board, TD_BOARD_MOVED, TD_STYLE_VIETNAMESE, "=;▲ 1;▼ 1");
  assert_column (board, TD_BOARD_MOVED, TD_STYLE_PLAIN, "0;1;-1");
  assert_column (board, TD_BOARD_CHANGE, TD_STYLE_PLAIN, "0.00;0.00;-35.00");
  assert_column (board, TD_BOARD_POINTS, TD_STYLE_VIETNAMESE, "10,00/10,00;6,00/10,00;4,50/10,00");
  assert_column (board, TD_BOARD_COVERAGE, TD_STYLE_VIETNAMESE, "1/2;2/2;2/2");
  /* Nobody misses a cell: what was reported decides. */
  assert_column (board, TD_BOARD_RANGE, TD_STYLE_VIETNAMESE, "1;2;3");
  td_board_count_moves (board, &rose, &fell);
  g_assert_cmpuint (rose, ==, 1);
  g_assert_cmpuint (fell, ==, 1);
  g_assert_cmpuint (td_board_count_changed (board), ==, 2);
}

static void
test_not_compared (Open *self, gconstpointer data)
{
  g_autoptr (TdBoard) board = td_board_new (td_desk_get_scores (self->desk), NULL, 0);

  assert_column (board, TD_BOARD_MOVED, TD_STYLE_VIETNAMESE, ";;");
  assert_column (board, TD_BOARD_BEFORE, TD_STYLE_VIETNAMESE, ";;");
  assert_column (board, TD_BOARD_CHANGE, TD_STYLE_VIETNAMESE, ";;");
  g_assert_cmpuint (td_board_count_changed (board), ==, 0);
}

/*
 * At the end of the year the rating is missing (5 points of 15): A has 4,50/15 = 30,00 and may reach
 * 9,50/15 = 63,33; B speaks for C too, 22/30 = 7,33 points, 48,87, and may reach 82,20. So either may
 * still be first.
 */
static void
test_range (Open *self, gconstpointer data)
{
  g_autoptr (TdBoard) board = NULL;

  board = td_board_new (scores_at (self, 2024, 12, 31), td_desk_get_scores (self->desk), -1);
  assert_column (board, TD_BOARD_UNIT, TD_STYLE_VIETNAMESE, "Phường Bình;Phường An");
  assert_column (board, TD_BOARD_TOTAL, TD_STYLE_VIETNAMESE, "48,87;30,00");
  assert_column (board, TD_BOARD_RANGE, TD_STYLE_VIETNAMESE, "1–2;1–2");
  assert_column (board, TD_BOARD_MOVED, TD_STYLE_VIETNAMESE, "▲ 1;▲ 1");
}

static void
test_ties (Open *self, gconstpointer data)
{
  g_autoptr (TdBoard) board = NULL;

  /* A: (8 + 4)/20 = 60, as B has. */
  fixture_enter (&self->store, 0, 1, "4", "10");
  board = td_board_new (td_desk_get_scores (self->desk), NULL, -1);
  assert_column (board, TD_BOARD_UNIT, TD_STYLE_VIETNAMESE, "Phường Cát;Phường An;Phường Bình");
  assert_column (board, TD_BOARD_RANK, TD_STYLE_VIETNAMESE, "1;2 =;2 =");
  assert_column (board, TD_BOARD_RANK, TD_STYLE_PLAIN, "1;2;2");
}

static void
test_sorting (Open *self, gconstpointer data)
{
  static const struct
  {
    TdBoardColumn column;
    gboolean descending;
    const char *units;
  } cases[] = {
    { TD_BOARD_RANK, TRUE, "Phường An;Phường Bình;Phường Cát" },
    { TD_BOARD_UNIT, FALSE, "Phường An;Phường Bình;Phường Cát" },
    { TD_BOARD_UNIT, TRUE, "Phường Cát;Phường Bình;Phường An" },
    { TD_BOARD_TOTAL, FALSE, "Phường An;Phường Bình;Phường Cát" },
    /* Equal ones by rank, whichever way. */
    { TD_BOARD_CHANGE, FALSE, "Phường An;Phường Cát;Phường Bình" },
    { TD_BOARD_CHANGE, TRUE, "Phường Cát;Phường Bình;Phường An" },
    { TD_BOARD_MOVED, TRUE, "Phường Bình;Phường Cát;Phường An" },
    { TD_BOARD_COVERAGE, FALSE, "Phường Cát;Phường Bình;Phường An" },
    /* Nobody has a band: blanks stay where their ranks put them. */
    { TD_BOARD_BAND, TRUE, "Phường Cát;Phường Bình;Phường An" },
  };
  g_autoptr (TdBoard) board =
      td_board_new (td_desk_get_scores (self->desk), scores_at (self, 2024, 4, 5), -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      td_board_sort (board, cases[i].column, cases[i].descending);
      assert_column (board, TD_BOARD_UNIT, TD_STYLE_VIETNAMESE, cases[i].units);
    }
}

static void
test_previous_day (Open *self, gconstpointer data)
{
  static const struct
  {
    int as_of[3];
    int day[3]; /* 0: none */
  } cases[] = {
    { { 2024, 7, 31 }, { 2024, 4, 5 } },
    /* The second period is just over: the first one's report came in April. */
    { { 2024, 6, 30 }, { 2024, 4, 5 } },
    /* Only the first is over. */
    { { 2024, 6, 29 }, { 0, 0, 0 } },
    { { 2024, 2, 1 }, { 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *a = cases[i].as_of, *d = cases[i].day;

      g_assert_true (td_desk_set_as_of (self->desk, td_date_new (a[0], a[1], a[2]), NULL));
      g_assert_cmpint (td_desk_get_previous_day (self->desk), ==,
                       d[0] > 0 ? td_date_new (d[0], d[1], d[2]) : TD_DATE_NONE);
    }
}

/* What a spreadsheet gets: plain numbers, the headings of the screen, and a trial that says so. */
static void
test_export (Open *self, gconstpointer data)
{
  static const TdBoardColumn columns[] = { TD_BOARD_RANK, TD_BOARD_UNIT, TD_BOARD_TOTAL,
                                           TD_BOARD_RANGE };
  g_autoptr (TdBoard) board = td_board_new (td_desk_get_scores (self->desk), NULL, -1);
  g_autoptr (TdExport) real = NULL, trial = NULL;

  td_board_sort (board, TD_BOARD_TOTAL, FALSE);
  real = td_export_board (board, columns, G_N_ELEMENTS (columns), FALSE);
  g_assert_cmpstr (real->name, ==, "Ranking");
  g_assert_cmpstr (g_ptr_array_index (real->columns, 2), ==, "Total");
  g_assert_cmpuint (td_export_get_n_rows (real), ==, 3);
  g_assert_cmpstr (td_export_get_cell (real, 0, 0), ==, "3");
  g_assert_cmpstr (td_export_get_cell (real, 0, 1), ==, "Phường An");
  g_assert_cmpstr (td_export_get_cell (real, 0, 2), ==, "45.00");
  g_assert_cmpint (g_array_index (real->types, TdColumnType, 2), ==, TD_COLUMN_NUMBER);
  /* "1–3" and "11/12" are no numbers. */
  g_assert_cmpint (g_array_index (real->types, TdColumnType, 3), ==, TD_COLUMN_TEXT);
  trial = td_export_board (board, columns, G_N_ELEMENTS (columns), TRUE);
  g_assert_cmpstr (trial->name, ==, "Trial");
  g_assert_cmpstr (g_ptr_array_index (trial->columns, 2), ==, "Total (trial)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/board/compare", Open, NULL, set_up, test_compare, tear_down);
  g_test_add ("/board/not-compared", Open, NULL, set_up, test_not_compared, tear_down);
  g_test_add ("/board/range", Open, NULL, set_up, test_range, tear_down);
  g_test_add ("/board/ties", Open, NULL, set_up, test_ties, tear_down);
  g_test_add ("/board/sorting", Open, NULL, set_up, test_sorting, tear_down);
  g_test_add ("/board/export", Open, NULL, set_up, test_export, tear_down);
  g_test_add ("/board/previous-day", Open, NULL, set_up, test_previous_day, tear_down);
  return g_test_run ();
}
