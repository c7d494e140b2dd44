/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/td-text-block.h"

#include <string.h>

#include "base/td-error.h"

/* Cells in brackets, rows on lines of their own. */
static char *
show (const TdTextBlock *block)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < td_text_block_get_rows (block); row++)
    {
      for (guint column = 0; column < td_text_block_get_columns (block); column++)
        g_string_append_printf (out, "[%s]", td_text_block_get (block, row, column));
      g_string_append_c (out, '|');
    }
  return g_string_free (out, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text, *cells;
  } cases[] = {
    { "", "" },
    { "x", "[x]|" },
    { "x\n", "[x]|" },
    { "a\tb\r\nc\td\r\n", "[a][b]|[c][d]|" },
    { "a\tb\rc\td", "[a][b]|[c][d]|" },
    { "a\nb\tc\n", "[a][]|[b][c]|" },
    { "a\t\n", "[a][]|" },
    { "a\t", "[a][]|" },
    { "\t\n", "[][]|" },
    { "\n", "[]|" },
    { "a\n\nb\n", "[a]|[]|[b]|" },
    { "a\n\n", "[a]|[]|" },
    /* What Excel and LibreOffice do with line breaks, tabs and quotes in cells. */
    { "\"hai\ndòng\"\tb\n", "[hai\ndòng][b]|" },
    { "\"a\r\nb\rc\"\n", "[a\nb\nc]|" },
    { "\"a\tb\"\tc", "[a\tb][c]|" },
    { "\"nói \"\"được\"\"\nrồi\"\n", "[nói \"được\"\nrồi]|" },
    /* Quotes that are just quotes. */
    { "5\"\tb\n", "[5\"][b]|" },
    { "\"a\" b\tc\n", "[\"a\" b][c]|" },
    { "\"a\tb\n", "[\"a][b]|" },
    { "\"\n", "[\"]|" },
    { "\"\"\tx\n", "[][x]|" },
    { "1.234,5\t=1+1\t-\n", "[1.234,5][=1+1][-]|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TdTextBlock) block = td_text_block_parse (cases[i].text, -1, &error);
      g_autofree char *cells = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      cells = show (block);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tabs = g_strnfill (20000, '\t');
  g_autofree char *lines = g_strnfill (2000000, '\n');
  g_autofree char *large = NULL;
  GString *text = g_string_new (NULL);

  g_assert_null (td_text_block_parse ("a\xff", -1, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_block_parse ("a\0b", 3, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_block_parse (tabs, -1, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_block_parse (lines, -1, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  /* Wide in one row and long: 16,000 × 1,000 cells, nearly all blank. */
  g_string_append_len (text, tabs, 16000);
  g_string_append_len (text, lines, 1000);
  large = g_string_free (text, FALSE);
  g_assert_null (td_text_block_parse (large, -1, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
}

static void
test_format (void)
{
  g_autoptr (TdTextBlock) block = td_text_block_new (2, 3);
  g_autofree char *text = NULL;

  td_text_block_set (block, 0, 0, "Hòa Lạc");
  td_text_block_set (block, 0, 1, "hai\n\"dòng\"");
  td_text_block_set (block, 0, 2, "a\tb");
  td_text_block_set (block, 1, 0, "\"trích\"");
  td_text_block_set (block, 1, 1, "5\"");
  td_text_block_set (block, 1, 2, "x");
  td_text_block_set (block, 1, 2, NULL);
  text = td_text_block_format (block);
  g_assert_cmpstr (text, ==,
                   "Hòa Lạc\t\"hai\n\"\"dòng\"\"\"\t\"a\tb\"\n\"\"\"trích\"\"\"\t5\"\t\n");
}

/* Whatever stands in the cells comes back from the clipboard. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a", "\"", "\t", "\n", "ạ", " ", "", "\"\"", "," };

  for (guint i = 0; i < 3000; i++)
    {
      guint rows = (guint) g_test_rand_int_range (1, 5);
      guint columns = (guint) g_test_rand_int_range (1, 5);
      g_autoptr (TdTextBlock) block = td_text_block_new (rows, columns);
      g_autoptr (TdTextBlock) back = NULL;
      g_autofree char *text = NULL, *before = NULL, *after = NULL;

      for (guint row = 0; row < rows; row++)
        for (guint column = 0; column < columns; column++)
          {
            g_autoptr (GString) cell = g_string_new (NULL);

            for (gint32 n = g_test_rand_int_range (0, 5); n > 0; n--)
              g_string_append (cell,
                               pieces[g_test_rand_int_range (0, (gint32) G_N_ELEMENTS (pieces))]);
            td_text_block_set (block, row, column, cell->str);
          }
      text = td_text_block_format (block);
      back = td_text_block_parse (text, -1, NULL);
      g_assert_nonnull (back);
      before = show (block);
      after = show (back);
      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/text-block/parse", test_parse);
  g_test_add_func ("/tables/text-block/refused", test_refused);
  g_test_add_func ("/tables/text-block/format", test_format);
  g_test_add_func ("/tables/text-block/round-trip", test_round_trip);
  return g_test_run ();
}
