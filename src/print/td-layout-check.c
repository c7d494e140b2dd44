/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-layout-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/td-decimal.h"
#include "base/td-text.h"
#include "print/td-layout-private.h"
#include "print/td-pdf-papers.h"

/* What a ruler and an eye would let pass; mm and points. */
#define TOLERANCE_MM   0.6
#define TOLERANCE_SIZE 0.06
/* The letters' height above and below the baseline, of their size: Times New Roman's. */
#define ASCENT  0.891
#define DESCENT 0.216

static double
to_mm (double points)
{
  return points / TD_POINTS_PER_MM;
}

/* A measure for a sentence: one fraction digit, decimal comma. (transfer full) */
static char *
write_number (double value)
{
  return td_decimal_format ((TdDecimal) llround (value * 10) * (TD_DECIMAL_SCALE / 10),
                            TD_STYLE_VIETNAMESE);
}

void
td_layout_complain (const TdLayoutCheck *self, guint page, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  td_problems_take (self->problems, td_seen_text_name_page (self->text, page),
                    g_strdup_vprintf (format, args), FALSE);
  va_end (args);
}

/* The first words of a paragraph, in quotation marks, and what it is. (transfer full) */
static char *
name_paragraph (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  g_autofree char *text = td_paragraph_dup_text (seen->paragraph);
  g_autofree char *words = td_text_excerpt (text, 40);

  return g_strdup_printf ("“%s” (%s)", words, self->looks->roles[seen->paragraph->role].name);
}

static const TdSeenLine *
get_first_line (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  return td_seen_line (self->text, seen->line);
}

G_GNUC_PRINTF (4, 5)
static void
complain_of (const TdLayoutCheck *self, const TdSeenParagraph *seen, const TdLook *look,
             const char *format, ...)
{
  g_autofree char *name = name_paragraph (self, seen);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (look != NULL && !g_str_equal (look->clause, "-"))
    td_layout_complain (self, get_first_line (self, seen)->page,
                        "%s %s (NĐ 30/2020, Phụ lục I, %s)", name, what, look->clause);
  else
    td_layout_complain (self, get_first_line (self, seen)->page, "%s %s", name, what);
}

/* --- letters ---------------------------------------------------------------------------------- */

/* Whether the letter at @index of the paragraph is to be bold and italic. */
static void
get_wanted_face (const TdLook *look, const TdParagraph *paragraph, guint index, gboolean *bold,
                 gboolean *italic)
{
  guint passed = 0;

  *bold = look->bold;
  *italic = look->italic;
  if (paragraph->label != NULL)
    passed += (guint) g_utf8_strlen (paragraph->label, -1);
  if (index < passed)
    return;
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);

      for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char (at))
        passed += g_unichar_isspace (g_utf8_get_char (at)) || g_utf8_get_char (at) == 0xad ? 0 : 1;
      if (index >= passed)
        continue;
      if (run->flags & TD_RUN_UPRIGHT)
        *bold = *italic = FALSE;
      else
        {
          *bold |= (run->flags & TD_RUN_BOLD) != 0;
          *italic |= (run->flags & TD_RUN_ITALIC) != 0;
        }
      return;
    }
}

