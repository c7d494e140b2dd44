/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bound text: what is stored comes back, and what has to be looked at is found. */
#include <string.h>

#include "awards/td-bound-text.h"

static TdBoundFacts *
facts_new (void)
{
  TdBoundFacts *facts = td_bound_facts_new ();

  td_bound_facts_take (facts, g_strdup ("total:HH"), g_strdup ("92,18"), "31/12/2024",
                       TD_NOT_RECORDED);
  td_bound_facts_take (facts, g_strdup ("unit:HH"), g_strdup ("Phường Hải Hòa"), "31/12/2024",
                       TD_NOT_RECORDED);
  td_bound_facts_take (facts, g_strdup ("value:HH;T1"), g_strdup ("98,76"), "31/12/2024", TD_NO);
  td_bound_facts_take (facts, g_strdup ("value:HH;T2"), g_strdup ("100"), "31/12/2024", TD_YES);
  return facts;
}

/* The stored form, what is shown, and the pieces, words in brackets. */
static void
test_pieces (void)
{
  static const struct
  {
    const char *stored, *shown, *pieces;
    const char *again; /* NULL: the same as stored */
  } cases[] = {
    { "", "", "", NULL },
    { "Không có gì", "Không có gì", "(Không có gì)", NULL },
    { "Đạt {{92,18|total:HH|r1}} điểm", "Đạt 92,18 điểm", "(Đạt )<92,18 total:HH r1>( điểm)",
      NULL },
    { "{{9|rank:HH|}}", "9", "<9 rank:HH >", NULL },
    { "{{9|rank:HH|r1|8}}", "9", "<9 rank:HH r1 !8>", NULL },
    { "{{a|unit:A|1}}{{b|unit:B|2}}", "ab", "<a unit:A 1><b unit:B 2>", NULL },
    { "{{A \\{\\|\\} \\\\ B|unit:A|}}", "A {|} \\ B", "<A {|} \\ B unit:A >", NULL },
    { "Một\nhai", "Một\nhai", "(Một\nhai)", NULL },
    /* Outside a mark a backslash is itself, but before what it protects. */
    { "a\\b \\{{x} |}", "a\\b {{x} |}", "(a\\b {{x} |})", "a\\\\b \\{\\{x} |}" },
    /* What is no whole mark stays as it was typed. */
    { "{{92,18|total:HH", "{{92,18|total:HH", "({{92,18|total:HH)", "\\{\\{92,18|total:HH" },
    { "{{92,18}}", "{{92,18}}", "({{92,18}})", "\\{\\{92,18}}" },
    { "{{92,18|total}}", "{{92,18|total}}", "({{92,18|total}})", "\\{\\{92,18|total}}" },
    { "{{92,18|tong|r}}", "{{92,18|tong|r}}", "({{92,18|tong|r}})", "\\{\\{92,18|tong|r}}" },
    { "{{|total:HH|r}}", "{{|total:HH|r}}", "({{|total:HH|r}})", "\\{\\{|total:HH|r}}" },
    { "{{a|b:c|d|e|f}}", "{{a|b:c|d|e|f}}", "({{a|b:c|d|e|f}})", "\\{\\{a|b:c|d|e|f}}" },
    { "{{a|b:c\n|d}}", "{{a|b:c\n|d}}", "({{a|b:c\n|d}})", "\\{\\{a|b:c\n|d}}" },
    { "{{a {{9|rank:HH|}}", "{{a 9", "({{a )<9 rank:HH >", "\\{\\{a {{9|rank:HH|}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdBoundText) text = td_bound_text_new (cases[i].stored), second = NULL;
      g_autofree char *shown = td_bound_text_show (text), *stored = td_bound_text_store (text);
      g_autofree char *again = NULL;
      g_autoptr (GString) pieces = g_string_new (NULL);

      for (guint j = 0; j < td_bound_text_get_n_pieces (text); j++)
        {
          const TdBoundPiece *piece = td_bound_text_get_piece (text, j);

          if (piece->source == NULL)
            g_string_append_printf (pieces, "(%s)", piece->text);
          else
            g_string_append_printf (pieces, "<%s %s %s%s%s>", piece->text, piece->source,
                                    piece->revision, piece->refused != NULL ? " !" : "",
                                    piece->refused != NULL ? piece->refused : "");
        }
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (pieces->str, ==, cases[i].pieces);
      g_assert_cmpstr (stored, ==, cases[i].again != NULL ? cases[i].again : cases[i].stored);
      /* Stored once more it is the same, byte for byte. */
      second = td_bound_text_new (stored);
      again = td_bound_text_store (second);
      g_assert_cmpstr (again, ==, stored);
    }
}

/* "state text", one a line, with what the source says now. */
static char *
findings_words (const char *stored, const TdBoundFacts *facts)
{
  static const char *const states[] = { "current", "stale",     "kept",        "lost",
                                        "by-hand", "unsourced", "no-evidence", "broken" };
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);
  g_autoptr (GPtrArray) findings = td_bound_text_check (text, facts);
  g_autofree char *shown = td_bound_text_show (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TdBoundFinding *one = g_ptr_array_index (findings, i);

      g_string_append_printf (out, "%s %s%s%s\n", states[one->state], one->text,
                              one->now != NULL ? " → " : "", one->now != NULL ? one->now : "");
      g_assert_cmpint (memcmp (shown + one->start, one->text, one->end - one->start), ==, 0);
      g_assert_cmpuint (one->sentence_start, <=, one->start);
      g_assert_cmpuint (one->sentence_end, >=, one->end);
    }
  return g_string_free (out, FALSE);
}

