/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A round as its papers name it: the book of commendation (td-award-book.h) with the nominees in the
 * form that papers print. For the gatherers only.
 */
#pragma once

#include "desk/td-award-book.h"
#include "desk/td-gather.h"
#include "documents/td-nominees.h"

G_BEGIN_DECLS

/**
 * TdRoundNomination:
 * @from: what the book has of it: card, vote, bonus
 * @nominee: as papers name it; without vote and bonus
 * @id: of the nominee: a unit or a person
 */
typedef struct
{
  const TdAwardNomination *from;
  TdNominee nominee;
  TdId id;
} TdRoundNomination;

/**
 * TdRoundPaper:
 * @number: of a paper on file, with its sign; %NULL when it is not recorded
 * @date: it was signed on, or %TD_DATE_NONE
 */
typedef struct
{
  const char *number;
  TdDate date;
} TdRoundPaper;

/**
 * TdRoundFacts:
 * @book: everything worked out
 * @round: the round
 * @nominations: of TdRoundNomination that still stand, collectives first, by code
 * @n_present: council members who were there
 * @proposal: the proposal as it is on file
 * @minutes: the minutes as they are on file
 */
typedef struct
{
  TdAwardBook *book;
  const TdAwardRound *round;
  GArray *nominations;
  guint n_present;
  TdRoundPaper proposal;
  TdRoundPaper minutes;
} TdRoundFacts;

/* The round of the subject. Fails with %TD_ERROR_NOT_FOUND, and when the file cannot be read. */
gboolean td_round_facts_init (TdRoundFacts *self, TdGather *gather, GError **error);
void td_round_facts_clear (TdRoundFacts *self);

#define td_round_nomination(self, i) (&g_array_index ((self)->nominations, TdRoundNomination, (i)))

/* Whether a nomination is on the papers that propose it: proposed, reviewed, submitted or granted. */
gboolean td_round_is_proposed (TdNominationState state);

/* The law's grounds, of the round's pack or the one below it. */
const char *const *td_round_grounds (TdGather *self, const TdRoundFacts *round);

/* How a paper says that a share is asked for: “từ 80% trở lên”. */
const char *td_gather_share_words (TdGather *self, const TdShare *share);

G_END_DECLS