static void
check_letters (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdLook *look = &self->looks->roles[seen->paragraph->role];
  gboolean told_size = FALSE, told_face = FALSE, told_colour = FALSE, told_font = FALSE;

  for (guint i = seen->first; i < seen->end; i++)
    {
      const TdSeenLetter *letter = td_seen_letter (self->text, i);
      const TdPdfFont *font = td_pdf_scan_get_font (self->text->scan, letter->font);
      gboolean bold, italic;

      if (!told_size
          && (letter->size < look->size.min - TOLERANCE_SIZE
              || letter->size > look->size.max + TOLERANCE_SIZE))
        {
          g_autofree char *size = write_number (letter->size);
          g_autofree char *least = write_number (look->size.min);
          g_autofree char *most = write_number (look->size.max);

          complain_of (self, seen, look, _ ("is set in %s points; from %s to %s are allowed"), size,
                       least, most);
          told_size = TRUE;
        }
      get_wanted_face (look, seen->paragraph, i - seen->first, &bold, &italic);
      if (!told_face && (font->bold != bold || font->italic != italic))
        {
          complain_of (self, seen, look,
                       bold != font->bold ? bold ? _ ("is not bold") : _ ("is bold")
                       : italic ? _ ("is not italic")
                                          : _ ("is italic"));
          told_face = TRUE;
        }
      if (!told_colour && !(letter->grey >= 0 && letter->grey < 0.02))
        {
          complain_of (self, seen, NULL, _ ("is not black (NĐ 30/2020, Phụ lục I, I.4)"));
          told_colour = TRUE;
        }
      if (!told_font && strstr (font->name, "TimesNewRoman") == NULL
          && strstr (font->name, "LiberationSerif") == NULL)
        {
          complain_of (self, seen, NULL,
                       _ ("is set in %s instead of Times New Roman (NĐ 30/2020, Phụ lục I, I.4)"),
                       font->name);
          told_font = TRUE;
        }
    }
  if (td_role_is_upper (seen->paragraph->role))
    {
      g_autofree char *text = td_paragraph_dup_text (seen->paragraph);
      g_autofree char *upper = g_utf8_strup (text, -1);

      if (!g_str_equal (text, upper))
        complain_of (self, seen, look, _ ("is not in capitals"));
    }
}

/* --- lines ------------------------------------------------------------------------------------ */

/* The column a paragraph stands in; FALSE when it is not known from the page alone. */
static gboolean
get_column (const TdLayoutCheck *self, const TdSeenParagraph *seen, guint page, double *left,
            double *right)
{
  const TdSeenPage *sheet = td_seen_page (self->text, page - self->text->first_page);

  *left = TD_MM (self->left);
  *right = sheet->width - TD_MM (self->right);
  return seen->cell == NULL;
}

static void
check_alignment (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdLook *look = &self->looks->roles[seen->paragraph->role];
  double left, right, tolerance = TD_MM (TOLERANCE_MM);

  for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
    {
      const TdSeenLine *line = td_seen_line (self->text, l);
      gboolean last = l + 1 == seen->line + seen->n_lines;

      if (!get_column (self, seen, line->page, &left, &right))
        return;
      if (look->align == TD_ALIGN_CENTER
          && fabs ((line->x1 + line->x2) / 2 - (left + right) / 2) > 2 * tolerance)
        {
          complain_of (self, seen, look, _ ("does not stand in the middle"));
          return;
        }
      if (look->align != TD_ALIGN_JUSTIFY)
        continue;
      /* The last line, and one that would be torn open, end where they end. */
      if (!last && line->n_gaps >= 3 && right - line->x2 > tolerance
          && right - line->x2 < TD_MM (40))
        {
          complain_of (self, seen, look, _ ("is not set to both margins"));
          return;
        }
    }
}

static void
check_indent (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdLook *look = &self->looks->roles[seen->paragraph->role];
  const TdSeenLine *line = get_first_line (self, seen);
  double left, right, indent;

  if (look->first_indent <= 0 || !get_column (self, seen, line->page, &left, &right))
    return;
  indent = to_mm (line->x1 - left);
  if (fabs (indent - self->looks->indents[0]) > TOLERANCE_MM
      && fabs (indent - self->looks->indents[1]) > TOLERANCE_MM)
    {
      g_autofree char *found = write_number (indent);

      complain_of (self, seen, look,
                   _ ("begins %s mm from the margin; 10 mm or 12.7 mm are asked for"), found);
    }
}

/* From baseline to baseline within a paragraph: single to one and a half. */
static void
check_spacing (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdLook *look = &self->looks->roles[seen->paragraph->role];

  for (guint l = seen->line + 1; l < seen->line + seen->n_lines; l++)
    {
      const TdSeenLine *above = td_seen_line (self->text, l - 1),
                       *line = td_seen_line (self->text, l);
      double spacing = (line->y - above->y) / (line->size * TD_SINGLE_LINE);

      if (line->page != above->page)
        continue;
      if (spacing < self->looks->line.min - 0.03 || spacing > self->looks->line.max + 0.03)
        {
          g_autofree char *found = write_number (spacing);

          complain_of (self, seen, look,
                       _ ("has a line spacing of %s; from single to 1.5 are allowed"), found);
          return;
        }
    }
}

