/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times a dossier against a plain Pango and Cairo loop over the same words, in the same run:
 * bench-print [NOMINEES]. A figure a line: its name, and milliseconds. tests/bench/bench.py holds them
 * against the budgets. Not a test: nothing is timed in a test.
 */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "documents/sample-papers.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"

static double
since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* The proposal with its list, and a report of each nominee. */
static GPtrArray *
make_papers (guint n_nominees)
{
  GPtrArray *papers = g_ptr_array_new_with_free_func ((GDestroyNotify) td_document_unref);
  TdNominee *nominees = sample_nominees_new (n_nominees, 0);

  g_ptr_array_add (papers, sample_proposal (n_nominees / 3, n_nominees - n_nominees / 3, TRUE));
  for (guint i = 0; i < n_nominees; i++)
    g_ptr_array_add (papers, sample_achievement (&nominees[i], TRUE));
  sample_nominees_free (nominees, n_nominees);
  return papers;
}

static TdPages *
bind (GPtrArray *papers)
{
  TdPages *pages = td_pages_new ();

  for (guint i = 0; i < papers->len; i++)
    td_pages_add_document (pages, g_ptr_array_index (papers, i));
  td_pages_set_running (pages, TRUE);
  return pages;
}

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  PangoFontDescription *font;
  double y;
  guint n_pages;
} Plain;

static cairo_status_t
count_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  *(gsize *) data += length;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
set_plain (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
           gpointer data)
{
  Plain *self = data;
  const TdLook *look = &td_looks_decree ()->roles[paragraph->role];
  g_autofree char *text = td_paragraph_dup_text (paragraph);
  /* Cells of the list are a fifth of the lying page, all else the width of the text. */
  double width = cell != NULL && cell->row->table->use == TD_TABLE_GRID ? 142 : 468;
  int height;

  if (*text == '\0')
    return TRUE;
  pango_font_description_set_absolute_size (self->font, look->size.chosen * PANGO_SCALE);
  pango_font_description_set_weight (self->font,
                                     look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (self->font,
                                    look->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  if (self->y + height / 1024.0 > 785)
    {
      cairo_show_page (self->cr);
      self->n_pages++;
      self->y = 57;
    }
  cairo_move_to (self->cr, 85, self->y);
  pango_cairo_show_layout (self->cr, self->layout);
  /* Cells stand side by side. */
  self->y += cell != NULL ? height / 1024.0 / 4 : height / 1024.0 + 6;
  return TRUE;
}

static double
time_plain (GPtrArray *papers, guint *n_pages)
{
  gint64 start = g_get_monotonic_time ();
  gsize bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &bytes, 595, 842);
  Plain plain = { .cr = cairo_create (surface), .y = 57 };

  plain.layout = pango_cairo_create_layout (plain.cr);
  pango_layout_set_wrap (plain.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (plain.layout, TRUE);
  plain.font = pango_font_description_new ();
  pango_font_description_set_family (plain.font, TD_FONT_FAMILY);
  for (guint i = 0; i < papers->len; i++)
    td_document_foreach (g_ptr_array_index (papers, i), set_plain, &plain);
  cairo_show_page (plain.cr);
  cairo_destroy (plain.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (plain.layout);
  pango_font_description_free (plain.font);
  *n_pages = plain.n_pages + 1;
  return since (start);
}

static void
report (const char *name, double value)
{
  g_print ("%s %.3f\n", name, value);
}

int
main (int argc, char **argv)
{
  guint n_nominees = argc > 1 ? (guint) atoi (argv[1]) : 1000;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GPtrArray) papers = make_papers (n_nominees);
  double built = since (start), laid_out, whole, plain, jump = 0;
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint n_plain, n_pages;
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 827, 1169);
  cairo_t *cr = cairo_create (sheet);

  cairo_scale (cr, 827 / 595.0, 827 / 595.0);
  plain = time_plain (papers, &n_plain);
  start = g_get_monotonic_time ();
  pages = bind (papers);
  td_pages_draw (pages, 0, cr, TD_DRAW_PLAIN);
  report ("first-page", since (start));
  n_pages = td_pages_get_n_pages (pages);
  laid_out = since (start);
  for (guint i = 0; i < 50; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      td_pages_draw (pages, (i * 7919) % n_pages, cr, TD_DRAW_PLAIN);
      jump = MAX (jump, since (begun));
    }
  report ("jump", jump);
  td_pages_free (g_steal_pointer (&pages));

  plain = MIN (plain, time_plain (papers, &n_plain));
  start = g_get_monotonic_time ();
  pages = bind (papers);
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  whole = since (start);
  report ("built", built);
  report ("laid-out", laid_out);
  report ("dossier", whole);
  report ("plain", plain);
  report ("pages", n_pages);
  report ("megabytes", (double) g_bytes_get_size (bytes) / 1e6);
  cairo_destroy (cr);
  cairo_surface_destroy (sheet);
  return 0;
}
