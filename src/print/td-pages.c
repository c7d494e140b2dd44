/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A bound file keeps this far from the edges of the sheet, mm: above it what it proves, below it the
 * page in the bundle. */
#define EVIDENCE_MARGIN 10.0
#define EVIDENCE_FOOT   14.0
/* Where the baseline of the line above it is, mm. */
#define EVIDENCE_HEAD 7.0

TdPages *
td_pages_new_with_looks (const TdLooks *looks)
{
  TdPages *self = g_new0 (TdPages, 1);

  self->looks = looks;
  self->typesetter = td_typesetter_new (looks->family);
  self->parts = g_ptr_array_new ();
  self->pages = g_array_new (FALSE, FALSE, sizeof (TdBoundPage));
  self->problems = td_problems_new ();
  return self;
}

TdPages *
td_pages_new (void)
{
  return td_pages_new_with_looks (td_looks_decree ());
}

TdPages *
td_pages_new_for_document (const TdDocument *document)
{
  TdPages *self = td_pages_new ();

  td_pages_add_document (self, document);
  return self;
}

static void
free_part (TdPart *part)
{
  td_flow_free (part->flow);
  td_arena_free (part->arena);
  td_document_unref (part->document);
  td_bound_file_free (part->evidence);
  g_free (part);
}

void
td_pages_free (TdPages *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    free_part (g_ptr_array_index (self->parts, i));
  g_ptr_array_unref (self->parts);
  g_array_unref (self->pages);
  td_typesetter_unref (self->typesetter);
  td_stock_free (self->stock);
  td_problems_free (self->problems);
  if (self->titles != NULL)
    g_string_chunk_free (self->titles);
  if (self->figure_destroy != NULL)
    self->figure_destroy (self->figure_data);
  g_free (self);
}

void
td_pages_set_figures (TdPages *self, TdFigureFunc func, gpointer data, GDestroyNotify destroy)
{
  if (self->figure_destroy != NULL)
    self->figure_destroy (self->figure_data);
  self->figure = func;
  self->figure_data = data;
  self->figure_destroy = destroy;
}

void
td_pages_set_stock (TdPages *self, const TdStock *stock)
{
  g_return_if_fail (self->pages->len == 0);
  td_stock_free (self->stock);
  self->stock = td_stock_copy (stock);
}

void
td_pages_set_running (TdPages *self, gboolean running)
{
  self->running = running;
}

static TdPart *
add_part (TdPages *self)
{
  TdPart *part = g_new0 (TdPart, 1);

  g_ptr_array_add (self->parts, part);
  return part;
}

guint
td_pages_add_document (TdPages *self, const TdDocument *document)
{
  add_part (self)->document = td_document_ref ((TdDocument *) document);
  return self->parts->len - 1;
}

guint
td_pages_take_evidence (TdPages *self, TdBoundFile *evidence)
{
  add_part (self)->evidence = evidence;
  return self->parts->len - 1;
}

guint
td_pages_get_n_parts (const TdPages *self)
{
  return self->parts->len;
}

static TdPart *
get_part (const TdPages *self, guint part)
{
  return g_ptr_array_index (self->parts, part);
}

const char *
td_pages_get_part_title (const TdPages *self, guint part)
{
  const TdPart *found;

  g_return_val_if_fail (part < self->parts->len, NULL);
  found = get_part (self, part);
  return found->evidence != NULL ? td_bound_file_get_title (found->evidence)
                                 : found->document->title;
}

const TdDocument *
td_pages_get_part_document (const TdPages *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, NULL);
  return get_part (self, part)->evidence != NULL ? NULL : get_part (self, part)->document;
}

/* --- laying out ------------------------------------------------------------------------------- */

static const TdFlowPage *
place_stock (const TdShop *shop, const TdSection *section, gpointer data)
{
  TdPages *self = data;

  if (self->stock == NULL)
    self->stock = td_stock_new_default ((section->flags & TD_SECTION_A3) != 0);
  return td_stock_place (self->stock, shop, section, section->title != NULL ? section->title : "",
                         self->problems);
}

