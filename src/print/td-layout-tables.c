/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/td-text.h"
#include "print/td-layout-private.h"

/* A cell is not wider than the widest sheet, mm. */
#define FARTHEST_GRID 420.0

/* --- besides the paper ------------------------------------------------------------------------ */

/* A line of letters that are not the paper's. */
typedef struct
{
  GString *text;
  double x1, x2, y, size;
  float grey;
  gboolean level;
  guint font;
} Extra;

static void
clear_extra (gpointer data)
{
  g_string_free (((Extra *) data)->text, TRUE);
}

/* A face comes in several subsets: letters of one are in different fonts of the file. */
static gboolean
is_same_face (const TdLayoutCheck *self, guint a, guint b)
{
  const TdPdfFont *first = td_pdf_scan_get_font (self->text->scan, a);
  const TdPdfFont *second = td_pdf_scan_get_font (self->text->scan, b);

  return first->bold == second->bold && first->italic == second->italic;
}

/* What is printed on a page besides the paper, line by line as it was drawn. */
static GArray *
list_extras (const TdLayoutCheck *self, const TdSeenPage *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Extra));

  g_array_set_clear_func (lines, clear_extra);
  for (guint i = page->first_extra; i < page->end_extra; i++)
    {
      const TdSeenLetter *letter = &g_array_index (self->text->extras, TdSeenLetter, i);
      Extra *last = lines->len > 0 ? &g_array_index (lines, Extra, lines->len - 1) : NULL;

      if (last != NULL && last->level == letter->level && fabs (last->size - letter->size) < 0.1
          && is_same_face (self, last->font, letter->font)
          && (!letter->level
              || (fabs (last->y - letter->y) < 0.6 && letter->x - last->x2 < letter->size * 3
                  && letter->x >= last->x1)))
        {
          g_string_append_unichar (last->text, letter->letter);
          last->x2 = letter->x + letter->width;
          continue;
        }
      {
        Extra extra = { g_string_new (NULL), letter->x,    letter->x + letter->width,
                        letter->y,           letter->size, letter->grey,
                        letter->level,       letter->font };

        g_string_append_unichar (extra.text, letter->letter);
        g_array_append_val (lines, extra);
      }
    }
  return lines;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789") == strlen (text);
}

/* @text without space. (transfer full) */
static char *
close_up (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));
  return g_string_free (out, FALSE);
}

/* I.7: in the middle of the upper margin, 13 to 14 points, upright, not on the first page. */
static void
check_number (const TdLayoutCheck *self, guint page, const Extra *extra)
{
  const TdSeenPage *sheet = td_seen_page (self->text, page - self->text->first_page);
  g_autofree char *expected = g_strdup_printf ("%u", sheet->number);
  double middle = (TD_MM (self->left) + sheet->width - TD_MM (self->right)) / 2;
  const TdPdfFont *font = td_pdf_scan_get_font (self->text->scan, extra->font);

  if (sheet->number == 1)
    td_layout_complain (self, page,
                        _ ("the first page shows its number (NĐ 30/2020, Phụ lục I, I.7)"));
  else if (!g_str_equal (extra->text->str, expected))
    td_layout_complain (self, page, _ ("the page number is %s instead of %s"), extra->text->str,
                        expected);
  if (extra->size < self->looks->page_number_size.min - 0.06
      || extra->size > self->looks->page_number_size.max + 0.06)
    td_layout_complain (self, page,
                        _ ("the page number is not set in 13 to 14 points (NĐ 30/2020, Phụ lục I, "
                           "I.7)"));
  if (font->bold || font->italic)
    td_layout_complain (self, page,
                        _ ("the page number is not upright (NĐ 30/2020, Phụ lục I, I.7)"));
  if (fabs ((extra->x1 + extra->x2) / 2 - middle) > TD_MM (1.5))
    td_layout_complain (self, page,
                        _ ("the page number does not stand in the middle (NĐ 30/2020, Phụ lục I, "
                           "I.7)"));
}

