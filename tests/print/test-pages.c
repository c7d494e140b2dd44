/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents/sample-papers.h"
#include "print/td-pages-private.h"
#include "random-document.h"

/* --- properties ------------------------------------------------------------------------------- */

typedef struct
{
  double x1, y1, x2, y2;
} Box;

typedef struct
{
  GHashTable *texts; /* paragraph → GString: what has been laid out of it */
  GArray *boxes;     /* of Box: lines on the page */
  TdPageBox page;
} Reading;

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

static gboolean
read_strip (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  Reading *self = data;
  const TdStrip *strip = placed->strip;
  GString *text = g_hash_table_lookup (self->texts, strip->paragraph);
  Box box;

  if (text == NULL)
    {
      text = g_string_new (NULL);
      g_hash_table_insert (self->texts, (gpointer) strip->paragraph, text);
    }
  if (strip->line == NULL)
    return TRUE;
  for (guint i = 0; i < strip->line->n_runs; i++)
    g_string_append_len (text, strip->line->runs[i].text, strip->line->runs[i].n_bytes);
  box.x1 = x + strip->line->x;
  box.x2 = box.x1 + strip->line->width;
  box.y1 = y + td_line_get_baseline (strip->line) - strip->line->ascent;
  box.y2 = y + td_line_get_baseline (strip->line) + strip->line->descent;
  /* Nothing is printed outside of the margins. */
  g_assert_cmpfloat (box.x1, >=, self->page.left - 0.1);
  g_assert_cmpfloat (box.x2, <=, self->page.right + 0.1);
  g_assert_cmpfloat (box.y1, >=, self->page.top - 0.1);
  g_assert_cmpfloat (box.y2, <=, self->page.bottom + 0.1);
  if (strip->line->n_runs > 0)
    g_array_append_val (self->boxes, box);
  return TRUE;
}

static void
assert_apart (const GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      {
        const Box *a = &g_array_index (boxes, Box, i), *b = &g_array_index (boxes, Box, j);

        g_assert_false (a->x1 < b->x2 - 0.05 && b->x1 < a->x2 - 0.05 && a->y1 < b->y2 - 0.05
                        && b->y1 < a->y2 - 0.05);
      }
}

static gboolean
compare_paragraph (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
                   gpointer data)
{
  GHashTable *texts = data;
  g_autofree char *expected = td_paragraph_dup_text (paragraph);
  const GString *found = g_hash_table_lookup (texts, paragraph);

  g_assert_nonnull (found);
  g_assert_cmpstr (found->str, ==, expected);
  return TRUE;
}

/* Every letter of every paragraph is on some page once, inside the margins, over no other. */
static void
assert_whole (TdPages *pages, const TdDocument *document)
{
  Reading reading = { .texts = g_hash_table_new_full (NULL, NULL, NULL, free_text),
                      .boxes = g_array_new (FALSE, FALSE, sizeof (Box)) };
  guint n_pages = td_pages_get_n_pages (pages);

  for (guint page = 0; page < n_pages; page++)
    {
      const TdBoundPage *bound = td_pages_get_bound (pages, page);

      td_looks_get_page_box (td_looks_decree (), bound->flow_page->section->flags, &reading.page);
      g_array_set_size (reading.boxes, 0);
      td_pages_foreach_strip (pages, page, read_strip, &reading);
      assert_apart (reading.boxes);
    }
  td_document_foreach (document, compare_paragraph, reading.texts);
  g_hash_table_unref (reading.texts);
  g_array_unref (reading.boxes);
}

static void
test_random (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (TdDocument) document = random_document_new ();
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);

      assert_whole (pages, document);
    }
}

static void
test_every_kind (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);

      g_test_message ("%s", td_paper_kind_get_name ((TdPaperKind) kind));
      if (kind == TD_PAPER_CERTIFICATE)
        g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 2);
      else
        assert_whole (pages, document);
      g_assert_cmpuint (td_problems_get_count (td_pages_get_problems (pages)), ==, 0);
    }
}

