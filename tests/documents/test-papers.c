/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each kind of paper says. The sentences expected are written here by hand after the forms of
 * NĐ 30/2020, Phụ lục III, and the Law's Điều 84.
 */
#include <string.h>

#include "base/td-date.h"
#include "documents/td-words.h"
#include "sample-papers.h"

static void
test_words (void)
{
  static const struct
  {
    gint64 value;
    const char *count;
    const char *money;
  } cases[] = {
    { 0, "0", "0" },    { 5, "05", "5" },           { 9, "09", "9" },
    { 10, "10", "10" }, { 3000, "3.000", "3.000" }, { 11320000, "11.320.000", "11.320.000" }
  };
  static const struct
  {
    guint value;
    const char *roman;
  } romans[] = { { 1, "I" },    { 4, "IV" },  { 9, "IX" },
                 { 14, "XIV" }, { 40, "XL" }, { 1994, "MCMXCIV" } };
  g_autofree char *spelled = td_words_money_spelled (1800000);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *count = td_words_count (cases[i].value);
      g_autofree char *money = td_words_money (cases[i].value);

      g_assert_cmpstr (count, ==, cases[i].count);
      g_assert_cmpstr (money, ==, cases[i].money);
    }
  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    {
      g_autofree char *roman = td_words_roman (romans[i].value);

      g_assert_cmpstr (roman, ==, romans[i].roman);
    }
  /* sonoivu.namdinh.gov.vn: 1.800.000. */
  g_assert_cmpstr (spelled, ==, "Một triệu tám trăm nghìn đồng");
}

