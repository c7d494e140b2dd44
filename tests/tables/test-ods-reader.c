/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

/* What is in each workbook stands in make-workbooks.py; what a person sees in it stands here. */
static void
test_cells (void)
{
  static const struct
  {
    const char *name, *dump;
  } cases[] = {
    { "kinds.ods", "[Dữ & liệu]\n"
                   "A1 text Phường Hòa Lạc\n"
                   "B1 text hai   khoảng \tbậc\n"
                   "C1 text dòng một⏎dòng hai⏎ba\n"
                   "D1 text thật\n"
                   "E1 text   nhiều chỗ trống  \n"
                   "F1 text chữliên kết\n"
                   "A2 number 12.5\n"
                   "B2 number 0.85 percent\n"
                   "C2 date 2024-03-14\n"
                   "D2 date 2024-03-14 has-time {2024-03-14T10:30:00.5} +37800s\n"
                   "E2 time 26:03:04 {PT26H03M04S}\n"
                   "F2 boolean 1 {true}\n"
                   "G2 boolean 0\n"
                   "H2 number 1800000\n"
                   "I2 error PT26\n"
                   "A3 number 25 formula\n"
                   "B3 uncalculated  formula\n"
                   "C3 blank  formula\n"
                   "D3 error #DIV/0! formula\n"
                   "E3 text chữ formula\n"
                   "F3 text không kiểu\n"
                   "G3 error abc\n" },
    { "places.ods", "[Chỗ]\n"
                    "A1 number 1\n"
                    "B1 number 1\n"
                    "C1 number 1 hidden-column\n"
                    "B7(hidden) text hai lần\n"
                    "B8(hidden) text hai lần\n"
                    "A9 number 9 merged\n"
                    "B9 number 8 covered\n"
                    "C9 number 1 hidden-column\n"
                    "C10 number 1 hidden-column\n"
                    "[Ẩn] hidden\n"
                    "A1 text khác\n" },
    { "renamed.ods", "['Tên' \"ạ>]\nA1 text lạ\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("THIDUA_TEST_WORKBOOKS"), cases[i].name, NULL);
      g_autofree char *dump = dump_path (path);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

static gboolean
ignore_cb (const TdRow *row, gpointer data, GError **error)
{
  return TRUE;
}

static void
test_merged (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_TEST_WORKBOOKS"), "places.ods", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open (path, NULL, &error);
  const TdMerge *merge;

  g_assert_no_error (error);
  g_assert_true (td_grid_file_read (file, 0, ignore_cb, NULL, NULL, NULL, NULL, &error));
  merge = td_grid_file_find_merge (file, 10, 2);
  g_assert_nonnull (merge);
  g_assert_cmpuint (merge->first_row, ==, 9);
  g_assert_cmpuint (merge->first_column, ==, 1);
  g_assert_null (td_grid_file_find_merge (file, 11, 1));
}

static gboolean
month_cb (const TdRow *row, gpointer data, GError **error)
{
  guint *state = data; /* the month, and the rows seen of it */
  g_autofree char *expected = g_strdup_printf ("tháng %u dòng %u", state[0], ++state[1]);

  g_assert_cmpuint (row->row, ==, state[1]);
  g_assert_cmpstr (row->cells[0].text, ==, expected);
  return TRUE;
}

/* Of many sheets each can be read by itself, in any order, more than once. */
static void
test_months (void)
{
  static const guint order[] = { 12, 1, 7, 7, 2, 11, 1 };
  g_autofree char *path = g_build_filename (g_getenv ("THIDUA_TEST_WORKBOOKS"), "months.ods", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (td_grid_file_get_n_sheets (file), ==, 12);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint state[2] = { order[i], 0 };

      g_assert_true (
          td_grid_file_read (file, order[i] - 1, month_cb, state, NULL, NULL, NULL, &error));
      g_assert_cmpuint (state[1], ==, 300);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/ods-reader/cells", test_cells);
  g_test_add_func ("/tables/ods-reader/merged", test_merged);
  g_test_add_func ("/tables/ods-reader/months", test_months);
  return g_test_run ();
}
