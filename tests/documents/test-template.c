/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents/td-template.h"

#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "documents/td-paper.h"

static const TdName names[] = {
  { "tên", TD_NAME_TEXT },
  { "số tập thể", TD_NAME_COUNT },
  { "tiền", TD_NAME_MONEY },
  { "ngày họp", TD_NAME_DATE },
  { "có hội đồng", TD_NAME_FLAG },
  { "đơn vị", TD_NAME_LIST },
  { "đơn vị.tên", TD_NAME_TEXT },
  { "đơn vị.dòng", TD_NAME_LIST },
  { "đơn vị.dòng.chữ", TD_NAME_TEXT },
  { "bảng", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};
static const TdVocabulary vocabulary = { TD_PAPER_PROPOSAL, names };

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  g_autofree char *text = g_strdup_printf ("<%s %u>", name, ordinal);

  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), text, TD_RUN_PLAIN);
}

/* The values all cases are filled with. (transfer full) */
static TdValues *
make_values (void)
{
  static const char *const lines[] = { "một", "hai", NULL };
  TdValues *values = td_values_new (NULL);
  TdValues *item;

  td_values_set_text (values, "tên", "ủy ban nhân dân");
  td_values_set_count (values, "số tập thể", 5);
  td_values_set_money (values, "tiền", 2340000);
  td_values_set_date (values, "ngày họp", td_date_new (2024, 3, 5));
  td_values_set_flag (values, "có hội đồng", TRUE);
  item = td_values_add_item (values, "đơn vị");
  td_values_set_text (item, "đơn vị.tên", "Ka Long");
  td_values_set_strings (item, "đơn vị.dòng", "chữ", lines);
  item = td_values_add_item (values, "đơn vị");
  td_values_set_text (item, "đơn vị.tên", "Trà Cổ");
  return values;
}

static char *
fill (const char *text)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template = td_template_new (&vocabulary, text, "mau.txt", problems);
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROPOSAL);
  g_autoptr (TdValues) values = make_values ();
  g_autofree char *wrong = td_problems_to_string (problems);

  g_assert_cmpstr (wrong, ==, "");
  td_template_fill (template, document, values, add_piece, NULL);
  return td_document_dup_text (document);
}

static void
test_fill (void)
{
  static const struct
  {
    const char *text;
    const char *result;
  } cases[] = {
    { "Chào {tên}.", "Chào ủy ban nhân dân.\n" },
    { "{tên|hoa}; {tên|hoa đầu}", "ỦY BAN NHÂN DÂN; Ủy ban nhân dân\n" },
    { "{TÊN} và {ten}", "ủy ban nhân dân và ủy ban nhân dân\n" },
    { "{số tập thể} tập thể, {số tập thể|số}, {số tập thể|bằng chữ}", "05 tập thể, 5, năm\n" },
    { "{tiền} đồng ({tiền|bằng chữ})", "2.340.000 đồng (Hai triệu ba trăm bốn mươi nghìn đồng)\n" },
    { "{ngày họp}; {ngày họp|số}", "ngày 05 tháng 3 năm 2024; 05/03/2024\n" },
    { "# ghi chú\n\nmột\n  tiếp\nhai", "một tiếp\nhai\n" },
    { "{nếu có hội đồng}có{khác}không{hết}", "có\n" },
    { "{nếu không có hội đồng}có{khác}không{hết}", "không\n" },
    { "{nếu có hội đồng}\nA\n{khác}\nB\n{hết}\nC", "A\nC\n" },
    { "{mỗi đơn vị}\n[gạch] {#}. {đơn vị.tên}{;.}\n{hết}", "- 1. Ka Long;\n- 2. Trà Cổ.\n" },
    { "{mỗi đơn vị}{đơn vị.tên}{;.} {hết}", "Ka Long; Trà Cổ. \n" },
    { "{mỗi đơn vị}\n{mỗi đơn vị.dòng}\n{đơn vị.tên}: {đơn vị.dòng.chữ}\n{hết}\n{hết}",
      "Ka Long: một\nKa Long: hai\n" },
    { "{mỗi đơn vị}\n[khối] bảng\n{hết}\n[khối] bảng", "<bảng 1>\n<bảng 2>\n<bảng 0>\n" },
    { "\\{tên\\} \\*\\* \\\\", "{tên} ** \\\n" },
    { "[tên loại] Tờ trình", "TỜ TRÌNH\n" },
    { "[phụ lục] Một", "Phụ lục\nMỘT\n" },
    { "[phụ lục] Một\n[phụ lục ngang] Hai", "Phụ lục I\nMỘT\nPhụ lục II\nHAI\n" },
    /* What the data says is never read as a template. */
    { "{nếu tên}{tên}{hết} {số}", "ủy ban nhân dân …\n" },
    { "\xef\xbb\xbfmột\r\nhai\r\n", "một\nhai\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = fill (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_values_are_not_markup (void)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template = td_template_new (&vocabulary, "{tên}", "mau.txt", problems);
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROPOSAL);
  g_autoptr (TdValues) values = td_values_new (NULL);
  g_autofree char *text = NULL;

  td_values_set_text (values, "tên", "**{tên}** [mục] # \\");
  td_template_fill (template, document, values, add_piece, NULL);
  text = td_document_dup_text (document);
  g_assert_cmpstr (text, ==, "**{tên}** [mục] # \\\n");
}

static void
test_emphasis (void)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template =
      td_template_new (&vocabulary, "a **b {tên}** __c__", "mau.txt", problems);
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROPOSAL);
  g_autoptr (TdValues) values = make_values ();
  static const struct
  {
    const char *text;
    TdRunFlags flags;
  } expected[] = { { "a ", TD_RUN_PLAIN },
                   { "b ", TD_RUN_BOLD },
                   { "ủy ban nhân dân", TD_RUN_BOLD },
                   { " ", TD_RUN_PLAIN },
                   { "c", TD_RUN_ITALIC } };
  const TdParagraph *paragraph;

  td_template_fill (template, document, values, add_piece, NULL);
  paragraph = ((TdBlock *) g_ptr_array_index (
                   ((TdSection *) g_ptr_array_index (document->sections, 0))->blocks, 0))
                  ->paragraph;
  g_assert_cmpuint (paragraph->runs->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (g_array_index (paragraph->runs, TdRun, i).text, ==, expected[i].text);
      g_assert_cmpint (g_array_index (paragraph->runs, TdRun, i).flags, ==, expected[i].flags);
    }
}

