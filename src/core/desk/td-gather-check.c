/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check list of a round: law cards, what the dossier lacks, and the marks on its sentences. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>

#include "desk/td-gather-round.h"
#include "documents/td-check-list.h"

static TdVerdict
card_verdict (const TdLawCheckRow *row)
{
  if (row->verdict == TD_LAW_PASS)
    return TD_VERDICT_PASS;
  if (row->clears)
    return TD_VERDICT_OVERRIDDEN;
  return row->verdict == TD_LAW_FAIL ? TD_VERDICT_FAIL : TD_VERDICT_UNKNOWN;
}

static void
fill_card (TdGather *self, const TdRoundNomination *from, TdLawCard *out)
{
  const TdLawCheck *card = from->from->card;
  TdLawCardRow *rows = td_gather_new0 (self, TdLawCardRow, card != NULL ? card->rows->len : 1);

  *out = (TdLawCard){ &from->nominee, rows, 0 };
  for (guint i = 0; card != NULL && i < card->rows->len; i++)
    {
      const TdLawCheckRow *row = g_ptr_array_index (card->rows, i);

      /* What an “any one of” is made of is the card's business on the screen; one row says it here. */
      if (!row->needed)
        continue;
      rows[out->n_rows++] = (TdLawCardRow){
        .condition = td_gather_keep (self, row->words),
        .clause = td_gather_or_null (td_gather_keep (self, row->clause)),
        .verdict = card_verdict (row),
        .why = td_gather_or_null (td_gather_take (self, td_law_check_row_dup_why (row))),
        .verified = row->verified
      };
    }
  if (card == NULL)
    rows[out->n_rows++] = (TdLawCardRow){ .condition = "Bộ quy định áp dụng cho đợt xét",
                                          .verdict = TD_VERDICT_UNKNOWN,
                                          .why = "chưa xác định được bộ quy định",
                                          .verified = TRUE };
}

/* The marked facts of the reports, each with the title of its paper. */
static gboolean
collect_marks (TdGather *self, const TdRoundFacts *round, GPtrArray *documents, GArray *marks,
               GError **error)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdTemplate) template =
      td_paper_template_new (TD_PAPER_ACHIEVEMENT, NULL, NULL, problems);

  g_assert (template != NULL);
  for (guint i = 0; i < round->nominations->len; i++)
    {
      TdPaperSubject subject = { .nomination = td_round_nomination (round, i)->from->id };
      g_autoptr (GPtrArray) marked = NULL;
      TdDocument *document;
      TdGather report;

      if (!td_round_is_proposed (td_round_nomination (round, i)->from->state))
        continue;
      td_gather_init (&report, self->desk, &subject, NULL);
      document = td_gather_achievement (&report, template, error);
      td_gather_clear (&report);
      if (document == NULL)
        return FALSE;
      g_ptr_array_add (documents, document);
      marked = td_document_list_marked (document);
      for (guint k = 0; k < marked->len; k++)
        {
          const TdRun *run = g_ptr_array_index (marked, k);
          TdMarkedFact mark = { document->title, run->fact, run->text };

          g_array_append_val (marks, mark);
        }
    }
  return TRUE;
}

/* Where to look, for people: `nominations:DN01:law-card` is “đề nghị DN01”. */
static const char *
place_words (TdGather *self, const char *where)
{
  g_auto (GStrv) parts = g_strsplit (where, ":", 3);
  const char *table = parts[0] != NULL ? parts[0] : "";

  if (parts[0] == NULL || parts[1] == NULL)
    return td_gather_keep (self, where);
  return td_gather_printf (self, "%s %s",
                           g_str_equal (table, "rounds")        ? "Đợt xét"
                           : g_str_equal (table, "nominations") ? "Đề nghị"
                                                                : table,
                           parts[1]);
}

static void
set_completeness (TdGather *self, const TdRoundFacts *round, TdCheckList *out)
{
  g_autoptr (GPtrArray) items = td_award_book_check_round (round->book, round->round);
  TdCompleteness *rows = td_gather_new0 (self, TdCompleteness, items->len);

  for (guint i = 0; i < items->len; i++)
    {
      const TdCompletenessItem *item = g_ptr_array_index (items, i);

      rows[i] = (TdCompleteness){ td_gather_keep (self, item->what), item->ok,
                                  item->ok ? NULL : place_words (self, item->where) };
    }
  out->completeness = rows;
  out->n_completeness = items->len;
}

TdDocument *
td_gather_check_list (TdGather *self, const TdTemplate *template, GError **error)
{
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) td_document_unref);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TdMarkedFact));
  TdCheckList data = { .n_cards = 0 };
  TdDocument *document = NULL;
  TdRoundFacts round;
  TdLawCard *cards;

  if (!td_round_facts_init (&round, self, error))
    return NULL;
  cards = td_gather_new0 (self, TdLawCard, round.nominations->len);
  for (guint i = 0; i < round.nominations->len; i++)
    if (td_round_is_proposed (td_round_nomination (&round, i)->from->state))
      fill_card (self, td_round_nomination (&round, i), &cards[data.n_cards++]);
  if (collect_marks (self, &round, documents, marks, error))
    {
      td_gather_paper (self, TD_ISSUER_OFFICE, "", NULL, &data.paper);
      data.round = round.round->title;
      data.law = round.round->pack != NULL ? td_law_pack_get_title (round.round->pack) : NULL;
      data.cards = cards;
      set_completeness (self, &round, &data);
      data.marks = (const TdMarkedFact *) (gpointer) marks->data;
      data.n_marks = marks->len;
      document = td_check_list_build (template, &data, error);
    }
  td_round_facts_clear (&round);
  return document;
}
