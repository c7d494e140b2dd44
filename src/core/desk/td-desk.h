/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The open file at work: one movement of a store with its scores, which follow every change. The
 * window has one, and so has each command of the command line.
 *
 * A desk belongs to the thread that opened its store.
 */
#pragma once

#include "scoring/td-scoring.h"
#include "store/td-store.h"

G_BEGIN_DECLS

#define TD_TYPE_DESK (td_desk_get_type ())
G_DECLARE_FINAL_TYPE (TdDesk, td_desk, TD, DESK, GObject)

/**
 * TdDesk::scores-changed:
 *
 * After a commit, or after another movement, date or basis was chosen: all that td_desk_get_scores()
 * says may be different. Emitted once a change, after the scores are right again.
 *
 * TdDesk::records-changed:
 * @changes: (type gpointer): the #TdChanges of the store, valid during the emission
 *
 * After a commit, once the scores are right: for lists and forms of records.
 */

/* Shows @movement, or with %TD_ID_NONE the file's only or current one; there may be none yet. */
TdDesk *td_desk_new (TdStore *store, TdId movement, GError **error);

/* (transfer none) */
TdStore *td_desk_get_store (TdDesk *self);

/* The movement shown, %TD_ID_NONE when the file has none. */
TdId td_desk_get_movement_id (TdDesk *self);
gboolean td_desk_set_movement (TdDesk *self, TdId movement, GError **error);

/* Both %NULL when there is no movement. (transfer none): valid until scores-changed. */
const TdMovement *td_desk_get_movement (TdDesk *self);
const TdScores *td_desk_get_scores (TdDesk *self);
const TdScoreData *td_desk_get_data (TdDesk *self);

/*
 * The date for which scores are shown. %TD_DATE_NONE follows the contract's default: today, or the
 * movement's end if that is past.
 */
gboolean td_desk_set_as_of (TdDesk *self, TdDate as_of, GError **error);
TdDate td_desk_get_as_of (TdDesk *self);
/* Whether the date was chosen, not the default. */
gboolean td_desk_has_chosen_as_of (TdDesk *self);

gboolean td_desk_set_basis (TdDesk *self, TdBasis basis, GError **error);
TdBasis td_desk_get_basis (TdDesk *self);

/*
 * The scores as of another day, on the desk's basis: for trends and for comparing two days. Kept,
 * and kept right with every change, so that asking again costs nothing. (transfer none): valid until
 * scores-changed, or until forty other days were asked for. %NULL with %TD_ERROR_OVERFLOW, or without an error when there is no movement.
 */
const TdScores *td_desk_get_scores_at (TdDesk *self, TdDate as_of, GError **error);

/*
 * The day on which a period is looked at: its day of report or its last day, whichever is later, when
 * its entries are in and what is missing is known; of a period that is not over yet the desk's day.
 */
TdDate td_desk_get_period_day (TdDesk *self, guint period);

/*
 * The day on which the period before the latest one that is over was looked at, for telling who rose
 * and who fell since. %TD_DATE_NONE when there is none.
 */
TdDate td_desk_get_previous_day (TdDesk *self);

/* The last failure to follow a change (an overflow); %NULL when the scores are right. */
const GError *td_desk_get_error (TdDesk *self);

G_END_DECLS
