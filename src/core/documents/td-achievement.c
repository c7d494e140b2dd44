/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-achievement.h"

#include "documents/td-vocabularies.h"
#include "documents/td-words.h"

static const TdName names[] = {
  { "mẫu", TD_NAME_TEXT },
  { "là tập thể", TD_NAME_FLAG },
  { "tên", TD_NAME_TEXT },
  { "chức vụ, đơn vị", TD_NAME_TEXT },
  { "ngày, năm sinh", TD_NAME_TEXT },
  { "hình thức đề nghị", TD_NAME_TEXT },
  { "người quyết định", TD_NAME_TEXT },
  { "đã được khen thưởng", TD_NAME_FLAG },
  { "số mục khen thưởng", TD_NAME_TEXT },
  { "có danh hiệu", TD_NAME_FLAG },
  { "bảng danh hiệu", TD_NAME_PIECE },
  { "có khen thưởng", TD_NAME_FLAG },
  { "bảng khen thưởng", TD_NAME_PIECE },
  { "chữ ký báo cáo", TD_NAME_PIECE },
  TD_REPORT_NAMES,
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_achievement = { TD_PAPER_ACHIEVEMENT, names };

typedef struct
{
  const TdAchievement *data;
  TdReportCounter counter;
} Builder;

static TdDataCell
text_cell (const char *text)
{
  TdDataCell cell = { TD_DATA_GIVEN, text != NULL ? text : "", TD_DECIMAL_NONE, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

static void
add_earlier (TdSection *section, const TdEarlierAward *awards, guint n_awards, const char *title)
{
  TdDataColumn columns[] = {
    { "Năm", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { title, NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định", NULL, TD_ALIGN_LEFT, 0,
      TRUE, -1 },
  };
  g_autofree TdDataCell *cells = g_new0 (TdDataCell, n_awards * G_N_ELEMENTS (columns));
  g_autofree TdDataRow *rows = g_new0 (TdDataRow, n_awards);
  TdDataTable table = {
    .columns = columns, .n_columns = G_N_ELEMENTS (columns), .rows = rows, .n_rows = n_awards
  };

  for (guint i = 0; i < n_awards; i++)
    {
      TdDataCell *row = &cells[i * G_N_ELEMENTS (columns)];

      row[0] = text_cell (awards[i].year);
      row[1] = text_cell (awards[i].award);
      row[2] = text_cell (awards[i].decision);
      rows[i].cells = row;
    }
  td_data_table_add (section, &table, 0);
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  Builder *self = data;
  const TdAchievement *from = self->data;

  if (g_str_equal (name, "bảng danh hiệu"))
    add_earlier (section, from->titles, from->n_titles, "Danh hiệu thi đua");
  else if (g_str_equal (name, "bảng khen thưởng"))
    add_earlier (section, from->awards, from->n_awards, "Hình thức khen thưởng");
  else if (g_str_equal (name, "chữ ký báo cáo"))
    td_paper_add_signatures (section, &from->paper, from->confirmed_by);
  else if (ordinal > 0 && ordinal <= from->n_parts)
    td_report_add_exhibits (section, &from->parts[ordinal - 1], &self->counter);
}

TdDocument *
td_achievement_build (const TdTemplate *template, const TdAchievement *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);
  Builder builder = { data, { 0, 0 } };

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_ACHIEVEMENT, NULL);
  td_values_set_text (values, "mẫu", data->form);
  td_values_set_flag (values, "là tập thể", data->nominee->collective);
  td_values_take_text (values, "tên", td_nominee_dup_name (data->nominee));
  td_values_take_text (values, "chức vụ, đơn vị", td_nominee_dup_place (data->nominee));
  td_values_set_text (values, "ngày, năm sinh", data->nominee->birth);
  td_values_set_text (values, "hình thức đề nghị", data->nominee->award);
  td_values_set_text (values, "người quyết định", data->decider);
  td_values_set_flag (values, "đã được khen thưởng", data->n_titles + data->n_awards > 0);
  td_values_take_text (values, "số mục khen thưởng", td_words_roman (data->n_parts + 1));
  td_values_set_flag (values, "có danh hiệu", data->n_titles > 0);
  td_values_set_flag (values, "có khen thưởng", data->n_awards > 0);
  td_report_set_parts (values, data->parts, data->n_parts);
  return td_paper_compose (template, &data->paper, values, add_piece, &builder, error);
}
