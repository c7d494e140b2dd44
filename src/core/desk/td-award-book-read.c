/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of commendation as plain values of the awards' room. */
#define G_LOG_DOMAIN "thidua-desk"

#include <string.h>

#include "awards/td-bound-text.h"
#include "base/td-text.h"
#include "desk/td-award-book-private.h"

#define REPORT   "bao-cao-thanh-tich"
#define PROPOSAL "to-trinh"
#define MINUTES  "bien-ban"

void
td_award_round_free (gpointer data)
{
  TdAwardRound *self = data;

  g_free (self->question);
  g_array_unref (self->members);
  g_array_unref (self->member_ids);
  g_array_unref (self->recusals);
  g_array_unref (self->ballots);
  g_free (self);
}

void
td_award_nomination_free (gpointer data)
{
  TdAwardNomination *self = data;

  g_clear_pointer (&self->card, td_law_check_free);
  g_clear_pointer (&self->vote, td_council_vote_free);
  g_clear_pointer (&self->payment, td_payment_free);
  g_array_unref (self->papers);
  g_free (self);
}

void
td_award_quota_free (gpointer data)
{
  TdAwardQuota *self = data;

  g_array_unref (self->candidates);
  g_ptr_array_unref (self->nominations);
  g_clear_pointer (&self->line, td_quota_line_free);
  g_free (self->fault);
  g_free (self);
}

static gpointer
find (TdAwardBook *self, const TdRecord *record, int field)
{
  TdId id = td_record_get_ref (record, field);

  return g_hash_table_lookup (self->by_id, &id);
}

/* --- rounds and nominations ----------------------------------------------------------------------- */

static void
add_round (TdAwardBook *self, const TdRecord *record)
{
  TdAwardRound *round = g_new0 (TdAwardRound, 1);

  round->id = record->id;
  round->code = td_record_get_text (record, TD_ROUND_CODE);
  round->title = td_record_get_text (record, TD_ROUND_TITLE);
  round->level = (TdLevel) td_record_get_number (record, TD_ROUND_LEVEL, TD_LEVEL_XA);
  round->summed_up_on = td_record_get_date (record, TD_ROUND_SUMMED_UP_ON);
  round->decided_on = td_record_get_date (record, TD_ROUND_DECIDED_ON);
  round->proposal_number = td_record_get_text (record, TD_ROUND_PROPOSAL_NUMBER);
  round->decision_number = td_record_get_text (record, TD_ROUND_DECISION_NUMBER);
  round->named_pack = td_record_get_text (record, TD_ROUND_LAW_PACK);
  round->pack = td_law_library_choose (self->library, round->named_pack, round->summed_up_on,
                                       round->decided_on, &round->question);
  round->members = g_array_new (FALSE, TRUE, sizeof (TdCouncilMember));
  round->member_ids = g_array_new (FALSE, TRUE, sizeof (TdId));
  round->recusals = g_array_new (FALSE, TRUE, sizeof (TdRecusal));
  round->ballots = g_array_new (FALSE, TRUE, sizeof (TdBallotCount));
  g_ptr_array_add (self->rounds, round);
  g_hash_table_insert (self->by_id, &round->id, round);
}

static void
add_nomination (TdAwardBook *self, const TdRecord *record)
{
  TdAwardRound *round = find (self, record, TD_NOMINATION_ROUND);
  TdAwardNomination *nomination;

  if (round == NULL)
    return;
  nomination = g_new0 (TdAwardNomination, 1);
  nomination->id = record->id;
  nomination->round = round;
  nomination->holder =
      td_award_register_find (self->holders, td_record_get_ref (record, TD_NOMINATION_NOMINEE));
  nomination->unit =
      nomination->holder != NULL ? td_award_book_find_unit (self, nomination->holder) : -1;
  nomination->code = td_record_get_text (record, TD_NOMINATION_CODE);
  nomination->award = td_record_get_text (record, TD_NOMINATION_AWARD);
  nomination->law =
      round->pack != NULL ? td_law_pack_find_award (round->pack, nomination->award) : NULL;
  nomination->achievement = td_record_get_text (record, TD_NOMINATION_ACHIEVEMENT);
  nomination->summary = td_record_get_text (record, TD_NOMINATION_SUMMARY);
  nomination->state =
      (TdNominationState) td_record_get_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
  nomination->total = TD_DECIMAL_NONE;
  if (nomination->unit >= 0)
    {
      const TdUnitScore *score = td_scores_get_unit (self->scores, (guint) nomination->unit);

      nomination->total = score->takes_part ? score->total : TD_DECIMAL_NONE;
      nomination->rank = score->takes_part ? score->rank : 0;
    }
  nomination->papers = g_array_new (FALSE, TRUE, sizeof (TdPaperOnFile));
  /* Without recorded steps the state has to say whether the proposal lists it. */
  nomination->in_proposal =
      nomination->state == TD_NOMINATION_SUBMITTED || nomination->state == TD_NOMINATION_GRANTED;
  g_ptr_array_add (self->nominations, nomination);
  g_hash_table_insert (self->by_id, &nomination->id, nomination);
}

