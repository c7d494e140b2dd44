/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk/td-award-book-private.h"
#include "desk/td-award-figures.h"

/* --- law packs ------------------------------------------------------------------------------------ */

typedef struct
{
  TdLawLibrary *library;
  TdProblems *problems;
} PackReader;

static gboolean
read_pack (const TdRecord *record, gpointer data)
{
  PackReader *reader = data;
  const char *key = td_record_get_text (record, TD_OFFICE_KEY);
  const char *value = td_record_get_text (record, TD_OFFICE_VALUE);

  if (g_str_has_prefix (key, TD_SETTING_LAW_PACK))
    td_law_library_add (reader->library, key + strlen (TD_SETTING_LAW_PACK), value, strlen (value),
                        reader->problems);
  return TRUE;
}

TdLawLibrary *
td_award_book_load_library (TdStore *store, TdProblems *problems, GError **error)
{
  g_autoptr (TdLawLibrary) library = td_law_library_new ();
  PackReader reader = { library, problems };

  td_law_library_add_builtin (library, problems);
  if (!td_store_foreach (store, TD_TABLE_OFFICE, TD_ID_NONE, read_pack, &reader, error))
    return NULL;
  td_law_library_check (library, problems);
  return g_steal_pointer (&library);
}

/* --- making --------------------------------------------------------------------------------------- */

TdAwardBook *
td_award_book_new (TdStore *store, TdId movement, const TdScores *scores, GError **error)
{
  g_autoptr (TdAwardBook) self = g_new0 (TdAwardBook, 1);
  g_autofree char *rounding = td_store_get_setting (store, TD_SETTING_BONUS_ROUNDING);
  int index = td_money_rounding_find (rounding);

  self->store = store;
  self->movement = movement;
  self->scores = scores;
  self->content = td_score_data_get_movement (td_scores_get_data (scores));
  td_award_figures_get_movement (self->content, &self->law_movement);
  /* Each unit's once: a round may have candidates by the thousand from one unit. */
  self->law_scores =
      g_array_sized_new (FALSE, TRUE, sizeof (TdLawScore), self->content->units->len);
  for (guint i = 0; i < self->content->units->len; i++)
    {
      TdLawScore score;

      td_award_figures_get_score (scores, i, &score);
      g_array_append_val (self->law_scores, score);
    }
  self->problems = td_problems_new ();
  self->rounding = index >= 0 ? (TdMoneyRounding) index : TD_MONEY_UP;
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->strings = g_string_chunk_new (1024);
  self->rounds = g_ptr_array_new_with_free_func (td_award_round_free);
  self->nominations = g_ptr_array_new_with_free_func (td_award_nomination_free);
  self->quotas = g_ptr_array_new_with_free_func (td_award_quota_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->others = g_array_new (FALSE, TRUE, sizeof (TdLawNomination));
  self->overrides = g_array_new (FALSE, TRUE, sizeof (TdLawOverride));
  self->library = td_award_book_load_library (store, self->problems, error);
  if (self->library == NULL)
    return NULL;
  self->holders = td_award_register_new (store, movement, error);
  if (self->holders == NULL || !td_award_book_read (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_award_book_free (TdAwardBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->quotas, g_ptr_array_unref);
  g_clear_pointer (&self->nominations, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->law_scores, g_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->overrides, g_array_unref);
  g_clear_pointer (&self->holders, td_award_register_free);
  g_clear_pointer (&self->library, td_law_library_free);
  g_clear_pointer (&self->problems, td_problems_free);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self);
}

/* --- looking up ----------------------------------------------------------------------------------- */

const TdLawLibrary *
td_award_book_get_library (const TdAwardBook *self)
{
  return self->library;
}

const TdProblems *
td_award_book_get_problems (const TdAwardBook *self)
{
  return self->problems;
}

const TdAwardRegister *
td_award_book_get_register (const TdAwardBook *self)
{
  return self->holders;
}

TdMoneyRounding
td_award_book_get_rounding (const TdAwardBook *self)
{
  return self->rounding;
}

guint
td_award_book_get_n_rounds (const TdAwardBook *self)
{
  return self->rounds->len;
}

const TdAwardRound *
td_award_book_get_round (const TdAwardBook *self, guint index)
{
  return g_ptr_array_index (self->rounds, index);
}

const TdAwardRound *
td_award_book_find_round (const TdAwardBook *self, TdId id)
{
  for (guint i = 0; i < self->rounds->len; i++)
    if (((const TdAwardRound *) g_ptr_array_index (self->rounds, i))->id == id)
      return g_ptr_array_index (self->rounds, i);
  return NULL;
}

guint
td_award_book_get_n_nominations (const TdAwardBook *self)
{
  return self->nominations->len;
}

const TdAwardNomination *
td_award_book_get_nomination (const TdAwardBook *self, guint index)
{
  return g_ptr_array_index (self->nominations, index);
}

const TdAwardNomination *
td_award_book_find_nomination (const TdAwardBook *self, TdId id)
{
  /* Rounds are in the same table; their ids are not asked for here. */
  return td_award_book_find_round (self, id) == NULL ? g_hash_table_lookup (self->by_id, &id)
                                                     : NULL;
}

guint
td_award_book_get_n_quotas (const TdAwardBook *self)
{
  return self->quotas->len;
}

const TdAwardQuota *
td_award_book_get_quota (const TdAwardBook *self, guint index)
{
  return g_ptr_array_index (self->quotas, index);
}

TdId
td_award_round_get_member_id (const TdAwardRound *self, guint member)
{
  return g_array_index (self->member_ids, TdId, member);
}

const char *
td_award_round_get_award_title (const TdAwardRound *self, const char *award)
{
  const TdLawAward *law = self->pack != NULL ? td_law_pack_find_award (self->pack, award) : NULL;

  return law != NULL ? law->title : award;
}

TdDate
td_award_round_get_date (const TdAwardRound *self)
{
  return self->decided_on != TD_DATE_NONE ? self->decided_on : self->summed_up_on;
}

int
td_award_book_find_unit (const TdAwardBook *self, const TdAwardHolder *holder)
{
  return holder->unit != TD_ID_NONE ? td_movement_find_unit (self->content, holder->unit) : -1;
}

GPtrArray *
td_award_book_get_payments (const TdAwardBook *self, const TdAwardRound *round)
{
  GPtrArray *payments = g_ptr_array_new ();

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (self->nominations, i);

      if (one->round == round && one->payment != NULL && td_law_is_live (one->state))
        g_ptr_array_add (payments, one->payment);
    }
  return payments;
}

/* --- cards ---------------------------------------------------------------------------------------- */

TdLawCheck *
td_award_book_check (const TdAwardBook *self, const TdAwardRound *round,
                     const TdAwardHolder *holder, const char *nomination, const char *award,
                     const char *achievement)
{
  TdLawNominee nominee;
  TdLawScore score = { .total = TD_DECIMAL_NONE, .band = -1 };
  int unit = td_award_book_find_unit (self, holder);
  TdLawCase law_case = {
    .nomination = nomination,
    .round = round->code,
    .award = award,
    .achievement = achievement,
    .date = td_award_round_get_date (round),
    .decision = round->decision_number,
    .nominee = &nominee,
    .score = &score,
    .movement = &self->law_movement,
    .others = (const TdLawNomination *) (gconstpointer) self->others->data,
    .n_others = self->others->len,
    .overrides = (const TdLawOverride *) (gconstpointer) self->overrides->data,
    .n_overrides = self->overrides->len,
  };

  if (round->pack == NULL || !td_award_register_get_nominee (self->holders, holder->id, &nominee))
    return NULL;
  if (unit >= 0)
    score = g_array_index (self->law_scores, TdLawScore, unit);
  return td_law_check_new (round->pack, &law_case);
}

/* The sentence of the rows with @verdict that the card hangs on. */
static void
append_rows (const TdLawCheck *self, TdLawVerdict verdict, GString *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TdLawCheckRow *row = g_ptr_array_index (self->rows, i);

      if (row->needed && row->verdict == verdict)
        g_string_append_printf (out, "%s%s: %s", out->len > 0 ? "; " : "", row->words,
                                row->evidence);
    }
}

