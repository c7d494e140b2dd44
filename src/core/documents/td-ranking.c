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
  { "có điểm cộng, trừ", TD_NAME_FLAG },
  { "khối", TD_NAME_LIST },
  { "khối.tên", TD_NAME_TEXT },
  { "khối.đơn vị đứng đầu", TD_NAME_TEXT },
  { "bảng xếp hạng", TD_NAME_PIECE },
  { NULL, TD_NAME_TEXT },
};

const TdVocabulary td_vocabulary_ranking = { TD_PAPER_RANKING, names };

/* The columns; a table without bonuses, penalties or notes leaves theirs out. */
enum
{
  COLUMN_RANK,
  COLUMN_UNIT,
  COLUMN_POINTS,
  COLUMN_MAXIMUM,
  COLUMN_INDEX,
  COLUMN_BONUS,
  COLUMN_PENALTY,
  COLUMN_TOTAL,
  COLUMN_BAND,
  COLUMN_COVERAGE,
  COLUMN_NOTE,
  N_COLUMNS,
};

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
  cells[COLUMN_RANK] = text_cell (g_string_chunk_insert (texts, rank));
  cells[COLUMN_UNIT] = text_cell (from->name);
  cells[COLUMN_POINTS] = number_cell (from->points);
  cells[COLUMN_MAXIMUM] = number_cell (from->maximum);
  cells[COLUMN_INDEX] = number_cell (from->index);
  cells[COLUMN_BONUS] = number_cell (from->bonus);
  cells[COLUMN_PENALTY] = number_cell (from->penalty);
  cells[COLUMN_TOTAL] = number_cell (from->total);
  cells[COLUMN_TOTAL].flags = TD_RUN_BOLD;
  cells[COLUMN_BAND] = text_cell (from->band);
  cells[COLUMN_COVERAGE] = text_cell (g_string_chunk_insert (texts, coverage));
  cells[COLUMN_NOTE] = text_cell (from->note);
}

/* Whether totals are anything else than the indexes. */
static gboolean
has_adjustments (const TdRanking *self)
{
  for (guint b = 0; b < self->n_blocks; b++)
    for (guint i = 0; i < self->blocks[b].n_rows; i++)
      {
        const TdRankingRow *row = &self->blocks[b].rows[i];

        if (row->total != TD_DECIMAL_NONE
            && (row->bonus != 0 || row->penalty != 0 || row->total != row->index))
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_notes (const TdRanking *self)
{
  for (guint b = 0; b < self->n_blocks; b++)
    for (guint i = 0; i < self->blocks[b].n_rows; i++)
      if (self->blocks[b].rows[i].note != NULL)
        return TRUE;
  return FALSE;
}

static void
drop_column (TdDataColumn *columns, guint *used, guint *n, guint column)
{
  guint at = 0;

  while (used[at] != column)
    at++;
  for (guint i = at; i + 1 < *n; i++)
    {
      columns[i] = columns[i + 1];
      used[i] = used[i + 1];
    }
  (*n)--;
}

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const TdRanking *self = data;
  int digits = (int) self->digits;
  TdDataColumn columns[N_COLUMNS] = {
    { "Hạng", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Đơn vị", NULL, TD_ALIGN_LEFT, 0, TRUE, -1 },
    { "Điểm đạt", NULL, TD_ALIGN_DECIMAL, 0, FALSE, digits },
    { "Điểm tối đa", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Chỉ số (%)", NULL, TD_ALIGN_DECIMAL, 0, FALSE, digits },
    { "Điểm cộng", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Điểm trừ", NULL, TD_ALIGN_DECIMAL, 0, FALSE, -1 },
    { "Tổng điểm", NULL, TD_ALIGN_DECIMAL, 0, FALSE, digits },
    { "Xếp loại", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Số liệu đã có", NULL, TD_ALIGN_CENTER, 0, FALSE, -1 },
    { "Ghi chú", NULL, TD_ALIGN_LEFT, 0, FALSE, -1 },
  };
  guint used[N_COLUMNS];
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (TdDataRow));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  GStringChunk *texts = g_string_chunk_new (1024);
  guint n_used = N_COLUMNS;
  TdDataTable table = { .columns = columns };

  for (guint i = 0; i < N_COLUMNS; i++)
    used[i] = i;
  if (!has_notes (self))
    drop_column (columns, used, &n_used, COLUMN_NOTE);
  if (!has_adjustments (self))
    {
      drop_column (columns, used, &n_used, COLUMN_TOTAL);
      drop_column (columns, used, &n_used, COLUMN_PENALTY);
      drop_column (columns, used, &n_used, COLUMN_BONUS);
    }
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
          TdDataCell all[N_COLUMNS];
          TdDataCell *filled = g_new0 (TdDataCell, n_used);
          TdDataRow row;

          set_row (&row, all, &block->rows[i], texts);
          for (guint c = 0; c < n_used; c++)
            filled[c] = all[used[c]];
          row.cells = filled;
          g_ptr_array_add (cells, filled);
          g_array_append_val (rows, row);
        }
    }
  table.n_columns = n_used;
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
  td_values_set_flag (values, "có điểm cộng, trừ", has_adjustments (data));
  return td_paper_compose (template, &data->paper, values, add_piece, (gpointer) data, error);
}