static void
add_step (TdAwardBook *self, const TdRecord *record)
{
  TdAwardNomination *nomination = find (self, record, TD_STEP_NOMINATION);
  gboolean in_proposal;

  if (nomination == NULL)
    return;
  in_proposal =
      *nomination->round->proposal_number != '\0'
      && strcmp (td_record_get_text (record, TD_STEP_PAPER), nomination->round->proposal_number)
             == 0;
  nomination->in_proposal =
      nomination->n_steps == 0 ? in_proposal : nomination->in_proposal || in_proposal;
  nomination->n_steps++;
}

/* --- the council ---------------------------------------------------------------------------------- */

static void
add_member (TdAwardBook *self, const TdRecord *record)
{
  TdAwardRound *round = find (self, record, TD_MEMBER_ROUND);
  const TdAwardHolder *unit =
      td_award_register_find (self->holders, td_record_get_ref (record, TD_MEMBER_UNIT));
  TdCouncilMember member = {
    td_record_get_text (record, TD_MEMBER_CODE),
    td_record_get_text (record, TD_MEMBER_NAME),
    td_record_get_text (record, TD_MEMBER_OFFICE),
    (TdCouncilRole) td_record_get_number (record, TD_MEMBER_ROLE, TD_COUNCIL_MEMBER),
    unit != NULL ? unit->code : NULL,
    td_record_is_blank (record, TD_MEMBER_PRESENT)             ? TD_NOT_RECORDED
    : td_record_get_number (record, TD_MEMBER_PRESENT, 0) != 0 ? TD_YES
                                                               : TD_NO,
  };

  if (round == NULL)
    return;
  g_array_append_val (round->members, member);
  g_array_append_val (round->member_ids, record->id);
}

static guint
count_field (const TdRecord *record, int field)
{
  return (guint) CLAMP (td_record_get_number (record, field, 0), 0, G_MAXINT);
}

static void
add_ballots (TdAwardBook *self, const TdRecord *record)
{
  const TdAwardNomination *nomination = find (self, record, TD_BALLOT_NOMINATION);
  TdBallotCount count;

  if (nomination == NULL)
    return;
  /* The choice's codes are "1" and "2". */
  count = (TdBallotCount){ nomination->code,
                           count_field (record, TD_BALLOT_COUNTER) + 1,
                           count_field (record, TD_BALLOT_ISSUED),
                           count_field (record, TD_BALLOT_RETURNED),
                           count_field (record, TD_BALLOT_VALID),
                           count_field (record, TD_BALLOT_FOR) };
  g_array_append_val (nomination->round->ballots, count);
}

/* --- rulings -------------------------------------------------------------------------------------- */

static void
add_ruling (TdAwardBook *self, const TdRecord *record)
{
  TdAwardRound *round = find (self, record, TD_RULING_ROUND);
  TdAwardNomination *nomination = find (self, record, TD_RULING_NOMINATION);
  const char *subject = td_record_get_text (record, TD_RULING_SUBJECT);
  const char *who = td_record_get_text (record, TD_RULING_WHO);
  const char *why = td_record_get_text (record, TD_RULING_WHY);
  TdRulingKind kind = (TdRulingKind) td_record_get_number (record, TD_RULING_KIND, 0);

  /* Those on quotas are looked up by the quotas. */
  if (round == NULL || nomination == NULL)
    return;
  switch (kind)
    {
    case TD_RULING_CONDITION:
      {
        TdLawOverride override = { nomination->code, subject, who, why,
                                   td_record_get_date (record, TD_RULING_RULED_ON) };

        g_array_append_val (self->overrides, override);
        break;
      }
    case TD_RULING_VOTES:
      nomination->vote_override = (TdVoteOverride){ who, why };
      break;
    case TD_RULING_RECUSED:
    case TD_RULING_STAYS:
      {
        TdRecusal recusal = { nomination->code, subject, kind == TD_RULING_STAYS, why };

        g_array_append_val (round->recusals, recusal);
        break;
      }
    case TD_RULING_TIE:
      nomination->tie_order = count_field (record, TD_RULING_PLACE);
      nomination->tie_reason = why;
      break;
    case TD_RULING_QUOTA:
    default:
      break;
    }
}

