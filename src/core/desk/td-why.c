/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-why.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "base/td-date.h"
#include "model/td-rules.h"

typedef struct
{
  TdDesk *desk;
  const TdScores *scores;
  const TdMovement *movement;
  GPtrArray *steps;
} Why;

void
td_why_step_free (TdWhyStep *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->value);
  g_free (self->note);
  g_free (self);
}

/* Takes the strings over; NULL is "". */
static TdWhyStep *
add_step (Why *why, guint level, char *what, char *value, char *note)
{
  TdWhyStep *step = g_new0 (TdWhyStep, 1);

  step->level = level;
  step->what = what;
  step->value = value != NULL ? value : g_strdup ("");
  step->note = note != NULL ? note : g_strdup ("");
  step->unit = step->target = step->period = -1;
  g_ptr_array_add (why->steps, step);
  return step;
}

static char *
show (TdDecimal value)
{
  return td_decimal_format (value, TD_STYLE_VIETNAMESE);
}

static char *
show_points (const TdMovement *movement, TdDecimal value)
{
  return td_decimal_format_fixed (value, movement->decimals, TD_STYLE_VIETNAMESE);
}

static char *
show_date (TdDate date)
{
  return td_date_format (date, TD_STYLE_VIETNAMESE);
}

/* --- figures -------------------------------------------------------------------------------------- */

char *
td_figures_words (const TdFigures *figures, TdKind kind)
{
  if (kind == TD_KIND_MILESTONE)
    return figures->first == TD_DECIMAL_NONE ? g_strdup (_ ("not done yet"))
                                             : show_date (td_figures_get_date (figures));
  if (figures->first == TD_DECIMAL_NONE)
    return g_strdup ("");
  if (kind == TD_KIND_RATIO)
    {
      g_autofree char *done = show (figures->first), *due = show (figures->second);

      return g_strdup_printf ("%s/%s", done, due);
    }
  return show (figures->first);
}

char *
td_cell_words (const TdMovement *movement, const TdCellScore *cell, guint target)
{
  const TdTarget *description = td_movement_target (movement, target);
  g_autofree char *number = NULL;
  TdDecimal value;

  if (cell->state != TD_STATE_VALUE)
    return g_strdup (_ (td_cell_state_title (cell->state)));
  if (description->kind == TD_KIND_MILESTONE)
    return cell->num == TD_DATE_NONE ? g_strdup (_ ("not done yet"))
                                     : show_date ((TdDate) cell->num);
  if (!td_cell_score_get_shown_value (cell, description, 2, &value))
    return g_strdup ("?");
  number = show (value);
  if (description->kind == TD_KIND_RATIO)
    return g_strdup_printf ("%s %%", number);
  if (*description->unit_of_measure != '\0')
    return g_strdup_printf ("%s %s", number, description->unit_of_measure);
  return g_steal_pointer (&number);
}

/* --- a cell --------------------------------------------------------------------------------------- */

static const char *
choice_title (int field, int value)
{
  return _ (td_table_get (TD_TABLE_TARGETS)->fields[field].choices[value].title);
}

/* "tuyến tính; mục tiêu 100; sàn 0; tối đa 10 điểm" */
static char *
rule_words (const TdMovement *movement, const TdTarget *target)
{
  GString *out = g_string_new (choice_title (TD_TARGET_RULE, (int) target->rule));
  g_autofree char *max = show_points (movement, target->max_points);

  if (target->rule == TD_RULE_LINEAR || target->rule == TD_RULE_ALL_OR_NOTHING)
    {
      g_autofree char *goal = show (target->goal);

      g_string_append_printf (out, _ ("; goal %s"), goal);
    }
  if (target->rule == TD_RULE_LINEAR)
    {
      g_autofree char *floor = show (target->floor != TD_DECIMAL_NONE ? target->floor : 0);

      g_string_append_printf (out, _ ("; floor %s"), floor);
    }
  if (target->rule == TD_RULE_STEPS)
    for (guint i = 0; i < target->n_steps; i++)
      {
        g_autofree char *threshold = show (target->steps[i].threshold);
        g_autofree char *share = show (target->steps[i].share);

        g_string_append_printf (out, "; %s → %s", threshold, share);
      }
  if (target->rule == TD_RULE_ON_TIME)
    {
      g_autofree char *due = show_date (target->due), *late = show (target->late_share);

      g_string_append_printf (out, _ ("; due %s, later counts %s"), due, late);
    }
  if (target->rule != TD_RULE_ON_TIME && target->rule != TD_RULE_GIVEN)
    g_string_append_printf (out, "; %s",
                            choice_title (TD_TARGET_DIRECTION, (int) target->direction));
  g_string_append_printf (out, _ ("; at most %s points"), max);
  return g_string_free (out, FALSE);
}