/* Body text: what II.6.e speaks of. */
static gboolean
is_text (const TdSeenParagraph *seen)
{
  switch ((guint) seen->paragraph->role)
    {
    case TD_ROLE_BODY:
    case TD_ROLE_GROUND:
    case TD_ROLE_ARTICLE:
    case TD_ROLE_HEADING:
    case TD_ROLE_CLAUSE:
    case TD_ROLE_SUBCLAUSE:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
check_gap (const TdLayoutCheck *self, const TdSeenParagraph *above, const TdSeenParagraph *seen)
{
  const TdSeenLine *last = td_seen_line (self->text, above->line + above->n_lines - 1);
  const TdSeenLine *line = get_first_line (self, seen);
  double gap = line->y - last->y - line->size * TD_SINGLE_LINE;

  if (last->page != line->page)
    return;
  if (gap < self->looks->least_after - 0.5)
    {
      g_autofree char *found = write_number (MAX (gap, 0));

      complain_of (self, seen, &self->looks->roles[seen->paragraph->role],
                   _ ("stands %s points below the paragraph above; at least 6 are asked for"),
                   found);
    }
}

/* --- rules ------------------------------------------------------------------------------------ */

/* The rule under a line of text: a level stroke near below it, about its middle. %NULL when none is. */
static const TdPdfStroke *
find_rule (const TdLayoutCheck *self, const TdSeenLine *line)
{
  const TdSeenPage *page = td_seen_page (self->text, line->page - self->text->first_page);

  for (guint i = page->first_stroke; i < page->end_stroke; i++)
    {
      const TdPdfStroke *stroke = &g_array_index (self->text->strokes, TdPdfStroke, i);

      if (fabs (stroke->y1 - stroke->y2) < 0.2 && stroke->y1 > line->y
          && stroke->y1 < line->y + TD_MM (4.5)
          && fabs ((stroke->x1 + stroke->x2) / 2 - (line->x1 + line->x2) / 2) < TD_MM (2))
        return stroke;
    }
  return NULL;
}

static void
check_rule (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdLook *look = &self->looks->roles[seen->paragraph->role];
  const TdPdfStroke *stroke;
  double longest = 0, length;

  if (look->rule == TD_RULE_NONE)
    return;
  for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
    longest = MAX (longest, td_seen_line (self->text, l)->x2 - td_seen_line (self->text, l)->x1);
  stroke = find_rule (self, td_seen_line (self->text, seen->line + seen->n_lines - 1));
  if (stroke == NULL)
    {
      complain_of (self, seen, look, _ ("has no rule under it"));
      return;
    }
  length = fabs (stroke->x2 - stroke->x1);
  if (look->rule == TD_RULE_FULL && fabs (length - longest) > TD_MM (1.5))
    complain_of (self, seen, look, _ ("has a rule that is not as long as the line"));
  else if (look->rule == TD_RULE_PART
           && (length < longest * self->looks->part_rule_min - TD_MM (0.5)
               || length > longest * self->looks->part_rule_max + TD_MM (0.5)))
    complain_of (self, seen, look,
                 _ ("has a rule that is not from one third to one half of the line"));
}

/* --- places ----------------------------------------------------------------------------------- */

/* The first paragraph of a role in the section, or %NULL. */
static const TdSeenParagraph *
find_role (const TdLayoutCheck *self, guint section, TdRole role)
{
  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      if (seen->index == section && seen->paragraph->role == role && seen->n_lines > 0)
        return seen;
    }
  return NULL;
}

static double
get_middle (const TdLayoutCheck *self, const TdSeenParagraph *seen)
{
  const TdSeenLine *line = get_first_line (self, seen);

  return (line->x1 + line->x2) / 2;
}

/* @second stands below @first, both being there. */
static void
check_below (const TdLayoutCheck *self, const TdSeenParagraph *first, const TdSeenParagraph *second)
{
  if (first != NULL && second != NULL
      && get_first_line (self, second)->page == get_first_line (self, first)->page
      && get_first_line (self, second)->y <= get_first_line (self, first)->y)
    complain_of (self, second, NULL, _ ("does not stand in its place (NĐ 30/2020, Phụ lục I, IV)"));
}

static void
check_masthead (const TdLayoutCheck *self)
{
  const TdSeenParagraph *nation = find_role (self, 0, TD_ROLE_NATION);
  const TdSeenParagraph *motto = find_role (self, 0, TD_ROLE_MOTTO);
  const TdSeenParagraph *agency = find_role (self, 0, TD_ROLE_AGENCY);
  const TdSeenParagraph *superior = find_role (self, 0, TD_ROLE_SUPERIOR);
  const TdSeenParagraph *number = find_role (self, 0, TD_ROLE_NUMBER);
  const TdSeenParagraph *date = find_role (self, 0, TD_ROLE_PLACE_DATE);
  const TdSeenParagraph *type = find_role (self, 0, TD_ROLE_TYPE);
  const TdSeenParagraph *subject = find_role (self, 0, TD_ROLE_SUBJECT);
  double half = td_seen_page (self->text, 0)->width / 2;

  if (nation == NULL || motto == NULL || agency == NULL)
    {
      td_layout_complain (
          self, self->text->first_page,
          _ ("Quốc hiệu, Tiêu ngữ or the issuing body is missing (NĐ 30/2020, Phụ lục "
             "I, II.1 and II.2)"));
      return;
    }
  if (get_middle (self, nation) < half)
    complain_of (self, nation, &self->looks->roles[TD_ROLE_NATION],
                 _ ("does not stand on the right"));
  if (get_middle (self, agency) > half)
    complain_of (self, agency, &self->looks->roles[TD_ROLE_AGENCY],
                 _ ("does not stand on the left"));
  if (fabs (get_middle (self, nation) - get_middle (self, motto)) > TD_MM (1))
    complain_of (self, motto, &self->looks->roles[TD_ROLE_MOTTO],
                 _ ("does not stand in the middle under Quốc hiệu"));
  check_below (self, nation, motto);
  check_below (self, superior, agency);
  check_below (self, agency, number);
  check_below (self, motto, date);
  check_below (self, number != NULL ? number : agency, type);
  check_below (self, type, subject);
  if (number != NULL && date != NULL
      && fabs (get_first_line (self, number)->y - get_first_line (self, date)->y) > 1.5)
    complain_of (self, date, &self->looks->roles[TD_ROLE_PLACE_DATE],
                 _ ("does not stand on the line of the number"));
  if (number != NULL && get_middle (self, number) > half)
    complain_of (self, number, &self->looks->roles[TD_ROLE_NUMBER],
                 _ ("does not stand on the left"));
  if (date != NULL && fabs (get_middle (self, date) - get_middle (self, nation)) > TD_MM (1))
    complain_of (self, date, &self->looks->roles[TD_ROLE_PLACE_DATE],
                 _ ("does not stand in the middle under Quốc hiệu"));
}

/* Recipients at the left margin, level with the signer's office; the signature not alone. */
static void
check_signatures (const TdLayoutCheck *self, guint section)
{
  const TdSeenParagraph *office = find_role (self, section, TD_ROLE_SIGN_AUTHORITY);
  const TdSeenParagraph *name = find_role (self, section, TD_ROLE_SIGN_NAME);
  const TdSeenParagraph *head = find_role (self, section, TD_ROLE_RECIPIENTS_HEAD);
  const TdSeenParagraph *first = office != NULL ? office : name;
  guint n_lines = 0;
  guint page;

  if (first == NULL)
    return;
  page = get_first_line (self, first)->page;
  if (head != NULL)
    {
      const TdSeenLine *line = get_first_line (self, head);

      if (fabs (to_mm (line->x1) - self->left) > TOLERANCE_MM)
        complain_of (self, head, &self->looks->roles[TD_ROLE_RECIPIENTS_HEAD],
                     _ ("does not stand at the left margin"));
      /* Minutes have their recipients below both signatures (mẫu 1.9). */
      if (office != NULL && self->document->kind != TD_PAPER_MINUTES && line->page == page
          && fabs (line->y - get_first_line (self, office)->y) > TD_MM (2))
        complain_of (self, head, &self->looks->roles[TD_ROLE_RECIPIENTS_HEAD],
                     _ ("is not level with the office of the signer"));
    }
  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      if (seen->block == first->block)
        break;
      for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
        n_lines += td_seen_line (self->text, l)->page == page ? 1 : 0;
    }
  if (n_lines < 2)
    complain_of (self, first, NULL, _ ("stands on a page without two lines of text above it"));
}

