/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables/td-cell.h"

#include <string.h>

#include "base/td-date.h"
#include "tables/td-limits.h"
#include "tables/td-merges.h"
#include "tables/td-number-format.h"
#include "tables/td-number-text.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    guint row, column; /* 0 when it is no cell */
  } cases[] = {
    { "A1", 1, 1 },
    { "B7", 7, 2 },
    { "Z10", 10, 26 },
    { "AA1", 1, 27 },
    { "AZ2", 2, 52 },
    { "BA2", 2, 53 },
    { "ZZ9", 9, 702 },
    { "AAA9", 9, 703 },
    { "XFD1048576", 1048576, 16384 },
    { "XFE1", 0, 0 },
    { "A1048577", 0, 0 },
    { "A0", 0, 0 },
    { "A", 0, 0 },
    { "1", 0, 0 },
    { "", 0, 0 },
    { "1A", 0, 0 },
    { "A1B", 0, 0 },
    { "A 1", 0, 0 },
    { "Đ1", 0, 0 },
    { "A99999999999999999999", 0, 0 },
    { "AAAAAAAAAAAAAAAAAAAA1", 0, 0 },
  };
  guint row, column;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_cell = td_cell_parse_name (cases[i].name, -1, &row, &column);
      char letters[8];
      g_autofree char *back = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (is_cell, ==, cases[i].row != 0);
      if (!is_cell)
        continue;
      g_assert_cmpuint (row, ==, cases[i].row);
      g_assert_cmpuint (column, ==, cases[i].column);
      td_cell_column_name (column, letters);
      back = g_strdup_printf ("%s%u", letters, row);
      g_assert_cmpstr (back, ==, cases[i].name);
    }
  g_assert_true (td_cell_parse_name ("$c$12", -1, &row, &column));
  g_assert_cmpuint (row, ==, 12);
  g_assert_cmpuint (column, ==, 3);
}

static void
test_location (void)
{
  static const struct
  {
    guint row, column;
    const char *place;
  } cases[] = {
    { 7, 2, "phiếu.xlsx!Dữ liệu!B7" },
    { 7, 0, "phiếu.xlsx!Dữ liệu!7" },
    { 0, 0, "phiếu.xlsx!Dữ liệu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place =
          td_cell_location ("phiếu.xlsx", "Dữ liệu", cases[i].row, cases[i].column);

      g_assert_cmpstr (place, ==, cases[i].place);
    }
}

/* The right-hand sides follow from the rule in td-cell.h: 15 digits count. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *stored, *text; /* NULL when it is no number */
    guint flags;
  } cases[] = {
    { "0", "0", 0 },
    { "12", "12", 0 },
    { "-12.5", "-12.5", 0 },
    { "0.1", "0.1", 0 },
    { "-0.5", "-0.5", 0 },
    { "100", "100", 0 },
    { "1.50", "1.5", 0 },
    { "2.000", "2", 0 },
    { "007", "7", 0 },
    { "-0", "0", 0 },
    { "-0.0", "0", 0 },
    { "+5", "5", 0 },
    { ".5", "0.5", 0 },
    { "5.", "5", 0 },
    { "1E-3", "0.001", 0 },
    { "1.5e3", "1500", 0 },
    { "2.5E+00", "2.5", 0 },
    { "0E5", "0", 0 },
    /* What spreadsheets write for figures that were typed as 8.400821, 0.07 and 1234.5678. */
    { "8.4008210000000001", "8.400821", 0 },
    { "7.0000000000000007E-2", "0.07", 0 },
    { "1234.5678000000000", "1234.5678", 0 },
    { "8.300000000000001", "8.3", 0 },
    /* Sums of 0.1 and 0.2, and of ten times 0.1, in binary. */
    { "0.30000000000000004", "0.3", TD_CELL_ROUNDED },
    { "0.99999999999999989", "1", TD_CELL_ROUNDED },
    { "9.9999999999999995E-2", "0.1", TD_CELL_ROUNDED },
    { "99999.999999999985", "100000", TD_CELL_ROUNDED },
    { "0.33333333333333331", "0.333333333333333", TD_CELL_ROUNDED },
    { "-0.66666666666666663", "-0.666666666666667", TD_CELL_ROUNDED },
    /*
     * 16 digits that end in 5: the doubles nearest to them are 1.00000000000000510… and
     * 2.50000000000000488…, one above and one below the half.
     */
    { "1.000000000000005", "1.00000000000001", TD_CELL_ROUNDED },
    { "2.500000000000005", "2.5", TD_CELL_ROUNDED },
    /* Long numbers. */
    { "123456789012345", "123456789012345", 0 },
    { "1234567890123456", "1234567890123456", TD_CELL_LONG },
    { "1.2345678901234568E+16", "12345678901234568", TD_CELL_LONG },
    { "1E+15", "1000000000000000", TD_CELL_LONG },
    { "1E+14", "100000000000000", 0 },
    { "999999999999999.9", "1000000000000000", TD_CELL_LONG | TD_CELL_ROUNDED },
    { "", NULL, 0 },
    { "-", NULL, 0 },
    { ".", NULL, 0 },
    { "1,5", NULL, 0 },
    { "1.2.3", NULL, 0 },
    { "1e", NULL, 0 },
    { "1e+", NULL, 0 },
    { "e5", NULL, 0 },
    { " 1", NULL, 0 },
    { "1x", NULL, 0 },
    { "0x10", NULL, 0 },
    { "nan", NULL, 0 },
    { "inf", NULL, 0 },
    { "1e999", NULL, 0 },
    { "1e-999", NULL, 0 },
    { "1e99999999999999999999", NULL, 0 },
  };
  char out[TD_NUMBER_TEXT_SIZE];
  guint16 flags;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;

      flags = 0;
      length = td_number_text_read (cases[i].stored, strlen (cases[i].stored), out, &flags);
      g_test_message ("%s", cases[i].stored);
      if (cases[i].text == NULL)
        g_assert_cmpuint (length, ==, 0);
      else
        {
          g_assert_cmpstr (out, ==, cases[i].text);
          g_assert_cmpuint (length, ==, strlen (out));
          g_assert_cmpuint (flags, ==, cases[i].flags);
        }
    }
  /* The longest there are still fit. */
  flags = 0;
  g_assert_cmpuint (td_number_text_read ("-1.7976931348623157E+308", 24, out, &flags), ==, 310);
  g_assert_cmpuint (td_number_text_read ("-4.9406564584124654E-324", 24, out, &flags), ==, 341);
}

