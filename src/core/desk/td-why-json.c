/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations as data: every figure as text, exact, so that a script can recompute the result. */
#define G_LOG_DOMAIN "thidua-desk"

#include <json-glib/json-glib.h>

#include "base/td-date.h"
#include "desk/td-why.h"

static void
add_text (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
take_text (JsonBuilder *json, const char *name, char *text)
{
  add_text (json, name, text);
  g_free (text);
}

/* null when not given. */
static void
add_decimal (JsonBuilder *json, const char *name, TdDecimal value)
{
  take_text (json, name,
             value != TD_DECIMAL_NONE ? td_decimal_format (value, TD_STYLE_PLAIN) : NULL);
}

static void
add_points (JsonBuilder *json, const char *name, const TdMovement *movement, TdDecimal value)
{
  take_text (json, name,
             value != TD_DECIMAL_NONE
                 ? td_decimal_format_fixed (value, movement->decimals, TD_STYLE_PLAIN)
                 : NULL);
}

static void
add_date (JsonBuilder *json, const char *name, TdDate date)
{
  take_text (json, name, date != TD_DATE_NONE ? td_date_format (date, TD_STYLE_PLAIN) : NULL);
}

static void
add_int (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_bool (JsonBuilder *json, const char *name, gboolean value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

static const char *
choice_code (TdTableId table, int field, int value)
{
  return td_table_get (table)->fields[field].choices[value].code;
}

static void
add_fraction (JsonBuilder *json, const char *name, TdWide num, TdWide den)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  take_text (json, "num", td_wide_to_string (num));
  take_text (json, "den", td_wide_to_string (den));
  json_builder_end_object (json);
}

static void
add_figures (JsonBuilder *json, const char *name, const TdFigures *figures, TdKind kind)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  switch (kind)
    {
    case TD_KIND_RATIO:
      add_decimal (json, "done", figures->first);
      add_decimal (json, "due", figures->second);
      break;
    case TD_KIND_AMOUNT:
      add_decimal (json, "amount", figures->first);
      break;
    case TD_KIND_MILESTONE:
      add_date (json, "done_on", td_figures_get_date (figures));
      break;
    case TD_KIND_RATING:
    default:
      add_decimal (json, "points", figures->first);
      break;
    }
  json_builder_end_object (json);
}

/* Who and when, from the journal. */
static void
add_journal (JsonBuilder *json, const char *name, TdStore *store, TdId id)
{
  g_autoptr (TdJournalRow) row = id != TD_ID_NONE ? td_store_get_journal_row (store, id) : NULL;

  json_builder_set_member_name (json, name);
  if (row == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_text (json, "who", row->who);
  add_text (json, "when", row->at);
  add_text (json, "what", row->label);
  json_builder_end_object (json);
}

static void
add_rule (JsonBuilder *json, const TdMovement *movement, const TdTarget *target)
{
  json_builder_set_member_name (json, "target");
  json_builder_begin_object (json);
  add_text (json, "code", target->code);
  add_text (json, "name", target->name);
  add_text (json, "area",
            target->area >= 0 ? td_movement_area (movement, target->area)->code : NULL);
  add_text (json, "kind", choice_code (TD_TABLE_TARGETS, TD_TARGET_KIND, (int) target->kind));
  add_text (json, "accumulation",
            choice_code (TD_TABLE_TARGETS, TD_TARGET_ACCUMULATION, (int) target->accumulation));
  add_text (json, "direction",
            choice_code (TD_TABLE_TARGETS, TD_TARGET_DIRECTION, (int) target->direction));
  add_text (json, "rule", choice_code (TD_TABLE_TARGETS, TD_TARGET_RULE, (int) target->rule));
  add_decimal (json, "goal", target->goal);
  add_decimal (json, "floor", target->floor);
  json_builder_set_member_name (json, "steps");
  json_builder_begin_array (json);
  for (guint i = 0; i < target->n_steps; i++)
    {
      json_builder_begin_object (json);
      add_decimal (json, "threshold", target->steps[i].threshold);
      add_decimal (json, "share", target->steps[i].share);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_date (json, "due", target->due);
  add_decimal (json, "late_share", target->late_share);
  add_text (json, "frequency",
            choice_code (TD_TABLE_TARGETS, TD_TARGET_FREQUENCY, (int) target->frequency));
  add_text (json, "if_none_arising",
            target->kind == TD_KIND_RATIO ? choice_code (
                TD_TABLE_TARGETS, TD_TARGET_IF_NONE_ARISING, (int) target->if_none_arising)
                                          : NULL);
  add_text (json, "if_missing",
            choice_code (TD_TABLE_TARGETS, TD_TARGET_IF_MISSING, (int) target->if_missing));
  add_points (json, "max_points", movement, target->max_points);
  json_builder_end_object (json);
}

static void
add_entry (JsonBuilder *json, TdStore *store, const TdMovement *movement,
           const TdExplainedEntry *line)
{
  const TdTarget *target = td_movement_target (movement, line->entry->target);
  const TdPeriod *period = td_movement_period (movement, line->entry->period);
  const TdUnit *unit = td_movement_unit (movement, line->unit);
  g_autoptr (TdRecord) record = td_store_get_entry (store, target->id, unit->id, period->id);

  json_builder_begin_object (json);
  add_text (json, "unit", unit->code);
  add_text (json, "period", period->code);
  add_date (json, "period_ends", period->ends);
  add_text (json, "state",
            choice_code (TD_TABLE_ENTRIES, TD_ENTRY_STATE, (int) line->entry->state));
  add_figures (json, "reported", &line->entry->reported, target->kind);
  add_figures (json, "appraised", &line->entry->appraised, target->kind);
  add_text (json, "use", td_entry_use_code (line->use));
  add_bool (json, "superseded", line->superseded);
  add_figures (json, "figures", &line->figures, target->kind);
  if (record != NULL)
    {
      add_date (json, "received_on", td_record_get_date (record, TD_ENTRY_RECEIVED_ON));
      add_journal (json, "entered", store, td_record_get_ref (record, TD_ENTRY_REPORTED_IN));
      add_journal (json, "appraisal", store, td_record_get_ref (record, TD_ENTRY_APPRAISED_IN));
    }
  json_builder_end_object (json);
}

/* The value as `scores` writes it: at most 4 digits, a milestone's as its date; null without one. */
static void
add_value (JsonBuilder *json, const TdTarget *target, const TdCellScore *cell)
{
  TdDecimal value;

  if (cell->state != TD_STATE_VALUE)
    {
      add_text (json, "value", NULL);
      return;
    }
  if (target->kind == TD_KIND_MILESTONE)
    {
      add_date (json, "value", (TdDate) cell->num);
      return;
    }
  add_decimal (json, "value",
               td_cell_score_get_value (cell, TD_DECIMAL_DIGITS, &value) ? value : TD_DECIMAL_NONE);
  /* In ones: num/den holds ten-thousandths. */
  add_fraction (json, "value_exact", cell->num, cell->den * TD_DECIMAL_SCALE);
}

static void
add_cell (JsonBuilder *json, TdStore *store, const TdScores *scores, guint unit, guint target)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdTarget *description = td_movement_target (movement, target);
  g_autoptr (TdExplanation) explanation = td_explanation_new (scores, unit, target);
  const TdCellScore *cell = &explanation->cell;

  add_text (json, "unit", td_movement_unit (movement, unit)->code);
  add_rule (json, movement, description);
  add_text (json, "state", td_cell_state_code (cell->state));
  json_builder_set_member_name (json, "entries");
  json_builder_begin_array (json);
  for (guint i = 0; i < explanation->entries->len; i++)
    add_entry (json, store, movement, &g_array_index (explanation->entries, TdExplainedEntry, i));
  json_builder_end_array (json);
  add_value (json, description, cell);
  if (explanation->has_share)
    add_fraction (json, "share", explanation->share.num, explanation->share.den);
  add_points (json, "points", movement, cell->points);
  add_points (json, "max_points", movement,
              cell->in_max ? description->max_points : TD_DECIMAL_NONE);
  add_bool (json, "in_max", cell->in_max);
  add_int (json, "filled", cell->filled);
  add_int (json, "expected", cell->expected);
}

static void
add_adjustments (JsonBuilder *json, const TdMovement *movement, guint unit, TdDate as_of)
{
  json_builder_set_member_name (json, "adjustments");
  json_builder_begin_array (json);
  for (guint i = 0; i < movement->adjustments->len; i++)
    {
      const TdAdjustment *adjustment = td_movement_adjustment (movement, i);

      if (adjustment->unit != (int) unit)
        continue;
      json_builder_begin_object (json);
      add_text (json, "code", adjustment->code);
      add_text (json, "kind",
                choice_code (TD_TABLE_ADJUSTMENTS, TD_ADJUSTMENT_KIND, (int) adjustment->kind));
      add_points (json, "points", movement, adjustment->points);
      add_date (json, "granted_on", adjustment->granted_on);
      add_text (json, "reason", adjustment->reason);
      add_text (json, "clause", adjustment->clause);
      add_bool (json, "counts", adjustment->granted_on <= as_of);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_block (JsonBuilder *json, const TdScores *scores, guint unit)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  int block = td_movement_unit (movement, unit)->block;
  guint n;
  const guint *ranking = td_scores_get_ranking (scores, &n);

  add_text (json, "block", td_movement_block (movement, block));
  json_builder_set_member_name (json, "block_totals");
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      const TdUnitScore *other = td_scores_get_unit (scores, ranking[i]);

      if (td_movement_unit (movement, ranking[i])->block != block)
        continue;
      json_builder_begin_object (json);
      add_text (json, "unit", td_movement_unit (movement, ranking[i])->code);
      add_points (json, "total", movement, other->total);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_unit (JsonBuilder *json, TdStore *store, const TdScores *scores, guint unit)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdUnitScore *score = td_scores_get_unit (scores, unit);

  add_text (json, "unit", td_movement_unit (movement, unit)->code);
  add_text (json, "name", td_movement_unit (movement, unit)->name);
  add_bool (json, "takes_part", score->takes_part);
  json_builder_set_member_name (json, "cells");
  json_builder_begin_array (json);
  for (guint target = 0; target < movement->targets->len; target++)
    {
      json_builder_begin_object (json);
      add_cell (json, store, scores, unit, target);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_points (json, "points", movement, score->points);
  add_points (json, "max_points", movement, score->max_points);
  add_points (json, "index", movement, score->index);
  add_adjustments (json, movement, unit, td_scores_get_as_of (scores));
  add_points (json, "bonus_cap", movement, movement->bonus_cap);
  add_points (json, "bonus", movement, score->bonus);
  add_points (json, "penalty_cap", movement, movement->penalty_cap);
  add_points (json, "penalty", movement, score->penalty);
  add_points (json, "ceiling", movement, movement->ceiling);
  add_points (json, "total", movement, score->total);
  json_builder_set_member_name (json, "bands");
  json_builder_begin_array (json);
  for (guint i = 0; i < movement->bands->len; i++)
    {
      json_builder_begin_object (json);
      add_text (json, "name", td_movement_band (movement, i)->name);
      add_points (json, "at_least", movement, td_movement_band (movement, i)->at_least);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_text (json, "band", score->band >= 0 ? td_movement_band (movement, score->band)->name : NULL);
  add_block (json, scores, unit);
  if (score->rank > 0)
    add_int (json, "rank", score->rank);
  else
    add_text (json, "rank", NULL);
  add_bool (json, "tied", score->tied);
  add_int (json, "filled", score->filled);
  add_int (json, "expected", score->expected);
}

char *
td_why_to_json (TdDesk *desk, const TdScores *scores, guint unit, int target)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (json);
  add_text (json, "movement", movement->code);
  add_date (json, "as_of", td_scores_get_as_of (scores));
  add_text (json, "basis", td_basis_code (td_scores_get_basis (scores)));
  add_int (json, "decimals", movement->decimals);
  if (target >= 0)
    add_cell (json, td_desk_get_store (desk), scores, unit, (guint) target);
  else
    add_unit (json, td_desk_get_store (desk), scores, unit);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  return json_generator_to_data (generator, NULL);
}
