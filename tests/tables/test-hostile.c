/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that are broken, are something else than they say, or were made to do harm: each is refused
 * with the place and a sentence. They are made by make-hostile.py.
 */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "dump.h"

#define DAMAGED   "the file is damaged or was cut off on the way"
#define TOO_LARGE "the file claims far more content than a table can have"
#define LOCKED    "this file is locked with a password"
#define DOCTYPE   "the file has a document type inside"
#define NAMES     "the file has parts with names no workbook has"
#define OLD       "this is an old Excel workbook (.xls)"
#define PAGE      "this is a web page that only bears the name of a table"
#define LONG_TEXT "the text in this cell is longer than a cell may be (32767 characters)"
#define NO_BOOK   "this is not a workbook, although it is packed like one"

typedef struct
{
  const char *name;
  const char *place; /* behind the name; "" for the file as a whole */
  const char *sentence;
} Case;

static const Case cases[] = {
  /* Something else than it says. */
  { "empty.xlsx", "", "the file is empty (0 bytes)" },
  { "old.xls", "", OLD },
  { "old-renamed.xlsx", "", OLD },
  { "locked.xlsx", "", LOCKED },
  { "word.doc", "", "this is a Word document" },
  { "slides.xlsx", "", "this is a presentation" },
  { "other-office.xls", "", "this is a file of an old Office program" },
  { "very-old.xls", "", OLD },
  { "page.xls", "", PAGE },
  { "page-2.xlsx", "", PAGE },
  { "archive.xls", "", PAGE },
  { "xml-2003.xls", "", "this is a workbook saved as plain XML" },
  { "flat.ods", "", "this is a workbook saved as plain XML" },
  { "data.xml", "", "this is an XML file" },
  { "workbook.csv", "",
    "this is an Excel workbook, but its name ends in .csv; rename it so that it ends in .xlsx" },
  { "workbook.xls", "",
    "this is an Excel workbook, but its name ends in .xls; rename it so that it ends in .xlsx" },
  { "workbook.ods", "",
    "this is an Excel workbook, but its name ends in .ods; rename it so that it ends in .xlsx" },
  { "spreadsheet.xlsx", "",
    "this is an OpenDocument spreadsheet, but its name ends in .xlsx; rename it so that it ends in "
    ".ods" },
  { "text.xlsx", "", "this is plain text, although its name ends in .xlsx" },
  { "text.log", "", "this is plain text; if it is a table" },
  { "paper.xlsx", "", "this is a PDF document" },
  { "photo.xlsx", "", "this is a picture" },
  { "picture.png", "", "this is a picture" },
  { "packed.rar", "", "this is a packed folder; unpack it" },
  { "notes.rtf", "", "this is a text document (RTF)" },
  { "bytes.xlsx", "", "this is not a table this program can read" },
  { "~$phieu.xlsx", "", "this is the mark a spreadsheet program leaves" },
  { "document.xlsx", "", "this is a Word document" },
  { "deck.xlsx", "", "this is a presentation" },
  { "binary.xlsb", "", "this is an Excel binary workbook (.xlsb)" },
  { "numbers.xlsx", "", "this is an Apple Numbers document" },
  { "folder.zip", "", "this is a packed folder; unpack it" },
  { "photos.zip", "", "this is a packed folder without a table in it" },
  { "letter.ods", "", "this is a text document, not a table" },
  { "drawing.ods", "", NO_BOOK },
  { "gsheet.gsheet", "", "this is only a link to a table in Google Drive" },
  /* The package. */
  { "cut-60.xlsx", "", DAMAGED },
  { "cut-10-bytes.xlsx", "", DAMAGED },
  { "cut-front.xlsx", "", DAMAGED },
  { "flipped.xlsx", "", DAMAGED },
  { "checksum.xlsx", "", DAMAGED },
  { "password.xlsx", "", LOCKED },
  { "method.xlsx", "", "the file is packed in a way no spreadsheet program uses" },
  { "bomb.xlsx", "", TOO_LARGE },
  { "claims-4g.xlsx", "", TOO_LARGE },
  { "claims-less.xlsx", "", DAMAGED },
  { "claims-more.xlsx", "", DAMAGED },
  { "claims-packed.xlsx", "", DAMAGED },
  { "wide-huge.xlsx", "", TOO_LARGE },
  { "wide-more.xlsx", "", DAMAGED },
  { "wide-less.xlsx", "", DAMAGED },
  { "wide-checksum.xlsx", "", DAMAGED },
  { "wide-missing.xlsx", "", DAMAGED },
  { "many-parts.xlsx", "", TOO_LARGE },
  { "claims-parts.xlsx", "", TOO_LARGE },
  { "directory-off.xlsx", "", DAMAGED },
  { "twin.xlsx", "", "the file has two parts of the same name" },
  { "name-up.xlsx", "", NAMES },
  { "name-inner-up.xlsx", "", NAMES },
  { "name-root.xlsx", "", NAMES },
  { "name-backslash.xlsx", "", NAMES },
  { "name-drive.xlsx", "", NAMES },
  { "name-control.xlsx", "", NAMES },
  { "name-long.xlsx", "", NAMES },
  { "no-parts.xlsx", "", DAMAGED },
  { "stored-lies.xlsx", "", DAMAGED },
  /* Inside an Excel workbook. */
  { "laughs-sheet.xlsx", "", DOCTYPE },
  { "laughs-strings.xlsx", "", DOCTYPE },
  { "laughs-types.xlsx", "", DOCTYPE },
  { "laughs-book.xlsx", "", DOCTYPE },
  { "external.xlsx", "", DOCTYPE },
  { "entity.xlsx", "", DAMAGED },
  { "deep.xlsx", "", TOO_LARGE },
  { "attributes-300.xlsx", "", TOO_LARGE },
  { "attributes-1m.xlsx", "", TOO_LARGE },
  { "namespaces.xlsx", "", TOO_LARGE },
  { "not-xml.xlsx", "", DAMAGED },
  { "not-utf8.xlsx", "", DAMAGED },
  { "cell-huge.xlsx", "!S!B1", LONG_TEXT },
  { "cell-runs.xlsx", "!S!C2", LONG_TEXT },
  { "text-run.xlsx", "", TOO_LARGE },
  { "string-huge.xlsx", "!S!D4", LONG_TEXT },
  { "number-huge.xlsx", "!S!A1", LONG_TEXT },
  { "row-billion.xlsx", "!S", "the table goes on beyond row 1048576, the last one there can be" },
  { "row-zero.xlsx", "!S", DAMAGED },
  { "row-back.xlsx", "!S!5", DAMAGED },
  { "row-twice.xlsx", "!S!5", DAMAGED },
  { "column-far.xlsx", "!S!1", DAMAGED },
  { "column-run.xlsx", "!S!1", "the row has more columns than a sheet can have (16384)" },
  { "cell-elsewhere.xlsx", "!S!1", DAMAGED },
  { "cell-twice.xlsx", "!S!B1", "the file has this cell twice" },
  { "value-twice.xlsx", "!S!B1", DAMAGED },
  { "string-missing.xlsx", "!S!B3", DAMAGED },
  { "string-negative.xlsx", "!S!B3", DAMAGED },
  { "strings-none.xlsx", "!S!B3", DAMAGED },
  { "merges-overlap.xlsx", "!S!2", DAMAGED },
  { "merges-wrong.xlsx", "", DAMAGED },
  { "merges-many.xlsx", "", TOO_LARGE },
  { "columns-many.xlsx", "!S", DAMAGED },
  { "type-wrong.xlsx", "", "the sheet “S” is not what the file says it is" },
  { "book-elsewhere.xlsx", "", NO_BOOK },
  { "sheet-outside.xlsx", "", DAMAGED },
  { "sheet-missing.xlsx", "", DAMAGED },
  { "book-missing.xlsx", "", DAMAGED },
  { "relations-missing.xlsx", "", DAMAGED },
  { "sheets-none.xlsx", "", "the workbook has no sheet with cells" },
  { "sheets-twins.xlsx", "", DAMAGED },
  { "sheets-many.xlsx", "", TOO_LARGE },
  { "sheet-unnamed.xlsx", "", DAMAGED },
  { "sheet-name-long.xlsx", "", DAMAGED },
  { "styles-many.xlsx", "", TOO_LARGE },
  /* Inside an OpenDocument spreadsheet. */
  { "locked.ods", "", LOCKED },
  { "manifest-none.ods", "", DAMAGED },
  { "content-none.ods", "", DAMAGED },
  { "laughs.ods", "", DOCTYPE },
  { "columns-billion.ods", "!Sheet1!1", TOO_LARGE },
  { "columns-17000.ods", "!Sheet1!1", "the row has more columns than a sheet can have (16384)" },
  { "rows-billion.ods", "!Sheet1!1", TOO_LARGE },
  { "rows-2m.ods", "!Sheet1!1048576", TOO_LARGE },
  { "square.ods", "!Sheet1!1", TOO_LARGE },
  { "gap-billion.ods", "!Sheet1",
    "the table goes on beyond row 1048576, the last one there can be" },
  { "spaces-billion.ods", "!Sheet1!A1", LONG_TEXT },
  { "cell-huge.ods", "!Sheet1!B1", LONG_TEXT },
  { "paragraphs.ods", "!Sheet1!A1", LONG_TEXT },
  { "spans-overlap.ods", "!Sheet1!2", DAMAGED },
  { "deep.ods", "", TOO_LARGE },
  { "sheets-none.ods", "", "the workbook has no sheet with cells" },
  { "sheets-twins.ods", "", DAMAGED },
  { "sheets-many.ods", "", TOO_LARGE },
  { "sheet-unnamed.ods", "", DAMAGED },
  { "not-xml.ods", "", DAMAGED },
  { "phantom.ods", "", DAMAGED },
  { "other-root.ods", "", "the workbook has no sheet with cells" },
  { "no-namespaces.ods", "", DAMAGED },
  { "bomb.ods", "", TOO_LARGE },
};