/* --- papers --------------------------------------------------------------------------------------- */

/* The first name of this kind that a report is bound to, %NULL for none. */
static const char *
bound_name (TdAwardBook *self, const TdBoundText *text, const char *kind)
{
  for (guint i = 0; i < td_bound_text_get_n_pieces (text); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (text, i);

      if (piece->source != NULL && g_str_has_prefix (piece->source, kind))
        return g_string_chunk_insert_const (self->strings, piece->text);
    }
  return NULL;
}

static void
add_report (TdAwardBook *self, const TdRecord *record)
{
  TdAwardNomination *nomination = find (self, record, TD_REPORT_NOMINATION);
  g_autoptr (TdBoundText) text = NULL;
  TdPaperOnFile paper = { REPORT, TRUE, NULL, NULL, NULL };

  if (nomination == NULL || nomination->holder == NULL
      || td_law_is_blank (td_record_get_text (record, TD_REPORT_TEXT)))
    return;
  text = td_bound_text_new (td_record_get_text (record, TD_REPORT_TEXT));
  paper.name = bound_name (self, text, nomination->holder->is_person ? "person:" : "unit:");
  if (nomination->holder->is_person)
    paper.position = bound_name (self, text, "position:");
  g_array_append_val (nomination->papers, paper);
}

static void
add_paper (TdAwardBook *self, const TdRecord *record)
{
  TdAwardNomination *nomination = find (self, record, TD_PAPER_NOMINATION);
  TdPaperOnFile paper = { td_record_get_text (record, TD_PAPER_PAPER), TRUE, NULL, NULL, NULL };

  if (nomination != NULL)
    g_array_append_val (nomination->papers, paper);
}

/* Papers of the whole round are in each of its dossiers. */
static void
add_common_papers (TdAwardNomination *nomination)
{
  TdPaperOnFile proposal = { PROPOSAL, TRUE, NULL, NULL, NULL };
  TdPaperOnFile minutes = { MINUTES, TRUE, NULL, NULL, NULL };

  if (*nomination->round->proposal_number != '\0' && nomination->in_proposal)
    g_array_append_val (nomination->papers, proposal);
  if (nomination->vote != NULL && nomination->vote->is_counted)
    g_array_append_val (nomination->papers, minutes);
}

/* --- quotas --------------------------------------------------------------------------------------- */

static gboolean
is_in_group (const TdAwardBook *self, int unit, const char *group)
{
  const TdUnit *description;
  const TdCategory *category;

  if (*group == '\0' || strcmp (group, "all") == 0)
    return TRUE;
  if (unit < 0)
    return FALSE;
  description = td_movement_unit (self->content, (guint) unit);
  category = td_movement_category (self->content, (guint) description->category);
  return strcmp (td_movement_block (self->content, (guint) description->block), group) == 0
         || strcmp (category->code, group) == 0 || strcmp (category->name, group) == 0;
}

static gboolean
takes_part (const TdAwardBook *self, int unit)
{
  return unit >= 0 && td_scores_get_unit (self->scores, (guint) unit)->takes_part;
}

static guint
count_taking_part (const TdAwardBook *self, const char *group, gboolean people)
{
  guint n = 0;

  if (people)
    for (guint i = 0; i < td_award_register_get_n_people (self->holders); i++)
      {
        int unit = td_award_book_find_unit (self, td_award_register_get_person (self->holders, i));

        n += takes_part (self, unit) && is_in_group (self, unit, group);
      }
  else
    for (guint i = 0; i < self->content->units->len; i++)
      n += takes_part (self, (int) i) && is_in_group (self, (int) i, group);
  return n;
}

static void
find_exception (TdAwardQuota *quota, const GPtrArray *rulings)
{
  g_autofree char *subject = g_strconcat (quota->quota.award, ":", quota->quota.group, NULL);

  for (guint i = 0; i < rulings->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (rulings, i);

      if (td_record_get_number (record, TD_RULING_KIND, 0) == TD_RULING_QUOTA
          && td_record_get_ref (record, TD_RULING_ROUND) == quota->round->id
          && strcmp (td_record_get_text (record, TD_RULING_SUBJECT), subject) == 0)
        quota->exception = (TdQuotaException){ td_record_get_text (record, TD_RULING_WHO),
                                               td_record_get_text (record, TD_RULING_WHY) };
    }
}

