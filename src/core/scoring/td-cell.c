/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell: from its entries to a value, from the value to points (SCORING.md). */
#define G_LOG_DOMAIN "thidua-scoring"

#include "scoring/td-scoring-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A ratio's value is a percentage in ten-thousandths: 100 · 10^4 · done / due. */
#define RATIO_FACTOR ((TdWide) 100 * TD_DECIMAL_SCALE)

static const struct
{
  const char *code, *title;
} states[] = {
  [TD_STATE_NOT_APPLICABLE] = { "not-applicable", N_ ("not applicable") },
  [TD_STATE_VALUE] = { "value", N_ ("value") },
  [TD_STATE_NONE_ARISING] = { "none-arising", N_ ("none arising") },
  [TD_STATE_PENDING] = { "pending", N_ ("awaiting appraisal") },
  [TD_STATE_REJECTED] = { "rejected", N_ ("rejected") },
  [TD_STATE_NOT_DUE] = { "not-due", N_ ("not due yet") },
  [TD_STATE_MISSING] = { "missing", N_ ("missing") },
};

const char *
td_cell_state_code (TdCellState state)
{
  return states[state].code;
}

const char *
td_cell_state_title (TdCellState state)
{
  return states[state].title;
}

const char *
td_basis_code (TdBasis basis)
{
  return basis == TD_BASIS_SELF ? "self" : "appraised";
}

void
td_set_overflow (GError **error, const char *code)
{
  g_set_error (error, TD_ERROR, TD_ERROR_OVERFLOW,
               _ ("the figures of “%s” are too large to be added up; nothing was computed"), code);
}

TdWide
td_power_of_ten (guint digits)
{
  TdWide power = 1;

  while (digits-- > 0)
    power *= 10;
  return power;
}

/* --- entries -------------------------------------------------------------------------------------- */

TdEntryUse
td_entry_use (const TdMovement *movement, const TdEntry *entry, TdDate as_of, TdBasis basis,
              TdFigures *figures)
{
  TdKind kind = td_movement_target (movement, entry->target)->kind;
  TdEntryUse use = TD_ENTRY_COUNTS;

  *figures = entry->reported;
  if (td_movement_period (movement, entry->period)->ends > as_of)
    return TD_ENTRY_IS_LATER;
  switch (entry->state)
    {
    case TD_ENTRY_PENDING:
      use = basis == TD_BASIS_SELF ? TD_ENTRY_COUNTS : TD_ENTRY_IS_PENDING;
      break;
    case TD_ENTRY_REJECTED:
      use = basis == TD_BASIS_SELF ? TD_ENTRY_COUNTS : TD_ENTRY_IS_REJECTED;
      break;
    case TD_ENTRY_CORRECTED:
      if (basis == TD_BASIS_APPRAISED)
        *figures = entry->appraised;
      break;
    case TD_ENTRY_ACCEPTED:
      break;
    case TD_ENTRY_DRAFT:
    default:
      return TD_ENTRY_IS_DRAFT;
    }
  /* A milestone's blank says "not done yet"; any other blank says nothing at all. */
  if (kind != TD_KIND_MILESTONE && figures->first == TD_DECIMAL_NONE)
    return TD_ENTRY_IS_BLANK;
  return use;
}

gboolean
td_target_passes (const TdTarget *target)
{
  return (target->kind == TD_KIND_RATIO || target->kind == TD_KIND_AMOUNT)
         && target->accumulation != TD_ACCUMULATION_MEAN;
}

/* The unit's own entries. FALSE when a sum does not fit. */
static gboolean
tally_own (const TdScoreData *data, guint unit, guint target, TdDate as_of, TdBasis basis,
           GArray *trace, TdTally *out)
{
  const TdTarget *description = td_movement_target (data->movement, target);
  const TdSlice *slice = &data->slices[td_slot (data, unit, target)];

  memset (out, 0, sizeof *out);
  out->latest = -1;
  if (!data->applies[td_slot (data, unit, target)])
    return TRUE;
  for (guint i = 0; i < slice->n; i++)
    {
      TdFigures figures;
      TdEntryUse use = td_entry_use (data->movement, &slice->entries[i], as_of, basis, &figures);
      TdWide first = figures.first, second = figures.second;

      if (trace != NULL)
        {
          TdExplainedEntry line = { &slice->entries[i], unit, use, figures, FALSE };

          g_array_append_val (trace, line);
        }

      out->pending |= use == TD_ENTRY_IS_PENDING;
      out->rejected |= use == TD_ENTRY_IS_REJECTED;
      if (use != TD_ENTRY_COUNTS)
        continue;
      out->counted = TRUE;
      out->latest = (int) slice->entries[i].period;
      if (description->kind == TD_KIND_MILESTONE)
        first = td_figures_get_date (&figures);
      if (description->kind != TD_KIND_RATIO)
        second = 1; /* entries, for the mean */
      if (description->accumulation == TD_ACCUMULATION_LATEST)
        {
          out->first = first;
          out->second = second;
        }
      else if (!td_wide_add (out->first, first, &out->first)
               || !td_wide_add (out->second, second, &out->second))
        return FALSE;
    }
  return TRUE;
}

