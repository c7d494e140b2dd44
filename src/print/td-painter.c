/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-painter.h"

#include <math.h>
#include <string.h>

/* --- structure -------------------------------------------------------------------------------- */

struct _TdTagger
{
  cairo_t *cr;
  const TdBlock *block; /* open as a paragraph or a table */
  const TdPaperRow *row;
  const TdPaperCell *cell;
  const TdParagraph *paragraph; /* open within a table that only holds columns */
};

TdTagger *
td_tagger_new (cairo_t *cr)
{
  TdTagger *self = g_new0 (TdTagger, 1);

  self->cr = cairo_reference (cr);
  return self;
}

void
td_tagger_free (TdTagger *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  g_free (self);
}

void
td_tagger_open (TdTagger *self, const char *element)
{
  cairo_tag_begin (self->cr, element, NULL);
}

void
td_tagger_close (TdTagger *self, const char *element)
{
  cairo_tag_end (self->cr, element);
}

static const char *
get_element (const TdParagraph *paragraph)
{
  switch ((guint) paragraph->role)
    {
    case TD_ROLE_TYPE:
    case TD_ROLE_ANNEX_TITLE:
      return "H1";
    case TD_ROLE_HEADING:
      return "H2";
    case TD_ROLE_CLAUSE:
      return "H3";
    case TD_ROLE_CAPTION:
      return "Caption";
    default:
      return "P";
    }
}

/* A table of data is a table; columns that only stand side by side are not. */
static gboolean
is_data (const TdBlock *block)
{
  return block->kind == TD_BLOCK_TABLE && block->table->use == TD_TABLE_GRID;
}

static void
end_cell (TdTagger *self)
{
  if (self->cell == NULL)
    return;
  cairo_tag_end (self->cr, self->row->kind == TD_ROW_HEAD ? "TH" : "TD");
  self->cell = NULL;
}

static void
end_row (TdTagger *self)
{
  end_cell (self);
  if (self->row != NULL)
    cairo_tag_end (self->cr, "TR");
  self->row = NULL;
}

static void
end_paragraph (TdTagger *self)
{
  if (self->paragraph != NULL)
    cairo_tag_end (self->cr, get_element (self->paragraph));
  self->paragraph = NULL;
}

void
td_tagger_end_blocks (TdTagger *self)
{
  end_paragraph (self);
  end_row (self);
  if (self->block != NULL && is_data (self->block))
    cairo_tag_end (self->cr, "Table");
  self->block = NULL;
}

/* Everything but a table is closed with its page: marked content does not reach over it. */
static void
end_page (TdTagger *self)
{
  end_paragraph (self);
  end_row (self);
}

static void
begin_placed (TdTagger *self, const TdPiece *piece, const TdPlaced *placed)
{
  if (self->block != piece->block)
    {
      td_tagger_end_blocks (self);
      self->block = piece->block;
      if (is_data (self->block))
        cairo_tag_begin (self->cr, "Table", NULL);
    }
  if (is_data (self->block))
    {
      if (self->row != placed->cell->row)
        {
          end_row (self);
          self->row = placed->cell->row;
          cairo_tag_begin (self->cr, "TR", NULL);
        }
      if (self->cell != placed->cell)
        {
          end_cell (self);
          self->cell = placed->cell;
          cairo_tag_begin (self->cr, self->row->kind == TD_ROW_HEAD ? "TH" : "TD", NULL);
        }
    }
  else if (self->paragraph != placed->strip->paragraph)
    {
      end_paragraph (self);
      self->paragraph = placed->strip->paragraph;
      cairo_tag_begin (self->cr, get_element (self->paragraph), NULL);
    }
}

/* --- glyphs ----------------------------------------------------------------------------------- */

