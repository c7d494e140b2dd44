/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that have a row for each target, and the one of the nominations. */
#define G_LOG_DOMAIN "thidua-figures"

#include <glib/gi18n-lib.h>

#include "figures/td-figures-private.h"
#include "scoring/td-standing.h"

static const TdChartState standing_states[TD_N_STANDINGS] = {
  [TD_STANDING_NONE] = TD_CHART_STATE_VALUE,        [TD_STANDING_MET] = TD_CHART_STATE_MET,
  [TD_STANDING_ON_TRACK] = TD_CHART_STATE_ON_TRACK, [TD_STANDING_AT_RISK] = TD_CHART_STATE_AT_RISK,
  [TD_STANDING_BEHIND] = TD_CHART_STATE_BEHIND,     [TD_STANDING_OVERDUE] = TD_CHART_STATE_OVERDUE,
};

/* --- bullets -------------------------------------------------------------------------------------- */

/* A number of the axis, percent of the goal, with the words of what it stands for. */
static TdChartValue
percent (TdFigureMaker *self, double number, char *words)
{
  TdChartValue out = TD_CHART_NUMBER (number);

  out.text = td_maker_take (self, words);
  return out;
}

static char *
pooled_words (const TdTarget *target, const TdPooled *pooled, TdDecimal value)
{
  g_autofree char *text = td_decimal_format (value, TD_STYLE_VIETNAMESE);

  if (target->kind == TD_KIND_AMOUNT)
    return *target->unit_of_measure != '\0'
               ? g_strdup_printf ("%s %s", text, target->unit_of_measure)
               : g_steal_pointer (&text);
  if (target->kind == TD_KIND_MILESTONE)
    return g_strdup_printf (_ ("%u of %u units"), (guint) (pooled->done / TD_DECIMAL_SCALE),
                            (guint) (pooled->due / TD_DECIMAL_SCALE));
  return g_strdup_printf ("%s %%", text);
}

/* What part of the way should be gone by now; FALSE for a target that has no pace. */
static gboolean
pace_share (TdFigureMaker *self, const TdTarget *target, double *out)
{
  int whole = target->due - self->movement->starts;
  int gone = td_scores_get_as_of (self->scores) - self->movement->starts;

  if (target->kind == TD_KIND_MILESTONE || target->pace != TD_PACE_BUILD
      || target->due == TD_DATE_NONE || target->direction != TD_DIRECTION_HIGHER)
    return FALSE;
  *out = whole <= 0 ? 1 : CLAMP ((double) gone / whole, 0, 1);
  return TRUE;
}

static gboolean
make_bullet (TdFigureMaker *self, guint index, TdChartBullet *bullet, GError **error)
{
  const TdTarget *target = td_movement_target (self->movement, index);
  TdPooled pooled;
  TdStanding standing;
  TdWide num, den;
  TdDecimal value;
  double goal, share;

  bullet->name = td_maker_target_name (self, index);
  bullet->value = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_MISSING);
  bullet->value.key.second = target->id;
  bullet->goal = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_NOT_APPLICABLE);
  bullet->pace = (TdChartValue) TD_CHART_BLANK (TD_CHART_STATE_NOT_APPLICABLE);
  if (!td_scores_pool (self->scores, index, self->scope.block, &pooled, error)
      || !td_standing_of_pool (self->scores, index, self->scope.block, &standing, error))
    return FALSE;
  bullet->note =
      td_maker_take (self, g_strdup_printf (_ ("%u of %u units counted"), pooled.units_counted,
                                            pooled.units_expected));
  if (pooled.units_counted == 0 || !td_pooled_get_value (&pooled, target->kind, &num, &den)
      || !td_shown_value (num, den, target, self->movement->decimals, &value))
    return TRUE;
  if (target->kind == TD_KIND_MILESTONE)
    goal = 100;
  else if (target->goal == TD_DECIMAL_NONE || target->goal <= 0)
    return TRUE;
  else
    goal = td_maker_number (target->goal)
           * (target->kind == TD_KIND_AMOUNT ? pooled.units_counted : 1);
  bullet->value =
      percent (self, 100 * td_maker_number (value) / goal, pooled_words (target, &pooled, value));
  bullet->value.state = standing_states[standing];
  bullet->value.key.second = target->id;
  bullet->goal = percent (self, 100, g_strdup (_ ("goal")));
  if (pace_share (self, target, &share))
    bullet->pace = percent (self, 100 * share, g_strdup (_ ("where it should be by now")));
  return TRUE;
}

TdChart *
td_figure_bullets (TdFigureMaker *self, GError **error)
{
  g_autofree TdChartBullet *bullets = g_new0 (TdChartBullet, self->targets->len + 1);
  TdChartBullets data = { 0 };

  for (guint i = 0; i < self->targets->len; i++)
    {
      guint target = td_maker_target (self, i);

      /* Points that are given add up to no value of a group. */
      if (td_movement_target (self->movement, target)->kind == TD_KIND_RATING)
        continue;
      if (!make_bullet (self, target, &bullets[data.n_bullets++], error))
        return NULL;
    }
  data.bullets = bullets;
  data.axis.name = _ ("Percent of the goal");
  data.axis.unit = "%";
  /* A target reached twice over must not press the others together. */
  data.axis.has_to = TRUE;
  data.axis.to = 100;
  td_maker_head (self, &data.head, _ ("Targets against goal and pace"));
  return td_chart_new_bullets (&data);
}

/* --- stack ---------------------------------------------------------------------------------------- */

