/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same chart as SVG, PNG and PDF: the same words and numbers, and the same bytes each time. */
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "charts/td-chart.h"
#include "samples.h"

static TdChartLayout *
lay_out (SampleKind kind, SampleCase which, TdChartLook look)
{
  g_autoptr (TdChart) chart = sample_new (kind, which, TD_CHART_WORDS_PAPER);
  TdChartTheme theme;
  double width, height;

  td_chart_theme_init (&theme, look);
  sample_size (kind, which, &width, &height);
  return td_chart_layout_new (chart, &theme, width, height);
}

static GBytes *export(TdChartLayout *layout, TdChartFormat format)
{
  g_autoptr (GError) error = NULL;
  TdChartExport options = { .format = format, .points = 0.75, .dpi = 96 };
  GBytes *bytes = td_chart_layout_export (layout, &options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  gunichar first = *(const gunichar *) a, second = *(const gunichar *) b;

  return (first > second) - (first < second);
}

/*
 * All letters of a text in order, without white space: what must be conserved whoever arranges
 * it.
 */
static char *
sort_letters (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isspace (letter))
        g_array_append_val (letters, letter);
    }
  g_array_sort (letters, compare_letters);
  return g_ucs4_to_utf8 ((const gunichar *) (gpointer) letters->data, letters->len, NULL, NULL,
                         NULL);
}

/* Every text of the picture: as it is shown, or in full. */
static char *
join_labels (TdChartLayout *layout, gboolean full)
{
  guint n;
  const TdChartLabel *labels = td_chart_layout_get_labels (layout, &n);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s\n", full ? labels[i].full : labels[i].shown);
  return g_string_free (all, FALSE);
}

/* What an SVG writes: the contents of its text elements, without the titles in them. */
typedef struct
{
  GString *words;
  GString *titles;
  guint depth; /* inside text */
  gboolean title;
} SvgReader;

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer data, GError **error)
{
  SvgReader *reader = data;

  if (g_str_equal (name, "text"))
    reader->depth++;
  if (g_str_equal (name, "title") || g_str_equal (name, "desc"))
    reader->title = TRUE;
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  SvgReader *reader = data;

  if (g_str_equal (name, "text"))
    {
      reader->depth--;
      g_string_append_c (reader->words, '\n');
    }
  if (g_str_equal (name, "title") || g_str_equal (name, "desc"))
    reader->title = FALSE;
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  SvgReader *reader = data;

  if (reader->title)
    g_string_append_len (reader->titles, text, (gssize) length);
  else if (reader->depth > 0)
    g_string_append_len (reader->words, text, (gssize) length);
}

static void
read_svg (GBytes *bytes, SvgReader *reader)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, reader, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  reader->words = g_string_new (NULL);
  reader->titles = g_string_new (NULL);
  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
}

static void
test_svg (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChartLayout) layout = lay_out (kind, which, TD_CHART_LOOK_PRINT);
        g_autoptr (GBytes) svg = export(layout, TD_CHART_FORMAT_SVG);
        g_autofree char *labels = join_labels (layout, FALSE), *words = NULL, *expected = NULL,
                        *found = NULL;
        SvgReader reader = { 0 };

        g_test_message ("%s %s", sample_kind_name (kind), sample_case_name (which));
        read_svg (svg, &reader);
        words = td_chart_describe (td_chart_layout_get_chart (layout));
        expected = sort_letters (labels);
        found = sort_letters (reader.words->str);
        g_assert_cmpstr (found, ==, expected);
        g_assert_nonnull (strstr (reader.titles->str, words));
        g_string_free (reader.words, TRUE);
        g_string_free (reader.titles, TRUE);
      }
}

/* Each mark of an SVG says what it stands for, and each shortened name the whole of it. */
static void
test_svg_titles (void)
{
  g_autoptr (TdChartLayout) layout = lay_out (SAMPLE_BARS, SAMPLE_LONG, TD_CHART_LOOK_LIGHT);
  g_autoptr (GBytes) svg = export(layout, TD_CHART_FORMAT_SVG);
  SvgReader reader = { 0 };
  guint n, shortened = 0;
  const TdChartMark *marks = td_chart_layout_get_marks (layout, &n);
  const TdChartLabel *labels;

  read_svg (svg, &reader);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *hover = td_chart_layout_dup_hover (layout, i);

      if (marks[i].known)
        g_assert_nonnull (strstr (reader.titles->str, hover));
    }
  labels = td_chart_layout_get_labels (layout, &n);
  for (guint i = 0; i < n; i++)
    if (labels[i].shortened)
      {
        shortened++;
        g_assert_nonnull (strstr (reader.titles->str, labels[i].full));
      }
  g_assert_cmpuint (shortened, >, 10);
  g_string_free (reader.words, TRUE);
  g_string_free (reader.titles, TRUE);
}

