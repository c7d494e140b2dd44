/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Drafted reports, from a small movement scored by hand: two wards, a commune, one quarter.
 *
 *   T1 ratio, goal 98, 10 points: HH 49/50 → 98 %, 10,00; KL 45/50 → 90 %, 90/98 of 10 = 9,18; XA none
 *   T2 amount, goal 4, 5 points: HH 3 → 3/4 of 5 = 3,75; KL 4 → 5,00; XA missing → 0,00
 *   T3 milestone, due 30 June, 5 points: HH 1 June → 5,00; KL 5 July → 0,00; XA missing → 0,00
 *
 *   HH 18,75/20 → 93,75, bonus 1 → 94,75, rank 1, Xuất sắc; KL 14,18/20 → 70,90, rank 2, Khá;
 *   XA 10/20 → 50,00, alone in its block; coverage 3/3, 3/3, 1/3.
 */
#include <string.h>

#include "awards/td-draft.h"
#include "build.h"
#include "desk/td-award-figures.h"
#include "fixture.h"

#define MOVEMENT                                                                                     \
  "movement|code=CCHC|title=Đẩy mạnh cải cách hành chính năm 2024|starts=2024-01-01|"     \
  "ends=2024-12-31|decimals=2|decision=KH 15|launched_by=thanh-pho\n"                                \
  "categories|code=P|name=Phường\n"                                                               \
  "areas|code=L1|name=Thủ tục hành chính\n"                                                    \
  "areas|code=L2|name=Bộ máy\n"                                                                   \
  "periods|code=Q2|starts=2024-04-01|ends=2024-06-30|due=2024-07-05\n"                               \
  "units|code=HH|name=Phường Hải Hòa|category=P|block=Khối phường\n"                      \
  "units|code=KL|name=Phường Ka Long|category=P|block=Khối phường\n"                         \
  "units|code=XA|name=Xã Hải Sơn|category=P|block=Khối xã\n"                                  \
  "targets|code=T1|area=L1|name=Hồ sơ đúng hạn|kind=ratio|accumulation=sum|direction=higher|" \
  "goal=98|rule=linear|max_points=10|frequency=period|if_none_arising=full|if_missing=zero|"         \
  "applies_to=all|unit_of_measure=hồ sơ\n"                                                        \
  "targets|code=T2|area=L1|name=Mô hình mới|kind=amount|accumulation=sum|direction=higher|"      \
  "goal=4|rule=linear|max_points=5|frequency=period|if_missing=zero|applies_to=all|"                 \
  "unit_of_measure=mô hình\n"                                                                      \
  "targets|code=T3|area=L2|name=Đề án vị trí việc làm|kind=milestone|rule=on-time|"        \
  "max_points=5|due=2024-06-30|frequency=period|if_missing=zero|applies_to=all\n"                    \
  "bands|name=Khá|at_least=70\n"                                                                    \
  "bands|name=Xuất sắc|at_least=90\n"                                                            \
  "adjustments|code=DC1|unit=HH|kind=bonus|points=1|reason=Mô hình điểm của tỉnh|"          \
  "granted_on=2024-06-01\n"                                                                          \
  "adjustments|code=DC2|unit=HH|kind=bonus|points=2|reason=Sau ngày tính|granted_on=2024-08-01\n"
#define ENTRIES                                                                                    \
  "entries|unit=HH|target=T1|period=Q2|state=accepted|done=49|due=50\n"                            \
  "entries|unit=KL|target=T1|period=Q2|state=accepted|done=45|due=50\n"                            \
  "entries|unit=XA|target=T1|period=Q2|state=accepted|done=0|due=0\n"                              \
  "entries|unit=HH|target=T2|period=Q2|state=accepted|amount=3\n"                                  \
  "entries|unit=KL|target=T2|period=Q2|state=accepted|amount=4\n"                                  \
  "entries|unit=HH|target=T3|period=Q2|state=accepted|done_on=2024-06-01\n"                        \
  "entries|unit=KL|target=T3|period=Q2|state=accepted|done_on=2024-07-05\n"

typedef struct
{
  TdScoreData *data;
  TdScores *scores;
  TdDraftSource *source;
} Scored;

