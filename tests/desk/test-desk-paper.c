/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Papers from the illustrative movement. What is expected is read by hand from the tables of
 * data/movements/mong-cai-2024 and -minh-hoa.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "base/td-date.h"
#include "desk/td-desk-paper.h"
#include "tables/td-file-templates.h"

typedef struct
{
  char *folder;
  char *path;
  TdStore *store;
  TdDesk *desk;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const char *template = data != NULL ? data : "mong-cai-2024-minh-hoa";
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("thidua-paper-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.thidua", NULL);
  self->store = td_file_template_create (template, self->path, &error);
  g_assert_no_error (error);
  self->desk = td_desk_new (self->store, TD_ID_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2024, 12, 31), &error));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_object_unref (self->desk);
  td_store_close (self->store);
  g_object_unref (self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static TdDocument *
make (Fixture *self, TdPaperKind kind, const TdPaperSubject *subject, TdProblems *problems)
{
  static const TdPaperSubject none = TD_PAPER_SUBJECT_NONE;
  g_autoptr (GError) error = NULL;
  TdDocument *document =
      td_desk_paper_new (self->desk, kind, subject != NULL ? subject : &none, problems, &error);

  g_assert_no_error (error);
  g_assert_true (document->draft);
  return document;
}

static void
take (Fixture *self, TdPaperKind kind, const char *word, TdPaperSubject *subject)
{
  g_autoptr (GError) error = NULL;

  td_desk_paper_take_word (self->desk, kind, word, subject, &error);
  g_assert_no_error (error);
}

/* Each of @lines is a line of the paper, in this order. */
static void
assert_lines (const TdDocument *document, const char *const *lines, guint n)
{
  g_autofree char *text = td_document_dup_text (document);
  const char *at = text;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strconcat (lines[i], "\n", NULL);
      const char *found = strstr (at, line);

      if (found == NULL)
        g_test_message ("%s", text);
      g_assert_cmpstr (found != NULL ? lines[i] : NULL, ==, lines[i]);
      at = found + strlen (line);
    }
}

#define assert_says(document, ...)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    static const char *const lines_[] = { __VA_ARGS__ };                                           \
                                                                                                   \
    assert_lines (document, lines_, G_N_ELEMENTS (lines_));                                        \
  }                                                                                                \
  G_STMT_END

static gboolean
has_problem (const TdProblems *problems, const char *where)
{
  for (guint i = 0; i < td_problems_get_count (problems); i++)
    {
      g_assert_true (td_problems_get (problems, i)->warning);
      if (strcmp (td_problems_get (problems, i)->where, where) == 0)
        return TRUE;
    }
  return FALSE;
}

/* nominations.csv: three collectives and two people, all for the city's Giấy khen. */
static void
test_proposal (Fixture *self, gconstpointer data)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdDocument) document = make (self, TD_PAPER_PROPOSAL, NULL, problems);

  assert_says (
      document, "ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI", "PHÒNG NỘI VỤ", "Số: …/TTr-PNV",
      "Móng Cái, ngày … tháng … năm …", "TỜ TRÌNH",
      "Kính gửi: Chủ tịch Ủy ban nhân dân thành phố Móng Cái",
      "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
      "Phòng Nội vụ trân trọng đề nghị Chủ tịch Ủy ban nhân dân thành phố Móng Cái xem xét, "
      "tặng Giấy khen của Chủ tịch Ủy ban nhân dân thành phố cho 03 tập thể và 02 cá nhân (có "
      "danh sách trích ngang kèm theo).",
      "- Lưu: VT, CCHC.", "TRƯỞNG PHÒNG", "A. TẬP THỂ (03)", "Phường Trần Phú", "Phường Hải Yên",
      "Phòng Nội vụ", "B. CÁ NHÂN (02)", "Ông Ngô Văn Khánh", "1993",
      "Công chức Văn phòng - Thống kê, Phường Trần Phú", "Ông Lý Văn Khánh",
      "Danh sách gồm 03 tập thể và 02 cá nhân./.");
  /* What nobody recorded is named, with its place; it is not made up. */
  g_assert_true (has_problem (problems, "office:signer-name:value"));
  g_assert_true (has_problem (problems, "rounds:TK2024-TP:proposal_number"));
  g_assert_true (has_problem (problems, "movement:CCHC-2024:decision"));
  g_assert_true (has_problem (problems, "movement:CCHC-2024"));
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 0);
}

