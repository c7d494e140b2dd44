/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-documents"

#include "documents/td-paper.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "documents/td-vocabularies.h"
#include "documents/td-words.h"
#include "td-print-resources.h"

const char *
td_authority_get_prefix (TdAuthority authority)
{
  switch (authority)
    {
    case TD_AUTHORITY_TM:
      return "TM. ";
    case TD_AUTHORITY_Q:
      return "Q. ";
    case TD_AUTHORITY_KT:
      return "KT. ";
    case TD_AUTHORITY_TL:
      return "TL. ";
    case TD_AUTHORITY_TUQ:
      return "TUQ. ";
    case TD_AUTHORITY_OWN:
    default:
      return "";
    }
}

/* --- pieces ----------------------------------------------------------------------------------- */

void
td_paper_add_masthead (TdSection *section, const TdPaper *paper, gboolean with_date)
{
  /* The right column holds the longest line, Quốc hiệu, at the decree's sizes. */
  static const TdColumn columns[] = { { 650, TD_ALIGN_CENTER, FALSE },
                                      { 0, TD_ALIGN_CENTER, TRUE } };
  TdPaperTable *table =
      td_section_add_table (section, TD_TABLE_MASTHEAD, columns, G_N_ELEMENTS (columns));
  TdPaperRow *row = td_paper_table_add_row (table, TD_ROW_BODY);
  TdPaperCell *left = td_paper_row_add_cell (row, 1, 1);
  TdPaperCell *right = td_paper_row_add_cell (row, 1, 1);
  g_autofree char *number = td_words_paper_number (paper->number);
  g_autofree char *line = paper->sign != NULL && *paper->sign != '\0'
                              ? g_strdup_printf ("Số: %s/%s", number, paper->sign)
                              : g_strdup_printf ("Số: %s", number);
  g_autofree char *day = td_date_format_decree (paper->date);
  g_autofree char *place = NULL;

  if (paper->superior != NULL && *paper->superior != '\0')
    td_paragraph_add (td_paper_cell_add_paragraph (left, TD_ROLE_SUPERIOR), paper->superior,
                      TD_RUN_PLAIN);
  td_paragraph_add (td_paper_cell_add_paragraph (left, TD_ROLE_AGENCY), paper->agency,
                    TD_RUN_PLAIN);
  td_paragraph_add (td_paper_cell_add_paragraph (right, TD_ROLE_NATION),
                    "Cộng hòa xã hội chủ nghĩa Việt Nam", TD_RUN_PLAIN);
  td_paragraph_add (td_paper_cell_add_paragraph (right, TD_ROLE_MOTTO),
                    "Độc lập - Tự do - Hạnh phúc", TD_RUN_PLAIN);
  row = td_paper_table_add_row (table, TD_ROW_BODY);
  left = td_paper_row_add_cell (row, 1, 1);
  right = td_paper_row_add_cell (row, 1, 1);
  /* A paper that is not registered (a contents page) has neither number nor sign. */
  if (paper->number != NULL || paper->sign != NULL)
    td_paragraph_add (td_paper_cell_add_paragraph (left, TD_ROLE_NUMBER), line, TD_RUN_PLAIN);
  if (!with_date)
    return;
  place = g_strdup_printf ("%s, %s", paper->place != NULL ? paper->place : "…", day);
  td_paragraph_add (td_paper_cell_add_paragraph (right, TD_ROLE_PLACE_DATE), place, TD_RUN_PLAIN);
}

/* @text with @mark at its end unless it has one already. (transfer full) */
static char *
end_with (const char *text, char mark)
{
  const char *start;
  gsize length;

  td_text_trim (text, &start, &length);
  while (length > 0 && (start[length - 1] == ';' || start[length - 1] == '.'))
    length--;
  return g_strdup_printf ("%.*s%c", (int) length, start, mark);
}