static void
test_findings (void)
{
  static const struct
  {
    const char *stored, *findings;
  } cases[] = {
    { "{{Phường Hải Hòa|unit:HH|r}} đạt {{92,18|total:HH|r}} điểm.",
      "current Phường Hải Hòa\ncurrent 92,18\n" },
    { "Đạt {{91,18|total:HH|30/09/2024}} điểm.", "stale 91,18 → 92,18\n" },
    { "Đạt {{91,18|total:HH|30/09/2024|92,18}} điểm.", "kept 91,18 → 92,18\n" },
    /* What was refused then is not what the source says now. */
    { "Đạt {{91,18|total:HH|30/09/2024|91,50}} điểm.", "stale 91,18 → 92,18\n" },
    { "Hạng {{1|rank:HH|r}}.", "lost 1\n" },
    { "Đã họp {{12|hand:Theo sổ họp của phường|}} lần.", "by-hand 12\n" },
    { "Đã họp 12 lần, giải quyết 1.234,5 việc.", "unsourced 12\nunsourced 1.234,5\n" },
    { "Năm 2024, theo Nghị định 98/2023/NĐ-CP.", "unsourced 2024\nunsourced 98\nunsourced 2023\n" },
    /* The numbering of a list is no figure; a number at the end of a sentence is. */
    { "1. Mục một\n2.3) Mục hai\n  3. Mục ba\n4 mục, còn 5.", "unsourced 4\nunsourced 5\n" },
    { "Tỷ lệ {{98,76|value:HH;T1|r}}%.", "current 98,76\nno-evidence 98,76\n" },
    { "Tỷ lệ {{100|value:HH;T2|r}}%.", "current 100\n" },
    /* A claim wants a figure in its own sentence. */
    { "Phường dẫn đầu khối.", "no-evidence dẫn đầu\n" },
    { "Phường dẫn đầu khối với {{92,18|total:HH|r}} điểm.", "current 92,18\n" },
    { "Phường dẫn đầu khối. Tổng điểm {{92,18|total:HH|r}}.",
      "no-evidence dẫn đầu\ncurrent 92,18\n" },
    { "Đồng chí có Sáng kiến hay.\nĐạt {{92,18|total:HH|r}}.",
      "no-evidence Sáng kiến\ncurrent 92,18\n" },
    /* A name backs no claim, nor does what is vouched for, nor a source that is gone. */
    { "{{Phường Hải Hòa|unit:HH|r}} tiêu biểu, {{12|hand:sổ|}} lần, hạng {{1|rank:HH|r}}.",
      "current Phường Hải Hòa\nno-evidence tiêu biểu\nby-hand 12\nlost 1\n" },
    /* An abbreviation's dot ends no sentence. */
    { "UBND TP. Móng Cái dẫn đầu với {{92,18|total:HH|r}}.", "current 92,18\n" },
    { "Chữ {{92,18 bị xóa dở", "broken {{\nunsourced 92,18\n" },
  };
  g_autoptr (TdBoundFacts) facts = facts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *findings = findings_words (cases[i].stored, facts);

      g_test_message ("%s", cases[i].stored);
      g_assert_cmpstr (findings, ==, cases[i].findings);
    }
}

/* The sentence around a finding, for showing it as stale. */
static void
test_sentences (void)
{
  g_autoptr (TdBoundFacts) facts = facts_new ();
  g_autoptr (TdBoundText) text =
      td_bound_text_new ("Mở đầu. Đạt {{91|total:HH|r}} điểm! Hết.\nĐoạn {{x|unit:HH|r}} sau");
  g_autoptr (GPtrArray) findings = td_bound_text_check (text, facts);
  g_autofree char *shown = td_bound_text_show (text);
  static const char *const sentences[] = { " Đạt 91 điểm!", "Đoạn x sau" };

  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (sentences));
  for (guint i = 0; i < findings->len; i++)
    {
      const TdBoundFinding *one = g_ptr_array_index (findings, i);
      g_autofree char *sentence =
          g_strndup (shown + one->sentence_start, one->sentence_end - one->sentence_start);

      g_assert_cmpstr (sentence, ==, sentences[i]);
    }
}