/* A line of the list leads to its nomination. */
static gboolean
find_nominee (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
              gpointer data)
{
  g_autofree char *text = td_paragraph_dup_text (paragraph);

  if (cell == NULL || strcmp (text, "Ông Lý Văn Khánh") != 0)
    return TRUE;
  *(TdId *) data = cell->row->ref.id;
  g_assert_cmpstr (cell->row->ref.table, ==, "nominations");
  return FALSE;
}

static void
test_records (Fixture *self, gconstpointer data)
{
  g_autoptr (TdDocument) document = make (self, TD_PAPER_PROPOSAL, NULL, NULL);
  TdId found = TD_ID_NONE;

  td_document_foreach (document, find_nominee, &found);
  g_assert_cmpint (found, ==,
                   td_store_find (self->store, TD_TABLE_NOMINATIONS,
                                  td_desk_get_movement_id (self->desk), "DN05"));
}

static void
test_decision (Fixture *self, gconstpointer data)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdDocument) document = make (self, TD_PAPER_DECISION, NULL, problems);
  g_autofree char *text = td_document_dup_text (document);

  assert_says (
      document, "ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI", "Số: …/QĐ-UBND", "QUYẾT ĐỊNH",
      "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI",
      "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số …/TTr-PNV ngày … tháng … năm ….",
      "QUYẾT ĐỊNH:", "CHỦ TỊCH", "A. TẬP THỂ (03)", "B. CÁ NHÂN (02)");
  /* Nothing is granted, and no day of decision: who is on it is said, and no money is. */
  g_assert_true (has_problem (problems, "rounds:TK2024-TP:decided_on"));
  g_assert_true (has_problem (problems, "nominations:DN01:award"));
  g_assert_null (strstr (text, "Tiền thưởng"));
}

static void
test_minutes (Fixture *self, gconstpointer data)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdDocument) document = make (self, TD_PAPER_MINUTES, NULL, problems);

  assert_says (document, "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Số: …/BB-HĐTĐKT", "BIÊN BẢN",
               "Thành phần tham dự: …", "Phường Trần Phú", "…",
               "Cuộc họp kết thúc vào … giờ …, ngày … "
               "tháng … năm …./.");
  g_assert_true (has_problem (problems, "council_members:TK2024-TP"));
}

/* entries.csv of unit 06754 in Q4: figures for CT02, CT04 and CT07; CT01, CT05, CT06 are owed. */
static void
test_reminder (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  take (self, TD_PAPER_REMINDER, "2024-Q4", &subject);
  take (self, TD_PAPER_REMINDER, "06754", &subject);
  g_assert_true (td_desk_set_as_of (self->desk, td_date_new (2025, 1, 7), &error));
  document = make (self, TD_PAPER_REMINDER, &subject, NULL);
  assert_says (
      document, "Số: …/PNV-CCHC",
      "V/v đôn đốc báo cáo số liệu phong trào thi đua “Đẩy mạnh cải cách hành chính” quý IV "
      "năm 2024",
      "Kính gửi: Ủy ban nhân dân xã Vĩnh Trung",
      "Qua theo dõi, Ủy ban nhân dân xã Vĩnh Trung chưa gửi đủ số liệu theo thời hạn (ngày 31 "
      "tháng 12 năm 2024), đã quá hạn 07 ngày. Nội dung còn thiếu gồm:",
      "- Chỉ tiêu CT01: Văn bản quy phạm pháp luật được ban hành đúng quy trình, thống nhất, "
      "đồng bộ với hệ thống pháp luật Trung ương;",
      "- Chỉ tiêu CT05: Người đứng đầu gương mẫu, tiên phong đi đầu trong cải cách hành chính;",
      "- Chỉ tiêu CT06: Chấp hành kỷ luật, kỷ cương hành chính; quy chế văn hóa ứng xử, đạo đức "
      "công vụ; tinh thần trách nhiệm trong thực hiện nhiệm vụ.");
}