static void
add_candidates (TdAwardBook *self, TdAwardQuota *quota)
{
  for (guint i = 0; i < self->nominations->len; i++)
    {
      TdAwardNomination *nomination = g_ptr_array_index (self->nominations, i);
      TdQuotaCandidate candidate;

      if (nomination->round != quota->round || strcmp (nomination->award, quota->quota.award) != 0
          || !is_in_group (self, nomination->unit, quota->quota.group))
        continue;
      candidate = (TdQuotaCandidate){
        .nomination = nomination->code,
        .name = nomination->holder != NULL ? nomination->holder->name : "",
        .total = nomination->total,
        .leader = nomination->holder != NULL && nomination->holder->leader == TD_YES,
        .tie_order = nomination->tie_order,
        .tie_reason = nomination->tie_reason,
        .state = nomination->state,
      };
      g_array_append_val (quota->candidates, candidate);
      g_ptr_array_add (quota->nominations, nomination);
    }
}

static void
add_quota (TdAwardBook *self, const TdRecord *record, const GPtrArray *rulings)
{
  const TdAwardRound *round = find (self, record, TD_QUOTA_ROUND);
  const TdLawAward *award;
  TdAwardQuota *quota;
  g_autoptr (GError) error = NULL;

  if (round == NULL)
    return;
  quota = g_new0 (TdAwardQuota, 1);
  quota->id = record->id;
  quota->round = round;
  quota->quota =
      (TdQuota){ .round = round->code,
                 .award = td_record_get_text (record, TD_QUOTA_AWARD),
                 .group = td_record_get_text (record, TD_QUOTA_GROUP),
                 .limit = td_record_get_number (record, TD_QUOTA_LIMIT, -1),
                 .percent = td_record_get_decimal (record, TD_QUOTA_PERCENT),
                 .rounding = (int) td_record_get_number (record, TD_QUOTA_ROUNDING, -1),
                 .leaders_percent = td_record_get_decimal (record, TD_QUOTA_LEADERS_PERCENT) };
  if (*quota->quota.group == '\0')
    quota->quota.group = "all";
  award = round->pack != NULL ? td_law_pack_find_award (round->pack, quota->quota.award) : NULL;
  quota->n_taking_part =
      count_taking_part (self, quota->quota.group,
                         award != NULL ? award->subject == TD_SUBJECT_INDIVIDUAL
                                       : g_str_has_suffix (quota->quota.award, "-cn"));
  quota->candidates = g_array_new (FALSE, TRUE, sizeof (TdQuotaCandidate));
  quota->nominations = g_ptr_array_new ();
  add_candidates (self, quota);
  quota->line =
      td_quota_line_new (&quota->quota, quota->n_taking_part,
                         (const TdQuotaCandidate *) (gconstpointer) quota->candidates->data,
                         quota->candidates->len, &error);
  if (quota->line == NULL)
    quota->fault = g_strdup (error->message);
  find_exception (quota, rulings);
  g_ptr_array_add (self->quotas, quota);
}

/* --- all of it ------------------------------------------------------------------------------------ */

static GPtrArray *
load (TdAwardBook *self, TdTableId table, GError **error)
{
  GPtrArray *records = td_store_load (self->store, table, self->movement, error);

  if (records != NULL)
    g_ptr_array_add (self->tables, records);
  return records;
}

static gboolean
read_table (TdAwardBook *self, TdTableId table, void (*add) (TdAwardBook *, const TdRecord *),
            GError **error)
{
  GPtrArray *records = load (self, table, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    add (self, g_ptr_array_index (records, i));
  return records != NULL;
}

/* A nomination of another movement of the file: codes may be the same there, so it is named in full. */
static gboolean
note_other (const TdRecord *record, gpointer data)
{
  TdAwardBook *self = data;
  const TdAwardHolder *holder =
      td_award_register_find (self->holders, td_record_get_ref (record, TD_NOMINATION_NOMINEE));
  TdId round = td_record_get_ref (record, TD_NOMINATION_ROUND);
  const char *movement_code = "", *round_code = "";
  g_autofree char *code = NULL;
  TdLawNomination other;

  td_store_name (self->store, record->movement, NULL, &movement_code, NULL);
  code =
      g_strdup_printf ("%s (%s)", td_record_get_text (record, TD_NOMINATION_CODE), movement_code);
  td_store_name (self->store, round, NULL, &round_code, NULL);
  other = (TdLawNomination){
    g_string_chunk_insert (self->strings, code),
    g_string_chunk_insert (self->strings, round_code),
    holder != NULL ? holder->code : "",
    g_string_chunk_insert (self->strings, td_record_get_text (record, TD_NOMINATION_AWARD)),
    g_string_chunk_insert (self->strings, td_record_get_text (record, TD_NOMINATION_ACHIEVEMENT)),
    (TdNominationState) td_record_get_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT),
  };
  g_array_append_val (self->others, other);
  return TRUE;
}

