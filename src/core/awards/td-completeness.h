/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Completeness before printing (AWARDS.md): whether the papers of a round's dossier agree with each
 * other and with the records, and whether every nomination may go on. What is missing is listed, with
 * the place to go to. Pure: what the papers say is handed in.
 */
#pragma once

#include "awards/td-law-pack.h"

G_BEGIN_DECLS

/* A number that a paper does not give. */
#define TD_NOT_STATED (-1)

/**
 * TdPaperOnFile:
 * @code: which of the papers the award asks for: `bao-cao-thanh-tich`
 * @is_there: it is in the dossier
 * @name: the nominee's name as the paper has it (nullable: it names nobody)
 * @position: position as the paper has it (nullable: it gives none)
 * @award: the award's title as the paper has it (nullable: it gives none)
 */
typedef struct
{
  const char *code;
  gboolean is_there;
  const char *name;
  const char *position;
  const char *award;
} TdPaperOnFile;

/**
 * TdDossierNomination:
 * @code: of the nomination
 * @name: of the nominee, as recorded
 * @position: as recorded ("" for none, and for collectives)
 * @award: what the law pack says of the award; %NULL when the pack has none
 * @papers: on file for this nomination
 * @card_may_go_on: its law card is clean or overridden
 * @vote_may_go_on: it has the votes, or an override; a round without a council says %TRUE
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *position;
  const TdLawAward *award;
  const TdPaperOnFile *papers;
  guint n_papers;
  gboolean card_may_go_on;
  gboolean vote_may_go_on;
} TdDossierNomination;

/**
 * TdDossier:
 * @round: code
 * @collectives_in_proposal: how many the proposal says, %TD_NOT_STATED when there is none yet
 * @individuals_in_proposal: the same
 * @rows_in_list: of the nominee list, %TD_NOT_STATED when there is none yet
 * @proposal_number: number of the proposal (nullable)
 * @cites_meeting: the proposal cites the council's meeting
 * @cites_vote: and its vote
 * @nominations: those that are printed
 * @quotas_may_print: no quota is exceeded or tied, or by a recorded exception
 *
 * The papers of a round and its nominations.
 */
typedef struct
{
  const char *round;
  int collectives_in_proposal;
  int individuals_in_proposal;
  int rows_in_list;
  const char *proposal_number;
  gboolean cites_meeting;
  gboolean cites_vote;
  const TdDossierNomination *nominations;
  guint n_nominations;
  gboolean quotas_may_print;
} TdDossier;

/**
 * TdCompletenessItem:
 * @round: code
 * @what: what was looked at, with the figures; translated
 * @ok: it is right
 * @where: the place to go to: `rounds:R1:proposal_number`, `nominations:N3:bao-cao-thanh-tich`;
 *   TABLE:CODE:WHAT
 *
 * A row of the computed table `completeness`.
 */
typedef struct
{
  char *round;
  char *what;
  gboolean ok;
  char *where;
} TdCompletenessItem;

/*
 * Every check, those that are right too, in a fixed order: the round first, then nomination by
 * nomination. (transfer full): of #TdCompletenessItem
 */
GPtrArray *td_completeness_check (const TdDossier *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether all of them are right. */
gboolean td_completeness_is_complete (const GPtrArray *items);

void td_completeness_item_free (TdCompletenessItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCompletenessItem, td_completeness_item_free)

G_END_DECLS