static void
add_address (TdSection *section, const TdPaper *paper)
{
  guint count = paper->addressees != NULL ? g_strv_length ((char **) paper->addressees) : 0;

  if (count == 0)
    return;
  if (count == 1)
    {
      TdParagraph *paragraph = td_section_add_paragraph (section, TD_ROLE_ADDRESS);

      td_paragraph_add (paragraph, "Kính gửi: ", TD_RUN_PLAIN);
      td_paragraph_add (paragraph, paper->addressees[0], TD_RUN_PLAIN);
      return;
    }
  td_paragraph_add (td_section_add_paragraph (section, TD_ROLE_ADDRESS_HEAD),
                    "Kính gửi:", TD_RUN_PLAIN);
  for (guint i = 0; i < count; i++)
    {
      TdParagraph *paragraph = td_section_add_paragraph (section, TD_ROLE_ADDRESSEE);
      g_autofree char *line = end_with (paper->addressees[i], i + 1 < count ? ';' : '.');

      td_paragraph_set_label (paragraph, "-");
      td_paragraph_add (paragraph, line, TD_RUN_PLAIN);
    }
}

static void
add_recipients (TdPaperCell *cell, const TdPaper *paper)
{
  const char *const *at = paper->recipients;

  if (at == NULL || *at == NULL)
    return;
  td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_RECIPIENTS_HEAD),
                    "Nơi nhận:", TD_RUN_PLAIN);
  for (; *at != NULL; at++)
    {
      TdParagraph *paragraph = td_paper_cell_add_paragraph (cell, TD_ROLE_RECIPIENT);
      g_autofree char *line = end_with (*at, at[1] != NULL ? ';' : '.');

      td_paragraph_set_label (paragraph, "-");
      td_paragraph_add (paragraph, line, TD_RUN_PLAIN);
    }
}

static void
add_signer (TdPaperCell *cell, const TdSigner *signer)
{
  for (guint i = 0; i < signer->n_lines; i++)
    {
      TdParagraph *paragraph = td_paper_cell_add_paragraph (cell, TD_ROLE_SIGN_AUTHORITY);

      td_paragraph_add (paragraph, td_authority_get_prefix (signer->lines[i].authority),
                        TD_RUN_PLAIN);
      td_paragraph_add (paragraph, signer->lines[i].office, TD_RUN_PLAIN);
    }
  if (signer->note != NULL)
    td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_SIGN_NOTE), signer->note,
                      TD_RUN_PLAIN);
  td_paper_cell_add_paragraph (cell, TD_ROLE_SIGN_SPACE);
  td_paragraph_add (td_paper_cell_add_paragraph (cell, TD_ROLE_SIGN_NAME), signer->name,
                    TD_RUN_PLAIN);
}

void
td_paper_add_signatures (TdSection *section, const TdPaper *paper, const TdSigner *other)
{
  static const TdColumn columns[] = { { 0, TD_ALIGN_LEFT, TRUE }, { 0, TD_ALIGN_CENTER, TRUE } };
  TdPaperTable *table =
      td_section_add_table (section, TD_TABLE_SIGNATURES, columns, G_N_ELEMENTS (columns));
  TdPaperRow *row = td_paper_table_add_row (table, TD_ROW_BODY);
  TdPaperCell *left = td_paper_row_add_cell (row, 1, 1);

  if (other != NULL)
    add_signer (left, other);
  else
    add_recipients (left, paper);
  add_signer (td_paper_row_add_cell (row, 1, 1), &paper->signer);
  if (other != NULL && paper->recipients != NULL)
    {
      row = td_paper_table_add_row (table, TD_ROW_BODY);
      add_recipients (td_paper_row_add_cell (row, 1, 1), paper);
      td_paper_row_add_cell (row, 1, 1);
    }
}

/* --- composing -------------------------------------------------------------------------------- */

typedef struct
{
  const TdPaper *paper;
  TdPieceFunc func;
  gpointer data;
} Composer;

