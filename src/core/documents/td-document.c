/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-document.h"

#include <string.h>

static const char *const kind_names[TD_N_PAPER_KINDS] = {
  [TD_PAPER_PROPOSAL] = "proposal",       [TD_PAPER_MINUTES] = "minutes",
  [TD_PAPER_ACHIEVEMENT] = "achievement", [TD_PAPER_DECISION] = "decision",
  [TD_PAPER_CERTIFICATE] = "certificate", [TD_PAPER_DOSSIER] = "dossier",
  [TD_PAPER_PROGRESS] = "progress",       [TD_PAPER_RANKING] = "ranking",
  [TD_PAPER_REMINDER] = "reminder",       [TD_PAPER_BRIEFING] = "briefing",
  [TD_PAPER_CHECK_LIST] = "check-list",
};

const char *
td_paper_kind_get_name (TdPaperKind kind)
{
  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  return kind_names[kind];
}

gboolean
td_paper_kind_from_name (const char *name, TdPaperKind *out)
{
  for (guint i = 0; i < TD_N_PAPER_KINDS; i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      {
        *out = (TdPaperKind) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
td_role_is_upper (TdRole role)
{
  static const TdRole upper[] = { TD_ROLE_NATION,  TD_ROLE_SUPERIOR,       TD_ROLE_AGENCY,
                                  TD_ROLE_TYPE,    TD_ROLE_AUTHORITY,      TD_ROLE_RESOLVE,
                                  TD_ROLE_HEADING, TD_ROLE_SIGN_AUTHORITY, TD_ROLE_ANNEX_TITLE };

  for (guint i = 0; i < G_N_ELEMENTS (upper); i++)
    if (role == upper[i])
      return TRUE;
  return FALSE;
}

guint
td_role_get_outline_level (TdRole role)
{
  if (role == TD_ROLE_HEADING || role == TD_ROLE_ARTICLE)
    return 1;
  return role == TD_ROLE_CLAUSE ? 2 : 0;
}

static void
free_paragraph (gpointer data)
{
  TdParagraph *self = data;

  g_array_unref (self->runs);
  g_free (self);
}

static void
free_cell (gpointer data)
{
  TdPaperCell *self = data;

  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

static void
free_row (gpointer data)
{
  TdPaperRow *self = data;

  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
free_block (gpointer data)
{
  TdBlock *self = data;

  switch (self->kind)
    {
    case TD_BLOCK_PARAGRAPH:
      free_paragraph (self->paragraph);
      break;
    case TD_BLOCK_TABLE:
      g_array_unref (self->table->columns);
      g_ptr_array_unref (self->table->rows);
      g_free (self->table);
      break;
    case TD_BLOCK_FIGURE:
      g_free (self->figure);
      break;
    case TD_BLOCK_PAGE_BREAK:
    default:
      break;
    }
  g_free (self);
}

static void
free_section (gpointer data)
{
  TdSection *self = data;

  g_ptr_array_unref (self->blocks);
  g_free (self);
}

TdDocument *
td_document_new (TdPaperKind kind)
{
  TdDocument *self = g_atomic_rc_box_new0 (TdDocument);

  self->kind = kind;
  self->title = "";
  self->author = "";
  self->draft = TRUE;
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->texts = g_string_chunk_new (4096);
  self->facts = g_ptr_array_new_with_free_func (g_free);
  return self;
}

TdDocument *
td_document_ref (TdDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_document (gpointer data)
{
  TdDocument *self = data;

  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->facts);
  g_string_chunk_free (self->texts);
}

void
td_document_unref (TdDocument *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_document);
}

/* Whether @text can be kept as it stands: no marks set apart from their letter, no control characters. */
static gboolean
is_clean (const char *text)
{
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    if (*at < 0x20 || *at == 0x7f || *at == 0xcc || *at == 0xcd)
      return FALSE;
  return TRUE;
}

/* A copy in NFC whose control characters are spaces; what is not UTF-8 is shown as U+FFFD. */
static const char *
keep_text (TdDocument *self, const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;

  if (text == NULL)
    return NULL;
  if (is_clean (text) && g_utf8_validate (text, -1, NULL))
    return g_string_chunk_insert (self->texts, text);
  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  for (char *at = composed; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == 0x7f)
      *at = ' ';
  return g_string_chunk_insert (self->texts, composed);
}

void
td_document_set_title (TdDocument *self, const char *text)
{
  self->title = text != NULL ? keep_text (self, text) : "";
}

void
td_document_set_author (TdDocument *self, const char *text)
{
  self->author = text != NULL ? keep_text (self, text) : "";
}

void
td_document_set_final (TdDocument *self, const char *revision)
{
  self->draft = revision == NULL;
  self->revision = keep_text (self, revision);
}

TdSection *
td_document_add_section (TdDocument *self, TdSectionFlags flags, const char *title)
{
  TdSection *section = g_new0 (TdSection, 1);

  section->document = self;
  section->flags = flags;
  section->title = keep_text (self, title);
  section->blocks = g_ptr_array_new_with_free_func (free_block);
  g_ptr_array_add (self->sections, section);
  return section;
}

static TdBlock *
add_block (TdSection *self, TdBlockKind kind)
{
  TdBlock *block = g_new0 (TdBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static TdParagraph *
new_paragraph (TdDocument *document, TdRole role)
{
  TdParagraph *self = g_new0 (TdParagraph, 1);

  self->document = document;
  self->role = role;
  self->runs = g_array_new (FALSE, FALSE, sizeof (TdRun));
  return self;
}

TdParagraph *
td_section_add_paragraph (TdSection *self, TdRole role)
{
  TdParagraph *paragraph = new_paragraph (self->document, role);

  add_block (self, TD_BLOCK_PARAGRAPH)->paragraph = paragraph;
  return paragraph;
}

TdPaperTable *
td_section_add_table (TdSection *self, TdTableUse use, const TdColumn *columns, guint n_columns)
{
  TdPaperTable *table;

  g_return_val_if_fail (n_columns > 0, NULL);
  table = g_new0 (TdPaperTable, 1);
  table->document = self->document;
  table->use = use;
  table->columns = g_array_sized_new (FALSE, FALSE, sizeof (TdColumn), n_columns);
  g_array_append_vals (table->columns, columns, n_columns);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  add_block (self, TD_BLOCK_TABLE)->table = table;
  return table;
}

TdFigure *
td_section_add_figure (TdSection *self, const char *id, const char *description, guint height,
                       guint min_height)
{
  TdFigure *figure;

  g_return_val_if_fail (id != NULL && description != NULL && height > 0, NULL);
  figure = g_new0 (TdFigure, 1);
  figure->id = keep_text (self->document, id);
  figure->description = keep_text (self->document, description);
  figure->height = height;
  figure->min_height = MIN (min_height, height);
  add_block (self, TD_BLOCK_FIGURE)->figure = figure;
  return figure;
}

void
td_section_add_page_break (TdSection *self)
{
  add_block (self, TD_BLOCK_PAGE_BREAK);
}

static const TdFact *
keep_fact (TdDocument *self, const TdFact *fact)
{
  TdFact *copy = g_new (TdFact, 1);

  *copy = *fact;
  copy->ref.table = keep_text (self, fact->ref.table);
  copy->field = keep_text (self, fact->field);
  copy->period = keep_text (self, fact->period);
  copy->now = keep_text (self, fact->now);
  g_ptr_array_add (self->facts, copy);
  return copy;
}

void
td_paragraph_add_span (TdParagraph *self, const TdSpan *span)
{
  TdRun run = { NULL, span->flags, 0, NULL };

  if (span->text == NULL || *span->text == '\0')
    return;
  if (td_role_is_upper (self->role))
    {
      g_autofree char *valid = g_utf8_make_valid (span->text, -1);
      g_autofree char *upper = g_utf8_strup (valid, -1);

      run.text = keep_text (self->document, upper);
    }
  else
    run.text = keep_text (self->document, span->text);
  if (span->fact != NULL)
    run.fact = keep_fact (self->document, span->fact);
  g_array_append_val (self->runs, run);
}

void
td_paragraph_add (TdParagraph *self, const char *text, TdRunFlags flags)
{
  TdSpan span = { text, flags, NULL };

  td_paragraph_add_span (self, &span);
}

void
td_paragraph_add_page (TdParagraph *self, guint anchor)
{
  TdRun run = { "", TD_RUN_PAGE, anchor, NULL };

  g_array_append_val (self->runs, run);
}

void
td_paragraph_set_label (TdParagraph *self, const char *label)
{
  self->label = keep_text (self->document, label);
}

void
td_paragraph_set_field (TdParagraph *self, const char *field)
{
  self->field = keep_text (self->document, field);
}

/* Table names are few; the chunk keeps one copy of each. */
static TdRef
keep_ref (TdDocument *self, const char *table, TdId id)
{
  TdRef ref = { table != NULL ? g_string_chunk_insert_const (self->texts, table) : NULL, id };

  return ref;
}

void
td_paragraph_set_ref (TdParagraph *self, const char *table, TdId id)
{
  self->ref = keep_ref (self->document, table, id);
}

TdPaperRow *
td_paper_table_add_row (TdPaperTable *self, TdRowKind kind)
{
  TdPaperRow *row;

  g_return_val_if_fail (
      kind != TD_ROW_HEAD || self->rows->len == 0
          || ((TdPaperRow *) g_ptr_array_index (self->rows, self->rows->len - 1))->kind
                 == TD_ROW_HEAD,
      NULL);
  row = g_new0 (TdPaperRow, 1);
  row->table = self;
  row->kind = kind;
  row->index = self->rows->len;
  row->cells = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
td_paper_table_set_summary (TdPaperTable *self, const char *summary)
{
  self->summary = keep_text (self->document, summary);
}

void
td_paper_row_set_ref (TdPaperRow *self, const char *table, TdId id)
{
  self->ref = keep_ref (self->table->document, table, id);
}

/* Whether a cell of the rows above, or of this row so far, lies on the column. */
static gboolean
is_taken (const TdPaperRow *self, guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TdPaperCell *cell = g_ptr_array_index (self->cells, i);

      if (column >= cell->column && column < cell->column + cell->col_span)
        return TRUE;
    }
  for (guint above = self->index; above-- > 0;)
    {
      const TdPaperRow *row = g_ptr_array_index (self->table->rows, above);
      gboolean reaching = FALSE;

      for (guint i = 0; i < row->cells->len; i++)
        {
          const TdPaperCell *cell = g_ptr_array_index (row->cells, i);

          if (above + cell->row_span <= self->index)
            continue;
          reaching = TRUE;
          if (column >= cell->column && column < cell->column + cell->col_span)
            return TRUE;
        }
      /* A row that nothing spans out of and whose cells fill it: nothing from above reaches past. */
      if (!reaching && row->cells->len > 0)
        {
          guint covered = 0;

          for (guint i = 0; i < row->cells->len; i++)
            covered += ((TdPaperCell *) g_ptr_array_index (row->cells, i))->col_span;
          if (covered == self->table->columns->len)
            break;
        }
    }
  return FALSE;
}

guint
td_paper_row_count_free (const TdPaperRow *self)
{
  guint column = 0;

  while (column < self->table->columns->len && is_taken (self, column))
    column++;
  return self->table->columns->len - column;
}

TdPaperCell *
td_paper_row_add_cell (TdPaperRow *self, guint col_span, guint row_span)
{
  TdPaperCell *cell;
  guint column = 0;

  g_return_val_if_fail (col_span > 0 && row_span > 0, NULL);
  while (column < self->table->columns->len && is_taken (self, column))
    column++;
  g_return_val_if_fail (column + col_span <= self->table->columns->len, NULL);
  cell = g_new0 (TdPaperCell, 1);
  cell->row = self;
  cell->column = column;
  cell->col_span = col_span;
  cell->row_span = row_span;
  cell->paragraphs = g_ptr_array_new_with_free_func (free_paragraph);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

TdParagraph *
td_paper_cell_add_paragraph (TdPaperCell *self, TdRole role)
{
  TdParagraph *paragraph = new_paragraph (self->row->table->document, role);

  g_ptr_array_add (self->paragraphs, paragraph);
  return paragraph;
}

TdParagraph *
td_paper_row_add_text (TdPaperRow *self, const char *text)
{
  static const TdRole roles[] = { [TD_ROW_BODY] = TD_ROLE_CELL,
                                  [TD_ROW_HEAD] = TD_ROLE_CELL_HEAD,
                                  [TD_ROW_GROUP] = TD_ROLE_CELL_GROUP,
                                  [TD_ROW_TOTAL] = TD_ROLE_CELL_GROUP };
  TdPaperCell *cell = td_paper_row_add_cell (self, 1, 1);
  g_auto (GStrv) lines = NULL;
  TdParagraph *first = NULL;

  g_return_val_if_fail (cell != NULL, NULL);
  if (text == NULL || strchr (text, '\n') == NULL)
    {
      first = td_paper_cell_add_paragraph (cell, roles[self->kind]);
      td_paragraph_add (first, text, TD_RUN_PLAIN);
      return first;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      TdParagraph *paragraph = td_paper_cell_add_paragraph (cell, roles[self->kind]);

      td_paragraph_add (paragraph, lines[i], TD_RUN_PLAIN);
      if (first == NULL)
        first = paragraph;
    }
  return first;
}

char *
td_paragraph_dup_text (const TdParagraph *self)
{
  GString *text = g_string_new (self->label);

  if (self->label != NULL)
    g_string_append_c (text, ' ');
  for (guint i = 0; i < self->runs->len; i++)
    g_string_append (text, g_array_index (self->runs, TdRun, i).text);
  return g_string_free (text, FALSE);
}

void
td_document_foreach (const TdDocument *self, TdParagraphFunc func, gpointer data)
{
  for (guint s = 0; s < self->sections->len; s++)
    {
      const TdSection *section = g_ptr_array_index (self->sections, s);

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const TdBlock *block = g_ptr_array_index (section->blocks, b);

          if (block->kind == TD_BLOCK_PARAGRAPH)
            {
              if (!func (block->paragraph, NULL, section, data))
                return;
            }
          else if (block->kind == TD_BLOCK_TABLE)
            for (guint r = 0; r < block->table->rows->len; r++)
              {
                const TdPaperRow *row = g_ptr_array_index (block->table->rows, r);

                for (guint c = 0; c < row->cells->len; c++)
                  {
                    const TdPaperCell *cell = g_ptr_array_index (row->cells, c);

                    for (guint p = 0; p < cell->paragraphs->len; p++)
                      if (!func (g_ptr_array_index (cell->paragraphs, p), cell, section, data))
                        return;
                  }
              }
        }
    }
}

static gboolean
append_line (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
             gpointer data)
{
  GString *text = data;
  g_autofree char *line = td_paragraph_dup_text (paragraph);

  if (*line != '\0')
    g_string_append_printf (text, "%s\n", line);
  return TRUE;
}

char *
td_document_dup_text (const TdDocument *self)
{
  GString *text = g_string_new (NULL);

  td_document_foreach (self, append_line, text);
  return g_string_free (text, FALSE);
}

static gboolean
append_marked (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
               gpointer data)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);

      if (run->fact != NULL && run->fact->marks != TD_FACT_SOUND)
        g_ptr_array_add (data, (gpointer) run);
    }
  return TRUE;
}

GPtrArray *
td_document_list_marked (const TdDocument *self)
{
  GPtrArray *found = g_ptr_array_new ();

  td_document_foreach (self, append_marked, found);
  return found;
}

char *
td_document_dup_revision (const TdDocument *self)
{
  g_autofree char *text = td_document_dup_text (self);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *upper = g_ascii_strup (sum, 8);

  return g_strdup_printf ("%.4s-%.4s", upper, upper + 4);
}
