/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of a round: proposal, minutes, decision, certificates. */
#define G_LOG_DOMAIN "thidua-desk"

#include <glib/gi18n-lib.h>

#include "desk/td-gather-round.h"
#include "documents/td-certificate.h"
#include "documents/td-decision.h"
#include "documents/td-minutes.h"
#include "documents/td-proposal.h"
#include "documents/td-words.h"

/* --- who is on the paper ---------------------------------------------------------------------- */

static gboolean
is_granted (TdNominationState state)
{
  return state == TD_NOMINATION_GRANTED;
}

typedef gboolean (*StateFunc) (TdNominationState state);

/* The votes in a list: “12/13 phiếu (92,3%)”. */
static const char *
vote_words (TdGather *self, const TdCouncilVote *vote)
{
  g_autofree char *percent = NULL;

  if (vote == NULL || !vote->is_counted)
    return NULL;
  percent = td_decimal_format (td_council_vote_get_percent (vote, 2), TD_STYLE_VIETNAMESE);
  return td_gather_printf (self, "%u/%u phiếu (%s%%)", vote->votes_for,
                           vote->has_threshold ? vote->base_count : vote->members, percent);
}

/* The nominees whose state is right, in the round's order; their number in @n. */
static TdNominee *
list_nominees (TdGather *self, const TdRoundFacts *round, StateFunc func, guint *n)
{
  TdNominee *nominees = td_gather_new0 (self, TdNominee, round->nominations->len);

  *n = 0;
  for (guint i = 0; i < round->nominations->len; i++)
    {
      const TdRoundNomination *one = td_round_nomination (round, i);

      if (!func (one->from->state))
        continue;
      nominees[*n] = one->nominee;
      nominees[*n].votes = vote_words (self, one->from->vote);
      (*n)++;
    }
  return nominees;
}

/* Those granted; before anything is granted those proposed, of whom the draft of a decision is made. */
static TdNominee *
list_receivers (TdGather *self, const TdRoundFacts *round, guint *n)
{
  TdNominee *nominees = list_nominees (self, round, is_granted, n);

  if (*n > 0)
    return nominees;
  nominees = list_nominees (self, round, td_round_is_proposed, n);
  if (*n > 0)
    {
      g_autofree char *where = g_strdup_printf ("rounds:%s:decided_on", round->round->code);

      td_gather_note (self, where,
                      _ ("nothing is granted yet: all that are proposed are on the paper"));
    }
  return nominees;
}

/* --- what the papers of a round share ----------------------------------------------------------- */

static const char *
council_name (TdGather *self)
{
  const char *city = td_gather_city (self);

  return city != NULL ? td_gather_printf (self, "Hội đồng Thi đua - Khen thưởng %s", city)
                      : "Hội đồng Thi đua - Khen thưởng";
}

/* %NULL when the round has no council on record. */
static const TdMeeting *
get_meeting (TdGather *self, const TdRoundFacts *round)
{
  TdMeeting *meeting;

  if (round->round->council.n_members == 0)
    {
      g_autofree char *where = g_strdup_printf ("council_members:%s", round->round->code);

      td_gather_note (self, where,
                      _ ("no council is recorded for the round: its meeting is not cited"));
      return NULL;
    }
  meeting = td_gather_new0 (self, TdMeeting, 1);
  meeting->council = council_name (self);
  meeting->date = round->minutes.date;
  meeting->minutes = round->minutes.number;
  meeting->n_members = round->round->council.n_members;
  meeting->n_present = round->n_present;
  return meeting;
}

/* The plan the movement was launched with; what it is called is left as the record has it. */
static const char *
get_plan (TdGather *self)
{
  const char *plan = td_gather_or_null (self->movement->decision);

  if (plan == NULL)
    {
      g_autofree char *where = g_strdup_printf ("movement:%s:decision", self->movement->code);

      td_gather_note (self, where, _ ("the plan that launched the movement is not recorded"));
    }
  return plan;
}

