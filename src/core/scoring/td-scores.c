/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From points to a rank (SCORING.md). */
#define G_LOG_DOMAIN "thidua-scoring"

#include "scoring/td-scoring-private.h"

#include <stdlib.h>
#include <string.h>

struct _TdScores
{
  const TdScoreData *data;
  TdDate as_of;
  TdBasis basis;
  TdCellScore *cells; /* [target · n_units + unit] */
  TdUnitScore *units; /* [unit] */
  TdAreaScore *areas; /* [unit · n_areas + area] */
  guint *ranking;     /* units that take part, as td_scores_get_ranking() says */
  guint n_ranking;
};

/* --- units ---------------------------------------------------------------------------------------- */

static gboolean
sum_area (const TdScores *self, guint unit, int area, TdAreaScore *out)
{
  const TdMovement *movement = self->data->movement;
  TdWide points = 0, max_points = 0;

  for (guint target = 0; target < movement->targets->len; target++)
    {
      const TdCellScore *cell = &self->cells[td_slot (self->data, unit, target)];
      const TdTarget *description = td_movement_target (movement, target);

      if (!cell->in_max || (area >= 0 && description->area != area))
        continue;
      points += cell->points;
      max_points += description->max_points;
    }
  out->index = TD_DECIMAL_NONE;
  return td_narrow (points, &out->points) && td_narrow (max_points, &out->max_points)
         && (max_points == 0 || td_percent (points, max_points, movement->decimals, &out->index));
}

static gboolean
sum_adjustments (const TdScores *self, guint unit, TdAdjustmentKind kind, TdDecimal cap,
                 TdDecimal *out)
{
  const TdMovement *movement = self->data->movement;
  TdWide sum = 0;

  for (guint i = 0; i < movement->adjustments->len; i++)
    {
      const TdAdjustment *adjustment = td_movement_adjustment (movement, i);

      if (adjustment->unit == (int) unit && adjustment->kind == kind
          && adjustment->granted_on <= self->as_of)
        sum += adjustment->points;
    }
  if (cap != TD_DECIMAL_NONE && sum > cap)
    sum = cap;
  return td_narrow (sum, out);
}

static int
find_band (const TdMovement *movement, TdDecimal total)
{
  for (guint i = movement->bands->len; i-- > 0;)
    if (td_movement_band (movement, i)->at_least <= total)
      return (int) i;
  return -1;
}

/* index + bonus − penalty, not below 0, not above the ceiling. */
gboolean
td_unit_total (const TdMovement *movement, TdDecimal index, TdDecimal bonus, TdDecimal penalty,
               TdDecimal *out)
{
  TdWide total = (TdWide) index + bonus - penalty;

  total = MAX (total, 0);
  if (movement->ceiling != TD_DECIMAL_NONE)
    total = MIN (total, movement->ceiling);
  return td_narrow (total, out);
}

static gboolean
compute_unit (TdScores *self, guint unit, GError **error)
{
  const TdMovement *movement = self->data->movement;
  const TdUnit *description = td_movement_unit (movement, unit);
  TdUnitScore *score = &self->units[unit];
  TdAreaScore whole;

  memset (score, 0, sizeof *score);
  score->index = score->total = TD_DECIMAL_NONE;
  score->band = -1;
  score->takes_part = td_unit_takes_part (description, self->as_of);
  if (!score->takes_part)
    return TRUE;

  for (guint target = 0; target < movement->targets->len; target++)
    {
      const TdCellScore *cell = &self->cells[td_slot (self->data, unit, target)];

      score->filled += cell->filled;
      score->expected += cell->expected;
    }
  for (guint area = 0; area < movement->areas->len; area++)
    if (!sum_area (self, unit, (int) area, &self->areas[unit * movement->areas->len + area]))
      goto overflow;
  if (!sum_area (self, unit, -1, &whole)
      || !sum_adjustments (self, unit, TD_ADJUSTMENT_BONUS, movement->bonus_cap, &score->bonus)
      || !sum_adjustments (self, unit, TD_ADJUSTMENT_PENALTY, movement->penalty_cap,
                           &score->penalty))
    goto overflow;
  score->points = whole.points;
  score->max_points = whole.max_points;
  score->index = whole.index;
  if (score->index != TD_DECIMAL_NONE)
    {
      if (!td_unit_total (movement, score->index, score->bonus, score->penalty, &score->total))
        goto overflow;
      score->band = find_band (movement, score->total);
    }
  return TRUE;

overflow:
  td_set_overflow (error, description->code);
  return FALSE;
}

