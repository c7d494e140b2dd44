/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-figures"

#include "figures/td-figures.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"
#include "desk/td-why.h"
#include "figures/td-figures-private.h"

static const struct
{
  const char *name;
  const char *title;
  const char *arguments;
  TdChart *(*make) (TdFigureMaker *self, GError **error);
} kinds[] = {
  [TD_FIGURE_BARS] = { "bars", N_ ("Totals of the units"), N_ ("[BLOCK|CATEGORY] [AREA]"),
                       td_figure_bars },
  [TD_FIGURE_BULLETS] = { "bullets", N_ ("Targets against goal and pace"),
                          N_ ("[BLOCK|CATEGORY] [AREA]"), td_figure_bullets },
  [TD_FIGURE_HEAT] = { "heat", N_ ("Units and targets"), N_ ("[BLOCK|CATEGORY] [AREA]"),
                       td_figure_heat },
  [TD_FIGURE_LINES] = { "lines", N_ ("Course over the periods"),
                        N_ ("[BLOCK|CATEGORY] [UNIT] [TARGET]"), td_figure_lines },
  [TD_FIGURE_BUMP] = { "bump", N_ ("Ranks over the periods"), N_ ("[BLOCK|CATEGORY] [UNIT]"),
                       td_figure_bump },
  [TD_FIGURE_RADAR] = { "radar", N_ ("A unit by area, against its block's median"),
                        N_ ("[UNIT], else the first in the ranking"), td_figure_radar },
  [TD_FIGURE_STACK] = { "stack", N_ ("How units stand on each target"),
                        N_ ("[BLOCK|CATEGORY] [AREA]"), td_figure_stack },
  [TD_FIGURE_FUNNEL] = { "funnel", N_ ("Nominations, step by step"), "", td_figure_funnel },
  [TD_FIGURE_SPARK] = { "spark", N_ ("The total over the periods, small"),
                        N_ ("[UNIT], else all together; [BLOCK] or [CATEGORY]"), td_figure_spark },
  [TD_FIGURE_SCATTER] = { "scatter", N_ ("Self score against appraised score"),
                          N_ ("[BLOCK|CATEGORY] [UNIT]"), td_figure_scatter },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == TD_N_FIGURES);

const char *
td_figure_name (TdFigureKind kind)
{
  return kinds[kind].name;
}

const char *
td_figure_title (TdFigureKind kind)
{
  return kinds[kind].title;
}

const char *
td_figure_arguments (TdFigureKind kind)
{
  return kinds[kind].arguments;
}

gboolean
td_figure_by_name (const char *name, TdFigureKind *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      {
        *out = (TdFigureKind) i;
        return TRUE;
      }
  return FALSE;
}

/* --- scope ---------------------------------------------------------------------------------------- */

gboolean
td_figure_scope_take (TdFigureScope *scope, const TdMovement *movement, const char *word,
                      GError **error)
{
  int unit = td_movement_find_unit_code (movement, word);
  int target = td_movement_find_target_code (movement, word);
  g_autofree char *folded = td_text_fold (word);

  if (unit >= 0)
    {
      scope->unit = unit;
      return TRUE;
    }
  if (target >= 0)
    {
      scope->target = target;
      return TRUE;
    }
  for (guint i = 0; i < movement->areas->len; i++)
    if (strcmp (td_movement_area (movement, i)->code, word) == 0)
      {
        scope->area = (int) i;
        return TRUE;
      }
  for (guint i = 0; i < movement->categories->len; i++)
    if (strcmp (td_movement_category (movement, i)->code, word) == 0)
      {
        scope->category = (int) i;
        return TRUE;
      }
  for (guint i = 0; i < movement->blocks->len; i++)
    {
      g_autofree char *name = td_text_fold (td_movement_block (movement, i));

      if (strcmp (name, folded) == 0)
        {
          scope->block = (int) i;
          return TRUE;
        }
    }
  g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
               _ ("“%s” is no unit, target, area, category or block of this movement"), word);
  return FALSE;
}