/* From one nominee to 3,000: the list is whole, and ends wherever it ends, at a page's end too. */
static void
test_nominees (void)
{
  for (guint count = 1; count <= 24; count++)
    {
      g_autoptr (TdDocument) document = sample_proposal (0, count, TRUE);
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);

      assert_whole (pages, document);
    }
  {
    g_autoptr (TdDocument) document = sample_proposal (500, 2500, TRUE);
    g_autoptr (TdPages) pages = td_pages_new_for_document (document);

    assert_whole (pages, document);
  }
}

static void
set_cell (TdPaperTable *table, guint row, guint column, const char *text, guint n_paragraphs)
{
  TdPaperRow *found = g_ptr_array_index (table->rows, row);
  TdPaperCell *cell = g_ptr_array_index (found->cells, column);

  g_ptr_array_set_size (cell->paragraphs, 0);
  for (guint i = 0; i < n_paragraphs; i++)
    td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_CELL), text, TD_RUN_PLAIN);
}

static guint
count_heads (const TdPaperTable *table)
{
  guint n = 0;

  while (n < table->rows->len
         && ((const TdPaperRow *) g_ptr_array_index (table->rows, n))->kind == TD_ROW_HEAD)
    n++;
  return n;
}

/*
 * The lists of all kinds: of one row and of 3,000, with a name of 200 letters and with a cell that is
 * longer than a page. Nothing is cut, lost or printed over another.
 */
static void
test_every_list (void)
{
  GString *name = g_string_new (NULL);
  guint n_lists = 0;

  for (guint i = 0; i < 200; i++)
    g_string_append (name, i % 2 == 0 ? "Ỡ" : "g");
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    for (guint edge = 0; edge < 4; edge++)
      {
        g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);
        TdPaperTable *table = sample_set_rows (document, edge == 1 ? 3000 : edge == 0 ? 1 : 3);
        g_autoptr (TdPages) pages = NULL;

        if (table == NULL)
          break;
        n_lists += edge == 0;
        g_test_message ("%s, case %u", td_paper_kind_get_name ((TdPaperKind) kind), edge);
        if (edge == 2)
          set_cell (table, count_heads (table) + 1, 1, name->str, 1);
        if (edge == 3)
          set_cell (table, count_heads (table) + 1, 1, "một dòng chữ trong ô rất dài", 150);
        pages = td_pages_new_for_document (document);
        assert_whole (pages, document);
      }
  /* All but the certificate, which is words on stock, and the briefing, which has charts. */
  g_assert_cmpuint (n_lists, ==, TD_N_PAPER_KINDS - 2);
  g_string_free (name, TRUE);
}

/* --- details ---------------------------------------------------------------------------------- */

/* A paper of @n_lines lines of body and a signature. (transfer full) */
static TdDocument *
make_letter (guint n_lines)
{
  static const TdColumn columns[] = { { 0, TD_ALIGN_LEFT, TRUE }, { 0, TD_ALIGN_CENTER, TRUE } };
  TdDocument *document = td_document_new (TD_PAPER_REMINDER);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdPaperTable *table;
  TdPaperRow *row;

  for (guint i = 0; i < n_lines; i++)
    td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), "Một dòng.", TD_RUN_PLAIN);
  table = td_section_add_table (section, TD_TABLE_SIGNATURES, columns, 2);
  row = td_paper_table_add_row (table, TD_ROW_BODY);
  td_paper_row_add_cell (row, 1, 1);
  td_paragraph_add (
      td_paper_cell_add_paragraph (td_paper_row_add_cell (row, 1, 1), TD_ROLE_SIGN_NAME), "Tên",
      TD_RUN_PLAIN);
  return document;
}

/* PRINT.md: at least two lines of text with a signature, wherever it falls. */
static void
test_signature_is_not_alone (void)
{
  for (guint n_lines = 2; n_lines < 80; n_lines++)
    {
      g_autoptr (TdDocument) document = make_letter (n_lines);
      g_autoptr (TdPages) pages = td_pages_new_for_document (document);
      guint last = td_pages_get_n_pages (pages) - 1;
      const TdFlowPage *page = td_pages_get_bound (pages, last)->flow_page;
      guint n_text = 0;

      g_assert_nonnull (page->items[page->n_items - 1].piece->group);
      for (guint i = 0; i + 1 < page->n_items; i++)
        n_text += page->items[i].piece->atom.n_lines;
      g_assert_cmpuint (n_text, >=, 2);
    }
}

