/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every fact a report may be bound to. */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-draft-private.h"

#include <string.h>

#include "base/td-date.h"

typedef struct
{
  const TdDraft *draft;
  const TdMovement *movement;
  TdBoundFacts *facts;
} Gathering;

char *
td_draft_key (const char *kind, const char *a, const char *b, const char *c)
{
  return g_strconcat (kind, ":", a, b != NULL ? ";" : "", b != NULL ? b : "", c != NULL ? ";" : "",
                      c != NULL ? c : "", NULL);
}

char *
td_draft_day_key (TdDate date)
{
  return td_date_format (date, TD_STYLE_PLAIN);
}

const char *
td_draft_movement_name (const char *title)
{
  static const char beginning[] = "Phong trào thi đua ";

  return g_str_has_prefix (title, beginning) ? title + strlen (beginning) : title;
}

gboolean
td_draft_has_goal (const TdTarget *target, const char *unit)
{
  if (target->kind == TD_KIND_AMOUNT && strcmp (unit, TD_DRAFT_ALL) == 0)
    return FALSE;
  return target->goal != TD_DECIMAL_NONE || target->kind == TD_KIND_MILESTONE;
}

/* Takes @value; what is not given is no fact. */
static void
add (Gathering *self, const char *kind, const char *a, const char *b, char *value)
{
  if (value != NULL && *value != '\0')
    td_bound_facts_take (self->facts, td_draft_key (kind, a, b, NULL), value, self->draft->revision,
                         TD_NOT_RECORDED);
  else
    g_free (value);
}

static void
add_text (Gathering *self, const char *kind, const char *a, const char *value)
{
  add (self, kind, a, NULL, g_strdup (value));
}

static void
add_count (Gathering *self, const char *kind, const char *a, const char *b, guint count)
{
  add (self, kind, a, b, td_decimal_format (TD_DECIMAL (count), TD_STYLE_VIETNAMESE));
}

static void
add_day (Gathering *self, const char *kind, const char *a, TdDate date)
{
  add (self, kind, a, NULL, td_date_format (date, TD_STYLE_VIETNAMESE));
}

static char *
points (const Gathering *self, TdDecimal value)
{
  return value == TD_DECIMAL_NONE
             ? NULL
             : td_decimal_format_fixed (value, self->movement->decimals, TD_STYLE_VIETNAMESE);
}

static void
add_movement (Gathering *self)
{
  const TdMovement *movement = self->movement;

  add_text (self, "movement", movement->code, td_draft_movement_name (movement->title));
  add_day (self, "starts", movement->code, movement->starts);
  add_day (self, "ends", movement->code, movement->ends);
  add_day (self, "as-of", movement->code, self->draft->as_of);
  for (guint i = 0; i < movement->areas->len; i++)
    add_text (self, "area", td_movement_area (movement, i)->code,
              td_movement_area (movement, i)->name);
  for (guint i = 0; i < movement->targets->len; i++)
    {
      const TdTarget *target = td_movement_target (movement, i);

      add_text (self, "target", target->code, target->name);
      add_text (self, "measure", target->code, target->unit_of_measure);
      if (target->goal != TD_DECIMAL_NONE)
        add (self, "goal", target->code, NULL,
             td_decimal_format (target->goal, TD_STYLE_VIETNAMESE));
      add_day (self, "deadline", target->code, target->due);
      add (self, "max", target->code, NULL, points (self, target->max_points));
    }
}

/* A figure of a cell, of the cell's own state and evidence. */
static void
add_figure (Gathering *self, const TdDraftCell *cell, const char *kind, const char *unit,
            TdDecimal value, char *text)
{
  const char *target = td_movement_target (self->movement, cell->target)->code;

  if (value == TD_DECIMAL_NONE)
    {
      g_free (text);
      return;
    }
  td_bound_facts_take (self->facts, td_draft_key (kind, unit, target, NULL),
                       text != NULL ? text : td_decimal_format (value, TD_STYLE_VIETNAMESE),
                       cell->revision != NULL ? cell->revision : self->draft->revision,
                       cell->evidence);
}

static void
add_cell (Gathering *self, const char *unit, const TdDraftCell *cell)
{
  const TdTarget *target = td_movement_target (self->movement, cell->target);

  if (cell->state != TD_DRAFT_VALUE)
    return;
  add_figure (self, cell, "value", unit, cell->value, NULL);
  add_figure (self, cell, "done", unit, cell->done, NULL);
  add_figure (self, cell, "due", unit, cell->due, NULL);
  if (target->kind == TD_KIND_MILESTONE && cell->done_on != TD_DATE_NONE)
    add_figure (self, cell, "day", unit, 0, td_date_format (cell->done_on, TD_STYLE_VIETNAMESE));
  add_figure (self, cell, "points", unit, cell->points, points (self, cell->points));
}