/* --- ranks ---------------------------------------------------------------------------------------- */

typedef struct
{
  const TdScores *scores;
  gboolean by_block;
} Order;

static int
compare_units (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  const TdUnitScore *one = &order->scores->units[x], *other = &order->scores->units[y];
  const TdScoreData *scored = order->scores->data;

  if (order->by_block)
    {
      int block = td_movement_unit (scored->movement, x)->block;
      int other_block = td_movement_unit (scored->movement, y)->block;

      if (block != other_block)
        return block < other_block ? -1 : 1;
    }
  /* TD_DECIMAL_NONE is below every total, so units that are not ranked come last. */
  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return (scored->by_name[x] > scored->by_name[y]) - (scored->by_name[x] < scored->by_name[y]);
}

/* Ranks a run of units in order: equal totals share a rank (1, 2, 2, 4) and are marked. */
static void
rank_run (TdScores *self, const guint *units, guint n, gboolean overall)
{
  for (guint i = 0; i < n;)
    {
      TdDecimal total = self->units[units[i]].total;
      guint end = i + 1;

      while (end < n && self->units[units[end]].total == total)
        end++;
      for (guint j = i; j < end; j++)
        {
          TdUnitScore *score = &self->units[units[j]];
          guint rank = total != TD_DECIMAL_NONE ? i + 1 : 0;
          gboolean tied = total != TD_DECIMAL_NONE && end - i > 1;

          if (overall)
            {
              score->overall_rank = rank;
              score->overall_tied = tied;
            }
          else
            {
              score->rank = rank;
              score->tied = tied;
            }
        }
      i = end;
    }
}

static void
rank_units (TdScores *self)
{
  const TdMovement *movement = self->data->movement;
  Order order = { self, FALSE };

  self->n_ranking = 0;
  for (guint unit = 0; unit < movement->units->len; unit++)
    if (self->units[unit].takes_part)
      self->ranking[self->n_ranking++] = unit;

  g_qsort_with_data (self->ranking, (int) self->n_ranking, sizeof (guint), compare_units, &order);
  rank_run (self, self->ranking, self->n_ranking, TRUE);

  order.by_block = TRUE;
  g_qsort_with_data (self->ranking, (int) self->n_ranking, sizeof (guint), compare_units, &order);
  for (guint i = 0; i < self->n_ranking;)
    {
      int block = td_movement_unit (movement, self->ranking[i])->block;
      guint end = i;

      while (end < self->n_ranking
             && td_movement_unit (movement, self->ranking[end])->block == block)
        end++;
      rank_run (self, self->ranking + i, end - i, FALSE);
      i = end;
    }
}

/* --- the whole ------------------------------------------------------------------------------------ */

static gboolean
compute_cell (TdScores *self, guint unit, guint target, GError **error)
{
  return td_cell_score_compute (self->data, unit, target, self->as_of, self->basis,
                                &self->cells[td_slot (self->data, unit, target)], error);
}

TdScores *
td_scores_new (const TdScoreData *data, TdDate as_of, TdBasis basis, GError **error)
{
  g_autoptr (TdScores) self = g_new0 (TdScores, 1);
  const TdMovement *movement = data->movement;
  gsize n_units = movement->units->len, n_targets = movement->targets->len;

  self->data = data;
  self->as_of = as_of;
  self->basis = basis;
  self->cells = g_new0 (TdCellScore, n_units * n_targets);
  self->units = g_new0 (TdUnitScore, n_units);
  self->areas = g_new0 (TdAreaScore, n_units * movement->areas->len);
  self->ranking = g_new0 (guint, n_units);
  for (guint target = 0; target < n_targets; target++)
    for (guint unit = 0; unit < n_units; unit++)
      if (!compute_cell (self, unit, target, error))
        return NULL;
  for (guint unit = 0; unit < n_units; unit++)
    if (!compute_unit (self, unit, error))
      return NULL;
  rank_units (self);
  return g_steal_pointer (&self);
}

