/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The PDF as another program reads it (Poppler): text, structure, fonts, outline, picture.
 */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>
#include <unistd.h>

#include "base/td-date.h"
#include "documents/sample-papers.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"

static GBytes *
print_document (const TdDocument *document)
{
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = td_pdf_to_bytes (pages, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
clear_pdf (PopplerDocument **pdf)
{
  g_clear_object (pdf);
}

/* Poppler of Debian 12 has no g_autoptr() for it, later ones have. */
#define auto_pdf __attribute__ ((cleanup (clear_pdf)))

static PopplerDocument *
open_pdf (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *found = poppler_document_new_from_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static void
append_letters (GString *out, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (out, g_utf8_get_char (text));
}

/*
 * The words of the structure tree, in its order, without space. Asked of pdfinfo: the GLib wrapper of
 * Debian 12's Poppler spoils their letters.
 */
static char *
ask_pdfinfo (const char *program, const char *question, GBytes *bytes)
{
  g_autofree char *path = NULL;
  char *said = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("td-pdf-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (file);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  {
    char *argv[] = { (char *) program, (char *) question, path, NULL };

    g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL, NULL,
                  &error);
  }
  g_assert_no_error (error);
  g_unlink (path);
  return said;
}

static GString *
read_structure (const char *program, GBytes *bytes)
{
  g_autofree char *said = ask_pdfinfo (program, "-struct-text", bytes);
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize length = strlen (line);

      if (length < 2 || line[0] != '"' || line[length - 1] != '"')
        continue;
      line[length - 1] = '\0';
      append_letters (out, line + 1);
    }
  return out;
}

/* As g_assert_cmpstr(), but shows only where long texts part. */
static void
assert_same (const char *found, const char *expected)
{
  gsize at = 0;

  while (found[at] != '\0' && found[at] == expected[at])
    at++;
  if (found[at] == expected[at])
    return;
  at = at > 40 ? at - 40 : 0;
  g_test_message ("found:    …%.160s", found + at);
  g_test_message ("expected: …%.160s", expected + at);
  g_assert_not_reached ();
}

/* What is read aloud is the paper, in its order, once: no header twice, no page numbers. */
static void
test_structure_is_the_text (void)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");

  if (program == NULL)
    {
      g_test_skip ("pdfinfo (poppler-utils) is not installed");
      return;
    }
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, kind % 2 == 0);
      g_autoptr (GBytes) bytes = print_document (document);
      g_autofree char *text = td_document_dup_text (document);
      GString *expected = g_string_new (NULL), *found = read_structure (program, bytes);

      g_test_message ("%s", td_paper_kind_get_name ((TdPaperKind) kind));
      append_letters (expected, text);
      /* The contents page has its page numbers besides; as long as it is not bound they are dots. */
      if (kind == TD_PAPER_DOSSIER)
        {
          g_string_replace (found, "…", "", 0);
          g_string_replace (expected, "…", "", 0);
        }
      assert_same (found->str, expected->str);
      g_string_free (expected, TRUE);
      g_string_free (found, TRUE);
    }
}

/* One tree with one root; a table's cells are cells, what only stands side by side is none. */
static void
test_structure (void)
{
  g_autofree char *program = g_find_program_in_path ("pdfinfo");
  g_autoptr (TdDocument) document = sample_proposal (2, 40, TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *said = NULL;
  guint n_tables = 0, n_heads = 0, n_rows = 0;

  if (program == NULL)
    {
      g_test_skip ("pdfinfo (poppler-utils) is not installed");
      return;
    }
  bytes = print_document (document);
  said = ask_pdfinfo (program, "-struct", bytes);
  g_assert_true (g_str_has_prefix (said, "Document\n  P"));
  for (const char *at = said; (at = strstr (at, "\n")) != NULL; at++)
    {
      const char *name = at + 1 + strspn (at + 1, " ");

      g_assert_true (at[1] == ' ' || at[1] == '\0');
      n_tables += g_str_has_prefix (name, "Table") ? 1 : 0;
      n_rows += g_str_has_prefix (name, "TR") ? 1 : 0;
      n_heads += g_str_has_prefix (name, "TH") ? 1 : 0;
    }
  /* One list over several pages: its header of five cells is there once, then two groups and 42 rows. */
  g_assert_cmpuint (n_tables, ==, 1);
  g_assert_cmpuint (n_heads, ==, 5);
  g_assert_cmpuint (n_rows, ==, 1 + 2 + 42);
}

/* How often each letter occurs. */
static GHashTable *
count_letters (const char *text)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gpointer letter = GUINT_TO_POINTER (g_utf8_get_char (text));

      if (!g_unichar_isspace (g_utf8_get_char (text)))
        g_hash_table_insert (
            counts, letter,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, letter)) + 1));
    }
  return counts;
}

