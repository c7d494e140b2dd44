/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-papers.h"

#include "base/td-date.h"

#define AGENCY         "Ủy ban nhân dân thành phố Móng Cái"
#define CHAIR          "Chủ tịch Ủy ban nhân dân thành phố Móng Cái"
#define AWARD          "Giấy khen của Chủ tịch Ủy ban nhân dân thành phố Móng Cái"
#define PROVINCE_AWARD "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh"
#define MOVEMENT       "Đẩy mạnh cải cách hành chính"
#define PERIOD         "năm 2024"

static const char *const units[] = {
  "phường Ka Long",
  "phường Trần Phú",
  "phường Ninh Dương",
  "phường Trà Cổ",
  "phường Hải Yên",
  "phường Hải Hòa",
  "phường Bình Ngọc",
  "xã Hải Sơn",
  "xã Bắc Sơn",
  "xã Hải Đông",
  "xã Hải Tiến",
  "xã Quảng Nghĩa",
  "xã Hải Xuân",
  "xã Vạn Ninh",
  "xã Vĩnh Trung",
  "xã Vĩnh Thực",
  "Phòng Nội vụ",
  "Phòng Tư pháp",
  "Phòng Tài chính - Kế hoạch",
  "Văn phòng HĐND và UBND",
};

static const char *const family_names[] = { "Nguyễn", "Trần", "Lê",   "Phạm", "Hoàng", "Vũ",
                                            "Đặng",   "Bùi",  "Đỗ",   "Hồ",   "Ngô",   "Dương",
                                            "Lý",     "Tằng", "Phùn", "Triệu" };
static const char *const middle_names[] = { "Thị",  "Văn",  "Đức",   "Thu",
                                            "Minh", "Ngọc", "Quang", "Hồng" };
static const char *const given_names[] = { "An",    "Bình",   "Chiến", "Dũng", "Đạt",   "Giang",
                                           "Hằng",  "Hưởng",  "Khuê",  "Liễu", "Mẫn",   "Nguyệt",
                                           "Oanh",  "Phượng", "Quý",   "Sửu",  "Tuyết", "Ưng",
                                           "Vượng", "Xuân",   "Yến" };

static const char *const summaries[] = {
  "Trực tiếp tiếp nhận, giải quyết 4.812 hồ sơ thủ tục hành chính, tỷ lệ đúng hạn và trước hạn đạt "
  "99,85%; đề xuất 02 giải pháp rút ngắn thời gian giải quyết.",
  "Hoàn thành xuất sắc nhiệm vụ được giao; tham mưu cung cấp 100% thủ tục hành chính đủ điều kiện "
  "dưới "
  "hình thức dịch vụ công trực tuyến toàn trình.",
  "Dẫn đầu về số hóa kết quả giải quyết thủ tục hành chính (86,06%); hướng dẫn 1.275 lượt người "
  "dân "
  "nộp hồ sơ trực tuyến.",
};

TdTemplate *
sample_template (TdPaperKind kind)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdTemplate *found = td_paper_template_new (kind, NULL, NULL, problems);

  if (found == NULL)
    {
      g_autofree char *text = td_problems_to_string (problems);

      g_error ("%s", text);
    }
  return found;
}

TdNominee *
sample_nominees_new (guint n_collectives, guint n_persons)
{
  guint count = n_collectives + n_persons;
  TdNominee *nominees = g_new0 (TdNominee, count);

  for (guint i = 0; i < count; i++)
    {
      TdNominee *nominee = &nominees[i];
      guint who = i - n_collectives;

      nominee->nomination = 1000 + i;
      nominee->collective = i < n_collectives;
      nominee->award = i % 7 == 3 ? PROVINCE_AWARD : AWARD;
      nominee->summary = summaries[i % G_N_ELEMENTS (summaries)];
      nominee->amount = -1;
      nominee->exact = -1;
      if (nominee->collective)
        {
          nominee->name = g_strdup_printf ("Ủy ban nhân dân %s%s", units[i % 16],
                                           i >= 16 ? " (cụm thi đua số 2)" : "");
          nominee->unit = "Thành phố Móng Cái";
          continue;
        }
      nominee->honorific = who % 2 == 0 ? "Bà" : "Ông";
      nominee->name = g_strdup_printf ("%s %s %s", family_names[(who * 7 + who / 16) % 16],
                                       middle_names[(who * 3 + who / 8) % 8],
                                       given_names[(who * 5 + who / 21) % 21]);
      nominee->position = who % 3 == 0   ? "Công chức Tư pháp - Hộ tịch"
                          : who % 3 == 1 ? "Chuyên viên"
                                         : "Công chức Văn phòng - Thống kê";
      nominee->unit = units[who % G_N_ELEMENTS (units)];
    }
  return nominees;
}

void
sample_nominees_free (TdNominee *nominees, guint n_nominees)
{
  for (guint i = 0; i < n_nominees; i++)
    g_free ((char *) nominees[i].name);
  g_free (nominees);
}

/* --- the office ------------------------------------------------------------------------------- */

