/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scoring engine: from a movement's arrays to cells, points, indexes and ranks, by the contract
 * of SCORING.md. Pure: no file, no clock, no binary floating point. Every step is exact until the
 * one place where the contract rounds; what would not fit is refused with %TD_ERROR_OVERFLOW.
 */
#pragma once

#include "base/td-error.h"
#include "base/td-fraction.h"
#include "model/td-movement.h"

G_BEGIN_DECLS

/**
 * TdBasis:
 * @TD_BASIS_SELF: the figures as reported, drafts left out
 * @TD_BASIS_APPRAISED: what the appraisal accepted or corrected; the official one
 */
typedef enum
{
  TD_BASIS_SELF,
  TD_BASIS_APPRAISED,
} TdBasis;

/* "self", "appraised". */
const char *td_basis_code (TdBasis basis);

/**
 * TdCellState:
 *
 * What a cell (unit, target) is as of a date; exactly one, tested in this order (SCORING.md,
 * "States of a cell").
 */
typedef enum
{
  TD_STATE_NOT_APPLICABLE,
  TD_STATE_VALUE,
  TD_STATE_NONE_ARISING,
  TD_STATE_PENDING,
  TD_STATE_REJECTED,
  TD_STATE_NOT_DUE,
  TD_STATE_MISSING,
} TdCellState;

/* The state's code in tables: "value", "none-arising"… */
const char *td_cell_state_code (TdCellState state);
/* English source of the words shown; translate before showing. */
const char *td_cell_state_title (TdCellState state);

/**
 * TdCellScore:
 * @state: see #TdCellState
 * @in_max: whether the target's maximum is part of the unit's
 * @points: rounded to the movement's decimals; %TD_DECIMAL_NONE for the states that have none
 * @num: with %TD_STATE_VALUE the value is num/den in ten-thousandths; of a milestone the day it was
 *   done, or %TD_DATE_NONE. With %TD_STATE_NONE_ARISING 0
 * @den: above 0 with a value; of a ratio Σdue, so that @num is 10^6·Σdone; with
 *   %TD_STATE_NONE_ARISING 0
 * @filled: expected periods with a counted entry of the unit's own
 * @expected: periods in which an entry was expected
 */
typedef struct
{
  TdCellState state;
  gboolean in_max;
  TdDecimal points;
  TdWide num;
  TdWide den;
  guint filled;
  guint expected;
} TdCellScore;

/**
 * TdUnitScore:
 * @takes_part: opened and not closed as of the date; else nothing below counts
 * @points: sum of the points of the cells in the maximum
 * @max_points: sum of their maxima
 * @index: %TD_DECIMAL_NONE when the maximum is 0: the unit is not ranked
 * @bonus: after the cap
 * @penalty: after the cap
 * @total: %TD_DECIMAL_NONE when not ranked
 * @band: index into the movement's bands, -1: none
 * @rank: within the block, from 1; 0: not ranked
 * @tied: shares its rank with another
 * @overall_rank: among all units, from 1; 0: not ranked
 * @filled: of the expected entries those with a counted one
 * @expected: entries expected
 */
typedef struct
{
  gboolean takes_part;
  TdDecimal points;
  TdDecimal max_points;
  TdDecimal index;
  TdDecimal bonus;
  TdDecimal penalty;
  TdDecimal total;
  int band;
  guint rank;
  gboolean tied;
  guint overall_rank;
  gboolean overall_tied;
  guint filled;
  guint expected;
} TdUnitScore;

/* A unit's points over the targets of one area; @index %TD_DECIMAL_NONE when the maximum is 0. */
typedef struct
{
  TdDecimal points;
  TdDecimal max_points;
  TdDecimal index;
} TdAreaScore;

/**
 * TdPooled:
 * @done: Σdone of a ratio, in ten-thousandths; of a milestone the units that are done
 * @due: Σdue; of a milestone the units concerned. Both in ten-thousandths
 * @amount: the sum of an amount, as a fraction of ten-thousandths (of means, not a whole number)
 * @units_counted: units with a value or none arising
 * @units_expected: units taking part to which the target applies
 *
 * A target's figures over a group of units. Which members mean something, the target's kind says;
 * nothing but @units_counted and @units_expected does for a rating.
 */
typedef struct
{
  TdWide done;
  TdWide due;
  TdFraction amount;
  guint units_counted;
  guint units_expected;
} TdPooled;

/* --- data ---------------------------------------------------------------------------------------- */