/* A page that says why a file is not there, so that nobody takes the dossier for whole. */
static TdDocument *
make_notice (const TdBoundFile *evidence, const GError *error)
{
  TdDocument *document = td_document_new (TD_PAPER_DOSSIER);
  TdSection *section = td_document_add_section (document, TD_SECTION_UNNUMBERED, NULL);
  TdParagraph *paragraph;

  td_document_set_title (document, td_bound_file_get_title (evidence));
  td_document_set_final (document, "");
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_TYPE), "Thiếu tài liệu kiểm chứng",
                    TD_RUN_PLAIN);
  paragraph = td_section_add_paragraph (section, TD_ROLE_CENTERED);
  td_paragraph_add (paragraph, td_bound_file_get_title (evidence), TD_RUN_BOLD);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), td_bound_file_reason (error),
                    TD_RUN_PLAIN);
  if (td_bound_file_get_head (evidence) != NULL)
    td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY),
                      td_bound_file_get_head (evidence), TD_RUN_PLAIN);
  return document;
}

/* Looks that were handed over are what they are; the decree's leave room for a paper of one page. */
static const TdLooks *
get_looks (const TdPages *self, const TdDocument *document)
{
  return self->looks == td_looks_decree () ? td_looks_for_document (document) : self->looks;
}

static void
begin_part (TdPages *self, guint index)
{
  TdPart *part = get_part (self, index);
  g_autoptr (GError) error = NULL;

  part->begun = TRUE;
  part->first_page = self->pages->len;
  if (part->evidence != NULL)
    {
      if (td_bound_file_open (part->evidence, &error))
        {
          part->n_left = td_bound_file_get_n_pages (part->evidence);
          part->readable = TRUE;
          if (td_bound_file_is_altered (part->evidence))
            td_problems_warn (self->problems, td_bound_file_get_title (part->evidence),
                              _ ("“%s” is not the file that was attached: it was altered since"),
                              td_bound_file_get_title (part->evidence));
          return;
        }
      td_problems_add (self->problems, td_bound_file_get_title (part->evidence), "%s",
                       error->message);
      part->document = make_notice (part->evidence, error);
    }
  part->arena = td_arena_new ();
  part->flow =
      td_flow_new (&(TdShop){ get_looks (self, part->document), self->typesetter, part->arena },
                   part->document, place_stock, self);
}

/* Only one file is held open, whichever was looked at last. */
static TdBoundFile *
open_evidence (TdPages *self, guint index)
{
  TdPart *part = get_part (self, index);

  if (self->open_part != index + 1)
    {
      if (self->open_part > 0)
        td_bound_file_close (get_part (self, self->open_part - 1)->evidence);
      self->open_part = index + 1;
    }
  return td_bound_file_open (part->evidence, NULL) ? part->evidence : NULL;
}

/* The frame a bound file is fitted into: upright or lying, as the page of the file is. */
static void
fit_evidence (TdBoundFile *evidence, TdBoundPage *page)
{
  double width, height, room_x, room_y;

  td_bound_file_get_size (evidence, page->index, &width, &height);
  page->landscape = width > height;
  page->width = TD_MM (page->landscape ? 297 : 210);
  page->height = TD_MM (page->landscape ? 210 : 297);
  room_x = page->width - TD_MM (2 * EVIDENCE_MARGIN);
  room_y = page->height - TD_MM (EVIDENCE_MARGIN + EVIDENCE_FOOT);
  /* Never larger than it is. */
  page->scale = MIN (1, MIN (room_x / MAX (width, 1), room_y / MAX (height, 1)));
  page->x = (page->width - width * page->scale) / 2;
  page->y = TD_MM (EVIDENCE_MARGIN) + (room_y - height * page->scale) / 2;
}

