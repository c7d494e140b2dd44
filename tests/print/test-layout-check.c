/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The layout checker: silent over every kind of paper, and not silent over any of the faults sown here,
 * each of which is one that a printing program or a template could make.
 */
#include <string.h>

#include "documents/sample-papers.h"
#include "documents/td-document-archive.h"
#include "print/td-layout-check.h"
#include "print/td-pages-private.h"
#include "print/td-pdf.h"

static void
draw_figure (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, width, height);
  cairo_stroke (cr);
}

static GBytes *
print_with (const TdDocument *document, const TdLooks *looks)
{
  g_autoptr (TdPages) pages = td_pages_new_with_looks (looks);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  td_pages_set_figures (pages, draw_figure, NULL, NULL);
  td_pages_add_document (pages, document);
  bytes = td_pdf_to_bytes (pages, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* What the checker says, a line a problem. (transfer full) */
static char *
check (GBytes *bytes, const TdDocument *document, const TdLayoutScope *scope)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = td_layout_check (bytes, document, scope, problems, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  return td_problems_to_string (problems);
}

static void
assert_clean (const TdDocument *document)
{
  g_autoptr (GBytes) bytes = print_with (document, td_looks_decree ());
  g_autofree char *said = check (bytes, document, NULL);

  g_assert_cmpstr (said, ==, "");
}

static void
test_every_kind (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    for (gboolean final = FALSE; final <= TRUE; final++)
      {
        g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, final);

        g_test_message ("%s %s", td_paper_kind_get_name ((TdPaperKind) kind),
                        final ? "final" : "draft");
        assert_clean (document);
      }
}

static void
test_sizes (void)
{
  static const guint sizes[][2] = { { 0, 1 }, { 1, 0 }, { 0, 7 }, { 30, 60 }, { 100, 300 } };
  g_autoptr (TdDocument) letter = sample_reminder_one ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TdDocument) document = sample_proposal (sizes[i][0], sizes[i][1], TRUE);

      assert_clean (document);
    }
  assert_clean (letter);
}

static guint
count_pages (TdPaperKind kind, guint n_rows)
{
  g_autoptr (TdDocument) document = sample_paper (kind, TRUE);
  g_autoptr (TdPages) pages = NULL;

  if (sample_set_rows (document, n_rows) == NULL)
    return 0;
  pages = td_pages_new_for_document (document);
  return td_pages_get_n_pages (pages);
}

/*
 * The lists of all kinds where they end exactly at a page's end: the longest list that asks for no more
 * page, and the one row longer that does. Heads are repeated, signatures not alone, the words whole.
 */
static void
test_page_ends (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      guint n = 1, before = count_pages ((TdPaperKind) kind, 1);

      if (before == 0)
        continue;
      while (count_pages ((TdPaperKind) kind, n + 1) == before)
        n++;
      for (guint rows = n; rows <= n + 1; rows++)
        {
          g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);

          g_test_message ("%s of %u rows", td_paper_kind_get_name ((TdPaperKind) kind), rows);
          sample_set_rows (document, rows);
          assert_clean (document);
        }
    }
}

/* --- faults of the looks ---------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  TdPaperKind kind;
  void (*sow) (TdLooks *looks);
  const char *says; /* part of a problem that must be found */
} LookFault;

#define SOW(name, change)                                                                          \
  static void name (TdLooks *looks)                                                                \
  {                                                                                                \
    change;                                                                                        \
  }