static void
scored_clear (Scored *self)
{
  td_draft_source_free (self->source);
  td_scores_free (self->scores);
  td_score_data_free (self->data);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scored, scored_clear)

static void
score (Scored *out, const char *text, TdDraftCellFunc func)
{
  g_autoptr (GError) error = NULL;

  out->data = build_data (text);
  out->scores = td_scores_new (out->data, build_date ("2024-07-10"), TD_BASIS_APPRAISED, &error);
  g_assert_no_error (error);
  out->source = td_draft_source_new (out->scores, func, NULL);
}

static guint
unit_index (const Scored *scored, const char *code)
{
  int found = td_movement_find_unit_code (td_score_data_get_movement (scored->data), code);

  g_assert_cmpint (found, >=, 0);
  return (guint) found;
}

/* The text without marks; every number in it must be bound and agree. */
static char *
show (const TdDraft *draft)
{
  g_autofree char *stored = td_draft_write (draft);
  g_autofree char *again = td_draft_write (draft);
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);
  g_autoptr (TdBoundFacts) facts = td_draft_get_facts (draft);
  g_autoptr (GPtrArray) findings = td_bound_text_check (text, facts);

  g_assert_cmpstr (stored, ==, again);
  for (guint i = 0; i < findings->len; i++)
    {
      const TdBoundFinding *one = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", td_bound_state_title (one->state), one->text);
      g_assert_cmpint (one->state, ==, TD_BOUND_CURRENT);
    }
  return td_bound_text_show (text);
}

static void
test_unit (void)
{
  g_auto (Scored) scored = { NULL };
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  score (&scored, MOVEMENT ENTRIES, NULL);
  first = show (td_draft_source_get_unit (scored.source, unit_index (&scored, "HH")));
  g_assert_cmpstr (
      first, ==,
      "Trong phong trào thi đua “Đẩy mạnh cải cách hành chính năm 2024”, tính đến ngày 10/07/2024, "
      "Phường Hải Hòa đạt tổng điểm 94,75, xếp thứ 1/2 của Khối phường, xếp loại Xuất sắc.\n"
      "Đã có số liệu được tính ở 3/3 lượt phải báo cáo.\n"
      "Đạt mục tiêu ở 2/3 chỉ tiêu có số liệu.\n"
      "Lĩnh vực Thủ tục hành chính:\n"
      "- Hồ sơ đúng hạn: đạt 98% (49/50 hồ sơ), đạt mục tiêu 98%.\n"
      "- Mô hình mới: đạt 3 mô hình, chưa đạt mục tiêu 4.\n"
      "Lĩnh vực Bộ máy:\n"
      "- Đề án vị trí việc làm: hoàn thành ngày 01/06/2024, đúng hạn ngày 30/06/2024.\n"
      "- Được cộng 1,00 điểm: Mô hình điểm của tỉnh.\n"
      "Còn 1 chỉ tiêu chưa đạt mục tiêu.");
  second = show (td_draft_source_get_unit (scored.source, unit_index (&scored, "KL")));
  g_assert_cmpstr (
      second, ==,
      "Trong phong trào thi đua “Đẩy mạnh cải cách hành chính năm 2024”, tính đến ngày 10/07/2024, "
      "Phường Ka Long đạt tổng điểm 70,90, xếp thứ 2/2 của Khối phường, xếp loại Khá.\n"
      "Đã có số liệu được tính ở 3/3 lượt phải báo cáo.\n"
      "Đạt mục tiêu ở 1/3 chỉ tiêu có số liệu.\n"
      "Lĩnh vực Thủ tục hành chính:\n"
      "- Hồ sơ đúng hạn: đạt 90% (45/50 hồ sơ), chưa đạt mục tiêu 98%.\n"
      "- Mô hình mới: đạt 4 mô hình, đạt mục tiêu 4.\n"
      "Lĩnh vực Bộ máy:\n"
      "- Đề án vị trí việc làm: hoàn thành ngày 05/07/2024, sau hạn ngày 30/06/2024.\n"
      "Còn 2 chỉ tiêu chưa đạt mục tiêu.");
  third = show (td_draft_source_get_unit (scored.source, unit_index (&scored, "XA")));
  g_assert_cmpstr (third, ==,
                   "Trong phong trào thi đua “Đẩy mạnh cải cách hành chính năm 2024”, tính đến "
                   "ngày 10/07/2024, Xã "
                   "Hải Sơn đạt tổng điểm 50,00, xếp thứ 1/1 của Khối xã.\n"
                   "Đã có số liệu được tính ở 1/3 lượt phải báo cáo.\n"
                   "Lĩnh vực Thủ tục hành chính:\n"
                   "- Hồ sơ đúng hạn: không phát sinh.\n"
                   "- Mô hình mới: chưa có số liệu được tính.\n"
                   "Lĩnh vực Bộ máy:\n"
                   "- Đề án vị trí việc làm: chưa có số liệu được tính.\n"
                   "Còn 2 chỉ tiêu chưa có số liệu được tính.");
}

