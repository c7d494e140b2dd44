/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done in commendation, as writes for the store's one door: steps of nominations, nominating,
 * rulings, taking away. Each #TdWriteFunc here does one thing whole, so that one undo takes it back.
 */
#pragma once

#include "store/td-store.h"

G_BEGIN_DECLS

/*
 * The states that may follow @state (AWARDS.md, “States”), a bit (1 << #TdNominationState) each: forward
 * to the next one; back by `returned`; out by `declined` and `withdrawn`; `revoked` from granted. What
 * was returned goes on as a draft or is proposed again; what was declined, withdrawn or revoked stays
 * so, and is nominated anew if need be.
 */
guint td_nomination_get_next_states (TdNominationState state);

/* The state that usually comes next, -1: none. */
int td_nomination_get_usual_state (TdNominationState state);

/**
 * TdNominationStep:
 * @movement: the movement
 * @nominations: of #TdId: one, or many at once
 * @state: where they go
 * @taken_on: the date
 * @paper: number of the paper (nullable)
 * @note: why, of a return for instance (nullable)
 * @who: the author (nullable)
 *
 * Data of td_nomination_step_func().
 */
typedef struct
{
  TdId movement;
  const GArray *nominations;
  TdNominationState state;
  TdDate taken_on;
  const char *paper;
  const char *note;
  const char *who;
} TdNominationStep;

/*
 * Sets the state of nominations and records the step. A nomination that may not go there is a problem that
 * names it, and nothing is written.
 */
gboolean td_nomination_step_func (TdTxn *txn, gpointer data, GError **error);

/**
 * TdNominate:
 * @movement: the movement
 * @round: the round
 * @award: code of the award
 * @nominees: of #TdId, units or people
 * @achievements: of char*, a key for each; nullable
 * @on: today
 * @who: the author (nullable)
 * @made: of #TdId: the new nominations are added to it (nullable)
 *
 * Data of td_nominate_func().
 */
typedef struct
{
  TdId movement;
  TdId round;
  const char *award;
  const GArray *nominees;
  const GPtrArray *achievements;
  TdDate on;
  const char *who;
  GArray *made;
} TdNominate;

/* Adds drafts for all of them, with codes that are free. */
gboolean td_nominate_func (TdTxn *txn, gpointer data, GError **error);

/**
 * TdRuling:
 * @movement: the movement
 * @round: the round
 * @nomination: %TD_ID_NONE for quotas
 * @nominations: of #TdId: the same ruling for each of them, in place of @nomination (nullable)
 * @kind: what it is about
 * @subject: see #TdRulingKind (nullable)
 * @place: of a tie-break, else 0
 * @who: who decided
 * @why: the reason
 * @on: when
 * @remove: takes the ruling with this round, nomination, kind and subject back instead
 *
 * Data of td_ruling_func().
 */
typedef struct
{
  TdId movement;
  TdId round;
  TdId nomination;
  const GArray *nominations;
  TdRulingKind kind;
  const char *subject;
  guint place;
  const char *who;
  const char *why;
  TdDate on;
  gboolean remove;
} TdRuling;

/* Records a ruling, in place of the one about the same, if there is one. */
gboolean td_ruling_func (TdTxn *txn, gpointer data, GError **error);

/* Puts the records of a #GPtrArray of #TdRecord. */
gboolean td_put_records_func (TdTxn *txn, gpointer data, GError **error);

/**
 * TdNominationRemoval:
 * @store: to look up what hangs on the nominations
 * @movement: the movement
 * @nominations: of #TdId
 *
 * Data of td_nomination_remove_func().
 */
typedef struct
{
  TdStore *store;
  TdId movement;
  const GArray *nominations;
} TdNominationRemoval;

/* Deletes nominations with their steps, ballots, rulings, papers and reports. */
gboolean td_nomination_remove_func (TdTxn *txn, gpointer data, GError **error);

/**
 * TdDossierTick:
 * @store: to look up what is recorded
 * @movement: the movement
 * @nominations: of #TdId
 * @paper: code of the paper
 * @is_there: it is in their dossiers; else it is not, and its number and date are forgotten
 *
 * Data of td_dossier_tick_func().
 */
typedef struct
{
  TdStore *store;
  TdId movement;
  const GArray *nominations;
  const char *paper;
  gboolean is_there;
} TdDossierTick;

/* Records of a paper that the nominations have it, or have it not; a number already there stays. */
gboolean td_dossier_tick_func (TdTxn *txn, gpointer data, GError **error);

/* The place of a record with the same key in the file, for an upsert: sets @record's id. */
void td_record_adopt_twin (TdTxn *txn, TdRecord *record);

G_END_DECLS