static const TdSignLine chair_lines[] = { { TD_AUTHORITY_TM, "Ủy ban nhân dân" },
                                          { TD_AUTHORITY_KT, "Chủ tịch" },
                                          { TD_AUTHORITY_OWN, "Phó Chủ tịch" } };
static const TdSignLine own_lines[] = { { TD_AUTHORITY_OWN, "Chủ tịch" } };

static const char *const addressees[] = { "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh",
                                          "Sở Nội vụ tỉnh Quảng Ninh (Ban Thi đua - Khen thưởng)",
                                          NULL };
static const char *const recipients[] = { "Như trên",
                                          "Thường trực Thành ủy, HĐND thành phố (báo cáo)",
                                          "Chủ tịch, các PCT UBND thành phố",
                                          "Phòng Nội vụ",
                                          "Lưu: VT, NV (03)",
                                          NULL };
static const char *const grounds[] = {
  "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
  "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
  "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành "
  "một số điều của Luật Thi đua, khen thưởng",
  NULL
};

static TdPaper
make_paper (const char *number, const char *sign, gboolean final)
{
  TdPaper paper = { .superior = "Ủy ban nhân dân tỉnh Quảng Ninh",
                    .agency = AGENCY,
                    .number = number,
                    .sign = sign,
                    .place = "Móng Cái",
                    .date = td_date_new (2024, 12, 5),
                    .recipients = recipients,
                    .signer = { chair_lines, G_N_ELEMENTS (chair_lines), NULL,
                                "Nguyễn Thị Minh Họa" },
                    .revision = final ? "3F7A-21C9" : NULL };

  return paper;
}

static const TdMeeting meeting = {
  "Hội đồng Thi đua - Khen thưởng thành phố Móng Cái", 0, "15/BB-HĐTĐKT", 13, 12,
};

TdDocument *
sample_proposal (guint n_collectives, guint n_persons, gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_PROPOSAL);
  TdNominee *nominees = sample_nominees_new (n_collectives, n_persons);
  TdMeeting held = meeting;
  TdProposal data = { .paper = make_paper (final ? "5" : NULL, "TTr-UBND", final),
                      .movement = MOVEMENT,
                      .period = PERIOD,
                      .launched_by = CHAIR,
                      .plan = "Kế hoạch số 45/KH-UBND ngày 14 tháng 3 năm 2024",
                      .decider = "Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh",
                      .meeting = &held,
                      .nominees = nominees,
                      .n_nominees = n_collectives + n_persons };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  held.date = td_date_new (2024, 12, 2);
  data.paper.addressees = addressees;
  data.paper.grounds = grounds;
  document = td_proposal_build (template, &data, &error);
  g_assert_no_error (error);
  sample_nominees_free (nominees, n_collectives + n_persons);
  return document;
}

static TdDocument *
sample_decision (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_DECISION);
  TdNominee *nominees = sample_nominees_new (4, 8);
  static const char *const to[] = { "Như Điều 4", "Sở Nội vụ (báo cáo)",
                                    "Thường trực Thành ủy (báo cáo)", "Lưu: VT, NV (03)", NULL };
  TdDecision data = { .paper = make_paper (final ? "3125" : NULL, "QĐ-UBND", final),
                      .issuer = CHAIR,
                      .proposed_by =
                          "Trưởng phòng Nội vụ thành phố tại Tờ trình số 212/TTr-NV ngày 04 "
                          "tháng 12 năm 2024",
                      .movement = MOVEMENT,
                      .period = PERIOD,
                      .nominees = nominees,
                      .n_nominees = 12,
                      .fund = "Quỹ thi đua, khen thưởng thành phố năm 2024",
                      .base_salary = 2340000,
                      .rounding = "làm tròn lên hàng chục nghìn đồng",
                      .carried_out_by =
                          "Chánh Văn phòng HĐND và UBND thành phố, Trưởng phòng Nội vụ, "
                          "Trưởng phòng Tài chính - Kế hoạch, thủ trưởng các đơn vị liên "
                          "quan" };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  for (guint i = 0; i < 12; i++)
    {
      nominees[i].award = AWARD;
      nominees[i].exact = nominees[i].collective ? 1404000 : 702000;
      nominees[i].amount = nominees[i].collective ? 1410000 : 710000;
    }
  data.paper.grounds = grounds;
  data.paper.recipients = to;
  data.paper.signer.lines = own_lines;
  data.paper.signer.n_lines = 1;
  document = td_decision_build (template, &data, &error);
  g_assert_no_error (error);
  sample_nominees_free (nominees, 12);
  return document;
}