/* II.3.c: a zero before a single figure, "/" and no space. */
static void
test_citation (void)
{
  static const struct
  {
    const char *number;
    const char *sign;
    int month;
    const char *expected;
  } cases[] = {
    { "5", "TTr-UBND", 3, "số 05/TTr-UBND ngày 05 tháng 3 năm 2024" },
    { " 12 ", "QĐ-UBND", 2, "số 12/QĐ-UBND ngày 05 tháng 02 năm 2024" },
    { "5a", "BC-NV", 10, "số 5a/BC-NV ngày 05 tháng 10 năm 2024" },
    { NULL, "TTr-UBND", 0, "số …/TTr-UBND ngày … tháng … năm …" },
    { "7", NULL, 12, "số 07 ngày 05 tháng 12 năm 2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdDate date = cases[i].month > 0 ? td_date_new (2024, cases[i].month, 5) : TD_DATE_NONE;
      g_autofree char *text = td_words_citation (cases[i].number, cases[i].sign, date);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
assert_lines (const TdDocument *document, const char *const *lines, guint n_lines)
{
  g_autofree char *text = td_document_dup_text (document);
  const char *at = text;

  for (guint i = 0; i < n_lines; i++)
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

static void
test_proposal (void)
{
  g_autoptr (TdDocument) document = sample_proposal (5, 12, TRUE);

  assert_says (document, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NINH", "ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI",
               "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
               "Số: 05/TTr-UBND", "Móng Cái, ngày 05 tháng 12 năm 2024", "TỜ TRÌNH",
               "Kính gửi:", "- Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh;",
               "- Sở Nội vụ tỉnh Quảng Ninh (Ban Thi đua - Khen thưởng).",
               "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
               "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
               "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định "
               "chi tiết thi hành "
               "một số điều của Luật Thi đua, khen thưởng.",
               "Hội đồng Thi đua - Khen thưởng thành phố Móng Cái đã họp ngày 02 tháng 12 năm "
               "2024, có 12/13 thành "
               "viên dự họp, xem xét từng trường hợp và bỏ phiếu (Biên bản số 15/BB-HĐTĐKT); danh "
               "sách đề nghị dưới "
               "đây theo kết quả bỏ phiếu của Hội đồng.",
               "Ủy ban nhân dân thành phố Móng Cái trân trọng đề nghị Chủ tịch Ủy ban nhân dân "
               "tỉnh Quảng Ninh xem "
               "xét, tặng các hình thức khen thưởng cho 05 tập thể và 12 cá nhân (có danh sách "
               "trích ngang kèm "
               "theo), cụ thể như sau:",
               "Kính đề nghị Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh xem xét, quyết định./.",
               "Nơi nhận:", "- Như trên;", "- Lưu: VT, NV (03).", "TM. ỦY BAN NHÂN DÂN",
               "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Minh Họa", "Phụ lục",
               "DANH SÁCH TRÍCH NGANG CÁC TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG",
               "(Kèm theo Tờ trình số 05/TTr-UBND ngày 05 tháng 12 năm 2024 của Ủy ban nhân dân "
               "thành phố Móng Cái)",
               "A. TẬP THỂ (05)", "B. CÁ NHÂN (12)", "Danh sách gồm 05 tập thể và 12 cá nhân./.");
  g_assert_false (document->draft);
  g_assert_cmpstr (document->revision, ==, "3F7A-21C9");
  g_assert_true (
      g_str_has_prefix (document->title, "Tờ trình số 05/TTr-UBND. Về việc đề nghị tặng"));
}

static void
test_proposal_of_one (void)
{
  g_autoptr (TdDocument) document = sample_proposal (0, 1, FALSE);

  assert_says (document, "Số: …/TTr-UBND",
               "Về việc đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân thành phố Móng Cái cho "
               "cá nhân có thành "
               "tích xuất sắc trong phong trào thi đua “Đẩy mạnh cải cách hành chính” năm 2024",
               "Ủy ban nhân dân thành phố Móng Cái trân trọng đề nghị Chủ tịch Ủy ban nhân dân "
               "tỉnh Quảng Ninh xem "
               "xét, tặng Giấy khen của Chủ tịch Ủy ban nhân dân thành phố Móng Cái cho Bà Nguyễn "
               "Thị An, Công chức "
               "Tư pháp - Hộ tịch, phường Ka Long (có danh sách trích ngang kèm theo).",
               "Danh sách gồm 01 cá nhân./.");
  g_assert_true (document->draft);
}

/* Rows in the list are the nominees, each with the record behind it. */
static void
test_nominee_rows (void)
{
  g_autoptr (TdDocument) document = sample_proposal (3, 4, TRUE);
  const TdSection *annex = g_ptr_array_index (document->sections, 1);
  const TdPaperTable *table = NULL;
  guint n_rows = 0;

  g_assert_cmpint (annex->flags, ==, TD_SECTION_ANNEX | TD_SECTION_LANDSCAPE);
  for (guint i = 0; i < annex->blocks->len; i++)
    {
      const TdBlock *block = g_ptr_array_index (annex->blocks, i);

      if (block->kind == TD_BLOCK_TABLE)
        table = block->table;
    }
  g_assert_nonnull (table);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const TdPaperRow *row = g_ptr_array_index (table->rows, i);

      if (row->kind != TD_ROW_BODY)
        continue;
      g_assert_cmpstr (row->ref.table, ==, "nominations");
      g_assert_cmpint (row->ref.id, ==, 1000 + n_rows);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, 7);
}

static void
test_decision (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_DECISION, TRUE);

  /* 4 × 1.410.000 + 8 × 710.000 = 11.320.000. */
  assert_says (document, "QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI",
               "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định "
               "chi tiết thi hành "
               "một số điều của Luật Thi đua, khen thưởng;",
               "Theo đề nghị của Trưởng phòng Nội vụ thành phố tại Tờ trình số 212/TTr-NV ngày 04 "
               "tháng 12 năm 2024.",
               "QUYẾT ĐỊNH:",
               "Điều 2. Tiền thưởng kèm theo các hình thức khen thưởng tại Điều 1 là 11.320.000 "
               "đồng (bằng chữ: Mười "
               "một triệu ba trăm hai mươi nghìn đồng), tính theo mức lương cơ sở 2.340.000 "
               "đồng/tháng áp dụng tại "
               "thời điểm ban hành Quyết định, làm tròn lên hàng chục nghìn đồng; nguồn kinh phí "
               "trích từ Quỹ thi "
               "đua, khen thưởng thành phố năm 2024.",
               "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.", "CHỦ TỊCH",
               "Nguyễn Thị Minh Họa", "Tiền thưởng (đồng)", "1.410.000", "710.000", "Tổng cộng",
               "11.320.000", "Danh sách gồm 04 tập thể và 08 cá nhân./.");
}

/* Mẫu 1.9, with the base beside every share and the override printed. */
static void
test_minutes (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_MINUTES, TRUE);

  assert_says (document, "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Số: 15/BB-HĐTĐKT", "BIÊN BẢN",
               "Thời gian bắt đầu: 08 giờ 00 phút, ngày 02 tháng 12 năm 2024.",
               "Địa điểm: Phòng họp số 2, trụ sở Ủy ban nhân dân thành phố Móng Cái.",
               "Thành phần tham dự: 12/13 thành viên Hội đồng có mặt, gồm:", "Vắng mặt:",
               "- Ông Vũ Đức Mẫu, Trưởng phòng Tư pháp - Ủy viên (lý do: đi công tác).",
               "Chủ trì (chủ tọa): Bà Nguyễn Thị Minh Họa, Chủ tịch Hội đồng.",
               "Bảng 1. Đề nghị tặng Giấy khen cho tập thể",
               "Tỷ lệ tính trên tổng số thành viên Hội đồng; yêu cầu từ 90% trở lên (Quy chế hoạt "
               "động của Hội "
               "đồng, Điều 7).",
               "Tỷ lệ đồng ý trên tổng số thành viên Hội đồng", "12/13", "92,31%", "Đạt", "11/13",
               "84,62%", "Không đạt (có ngoại lệ)", "11/12", "91,67%",
               "Ông Trần Văn Ví Dụ không bỏ phiếu cho đơn vị mình",
               "Kết quả: 03/04 trường hợp đạt.", "Kết quả: 02/03 trường hợp đạt.",
               "4. Trường hợp chưa đủ điều kiện nhưng được quyết định ngoại lệ",
               "Cuộc họp kết thúc vào 11 giờ 15 phút, ngày 02 tháng 12 năm 2024./.", "THƯ KÝ",
               "Phạm Thu Thí Điểm", "CHỦ TỌA", "Nguyễn Thị Minh Họa", "- Lưu: VT, Hồ sơ.");
}

static void
test_achievement (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_ACHIEVEMENT, TRUE);
  g_autoptr (GPtrArray) marked = td_document_list_marked (document);

  assert_says (document, "BÁO CÁO THÀNH TÍCH",
               "Đề nghị tặng Giấy khen của Chủ tịch Ủy ban nhân dân thành phố Móng Cái",
               "Kính gửi: Phòng Nội vụ thành phố Móng Cái",
               "Tên đơn vị đề nghị khen thưởng: Ủy ban nhân dân phường Ka Long.",
               "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "II. THÀNH TÍCH ĐẠT ĐƯỢC",
               "III. CÁC HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC GHI NHẬN", "1. Danh hiệu thi đua",
               "2. Hình thức khen thưởng", "XÁC NHẬN CỦA", "CHỦ TỊCH", "Đỗ Hồng Khuê");
  /* One sentence is stale, one figure was typed: told, but not printed. */
  g_assert_cmpuint (marked->len, ==, 2);
  g_assert_cmpint (((TdRun *) g_ptr_array_index (marked, 0))->fact->marks, ==, TD_FACT_STALE);
  g_assert_cmpstr (((TdRun *) g_ptr_array_index (marked, 0))->fact->now, ==, "99,99%");
  g_assert_cmpstr (((TdRun *) g_ptr_array_index (marked, 0))->text, ==, "99,85%");
  g_assert_cmpint (((TdRun *) g_ptr_array_index (marked, 1))->fact->marks, ==, TD_FACT_UNSOURCED);
}

