/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-award-figures.h"

#include "base/td-date.h"

/* Fraction digits of a value in a report, as on the screen. */
#define VALUE_DIGITS 2

struct _TdDraftSource
{
  const TdScores *scores;
  const TdMovement *movement;
  TdDraftCellFunc func;
  gpointer data;
  char *revision;
  GPtrArray *owned; /* memory that the drafts lie in */
};

static guint
count_ranked (const TdScores *scores, int block)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  guint count = 0;

  for (guint i = 0; i < movement->units->len; i++)
    count += td_movement_unit (movement, i)->block == block
             && td_scores_get_unit (scores, i)->takes_part
             && td_scores_get_unit (scores, i)->rank > 0;
  return count;
}

void
td_award_figures_get_score (const TdScores *scores, guint unit, TdLawScore *out)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdUnit *description = td_movement_unit (movement, unit);
  const TdUnitScore *score = td_scores_get_unit (scores, unit);

  *out = (TdLawScore){ .known = score->takes_part,
                       .unit = description->name,
                       .block = td_movement_block (movement, description->block),
                       .total = score->total,
                       .rank = score->rank,
                       .tied = score->tied,
                       .n_ranked = count_ranked (scores, description->block),
                       .band = score->band,
                       .filled = score->filled,
                       .expected = score->expected,
                       .as_of = td_scores_get_as_of (scores) };
}

void
td_award_figures_get_movement (const TdMovement *movement, TdLawMovement *out)
{
  *out = (TdLawMovement){ .title = movement->title,
                          .launched_by = movement->launched_by,
                          .decision = movement->decision,
                          .starts = movement->starts,
                          .ends = movement->ends,
                          .bands = (const TdBand *) (gconstpointer) movement->bands->data,
                          .n_bands = movement->bands->len,
                          .decimals = movement->decimals };
}

/* --- memory ----------------------------------------------------------------------------------- */