static void
add_piece (TdSection *section, const char *name, guint ordinal, gpointer data)
{
  const Composer *self = data;

  if (g_str_equal (name, "đầu trang"))
    td_paper_add_masthead (section, self->paper, TRUE);
  else if (g_str_equal (name, "kính gửi"))
    add_address (section, self->paper);
  else if (g_str_equal (name, "chữ ký"))
    td_paper_add_signatures (section, self->paper, NULL);
  else
    self->func (section, name, ordinal, self->data);
}

static void
set_common (TdValues *values, const TdPaper *paper)
{
  const TdSigner *signer = &paper->signer;
  g_autofree char *number = td_words_paper_number (paper->number);
  int year, month, day;

  td_values_set_text (values, "cơ quan", paper->agency);
  td_values_set_text (values, "cơ quan cấp trên", paper->superior);
  td_values_take_text (values, "số", g_steal_pointer (&number));
  td_values_set_text (values, "ký hiệu", paper->sign);
  td_values_take_text (values, "số ký hiệu",
                       td_words_citation (paper->number, paper->sign, paper->date));
  td_values_set_text (values, "địa danh", paper->place);
  td_values_set_date (values, "ngày ký", paper->date);
  if (paper->date != TD_DATE_NONE)
    {
      td_date_split (paper->date, &year, &month, &day);
      td_values_take_text (values, "năm ký", g_strdup_printf ("%d", year));
    }
  td_values_set_text (values, "người ký", signer->name);
  if (signer->n_lines > 0)
    td_values_set_text (values, "chức vụ người ký", signer->lines[signer->n_lines - 1].office);
  td_values_set_flag (values, "bản điện tử", paper->electronic);
  td_values_set_flag (values, "nhiều nơi gửi",
                      paper->addressees != NULL && g_strv_length ((char **) paper->addressees) > 1);
  for (const char *const *at = paper->grounds; at != NULL && *at != NULL; at++)
    {
      /* The template sets the mark: a decision goes on after its grounds, a proposal does not. */
      g_autofree char *marked = end_with (*at, ';');

      marked[strlen (marked) - 1] = '\0';
      td_values_set_text (td_values_add_item (values, "căn cứ"), "căn cứ.nội dung", marked);
    }
}

static gboolean
find_title (const TdParagraph *paragraph, const TdPaperCell *cell, const TdSection *section,
            gpointer data)
{
  char **found = data;

  if (paragraph->role == TD_ROLE_TYPE && found[0] == NULL)
    found[0] = td_paragraph_dup_text (paragraph);
  else if ((paragraph->role == TD_ROLE_SUBJECT || paragraph->role == TD_ROLE_LETTER_SUBJECT)
           && found[1] == NULL)
    found[1] = td_paragraph_dup_text (paragraph);
  return found[0] == NULL || found[1] == NULL;
}

/* “Tờ trình số 05/TTr-UBND. Về việc đề nghị …”: what the file and the outline are called. */
static void
set_title (TdDocument *document, const TdPaper *paper)
{
  char *found[2] = { NULL, NULL };
  g_autofree char *type = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) title = NULL;

  td_document_foreach (document, find_title, found);
  type = found[0];
  subject = found[1];
  lower = g_utf8_strdown (type != NULL ? type : "Công văn", -1);
  name = td_text_capitalize (lower);
  title = g_string_new (name);
  if (paper->number != NULL && paper->sign != NULL)
    {
      g_autofree char *number = td_words_paper_number (paper->number);

      g_string_append_printf (title, " số %s/%s", number, paper->sign);
    }
  if (subject != NULL)
    g_string_append_printf (title, ". %s", subject);
  td_document_set_title (document, title->str);
}

