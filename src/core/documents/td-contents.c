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

/* What a column says of a row; the page is no text. */
typedef enum
{
  COLUMN_ORDINAL,
  COLUMN_TITLE,
  COLUMN_NUMBER,
  COLUMN_DATE,
  COLUMN_PAGE,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

static void
add_cell (TdPaperRow *row, Column column, const TdContentsRow *from, guint ordinal)
{
  g_autofree char *number = g_strdup_printf ("%u", ordinal);
  g_autofree char *date = td_date_format (from->date, TD_STYLE_VIETNAMESE);
  const char *const texts[N_COLUMNS] = {
    number, from->title, from->number, date, NULL, from->note
  };

  if (column == COLUMN_PAGE)
    td_paragraph_add_page (td_paper_row_add_text (row, NULL), from->anchor);
  else
    td_paper_row_add_text (row, texts[column]);
}

/* A column that would be empty from top to bottom is left out. */
static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  static const TdColumn looks[N_COLUMNS] = {
    { 0, TD_ALIGN_CENTER, FALSE }, { 0, TD_ALIGN_LEFT, TRUE },      { 0, TD_ALIGN_LEFT, FALSE },
    { 0, TD_ALIGN_CENTER, FALSE }, { 160, TD_ALIGN_CENTER, FALSE }, { 0, TD_ALIGN_LEFT, FALSE },
  };
  static const char *const titles[N_COLUMNS] = { "TT",   "Tên giấy tờ", "Số, ký hiệu",
                                                 "Ngày", "Trang",       "Ghi chú" };
  const TdContents *self = data;
  gboolean shown[N_COLUMNS] = {
    [COLUMN_ORDINAL] = TRUE, [COLUMN_TITLE] = TRUE, [COLUMN_PAGE] = TRUE
  };
  TdColumn columns[N_COLUMNS];
  guint n_columns = 0;
  TdPaperTable *table;
  TdPaperRow *row;

  for (guint i = 0; i < self->n_rows; i++)
    {
      shown[COLUMN_NUMBER] |= self->rows[i].number != NULL;
      shown[COLUMN_DATE] |= self->rows[i].date != TD_DATE_NONE;
      shown[COLUMN_NOTE] |= self->rows[i].note != NULL;
    }
  for (guint c = 0; c < N_COLUMNS; c++)
    if (shown[c])
      columns[n_columns++] = looks[c];
  table = td_section_add_table (section, TD_TABLE_GRID, columns, n_columns);
  td_paper_table_set_summary (table, "Mục lục");
  row = td_paper_table_add_row (table, TD_ROW_HEAD);
  for (guint c = 0; c < N_COLUMNS; c++)
    if (shown[c])
      td_paper_row_add_text (row, titles[c]);
  for (guint i = 0; i < self->n_rows; i++)
    {
      row = td_paper_table_add_row (table, TD_ROW_BODY);
      for (guint c = 0; c < N_COLUMNS; c++)
        if (shown[c])
          add_cell (row, (Column) c, &self->rows[i], i + 1);
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
