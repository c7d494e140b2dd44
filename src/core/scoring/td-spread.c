/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between which ranks a unit may still end. */
#define G_LOG_DOMAIN "thidua-scoring"

#include <stdlib.h>

#include "scoring/td-scoring-private.h"
#include "scoring/td-standing.h"

/* Sets both totals of a unit; they stay blank when it cannot be ranked either way. */
static void
find_totals (const TdScores *scores, guint unit, TdSpread *spread)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdUnitScore *score = td_scores_get_unit (scores, unit);
  TdWide best = score->points, most = score->max_points;
  TdDecimal index;

  spread->best_total = spread->worst_total = TD_DECIMAL_NONE;
  if (!score->takes_part)
    return;
  for (guint target = 0; target < movement->targets->len; target++)
    {
      const TdCellScore *cell = td_scores_get_cell (scores, unit, target);
      TdDecimal max_points = td_movement_target (movement, target)->max_points;

      if (cell->state != TD_STATE_MISSING && cell->state != TD_STATE_PENDING)
        continue;
      best += max_points;
      if (!cell->in_max)
        most += max_points; /* left out while it is missing, counted once it comes */
    }
  if (most == 0)
    return;
  if (!td_percent (best, most, movement->decimals, &index)
      || !td_unit_total (movement, index, score->bonus, score->penalty, &spread->best_total)
      || !td_percent (score->points, most, movement->decimals, &index)
      || !td_unit_total (movement, index, score->bonus, score->penalty, &spread->worst_total))
    spread->best_total = spread->worst_total = TD_DECIMAL_NONE;
}

static int
compare_totals (const void *a, const void *b)
{
  const TdDecimal *x = a, *y = b;

  return (*x < *y) - (*x > *y);
}

/* How many of the totals, which fall, are above @total. */
static guint
count_above (const TdDecimal *totals, guint n, TdDecimal total)
{
  guint from = 0, to = n;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (totals[middle] > total)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

/* Ranks the @n units among each other. */
static void
find_ranks (TdSpread *spreads, const guint *units, guint n, gboolean overall)
{
  g_autofree TdDecimal *best = g_new (TdDecimal, n + 1), *worst = g_new (TdDecimal, n + 1);

  for (guint i = 0; i < n; i++)
    {
      best[i] = spreads[units[i]].best_total;
      worst[i] = spreads[units[i]].worst_total;
    }
  qsort (best, n, sizeof (TdDecimal), compare_totals);
  qsort (worst, n, sizeof (TdDecimal), compare_totals);
  for (guint i = 0; i < n; i++)
    {
      TdSpread *spread = &spreads[units[i]];
      guint first, last;

      /* Its own best is above its own worst, but a unit does not stand before itself. */
      first = 1 + count_above (worst, n, spread->best_total);
      last = 1 + count_above (best, n, spread->worst_total)
             - (spread->best_total > spread->worst_total ? 1 : 0);
      if (overall)
        {
          spread->overall_best = first;
          spread->overall_worst = last;
        }
      else
        {
          spread->best_rank = first;
          spread->worst_rank = last;
        }
    }
}

TdSpread *
td_scores_spread (const TdScores *scores)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  guint n, n_blocks = movement->blocks->len;
  const guint *ranking = td_scores_get_ranking (scores, &n);
  TdSpread *spreads = g_new0 (TdSpread, movement->units->len + 1);
  g_autofree guint *units = g_new (guint, n + 1);
  guint n_units = 0;

  for (guint unit = 0; unit < movement->units->len; unit++)
    find_totals (scores, unit, &spreads[unit]);
  for (guint i = 0; i < n; i++)
    if (spreads[ranking[i]].best_total != TD_DECIMAL_NONE)
      units[n_units++] = ranking[i];
  find_ranks (spreads, units, n_units, TRUE);
  /* The ranking goes block by block. */
  for (guint i = 0; i < n_units && n_blocks > 0;)
    {
      int block = td_movement_unit (movement, units[i])->block;
      guint end = i;

      while (end < n_units && td_movement_unit (movement, units[end])->block == block)
        end++;
      find_ranks (spreads, units + i, end - i, FALSE);
      i = end;
    }
  return spreads;
}