static TdDocument *
sample_minutes (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_MINUTES);
  static const TdAttendee attendees[] = {
    { "Bà Nguyễn Thị Minh Họa", "Chủ tịch Ủy ban nhân dân thành phố", "Chủ tịch Hội đồng", TRUE },
    { "Ông Trần Văn Ví Dụ", "Trưởng phòng Nội vụ", "Phó Chủ tịch thường trực Hội đồng", TRUE },
    { "Ông Lê Quang Giả Định", "Chủ tịch Liên đoàn Lao động thành phố", "Phó Chủ tịch Hội đồng",
      TRUE },
    { "Bà Phạm Thu Thí Điểm", "Chuyên viên Phòng Nội vụ", "Thư ký Hội đồng", TRUE },
    { "Ông Vũ Đức Mẫu", "Trưởng phòng Tư pháp", "Ủy viên", FALSE, "đi công tác" },
  };
  static const char *const opening[] = {
    "Trưởng phòng Nội vụ trình bày kết quả tổng hợp hồ sơ đề nghị khen thưởng phong trào thi đua "
    "“Đẩy mạnh "
    "cải cách hành chính” năm 2024: 04 tập thể và 03 cá nhân, trong đó 06 trường hợp đủ điều kiện "
    "theo "
    "quy định, 01 trường hợp còn ý kiến khác nhau.",
    NULL,
  };
  static const char *const opinions[] = {
    "Đồng chí Phó Chủ tịch Hội đồng đề nghị ưu tiên cá nhân trực tiếp làm việc tại bộ phận một "
    "cửa.",
    "Các thành viên dự họp thống nhất danh sách đưa ra bỏ phiếu.",
    NULL,
  };
  static const TdVote collective_votes[] = {
    { 1000, "Ủy ban nhân dân phường Ka Long", TRUE, 12, 12, 12, 12, 13, 923100, TD_VERDICT_PASS },
    { 1001, "Ủy ban nhân dân phường Trần Phú", TRUE, 12, 12, 12, 12, 13, 923100, TD_VERDICT_PASS },
    { 1002, "Ủy ban nhân dân xã Hải Sơn", TRUE, 12, 12, 11, 11, 13, 846200, TD_VERDICT_OVERRIDDEN },
    { 1003, "Phòng Nội vụ", TRUE, 11, 11, 11, 11, 12, 916700, TD_VERDICT_PASS,
      "Ông Trần Văn Ví Dụ không bỏ phiếu cho đơn vị mình" },
  };
  static const TdVote person_votes[] = {
    { 1004, "Bà Đặng Ngọc Liễu", TRUE, 12, 12, 12, 12, 13, 923100, TD_VERDICT_PASS },
    { 1005, "Ông Phùn Văn Đạt", TRUE, 12, 12, 12, 12, 13, 923100, TD_VERDICT_PASS },
    { 1006, "Ông Triệu Quang Vượng", TRUE, 12, 12, 12, 7, 13, 538500, TD_VERDICT_FAIL },
  };
  static const TdVoteTable tables[] = {
    { "Đề nghị tặng Giấy khen cho tập thể", "tổng số thành viên Hội đồng", "từ 90% trở lên",
      "Quy chế hoạt động của Hội đồng, Điều 7", collective_votes, G_N_ELEMENTS (collective_votes) },
    { "Đề nghị tặng Giấy khen cho cá nhân", "tổng số thành viên Hội đồng", "từ 90% trở lên",
      "Quy chế hoạt động của Hội đồng, Điều 7", person_votes, G_N_ELEMENTS (person_votes) },
  };
  static const TdOverride overrides[] = {
    { "Ủy ban nhân dân xã Hải Sơn", "tỷ lệ phiếu đồng ý dưới ngưỡng (11/13, 84,62%)",
      "Chủ tịch Hội đồng",
      "xã biên giới, một thành viên vắng mặt đã đồng ý bằng văn bản gửi sau cuộc họp" },
  };
  static const TdSignLine secretary_lines[] = { { TD_AUTHORITY_OWN, "Thư ký" } };
  static const TdSignLine chair_only[] = { { TD_AUTHORITY_OWN, "Chủ tọa" } };
  static const char *const to[] = { "Các thành viên Hội đồng", "Lưu: VT, Hồ sơ", NULL };
  TdMinutes data = { .paper = make_paper ("15", "BB-HĐTĐKT", final),
                     .subject =
                         "Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng phong trào thi đua "
                         "“" MOVEMENT "” năm 2024",
                     .date = td_date_new (2024, 12, 2),
                     .start_hour = 8,
                     .end_date = td_date_new (2024, 12, 2),
                     .end_hour = 11,
                     .end_minute = 15,
                     .venue = "Phòng họp số 2, trụ sở Ủy ban nhân dân thành phố Móng Cái",
                     .attendees = attendees,
                     .n_attendees = G_N_ELEMENTS (attendees),
                     .n_members = 13,
                     .n_present = 12,
                     .chair = "Bà Nguyễn Thị Minh Họa, Chủ tịch Hội đồng",
                     .secretary_line = "Bà Phạm Thu Thí Điểm, Thư ký Hội đồng",
                     .opening = opening,
                     .opinions = opinions,
                     .tables = tables,
                     .n_tables = G_N_ELEMENTS (tables),
                     .overrides = overrides,
                     .n_overrides = 1,
                     .secretary = { secretary_lines, 1, NULL, "Phạm Thu Thí Điểm" } };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.superior = AGENCY;
  data.paper.agency = "Hội đồng Thi đua - Khen thưởng";
  data.paper.date = td_date_new (2024, 12, 2);
  data.paper.recipients = to;
  data.paper.signer = (TdSigner){ chair_only, 1, NULL, "Nguyễn Thị Minh Họa" };
  document = td_minutes_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