static void
test_header_is_repeated (void)
{
  g_autoptr (TdDocument) document = sample_proposal (0, 60, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  guint n_pages = td_pages_get_n_pages (pages), n_repeated = 0;

  /* The paper, then its annex: from the annex's second page on, each begins with the header. */
  for (guint page = 0; page < n_pages; page++)
    {
      const TdFlowPage *flow = td_pages_get_bound (pages, page)->flow_page;

      if ((flow->section->flags & TD_SECTION_ANNEX) == 0 || flow->number == 1)
        continue;
      if (flow->items[0].piece->block->kind != TD_BLOCK_TABLE)
        continue;
      g_assert_true (flow->items[0].repeated);
      g_assert_cmpint (flow->items[1].piece->placed[0].cell->row->kind, !=, TD_ROW_HEAD);
      n_repeated++;
    }
  g_assert_cmpuint (n_repeated, >=, 3);
}

/* Annexes are counted on their own (III.1.đ). */
static void
test_numbers (void)
{
  g_autoptr (TdDocument) document = sample_proposal (0, 30, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  guint n_pages = td_pages_get_n_pages (pages), expected = 0;
  const TdSection *last = NULL;

  for (guint page = 0; page < n_pages; page++)
    {
      const TdFlowPage *flow = td_pages_get_bound (pages, page)->flow_page;

      expected = flow->section != last ? 1 : expected + 1;
      last = flow->section;
      g_assert_cmpuint (td_pages_get_page_number (pages, page), ==, expected);
    }
  g_assert_true (last->flags & TD_SECTION_ANNEX);
}

/* Where the decimal commas of a column are: all in one place. */
typedef struct
{
  const TdPaperTable *table;
  guint column;
  GArray *at; /* of double */
} Commas;

static gboolean
collect_comma (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  Commas *self = data;

  if (placed->cell == NULL || placed->cell->row->table != self->table
      || placed->cell->column != self->column || placed->cell->row->kind == TD_ROW_HEAD)
    return TRUE;
  if (placed->strip->line->n_runs > 0 && g_ascii_isdigit (placed->strip->line->runs[0].text[0]))
    {
      double at = x + placed->strip->line->x + td_line_get_comma (placed->strip->line);

      g_array_append_val (self->at, at);
    }
  return TRUE;
}

static void
test_decimals (void)
{
  static const char *const figures[] = {
    "1", "12,5", "9.999,125", "100", "0,25", "không có số liệu"
  };
  static const TdColumn columns[] = { { 0, TD_ALIGN_LEFT, TRUE }, { 0, TD_ALIGN_DECIMAL, FALSE } };
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdPaperTable *table = td_section_add_table (section, TD_TABLE_GRID, columns, 2);
  g_autoptr (TdPages) pages = NULL;
  Commas commas = { table, 1, g_array_new (FALSE, FALSE, sizeof (double)) };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      TdPaperRow *row = td_paper_table_add_row (table, TD_ROW_BODY);

      td_paper_row_add_text (row, "Phường Ka Long");
      td_paper_row_add_text (row, figures[i]);
    }
  pages = td_pages_new_for_document (document);
  td_pages_ensure (pages, 0);
  td_pages_foreach_strip (pages, 0, collect_comma, &commas);
  g_assert_cmpuint (commas.at->len, ==, 5);
  for (guint i = 1; i < commas.at->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (commas.at, double, i),
                                    g_array_index (commas.at, double, 0), 0.02);
  g_array_unref (commas.at);
}

/* The first page costs the first page, however long the list is. */
static void
test_lazy (void)
{
  g_autoptr (TdDocument) document = sample_proposal (0, 3000, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);

  g_assert_cmpuint (td_pages_get_n_ready (pages), ==, 0);
  g_assert_true (td_pages_ensure (pages, 0));
  g_assert_cmpuint (td_pages_get_n_ready (pages), ==, 1);
  g_assert_false (td_pages_is_complete (pages));
  g_assert_true (td_pages_ensure (pages, 10));
  g_assert_cmpuint (td_pages_get_n_ready (pages), ==, 11);
  g_assert_cmpuint (td_pages_get_n_pages (pages), >, 100);
  g_assert_true (td_pages_is_complete (pages));
  g_assert_false (td_pages_ensure (pages, td_pages_get_n_pages (pages)));
}

static void
test_hit (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_ACHIEVEMENT, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GArray) found = td_pages_find (pages, "99,85%");
  g_autoptr (TdDocument) list = sample_proposal (0, 5, TRUE);
  g_autoptr (TdPages) list_pages = td_pages_new_for_document (list);
  g_autoptr (GArray) names = td_pages_find (list_pages, "ông Bùi");
  TdHit hit;
  const TdMatch *match;

  g_assert_cmpuint (found->len, ==, 1);
  match = &g_array_index (found, TdMatch, 0);
  g_assert_true (td_pages_hit (pages, match->page, match->x + match->width / 2,
                               match->y + match->height / 2, &hit));
  g_assert_nonnull (hit.fact);
  g_assert_cmpint (hit.fact->marks, ==, TD_FACT_STALE);
  g_assert_cmpstr (hit.ref.table, ==, "entries");
  g_assert_cmpint (hit.ref.id, ==, 72);
  g_assert_false (td_pages_hit (pages, 0, 1, 1, &hit));

  /* The second of the list is the first man: his record is behind his row. */
  g_assert_cmpuint (names->len, >=, 1);
  match = &g_array_index (names, TdMatch, 0);
  g_assert_true (td_pages_hit (list_pages, match->page, match->x + 1, match->y + 1, &hit));
  g_assert_cmpstr (hit.ref.table, ==, "nominations");
  g_assert_cmpint (hit.ref.id, ==, 1001);
}

