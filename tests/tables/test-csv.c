/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/td-error.h"
#include "dump.h"
#include "tables/td-csv-writer.h"
#include "tables/td-limits.h"

typedef struct
{
  const char *content;
  const char *dump; /* without the line of the sheet's name */
} Case;

static void
check (const char *content, gsize length, const char *expected)
{
  g_autofree char *dump = dump_bytes ("units.csv", content, length);
  g_autofree char *whole = *expected == '!' && strstr (expected, "units.csv") != NULL
                               ? g_strdup (expected)
                               : g_strconcat ("[units]\n", expected, NULL);

  g_test_message ("%s", content);
  g_assert_cmpstr (dump, ==, whole);
}

static void
test_rows (void)
{
  static const Case cases[] = {
    { "code,name\nP1,Hòa Lạc\n", "A1 text code\nB1 text name\nA2 text P1\nB2 text Hòa Lạc\n" },
    { "code;name\nP1;a,b\n", "A1 text code\nB1 text name\nA2 text P1\nB2 text a,b\n" },
    { "code\tname\nP1\ta,b;c\n", "A1 text code\nB1 text name\nA2 text P1\nB2 text a,b;c\n" },
    { "code\nP1\n", "A1 text code\nA2 text P1\n" },
    /* Line ends, the last of which may be missing. */
    { "a,b\r\nc,d\r\n", "A1 text a\nB1 text b\nA2 text c\nB2 text d\n" },
    { "a,b\rc,d\r", "A1 text a\nB1 text b\nA2 text c\nB2 text d\n" },
    { "a,b\nc,d", "A1 text a\nB1 text b\nA2 text c\nB2 text d\n" },
    { "a,b\n\"c\",\"d\"", "A1 text a\nB1 text b\nA2 text c\nB2 text d\n" },
    { "a,b\nc,", "A1 text a\nB1 text b\nA2 text c\n" },
    /* Blank rows count, blank cells do not come. */
    { "a,b\n\nc,d\n", "A1 text a\nB1 text b\nA3 text c\nB3 text d\n" },
    { "\n\na,b\n", "A3 text a\nB3 text b\n" },
    { "a,b,c\n,,\n,x,\n", "A1 text a\nB1 text b\nC1 text c\nB3 text x\n" },
    /* Quotes. */
    { "a,b\n\"x,y\",\"z\"\"w\"\n", "A1 text a\nB1 text b\nA2 text x,y\nB2 text z\"w\n" },
    { "a,b\n\"x\ny\",\"z\r\nw\rv\"\nc,d\n",
      "A1 text a\nB1 text b\nA2 text x⏎y\nB2 text z⏎w⏎v\nA3 text c\nB3 text d\n" },
    { "a,b\n5\" ống,c\"d\"e\n", "A1 text a\nB1 text b\nA2 text 5\" ống\nB2 text c\"d\"e\n" },
    { "a,b\n\"x\"  ,\"\"\n", "A1 text a\nB1 text b\nA2 text x\n" },
    { "\"a;1\",\"b;2\",c\n", "A1 text a;1\nB1 text b;2\nC1 text c\n" },
    { "\"a\nx\",b\n1,2\n", "A1 text a⏎x\nB1 text b\nA2 text 1\nB2 text 2\n" },
    { "a,b\n\"\"\"\",\"\"\"x\"\"\"\n", "A1 text a\nB1 text b\nA2 text \"\nB2 text \"x\"\n" },
    /* Excel's line that tells the separator. */
    { "sep=;\na;b,c\n", "A1 text a\nB1 text b,c\n" },
    { "sep=,\r\na;b,c\r\n", "A1 text a;b\nB1 text c\n" },
    { "\"sep=\t\"\na\tb\n", "A1 text a\nB1 text b\n" },
    { "sep=|\na|b\n", "A1 text sep=|\nA2 text a|b\n" },
    /* White space and numbers stay as they are: the caller knows the column. */
    { "a,b\n  x , 1.234\n", "A1 text a\nB1 text b\nA2 text   x \nB2 text  1.234\n" },
    { "a;b\n1.234,5;007\n", "A1 text a\nB1 text b\nA2 text 1.234,5\nB2 text 007\n" },
    { "a,b\n=1+1,+84 912\n", "A1 text a\nB1 text b\nA2 text =1+1\nB2 text +84 912\n" },
    /* More of one than of the other. */
    { "Tên, chức vụ;đơn vị;điểm\n", "A1 text Tên, chức vụ\nB1 text đơn vị\nC1 text điểm\n" },
    { "\xef\xbb\xbf"
      "a,b\n",
      "A1 text a\nB1 text b\n" },
    { "\xef\xbb\xbf", "" },
    { "\n", "" },
    /* Contradictions; the line is the physical one, the row and the column are the table's. */
    { "a,b\nc,\"d\ne\n",
      "A1 text a\nB1 text b\n! units:2:2: the quote that opens this cell on line 2 is "
      "never closed; close it, or write a quote in a quoted cell twice\n" },
    { "a,b\n\"x\n\ny\",\"z\" w\nc,d\n", "A1 text a\nB1 text b\n! units:2:2: the cell goes on after "
                                        "its closing quote on line 4; write a "
                                        "quote in a quoted cell twice\n" },
    { "a,b;c\n",
      "! units.csv: the first line does not tell whether commas, semicolons or tabs separate "
      "the columns; put names that contain one of them in quotes\n" },
    { "a,b\nc,d\n\x01\x02,e\n",
      "A1 text a\nB1 text b\nA2 text c\nB2 text d\nA3 text \x01\x02\nB3 text e\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].content, strlen (cases[i].content), cases[i].dump);
}

static gboolean
line_cb (const TdRow *row, gpointer data, GError **error)
{
  g_string_append_printf (data, "%u@%u/%u ", row->row, row->line, row->width);
  return TRUE;
}

/* Rows are the table's, lines the file's, the width that of all fields. */
static void
test_lines (void)
{
  static const char content[] = "sep=,\r\na,b,c\r\n\"x\r\ny\",,\r\n\r\nz\n\"\n\n\",1";
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, sizeof content - 1);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdGridFile) file = td_grid_file_open_bytes (bytes, "x.y.csv", NULL, &error);
  g_autofree char *place = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (td_grid_file_get_format (file), ==, TD_GRID_CSV);
  g_assert_cmpint (td_grid_file_get_separator (file), ==, ',');
  g_assert_cmpuint (td_grid_file_get_n_sheets (file), ==, 1);
  g_assert_cmpstr (td_grid_file_get_sheet_name (file, 0), ==, "x.y");
  g_assert_cmpstr (td_grid_file_get_name (file), ==, "x.y.csv");
  for (guint i = 0; i < 2; i++)
    {
      g_string_truncate (lines, 0);
      g_assert_true (td_grid_file_read (file, 0, line_cb, lines, NULL, NULL, NULL, &error));
      g_assert_cmpstr (lines->str, ==, "1@2/3 2@3/3 4@6/1 5@7/2 ");
    }
  place = td_grid_file_dup_location (file, 0, 4, 2);
  g_assert_cmpstr (place, ==, "x.y:4:2");
}

