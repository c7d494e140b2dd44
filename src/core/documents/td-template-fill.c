/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates filled with values: the paper's paragraphs. */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-template-private.h"

#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "documents/td-words.h"

typedef struct
{
  TdDocument *document;
  TdSection *section;
  TdPieceFunc func;
  gpointer data;
  TdRunFlags flags;
  guint ordinal;
  gboolean last;
  GPtrArray *paragraphs; /* of the block being filled; a line break in a value begins another */
  const TdTemplateNode *block;
} Filler;

static TdParagraph *
begin_paragraph (Filler *self)
{
  const TdTag *tag = self->block->tag;
  TdParagraph *paragraph = NULL;

  if (tag->role == TD_ROLE_LETTER_SUBJECT)
    /* 5b: in the masthead, under the number. */
    for (guint i = 0; i < self->section->blocks->len && paragraph == NULL; i++)
      {
        const TdBlock *block = g_ptr_array_index (self->section->blocks, i);

        if (block->kind == TD_BLOCK_TABLE && block->table->use == TD_TABLE_MASTHEAD)
          {
            TdPaperRow *row = g_ptr_array_index (block->table->rows, block->table->rows->len - 1);

            paragraph = td_paper_cell_add_paragraph (g_ptr_array_index (row->cells, 0), tag->role);
          }
      }
  if (paragraph == NULL)
    paragraph = td_section_add_paragraph (self->section, tag->role);
  if (tag->label != NULL)
    td_paragraph_set_label (paragraph, tag->label);
  if (self->block->field != NULL)
    td_paragraph_set_field (paragraph, self->block->field);
  g_ptr_array_add (self->paragraphs, paragraph);
  return paragraph;
}

static TdParagraph *
get_paragraph (Filler *self)
{
  if (self->paragraphs->len == 0)
    return begin_paragraph (self);
  return g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1);
}

static void
add_span (Filler *self, const TdSpan *span)
{
  TdSpan part = *span;
  g_auto (GStrv) lines = NULL;

  part.flags |= self->flags;
  if (strchr (span->text, '\n') == NULL)
    {
      td_paragraph_add_span (get_paragraph (self), &part);
      return;
    }
  lines = g_strsplit (span->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      part.text = g_strstrip (lines[i]);
      if (*part.text == '\0')
        continue;
      if (i > 0 && get_paragraph (self)->runs->len > 0)
        begin_paragraph (self);
      td_paragraph_add_span (get_paragraph (self), &part);
    }
}

static void
add_text (Filler *self, const char *text)
{
  TdSpan span = { text, TD_RUN_PLAIN, NULL };

  add_span (self, &span);
}

static char *
filter_text (const char *text, TdFilter filter)
{
  switch (filter)
    {
    case TD_FILTER_UPPER:
      return g_utf8_strup (text, -1);
    case TD_FILTER_CAPITALIZE:
      return td_text_capitalize (text);
    case TD_FILTER_LOWER:
      {
        const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
        g_autofree char *first = g_utf8_strdown (text, rest - text);

        return g_strconcat (first, rest, NULL);
      }
    case TD_FILTER_NONE:
    case TD_FILTER_WORDS:
    case TD_FILTER_FIGURES:
    default:
      return g_strdup (text);
    }
}

static void
fill_place (Filler *self, const TdTemplateNode *node, const TdValues *values)
{
  const TdScopeValue *value = td_values_lookup (values, node->text);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  if (value != NULL && value->type == TD_NAME_TEXT && value->spans->len > 0)
    {
      for (guint i = 0; i < value->spans->len; i++)
        {
          TdSpan span = g_array_index (value->spans, TdSpan, i);
          /* A first letter is that of the whole, not of each span. */
          g_autofree char *written = i > 0 && node->filter != TD_FILTER_UPPER
                                         ? NULL
                                         : filter_text (span.text, node->filter);

          if (written != NULL)
            span.text = written;
          add_span (self, &span);
        }
      return;
    }
  if (value == NULL || (value->type == TD_NAME_TEXT && value->spans->len == 0))
    text = g_strdup ("…");
  else if (value->type == TD_NAME_DATE && node->filter == TD_FILTER_FIGURES)
    text = value->number != TD_DATE_NONE
               ? td_date_format ((TdDate) value->number, TD_STYLE_VIETNAMESE)
               : g_strdup ("…/…/…");
  else if (value->type == TD_NAME_DATE)
    text = td_date_format_decree ((TdDate) value->number);
  else if (value->type == TD_NAME_MONEY)
    text = node->filter == TD_FILTER_WORDS ? td_words_money_spelled (value->number)
                                           : td_words_money (value->number);
  else if (node->filter == TD_FILTER_WORDS)
    text = td_text_number_words (value->number, FALSE);
  else
    text = node->filter == TD_FILTER_FIGURES ? td_words_money (value->number)
                                             : td_words_count (value->number);
  shown = filter_text (text, node->filter);
  add_text (self, shown);
}