static void
test_find (void)
{
  static const struct
  {
    const char *query;
    guint n_matches;
  } cases[] = {
    { "thi đua", 2 },
    { "thi dua", 2 },
    { "THI ĐUA", 2 },
    { "thi   đua", 2 },
    { "dua", 2 },
    { "đua", 2 },
    { "hoa", 2 },
    { "hòa", 1 },
    { "hoá", 1 },
    { "không có", 0 },
    { "", 0 },
    { "  ", 0 },
    { "Ka Long phong", 1 },
    { "thi\xc2\xa0\xc4\x91ua", 2 },
  };
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdParagraph *paragraph = td_section_add_paragraph (section, TD_ROLE_BODY);
  g_autoptr (TdPages) pages = NULL;

  td_paragraph_add (paragraph, "Phường Ka Long phong trào thi ", TD_RUN_PLAIN);
  td_paragraph_add (paragraph, "đua", TD_RUN_BOLD);
  td_paragraph_add (paragraph, ", Hải Hòa, số hoá. ", TD_RUN_PLAIN);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), "Thi đua.", TD_RUN_PLAIN);
  pages = td_pages_new_for_document (document);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = td_pages_find (pages, cases[i].query);
      guint n_matches =
          found->len > 0 ? g_array_index (found, TdMatch, found->len - 1).match + 1 : 0;

      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (n_matches, ==, cases[i].n_matches);
    }
}

/* A match that goes over the end of a line has a rectangle on each. */
static void
test_find_over_lines (void)
{
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdParagraph *paragraph = td_section_add_paragraph (section, TD_ROLE_BODY);
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GArray) found = NULL;
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (all, "%sphong trào", i > 0 ? " " : "");
  td_paragraph_add (paragraph, all->str, TD_RUN_PLAIN);
  pages = td_pages_new_for_document (document);
  found = td_pages_find (pages, all->str);
  g_assert_cmpuint (found->len, >, 2);
  for (guint i = 0; i < found->len; i++)
    {
      const TdMatch *match = &g_array_index (found, TdMatch, i);

      g_assert_cmpuint (match->match, ==, 0);
      g_assert_cmpfloat (match->x, >=, 30 - 0.1);
      g_assert_cmpfloat (match->x + match->width, <=, 195 + 0.5);
    }
  g_string_free (all, TRUE);
}

