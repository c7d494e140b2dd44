/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-flow.h"

#include "print/td-grid.h"

/* Above and below tables and figures; points. */
#define EXHIBIT_GAP 6.0

struct _TdFlow
{
  TdShop shop;
  TdDocument *document;
  TdFlowStockFunc stock;
  gpointer stock_data;
  guint next_section;
  const TdSection *section;
  guint next_block;
  TdPageBox box;
  TdGrid *grid;     /* the table being gone through */
  double after;     /* space the last block leaves below it */
  TdRole last_role; /* of the last block, when it was a paragraph */
  gboolean after_table;
  gboolean after_figure;
  gboolean exhausted; /* the section has no more blocks */
  gboolean ended;     /* a page break: what comes after begins a new page */
  GArray *atoms;      /* of TdAtom: pieces waiting for a page */
  GPtrArray *pieces;  /* of TdPiece: the same */
  GHashTable *grids;  /* block → TdGrid: of tables whose rows may have to be split */
  guint number;       /* of the last page */
};

TdFlow *
td_flow_new (const TdShop *shop, const TdDocument *document, TdFlowStockFunc stock,
             gpointer stock_data)
{
  TdFlow *self = g_new0 (TdFlow, 1);

  self->shop = *shop;
  self->document = td_document_ref ((TdDocument *) document);
  self->stock = stock;
  self->stock_data = stock_data;
  self->atoms = g_array_new (FALSE, FALSE, sizeof (TdAtom));
  self->pieces = g_ptr_array_new ();
  self->grids = g_hash_table_new (NULL, NULL);
  return self;
}

void
td_flow_free (TdFlow *self)
{
  if (self == NULL)
    return;
  td_document_unref (self->document);
  g_array_unref (self->atoms);
  g_ptr_array_unref (self->pieces);
  g_hash_table_unref (self->grids);
  g_free (self);
}

static void
push_piece (TdFlow *self, TdPiece *piece)
{
  g_array_append_val (self->atoms, piece->atom);
  g_ptr_array_add (self->pieces, piece);
}

static TdPiece *
new_piece (TdFlow *self, const TdBlock *block)
{
  TdPiece *piece = td_arena_new0 (self->shop.arena, TdPiece, 1);

  piece->block = block;
  return piece;
}

/* A line alone at the foot or the head of a page is a blemish: two at least stay together. */
static TdBreakCost
get_line_cost (guint index, guint count)
{
  return index == 0 || index + 2 == count ? TD_BREAK_WIDOW : TD_BREAK_FREE;
}

/* A note, or the last words of the section but for signatures. */
static gboolean
is_closing (const TdFlow *self, const TdBlock *block)
{
  const TdBlock *next = self->next_block < self->section->blocks->len
                            ? g_ptr_array_index (self->section->blocks, self->next_block)
                            : NULL;

  return block->paragraph->role == TD_ROLE_NOTE || next == NULL
         || (next->kind == TD_BLOCK_TABLE && next->table->use == TD_TABLE_SIGNATURES);
}

static void
push_paragraph (TdFlow *self, const TdBlock *block)
{
  const TdLook *look = &self->shop.looks->roles[block->paragraph->role];
  TdParagraphSetting setting = { .width = self->box.right - self->box.left };
  /* The title of a figure stands under it, and heads nothing. */
  gboolean keep_next =
      look->keep_next && !(self->after_figure && block->paragraph->role == TD_ROLE_CAPTION);
  TdStrip *strips;
  guint n_strips;

  strips = td_shop_set_paragraph (&self->shop, block->paragraph, &setting, &n_strips);
  if (look->contextual && self->last_role == block->paragraph->role)
    strips[0].before = look->before;
  else
    strips[0].before = MAX (strips[0].before, self->after);
  self->after = look->after;
  for (guint i = 0; i < n_strips; i++)
    {
      TdPiece *piece = new_piece (self, block);
      TdPlaced placed = { &strips[i], NULL, 0, 0 };

      piece->placed = td_arena_copy (self->shop.arena, &placed, sizeof placed);
      piece->n_placed = 1;
      piece->atom.height = strips[i].height;
      piece->atom.before = strips[i].before;
      piece->atom.n_lines = 1;
      /* What only rounds off a table does not stand on a page without any of it. */
      if (i == 0 && self->after_table && is_closing (self, block))
        piece->atom.lines_before = 1;
      if (i + 1 < n_strips)
        /* What must stay with the next block is not torn itself either. */
        piece->atom.cost = keep_next ? TD_BREAK_APART : get_line_cost (i, n_strips);
      else if (keep_next)
        piece->atom.cost = TD_BREAK_APART;
      push_piece (self, piece);
    }
}

