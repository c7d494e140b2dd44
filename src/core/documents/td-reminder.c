/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-reminder.h"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "phong trào", TD_NAME_TEXT },
  { "kỳ báo cáo", TD_NAME_TEXT },
  { "văn bản giao", TD_NAME_TEXT },
  { "hạn mới", TD_NAME_DATE },
  { "đầu mối", TD_NAME_TEXT },
  { "số đơn vị", TD_NAME_COUNT },
  { "một đơn vị", TD_NAME_TEXT },
  { "hạn cũ", TD_NAME_DATE },
  { "số ngày quá hạn", TD_NAME_COUNT },
  { "còn thiếu", TD_NAME_LIST },
  { "còn thiếu.nội dung", TD_NAME_TEXT },
  { "bảng đôn đốc", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_reminder = { TD_PAPER_REMINDER, names };

#define N_COLUMNS 5

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdReminder *self = data;
  TdDataColumn columns[N_COLUMNS] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Đơn vị", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Nội dung còn thiếu", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Hạn gửi", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Số ngày quá hạn", NULL, TD_ALIGN_CENTER, 180, FALSE, 0 },
  };
  g_autofree TdDataCell *cells = g_new0 (TdDataCell, self->n_owed * N_COLUMNS);
  g_autofree TdDataRow *rows = g_new0 (TdDataRow, self->n_owed);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  TdDataTable table = {
    .columns = columns, .n_columns = N_COLUMNS, .rows = rows, .n_rows = self->n_owed
  };

  for (guint i = 0; i < self->n_owed; i++)
    {
      const TdOwed *owed = &self->owed[i];
      TdDataCell *row = &cells[i * N_COLUMNS];
      char *missing = g_strjoinv ("\n", (char **) owed->missing);
      char *due = td_date_format (owed->due, TD_STYLE_VIETNAMESE);

      g_ptr_array_add (texts, missing);
      g_ptr_array_add (texts, due);
      for (guint c = 0; c < N_COLUMNS; c++)
        row[c].number = TD_DECIMAL_NONE;
      row[0].number = TD_DECIMAL (i + 1);
      row[1].text = owed->name;
      row[2].text = missing;
      row[3].text = due;
      row[4].number = TD_DECIMAL (owed->days_late);
      rows[i].ref.table = "units";
      rows[i].ref.id = owed->unit;
      rows[i].cells = row;
    }
  td_data_table_add (section, &table, 0);
}

TdDocument *
td_reminder_build (const TdTemplate *template, const TdReminder *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_REMINDER, NULL);
  if (data->n_owed == 0)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("no unit owes anything for this period: there is nothing to write "
                              "a reminder about"));
      return NULL;
    }
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "kỳ báo cáo", data->period);
  td_values_set_text (values, "văn bản giao", data->basis);
  td_values_set_date (values, "hạn mới", data->new_deadline);
  td_values_set_text (values, "đầu mối", data->contact);
  td_values_set_count (values, "số đơn vị", data->n_owed);
  if (data->n_owed == 1)
    {
      td_values_set_text (values, "một đơn vị", data->owed[0].name);
      td_values_set_date (values, "hạn cũ", data->owed[0].due);
      td_values_set_count (values, "số ngày quá hạn", data->owed[0].days_late);
      td_values_set_strings (values, "còn thiếu", "nội dung", data->owed[0].missing);
    }
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
