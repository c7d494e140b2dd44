/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <poppler.h>
#include <string.h>

#include "base/td-text.h"
#include "documents/sample-papers.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"

#define ONE_FIELD                                                                                                   \
  "[phôi]\ntên=Thử\nkhổ=A4\n[tên]\ntrái=100\ntrên=50\nrộng=80\ncao=10\ncỡ chữ=20\ncỡ chữ nhỏ " \
  "nhất=10\n"

static TdStock *
read_stock (const char *text)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdStock *stock = td_stock_new (text, "phoi.ini", problems);
  g_autofree char *wrong = td_problems_to_string (problems);

  g_assert_cmpstr (wrong, ==, "");
  g_assert_nonnull (stock);
  return stock;
}

static void
test_read (void)
{
  g_autoptr (TdStock) stock = read_stock (ONE_FIELD "canh=phải\nđậm=có\n[phôi]\nlệch ngang=-1,5\n"
                                                    "lệch dọc=0.75\n");
  const TdStockField *field = td_stock_find (stock, "ten");
  g_autofree char *text = td_stock_to_text (stock);
  g_autoptr (TdStock) again = read_stock (text);
  g_autofree char *same = td_stock_to_text (again);

  g_assert_nonnull (field);
  g_assert_cmpfloat (field->x, ==, 100);
  g_assert_cmpfloat (field->size, ==, 20);
  g_assert_cmpint (field->align, ==, TD_ALIGN_RIGHT);
  g_assert_true (field->bold);
  g_assert_false (field->italic);
  g_assert_cmpfloat (stock->offset_x, ==, -1.5);
  g_assert_cmpfloat (stock->offset_y, ==, 0.75);
  g_assert_null (td_stock_find (stock, "khong"));
  g_assert_cmpstr (same, ==, text);
  g_assert_nonnull (strstr (text, "[tên]"));
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    const char *where;
    const char *words;
  } cases[] = {
    { "không phải", "phoi.ini", "not a file of printed stock" },
    { "[phôi]\ntên=x\n", "phoi.ini", "no field" },
    { ONE_FIELD "[phôi]\nkhổ=A5\n", "phoi.ini:[phôi]:khổ", "A5" },
    { ONE_FIELD "[hai]\ntrái=1\ntrên=1\nrộng=5\ncao=5\n", "phoi.ini:[hai]:cỡ chữ", "missing" },
    { ONE_FIELD "canh=trên\n", "phoi.ini:[tên]:canh", "trên" },
    { ONE_FIELD "đậm=vừa\n", "phoi.ini:[tên]:đậm", "vừa" },
    { "[tên]\ntrái=x\ntrên=1\nrộng=5\ncao=5\ncỡ chữ=12\n", "phoi.ini:[tên]:trái", "“x”" },
    { "[tên]\ntrái=290\ntrên=1\nrộng=50\ncao=5\ncỡ chữ=12\n", "phoi.ini:[tên]", "over the edge" },
    { "[tên]\ntrái=1\ntrên=1\nrộng=50\ncao=5\ncỡ chữ=200\n", "phoi.ini:[tên]:cỡ chữ", "96" },
    { ONE_FIELD "[ten]\ntrái=1\ntrên=1\nrộng=5\ncao=5\ncỡ chữ=12\n", "phoi.ini:[ten]",
      "two fields" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (TdStock) stock = td_stock_new (cases[i].text, "phoi.ini", problems);

      g_test_message ("%s", cases[i].words);
      g_assert_null (stock);
      g_assert_cmpuint (td_problems_get_n_errors (problems), >=, 1);
      g_assert_cmpstr (td_problems_get (problems, 0)->where, ==, cases[i].where);
      g_assert_nonnull (strstr (td_problems_get (problems, 0)->what, cases[i].words));
    }
}

/* The built-in stocks have a field for all the words of the built-in template. */
static void
test_built_in (void)
{
  for (gboolean a3 = FALSE; a3 <= TRUE; a3++)
    {
      g_autoptr (TdStock) stock = td_stock_new_default (a3);
      g_autoptr (TdDocument) document = sample_certificates (a3);
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);
      double width, height;

      td_pages_set_stock (pages, stock);
      g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 2);
      g_assert_cmpuint (td_problems_get_count (td_pages_get_problems (pages)), ==, 0);
      td_pages_get_size (pages, 1, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, a3 ? 420 : 297, 0.01);
      g_assert_cmpfloat_with_epsilon (height, a3 ? 297 : 210, 0.01);
    }
}

