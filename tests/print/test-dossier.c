/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "base/td-date.h"
#include "documents/sample-papers.h"
#include "print/td-dossier.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"

typedef struct
{
  char *folder;
  char *pdf;     /* two pages, one of them lying */
  char *png;     /* wider than high */
  char *jpeg;    /* the same */
  char *broken;  /* begins like a PDF and is none */
  char *missing; /* there is no such file */
} Files;

/* A sheet of paper that says @words, upright or lying. */
static void
write_pdf (const char *path)
{
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *upright = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdSection *lying = td_document_add_section (document, TD_SECTION_LANDSCAPE, NULL);
  g_autoptr (TdPages) pages = NULL;

  td_document_set_final (document, "E-1");
  td_paragraph_add (td_section_add_paragraph (upright, TD_ROLE_BODY), "Minh chứng đứng",
                    TD_RUN_PLAIN);
  td_paragraph_add (td_section_add_paragraph (lying, TD_ROLE_BODY), "Minh chứng nằm", TD_RUN_PLAIN);
  pages = td_pages_new_for_document (document);
  g_assert_true (td_pdf_write (pages, path, NULL, NULL));
}

static void
set_up (Files *files, gconstpointer data)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 400, 300);

  files->folder = g_dir_make_tmp ("td-dossier-XXXXXX", NULL);
  files->pdf = g_build_filename (files->folder, "minh chứng.pdf", NULL);
  files->png = g_build_filename (files->folder, "ảnh.png", NULL);
  files->jpeg = g_build_filename (files->folder, "ảnh.jpg", NULL);
  files->broken = g_build_filename (files->folder, "hỏng.pdf", NULL);
  files->missing = g_build_filename (files->folder, "mất.pdf", NULL);
  write_pdf (files->pdf);
  gdk_pixbuf_fill (picture, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (picture, files->png, "png", NULL, NULL));
  g_assert_true (gdk_pixbuf_save (picture, files->jpeg, "jpeg", NULL, "quality", "90", NULL));
  g_assert_true (g_file_set_contents (files->broken, "%PDF-1.5\nnothing", -1, NULL));
}

static void
tear_down (Files *files, gconstpointer data)
{
  char *const paths[] = { files->pdf, files->png, files->jpeg, files->broken };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_unlink (paths[i]);
  g_rmdir (files->folder);
  g_free (files->folder);
  g_free (files->pdf);
  g_free (files->png);
  g_free (files->jpeg);
  g_free (files->broken);
  g_free (files->missing);
}

static TdPages *
bind (const TdDossierItem *items, guint n_items)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_DOSSIER);
  TdDossierBinding data = { .paper.agency = "Ủy ban nhân dân thành phố Móng Cái",
                            .paper.place = "Móng Cái",
                            .paper.date = td_date_new (2024, 12, 5),
                            .paper.revision = "D-1",
                            .round = "hồ sơ đề nghị khen thưởng năm 2024",
                            .items = items,
                            .n_items = n_items };
  g_autoptr (GError) error = NULL;
  TdPages *pages = td_dossier_bind (template, &data, &error);

  g_assert_no_error (error);
  return pages;
}

static char *
read_page (PopplerDocument *pdf, int index)
{
  PopplerPage *page = poppler_document_get_page (pdf, index);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

/* All in order, each where the contents page says, all pages numbered through. */
static void
test_bind (Files *files, gconstpointer data)
{
  g_autoptr (TdDocument) proposal = sample_proposal (2, 3, TRUE);
  g_autoptr (TdDocument) minutes = sample_paper (TD_PAPER_MINUTES, TRUE);
  const TdDossierItem items[] = {
    { .document = proposal, .title = "Tờ trình", .number = "05/TTr-UBND", .date = proposal->date },
    { .document = minutes },
    { .path = files->pdf, .title = "Minh chứng PDF", .note = "Minh chứng" },
    { .path = files->png, .title = "Ảnh PNG" },
    { .path = files->jpeg, .title = "Ảnh JPEG" },
  };
  g_autoptr (TdPages) pages = bind (items, G_N_ELEMENTS (items));
  g_autoptr (GBytes) bytes = td_pdf_to_bytes (pages, NULL, NULL);
  guint n_pages = td_pages_get_n_pages (pages);
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_autofree char *contents = NULL;
  double width, height;
  gsize size;
  const char *written = g_bytes_get_data (bytes, &size);

  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, (int) n_pages);
  g_assert_cmpuint (td_problems_get_count (td_pages_get_problems (pages)), ==, 0);
  {
    PopplerPage *front = poppler_document_get_page (pdf, 0);
    GList *links = poppler_page_get_link_mapping (front);

    /* Each number of the contents page leads there. */
    g_assert_cmpuint (g_list_length (links), ==, G_N_ELEMENTS (items));
    poppler_page_free_link_mapping (links);
    g_object_unref (front);
  }
  contents = read_page (pdf, 0);
  for (guint part = 1; part <= G_N_ELEMENTS (items); part++)
    {
      guint first = td_pages_get_part_page (pages, part);
      g_autofree char *number = g_strdup_printf ("%u", first + 1);

      g_assert_nonnull (strstr (contents, number));
      g_assert_cmpuint (td_pages_get_page_part (pages, first), ==, part);
      g_assert_cmpuint (td_pages_get_page_part (pages, first - 1), ==, part - 1);
    }
  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *text = read_page (pdf, (int) page);
      g_autofree char *footer = g_strdup_printf ("Hồ sơ - trang %u", page + 1);

      g_assert_nonnull (strstr (text, footer));
    }
  /* The evidence is still text, and lies as it lay. */
  {
    guint first = td_pages_get_part_page (pages, 3);
    g_autofree char *upright = read_page (pdf, (int) first);
    g_autofree char *lying = read_page (pdf, (int) first + 1);

    g_assert_nonnull (strstr (upright, "Minh chứng đứng"));
    g_assert_nonnull (strstr (lying, "Minh chứng nằm"));
    td_pages_get_size (pages, first, &width, &height);
    g_assert_cmpfloat (width, <, height);
    td_pages_get_size (pages, first + 1, &width, &height);
    g_assert_cmpfloat (width, >, height);
  }
  /* The photograph goes in as it is, it is not coded once more. */
  g_assert_nonnull (memmem (written, size, "/DCTDecode", 10));
  g_object_unref (pdf);
}

