/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hidden line of a form's row: what goes in comes out, and whoever writes in it is noticed. */
#include <string.h>

#include "base/td-date.h"
#include "tables/td-form-stamp.h"

/* A figure may be not given, a day, a pair, of 15 digits; an entry may be there without a figure. */
static const struct
{
  TdKind kind;
  const char *first, *second;
  int state;
  const char *note;
} samples[] = {
  { TD_KIND_RATIO, "12", "15", TD_ENTRY_PENDING, "" },
  { TD_KIND_RATIO, "0", "0", TD_ENTRY_ACCEPTED, "Không phát sinh" },
  { TD_KIND_RATIO, "", "", TD_FORM_STATE_NONE, "" },
  { TD_KIND_AMOUNT, "-99999999999.9999", "", TD_ENTRY_DRAFT, "a\nb" },
  { TD_KIND_MILESTONE, "2024-03-14", "", TD_ENTRY_CORRECTED, "" },
  { TD_KIND_MILESTONE, "", "", TD_ENTRY_PENDING, "" },
  { TD_KIND_RATING, "7.25", "", TD_ENTRY_REJECTED, "x" },
};

static TdDecimal
figure (TdKind kind, const char *text)
{
  TdDecimal number = TD_DECIMAL_NONE;
  TdDate date;

  if (*text != '\0' && kind == TD_KIND_MILESTONE)
    {
      g_assert_true (td_date_parse (text, &date, NULL));
      return date;
    }
  if (*text != '\0')
    g_assert_true (td_decimal_parse (text, TD_STYLE_PLAIN, &number, NULL));
  return number;
}

static char *
make (guint i, TdFormStamp *out)
{
  *out = (TdFormStamp){ .office = td_form_stamp_hash ("PHÒNG NỘI VỤ"),
                        .movement_id = G_GINT64_CONSTANT (1234567890123456789),
                        .movement = g_strdup ("CCHC-2024"),
                        .unit = g_strdup ("06709"),
                        .period = g_strdup ("2024-Q2"),
                        .target = g_strdup ("Chỉ tiêu 1.1"),
                        .kind = samples[i].kind,
                        .state = samples[i].state,
                        .note = td_form_stamp_hash (samples[i].note) };
  out->figures.first = figure (out->kind, samples[i].first);
  out->figures.second = figure (out->kind, samples[i].second);
  return td_form_stamp_format (out);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (TdFormStamp) in = { 0 }, out = { 0 };
      g_autofree char *text = make (i, &in);
      g_autoptr (GError) error = NULL;

      td_form_stamp_parse (text, &out, &error);
      g_assert_no_error (error);
      g_assert_true (td_form_stamp_same_form (&in, &out));
      g_assert_cmpstr (out.target, ==, "Chỉ tiêu 1.1");
      g_assert_cmpint (out.kind, ==, in.kind);
      g_assert_cmpint (out.state, ==, in.state);
      g_assert_cmpstr (out.note, ==, in.note);
      g_assert_true (td_figures_equal (&out.figures, &in.figures));
    }
}

/* Some programs keep text decomposed, some put spaces around it. */
static void
test_other_programs (void)
{
  g_auto (TdFormStamp) in = { 0 }, out = { 0 };
  g_autofree char *text = make (0, &in);
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autofree char *spaced = g_strdup_printf (" %s\u00a0", decomposed);

  g_assert_true (td_form_stamp_parse (spaced, &out, NULL));
  g_assert_cmpstr (out.target, ==, "Chỉ tiêu 1.1");
}

/* One character anywhere is another stamp, or none. */
static void
test_written_over (void)
{
  g_auto (TdFormStamp) in = { 0 };
  g_autofree char *text = make (0, &in);

  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autofree char *other = g_strdup (text);
      TdFormStamp out;
      g_autoptr (GError) error = NULL;

      if ((guchar) text[i] >= 0x80)
        continue;
      other[i] = other[i] == '1' ? '2' : '1';
      g_assert_false (td_form_stamp_parse (other, &out, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
    }
  for (gsize i = 0; i < strlen (text); i++)
    {
      g_autofree char *cut = g_strndup (text, i);
      TdFormStamp out;

      g_assert_false (td_form_stamp_parse (cut, &out, NULL));
    }
}

/* The letters of the published checksum of "abc": SHA-256 begins ba7816bf (FIPS 180-2, appendix B.1). */
static void
test_hash (void)
{
  g_autofree char *hash = td_form_stamp_hash (" abc ");
  g_autofree char *none = td_form_stamp_hash ("  ");

  g_assert_cmpstr (hash, ==, "ba7816bf");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tables/form-stamp/round-trip", test_round_trip);
  g_test_add_func ("/tables/form-stamp/other-programs", test_other_programs);
  g_test_add_func ("/tables/form-stamp/written-over", test_written_over);
  g_test_add_func ("/tables/form-stamp/hash", test_hash);
  return g_test_run ();
}