gboolean
td_tally (const TdScoreData *data, guint unit, guint target, TdDate as_of, TdBasis basis,
          GArray *trace, TdTally *out)
{
  const TdTarget *description = td_movement_target (data->movement, target);
  GArray *heirs = data->heirs_of[unit];

  if (!tally_own (data, unit, target, as_of, basis, trace, out))
    return FALSE;
  if (heirs == NULL || !td_target_passes (description))
    return TRUE;

  for (guint i = 0; i < heirs->len; i++)
    {
      guint other = g_array_index (heirs, guint, i);
      TdDate closed = td_movement_unit (data->movement, other)->closed;
      guint first_line = trace != NULL ? trace->len : 0;
      TdTally passed;

      if (closed > as_of)
        continue;
      if (!td_tally (data, other, target, as_of, basis, trace, &passed))
        return FALSE;
      out->pending |= passed.pending;
      out->rejected |= passed.rejected;
      /* The successor's own report for a period that ends after the merge speaks for both. */
      if (description->accumulation == TD_ACCUMULATION_LATEST && out->latest >= 0
          && td_movement_period (data->movement, out->latest)->ends >= closed)
        {
          for (guint line = first_line; trace != NULL && line < trace->len; line++)
            g_array_index (trace, TdExplainedEntry, line).superseded = TRUE;
          continue;
        }
      out->counted |= passed.counted;
      if (!td_wide_add (out->first, passed.first, &out->first)
          || !td_wide_add (out->second, passed.second, &out->second))
        return FALSE;
    }
  return TRUE;
}

/* --- expectation ---------------------------------------------------------------------------------- */

gboolean
td_period_overlaps (const TdPeriod *period, const TdUnit *unit)
{
  return (unit->opened == TD_DATE_NONE || period->ends >= unit->opened)
         && (unit->closed == TD_DATE_NONE || period->starts < unit->closed);
}

static gboolean
counts_in_period (const TdScoreData *data, const TdSlice *slice, guint period, TdDate as_of,
                  TdBasis basis)
{
  TdFigures figures;

  for (guint i = 0; i < slice->n; i++)
    if (slice->entries[i].period == period)
      return td_entry_use (data->movement, &slice->entries[i], as_of, basis, &figures)
             == TD_ENTRY_COUNTS;
  return FALSE;
}

static void
count_expected (const TdScoreData *data, guint unit, guint target, TdDate as_of, TdBasis basis,
                TdCellScore *cell)
{
  const TdMovement *movement = data->movement;
  const TdTarget *description = td_movement_target (movement, target);
  const TdSlice *slice = &data->slices[td_slot (data, unit, target)];

  cell->filled = cell->expected = 0;
  if (description->frequency == TD_FREQUENCY_ONCE)
    {
      if (description->due == TD_DATE_NONE || description->due > as_of)
        return;
      cell->expected = 1;
      for (guint i = 0; i < slice->n && cell->filled == 0; i++)
        cell->filled =
            counts_in_period (data, slice, slice->entries[i].period, as_of, basis) ? 1 : 0;
      return;
    }
  for (guint i = 0; i < movement->periods->len; i++)
    {
      const TdPeriod *period = td_movement_period (movement, i);

      if (period->due > as_of || !td_period_overlaps (period, td_movement_unit (movement, unit)))
        continue;
      cell->expected++;
      cell->filled += counts_in_period (data, slice, i, as_of, basis) ? 1 : 0;
    }
}

/* --- points --------------------------------------------------------------------------------------- */

/* The sign of num/den − limit, all in ten-thousandths. */
static int
compare_value (TdWide num, TdWide den, TdDecimal limit)
{
  return td_wide_compare_products (num, 1, limit, den);
}

