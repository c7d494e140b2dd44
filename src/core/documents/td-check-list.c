/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-check-list.h"

#include "documents/td-vocabularies.h"
#include "documents/td-words.h"

static const TdName names[] = {
  { "đợt xét", TD_NAME_TEXT },           { "căn cứ pháp luật", TD_NAME_TEXT },
  { "số đề nghị", TD_NAME_COUNT },       { "số đủ điều kiện", TD_NAME_COUNT },
  { "số ngoại lệ", TD_NAME_COUNT },      { "số chưa đủ", TD_NAME_COUNT },
  { "số giấy tờ thiếu", TD_NAME_COUNT }, { "có kiểm tra hồ sơ", TD_NAME_FLAG },
  { "có lưu ý", TD_NAME_FLAG },          { "có chưa kiểm chứng", TD_NAME_FLAG },
  { "bảng điều kiện", TD_NAME_PIECE },   { "bảng hồ sơ", TD_NAME_PIECE },
  { "bảng lưu ý", TD_NAME_PIECE },       { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_check_list = { TD_PAPER_CHECK_LIST, names };

/* Rows of one table under construction; texts and cells live as long as it. */
typedef struct
{
  GArray *rows;
  GPtrArray *cells;
  GStringChunk *texts;
} Rows;

static void
init_rows (Rows *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (TdDataRow));
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_string_chunk_new (1024);
}

static TdDataCell *
add_row (Rows *self, TdRowKind kind, guint n_cells)
{
  TdDataCell *cells = g_new0 (TdDataCell, n_cells);
  TdDataRow row = { kind, { NULL, TD_ID_NONE }, cells };

  for (guint i = 0; i < n_cells; i++)
    {
      cells[i].text = "";
      cells[i].number = TD_DECIMAL_NONE;
    }
  g_ptr_array_add (self->cells, cells);
  g_array_append_val (self->rows, row);
  return cells;
}

static void
finish_rows (Rows *self, TdSection *section, const TdDataColumn *columns, guint n_columns)
{
  TdDataTable table = { .columns = columns,
                        .n_columns = n_columns,
                        .rows = (const TdDataRow *) (void *) self->rows->data,
                        .n_rows = self->rows->len };

  td_data_table_add (section, &table, 0);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_string_chunk_free (self->texts);
}

static const char *
keep (Rows *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->texts, text);

  g_free (text);
  return kept;
}

static void
add_cards (TdSection *section, const TdCheckList *from)
{
  static const TdDataColumn columns[] = {
    { "Điều kiện", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Căn cứ", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Kết quả", NULL, TD_ALIGN_CENTER, 260, FALSE, -1 },
    { "Dựa trên; cần gì để đạt", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
  };
  Rows rows;

  init_rows (&rows);
  for (guint i = 0; i < from->n_cards; i++)
    {
      const TdLawCard *card = &from->cards[i];
      g_autofree char *name = td_nominee_dup_name (card->nominee);
      g_autofree char *place = td_nominee_dup_place (card->nominee);
      TdDataCell *title = add_row (&rows, TD_ROW_GROUP, 1);
      TdDataRow *row = &g_array_index (rows.rows, TdDataRow, rows.rows->len - 1);

      row->ref.table = "nominations";
      row->ref.id = card->nominee->nomination;
      title->text =
          keep (&rows, g_strdup_printf ("%u. %s%s%s - %s", i + 1, name, *place != '\0' ? ", " : "",
                                        place, card->nominee->award));
      for (guint r = 0; r < card->n_rows; r++)
        {
          const TdLawCardRow *line = &card->rows[r];
          TdDataCell *cells = add_row (&rows, TD_ROW_BODY, G_N_ELEMENTS (columns));

          cells[0].text = line->condition;
          cells[1].text =
              line->verified
                  ? line->clause
                  : keep (&rows, g_strdup_printf ("%s\n(chưa đối chiếu văn bản gốc)",
                                                  line->clause != NULL ? line->clause : ""));
          if (cells[1].text == NULL)
            cells[1].text = "";
          cells[2].text = td_verdict_get_words (line->verdict);
          if (line->verdict != TD_VERDICT_PASS)
            cells[2].flags = TD_RUN_BOLD;
          cells[3].text = line->why != NULL ? line->why : "";
        }
    }
  finish_rows (&rows, section, columns, G_N_ELEMENTS (columns));
}

static void
add_completeness (TdSection *section, const TdCheckList *from)
{
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Nội dung kiểm tra", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Kết quả", NULL, TD_ALIGN_CENTER, 200, FALSE, -1 },
    { "Cần xem ở đâu", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
  };
  Rows rows;

  init_rows (&rows);
  for (guint i = 0; i < from->n_completeness; i++)
    {
      const TdCompleteness *line = &from->completeness[i];
      TdDataCell *cells = add_row (&rows, TD_ROW_BODY, G_N_ELEMENTS (columns));

      cells[0].text = NULL;
      cells[0].number = TD_DECIMAL (i + 1);
      cells[1].text = line->what;
      cells[2].text = line->ok ? "Đủ" : "Thiếu";
      if (!line->ok)
        cells[2].flags = TD_RUN_BOLD;
      cells[3].text = line->where != NULL ? line->where : "";
    }
  finish_rows (&rows, section, columns, G_N_ELEMENTS (columns));
}