SOW (narrow_left, looks->left.chosen = 25)
SOW (wide_left, looks->left.chosen = 38)
SOW (narrow_right, looks->right.chosen = 10)
SOW (wide_right, looks->right.chosen = 25)
SOW (high_top, looks->top.chosen = 15)
SOW (low_top, looks->top.chosen = 32)
SOW (low_bottom, looks->bottom.chosen = 10)
SOW (other_font, looks->family = "DejaVu Sans")
SOW (small_body, looks->roles[TD_ROLE_BODY].size.chosen = 12)
SOW (large_nation, looks->roles[TD_ROLE_NATION].size.chosen = 14)
SOW (thin_nation, looks->roles[TD_ROLE_NATION].bold = FALSE)
SOW (small_motto, looks->roles[TD_ROLE_MOTTO].size.chosen = 12)
SOW (bare_motto, looks->roles[TD_ROLE_MOTTO].rule = TD_RULE_NONE)
SOW (short_motto_rule, looks->roles[TD_ROLE_MOTTO].rule = TD_RULE_PART)
SOW (bare_agency, looks->roles[TD_ROLE_AGENCY].rule = TD_RULE_NONE)
SOW (long_part_rules, looks->part_rule = 0.8)
SOW (short_part_rules, looks->part_rule = 0.2)
SOW (bold_superior, looks->roles[TD_ROLE_SUPERIOR].bold = TRUE)
SOW (small_number, looks->roles[TD_ROLE_NUMBER].size.chosen = 12)
SOW (upright_date, looks->roles[TD_ROLE_PLACE_DATE].italic = FALSE)
SOW (date_off_line, looks->roles[TD_ROLE_PLACE_DATE].before = 14)
SOW (left_type, looks->roles[TD_ROLE_TYPE].align = TD_ALIGN_LEFT)
SOW (left_subject, looks->roles[TD_ROLE_SUBJECT].align = TD_ALIGN_LEFT)
SOW (thin_subject, looks->roles[TD_ROLE_SUBJECT].bold = FALSE)
SOW (upright_grounds, looks->roles[TD_ROLE_GROUND].italic = FALSE)
SOW (ragged_body, looks->roles[TD_ROLE_BODY].align = TD_ALIGN_LEFT)
SOW (small_indent, looks->roles[TD_ROLE_BODY].first_indent = 5)
SOW (open_lines, looks->roles[TD_ROLE_BODY].line = 2)
SOW (tight_lines, looks->roles[TD_ROLE_BODY].line = 0.9)
SOW (tight_paragraphs, looks->roles[TD_ROLE_BODY].after = 2)
SOW (large_recipients, looks->roles[TD_ROLE_RECIPIENT].size.chosen = 13)
SOW (upright_recipients_head, looks->roles[TD_ROLE_RECIPIENTS_HEAD].italic = FALSE)
SOW (thin_signer, looks->roles[TD_ROLE_SIGN_NAME].bold = FALSE)
SOW (small_page_number, looks->page_number_size.chosen = 11)
SOW (first_number, looks->first_page_number = TRUE)
SOW (no_numbers, looks->page_number_top = -20)
SOW (thin_annex, looks->roles[TD_ROLE_ANNEX_LABEL].bold = FALSE)
SOW (upright_reference, looks->roles[TD_ROLE_ANNEX_REFERENCE].italic = FALSE)
SOW (small_heading, looks->roles[TD_ROLE_HEADING].size.chosen = 12)
SOW (no_grid, looks->grid_width = 0)
SOW (dark_watermark, looks->watermark_grey = 0)
SOW (grey_text, looks->ink = 0.4)

