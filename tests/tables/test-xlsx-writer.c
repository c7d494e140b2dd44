/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/td-xlsx-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-decimal.h"
#include "dump.h"
#include "tables/td-limits.h"
#include "tables/td-sheet.h"

static const TdXlsxColumn columns[] = {
  { "Mã", TD_XLSX_COLUMN_TEXT, 0, 0 },
  { "Điểm", TD_XLSX_COLUMN_NUMBER, 2, 0 },
  { "Số liệu", TD_XLSX_COLUMN_NUMBER, TD_XLSX_DIGITS_ANY, 0 },
  { "Ngày", TD_XLSX_COLUMN_DATE, 0, 0 },
};

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "bảng.xlsx", NULL);
}

/* The folder can be removed only when nothing was left in it but the file. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
write_book (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdXlsxWriter) writer = td_xlsx_writer_new (path, "Bảng điểm", &error);

  g_assert_no_error (error);
  g_assert_true (
      td_xlsx_writer_begin_sheet (writer, "Điểm", columns, G_N_ELEMENTS (columns), &error));
  td_xlsx_writer_set_date (writer, 3, td_date_new (2024, 3, 14));
  td_xlsx_writer_set_text (writer, 0, "007");
  td_xlsx_writer_set_number (writer, 1, 875000);
  td_xlsx_writer_set_number (writer, 2, 12345);
  td_xlsx_writer_end_row (writer);
  td_xlsx_writer_set_text (writer, 0, " =1+1\n_x0041_ <&>\" ");
  td_xlsx_writer_set_number (writer, 1, 0);
  td_xlsx_writer_set_number (writer, 2, TD_DECIMAL_NONE);
  td_xlsx_writer_set_date (writer, 3, TD_DATE_NONE);
  td_xlsx_writer_end_row (writer);
  td_xlsx_writer_end_row (writer);
  td_xlsx_writer_set_text (writer, 0, NULL);
  td_xlsx_writer_set_number (writer, 1, -83000);
  /* 12 digits before the point and 4 behind it: one more than a spreadsheet keeps. */
  td_xlsx_writer_set_number (writer, 2, G_GINT64_CONSTANT (9007199254740993));
  td_xlsx_writer_set_date (writer, 3, td_date_new (1900, 2, 28));
  td_xlsx_writer_end_row (writer);
  td_xlsx_writer_set_number (writer, 1, 1);
  td_xlsx_writer_set_number (writer, 2, G_GINT64_CONSTANT (1234567890123450));
  td_xlsx_writer_set_date (writer, 3, td_date_new (1900, 3, 1));
  td_xlsx_writer_end_row (writer);
  g_assert_true (td_xlsx_writer_begin_sheet (writer, "Rỗng", columns, 1, &error));
  g_assert_true (td_xlsx_writer_finish (writer, &error));
  g_assert_no_error (error);
}

static void
test_read_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dump = NULL, *first = NULL, *second = NULL;
  gsize first_length, second_length;

  write_book (fixture->path);
  dump = dump_path (fixture->path);
  g_assert_cmpstr (
      dump, ==,
      "[Điểm]\n"
      "A1 text Mã\nB1 text Điểm\nC1 text Số liệu\nD1 text Ngày\n"
      "A2 text 007 number-as-text\nB2 number 87.5\nC2 number 1.2345\nD2 date 2024-03-14 {45365}\n"
      "A3 text  =1+1⏎_x0041_ <&>\" \nB3 number 0\n"
      "B5 number -8.3 {-8.300000000000001}\nC5 text 900719925474.0993 number-as-text\n"
      "D5 text 1900-02-28\n"
      "B6 number 0.0001\nC6 number 123456789012.345\nD6 date 1900-03-01 {61}\n"
      "[Rỗng]\nA1 text Mã\n");
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_length, NULL));
  /* Over the one that is there, to the same bytes. */
  write_book (fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_length, NULL));
  g_assert_cmpmem (first, first_length, second, second_length);
}

/* Every figure comes back as it was. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TdXlsxWriter *writer = td_xlsx_writer_new (fixture->path, NULL, &error);
  g_autoptr (TdGridFile) file = NULL;
  g_autoptr (TdSheet) sheet = NULL;
  TdDecimal values[2000];

  g_assert_no_error (error);
  g_assert_true (td_xlsx_writer_begin_sheet (writer, "Số", &columns[2], 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gint64 whole = g_test_rand_int_range (-999999, 1000000);
      gint64 rest = g_test_rand_int_range (0, 1000000);

      values[i] = (whole * 1000000 + rest) * TD_DECIMAL_SCALE + g_test_rand_int_range (0, 10000);
      /* Of all sizes. */
      for (gint32 n = g_test_rand_int_range (0, 14); n > 0; n--)
        values[i] /= 10;
      td_xlsx_writer_set_number (writer, 0, values[i]);
      td_xlsx_writer_end_row (writer);
    }
  g_assert_true (td_xlsx_writer_finish (writer, &error));
  td_xlsx_writer_free (writer);
  file = td_grid_file_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  sheet = td_sheet_load (file, 0, 5000, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const TdCell *cell = td_sheet_get_cell (sheet, i + 2, 1);
      TdDecimal value;

      g_assert_nonnull (cell);
      g_assert_true (td_decimal_parse (cell->text, TD_STYLE_PLAIN, &value, &error));
      g_assert_cmpint (value, ==, values[i]);
      g_assert_cmpint (cell->flags & TD_CELL_ROUNDED, ==, 0);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = {
    "", "Điểm", "ĐIỂM", "một tên của trang tính dài quá mức cho phép", "a/b", "a:b", "[a]", "'a"
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "không", "có.xlsx", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *longest = g_strnfill (TD_LIMIT_TEXT + 1, 'x');
  TdXlsxWriter *writer;

  g_assert_null (td_xlsx_writer_new (nowhere, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "có.xlsx: the file could not be written: "));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (fixture->path, "as it was", -1, NULL));
  writer = td_xlsx_writer_new (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (td_xlsx_writer_begin_sheet (writer, "Điểm", columns, 1, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_false (td_xlsx_writer_begin_sheet (writer, names[i], columns, 1, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_true (td_xlsx_writer_begin_sheet (writer, "Khác", columns, 1, &error));
  td_xlsx_writer_set_text (writer, 0, longest);
  td_xlsx_writer_end_row (writer);
  g_assert_false (td_xlsx_writer_finish (writer, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_assert_cmpstr (
      error->message, ==,
      "bảng.xlsx!Khác!A2: the text in this cell is longer than a cell may be (32767 characters)");
  td_xlsx_writer_free (writer);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "as it was");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/tables/xlsx-writer/read-back", Fixture, NULL, set_up, test_read_back, tear_down);
  g_test_add ("/tables/xlsx-writer/numbers", Fixture, NULL, set_up, test_numbers, tear_down);
  g_test_add ("/tables/xlsx-writer/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