char *
td_law_check_dup_reasons (const TdLawCheck *self)
{
  GString *out = g_string_new (NULL);

  append_rows (self, TD_LAW_FAIL, out);
  if (out->len == 0)
    append_rows (self, TD_LAW_UNKNOWN, out);
  if (out->len == 0)
    g_string_append (out, _ ("all it asks for is fulfilled"));
  return g_string_free (out, FALSE);
}

/* --- suggestions ---------------------------------------------------------------------------------- */

void
td_award_suggestion_free (TdAwardSuggestion *self)
{
  if (self == NULL)
    return;
  td_law_check_free (self->card);
  g_free (self->achievement);
  g_free (self);
}

/* Pass, unknown, fail. */
static int
order_of (TdLawVerdict verdict)
{
  return verdict == TD_LAW_PASS ? 0 : verdict == TD_LAW_UNKNOWN ? 1 : 2;
}

static int
compare_suggestions (gconstpointer a, gconstpointer b)
{
  const TdAwardSuggestion *one = *(const TdAwardSuggestion *const *) a;
  const TdAwardSuggestion *two = *(const TdAwardSuggestion *const *) b;
  int by_verdict = order_of (one->card->verdict) - order_of (two->card->verdict);

  if (by_verdict != 0)
    return by_verdict;
  /* A unit without a rank comes after those that have one. */
  if (one->rank != two->rank)
    return one->rank - 1 < two->rank - 1 ? -1 : 1;
  if (one->total != two->total)
    return one->total > two->total ? -1 : 1;
  return strcmp (one->holder->code, two->holder->code);
}

