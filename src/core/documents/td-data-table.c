/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-data-table.h"

#include "documents/td-words.h"

static const char *
get_state_words (TdDataState state)
{
  switch (state)
    {
    case TD_DATA_MISSING:
      return "không có số liệu";
    case TD_DATA_NOT_APPLICABLE:
      return "không áp dụng";
    case TD_DATA_NOT_OCCURRED:
      return "không phát sinh";
    case TD_DATA_GIVEN:
    default:
      return "";
    }
}

static void
add_cell (TdPaperRow *row, const TdDataCell *data, const TdDataColumn *column)
{
  TdSpan span = { data->text, data->flags, data->fact };
  TdParagraph *paragraph;
  g_autofree char *figures = NULL;

  if (data->state != TD_DATA_GIVEN)
    {
      span.text = get_state_words (data->state);
      span.flags |= TD_RUN_ITALIC;
    }
  else if (data->text == NULL && data->number != TD_DECIMAL_NONE)
    span.text = figures =
        column->digits >= 0
            ? td_decimal_format_fixed (data->number, (guint) column->digits, TD_STYLE_VIETNAMESE)
            : td_decimal_format (data->number, TD_STYLE_VIETNAMESE);
  if (data->flags == TD_RUN_PLAIN && data->fact == NULL && data->state == TD_DATA_GIVEN)
    {
      /* Plain words may have several lines. */
      td_paper_row_add_text (row, span.text);
      return;
    }
  paragraph = td_paper_row_add_text (row, NULL);
  td_paragraph_add_span (paragraph, &span);
}

/* One row of titles, or two when some columns have a heading in common. */
static void
add_head (TdPaperTable *table, const TdDataTable *data)
{
  gboolean grouped = FALSE;
  TdPaperRow *upper, *lower;

  for (guint i = 0; i < data->n_columns; i++)
    grouped |= data->columns[i].group != NULL;
  upper = td_paper_table_add_row (table, TD_ROW_HEAD);
  lower = grouped ? td_paper_table_add_row (table, TD_ROW_HEAD) : upper;
  for (guint i = 0; i < data->n_columns;)
    {
      const TdDataColumn *column = &data->columns[i];
      guint span = 1;
      TdPaperCell *cell;

      if (column->group != NULL)
        while (i + span < data->n_columns
               && g_strcmp0 (data->columns[i + span].group, column->group) == 0)
          span++;
      cell = td_paper_row_add_cell (upper, span, grouped && column->group == NULL ? 2 : 1);
      td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL_HEAD),
                        column->group != NULL ? column->group : column->title, TD_RUN_PLAIN);
      i += span;
    }
  for (guint i = 0; grouped && i < data->n_columns; i++)
    if (data->columns[i].group != NULL)
      td_paragraph_add (
          td_paper_cell_add_paragraph (td_paper_row_add_cell (lower, 1, 1), TD_ROLE_CELL_HEAD),
          data->columns[i].title, TD_RUN_PLAIN);
}

void
td_data_table_add (TdSection *section, const TdDataTable *data, guint number)
{
  g_autofree TdColumn *columns = g_new0 (TdColumn, data->n_columns);
  TdPaperTable *table;

  if (data->caption != NULL)
    {
      TdParagraph *caption = td_section_add_paragraph (section, TD_ROLE_CAPTION);

      if (number > 0)
        {
          g_autofree char *head = g_strdup_printf ("Bảng %u. ", number);

          td_paragraph_add (caption, head, TD_RUN_PLAIN);
        }
      td_paragraph_add (caption, data->caption, TD_RUN_PLAIN);
    }
  if (data->unit_note != NULL)
    td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_UNIT_NOTE), data->unit_note,
                      TD_RUN_PLAIN);
  for (guint i = 0; i < data->n_columns; i++)
    {
      columns[i].width = data->columns[i].width;
      columns[i].align = data->columns[i].align;
      columns[i].stretch = data->columns[i].stretch;
    }
  table = td_section_add_table (section, TD_TABLE_GRID, columns, data->n_columns);
  if (data->caption != NULL)
    td_paper_table_set_summary (table, data->caption);
  add_head (table, data);
  for (guint i = 0; i < data->n_rows; i++)
    {
      const TdDataRow *from = &data->rows[i];
      TdPaperRow *row = td_paper_table_add_row (table, from->kind);

      if (from->ref.table != NULL)
        td_paper_row_set_ref (row, from->ref.table, from->ref.id);
      if (from->kind == TD_ROW_GROUP)
        {
          TdSpan span = { from->cells[0].text, from->cells[0].flags, from->cells[0].fact };
          TdPaperCell *cell = td_paper_row_add_cell (row, data->n_columns, 1);

          td_paragraph_add_span (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL_GROUP), &span);
          continue;
        }
      for (guint c = 0; c < data->n_columns; c++)
        add_cell (row, &from->cells[c], &data->columns[c]);
    }
  if (data->note != NULL)
    td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_NOTE), data->note, TD_RUN_PLAIN);
}

void
td_data_figure_add (TdSection *section, const TdDataFigure *data, guint number)
{
  td_section_add_figure (section, data->id, data->description, data->height, data->min_height);
  if (data->caption != NULL)
    {
      TdParagraph *caption = td_section_add_paragraph (section, TD_ROLE_CAPTION);

      if (number > 0)
        {
          g_autofree char *head = g_strdup_printf ("Biểu đồ %u. ", number);

          td_paragraph_add (caption, head, TD_RUN_PLAIN);
        }
      td_paragraph_add (caption, data->caption, TD_RUN_PLAIN);
    }
}

void
td_report_set_parts (TdValues *values, const TdReportPart *parts, guint n_parts)
{
  for (guint i = 0; i < n_parts; i++)
    {
      TdValues *part = td_values_add_item (values, "phần");

      td_values_take_text (part, "phần.số", td_words_roman (i + 1));
      td_values_set_text (part, "phần.tiêu đề", parts[i].heading);
      for (guint p = 0; p < parts[i].n_paragraphs; p++)
        td_values_set_spans (td_values_add_item (part, "phần.đoạn"), "phần.đoạn.nội dung",
                             parts[i].paragraphs[p].spans, parts[i].paragraphs[p].n_spans);
    }
}

void
td_report_add_exhibits (TdSection *section, const TdReportPart *part, TdReportCounter *counter)
{
  for (guint i = 0; i < part->n_tables; i++)
    td_data_table_add (section, &part->tables[i],
                       part->tables[i].caption != NULL ? ++counter->n_tables : 0);
  for (guint i = 0; i < part->n_figures; i++)
    td_data_figure_add (section, &part->figures[i],
                        part->figures[i].caption != NULL ? ++counter->n_figures : 0);
}