typedef struct
{
  const TdStock *stock;
  GArray *at; /* of double: left edges and tops, points */
} Boxes;

static gboolean
read_box (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  Boxes *self = data;
  const TdStockField *field = td_stock_find (self->stock, placed->strip->paragraph->field);
  const TdLine *line = placed->strip->line;
  double left = (x + line->x) / TD_POINTS_PER_MM, top = y / TD_POINTS_PER_MM;

  g_assert_nonnull (field);
  g_assert_cmpfloat (left, >=, field->x + self->stock->offset_x - 0.05);
  g_assert_cmpfloat (left + line->width / TD_POINTS_PER_MM, <=,
                     field->x + field->width + self->stock->offset_x + 0.05);
  g_assert_cmpfloat (top, >=, field->y + self->stock->offset_y - 0.05);
  g_assert_cmpfloat (top + line->pitch / TD_POINTS_PER_MM, <=,
                     field->y + field->height + self->stock->offset_y + 0.05);
  g_array_append_val (self->at, left);
  g_array_append_val (self->at, top);
  return TRUE;
}

/* All words stand in their boxes; a printer's offset moves all of them by just so much. */
static void
test_place (void)
{
  g_autoptr (TdStock) stock = td_stock_new_default (FALSE);
  g_autoptr (TdStock) moved = td_stock_copy (stock);
  g_autoptr (TdDocument) document = sample_certificates (FALSE);
  Boxes first = { stock, g_array_new (FALSE, FALSE, sizeof (double)) };
  Boxes second = { moved, g_array_new (FALSE, FALSE, sizeof (double)) };

  moved->offset_x = 2.5;
  moved->offset_y = -1;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);

      td_pages_set_stock (pages, i == 0 ? stock : moved);
      td_pages_foreach_strip (pages, 0, read_box, i == 0 ? &first : &second);
    }
  g_assert_cmpuint (first.at->len, ==, second.at->len);
  g_assert_cmpuint (first.at->len, >=, 2 * 8);
  for (guint i = 0; i < first.at->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (second.at, double, i)
                                        - g_array_index (first.at, double, i),
                                    i % 2 == 0 ? 2.5 : -1, 0.001);
  g_array_unref (first.at);
  g_array_unref (second.at);
}

/* A paper with one field of words. */
static TdDocument *
make_words (const char *field, const char *words)
{
  TdDocument *document = td_document_new (TD_PAPER_CERTIFICATE);
  TdSection *section = td_document_add_section (
      document, TD_SECTION_STOCK | TD_SECTION_LANDSCAPE | TD_SECTION_UNNUMBERED, "Bà A");
  TdParagraph *paragraph = td_section_add_paragraph (section, TD_ROLE_FIELD);

  td_paragraph_set_field (paragraph, field);
  td_paragraph_add (paragraph, words, TD_RUN_PLAIN);
  return document;
}

static gboolean
read_height (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  double *height = data;

  *height = placed->strip->line->pitch;
  return TRUE;
}

/* Long words are set smaller, down to what the stock allows; what still does not fit is told. */
static void
test_long_words (void)
{
  static const struct
  {
    guint n_words;
    gboolean shrinks;
    gboolean told;
  } cases[] = { { 1, FALSE, FALSE }, { 5, TRUE, FALSE }, { 60, TRUE, TRUE } };
  g_autoptr (TdStock) stock = read_stock (ONE_FIELD);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *words = g_string_new (NULL);
      g_autoptr (TdDocument) document = NULL;
      g_autoptr (TdPages) pages = NULL;
      double height = 0;

      for (guint w = 0; w < cases[i].n_words; w++)
        g_string_append (words, "Nguyễn ");
      document = make_words ("ten", words->str);
      pages = td_pages_new_for_document (document);
      td_pages_set_stock (pages, stock);
      td_pages_foreach_strip (pages, 0, read_height, &height);
      g_assert_cmpint (height < 20 * TD_SINGLE_LINE - 0.01, ==, cases[i].shrinks);
      g_assert_cmpuint (td_problems_get_n_errors (td_pages_get_problems (pages)), ==,
                        cases[i].told ? 1 : 0);
      if (cases[i].told)
        g_assert_cmpstr (td_problems_get (td_pages_get_problems (pages), 0)->where, ==, "Bà A");
      g_string_free (words, TRUE);
    }
}