/* The body ends with “./.” before the signatures. */
static void
check_end (const TdLayoutCheck *self)
{
  const TdSeenParagraph *last = NULL;

  if (find_role (self, 0, TD_ROLE_SIGN_NAME) == NULL
      && find_role (self, 0, TD_ROLE_SIGN_AUTHORITY) == NULL)
    return;
  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      if (seen->index == 0 && seen->cell == NULL && seen->n_lines > 0)
        last = seen;
    }
  if (last != NULL)
    {
      g_autofree char *text = td_paragraph_dup_text (last->paragraph);

      if (!g_str_has_suffix (g_strchomp (text), "./."))
        complain_of (self, last, NULL,
                     _ ("ends the text without “./.” (NĐ 30/2020, Phụ lục III, mẫu 1.4)"));
    }
}

/* Headings are not the last thing on a page. */
static void
check_headings (const TdLayoutCheck *self)
{
  for (guint i = 0; i + 1 < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);
      const TdSeenParagraph *next = td_seen_paragraph (self->text, i + 1);
      const TdSeenLine *line;

      if (td_role_get_outline_level (seen->paragraph->role) == 0
          || seen->paragraph->role == TD_ROLE_ARTICLE || seen->n_lines == 0 || next->n_lines == 0
          || next->index != seen->index)
        continue;
      line = td_seen_line (self->text, seen->line + seen->n_lines - 1);
      if (get_first_line (self, next)->page != line->page)
        complain_of (self, seen, NULL, _ ("is parted from what it heads"));
    }
}

