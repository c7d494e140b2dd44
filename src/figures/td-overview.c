/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-figures"

#include "figures/td-overview.h"

#include "figures/td-figures-private.h"
#include "model/td-schema.h"

/* The states of a nomination from which it comes back no more. */
static gboolean
is_over (const char *state)
{
  return g_str_equal (state, "declined") || g_str_equal (state, "withdrawn")
         || g_str_equal (state, "revoked");
}

static gboolean
count_nomination (const TdRecord *record, gpointer data)
{
  TdOverview *self = data;
  const TdField *field = &td_table_get (TD_TABLE_NOMINATIONS)->fields[TD_NOMINATION_STATE];
  gint64 state = td_record_get_number (record, TD_NOMINATION_STATE, 0);
  const char *code = state >= 0 ? field->choices[state].code : "draft";

  self->n_nominations += is_over (code) ? 0 : 1;
  self->n_granted += g_str_equal (code, "granted") ? 1 : 0;
  return TRUE;
}

static gboolean
count_targets (TdOverview *self, const TdScores *scores, const TdFigureScope *scope, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));

  for (guint i = 0; i < movement->targets->len; i++)
    {
      const TdTarget *target = td_movement_target (movement, i);
      TdStanding standing;

      if ((scope->area >= 0 && target->area != scope->area)
          || (target->goal == TD_DECIMAL_NONE && target->kind != TD_KIND_MILESTONE))
        continue;
      if (!td_standing_of_pool (scores, i, scope->block, &standing, error))
        return FALSE;
      self->n_targets++;
      self->standings[standing]++;
    }
  return TRUE;
}

/* The last period whose report was due. */
static int
find_period (const TdMovement *movement, TdDate as_of)
{
  int found = -1;

  for (guint i = 0; i < movement->periods->len; i++)
    {
      const TdPeriod *period = td_movement_period (movement, i);

      if (period->due <= as_of
          && (found < 0 || td_movement_period (movement, found)->due <= period->due))
        found = (int) i;
    }
  return found;
}

static void
count_reports (TdOverview *self, const TdScores *scores, const TdFigureScope *scope)
{
  const TdScoreData *data = td_scores_get_data (scores);
  const TdMovement *movement = td_score_data_get_movement (data);
  const TdPeriod *period;

  if (self->period < 0)
    return;
  period = td_movement_period (movement, self->period);
  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      if (!td_figure_scope_has_unit (scope, scores, unit)
          || !td_period_overlaps (period, td_movement_unit (movement, unit)))
        continue;
      for (guint target = 0; target < movement->targets->len; target++)
        {
          const TdTarget *description = td_movement_target (movement, target);
          const TdEntry *entries;
          guint n;

          if (description->frequency != TD_FREQUENCY_PERIOD
              || (scope->area >= 0 && description->area != scope->area)
              || !td_movement_applies (movement, target, unit))
            continue;
          self->owed++;
          entries = td_score_data_get_entries (data, unit, target, &n);
          for (guint i = 0; i < n; i++)
            if ((int) entries[i].period == self->period && entries[i].state != TD_ENTRY_DRAFT)
              self->reported++;
        }
    }
}

gboolean
td_overview_init (TdOverview *self, TdDesk *desk, const TdFigureScope *scope, GError **error)
{
  const TdScores *scores = td_desk_get_scores (desk);
  const TdMovement *movement = td_desk_get_movement (desk);

  *self = (TdOverview){ .index = TD_DECIMAL_NONE, .period = -1 };
  if (movement == NULL)
    return TRUE;
  self->index = td_maker_index_of_all (scores, scope);
  for (guint unit = 0; unit < movement->units->len; unit++)
    if (td_figure_scope_has_unit (scope, scores, unit))
      {
        self->filled += td_scores_get_unit (scores, unit)->filled;
        self->expected += td_scores_get_unit (scores, unit)->expected;
      }
  self->period = find_period (movement, td_scores_get_as_of (scores));
  count_reports (self, scores, scope);
  return count_targets (self, scores, scope, error)
         && td_store_foreach (td_desk_get_store (desk), TD_TABLE_NOMINATIONS, movement->id,
                              count_nomination, self, error);
}