TdDocument *
sample_achievement (const TdNominee *nominee, gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_ACHIEVEMENT);
  static const TdFact sound = { { "entries", 71 }, "value", "2024-Q4", 3, TD_FACT_SOUND, NULL };
  static const TdFact stale = { { "entries", 72 }, "value", "2024-Q4", 3, TD_FACT_STALE, "99,99%" };
  static const TdFact typed = { { NULL, 0 }, NULL, NULL, 0, TD_FACT_UNSOURCED, NULL };
  static const TdSpan first[] = {
    { "Là đơn vị hành chính loại I, nằm ở trung tâm thành phố, có đường biên giới với nước bạn; "
      "tổng số cán "
      "bộ, công chức, người lao động là " },
    { "34", TD_RUN_PLAIN, &sound },
    { " người, trong đó " },
    { "22", TD_RUN_PLAIN, &sound },
    { " công chức. Chức năng, nhiệm vụ thực hiện theo Luật Tổ chức chính quyền địa phương." },
  };
  static const TdSpan second[] = {
    { "Trong năm 2024 đã tiếp nhận " },
    { "12.418", TD_RUN_PLAIN, &sound },
    { " hồ sơ thủ tục hành chính, giải quyết đúng hạn và trước hạn " },
    { "99,85%", TD_RUN_PLAIN, &stale },
    { "; số hóa thành phần hồ sơ, kết quả giải quyết đạt " },
    { "86,06%", TD_RUN_PLAIN, &sound },
    { "; tỷ lệ hồ sơ nộp trực tuyến đạt " },
    { "71,4%", TD_RUN_PLAIN, &typed },
    { ", tăng 12,9 điểm phần trăm so với năm 2023." },
  };
  static const TdSpan third[] = {
    { "100% văn bản quy phạm pháp luật được ban hành đúng quy trình; 100% thủ tục hành chính đủ "
      "điều kiện "
      "được cung cấp dưới hình thức dịch vụ công trực tuyến toàn trình và tích hợp lên Cổng Dịch "
      "vụ công "
      "quốc gia; không có hồ sơ phải xin lỗi người dân vì quá hạn." },
  };
  static const TdSpan fourth[] = {
    { "Sáng kiến “Tổ hướng dẫn dịch vụ công tại khu phố” được công nhận ở phạm vi thành phố, giúp "
      "giảm thời "
      "gian đi lại của người dân khu vực biên giới; mô hình đã được nhân rộng ra 05 phường, xã." },
  };
  static const TdWords about[] = { { first, G_N_ELEMENTS (first) } };
  static const TdWords done[] = { { second, G_N_ELEMENTS (second) },
                                  { third, G_N_ELEMENTS (third) },
                                  { fourth, G_N_ELEMENTS (fourth) } };
  static const TdReportPart parts[] = {
    { .heading = "Sơ lược đặc điểm, tình hình", .paragraphs = about, .n_paragraphs = 1 },
    { .heading = "Thành tích đạt được", .paragraphs = done, .n_paragraphs = G_N_ELEMENTS (done) },
  };
  static const TdEarlierAward titles[] = {
    { "2022", "Tập thể lao động tiên tiến",
      "Quyết định số 118/QĐ-UBND ngày 15 tháng 01 năm 2023 của Chủ tịch UBND thành phố" },
    { "2023", "Tập thể lao động xuất sắc",
      "Quyết định số 245/QĐ-UBND ngày 30 tháng 01 năm 2024 của Chủ tịch UBND tỉnh" },
  };
  static const TdEarlierAward awards[] = {
    { "2023", "Giấy khen",
      "Quyết định số 3020/QĐ-UBND ngày 12 tháng 12 năm 2023 của Chủ tịch UBND thành phố" },
  };
  static const TdSignLine head_lines[] = { { TD_AUTHORITY_TM, "Ủy ban nhân dân" },
                                           { TD_AUTHORITY_OWN, "Chủ tịch" } };
  static const TdSignLine confirm_lines[] = {
    { TD_AUTHORITY_OWN, "Xác nhận của" }, { TD_AUTHORITY_OWN, "thủ trưởng cấp trên trực tiếp" }
  };
  static const char *const to[] = { "Phòng Nội vụ thành phố Móng Cái", NULL };
  static const TdSigner confirm = { confirm_lines, G_N_ELEMENTS (confirm_lines),
                                    "(Ký, đóng dấu, ghi rõ họ tên)", NULL };
  TdAchievement data = { .paper = make_paper (final ? "87" : NULL, "BC-UBND", final),
                         .nominee = nominee,
                         .decider = CHAIR,
                         .parts = parts,
                         .n_parts = G_N_ELEMENTS (parts),
                         .titles = titles,
                         .n_titles = G_N_ELEMENTS (titles),
                         .awards = awards,
                         .n_awards = G_N_ELEMENTS (awards),
                         .confirmed_by = &confirm };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.superior = AGENCY;
  data.paper.agency = nominee->collective ? nominee->name : "Phòng Nội vụ";
  data.paper.recipients = NULL;
  data.paper.addressees = to;
  data.paper.signer = (TdSigner){ head_lines, G_N_ELEMENTS (head_lines), NULL, "Đỗ Hồng Khuê" };
  document = td_achievement_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