/* Every mistake is found when the template is read, at its line. */
static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    const char *where;
    const char *words;
  } cases[] = {
    { "một\n{không có tên này}", "mau.txt:2", "không có tên này" },
    { "{tên", "mau.txt:1", "“{” without" },
    { "tên}", "mau.txt:1", "“}” without" },
    { "[mục", "mau.txt:1", "“[” without" },
    { "[mụcc] a", "mau.txt:1", "[mụcc]" },
    { "{nếu tên}", "mau.txt:1", "{hết} is missing" },
    { "a {nếu tên} b", "mau.txt:1", "{hết} is missing" },
    { "a\n\n{hết}", "mau.txt:3", "{hết} without" },
    { "{khác}", "mau.txt:1", "{khác} belongs" },
    { "{nếu tên}a{khác}b{khác}c{hết}", "mau.txt:1", "{khác} belongs" },
    { "{đơn vị.tên}", "mau.txt:1", "between {mỗi" },
    { "{#}", "mau.txt:1", "between {mỗi" },
    { "{đơn vị}", "mau.txt:1", "is a list" },
    { "{có hội đồng}", "mau.txt:1", "yes or no" },
    { "{bảng}", "mau.txt:1", "[khối]" },
    { "{nếu bảng}a{hết}", "mau.txt:1", "[khối]" },
    { "[khối] tên", "mau.txt:1", "in braces" },
    { "[khối] không có", "mau.txt:1", "không có" },
    { "{mỗi tên}a{hết}", "mau.txt:1", "not a list" },
    { "{tên|bằng chữ}", "mau.txt:1", "bằng chữ" },
    { "{tiền|hoa}", "mau.txt:1", "hoa" },
    { "a **b", "mau.txt:1", "“**”" },
    { "a\n[khổ ngang]", "mau.txt:2", "before all blocks" },
    { "[trang mới] chữ", "mau.txt:1", "takes no words" },
    { "\xff", "mau.txt:0", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (TdTemplate) template =
          td_template_new (&vocabulary, cases[i].text, "mau.txt", problems);

      g_test_message ("%s", cases[i].words);
      g_assert_null (template);
      g_assert_cmpuint (td_problems_get_n_errors (problems), >=, 1);
      g_assert_cmpstr (td_problems_get (problems, 0)->where, ==, cases[i].where);
      g_assert_nonnull (strstr (td_problems_get (problems, 0)->what, cases[i].words));
    }
}

/* Two mistakes are both told, so that a template is not mended one at a time. */
static void
test_all_problems (void)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template =
      td_template_new (&vocabulary, "{a}\n{b}\n[c] d", "mau.txt", problems);

  g_assert_null (template);
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 3);
}

/* Names without their marks are still told apart, in every kind of paper. */
static void
test_vocabularies (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      const TdVocabulary *found = td_paper_kind_get_vocabulary ((TdPaperKind) kind);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      g_assert_cmpint (found->kind, ==, kind);
      for (const TdName *name = found->names; name->name != NULL; name++)
        g_assert_true (g_hash_table_add (seen, td_text_fold (name->name)));
      for (const TdName *name = td_vocabulary_common; name->name != NULL; name++)
        g_assert_true (g_hash_table_add (seen, td_text_fold (name->name)));
    }
}

/* The page for those who write templates tells of every name, tag and way of writing. */
static void
test_readme (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "papers", "README.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (guint kind = 0; kind <= TD_N_PAPER_KINDS; kind++)
    {
      const TdName *name = kind == TD_N_PAPER_KINDS
                               ? td_vocabulary_common
                               : td_paper_kind_get_vocabulary ((TdPaperKind) kind)->names;

      for (; name->name != NULL; name++)
        {
          g_autofree char *quoted = g_strdup_printf ("`%s`", name->name);

          g_test_message ("%s", quoted);
          g_assert_nonnull (strstr (text, quoted));
        }
    }
}

/* The templates that come with the program are right, and say what kind they are for. */
static void
test_built_in (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (TdTemplate) template =
          td_paper_template_new ((TdPaperKind) kind, NULL, NULL, problems);
      g_autofree char *wrong = td_problems_to_string (problems);

      g_assert_cmpstr (wrong, ==, "");
      g_assert_cmpint (td_template_get_kind (template), ==, kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/template/fill", test_fill);
  g_test_add_func ("/documents/template/values-are-not-markup", test_values_are_not_markup);
  g_test_add_func ("/documents/template/emphasis", test_emphasis);
  g_test_add_func ("/documents/template/problems", test_problems);
  g_test_add_func ("/documents/template/all-problems", test_all_problems);
  g_test_add_func ("/documents/template/vocabularies", test_vocabularies);
  g_test_add_func ("/documents/template/readme", test_readme);
  g_test_add_func ("/documents/template/built-in", test_built_in);
  return g_test_run ();
}
