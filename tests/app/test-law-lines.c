/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a law pack says as lines: expected as data/law/nd98-2023.json and vi-du-don-vi.json have it. */
#include "app/awards/td-law-lines.h"

#include "awards/td-law-library.h"
#include "fixture.h"

typedef struct
{
  const char *item;
  const char *what; /* NULL: any */
  const char *verified;
  int settable;
  const char *condition;
} Expected;

#define YES "✓ verified"
#define NO  "⚠ not verified"

static void
assert_lines (const GPtrArray *lines, const Expected *expected, guint n)
{
  for (guint i = 0; i < MIN (lines->len, n); i++)
    {
      const TdLawLine *line = g_ptr_array_index (lines, i);

      g_test_message ("%u: %s | %s", i, line->item, line->what);
      g_assert_cmpstr (line->item, ==, expected[i].item);
      if (expected[i].what != NULL)
        g_assert_cmpstr (line->what, ==, expected[i].what);
      g_assert_cmpstr (line->verified, ==, expected[i].verified);
      g_assert_cmpint (line->settable, ==, expected[i].settable);
      g_assert_cmpstr (line->condition, ==, expected[i].condition);
    }
  g_assert_cmpuint (lines->len, ==, n);
}

/* Giấy khen of the city's chairman, as the decree has it. */
static void
test_award (void)
{
  static const Expected expected[] = {
    { "Award", "Giấy khen của Chủ tịch Ủy ban nhân dân thành phố (gk-tp-tt)", YES, -1, NULL },
    { "Decided by", "Chủ tịch Ủy ban nhân dân thành phố", YES, -1, NULL },
    { "Condition", "Không khen thưởng nhiều lần, nhiều hình thức cho một thành tích", YES,
      TD_LAW_ITEM_CONDITION, "mot-thanh-tich" },
    { "Condition", NULL, YES, TD_LAW_ITEM_CONDITION, "ky-luat" },
    { "Condition", "Đạt tiêu chuẩn tặng giấy khen", YES, TD_LAW_ITEM_CONDITION, "tieu-chuan" },
    { "– or",
      "    Tiêu chuẩn do tỉnh quy định, kế hoạch phong trào cụ thể hóa: đưa vào bộ quy định riêng "
      "của đơn vị",
      YES, -1, NULL },
    { "Votes", "not set: local rules say", "", TD_LAW_ITEM_VOTE, NULL },
    { "Quorum", "at least 2/3", NO, TD_LAW_ITEM_QUORUM, NULL },
    { "Bonuses", "0,6", NO, TD_LAW_ITEM_MONEY, NULL },
    { "Form of the report", "Mẫu số 08: Báo cáo thành tích theo đợt thi đua hoặc theo chuyên đề",
      NO, -1, NULL },
    { "Paper", NULL, YES, -1, NULL },
    { "Paper", "Báo cáo thành tích", YES, -1, NULL },
    { "Paper", "Biên bản xét khen thưởng", YES, -1, NULL },
    { "Paper, when it applies", NULL, YES, -1, NULL },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();
  const TdLawPack *pack = td_law_library_find (library, "nd98-2023");
  const TdLawAward *award = td_law_pack_find_award (pack, "gk-tp-tt");
  g_autoptr (GPtrArray) lines = td_law_lines_new_for_award (pack, award);
  const TdLawLine *condition;

  assert_lines (lines, expected, G_N_ELEMENTS (expected));
  condition = g_ptr_array_index (lines, 2);
  g_assert_cmpstr (condition->clause, ==, "Luật Điều 5 khoản 2 điểm c");
  g_assert_cmpstr (condition->source, ==, "Luật Thi đua, khen thưởng số 06/2022/QH15, toàn văn");
  g_assert_cmpstr (td_law_line_get_words (condition), ==, condition->what);
  g_assert_cmpstr (td_law_line_get_words (g_ptr_array_index (lines, 6)), ==, "Votes");
  /* Quorum, bonus and form. */
  g_assert_cmpuint (td_law_award_count_unverified (award), ==, 3);
}

static void
test_pack (void)
{
  static const Expected expected[] = {
    { "In force", "01/01/2024 – 30/06/2025", YES, -1, NULL },
    { "Base salary", "1.800.000 đồng from 01/07/2023", YES, -1, NULL },
    { "Base salary", "2.340.000 đồng from 01/07/2024", YES, -1, NULL },
  };
  g_autoptr (TdLawLibrary) library = fixture_library ();
  g_autoptr (GPtrArray) lines =
      td_law_lines_new_for_pack (td_law_library_find (library, "nd98-2023"));

  assert_lines (lines, expected, G_N_ELEMENTS (expected));
}

static const TdLawLine *
find_line (const GPtrArray *lines, const char *item)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (((const TdLawLine *) g_ptr_array_index (lines, i))->item, item) == 0)
      return g_ptr_array_index (lines, i);
  return NULL;
}