TdDocument *
sample_certificates (gboolean a3)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_CERTIFICATE);
  TdNominee *nominees = sample_nominees_new (1, 1);
  TdCertificates data = { .paper = make_paper ("3125", "QĐ-UBND", TRUE),
                          .issuer = CHAIR,
                          .movement = MOVEMENT,
                          .period = PERIOD,
                          .nominees = nominees,
                          .n_nominees = 2,
                          .a3 = a3 };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  nominees[0].summary = NULL;
  nominees[1].summary = NULL;
  data.paper.signer.lines = own_lines;
  data.paper.signer.n_lines = 1;
  document = td_certificates_build (template, &data, &error);
  g_assert_no_error (error);
  sample_nominees_free (nominees, 2);
  return document;
}

static TdDocument *
sample_progress (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_PROGRESS);
  static const TdFact fact = { { "entries", 501 }, "value", "2024-Q3", 9, TD_FACT_SOUND, NULL };
  static const TdSpan first[] = {
    { "Toàn thành phố đã tiếp nhận " },
    { "38.214", TD_RUN_PLAIN, &fact },
    { " hồ sơ thủ tục hành chính; giải quyết đúng hạn và trước hạn đạt " },
    { "99,99%", TD_RUN_PLAIN, &fact },
    { ". Có 02 đơn vị chưa gửi số liệu." },
  };
  static const TdSpan second[] = {
    { "Đề nghị các đơn vị chưa gửi số liệu hoàn thành trước ngày 20 tháng 9 năm 2024; Phòng Nội vụ "
      "tiếp tục "
      "hướng dẫn cách tính các chỉ tiêu có mẫu số bằng 0." },
  };
  static const TdWords results[] = { { first, G_N_ELEMENTS (first) } };
  static const TdWords proposals[] = { { second, G_N_ELEMENTS (second) } };
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Đơn vị", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Tiếp nhận", "Số hồ sơ", TD_ALIGN_DECIMAL, 0, FALSE, 0 },
    { "Đúng hạn", "Số hồ sơ", TD_ALIGN_DECIMAL, 0, FALSE, 0 },
    { "Tỷ lệ (%)", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Điểm", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
  };
  static const TdDataCell rows_cells[][6] = {
    { { TD_DATA_GIVEN, "1" },
      { TD_DATA_GIVEN, "Phường Ka Long" },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (12418), &fact },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (12399) },
      { TD_DATA_GIVEN, NULL, 998500 },
      { TD_DATA_GIVEN, NULL, 95000 } },
    { { TD_DATA_GIVEN, "2" },
      { TD_DATA_GIVEN, "Phường Trần Phú" },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (8120) },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (8120) },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (100) },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (10) } },
    { { TD_DATA_GIVEN, "3" },
      { TD_DATA_GIVEN, "Xã Hải Sơn" },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (0) },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (0) },
      { TD_DATA_NOT_OCCURRED, NULL },
      { TD_DATA_NOT_APPLICABLE, NULL } },
    { { TD_DATA_GIVEN, "4" },
      { TD_DATA_GIVEN, "Xã Vĩnh Thực" },
      { TD_DATA_MISSING, NULL },
      { TD_DATA_MISSING, NULL },
      { TD_DATA_MISSING, NULL },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (0) } },
    { { TD_DATA_GIVEN, "" },
      { TD_DATA_GIVEN, "Toàn thành phố" },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (20538) },
      { TD_DATA_GIVEN, NULL, TD_DECIMAL (20519) },
      { TD_DATA_GIVEN, NULL, 999100 },
      { TD_DATA_GIVEN, NULL, 98300 } },
  };
  static const TdDataRow rows[] = {
    { TD_ROW_BODY, { "units", 1 }, rows_cells[0] }, { TD_ROW_BODY, { "units", 2 }, rows_cells[1] },
    { TD_ROW_BODY, { "units", 8 }, rows_cells[2] }, { TD_ROW_BODY, { "units", 16 }, rows_cells[3] },
    { TD_ROW_TOTAL, { NULL, 0 }, rows_cells[4] },
  };
  static const TdDataTable tables[] = {
    { .caption = "Kết quả giải quyết hồ sơ thủ tục hành chính",
      .unit_note = "Đơn vị tính: hồ sơ",
      .note = "Ghi chú: tỷ lệ toàn thành phố tính gộp (tổng số đúng hạn trên tổng số tiếp nhận).",
      .columns = columns,
      .n_columns = G_N_ELEMENTS (columns),
      .rows = rows,
      .n_rows = G_N_ELEMENTS (rows) },
  };
  static const TdDataFigure figures[] = {
    { "units-by-index", "Chỉ số của các đơn vị quý III năm 2024",
      "Phường Trần Phú cao nhất 100%, Phường Ka Long 99,85%, hai xã không có số liệu.", 700, 300 },
  };
  static const TdReportPart parts[] = {
    { .heading = "Kết quả thực hiện",
      .paragraphs = results,
      .n_paragraphs = 1,
      .tables = tables,
      .n_tables = 1,
      .figures = figures,
      .n_figures = 1 },
    { .heading = "Kiến nghị, đề xuất", .paragraphs = proposals, .n_paragraphs = 1 },
  };
  TdProgress data = { .paper = make_paper (final ? "412" : NULL, "BC-UBND", final),
                      .movement = MOVEMENT,
                      .period = "quý III năm 2024",
                      .scope = "trên địa bàn thành phố Móng Cái",
                      .cut_off = td_date_new (2024, 9, 14),
                      .filters = "chỉ gồm 04 đơn vị thuộc khối xã, phường",
                      .parts = parts,
                      .n_parts = G_N_ELEMENTS (parts) };
  static const char *const to[] = { "Ủy ban nhân dân tỉnh Quảng Ninh", NULL };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.addressees = to;
  document = td_progress_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