static void
test_outline (void)
{
  static const struct
  {
    const char *title;
    guint level;
  } expected[] = { { NULL, 0 },
                   { "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", 1 },
                   { "II. THÀNH TÍCH ĐẠT ĐƯỢC", 1 },
                   { "III. CÁC HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC GHI NHẬN", 1 },
                   { "1. Danh hiệu thi đua", 2 },
                   { "2. Hình thức khen thưởng", 2 } };
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_ACHIEVEMENT, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GArray) entries = td_pages_list_outline (pages);

  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < entries->len; i++)
    {
      const TdOutlineEntry *entry = &g_array_index (entries, TdOutlineEntry, i);

      g_assert_cmpstr (entry->title, ==, i == 0 ? document->title : expected[i].title);
      g_assert_cmpuint (entry->level, ==, expected[i].level);
    }
}

/* PRINT.md: the briefing is one A4 page, however much it has to say, as long as its charts can give way. */
static void
test_one_page (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_BRIEFING, TRUE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  double width, height;

  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 1);
  td_pages_get_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 210, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 297, 0.01);
}

/* A name of 200 letters without a space is broken, not cut and not printed over its neighbour. */
static void
test_long_name (void)
{
  g_autoptr (TdTemplate) template = sample_template (TD_PAPER_PROPOSAL);
  TdNominee *nominees = sample_nominees_new (0, 2);
  TdProposal data = { .paper.agency = "Ủy ban nhân dân thành phố Móng Cái",
                      .movement = "x",
                      .nominees = nominees,
                      .n_nominees = 2 };
  GString *name = g_string_new (NULL);
  g_autoptr (TdDocument) document = NULL;
  g_autoptr (TdPages) pages = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (name, i % 2 == 0 ? "Ỡ" : "g");
  g_free ((char *) nominees[0].name);
  nominees[0].name = g_string_free (name, FALSE);
  document = td_proposal_build (template, &data, NULL);
  pages = td_pages_new_for_document (document);
  assert_whole (pages, document);
  sample_nominees_free (nominees, 2);
}

/* A cell longer than a page goes on, row by row of its neighbours untouched. */
static void
test_tall_cell (void)
{
  static const TdColumn columns[] = { { 0, TD_ALIGN_CENTER, FALSE }, { 0, TD_ALIGN_LEFT, TRUE } };
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdPaperTable *table = td_section_add_table (section, TD_TABLE_GRID, columns, 2);
  GString *text = g_string_new (NULL);
  g_autoptr (TdPages) pages = NULL;
  TdPaperRow *row;

  for (guint i = 0; i < 150; i++)
    g_string_append_printf (text, "%sdòng %u", i > 0 ? "\n" : "", i);
  row = td_paper_table_add_row (table, TD_ROW_HEAD);
  td_paper_row_add_text (row, "TT");
  td_paper_row_add_text (row, "Nội dung");
  for (guint i = 0; i < 3; i++)
    {
      row = td_paper_table_add_row (table, TD_ROW_BODY);
      td_paper_row_add_text (row, "1");
      td_paper_row_add_text (row, i == 1 ? text->str : "ngắn");
    }
  pages = td_pages_new_for_document (document);
  /* 150 lines of 13.8 points on pages of some 50. */
  g_assert_cmpuint (td_pages_get_n_pages (pages), ==, 4);
  assert_whole (pages, document);
  g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/pages/random", test_random);
  g_test_add_func ("/print/pages/every-kind", test_every_kind);
  g_test_add_func ("/print/pages/nominees", test_nominees);
  g_test_add_func ("/print/pages/every-list", test_every_list);
  g_test_add_func ("/print/pages/signature-is-not-alone", test_signature_is_not_alone);
  g_test_add_func ("/print/pages/header-is-repeated", test_header_is_repeated);
  g_test_add_func ("/print/pages/numbers", test_numbers);
  g_test_add_func ("/print/pages/decimals", test_decimals);
  g_test_add_func ("/print/pages/lazy", test_lazy);
  g_test_add_func ("/print/pages/hit", test_hit);
  g_test_add_func ("/print/pages/find", test_find);
  g_test_add_func ("/print/pages/find-over-lines", test_find_over_lines);
  g_test_add_func ("/print/pages/outline", test_outline);
  g_test_add_func ("/print/pages/one-page", test_one_page);
  g_test_add_func ("/print/pages/long-name", test_long_name);
  g_test_add_func ("/print/pages/tall-cell", test_tall_cell);
  return g_test_run ();
}