static const LookFault look_faults[] = {
  { "left margin 25 mm", TD_PAPER_PROPOSAL, narrow_left, "the left margin is 25" },
  { "left margin 38 mm", TD_PAPER_PROPOSAL, wide_left, "the left margin is 38" },
  { "right margin 10 mm", TD_PAPER_PROPOSAL, narrow_right, "the right margin is 10" },
  { "right margin 25 mm", TD_PAPER_PROPOSAL, wide_right, "the right margin is 25" },
  { "upper margin 15 mm", TD_PAPER_PROPOSAL, high_top, "the upper margin is 15" },
  { "upper margin 32 mm", TD_PAPER_PROPOSAL, low_top, "the upper margin is 32" },
  { "lower margin 10 mm", TD_PAPER_PROPOSAL, low_bottom, "the lower margin is" },
  { "another font", TD_PAPER_PROPOSAL, other_font, "instead of Times New Roman" },
  { "text of 12 points", TD_PAPER_PROPOSAL, small_body, "is set in 12 points" },
  { "Quốc hiệu of 14 points", TD_PAPER_PROPOSAL, large_nation, "(Quốc hiệu) is set in 14" },
  { "Quốc hiệu not bold", TD_PAPER_PROPOSAL, thin_nation, "(Quốc hiệu) is not bold" },
  { "Tiêu ngữ of 12 points", TD_PAPER_PROPOSAL, small_motto, "(Tiêu ngữ) is set in 12" },
  { "Tiêu ngữ without its rule", TD_PAPER_PROPOSAL, bare_motto, "(Tiêu ngữ) has no rule" },
  { "Tiêu ngữ's rule too short", TD_PAPER_PROPOSAL, short_motto_rule,
    "(Tiêu ngữ) has a rule that is not as long" },
  { "the agency without its rule", TD_PAPER_PROPOSAL, bare_agency,
    "(Cơ quan ban hành) has no rule" },
  { "rules too long", TD_PAPER_PROPOSAL, long_part_rules, "from one third to one half" },
  { "rules too short", TD_PAPER_PROPOSAL, short_part_rules, "from one third to one half" },
  { "the superior body bold", TD_PAPER_PROPOSAL, bold_superior, "(Cơ quan chủ quản) is bold" },
  { "the number of 12 points", TD_PAPER_PROPOSAL, small_number, "(Số, ký hiệu) is set in 12" },
  { "the day upright", TD_PAPER_PROPOSAL, upright_date, "(Địa danh, thời gian) is not italic" },
  { "the day below the number", TD_PAPER_PROPOSAL, date_off_line, "on the line of the number" },
  { "the type to the left", TD_PAPER_PROPOSAL, left_type,
    "(Tên loại) does not stand in the middle" },
  { "the subject to the left", TD_PAPER_PROPOSAL, left_subject,
    "(Trích yếu) does not stand in the middle" },
  { "the subject not bold", TD_PAPER_PROPOSAL, thin_subject, "(Trích yếu) is not bold" },
  { "grounds upright", TD_PAPER_PROPOSAL, upright_grounds, "(Căn cứ) is not italic" },
  { "text ragged", TD_PAPER_PROPOSAL, ragged_body, "is not set to both margins" },
  { "an indent of 5 mm", TD_PAPER_PROPOSAL, small_indent, "begins 5 mm from the margin" },
  { "double spacing", TD_PAPER_PROPOSAL, open_lines, "has a line spacing of 2" },
  { "lines too tight", TD_PAPER_PROPOSAL, tight_lines, "has a line spacing of" },
  { "2 points between paragraphs", TD_PAPER_PROPOSAL, tight_paragraphs,
    "below the paragraph above" },
  { "recipients of 13 points", TD_PAPER_PROPOSAL, large_recipients, "is set in 13 points" },
  { "Nơi nhận upright", TD_PAPER_PROPOSAL, upright_recipients_head, "(Nơi nhận) is not italic" },
  { "the signer not bold", TD_PAPER_PROPOSAL, thin_signer, "(Họ và tên người ký) is not bold" },
  { "page numbers of 11 points", TD_PAPER_PROPOSAL, small_page_number,
    "the page number is not set in 13" },
  { "a number on the first page", TD_PAPER_PROPOSAL, first_number,
    "the first page shows its number" },
  { "no page numbers", TD_PAPER_PROPOSAL, no_numbers, "the page has no number" },
  { "Phụ lục not bold", TD_PAPER_PROPOSAL, thin_annex, "(Phụ lục) is not bold" },
  { "the annex's reference upright", TD_PAPER_PROPOSAL, upright_reference, "is not italic" },
  { "headings of 12 points", TD_PAPER_ACHIEVEMENT, small_heading, "(Mục) is set in 12" },
  { "a table without lines", TD_PAPER_RANKING, no_grid, "the table has no line" },
  { "a black watermark", TD_PAPER_MINUTES, dark_watermark, "does not say “DỰ THẢO”" },
  { "grey text", TD_PAPER_MINUTES, grey_text, "is not black" },
};

static void
test_look_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (look_faults); i++)
    {
      const LookFault *fault = &look_faults[i];
      TdLooks looks = *td_looks_decree ();
      g_autoptr (TdDocument) document = sample_paper (fault->kind, fault->kind != TD_PAPER_MINUTES);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *said = NULL;

      fault->sow (&looks);
      bytes = print_with (document, &looks);
      said = check (bytes, document, NULL);
      if (*said == '\0' || strstr (said, fault->says) == NULL)
        g_test_message ("%s: %s", fault->name, said);
      g_assert_cmpstr (said, !=, "");
      g_assert_nonnull (strstr (said, fault->says));
    }
}

/* --- faults of the paper ---------------------------------------------------------------------- */

/* Prints one document and checks it against another. (transfer full) */
static char *
check_against (const TdDocument *printed, const TdDocument *wanted)
{
  g_autoptr (GBytes) bytes = print_with (printed, td_looks_decree ());

  return check (bytes, wanted, NULL);
}

static void
assert_says (const char *said, const char *words)
{
  if (strstr (said, words) == NULL)
    g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, words));
}

static TdParagraph *
get_paragraph (TdDocument *document, guint section, TdRole role, guint nth)
{
  TdSection *found = g_ptr_array_index (document->sections, section);

  for (guint i = 0; i < found->blocks->len; i++)
    {
      TdBlock *block = g_ptr_array_index (found->blocks, i);

      if (block->kind == TD_BLOCK_PARAGRAPH && block->paragraph->role == role && nth-- == 0)
        return block->paragraph;
    }
  g_assert_not_reached ();
}

static TdPaperTable *
get_table (TdDocument *document, guint section, TdTableUse use)
{
  TdSection *found = g_ptr_array_index (document->sections, section);

  for (guint i = 0; i < found->blocks->len; i++)
    {
      TdBlock *block = g_ptr_array_index (found->blocks, i);

      if (block->kind == TD_BLOCK_TABLE && block->table->use == use)
        return block->table;
    }
  g_assert_not_reached ();
}