/* Every letter of the paper, in NFC, and nothing but what is printed besides: all of it is text. */
static void
test_text (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);
  g_autoptr (GBytes) bytes = print_document (document);
  auto_pdf PopplerDocument *pdf = open_pdf (bytes);
  g_autofree char *text = td_document_dup_text (document);
  g_autoptr (GString) expected = g_string_new (text);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GHashTable) have = NULL, want = NULL;
  GHashTableIter iter;
  gpointer letter, count;
  int n_pages = poppler_document_get_n_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (pdf, i);
      g_autofree char *part = poppler_page_get_text (page);

      g_string_append (found, part);
      if (i > 0)
        g_string_append_printf (expected, " %d", i + 1);
      g_string_append (expected, " Mã bản: 3F7A-21C9");
      g_object_unref (page);
    }
  g_assert_cmpint (n_pages, ==, 2);
  have = count_letters (found->str);
  want = count_letters (expected->str);
  g_hash_table_iter_init (&iter, want);
  while (g_hash_table_iter_next (&iter, &letter, &count))
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (have, letter)), ==,
                      GPOINTER_TO_UINT (count));
  g_assert_cmpuint (g_hash_table_size (have), ==, g_hash_table_size (want));
}

/* All 134 letters of Vietnamese with a mark, and those without. */
static void
test_alphabet (void)
{
  static const char letters[] = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợ"
                                "pqrstuùủũúụưừửữứựvwxyỳỷỹýỵz";
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  g_autofree char *upper = g_utf8_strup (letters, -1);
  g_autoptr (GBytes) bytes = NULL;
  auto_pdf PopplerDocument *pdf = NULL;
  static const TdRunFlags looks[] = { TD_RUN_PLAIN, TD_RUN_BOLD, TD_RUN_ITALIC,
                                      TD_RUN_BOLD | TD_RUN_ITALIC };
  PopplerPage *page;
  g_autofree char *text = NULL;
  GString *found = g_string_new (NULL), *expected = g_string_new (NULL);

  td_document_set_final (document, "0000");
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), letters, looks[i]);
      td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), upper, looks[i]);
      g_string_append_printf (expected, "%s%s", letters, upper);
    }
  g_string_append (expected, "Mãbản:0000");
  bytes = print_document (document);
  pdf = open_pdf (bytes);
  page = poppler_document_get_page (pdf, 0);
  text = poppler_page_get_text (page);
  append_letters (found, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  assert_same (found->str, expected->str);
  g_object_unref (page);
  g_string_free (found, TRUE);
  g_string_free (expected, TRUE);
}

