/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/td-decimal.h"

static void
test_reading (void)
{
  static const struct
  {
    const char *text;
    TdReading reading;
  } cases[] = {
    { "1234", TD_READING_EITHER },
    { "0", TD_READING_EITHER },
    { "-5", TD_READING_EITHER },
    { " 12 ", TD_READING_EITHER },
    { "\xc2\xa0"
      "12\xe2\x80\xaf",
      TD_READING_EITHER },
    { "1234.5", TD_READING_PLAIN },
    { "0.5", TD_READING_PLAIN },
    { "0.234", TD_READING_PLAIN },
    { "1.2345", TD_READING_PLAIN },
    { "1234.567", TD_READING_PLAIN },
    { "1,5", TD_READING_VIETNAMESE },
    { "1.234,5", TD_READING_VIETNAMESE },
    { "1.234.567", TD_READING_VIETNAMESE },
    { "1,234", TD_READING_VIETNAMESE },
    { "12345,6", TD_READING_VIETNAMESE },
    { "1.234", TD_READING_AMBIGUOUS },
    { "12.345", TD_READING_AMBIGUOUS },
    { "-123.456", TD_READING_AMBIGUOUS },
    { "", TD_READING_NONE },
    { "-", TD_READING_NONE },
    { "1,234.5", TD_READING_NONE },
    { "1.23.456", TD_READING_NONE },
    { "1.234.5", TD_READING_NONE },
    { "12 345", TD_READING_NONE },
    { "1e5", TD_READING_NONE },
    { "0x10", TD_READING_NONE },
    { "+5", TD_READING_NONE },
    { "12%", TD_READING_NONE },
    { ".5", TD_READING_NONE },
    { "5.", TD_READING_NONE },
    { ",5", TD_READING_NONE },
    { "NaN", TD_READING_NONE },
    { "--5", TD_READING_NONE },
    { "1.234.567.890", TD_READING_VIETNAMESE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (td_decimal_reading (cases[i].text), ==, cases[i].reading);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    TdStyle style;
    gint64 expected; /* TD_DECIMAL_NONE: refused */
  } cases[] = {
    { "1234.5", TD_STYLE_PLAIN, 12345000 },
    { "1.234,5", TD_STYLE_VIETNAMESE, 12345000 },
    { "1.234", TD_STYLE_PLAIN, 12340 },
    { "1.234", TD_STYLE_VIETNAMESE, 12340000 },
    { "-0.0001", TD_STYLE_PLAIN, -1 },
    { "\xe2\x88\x92"
      "2,5",
      TD_STYLE_VIETNAMESE, -25000 },
    { "007", TD_STYLE_PLAIN, 70000 },
    { "1.50000000", TD_STYLE_PLAIN, 15000 },
    { "1.00001", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
    { "999999999999.9999", TD_STYLE_PLAIN, G_GINT64_CONSTANT (9999999999999999) },
    { "1000000000000", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
    { "99999999999999999999999999", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
    { "1,5", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
    { "1.5", TD_STYLE_VIETNAMESE, TD_DECIMAL_NONE },
    { "", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
    { "một", TD_STYLE_PLAIN, TD_DECIMAL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TdDecimal out = 0;
      gboolean read = td_decimal_parse (cases[i].text, cases[i].style, &out, &error);

      g_test_message ("%s", cases[i].text);
      if (cases[i].expected == TD_DECIMAL_NONE)
        {
          g_assert_false (read);
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_true (read);
          g_assert_cmpint (out, ==, cases[i].expected);
        }
    }
}

static void
test_parse_foreign (void)
{
  static const struct
  {
    const char *text;
    TdDecimal value; /* TD_DECIMAL_NONE: refused */
  } cases[] = {
    { "1,234", TD_DECIMAL_NONE },
    { "-999,999", TD_DECIMAL_NONE },
    { "1.234", TD_DECIMAL_NONE },
    { "12,345 ", TD_DECIMAL_NONE },
    { "0,125", 1250 },
    { "1,2340", 12340 },
    { "1,23", 12300 },
    { "1234,567", 12345670 },
    { "1.234,5", 12345000 },
    { "1.234.567", 12345670000 },
    { "1234.5", 12345000 },
    { "1,234,567", TD_DECIMAL_NONE },
  };
  g_autoptr (GError) error = NULL;
  TdDecimal out;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      out = TD_DECIMAL_NONE;
      if (td_decimal_parse_foreign (cases[i].text, &out, NULL)
              != (cases[i].value != TD_DECIMAL_NONE)
          || out != cases[i].value)
        {
          g_test_message ("%s", cases[i].text);
          g_test_fail ();
        }
    }
  /* What is said to be written instead can be read. */
  g_assert_false (td_decimal_parse_foreign ("1.234", &out, &error));
  g_assert_cmpstr (error->message, ==, "“1.234” can be read two ways: write 1,2340 or 1234");
}

static void
test_parse_typed (void)
{
  g_autoptr (GError) error = NULL;
  TdDecimal out;

  g_assert_true (td_decimal_parse_typed ("1234.5", &out, NULL));
  g_assert_cmpint (out, ==, 12345000);
  g_assert_true (td_decimal_parse_typed ("1.234,5", &out, NULL));
  g_assert_cmpint (out, ==, 12345000);
  g_assert_false (td_decimal_parse_typed (" 1.234", &out, &error));
  g_assert_cmpstr (error->message, ==, "“1.234” can be read two ways: write 1,234 or 1234");
}

static void
test_format (void)
{
  static const struct
  {
    gint64 value;
    const char *plain, *vietnamese, *two, *none;
  } cases[] = {
    { 0, "0", "0", "0,00", "0" },
    { 12345000, "1234.5", "1.234,5", "1.234,50", "1.235" },
    { -12345000, "-1234.5", "-1.234,5", "-1.234,50", "-1.235" },
    { 1, "0.0001", "0,0001", "0,00", "0" },
    { -5000, "-0.5", "-0,5", "-0,50", "-1" },
    { 849950, "84.995", "84,995", "85,00", "85" },
    { 10000000000, "1000000", "1.000.000", "1.000.000,00", "1.000.000" },
    { 9990000, "999", "999", "999,00", "999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = td_decimal_format (cases[i].value, TD_STYLE_PLAIN);
      g_autofree char *vietnamese = td_decimal_format (cases[i].value, TD_STYLE_VIETNAMESE);
      g_autofree char *two = td_decimal_format_fixed (cases[i].value, 2, TD_STYLE_VIETNAMESE);
      g_autofree char *none = td_decimal_format_fixed (cases[i].value, 0, TD_STYLE_VIETNAMESE);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (vietnamese, ==, cases[i].vietnamese);
      g_assert_cmpstr (two, ==, cases[i].two);
      g_assert_cmpstr (none, ==, cases[i].none);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 value = (gint64) g_test_rand_int () * (1 << 22) + g_test_rand_int ();
      TdDecimal back;

      value %= TD_DECIMAL_LIMIT;
      for (int style = TD_STYLE_PLAIN; style <= TD_STYLE_VIETNAMESE; style++)
        {
          g_autofree char *text = td_decimal_format (value, (TdStyle) style);

          g_assert_true (td_decimal_parse (text, (TdStyle) style, &back, NULL));
          g_assert_cmpint (back, ==, value);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/reading", test_reading);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-typed", test_parse_typed);
  g_test_add_func ("/decimal/parse-foreign", test_parse_foreign);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/round-trip", test_round_trip);
  return g_test_run ();
}
