/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dump.h"

#include <string.h>

#include "base/td-date.h"
#include "base/td-error.h"
#include "tables/td-sheet.h"
#include "tables/td-xlsx-strings.h"

static char *
workbook (const char *name)
{
  return g_build_filename (g_getenv ("THIDUA_TEST_WORKBOOKS"), name, NULL);
}

/* What is in each workbook stands in make-workbooks.py; what a person sees in it stands here. */
static void
test_cells (void)
{
  static const struct
  {
    const char *name, *dump;
  } cases[] = {
    { "kinds.xlsx", "[Dữ liệu]\n"
                    "A1 text Phường Móng Cái 1\n"
                    "B1 text Đặng Thị Dậu\n"
                    "C1 text Dòng một⏎Dòng hai, _x0041_ giữ nguyên\n"
                    "D1 text 12,5 number-as-text\n"
                    "F1 text  có khoảng trắng \n"
                    "G1 text Ho\xcc\x80"
                    "a\n"
                    "A2 number 12.5\n"
                    "B2 number 0.85 percent\n"
                    "C2 date 2024-03-14 {45365}\n"
                    "D2 boolean 1\n"
                    "E2 boolean 0\n"
                    "F2 error #N/A\n"
                    "G2 text trong dòng\n"
                    "H2 number 1500\n"
                    "A3 number 25 formula\n"
                    "B3 uncalculated  formula\n"
                    "C3 uncalculated  formula\n"
                    "D3 text ab < c formula\n"
                    "E3 blank  formula\n"
                    "F3 error #DIV/0! formula\n"
                    "G3 boolean 1 formula\n"
                    "H3 number 7 formula\n"
                    "I3 uncalculated  formula\n"
                    "A4 error không phải số\n"
                    "B4 date 2024-03-14\n"
                    "C4 date 2024-03-14 has-time {2024-03-14T10:30:00} +37800s\n"
                    "D4 error 14/03/2024\n"
                    "E4 text 1.234,5 number-as-text\n"
                    "F4 text 1-2\n"
                    "G4 text −3 number-as-text\n" },
    { "numbers.xlsx", "[Số]\n"
                      "A1 number 8.400821 {8.4008210000000001}\n"
                      "A2 number 0.3 rounded {0.30000000000000004}\n"
                      "A3 number 0.1\n"
                      "A4 number 0.001 {1E-3}\n"
                      "A5 number 150000000000000000000 long {1.5E+20}\n"
                      "A6 number 12345678901234567 long\n"
                      "A7 number 0 {-0}\n"
                      "A8 number 1234567.5\n"
                      "A9 number 12345678901234568 long {1.2345678901234568E+16}\n"
                      "A10 number 604.927 rounded {604.9269999999999}\n"
                      "A11 number -2.5 {-2.5000}\n"
                      "A12 number 7 {007}\n"
                      "A13 number 5 {+5}\n"
                      "A14 number 999999999999999\n"
                      "A15 number 0.333333333333333 rounded {0.333333333333333315}\n"
                      "A16 error 1e400\n"
                      "A17 number 0.5 {.5}\n"
                      "A18 number 5 {5.}\n"
                      "A19 error 1,5\n"
                      "A20 number 0.00000000000000000001\n"
                      "A21 number 1000000000000000.5 long\n" },
    { "dates.xlsx", "[Ngày]\n"
                    "A1 date 1900-01-01 {1}\n"
                    "A2 date 1900-02-28 {59}\n"
                    "A3 number 60 bad-date\n"
                    "A4 date 1900-03-01 {61}\n"
                    "A5 number 0 bad-date\n"
                    "A6 number -1 bad-date\n"
                    "A7 date 2024-03-14 {45365}\n"
                    "A8 date 2024-03-14 has-time {45365.75} +64800s\n"
                    "A9 date 9999-12-31 {2958465}\n"
                    "A10 number 2958466 bad-date\n"
                    "A11 date 2024-03-15 {45365.9999999}\n"
                    "A12 date 2020-03-13 {43903}\n"
                    "[Giờ]\n"
                    "A1 time 12:00:00 {0.5}\n"
                    "A2 time 00:00:00 {0}\n"
                    "A3 time 30:00:00 {1.25}\n"
                    "A4 time 23:58:34 {0.999}\n"
                    "[Thời lượng]\n"
                    "A1 time 36:00:00 {1.5}\n"
                    "A2 time 2400:01:00 {100.0006944}\n" },
    { "merged.xlsx", "[Gộp]\n"
                     "A1 text Tiêu đề merged\n"
                     "B1 text che hidden-column covered\n"
                     "A2(hidden) number 1\n"
                     "B2(hidden) number 2 hidden-column\n"
                     "C2(hidden) number 3\n"
                     "A3 number 4 merged\n"
                     "D3 number 5 covered\n"
                     "E9 number 6 hidden-column\n" },
    { "positions.xlsx", "[Vị trí]\n"
                        "A1 number 1\n"
                        "B1 number 2\n"
                        "C3 number 3\n"
                        "D3 number 4\n"
                        "A10 number 5\n"
                        "B10 number 6\n"
                        "C10 number 7\n"
                        "XFD1048576 number 8\n" },
    { "prefixed.xlsx", "[Tiền tố]\nA1 number 1 merged\n" },
    { "strict.xlsx", "[Chặt]\nA1 text chặt\nB1 date 2024-03-14 {45365}\n" },
    { "sheets.xlsx", "[Phiếu]\nA1 number 1\n"
                     "[Ẩn] hidden\nA1 number 1\n"
                     "[Rất ẩn & kín] hidden\nA1 number 1\n"
                     "[Rỗng]\n" },
    { "descriptors.xlsx", "[Dòng]\nA1 number 1\n" },
    { "utf16.xlsx", "[Rộng]\nA1 text Hòa Lạc\n" },
    { "macros.xlsm", "[M]\nA1 number 1\n" },
    { "stored.xlsx", "[S]\nA1 number 1\n" },
    { "picture.xlsx", "[S]\nA1 number 1\n" },
    { "wide.xlsx", "[S]\nA1 number 1\n" },
    { "ending.bak", "[S]\nA1 number 1\n" },
    { "HOA.XLSX", "[S]\nA1 number 1\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = workbook (cases[i].name);
      g_autofree char *dump = dump_path (path);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

/* The other system of days counts from four years and a day later. */
static void
test_1904 (void)
{
  g_autofree char *path = workbook ("dates-1904.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open (path, NULL, &error);
  g_autoptr (TdSheet) sheet = NULL;

  g_assert_no_error (error);
  sheet = td_sheet_load (file, 0, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (td_sheet_get_cell (sheet, 5, 1)->text, ==, "1904-01-01");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 2, 1)->text, ==, "1904-02-29");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 3, 1)->text, ==, "1904-03-01");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 12, 1)->text, ==, "2024-03-14");
  g_assert_cmpint (td_sheet_get_cell (sheet, 12, 1)->date, ==, td_date_new (2024, 3, 14));
  /* 9999-12-31 of the one system lies beyond the year 9999 in the other. */
  g_assert_cmpint (td_sheet_get_cell (sheet, 9, 1)->kind, ==, TD_CELL_NUMBER);
}