/* What an office dropped can be had again; its lines outlive the packs. */
static void
test_own (void)
{
  TdLawLibrary *library = fixture_library ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GBytes) bytes = td_law_library_load_example ();
  g_autoptr (GPtrArray) lines = NULL;
  const TdLawPack *pack;
  const TdLawLine *line;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (td_law_library_add (library, "vi-du-don-vi.json", data, length, problems));
  pack = td_law_library_find (library, "vi-du-don-vi");
  lines = td_law_lines_new_for_award (pack, td_law_pack_find_award (pack, "gk-tp-tt"));
  td_law_library_free (library);

  line = find_line (lines, "Condition dropped");
  g_assert_nonnull (line);
  g_assert_cmpstr (line->what, ==, "Đạt tiêu chuẩn tặng giấy khen");
  g_assert_cmpstr (line->condition, ==, "tieu-chuan");
  g_assert_cmpint (line->settable, ==, TD_LAW_ITEM_CONDITION);
  g_assert_cmpstr (line->verified, ==, "");
  line = find_line (lines, "Votes");
  g_assert_cmpstr (line->what, ==, "more than 50 %, all members of the council");
  g_assert_cmpstr (line->verified, ==, NO);
}

/* A condition within one of several ways: it is indented by both, cannot be set by itself, and counts. */
static void
test_nested (void)
{
  static const Expected expected[] = {
    { "Condition", "một", NO, TD_LAW_ITEM_CONDITION, "mot" },
    { "– or", "    cách", NO, -1, NULL },
    { "– with", "        trong", NO, -1, "trong" },
  };
  g_autoptr (TdLawPack) pack = fixture_pack (
      "individual",
      "{ \"id\": \"mot\", \"type\": \"any\", \"clause\": \"c\", \"words\": \"một\", "
      "\"source\": \"s\", \"verified\": false, \"alternatives\": [ { \"id\": \"a\", "
      "\"clause\": \"c\", \"words\": \"cách\", \"source\": \"s\", \"verified\": false, "
      "\"conditions\": [ { \"id\": \"trong\", \"type\": \"direct-worker\", \"clause\": \"c\", "
      "\"words\": \"trong\", \"source\": \"s\", \"verified\": false } ] } ] }",
      NULL);
  const TdLawAward *award = td_law_pack_get_award (pack, 0);
  g_autoptr (GPtrArray) lines = td_law_lines_new_for_award (pack, award);

  /* Award and decider come first, three rules and three papers after. */
  g_assert_cmpuint (lines->len, ==, 2 + 3 + 3 + 3);
  g_ptr_array_remove_range (lines, 5, 6);
  g_ptr_array_remove_range (lines, 0, 2);
  assert_lines (lines, expected, G_N_ELEMENTS (expected));
  g_assert_cmpuint (td_law_award_count_unverified (award), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/law-lines/award", test_award);
  g_test_add_func ("/app/law-lines/pack", test_pack);
  g_test_add_func ("/app/law-lines/own", test_own);
  g_test_add_func ("/app/law-lines/nested", test_nested);
  return g_test_run ();
}