/**
 * TdScoreData:
 *
 * A movement's data arranged for scoring. Entries may be put and removed one by one; everything else
 * is as the movement had it. Not changed by scoring: any number of #TdScores may stand on it.
 */
typedef struct _TdScoreData TdScoreData;

/* Takes @movement over. */
TdScoreData *td_score_data_new (TdMovement *movement) G_GNUC_WARN_UNUSED_RESULT;
void td_score_data_free (TdScoreData *self);

const TdMovement *td_score_data_get_movement (const TdScoreData *self);

/* Adds an entry, or replaces the one of the same unit, target and period. */
void td_score_data_put_entry (TdScoreData *self, const TdEntry *entry);
void td_score_data_remove_entry (TdScoreData *self, guint unit, guint target, guint period);
/*
 * Puts another description of a target in place (td_movement_set_target()): for trying a rule out.
 * Scores that stand on the data are wrong afterwards and have to be made anew.
 */
void td_score_data_set_target (TdScoreData *self, guint target, const TdRecord *record);
/* The entries of a cell by period; @n gets their number. (transfer none) */
const TdEntry *
td_score_data_get_entries (const TdScoreData *self, guint unit, guint target, guint *n);

/* --- scores -------------------------------------------------------------------------------------- */

/**
 * TdScores:
 *
 * All cells, points and ranks of a movement as of one date and on one basis.
 */
typedef struct _TdScores TdScores;

/* @data must outlive the scores. %NULL with %TD_ERROR_OVERFLOW when a sum does not fit. */
TdScores *td_scores_new (const TdScoreData *data, TdDate as_of, TdBasis basis, GError **error);
void td_scores_free (TdScores *self);

TdDate td_scores_get_as_of (const TdScores *self);
TdBasis td_scores_get_basis (const TdScores *self);
const TdScoreData *td_scores_get_data (const TdScores *self);

/*
 * Recomputes what stands on the entries of one cell: the cell, those of the unit's successors, their
 * units, the ranks of their blocks. Afterwards the scores equal newly made ones.
 */
gboolean td_scores_update (TdScores *self, guint unit, guint target, GError **error);

const TdCellScore *td_scores_get_cell (const TdScores *self, guint unit, guint target);
const TdUnitScore *td_scores_get_unit (const TdScores *self, guint unit);
const TdAreaScore *td_scores_get_area (const TdScores *self, guint unit, guint area);

/*
 * Indexes of the units that take part, block by block in Vietnamese order, by rank, equal ranks by
 * name in Vietnamese order, units that are not ranked last. @n gets their number. (transfer none)
 */
const guint *td_scores_get_ranking (const TdScores *self, guint *n);

/* @block -1: all units. FALSE with %TD_ERROR_OVERFLOW when a sum does not fit. */
gboolean
td_scores_pool (const TdScores *self, guint target, int block, TdPooled *out, GError **error);

/*
 * A group's value as num/den in ten-thousandths: of a ratio and a milestone a percentage, of an
 * amount the sum. FALSE when there is none: nothing arising, nothing counted, a rating.
 */
gboolean td_pooled_get_value (const TdPooled *self, TdKind kind, TdWide *num, TdWide *den);

/* num/den (ten-thousandths) rounded once to @digits, half away from zero. FALSE: does not fit. */
gboolean td_round_value (TdWide num, TdWide den, guint digits, TdDecimal *out);

/* The value of a cell, rounded once, half away from zero. Only with %TD_STATE_VALUE, no milestone. */
gboolean td_cell_score_get_value (const TdCellScore *self, guint digits, TdDecimal *out);

/*
 * The value as a display shows it: rounded to @digits, but never so that it seems to reach a goal it
 * does not reach (99.996 of 100 is 99.99).
 */
gboolean td_cell_score_get_shown_value (const TdCellScore *self, const TdTarget *target,
                                        guint digits, TdDecimal *out);
/* The same for any fraction of ten-thousandths. */
gboolean
td_shown_value (TdWide num, TdWide den, const TdTarget *target, guint digits, TdDecimal *out);

/* Whether the value num/den (ten-thousandths) reaches the target's goal; FALSE without a goal. */
gboolean td_value_reaches_goal (TdWide num, TdWide den, const TdTarget *target);

/* The exact share of its points that a value of @target gets. FALSE when it does not fit. */
gboolean td_target_share (const TdTarget *target, TdWide num, TdWide den, TdFraction *out);

/* Whether the unit's life overlaps the period (SCORING.md, "Expected"). */
gboolean td_period_overlaps (const TdPeriod *period, const TdUnit *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdScoreData, td_score_data_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdScores, td_scores_free)

G_END_DECLS