/* Without figures all is owed: of a ward CT01, CT02 and CT04; what is asked for once comes in December. */
static void
test_reminder_all (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (TdDocument) document = NULL;

  take (self, TD_PAPER_REMINDER, "2024-Q1", &subject);
  document = make (self, TD_PAPER_REMINDER, &subject, NULL);
  assert_says (document, "Kính gửi: Các cơ quan, đơn vị, địa phương có tên trong bảng dưới đây",
               "Ủy ban nhân dân phường Ka Long\n"
               "Toàn bộ báo cáo quý I năm 2024 (3 chỉ tiêu)");
}

static void
test_ranking (Fixture *self, gconstpointer data)
{
  g_autoptr (TdDocument) document = make (self, TD_PAPER_RANKING, NULL, NULL);

  assert_says (document, "Số: …/TB-PNV", "THÔNG BÁO",
               "Phạm vi số liệu: số liệu minh họa, không phải số liệu thật.", "Tổng điểm",
               "Khối xã, phường", "1", "Phường Ninh Dương");
}

/* Adjustments.csv: C01 gives ward Trần Phú 2 points on 30 September; so in the third quarter. */
static void
test_progress (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (TdDocument) whole = NULL;
  g_autoptr (TdDocument) unit = NULL;

  take (self, TD_PAPER_PROGRESS, "2024-Q3", &subject);
  whole = make (self, TD_PAPER_PROGRESS, &subject, NULL);
  assert_says (
      whole, "Số: …/BC-PNV", "BÁO CÁO",
      "Kết quả thực hiện phong trào thi đua “Đẩy mạnh cải cách hành chính” quý III năm 2024 "
      "trên địa bàn thành phố Móng Cái",
      "Số liệu trong báo cáo tính đến hết ngày 05 tháng 10 năm 2024; nội dung ghi “không có số "
      "liệu” là chưa nhận được báo cáo, không phải bằng 0.",
      "I. KẾT QUẢ CHUNG", "II. KẾT QUẢ CỦA CÁC ĐƠN VỊ", "III. TÌNH HÌNH GỬI SỐ LIỆU");
  take (self, TD_PAPER_PROGRESS, "06712", &subject);
  unit = make (self, TD_PAPER_PROGRESS, &subject, NULL);
  assert_says (unit, "ỦY BAN NHÂN DÂN PHƯỜNG TRẦN PHÚ", "Số: …/BC-UBND", "Kính gửi: Phòng Nội vụ",
               "I. KẾT QUẢ THỰC HIỆN", "Cộng", "TM. ỦY BAN NHÂN DÂN PHƯỜNG TRẦN PHÚ", "CHỦ TỊCH");
}

static void
test_briefing (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (TdDocument) first = make (self, TD_PAPER_BRIEFING, NULL, NULL);
  g_autoptr (TdDocument) next = NULL;

  assert_says (first, "BÁO CÁO TÓM TẮT", "Tình hình đến nay:");
  take (self, TD_PAPER_BRIEFING, "30/09/2024", &subject);
  next = make (self, TD_PAPER_BRIEFING, &subject, NULL);
  assert_says (next, "Thay đổi so với báo cáo ngày 30 tháng 9 năm 2024:");
}

static gboolean
count_bound (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
             gpointer data)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    *(guint *) data += g_array_index (paragraph->runs, TdRun, i).fact != NULL ? 1 : 0;
  return TRUE;
}

/* The report of a person: what is on record is said, the rest are dots, the figures are bound. */
static void
test_achievement (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (TdDocument) document = NULL;
  guint n_bound = 0;

  take (self, TD_PAPER_ACHIEVEMENT, "DN04", &subject);
  document = make (self, TD_PAPER_ACHIEVEMENT, &subject, NULL);
  assert_says (document, "BÁO CÁO THÀNH TÍCH",
               "Tên cá nhân, chức vụ, đơn vị đề nghị khen thưởng: Ông Ngô Văn Khánh, Công chức Văn "
               "phòng - Thống kê, Phường Trần Phú.",
               "I. SƠ LƯỢC LÝ LỊCH", "Họ và tên: Ngô Văn Khánh; ngày, tháng, năm sinh: 1993.",
               "Nhiệm vụ được giao: …", "II. THÀNH TÍCH ĐẠT ĐƯỢC",
               "Trực tiếp giải quyết thủ tục hành chính, có sáng kiến được công nhận (minh họa)",
               "NGƯỜI BÁO CÁO", "Ngô Văn Khánh");
  td_document_foreach (document, count_bound, &n_bound);
  g_assert_cmpuint (n_bound, >, 5);
}