static void
add_cells (Gathering *self, const char *unit, const TdDraftCell *cells, guint n_cells)
{
  guint met = 0, unmet = 0, without = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const TdTarget *target = td_movement_target (self->movement, cells[i].target);
      gboolean has_goal = td_draft_has_goal (target, unit);

      add_cell (self, unit, &cells[i]);
      met += cells[i].state == TD_DRAFT_VALUE && has_goal && cells[i].reaches_goal;
      unmet += cells[i].state == TD_DRAFT_VALUE && has_goal && !cells[i].reaches_goal;
      without += cells[i].state == TD_DRAFT_NO_FIGURE;
    }
  add_count (self, "met", unit, NULL, met);
  add_count (self, "unmet", unit, NULL, unmet);
  add_count (self, "with-goal", unit, NULL, met + unmet);
  add_count (self, "without-figure", unit, NULL, without);
}

static void
add_standing (Gathering *self, const TdDraftUnit *unit)
{
  add_text (self, "unit", unit->code, unit->name);
  add_text (self, "block", unit->code, unit->block);
  add_text (self, "band", unit->code, unit->band);
  add (self, "total", unit->code, NULL, points (self, unit->total));
  add (self, "index", unit->code, NULL, points (self, unit->index));
  if (unit->rank == 0)
    return;
  add_count (self, "rank", unit->code, NULL, unit->rank);
  add_count (self, "ranked", unit->code, NULL, unit->n_ranked);
}

static void
add_unit (Gathering *self, const TdDraftUnit *unit)
{
  add_standing (self, unit);
  add_count (self, "filled", unit->code, NULL, unit->filled);
  add_count (self, "expected", unit->code, NULL, unit->expected);
  add_cells (self, unit->code, unit->cells, unit->n_cells);
  for (guint i = 0; i < unit->n_adjustments; i++)
    {
      const TdDraftAdjustment *one = &unit->adjustments[i];

      add (self, "adjustment", one->code, NULL, points (self, one->points));
      add_text (self, "reason", one->code, one->reason);
    }
}

static void
add_person (Gathering *self, const TdDraftPerson *person)
{
  add_text (self, "person", person->code, person->name);
  add_text (self, "position", person->code, person->position);
  add_count (self, "initiatives", person->code, NULL, person->n_initiatives);
  for (guint i = 0; i < person->n_initiatives; i++)
    {
      const TdDraftInitiative *one = &person->initiatives[i];

      add_text (self, "initiative", one->code, one->title);
      add_text (self, "scope", one->code, one->scope);
      add_text (self, "recognised-by", one->code, one->decision);
      add_day (self, "recognised-on", one->code, one->recognised_on);
    }
  for (guint i = 0; i < person->n_awards; i++)
    {
      const TdDraftAward *one = &person->awards[i];
      g_autofree char *on = td_draft_day_key (one->decided_on);
      g_autofree char *id = g_strdup_printf ("%s;%s;%s", person->code, one->code, on);

      add_text (self, "award", id, one->award);
      add_text (self, "decision", id, one->decision);
      add_day (self, "awarded-on", id, one->decided_on);
    }
}

static void
add_whole (Gathering *self, const TdDraftWhole *whole)
{
  add_count (self, "units", self->movement->code, NULL, whole->n_units);
  add_count (self, "units-ranked", self->movement->code, NULL, whole->n_ranked);
  for (guint i = 0; i < whole->n_blocks; i++)
    for (guint j = 0; j < whole->blocks[i].n_first; j++)
      add_standing (self, whole->blocks[i].first[j]);
  for (guint i = 0; i < whole->n_bands; i++)
    {
      add_text (self, "grade", whole->bands[i].name, whole->bands[i].name);
      add_count (self, "graded", whole->bands[i].name, NULL, whole->bands[i].n_units);
    }
  add_cells (self, TD_DRAFT_ALL, whole->cells, whole->n_cells);
  for (guint i = 0; i < whole->n_cells; i++)
    {
      const char *target = td_movement_target (self->movement, whole->cells[i].target)->code;

      add_count (self, "counted", TD_DRAFT_ALL, target, whole->cells[i].units_counted);
      add_count (self, "concerned", TD_DRAFT_ALL, target, whole->cells[i].units_expected);
    }
}

TdBoundFacts *
td_draft_get_facts (const TdDraft *self)
{
  Gathering gathering = { self, self->movement, td_bound_facts_new () };

  add_movement (&gathering);
  if (self->unit != NULL)
    add_unit (&gathering, self->unit);
  if (self->person != NULL)
    add_person (&gathering, self->person);
  if (self->whole != NULL)
    add_whole (&gathering, self->whole);
  return gathering.facts;
}
