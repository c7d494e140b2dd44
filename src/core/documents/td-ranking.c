/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-ranking.h"

#include "documents/td-vocabularies.h"

static const TdName names[] = {
  { "phong trào", TD_NAME_TEXT },
  { "kỳ xếp hạng", TD_NAME_TEXT },
  { "ngày chốt số liệu", TD_NAME_DATE },
  { "cách xếp đồng hạng", TD_NAME_TEXT },
  { "lọc theo", TD_NAME_TEXT },
  { "số đơn vị", TD_NAME_COUNT },
  { "số đơn vị được xếp", TD_NAME_COUNT },
  { "số đơn vị chưa xếp", TD_NAME_COUNT },
  { "có đồng hạng", TD_NAME_FLAG },
  { "khối", TD_NAME_LIST },
  { "khối.tên", TD_NAME_TEXT },
  { "khối.đơn vị đứng đầu", TD_NAME_TEXT },
  { "bảng xếp hạng", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_ranking = { TD_PAPER_RANKING, names };

#define N_COLUMNS 8

static TdDataCell
text_cell (const char *text)
{
  TdDataCell cell = { TD_DATA_GIVEN, text != NULL ? text : "", TD_DECIMAL_NONE, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

static TdDataCell
number_cell (TdDecimal value)
{
  TdDataCell cell = { value == TD_DECIMAL_NONE ? TD_DATA_MISSING : TD_DATA_GIVEN, NULL, value, NULL,
                      TD_RUN_PLAIN };

  return cell;
}

static void
set_row (TdDataRow *row, TdDataCell *cells, const TdRankingRow *from, GStringChunk *texts)
{
  g_autofree char *rank = from->rank == 0 ? g_strdup ("-")
                          : from->tied    ? g_strdup_printf ("%u (đồng hạng)", from->rank)
                                          : g_strdup_printf ("%u", from->rank);
  g_autofree char *coverage = g_strdup_printf ("%u/%u", from->n_given, from->n_cells);

  row->kind = TD_ROW_BODY;
  row->ref.table = "units";
  row->ref.id = from->unit;
  row->cells = cells;
  cells[0] = text_cell (g_string_chunk_insert (texts, rank));
  cells[1] = text_cell (from->name);
  cells[2] = number_cell (from->points);
  cells[3] = number_cell (from->maximum);
  cells[4] = number_cell (from->index);
  cells[5] = text_cell (from->band);
  cells[6] = text_cell (g_string_chunk_insert (texts, coverage));
  cells[7] = text_cell (from->note);
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdRanking *self = data;
  TdDataColumn columns[N_COLUMNS] = {
    { "Hạng", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Đơn vị", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Điểm đạt", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Điểm tối đa", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Chỉ số (%)", NULL, TD_ALIGN_DECIMAL, 0, FALSE, (int) self->index_digits },
    { "Xếp loại", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Số liệu đã có", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Ghi chú", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
  };
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (TdDataRow));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  GStringChunk *texts = g_string_chunk_new (1024);
  gboolean noted = FALSE;
  TdDataTable table = { .columns = columns, .n_columns = N_COLUMNS };

  for (guint b = 0; b < self->n_blocks; b++)
    {
      const TdRankingBlock *block = &self->blocks[b];

      if (block->name != NULL)
        {
          TdDataCell *title = g_new0 (TdDataCell, 1);
          TdDataRow row = { TD_ROW_GROUP, { NULL, TD_ID_NONE }, title };

          *title = text_cell (block->name);
          g_ptr_array_add (cells, title);
          g_array_append_val (rows, row);
        }
      for (guint i = 0; i < block->n_rows; i++)
        {
          TdDataCell *filled = g_new0 (TdDataCell, N_COLUMNS);
          TdDataRow row;

          set_row (&row, filled, &block->rows[i], texts);
          noted |= block->rows[i].note != NULL;
          g_ptr_array_add (cells, filled);
          g_array_append_val (rows, row);
        }
    }
  if (!noted)
    table.n_columns--;
  table.rows = (const TdDataRow *) (void *) rows->data;
  table.n_rows = rows->len;
  td_data_table_add (section, &table, 0);
  g_string_chunk_free (texts);
}

/* Those in first place of a block, joined by commas. (transfer full) */
static char *
join_first (const TdRankingBlock *block)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new ();

  for (guint i = 0; i < block->n_rows; i++)
    if (block->rows[i].rank == 1)
      g_ptr_array_add (first, (gpointer) block->rows[i].name);
  g_ptr_array_add (first, NULL);
  return g_strjoinv (", ", (char **) first->pdata);
}

TdDocument *
td_ranking_build (const TdTemplate *template, const TdRanking *data, GError **error)
{
  g_autoptr (TdValues) values = td_values_new (NULL);
  guint n_units = 0, n_ranked = 0;
  gboolean tied = FALSE;

  g_return_val_if_fail (td_template_get_kind (template) == TD_PAPER_RANKING, NULL);
  for (guint b = 0; b < data->n_blocks; b++)
    {
      const TdRankingBlock *block = &data->blocks[b];
      TdValues *item = td_values_add_item (values, "khối");

      for (guint i = 0; i < block->n_rows; i++)
        {
          n_units++;
          n_ranked += block->rows[i].rank > 0 ? 1 : 0;
          tied |= block->rows[i].tied;
        }
      td_values_set_text (item, "khối.tên", block->name);
      td_values_take_text (item, "khối.đơn vị đứng đầu", join_first (block));
    }
  td_values_set_text (values, "phong trào", data->movement);
  td_values_set_text (values, "kỳ xếp hạng", data->period);
  td_values_set_date (values, "ngày chốt số liệu", data->cut_off);
  td_values_set_text (values, "cách xếp đồng hạng", data->tie_rule);
  td_values_set_text (values, "lọc theo", data->filters);
  td_values_set_count (values, "số đơn vị", n_units);
  td_values_set_count (values, "số đơn vị được xếp", n_ranked);
  td_values_set_count (values, "số đơn vị chưa xếp", n_units - n_ranked);
  td_values_set_flag (values, "có đồng hạng", tied);
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
