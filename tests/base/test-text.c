/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/td-text.h"

#include <string.h>

#include "base/td-error.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text, *folded;
  } cases[] = {
    { "Móng Cái", "mong cai" },
    { "ĐẶNG Thị Dậu", "dang thi dau" },
    { "hoà", "hoa" },
    { "hòa", "hoa" },
    { "  Ban   Quản\tlý ", "ban quan ly" },
    { "Ðà Nẵng", "da nang" }, /* with the Icelandic Ð that old fonts leave behind */
    { "Ơn nghĩa, Ưu tú", "on nghia, uu tu" },
    { "Mo\xcc\x81ng Ca\xcc\x81i", "mong cai" }, /* decomposed */
    { "Ærø × 3", "æro × 3" },
    { "", "" },
  };
  const char *all = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
                    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴĐ";
  g_autofree char *apart = g_utf8_normalize (all, -1, G_NORMALIZE_NFD);
  g_autofree char *folded = td_text_fold (all);
  g_autofree char *folded_apart = td_text_fold (apart);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = td_text_fold (cases[i].text);

      g_assert_cmpstr (out, ==, cases[i].folded);
    }
  g_assert_cmpstr (folded, ==,
                   "aaaaaaaaaaaaaaaaaaeeeeeeeeeeeeiiiiiioooooooooooooooooouuuuuuuuuuuuyyyyyyd"
                   "aaaaaaaaaaaaaaaaaaeeeeeeeeeeeeiiiiiioooooooooooooooooouuuuuuuuuuuuyyyyyyd");
  g_assert_cmpstr (folded_apart, ==, folded);
}