static gboolean
note_others (TdAwardBook *self, GError **error)
{
  GPtrArray *movements;

  for (guint i = 0; i < self->nominations->len; i++)
    {
      const TdAwardNomination *one = g_ptr_array_index (self->nominations, i);
      TdLawNomination other = {
        one->code,  one->round->code, one->holder != NULL ? one->holder->code : "",
        one->award, one->achievement, one->state
      };

      g_array_append_val (self->others, other);
    }
  movements = td_store_load (self->store, TD_TABLE_MOVEMENT, TD_ID_NONE, error);
  if (movements == NULL)
    return FALSE;
  g_ptr_array_add (self->tables, movements);
  for (guint i = 0; i < movements->len; i++)
    {
      const TdRecord *movement = g_ptr_array_index (movements, i);

      if (movement->id != self->movement
          && !td_store_foreach (self->store, TD_TABLE_NOMINATIONS, movement->id, note_other, self,
                                error))
        return FALSE;
    }
  return TRUE;
}

static void
finish_rounds (TdAwardBook *self)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      TdAwardRound *round = g_ptr_array_index (self->rounds, i);

      round->council = (TdCouncil){
        (const TdCouncilMember *) (gconstpointer) round->members->data, round->members->len,
        (const TdRecusal *) (gconstpointer) round->recusals->data,      round->recusals->len,
        (const TdBallotCount *) (gconstpointer) round->ballots->data,   round->ballots->len
      };
    }
}

static void
work_out (TdAwardBook *self, TdAwardNomination *nomination)
{
  const TdAwardRound *round = nomination->round;
  const TdAwardHolder *holder = nomination->holder;
  TdCouncilCase council_case = { .nomination = nomination->code };

  if (holder != NULL)
    {
      council_case.nominee = holder->code;
      council_case.name = holder->name;
      council_case.unit = holder->unit_code;
      council_case.is_person = holder->is_person;
      nomination->card = td_award_book_check (self, round, holder, nomination->code,
                                              nomination->award, nomination->achievement);
    }
  nomination->vote = td_council_vote_new (&round->council, &council_case, nomination->law,
                                          &nomination->vote_override);
  add_common_papers (nomination);
  if (round->pack != NULL)
    {
      TdPaymentCase payment = { nomination->code, nomination->award, round->summed_up_on,
                                round->decided_on, round->decision_number };

      nomination->payment = td_payment_new (self->library, round->pack, &payment, self->rounding);
    }
}

/* By round, and there as people count the codes. */
static int
compare_nominations (gconstpointer a, gconstpointer b)
{
  const TdAwardNomination *first = *(const TdAwardNomination *const *) a;
  const TdAwardNomination *second = *(const TdAwardNomination *const *) b;
  int order = td_text_compare_codes (first->round->code, second->round->code);

  return order != 0 ? order : td_text_compare_codes (first->code, second->code);
}

gboolean
td_award_book_read (TdAwardBook *self, GError **error)
{
  GPtrArray *quotas, *rulings;

  if (!read_table (self, TD_TABLE_ROUNDS, add_round, error)
      || !read_table (self, TD_TABLE_NOMINATIONS, add_nomination, error)
      || !read_table (self, TD_TABLE_NOMINATION_STEPS, add_step, error)
      || !read_table (self, TD_TABLE_COUNCIL_MEMBERS, add_member, error)
      || !read_table (self, TD_TABLE_BALLOTS, add_ballots, error)
      || !read_table (self, TD_TABLE_ACHIEVEMENT_REPORTS, add_report, error)
      || !read_table (self, TD_TABLE_DOSSIER_PAPERS, add_paper, error) || !note_others (self, error)
      || (rulings = load (self, TD_TABLE_RULINGS, error)) == NULL
      || (quotas = load (self, TD_TABLE_QUOTAS, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < rulings->len; i++)
    add_ruling (self, g_ptr_array_index (rulings, i));
  finish_rounds (self);
  g_ptr_array_sort (self->nominations, compare_nominations);
  for (guint i = 0; i < self->nominations->len; i++)
    work_out (self, g_ptr_array_index (self->nominations, i));
  for (guint i = 0; i < quotas->len; i++)
    add_quota (self, g_ptr_array_index (quotas, i), rulings);
  return TRUE;
}