TdChart *
td_figure_stack (TdFigureMaker *self, GError **error)
{
  /* From good to bad; %TD_CHART_STATE_NOT_APPLICABLE is left out. */
  static const TdChartState order[] = {
    TD_CHART_STATE_MET,     TD_CHART_STATE_ON_TRACK,     TD_CHART_STATE_VALUE,
    TD_CHART_STATE_AT_RISK, TD_CHART_STATE_BEHIND,       TD_CHART_STATE_OVERDUE,
    TD_CHART_STATE_PENDING, TD_CHART_STATE_REJECTED,     TD_CHART_STATE_MISSING,
    TD_CHART_STATE_NOT_DUE, TD_CHART_STATE_NONE_ARISING,
  };
  guint n_targets = self->targets->len, n_parts = 0;
  g_autofree guint *counts = g_new0 (guint, (gsize) n_targets * TD_CHART_N_STATES + 1);
  g_autofree TdChartValue *values =
      g_new0 (TdChartValue, (gsize) n_targets * G_N_ELEMENTS (order) + 1);
  g_autofree TdChartStackRow *rows = g_new0 (TdChartStackRow, n_targets + 1);
  TdChartPart parts[G_N_ELEMENTS (order)] = { 0 };
  TdChartStack data = { 0 };

  for (guint i = 0; i < n_targets; i++)
    for (guint j = 0; j < self->units->len; j++)
      {
        guint target = td_maker_target (self, i), unit = td_maker_unit (self, j);
        const TdCellScore *cell = td_scores_get_cell (self->scores, unit, target);
        TdChartState state = cell->state == TD_STATE_VALUE
                                 ? standing_states[td_standing_of_cell (self->scores, unit, target)]
                                 : td_maker_cell_state (cell->state);

        counts[(gsize) i * TD_CHART_N_STATES + state]++;
      }
  for (guint part = 0; part < G_N_ELEMENTS (order); part++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < n_targets && !used; i++)
        used = counts[(gsize) i * TD_CHART_N_STATES + order[part]] > 0;
      if (used)
        parts[n_parts++].state = order[part];
    }
  for (guint i = 0; i < n_targets; i++)
    {
      guint target = td_maker_target (self, i);

      rows[i].name = td_maker_target_name (self, target);
      rows[i].counts = &values[(gsize) i * n_parts];
      for (guint part = 0; part < n_parts; part++)
        {
          TdChartValue *value = &values[(gsize) i * n_parts + part];

          *value = (TdChartValue) TD_CHART_NUMBER (
              counts[(gsize) i * TD_CHART_N_STATES + parts[part].state]);
          value->key.second = td_movement_target (self->movement, target)->id;
        }
    }
  data.parts = parts;
  data.n_parts = n_parts;
  data.rows = rows;
  data.n_rows = n_targets;
  data.axis.whole = TRUE;
  data.axis.unit = _ ("units");
  td_maker_head (self, &data.head, _ ("How units stand on each target"));
  return td_chart_new_stack (&data);
}

/* --- nominations ---------------------------------------------------------------------------------- */

enum
{
  STATE_DRAFT,
  STATE_PROPOSED,
  STATE_REVIEWED,
  STATE_SUBMITTED,
  STATE_GRANTED,
  N_STEPS,
  MAX_STATES = 16,
};

static gboolean
count_nomination (const TdRecord *record, gpointer data)
{
  guint *counts = data;
  gint64 state = td_record_get_number (record, TD_NOMINATION_STATE, 0);

  if (state >= 0 && state < MAX_STATES)
    counts[state]++;
  return TRUE;
}

TdChart *
td_figure_funnel (TdFigureMaker *self, GError **error)
{
  static const char *const steps[N_STEPS] = { N_ ("Drawn up"), N_ ("Proposed"), N_ ("Reviewed"),
                                              N_ ("Submitted"), N_ ("Granted") };
  const TdField *field = &td_table_get (TD_TABLE_NOMINATIONS)->fields[TD_NOMINATION_STATE];
  guint counts[MAX_STATES] = { 0 }, left = 0, all = 0;
  g_autoptr (GString) gone = g_string_new (NULL);
  TdChartStage stages[N_STEPS] = { 0 };
  TdChartFunnel data = { 0 };

  if (!td_store_foreach (td_desk_get_store (self->desk), TD_TABLE_NOMINATIONS, self->movement->id,
                         count_nomination, counts, error))
    return NULL;
  for (guint state = 0; state < MAX_STATES; state++)
    all += counts[state];
  for (guint state = N_STEPS; state < MAX_STATES && field->choices[state].code != NULL; state++)
    if (counts[state] > 0)
      g_string_append_printf (gone, "%s%u %s", gone->len > 0 ? ", " : "", counts[state],
                              _ (field->choices[state].title));
  for (guint step = 0; step < N_STEPS; step++)
    {
      guint here = 0;

      for (guint state = step; state < N_STEPS; state++)
        here += counts[state];
      stages[step].name = _ (steps[step]);
      stages[step].value = (TdChartValue) TD_CHART_NUMBER (step == 0 ? all : here);
      left += step == 0 ? all - here : 0;
    }
  if (left > 0)
    stages[STATE_PROPOSED].note = td_maker_take (self, g_strdup (gone->str));
  data.stages = stages;
  data.n_stages = all > 0 ? N_STEPS : 0;
  data.axis.whole = TRUE;
  data.axis.unit = _ ("nominations");
  g_array_set_size (self->units, 0); /* coverage says nothing about nominations */
  td_maker_head (self, &data.head, _ ("Nominations, step by step"));
  data.head.source = NULL;
  return td_chart_new_funnel (&data);
}