/* The code of a final paper tells two states of it apart, and is the same for the same words. */
static void
test_revision (void)
{
  g_autoptr (TdDocument) one = sample_proposal (1, 1, FALSE);
  g_autoptr (TdDocument) same = sample_proposal (1, 1, FALSE);
  g_autoptr (TdDocument) other = sample_proposal (1, 2, FALSE);
  g_autofree char *first = td_document_dup_revision (one);
  g_autofree char *second = td_document_dup_revision (same);
  g_autofree char *third = td_document_dup_revision (other);

  g_assert_true (g_regex_match_simple ("^[0-9A-F]{4}-[0-9A-F]{4}$", first, 0, 0));
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, third);
}

static void
test_certificates (void)
{
  g_autoptr (TdDocument) document = sample_certificates (FALSE);
  const TdSection *second = g_ptr_array_index (document->sections, 1);
  const TdBlock *block = g_ptr_array_index (second->blocks, 0);

  g_assert_cmpuint (document->sections->len, ==, 2);
  g_assert_cmpint (second->flags, ==,
                   TD_SECTION_STOCK | TD_SECTION_LANDSCAPE | TD_SECTION_UNNUMBERED);
  g_assert_cmpstr (block->paragraph->field, ==, "cap tang");
  g_assert_cmpint (block->paragraph->ref.id, ==, 1001);
  assert_says (
      document, "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ MÓNG CÁI", "Ủy ban nhân dân phường Ka Long",
      "Quyết định khen thưởng số 3125/QĐ-UBND ngày 05 tháng 12 năm 2024", "Bà Nguyễn Thị An",
      "Công chức Tư pháp - Hộ tịch, phường Ka Long",
      "Đã có thành tích xuất sắc trong phong trào thi đua “Đẩy mạnh cải cách hành chính” năm 2024",
      "Móng Cái, ngày 05 tháng 12 năm 2024", "CHỦ TỊCH", "Nguyễn Thị Minh Họa");
}