static void
test_particulars (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autoptr (GBytes) bytes = print_document (document);
  auto_pdf PopplerDocument *pdf = open_pdf (bytes);
  g_autofree char *title = poppler_document_get_title (pdf);
  g_autofree char *author = poppler_document_get_author (pdf);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (pdf);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (7 * 60 * 60);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (created, zone);
  g_autofree char *day = g_date_time_format (here, "%Y-%m-%d");
  guint major, minor;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  PopplerFontInfo *info;
  PopplerFontsIter *fonts = NULL;
  guint n_fonts = 0;

  g_assert_cmpstr (title, ==, document->title);
  g_assert_cmpstr (author, ==, "Ủy ban nhân dân thành phố Móng Cái");
  g_assert_cmpstr (day, ==, "2024-12-05");
  poppler_document_get_pdf_version (pdf, &major, &minor);
  g_assert_cmpuint (major * 10 + minor, >=, 15);
  g_assert_nonnull (memmem (data, size, "/Lang (vi)", 10));
  g_assert_nonnull (memmem (data, size, "/Marked true", 12));
  /* One ending, not two: the file is whole, not one with an update behind it. */
  g_assert_cmpmem (data + size - 6, 6, "%%EOF\n", 6);
  g_assert_null (memmem (data, size - 6, "%%EOF", 5));

  info = poppler_font_info_new (pdf);
  g_assert_true (poppler_font_info_scan (info, poppler_document_get_n_pages (pdf), &fonts));
  do
    {
      const char *name = poppler_fonts_iter_get_full_name (fonts);

      g_assert_true (poppler_fonts_iter_is_embedded (fonts));
      g_assert_true (poppler_fonts_iter_is_subset (fonts));
      g_assert_true (strstr (name, "LiberationSerif") != NULL
                     || strstr (name, "TimesNewRoman") != NULL);
      n_fonts++;
    }
  while (poppler_fonts_iter_next (fonts));
  /* Upright, bold, italic, bold italic. */
  g_assert_cmpuint (n_fonts, >=, 4);
  poppler_fonts_iter_free (fonts);
  g_object_unref (info);
}

static void
test_outline (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_ACHIEVEMENT, TRUE);
  g_autoptr (GBytes) bytes = print_document (document);
  auto_pdf PopplerDocument *pdf = open_pdf (bytes);
  PopplerIndexIter *top = poppler_index_iter_new (pdf);
  PopplerIndexIter *inner;
  PopplerAction *action = poppler_index_iter_get_action (top);

  g_assert_cmpstr (action->any.title, ==, document->title);
  poppler_action_free (action);
  inner = poppler_index_iter_get_child (top);
  action = poppler_index_iter_get_action (inner);
  g_assert_cmpstr (action->any.title, ==, "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH");
  g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
  g_assert_cmpint (action->goto_dest.dest->page_num, ==, 1);
  poppler_action_free (action);
  poppler_index_iter_free (inner);
  poppler_index_iter_free (top);
}

/* Same input, same bytes, whether pages are made anew or used again. */
static void
test_same_bytes (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind += 3)
    {
      g_autoptr (TdDocument) first = sample_paper ((TdPaperKind) kind, FALSE);
      g_autoptr (TdDocument) second = sample_paper ((TdPaperKind) kind, FALSE);
      g_autoptr (GBytes) a = print_document (first);
      g_autoptr (GBytes) b = print_document (second);
      g_autoptr (TdPages) pages = td_pages_new_for_document (first);
      g_autoptr (GBytes) c = td_pdf_to_bytes (pages, NULL, NULL);
      g_autoptr (GBytes) d = td_pdf_to_bytes (pages, NULL, NULL);

      g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                       g_bytes_get_size (b));
      g_assert_true (g_bytes_equal (a, c));
      g_assert_true (g_bytes_equal (a, d));
    }
}