static void
test_person (void)
{
  static const TdDraftInitiative initiatives[] = {
    { "SK1", "Một cửa tại nhà", "tỉnh", "QĐ 11/QĐ-UBND", 0 },
    { "SK2", "Sổ tay điện tử", NULL, NULL, TD_DATE_NONE },
  };
  TdDraftInitiative given[2];
  TdDraftAward award = { "gk-tp-cn", "Giấy khen của Chủ tịch Ủy ban nhân dân thành phố", "QĐ 77",
                         TD_DATE_NONE };
  TdDraftPerson person = { "NVA", "Nguyễn Văn An", "Công chức Tư pháp - Hộ tịch", given, 2, &award,
                           1 };
  g_auto (Scored) scored = { NULL };
  g_autofree char *text = NULL, *alone = NULL;

  memcpy (given, initiatives, sizeof given);
  given[0].recognised_on = build_date ("2024-05-05");
  award.decided_on = build_date ("2023-12-28");
  score (&scored, MOVEMENT ENTRIES, NULL);
  text =
      show (td_draft_source_get_person (scored.source, (int) unit_index (&scored, "KL"), &person));
  g_assert_cmpstr (
      text, ==,
      "Nguyễn Văn An, Công chức Tư pháp - Hộ tịch, công tác tại Phường Ka Long.\n"
      "Trong phong trào thi đua “Đẩy mạnh cải cách hành chính năm 2024”, tính đến ngày 10/07/2024, "
      "đơn "
      "vị công tác đạt tổng điểm 70,90, xếp thứ 2/2 của Khối phường, xếp loại Khá.\n"
      "Đạt mục tiêu ở 1/3 chỉ tiêu có số liệu.\n"
      "Lĩnh vực Thủ tục hành chính:\n"
      "- Hồ sơ đúng hạn: đạt 90% (45/50 hồ sơ), chưa đạt mục tiêu 98%.\n"
      "- Mô hình mới: đạt 4 mô hình, đạt mục tiêu 4.\n"
      "Lĩnh vực Bộ máy:\n"
      "- Đề án vị trí việc làm: hoàn thành ngày 05/07/2024, sau hạn ngày 30/06/2024.\n"
      "Có 2 sáng kiến:\n"
      "- Một cửa tại nhà, phạm vi tỉnh, công nhận theo QĐ 11/QĐ-UBND ngày 05/05/2024.\n"
      "- Sổ tay điện tử, chưa ghi quyết định công nhận.\n"
      "Đã được khen thưởng:\n"
      "- Giấy khen của Chủ tịch Ủy ban nhân dân thành phố, QĐ 77, ngày 28/12/2023.");
  person.n_initiatives = person.n_awards = 0;
  person.position = NULL;
  alone = show (td_draft_source_get_person (scored.source, -1, &person));
  g_assert_cmpstr (alone, ==, "Nguyễn Văn An.");
}