/* What cannot be read is not left out in silence. */
static void
test_unreadable (Files *files, gconstpointer data)
{
  const TdDossierItem items[] = {
    { .path = files->broken, .title = "Bản hỏng" },
    { .path = files->missing, .title = "Bản mất" },
    { .path = files->pdf, .title = "Bản tốt" },
  };
  g_autoptr (TdPages) pages = bind (items, G_N_ELEMENTS (items));
  const TdProblems *problems;

  /* Contents, two notices, the two pages of the good one. */
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 5);
  problems = td_pages_get_problems (pages);
  g_assert_cmpuint (td_problems_get_n_errors (problems), ==, 2);
  g_assert_cmpstr (td_problems_get (problems, 0)->where, ==, "Bản hỏng");
  g_assert_cmpstr (td_problems_get (problems, 1)->where, ==, "Bản mất");
  g_assert_nonnull (strstr (td_problems_get (problems, 1)->what, "Bản mất"));
  {
    g_autoptr (GArray) found = td_pages_find (pages, "Thiếu tài liệu kiểm chứng");

    /* Said on the page of each of the two; the search does not mind capitals. */
    g_assert_cmpuint (found->len, ==, 2);
    g_assert_cmpuint (g_array_index (found, TdMatch, 0).page, ==, 1);
    g_assert_cmpuint (g_array_index (found, TdMatch, 1).page, ==, 2);
  }
}

/* A picture is fitted into the sheet, never made larger, and its proportions are kept. */
static void
test_fit (Files *files, gconstpointer data)
{
  const TdDossierItem items[] = { { .path = files->png, .title = "Ảnh" } };
  g_autoptr (TdPages) pages = bind (items, 1);
  const TdBoundPage *page = td_pages_get_bound (pages, 1);

  g_assert_nonnull (page);
  /* 400 by 300 dots at 96 an inch are 300 by 225 points. */
  g_assert_cmpfloat_with_epsilon (page->scale, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (page->x, (page->width - 300) / 2, 0.01);
  g_assert_true (page->landscape);
}

/* Same files, same bytes. */
static void
test_same_bytes (Files *files, gconstpointer data)
{
  const TdDossierItem items[] = { { .path = files->pdf, .title = "A" },
                                  { .path = files->jpeg, .title = "B" },
                                  { .path = files->pdf, .title = "C" } };
  g_autoptr (TdPages) first = bind (items, G_N_ELEMENTS (items));
  g_autoptr (TdPages) second = bind (items, G_N_ELEMENTS (items));
  g_autoptr (GBytes) a = td_pdf_to_bytes (first, NULL, NULL);
  g_autoptr (GBytes) b = td_pdf_to_bytes (second, NULL, NULL);

  g_assert_true (g_bytes_equal (a, b));
}

/* While the bundle is not laid out to its end, the contents page shows what is known. */
static void
test_contents_before_the_end (Files *files, gconstpointer data)
{
  g_autoptr (TdDocument) proposal = sample_proposal (0, 500, TRUE);
  const TdDossierItem items[] = { { .document = proposal }, { .path = files->pdf, .title = "B" } };
  g_autoptr (TdPages) pages = bind (items, G_N_ELEMENTS (items));
  cairo_surface_t *sheet = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (sheet);

  td_pages_draw (pages, 0, cr, TD_DRAW_PLAIN);
  g_assert_cmpuint (td_pages_get_n_ready (pages), ==, 1);
  g_assert_false (td_pages_is_complete (pages));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (sheet);
}

#define add(path, func) g_test_add (path, Files, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/print/dossier/bind", test_bind);
  add ("/print/dossier/unreadable", test_unreadable);
  add ("/print/dossier/fit", test_fit);
  add ("/print/dossier/same-bytes", test_same_bytes);
  add ("/print/dossier/contents-before-the-end", test_contents_before_the_end);
  return g_test_run ();
}
