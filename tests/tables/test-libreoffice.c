/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What another program writes is read, and what is written is read by another program. LibreOffice is
 * that program; without it the tests are skipped.
 */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/td-date.h"
#include "dump.h"
#include "tables/td-xlsx-writer.h"

static char *folder;
static char *soffice;

/* Saves @path in another format; returns the new file's path. */
static char *
convert (const char *path, const char *format, const char *ending)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = NULL;
  const char *const argv[] = { soffice, profile, "--headless", "--convert-to", format, "--outdir",
                               folder,  path,    NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;

  /* It answers to some of the switches that are meant for the program under test. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  g_subprocess_launcher_unsetenv (launcher, "G_SLICE");
  g_subprocess_launcher_unsetenv (launcher, "MALLOC_CHECK_");
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
  *strrchr (base, '.') = '\0';
  name = g_strconcat (base, ".", ending, NULL);
  return g_build_filename (folder, name, NULL);
}

/* The same sheet in both formats; in tests/tables/made.fods stands what was typed. */
static void
test_read (gconstpointer data)
{
  const char *ending = data;
  gboolean xlsx = g_str_equal (ending, "xlsx");
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "tables", "made.fods", NULL);
  g_autofree char *path = NULL, *dump = NULL, *expected = NULL;

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  path = convert (from, ending, ending);
  dump = dump_path (path);
  expected =
      g_strdup_printf ("[Dữ liệu]\n"
                       "A1 text Tiêu đề gộp merged\n"
                       "D1 text Ghi chú\n"
                       "E1 text cột ẩn hidden-column\n"
                       "A2 text Đặng Thị Dậu\n"
                       "B2 text dòng một⏎dòng  hai\n"
                       "C2 text 1.234,5 number-as-text\n"
                       "D2 text 007 number-as-text\n"
                       "A3(hidden) number 8.400821\n"
                       "B3(hidden) number 0.1\n"
                       "C3(hidden) number 0.3 formula\n"
                       "A4 date 2024-03-14%s\n"
                       "B4 number 0.855 percent\n"
                       "C4 time 26:03:04 {%s}\n"
                       "D4 boolean 1%s\n"
                       "A8 number 16.801642 formula\n"
                       "B8 error #DIV/0! formula\n"
                       "C8 text ab formula\n"
                       "D8 blank  formula\n"
                       "A9 number 5\n"
                       "B9 number 5\n"
                       "C9 number 5\n"
                       "[Ẩn & kín] hidden\n"
                       "A1 text bí mật\n",
                       xlsx ? " {45365}" : "",
                       /* 26:03:04 as a part of a day, with the 15 digits it is written with. */
                       xlsx ? "1.08546296296296" : "PT26H03M04S", xlsx ? "" : " {true}");
  g_assert_cmpstr (dump, ==, expected);
}

/* LibreOffice shows what was written, in the format of each column. */
static void
test_written (void)
{
  static const TdXlsxColumn columns[] = {
    { "Mã", TD_XLSX_COLUMN_TEXT, 0, 0 },
    { "Điểm", TD_XLSX_COLUMN_NUMBER, 2, 0 },
    { "Số liệu", TD_XLSX_COLUMN_NUMBER, TD_XLSX_DIGITS_ANY, 0 },
    { "Ngày", TD_XLSX_COLUMN_DATE, 0, 0 },
  };
  g_autofree char *path = g_build_filename (folder, "written.xlsx", NULL);
  g_autofree char *csv = NULL, *content = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdXlsxWriter) writer = NULL;

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }
  writer = td_xlsx_writer_new (path, "Bảng điểm", &error);
  g_assert_no_error (error);
  g_assert_true (
      td_xlsx_writer_begin_sheet (writer, "Điểm", columns, G_N_ELEMENTS (columns), &error));
  td_xlsx_writer_set_text (writer, 0, "007");
  td_xlsx_writer_set_number (writer, 1, 12345678905);
  td_xlsx_writer_set_number (writer, 2, 83000);
  td_xlsx_writer_set_date (writer, 3, td_date_new (2024, 3, 14));
  td_xlsx_writer_end_row (writer);
  td_xlsx_writer_set_text (writer, 0, "=1+1 _x0041_ Hòa");
  td_xlsx_writer_set_number (writer, 1, -5000);
  td_xlsx_writer_set_date (writer, 3, td_date_new (1900, 3, 1));
  td_xlsx_writer_end_row (writer);
  g_assert_true (td_xlsx_writer_finish (writer, &error));
  /* Comma, double quote, UTF-8, cells as they are shown. */
  csv = convert (path, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv");
  g_assert_true (g_file_get_contents (csv, &content, NULL, NULL));
  g_assert_cmpstr (content, ==,
                   "Mã,Điểm,Số liệu,Ngày\n"
                   "007,\"1,234,567.89\",8.3,14/03/2024\n"
                   "=1+1 _x0041_ Hòa,-0.50,,01/03/1900\n");
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_remove (path);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  soffice = g_find_program_in_path ("soffice");
  g_test_add_data_func ("/tables/libreoffice/read-xlsx", "xlsx", test_read);
  g_test_add_data_func ("/tables/libreoffice/read-ods", "ods", test_read);
  g_test_add_func ("/tables/libreoffice/written", test_written);
  result = g_test_run ();
  remove_tree (folder);
  g_free (folder);
  g_free (soffice);
  return result;
}