static TdDocument *
sample_ranking (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_RANKING);
  TdRankingRow wards[7] = { { 0 } };
  TdRankingRow communes[9] = { { 0 } };
  TdRankingBlock blocks[] = { { "Khối phường", wards, 7 }, { "Khối xã", communes, 9 } };
  TdRanking data = { .paper = make_paper (final ? "96" : NULL, "TB-UBND", final),
                     .movement = MOVEMENT,
                     .period = PERIOD,
                     .cut_off = td_date_new (2024, 12, 14),
                     .tie_rule = "các thứ hạng tiếp theo được tính sau số đơn vị đồng hạng",
                     .digits = 2,
                     .blocks = blocks,
                     .n_blocks = 2 };
  static const char *const to[] = { "Các phòng, ban, đơn vị thuộc thành phố",
                                    "Ủy ban nhân dân các xã, phường", NULL };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  for (guint i = 0; i < 16; i++)
    {
      TdRankingRow *row = i < 7 ? &wards[i] : &communes[i - 7];
      guint place = i < 7 ? i : i - 7;

      row->unit = i + 1;
      row->name = units[i];
      row->rank = place == 2 ? 2 : place + 1;
      row->tied = place == 1 || place == 2;
      row->maximum = i == 9 ? TD_DECIMAL (84) : TD_DECIMAL (100);
      row->index = 983300 - (gint64) (place == 2 ? 1 : place) * 21700;
      row->total = row->index;
      row->points = td_decimal_round (row->index * (row->maximum / TD_DECIMAL_SCALE) / 100, 2);
      row->band = place < 2 ? "Xuất sắc" : place < 5 ? "Tốt" : "Khá";
      row->n_cells = 40;
      row->n_given = 40 - place;
      if (i == 15)
        {
          row->rank = 0;
          row->index = row->points = row->total = TD_DECIMAL_NONE;
          row->band = "";
          row->n_given = 12;
          row->note = "Chưa đủ số liệu";
        }
    }
  data.paper.addressees = to;
  document = td_ranking_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

static TdDocument *
build_reminder (guint n_owed, gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_REMINDER);
  static const char *const first[] = { "Chỉ tiêu 2.1: tỷ lệ hồ sơ trực tuyến toàn trình",
                                       "Chỉ tiêu 6.3: tỷ lệ số hóa kết quả", NULL };
  static const char *const second[] = { "Toàn bộ phiếu báo cáo quý III năm 2024", NULL };
  static const char *const third[] = { "Tài liệu kiểm chứng chỉ tiêu 4.2", NULL };
  const TdOwed owed[] = {
    { 8, "Ủy ban nhân dân xã Hải Sơn", first, td_date_new (2024, 9, 10), 7 },
    { 16, "Ủy ban nhân dân xã Vĩnh Thực", second, td_date_new (2024, 9, 10), 7 },
    { 5, "Ủy ban nhân dân phường Hải Yên", third, td_date_new (2024, 9, 15), 2 },
  };
  TdReminder data = { .paper = make_paper (final ? "1874" : NULL, "UBND-NV", final),
                      .movement = MOVEMENT,
                      .period = "quý III năm 2024",
                      .basis =
                          "Kế hoạch số 45/KH-UBND ngày 14 tháng 3 năm 2024 của Ủy ban nhân dân "
                          "thành phố",
                      .new_deadline = td_date_new (2024, 9, 20),
                      .contact = "Phòng Nội vụ",
                      .owed = owed,
                      .n_owed = n_owed };
  static const char *const many[] = { "Ủy ban nhân dân xã Hải Sơn", "Ủy ban nhân dân xã Vĩnh Thực",
                                      "Ủy ban nhân dân phường Hải Yên", NULL };
  static const char *const one[] = { "Ủy ban nhân dân xã Hải Sơn", NULL };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.date = td_date_new (2024, 9, 17);
  data.paper.addressees = n_owed == 1 ? one : many;
  document = td_reminder_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

TdDocument *
sample_reminder_one (void)
{
  return build_reminder (1, TRUE);
}