gboolean
td_value_reaches_goal (TdWide num, TdWide den, const TdTarget *target)
{
  int order;

  if (target->goal == TD_DECIMAL_NONE)
    return FALSE;
  order = compare_value (num, den, target->goal);
  return target->direction == TD_DIRECTION_HIGHER ? order >= 0 : order <= 0;
}

/*
 * (value − floor)/(goal − floor), clamped. Where lower is better the contract writes
 * (floor − value)/(floor − goal), which is the same fraction.
 */
static gboolean
linear_share (const TdTarget *target, TdWide num, TdWide den, TdFraction *out)
{
  TdDecimal floor = target->floor != TD_DECIMAL_NONE ? target->floor : 0;
  TdWide base, part, whole;

  if (!td_wide_mul (floor, den, &base) || !td_wide_sub (num, base, &part)
      || !td_wide_mul (den, (TdWide) target->goal - floor, &whole) || whole == 0)
    return FALSE;
  if (whole < 0)
    {
      whole = -whole;
      part = -part;
    }
  if (part <= 0)
    *out = (TdFraction){ 0, 1 };
  else if (part >= whole)
    *out = (TdFraction){ 1, 1 };
  else
    *out = (TdFraction){ part, whole };
  return TRUE;
}

static TdDecimal
steps_share (const TdTarget *target, TdWide num, TdWide den)
{
  TdDecimal share = 0;

  if (target->direction == TD_DIRECTION_HIGHER)
    {
      for (guint i = 0; i < target->n_steps; i++)
        if (compare_value (num, den, target->steps[i].threshold) >= 0)
          share = target->steps[i].share;
    }
  else
    {
      for (guint i = target->n_steps; i-- > 0;)
        if (compare_value (num, den, target->steps[i].threshold) <= 0)
          share = target->steps[i].share;
    }
  return share;
}

gboolean
td_target_share (const TdTarget *target, TdWide num, TdWide den, TdFraction *out)
{
  switch (target->rule)
    {
    case TD_RULE_LINEAR:
      return linear_share (target, num, den, out);
    case TD_RULE_STEPS:
      *out = (TdFraction){ steps_share (target, num, den), TD_DECIMAL_SCALE };
      return TRUE;
    case TD_RULE_ALL_OR_NOTHING:
      *out = (TdFraction){ td_value_reaches_goal (num, den, target) ? 1 : 0, 1 };
      return TRUE;
    case TD_RULE_ON_TIME:
      if (num == TD_DATE_NONE)
        *out = (TdFraction){ 0, 1 };
      else if (target->due == TD_DATE_NONE || num <= target->due)
        *out = (TdFraction){ 1, 1 };
      else
        *out = (TdFraction){ target->late_share, TD_DECIMAL_SCALE };
      return TRUE;
    case TD_RULE_GIVEN:
    default:
      /* A rating of a target that gives no points has none to share. */
      if (target->max_points == 0)
        *out = (TdFraction){ 0, 1 };
      else
        *out = (TdFraction){ num, target->max_points };
      return TRUE;
    }
}

/* round(share · max_points) at the movement's decimals. */
static gboolean
round_points (TdFraction share, TdDecimal max_points, guint decimals, TdDecimal *out)
{
  TdWide step = td_power_of_ten (TD_DECIMAL_DIGITS - decimals), points;

  /* max_points has at most `decimals` digits (the door sees to it), so this division is exact. */
  return td_wide_mul_div (share.num, max_points / step, share.den, TD_ROUND_HALF_AWAY, &points)
         && td_wide_mul (points, step, &points) && td_narrow (points, out);
}

gboolean
td_narrow (TdWide value, TdDecimal *out)
{
  if (value > G_MAXINT64 || value < -(TdWide) G_MAXINT64)
    return FALSE;
  *out = (TdDecimal) value;
  return TRUE;
}

gboolean
td_percent (TdWide part, TdWide whole, guint decimals, TdDecimal *out)
{
  TdWide step = td_power_of_ten (TD_DECIMAL_DIGITS - decimals), steps;

  return td_wide_mul_div (part, 100 * td_power_of_ten (decimals), whole, TD_ROUND_HALF_AWAY, &steps)
         && td_wide_mul (steps, step, &steps) && td_narrow (steps, out);
}

/* --- the cell ------------------------------------------------------------------------------------- */