static void fill_nodes (Filler *self, const GPtrArray *nodes, const TdValues *values);

static void
fill_each (Filler *self, const TdTemplateNode *node, const TdValues *values)
{
  const TdScopeValue *value = td_values_lookup (values, node->text);
  guint ordinal = self->ordinal;
  gboolean last = self->last;

  if (value == NULL || value->type != TD_NAME_LIST)
    return;
  for (guint i = 0; i < value->items->len; i++)
    {
      self->ordinal = i + 1;
      self->last = i + 1 == value->items->len;
      fill_nodes (self, node->children, g_ptr_array_index (value->items, i));
    }
  self->ordinal = ordinal;
  self->last = last;
}

static void
fill_annex (Filler *self, const TdTemplateNode *node, const TdValues *values)
{
  self->section = td_document_add_section (self->document, node->tag->flags, NULL);
  /* Numbered when all are known: a single annex has no number (III.1.a). */
  td_section_add_paragraph (self->section, TD_ROLE_ANNEX_LABEL);
  fill_nodes (self, node->children, values);
  if (self->paragraphs->len > 0)
    {
      g_autofree char *title = td_paragraph_dup_text (g_ptr_array_index (self->paragraphs, 0));

      self->section->title = g_string_chunk_insert (self->document->texts, title);
    }
}

static void
fill_block (Filler *self, const TdTemplateNode *node, const TdValues *values)
{
  g_ptr_array_set_size (self->paragraphs, 0);
  self->block = node;
  self->flags = TD_RUN_PLAIN;
  switch (node->tag->kind)
    {
    case TD_TAG_SECTION_FLAG:
      self->section->flags |= node->tag->flags;
      break;
    case TD_TAG_PAGE_BREAK:
      td_section_add_page_break (self->section);
      break;
    case TD_TAG_PIECE:
      self->func (self->section, node->name->name, self->ordinal, self->data);
      break;
    case TD_TAG_ANNEX:
      fill_annex (self, node, values);
      break;
    case TD_TAG_BLOCK:
    case TD_TAG_FIELD:
    default:
      fill_nodes (self, node->children, values);
      break;
    }
}

static void
fill_nodes (Filler *self, const GPtrArray *nodes, const TdValues *values)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const TdTemplateNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *ordinal = NULL;

      switch (node->kind)
        {
        case TD_NODE_TEXT:
          add_text (self, node->text);
          break;
        case TD_NODE_BOLD:
          self->flags ^= TD_RUN_BOLD;
          break;
        case TD_NODE_ITALIC:
          self->flags ^= TD_RUN_ITALIC;
          break;
        case TD_NODE_PLACE:
          fill_place (self, node, values);
          break;
        case TD_NODE_ORDINAL:
          ordinal = g_strdup_printf ("%u", self->ordinal);
          add_text (self, ordinal);
          break;
        case TD_NODE_STOP:
          add_text (self, self->last ? "." : ";");
          break;
        case TD_NODE_IF:
          if (td_scope_value_is_given (td_values_lookup (values, node->text)) != node->negated)
            fill_nodes (self, node->children, values);
          else if (node->otherwise != NULL)
            fill_nodes (self, node->otherwise, values);
          break;
        case TD_NODE_EACH:
          fill_each (self, node, values);
          break;
        case TD_NODE_BLOCK:
          fill_block (self, node, values);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* “Phụ lục” when there is one, “Phụ lục I”, “Phụ lục II” when there are more (III.1.a). */
static void
number_annexes (TdDocument *document)
{
  guint count = 0, number = 0;

  for (guint i = 0; i < document->sections->len; i++)
    if (((TdSection *) g_ptr_array_index (document->sections, i))->flags & TD_SECTION_ANNEX)
      count++;
  for (guint i = 0; i < document->sections->len; i++)
    {
      TdSection *section = g_ptr_array_index (document->sections, i);
      TdParagraph *label;

      if ((section->flags & TD_SECTION_ANNEX) == 0)
        continue;
      label = ((TdBlock *) g_ptr_array_index (section->blocks, 0))->paragraph;
      number++;
      if (label->runs->len > 0)
        continue;
      td_paragraph_add (label, "Phụ lục", TD_RUN_PLAIN);
      if (count > 1)
        {
          g_autofree char *roman = td_words_roman (number);
          g_autofree char *text = g_strconcat (" ", roman, NULL);

          td_paragraph_add (label, text, TD_RUN_PLAIN);
        }
    }
}

void
td_template_fill (const TdTemplate *self, TdDocument *document, const TdValues *values,
                  TdPieceFunc func, gpointer data)
{
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();
  Filler filler = { .document = document, .func = func, .data = data, .paragraphs = paragraphs };

  filler.section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  fill_nodes (&filler, self->root->children, values);
  number_annexes (document);
}
