/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-scoring"

#include "scoring/td-standing.h"

#include <glib/gi18n-lib.h>
#include "scoring/td-scoring-private.h"

static const struct
{
  const char *code;
  const char *title;
} standings[] = {
  [TD_STANDING_NONE] = { "", "" },
  [TD_STANDING_MET] = { "met", N_ ("met") },
  [TD_STANDING_ON_TRACK] = { "on-track", N_ ("on track") },
  [TD_STANDING_AT_RISK] = { "at-risk", N_ ("at risk") },
  [TD_STANDING_BEHIND] = { "behind", N_ ("behind") },
  [TD_STANDING_OVERDUE] = { "overdue", N_ ("overdue") },
};

const char *
td_standing_code (TdStanding standing)
{
  return standings[standing].code;
}

const char *
td_standing_title (TdStanding standing)
{
  return standings[standing].title;
}

/* How far behind the pace is still "at risk": 0.15 of the way. */
static const TdFraction slack = { 15, 100 };

/* The part of the time between the movement's start and the target's day that has gone. */
static TdFraction
elapsed (const TdMovement *movement, const TdTarget *target, TdDate as_of)
{
  TdWide whole = (TdWide) target->due - movement->starts, part = (TdWide) as_of - movement->starts;

  if (whole <= 0 || part >= whole)
    return (TdFraction){ 1, 1 };
  return (TdFraction){ MAX (part, 0), whole };
}

/* Within 5 % of the goal: value ≥ 0.95 · goal where higher is better, ≤ 1.05 · goal where lower is. */
static gboolean
is_near (const TdTarget *target, TdWide num, TdWide den)
{
  TdWide scaled, bound;

  if (!td_wide_mul (num, 100, &scaled)
      || !td_wide_mul (den, target->direction == TD_DIRECTION_HIGHER ? 95 : 105, &bound))
    return FALSE;
  if (target->direction == TD_DIRECTION_HIGHER)
    return td_wide_compare_products (scaled, 1, bound, target->goal) >= 0;
  return td_wide_compare_products (scaled, 1, bound, target->goal) <= 0;
}

/* How far the value has come on its way to the goal; FALSE where there is no way. */
static gboolean
progress (const TdTarget *target, TdWide num, TdWide den, TdFraction *out)
{
  TdWide way, base, gone;

  if (target->direction == TD_DIRECTION_HIGHER)
    {
      if (target->goal <= 0 || !td_wide_mul (den, target->goal, &way))
        return FALSE;
      return td_fraction_init (out, num, way);
    }
  if (target->floor == TD_DECIMAL_NONE || target->floor <= target->goal)
    return FALSE;
  return td_wide_mul (den, target->floor, &base) && td_wide_sub (base, num, &gone)
         && td_wide_mul (den, (TdWide) target->floor - target->goal, &way)
         && td_fraction_init (out, gone, way);
}

TdStanding
td_standing_of_value (const TdMovement *movement, const TdTarget *target, TdWide num, TdWide den,
                      TdDate as_of)
{
  TdFraction gone, time, behind;

  if (target->goal == TD_DECIMAL_NONE || target->due == TD_DATE_NONE || den <= 0)
    return TD_STANDING_NONE;
  if (td_value_reaches_goal (num, den, target))
    return TD_STANDING_MET;
  if (target->pace == TD_PACE_LEVEL)
    return is_near (target, num, den) ? TD_STANDING_AT_RISK : TD_STANDING_BEHIND;
  if (as_of > target->due)
    return TD_STANDING_OVERDUE;
  if (!progress (target, num, den, &gone))
    return is_near (target, num, den) ? TD_STANDING_AT_RISK : TD_STANDING_BEHIND;
  time = elapsed (movement, target, as_of);
  if (td_fraction_compare (gone, time) >= 0)
    return TD_STANDING_ON_TRACK;
  if (!td_fraction_sub (time, gone, &behind))
    return TD_STANDING_BEHIND;
  return td_fraction_compare (behind, slack) <= 0 ? TD_STANDING_AT_RISK : TD_STANDING_BEHIND;
}

static TdStanding
standing_of_milestone (const TdTarget *target, gboolean done, TdDate as_of)
{
  if (done)
    return TD_STANDING_MET;
  if (target->due == TD_DATE_NONE)
    return TD_STANDING_NONE;
  return as_of > target->due ? TD_STANDING_OVERDUE : TD_STANDING_ON_TRACK;
}

TdStanding
td_standing_of_cell (const TdScores *scores, guint unit, guint target)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdTarget *description = td_movement_target (movement, target);
  const TdCellScore *cell = td_scores_get_cell (scores, unit, target);

  if (cell->state != TD_STATE_VALUE)
    return TD_STANDING_NONE;
  if (description->kind == TD_KIND_MILESTONE)
    return standing_of_milestone (description, cell->num != TD_DATE_NONE,
                                  td_scores_get_as_of (scores));
  return td_standing_of_value (movement, description, cell->num, cell->den,
                               td_scores_get_as_of (scores));
}

gboolean
td_standing_of_pool (const TdScores *scores, guint target, int block, TdStanding *out,
                     GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdTarget *description = td_movement_target (movement, target);
  TdDate as_of = td_scores_get_as_of (scores);
  TdPooled pooled;
  TdWide num, den;

  *out = TD_STANDING_NONE;
  if (!td_scores_pool (scores, target, block, &pooled, error))
    return FALSE;
  if (pooled.units_counted == 0 || !td_pooled_get_value (&pooled, description->kind, &num, &den))
    return TRUE;
  if (description->kind == TD_KIND_MILESTONE)
    *out = standing_of_milestone (description, pooled.done >= pooled.due, as_of);
  else if (description->kind == TD_KIND_AMOUNT)
    {
      if (!td_wide_mul (den, pooled.units_counted, &den))
        {
          td_set_overflow (error, description->code);
          return FALSE;
        }
      *out = td_standing_of_value (movement, description, num, den, as_of);
    }
  else
    *out = td_standing_of_value (movement, description, num, den, as_of);
  return TRUE;
}