static void
test_progress (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROGRESS, TRUE);

  assert_says (document, "BÁO CÁO",
               "Số liệu trong báo cáo tính đến hết ngày 14 tháng 9 năm 2024; nội dung ghi “không "
               "có số liệu” là "
               "chưa nhận được báo cáo, không phải bằng 0.",
               "Phạm vi số liệu: chỉ gồm 04 đơn vị thuộc khối xã, phường.", "I. KẾT QUẢ THỰC HIỆN",
               "Bảng 1. Kết quả giải quyết hồ sơ thủ tục hành chính", "Đơn vị tính: hồ sơ",
               "Số hồ sơ", "12.418", "99,85", "9,5", "0", "không phát sinh", "không áp dụng",
               "không có số liệu", "Toàn thành phố", "20.538",
               "Biểu đồ 1. Chỉ số của các đơn vị quý III năm 2024", "II. KIẾN NGHỊ, ĐỀ XUẤT");
}

static void
test_ranking (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_RANKING, TRUE);

  assert_says (
      document, "THÔNG BÁO",
      "16 đơn vị thuộc phạm vi đánh giá, trong đó 15 đơn vị được xếp hạng, 01 đơn vị chưa có "
      "số liệu "
      "để xếp hạng. Số liệu tính đến hết ngày 14 tháng 12 năm 2024.",
      "- Khối phường: phường Ka Long;", "- Khối xã: xã Hải Sơn.",
      "Các đơn vị có cùng kết quả được xếp đồng hạng; các thứ hạng tiếp theo được tính "
      "sau số đơn vị "
      "đồng hạng.",
      "BẢNG XẾP HẠNG PHONG TRÀO THI ĐUA “ĐẨY MẠNH CẢI CÁCH HÀNH CHÍNH” NĂM 2024", "Khối phường",
      "2 (đồng hạng)", "96,16", "40/40", "không có số liệu", "12/40", "Chưa đủ số liệu");
}

/* SCORING.md: total = index + bonus − penalty; without any of them the columns would say nothing. */
static void
test_ranking_totals (void)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_RANKING);
  TdRankingRow rows[] = {
    { 1, "Phường Trần Phú", 1, FALSE, 900000, 1000000, 900000, 20000, 0, 920000, "Xuất sắc", 4, 4 },
    { 2, "Phường Ka Long", 2, FALSE, 955000, 1000000, 955000, 0, 50000, 905000, "Xuất sắc", 4, 4 },
  };
  const TdRankingBlock block = { NULL, rows, G_N_ELEMENTS (rows) };
  TdRanking data = { .paper.agency = "Phòng Nội vụ",
                     .movement = "A",
                     .period = "năm 2024",
                     .cut_off = TD_DATE_NONE,
                     .digits = 2,
                     .blocks = &block,
                     .n_blocks = 1 };
  g_autoptr (TdDocument) adjusted = td_ranking_build (template, &data, NULL);
  g_autoptr (TdDocument) plain = NULL;
  g_autofree char *words = NULL;

  assert_says (
      adjusted, "Điểm cộng", "Điểm trừ", "Tổng điểm", "92,00", "95,50", "90,50",
      "Ghi chú: Chỉ số là tỷ lệ phần trăm giữa điểm đạt và điểm tối đa của từng đơn vị; tổng "
      "điểm là chỉ số cộng điểm cộng, trừ điểm trừ; xếp hạng theo tổng điểm. Cột “Số liệu đã "
      "có” là số báo cáo chỉ tiêu đã có số liệu trên số phải có.");
  rows[0].total = rows[0].index;
  rows[0].bonus = 0;
  rows[1].total = rows[1].index;
  rows[1].penalty = 0;
  plain = td_ranking_build (template, &data, NULL);
  words = td_document_dup_text (plain);
  g_assert_null (strstr (words, "Điểm cộng"));
  g_assert_null (strstr (words, "Tổng điểm"));
  assert_says (plain, "Chỉ số (%)", "95,50");
  g_assert_nonnull (strstr (words, "; xếp hạng theo chỉ số. "));
}