static void
push_figure (TdFlow *self, const TdBlock *block)
{
  TdPiece *piece = new_piece (self, block);
  double room = self->box.bottom - self->box.top;

  piece->figure = block->figure;
  piece->figure_width = self->box.right - self->box.left;
  /* A figure higher than the page would never come to an end; room is left for its caption. */
  piece->atom.height = MIN (TD_MM (block->figure->height / 10.0), room * 0.9);
  piece->atom.before = MAX (self->after, EXHIBIT_GAP);
  /* Its caption comes under it. */
  piece->atom.cost = TD_BREAK_APART;
  self->after = EXHIBIT_GAP;
  push_piece (self, piece);
}

static void
push_row (TdFlow *self)
{
  TdPiece *piece = td_grid_next (self->grid);

  if (piece == NULL)
    {
      self->grid = NULL;
      return;
    }
  /* The last piece may have been told since that it must stay with this one. */
  if (self->pieces->len > 0)
    {
      const TdPiece *last = g_ptr_array_index (self->pieces, self->pieces->len - 1);

      g_array_index (self->atoms, TdAtom, self->atoms->len - 1).cost = last->atom.cost;
    }
  if (self->after > 0)
    {
      piece->atom.before = self->after;
      self->after = 0;
    }
  push_piece (self, piece);
}

static void
begin_table (TdFlow *self, const TdBlock *block)
{
  TdTableUse use = block->table->use;

  self->grid = td_grid_new (&self->shop, block, self->box.right - self->box.left);
  g_hash_table_insert (self->grids, (gpointer) block, self->grid);
  if (use == TD_TABLE_GRID)
    self->after = MAX (self->after, EXHIBIT_GAP);
  else if (use == TD_TABLE_SIGNATURES)
    self->after = MAX (self->after, 2 * EXHIBIT_GAP);
}

/* Lays out one more block, or one more row. */
static void
advance (TdFlow *self)
{
  const TdBlock *block;

  if (self->grid != NULL)
    {
      const TdBlock *of = g_ptr_array_index (self->section->blocks, self->next_block - 1);

      push_row (self);
      if (self->grid == NULL && of->table->use == TD_TABLE_GRID)
        self->after = EXHIBIT_GAP + 2;
      return;
    }
  if (self->next_block >= self->section->blocks->len)
    {
      self->exhausted = TRUE;
      return;
    }
  block = g_ptr_array_index (self->section->blocks, self->next_block++);
  switch (block->kind)
    {
    case TD_BLOCK_PARAGRAPH:
      push_paragraph (self, block);
      self->last_role = block->paragraph->role;
      break;
    case TD_BLOCK_TABLE:
      begin_table (self, block);
      break;
    case TD_BLOCK_FIGURE:
      push_figure (self, block);
      break;
    case TD_BLOCK_PAGE_BREAK:
    default:
      self->ended = TRUE;
      break;
    }
  self->after_figure = block->kind == TD_BLOCK_FIGURE;
  self->after_table = block->kind == TD_BLOCK_TABLE && block->table->use == TD_TABLE_GRID;
}

/* Makes figures lower, each down to its least, until all of the section is one page. */
static void
shrink_figures (TdFlow *self)
{
  double room = self->box.bottom - self->box.top;
  double used = 0, yielding = 0, excess;

  for (guint i = 0; i < self->atoms->len; i++)
    {
      const TdAtom *atom = &g_array_index (self->atoms, TdAtom, i);
      const TdPiece *piece = g_ptr_array_index (self->pieces, i);

      used += atom->height + (i > 0 ? atom->before : 0);
      if (piece->figure != NULL)
        yielding += MAX (atom->height - TD_MM (piece->figure->min_height / 10.0), 0);
    }
  excess = used - room;
  if (excess <= 0 || yielding <= 0)
    return;
  excess = MIN (excess + 0.5, yielding);
  for (guint i = 0; i < self->atoms->len; i++)
    {
      TdAtom *atom = &g_array_index (self->atoms, TdAtom, i);
      TdPiece *piece = g_ptr_array_index (self->pieces, i);

      if (piece->figure == NULL)
        continue;
      atom->height -=
          excess * MAX (atom->height - TD_MM (piece->figure->min_height / 10.0), 0) / yielding;
      piece->atom.height = atom->height;
    }
}

static void
begin_section (TdFlow *self)
{
  self->section = g_ptr_array_index (self->document->sections, self->next_section++);
  self->next_block = 0;
  self->exhausted = FALSE;
  self->ended = FALSE;
  self->grid = NULL;
  self->after = 0;
  self->last_role = TD_ROLE_BODY;
  self->after_table = self->after_figure = FALSE;
  td_looks_get_page_box (self->shop.looks, self->section->flags, &self->box);
  /* III.1.đ: every annex is numbered on its own. */
  if (self->next_section == 1 || (self->section->flags & TD_SECTION_ANNEX) != 0)
    self->number = 0;
  if (self->section->flags & TD_SECTION_ONE_PAGE)
    {
      while (!self->exhausted && !self->ended)
        advance (self);
      shrink_figures (self);
    }
}

/*
 * A figure that would go to the next page and leave a hole stays, if it can be made lower: down to its
 * least. FALSE when it cannot.
 */