/* All units: 94/100 = 94 %; 7 models, of which the goal of each unit says nothing; 2 of 3 done. */
static void
test_whole (void)
{
  g_auto (Scored) scored = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  score (&scored, MOVEMENT ENTRIES, NULL);
  text = show (td_draft_source_get_whole (scored.source, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (
      text, ==,
      "Phong trào thi đua “Đẩy mạnh cải cách hành chính năm 2024” được thực hiện từ ngày "
      "01/01/2024 "
      "đến ngày 31/12/2024; số liệu tính đến ngày 10/07/2024.\n"
      "Có 3 đơn vị tham gia, 3 đơn vị được xếp hạng.\n"
      "Xếp loại Xuất sắc: 1 đơn vị; Khá: 1 đơn vị.\n"
      "Đơn vị xếp thứ nhất của từng khối:\n"
      "- Khối phường: Phường Hải Hòa, xếp thứ 1/2, tổng điểm 94,75.\n"
      "- Khối xã: Xã Hải Sơn, xếp thứ 1/1, tổng điểm 50,00.\n"
      "Đạt mục tiêu ở 0/2 chỉ tiêu có số liệu.\n"
      "Lĩnh vực Thủ tục hành chính:\n"
      "- Hồ sơ đúng hạn: đạt 94% (94/100 hồ sơ), chưa đạt mục tiêu 98%; số liệu của 3/3 đơn vị.\n"
      "- Mô hình mới: đạt 7 mô hình; số liệu của 2/3 đơn vị.\n"
      "Lĩnh vực Bộ máy:\n"
      "- Đề án vị trí việc làm: 2/3 đơn vị đã hoàn thành (hạn ngày 30/06/2024); số liệu của 2/3 "
      "đơn "
      "vị.\n"
      "Còn 2 chỉ tiêu chưa đạt mục tiêu.");
}

/* --- re-binding ------------------------------------------------------------------------------- */

/* What was drafted before a correction, looked at after it: exactly what stands on the cell is stale. */
static void
test_stale (void)
{
  g_auto (Scored) before = { NULL }, after = { NULL };
  g_autofree char *stored = NULL, *corrected = NULL, *settled = NULL;
  g_autoptr (TdBoundText) text = NULL;
  g_autoptr (TdBoundFacts) facts = NULL;
  g_autoptr (GPtrArray) findings = NULL, rest = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  score (&before, MOVEMENT ENTRIES, NULL);
  stored = td_draft_write (td_draft_source_get_unit (before.source, unit_index (&before, "HH")));
  /* A cell's figure says of which period it is. */
  g_assert_nonnull (strstr (stored, "{{98|value:HH;T1|Q2 2024-07-10 appraised}}"));
  /* 48/50 = 96 %: 9,80 (9,7959…) points, 18,55/20 → 92,75, bonus 1 → 93,75; below its goal. */
  corrected = fixture_replace (MOVEMENT ENTRIES, "unit=HH|target=T1|period=Q2|state=accepted|",
                               "unit=HH|target=T1|period=Q2|state=corrected|appraised_done=48|"
                               "appraised_due=50|");
  score (&after, corrected, NULL);
  text = td_bound_text_new (stored);
  facts = td_draft_get_facts (td_draft_source_get_unit (after.source, unit_index (&after, "HH")));
  findings = td_bound_text_check (text, facts);
  for (guint i = 0; i < findings->len; i++)
    {
      const TdBoundFinding *one = g_ptr_array_index (findings, i);

      if (one->state != TD_BOUND_CURRENT)
        g_string_append_printf (words, "%s: %s → %s\n", td_bound_state_title (one->state),
                                one->text, one->now);
    }
  g_assert_cmpstr (words->str, ==,
                   "differs from what its source says now: 94,75 → 93,75\n"
                   "differs from what its source says now: 2 → 1\n"
                   "differs from what its source says now: 98 → 96\n"
                   "differs from what its source says now: 49 → 48\n"
                   "differs from what its source says now: 1 → 2\n");
  /* Taking all of it over leaves nothing to look at. */
  for (guint i = 0; i < td_bound_text_get_n_pieces (text); i++)
    td_bound_text_accept (text, i, facts);
  rest = td_bound_text_check (text, facts);
  for (guint i = 0; i < rest->len; i++)
    g_assert_cmpint (((const TdBoundFinding *) g_ptr_array_index (rest, i))->state, ==,
                     TD_BOUND_CURRENT);
  settled = td_bound_text_show (text);
  g_assert_nonnull (strstr (settled, "đạt tổng điểm 93,75"));
}

static void
no_evidence_cb (guint unit, guint target, const char **revision, TdKnown *evidence, gpointer data)
{
  *revision = "journal 41";
  *evidence = target == 0 ? TD_NO : TD_YES;
}

/* Cells have their own revision; a figure whose evidence is missing is pointed at. */
static void
test_cell_notes (void)
{
  g_auto (Scored) scored = { NULL };
  const TdDraft *draft;
  g_autofree char *stored = NULL;
  g_autoptr (TdBoundText) text = NULL;
  g_autoptr (TdBoundFacts) facts = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  guint n = 0;

  score (&scored, MOVEMENT ENTRIES, no_evidence_cb);
  draft = td_draft_source_get_unit (scored.source, unit_index (&scored, "HH"));
  stored = td_draft_write (draft);
  g_assert_nonnull (strstr (stored, "{{98|value:HH;T1|journal 41}}"));
  g_assert_nonnull (strstr (stored, "{{94,75|total:HH|2024-07-10 appraised}}"));
  text = td_bound_text_new (stored);
  facts = td_draft_get_facts (draft);
  findings = td_bound_text_check (text, facts);
  for (guint i = 0; i < findings->len; i++)
    n += ((const TdBoundFinding *) g_ptr_array_index (findings, i))->state == TD_BOUND_NO_EVIDENCE;
  /* Its percentage, done and due. */
  g_assert_cmpuint (n, ==, 3);
}

/* --- what law cards look at -------------------------------------------------------------------- */

static void
test_law_figures (void)
{
  g_auto (Scored) scored = { NULL };
  TdLawScore law_score;
  TdLawMovement movement;

  score (&scored, MOVEMENT ENTRIES, NULL);
  td_award_figures_get_score (scored.scores, unit_index (&scored, "HH"), &law_score);
  g_assert_true (law_score.known);
  g_assert_cmpstr (law_score.unit, ==, "Phường Hải Hòa");
  g_assert_cmpstr (law_score.block, ==, "Khối phường");
  g_assert_cmpint (law_score.total, ==, 947500);
  g_assert_cmpuint (law_score.rank, ==, 1);
  g_assert_cmpuint (law_score.n_ranked, ==, 2);
  g_assert_cmpint (law_score.band, ==, 1);
  g_assert_cmpuint (law_score.filled, ==, 3);
  g_assert_cmpuint (law_score.expected, ==, 3);
  td_award_figures_get_movement (td_score_data_get_movement (scored.data), &movement);
  g_assert_cmpint (movement.launched_by, ==, TD_LAW_LEVEL_THANH_PHO);
  g_assert_cmpuint (movement.n_bands, ==, 2);
  g_assert_cmpstr (movement.bands[1].name, ==, "Xuất sắc");
  g_assert_cmpstr (movement.decision, ==, "KH 15");
}

/* A title that says “Phong trào thi đua” itself, with quotation marks of its own, is not said twice. */
static void
test_title (void)
{
  static const char titled[] =
      "movement|code=CCHC|title=Phong trào thi đua “Đẩy mạnh cải cách hành chính” năm 2024|"
      "starts=2024-01-01|ends=2024-12-31|decimals=2\n"
      "categories|code=P|name=Phường\n"
      "areas|code=L1|name=Thủ tục\n"
      "periods|code=Q2|starts=2024-04-01|ends=2024-06-30|due=2024-07-05\n"
      "units|code=HH|name=Phường Hải Hòa|category=P|block=Khối phường\n";
  g_auto (Scored) scored = { NULL };
  g_autofree char *text = NULL;

  score (&scored, titled, NULL);
  text = show (td_draft_source_get_unit (scored.source, unit_index (&scored, "HH")));
  g_assert_true (g_str_has_prefix (
      text, "Trong phong trào thi đua “Đẩy mạnh cải cách hành chính” năm 2024, tính đến ngày "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/unit", test_unit);
  g_test_add_func ("/draft/person", test_person);
  g_test_add_func ("/draft/whole", test_whole);
  g_test_add_func ("/draft/stale", test_stale);
  g_test_add_func ("/draft/cell-notes", test_cell_notes);
  g_test_add_func ("/draft/law-figures", test_law_figures);
  g_test_add_func ("/draft/title", test_title);
  return g_test_run ();
}