TdDraftSource *
td_draft_source_new (const TdScores *scores, TdDraftCellFunc func, gpointer data)
{
  TdDraftSource *self = g_new0 (TdDraftSource, 1);
  g_autofree char *as_of = td_date_format (td_scores_get_as_of (scores), TD_STYLE_PLAIN);

  self->scores = scores;
  self->movement = td_score_data_get_movement (td_scores_get_data (scores));
  self->func = func;
  self->data = data;
  self->revision = g_strdup_printf ("%s %s", as_of, td_basis_code (td_scores_get_basis (scores)));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_draft_source_free (TdDraftSource *self)
{
  if (self == NULL)
    return;
  g_free (self->revision);
  g_ptr_array_unref (self->owned);
  g_free (self);
}

static gpointer
alloc (TdDraftSource *self, gsize n, gsize size)
{
  gpointer memory = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (self->owned, memory);
  return memory;
}

/* --- cells ------------------------------------------------------------------------------------ */

static TdDraftState
state_of (TdCellState state)
{
  switch (state)
    {
    case TD_STATE_VALUE:
      return TD_DRAFT_VALUE;
    case TD_STATE_NONE_ARISING:
      return TD_DRAFT_NONE_ARISING;
    case TD_STATE_PENDING:
    case TD_STATE_REJECTED:
    case TD_STATE_MISSING:
      return TD_DRAFT_NO_FIGURE;
    case TD_STATE_NOT_APPLICABLE:
    case TD_STATE_NOT_DUE:
    default:
      return TD_DRAFT_SKIP;
    }
}

/* A sum of figures as one, %TD_DECIMAL_NONE when it is larger than a figure may be. */
static TdDecimal
as_decimal (TdWide value)
{
  return value >= 0 && value < TD_DECIMAL_LIMIT ? (TdDecimal) value : TD_DECIMAL_NONE;
}

static void
fill_value (TdDraftCell *cell, const TdTarget *target, TdWide num, TdWide den)
{
  if (!td_shown_value (num, den, target, VALUE_DIGITS, &cell->value))
    cell->value = TD_DECIMAL_NONE;
  cell->reaches_goal = td_value_reaches_goal (num, den, target);
}

/* Takes a string over for as long as the source lives. */
static const char *
keep (TdDraftSource *self, char *text)
{
  g_ptr_array_add (self->owned, text);
  return text;
}

/* The latest period with an entry up to the date, then the date and the basis: “Q2 2024-07-10 appraised”. */
static const char *
take_revision (TdDraftSource *self, guint unit, guint target)
{
  guint n;
  const TdEntry *entries =
      td_score_data_get_entries (td_scores_get_data (self->scores), unit, target, &n);
  const TdPeriod *latest = NULL;

  for (guint i = 0; i < n; i++)
    {
      const TdPeriod *period = td_movement_period (self->movement, entries[i].period);

      if (period->ends <= td_scores_get_as_of (self->scores))
        latest = period;
    }
  if (latest == NULL)
    return self->revision;
  return keep (self, g_strdup_printf ("%s %s", latest->code, self->revision));
}

static void
fill_cell (TdDraftSource *self, guint unit, guint index, TdDraftCell *cell)
{
  const TdTarget *target = td_movement_target (self->movement, index);
  const TdCellScore *score = td_scores_get_cell (self->scores, unit, index);

  cell->target = index;
  cell->state = state_of (score->state);
  cell->points = score->points;
  cell->value = cell->done = cell->due = TD_DECIMAL_NONE;
  if (cell->state == TD_DRAFT_VALUE && target->kind == TD_KIND_MILESTONE)
    {
      cell->done_on = (TdDate) score->num;
      cell->reaches_goal = cell->done_on != TD_DATE_NONE
                           && (target->due == TD_DATE_NONE || cell->done_on <= target->due);
    }
  else if (cell->state == TD_DRAFT_VALUE)
    {
      fill_value (cell, target, score->num, score->den);
      if (target->kind == TD_KIND_RATIO)
        {
          /* The value is a percentage: num is Σdone in millionths of it (td-scoring.h). */
          cell->done = as_decimal (score->num / 1000000);
          cell->due = as_decimal (score->den);
        }
    }
  cell->revision = take_revision (self, unit, index);
  if (self->func != NULL)
    {
      const char *revision = cell->revision;

      self->func (unit, index, &revision, &cell->evidence, self->data);
      if (revision != cell->revision)
        cell->revision = keep (self, g_strdup (revision));
    }
}

/* --- units ------------------------------------------------------------------------------------ */

static void
fill_adjustments (TdDraftSource *self, guint unit, TdDraftUnit *out)
{
  const TdMovement *movement = self->movement;
  TdDraftAdjustment *list = alloc (self, movement->adjustments->len, sizeof *list);

  for (guint i = 0; i < movement->adjustments->len; i++)
    {
      const TdAdjustment *one = td_movement_adjustment (movement, i);

      if (one->unit == (int) unit && one->granted_on <= td_scores_get_as_of (self->scores))
        list[out->n_adjustments++] =
            (TdDraftAdjustment){ one->code, one->kind, one->points, one->reason };
    }
  out->adjustments = list;
}

static TdDraftUnit *
make_unit (TdDraftSource *self, guint unit)
{
  TdDraftUnit *out = alloc (self, 1, sizeof *out);
  TdDraftCell *cells = alloc (self, self->movement->targets->len, sizeof *cells);
  const TdUnit *description = td_movement_unit (self->movement, unit);
  const TdUnitScore *score = td_scores_get_unit (self->scores, unit);

  out->code = description->code;
  out->name = description->name;
  out->block = td_movement_block (self->movement, description->block);
  out->total = score->takes_part ? score->total : TD_DECIMAL_NONE;
  out->index = score->takes_part ? score->index : TD_DECIMAL_NONE;
  out->rank = score->takes_part ? score->rank : 0;
  out->tied = score->tied;
  out->n_ranked = count_ranked (self->scores, description->block);
  out->band = score->takes_part && score->band >= 0
                  ? td_movement_band (self->movement, score->band)->name
                  : NULL;
  out->filled = score->filled;
  out->expected = score->expected;
  for (guint i = 0; i < self->movement->targets->len; i++)
    fill_cell (self, unit, i, &cells[i]);
  out->cells = cells;
  out->n_cells = self->movement->targets->len;
  fill_adjustments (self, unit, out);
  return out;
}

static TdDraft *
make_draft (TdDraftSource *self)
{
  TdDraft *draft = alloc (self, 1, sizeof *draft);

  draft->movement = self->movement;
  draft->as_of = td_scores_get_as_of (self->scores);
  draft->revision = self->revision;
  return draft;
}

const TdDraft *
td_draft_source_get_unit (TdDraftSource *self, guint unit)
{
  TdDraft *draft = make_draft (self);

  draft->unit = make_unit (self, unit);
  return draft;
}

const TdDraft *
td_draft_source_get_person (TdDraftSource *self, int unit, const TdDraftPerson *person)
{
  TdDraft *draft = make_draft (self);

  draft->person = person;
  if (unit >= 0)
    draft->unit = make_unit (self, (guint) unit);
  return draft;
}

/* --- the whole movement ----------------------------------------------------------------------- */

static gboolean
fill_pooled (TdDraftSource *self, guint index, TdDraftCell *cell, GError **error)
{
  const TdTarget *target = td_movement_target (self->movement, index);
  TdPooled pooled;
  TdWide num, den;

  if (!td_scores_pool (self->scores, index, -1, &pooled, error))
    return FALSE;
  cell->target = index;
  cell->points = cell->value = cell->done = cell->due = TD_DECIMAL_NONE;
  cell->units_counted = pooled.units_counted;
  cell->units_expected = pooled.units_expected;
  cell->state = pooled.units_expected == 0 ? TD_DRAFT_SKIP : TD_DRAFT_NO_FIGURE;
  if (td_pooled_get_value (&pooled, target->kind, &num, &den))
    {
      cell->state = TD_DRAFT_VALUE;
      fill_value (cell, target, num, den);
      if (target->kind != TD_KIND_AMOUNT)
        {
          cell->done = as_decimal (pooled.done);
          cell->due = as_decimal (pooled.due);
        }
      if (target->kind == TD_KIND_MILESTONE)
        cell->reaches_goal = pooled.done == pooled.due;
    }
  else if (target->kind == TD_KIND_RATING)
    cell->state = TD_DRAFT_SKIP; /* ratings of units do not pool */
  else if (pooled.units_counted > 0)
    cell->state = TD_DRAFT_NONE_ARISING;
  return TRUE;
}

/* Each block with all who share its first rank, in the ranking's order. */
static void
fill_blocks (TdDraftSource *self, TdDraftWhole *whole)
{
  TdDraftBlock *blocks = alloc (self, self->movement->blocks->len, sizeof *blocks);
  guint n;
  const guint *ranking = td_scores_get_ranking (self->scores, &n);

  for (guint i = 0; i < self->movement->blocks->len; i++)
    {
      TdDraftBlock *block = &blocks[whole->n_blocks];
      const TdDraftUnit **first = alloc (self, n, sizeof *first);

      *block = (TdDraftBlock){ td_movement_block (self->movement, i),
                               count_ranked (self->scores, (int) i), first, 0 };
      for (guint j = 0; j < n; j++)
        if (td_movement_unit (self->movement, ranking[j])->block == (int) i
            && td_scores_get_unit (self->scores, ranking[j])->rank == 1)
          first[block->n_first++] = make_unit (self, ranking[j]);
      whole->n_blocks += block->n_first > 0;
    }
  whole->blocks = blocks;
}

static void
fill_bands (TdDraftSource *self, TdDraftWhole *whole)
{
  guint n_bands = self->movement->bands->len;
  TdDraftBand *bands = alloc (self, n_bands, sizeof *bands);

  for (guint i = 0; i < n_bands; i++)
    bands[n_bands - 1 - i].name = td_movement_band (self->movement, i)->name;
  for (guint i = 0; i < self->movement->units->len; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (self->scores, i);

      whole->n_units += score->takes_part;
      whole->n_ranked += score->takes_part && score->rank > 0;
      if (score->takes_part && score->band >= 0)
        bands[n_bands - 1 - (guint) score->band].n_units++;
    }
  whole->bands = bands;
  whole->n_bands = n_bands;
}

const TdDraft *
td_draft_source_get_whole (TdDraftSource *self, GError **error)
{
  TdDraft *draft = make_draft (self);
  TdDraftWhole *whole = alloc (self, 1, sizeof *whole);
  TdDraftCell *cells = alloc (self, self->movement->targets->len, sizeof *cells);

  for (guint i = 0; i < self->movement->targets->len; i++)
    if (!fill_pooled (self, i, &cells[i], error))
      return NULL;
  whole->cells = cells;
  whole->n_cells = self->movement->targets->len;
  fill_bands (self, whole);
  fill_blocks (self, whole);
  draft->whole = whole;
  return draft;
}