/* A letter changed, a sentence lost, one too many, two exchanged, a cell lost. */
static void
test_text_faults (void)
{
  g_autoptr (TdDocument) wanted = sample_proposal (2, 3, TRUE);
  {
    g_autoptr (TdDocument) printed = sample_proposal (2, 3, TRUE);
    TdRun *run = &g_array_index (get_paragraph (printed, 0, TD_ROLE_GROUND, 1)->runs, TdRun, 1);
    g_autofree char *said = NULL;

    run->text = g_string_chunk_insert (printed->texts,
                                       "Luật Thi đua, khen thuởng ngày 15 tháng 6 năm 2022");
    said = check_against (printed, wanted);
    assert_says (said, "is not printed as it stands in the paper");
    assert_says (said, "is printed, but is not in the paper");
  }
  {
    g_autoptr (TdDocument) printed = sample_proposal (2, 3, TRUE);
    TdSection *section = g_ptr_array_index (printed->sections, 0);
    g_autofree char *said = NULL;

    g_ptr_array_remove_index (section->blocks, 6);
    said = check_against (printed, wanted);
    assert_says (said, "is not printed as it stands in the paper");
  }
  {
    g_autoptr (TdDocument) printed = sample_proposal (2, 3, TRUE);
    TdSection *section = g_ptr_array_index (printed->sections, 1);
    g_autofree char *said = NULL;

    td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), "Thêm một câu.",
                      TD_RUN_PLAIN);
    said = check_against (printed, wanted);
    assert_says (said, "“Thêm một câu.” is printed, but is not in the paper");
  }
  {
    g_autoptr (TdDocument) printed = sample_proposal (2, 3, TRUE);
    TdSection *section = g_ptr_array_index (printed->sections, 0);
    gpointer block = g_ptr_array_steal_index (section->blocks, 5);
    g_autofree char *said = NULL;

    g_ptr_array_insert (section->blocks, 7, block);
    said = check_against (printed, wanted);
    assert_says (said, "is not printed as it stands in the paper");
  }
  {
    g_autoptr (TdDocument) printed = sample_proposal (2, 3, TRUE);
    TdPaperTable *table = get_table (printed, 1, TD_TABLE_GRID);
    TdPaperRow *row = g_ptr_array_index (table->rows, 2);
    TdPaperCell *cell = g_ptr_array_index (row->cells, 3);
    g_autofree char *said = NULL;

    g_array_set_size (((TdParagraph *) g_ptr_array_index (cell->paragraphs, 0))->runs, 0);
    said = check_against (printed, wanted);
    assert_says (said, "is not printed as it stands in the paper");
  }
}

static void
test_state_faults (void)
{
  g_autoptr (TdDocument) final = sample_proposal (2, 3, TRUE);
  g_autoptr (TdDocument) other = sample_proposal (2, 3, TRUE);
  g_autoptr (TdDocument) draft = sample_proposal (2, 3, TRUE);

  td_document_set_final (draft, NULL);
  td_document_set_final (other, "0000-0001");
  {
    g_autofree char *said = check_against (final, draft);

    assert_says (said, "the page of a draft does not say “DỰ THẢO”");
  }
  {
    g_autofree char *said = check_against (draft, final);

    assert_says (said, "the page of a final paper says “DỰ THẢO”");
    assert_says (said, "does not carry the code 3F7A-21C9");
  }
  {
    g_autofree char *said = check_against (other, final);

    assert_says (said, "does not carry the code 3F7A-21C9");
    assert_says (said, "is printed besides the paper");
  }
}

/* --- faults of the words ---------------------------------------------------------------------- */

/* The nth paragraph of a role, wherever it is. */
static TdParagraph *
find_paragraph (const TdDocument *document, TdRole role, guint nth)
{
  for (guint s = 0; s < document->sections->len; s++)
    {
      TdSection *section = g_ptr_array_index (document->sections, s);

      for (guint b = 0; b < section->blocks->len; b++)
        {
          TdBlock *block = g_ptr_array_index (section->blocks, b);

          if (block->kind == TD_BLOCK_PARAGRAPH && block->paragraph->role == role && nth-- == 0)
            return block->paragraph;
          for (guint r = 0; block->kind == TD_BLOCK_TABLE && r < block->table->rows->len; r++)
            {
              TdPaperRow *row = g_ptr_array_index (block->table->rows, r);

              for (guint c = 0; c < row->cells->len; c++)
                {
                  TdPaperCell *cell = g_ptr_array_index (row->cells, c);

                  for (guint p = 0; p < cell->paragraphs->len; p++)
                    {
                      TdParagraph *paragraph = g_ptr_array_index (cell->paragraphs, p);

                      if (paragraph->role == role && nth-- == 0)
                        return paragraph;
                    }
                }
            }
        }
    }
  return NULL;
}

