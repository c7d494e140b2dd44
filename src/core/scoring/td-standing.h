/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a figure stands against its goal and its day, and between which ranks a unit may still end:
 * for dashboards, never for points (SCORING.md, "How it stands"). Pure and exact.
 */
#pragma once

#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/**
 * TdStanding:
 * @TD_STANDING_NONE: there is nothing to say: no goal, no day or no value. The cell's state tells
 * @TD_STANDING_MET: the goal is reached
 * @TD_STANDING_ON_TRACK: as far as it should be by now
 * @TD_STANDING_AT_RISK: a little behind
 * @TD_STANDING_BEHIND: well behind
 * @TD_STANDING_OVERDUE: the day is past and the goal not reached
 */
typedef enum
{
  TD_STANDING_NONE,
  TD_STANDING_MET,
  TD_STANDING_ON_TRACK,
  TD_STANDING_AT_RISK,
  TD_STANDING_BEHIND,
  TD_STANDING_OVERDUE,
} TdStanding;

#define TD_N_STANDINGS (TD_STANDING_OVERDUE + 1)

/* "met", "on-track"…; "" for none. */
const char *td_standing_code (TdStanding standing);
/* English source of the words shown; translate before showing. */
const char *td_standing_title (TdStanding standing);

/*
 * How the value @num/@den (ten-thousandths, @den above 0) of @target stands on @as_of.
 *
 * Where the contract is silent: a target at `build` pace on which lower is better grows from its
 * floor down to its goal, and without a floor stands like one at `level` pace; a goal on or before
 * the movement's first day should stand at once.
 */
TdStanding td_standing_of_value (const TdMovement *movement, const TdTarget *target, TdWide num,
                                 TdWide den, TdDate as_of);

/*
 * How a cell of @scores stands. A milestone's goal is to be done: done is met, not done is overdue
 * after the day and on track until then.
 */
TdStanding td_standing_of_cell (const TdScores *scores, guint unit, guint target);

/*
 * How a target stands pooled over a block (-1: all units). A milestone is met when all units
 * concerned are done. An amount's goal is each unit's own, so the sum stands against the goal times
 * the units counted. FALSE with %TD_ERROR_OVERFLOW when a sum does not fit.
 */
gboolean td_standing_of_pool (const TdScores *scores, guint target, int block, TdStanding *out,
                              GError **error);

/**
 * TdSpread:
 * @best_total: with full points for every missing or pending cell; %TD_DECIMAL_NONE: not ranked
 * @worst_total: with no points for any of them
 * @best_rank: within the block, when it goes as well as it can for the unit and as badly for others
 * @worst_rank: the other way round
 * @overall_best: among all units
 * @overall_worst: among all units
 *
 * The honest range of a rank: what missing reports and open appraisals may still change.
 */
typedef struct
{
  TdDecimal best_total;
  TdDecimal worst_total;
  guint best_rank;
  guint worst_rank;
  guint overall_best;
  guint overall_worst;
} TdSpread;

/* One for each unit of the movement. (transfer full) */
TdSpread *td_scores_spread (const TdScores *scores) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