gboolean
td_figure_scope_has_unit (const TdFigureScope *scope, const TdScores *scores, guint unit)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdUnit *description = td_movement_unit (movement, unit);

  return td_scores_get_unit (scores, unit)->takes_part
         && (scope->block < 0 || description->block == scope->block)
         && (scope->category < 0 || description->category == scope->category);
}

/* --- makers --------------------------------------------------------------------------------------- */

const char *
td_maker_take (TdFigureMaker *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->texts, text != NULL ? text : "");

  g_free (text);
  return kept;
}

void
td_maker_note (TdFigureMaker *self, char *text)
{
  g_ptr_array_add (self->notes, (gpointer) td_maker_take (self, text));
}

void
td_maker_head (TdFigureMaker *self, TdChartHead *head, const char *title)
{
  const TdMovement *movement = self->movement;
  GString *filters = g_string_new (NULL);
  guint filled = 0, expected = 0;

  memset (head, 0, sizeof *head);
  head->title = title;
  if (self->scope.block >= 0)
    g_string_append_printf (filters, _ ("block %s"),
                            td_movement_block (movement, self->scope.block));
  if (self->scope.category >= 0)
    {
      g_string_append (filters, filters->len > 0 ? "; " : "");
      g_string_append (filters, td_movement_category (movement, self->scope.category)->name);
    }
  if (self->scope.area >= 0)
    {
      g_string_append (filters, filters->len > 0 ? "; " : "");
      g_string_append (filters, td_movement_area (movement, self->scope.area)->name);
    }
  head->filters = filters->len > 0 ? g_string_chunk_insert (self->texts, filters->str) : NULL;
  g_string_free (filters, TRUE);

  for (guint i = 0; i < self->units->len; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (self->scores, td_maker_unit (self, i));

      filled += score->filled;
      expected += score->expected;
    }
  if (!self->scope.bare && expected > 0 && filled < expected)
    td_maker_note (self, g_strdup_printf (_ ("Coverage %u/%u: what is missing may still change "
                                             "this."),
                                          filled, expected));
  if (movement->illustrative)
    td_maker_note (self, g_strdup (_ ("The figures are made up, for illustration.")));
  if (self->notes->len > 0)
    {
      g_ptr_array_add (self->notes, NULL);
      head->notes = (const char *const *) self->notes->pdata;
    }
  if (self->scope.bare)
    {
      head->title = NULL;
      return;
    }
  head->source = td_scores_get_basis (self->scores) == TD_BASIS_SELF ? _ ("self score of the units")
                                                                     : _ ("appraised figures");
  head->as_of = td_maker_take (
      self, td_date_format (td_scores_get_as_of (self->scores), TD_STYLE_VIETNAMESE));
}

double
td_maker_number (TdDecimal value)
{
  return (double) value / TD_DECIMAL_SCALE;
}

TdChartValue
td_maker_value (TdFigureMaker *self, TdDecimal value, TdId first, TdId second)
{
  TdChartValue out = TD_CHART_BLANK (TD_CHART_STATE_MISSING);

  out.key.first = first;
  out.key.second = second;
  if (value == TD_DECIMAL_NONE)
    return out;
  out.known = TRUE;
  out.state = TD_CHART_STATE_VALUE;
  out.number = td_maker_number (value);
  out.text = td_maker_take (
      self, td_decimal_format_fixed (value, self->movement->decimals, TD_STYLE_VIETNAMESE));
  return out;
}

TdChartState
td_maker_cell_state (TdCellState state)
{
  static const TdChartState states[] = {
    [TD_STATE_NOT_APPLICABLE] = TD_CHART_STATE_NOT_APPLICABLE,
    [TD_STATE_VALUE] = TD_CHART_STATE_VALUE,
    [TD_STATE_NONE_ARISING] = TD_CHART_STATE_NONE_ARISING,
    [TD_STATE_PENDING] = TD_CHART_STATE_PENDING,
    [TD_STATE_REJECTED] = TD_CHART_STATE_REJECTED,
    [TD_STATE_NOT_DUE] = TD_CHART_STATE_NOT_DUE,
    [TD_STATE_MISSING] = TD_CHART_STATE_MISSING,
  };

  return states[state];
}