static TdDocument *
sample_briefing (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_BRIEFING);
  static const TdFact fact = { { "units", 1 }, "index", "2024-Q3", 12, TD_FACT_SOUND, NULL };
  static const TdSpan first[] = { { "Phường Ka Long lên hạng nhất khối phường, chỉ số " },
                                  { "98,33%", TD_RUN_BOLD, &fact },
                                  { " (trước: 95,10%, hạng 3)." } };
  static const TdSpan second[] = { { "Còn " },
                                   { "02", TD_RUN_PLAIN, &fact },
                                   { " đơn vị chưa gửi số liệu (trước: 06)." } };
  static const TdSpan third[] = { { "Tỷ lệ hồ sơ trực tuyến toàn trình của thành phố đạt " },
                                  { "71,4%", TD_RUN_PLAIN, &fact },
                                  { ", tăng 2,3 điểm phần trăm." } };
  static const TdWords sentences[] = { { first, 3 }, { second, 3 }, { third, 3 } };
  static const TdDataFigure figures[] = {
    { "ranking", "Chỉ số theo đơn vị", "Bảy phường, chỉ số từ 85,31% đến 98,33%.", 600, 300 },
    { "coverage", "Số liệu đã có theo đơn vị", "Mười bốn trên mười sáu đơn vị đã gửi đủ.", 600,
      300 },
    { "trend", "Tỷ lệ hồ sơ trực tuyến theo quý", "Tăng từ 61,2% quý I lên 71,4% quý III.", 600,
      300 },
  };
  TdBriefing data = { .paper = make_paper (NULL, NULL, final),
                      .movement = MOVEMENT,
                      .as_of = td_date_new (2024, 9, 17),
                      .since = td_date_new (2024, 9, 3),
                      .sentences = sentences,
                      .n_sentences = G_N_ELEMENTS (sentences),
                      .figures = figures,
                      .n_figures = G_N_ELEMENTS (figures) };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.superior = AGENCY;
  data.paper.agency = "Phòng Nội vụ";
  data.paper.date = td_date_new (2024, 9, 17);
  document = td_briefing_build (template, &data, &error);
  g_assert_no_error (error);
  return document;
}

static TdDocument *
sample_check_list (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_CHECK_LIST);
  TdNominee *nominees = sample_nominees_new (2, 1);
  static const TdLawCardRow first[] = {
    { "Được bình xét trong phong trào thi đua", "Luật Thi đua, khen thưởng, Điều 74 khoản 3 điểm a",
      TD_VERDICT_PASS, "Hạng 1/7 khối phường, chỉ số 98,33%", TRUE },
    { "Không trong thời gian xem xét kỷ luật", "Nghị định 98/2023/NĐ-CP, Điều 4", TD_VERDICT_PASS,
      "Không có bản ghi kỷ luật đến ngày 02/12/2024", TRUE },
    { "Tỷ lệ phiếu đồng ý từ 90%", "Quy chế của Hội đồng", TD_VERDICT_OVERRIDDEN,
      "11/13 (84,62%); Chủ tịch Hội đồng quyết định ngoại lệ", FALSE },
  };
  static const TdLawCardRow second[] = {
    { "Chưa được khen thưởng cho cùng thành tích", "Luật Thi đua, khen thưởng, Điều 5",
      TD_VERDICT_UNKNOWN, "Cần đối chiếu Quyết định 3020/QĐ-UBND năm 2023", TRUE },
    { "Có báo cáo thành tích", NULL, TD_VERDICT_FAIL,
      "Thiếu báo cáo; bổ sung trước ngày 06/12/2024", TRUE },
  };
  const TdLawCard cards[] = { { &nominees[0], first, G_N_ELEMENTS (first) },
                              { &nominees[2], second, G_N_ELEMENTS (second) } };
  static const TdCompleteness completeness[] = {
    { "Số trong tờ trình bằng số dòng danh sách và số báo cáo thành tích", TRUE, NULL },
    { "Tờ trình nêu cuộc họp và kết quả bỏ phiếu của Hội đồng", TRUE, NULL },
    { "Báo cáo thành tích của từng trường hợp", FALSE, "Đề nghị số 3, trang hồ sơ" },
  };
  static const TdFact stale = { { "entries", 72 }, "value", "2024-Q4", 3, TD_FACT_STALE, "99,99%" };
  static const TdFact typed = {
    { "entries", 73 }, NULL, NULL, 0, TD_FACT_UNSOURCED | TD_FACT_NO_EVIDENCE, NULL
  };
  static const TdMarkedFact marks[] = { { "Báo cáo thành tích số 87/BC-UBND", &stale, "99,85%" },
                                        { "Báo cáo thành tích số 87/BC-UBND", &typed, "71,4%" } };
  TdCheckList data = {
    .paper = make_paper (NULL, NULL, final),
    .round = "đợt xét khen thưởng phong trào thi đua “" MOVEMENT "” năm 2024",
    .law = "Luật Thi đua, khen thưởng năm 2022 và Nghị định 98/2023/NĐ-CP (áp dụng theo "
           "ngày họp Hội đồng 02/12/2024)",
    .cards = cards,
    .n_cards = G_N_ELEMENTS (cards),
    .completeness = completeness,
    .n_completeness = G_N_ELEMENTS (completeness),
    .marks = marks,
    .n_marks = G_N_ELEMENTS (marks)
  };
  g_autoptr (GError) error = NULL;
  TdDocument *document;

  data.paper.superior = AGENCY;
  data.paper.agency = "Phòng Nội vụ";
  document = td_check_list_build (template, &data, &error);
  g_assert_no_error (error);
  sample_nominees_free (nominees, 3);
  return document;
}