static gboolean
value_cell (const TdTarget *target, guint decimals, const TdTally *tally, TdCellScore *cell)
{
  TdFraction share;

  cell->den = target->kind == TD_KIND_RATIO || target->accumulation == TD_ACCUMULATION_MEAN
                  ? tally->second
                  : 1;
  if (target->kind == TD_KIND_RATIO && tally->second == 0)
    {
      cell->state = TD_STATE_NONE_ARISING;
      cell->num = 0;
      cell->in_max = target->if_none_arising == TD_IF_NONE_ARISING_FULL;
      cell->points = cell->in_max ? target->max_points : TD_DECIMAL_NONE;
      return TRUE;
    }
  cell->state = TD_STATE_VALUE;
  cell->in_max = TRUE;
  cell->num = tally->first;
  if (target->kind == TD_KIND_RATIO && !td_wide_mul (tally->first, RATIO_FACTOR, &cell->num))
    return FALSE;
  return td_target_share (target, cell->num, cell->den, &share)
         && round_points (share, target->max_points, decimals, &cell->points);
}

gboolean
td_cell_score_compute (const TdScoreData *data, guint unit, guint target, TdDate as_of,
                       TdBasis basis, TdCellScore *out, GError **error)
{
  const TdTarget *description = td_movement_target (data->movement, target);
  TdTally tally;

  memset (out, 0, sizeof *out);
  out->points = TD_DECIMAL_NONE;
  out->state = TD_STATE_NOT_APPLICABLE;
  if (!data->applies[td_slot (data, unit, target)])
    return TRUE;

  count_expected (data, unit, target, as_of, basis, out);
  if (!td_tally (data, unit, target, as_of, basis, NULL, &tally)
      || (tally.counted && !value_cell (description, data->movement->decimals, &tally, out)))
    {
      td_set_overflow (error, description->code);
      return FALSE;
    }
  if (tally.counted)
    return TRUE;

  if (tally.pending || tally.rejected)
    {
      out->state = tally.pending ? TD_STATE_PENDING : TD_STATE_REJECTED;
      out->in_max = TRUE;
      out->points = 0;
    }
  else if (out->expected == 0)
    out->state = TD_STATE_NOT_DUE;
  else
    {
      out->state = TD_STATE_MISSING;
      out->in_max = description->if_missing == TD_IF_MISSING_ZERO;
      out->points = out->in_max ? 0 : TD_DECIMAL_NONE;
    }
  return TRUE;
}

/* --- values for reading --------------------------------------------------------------------------- */

static gboolean
round_value (TdWide num, TdWide den, guint digits, TdRounding rounding, TdDecimal *out)
{
  TdWide step = td_power_of_ten (TD_DECIMAL_DIGITS - digits), scaled, steps;

  /* num/den is in ten-thousandths; the result is a whole number of steps of them. */
  return td_wide_mul (den, step, &scaled) && td_wide_mul_div (num, 1, scaled, rounding, &steps)
         && td_wide_mul (steps, step, &steps) && td_narrow (steps, out);
}

gboolean
td_round_value (TdWide num, TdWide den, guint digits, TdDecimal *out)
{
  return round_value (num, den, digits, TD_ROUND_HALF_AWAY, out);
}

gboolean
td_cell_score_get_value (const TdCellScore *self, guint digits, TdDecimal *out)
{
  g_return_val_if_fail (self->state == TD_STATE_VALUE && self->den > 0, FALSE);
  return round_value (self->num, self->den, digits, TD_ROUND_HALF_AWAY, out);
}

gboolean
td_shown_value (TdWide num, TdWide den, const TdTarget *target, guint digits, TdDecimal *out)
{
  TdDecimal rounded;
  TdRounding away_from_goal;

  if (!round_value (num, den, digits, TD_ROUND_HALF_AWAY, &rounded))
    return FALSE;
  if (target->goal != TD_DECIMAL_NONE && !td_value_reaches_goal (num, den, target)
      && td_value_reaches_goal (rounded, 1, target))
    {
      /* Away from the goal: down where higher is better, up where lower is; of negatives reversed. */
      away_from_goal =
          (target->direction == TD_DIRECTION_HIGHER) == (num >= 0) ? TD_ROUND_DOWN : TD_ROUND_UP;
      return round_value (num, den, digits, away_from_goal, out);
    }
  *out = rounded;
  return TRUE;
}

gboolean
td_cell_score_get_shown_value (const TdCellScore *self, const TdTarget *target, guint digits,
                               TdDecimal *out)
{
  g_return_val_if_fail (self->state == TD_STATE_VALUE && self->den > 0, FALSE);
  return td_shown_value (self->num, self->den, target, digits, out);
}