TdChartValue
td_maker_cell (TdFigureMaker *self, guint unit, guint target)
{
  const TdCellScore *cell = td_scores_get_cell (self->scores, unit, target);
  TdChartValue out = TD_CHART_BLANK (TD_CHART_STATE_MISSING);

  out.state = td_maker_cell_state (cell->state);
  out.key.first = td_movement_unit (self->movement, unit)->id;
  out.key.second = td_movement_target (self->movement, target)->id;
  if (cell->state != TD_STATE_VALUE)
    return out;
  out.known = TRUE;
  out.number = td_maker_number (cell->points);
  out.text = td_maker_take (self, td_cell_words (self->movement, cell, target));
  return out;
}

const char *
td_maker_target_name (TdFigureMaker *self, guint target)
{
  const TdTarget *description = td_movement_target (self->movement, target);

  return td_maker_take (self, g_strdup_printf ("%s. %s", description->code, description->name));
}

static gboolean
is_known (const TdScores *scores, guint unit, int area)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));

  for (guint i = 0; i < movement->targets->len; i++)
    {
      const TdTarget *target = td_movement_target (movement, i);

      if (area >= 0 && target->area != area)
        continue;
      switch (td_scores_get_cell (scores, unit, i)->state)
        {
        case TD_STATE_VALUE:
        case TD_STATE_NONE_ARISING:
        case TD_STATE_REJECTED:
          return TRUE;
        case TD_STATE_NOT_APPLICABLE:
        case TD_STATE_PENDING:
        case TD_STATE_NOT_DUE:
        case TD_STATE_MISSING:
        default:
          break;
        }
    }
  return FALSE;
}

TdDecimal
td_maker_total (const TdScores *scores, guint unit, int area)
{
  TdDecimal value = area >= 0 ? td_scores_get_area (scores, unit, (guint) area)->index
                              : td_scores_get_unit (scores, unit)->total;

  /* Points other than 0 come from somewhere: an adjustment. */
  return value != 0 || is_known (scores, unit, area) ? value : TD_DECIMAL_NONE;
}

TdDecimal
td_maker_index_of_all (const TdScores *scores, const TdFigureScope *scope)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  TdWide points = 0, max_points = 0, scaled;
  gboolean known = FALSE;
  TdDecimal out;

  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      if (!td_figure_scope_has_unit (scope, scores, unit))
        continue;
      known = known || is_known (scores, unit, scope->area);
      if (scope->area >= 0)
        {
          const TdAreaScore *area = td_scores_get_area (scores, unit, (guint) scope->area);

          points += area->points;
          max_points += area->max_points;
        }
      else
        {
          const TdUnitScore *score = td_scores_get_unit (scores, unit);

          points += score->points;
          max_points += score->max_points;
        }
    }
  if (!known || max_points == 0 || !td_wide_mul (points, 100 * TD_DECIMAL_SCALE, &scaled)
      || !td_round_value (scaled, max_points, movement->decimals, &out))
    return TD_DECIMAL_NONE;
  return out;
}

static int
compare_decimals (const void *a, const void *b)
{
  const TdDecimal *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

TdDecimal
td_maker_median (TdDecimal *values, guint n, guint digits)
{
  TdDecimal out;
  guint first = 0;

  if (n == 0)
    return TD_DECIMAL_NONE;
  qsort (values, n, sizeof (TdDecimal), compare_decimals);
  /* Blanks are below everything. */
  while (first < n && values[first] == TD_DECIMAL_NONE)
    first++;
  n -= first;
  if (n == 0)
    return TD_DECIMAL_NONE;
  if (n % 2 == 1)
    return values[first + n / 2];
  return td_round_value ((TdWide) values[first + n / 2 - 1] + values[first + n / 2], 2, digits,
                         &out)
             ? out
             : TD_DECIMAL_NONE;
}

static int
compare_by_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = td_scores_get_unit (data, *(const guint *) a)->overall_rank;
  guint y = td_scores_get_unit (data, *(const guint *) b)->overall_rank;

  /* Not ranked, which is 0, comes last. */
  return (x - 1 > y - 1) - (x - 1 < y - 1);
}