static void
set_words (TdParagraph *paragraph, const char *words)
{
  g_assert_nonnull (paragraph);
  g_array_set_size (paragraph->runs, 0);
  td_paragraph_add (paragraph, words, TD_RUN_PLAIN);
}

/* Printed as the tree says, and the tree says what the decree does not let it say. */
static void
test_word_faults (void)
{
  static const struct
  {
    TdRole role;
    const char *words; /* NULL: all of the role become lines of the body's kind */
    const char *says;  /* NULL: right as it is */
  } cases[] = {
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày 5 tháng 02 năm 2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày 05 tháng 2 năm 2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày 05 tháng 03 năm 2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày 32 tháng 3 năm 2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "Móng Cái, 05/3/2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "ngày 05 tháng 3 năm 2024", "is not a place and a day" },
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày 05 tháng 3 năm 2024", NULL },
    { TD_ROLE_PLACE_DATE, "Móng Cái, ngày … tháng … năm …", NULL },
    { TD_ROLE_NUMBER, "Số: 5/TTr-UBND", "is not a number and sign" },
    { TD_ROLE_NUMBER, "Số 05/TTr-UBND", "is not a number and sign" },
    { TD_ROLE_NUMBER, "Số: 05 /TTr-UBND", "is not a number and sign" },
    { TD_ROLE_NUMBER, "Số: 105/TTr-UBND", NULL },
    { TD_ROLE_MOTTO, "Độc lập – Tự do – Hạnh phúc", "is not “Độc lập - Tự do - Hạnh phúc”" },
    { TD_ROLE_NATION, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "is not “CỘNG HÒA XÃ HỘI" },
    { TD_ROLE_SIGN_AUTHORITY, "Phó Chủ tịch", "signs without “KT.”" },
    { TD_ROLE_RECIPIENTS_HEAD, NULL, "“Nơi nhận” is missing" },
    { TD_ROLE_RECIPIENT, NULL, "“Nơi nhận” names nobody" },
    { TD_ROLE_SIGN_AUTHORITY, NULL, "nobody signs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
      g_autofree char *said = NULL;

      if (cases[i].words == NULL)
        for (TdParagraph *it; (it = find_paragraph (document, cases[i].role, 0)) != NULL;)
          it->role = TD_ROLE_CELL;
      else if (cases[i].role == TD_ROLE_SIGN_AUTHORITY)
        for (guint n = 0; find_paragraph (document, cases[i].role, n) != NULL; n++)
          set_words (find_paragraph (document, cases[i].role, n), cases[i].words);
      else
        set_words (find_paragraph (document, cases[i].role, 0), cases[i].words);
      said = check_against (document, document);
      g_test_message ("%s", cases[i].words != NULL ? cases[i].words : "left out");
      if (cases[i].says == NULL)
        g_assert_cmpstr (said, ==, "");
      else
        assert_says (said, cases[i].says);
    }
}

/* Number and day have changed places: each in the other's column. */
static void
test_exchanged_fault (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  TdParagraph *number = find_paragraph (document, TD_ROLE_NUMBER, 0);
  TdParagraph *day = find_paragraph (document, TD_ROLE_PLACE_DATE, 0);
  TdParagraph before = *number;
  g_autofree char *said = NULL;

  number->role = day->role;
  number->runs = day->runs;
  day->role = before.role;
  day->runs = before.runs;
  said = check_against (document, document);
  assert_says (said, "(Số, ký hiệu) does not stand on the left");
  assert_says (said, "does not stand in the middle under Quốc hiệu");
}

/* --- a file by itself --------------------------------------------------------------------------- */

static char *
check_alone (GBytes *bytes, guint n_expected)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  guint n_papers = 0;
  gboolean ok = td_layout_check_alone (bytes, problems, &n_papers, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
  g_assert_cmpuint (n_papers, ==, n_expected);
  return td_problems_to_string (problems);
}

static void
test_alone (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, TRUE);
      g_autoptr (GBytes) bytes = print_with (document, td_looks_decree ());
      g_autofree char *said = check_alone (bytes, 1);

      g_test_message ("%s", td_paper_kind_get_name ((TdPaperKind) kind));
      g_assert_cmpstr (said, ==, "");
    }
  /* The faults that are seen with the paper at hand are seen without it. */
  for (guint i = 0; i < G_N_ELEMENTS (look_faults); i += 5)
    {
      const LookFault *fault = &look_faults[i];
      TdLooks looks = *td_looks_decree ();
      g_autoptr (TdDocument) document = sample_paper (fault->kind, fault->kind != TD_PAPER_MINUTES);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *said = NULL;

      fault->sow (&looks);
      bytes = print_with (document, &looks);
      said = check_alone (bytes, 1);
      assert_says (said, fault->says);
    }
}