/*
 * Every figure that can be typed with up to 15 digits comes back as typed, from the 17 digits that a
 * spreadsheet writes.
 */
static void
test_numbers_typed (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      int decimals = g_test_rand_int_range (0, 9);
      gint64 whole = g_test_rand_int_range (0, 1000000);
      gint64 fraction = g_test_rand_int_range (1, 1000000000);
      g_autofree char *digits = g_strdup_printf ("%09" G_GINT64_FORMAT, fraction);
      g_autofree char *typed =
          g_strdup_printf ("%" G_GINT64_FORMAT ".%.*s1", whole, decimals, digits);
      char stored[G_ASCII_DTOSTR_BUF_SIZE], out[TD_NUMBER_TEXT_SIZE];
      guint16 flags = 0;

      g_ascii_formatd (stored, sizeof stored, "%.17g", g_ascii_strtod (typed, NULL));
      g_assert_cmpuint (td_number_text_read (stored, strlen (stored), out, &flags), >, 0);
      g_assert_cmpstr (out, ==, typed);
      g_assert_cmpuint (flags, ==, 0);
    }
}

/* Days from ECMA-376 part 1, 18.17.4.1; 45365 is 14 March 2024 by counting from 45292, 1 January. */
static void
test_dates (void)
{
  static const struct
  {
    const char *serial;
    gboolean from_1904;
    const char *date; /* NULL when it is no day */
    gint64 seconds;
  } cases[] = {
    { "1", FALSE, "1900-01-01", 0 },
    { "59", FALSE, "1900-02-28", 0 },
    { "60", FALSE, NULL, 0 },
    { "61", FALSE, "1900-03-01", 0 },
    { "0", FALSE, NULL, 0 },
    { "0.5", FALSE, NULL, 0 },
    { "-1", FALSE, NULL, 0 },
    { "45292", FALSE, "2024-01-01", 0 },
    { "45365", FALSE, "2024-03-14", 0 },
    { "45365.75", FALSE, "2024-03-14", 64800 },
    { "45365.999999999", FALSE, "2024-03-15", 0 },
    { "2958465", FALSE, "9999-12-31", 0 },
    { "2958466", FALSE, NULL, 0 },
    { "99999999999999999999", FALSE, NULL, 0 },
    { "0", TRUE, "1904-01-01", 0 },
    { "59", TRUE, "1904-02-29", 0 },
    { "43903", TRUE, "2024-03-14", 0 },
    { "2957003", TRUE, "9999-12-31", 0 },
    { "2957004", TRUE, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdDate date = TD_DATE_NONE;
      gint64 seconds = 0;
      gboolean is_day =
          td_number_text_to_date (cases[i].serial, cases[i].from_1904, &date, &seconds);

      g_test_message ("%s", cases[i].serial);
      g_assert_cmpint (is_day, ==, cases[i].date != NULL);
      if (is_day)
        {
          g_autofree char *text = td_date_format (date, TD_STYLE_PLAIN);

          g_assert_cmpstr (text, ==, cases[i].date);
          g_assert_cmpint (seconds, ==, cases[i].seconds);
        }
    }
  g_assert_cmpuint (td_number_text_serial (td_date_new (2024, 3, 14)), ==, 45365);
  g_assert_cmpuint (td_number_text_serial (td_date_new (1900, 3, 1)), ==, 61);
  g_assert_cmpuint (td_number_text_serial (td_date_new (1900, 2, 28)), ==, 0);
  g_assert_cmpuint (td_number_text_serial (TD_DATE_NONE), ==, 0);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *code;
    TdNumberFormat format;
  } cases[] = {
    { "General", TD_NUMBER_FORMAT_NUMBER },
    { "0.00", TD_NUMBER_FORMAT_NUMBER },
    { "#,##0.00\" đồng/day\"", TD_NUMBER_FORMAT_NUMBER },
    { "#,##0\\ \\d", TD_NUMBER_FORMAT_NUMBER },
    { "0.00E+00", TD_NUMBER_FORMAT_NUMBER },
    { "[Red]#,##0;[Blue]-#,##0", TD_NUMBER_FORMAT_NUMBER },
    { "[$₫-42A]#,##0", TD_NUMBER_FORMAT_NUMBER },
    { "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", TD_NUMBER_FORMAT_NUMBER },
    { "_d0", TD_NUMBER_FORMAT_NUMBER },
    { "0.0%", TD_NUMBER_FORMAT_PERCENT },
    { "0\"%\"", TD_NUMBER_FORMAT_NUMBER },
    { "@", TD_NUMBER_FORMAT_TEXT },
    { "dd/mm/yyyy", TD_NUMBER_FORMAT_DATE },
    { "[$-42A]dd/mm/yyyy;@", TD_NUMBER_FORMAT_DATE },
    { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", TD_NUMBER_FORMAT_DATE },
    { "mmm-yy", TD_NUMBER_FORMAT_DATE },
    { "\"Tháng \"m", TD_NUMBER_FORMAT_DATE },
    { "yyyy", TD_NUMBER_FORMAT_DATE },
    { "m/d/yy h:mm AM/PM", TD_NUMBER_FORMAT_DATE },
    { "h:mm", TD_NUMBER_FORMAT_TIME },
    { "h:mm AM/PM", TD_NUMBER_FORMAT_TIME },
    { "mm:ss.0", TD_NUMBER_FORMAT_TIME },
    { "[h]:mm:ss", TD_NUMBER_FORMAT_TIME },
    { "[mm]:ss", TD_NUMBER_FORMAT_TIME },
    { "[Magenta]0", TD_NUMBER_FORMAT_NUMBER },
    { "0;yyyy", TD_NUMBER_FORMAT_NUMBER },
    { "", TD_NUMBER_FORMAT_NUMBER },
    { "\"", TD_NUMBER_FORMAT_NUMBER },
    { "[", TD_NUMBER_FORMAT_NUMBER },
    { "\\", TD_NUMBER_FORMAT_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (td_number_format_classify (cases[i].code), ==, cases[i].format);
    }
  g_assert_cmpint (td_number_format_classify_builtin (0), ==, TD_NUMBER_FORMAT_NUMBER);
  g_assert_cmpint (td_number_format_classify_builtin (10), ==, TD_NUMBER_FORMAT_PERCENT);
  g_assert_cmpint (td_number_format_classify_builtin (14), ==, TD_NUMBER_FORMAT_DATE);
  g_assert_cmpint (td_number_format_classify_builtin (20), ==, TD_NUMBER_FORMAT_TIME);
  g_assert_cmpint (td_number_format_classify_builtin (22), ==, TD_NUMBER_FORMAT_DATE);
  g_assert_cmpint (td_number_format_classify_builtin (30), ==, TD_NUMBER_FORMAT_DATE);
  g_assert_cmpint (td_number_format_classify_builtin (46), ==, TD_NUMBER_FORMAT_TIME);
  g_assert_cmpint (td_number_format_classify_builtin (49), ==, TD_NUMBER_FORMAT_TEXT);
  g_assert_cmpint (td_number_format_classify_builtin (5000), ==, TD_NUMBER_FORMAT_NUMBER);
}

static void
test_format_flags (void)
{
  static const struct
  {
    const char *code;
    guint16 flags;
  } cases[] = {
    { "General", 0 },
    { "#,##0", 0 },
    { "#,##0.00 \"đồng/ngày\"", 0 },
    { "#,##0 ;[Red](#,##0)", 0 },
    { "0.00E+00", 0 },
    { "#,##0,", TD_CELL_RESHAPED },
    { "0.0,,", TD_CELL_RESHAPED },
    { "#,##0,\" nghìn\"", TD_CELL_RESHAPED },
    { "# ?/?", TD_CELL_RESHAPED },
    { "# ?\?/20", TD_CELL_RESHAPED },
    { "0\"‰\"", TD_CELL_RESHAPED },
    { ";;;", TD_CELL_UNSEEN },
    { ";-0", TD_CELL_UNSEEN },
    { "dd/mm/yyyy", 0 },
    { "[$-42A]d/m;@", 0 },
    { "mm/yyyy", TD_CELL_NO_DAY },
    { "\"ngày \"m/yyyy", TD_CELL_NO_DAY },
    { "yyyy", TD_CELL_NO_DAY },
    { "h:mm", 0 },
    { "", 0 },
    { "\"", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (td_number_format_get_flags (cases[i].code), ==, cases[i].flags);
    }
}

static void
test_merges (void)
{
  static const TdMerge areas[] = {
    { 5, 1, 8, 2 }, { 1, 1, 1, 3 }, { 2, 4, 6, 4 }, { 5, 6, 5, 9 }, { 7, 6, 9, 9 }, { 3, 3, 3, 3 },
  };
  static const struct
  {
    guint row, column;
    int area; /* -1 for none */
  } cases[] = {
    { 1, 1, 1 },  { 1, 3, 1 }, { 1, 4, -1 }, { 2, 4, 2 },   { 3, 3, -1 },
    { 6, 1, 0 },  { 6, 2, 0 }, { 6, 3, -1 }, { 6, 4, 2 },   { 6, 6, -1 },
    { 7, 4, -1 }, { 8, 9, 4 }, { 9, 1, -1 }, { 20, 1, -1 },
  };
  g_autoptr (TdMerges) merges = td_merges_new ();
  g_autoptr (TdMerges) overlapping = td_merges_new ();
  g_autoptr (TdMerges) many = td_merges_new ();

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    g_assert_true (td_merges_add (merges, &areas[i]));
  /* The one of a single cell is none. */
  g_assert_cmpuint (td_merges_get_count (merges), ==, G_N_ELEMENTS (areas) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdMerge *found;

      g_assert_true (td_merges_set_row (merges, cases[i].row));
      found = td_merges_find (merges, cases[i].column);
      g_test_message ("%u, %u", cases[i].row, cases[i].column);
      g_assert_cmpint (found != NULL, ==, cases[i].area >= 0);
      if (found != NULL)
        g_assert_cmpint (memcmp (found, &areas[cases[i].area], sizeof *found), ==, 0);
      found = td_merges_find_anywhere (merges, cases[i].row, cases[i].column);
      g_assert_cmpint (found != NULL, ==, cases[i].area >= 0);
    }
  g_assert_true (td_merges_add (overlapping, &(TdMerge){ 1, 1, 4, 4 }));
  g_assert_true (td_merges_add (overlapping, &(TdMerge){ 3, 4, 5, 5 }));
  g_assert_true (td_merges_set_row (overlapping, 2));
  g_assert_false (td_merges_set_row (overlapping, 3));
  for (guint i = 0; i < TD_LIMIT_MERGES; i++)
    g_assert_true (td_merges_add (many, &(TdMerge){ i + 1, 1, i + 1, 2 }));
  g_assert_false (td_merges_add (many, &(TdMerge){ 1, 5, 1, 6 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/cell/names", test_names);
  g_test_add_func ("/tables/cell/location", test_location);
  g_test_add_func ("/tables/cell/numbers", test_numbers);
  g_test_add_func ("/tables/cell/numbers-typed", test_numbers_typed);
  g_test_add_func ("/tables/cell/dates", test_dates);
  g_test_add_func ("/tables/cell/formats", test_formats);
  g_test_add_func ("/tables/cell/format-flags", test_format_flags);
  g_test_add_func ("/tables/cell/merges", test_merges);
  return g_test_run ();
}