/* --- pages ------------------------------------------------------------------------------------ */

static void
check_margin (const TdLayoutCheck *self, guint page, const char *name, double found,
              const TdRange *range, gboolean least_only)
{
  g_autofree char *measured = write_number (found);
  g_autofree char *least = write_number (range->min);
  g_autofree char *most = write_number (range->max);

  if (found < range->min - TOLERANCE_MM || (!least_only && found > range->max + TOLERANCE_MM))
    td_layout_complain (
        self, page,
        _ ("the %s margin is %s mm; %s to %s mm are asked for (NĐ 30/2020, Phụ lục I, "
           "I.3)"),
        name, measured, least, most);
}

typedef struct
{
  double left, top, right, bottom; /* edges of what is on the page, points */
  gboolean any;
} Extent;

static void
extend (Extent *self, double left, double top, double right, double bottom)
{
  if (!self->any)
    *self = (Extent){ left, top, right, bottom, TRUE };
  self->left = MIN (self->left, left);
  self->top = MIN (self->top, top);
  self->right = MAX (self->right, right);
  self->bottom = MAX (self->bottom, bottom);
}

/* What the paper's own words and grids take of each page. (transfer full) */
static Extent *
measure_pages (const TdLayoutCheck *self)
{
  const TdSeenText *text = self->text;
  Extent *extents = g_new0 (Extent, text->n_pages);

  for (guint l = 0; l < text->lines->len; l++)
    {
      const TdSeenLine *line = td_seen_line (text, l);

      extend (&extents[line->page - text->first_page], line->x1, line->y - line->size * ASCENT,
              line->x2, line->y + line->size * DESCENT);
    }
  for (guint p = 0; p < text->n_pages; p++)
    for (guint i = td_seen_page (text, p)->first_stroke; i < td_seen_page (text, p)->end_stroke;
         i++)
      {
        const TdPdfStroke *stroke = &g_array_index (text->strokes, TdPdfStroke, i);

        extend (&extents[p], MIN (stroke->x1, stroke->x2), MIN (stroke->y1, stroke->y2),
                MAX (stroke->x1, stroke->x2), MAX (stroke->y1, stroke->y2));
      }
  return extents;
}

static gboolean
is_stock (const TdSeenPage *page)
{
  return page->section != NULL && (page->section->flags & TD_SECTION_STOCK) != 0;
}

