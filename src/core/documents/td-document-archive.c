/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-document-archive.h"

#include <glib/gi18n-lib.h>

#include "base/td-error.h"

#define VERSION 1
/* More columns than any paper has: a damaged value must not ask for endless room. */
#define MAX_COLUMNS 64

#define PARAGRAPH_TYPE                                                                             \
  "(uumsmsa(suu))" /* role, alignment, label, field, runs: text, flags, anchor */
#define CELL_TYPE   "(uua" PARAGRAPH_TYPE ")"
#define ROW_TYPE    "(ua" CELL_TYPE ")"
#define TABLE_TYPE  "(ua(uub)a" ROW_TYPE ")"
#define FIGURE_TYPE "(ssuu)"

/* --- out ------------------------------------------------------------------------------------------ */

static GVariant *
pack_paragraph (const TdParagraph *self)
{
  GVariantBuilder runs;

  g_variant_builder_init (&runs, G_VARIANT_TYPE ("a(suu)"));
  for (guint i = 0; i < self->runs->len; i++)
    {
      const TdRun *run = &g_array_index (self->runs, TdRun, i);

      g_variant_builder_add (&runs, "(suu)", run->text, (guint) run->flags, run->anchor);
    }
  return g_variant_new ("(uumsmsa(suu))", (guint) self->role, (guint) self->align, self->label,
                        self->field, &runs);
}

static GVariant *
pack_row (const TdPaperRow *self)
{
  GVariantBuilder cells;

  g_variant_builder_init (&cells, G_VARIANT_TYPE ("a" CELL_TYPE));
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TdPaperCell *cell = g_ptr_array_index (self->cells, i);

      g_variant_builder_open (&cells, G_VARIANT_TYPE (CELL_TYPE));
      g_variant_builder_add (&cells, "u", cell->col_span);
      g_variant_builder_add (&cells, "u", cell->row_span);
      g_variant_builder_open (&cells, G_VARIANT_TYPE ("a" PARAGRAPH_TYPE));
      for (guint p = 0; p < cell->paragraphs->len; p++)
        g_variant_builder_add_value (&cells,
                                     pack_paragraph (g_ptr_array_index (cell->paragraphs, p)));
      g_variant_builder_close (&cells);
      g_variant_builder_close (&cells);
    }
  return g_variant_new ("(ua" CELL_TYPE ")", (guint) self->kind, &cells);
}

static GVariant *
pack_table (const TdPaperTable *self)
{
  GVariantBuilder columns, rows;

  g_variant_builder_init (&columns, G_VARIANT_TYPE ("a(uub)"));
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TdColumn *column = &g_array_index (self->columns, TdColumn, i);

      g_variant_builder_add (&columns, "(uub)", column->width, (guint) column->align,
                             column->stretch);
    }
  g_variant_builder_init (&rows, G_VARIANT_TYPE ("a" ROW_TYPE));
  for (guint i = 0; i < self->rows->len; i++)
    g_variant_builder_add_value (&rows, pack_row (g_ptr_array_index (self->rows, i)));
  return g_variant_new ("(ua(uub)a" ROW_TYPE ")", (guint) self->use, &columns, &rows);
}

static GVariant *
pack_block (const TdBlock *self)
{
  switch (self->kind)
    {
    case TD_BLOCK_PARAGRAPH:
      return pack_paragraph (self->paragraph);
    case TD_BLOCK_TABLE:
      return pack_table (self->table);
    case TD_BLOCK_FIGURE:
      return g_variant_new (FIGURE_TYPE, self->figure->id != NULL ? self->figure->id : "",
                            self->figure->description, self->figure->height,
                            self->figure->min_height);
    case TD_BLOCK_PAGE_BREAK:
    default:
      return g_variant_new_boolean (TRUE);
    }
}

GVariant *
td_document_to_variant (const TdDocument *self)
{
  GVariantBuilder sections;

  g_variant_builder_init (&sections, G_VARIANT_TYPE ("a(umsa(yv))"));
  for (guint s = 0; s < self->sections->len; s++)
    {
      const TdSection *section = g_ptr_array_index (self->sections, s);
      GVariantBuilder blocks;

      g_variant_builder_init (&blocks, G_VARIANT_TYPE ("a(yv)"));
      for (guint b = 0; b < section->blocks->len; b++)
        {
          const TdBlock *block = g_ptr_array_index (section->blocks, b);

          g_variant_builder_add (&blocks, "(yv)", (guchar) block->kind, pack_block (block));
        }
      g_variant_builder_add (&sections, "(umsa(yv))", (guint) section->flags, section->title,
                             &blocks);
    }
  return g_variant_new (TD_DOCUMENT_ARCHIVE_TYPE, (guint) VERSION,
                        td_paper_kind_get_name (self->kind), self->title, self->author, self->date,
                        self->draft, self->revision, &sections);
}

/* --- in ------------------------------------------------------------------------------------------- */

static gboolean
fill_paragraph (TdParagraph *self, GVariant *value)
{
  g_autoptr (GVariant) runs = NULL;
  const char *label, *field, *text;
  GVariantIter iter;
  guint role, align, flags, anchor;

  g_variant_get (value, "(uum&sm&s@a(suu))", &role, &align, &label, &field, &runs);
  if (align > TD_ALIGN_DECIMAL)
    return FALSE;
  self->align = (TdAlign) align;
  if (label != NULL)
    td_paragraph_set_label (self, label);
  if (field != NULL)
    td_paragraph_set_field (self, field);
  g_variant_iter_init (&iter, runs);
  while (g_variant_iter_next (&iter, "(&suu)", &text, &flags, &anchor))
    if ((flags & TD_RUN_PAGE) != 0)
      td_paragraph_add_page (self, anchor);
    else
      td_paragraph_add (self, text, (TdRunFlags) flags);
  return TRUE;
}