static void
test_pdf (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint which = 0; which < N_SAMPLE_CASES; which++)
      {
        g_autoptr (TdChartLayout) layout = lay_out (kind, which, TD_CHART_LOOK_PRINT);
        g_autoptr (GBytes) pdf = export(layout, TD_CHART_FORMAT_PDF);
        g_autoptr (GError) error = NULL;
        PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
        PopplerPage *page;
        /* Behind the dots of a shortened name a PDF has the rest of it, to be found and copied. */
        g_autofree char *labels = join_labels (layout, TRUE), *expected = sort_letters (labels);
        g_autofree char *text = NULL, *found = NULL, *title = NULL;
        double width, height;

        g_test_message ("%s %s", sample_kind_name (kind), sample_case_name (which));
        g_assert_no_error (error);
        g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
        page = poppler_document_get_page (document, 0);
        poppler_page_get_size (page, &width, &height);
        g_assert_cmpfloat_with_epsilon (width, td_chart_layout_get_width (layout) * 0.75, 0.01);
        g_assert_cmpfloat_with_epsilon (height, td_chart_layout_get_height (layout) * 0.75, 0.01);
        text = poppler_page_get_text (page);
        found = sort_letters (text);
        g_assert_cmpstr (found, ==, expected);
        title = poppler_document_get_title (document);
        g_assert_cmpstr (title, ==, td_chart_get_head (td_chart_layout_get_chart (layout))->title);
        g_assert_cmpint (poppler_document_get_creation_date (document), ==, 0);
        g_object_unref (page);
        g_object_unref (document);
      }
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  GBytes **rest = closure;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (*rest, &size);
  GBytes *next;

  if (size < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes, length);
  next = g_bytes_new_from_bytes (*rest, length, size - length);
  g_bytes_unref (*rest);
  *rest = next;
  return CAIRO_STATUS_SUCCESS;
}

/* A PNG is the screen's picture on the background, to the pixel. */
static void
test_png (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    {
      g_autoptr (TdChartLayout) layout = lay_out (kind, SAMPLE_TYPICAL, TD_CHART_LOOK_LIGHT);
      g_autoptr (GBytes) png = export(layout, TD_CHART_FORMAT_PNG);
      g_autoptr (GBytes) rest = g_bytes_ref (png);
      int width = (int) td_chart_layout_get_width (layout),
          height = (int) td_chart_layout_get_height (layout);
      cairo_surface_t *screen = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cairo_surface_t *picture;
      cairo_t *cr = cairo_create (screen);
      gsize size;
      const guint8 *bytes = g_bytes_get_data (png, &size);
      guint different = 0;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      td_chart_layout_draw (layout, cr, 0, 0);
      cairo_destroy (cr);
      cairo_surface_flush (screen);
      picture = cairo_image_surface_create_from_png_stream (read_cb, (void *) &rest);
      g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (picture), ==, width);
      g_assert_cmpint (cairo_image_surface_get_height (picture), ==, height);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const guint8 *a = cairo_image_surface_get_data (screen)
                              + y * cairo_image_surface_get_stride (screen) + x * 4;
            const guint8 *b = cairo_image_surface_get_data (picture)
                              + y * cairo_image_surface_get_stride (picture) + x * 4;

            different += memcmp (a, b, 3) != 0 ? 1 : 0;
          }
      g_assert_cmpuint (different, ==, 0);
      /* 96 dots an inch are 3,780 a metre; the chunk follows the header. */
      g_assert_cmpmem (bytes + 33, 17, "\0\0\0\x09pHYs\0\0\x0e\xc4\0\0\x0e\xc4\x01", 17);
      cairo_surface_destroy (screen);
      cairo_surface_destroy (picture);
    }
}

/* From the data on, made twice, the bytes are the same. */
static void
test_same_bytes (void)
{
  for (guint kind = 0; kind < N_SAMPLE_KINDS; kind++)
    for (guint format = 0; format <= TD_CHART_FORMAT_PDF; format++)
      {
        g_autoptr (TdChartLayout) first = lay_out (kind, SAMPLE_TYPICAL, TD_CHART_LOOK_PRINT);
        g_autoptr (TdChartLayout) second = lay_out (kind, SAMPLE_TYPICAL, TD_CHART_LOOK_PRINT);
        g_autoptr (GBytes) bytes = export(first, format);
        g_autoptr (GBytes) others = export(second, format);

        g_assert_true (g_bytes_equal (bytes, others));
      }
}

static void
test_save (void)
{
  g_autoptr (TdChartLayout) layout = lay_out (SAMPLE_BARS, SAMPLE_TYPICAL, TD_CHART_LOOK_PRINT);
  g_autofree char *folder = g_dir_make_tmp ("charts-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "biểu đồ.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "chart.svg", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;
  TdChartExport options = { .format = TD_CHART_FORMAT_SVG };
  gsize length;

  g_assert_true (g_file_set_contents (path, "what was there before", -1, NULL));
  g_assert_true (td_chart_layout_save (layout, path, &options, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  svg = td_chart_layout_export (layout, &options, NULL);
  g_assert_cmpmem (contents, length, g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_false (td_chart_layout_save (layout, nowhere, &options, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  /* 720 × 480 points at 2,400 dpi are 24,000 × 16,000 pixels. */
  options.format = TD_CHART_FORMAT_PNG;
  options.dpi = 2400;
  options.points = 2;
  g_assert_false (td_chart_layout_save (layout, path, &options, &error));
  g_assert_error (error, TD_CHART_ERROR, TD_CHART_ERROR_TOO_LARGE);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS)); /* left as it was */
  g_remove (path);
  g_rmdir (folder);
}

/* A PDF says it was made on the day the caller gives. */
static void
test_created (void)
{
  g_autoptr (TdChartLayout) layout = lay_out (SAMPLE_BARS, SAMPLE_ONE, TD_CHART_LOOK_PRINT);
  TdChartExport options = { .format = TD_CHART_FORMAT_PDF, .created = "2024-12-31T08:00:00Z" };
  g_autoptr (GBytes) pdf = td_chart_layout_export (layout, &options, NULL);
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);

  g_assert_cmpint (poppler_document_get_creation_date (document), ==, 1735632000);
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/export/svg", test_svg);
  g_test_add_func ("/charts/export/svg-titles", test_svg_titles);
  g_test_add_func ("/charts/export/pdf", test_pdf);
  g_test_add_func ("/charts/export/png", test_png);
  g_test_add_func ("/charts/export/same-bytes", test_same_bytes);
  g_test_add_func ("/charts/export/save", test_save);
  g_test_add_func ("/charts/export/created", test_created);
  return g_test_run ();
}