/* The letters are those of the old encodings' own tables. */
static void
test_encodings (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *dump;
  } cases[] = {
#define BYTES(text) text, sizeof (text) - 1
    /* “Hòa” and a letter outside of the first plane, in UTF-16 of both orders. */
    { BYTES ("\xff\xfe"
             "a\0\t\0b\0\r\0\n\0H\0\xf2\0a\0\t\0\x3d\xd8\0\xde"),
      "[units]\nA1 text a\nB1 text b\nA2 text Hòa\nB2 text 😀\n" },
    { BYTES ("\xfe\xff\0a\0;\0b\0\n\x1e\xa1\0;\0x"),
      "[units]\nA1 text a\nB1 text b\nA2 text ạ\nB2 text x\n" },
    { BYTES ("\xff\xfe"
             "a\0,\0b"),
      "! units.csv: the file is damaged or was cut off on the way; ask for it to "
      "be sent again, or open it in Excel or LibreOffice and save it anew\n" },
    { BYTES ("\xff\xfe"
             "a\0\n\0\0\xd8"
             "b\0"),
      "! units.csv: line 2 is not proper UTF-16; save the file again as “CSV UTF-8”\n" },
    { BYTES ("c\0o\0d\0e\0,\0n\0a\0m\0e\0\n\0P\0001\0"),
      "! units.csv: this is text in UTF-16 without the mark that says so; save it as “CSV "
      "UTF-8”\n" },
    /* “Phường Hoà Lạc, Đặng Thị” in TCVN3, VNI and windows-1258. */
    { BYTES ("code,name\nP1,Ph\xad\xeang Ho\xb5 L\xb9"
             "c\nP2,\xa7\xc6ng Th\xde\n"),
      "! units.csv: the file is not UTF-8 (line 2); it looks like TCVN3, an old Vietnamese "
      "encoding. Convert it "
      "to Unicode, in Excel or with Unikey's converter, and save it as “CSV UTF-8”\n" },
    { BYTES ("code,name\nP1,Ph\xf6\xf4\xf8ng Hoa\xf8 La\xef"
             "c\nP2,\xd1"
             "a\xebng Th\xf2\n"),
      "! units.csv: the file is not UTF-8 (line 2); it looks like VNI, an old Vietnamese encoding. "
      "Convert it "
      "to Unicode, in Excel or with Unikey's converter, and save it as “CSV UTF-8”\n" },
    { BYTES ("code,name\nP1,Ph\xfd\xf5\xccng Ho\xe0 La\xf2"
             "c\nP2,\xd0\xe3\xf2ng Thi\xf2\n"),
      "! units.csv: the file is not UTF-8 (line 2); it looks like windows-1258, an old Vietnamese "
      "encoding. "
      "Convert it to Unicode, in Excel or with Unikey's converter, and save it as “CSV UTF-8”\n" },
    { BYTES ("a,b\nc,d\ne,\xff\n"),
      "! units.csv: the file is not UTF-8 (line 3); save it as “CSV UTF-8”\n" },
    { BYTES ("a,b\n\xe1\xba"),
      "! units.csv: the file is not UTF-8 (line 2); save it as “CSV UTF-8”\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dump = dump_bytes ("units.csv", cases[i].bytes, cases[i].length);

      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

/* A character, a quote and a line end on the edge between two pieces of the file, at every place. */
static void
test_edges (void)
{
  static const char head[] = "a,b\n";
  static const char tail[] = "ạ\"\"😀\"\r\nc,\"d\"\n";
  const char *end = "\nA3 text c\nB3 text d\n";

  for (gsize shift = 0; shift < 24; shift++)
    {
      gsize fill = 65536 - strlen (head) - shift;
      GString *content = g_string_new (head);
      g_autofree char *dump = NULL, *unit = NULL;
      g_autoptr (GString) expected = g_string_new ("[units]\nA1 text a\nB1 text b\nA2 text ");

      /* Two fields, as one would be too long; then the quoted one with everything in it. */
      for (gsize i = 0; i + 1 < fill; i++)
        {
          char c = i == fill / 2 ? ',' : 'x';

          g_string_append_c (content, c);
          if (c == ',')
            g_string_append (expected, "\nB2 text ");
          else
            g_string_append_c (expected, c);
        }
      g_string_append (content, ",\"");
      g_string_append (content, tail);
      g_string_append (expected, "\nC2 text ạ\"😀");
      g_string_append (expected, end);
      dump = dump_bytes ("units.csv", content->str, content->len);
      g_assert_cmpstr (dump, ==, expected->str);
      g_string_free (content, TRUE);
    }
}

static void
test_limits (void)
{
  g_autofree char *longest = g_strnfill (TD_LIMIT_TEXT, 'x');
  g_autofree char *right = g_strdup_printf ("a\n%s\n", longest);
  g_autofree char *wrong = g_strdup_printf ("a\n%sy\n", longest);
  g_autofree char *quoted =
      g_strdup_printf ("a\n\"%s%s%s%s%s", longest, longest, longest, longest, longest);
  g_autofree char *wide = g_strnfill (TD_LIMIT_COLUMNS, ',');
  g_autofree char *columns = g_strdup_printf ("a,b\n%sx\n", wide);
  g_autofree char *dump = dump_bytes ("t.csv", right, strlen (right));
  g_autofree char *fine = g_strdup_printf ("[t]\nA1 text a\nA2 text %s\n", longest);

  g_assert_cmpstr (dump, ==, fine);
  g_free (dump);
  dump = dump_bytes ("t.csv", wrong, strlen (wrong));
  g_assert_cmpstr (
      dump, ==,
      "[t]\nA1 text a\n! t:2:1: the text in this cell is longer than a cell may be (32767 "
      "characters)\n");
  g_free (dump);
  dump = dump_bytes ("t.csv", quoted, strlen (quoted));
  g_assert_cmpstr (
      dump, ==,
      "[t]\nA1 text a\n! t:2:1: the quote that opens this cell on line 2 is not closed within "
      "the 32767 characters a cell may have; close it, or write a quote in a quoted cell twice\n");
  g_free (dump);
  dump = dump_bytes ("t.csv", columns, strlen (columns));
  g_assert_cmpstr (
      dump, ==,
      "[t]\nA1 text a\nB1 text b\n! t:2: the row has more columns than a sheet can have "
      "(16384)\n");
}

/* --- the writer ------------------------------------------------------------------------------- */

static char *
write_rows (const char *path, const char *const *const *rows, gboolean mark)
{
  g_autoptr (GError) error = NULL;
  TdOutput *output = td_output_new_for_path (path, &error);
  TdCsvWriter *writer;
  char *content = NULL;

  g_assert_no_error (error);
  writer = td_csv_writer_new (output, mark);
  for (; *rows != NULL; rows++)
    {
      for (guint i = 0; (*rows)[i] != NULL; i++)
        td_csv_writer_add (writer, (*rows)[i]);
      td_csv_writer_end_row (writer);
    }
  g_assert_true (td_csv_writer_finish (writer, &error));
  g_assert_no_error (error);
  td_csv_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

static void
test_writer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "units.csv", NULL);
  static const char *const header[] = { "code", "name", "note", NULL };
  static const char *const plain[] = { "P1", "Phường Hòa Lạc", "", NULL };
  static const char *const odd[] = { "a,b", "nói \"được\"", "hai\ndòng", NULL };
  static const char *const formulas[] = { "=1+1", "+84", "-", NULL };
  static const char *const edges[] = { " x", "y ", "a;b", NULL };
  static const char *const blank[] = { "", "", "", NULL };
  static const char *const *const rows[] = { header, plain, odd, formulas, edges, blank, NULL };
  g_autofree char *content = write_rows (path, rows, FALSE);
  g_autofree char *again = write_rows (path, rows, FALSE);
  g_autofree char *marked = write_rows (path, rows, TRUE);
  g_autofree char *dump = NULL;
  GDir *dir;

  g_assert_cmpstr (content, ==,
                   "code,name,note\n"
                   "P1,Phường Hòa Lạc,\n"
                   "\"a,b\",\"nói \"\"được\"\"\",\"hai\ndòng\"\n"
                   "=1+1,+84,-\n"
                   "\" x\",\"y \",\"a;b\"\n"
                   ",,\n");
  g_assert_cmpstr (content, ==, again);
  g_assert_true (g_str_has_prefix (marked, "\xef\xbb\xbf"));
  g_assert_cmpstr (marked + 3, ==, content);
  dump = dump_path (path);
  g_assert_cmpstr (
      dump, ==,
      "[units]\nA1 text code\nB1 text name\nC1 text note\nA2 text P1\nB2 text Phường Hòa Lạc\n"
      "A3 text a,b\nB3 text nói \"được\"\nC3 text hai⏎dòng\nA4 text =1+1\nB4 text +84\nC4 text -\n"
      "A5 text  x\nB5 text y \nC5 text a;b\n");
  /* Nothing is left beside the file. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "units.csv");
  g_assert_null (g_dir_read_name (dir));
  g_dir_close (dir);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* A single blank column is not a blank line: the row is there when it is read by anyone. */
static void
test_writer_one_column (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
  static const char *const header[] = { "code", NULL };
  static const char *const blank[] = { "", NULL };
  static const char *const *const rows[] = { header, blank, header, NULL };
  g_autofree char *content = write_rows (path, rows, FALSE);

  g_assert_cmpstr (content, ==, "code\n\"\"\ncode\n");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is not finished leaves what was there as it was; what cannot be written says so. */
static void
test_writer_fails (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "x.csv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  TdCsvWriter *writer;

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  writer = td_csv_writer_new (td_output_new_for_path (path, NULL), FALSE);
  for (guint i = 0; i < 100000; i++)
    td_csv_writer_add (writer, "x");
  td_csv_writer_end_row (writer);
  td_csv_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "as it was");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  g_assert_null (td_output_new_for_path (nowhere, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "x.csv: the file could not be written: "));
  g_clear_error (&error);

  /* A device that is always full. */
  if (g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      int fd = g_open ("/dev/full", O_WRONLY, 0);

      writer = td_csv_writer_new (td_output_new_for_fd (fd), FALSE);
      td_csv_writer_add (writer, "x");
      td_csv_writer_end_row (writer);
      g_assert_false (td_csv_writer_finish (writer, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_NO_SPACE);
      td_csv_writer_free (writer);
      g_close (fd, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/csv/rows", test_rows);
  g_test_add_func ("/tables/csv/lines", test_lines);
  g_test_add_func ("/tables/csv/encodings", test_encodings);
  g_test_add_func ("/tables/csv/edges", test_edges);
  g_test_add_func ("/tables/csv/limits", test_limits);
  g_test_add_func ("/tables/csv/writer", test_writer);
  g_test_add_func ("/tables/csv/writer-one-column", test_writer_one_column);
  g_test_add_func ("/tables/csv/writer-fails", test_writer_fails);
  return g_test_run ();
}