/* "Nguyễn Thị Hoa, 14/03/2024 09:34 (Nhập số liệu)" */
static char *
journal_words (TdStore *store, TdId journal)
{
  g_autoptr (TdJournalRow) row =
      journal != TD_ID_NONE ? td_store_get_journal_row (store, journal) : NULL;
  int year, month, day, hour, minute;

  if (row == NULL)
    return NULL;
  if (sscanf (row->at, "%d-%d-%dT%d:%d", &year, &month, &day, &hour, &minute) != 5)
    return g_strdup_printf ("%s, %s", row->who, row->at);
  return g_strdup_printf ("%s, %02d:%02d %02d/%02d/%04d (%s)", row->who, hour, minute, day, month,
                          year, row->label);
}

/* Adds a part of a note, unless there is nothing to say. Takes @text over. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
append_words (GString *out, const char *format, char *text)
{
  if (text != NULL && *text != '\0')
    {
      if (out->len > 0)
        g_string_append (out, "; ");
      g_string_append_printf (out, format, text);
    }
  g_free (text);
}
#pragma GCC diagnostic pop

/* Who reported and appraised an entry, when, and what came of it. */
static char *
entry_note (Why *why, const TdExplainedEntry *line, guint cell_unit)
{
  const TdTarget *target = td_movement_target (why->movement, line->entry->target);
  const TdPeriod *period = td_movement_period (why->movement, line->entry->period);
  const TdUnit *unit = td_movement_unit (why->movement, line->unit);
  TdStore *store = td_desk_get_store (why->desk);
  g_autoptr (TdRecord) record = td_store_get_entry (store, target->id, unit->id, period->id);
  GString *out = g_string_new (NULL);

  if (line->unit != cell_unit)
    append_words (out, _ ("passed on by %s"), g_strdup (unit->name));
  append_words (out, "%s",
                g_strdup (line->superseded ? _ ("a later report speaks in its place")
                                           : _ (td_entry_use_title (line->use))));
  append_words (out, _ ("state: %s"),
                g_strdup (_ (td_table_get (TD_TABLE_ENTRIES)
                                 ->fields[TD_ENTRY_STATE]
                                 .choices[line->entry->state]
                                 .title)));
  if (line->entry->state == TD_ENTRY_CORRECTED)
    {
      append_words (out, _ ("reported %s"),
                    td_figures_words (&line->entry->reported, target->kind));
      append_words (out, _ ("appraised %s"),
                    td_figures_words (&line->entry->appraised, target->kind));
    }
  if (record != NULL)
    {
      append_words (out, _ ("received on %s"),
                    show_date (td_record_get_date (record, TD_ENTRY_RECEIVED_ON)));
      append_words (out, _ ("entered by %s"),
                    journal_words (store, td_record_get_ref (record, TD_ENTRY_REPORTED_IN)));
      append_words (out, _ ("appraised by %s"),
                    journal_words (store, td_record_get_ref (record, TD_ENTRY_APPRAISED_IN)));
      append_words (out, _ ("note: %s"), g_strdup (td_record_get_text (record, TD_ENTRY_NOTE)));
    }
  return g_string_free (out, FALSE);
}

