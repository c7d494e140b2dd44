/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a target's rule: from every value to its points, by the engine that scores. */
#define G_LOG_DOMAIN "thidua-figures"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "base/td-fraction.h"
#include "figures/td-figures-private.h"
#include "model/td-rules.h"

/* So many values at most are looked at between the lowest and the highest. */
#define MAX_SAMPLES 100
/* Days before and after the day on which a milestone is due, which so gets a name under the plot. */
#define DAYS_AROUND 24

/**
 * Range:
 *
 * The values looked at: @from, @from + @step, … @from + (@n − 1) · @step; ten-thousandths, or days.
 */
typedef struct
{
  TdDecimal from;
  TdDecimal step;
  guint n;
} Range;

static void
widen (TdDecimal value, TdDecimal *low, TdDecimal *high)
{
  if (value == TD_DECIMAL_NONE)
    return;
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* Round numbers from @low to @high: steps of 1, 2 or 5 times a power of ten. */
static void
set_round_range (Range *range, TdDecimal low, TdDecimal high)
{
  static const int firsts[] = { 1, 2, 5 };
  TdWide power = 1, wide_low = low, wide_high = high;

  for (;; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
      {
        TdWide step = power * firsts[i];
        /* Down and up to whole steps, below zero too. */
        TdWide from = wide_low >= 0 ? wide_low / step : -((-wide_low + step - 1) / step);
        TdWide to = wide_high >= 0 ? (wide_high + step - 1) / step : -(-wide_high / step);

        if (to - from > MAX_SAMPLES)
          continue;
        range->from = (TdDecimal) (from * step);
        range->step = (TdDecimal) step;
        range->n = (guint) (to - from) + 1;
        return;
      }
}

static void
find_range (const TdTarget *target, Range *range)
{
  TdDecimal low = 0, high = 0, margin;

  if (target->kind == TD_KIND_MILESTONE)
    {
      *range = (Range){ target->due - DAYS_AROUND, 1, 2 * DAYS_AROUND + 1 };
      return;
    }
  if (target->kind == TD_KIND_RATIO)
    high = TD_DECIMAL (100);
  if (target->kind == TD_KIND_RATING)
    high = target->max_points;
  widen (target->goal, &low, &high);
  widen (target->rule == TD_RULE_LINEAR ? target->floor : TD_DECIMAL_NONE, &low, &high);
  for (guint i = 0; target->rule == TD_RULE_STEPS && i < target->n_steps; i++)
    widen (target->steps[i].threshold, &low, &high);
  /* An amount may go beyond what the rule names. */
  if (target->kind == TD_KIND_AMOUNT)
    {
      margin = MAX ((high - low) / 5, 1);
      high += margin;
      low -= low < 0 ? margin : 0;
    }
  if (high == low)
    high = low + TD_DECIMAL_SCALE;
  set_round_range (range, low, high);
}

static char *
value_words (const TdTarget *target, TdDecimal value)
{
  g_autofree char *text = td_decimal_format (value, TD_STYLE_VIETNAMESE);

  return target->kind == TD_KIND_RATIO ? g_strconcat (text, "%", NULL) : g_steal_pointer (&text);
}

static const char *
value_title (const TdTarget *target)
{
  if (target->kind == TD_KIND_RATIO)
    return _ ("From the percentage to the points");
  return target->kind == TD_KIND_RATING ? _ ("From the rating to the points")
                                        : _ ("From the amount to the points");
}

/* What a value is worth; the text is owned by @texts. */
static TdChartValue
points_of (const TdTarget *target, TdDecimal value, guint decimals, GPtrArray *texts)
{
  TdChartValue out = TD_CHART_BLANK (TD_CHART_STATE_NOT_APPLICABLE);
  TdDecimal points;
  TdFraction share;

  if (!td_target_share (target, value, 1, &share)
      || !td_fraction_init (&share, share.num, share.den)
      || !td_fraction_scale (share, target->max_points, decimals, TD_ROUND_HALF_AWAY, &points))
    return out;
  out = (TdChartValue) TD_CHART_NUMBER (td_maker_number (points));
  out.text = td_decimal_format_fixed (points, decimals, TD_STYLE_VIETNAMESE);
  g_ptr_array_add (texts, (gpointer) out.text);
  return out;
}

static void
set_points_axis (const TdTarget *target, TdChartAxis *axis)
{
  axis->name = _ ("Points");
  axis->from_zero = TRUE;
  axis->has_to = TRUE;
  axis->to = td_maker_number (target->max_points);
}

/* Days are periods of a line. */
static TdChart *
draw_days (const TdTarget *target, guint decimals, const Range *range, const char *const *notes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree TdChartValue *values = g_new0 (TdChartValue, range->n);
  g_autofree const char **names = g_new0 (const char *, range->n + 1);
  TdChartSeries series = { _ ("Points"), values, TRUE, FALSE };
  TdChartLines data = { 0 };

  for (guint i = 0; i < range->n; i++)
    {
      TdDecimal day = range->from + (TdDecimal) i;
      char *name = td_date_format ((TdDate) day, TD_STYLE_VIETNAMESE);

      g_ptr_array_add (texts, name);
      names[i] = name;
      values[i] = points_of (target, day, decimals, texts);
    }
  data.head.title = _ ("From the day it is done to the points");
  data.head.notes = notes;
  set_points_axis (target, &data.axis);
  data.periods = names;
  data.n_periods = range->n;
  data.series = &series;
  data.n_series = 1;
  return td_chart_new_lines (&data);
}

/* Values are dots: a line would slope where a step jumps. */
static TdChart *
draw_values (const TdTarget *target, guint decimals, const Range *range, const char *const *notes)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree TdChartDot *dots = g_new0 (TdChartDot, range->n);
  TdChartScatter data = { 0 };

  for (guint i = 0; i < range->n; i++)
    {
      TdDecimal value = range->from + (TdDecimal) i * range->step;
      char *words = value_words (target, value);

      g_ptr_array_add (texts, words);
      dots[i].name = words;
      dots[i].x = (TdChartValue) TD_CHART_NUMBER (td_maker_number (value));
      dots[i].x.text = words;
      dots[i].y = points_of (target, value, decimals, texts);
    }
  data.head.title = value_title (target);
  data.head.notes = notes;
  data.x_axis.has_from = data.x_axis.has_to = TRUE;
  data.x_axis.from = td_maker_number (range->from);
  data.x_axis.to = td_maker_number (range->from + (TdDecimal) (range->n - 1) * range->step);
  data.x_axis.name = target->kind == TD_KIND_RATIO ? _ ("Percentage") : NULL;
  data.x_axis.unit = target->kind == TD_KIND_RATIO ? "%" : target->unit_of_measure;
  set_points_axis (target, &data.y_axis);
  data.dots = dots;
  data.n_dots = range->n;
  return td_chart_new_scatter (&data);
}

static TdChart *
draw (const TdTarget *target, guint decimals)
{
  Range range;
  g_autofree char *note = g_strdup_printf (_ ("No report when one is due: %s."),
                                           target->if_missing == TD_IF_MISSING_ZERO
                                               ? _ ("no points")
                                               : _ ("the target is left out of the maximum"));
  const char *notes[] = { note, NULL };

  find_range (target, &range);
  return target->kind == TD_KIND_MILESTONE ? draw_days (target, decimals, &range, notes)
                                           : draw_values (target, decimals, &range, notes);
}

TdChart *
td_figure_new_for_rule (const TdRecord *target, guint decimals)
{
  TdRuleContext context = { decimals, TD_KIND_RATIO, 0 };
  g_autoptr (TdMovement) movement = NULL;

  g_return_val_if_fail (target->table->id == TD_TABLE_TARGETS, NULL);
  if (!td_record_check (target, &context, NULL, NULL))
    return NULL;
  movement = td_movement_new ();
  td_movement_add_target (movement, target);
  return draw (td_movement_target (movement, 0), decimals);
}
