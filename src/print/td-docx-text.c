/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs and tables of a DOCX. */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-docx-private.h"

#include <math.h>
#include <string.h>

#include "print/td-grid.h"

/* Space above and below tables, points: as on the pages. */
#define TABLE_GAP 6

/* Twentieths of a point, what the format counts lengths in. */
int
td_docx_twips (double points)
{
  return (int) lround (points * 20);
}

void
td_docx_append_escaped (GString *out, const char *text)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, *text);
        break;
      }
}

const char *
td_docx_get_justification (TdAlign align)
{
  switch (align)
    {
    case TD_ALIGN_CENTER:
      return "center";
    case TD_ALIGN_RIGHT:
    case TD_ALIGN_DECIMAL:
      return "right";
    case TD_ALIGN_JUSTIFY:
      return "both";
    case TD_ALIGN_LEFT:
    case TD_ALIGN_ROLE:
    default:
      return "left";
    }
}

/* --- paragraphs ------------------------------------------------------------------------------- */

static void
append_run (GString *out, const char *text, TdRunFlags flags, const TdLook *look, double size)
{
  gboolean upright = (flags & TD_RUN_UPRIGHT) != 0;

  if (*text == '\0')
    return;
  g_string_append (out, "<w:r>");
  if (flags != TD_RUN_PLAIN || size > 0)
    {
      g_string_append (out, "<w:rPr>");
      if (upright && look->bold)
        g_string_append (out, "<w:b w:val=\"0\"/>");
      else if (!upright && (flags & TD_RUN_BOLD))
        g_string_append (out, "<w:b/>");
      if (upright && look->italic)
        g_string_append (out, "<w:i w:val=\"0\"/>");
      else if (!upright && (flags & TD_RUN_ITALIC))
        g_string_append (out, "<w:i/>");
      if (size > 0)
        g_string_append_printf (out, "<w:sz w:val=\"%ld\"/><w:szCs w:val=\"%ld\"/>",
                                lround (size * 2), lround (size * 2));
      g_string_append (out, "</w:rPr>");
    }
  g_string_append (out, "<w:t xml:space=\"preserve\">");
  td_docx_append_escaped (out, text);
  g_string_append (out, "</w:t></w:r>");
}

/* The rule under a paragraph: the upper edge of an empty one after it, as long as on the pages. */
static void
append_rule (TdDocxWriter *self, const TdParagraph *paragraph, const TdDocxSetting *setting)
{
  const TdLook *look = &self->looks->roles[paragraph->role];
  TdParagraphSetting place = { .width = setting->width,
                               .size = setting->size,
                               .align = setting->align };
  guint n_strips;
  const TdStrip *strips = td_shop_set_paragraph (&self->shop, paragraph, &place, &n_strips);
  const TdStrip *last = &strips[n_strips - 1];

  if (last->rule_width <= 0)
    return;
  g_string_append_printf (
      self->body,
      "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/>%s<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" "
      "w:space=\"0\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"40\" w:after=\"%d\" "
      "w:line=\"80\" w:lineRule=\"exact\"/><w:ind w:left=\"%d\" w:right=\"%d\" w:firstLine=\"0\"/>"
      "<w:outlineLvl w:val=\"9\"/><w:rPr><w:sz w:val=\"4\"/></w:rPr></w:pPr></w:p>",
      (guint) paragraph->role, look->keep_next ? "<w:keepNext/>" : "", td_docx_twips (look->after),
      td_docx_twips (last->rule_x),
      td_docx_twips (setting->width - last->rule_x - last->rule_width));
}

/* The dashes of several addressees stand under the colon. */
static double
get_left_indent (TdDocxWriter *self, const TdParagraph *paragraph)
{
  const TdLook *look = &self->looks->roles[paragraph->role];
  double indent = TD_MM (look->left_indent);

  if (paragraph->role == TD_ROLE_ADDRESSEE)
    indent += td_typesetter_measure (self->shop.typesetter, "Kính gửi", look->size.chosen, FALSE,
                                     FALSE, NULL);
  return indent;
}