static void
count_pages_cb (guint done, guint total, gpointer data)
{
  guint *last = data;

  g_assert_cmpuint (done, ==, *last + 1);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("td-pdf-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "tờ trình.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "không có", "x.pdf", NULL);
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GBytes) bytes = td_pdf_to_bytes (pages, NULL, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint last = 0;
  TdPdfOptions options = { .progress = count_pages_cb, .progress_data = &last };
  gsize size;

  g_assert_true (td_pdf_write (pages, path, &options, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, td_pages_get_n_pages (pages));
  g_file_get_contents (path, &contents, &size, NULL);
  g_assert_cmpmem (contents, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  /* What was there stays when writing is given up, and nothing is left beside it. */
  g_cancellable_cancel (cancellable);
  options = (TdPdfOptions){ .cancellable = cancellable };
  g_assert_false (td_pdf_write (pages, path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));

  g_assert_false (td_pdf_write (pages, nowhere, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "không có"));
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* --- the picture ------------------------------------------------------------------------------ */

#define DOTS 150.0

static cairo_surface_t *
new_sheet (double width, double height)
{
  cairo_surface_t *sheet = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (width * DOTS / 72), (int) (height * DOTS / 72));
  cairo_t *cr = cairo_create (sheet);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return sheet;
}

static int
get_pixel (cairo_surface_t *sheet, int x, int y)
{
  const guint32 *row =
      (const guint32 *) (void *) (cairo_image_surface_get_data (sheet)
                                  + (gsize) y * (gsize) cairo_image_surface_get_stride (sheet));

  return (int) (row[x] >> 8 & 0xff);
}

/* The part of @a's dark points with nothing dark within a point of them in @b, in thousandths. */
static guint
count_missing (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint dark = 0, missing = 0;

  for (int y = 1; y + 1 < height; y++)
    for (int x = 1; x + 1 < width; x++)
      {
        int least = 255;

        if (get_pixel (a, x, y) > 90)
          continue;
        dark++;
        for (int dy = -1; dy <= 1; dy++)
          for (int dx = -1; dx <= 1; dx++)
            least = MIN (least, get_pixel (b, x + dx, y + dy));
        missing += least > 190 ? 1 : 0;
      }
  g_assert_cmpuint (dark, >, 1000);
  return missing * 1000 / dark;
}

/* PRINT.md: the preview and the PDF are the same picture. */
static void
test_preview_is_the_pdf (void)
{
  static const TdPaperKind kinds[] = { TD_PAPER_PROPOSAL, TD_PAPER_RANKING, TD_PAPER_MINUTES };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (TdDocument) document = sample_paper (kinds[k], TRUE);
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);
      g_autoptr (GBytes) bytes = td_pdf_to_bytes (pages, NULL, NULL);
      auto_pdf PopplerDocument *pdf = open_pdf (bytes);
      guint n_pages = td_pages_get_n_pages (pages);

      g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, (int) n_pages);
      for (guint i = 0; i < n_pages; i++)
        {
          PopplerPage *page = poppler_document_get_page (pdf, (int) i);
          double width, height;
          cairo_surface_t *ours, *theirs;
          cairo_t *cr;

          poppler_page_get_size (page, &width, &height);
          ours = new_sheet (width, height);
          theirs = new_sheet (width, height);
          cr = cairo_create (ours);
          cairo_scale (cr, DOTS / 72, DOTS / 72);
          td_pages_draw (pages, i, cr, TD_DRAW_PLAIN);
          cairo_destroy (cr);
          cr = cairo_create (theirs);
          cairo_scale (cr, DOTS / 72, DOTS / 72);
          poppler_page_render (page, cr);
          cairo_destroy (cr);
          cairo_surface_flush (ours);
          cairo_surface_flush (theirs);
          g_assert_cmpuint (count_missing (ours, theirs), <=, 2);
          g_assert_cmpuint (count_missing (theirs, ours), <=, 2);
          cairo_surface_destroy (ours);
          cairo_surface_destroy (theirs);
          g_object_unref (page);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pdf/structure-is-the-text", test_structure_is_the_text);
  g_test_add_func ("/print/pdf/structure", test_structure);
  g_test_add_func ("/print/pdf/text", test_text);
  g_test_add_func ("/print/pdf/alphabet", test_alphabet);
  g_test_add_func ("/print/pdf/particulars", test_particulars);
  g_test_add_func ("/print/pdf/outline", test_outline);
  g_test_add_func ("/print/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/print/pdf/file", test_file);
  g_test_add_func ("/print/pdf/preview-is-the-pdf", test_preview_is_the_pdf);
  return g_test_run ();
}