void
td_scores_free (TdScores *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->units);
  g_free (self->areas);
  g_free (self->ranking);
  g_free (self);
}

gboolean
td_scores_update (TdScores *self, guint unit, guint target, GError **error)
{
  const TdMovement *movement = self->data->movement;
  int at = (int) unit;

  /* Along the chain of successors, which ends: the door lets no circle in. */
  while (at >= 0)
    {
      const TdUnit *description = td_movement_unit (movement, at);

      if (!compute_cell (self, (guint) at, target, error)
          || !compute_unit (self, (guint) at, error))
        return FALSE;
      at = description->closed != TD_DATE_NONE && description->closed <= self->as_of
               ? description->successor
               : -1;
    }
  rank_units (self);
  return TRUE;
}

/* --- asking --------------------------------------------------------------------------------------- */

TdDate
td_scores_get_as_of (const TdScores *self)
{
  return self->as_of;
}

TdBasis
td_scores_get_basis (const TdScores *self)
{
  return self->basis;
}

const TdScoreData *
td_scores_get_data (const TdScores *self)
{
  return self->data;
}

const TdCellScore *
td_scores_get_cell (const TdScores *self, guint unit, guint target)
{
  return &self->cells[td_slot (self->data, unit, target)];
}

const TdUnitScore *
td_scores_get_unit (const TdScores *self, guint unit)
{
  return &self->units[unit];
}

const TdAreaScore *
td_scores_get_area (const TdScores *self, guint unit, guint area)
{
  return &self->areas[unit * self->data->movement->areas->len + area];
}

const guint *
td_scores_get_ranking (const TdScores *self, guint *n)
{
  *n = self->n_ranking;
  return self->ranking;
}

/* --- groups --------------------------------------------------------------------------------------- */

static gboolean
pool_cell (const TdTarget *target, const TdScores *self, guint unit, guint index, TdPooled *out)
{
  const TdCellScore *cell = td_scores_get_cell (self, unit, index);

  if (cell->state != TD_STATE_VALUE && cell->state != TD_STATE_NONE_ARISING)
    return TRUE;
  out->units_counted++;
  switch (target->kind)
    {
    case TD_KIND_RATIO:
      /* num is 100·10^4 times Σdone, and den is Σdue. */
      return td_wide_add (out->done, cell->num / (100 * TD_DECIMAL_SCALE), &out->done)
             && td_wide_add (out->due, cell->den, &out->due);
    case TD_KIND_AMOUNT:
      {
        TdFraction value;

        return td_fraction_init (&value, cell->num, cell->den)
               && td_fraction_add (out->amount, value, &out->amount);
      }
    case TD_KIND_MILESTONE:
      if (cell->num != TD_DATE_NONE && cell->num <= self->as_of)
        out->done += TD_DECIMAL_SCALE;
      return TRUE;
    case TD_KIND_RATING:
    default:
      return TRUE;
    }
}

gboolean
td_scores_pool (const TdScores *self, guint target, int block, TdPooled *out, GError **error)
{
  const TdMovement *movement = self->data->movement;
  const TdTarget *description = td_movement_target (movement, target);

  *out = (TdPooled){ .amount = { 0, 1 } };
  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      if (!self->units[unit].takes_part || !self->data->applies[td_slot (self->data, unit, target)]
          || (block >= 0 && td_movement_unit (movement, unit)->block != block))
        continue;
      out->units_expected++;
      if (!pool_cell (description, self, unit, target, out))
        {
          td_set_overflow (error, description->code);
          return FALSE;
        }
    }
  if (description->kind == TD_KIND_MILESTONE)
    out->due = (TdWide) out->units_expected * TD_DECIMAL_SCALE;
  return TRUE;
}

gboolean
td_pooled_get_value (const TdPooled *self, TdKind kind, TdWide *num, TdWide *den)
{
  switch (kind)
    {
    case TD_KIND_RATIO:
    case TD_KIND_MILESTONE:
      *den = self->due;
      return self->due > 0 && self->units_counted > 0
             && td_wide_mul (self->done, 100 * TD_DECIMAL_SCALE, num);
    case TD_KIND_AMOUNT:
      *num = self->amount.num;
      *den = self->amount.den;
      return self->units_counted > 0;
    case TD_KIND_RATING:
    default:
      return FALSE;
    }
}