/* Before the ballots are counted the minutes have room for the figures, not zeros. */
static void
test_minutes_uncounted (void)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_MINUTES);
  const TdVote vote = { .name = "Phòng Nội vụ",
                        .share = TD_DECIMAL_NONE,
                        .verdict = TD_VERDICT_UNKNOWN };
  const TdVoteTable table = {
    "Đề nghị tặng Giấy khen", "tổng số thành viên Hội đồng", NULL, NULL, &vote, 1
  };
  const TdMinutes data = { .paper.agency = "Hội đồng Thi đua - Khen thưởng",
                           .date = TD_DATE_NONE,
                           .start_hour = -1,
                           .end_hour = -1,
                           .end_date = TD_DATE_NONE,
                           .tables = &table,
                           .n_tables = 1 };
  g_autoptr (TdDocument) document = td_minutes_build (template, &data, NULL);
  g_autofree char *words = td_document_dup_text (document);

  assert_says (document, "Thành phần tham dự: …", "1\nPhòng Nội vụ\n…\n…\n…\n…\n…\n…");
  g_assert_null (strstr (words, "trường hợp đạt"));
  g_assert_null (strstr (words, "thống nhất"));
}

static void
test_reminder (void)
{
  g_autoptr (TdDocument) many = sample_paper (TD_PAPER_REMINDER, TRUE);
  g_autoptr (TdDocument) one = sample_reminder_one ();

  assert_says (
      many, "Số: 1874/UBND-NV",
      "V/v đôn đốc báo cáo số liệu phong trào thi đua “Đẩy mạnh cải cách hành chính” quý III năm "
      "2024",
      "Móng Cái, ngày 17 tháng 9 năm 2024", "Kính gửi:", "- Ủy ban nhân dân phường Hải Yên.",
      "Qua theo dõi, còn 03 đơn vị chưa gửi đủ số liệu theo thời hạn, cụ thể như sau:",
      "Nội dung còn thiếu", "Chỉ tiêu 2.1: tỷ lệ hồ sơ trực tuyến toàn trình", "10/09/2024", "7",
      "Ủy ban nhân dân thành phố Móng Cái đề nghị các đơn vị quan tâm, phối hợp thực hiện./.");
  assert_says (one, "Kính gửi: Ủy ban nhân dân xã Hải Sơn",
               "Qua theo dõi, Ủy ban nhân dân xã Hải Sơn chưa gửi đủ số liệu theo thời hạn (ngày "
               "10 tháng 9 năm "
               "2024), đã quá hạn 07 ngày. Nội dung còn thiếu gồm:",
               "- Chỉ tiêu 2.1: tỷ lệ hồ sơ trực tuyến toàn trình;",
               "- Chỉ tiêu 6.3: tỷ lệ số hóa kết quả.");
}

static void
test_briefing (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_BRIEFING, TRUE);
  const TdSection *section = g_ptr_array_index (document->sections, 0);

  g_assert_cmpint (section->flags, ==, TD_SECTION_ONE_PAGE);
  assert_says (document, "BÁO CÁO TÓM TẮT", "Thay đổi so với báo cáo ngày 03 tháng 9 năm 2024:",
               "- Phường Ka Long lên hạng nhất khối phường, chỉ số 98,33% (trước: 95,10%, hạng 3).",
               "Biểu đồ 1. Chỉ số theo đơn vị", "Biểu đồ 3. Tỷ lệ hồ sơ trực tuyến theo quý");
}

static void
test_check_list (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_CHECK_LIST, TRUE);

  assert_says (document, "PHIẾU KIỂM TRA HỒ SƠ",
               "Số trường hợp đề nghị: 02; đủ điều kiện: 0; có quyết định ngoại lệ: 01; chưa đủ "
               "hoặc chưa rõ: "
               "01; giấy tờ còn thiếu: 01.",
               "(chưa đối chiếu văn bản gốc)", "Không đạt (có ngoại lệ)", "Chưa rõ", "Không đạt",
               "II. THÀNH PHẦN HỒ SƠ", "Thiếu", "III. NỘI DUNG CẦN XEM LẠI TRƯỚC KHI KÝ",
               "Số liệu gốc đã thay đổi, nay là: 99,99%", "Gõ tay, không có số liệu gốc",
               "Chưa có minh chứng");
}

