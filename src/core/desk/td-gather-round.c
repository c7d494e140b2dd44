/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-gather-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* Collectives before people, each by code. */
static int
compare_nominations (gconstpointer a, gconstpointer b)
{
  const TdRoundNomination *first = a, *second = b;

  if (first->nominee.collective != second->nominee.collective)
    return first->nominee.collective ? -1 : 1;
  return td_text_compare_codes (first->from->code, second->from->code);
}

/* What the book does not know of a person: how they are addressed, and when born. */
static void
read_person (TdGather *gather, TdRoundNomination *out)
{
  g_autoptr (TdRecord) person = td_store_get (gather->store, TD_TABLE_PEOPLE, out->id, TD_ID_NONE);
  g_autofree char *where = g_strdup_printf ("people:%s:position", out->from->holder->code);
  g_autofree char *sex = NULL;

  if (person == NULL)
    return;
  sex = td_text_fold (td_record_get_text (person, TD_PERSON_SEX));
  if (strcmp (sex, "nam") == 0)
    out->nominee.honorific = "Ông";
  else if (strcmp (sex, "nu") == 0)
    out->nominee.honorific = "Bà";
  out->nominee.birth = td_gather_or_null (td_gather_take (
      gather, td_store_field_words (gather->store, &person->table->fields[TD_PERSON_BORN],
                                    &person->values[TD_PERSON_BORN])));
  if (out->nominee.position == NULL)
    td_gather_note (gather, where, _ ("%s: no position is recorded"), out->nominee.name);
}

static void
add_nomination (TdRoundFacts *self, TdGather *gather, const TdAwardNomination *from)
{
  const TdAwardHolder *holder = from->holder;
  TdRoundNomination one = { .from = from };

  if (from->round != self->round || !td_law_is_live (from->state) || holder == NULL)
    return;
  one.id = holder->id;
  one.nominee =
      (TdNominee){ .nomination = from->id,
                   .collective = !holder->is_person,
                   .name = holder->name,
                   .position = td_gather_or_null (holder->position),
                   .unit = holder->is_person ? td_gather_or_null (holder->unit_name) : NULL,
                   .award = td_award_round_get_award_title (self->round, from->award),
                   .summary = td_gather_or_null (from->summary),
                   .amount = -1,
                   .exact = -1 };
  if (holder->is_person)
    read_person (gather, &one);
  if (from->law == NULL)
    {
      g_autofree char *where = g_strdup_printf ("nominations:%s:award", from->code);

      td_gather_note (gather, where, _ ("no law pack that holds has the award “%s”"), from->award);
    }
  g_array_append_val (self->nominations, one);
}

typedef struct
{
  TdRoundFacts *self;
  TdGather *gather;
} Reader;

/* A paper of the round is on file with each of its nominations; the first that says something counts. */
static gboolean
add_paper (const TdRecord *record, gpointer data)
{
  Reader *reader = data;
  const char *code = td_record_get_text (record, TD_PAPER_PAPER);
  TdId nomination = td_record_get_ref (record, TD_PAPER_NOMINATION);
  TdRoundPaper *paper = strcmp (code, "to-trinh") == 0   ? &reader->self->proposal
                        : strcmp (code, "bien-ban") == 0 ? &reader->self->minutes
                                                         : NULL;

  if (paper == NULL)
    return TRUE;
  for (guint i = 0; i < reader->self->nominations->len; i++)
    if (td_round_nomination (reader->self, i)->from->id == nomination)
      {
        if (paper->number == NULL)
          paper->number = td_gather_or_null (
              td_gather_keep (reader->gather, td_record_get_text (record, TD_PAPER_NUMBER)));
        if (paper->date == TD_DATE_NONE)
          paper->date = td_record_get_date (record, TD_PAPER_SIGNED_ON);
      }
  return TRUE;
}

static gboolean
load (TdRoundFacts *self, TdGather *gather, GError **error)
{
  Reader reader = { self, gather };
  g_autofree char *where = NULL;

  self->round = td_award_book_find_round (self->book, gather->subject.round);
  if (self->round == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no such round"));
      return FALSE;
    }
  where = g_strdup_printf ("rounds:%s:law_pack", self->round->code);
  if (self->round->question != NULL)
    td_gather_note (gather, where, "%s", self->round->question);
  for (guint i = 0; i < td_award_book_get_n_nominations (self->book); i++)
    add_nomination (self, gather, td_award_book_get_nomination (self->book, i));
  g_array_sort (self->nominations, compare_nominations);
  for (guint i = 0; i < self->round->council.n_members; i++)
    self->n_present += self->round->council.members[i].present == TD_YES ? 1 : 0;
  if (!td_store_foreach (gather->store, TD_TABLE_DOSSIER_PAPERS, gather->movement->id, add_paper,
                         &reader, error))
    return FALSE;
  /* What the round itself says goes before what is on file. */
  if (td_gather_or_null (self->round->proposal_number) != NULL)
    self->proposal.number = self->round->proposal_number;
  return TRUE;
}

gboolean
td_round_facts_init (TdRoundFacts *self, TdGather *gather, GError **error)
{
  *self = (TdRoundFacts){ NULL };
  self->book = td_award_book_new (gather->store, gather->movement->id, gather->scores, error);
  if (self->book == NULL)
    return FALSE;
  self->nominations = g_array_new (FALSE, FALSE, sizeof (TdRoundNomination));
  if (load (self, gather, error))
    return TRUE;
  td_round_facts_clear (self);
  return FALSE;
}

void
td_round_facts_clear (TdRoundFacts *self)
{
  g_clear_pointer (&self->nominations, g_array_unref);
  g_clear_pointer (&self->book, td_award_book_free);
}

gboolean
td_round_is_proposed (TdNominationState state)
{
  return state == TD_NOMINATION_PROPOSED || state == TD_NOMINATION_REVIEWED
         || state == TD_NOMINATION_SUBMITTED || state == TD_NOMINATION_GRANTED;
}

const char *const *
td_round_grounds (TdGather *self, const TdRoundFacts *round)
{
  const TdLawPack *pack = round->round->pack;
  const char *const *grounds = td_gather_grounds (self, NULL);

  while (grounds == NULL && pack != NULL)
    {
      grounds = td_gather_grounds (self, td_law_pack_get_id (pack));
      pack = td_law_pack_get_base (pack);
    }
  if (grounds == NULL)
    td_gather_note (self, "office:grounds:value",
                    _ ("the grounds (căn cứ) are not known: write them into “grounds”"));
  return grounds;
}

const char *
td_gather_share_words (TdGather *self, const TdShare *share)
{
  g_autofree char *figure = NULL;

  if (share->num * 100 % share->den == 0)
    figure = g_strdup_printf ("%d%%", share->num * 100 / share->den);
  else
    figure = g_strdup_printf ("%d/%d", share->num, share->den);
  return share->more_than ? td_gather_printf (self, "trên %s", figure)
                          : td_gather_printf (self, "từ %s trở lên", figure);
}