static void
test_no_such_field (void)
{
  g_autoptr (TdStock) stock = read_stock (ONE_FIELD);
  g_autoptr (TdDocument) document = make_words ("khác", "chữ");
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);

  td_pages_set_stock (pages, stock);
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 1);
  g_assert_cmpuint (td_problems_get_n_errors (td_pages_get_problems (pages)), ==, 1);
}

/* Nothing but the words is printed on stock: no number, no code, no word of a draft. */
static void
test_only_words (void)
{
  g_autoptr (TdDocument) document = make_words ("ten", "Chữ");
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (TdStock) stock = read_stock (ONE_FIELD);
  g_autoptr (GBytes) bytes = NULL;
  PopplerDocument *pdf;
  PopplerPage *page;
  g_autofree char *text = NULL;

  td_pages_set_stock (pages, stock);
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  pdf = poppler_document_new_from_bytes (bytes, NULL, NULL);
  page = poppler_document_get_page (pdf, 0);
  text = poppler_page_get_text (page);
  g_assert_cmpstr (g_strstrip (text), ==, "Chữ");
  g_object_unref (page);
  g_object_unref (pdf);
}

static void
test_calibration (void)
{
  g_autoptr (TdStock) stock = td_stock_new_default (TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = td_pdf_calibration_to_bytes (stock, &error);
  PopplerDocument *pdf = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (pdf, 0);
  g_autofree char *text = poppler_page_get_text (page);
  double width, height;

  g_assert_no_error (error);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, TD_MM (420), 0.01);
  g_assert_nonnull (strstr (text, "TỜ CĂN CHỈNH"));
  g_assert_nonnull (strstr (text, "410"));
  g_assert_nonnull (strstr (text, "chức vụ người ký"));
  g_object_unref (page);
  g_object_unref (pdf);
}

/* Moved within the sheet, to the tenth of a millimetre, and never smaller than one. */
static void
test_place_field (void)
{
  static const struct
  {
    double x, y, width, height;
    double out[4];
  } cases[] = {
    { 10.04, 20.06, 50, 12, { 10, 20.1, 50, 12 } }, { -3, 5, 50, 12, { 0, 5, 50, 12 } },
    { 280, 205, 50, 12, { 247, 198, 50, 12 } },     { 10, 10, 0.2, -4, { 10, 10, 1, 1 } },
    { 10, 10, 400, 300, { 0, 0, 297, 210 } },
  };
  g_autoptr (TdStock) stock = td_stock_new_default (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TdStockField *field = &g_array_index (stock->fields, TdStockField, 0);

      td_stock_place_field (stock, 0, cases[i].x, cases[i].y, cases[i].width, cases[i].height);
      g_assert_cmpfloat_with_epsilon (field->x, cases[i].out[0], 1e-6);
      g_assert_cmpfloat_with_epsilon (field->y, cases[i].out[1], 1e-6);
      g_assert_cmpfloat_with_epsilon (field->width, cases[i].out[2], 1e-6);
      g_assert_cmpfloat_with_epsilon (field->height, cases[i].out[3], 1e-6);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/stock/read", test_read);
  g_test_add_func ("/print/stock/problems", test_problems);
  g_test_add_func ("/print/stock/built-in", test_built_in);
  g_test_add_func ("/print/stock/place", test_place);
  g_test_add_func ("/print/stock/long-words", test_long_words);
  g_test_add_func ("/print/stock/no-such-field", test_no_such_field);
  g_test_add_func ("/print/stock/only-words", test_only_words);
  g_test_add_func ("/print/stock/calibration", test_calibration);
  g_test_add_func ("/print/stock/place-field", test_place_field);
  return g_test_run ();
}