/* Law cards and completeness: five nominations, none of which a figure decides. */
static void
test_check_list (Fixture *self, gconstpointer data)
{
  g_autoptr (TdDocument) document = make (self, TD_PAPER_CHECK_LIST, NULL, NULL);

  assert_says (document, "PHIẾU KIỂM TRA HỒ SƠ",
               "Khen thưởng tổng kết phong trào năm 2024, cấp Thành phố",
               "Căn cứ kiểm tra: Luật 06/2022/QH15 và Nghị định 98/2023/NĐ-CP.",
               "I. ĐIỀU KIỆN CỦA TỪNG TRƯỜNG HỢP",
               "1. Phường Trần Phú - Giấy khen của Chủ tịch Ủy ban nhân dân thành phố", "Chưa rõ",
               "II. THÀNH PHẦN HỒ SƠ", "Đợt xét TK2024-TP", "Đề nghị DN01");
}

/* A movement without nominations: the reason, not an empty paper. */
static void
test_nobody (Fixture *self, gconstpointer data)
{
  static const TdPaperKind kinds[] = { TD_PAPER_PROPOSAL, TD_PAPER_DECISION, TD_PAPER_CERTIFICATE };
  const TdPaperSubject none = TD_PAPER_SUBJECT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (td_desk_paper_new (self->desk, kinds[i], &none, NULL, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
    }
  {
    g_autoptr (GError) error = NULL;

    g_assert_null (td_desk_paper_new (self->desk, TD_PAPER_ACHIEVEMENT, &none, NULL, &error));
    g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
  }
}

static void
test_words (Fixture *self, gconstpointer data)
{
  TdPaperSubject subject = TD_PAPER_SUBJECT_NONE;
  g_autoptr (GError) error = NULL;

  /* A unit says nothing to a proposal, and a round nothing to a ranking. */
  g_assert_false (
      td_desk_paper_take_word (self->desk, TD_PAPER_PROPOSAL, "06712", &subject, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (
      td_desk_paper_take_word (self->desk, TD_PAPER_RANKING, "TK2024-TP", &subject, &error));
  g_clear_error (&error);
  take (self, TD_PAPER_PROPOSAL, "TK2024-TINH", &subject);
  g_assert_cmpint (subject.round, ==,
                   td_store_find (self->store, TD_TABLE_ROUNDS,
                                  td_desk_get_movement_id (self->desk), "TK2024-TINH"));
  /* That round has nobody; the first that fits has. */
  g_assert_null (td_desk_paper_new (self->desk, TD_PAPER_PROPOSAL, &subject, NULL, &error));
  g_clear_error (&error);
  subject.round = TD_ID_NONE;
  g_assert_true (td_desk_paper_resolve (self->desk, TD_PAPER_PROPOSAL, &subject, &error));
  g_assert_cmpint (subject.round, ==,
                   td_store_find (self->store, TD_TABLE_ROUNDS,
                                  td_desk_get_movement_id (self->desk), "TK2024-TP"));
}

#define ADD(name, template, func)                                                                  \
  g_test_add ("/desk/paper/" name, Fixture, template, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("proposal", NULL, test_proposal);
  ADD ("records", NULL, test_records);
  ADD ("decision", NULL, test_decision);
  ADD ("minutes", NULL, test_minutes);
  ADD ("reminder", NULL, test_reminder);
  ADD ("reminder-all", "mong-cai-2024", test_reminder_all);
  ADD ("ranking", NULL, test_ranking);
  ADD ("progress", NULL, test_progress);
  ADD ("briefing", NULL, test_briefing);
  ADD ("achievement", NULL, test_achievement);
  ADD ("check-list", NULL, test_check_list);
  ADD ("nobody", "mong-cai-2024", test_nobody);
  ADD ("words", NULL, test_words);
  return g_test_run ();
}