static void
add_entries (Why *why, const TdExplanation *explanation)
{
  const TdTarget *target = td_movement_target (why->movement, explanation->target);

  if (explanation->entries->len == 0)
    {
      add_step (why, 1, g_strdup (_ ("Entries")), g_strdup (_ ("none")), NULL);
      return;
    }
  for (guint i = 0; i < explanation->entries->len; i++)
    {
      const TdExplainedEntry *line = &g_array_index (explanation->entries, TdExplainedEntry, i);
      TdWhyStep *step = add_step (
          why, 1, g_strdup (td_movement_period (why->movement, line->entry->period)->name),
          td_figures_words (&line->figures, target->kind),
          entry_note (why, line, explanation->unit));

      step->unit = (int) line->unit;
      step->target = (int) explanation->target;
      step->period = (int) line->entry->period;
    }
}

static char *
fraction_words (TdWide num, TdWide den)
{
  g_autofree char *above = td_wide_to_string (num), *below = td_wide_to_string (den);

  return den == 1 ? g_strdup (above) : g_strdup_printf ("%s/%s", above, below);
}

/* How the value came out of the figures that count. */
static char *
value_note (const TdTarget *target, const TdCellScore *cell)
{
  g_autofree char *one = NULL, *other = NULL;

  if (target->kind == TD_KIND_RATIO)
    {
      one = td_decimal_format_wide (cell->num / (100 * TD_DECIMAL_SCALE), TD_STYLE_VIETNAMESE);
      other = td_decimal_format_wide (cell->den, TD_STYLE_VIETNAMESE);
      return g_strdup_printf ("100 × %s / %s (%s)", one, other,
                              choice_title (TD_TARGET_ACCUMULATION, (int) target->accumulation));
    }
  if (target->kind == TD_KIND_AMOUNT && target->accumulation == TD_ACCUMULATION_MEAN)
    {
      one = td_decimal_format_wide (cell->num, TD_STYLE_VIETNAMESE);
      other = td_wide_to_string (cell->den);
      return g_strdup_printf ("%s / %s (%s)", one, other,
                              choice_title (TD_TARGET_ACCUMULATION, (int) target->accumulation));
    }
  return g_strdup (choice_title (TD_TARGET_ACCUMULATION, (int) target->accumulation));
}

static void
add_points (Why *why, const TdExplanation *explanation)
{
  const TdTarget *target = td_movement_target (why->movement, explanation->target);
  const TdCellScore *cell = &explanation->cell;
  g_autofree char *max = show_points (why->movement, target->max_points);

  add_step (why, 1, g_strdup (_ ("Value")),
            td_cell_words (why->movement, cell, explanation->target),
            cell->state == TD_STATE_VALUE ? value_note (target, cell) : NULL);
  if (explanation->has_share)
    add_step (why, 1, g_strdup (_ ("Share of the points")),
              fraction_words (explanation->share.num, explanation->share.den),
              rule_words (why->movement, target));
  else if (cell->state == TD_STATE_NONE_ARISING)
    add_step (why, 1, g_strdup (_ ("When none arise")),
              g_strdup (choice_title (TD_TARGET_IF_NONE_ARISING, (int) target->if_none_arising)),
              NULL);
  else if (cell->state == TD_STATE_MISSING)
    add_step (why, 1, g_strdup (_ ("When missing")),
              g_strdup (choice_title (TD_TARGET_IF_MISSING, (int) target->if_missing)), NULL);
  if (cell->points != TD_DECIMAL_NONE)
    add_step (why, 1, g_strdup (_ ("Points")), show_points (why->movement, cell->points),
              explanation->has_share ? g_strdup_printf (_ ("share × %s, rounded to %u decimals"),
                                                        max, why->movement->decimals)
                                     : g_strdup_printf (_ ("of %s"), max));
  else
    add_step (why, 1, g_strdup (_ ("Points")), g_strdup (_ ("not counted")),
              g_strdup (_ ("the target is not part of the unit's maximum")));
  add_step (why, 1, g_strdup (_ ("Coverage")),
            g_strdup_printf ("%u/%u", cell->filled, cell->expected),
            g_strdup (_ ("expected entries that are there")));
}

