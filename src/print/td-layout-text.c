/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-layout-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/td-text.h"

/* Baselines this close are one; points. */
#define SAME_LINE 0.6

char *
td_seen_text_name_page (const TdSeenText *self, guint page)
{
  return g_strdup_printf (_ ("page %u"), page - self->first_page + 1);
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
add_letters (GArray *out, const TdPdfGlyph *glyph, guint page)
{
  for (const char *at = glyph->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      TdSeenLetter letter = { g_utf8_get_char (at), page,        glyph->x,    glyph->y,
                              glyph->width,         glyph->size, glyph->font, glyph->grey,
                              glyph->mcid,          glyph->level };

      /* A soft hyphen shows only where a word is broken. */
      if (!g_unichar_isspace (letter.letter) && letter.letter != 0xad)
        g_array_append_val (out, letter);
    }
}

/* A figure's own words are no text of the paper; only the room they take counts. */
static void
extend_figure (TdSeenPage *seen, double top, double bottom)
{
  seen->figure_top = seen->has_figure ? MIN (seen->figure_top, top) : top;
  seen->figure_bottom = seen->has_figure ? MAX (seen->figure_bottom, bottom) : bottom;
  seen->has_figure = TRUE;
}

static void
read_page (TdSeenText *self, guint index)
{
  const TdPdfPage *page = td_pdf_scan_get_page (self->scan, index);
  TdSeenPage seen = { .width = page->width,
                      .height = page->height,
                      .first_stroke = self->strokes->len,
                      .first_extra = self->extras->len };

  for (guint i = 0; i < page->glyphs->len; i++)
    {
      const TdPdfGlyph *glyph = &g_array_index (page->glyphs, TdPdfGlyph, i);

      if (glyph->in_figure)
        extend_figure (&seen, glyph->y - glyph->size, glyph->y);
      else
        add_letters (glyph->mcid >= 0 ? self->letters : self->extras, glyph, index);
    }
  for (guint i = 0; i < page->strokes->len; i++)
    {
      TdPdfStroke stroke = g_array_index (page->strokes, TdPdfStroke, i);

      if (stroke.in_figure)
        extend_figure (&seen, MIN (stroke.y1, stroke.y2), MAX (stroke.y1, stroke.y2));
      else if (stroke.mcid < 0)
        g_array_append_val (self->strokes, stroke);
    }
  seen.end_stroke = self->strokes->len;
  seen.end_extra = self->extras->len;
  g_array_append_val (self->pages, seen);
}

/* --- the document ----------------------------------------------------------------------------- */

static void
add_paragraph (TdSeenText *self, const TdParagraph *paragraph, const TdPaperCell *cell,
               const TdBlock *block, const TdSection *section, guint index)
{
  TdSeenParagraph seen = { paragraph, cell, section, block, index };

  g_array_append_val (self->paragraphs, seen);
}

/* All paragraphs in reading order. */
static void
list_paragraphs (TdSeenText *self, const TdDocument *document)
{
  for (guint s = 0; s < document->sections->len; s++)
    {
      const TdSection *section = g_ptr_array_index (document->sections, s);

      for (guint b = 0; b < section->blocks->len; b++)
        {
          const TdBlock *block = g_ptr_array_index (section->blocks, b);

          if (block->kind == TD_BLOCK_PARAGRAPH)
            add_paragraph (self, block->paragraph, NULL, block, section, s);
          for (guint r = 0; block->kind == TD_BLOCK_TABLE && r < block->table->rows->len; r++)
            {
              const TdPaperRow *row = g_ptr_array_index (block->table->rows, r);

              for (guint c = 0; c < row->cells->len; c++)
                {
                  const TdPaperCell *cell = g_ptr_array_index (row->cells, c);

                  for (guint p = 0; p < cell->paragraphs->len; p++)
                    add_paragraph (self, g_ptr_array_index (cell->paragraphs, p), cell, block,
                                   section, s);
                }
            }
        }
    }
}

static gboolean
has_page_run (const TdParagraph *paragraph)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    if (g_array_index (paragraph->runs, TdRun, i).flags & TD_RUN_PAGE)
      return TRUE;
  return FALSE;
}

/* The letters of a paragraph, without space. */
static GArray *
list_letters (const TdParagraph *paragraph)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autofree char *text = td_paragraph_dup_text (paragraph);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isspace (letter) && letter != 0xad)
        g_array_append_val (letters, letter);
    }
  return letters;
}

static gboolean
is_at (const TdSeenText *self, const GArray *wanted, guint at)
{
  if (at + wanted->len > self->letters->len)
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (td_seen_letter (self, at + i)->letter != g_array_index (wanted, gunichar, i))
      return FALSE;
  return TRUE;
}

/* --- finding ---------------------------------------------------------------------------------- */

/* The words of some letters, for a message. (transfer full) */
static char *
quote_letters (const TdSeenText *self, guint first, guint end)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = first; i < end && i < first + 60; i++)
    {
      const TdSeenLetter *letter = td_seen_letter (self, i);

      if (i > first)
        {
          const TdSeenLetter *last = td_seen_letter (self, i - 1);

          if (fabs (last->y - letter->y) > SAME_LINE || letter->x - last->x - last->width > 1)
            g_string_append_c (text, ' ');
        }
      g_string_append_unichar (text, letter->letter);
    }
  return td_text_excerpt (text->str, 50);
}