static void
test_contents (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_DOSSIER, TRUE);

  assert_says (
      document, "MỤC LỤC HỒ SƠ", "Tên giấy tờ", "Trang", "Tờ trình đề nghị tặng Giấy khen",
      "05/TTr-UBND", "05/12/2024",
      "Hồ sơ gồm 03 giấy tờ; số trang ghi ở mục lục là số trang chung của tập hồ sơ, ở lề dưới.");
}

/* What cannot be made says why. */
static void
test_refused (void)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_PROPOSAL);
  g_autofree TdNominee *nominees = g_new0 (TdNominee, 1);
  TdProposal data = { .paper.agency = "Ủy ban nhân dân thành phố Móng Cái", .movement = "x" };
  g_autoptr (GError) error = NULL;

  g_assert_null (td_proposal_build (template, &data, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
  g_clear_error (&error);
  nominees[0].name = "Nguyễn Văn A";
  nominees[0].award = "Giấy khen";
  data.nominees = nominees;
  data.n_nominees = 1;
  data.paper.agency = NULL;
  g_assert_null (td_proposal_build (template, &data, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
}

/* Words come out in one form whatever they came in as, and nothing in them breaks a line. */
static void
test_text_is_kept_clean (void)
{
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROPOSAL);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  g_autofree char *text = NULL;

  /* "Trà Cổ" with its marks set apart; a tab; a byte that is no UTF-8. */
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY),
                    "Tra\xcc\x80 C\x6f\xcc\x82\xcc\x89\tx", TD_RUN_PLAIN);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_AGENCY), "Ủy ban \xff",
                    TD_RUN_PLAIN);
  text = td_document_dup_text (document);
  g_assert_cmpstr (text, ==, "Trà Cổ x\nỦY BAN \xef\xbf\xbd\n");
}

/* Cells know their column, those covered from above and from the left too. */
static void
test_table_spans (void)
{
  static const TdColumn columns[4] = { { 0 } };
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdPaperTable *table = td_section_add_table (section, TD_TABLE_GRID, columns, 4);
  TdPaperRow *first = td_paper_table_add_row (table, TD_ROW_HEAD);
  TdPaperRow *second = td_paper_table_add_row (table, TD_ROW_HEAD);
  TdPaperRow *third = td_paper_table_add_row (table, TD_ROW_BODY);

  g_assert_cmpuint (td_paper_row_add_cell (first, 1, 2)->column, ==, 0);
  g_assert_cmpuint (td_paper_row_add_cell (first, 2, 1)->column, ==, 1);
  g_assert_cmpuint (td_paper_row_add_cell (first, 1, 3)->column, ==, 3);
  g_assert_cmpuint (td_paper_row_add_cell (second, 1, 1)->column, ==, 1);
  g_assert_cmpuint (td_paper_row_add_cell (second, 1, 1)->column, ==, 2);
  g_assert_cmpuint (td_paper_row_add_cell (third, 3, 1)->column, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/words", test_words);
  g_test_add_func ("/documents/citation", test_citation);
  g_test_add_func ("/documents/proposal", test_proposal);
  g_test_add_func ("/documents/proposal-of-one", test_proposal_of_one);
  g_test_add_func ("/documents/nominee-rows", test_nominee_rows);
  g_test_add_func ("/documents/decision", test_decision);
  g_test_add_func ("/documents/minutes", test_minutes);
  g_test_add_func ("/documents/achievement", test_achievement);
  g_test_add_func ("/documents/certificates", test_certificates);
  g_test_add_func ("/documents/progress", test_progress);
  g_test_add_func ("/documents/minutes/uncounted", test_minutes_uncounted);
  g_test_add_func ("/documents/ranking", test_ranking);
  g_test_add_func ("/documents/ranking/totals", test_ranking_totals);
  g_test_add_func ("/documents/revision", test_revision);
  g_test_add_func ("/documents/reminder", test_reminder);
  g_test_add_func ("/documents/briefing", test_briefing);
  g_test_add_func ("/documents/check-list", test_check_list);
  g_test_add_func ("/documents/contents", test_contents);
  g_test_add_func ("/documents/refused", test_refused);
  g_test_add_func ("/documents/text-is-kept-clean", test_text_is_kept_clean);
  g_test_add_func ("/documents/table-spans", test_table_spans);
  return g_test_run ();
}