static void
show_run (cairo_t *cr, const TdGlyphRun *run, double x, double y)
{
  cairo_glyph_t few_glyphs[256];
  cairo_text_cluster_t few_clusters[256];
  cairo_glyph_t *glyphs = run->n_glyphs <= G_N_ELEMENTS (few_glyphs)
                              ? few_glyphs
                              : g_new (cairo_glyph_t, run->n_glyphs);
  cairo_text_cluster_t *clusters = run->n_glyphs <= G_N_ELEMENTS (few_clusters)
                                       ? few_clusters
                                       : g_new (cairo_text_cluster_t, run->n_glyphs);
  int n_glyphs = 0, n_clusters = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const TdGlyph *glyph = &run->glyphs[i];

      if (glyph->n_bytes > 0)
        {
          clusters[n_clusters].num_bytes = glyph->n_bytes;
          clusters[n_clusters++].num_glyphs = 0;
        }
      if (glyph->glyph != TD_GLYPH_NONE)
        {
          glyphs[n_glyphs].index = glyph->glyph;
          glyphs[n_glyphs].x = x;
          glyphs[n_glyphs].y = y;
          if (run->offsets != NULL)
            {
              glyphs[n_glyphs].x += run->offsets[i].x / 1024.0;
              glyphs[n_glyphs].y += run->offsets[i].y / 1024.0;
            }
          n_glyphs++;
          if (n_clusters > 0)
            clusters[n_clusters - 1].num_glyphs++;
        }
      x += glyph->advance / 1024.0;
    }
  cairo_set_scaled_font (cr, run->font);
  if (run->no_clusters)
    cairo_show_glyphs (cr, glyphs, n_glyphs);
  else
    cairo_show_text_glyphs (cr, run->text, (int) run->n_bytes, glyphs, n_glyphs, clusters,
                            n_clusters, 0);
  if (glyphs != few_glyphs)
    g_free (glyphs);
  if (clusters != few_clusters)
    g_free (clusters);
}

void
td_paint_line (cairo_t *cr, const TdLine *line, double x, double y)
{
  for (guint i = 0; i < line->n_runs; i++)
    show_run (cr, &line->runs[i], x + line->runs[i].x, y);
}

/* --- the page --------------------------------------------------------------------------------- */

void
td_paint_words (TdTypesetter *typesetter, cairo_t *cr, const char *text, double size, gboolean bold,
                double x, double y, double align)
{
  g_autoptr (TdArena) arena = td_arena_new ();
  TdSetting setting = {
    .size = size, .bold = bold, .align = TD_ALIGN_LEFT, .width = 10000, .pitch = size
  };
  guint n_lines;
  const TdLine *line = td_typesetter_set_text (typesetter, arena, text, &setting, &n_lines);

  td_paint_line (cr, line, x - line->width * align, y);
}

/* The word across the page, light enough to be read over. */
static void
paint_watermark (const TdPaint *self, cairo_t *cr, const TdPageBox *box)
{
  double grey = self->looks->watermark_grey;

  cairo_save (cr);
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_translate (cr, box->width / 2, box->height / 2);
  cairo_rotate (cr, -atan2 (box->height, box->width));
  td_paint_words (self->typesetter, cr, "DỰ THẢO", self->looks->watermark_size, TRUE, 0,
                  self->looks->watermark_size * 0.33, 0.5);
  cairo_restore (cr);
}

static void
paint_furniture (const TdPaint *self, const TdFlowPage *page, cairo_t *cr, const TdPageBox *box)
{
  const TdLooks *looks = self->looks;

  cairo_set_source_rgb (cr, 0, 0, 0);
  if ((page->section->flags & (TD_SECTION_UNNUMBERED | TD_SECTION_STOCK)) == 0
      && (page->number > 1 || looks->first_page_number))
    {
      g_autofree char *number = g_strdup_printf ("%u", page->number);

      td_paint_words (self->typesetter, cr, number, looks->page_number_size.chosen, FALSE,
                      (box->left + box->right) / 2, TD_MM (looks->page_number_top), 0.5);
    }
  if (page->section->flags & TD_SECTION_STOCK)
    return;
  if (self->revision != NULL && !self->draft)
    {
      g_autofree char *code = g_strconcat ("Mã bản: ", self->revision, NULL);

      td_paint_words (self->typesetter, cr, code, looks->small_size, FALSE, box->left,
                      (box->bottom + box->height) / 2, 0);
    }
  if (self->footer != NULL)
    td_paint_words (self->typesetter, cr, self->footer, looks->small_size, FALSE, box->right,
                    (box->bottom + box->height) / 2, 1);
}

static void
paint_marks (cairo_t *cr, const TdLine *line, double x, double y)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      const TdGlyphRun *run = &line->runs[i];

      if (run->fact == NULL || run->fact->marks == TD_FACT_SOUND)
        continue;
      cairo_save (cr);
      /* Stale in yellow, the rest in red; a line under it too, for who does not see colours. */
      if (run->fact->marks & TD_FACT_STALE)
        cairo_set_source_rgb (cr, 1, 0.93, 0.55);
      else
        cairo_set_source_rgb (cr, 1, 0.82, 0.80);
      cairo_rectangle (cr, x + run->x, y - line->ascent, run->width, line->ascent + line->descent);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0.55, 0.1, 0.05);
      cairo_rectangle (cr, x + run->x, y + line->descent - 0.8, run->width, 0.8);
      cairo_fill (cr);
      cairo_restore (cr);
    }
}