static void
check_margins (const TdLayoutCheck *self)
{
  const TdLooks *looks = self->looks;
  g_autofree Extent *extents = measure_pages (self);
  double left = G_MAXDOUBLE, right = G_MAXDOUBLE;
  guint left_page = 0, right_page = 0;

  for (guint p = 0; p < self->text->n_pages; p++)
    {
      const TdSeenPage *page = td_seen_page (self->text, p);
      guint number = self->text->first_page + p;
      double found;

      if (!extents[p].any || is_stock (page))
        continue;
      if ((found = to_mm (extents[p].left)) < left)
        {
          left = found;
          left_page = number;
        }
      if ((found = to_mm (page->width - extents[p].right)) < right)
        {
          right = found;
          right_page = number;
        }
      /* A page begins at its margin; where it ends is another matter. */
      if (!page->has_figure || extents[p].top <= page->figure_top)
        check_margin (self, number, _ ("upper"), to_mm (extents[p].top), &looks->top, FALSE);
      else
        /* A figure fills its room as it likes: it must not begin too high. */
        check_margin (self, number, _ ("upper"), to_mm (page->figure_top), &looks->top, TRUE);
      if (page->has_figure)
        extents[p].bottom = MAX (extents[p].bottom, page->figure_bottom);
      check_margin (self, number, _ ("lower"), to_mm (page->height - extents[p].bottom),
                    &looks->bottom, TRUE);
    }
  if (left < G_MAXDOUBLE)
    check_margin (self, left_page, _ ("left"), left, &looks->left, FALSE);
  if (right < G_MAXDOUBLE)
    check_margin (self, right_page, _ ("right"), right, &looks->right, FALSE);
}

/* A4, upright or lying as the section is; A3 for the stock that is. */
static void
check_sheets (const TdLayoutCheck *self)
{
  for (guint p = 0; p < self->text->n_pages; p++)
    {
      const TdSeenPage *page = td_seen_page (self->text, p);
      TdPageBox box;

      if (page->section == NULL)
        continue;
      td_looks_get_page_box (self->looks, page->section->flags, &box);
      if (fabs (box.width - page->width) > 1 || fabs (box.height - page->height) > 1)
        {
          g_autofree char *width = write_number (to_mm (page->width));
          g_autofree char *height = write_number (to_mm (page->height));

          td_layout_complain (
              self, self->text->first_page + p,
              _ ("the sheet is %s mm by %s mm: not the A4 that is asked for, or turned "
                 "(NĐ 30/2020, Phụ lục I, I.1)"),
              width, height);
        }
    }
}

/* Lines of text do not lie on one another. */
static void
check_overlap (const TdLayoutCheck *self)
{
  const TdSeenText *text = self->text;

  for (guint i = 0; i < text->lines->len; i++)
    {
      const TdSeenLine *a = td_seen_line (text, i);

      /* In reading order what could overlap is near; cells of one row come within a few hundred lines. */
      for (guint j = i + 1; j < text->lines->len && j < i + 400; j++)
        {
          const TdSeenLine *b = td_seen_line (text, j);

          if (b->page != a->page)
            break;
          if (a->x1 < b->x2 - 0.5 && b->x1 < a->x2 - 0.5
              && a->y - a->size * 0.65 < b->y + b->size * 0.15
              && b->y - b->size * 0.65 < a->y + a->size * 0.15)
            {
              td_layout_complain (self, a->page, _ ("two lines of text lie on one another"));
              return;
            }
        }
    }
}

/* --- all of it -------------------------------------------------------------------------------- */

static void
check_paragraphs (const TdLayoutCheck *self)
{
  const TdSeenParagraph *above = NULL;

  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      if (seen->n_lines == 0)
        continue;
      if (seen->paragraph->role == TD_ROLE_FIELD)
        {
          above = NULL;
          continue;
        }
      check_letters (self, seen);
      check_alignment (self, seen);
      check_indent (self, seen);
      check_spacing (self, seen);
      check_rule (self, seen);
      if (above != NULL && is_text (above) && is_text (seen) && above->index == seen->index)
        check_gap (self, above, seen);
      above = seen->cell == NULL ? seen : NULL;
    }
}