/* Names in the middle of their column are broken where the pages break them, as offices do by hand. */
static gboolean
is_broken_by_hand (const TdParagraph *paragraph, const TdDocxSetting *setting)
{
  static const TdRole roles[] = { TD_ROLE_SUPERIOR, TD_ROLE_AGENCY,      TD_ROLE_LETTER_SUBJECT,
                                  TD_ROLE_SUBJECT,  TD_ROLE_ANNEX_TITLE, TD_ROLE_ANNEX_REFERENCE };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (paragraph->role == roles[i] && setting->frame == NULL)
      return TRUE;
  return FALSE;
}

static void
append_lines (TdDocxWriter *self, const TdParagraph *paragraph, const TdDocxSetting *setting)
{
  const TdLook *look = &self->looks->roles[paragraph->role];
  TdParagraphSetting place = { .width = setting->width,
                               .size = setting->size,
                               .align = setting->align };
  guint n_strips;
  const TdStrip *strips = td_shop_set_paragraph (&self->shop, paragraph, &place, &n_strips);

  for (guint i = 0; i < n_strips; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint r = 0; r < strips[i].line->n_runs; r++)
        g_string_append_len (line, strips[i].line->runs[r].text, strips[i].line->runs[r].n_bytes);
      if (i > 0)
        g_string_append (self->body, "<w:r><w:br/></w:r>");
      append_run (self->body, g_strchomp (line->str), TD_RUN_PLAIN, look, setting->size);
    }
}

static void
append_runs (TdDocxWriter *self, const TdParagraph *paragraph, const TdDocxSetting *setting)
{
  const TdLook *look = &self->looks->roles[paragraph->role];

  if (paragraph->label != NULL)
    {
      g_autofree char *label = g_strconcat (paragraph->label, " ", NULL);

      append_run (self->body, label, setting->flags, look, setting->size);
    }
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);

      append_run (self->body, run->text, run->flags | setting->flags, look, setting->size);
    }
}

void
td_docx_append_paragraph (TdDocxWriter *self, const TdParagraph *paragraph,
                          const TdDocxSetting *setting)
{
  const TdLook *look = &self->looks->roles[paragraph->role];
  TdAlign align = paragraph->align != TD_ALIGN_ROLE ? paragraph->align : setting->align;
  gboolean ruled = look->rule != TD_RULE_NONE && setting->frame == NULL;
  GString *out = self->body;

  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/>", (guint) paragraph->role);
  if (setting->keep_next)
    g_string_append (out, "<w:keepNext/><w:keepLines/>");
  else if (setting->let_go)
    g_string_append (out, "<w:keepNext w:val=\"0\"/>");
  if (setting->frame != NULL)
    g_string_append (out, setting->frame);
  if (paragraph->role == TD_ROLE_SIGN_SPACE)
    g_string_append_printf (out, "<w:spacing w:line=\"%d\" w:lineRule=\"exact\"/>",
                            td_docx_twips (TD_MM (self->looks->sign_space)));
  else if (ruled)
    g_string_append (out, "<w:spacing w:after=\"0\"/>");
  if (paragraph->role == TD_ROLE_ADDRESSEE)
    g_string_append_printf (out, "<w:ind w:left=\"%d\"/>",
                            td_docx_twips (get_left_indent (self, paragraph)));
  else if (setting->right_indent > 0)
    g_string_append_printf (out, "<w:ind w:right=\"%d\"/>", td_docx_twips (setting->right_indent));
  if (align != TD_ALIGN_ROLE)
    g_string_append_printf (out, "<w:jc w:val=\"%s\"/>", td_docx_get_justification (align));
  if (setting->section != NULL)
    g_string_append (out, setting->section);
  g_string_append (out, "</w:pPr>");
  if (is_broken_by_hand (paragraph, setting))
    append_lines (self, paragraph, setting);
  else
    append_runs (self, paragraph, setting);
  g_string_append (out, "</w:p>");
  if (ruled)
    append_rule (self, paragraph, setting);
}

/* --- tables ----------------------------------------------------------------------------------- */

static gboolean
is_cell_role (TdRole role)
{
  return role == TD_ROLE_CELL || role == TD_ROLE_CELL_HEAD || role == TD_ROLE_CELL_GROUP;
}