static void
note_missing_number (TdGather *self, const TdRoundFacts *round, const char *column,
                     const char *number)
{
  g_autofree char *where = g_strdup_printf ("rounds:%s:%s", round->round->code, column);

  if (td_gather_or_null (number) == NULL)
    td_gather_note (self, where, _ ("the paper has no number yet: dots are left for the registry"));
}

static void
note_illustrative (TdGather *self)
{
  g_autofree char *where = g_strdup_printf ("movement:%s", self->movement->code);

  if (self->movement->illustrative)
    td_gather_note (self, where, _ ("the movement's figures are illustrative: do not sign"));
}

/* --- the proposal ------------------------------------------------------------------------------ */

/* The proposal's own head; the decision cites it too. */
static void
proposal_paper (TdGather *self, const TdRoundFacts *round, TdPaper *out)
{
  /* To the province speaks the city, to the city its office (Luật Thi đua, khen thưởng, Điều 83). */
  td_gather_paper (self, round->round->level == TD_LEVEL_TINH ? TD_ISSUER_CITY : TD_ISSUER_OFFICE,
                   "TTr", round->proposal.number, out);
  out->date = round->proposal.date;
}

TdDocument *
td_gather_proposal (TdGather *self, const TdTemplate *template, GError **error)
{
  TdRoundFacts round;
  TdProposal data = { .movement = td_gather_movement_name (self),
                      .period = td_gather_movement_years (self) };
  TdDocument *document;

  if (!td_round_facts_init (&round, self, error))
    return NULL;
  note_illustrative (self);
  proposal_paper (self, &round, &data.paper);
  note_missing_number (self, &round, "proposal_number", round.proposal.number);
  data.paper.grounds = td_round_grounds (self, &round);
  data.decider = td_gather_decider (self, round.round->level);
  data.paper.addressees = td_gather_list (self, 1, data.decider);
  data.plan = get_plan (self);
  data.meeting = get_meeting (self, &round);
  data.nominees = list_nominees (self, &round, td_round_is_proposed, &data.n_nominees);
  document = td_proposal_build (template, &data, error);
  td_round_facts_clear (&round);
  return document;
}

/* --- the decision ------------------------------------------------------------------------------ */

/* The bonuses of those who receive, as the book has worked them out. */
static void
set_money (TdGather *self, const TdRoundFacts *round, TdNominee *nominees, guint n_nominees,
           TdDecision *out)
{
  for (guint i = 0; i < n_nominees; i++)
    {
      const TdAwardNomination *from =
          td_award_book_find_nomination (round->book, nominees[i].nomination);
      const TdPayment *payment = from->payment;
      g_autofree char *where = g_strdup_printf ("nominations:%s:award", from->code);

      if (payment == NULL)
        continue;
      if (*payment->note != '\0')
        td_gather_note (self, where, "%s", payment->note);
      if (!payment->is_known)
        continue;
      if (!payment->coefficient_verified)
        td_gather_note (self, where,
                        _ ("the coefficient of “%s” has not been checked against its source"),
                        nominees[i].award);
      nominees[i].amount = payment->money.amount;
      nominees[i].exact = payment->money.exact / TD_DECIMAL_SCALE;
      out->base_salary = payment->base_salary;
      if (payment->money.exact != payment->money.amount * TD_DECIMAL_SCALE)
        out->rounding = td_award_book_get_rounding (round->book) == TD_MONEY_NEAREST
                            ? "làm tròn đến hàng chục nghìn đồng"
                            : "làm tròn lên hàng chục nghìn đồng";
    }
}

