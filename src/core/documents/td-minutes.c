/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-minutes.h"

#include "documents/td-vocabularies.h"
#include "documents/td-words.h"

static const TdName names[] = {
  { "tên cuộc họp", TD_NAME_TEXT },
  { "giờ bắt đầu", TD_NAME_TEXT },
  { "ngày họp", TD_NAME_DATE },
  { "giờ kết thúc", TD_NAME_TEXT },
  { "ngày kết thúc", TD_NAME_DATE },
  { "địa điểm", TD_NAME_TEXT },
  { "số thành viên", TD_NAME_COUNT },
  { "số có mặt", TD_NAME_COUNT },
  { "chủ tọa", TD_NAME_TEXT },
  { "thư ký", TD_NAME_TEXT },
  { "người dự", TD_NAME_LIST },
  { "người dự.họ tên", TD_NAME_TEXT },
  { "người dự.chức vụ", TD_NAME_TEXT },
  { "người dự.vai trò", TD_NAME_TEXT },
  { "người vắng", TD_NAME_LIST },
  { "người vắng.họ tên", TD_NAME_TEXT },
  { "người vắng.chức vụ", TD_NAME_TEXT },
  { "người vắng.vai trò", TD_NAME_TEXT },
  { "người vắng.lý do", TD_NAME_TEXT },
  { "nội dung trình", TD_NAME_LIST },
  { "nội dung trình.đoạn", TD_NAME_TEXT },
  { "ý kiến", TD_NAME_LIST },
  { "ý kiến.đoạn", TD_NAME_TEXT },
  { "lượt phiếu", TD_NAME_LIST },
  { "lượt phiếu.tên", TD_NAME_TEXT },
  { "lượt phiếu.cơ sở tính", TD_NAME_TEXT },
  { "lượt phiếu.ngưỡng", TD_NAME_TEXT },
  { "lượt phiếu.nguồn ngưỡng", TD_NAME_TEXT },
  { "lượt phiếu.số đạt", TD_NAME_COUNT },
  { "lượt phiếu.số xét", TD_NAME_COUNT },
  { "lượt phiếu.đã kiểm phiếu", TD_NAME_FLAG },
  { "bảng phiếu", TD_NAME_PIECE },
  { "ngoại lệ", TD_NAME_LIST },
  { "ngoại lệ.tên", TD_NAME_TEXT },
  { "ngoại lệ.điều kiện", TD_NAME_TEXT },
  { "ngoại lệ.người quyết định", TD_NAME_TEXT },
  { "ngoại lệ.lý do", TD_NAME_TEXT },
  { "kết luận", TD_NAME_LIST },
  { "kết luận.đoạn", TD_NAME_TEXT },
  { "đầu biên bản", TD_NAME_PIECE },
  { "chữ ký biên bản", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_minutes = { TD_PAPER_MINUTES, names };

const char *
td_verdict_get_words (TdVerdict verdict)
{
  switch (verdict)
    {
    case TD_VERDICT_PASS:
      return "Đạt";
    case TD_VERDICT_FAIL:
      return "Không đạt";
    case TD_VERDICT_OVERRIDDEN:
      return "Không đạt (có ngoại lệ)";
    case TD_VERDICT_UNKNOWN:
    default:
      return "Chưa rõ";
    }
}

static TdDataCell
count_cell (guint count)
{
  TdDataCell cell = { TD_DATA_GIVEN, NULL, TD_DECIMAL (count), NULL, TD_RUN_PLAIN };

  return cell;
}

static TdDataCell
text_cell (const char *text)
{
  TdDataCell cell = { TD_DATA_GIVEN, text, TD_DECIMAL_NONE, NULL, TD_RUN_PLAIN };

  return cell;
}

/* Figures of a vote; dots for the hand before it is counted, which is not the same as 0. */
static TdDataCell
vote_cell (const TdVote *vote, guint count)
{
  return vote->counted ? count_cell (count) : text_cell ("…");
}

#define N_VOTE_COLUMNS 9

static void
add_votes (TdSection *section, const TdVoteTable *from)
{
  g_autofree char *share_title = g_strdup_printf ("Tỷ lệ đồng ý trên %s", from->base);
  TdDataColumn columns[N_VOTE_COLUMNS] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Tập thể, cá nhân", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "phát ra", "Số phiếu", TD_ALIGN_CENTER, 120, FALSE, 0 },
    { "thu vào", "Số phiếu", TD_ALIGN_CENTER, 120, FALSE, 0 },
    { "hợp lệ", "Số phiếu", TD_ALIGN_CENTER, 120, FALSE, 0 },
    { "đồng ý", "Số phiếu", TD_ALIGN_CENTER, 130, FALSE, 0 },
    { share_title, NULL, TD_ALIGN_CENTER, 260, FALSE, -1 },
    { "Kết quả", NULL, TD_ALIGN_CENTER, 200, FALSE, -1 },
    { "Ghi chú", NULL, TD_ALIGN_LEFT, 240, FALSE, -1 },
  };
  g_autofree TdDataCell *cells = g_new0 (TdDataCell, from->n_votes * N_VOTE_COLUMNS);
  g_autofree TdDataRow *rows = g_new0 (TdDataRow, from->n_votes);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TdDataTable table = {
    .columns = columns, .n_columns = N_VOTE_COLUMNS, .rows = rows, .n_rows = from->n_votes
  };
  gboolean noted = FALSE;

  for (guint i = 0; i < from->n_votes; i++)
    noted |= from->votes[i].note != NULL;
  if (!noted)
    table.n_columns--;
  for (guint i = 0; i < from->n_votes; i++)
    {
      const TdVote *vote = &from->votes[i];
      TdDataCell *row = &cells[i * N_VOTE_COLUMNS];
      g_autofree char *percent = td_words_percent (vote->share);
      char *share = vote->share == TD_DECIMAL_NONE
                        ? g_strdup (vote->counted ? "không có số liệu" : "…")
                        : g_strdup_printf ("%u/%u\n%s", vote->in_favour, vote->base, percent);

      g_ptr_array_add (texts, share);
      row[0] = count_cell (i + 1);
      row[1] = text_cell (vote->name);
      row[2] = vote_cell (vote, vote->issued);
      row[3] = vote_cell (vote, vote->returned);
      row[4] = vote_cell (vote, vote->valid);
      row[5] = vote_cell (vote, vote->in_favour);
      row[6] = text_cell (share);
      row[7] = text_cell (vote->counted ? td_verdict_get_words (vote->verdict) : "…");
      row[8] = text_cell (vote->note != NULL ? vote->note : "");
      rows[i].kind = TD_ROW_BODY;
      rows[i].ref.table = "nominations";
      rows[i].ref.id = vote->nomination;
      rows[i].cells = row;
    }
  td_data_table_add (section, &table, 0);
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdMinutes *self = data;

  if (g_str_equal (name, "đầu biên bản"))
    td_paper_add_masthead (section, &self->paper, FALSE);
  else if (g_str_equal (name, "chữ ký biên bản"))
    td_paper_add_signatures (section, &self->paper, &self->secretary);
  else if (ordinal > 0 && ordinal <= self->n_tables)
    add_votes (section, &self->tables[ordinal - 1]);
}

/* “08 giờ 00 phút”, with dots when it has not been written down. */
static char *
clock_words (int hour, int minute)
{
  if (hour < 0)
    return g_strdup ("… giờ …");
  return g_strdup_printf ("%02d giờ %02d phút", hour, minute);
}

static void
set_attendees (TdValues *values, const TdMinutes *data)
{
  for (guint i = 0; i < data->n_attendees; i++)
    {
      const TdAttendee *from = &data->attendees[i];
      TdValues *item = td_values_add_item (values, from->present ? "người dự" : "người vắng");

      if (from->present)
        {
          td_values_set_text (item, "người dự.họ tên", from->name);
          td_values_set_text (item, "người dự.chức vụ", from->office);
          td_values_set_text (item, "người dự.vai trò", from->role);
          continue;
        }
      td_values_set_text (item, "người vắng.họ tên", from->name);
      td_values_set_text (item, "người vắng.chức vụ", from->office);
      td_values_set_text (item, "người vắng.vai trò", from->role);
      td_values_set_text (item, "người vắng.lý do", from->reason);
    }
}

TdDocument *
td_minutes_build (const TdTemplate *template, const TdMinutes *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_MINUTES, NULL);
  td_values_set_text (values, "tên cuộc họp", data->subject);
  td_values_take_text (values, "giờ bắt đầu", clock_words (data->start_hour, data->start_minute));
  td_values_set_date (values, "ngày họp", data->date);
  td_values_take_text (values, "giờ kết thúc", clock_words (data->end_hour, data->end_minute));
  td_values_set_date (values, "ngày kết thúc", data->end_date);
  td_values_set_text (values, "địa điểm", data->venue);
  td_values_set_count (values, "số thành viên", data->n_members);
  td_values_set_count (values, "số có mặt", data->n_present);
  td_values_set_text (values, "chủ tọa", data->chair);
  td_values_set_text (values, "thư ký", data->secretary_line);
  set_attendees (values, data);
  td_values_set_strings (values, "nội dung trình", "đoạn", data->opening);
  td_values_set_strings (values, "ý kiến", "đoạn", data->opinions);
  td_values_set_strings (values, "kết luận", "đoạn", data->conclusion);
  for (guint i = 0; i < data->n_tables; i++)
    {
      const TdVoteTable *table = &data->tables[i];
      TdValues *item = td_values_add_item (values, "lượt phiếu");
      guint n_passed = 0, n_counted = 0;

      for (guint v = 0; v < table->n_votes; v++)
        {
          n_passed += table->votes[v].verdict == TD_VERDICT_PASS ? 1 : 0;
          n_counted += table->votes[v].counted ? 1 : 0;
        }
      td_values_set_text (item, "lượt phiếu.tên", table->title);
      td_values_set_text (item, "lượt phiếu.cơ sở tính", table->base);
      td_values_set_text (item, "lượt phiếu.ngưỡng", table->threshold);
      td_values_set_text (item, "lượt phiếu.nguồn ngưỡng", table->source);
      td_values_set_count (item, "lượt phiếu.số đạt", n_passed);
      td_values_set_count (item, "lượt phiếu.số xét", table->n_votes);
      td_values_set_flag (item, "lượt phiếu.đã kiểm phiếu", n_counted == table->n_votes);
    }
  for (guint i = 0; i < data->n_overrides; i++)
    {
      const TdOverride *from = &data->overrides[i];
      TdValues *item = td_values_add_item (values, "ngoại lệ");

      td_values_set_text (item, "ngoại lệ.tên", from->name);
      td_values_set_text (item, "ngoại lệ.điều kiện", from->condition);
      td_values_set_text (item, "ngoại lệ.người quyết định", from->by);
      td_values_set_text (item, "ngoại lệ.lý do", from->reason);
    }
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