/* Room of the text from its decimal comma on, points; 0 when it has none. */
static double
measure_fraction (TdDocxWriter *self, const TdParagraph *paragraph, double size, gboolean *number)
{
  g_autofree char *text = td_paragraph_dup_text (paragraph);
  const char *comma = strchr (text, ',');
  gboolean bold = self->looks->roles[paragraph->role].bold;

  *number = *text != '\0' && strspn (text, "0123456789.,+- %") == strlen (text);
  if (!*number || comma == NULL)
    return 0;
  return td_typesetter_measure (self->shop.typesetter, comma, size, bold, FALSE, NULL);
}

/* The most room any number of a decimal column needs from its comma on. */
static double
measure_fractions (TdDocxWriter *self, const TdPaperTable *table, guint column, double size)
{
  double most = 0;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const TdPaperRow *row = g_ptr_array_index (table->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const TdPaperCell *cell = g_ptr_array_index (row->cells, c);
          gboolean number;

          if (cell->column == column && row->kind != TD_ROW_HEAD && cell->paragraphs->len > 0)
            most = MAX (most, measure_fraction (self, g_ptr_array_index (cell->paragraphs, 0), size,
                                                &number));
        }
    }
  return most;
}

typedef struct
{
  const TdPaperTable *table;
  const double *widths;
  double *fractions; /* of decimal columns, points */
  double size;
  double padding_x, padding_y;
} Table;

static double
get_span_width (const Table *table, guint column, guint span)
{
  double width = 0;

  for (guint c = column; c < column + span; c++)
    width += table->widths[c];
  return width;
}

static void
append_cell_head (TdDocxWriter *self, const Table *table, guint column, guint col_span,
                  const char *merge)
{
  g_string_append_printf (self->body, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>",
                          td_docx_twips (get_span_width (table, column, col_span)));
  if (col_span > 1)
    g_string_append_printf (self->body, "<w:gridSpan w:val=\"%u\"/>", col_span);
  g_string_append (self->body, merge);
  if (table->table->use == TD_TABLE_GRID)
    g_string_append (self->body, "<w:vAlign w:val=\"center\"/>");
  g_string_append (self->body, "</w:tcPr>");
}

static void
append_cell (TdDocxWriter *self, const Table *table, const TdPaperCell *cell)
{
  const TdColumn *column = &g_array_index (table->table->columns, TdColumn, cell->column);

  append_cell_head (self, table, cell->column, cell->col_span,
                    cell->row_span > 1 ? "<w:vMerge w:val=\"restart\"/>" : "");
  for (guint p = 0; p < cell->paragraphs->len; p++)
    {
      const TdParagraph *paragraph = g_ptr_array_index (cell->paragraphs, p);
      TdDocxSetting setting = { .width = get_span_width (table, cell->column, cell->col_span)
                                         - 2 * table->padding_x };

      if (is_cell_role (paragraph->role))
        setting.size = table->size;
      if (paragraph->role == TD_ROLE_CELL
          || (paragraph->role == TD_ROLE_CELL_GROUP && cell->col_span == 1))
        setting.align = column->align;
      if (setting.align == TD_ALIGN_DECIMAL && cell->col_span == 1)
        {
          gboolean number;
          double own = measure_fraction (self, paragraph, table->size, &number);

          setting.right_indent = table->fractions[cell->column] - own;
          if (!number)
            {
              setting.align = TD_ALIGN_CENTER;
              setting.right_indent = 0;
            }
        }
      td_docx_append_paragraph (self, paragraph, &setting);
    }
  /* A cell must have a paragraph. */
  if (cell->paragraphs->len == 0)
    g_string_append_printf (self->body, "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/></w:pPr></w:p>",
                            (guint) TD_ROLE_CELL);
  g_string_append (self->body, "</w:tc>");
}

/* The cell of a row above that reaches down into @column of row @index. */
static const TdPaperCell *
find_covering (const TdPaperTable *table, guint index, guint column)
{
  for (guint r = index; r-- > 0;)
    {
      const TdPaperRow *row = g_ptr_array_index (table->rows, r);

      for (guint c = 0; c < row->cells->len; c++)
        {
          const TdPaperCell *cell = g_ptr_array_index (row->cells, c);

          if (column >= cell->column && column < cell->column + cell->col_span)
            return r + cell->row_span > index ? cell : NULL;
        }
    }
  return NULL;
}