/* The header of the table that goes on to the page, without space; "" for none. (transfer full) */
static char *
find_header (const TdLayoutCheck *self, guint page)
{
  GString *header = g_string_new (NULL);

  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);
      const TdPaperRow *first;

      if (seen->cell == NULL || seen->block->table->use != TD_TABLE_GRID || seen->n_lines == 0
          || td_seen_line (self->text, seen->line)->page != page)
        continue;
      /* The first cell on the page: of a table that began before it? */
      first = g_ptr_array_index (seen->block->table->rows, 0);
      if (first->kind != TD_ROW_HEAD || seen->cell->row->kind == TD_ROW_HEAD)
        break;
      for (guint before = 0; before < i; before++)
        {
          const TdSeenParagraph *other = td_seen_paragraph (self->text, before);

          if (other->block == seen->block && other->n_lines > 0
              && td_seen_line (self->text, other->line)->page == page)
            return g_string_free (header, FALSE);
        }
      for (guint r = 0; r < seen->block->table->rows->len; r++)
        {
          const TdPaperRow *row = g_ptr_array_index (seen->block->table->rows, r);

          for (guint c = 0; row->kind == TD_ROW_HEAD && c < row->cells->len; c++)
            {
              const TdPaperCell *cell = g_ptr_array_index (row->cells, c);

              for (guint p = 0; p < cell->paragraphs->len; p++)
                {
                  g_autofree char *text =
                      td_paragraph_dup_text (g_ptr_array_index (cell->paragraphs, p));
                  g_autofree char *closed = close_up (text);

                  g_string_append (header, closed);
                }
            }
        }
      break;
    }
  return g_string_free (header, FALSE);
}

typedef struct
{
  guint n_numbers, n_watermarks, n_codes, n_runnings;
  GString *rest; /* what is none of these */
} Furniture;

static void
sort_extra (const TdLayoutCheck *self, guint page, const Extra *extra, Furniture *found)
{
  const TdSeenPage *sheet = td_seen_page (self->text, page - self->text->first_page);
  g_autofree char *code = self->document->revision != NULL && *self->document->revision != '\0'
                              ? g_strconcat ("Mãbản:", self->document->revision, NULL)
                              : NULL;
  g_autofree char *closed_code = code != NULL ? close_up (code) : NULL;
  double foot = sheet->height - TD_MM (self->looks->bottom.min);

  if (!extra->level && extra->grey > 0.5 && g_str_equal (extra->text->str, "DỰTHẢO"))
    found->n_watermarks++;
  else if (is_number (extra->text->str) && extra->y < TD_MM (self->looks->top.min))
    {
      found->n_numbers++;
      check_number (self, page, extra);
    }
  else if (closed_code != NULL && extra->y > foot && g_str_equal (extra->text->str, closed_code))
    found->n_codes++;
  else if (self->scope->bound && extra->y > foot
           && g_str_has_prefix (extra->text->str, "Hồsơ-trang"))
    found->n_runnings++;
  else
    g_string_append (found->rest, extra->text->str);
}

static void
check_page_furniture (const TdLayoutCheck *self, guint page)
{
  const TdSeenPage *sheet = td_seen_page (self->text, page - self->text->first_page);
  g_autoptr (GArray) extras = list_extras (self, sheet);
  g_autofree char *header = find_header (self, page);
  TdSectionFlags flags = sheet->section != NULL ? sheet->section->flags : TD_SECTION_PLAIN;
  Furniture found = { .rest = g_string_new (NULL) };

  for (guint i = 0; i < extras->len; i++)
    sort_extra (self, page, &g_array_index (extras, Extra, i), &found);
  if ((flags & (TD_SECTION_UNNUMBERED | TD_SECTION_STOCK)) == 0 && sheet->number > 1
      && found.n_numbers == 0)
    td_layout_complain (self, page, _ ("the page has no number (NĐ 30/2020, Phụ lục I, I.7)"));
  if ((flags & TD_SECTION_STOCK) == 0)
    {
      if (self->document->draft && found.n_watermarks != 1)
        td_layout_complain (self, page, _ ("the page of a draft does not say “DỰ THẢO”"));
      if (!self->document->draft && self->document->revision != NULL
          && *self->document->revision != '\0' && found.n_codes != 1)
        td_layout_complain (self, page, _ ("the page does not carry the code %s"),
                            self->document->revision);
    }
  if (!self->document->draft && found.n_watermarks > 0)
    td_layout_complain (self, page, _ ("the page of a final paper says “DỰ THẢO”"));
  if (!g_str_equal (found.rest->str, header))
    {
      g_autofree char *words = td_text_excerpt (found.rest->str, 40);

      if (found.rest->len == 0)
        td_layout_complain (self, page, _ ("the table's header is not repeated"));
      else if (*header == '\0')
        td_layout_complain (self, page, _ ("“%s” is printed besides the paper"), words);
      else
        td_layout_complain (self, page, _ ("the repeated header of the table reads “%s”"), words);
    }
  g_string_free (found.rest, TRUE);
}

