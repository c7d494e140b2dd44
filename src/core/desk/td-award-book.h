/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Commendation of a movement, read from the open file and worked out by the awards' room (AWARDS.md):
 * rounds with the law that holds for them, nominations with card, vote and bonus, quotas with their
 * lines, what is still missing before printing, and who might be nominated.
 *
 * A book is a picture of one moment: after a change a new one is made. It belongs to one thread.
 */
#pragma once

#include "awards/td-completeness.h"
#include "awards/td-council.h"
#include "awards/td-law-check.h"
#include "awards/td-law-library.h"
#include "awards/td-money.h"
#include "awards/td-quota.h"
#include "desk/td-award-register.h"
#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/* How bonuses are rounded, a setting of the office: td_money_rounding_code(); “up” when not set. */
#define TD_SETTING_BONUS_ROUNDING "bonus_rounding"
/* An office's own law packs are settings whose key begins so; the value is the pack's JSON. */
#define TD_SETTING_LAW_PACK "law_pack:"

/**
 * TdAwardRound:
 * @id: the record
 * @code: code
 * @title: title
 * @level: of the round
 * @summed_up_on: %TD_DATE_NONE: not yet
 * @decided_on: %TD_DATE_NONE: not yet
 * @proposal_number: "" while there is none
 * @decision_number: "" while there is none
 * @named_pack: the pack the round names, "" for none
 * @pack: the pack that holds, %NULL when it cannot be told; borrowed from the library
 * @question: what is to be settled about the pack, in words; %NULL: nothing
 * @council: its council and all that is recorded of the meeting
 *
 * A round of commendation.
 */
typedef struct
{
  TdId id;
  const char *code;
  const char *title;
  TdLevel level;
  TdDate summed_up_on;
  TdDate decided_on;
  const char *proposal_number;
  const char *decision_number;
  const char *named_pack;
  const TdLawPack *pack;
  char *question;
  TdCouncil council;

  /*< private >*/
  GArray *members;
  GArray *member_ids;
  GArray *recusals;
  GArray *ballots;
} TdAwardRound;

/**
 * TdAwardNomination:
 * @id: the record
 * @round: its round
 * @holder: the nominee; %NULL when the record is gone
 * @unit: index of the nominee's unit in the movement, -1: not of it
 * @code: code
 * @award: code of the award
 * @law: what the pack says of it, %NULL: nothing, or there is no pack
 * @achievement: key, "" for none
 * @summary: in words, "" for none
 * @state: state
 * @total: of the nominee's unit, %TD_DECIMAL_NONE: not ranked
 * @rank: of the unit in its block, 0: not ranked
 * @card: the law card; %NULL without a pack
 * @vote: of the council
 * @payment: the bonus; %NULL without a pack
 * @n_steps: steps recorded
 * @papers: of #TdPaperOnFile: what is in its dossier, recorded or made here
 *
 * A nomination and all that is worked out about it.
 */
typedef struct
{
  TdId id;
  const TdAwardRound *round;
  const TdAwardHolder *holder;
  int unit;
  const char *code;
  const char *award;
  const TdLawAward *law;
  const char *achievement;
  const char *summary;
  TdNominationState state;
  TdDecimal total;
  guint rank;
  TdLawCheck *card;
  TdCouncilVote *vote;
  TdPayment *payment;
  guint n_steps;
  GArray *papers;

  /*< private >*/
  TdVoteOverride vote_override;
  guint tie_order;
  const char *tie_reason;
  gboolean in_proposal;
} TdAwardNomination;

/**
 * TdAwardQuota:
 * @id: the record
 * @round: its round
 * @quota: what is set
 * @n_taking_part: units or people its percentage is of
 * @candidates: of #TdQuotaCandidate
 * @nominations: of #TdAwardNomination, in the order of @candidates; borrowed
 * @line: the line; %NULL when the quota contradicts itself
 * @fault: then why, in words; else %NULL
 * @exception: a recorded decision to print more
 *
 * A quota and the line it draws.
 */