/* The margins as they are printed: what lines are measured from. */
static void
find_margins (TdLayoutCheck *self)
{
  double left = G_MAXDOUBLE, right = G_MAXDOUBLE;

  for (guint i = 0; i < self->text->paragraphs->len; i++)
    {
      const TdSeenParagraph *seen = td_seen_paragraph (self->text, i);

      for (guint l = seen->line; l < seen->line + seen->n_lines; l++)
        {
          const TdSeenLine *line = td_seen_line (self->text, l);
          const TdSeenPage *page = td_seen_page (self->text, line->page - self->text->first_page);

          if (is_stock (page) || !is_text (seen) || seen->cell != NULL)
            continue;
          left = MIN (left, to_mm (line->x1));
          /* A paragraph's last line ends where its words do. */
          if (l + 1 < seen->line + seen->n_lines)
            right = MIN (right, to_mm (page->width - line->x2));
        }
    }
  /* Few lines of text reach the margins: the table's own figures then. */
  self->left = left < self->looks->left.max + 2 ? left : self->looks->left.chosen;
  self->right = right < self->looks->right.max + 2 ? right : self->looks->right.chosen;
}

static void
check_file (const TdLayoutCheck *self, TdPdfScan *scan)
{
  if (!g_str_equal (td_pdf_scan_get_language (scan), "vi"))
    td_layout_complain (self, self->text->first_page,
                        _ ("the file does not say that its language is Vietnamese"));
  if (!td_pdf_scan_is_tagged (scan))
    td_layout_complain (self, self->text->first_page,
                        _ ("the file is not tagged: it cannot be read aloud in order"));
  if (!self->scope->bound && !g_str_equal (td_pdf_scan_get_title (scan), self->document->title))
    td_layout_complain (self, self->text->first_page, _ ("the file's title is not the paper's"));
  for (guint i = 0; i < td_pdf_scan_get_n_fonts (scan); i++)
    {
      const TdPdfFont *font = td_pdf_scan_get_font (scan, i);

      if (!font->embedded || !font->subset)
        td_layout_complain (self, self->text->first_page,
                            _ ("the font %s is not in the file as the letters used"), font->name);
    }
}

gboolean
td_layout_check (GBytes *pdf, const TdDocument *document, const TdLayoutScope *scope,
                 TdProblems *problems, GError **error)
{
  static const TdLayoutScope whole = { 0, 0, FALSE };
  g_autoptr (TdPdfScan) scan = td_pdf_scan_new (pdf, error);
  g_autoptr (TdSeenText) text = NULL;
  TdLayoutCheck self = { .document = document,
                         .looks = td_looks_decree (),
                         .scope = scope != NULL ? scope : &whole,
                         .problems = problems };
  guint n_pages, total;

  if (scan == NULL)
    return FALSE;
  total = td_pdf_scan_get_n_pages (scan);
  n_pages =
      self.scope->n_pages > 0 ? self.scope->n_pages : total - MIN (self.scope->first_page, total);
  if (n_pages == 0 || self.scope->first_page + n_pages > total)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT, _ ("the file has only %u pages"), total);
      return FALSE;
    }
  text = td_seen_text_new (scan, self.scope->first_page, n_pages, document, problems);
  self.text = text;
  find_margins (&self);
  check_file (&self, scan);
  check_sheets (&self);
  check_paragraphs (&self);
  check_overlap (&self);
  td_layout_check_furniture (&self);
  if (document->kind == TD_PAPER_CERTIFICATE)
    return TRUE;
  check_margins (&self);
  check_masthead (&self);
  check_end (&self);
  td_layout_check_words (&self);
  check_headings (&self);
  for (guint s = 0; s < document->sections->len; s++)
    check_signatures (&self, s);
  td_layout_check_tables (&self);
  return TRUE;
}

gboolean
td_layout_check_alone (GBytes *pdf, TdProblems *problems, guint *n_papers, GError **error)
{
  g_autoptr (GArray) papers = td_pdf_papers_read (pdf, error);

  if (papers == NULL)
    return FALSE;
  if (n_papers != NULL)
    *n_papers = papers->len;
  for (guint i = 0; i < papers->len; i++)
    {
      const TdPdfPaper *paper = &g_array_index (papers, TdPdfPaper, i);
      const TdLayoutScope scope = { paper->first_page, paper->n_pages, paper->bound };

      if (!td_layout_check (pdf, paper->document, &scope, problems, error))
        return FALSE;
    }
  return TRUE;
}