static void
add_line (TdSeenText *self, TdSeenParagraph *seen, guint index)
{
  const TdSeenLetter *letter = td_seen_letter (self, index);
  TdSeenLine *last = seen->n_lines > 0 ? td_seen_line (self, self->lines->len - 1) : NULL;

  if (last != NULL && last->page == letter->page && fabs (last->y - letter->y) < SAME_LINE)
    {
      last->n_gaps += letter->x - last->x2 > letter->size * 0.12 ? 1 : 0;
      last->x2 = MAX (last->x2, letter->x + letter->width);
      last->x1 = MIN (last->x1, letter->x);
      last->size = MAX (last->size, letter->size);
      last->end = index + 1;
      return;
    }
  {
    TdSeenLine line = {
      letter->page, letter->x, letter->x + letter->width, letter->y, letter->size, index,
      index + 1,    0
    };

    g_array_append_val (self->lines, line);
    seen->n_lines++;
  }
}

/* Letters from @first to @end belong to no paragraph. */
static void
report_added (const TdSeenText *self, guint first, guint end, TdProblems *problems)
{
  g_autofree char *words = quote_letters (self, first, end);

  td_problems_take (problems, td_seen_text_name_page (self, td_seen_letter (self, first)->page),
                    g_strdup_printf (_ ("“%s” is printed, but is not in the paper or not at this "
                                        "place"),
                                     words),
                    FALSE);
}

static void
find_paragraph (TdSeenText *self, TdSeenParagraph *seen, guint *at, TdProblems *problems)
{
  g_autoptr (GArray) wanted = list_letters (seen->paragraph);
  guint found = *at;

  seen->line = self->lines->len;
  seen->first = seen->end = *at;
  if (has_page_run (seen->paragraph))
    {
      /* The number of a page: whatever figures stand there, in one element. */
      while (found < self->letters->len
             && (g_unichar_isdigit (td_seen_letter (self, found)->letter)
                 || td_seen_letter (self, found)->letter == 0x2026)
             && (found == *at
                 || td_seen_letter (self, found)->mcid == td_seen_letter (self, *at)->mcid))
        found++;
      seen->found = found > *at;
      seen->end = found;
    }
  else
    {
      seen->found = TRUE;
      if (wanted->len == 0)
        return;
      while (found < self->letters->len && !is_at (self, wanted, found))
        found++;
      if (found >= self->letters->len)
        {
          g_autofree char *text = td_paragraph_dup_text (seen->paragraph);
          g_autofree char *words = td_text_excerpt (text, 50);
          guint page = self->letters->len == 0    ? self->first_page
                       : *at < self->letters->len ? td_seen_letter (self, *at)->page
                                                  : self->first_page + self->n_pages - 1;

          td_problems_take (
              problems, td_seen_text_name_page (self, page),
              g_strdup_printf (_ ("“%s” is not printed as it stands in the paper"), words), FALSE);
          seen->found = FALSE;
          return;
        }
      if (found > *at)
        report_added (self, *at, found, problems);
      seen->first = found;
      seen->end = found + wanted->len;
    }
  for (guint i = seen->first; i < seen->end; i++)
    add_line (self, seen, i);
  *at = seen->end;
}

/* Which section each page is of, and how it is counted. */
static void
number_pages (TdSeenText *self)
{
  const TdSection *last = NULL;
  guint number = 0;

  for (guint i = self->paragraphs->len; i-- > 0;)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self, i);

      for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
        td_seen_page (self, td_seen_line (self, l)->page - self->first_page)->section =
            seen->section;
    }
  for (guint p = 0; p < self->pages->len; p++)
    {
      TdSeenPage *page = td_seen_page (self, p);

      if (page->section == NULL)
        page->section = last;
      if (page->section != last && (last == NULL || (page->section->flags & TD_SECTION_ANNEX) != 0))
        number = 0;
      page->number = ++number;
      last = page->section;
    }
}

TdSeenText *
td_seen_text_new (TdPdfScan *scan, guint first, guint n_pages, const TdDocument *document,
                  TdProblems *problems)
{
  TdSeenText *self = g_new0 (TdSeenText, 1);
  guint at = 0;

  self->scan = scan;
  self->first_page = first;
  self->n_pages = n_pages;
  self->letters = g_array_new (FALSE, FALSE, sizeof (TdSeenLetter));
  self->extras = g_array_new (FALSE, FALSE, sizeof (TdSeenLetter));
  self->lines = g_array_new (FALSE, FALSE, sizeof (TdSeenLine));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (TdSeenParagraph));
  self->pages = g_array_new (FALSE, FALSE, sizeof (TdSeenPage));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (TdPdfStroke));
  for (guint page = first; page < first + n_pages; page++)
    read_page (self, page);
  list_paragraphs (self, document);
  for (guint i = 0; i < self->paragraphs->len; i++)
    find_paragraph (self, td_seen_paragraph (self, i), &at, problems);
  if (at < self->letters->len)
    report_added (self, at, self->letters->len, problems);
  number_pages (self);
  return self;
}

void
td_seen_text_free (TdSeenText *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->letters);
  g_array_unref (self->extras);
  g_array_unref (self->lines);
  g_array_unref (self->paragraphs);
  g_array_unref (self->pages);
  g_array_unref (self->strokes);
  g_free (self);
}