static gboolean
is_nominated (const TdAwardBook *self, const TdAwardRound *round, const TdAwardHolder *holder,
              const char *award)
{
  for (guint i = 0; i < self->nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (self->nominations, i);

      if (one->round == round && one->holder == holder && td_law_is_live (one->state)
          && strcmp (one->award, award) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_suggestion (const TdAwardBook *self, const TdAwardRound *round, const TdAwardHolder *holder,
                const char *award, GPtrArray *out)
{
  int unit = td_award_book_find_unit (self, holder);
  const TdUnitScore *score = unit >= 0 ? td_scores_get_unit (self->scores, (guint) unit) : NULL;
  TdAwardSuggestion *suggestion;

  if (score == NULL || !score->takes_part || is_nominated (self, round, holder, award))
    return;
  suggestion = g_new0 (TdAwardSuggestion, 1);
  suggestion->holder = holder;
  suggestion->total = score->total;
  suggestion->rank = score->rank;
  suggestion->tied = score->tied;
  suggestion->block = td_movement_block (
      self->content, (guint) td_movement_unit (self->content, (guint) unit)->block);
  suggestion->achievement = g_strdup_printf ("%s-%s", self->content->code, holder->code);
  suggestion->card =
      td_award_book_check (self, round, holder, NULL, award, suggestion->achievement);
  g_ptr_array_add (out, suggestion);
}

GPtrArray *
td_award_book_suggest (const TdAwardBook *self, const TdAwardRound *round, const char *award)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) td_award_suggestion_free);
  const TdLawAward *law = round->pack != NULL ? td_law_pack_find_award (round->pack, award) : NULL;

  if (law == NULL)
    return out;
  if (law->subject == TD_SUBJECT_COLLECTIVE)
    for (guint i = 0; i < self->content->units->len; i++)
      {
        const TdAwardHolder *holder =
            td_award_register_find (self->holders, td_movement_unit (self->content, i)->id);

        if (holder != NULL)
          add_suggestion (self, round, holder, award, out);
      }
  else
    for (guint i = 0; i < td_award_register_get_n_people (self->holders); i++)
      add_suggestion (self, round, td_award_register_get_person (self->holders, i), award, out);
  g_ptr_array_sort (out, compare_suggestions);
  return out;
}

/* --- completeness --------------------------------------------------------------------------------- */

static gboolean
quotas_may_print (const TdAwardBook *self, const TdAwardRound *round)
{
  for (guint i = 0; i < self->quotas->len; i++)
    {
      const TdAwardQuota *quota = g_ptr_array_index (self->quotas, i);

      if (quota->round == round
          && (quota->line == NULL || !td_quota_line_may_print (quota->line, &quota->exception)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_attended (const TdAwardRound *round)
{
  for (guint i = 0; i < round->council.n_members; i++)
    if (round->council.members[i].present == TD_YES)
      return TRUE;
  return FALSE;
}

GPtrArray *
td_award_book_check_round (const TdAwardBook *self, const TdAwardRound *round)
{
  g_autoptr (GArray) nominations = g_array_new (FALSE, TRUE, sizeof (TdDossierNomination));
  gboolean has_proposal = *round->proposal_number != '\0', all_counted = TRUE;
  TdDossier dossier = { .round = round->code,
                        .proposal_number = round->proposal_number,
                        .cites_meeting = has_proposal && is_attended (round),
                        .quotas_may_print = quotas_may_print (self, round) };
  int collectives = 0, individuals = 0;

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (self->nominations, i);
      TdDossierNomination nomination;

      if (one->round != round)
        continue;
      /* The proposal as it went out may list somebody who was withdrawn since. */
      if (one->in_proposal && one->holder != NULL)
        {
          collectives += !one->holder->is_person;
          individuals += one->holder->is_person;
        }
      if (!td_law_is_live (one->state))
        continue;
      nomination = (TdDossierNomination){
        .code = one->code,
        .name = one->holder != NULL ? one->holder->name : "",
        .position = one->holder != NULL ? one->holder->position : "",
        .award = one->law,
        .papers = (const TdPaperOnFile *) (gconstpointer) one->papers->data,
        .n_papers = one->papers->len,
        .card_may_go_on = one->card != NULL && one->card->may_go_on,
        .vote_may_go_on = round->council.n_members == 0 || td_council_vote_may_go_on (one->vote),
      };
      all_counted = all_counted && one->vote->is_counted;
      g_array_append_val (nominations, nomination);
    }
  dossier.collectives_in_proposal = has_proposal ? collectives : TD_NOT_STATED;
  dossier.individuals_in_proposal = has_proposal ? individuals : TD_NOT_STATED;
  dossier.rows_in_list = has_proposal ? collectives + individuals : TD_NOT_STATED;
  dossier.cites_vote = has_proposal && all_counted && nominations->len > 0;
  dossier.nominations = (const TdDossierNomination *) (gconstpointer) nominations->data;
  dossier.n_nominations = nominations->len;
  return td_completeness_check (&dossier);
}