/* The papers of a dossier, each in its place; a file that carries none says so. */
static void
test_alone_bound (void)
{
  g_autoptr (TdPages) pages = td_pages_new ();
  g_autoptr (TdDocument) first = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autoptr (TdDocument) second = sample_paper (TD_PAPER_MINUTES, TRUE);
  g_autoptr (TdStock) stock = td_stock_new_default (FALSE);
  g_autoptr (GBytes) bytes = NULL, bare = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  td_pages_add_document (pages, first);
  td_pages_add_document (pages, second);
  td_pages_set_running (pages, TRUE);
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  said = check_alone (bytes, 2);
  g_assert_cmpstr (said, ==, "");
  bare = td_pdf_calibration_to_bytes (stock, NULL);
  g_assert_false (td_layout_check_alone (bare, problems, NULL, &error));
  g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
}

/* A paper packed and unpacked says the same, and is packed the same. */
static void
test_archive (void)
{
  for (guint kind = 0; kind < TD_N_PAPER_KINDS; kind++)
    {
      g_autoptr (TdDocument) document = sample_paper ((TdPaperKind) kind, kind % 2 == 0);
      g_autoptr (GVariant) packed = g_variant_ref_sink (td_document_to_variant (document));
      g_autoptr (GError) error = NULL;
      g_autoptr (TdDocument) again = td_document_new_from_variant (packed, &error);
      g_autoptr (GVariant) repacked = NULL;
      g_autofree char *text = td_document_dup_text (document), *other = NULL;

      g_assert_no_error (error);
      other = td_document_dup_text (again);
      g_assert_cmpstr (text, ==, other);
      repacked = g_variant_ref_sink (td_document_to_variant (again));
      g_assert_true (g_variant_equal (packed, repacked));
    }
}

static void
test_end_fault (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);
  TdSection *section = g_ptr_array_index (document->sections, 0);
  TdParagraph *last =
      ((TdBlock *) g_ptr_array_index (section->blocks, section->blocks->len - 2))->paragraph;
  g_autofree char *said = NULL;

  g_array_set_size (last->runs, 0);
  td_paragraph_add (last, "Đề nghị các đơn vị phối hợp thực hiện.", TD_RUN_PLAIN);
  said = check_against (document, document);
  assert_says (said, "ends the text without “./.”");
}

static void
test_masthead_fault (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);
  TdSection *section = g_ptr_array_index (document->sections, 0);
  g_autofree char *said = NULL;

  g_ptr_array_remove_index (section->blocks, 0);
  said = check_against (document, document);
  assert_says (said, "Quốc hiệu, Tiêu ngữ or the issuing body is missing");
}

static void
test_capitals_fault (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  TdParagraph *type = get_paragraph (document, 0, TD_ROLE_TYPE, 0);
  g_autofree char *said = NULL;

  g_array_index (type->runs, TdRun, 0).text = "Tờ trình";
  said = check_against (document, document);
  assert_says (said, "(Tên loại) is not in capitals");
}

/* A header that is only printed once: as a row of its own. */
static void
test_header_fault (void)
{
  g_autoptr (TdDocument) wanted = sample_proposal (0, 40, TRUE);
  g_autoptr (TdDocument) printed = sample_proposal (0, 40, TRUE);
  TdPaperRow *row = g_ptr_array_index (get_table (printed, 1, TD_TABLE_GRID)->rows, 0);
  g_autofree char *said = NULL;

  row->kind = TD_ROW_BODY;
  said = check_against (printed, wanted);
  assert_says (said, "the table's header is not repeated");
}

static void
test_comma_fault (void)
{
  g_autoptr (TdDocument) wanted = sample_paper (TD_PAPER_RANKING, TRUE);
  g_autoptr (TdDocument) printed = sample_paper (TD_PAPER_RANKING, TRUE);
  TdPaperTable *table = get_table (printed, 1, TD_TABLE_GRID);
  g_autofree char *said = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    if (g_array_index (table->columns, TdColumn, i).align == TD_ALIGN_DECIMAL)
      g_array_index (table->columns, TdColumn, i).align = TD_ALIGN_LEFT;
  said = check_against (printed, wanted);
  assert_says (said, "the decimal comma of");
}