gboolean
td_pages_step (TdPages *self)
{
  while (self->next_part < self->parts->len)
    {
      TdPart *part = get_part (self, self->next_part);
      TdBoundPage page = { .part = self->next_part };

      if (!part->begun)
        begin_part (self, self->next_part);
      if (part->readable)
        {
          TdBoundFile *evidence = part->n_left > 0 ? open_evidence (self, self->next_part) : NULL;

          if (evidence != NULL)
            {
              page.index = td_bound_file_get_n_pages (evidence) - part->n_left--;
              fit_evidence (evidence, &page);
              g_array_append_val (self->pages, page);
              return TRUE;
            }
        }
      else
        {
          page.flow_page = td_flow_next (part->flow);
          if (page.flow_page != NULL)
            {
              TdPageBox box;

              td_looks_get_page_box (self->looks, page.flow_page->section->flags, &box);
              page.width = box.width;
              page.height = box.height;
              g_array_append_val (self->pages, page);
              return TRUE;
            }
          g_clear_pointer (&part->flow, td_flow_free);
        }
      part->complete = TRUE;
      self->next_part++;
    }
  return FALSE;
}

guint
td_pages_get_n_ready (const TdPages *self)
{
  return self->pages->len;
}

gboolean
td_pages_is_complete (const TdPages *self)
{
  return self->next_part >= self->parts->len;
}

guint
td_pages_get_n_pages (TdPages *self)
{
  while (td_pages_step (self))
    ;
  return self->pages->len;
}

gboolean
td_pages_ensure (TdPages *self, guint page)
{
  while (self->pages->len <= page)
    if (!td_pages_step (self))
      return FALSE;
  return TRUE;
}

guint
td_pages_get_part_page (TdPages *self, guint part)
{
  g_return_val_if_fail (part < self->parts->len, 0);
  while (!get_part (self, part)->begun)
    if (!td_pages_step (self))
      break;
  return get_part (self, part)->first_page;
}

TdBoundPage *
td_pages_get_bound (TdPages *self, guint page)
{
  if (!td_pages_ensure (self, page))
    return NULL;
  return &g_array_index (self->pages, TdBoundPage, page);
}

guint
td_pages_get_page_part (TdPages *self, guint page)
{
  const TdBoundPage *bound = td_pages_get_bound (self, page);

  g_return_val_if_fail (bound != NULL, 0);
  return bound->part;
}

guint
td_pages_get_page_number (TdPages *self, guint page)
{
  const TdBoundPage *bound = td_pages_get_bound (self, page);

  g_return_val_if_fail (bound != NULL, 0);
  return bound->flow_page != NULL ? bound->flow_page->number : bound->index + 1;
}

void
td_pages_get_size (TdPages *self, guint page, double *width_mm, double *height_mm)
{
  const TdBoundPage *bound = td_pages_get_bound (self, page);

  g_return_if_fail (bound != NULL);
  *width_mm = bound->width / TD_POINTS_PER_MM;
  *height_mm = bound->height / TD_POINTS_PER_MM;
}

