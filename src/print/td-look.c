/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-look.h"

#define BODY_LINE  1.15
#define BODY_AFTER 6.0
#define INDENT     12.7

/*
 * Sizes chosen are those of the decree's own example (Mục V, last column), line spacing and indents
 * lie within II.6.e. Roles the decree does not know follow the practice of offices; their clause is "-".
 */
static const TdLooks decree = {
  .family = TD_FONT_FAMILY,
  .top = { 20, 25, 20 },
  .bottom = { 20, 25, 20 },
  .left = { 30, 35, 30 },
  .right = { 15, 20, 15 },
  .page_number_top = 14,
  .page_number_size = { 13, 14, 14 },
  .first_page_number = FALSE,
  .line = { 1, 1.5, BODY_LINE },
  .least_after = 6,
  .indents = { 10, 12.7 },
  .rule_width = 0.75,
  .grid_width = 0.5,
  .ink = 0,
  .part_rule = 0.42,
  .part_rule_min = 1.0 / 3,
  .part_rule_max = 1.0 / 2,
  .cell_padding_x = 1.5,
  .cell_padding_y = 0.9,
  .least_cell_size = 9,
  .sign_space = 24,
  .watermark_size = 96,
  .watermark_grey = 0.88,
  .small_size = 9,
  .roles = {
    [TD_ROLE_BODY] = { "Nội dung", "II.6.e", { 13, 14, 14 }, FALSE, FALSE, TRUE, TD_ALIGN_JUSTIFY,
                       INDENT, 0, 0, BODY_AFTER, BODY_LINE },
    [TD_ROLE_NATION] = { "Quốc hiệu", "II.1.a", { 12, 13, 12 }, TRUE, FALSE, FALSE,
                         TD_ALIGN_CENTER, 0, 0, 0, 0, 1 },
    [TD_ROLE_MOTTO] = { "Tiêu ngữ", "II.1.b", { 13, 14, 13 }, TRUE, FALSE, FALSE, TD_ALIGN_CENTER,
                        0, 0, 0, 0, 1, TD_RULE_FULL },
    [TD_ROLE_SUPERIOR] = { "Cơ quan chủ quản", "II.2.b", { 12, 13, 12 }, FALSE, FALSE, FALSE,
                           TD_ALIGN_CENTER, 0, 0, 0, 0, 1 },
    [TD_ROLE_AGENCY] = { "Cơ quan ban hành", "II.2.b", { 12, 13, 12 }, TRUE, FALSE, FALSE,
                         TD_ALIGN_CENTER, 0, 0, 0, 0, 1, TD_RULE_PART },
    [TD_ROLE_NUMBER] = { "Số, ký hiệu", "II.3.c", { 13, 13, 13 }, FALSE, FALSE, FALSE,
                         TD_ALIGN_CENTER, 0, 0, 6, 0, 1 },
    [TD_ROLE_PLACE_DATE] = { "Địa danh, thời gian", "II.4.c", { 13, 14, 13 }, FALSE, TRUE, FALSE,
                             TD_ALIGN_CENTER, 0, 0, 6, 0, 1 },
    [TD_ROLE_LETTER_SUBJECT] = { "Trích yếu công văn", "II.5.b", { 12, 13, 12 }, FALSE, FALSE,
                                 FALSE, TD_ALIGN_CENTER, 0, 0, 6, 0, 1 },
    [TD_ROLE_TYPE] = { "Tên loại", "II.5.b", { 13, 14, 14 }, TRUE, FALSE, FALSE, TD_ALIGN_CENTER, 0,
                       0, 18, 0, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_SUBJECT] = { "Trích yếu", "II.5.b", { 13, 14, 14 }, TRUE, FALSE, FALSE,
                          TD_ALIGN_CENTER, 0, 0, 0, 12, 1, TD_RULE_PART, TRUE },
    [TD_ROLE_ADDRESS] = { "Kính gửi", "II.9.d", { 13, 14, 14 }, FALSE, FALSE, FALSE,
                          TD_ALIGN_CENTER, 0, 0, 12, 12, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_ADDRESS_HEAD] = { "Kính gửi nhiều nơi", "II.9.d", { 13, 14, 14 }, FALSE, FALSE, FALSE,
                               TD_ALIGN_LEFT, 0, 20, 12, 2, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_ADDRESSEE] = { "Nơi gửi", "II.9.d", { 13, 14, 14 }, FALSE, FALSE, FALSE,
                            TD_ALIGN_LEFT, 0, 20, 2, 12, 1, TD_RULE_NONE, TRUE, TRUE },
    [TD_ROLE_GROUND] = { "Căn cứ", "II.6.a", { 13, 14, 14 }, FALSE, TRUE, FALSE, TD_ALIGN_JUSTIFY,
                         INDENT, 0, 0, BODY_AFTER, BODY_LINE },
    [TD_ROLE_AUTHORITY] = { "Thẩm quyền ban hành", "Phụ lục III, mẫu 1.2", { 13, 14, 14 }, TRUE,
                            FALSE, FALSE, TD_ALIGN_CENTER, 0, 0, 0, 8, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_RESOLVE] = { "Quyết định", "Phụ lục III, mẫu 1.2", { 13, 14, 14 }, TRUE, FALSE, FALSE,
                          TD_ALIGN_CENTER, 0, 0, 6, 8, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_HEADING] = { "Mục", "II.6.đ", { 13, 14, 14 }, TRUE, FALSE, FALSE, TD_ALIGN_JUSTIFY,
                          INDENT, 0, 6, BODY_AFTER, BODY_LINE, TD_RULE_NONE, TRUE },
    [TD_ROLE_CLAUSE] = { "Khoản", "II.6.đ", { 13, 14, 14 }, TRUE, FALSE, FALSE, TD_ALIGN_JUSTIFY,
                         INDENT, 0, 2, BODY_AFTER, BODY_LINE, TD_RULE_NONE, TRUE },
    [TD_ROLE_SUBCLAUSE] = { "Điểm", "II.6.đ", { 13, 14, 14 }, FALSE, FALSE, TRUE, TD_ALIGN_JUSTIFY,
                            INDENT, 0, 0, BODY_AFTER, BODY_LINE, TD_RULE_NONE, TRUE },
    [TD_ROLE_ARTICLE] = { "Điều", "II.6.đ", { 13, 14, 14 }, FALSE, FALSE, TRUE, TD_ALIGN_JUSTIFY,
                          INDENT, 0, 0, BODY_AFTER, BODY_LINE },
    [TD_ROLE_CENTERED] = { "Canh giữa", "-", { 13, 14, 14 }, FALSE, FALSE, TRUE, TD_ALIGN_CENTER, 0,
                           0, 0, BODY_AFTER, 1 },
    [TD_ROLE_RECIPIENTS_HEAD] = { "Nơi nhận", "II.9.d", { 12, 12, 12 }, TRUE, TRUE, FALSE,
                                  TD_ALIGN_LEFT, 0, 0, 12, 0, 1 },
    [TD_ROLE_RECIPIENT] = { "Danh sách nơi nhận", "II.9.d", { 11, 11, 11 }, FALSE, FALSE, FALSE,
                            TD_ALIGN_LEFT, 0, 0, 0, 0, 1 },
    [TD_ROLE_SIGN_AUTHORITY] = { "Quyền hạn, chức vụ", "II.7.đ", { 13, 14, 14 }, TRUE, FALSE, FALSE,
                                 TD_ALIGN_CENTER, 0, 0, 0, 0, 1 },
    [TD_ROLE_SIGN_NOTE] = { "Chỉ dẫn ký", "-", { 12, 14, 13 }, FALSE, TRUE, FALSE, TD_ALIGN_CENTER,
                            0, 0, 0, 0, 1 },
    [TD_ROLE_SIGN_SPACE] = { "Chỗ ký", "II.7.đ", { 13, 14, 14 }, FALSE, FALSE, FALSE,
                             TD_ALIGN_CENTER, 0, 0, 0, 0, 1 },
    [TD_ROLE_SIGN_NAME] = { "Họ và tên người ký", "II.7.đ", { 13, 14, 14 }, TRUE, FALSE, FALSE,
                            TD_ALIGN_CENTER, 0, 0, 0, 0, 1 },
    [TD_ROLE_ANNEX_LABEL] = { "Phụ lục", "III.1.b", { 14, 14, 14 }, TRUE, FALSE, FALSE,
                              TD_ALIGN_CENTER, 0, 0, 0, 0, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_ANNEX_TITLE] = { "Tên phụ lục", "III.1.b", { 13, 14, 14 }, TRUE, FALSE, FALSE,
                              TD_ALIGN_CENTER, 0, 0, 0, 0, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_ANNEX_REFERENCE] = { "Chỉ dẫn kèm theo", "III.1.c", { 13, 14, 14 }, FALSE, TRUE, FALSE,
                                  TD_ALIGN_CENTER, 0, 0, 0, 12, 1, TD_RULE_PART, TRUE },
    [TD_ROLE_CAPTION] = { "Tên bảng, biểu đồ", "-", { 13, 14, 13 }, TRUE, FALSE, TRUE,
                          TD_ALIGN_CENTER, 0, 0, 4, 4, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_UNIT_NOTE] = { "Đơn vị tính", "-", { 11, 14, 12 }, FALSE, TRUE, FALSE, TD_ALIGN_RIGHT,
                            0, 0, 0, 2, 1, TD_RULE_NONE, TRUE },
    [TD_ROLE_NOTE] = { "Ghi chú", "-", { 11, 14, 12 }, FALSE, TRUE, TRUE, TD_ALIGN_JUSTIFY, 0, 0, 4,
                       6, 1 },
    [TD_ROLE_CELL] = { "Ô bảng", "-", { 9, 14, 12 }, FALSE, FALSE, TRUE, TD_ALIGN_LEFT, 0, 0, 0, 0,
                       1 },
    [TD_ROLE_CELL_HEAD] = { "Đầu bảng", "-", { 9, 14, 12 }, TRUE, FALSE, FALSE, TD_ALIGN_CENTER, 0,
                            0, 0, 0, 1 },
    [TD_ROLE_CELL_GROUP] = { "Nhóm trong bảng", "-", { 9, 14, 12 }, TRUE, FALSE, TRUE,
                             TD_ALIGN_LEFT, 0, 0, 0, 0, 1 },
    [TD_ROLE_FIELD] = { "Ô trên phôi", "-", { 9, 60, 16 }, FALSE, FALSE, TRUE, TD_ALIGN_CENTER, 0, 0,
                        0, 0, 1 },
  },
};