/* The sheet turned. */
static void
test_sheet_fault (void)
{
  g_autoptr (TdDocument) wanted = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autoptr (TdDocument) printed = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  TdSection *annex = g_ptr_array_index (printed->sections, 1);
  g_autofree char *said = NULL;

  annex->flags &= ~(guint) TD_SECTION_LANDSCAPE;
  said = check_against (printed, wanted);
  assert_says (said, "the sheet is 210 mm by 297 mm");
}

static void
draw_words (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  cairo_select_font_face (cr, "Times New Roman", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 10);
  cairo_move_to (cr, 0, height / 2);
  cairo_show_text (cr, "Phường Trần Phú 92,5");
}

/* A chart has words of its own, which are no words of the paper; the paper around it is still measured. */
static void
test_figure_words (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROGRESS, TRUE);
  g_autoptr (TdDocument) other = sample_paper (TD_PAPER_PROGRESS, FALSE);
  g_autoptr (TdPages) pages = td_pages_new_for_document (document);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autofree char *wrong = NULL;

  td_pages_set_figures (pages, draw_words, NULL, NULL);
  bytes = td_pdf_to_bytes (pages, NULL, &error);
  g_assert_no_error (error);
  said = check (bytes, document, NULL);
  g_assert_cmpstr (said, ==, "");
  wrong = check (bytes, other, NULL);
  assert_says (wrong, "the page of a draft does not say “DỰ THẢO”");
}

/* @from in the file becomes @to, of the same length. */
static GBytes *
edit (GBytes *bytes, const char *from, const char *to)
{
  gsize size;
  char *copy = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  char *at = memmem (copy, size, from, strlen (from));

  g_assert_nonnull (at);
  g_assert_cmpuint (strlen (from), ==, strlen (to));
  memcpy (at, to, strlen (to));
  return g_bytes_new_take (copy, g_bytes_get_size (bytes));
}

static void
test_file_faults (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *says;
  } cases[] = {
    { "/Lang (vi)", "/Lang (en)", "does not say that its language is Vietnamese" },
    { "/Marked true", "/Marked null", "is not tagged" },
    { "   /Title <FEFF", "   /Titel <FEFF", "the file's title is not the paper's" },
    { "/FontFile2", "/FontFileX", "is not in the file as the letters used" },
  };
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);
  g_autoptr (GBytes) bytes = print_with (document, td_looks_decree ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) edited = edit (bytes, cases[i].from, cases[i].to);
      g_autofree char *said = check (edited, document, NULL);

      g_test_message ("%s", cases[i].to);
      assert_says (said, cases[i].says);
    }
}

/* A heading at the foot of its page, by hand. */
static void
test_heading_fault (void)
{
  g_autoptr (TdDocument) wanted = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (wanted, TD_SECTION_PLAIN, NULL);
  g_autofree char *said = NULL;

  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_HEADING), "I. Mục", TD_RUN_PLAIN);
  td_section_add_page_break (section);
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), "Một câu.", TD_RUN_PLAIN);
  said = check_against (wanted, wanted);
  assert_says (said, "is parted from what it heads");
}

static void
test_lonely_signature_fault (void)
{
  static const TdColumn columns[] = { { 0, TD_ALIGN_LEFT, TRUE }, { 0, TD_ALIGN_CENTER, TRUE } };
  g_autoptr (TdDocument) document = td_document_new (TD_PAPER_PROGRESS);
  TdSection *section = td_document_add_section (document, TD_SECTION_PLAIN, NULL);
  TdPaperTable *table;
  TdPaperRow *row;
  g_autofree char *said = NULL;

  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_BODY), "Một câu./.", TD_RUN_PLAIN);
  td_section_add_page_break (section);
  table = td_section_add_table (section, TD_TABLE_SIGNATURES, columns, 2);
  row = td_paper_table_add_row (table, TD_ROW_BODY);
  td_paper_row_add_cell (row, 1, 1);
  td_paragraph_add (
      td_paper_cell_add_paragraph (td_paper_row_add_cell (row, 1, 1), TD_ROLE_SIGN_NAME), "Tên",
      TD_RUN_PLAIN);
  said = check_against (document, document);
  assert_says (said, "without two lines of text above it");
}

/* Text over text: the same line set so tightly that lines meet. */
static void
test_overlap_fault (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  TdLooks looks = *td_looks_decree ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *said = NULL;

  looks.roles[TD_ROLE_BODY].before = looks.roles[TD_ROLE_BODY].after = -12;
  bytes = print_with (document, &looks);
  said = check (bytes, document, NULL);
  assert_says (said, "two lines of text lie on one another");
}