const TdProblems *
td_pages_get_problems (const TdPages *self)
{
  return self->problems;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* The page a part begins on, as it is printed; 0 while it is not known. */
static guint
resolve_page (guint anchor, gpointer data)
{
  const TdPages *self = data;

  if (anchor >= self->parts->len || !get_part (self, anchor)->begun)
    return 0;
  return get_part (self, anchor)->first_page + 1;
}

/* What a file is and proves, above it; as much of it as one line holds. */
static void
paint_head (TdPages *self, const TdBoundPage *page, cairo_t *cr)
{
  const TdBoundFile *file = get_part (self, page->part)->evidence;
  double left = TD_MM (self->looks->left.chosen);
  double room = page->width - left - TD_MM (self->looks->right.chosen);
  double size = self->looks->small_size;
  g_autofree char *text = NULL;

  if (td_bound_file_get_head (file) == NULL)
    return;
  text = g_strconcat (td_bound_file_is_altered (file) ? "(Tệp đã bị sửa sau khi đính kèm) " : "",
                      td_bound_file_get_head (file), NULL);
  for (glong n = g_utf8_strlen (text, -1);
       n > 10 && td_typesetter_measure (self->typesetter, text, size, FALSE, FALSE, NULL) > room;
       n -= 4)
    {
      g_autofree char *start = g_utf8_substring (text, 0, n - 5);

      g_free (text);
      text = g_strconcat (g_strchomp (start), "…", NULL);
    }
  td_paint_words (self->typesetter, cr, text, size, FALSE, left, TD_MM (EVIDENCE_HEAD), 0);
}

static void
paint_evidence (TdPages *self, const TdBoundPage *page, const char *footer, cairo_t *cr,
                TdTagger *tagger)
{
  TdBoundFile *evidence = open_evidence (self, page->part);

  if (tagger != NULL)
    td_tagger_open (tagger, "Figure");
  if (evidence != NULL)
    {
      double width, height;

      td_bound_file_get_size (evidence, page->index, &width, &height);
      cairo_save (cr);
      cairo_translate (cr, page->x, page->y);
      cairo_scale (cr, page->scale, page->scale);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_clip (cr);
      td_bound_file_draw (evidence, page->index, cr);
      cairo_restore (cr);
    }
  if (tagger != NULL)
    td_tagger_close (tagger, "Figure");
  paint_head (self, page, cr);
  if (footer != NULL)
    td_paint_words (self->typesetter, cr, footer, self->looks->small_size, FALSE,
                    page->width - TD_MM (self->looks->right.chosen),
                    page->height - TD_MM (EVIDENCE_FOOT / 2 - 1), 1);
}

void
td_pages_paint (TdPages *self, guint index, cairo_t *cr, TdDrawFlags flags, TdTagger *tagger)
{
  const TdBoundPage *page = td_pages_get_bound (self, index);
  g_autofree char *footer = NULL;
  const TdPart *part;

  g_return_if_fail (page != NULL);
  part = get_part (self, page->part);
  if (self->running)
    footer = g_strdup_printf ("Hồ sơ - trang %u", index + 1);
  if (page->flow_page == NULL)
    {
      paint_evidence (self, page, footer, cr, tagger);
      return;
    }
  td_paint_page (
      &(TdPaint){ .looks = self->looks,
                  .typesetter = self->typesetter,
                  .draft = part->document->draft,
                  .revision = part->document->revision != NULL && *part->document->revision != '\0'
                                  ? part->document->revision
                                  : NULL,
                  .footer = footer,
                  .flags = flags,
                  .figure = self->figure,
                  .figure_data = self->figure_data,
                  .resolve = resolve_page,
                  .resolve_data = self },
      page->flow_page, cr, tagger);
}

void
td_pages_draw (TdPages *self, guint page, cairo_t *cr, TdDrawFlags flags)
{
  td_pages_paint (self, page, cr, flags, NULL);
}

/* --- what is where ---------------------------------------------------------------------------- */

void
td_pages_foreach_strip (TdPages *self, guint index, TdStripFunc func, gpointer data)
{
  const TdBoundPage *page = td_pages_get_bound (self, index);
  TdPageBox box;

  if (page == NULL || page->flow_page == NULL)
    return;
  td_looks_get_page_box (self->looks, page->flow_page->section->flags, &box);
  for (guint i = 0; i < page->flow_page->n_items; i++)
    {
      const TdPageItem *item = &page->flow_page->items[i];
      double x = (page->flow_page->section->flags & TD_SECTION_STOCK) ? 0 : box.left;

      if (item->repeated)
        continue;
      for (guint p = 0; p < item->piece->n_placed; p++)
        {
          const TdPlaced *placed = &item->piece->placed[p];

          if (!func (item->piece, placed, x + placed->x, item->y + placed->y, data))
            return;
        }
    }
}

typedef struct
{
  double x, y; /* points */
  TdHit *out;
  gboolean found;
} HitSearch;

static gboolean
hit_strip (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  HitSearch *search = data;
  const TdStrip *strip = placed->strip;
  const TdLine *line = strip->line;
  double left = x + (line != NULL ? line->x : 0);
  TdHit *out = search->out;

  if (line == NULL || search->y < y || search->y > y + line->pitch || search->x < left - 2
      || search->x > left + line->width + 2)
    return TRUE;
  out->paragraph = strip->paragraph;
  out->ref = strip->paragraph->ref;
  out->x = left / TD_POINTS_PER_MM;
  out->y = y / TD_POINTS_PER_MM;
  out->width = line->width / TD_POINTS_PER_MM;
  out->height = line->pitch / TD_POINTS_PER_MM;
  if (out->ref.table == NULL && placed->cell != NULL)
    out->ref = placed->cell->row->ref;
  for (guint i = 0; i < line->n_runs; i++)
    {
      const TdGlyphRun *run = &line->runs[i];

      if (search->x < left + run->x || search->x > left + run->x + run->width || run->fact == NULL)
        continue;
      out->fact = run->fact;
      if (out->fact->ref.table != NULL)
        out->ref = out->fact->ref;
    }
  search->found = TRUE;
  return FALSE;
}

gboolean
td_pages_hit (TdPages *self, guint page, double x_mm, double y_mm, TdHit *out)
{
  HitSearch search = { TD_MM (x_mm), TD_MM (y_mm), out, FALSE };

  *out = (TdHit){ NULL };
  td_pages_foreach_strip (self, page, hit_strip, &search);
  return search.found;
}

typedef struct
{
  GArray *entries;
  guint page;
  const TdParagraph *last;
  TdPages *pages;
} OutlineSearch;

static gboolean
outline_strip (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  OutlineSearch *search = data;
  const TdParagraph *paragraph = placed->strip->paragraph;
  TdOutlineEntry entry = { NULL, 0, search->page, y / TD_POINTS_PER_MM };

  if (paragraph == NULL || paragraph == search->last)
    return TRUE;
  search->last = paragraph;
  if (paragraph->role == TD_ROLE_ANNEX_TITLE)
    entry.level = 1;
  else
    entry.level = td_role_get_outline_level (paragraph->role);
  if (entry.level > 0)
    {
      g_autofree char *text = td_paragraph_dup_text (paragraph);

      /* An article is its whole text; the outline wants its beginning. */
      if (g_utf8_strlen (text, -1) > 80)
        {
          g_autofree char *head = g_utf8_substring (text, 0, 78);

          g_free (text);
          text = g_strconcat (head, "…", NULL);
        }
      entry.title = g_string_chunk_insert (search->pages->titles, text);
      g_array_append_val (search->entries, entry);
    }
  return TRUE;
}

GArray *
td_pages_list_outline (TdPages *self)
{
  OutlineSearch search = { .entries = g_array_new (FALSE, FALSE, sizeof (TdOutlineEntry)),
                           .pages = self };
  guint n_pages = td_pages_get_n_pages (self);
  guint part = G_MAXUINT;

  if (self->titles == NULL)
    self->titles = g_string_chunk_new (1024);
  for (guint page = 0; page < n_pages; page++)
    {
      const TdBoundPage *bound = &g_array_index (self->pages, TdBoundPage, page);

      if (bound->part != part)
        {
          TdOutlineEntry entry = { td_pages_get_part_title (self, bound->part), 0, page, 0 };

          part = bound->part;
          g_array_append_val (search.entries, entry);
        }
      search.page = page;
      td_pages_foreach_strip (self, page, outline_strip, &search);
    }
  return search.entries;
}