static void
test_matches (void)
{
  static const struct
  {
    const char *text, *query;
    gboolean found;
  } cases[] = {
    { "Phường Hòa Lạc", "hoa lac", TRUE },
    { "Phường Hòa Lạc", "hoà", TRUE },
    { "Phường Hòa Lạc", "hòa", TRUE },
    { "Phường Hòa Lạc", "hóa", FALSE },
    { "Phường Hòa Lạc", "lac phuong", TRUE },
    { "Đặng", "d", TRUE },
    { "Đặng", "đ", TRUE },
    { "Dũng", "đ", FALSE },
    { "Đặng", "dd", FALSE },
    { "Đặng", "DANG", TRUE },
    { "Trần Phú", "tran ph", TRUE },
    { "Trần Phú", "trân", TRUE },
    { "Trần Phú", "", TRUE },
    { "Trần Phú", "trăn", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = td_text_fold (cases[i].text);

      g_test_message ("%s / %s", cases[i].text, cases[i].query);
      g_assert_cmpint (td_text_matches (cases[i].text, folded, cases[i].query), ==, cases[i].found);
    }
}

/*
 * Most text is passed over, being in its one form already: every letter, and every two of those that
 * stand beside each other in Vietnamese text, come out as Unicode's own normalization has them.
 */
static void
test_normalize_all (void)
{
  static const char *const pieces[] = { "a",         "Ơ",         "ữ",        "đ",
                                        "e\xcc\x82", "\xcc\x81",  "\xcc\xa3", " ",
                                        "–",         "“",         "₫",        "…",
                                        "\xc2\xa0",  "K\xcc\xa3", "Å",        "\xe2\x84\xab" };

  for (gunichar c = 0x20; c < 0x3100; c++)
    {
      char around[16] = "a";
      g_autofree char *expected = NULL, *text = NULL;
      int n = g_unichar_to_utf8 (c, around + 1);

      if (c == 0x7f || (c >= 0x80 && c < 0xa0))
        continue;
      around[n + 1] = 'b';
      around[n + 2] = '\0';
      expected = g_utf8_normalize (around, -1, G_NORMALIZE_NFC);
      text = td_text_normalize (around, -1, FALSE, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) around = g_string_new ("a");
      g_autofree char *expected = NULL, *text = NULL;

      for (gint32 n = g_test_rand_int_range (0, 8); n > 0; n--)
        g_string_append (around, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append_c (around, 'b');
      expected = g_utf8_normalize (around->str, -1, G_NORMALIZE_NFC);
      text = td_text_normalize (around->str, -1, FALSE, NULL);
      g_assert_cmpstr (text, ==, expected);
    }
}

static void
test_normalize_edges (void)
{
  static const struct
  {
    const char *text, *normal; /* NULL when it is refused */
    gboolean multiline;
  } cases[] = {
    { "", "", FALSE },
    { " ", "", FALSE },
    { "x\n", "x", FALSE },
    { "\tx", "x", TRUE },
    { "\xe2\x80\x8bx", "x", FALSE },
    { "a\tb\nc", "a\tb\nc", TRUE },
    { "a\tb", NULL, FALSE },
    { "a\rb", NULL, TRUE },
    { "a\x7f"
      "b",
      NULL, TRUE },
    { "a\xc2\x85"
      "b",
      NULL, TRUE },
    { "a\xc2", NULL, FALSE },
    { "a\xe1\xba", NULL, FALSE },
    { "a\xe1\xbaz", NULL, FALSE },
    { "\xc1\x81", NULL, FALSE },
    { "\xbf", NULL, FALSE },
    { "a😀b", "a😀b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = td_text_normalize (cases[i].text, -1, cases[i].multiline, NULL);

      g_assert_cmpstr (text, ==, cases[i].normal);
    }
}

/* The order of the letters and, among equal letters, of the tones (domain.md §5). */
static void
test_collate (void)
{
  static const char *const ordered[] = {
    "a", "à", "ả",  "ã",  "á",  "ạ", "ab", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ",  "â",
    "ầ", "ấ", "ba", "da", "đa", "e", "ê",  "o", "ô", "ơ", "u", "ư", "va",
  };
  g_autofree char *composed = td_text_collate_key ("Hòa");
  g_autofree char *apart = td_text_collate_key ("Ho\xcc\x80"
                                                "a");

  for (guint i = 0; i + 1 < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *a = td_text_collate_key (ordered[i]);
      g_autofree char *b = td_text_collate_key (ordered[i + 1]);

      g_test_message ("%s < %s", ordered[i], ordered[i + 1]);
      g_assert_cmpint (td_text_collate (ordered[i], ordered[i + 1]), <, 0);
      g_assert_cmpint (td_text_collate (ordered[i + 1], ordered[i]), >, 0);
      g_assert_cmpint (strcmp (a, b), <, 0);
    }
  g_assert_cmpint (td_text_collate ("Trà Cổ", "Trà Cổ"), ==, 0);
  g_assert_cmpstr (composed, ==, apart);
}

static void
test_codes (void)
{
  static const char *const ordered[] = { "",     "DN",    "DN1",    "DN2",     "DN9",    "DN10",
                                         "DN99", "DN100", "DN100a", "DN100a2", "DN100b", "HD1" };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        int order = td_text_compare_codes (ordered[i], ordered[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
  g_assert_cmpint (td_text_compare_codes ("DN01", "DN1"), !=, 0);
}

static void
test_names (void)
{
  static const struct
  {
    const char *name, *sort_name;
  } ordered[] = {
    { "Trần Văn An", NULL },
    { "Lê Thị Ân", NULL },
    { "Nguyễn Bình", NULL },
    { "Đỗ Văn Dũng", NULL },
    { "Bùi Đạt", NULL },
    { "Lê Văn Hùng", NULL },
    { "Phạm Hùng", NULL },
    { "Phạm Anh Hùng", NULL },
    { "Phạm Văn Hùng", NULL },
    { "H' Bia Niê", "Ke" },
    { "Y", NULL },
  };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *a = td_text_name_key (ordered[i].name, ordered[i].sort_name);
      g_autofree char *b = td_text_name_key (ordered[i + 1].name, ordered[i + 1].sort_name);

      g_test_message ("%s < %s", ordered[i].name, ordered[i + 1].name);
      g_assert_cmpint (strcmp (a, b), <, 0);
    }
}

static void
test_normalize (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = td_text_normalize ("  Ho\xcc\x80"
                                             "a Lạc\xc2\xa0 ",
                                             -1, FALSE, NULL);
  g_autofree char *lines = td_text_normalize ("một\nhai", -1, TRUE, NULL);

  g_assert_cmpstr (text, ==, "Hòa Lạc");
  g_assert_cmpstr (lines, ==, "một\nhai");
  g_assert_null (td_text_normalize ("một\nhai", -1, FALSE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_normalize ("\xc3(", -1, FALSE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_normalize ("a\0b", 3, FALSE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (td_text_normalize ("a\x07", -1, FALSE, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
}

static void
test_words (void)
{
  static const struct
  {
    gint64 value;
    const char *words;
  } cases[] = {
    { 0, "không" },
    { 15, "mười lăm" },
    { 21, "hai mươi mốt" },
    { 105, "một trăm linh năm" },
    { 1800000, "một triệu tám trăm nghìn" },
    { 2340000, "hai triệu ba trăm bốn mươi nghìn" },
    { 710000, "bảy trăm mười nghìn" },
  };
  g_autofree char *southern = td_text_number_words (1105, TRUE);
  g_autofree char *capital = td_text_capitalize ("đồng chí");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = td_text_number_words (cases[i].value, FALSE);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (southern, ==, "một ngàn một trăm lẻ năm");
  g_assert_cmpstr (capital, ==, "Đồng chí");
}

static void
test_excerpt (void)
{
  g_autofree char *cut = td_text_excerpt ("Đẩy mạnh cải cách", 8);
  g_autofree char *bad = td_text_excerpt ("a\xff\n", 8);

  g_assert_cmpstr (cut, ==, "Đẩy mạnh…");
  g_assert_true (g_utf8_validate (bad, -1, NULL));
}

static void
test_legacy (void)
{
  g_assert_cmpstr (td_text_legacy_encoding ("ÑAÛNG BOÄ THAØNH PHOÁ Ñaø oä"), ==, "VNI");
  g_assert_null (td_text_legacy_encoding ("Đảng bộ thành phố Móng Cái, ưu điểm"));
}

/* A missing order is said in words and ends nothing. */
static void
test_order_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (td_text_check_order (NULL, &error));
  g_assert_no_error (error);
  g_assert_false (td_text_check_order ("vi@collation=thisnameislongerthanany", &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "ICU: U_"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/matches", test_matches);
  g_test_add_func ("/text/collate", test_collate);
  g_test_add_func ("/text/codes", test_codes);
  g_test_add_func ("/text/names", test_names);
  g_test_add_func ("/text/normalize", test_normalize);
  g_test_add_func ("/text/normalize-all", test_normalize_all);
  g_test_add_func ("/text/normalize-edges", test_normalize_edges);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/excerpt", test_excerpt);
  g_test_add_func ("/text/order-missing", test_order_missing);
  g_test_add_func ("/text/legacy", test_legacy);
  return g_test_run ();
}