/* Papers within a dossier, each with its own pages. */
static void
test_bound (void)
{
  g_autoptr (TdPages) pages = td_pages_new ();
  g_autoptr (TdDocument) first = sample_paper (TD_PAPER_PROPOSAL, TRUE);
  g_autoptr (TdDocument) second = sample_paper (TD_PAPER_MINUTES, TRUE);
  g_autoptr (GBytes) bytes = NULL;
  TdLayoutScope scope = { .bound = TRUE };
  g_autofree char *said = NULL;
  g_autofree char *said_second = NULL;
  g_autofree char *wrong = NULL;

  td_pages_add_document (pages, first);
  td_pages_add_document (pages, second);
  td_pages_set_running (pages, TRUE);
  bytes = td_pdf_to_bytes (pages, NULL, NULL);
  scope.n_pages = td_pages_get_part_page (pages, 1);
  said = check (bytes, first, &scope);
  g_assert_cmpstr (said, ==, "");
  wrong = check (bytes, second, &scope);
  g_assert_cmpstr (wrong, !=, "");
  scope.first_page = scope.n_pages;
  scope.n_pages = 0;
  said_second = check (bytes, second, &scope);
  g_assert_cmpstr (said_second, ==, "");
}

static void
test_refused (void)
{
  static const char *const files[] = {
    "", "%PDF-1.5", "not a PDF at all, but long enough to be one",
    "%PDF-1.5\nxref\n0 1\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n"
  };
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i], strlen (files[i]));
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (td_layout_check (bytes, document, NULL, problems, &error));
      g_assert_error (error, TD_ERROR, TD_ERROR_CORRUPT);
    }
}

/* Bytes changed at random: whatever the file becomes, it is read or refused, and nothing breaks. */
static void
test_damaged (void)
{
  g_autoptr (TdDocument) document = sample_paper (TD_PAPER_REMINDER, TRUE);
  g_autoptr (GBytes) bytes = print_with (document, td_looks_decree ());

  for (guint round = 0; round < 150; round++)
    {
      gsize size = g_bytes_get_size (bytes);
      char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TdProblems) problems = td_problems_new ();
      g_autoptr (GError) error = NULL;

      for (guint i = (guint) g_test_rand_int_range (1, 30); i > 0; i--)
        copy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      if (g_test_rand_int_range (0, 4) == 0)
        size = (gsize) g_test_rand_int_range (1, (gint32) size);
      damaged = g_bytes_new_take (copy, size);
      if (!td_layout_check (damaged, document, NULL, problems, &error))
        g_assert_error (error, TD_ERROR, TD_ERROR_CORRUPT);
      g_clear_error (&error);
      if (!td_layout_check_alone (damaged, problems, NULL, &error))
        g_assert_true (g_error_matches (error, TD_ERROR, TD_ERROR_CORRUPT)
                       || g_error_matches (error, TD_ERROR, TD_ERROR_INVALID));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/layout-check/every-kind", test_every_kind);
  g_test_add_func ("/print/layout-check/sizes", test_sizes);
  g_test_add_func ("/print/layout-check/page-ends", test_page_ends);
  g_test_add_func ("/print/layout-check/look-faults", test_look_faults);
  g_test_add_func ("/print/layout-check/text-faults", test_text_faults);
  g_test_add_func ("/print/layout-check/state-faults", test_state_faults);
  g_test_add_func ("/print/layout-check/word-faults", test_word_faults);
  g_test_add_func ("/print/layout-check/exchanged-fault", test_exchanged_fault);
  g_test_add_func ("/print/layout-check/alone", test_alone);
  g_test_add_func ("/print/layout-check/alone-bound", test_alone_bound);
  g_test_add_func ("/print/layout-check/archive", test_archive);
  g_test_add_func ("/print/layout-check/end-fault", test_end_fault);
  g_test_add_func ("/print/layout-check/masthead-fault", test_masthead_fault);
  g_test_add_func ("/print/layout-check/capitals-fault", test_capitals_fault);
  g_test_add_func ("/print/layout-check/header-fault", test_header_fault);
  g_test_add_func ("/print/layout-check/comma-fault", test_comma_fault);
  g_test_add_func ("/print/layout-check/sheet-fault", test_sheet_fault);
  g_test_add_func ("/print/layout-check/figure-words", test_figure_words);
  g_test_add_func ("/print/layout-check/file-faults", test_file_faults);
  g_test_add_func ("/print/layout-check/heading-fault", test_heading_fault);
  g_test_add_func ("/print/layout-check/lonely-signature-fault", test_lonely_signature_fault);
  g_test_add_func ("/print/layout-check/overlap-fault", test_overlap_fault);
  g_test_add_func ("/print/layout-check/bound", test_bound);
  g_test_add_func ("/print/layout-check/refused", test_refused);
  g_test_add_func ("/print/layout-check/damaged", test_damaged);
  return g_test_run ();
}