TdDocument *
td_paper_compose (const TdTemplate *template, const TdPaper *paper, TdValues *values,
                  TdPieceFunc func, gpointer data, GError **error)
{
  Composer composer = { paper, func, data };
  TdDocument *document;

  g_return_val_if_fail (template != NULL && paper != NULL && values != NULL, NULL);
  if (paper->agency == NULL || *paper->agency == '\0')
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("the paper has no issuing body: fill in “agency” in the office's "
                              "particulars"));
      return NULL;
    }
  set_common (values, paper);
  document = td_document_new (td_template_get_kind (template));
  document->date = paper->date;
  td_document_set_author (document, paper->agency);
  td_document_set_final (document, paper->revision);
  td_template_fill (template, document, values, add_piece, &composer);
  set_title (document, paper);
  return document;
}

void
td_paper_fill_again (const TdTemplate *template, TdDocument *document, const TdPaper *paper,
                     TdValues *values)
{
  Composer composer = { paper, NULL, NULL };

  set_common (values, paper);
  td_template_fill (template, document, values, add_piece, &composer);
}

/* --- templates -------------------------------------------------------------------------------- */

const char *
td_paper_kind_get_template_name (TdPaperKind kind)
{
  static const char *const names[TD_N_PAPER_KINDS] = {
    [TD_PAPER_PROPOSAL] = "proposal.txt",       [TD_PAPER_MINUTES] = "minutes.txt",
    [TD_PAPER_ACHIEVEMENT] = "achievement.txt", [TD_PAPER_DECISION] = "decision.txt",
    [TD_PAPER_CERTIFICATE] = "certificate.txt", [TD_PAPER_DOSSIER] = "dossier.txt",
    [TD_PAPER_PROGRESS] = "progress.txt",       [TD_PAPER_RANKING] = "ranking.txt",
    [TD_PAPER_REMINDER] = "reminder.txt",       [TD_PAPER_BRIEFING] = "briefing.txt",
    [TD_PAPER_CHECK_LIST] = "check-list.txt",
  };

  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  return names[kind];
}

/* A file of the room's own resource, which is always there. (transfer full) */
static char *
dup_resource (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (td_print_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
td_paper_dup_template (TdPaperKind kind)
{
  g_autofree char *path =
      g_strconcat ("/org/thidua/print/papers/", td_paper_kind_get_template_name (kind), NULL);

  return dup_resource (path);
}

char *
td_paper_dup_grounds (void)
{
  return dup_resource ("/org/thidua/print/papers/grounds.ini");
}

char *
td_paper_dup_stock (gboolean a3)
{
  return dup_resource (a3 ? "/org/thidua/print/stock/a3.ini" : "/org/thidua/print/stock/a4.ini");
}

const TdVocabulary *
td_paper_kind_get_vocabulary (TdPaperKind kind)
{
  static const TdVocabulary *const vocabularies[TD_N_PAPER_KINDS] = {
    [TD_PAPER_PROPOSAL] = &td_vocabulary_proposal,
    [TD_PAPER_MINUTES] = &td_vocabulary_minutes,
    [TD_PAPER_ACHIEVEMENT] = &td_vocabulary_achievement,
    [TD_PAPER_DECISION] = &td_vocabulary_decision,
    [TD_PAPER_CERTIFICATE] = &td_vocabulary_certificate,
    [TD_PAPER_DOSSIER] = &td_vocabulary_dossier,
    [TD_PAPER_PROGRESS] = &td_vocabulary_progress,
    [TD_PAPER_RANKING] = &td_vocabulary_ranking,
    [TD_PAPER_REMINDER] = &td_vocabulary_reminder,
    [TD_PAPER_BRIEFING] = &td_vocabulary_briefing,
    [TD_PAPER_CHECK_LIST] = &td_vocabulary_check_list,
  };

  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  return vocabularies[kind];
}

TdTemplate *
td_paper_template_new (TdPaperKind kind, const char *text, const char *where, TdProblems *problems)
{
  const TdVocabulary *vocabulary = td_paper_kind_get_vocabulary (kind);
  g_autofree char *own = NULL;

  if (text == NULL)
    {
      text = own = td_paper_dup_template (kind);
      where = td_paper_kind_get_template_name (kind);
    }
  return td_template_new (vocabulary, text, where, problems);
}
