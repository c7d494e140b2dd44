/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures over the periods, each on the day on which it is looked at (td_desk_get_period_day()). */
#define G_LOG_DOMAIN "thidua-figures"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "figures/td-figures-private.h"

/* Scores of each period, NULL for those that lie ahead. */
typedef struct
{
  const TdScores **scores;
  const char **names;
  guint n;
} Course;

static void
course_clear (Course *self)
{
  g_free (self->scores);
  g_free (self->names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Course, course_clear)

static gboolean
fill_course (TdFigureMaker *self, Course *course, GError **error)
{
  const TdMovement *movement = self->movement;
  TdDate as_of = td_scores_get_as_of (self->scores);

  course->n = movement->periods->len;
  course->scores = g_new0 (const TdScores *, course->n + 1);
  course->names = g_new0 (const char *, course->n + 1);
  for (guint i = 0; i < course->n; i++)
    {
      const TdPeriod *period = td_movement_period (movement, i);

      course->names[i] = period->name;
      if (period->ends > as_of)
        continue;
      course->scores[i] =
          td_desk_get_scores_at (self->desk, td_desk_get_period_day (self->desk, i), error);
      if (course->scores[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static TdChartValue
value_at (TdFigureMaker *self, const Course *course, guint period, TdDecimal value, TdId unit)
{
  TdChartValue out =
      td_maker_value (self, value, unit, td_movement_period (self->movement, period)->id);

  if (course->scores[period] == NULL)
    out.state = TD_CHART_STATE_NOT_DUE;
  return out;
}

/* A unit's total at each period. */
static TdChartValue *
unit_course (TdFigureMaker *self, const Course *course, guint unit)
{
  TdChartValue *values = g_new0 (TdChartValue, course->n + 1);

  for (guint i = 0; i < course->n; i++)
    values[i] = value_at (self, course, i,
                          course->scores[i] != NULL ? td_maker_total (course->scores[i], unit, -1)
                                                    : TD_DECIMAL_NONE,
                          td_movement_unit (self->movement, unit)->id);
  return values;
}

static TdChartValue *
scope_course (TdFigureMaker *self, const Course *course, const TdFigureScope *scope)
{
  TdChartValue *values = g_new0 (TdChartValue, course->n + 1);

  for (guint i = 0; i < course->n; i++)
    values[i] =
        value_at (self, course, i,
                  course->scores[i] != NULL ? td_maker_index_of_all (course->scores[i], scope)
                                            : TD_DECIMAL_NONE,
                  0);
  return values;
}

static void
add_series (GArray *all, GPtrArray *owned, const char *name, TdChartValue *values,
            gboolean emphasis, gboolean reference)
{
  TdChartSeries series = { name, values, emphasis, reference };

  g_ptr_array_add (owned, values);
  g_array_append_val (all, series);
}

/* --- lines ---------------------------------------------------------------------------------------- */

/* A target's value over the periods: pooled, and of the unit asked for. */
static gboolean
add_target (TdFigureMaker *self, const Course *course, GArray *all, GPtrArray *owned,
            TdChartSeries *goal, GError **error)
{
  guint target = (guint) self->scope.target;
  const TdTarget *description = td_movement_target (self->movement, target);
  TdChartValue *pooled = g_new0 (TdChartValue, course->n + 1), *goals;
  TdChartValue *own = g_new0 (TdChartValue, course->n + 1);

  add_series (all, owned,
              self->scope.block >= 0 ? td_movement_block (self->movement, self->scope.block)
                                     : _ ("All units"),
              pooled, self->scope.unit < 0, FALSE);
  if (self->scope.unit >= 0)
    add_series (all, owned, td_movement_unit (self->movement, self->scope.unit)->short_name, own,
                TRUE, FALSE);
  else
    g_ptr_array_add (owned, own);
  for (guint i = 0; i < course->n; i++)
    {
      TdDecimal value = TD_DECIMAL_NONE, unit_value = TD_DECIMAL_NONE;
      TdWide num, den;
      TdPooled sum;
      const TdCellScore *cell;

      if (course->scores[i] != NULL)
        {
          if (!td_scores_pool (course->scores[i], target, self->scope.block, &sum, error))
            return FALSE;
          if (sum.units_counted > 0 && td_pooled_get_value (&sum, description->kind, &num, &den)
              && !td_shown_value (num, den, description, self->movement->decimals, &value))
            value = TD_DECIMAL_NONE;
          if (self->scope.unit >= 0 && description->kind != TD_KIND_MILESTONE)
            {
              cell = td_scores_get_cell (course->scores[i], (guint) self->scope.unit, target);
              if (cell->state == TD_STATE_VALUE
                  && !td_cell_score_get_shown_value (cell, description, self->movement->decimals,
                                                     &unit_value))
                unit_value = TD_DECIMAL_NONE;
            }
        }
      pooled[i] = value_at (self, course, i, value, 0);
      own[i] = value_at (
          self, course, i, unit_value,
          self->scope.unit >= 0 ? td_movement_unit (self->movement, self->scope.unit)->id : 0);
    }
  /* The goal of an amount is each unit's own. */
  if (description->goal != TD_DECIMAL_NONE && description->kind == TD_KIND_RATIO)
    {
      goals = g_new0 (TdChartValue, course->n + 1);
      for (guint i = 0; i < course->n; i++)
        goals[i] = td_maker_value (self, description->goal, 0, 0);
      g_ptr_array_add (owned, goals);
      goal->name = _ ("goal");
      goal->values = goals;
    }
  return TRUE;
}

TdChart *
td_figure_lines (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  g_auto (Course) course = { NULL };
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (TdChartSeries));
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  TdChartSeries goal = { 0 };
  TdChartLines data = { 0 };
  TdFigureScope scope = self->scope;
  const char *title = _ ("Course of the index");

  if (!fill_course (self, &course, error))
    return NULL;
  if (self->scope.target >= 0)
    {
      const TdTarget *target = td_movement_target (movement, self->scope.target);

      if (!add_target (self, &course, all, owned, &goal, error))
        return NULL;
      title = td_maker_target_name (self, (guint) self->scope.target);
      data.axis.unit = target->kind == TD_KIND_AMOUNT ? target->unit_of_measure : "%";
      data.axis.from_zero = TRUE;
    }
  else if (self->scope.unit >= 0)
    {
      const TdUnit *unit = td_movement_unit (movement, self->scope.unit);

      add_series (all, owned, unit->short_name,
                  unit_course (self, &course, (guint) self->scope.unit), TRUE, FALSE);
      scope.block = unit->block;
      add_series (all, owned, td_movement_block (movement, unit->block),
                  scope_course (self, &course, &scope), FALSE, TRUE);
      title = td_maker_take (self, g_strdup_printf (_ ("Course of %s"), unit->name));
    }
  else
    {
      add_series (all, owned,
                  self->scope.block >= 0 ? td_movement_block (movement, scope.block)
                                         : _ ("All units"),
                  scope_course (self, &course, &scope), TRUE, FALSE);
      for (guint i = 0;
           i < movement->blocks->len && self->scope.block < 0 && movement->blocks->len > 1; i++)
        {
          scope.block = (int) i;
          add_series (all, owned, td_movement_block (movement, i),
                      scope_course (self, &course, &scope), FALSE, FALSE);
        }
    }
  data.periods = course.names;
  data.n_periods = course.n;
  data.series = (const TdChartSeries *) all->data;
  data.n_series = all->len;
  data.goal = goal.values != NULL ? &goal : NULL;
  td_maker_head (self, &data.head, title);
  return td_chart_new_lines (&data);
}

/* --- bump ----------------------------------------------------------------------------------------- */

/* So many units stand out by how far they moved. */
#define MOVERS 6

typedef struct
{
  guint row;
  guint moved;
} Move;

static int
compare_moves (const void *a, const void *b)
{
  const Move *x = a, *y = b;

  if (x->moved != y->moved)
    return x->moved < y->moved ? 1 : -1;
  return (x->row > y->row) - (x->row < y->row);
}

TdChart *
td_figure_bump (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  g_auto (Course) course = { NULL };
  guint n = self->units->len;
  g_autofree TdChartSeries *series = g_new0 (TdChartSeries, n + 1);
  g_autofree TdChartValue *values = NULL;
  g_autofree Move *moves = g_new0 (Move, n + 1);
  TdChartBump data = { 0 };

  if (!fill_course (self, &course, error))
    return NULL;
  values = g_new0 (TdChartValue, (gsize) n * course.n + 1);
  for (guint i = 0; i < n; i++)
    {
      guint unit = td_maker_unit (self, i), last = 0;

      series[i].name = td_movement_unit (movement, unit)->short_name;
      series[i].values = &values[(gsize) i * course.n];
      series[i].emphasis = (int) unit == self->scope.unit || (self->scope.unit < 0 && n <= MOVERS);
      moves[i].row = i;
      for (guint period = 0; period < course.n; period++)
        {
          TdChartValue *value = &values[(gsize) i * course.n + period];
          const TdUnitScore *score = course.scores[period] != NULL
                                         ? td_scores_get_unit (course.scores[period], unit)
                                         : NULL;
          guint rank = score == NULL            ? 0
                       : self->scope.block >= 0 ? score->rank
                                                : score->overall_rank;

          *value = value_at (self, &course, period, TD_DECIMAL_NONE,
                             td_movement_unit (movement, unit)->id);
          if (rank == 0 || td_maker_total (course.scores[period], unit, -1) == TD_DECIMAL_NONE)
            continue;
          value->known = TRUE;
          value->state = TD_CHART_STATE_VALUE;
          value->number = rank;
          if (last != 0)
            moves[i].moved = rank > last ? rank - last : last - rank;
          last = rank;
        }
    }
  if (self->scope.unit < 0 && n > MOVERS)
    {
      qsort (moves, n, sizeof (Move), compare_moves);
      for (guint i = 0; i < MOVERS; i++)
        series[moves[i].row].emphasis = moves[i].moved > 0;
    }
  data.periods = course.names;
  data.n_periods = course.n;
  data.series = series;
  data.n_series = n;
  td_maker_head (self, &data.head, _ ("Ranks over the periods"));
  return td_chart_new_bump (&data);
}

/* --- spark ---------------------------------------------------------------------------------------- */

TdChart *
td_figure_spark (TdFigureMaker *self, GError **error)
{
  g_auto (Course) course = { NULL };
  g_autofree TdChartValue *values = NULL;
  int unit = self->scope.unit;
  TdChartSpark data = { 0 };

  if (!fill_course (self, &course, error))
    return NULL;
  values = unit >= 0 ? unit_course (self, &course, (guint) unit)
                     : scope_course (self, &course, &self->scope);
  data.periods = course.names;
  data.n_periods = course.n;
  data.series.name =
      unit >= 0 ? td_movement_unit (self->movement, unit)->short_name : _ ("All units");
  data.series.values = values;
  data.no_text = self->scope.bare;
  td_maker_head (self, &data.head,
                 unit >= 0 ? td_movement_unit (self->movement, unit)->name : _ ("All units"));
  return td_chart_new_spark (&data);
}