TdDocument *
td_gather_decision (TdGather *self, const TdTemplate *template, GError **error)
{
  TdRoundFacts round;
  TdDecision data = { .movement = td_gather_movement_name (self),
                      .period = td_gather_movement_years (self) };
  TdPaper proposal;
  TdNominee *nominees;
  const char *head;
  TdDocument *document;

  if (!td_round_facts_init (&round, self, error))
    return NULL;
  note_illustrative (self);
  proposal_paper (self, &round, &proposal);
  td_gather_paper (
      self, round.round->level == TD_LEVEL_TINH ? TD_ISSUER_PROVINCE_CHAIR : TD_ISSUER_CITY_CHAIR,
      "QĐ", round.round->decision_number, &data.paper);
  note_missing_number (self, &round, "decision_number", round.round->decision_number);
  data.paper.date = round.round->decided_on;
  data.paper.grounds = td_round_grounds (self, &round);
  data.paper.recipients =
      td_gather_list (self, 2, td_gather_keep (self, "Như Điều 1"),
                      td_gather_printf (self, "Lưu: %s",
                                        td_gather_setting (self, "archive") != NULL
                                            ? td_gather_setting (self, "archive")
                                            : "VT"));
  data.issuer =
      td_gather_printf (self, "Chủ tịch %s", data.paper.agency != NULL ? data.paper.agency : "…");
  head = round.round->level == TD_LEVEL_TINH ? td_gather_decider (self, TD_LEVEL_THANH_PHO)
                                             : td_gather_head_of_office (self);
  if (head != NULL)
    {
      g_autofree char *cited = td_words_citation (proposal.number, proposal.sign, proposal.date);

      data.proposed_by = td_gather_printf (self, "%s tại Tờ trình %s", head, cited);
      data.carried_out_by =
          td_gather_printf (self, "%s, thủ trưởng các cơ quan, đơn vị liên quan", head);
    }
  data.meeting = get_meeting (self, &round);
  nominees = list_receivers (self, &round, &data.n_nominees);
  set_money (self, &round, nominees, data.n_nominees, &data);
  data.fund = td_gather_setting (self, "fund");
  data.nominees = nominees;
  document = td_decision_build (template, &data, error);
  td_round_facts_clear (&round);
  return document;
}

TdDocument *
td_gather_certificates (TdGather *self, const TdTemplate *template, GError **error)
{
  TdRoundFacts round;
  TdCertificates data = { .movement = td_gather_movement_name (self),
                          .period = td_gather_movement_years (self) };
  const char *sheet;
  TdDocument *document;
  TdNominee *nominees;

  if (!td_round_facts_init (&round, self, error))
    return NULL;
  note_illustrative (self);
  td_gather_paper (
      self, round.round->level == TD_LEVEL_TINH ? TD_ISSUER_PROVINCE_CHAIR : TD_ISSUER_CITY_CHAIR,
      "QĐ", round.round->decision_number, &data.paper);
  note_missing_number (self, &round, "decision_number", round.round->decision_number);
  data.paper.date = round.round->decided_on;
  sheet = td_gather_setting (self, TD_OFFICE_SHEET_KEY);
  data.a3 = sheet != NULL && g_ascii_strcasecmp (sheet, "a3") == 0;
  data.issuer =
      td_gather_printf (self, "Chủ tịch %s", data.paper.agency != NULL ? data.paper.agency : "…");
  nominees = list_receivers (self, &round, &data.n_nominees);
  /* The certificate praises for the movement; the summary is the list's. */
  for (guint i = 0; i < data.n_nominees; i++)
    nominees[i].summary = NULL;
  data.nominees = nominees;
  document = td_certificates_build (template, &data, error);
  td_round_facts_clear (&round);
  return document;
}

/* --- the minutes ------------------------------------------------------------------------------- */

static const char *
role_words (TdCouncilRole role)
{
  switch (role)
    {
    case TD_COUNCIL_CHAIR:
      return "Chủ tịch Hội đồng";
    case TD_COUNCIL_SECRETARY:
      return "Thư ký Hội đồng";
    case TD_COUNCIL_MEMBER:
    default:
      return "Ủy viên Hội đồng";
    }
}