static void
begin (Why *why, TdDesk *desk, const TdScores *scores)
{
  why->desk = desk;
  why->scores = scores;
  why->movement = td_score_data_get_movement (td_scores_get_data (scores));
  why->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) td_why_step_free);
}

static void
add_basis (Why *why)
{
  add_step (why, 1, g_strdup (_ ("As of")), show_date (td_scores_get_as_of (why->scores)),
            g_strdup (td_scores_get_basis (why->scores) == TD_BASIS_SELF
                          ? _ ("self score: as reported")
                          : _ ("appraised score: as accepted or corrected")));
}

GPtrArray *
td_why_cell (TdDesk *desk, const TdScores *scores, guint unit, guint target)
{
  g_autoptr (TdExplanation) explanation = td_explanation_new (scores, unit, target);
  const TdTarget *description;
  TdWhyStep *step;
  Why why;

  begin (&why, desk, scores);
  description = td_movement_target (why.movement, target);
  step = add_step (
      &why, 0,
      g_strdup_printf ("%s · %s", td_movement_unit (why.movement, unit)->name, description->code),
      explanation->cell.points != TD_DECIMAL_NONE
          ? show_points (why.movement, explanation->cell.points)
          : NULL,
      g_strdup (description->name));
  step->unit = (int) unit;
  step->target = (int) target;
  add_basis (&why);
  if (explanation->cell.state != TD_STATE_NOT_APPLICABLE)
    add_entries (&why, explanation);
  add_points (&why, explanation);
  return why.steps;
}

/* --- a unit --------------------------------------------------------------------------------------- */

static void
add_cells (Why *why, guint unit)
{
  for (guint target = 0; target < why->movement->targets->len; target++)
    {
      const TdTarget *description = td_movement_target (why->movement, target);
      const TdCellScore *cell = td_scores_get_cell (why->scores, unit, target);
      g_autofree char *value = td_cell_words (why->movement, cell, target);
      TdWhyStep *step;

      if (cell->state == TD_STATE_NOT_APPLICABLE)
        continue;
      if (cell->in_max)
        {
          g_autofree char *points = show_points (why->movement, cell->points);
          g_autofree char *max = show_points (why->movement, description->max_points);

          step = add_step (why, 2, g_strdup_printf ("%s %s", description->code, description->name),
                           g_strdup_printf ("%s/%s", points, max), g_steal_pointer (&value));
        }
      else
        step = add_step (why, 2, g_strdup_printf ("%s %s", description->code, description->name),
                         g_strdup (_ ("not counted")), g_steal_pointer (&value));
      step->unit = (int) unit;
      step->target = (int) target;
    }
}

static void
add_adjustments (Why *why, guint unit, TdAdjustmentKind kind, TdDecimal counted, TdDecimal cap)
{
  gboolean bonus = kind == TD_ADJUSTMENT_BONUS;
  g_autofree char *limit = cap != TD_DECIMAL_NONE ? show_points (why->movement, cap) : NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < why->movement->adjustments->len; i++)
    {
      const TdAdjustment *adjustment = td_movement_adjustment (why->movement, i);
      g_autofree char *day = show_date (adjustment->granted_on);
      gboolean later = adjustment->granted_on > td_scores_get_as_of (why->scores);

      if (adjustment->unit != (int) unit || adjustment->kind != kind)
        continue;
      any = TRUE;
      add_step (why, 2, g_strdup_printf ("%s: %s", adjustment->code, adjustment->reason),
                show_points (why->movement, adjustment->points),
                g_strdup_printf ("%s%s%s%s", day, *adjustment->clause != '\0' ? "; " : "",
                                 adjustment->clause,
                                 later ? _ ("; after the date, not counted") : ""));
    }
  if (any || counted != 0)
    add_step (why, 1, g_strdup (bonus ? _ ("Bonus") : _ ("Penalty")),
              show_points (why->movement, counted),
              limit != NULL ? g_strdup_printf (_ ("at most %s"), limit) : NULL);
}