const TdLooks *
td_looks_decree (void)
{
  return &decree;
}

static const TdLooks *
get_tight (void)
{
  static TdLooks tight;
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      tight = decree;
      for (guint i = 0; i < TD_N_ROLES; i++)
        if (i != TD_ROLE_FIELD && i != TD_ROLE_CELL && i != TD_ROLE_CELL_HEAD
            && i != TD_ROLE_CELL_GROUP && i != TD_ROLE_NOTE && i != TD_ROLE_UNIT_NOTE)
          {
            tight.roles[i].size.chosen = tight.roles[i].size.min;
            tight.roles[i].line = 1;
          }
      tight.roles[TD_ROLE_TYPE].before = 12;
      tight.roles[TD_ROLE_SUBJECT].after = 8;
      g_once_init_leave (&made, 1);
    }
  return &tight;
}

const TdLooks *
td_looks_for_document (const TdDocument *document)
{
  for (guint i = 0; i < document->sections->len; i++)
    if (((const TdSection *) g_ptr_array_index (document->sections, i))->flags
        & TD_SECTION_ONE_PAGE)
      return get_tight ();
  return &decree;
}

void
td_looks_get_page_box (const TdLooks *self, TdSectionFlags flags, TdPageBox *out)
{
  /* I.1: A4, 210 mm by 297 mm. A3 is for the stock of large certificates only. */
  double shorter = (flags & TD_SECTION_A3) ? 297 : 210;
  double longer = (flags & TD_SECTION_A3) ? 420 : 297;

  out->width = TD_MM ((flags & TD_SECTION_LANDSCAPE) ? longer : shorter);
  out->height = TD_MM ((flags & TD_SECTION_LANDSCAPE) ? shorter : longer);
  out->left = TD_MM (self->left.chosen);
  out->right = out->width - TD_MM (self->right.chosen);
  out->top = TD_MM (self->top.chosen);
  out->bottom = out->height - TD_MM (self->bottom.chosen);
}
