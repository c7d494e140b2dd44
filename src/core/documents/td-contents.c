/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-contents.h"

#include "base/td-date.h"
#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "đợt xét", TD_NAME_TEXT },  { "hồ sơ của", TD_NAME_TEXT }, { "số giấy tờ", TD_NAME_COUNT },
  { "mục lục", TD_NAME_PIECE }, { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_dossier = { TD_PAPER_DOSSIER, names };

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  static const TdColumn columns[] = {
    { 0, TD_ALIGN_CENTER, FALSE }, { 0, TD_ALIGN_LEFT, TRUE },      { 0, TD_ALIGN_LEFT, FALSE },
    { 0, TD_ALIGN_CENTER, FALSE }, { 160, TD_ALIGN_CENTER, FALSE }, { 0, TD_ALIGN_LEFT, FALSE },
  };
  static const char *const titles[] = { "TT",   "Tên giấy tờ", "Số, ký hiệu",
                                        "Ngày", "Trang",       "Ghi chú" };
  const TdContents *self = data;
  gboolean noted = FALSE;
  guint n_columns;
  TdPaperTable *table;
  TdPaperRow *row;

  for (guint i = 0; i < self->n_rows; i++)
    noted |= self->rows[i].note != NULL;
  n_columns = noted ? 6 : 5;
  table = td_section_add_table (section, TD_TABLE_GRID, columns, n_columns);
  td_paper_table_set_summary (table, "Mục lục");
  row = td_paper_table_add_row (table, TD_ROW_HEAD);
  for (guint i = 0; i < n_columns; i++)
    td_paper_row_add_text (row, titles[i]);
  for (guint i = 0; i < self->n_rows; i++)
    {
      const TdContentsRow *from = &self->rows[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *date = td_date_format (from->date, TD_STYLE_VIETNAMESE);

      row = td_paper_table_add_row (table, TD_ROW_BODY);
      td_paper_row_add_text (row, number);
      td_paper_row_add_text (row, from->title);
      td_paper_row_add_text (row, from->number);
      td_paper_row_add_text (row, date);
      td_paragraph_add_page (td_paper_row_add_text (row, NULL), from->anchor);
      if (noted)
        td_paper_row_add_text (row, from->note);
    }
}

TdDocument *
td_contents_build (const TdTemplate *template, const TdContents *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_DOSSIER, NULL);
  td_values_set_text (values, "đợt xét", data->round);
  td_values_set_text (values, "hồ sơ của", data->subject);
  td_values_set_count (values, "số giấy tờ", data->n_rows);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