typedef struct
{
  TdId id;
  const TdAwardRound *round;
  TdQuota quota;
  guint n_taking_part;
  GArray *candidates;
  GPtrArray *nominations;
  TdQuotaLine *line;
  char *fault;
  TdQuotaException exception;
} TdAwardQuota;

typedef struct _TdAwardBook TdAwardBook;

/*
 * Reads and works out all rounds of @movement. @scores are the movement's; they must outlive the book.
 * Faulty law packs of the office are problems of the book, and then it goes on without them. %NULL with
 * @error set when the file cannot be read. (transfer full)
 */
TdAwardBook *td_award_book_new (TdStore *store, TdId movement, const TdScores *scores,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_award_book_free (TdAwardBook *self);

/* Just the packs: those of the program and the office's own. (transfer full) (nullable) */
TdLawLibrary *td_award_book_load_library (TdStore *store, TdProblems *problems,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

const TdLawLibrary *td_award_book_get_library (const TdAwardBook *self);
const TdProblems *td_award_book_get_problems (const TdAwardBook *self);
const TdAwardRegister *td_award_book_get_register (const TdAwardBook *self);
TdMoneyRounding td_award_book_get_rounding (const TdAwardBook *self);

/* All by code. (transfer none) */
guint td_award_book_get_n_rounds (const TdAwardBook *self);
const TdAwardRound *td_award_book_get_round (const TdAwardBook *self, guint index);
const TdAwardRound *td_award_book_find_round (const TdAwardBook *self, TdId id);
guint td_award_book_get_n_nominations (const TdAwardBook *self);
const TdAwardNomination *td_award_book_get_nomination (const TdAwardBook *self, guint index);
const TdAwardNomination *td_award_book_find_nomination (const TdAwardBook *self, TdId id);
guint td_award_book_get_n_quotas (const TdAwardBook *self);
const TdAwardQuota *td_award_book_get_quota (const TdAwardBook *self, guint index);

/* The record of a member of the round's council. */
TdId td_award_round_get_member_id (const TdAwardRound *self, guint member);

/* The title of an award as the round's pack has it, else its code. (transfer none) */
const char *td_award_round_get_award_title (const TdAwardRound *self, const char *award);

/* The bonuses of a round's live nominations, in the nominations' order; borrowed. (transfer container) */
GPtrArray *td_award_book_get_payments (const TdAwardBook *self,
                                       const TdAwardRound *round) G_GNUC_WARN_UNUSED_RESULT;

/* What is right and what is missing before a round is printed. (transfer full): #TdCompletenessItem */
GPtrArray *td_award_book_check_round (const TdAwardBook *self,
                                      const TdAwardRound *round) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdAwardSuggestion:
 * @holder: who might be nominated
 * @total: of the unit, %TD_DECIMAL_NONE: not ranked
 * @rank: of the unit in its block, 0: not ranked
 * @tied: shares the rank
 * @block: name of the block, "" when the unit is not of the movement
 * @card: the law card they would have
 * @achievement: the key that would be given to the achievement
 *
 * A candidate for an award of a round.
 */
typedef struct
{
  const TdAwardHolder *holder;
  TdDecimal total;
  guint rank;
  gboolean tied;
  const char *block;
  TdLawCheck *card;
  char *achievement;
} TdAwardSuggestion;

/*
 * Everybody whom @award of the round could go to and who is not nominated for it in this round: those who
 * pass first, then those of whom something is unknown, then those who fail; within that by rank and
 * total. Empty without a pack, or when the pack has no such award. (transfer full)
 */
GPtrArray *td_award_book_suggest (const TdAwardBook *self, const TdAwardRound *round,
                                  const char *award) G_GNUC_WARN_UNUSED_RESULT;
void td_award_suggestion_free (TdAwardSuggestion *self);

/* Why, in a sentence: what fails, else what is unknown, else that all is fulfilled. (transfer full) */
char *td_law_check_dup_reasons (const TdLawCheck *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdAwardBook, td_award_book_free)

G_END_DECLS