static gboolean
ignore_cb (const TdRow *row, gpointer data, GError **error)
{
  return TRUE;
}

static void
test_merged (void)
{
  g_autofree char *path = workbook ("merged.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open (path, NULL, &error);
  const TdMerge *merge;
  g_autofree char *place = NULL;

  g_assert_no_error (error);
  g_assert_null (td_grid_file_find_merge (file, 3, 2));
  g_assert_true (td_grid_file_read (file, 0, ignore_cb, NULL, NULL, NULL, NULL, &error));
  /* B7 is blank because A3 stands for it. */
  merge = td_grid_file_find_merge (file, 7, 2);
  g_assert_nonnull (merge);
  g_assert_cmpuint (merge->first_row, ==, 3);
  g_assert_cmpuint (merge->first_column, ==, 1);
  g_assert_null (td_grid_file_find_merge (file, 9, 2));
  place = td_grid_file_dup_location (file, 0, 7, 2);
  g_assert_cmpstr (place, ==, "merged.xlsx!Gộp!B7");
}

static gboolean
stop_cb (const TdRow *row, gpointer data, GError **error)
{
  guint *rows = data;

  if (++*rows < 3)
    return TRUE;
  g_set_error_literal (error, TD_ERROR, TD_ERROR_FAILED, "enough");
  return FALSE;
}

static gboolean
cancel_cb (const TdRow *row, gpointer data, GError **error)
{
  g_cancellable_cancel (data);
  return TRUE;
}

static void
progress_cb (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

/* The caller may stop, cancel, and read again afterwards. */
static void
test_stop (void)
{
  static const char *const names[] = { "numbers.xlsx", "kinds.ods" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = workbook (names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (TdGridFile) file = td_grid_file_open (path, NULL, &error);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      double last = 0.0;
      guint rows = 0;

      g_assert_no_error (error);
      g_assert_false (td_grid_file_read (file, 0, stop_cb, &rows, NULL, NULL, NULL, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
      g_assert_cmpstr (error->message, ==, "enough");
      g_assert_cmpuint (rows, ==, 3);
      g_clear_error (&error);
      g_assert_true (
          td_grid_file_read (file, 0, ignore_cb, NULL, progress_cb, &last, NULL, &error));
      g_assert_cmpfloat (last, ==, 1.0);
      g_cancellable_cancel (cancellable);
      g_assert_false (
          td_grid_file_read (file, 0, ignore_cb, NULL, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* Cancelled in the middle of a long sheet, it does not go on to the end. */
static void
test_cancel (void)
{
  g_autoptr (GString) csv = g_string_new ("a,b\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append (csv, "một,hai\n");
  bytes = g_bytes_new (csv->str, csv->len);
  file = td_grid_file_open_bytes (bytes, "a.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (
      td_grid_file_read (file, 0, cancel_cb, cancellable, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_sheet (void)
{
  g_autofree char *path = workbook ("kinds.xlsx");
  g_autoptr (GError) error = NULL;
  TdGridFile *file = td_grid_file_open (path, NULL, &error);
  g_autoptr (TdSheet) sheet = NULL;

  g_assert_no_error (error);
  g_assert_null (td_sheet_load (file, 0, 10, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "kinds.xlsx!Dữ liệu: the sheet has more than 10 filled cells, far more than is "
                   "expected here");
  g_clear_error (&error);
  sheet = td_sheet_load (file, 0, 1000, NULL, &error);
  g_assert_no_error (error);
  /* The cells outlive the file. */
  td_grid_file_free (file);
  g_assert_cmpuint (td_sheet_get_n_rows (sheet), ==, 4);
  g_assert_cmpuint (td_sheet_get_row (sheet, 3)->row, ==, 4);
  g_assert_cmpstr (td_sheet_get_cell (sheet, 1, 2)->text, ==, "Đặng Thị Dậu");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 2, 3)->text, ==, "2024-03-14");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 2, 3)->stored, ==, "45365");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 2, 3)->format, ==, "[$-42A]dd/mm/yyyy;@");
  g_assert_cmpstr (td_sheet_get_cell (sheet, 2, 2)->format, ==, "0%");
  g_assert_null (td_sheet_get_cell (sheet, 2, 9));
  g_assert_null (td_sheet_get_cell (sheet, 5, 1));
  g_assert_null (td_sheet_find_row (sheet, 0));
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *written, *text;
  } cases[] = {
    { "không có gì", "không có gì" },
    { "a_x000A_b", "a\nb" },
    { "_x0041__x0042_", "AB" },
    { "_x005F_x0041_", "_x0041_" },
    { "_x1ea1_", "ạ" },
    { "_xD83D__xDE00_", "😀" },
    { "_xD83D_", "\xef\xbf\xbd" },
    { "_x0000_", "\xef\xbf\xbd" },
    { "_x00_", "_x00_" },
    { "_x00G0_", "_x00G0_" },
    { "_x0041", "_x0041" },
    { "__x0041_", "_A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup (cases[i].written);
      g_autofree char *escaped = td_xlsx_escape (cases[i].text);
      gsize length = td_xlsx_unescape (text, strlen (text));

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (length, ==, strlen (cases[i].text));
      /* Whatever a person types comes back. */
      if (escaped != NULL)
        {
          td_xlsx_unescape (escaped, strlen (escaped));
          g_assert_cmpstr (escaped, ==, cases[i].text);
        }
      else
        {
          g_autofree char *same = g_strdup (cases[i].text);

          td_xlsx_unescape (same, strlen (same));
          g_assert_cmpstr (same, ==, cases[i].text);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/xlsx-reader/cells", test_cells);
  g_test_add_func ("/tables/xlsx-reader/1904", test_1904);
  g_test_add_func ("/tables/xlsx-reader/merged", test_merged);
  g_test_add_func ("/tables/xlsx-reader/stop", test_stop);
  g_test_add_func ("/tables/xlsx-reader/cancel", test_cancel);
  g_test_add_func ("/tables/xlsx-reader/sheet", test_sheet);
  g_test_add_func ("/tables/xlsx-reader/escapes", test_escapes);
  return g_test_run ();
}