static void
set_attendees (TdGather *self, const TdRoundFacts *round, TdMinutes *out)
{
  TdAttendee *attendees = td_gather_new0 (self, TdAttendee, round->round->council.n_members);
  TdSignLine *lines = td_gather_new0 (self, TdSignLine, 2);

  lines[0] = (TdSignLine){ TD_AUTHORITY_OWN, "Thư ký" };
  lines[1] = (TdSignLine){ TD_AUTHORITY_OWN, "Chủ tọa" };
  out->secretary = (TdSigner){ &lines[0], 1, NULL, NULL };
  out->paper.signer = (TdSigner){ &lines[1], 1, NULL, NULL };
  for (guint i = 0; i < round->round->council.n_members; i++)
    {
      const TdCouncilMember *member = &round->round->council.members[i];
      g_autofree char *where = g_strdup_printf ("council_members:%s:present", member->code);

      if (member->present == TD_NOT_RECORDED)
        td_gather_note (self, where, _ ("%s: whether they came is not recorded"), member->name);
      attendees[i] = (TdAttendee){ .name = member->name,
                                   .office = member->office,
                                   .role = role_words (member->role),
                                   .present = member->present == TD_YES };
      if (member->role == TD_COUNCIL_CHAIR && out->chair == NULL)
        {
          out->chair = td_gather_printf (self, "%s, %s", member->name, role_words (member->role));
          out->paper.signer.name = member->name;
        }
      else if (member->role == TD_COUNCIL_SECRETARY && out->secretary_line == NULL)
        {
          out->secretary_line =
              td_gather_printf (self, "%s, %s", member->name, role_words (member->role));
          out->secretary.name = member->name;
        }
    }
  out->attendees = attendees;
  out->n_attendees = round->round->council.n_members;
  out->n_members = round->round->council.n_members;
  out->n_present = round->n_present;
}

static const char *
base_words (TdVoteBase base)
{
  switch (base)
    {
    case TD_VOTE_OF_PRESENT:
      return "số thành viên Hội đồng có mặt";
    case TD_VOTE_OF_VALID:
      return "số phiếu hợp lệ";
    case TD_VOTE_OF_MEMBERS:
    default:
      return "tổng số thành viên Hội đồng";
    }
}

/* Who took no part, for the last column. */
static const char *
recused_words (TdGather *self, const TdRoundFacts *round, const TdCouncilVote *vote)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < vote->recused->len; i++)
    {
      const TdRecused *one = g_ptr_array_index (vote->recused, i);

      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "",
                              round->round->council.members[one->member].name);
    }
  if (out->len == 0)
    return NULL;
  g_string_append (out, " không tham gia bỏ phiếu");
  return td_gather_keep (self, out->str);
}

static void
fill_vote (TdGather *self, const TdRoundFacts *round, const TdRoundNomination *from, TdVote *out)
{
  const TdCouncilVote *vote = from->from->vote;
  g_autofree char *where = g_strdup_printf ("ballots:%s", from->from->code);

  *out = (TdVote){ .nomination = from->from->id,
                   .name = td_gather_take (self, td_nominee_dup_name (&from->nominee)),
                   .share = TD_DECIMAL_NONE,
                   .verdict = TD_VERDICT_UNKNOWN };
  if (vote == NULL)
    return;
  /* Without a council there is one thing to be told, not one for each nomination. */
  for (guint i = 0; round->round->council.n_members > 0 && i < vote->problems->len; i++)
    td_gather_note (self, where, "%s", (const char *) g_ptr_array_index (vote->problems, i));
  out->note = recused_words (self, round, vote);
  if (!vote->is_counted)
    return;
  out->counted = TRUE;
  out->issued = vote->issued;
  out->returned = vote->returned;
  out->valid = vote->valid;
  out->in_favour = vote->votes_for;
  out->base = vote->has_threshold ? vote->base_count : vote->members;
  out->share = td_council_vote_get_percent (vote, 2);
  out->verdict = vote->is_overridden            ? TD_VERDICT_OVERRIDDEN
                 : vote->verdict == TD_LAW_PASS ? TD_VERDICT_PASS
                 : vote->verdict == TD_LAW_FAIL ? TD_VERDICT_FAIL
                                                : TD_VERDICT_UNKNOWN;
}

static gboolean
is_same_vote (const TdRoundNomination *a, const TdRoundNomination *b)
{
  return td_round_is_proposed (a->from->state) && td_round_is_proposed (b->from->state)
         && a->nominee.collective == b->nominee.collective
         && g_str_equal (a->nominee.award, b->nominee.award);
}

