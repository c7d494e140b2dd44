/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check list of a round: law cards, what the dossier lacks or has altered, and the marks on its
 * sentences. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>

#include "desk/td-evidence.h"
#include "desk/td-gather-round.h"
#include "desk/td-round-evidence.h"
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

/* The units that stand on the proposal, in its order. (transfer full): of TdId */
static GArray *
list_units (const TdRoundFacts *round)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (TdId));

  for (guint i = 0; i < round->nominations->len; i++)
    if (td_round_nomination (round, i)->nominee.collective
        && td_round_is_proposed (td_round_nomination (round, i)->from->state))
      g_array_append_val (units, td_round_nomination (round, i)->id);
  return units;
}

/* Each paper that the dossier binds: there, gone or another; and what each unit has none for. */
static gboolean
add_evidence (TdGather *self, const TdRoundFacts *round, GArray *rows, GError **error)
{
  static const char *const states[] = {
    [TD_EVIDENCE_WHOLE] = NULL,
    [TD_EVIDENCE_MISSING] = "Tệp không còn ở nơi lưu; cần đính kèm lại",
    [TD_EVIDENCE_ALTERED] = "Tệp đã bị sửa sau khi đính kèm; cần đối chiếu và đính kèm lại",
  };
  const TdMovement *movement = td_desk_get_movement (self->desk);
  g_autoptr (GArray) units = list_units (round);
  g_autoptr (GPtrArray) papers = td_round_evidence_load (self->desk, units, error);
  g_autoptr (GArray) lacks = NULL;

  if (papers == NULL)
    return FALSE;
  for (guint i = 0; i < papers->len; i++)
    {
      const TdRoundEvidence *paper = g_ptr_array_index (papers, i);
      TdEvidenceState state = td_evidence_look (self->store, paper->record);
      TdCompleteness row = { td_gather_printf (self, "%s (%s)", paper->title, paper->proves),
                             state == TD_EVIDENCE_WHOLE, states[state] };

      g_array_append_val (rows, row);
    }
  lacks = td_round_evidence_find_lacks (self->desk, units);
  for (guint i = 0; i < lacks->len; i++)
    {
      const TdEvidenceLack *lack = &g_array_index (lacks, TdEvidenceLack, i);
      int unit = td_movement_find_unit (movement, lack->unit);
      TdCompleteness row = { .ok = lack->n_entries == 0 };

      if (unit < 0)
        continue;
      row.what = td_gather_printf (self, "Tài liệu kiểm chứng cho các số liệu đã báo cáo của %s",
                                   td_movement_unit (movement, (guint) unit)->name);
      if (!row.ok)
        row.where = td_gather_printf (self, "Còn %u số liệu chưa có tài liệu, chỉ tiêu %s",
                                      lack->n_entries, lack->targets);
      g_array_append_val (rows, row);
    }
  return TRUE;
}

/* Of TdCompleteness: what the law asks for, then the evidence. (transfer full) */
static GArray *
list_completeness (TdGather *self, const TdRoundFacts *round, GError **error)
{
  g_autoptr (GPtrArray) items = td_award_book_check_round (round->book, round->round);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (TdCompleteness));

  for (guint i = 0; i < items->len; i++)
    {
      const TdCompletenessItem *item = g_ptr_array_index (items, i);
      TdCompleteness row = { td_gather_keep (self, item->what), item->ok,
                             item->ok ? NULL : place_words (self, item->where) };

      g_array_append_val (rows, row);
    }
  return add_evidence (self, round, rows, error) ? g_steal_pointer (&rows) : NULL;
}

TdDocument *
td_gather_check_list (TdGather *self, const TdTemplate *template, GError **error)
{
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) td_document_unref);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TdMarkedFact));
  g_autoptr (GArray) completeness = NULL;
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
  completeness = list_completeness (self, &round, error);
  if (completeness != NULL && collect_marks (self, &round, documents, marks, error))
    {
      td_gather_paper (self, TD_ISSUER_OFFICE, "", NULL, &data.paper);
      data.round = round.round->title;
      data.law = round.round->pack != NULL ? td_law_pack_get_title (round.round->pack) : NULL;
      data.cards = cards;
      data.completeness = (const TdCompleteness *) (gpointer) completeness->data;
      data.n_completeness = completeness->len;
      data.marks = (const TdMarkedFact *) (gpointer) marks->data;
      data.n_marks = marks->len;
      document = td_check_list_build (template, &data, error);
    }
  td_round_facts_clear (&round);
  return document;
}