/* A contents page's number, as far as it is known. */
static void
paint_page_reference (const TdPaint *self, const TdStrip *strip, cairo_t *cr, double x, double y,
                      TdTagger *tagger)
{
  guint number = self->resolve != NULL ? self->resolve (strip->anchor, self->resolve_data) : 0;
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("…");

  if (tagger != NULL && number > 0)
    {
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 0]", number);

      cairo_tag_begin (cr, CAIRO_TAG_LINK, place);
    }
  td_paint_words (self->typesetter, cr, text, strip->page_size, FALSE, x + strip->page_width / 2,
                  y + strip->height * 0.75, 0.5);
  if (tagger != NULL && number > 0)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
paint_figure (const TdPaint *self, const TdPiece *piece, double x, double y, cairo_t *cr,
              TdTagger *tagger)
{
  if (tagger != NULL)
    {
      td_tagger_end_blocks (tagger);
      td_tagger_open (tagger, "Figure");
    }
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_rectangle (cr, 0, 0, piece->figure_width, piece->atom.height);
  cairo_clip (cr);
  if (self->figure != NULL)
    self->figure (cr, piece->figure_width, piece->atom.height, piece->figure, self->figure_data);
  else
    {
      cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, 0.5, 0.5, piece->figure_width - 1, piece->atom.height - 1);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  if (tagger != NULL)
    td_tagger_close (tagger, "Figure");
}

static void
paint_strokes (const TdPaint *self, const TdPiece *piece, double x, double y, gboolean with_top,
               cairo_t *cr)
{
  if (piece->n_strokes == 0 || self->looks->grid_width <= 0)
    return;
  cairo_set_line_width (cr, self->looks->grid_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  for (guint i = 0; i < piece->n_strokes; i++)
    {
      const TdStroke *stroke = &piece->strokes[i];

      if (stroke->top && !with_top)
        continue;
      cairo_move_to (cr, x + stroke->x1, y + stroke->y1);
      cairo_line_to (cr, x + stroke->x2, y + stroke->y2);
    }
  cairo_stroke (cr);
}

void
td_paint_page (const TdPaint *self, const TdFlowPage *page, cairo_t *cr, TdTagger *tagger)
{
  const TdPiece *above = NULL;
  TdPageBox box;

  td_looks_get_page_box (self->looks, page->section->flags, &box);
  cairo_save (cr);
  if (self->draft && (page->section->flags & TD_SECTION_STOCK) == 0)
    paint_watermark (self, cr, &box);
  cairo_set_source_rgb (cr, self->looks->ink, self->looks->ink, self->looks->ink);
  for (guint i = 0; i < page->n_items; i++)
    {
      const TdPiece *piece = page->items[i].piece;
      double x = (page->section->flags & TD_SECTION_STOCK) ? 0 : box.left;
      double y = page->items[i].y;

      TdTagger *piece_tagger = page->items[i].repeated ? NULL : tagger;

      /* What is repeated is read once: it stays outside of the structure. */
      if (tagger != NULL && page->items[i].repeated)
        end_page (tagger);
      if (piece->figure != NULL)
        paint_figure (self, piece, x, y, cr, tagger);
      for (guint p = 0; p < piece->n_placed; p++)
        {
          const TdPlaced *placed = &piece->placed[p];
          const TdStrip *strip = placed->strip;

          if (tagger != NULL && !page->items[i].repeated)
            begin_placed (tagger, piece, placed);
          if (strip->line != NULL)
            {
              double at = x + placed->x + strip->line->x;
              double baseline = y + placed->y + td_line_get_baseline (strip->line);

              if (self->flags & TD_DRAW_MARKS)
                paint_marks (cr, strip->line, at, baseline);
              td_paint_line (cr, strip->line, at, baseline);
            }
          if (strip->page)
            paint_page_reference (self, strip, cr, x + placed->x, y + placed->y, piece_tagger);
        }
      if (tagger != NULL)
        end_row (tagger);
      for (guint p = 0; p < piece->n_placed; p++)
        {
          const TdPlaced *placed = &piece->placed[p];
          const TdStrip *strip = placed->strip;

          if (strip->rule_width <= 0)
            continue;
          if (tagger != NULL)
            end_page (tagger);
          cairo_set_line_width (cr, self->looks->rule_width);
          cairo_move_to (cr, x + placed->x + strip->rule_x, y + placed->y + strip->rule_y);
          cairo_rel_line_to (cr, strip->rule_width, 0);
          cairo_stroke (cr);
        }
      if (piece->n_strokes > 0)
        {
          paint_strokes (self, piece, x, y, above == NULL || above->block != piece->block, cr);
        }
      above = piece;
    }
  if (tagger != NULL)
    end_page (tagger);
  paint_furniture (self, page, cr, &box);
  cairo_restore (cr);
}