static const char *
describe_marks (Rows *rows, const TdFact *fact)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (fact->marks & TD_FACT_STALE)
    {
      g_string_append (text, "Số liệu gốc đã thay đổi");
      if (fact->now != NULL)
        g_string_append_printf (text, ", nay là: %s", fact->now);
    }
  if (fact->marks & TD_FACT_UNSOURCED)
    g_string_append_printf (text, "%sGõ tay, không có số liệu gốc", text->len > 0 ? "\n" : "");
  if (fact->marks & TD_FACT_NO_EVIDENCE)
    g_string_append_printf (text, "%sChưa có minh chứng", text->len > 0 ? "\n" : "");
  return g_string_chunk_insert (rows->texts, text->str);
}

static void
add_marks (TdSection *section, const TdCheckList *from)
{
  static const TdDataColumn columns[] = {
    { "TT", NULL, TD_ALIGN_CENTER, 0, FALSE, 0 },
    { "Giấy tờ", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Nội dung trên giấy", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Lưu ý", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
  };
  Rows rows;

  init_rows (&rows);
  for (guint i = 0; i < from->n_marks; i++)
    {
      const TdMarkedFact *line = &from->marks[i];
      TdDataCell *cells = add_row (&rows, TD_ROW_BODY, G_N_ELEMENTS (columns));
      TdDataRow *row = &g_array_index (rows.rows, TdDataRow, rows.rows->len - 1);

      row->ref = line->fact->ref;
      cells[0].text = NULL;
      cells[0].number = TD_DECIMAL (i + 1);
      cells[1].text = line->paper;
      cells[2].text = line->text;
      cells[3].text = describe_marks (&rows, line->fact);
    }
  finish_rows (&rows, section, columns, G_N_ELEMENTS (columns));
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdCheckList *self = data;

  if (g_str_equal (name, "bảng điều kiện"))
    add_cards (section, self);
  else if (g_str_equal (name, "bảng hồ sơ"))
    add_completeness (section, self);
  else
    add_marks (section, self);
}

TdDocument *
td_check_list_build (const TdTemplate *template, const TdCheckList *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);
  guint n_clean = 0, n_overridden = 0, n_missing = 0;
  gboolean unverified = FALSE;

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_CHECK_LIST, NULL);
  for (guint i = 0; i < data->n_cards; i++)
    {
      gboolean open = FALSE, overridden = FALSE;

      for (guint r = 0; r < data->cards[i].n_rows; r++)
        {
          TdVerdict verdict = data->cards[i].rows[r].verdict;

          open |= verdict == TD_VERDICT_FAIL || verdict == TD_VERDICT_UNKNOWN;
          overridden |= verdict == TD_VERDICT_OVERRIDDEN;
          unverified |= !data->cards[i].rows[r].verified;
        }
      n_clean += !open && !overridden ? 1 : 0;
      n_overridden += !open && overridden ? 1 : 0;
    }
  for (guint i = 0; i < data->n_completeness; i++)
    n_missing += data->completeness[i].ok ? 0 : 1;
  td_values_set_text (values, "đợt xét", data->round);
  td_values_set_text (values, "căn cứ pháp luật", data->law);
  td_values_set_count (values, "số đề nghị", data->n_cards);
  td_values_set_count (values, "số đủ điều kiện", n_clean);
  td_values_set_count (values, "số ngoại lệ", n_overridden);
  td_values_set_count (values, "số chưa đủ", data->n_cards - n_clean - n_overridden);
  td_values_set_count (values, "số giấy tờ thiếu", n_missing);
  td_values_set_flag (values, "có kiểm tra hồ sơ", data->n_completeness > 0);
  td_values_set_flag (values, "có lưu ý", data->n_marks > 0);
  td_values_set_flag (values, "có chưa kiểm chứng", unverified);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