static void
test_changes (void)
{
  g_autoptr (TdBoundFacts) facts = facts_new ();
  g_autoptr (TdBoundText) text =
      td_bound_text_new ("Đạt {{91,18|total:HH|cũ}} điểm, họp 12 lần, tỷ lệ 98%.");
  g_autofree char *kept = NULL, *accepted = NULL, *vouched = NULL, *bound = NULL;
  const char *at;

  g_assert_false (td_bound_text_keep (text, 0, facts));  /* words */
  g_assert_false (td_bound_text_keep (text, 99, facts)); /* nothing */
  g_assert_true (td_bound_text_keep (text, 1, facts));
  kept = td_bound_text_store (text);
  g_assert_cmpstr (kept, ==, "Đạt {{91,18|total:HH|cũ|92,18}} điểm, họp 12 lần, tỷ lệ 98%.");
  g_assert_true (td_bound_text_accept (text, 1, facts));
  accepted = td_bound_text_store (text);
  g_assert_cmpstr (accepted, ==, "Đạt {{92,18|total:HH|31/12/2024}} điểm, họp 12 lần, tỷ lệ 98%.");

  {
    g_autofree char *shown = td_bound_text_show (text);
    gsize start, total;

    at = strstr (shown, "12 lần");
    start = (gsize) (at - shown);
    g_assert_false (td_bound_text_vouch (text, start, start + 2, ""));
    g_assert_false (td_bound_text_vouch (text, start, start, "sổ họp"));
    /* A mark cannot be cut in two. */
    total = (gsize) (strstr (shown, "92,18") - shown);
    g_assert_false (td_bound_text_vouch (text, total, total + 2, "sổ họp"));
    g_assert_false (td_bound_text_vouch (text, total, start + 2, "sổ họp"));
    g_assert_true (td_bound_text_vouch (text, start, start + 2, "sổ họp"));
    vouched = td_bound_text_store (text);
    g_assert_cmpstr (
        vouched, ==,
        "Đạt {{92,18|total:HH|31/12/2024}} điểm, họp {{12|hand:sổ họp|}} lần, tỷ lệ 98%.");
    start = (gsize) (strstr (shown, "98%") - shown);
    g_assert_false (td_bound_text_bind (text, start, start + 2, "value:HH;T9", facts));
    g_assert_true (td_bound_text_bind (text, start, start + 2, "value:HH;T1", facts));
    bound = td_bound_text_store (text);
    g_assert_cmpstr (bound, ==,
                     "Đạt {{92,18|total:HH|31/12/2024}} điểm, họp {{12|hand:sổ họp|}} lần, tỷ lệ "
                     "{{98,76|value:HH;T1|31/12/2024}}%.");
  }
}

/* Any bytes are a text: they come back, and every number in them is found or bound. */
static void
test_any_text (void)
{
  static const char letters[] = "{}|\\:a9,. \n";
  g_autoptr (TdBoundFacts) facts = facts_new ();

  for (guint i = 0; i < 20000; i++)
    {
      char stored[24];
      guint n = (guint) g_test_rand_int_range (0, sizeof stored);
      g_autoptr (TdBoundText) text = NULL, again = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *first = NULL, *second = NULL, *shown = NULL, *shown_again = NULL;

      for (guint j = 0; j < n; j++)
        stored[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      stored[n] = '\0';
      text = td_bound_text_new (stored);
      first = td_bound_text_store (text);
      again = td_bound_text_new (first);
      second = td_bound_text_store (again);
      shown = td_bound_text_show (text);
      shown_again = td_bound_text_show (again);
      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (shown, ==, shown_again);
      findings = td_bound_text_check (text, facts);
      /* 100 % either bound or marked. */
      for (gsize at = 0; shown[at] != '\0'; at++)
        if (g_ascii_isdigit (shown[at]))
          {
            gboolean found = FALSE;
            gsize line = at, after = at;

            for (guint j = 0; j < findings->len && !found; j++)
              {
                const TdBoundFinding *one = g_ptr_array_index (findings, j);

                found = one->start <= at && at < one->end && one->state != TD_BOUND_NO_EVIDENCE;
              }
            while (line > 0 && shown[line - 1] != '\n')
              line--;
            line += strspn (shown + line, " ");
            after = line + strspn (shown + line, "9,.");
            /* But for the numbering of a list: digits at the start of a line, with a dot or a
             * bracket and a space after them. */
            g_assert_true (found
                           || (at < after && (shown[after] == ' ') && shown[after - 1] == '.'));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bound-text/pieces", test_pieces);
  g_test_add_func ("/bound-text/findings", test_findings);
  g_test_add_func ("/bound-text/sentences", test_sentences);
  g_test_add_func ("/bound-text/changes", test_changes);
  g_test_add_func ("/bound-text/any-text", test_any_text);
  return g_test_run ();
}