static void
fill (TdFigureMaker *self)
{
  guint n;
  /* By block and there by rank, equal ranks by name: a stable sort keeps that among equals. */
  const guint *ranking = td_scores_get_ranking (self->scores, &n);

  for (guint i = 0; i < n; i++)
    if (td_figure_scope_has_unit (&self->scope, self->scores, ranking[i]))
      g_array_append_val (self->units, ranking[i]);
  if (self->units->len > 1)
    g_qsort_with_data (self->units->data, (int) self->units->len, sizeof (guint), compare_by_rank,
                       (gpointer) self->scores);
  for (guint i = 0; i < self->movement->targets->len; i++)
    if (self->scope.area < 0 || td_movement_target (self->movement, i)->area == self->scope.area)
      g_array_append_val (self->targets, i);
}

/* Which rows of a chart are shown. */
typedef struct
{
  guint first;
  guint count;
} Part;

static void
cut (TdFigureMaker *self, TdFigureKind kind, const Part *part)
{
  GArray *rows = kind == TD_FIGURE_BULLETS ? self->targets : self->units;
  guint n, first;

  /* Those that have no row of their own take no room. */
  for (guint i = rows->len; kind == TD_FIGURE_BULLETS && i-- > 0;)
    if (td_movement_target (self->movement, g_array_index (rows, guint, i))->kind == TD_KIND_RATING)
      g_array_remove_index (rows, i);
  n = rows->len;
  first = MIN (part->first, n);
  if (n > part->count)
    td_maker_note (
        self, g_strdup_printf (_ ("%u to %u of %u."), first + 1, MIN (first + part->count, n), n));
  g_array_remove_range (rows, 0, first);
  if (rows->len > part->count)
    g_array_set_size (rows, part->count);
}

static TdChart *
make (TdDesk *desk, const TdScores *scores, gboolean trial, const Part *part, TdFigureKind kind,
      const TdFigureScope *scope, GError **error)
{
  TdFigureMaker maker = { .desk = desk, .scores = scores, .scope = *scope };
  TdChart *chart;

  if (scores == NULL)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("The file has no movement yet."));
      return NULL;
    }
  maker.movement = td_score_data_get_movement (td_scores_get_data (scores));
  maker.units = g_array_new (FALSE, FALSE, sizeof (guint));
  maker.targets = g_array_new (FALSE, FALSE, sizeof (guint));
  maker.texts = g_string_chunk_new (4096);
  maker.notes = g_ptr_array_new ();
  if (trial)
    td_maker_note (&maker, g_strdup (_ ("A trial: these are not the real figures.")));
  fill (&maker);
  if (part != NULL)
    cut (&maker, kind, part);
  chart = kinds[kind].make (&maker, error);
  g_array_unref (maker.units);
  g_array_unref (maker.targets);
  g_string_chunk_free (maker.texts);
  g_ptr_array_unref (maker.notes);
  return chart;
}

TdChart *
td_figure_new (TdDesk *desk, TdFigureKind kind, const TdFigureScope *scope, GError **error)
{
  return make (desk, td_desk_get_scores (desk), FALSE, NULL, kind, scope, error);
}

TdChart *
td_figure_new_part (TdDesk *desk, TdFigureKind kind, const TdFigureScope *scope, guint first,
                    guint count, GError **error)
{
  Part part = { first, count };

  return make (desk, td_desk_get_scores (desk), FALSE, &part, kind, scope, error);
}

gboolean
td_figure_has_trial (TdFigureKind kind)
{
  return kind == TD_FIGURE_BARS || kind == TD_FIGURE_BULLETS || kind == TD_FIGURE_HEAT
         || kind == TD_FIGURE_RADAR || kind == TD_FIGURE_STACK;
}

TdChart *
td_figure_new_for_trial (TdDesk *desk, const TdScores *trial, TdFigureKind kind,
                         const TdFigureScope *scope, GError **error)
{
  if (!td_figure_has_trial (kind))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("A trial has no other day to compare with."));
      return NULL;
    }
  return make (desk, trial, TRUE, NULL, kind, scope, error);
}