/* One table for each award and kind of nominee: they have their own threshold. */
static void
set_votes (TdGather *self, const TdRoundFacts *round, TdMinutes *out)
{
  guint n = round->nominations->len;
  TdVoteTable *tables = td_gather_new0 (self, TdVoteTable, n);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const TdRoundNomination *first = td_round_nomination (round, i);
      TdVoteTable *table = &tables[out->n_tables];
      TdVote *votes;

      if (done[i] || !td_round_is_proposed (first->from->state))
        continue;
      votes = td_gather_new0 (self, TdVote, n - i);
      *table = (TdVoteTable){ .base = base_words (TD_VOTE_OF_MEMBERS), .votes = votes };
      table->title = td_gather_printf (self, "Đề nghị tặng %s cho %s", first->nominee.award,
                                       first->nominee.collective ? "tập thể" : "cá nhân");
      for (guint k = i; k < n; k++)
        if (is_same_vote (first, td_round_nomination (round, k)))
          {
            fill_vote (self, round, td_round_nomination (round, k), &votes[table->n_votes++]);
            done[k] = TRUE;
          }
      if (first->from->law != NULL && first->from->law->has_vote)
        {
          table->base = base_words (first->from->law->vote_base);
          table->threshold = td_gather_share_words (self, &first->from->law->vote);
          table->source = td_gather_keep (self, first->from->law->vote_fact.source);
        }
      out->n_tables++;
    }
  out->tables = tables;
}

/* Conditions and votes gone past by a recorded decision. */
static void
set_overrides (TdGather *self, const TdRoundFacts *round, TdMinutes *out)
{
  GArray *overrides = g_array_new (FALSE, FALSE, sizeof (TdOverride));

  for (guint i = 0; i < round->nominations->len; i++)
    {
      const TdRoundNomination *one = td_round_nomination (round, i);
      const TdLawCheck *card = one->from->card;
      const char *name = td_gather_take (self, td_nominee_dup_name (&one->nominee));

      for (guint r = 0; card != NULL && r < card->rows->len; r++)
        {
          const TdLawCheckRow *row = g_ptr_array_index (card->rows, r);
          TdOverride override;

          if (!row->is_overridden || !td_round_is_proposed (one->from->state))
            continue;
          override =
              (TdOverride){ name,
                            *row->clause != '\0'
                                ? td_gather_printf (self, "%s (%s)", row->words, row->clause)
                                : td_gather_keep (self, row->words),
                            td_gather_keep (self, row->who), td_gather_keep (self, row->why) };
          g_array_append_val (overrides, override);
        }
    }
  out->n_overrides = overrides->len;
  out->overrides = (const TdOverride *) (gpointer) g_array_free (overrides, FALSE);
  g_ptr_array_add (self->memory, (gpointer) out->overrides);
}

TdDocument *
td_gather_minutes (TdGather *self, const TdTemplate *template, GError **error)
{
  TdRoundFacts round;
  TdMinutes data = {
    .start_hour = -1, .end_hour = -1, .date = TD_DATE_NONE, .end_date = TD_DATE_NONE
  };
  g_autofree char *where = NULL;
  TdDocument *document;

  if (!td_round_facts_init (&round, self, error))
    return NULL;
  note_illustrative (self);
  where = g_strdup_printf ("council_members:%s", round.round->code);
  td_gather_paper (self, TD_ISSUER_COUNCIL, "BB", round.minutes.number, &data.paper);
  data.date = data.paper.date = data.end_date = round.minutes.date;
  data.paper.recipients = td_gather_list (self, 2, "Các thành viên Hội đồng", "Lưu: VT, hồ sơ");
  data.subject = td_gather_printf (
      self, "Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng phong trào thi đua “%s” %s",
      td_gather_movement_name (self), td_gather_movement_years (self));
  if (round.round->council.n_members == 0)
    td_gather_note (self, where, _ ("no council is recorded for the round"));
  td_gather_note (
      self, where,
      _ ("day, time, place, course and conclusion of the meeting are left to be written"));
  set_attendees (self, &round, &data);
  set_votes (self, &round, &data);
  set_overrides (self, &round, &data);
  document = td_minutes_build (template, &data, error);
  td_round_facts_clear (&round);
  return document;
}