static TdDocument *
sample_contents (gboolean final)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_DOSSIER);
  const TdContentsRow rows[] = {
    { "Tờ trình đề nghị tặng Giấy khen", "05/TTr-UBND", td_date_new (2024, 12, 5), NULL, 1 },
    { "Biên bản họp Hội đồng Thi đua - Khen thưởng", "15/BB-HĐTĐKT", td_date_new (2024, 12, 2),
      NULL, 2 },
    { "Ảnh chụp bảng công khai thủ tục hành chính", NULL, TD_DATE_NONE, "Minh chứng", 3 },
  };
  TdContents data = { .paper = make_paper (NULL, NULL, final),
                      .round =
                          "hồ sơ đề nghị khen thưởng phong trào thi đua “" MOVEMENT "” năm 2024",
                      .rows = rows,
                      .n_rows = G_N_ELEMENTS (rows) };
  g_autoptr (GError) error = NULL;
  TdDocument *document = td_contents_build (template, &data, &error);

  g_assert_no_error (error);
  return document;
}

TdDocument *
sample_paper (TdPaperKind kind, gboolean final)
{
  TdNominee *nominees;
  TdDocument *document;

  switch (kind)
    {
    case TD_PAPER_PROPOSAL:
      return sample_proposal (5, 12, final);
    case TD_PAPER_MINUTES:
      return sample_minutes (final);
    case TD_PAPER_ACHIEVEMENT:
      nominees = sample_nominees_new (1, 0);
      document = sample_achievement (&nominees[0], final);
      sample_nominees_free (nominees, 1);
      return document;
    case TD_PAPER_DECISION:
      return sample_decision (final);
    case TD_PAPER_CERTIFICATE:
      return sample_certificates (FALSE);
    case TD_PAPER_DOSSIER:
      return sample_contents (final);
    case TD_PAPER_PROGRESS:
      return sample_progress (final);
    case TD_PAPER_RANKING:
      return sample_ranking (final);
    case TD_PAPER_REMINDER:
      return build_reminder (3, final);
    case TD_PAPER_BRIEFING:
      return sample_briefing (final);
    case TD_PAPER_CHECK_LIST:
    default:
      return sample_check_list (final);
    }
}

/* --- lists of any length ------------------------------------------------------------------------ */

static void
copy_cell (TdPaperRow *row, const TdPaperCell *from)
{
  TdPaperCell *cell = td_paper_row_add_cell (row, from->col_span, 1);

  for (guint p = 0; p < from->paragraphs->len; p++)
    {
      const TdParagraph *paragraph = g_ptr_array_index (from->paragraphs, p);
      TdParagraph *copy = td_paper_cell_add_paragraph (cell, paragraph->role);

      copy->align = paragraph->align;
      for (guint r = 0; r < paragraph->runs->len; r++)
        {
          const TdRun *run = &g_array_index (paragraph->runs, TdRun, r);

          if ((run->flags & TD_RUN_PAGE) == 0)
            td_paragraph_add (copy, run->text, run->flags);
        }
    }
}

/* A row of the body that can be repeated: a cell in each column, none that reaches into the next row. */
static gboolean
is_plain (const TdPaperRow *row)
{
  if (row->kind != TD_ROW_BODY || row->cells->len != row->table->columns->len)
    return FALSE;
  for (guint c = 0; c < row->cells->len; c++)
    if (((const TdPaperCell *) g_ptr_array_index (row->cells, c))->row_span > 1)
      return FALSE;
  return TRUE;
}

TdPaperTable *
sample_set_rows (TdDocument *document, guint n_rows)
{
  for (guint s = 0; s < document->sections->len; s++)
    {
      TdSection *section = g_ptr_array_index (document->sections, s);

      for (guint b = 0; b < section->blocks->len; b++)
        {
          TdBlock *block = g_ptr_array_index (section->blocks, b);
          const TdPaperRow *model = NULL;
          guint n_heads = 0;

          if (block->kind != TD_BLOCK_TABLE || block->table->use != TD_TABLE_GRID)
            continue;
          for (guint r = 0; r < block->table->rows->len; r++)
            {
              const TdPaperRow *row = g_ptr_array_index (block->table->rows, r);

              n_heads += row->kind == TD_ROW_HEAD;
              if (model == NULL && is_plain (row))
                model = row;
            }
          if (model == NULL)
            continue;
          /* The list is the head and these rows, one below the other. */
          for (guint i = 0; i < n_rows; i++)
            {
              TdPaperRow *row = td_paper_table_add_row (block->table, TD_ROW_BODY);

              for (guint c = 0; c < model->cells->len; c++)
                copy_cell (row, g_ptr_array_index (model->cells, c));
            }
          g_ptr_array_remove_range (block->table->rows, n_heads,
                                    block->table->rows->len - n_heads - n_rows);
          for (guint r = 0; r < block->table->rows->len; r++)
            ((TdPaperRow *) g_ptr_array_index (block->table->rows, r))->index = r;
          return block->table;
        }
    }
  return NULL;
}