static gboolean
squeeze_figure (TdFlow *self, guint index)
{
  TdPiece *piece = index < self->pieces->len ? g_ptr_array_index (self->pieces, index) : NULL;
  double room = self->box.bottom - self->box.top - 0.5;
  TdAtom *atom;

  if (piece == NULL || piece->figure == NULL)
    return FALSE;
  for (guint i = 0; i < index; i++)
    {
      const TdAtom *above = &g_array_index (self->atoms, TdAtom, i);

      room -= above->height;
      room -= i > 0 ? above->before : td_paginator_shows_header (above, room) ? above->header : 0;
    }
  atom = &g_array_index (self->atoms, TdAtom, index);
  room -= atom->before;
  /* With what must stay with it: its caption. */
  for (guint i = index; i + 1 < self->atoms->len; i++)
    {
      const TdAtom *with = &g_array_index (self->atoms, TdAtom, i + 1);

      if (g_array_index (self->atoms, TdAtom, i).cost == TD_BREAK_FREE)
        break;
      room -= with->height + with->before;
    }
  if (room >= atom->height || room < TD_MM (piece->figure->min_height / 10.0))
    return FALSE;
  atom->height = piece->atom.height = room;
  return TRUE;
}

/* The page of the first @count pieces, which stop waiting. */
static const TdFlowPage *
take_page (TdFlow *self, guint count)
{
  TdFlowPage *page = td_arena_new0 (self->shop.arena, TdFlowPage, 1);
  double height = self->box.bottom - self->box.top;
  TdPageItem *items;
  double y = self->box.top;
  guint n_items = 0;

  page->section = self->section;
  page->number = ++self->number;
  items = td_arena_new0 (self->shop.arena, TdPageItem, count + 1);
  for (guint i = 0; i < count; i++)
    {
      const TdPiece *piece = g_ptr_array_index (self->pieces, i);
      const TdAtom *atom = &g_array_index (self->atoms, TdAtom, i);

      if (i > 0)
        y += atom->before;
      else if (td_paginator_shows_header (atom, height))
        {
          items[n_items++] = (TdPageItem){ piece->header, y, TRUE };
          y += atom->header;
        }
      items[n_items++] = (TdPageItem){ piece, y, FALSE };
      y += atom->height;
    }
  page->items = items;
  page->n_items = n_items;
  if (count > 0)
    {
      g_array_remove_range (self->atoms, 0, count);
      g_ptr_array_remove_range (self->pieces, 0, count);
    }
  return page;
}

/* Splits the piece at @index so that its first part fits into @room. FALSE when no part of it does. */
static gboolean
split_piece (TdFlow *self, guint index, double room)
{
  const TdPiece *piece = g_ptr_array_index (self->pieces, index);
  TdGrid *grid = g_hash_table_lookup (self->grids, piece->block);
  TdPiece *first, *rest;

  first = td_grid_split (grid, piece, room, index == 0, &rest);
  if (first == NULL || rest == NULL)
    return FALSE;
  first->atom.before = piece->atom.before;
  first->atom.cost = TD_BREAK_FREE;
  g_ptr_array_index (self->pieces, index) = first;
  g_array_index (self->atoms, TdAtom, index) = first->atom;
  g_ptr_array_insert (self->pieces, (int) index + 1, rest);
  g_array_insert_val (self->atoms, index + 1, rest->atom);
  return TRUE;
}

const TdFlowPage *
td_flow_next (TdFlow *self)
{
  for (;;)
    {
      gboolean final;
      guint count;
      double room;
      TdPageEnd end;

      if (self->section == NULL)
        {
          if (self->next_section >= self->document->sections->len)
            return NULL;
          begin_section (self);
          if (self->section->flags & TD_SECTION_STOCK)
            {
              const TdSection *section = self->section;

              self->section = NULL;
              return self->stock (&self->shop, section, self->stock_data);
            }
        }
      final = self->exhausted || self->ended;
      if (final && self->atoms->len == 0)
        {
          gboolean blank = self->exhausted && self->section->blocks->len == 0;

          self->ended = FALSE;
          if (!self->exhausted)
            continue;
          /* A section that says nothing is still a page. */
          if (blank)
            {
              const TdFlowPage *page = take_page (self, 0);

              self->section = NULL;
              return page;
            }
          self->section = NULL;
          continue;
        }
      end = td_paginate ((const TdAtom *) (void *) self->atoms->data, self->atoms->len, final,
                         self->box.bottom - self->box.top, &count, &room);
      switch (end)
        {
        case TD_PAGE_END_MORE:
          advance (self);
          continue;
        case TD_PAGE_END_SPLIT:
          if (split_piece (self, count, room))
            count++;
          else if (count == 0)
            count = 1;
          break;
        case TD_PAGE_END_AFTER:
        default:
          if (squeeze_figure (self, count))
            continue;
          break;
        }
      return take_page (self, count);
    }
}