static void
test_refused (void)
{
  const char *folder = g_getenv ("THIDUA_TEST_HOSTILE");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *dump = dump_path (path);
      g_autofree char *expected =
          g_strdup_printf ("! %s%s: %s", cases[i].name, cases[i].place, cases[i].sentence);
      const char *refusal = strstr (dump, "! ");

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (refusal);
      if (!g_str_has_prefix (refusal, expected))
        g_assert_cmpstr (refusal, ==, expected);
      /* It is the last thing said. */
      g_assert_true (strchr (refusal, '\n') == refusal + strlen (refusal) - 1);
    }
}

/* Odd, but harmless: these are read for what they are. */
static void
test_read (void)
{
  static const Case odd[] = {
    { "numbers-wrong.ods", "", "[Sheet1]\nA1 number 1\n" },
    { "spans-billion.ods", "", "[Sheet1]\nA1 number 1 merged\nB1 number 1 covered\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("THIDUA_TEST_HOSTILE"), odd[i].name, NULL);
      g_autofree char *dump = dump_path (path);

      g_assert_cmpstr (dump, ==, odd[i].sentence);
    }
}

/* The script makes nothing that is not looked at here. */
static void
test_all (void)
{
  GDir *dir = g_dir_open (g_getenv ("THIDUA_TEST_HOSTILE"), 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  g_dir_close (dir);
  g_assert_cmpuint (count, ==, G_N_ELEMENTS (cases) + 2);
}

static void
test_not_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("thidua-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "ống.csv", NULL);
  g_autofree char *missing = g_build_filename (folder, "không có.xlsx", NULL);
  g_autofree char *base = g_path_get_basename (folder);
  g_autofree char *expected =
      g_strdup_printf ("! %s: this is a folder; choose the files in it\n", base);
  g_autofree char *dump = dump_path (folder);

  g_assert_cmpstr (dump, ==, expected);
  g_free (dump);
  /* Nobody writes into it: opening must not wait. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  dump = dump_path (pipe);
  g_assert_cmpstr (dump, ==, "! ống.csv: this is not an ordinary file\n");
  g_free (dump);
  dump = dump_path (missing);
  g_assert_cmpstr (dump, ==,
                   "! không có.xlsx: the file could not be opened: No such file or directory\n");
  g_remove (pipe);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/hostile/refused", test_refused);
  g_test_add_func ("/tables/hostile/read", test_read);
  g_test_add_func ("/tables/hostile/all", test_all);
  g_test_add_func ("/tables/hostile/not-files", test_not_files);
  return g_test_run ();
}