static gboolean
get_role (GVariant *paragraph, TdRole *out)
{
  guint role;

  g_variant_get_child (paragraph, 0, "u", &role);
  *out = (TdRole) role;
  return role < TD_N_ROLES;
}

static gboolean
fill_row (TdPaperRow *self, GVariant *cells)
{
  for (gsize i = 0; i < g_variant_n_children (cells); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (cells, i);
      g_autoptr (GVariant) paragraphs = NULL;
      guint col_span, row_span;
      TdPaperCell *cell;

      g_variant_get (value, "(uu@a" PARAGRAPH_TYPE ")", &col_span, &row_span, &paragraphs);
      if (col_span < 1 || row_span < 1 || col_span > td_paper_row_count_free (self))
        return FALSE;
      cell = td_paper_row_add_cell (self, col_span, row_span);
      for (gsize p = 0; p < g_variant_n_children (paragraphs); p++)
        {
          g_autoptr (GVariant) paragraph = g_variant_get_child_value (paragraphs, p);
          TdRole role;

          if (!get_role (paragraph, &role)
              || !fill_paragraph (td_paper_cell_add_paragraph (cell, role), paragraph))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_table (TdSection *section, GVariant *value)
{
  g_autoptr (GVariant) columns = NULL, rows = NULL;
  TdColumn found[MAX_COLUMNS];
  guint use, kind;
  gsize n_columns;
  TdPaperTable *table;

  g_variant_get (value, "(u@a(uub)@a" ROW_TYPE ")", &use, &columns, &rows);
  n_columns = g_variant_n_children (columns);
  if (use > TD_TABLE_SIGNATURES || n_columns < 1 || n_columns > MAX_COLUMNS)
    return FALSE;
  for (gsize i = 0; i < n_columns; i++)
    {
      guint align;

      g_variant_get_child (columns, i, "(uub)", &found[i].width, &align, &found[i].stretch);
      if (align > TD_ALIGN_DECIMAL)
        return FALSE;
      found[i].align = (TdAlign) align;
    }
  table = td_section_add_table (section, (TdTableUse) use, found, (guint) n_columns);
  for (gsize i = 0; i < g_variant_n_children (rows); i++)
    {
      g_autoptr (GVariant) row = g_variant_get_child_value (rows, i);
      g_autoptr (GVariant) cells = NULL;

      g_variant_get (row, "(u@a" CELL_TYPE ")", &kind, &cells);
      if (kind > TD_ROW_TOTAL
          || !fill_row (td_paper_table_add_row (table, (TdRowKind) kind), cells))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_block (TdSection *section, guchar kind, GVariant *value)
{
  const char *id, *description;
  guint height, min_height;
  TdRole role;

  switch (kind)
    {
    case TD_BLOCK_PARAGRAPH:
      return g_variant_is_of_type (value, G_VARIANT_TYPE (PARAGRAPH_TYPE))
             && get_role (value, &role)
             && fill_paragraph (td_section_add_paragraph (section, role), value);
    case TD_BLOCK_TABLE:
      return g_variant_is_of_type (value, G_VARIANT_TYPE (TABLE_TYPE))
             && add_table (section, value);
    case TD_BLOCK_FIGURE:
      if (!g_variant_is_of_type (value, G_VARIANT_TYPE (FIGURE_TYPE)))
        return FALSE;
      g_variant_get (value, "(&s&suu)", &id, &description, &height, &min_height);
      td_section_add_figure (section, id, description, height, min_height);
      return TRUE;
    case TD_BLOCK_PAGE_BREAK:
      td_section_add_page_break (section);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
add_section (TdDocument *self, GVariant *value)
{
  g_autoptr (GVariant) blocks = NULL;
  const char *title;
  TdSection *section;
  guint flags;

  g_variant_get (value, "(um&s@a(yv))", &flags, &title, &blocks);
  section = td_document_add_section (self, (TdSectionFlags) flags, title);
  for (gsize i = 0; i < g_variant_n_children (blocks); i++)
    {
      g_autoptr (GVariant) block = NULL;
      guchar kind;

      g_variant_get_child (blocks, i, "(yv)", &kind, &block);
      if (!add_block (section, kind, block))
        return FALSE;
    }
  return TRUE;
}

TdDocument *
td_document_new_from_variant (GVariant *value, GError **error)
{
  g_autoptr (GVariant) sections = NULL;
  g_autoptr (TdDocument) self = NULL;
  const char *kind_name, *title, *author, *revision;
  TdPaperKind kind;
  guint version;
  TdDate date;
  gboolean draft, ok;

  ok = g_variant_is_of_type (value, G_VARIANT_TYPE (TD_DOCUMENT_ARCHIVE_TYPE))
       && g_variant_is_normal_form (value);
  if (ok)
    {
      g_variant_get (value, "(u&s&s&sibm&s@a(umsa(yv)))", &version, &kind_name, &title, &author,
                     &date, &draft, &revision, &sections);
      ok = version == VERSION && td_paper_kind_from_name (kind_name, &kind);
    }
  if (ok)
    {
      self = td_document_new (kind);
      td_document_set_title (self, title);
      td_document_set_author (self, author);
      self->date = date;
      td_document_set_final (self, draft ? NULL : revision != NULL ? revision : "");
    }
  for (gsize i = 0; ok && i < g_variant_n_children (sections); i++)
    {
      g_autoptr (GVariant) section = g_variant_get_child_value (sections, i);

      ok = add_section (self, section);
    }
  if (ok)
    return g_steal_pointer (&self);
  g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                       _ ("what is stored of the paper is damaged, or of another version"));
  return NULL;
}