static void
append_row (TdDocxWriter *self, const Table *table, const TdPaperRow *row)
{
  guint next = 0;

  g_string_append (self->body, "<w:tr><w:trPr><w:cantSplit/>");
  if (row->kind == TD_ROW_HEAD)
    g_string_append (self->body, "<w:tblHeader/>");
  g_string_append (self->body, "</w:trPr>");
  for (guint column = 0; column < table->table->columns->len;)
    {
      const TdPaperCell *cell =
          next < row->cells->len ? g_ptr_array_index (row->cells, next) : NULL;
      guint col_span = 1;

      if (cell != NULL && cell->column == column)
        {
          append_cell (self, table, cell);
          column += cell->col_span;
          next++;
          continue;
        }
      cell = find_covering (table->table, row->index, column);
      if (cell != NULL)
        col_span = cell->col_span;
      append_cell_head (self, table, column, col_span, cell != NULL ? "<w:vMerge/>" : "");
      g_string_append_printf (self->body,
                              "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/></w:pPr></w:p></w:tc>",
                              (guint) TD_ROLE_CELL);
      column += col_span;
    }
  g_string_append (self->body, "</w:tr>");
}

/* An empty paragraph of so many points. */
void
td_docx_append_gap (TdDocxWriter *self, double points)
{
  g_string_append_printf (self->body,
                          "<w:p><w:pPr><w:pStyle w:val=\"Td%u\"/><w:spacing w:before=\"0\" "
                          "w:after=\"0\" w:line=\"%d\" w:lineRule=\"exact\"/><w:rPr><w:sz "
                          "w:val=\"4\"/></w:rPr></w:pPr></w:p>",
                          (guint) TD_ROLE_CELL, td_docx_twips (points));
}

void
td_docx_append_table (TdDocxWriter *self, const TdBlock *block, double width)
{
  const TdPaperTable *table = block->table;
  TdGrid *grid = td_grid_new (&self->shop, block, width);
  gboolean ruled = table->use == TD_TABLE_GRID;
  Table out = { .table = table,
                .widths = td_grid_get_widths (grid),
                .size = td_grid_get_size (grid),
                .padding_x = ruled ? TD_MM (self->looks->cell_padding_x) : 0,
                .padding_y = ruled ? TD_MM (self->looks->cell_padding_y) : 0 };

  out.fractions = td_arena_new0 (self->shop.arena, double, table->columns->len);
  for (guint c = 0; c < table->columns->len; c++)
    if (g_array_index (table->columns, TdColumn, c).align == TD_ALIGN_DECIMAL)
      out.fractions[c] = measure_fractions (self, table, c, out.size);
  if (table->use != TD_TABLE_MASTHEAD)
    td_docx_append_gap (self, table->use == TD_TABLE_SIGNATURES ? 2 * TABLE_GAP : TABLE_GAP);
  g_string_append_printf (self->body, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/>",
                          td_docx_twips (get_span_width (&out, 0, table->columns->len)));
  if (ruled)
    {
      static const char *const edges[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

      g_string_append (self->body, "<w:tblBorders>");
      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        g_string_append_printf (
            self->body, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
            edges[i]);
      g_string_append (self->body, "</w:tblBorders>");
    }
  g_string_append_printf (self->body,
                          "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"%d\" "
                          "w:type=\"dxa\"/><w:left w:w=\"%d\" w:type=\"dxa\"/><w:bottom w:w=\"%d\" "
                          "w:type=\"dxa\"/><w:right w:w=\"%d\" w:type=\"dxa\"/></w:tblCellMar>",
                          td_docx_twips (out.padding_y), td_docx_twips (out.padding_x),
                          td_docx_twips (out.padding_y), td_docx_twips (out.padding_x));
  if (table->summary != NULL)
    {
      g_string_append (self->body, "<w:tblCaption w:val=\"");
      td_docx_append_escaped (self->body, table->summary);
      g_string_append (self->body, "\"/>");
    }
  g_string_append (self->body, "</w:tblPr><w:tblGrid>");
  for (guint c = 0; c < table->columns->len; c++)
    g_string_append_printf (self->body, "<w:gridCol w:w=\"%d\"/>", td_docx_twips (out.widths[c]));
  g_string_append (self->body, "</w:tblGrid>");
  for (guint r = 0; r < table->rows->len; r++)
    append_row (self, &out, g_ptr_array_index (table->rows, r));
  g_string_append (self->body, "</w:tbl>");
  td_docx_append_gap (self, ruled ? TABLE_GAP : 1);
}
