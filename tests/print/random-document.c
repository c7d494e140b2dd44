/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-document.h"

static const char *const words[] = { "phong", "trào",  "thi",        "đua",    "cải",   "cách",
                                     "hành",  "chính", "nghiêm",     "được",   "những", "Ưu",
                                     "ữ",     "ỹ",     "2024",       "98,33%", "Ủy",    "ban",
                                     "nhân",  "dân",   "12/KH-UBND", "-",      "“Đẩy",  "mạnh”",
                                     "quyết", "định",  "khuyếch",    "trương" };

static char *
random_text (guint max_words)
{
  GString *text = g_string_new (NULL);
  guint count = (guint) g_test_rand_int_range (1, (gint32) max_words + 1);

  for (guint i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (g_test_rand_int_range (0, 300) == 0)
        for (guint n = 0; n < 200; n++)
          g_string_append (text, n % 3 == 0 ? "ngh" : "iê");
      else
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static void
add_words (TdParagraph *paragraph, guint max_words)
{
  guint n_runs = (guint) g_test_rand_int_range (1, 4);

  for (guint i = 0; i < n_runs; i++)
    {
      g_autofree char *text = random_text (max_words);

      td_paragraph_add (paragraph, text, (TdRunFlags) g_test_rand_int_range (0, 8));
      td_paragraph_add (paragraph, " ", TD_RUN_PLAIN);
    }
}

static void
add_paragraph (TdSection *section)
{
  static const TdRole roles[] = { TD_ROLE_BODY,    TD_ROLE_BODY,     TD_ROLE_BODY,
                                  TD_ROLE_HEADING, TD_ROLE_CLAUSE,   TD_ROLE_ARTICLE,
                                  TD_ROLE_SUBJECT, TD_ROLE_CENTERED, TD_ROLE_GROUND,
                                  TD_ROLE_NOTE };
  TdRole role = roles[g_test_rand_int_range (0, G_N_ELEMENTS (roles))];
  TdParagraph *paragraph = td_section_add_paragraph (section, role);

  if (g_test_rand_int_range (0, 4) == 0)
    td_paragraph_set_label (paragraph, "-");
  add_words (paragraph, g_test_rand_int_range (0, 8) == 0 ? 400 : 30);
}

static void
add_table (TdSection *section)
{
  TdColumn columns[7] = { { 0 } };
  guint n_columns = (guint) g_test_rand_int_range (1, 8);
  guint n_rows = (guint) g_test_rand_int_range (0, 40);
  guint n_heads = (guint) g_test_rand_int_range (0, 3);
  guint *busy; /* rows each column is still covered for */
  TdPaperTable *table;

  for (guint c = 0; c < n_columns; c++)
    {
      columns[c].align = (TdAlign) g_test_rand_int_range (TD_ALIGN_ROLE, TD_ALIGN_DECIMAL + 1);
      columns[c].stretch = g_test_rand_int_range (0, 2) == 1;
      if (g_test_rand_int_range (0, 6) == 0)
        columns[c].width = (guint) g_test_rand_int_range (80, 400);
    }
  table = td_section_add_table (section, TD_TABLE_GRID, columns, n_columns);
  busy = g_new0 (guint, n_columns);
  for (guint r = 0; r < n_heads + n_rows; r++)
    {
      TdPaperRow *row =
          td_paper_table_add_row (table, r < n_heads                         ? TD_ROW_HEAD
                                         : g_test_rand_int_range (0, 9) == 0 ? TD_ROW_GROUP
                                                                             : TD_ROW_BODY);

      for (guint c = 0; c < n_columns;)
        {
          guint col_span = 1, row_span = 1;
          TdPaperCell *cell;

          if (busy[c] > 0)
            {
              busy[c++]--;
              continue;
            }
          while (c + col_span < n_columns && busy[c + col_span] == 0
                 && g_test_rand_int_range (0, 6) == 0)
            col_span++;
          if (r + 3 < n_heads + n_rows && r >= n_heads && g_test_rand_int_range (0, 12) == 0)
            row_span = (guint) g_test_rand_int_range (2, 4);
          cell = td_paper_row_add_cell (row, col_span, row_span);
          g_assert_nonnull (cell);
          g_assert_cmpuint (cell->column, ==, c);
          for (guint p = (guint) g_test_rand_int_range (0, 3); p > 0; p--)
            add_words (
                td_paper_cell_add_paragraph (cell, r < n_heads ? TD_ROLE_CELL_HEAD : TD_ROLE_CELL),
                g_test_rand_int_range (0, 60) == 0 ? 900 : 6);
          for (guint i = 0; i < col_span; i++)
            busy[c + i] = row_span - 1;
          c += col_span;
        }
    }
  g_free (busy);
}

static void
add_signatures (TdSection *section)
{
  static const TdColumn columns[] = { { 0, TD_ALIGN_LEFT, TRUE }, { 0, TD_ALIGN_CENTER, TRUE } };
  TdPaperTable *table = td_section_add_table (section, TD_TABLE_SIGNATURES, columns, 2);
  TdPaperRow *row = td_paper_table_add_row (table, TD_ROW_BODY);
  TdPaperCell *left = td_paper_row_add_cell (row, 1, 1), *right = td_paper_row_add_cell (row, 1, 1);

  td_paragraph_add (td_paper_cell_add_paragraph (left, TD_ROLE_RECIPIENTS_HEAD),
                    "Nơi nhận:", TD_RUN_PLAIN);
  for (guint i = (guint) g_test_rand_int_range (1, 80); i > 0; i--)
    add_words (td_paper_cell_add_paragraph (left, TD_ROLE_RECIPIENT), 5);
  add_words (td_paper_cell_add_paragraph (right, TD_ROLE_SIGN_AUTHORITY), 3);
  td_paper_cell_add_paragraph (right, TD_ROLE_SIGN_SPACE);
  add_words (td_paper_cell_add_paragraph (right, TD_ROLE_SIGN_NAME), 4);
}

TdDocument *
random_document_new (void)
{
  TdDocument *document = td_document_new (TD_PAPER_PROGRESS);

  for (guint s = (guint) g_test_rand_int_range (1, 4); s > 0; s--)
    {
      TdSection *section = td_document_add_section (
          document, (TdSectionFlags) (g_test_rand_int_range (0, 2) * TD_SECTION_LANDSCAPE), NULL);

      for (guint b = (guint) g_test_rand_int_range (0, 14); b > 0; b--)
        switch (g_test_rand_int_range (0, 9))
          {
          case 0:
          case 1:
            add_table (section);
            break;
          case 2:
            td_section_add_figure (section, "x", "x", (guint) g_test_rand_int_range (10, 4000),
                                   200);
            break;
          case 3:
            td_section_add_page_break (section);
            break;
          default:
            add_paragraph (section);
            break;
          }
      if (g_test_rand_int_range (0, 2) == 0)
        add_signatures (section);
    }
  return document;
}