static void
add_rank (Why *why, guint unit)
{
  const TdUnitScore *score = td_scores_get_unit (why->scores, unit);
  guint n, n_block = 0;
  const guint *ranking = td_scores_get_ranking (why->scores, &n);
  int block = td_movement_unit (why->movement, unit)->block;

  for (guint i = 0; i < n; i++)
    if (td_movement_unit (why->movement, ranking[i])->block == block
        && td_scores_get_unit (why->scores, ranking[i])->rank > 0)
      n_block++;
  add_step (
      why, 1, g_strdup (_ ("Rank")), g_strdup_printf ("%u/%u", score->rank, n_block),
      g_strdup_printf (score->tied ? _ ("in the block “%s”, shared") : _ ("in the block “%s”"),
                       td_movement_block (why->movement, block)));
}

GPtrArray *
td_why_unit (TdDesk *desk, const TdScores *scores, guint unit)
{
  const TdUnitScore *score = td_scores_get_unit (scores, unit);
  g_autofree char *points = NULL, *max = NULL, *ceiling = NULL;
  TdWhyStep *step;
  Why why;

  begin (&why, desk, scores);
  step = add_step (&why, 0, g_strdup (td_movement_unit (why.movement, unit)->name),
                   show_points (why.movement, score->total), g_strdup (why.movement->title));
  step->unit = (int) unit;
  add_basis (&why);
  if (!score->takes_part)
    {
      add_step (&why, 1, g_strdup (_ ("Takes part")), g_strdup (_ ("no")),
                g_strdup (_ ("not opened yet, or closed, on this date")));
      return why.steps;
    }
  points = show_points (why.movement, score->points);
  max = show_points (why.movement, score->max_points);
  add_step (&why, 1, g_strdup (_ ("Points")), g_strdup_printf ("%s/%s", points, max),
            g_strdup (_ ("the sum of:")));
  add_cells (&why, unit);
  if (score->index == TD_DECIMAL_NONE)
    {
      add_step (&why, 1, g_strdup (_ ("Index")), g_strdup (_ ("none")),
                g_strdup (_ ("nothing is in the unit's maximum yet; it is not ranked")));
      return why.steps;
    }
  add_step (&why, 1, g_strdup (_ ("Index")), show_points (why.movement, score->index),
            g_strdup_printf (_ ("100 × %s / %s, rounded to %u decimals"), points, max,
                             why.movement->decimals));
  add_adjustments (&why, unit, TD_ADJUSTMENT_BONUS, score->bonus, why.movement->bonus_cap);
  add_adjustments (&why, unit, TD_ADJUSTMENT_PENALTY, score->penalty, why.movement->penalty_cap);
  ceiling = why.movement->ceiling != TD_DECIMAL_NONE
                ? show_points (why.movement, why.movement->ceiling)
                : NULL;
  add_step (&why, 1, g_strdup (_ ("Total")), show_points (why.movement, score->total),
            ceiling != NULL
                ? g_strdup_printf (_ ("index + bonus − penalty, not below 0, at most %s"), ceiling)
                : g_strdup (_ ("index + bonus − penalty, not below 0")));
  if (score->band >= 0)
    {
      const TdBand *band = td_movement_band (why.movement, score->band);
      g_autofree char *least = show_points (why.movement, band->at_least);

      add_step (&why, 1, g_strdup (_ ("Band")), g_strdup (band->name),
                g_strdup_printf (_ ("from %s on"), least));
    }
  add_rank (&why, unit);
  add_step (&why, 1, g_strdup (_ ("Coverage")),
            g_strdup_printf ("%u/%u", score->filled, score->expected),
            g_strdup (_ ("expected entries that are there")));
  return why.steps;
}

char *
td_why_to_text (GPtrArray *steps)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TdWhyStep *step = g_ptr_array_index (steps, i);

      g_string_append_printf (out, "%*s%s%s%s%s%s%s\n", (int) step->level * 2, "", step->what,
                              *step->value != '\0' ? ": " : "", step->value,
                              *step->note != '\0' ? "  [" : "", step->note,
                              *step->note != '\0' ? "]" : "");
    }
  return g_string_free (out, FALSE);
}