void
td_layout_check_furniture (const TdLayoutCheck *self)
{
  for (guint page = 0; page < self->text->n_pages; page++)
    check_page_furniture (self, self->text->first_page + page);
}

/* --- grids ------------------------------------------------------------------------------------ */

typedef struct
{
  gboolean left, right, above, below, crossed;
} Sides;

/* Which sides of a line of text have a stroke of a grid, and whether one runs through it. */
static Sides
look_around (const TdLayoutCheck *self, const TdSeenLine *line)
{
  const TdSeenPage *page = td_seen_page (self->text, line->page - self->text->first_page);
  double top = line->y - line->size * 0.7, bottom = line->y + line->size * 0.2;
  double middle = (line->x1 + line->x2) / 2, farthest = TD_MM (FARTHEST_GRID);
  Sides sides = { FALSE, FALSE, FALSE, FALSE, FALSE };

  for (guint i = page->first_stroke; i < page->end_stroke; i++)
    {
      const TdPdfStroke *stroke = &g_array_index (self->text->strokes, TdPdfStroke, i);
      double x1 = MIN (stroke->x1, stroke->x2), x2 = MAX (stroke->x1, stroke->x2);
      double y1 = MIN (stroke->y1, stroke->y2), y2 = MAX (stroke->y1, stroke->y2);

      if (x2 - x1 < 0.2 && y1 < top + 1 && y2 > bottom - 1)
        {
          sides.left |= x1 <= line->x1 + 0.5 && x1 > line->x1 - farthest;
          sides.right |= x1 >= line->x2 - 0.5 && x1 < line->x2 + farthest;
          sides.crossed |= x1 > line->x1 + 1 && x1 < line->x2 - 1;
        }
      else if (y2 - y1 < 0.2 && x1 < middle && x2 > middle)
        {
          sides.above |= y1 <= top + 1.5;
          sides.below |= y1 >= bottom - 1.5;
          sides.crossed |= y1 > top + 1.5 && y1 < bottom - 1.5;
        }
    }
  return sides;
}

static void
check_grid (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
    {
      const TdSeenLine *line = td_seen_line (self->text, l);
      Sides sides = look_around (self, line);
      g_autofree char *text = NULL;
      g_autofree char *words = NULL;

      if (sides.left && sides.right && sides.above && sides.below && !sides.crossed)
        continue;
      text = td_paragraph_dup_text (seen->paragraph);
      words = td_text_excerpt (text, 40);
      td_layout_complain (self, line->page,
                          sides.crossed ? _ ("a line of the table runs through “%s”")
                                        : _ ("the table has no line on a side of “%s”"),
                          words);
      return;
    }
}

/* Where the decimal comma of a line is, or its end; -1 when it is no number. */
static double
find_comma (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  double end = -1;

  if (seen->n_lines != 1)
    return -1;
  for (guint i = seen->first; i < seen->end; i++)
    {
      const TdSeenLetter *letter = td_seen_letter (self->text, i);

      if (letter->letter == ',')
        return letter->x;
      if (!g_unichar_isdigit (letter->letter) && letter->letter != '.' && letter->letter != '-')
        return -1;
      end = letter->x + letter->width;
    }
  return end;
}

static void
check_commas (const TdLayoutCheck *self, const TdSeenParagraph *seen, GHashTable *places)
{
  const TdColumn *column =
      &g_array_index (seen->block->table->columns, TdColumn, seen->cell->column);
  gpointer key = (gpointer) column;
  double *place = g_hash_table_lookup (places, key);
  double at;

  if (column->align != TD_ALIGN_DECIMAL || seen->cell->col_span > 1
      || seen->cell->row->kind == TD_ROW_HEAD || (at = find_comma (self, seen)) < 0)
    return;
  if (place == NULL)
    {
      place = g_new (double, 1);
      *place = at;
      g_hash_table_insert (places, key, place);
    }
  else if (fabs (*place - at) > 1)
    {
      g_autofree char *text = td_paragraph_dup_text (seen->paragraph);

      td_layout_complain (self, td_seen_line (self->text, seen->line)->page,
                          _ ("the decimal comma of “%s” does not stand under those above it"),
                          text);
    }
}

void
td_layout_check_tables (const TdLayoutCheck *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      if (seen->cell == NULL || seen->n_lines == 0 || seen->block->table->use != TD_TABLE_GRID)
        continue;
      check_grid (self, seen);
      check_commas (self, seen, places);
    }
}
