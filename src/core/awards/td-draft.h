/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Achievement reports drafted by rule (AWARDS.md, “Achievement report”): plain Vietnamese sentences, one
 * for each thing the figures show, every number and name bound to its fact. Nothing is said that no
 * figure shows; a sentence one of whose facts is missing is left out. The same data give the same bytes.
 *
 * The sentences are printed on official papers and are Vietnamese by themselves. What the texts look
 * like: td-bound-text.h.
 */
#pragma once

#include "awards/td-bound-text.h"
#include "model/td-movement.h"

G_BEGIN_DECLS

/**
 * TdDraftState:
 * @TD_DRAFT_SKIP: the target does not apply, or nothing is due yet
 * @TD_DRAFT_VALUE: there is a value
 * @TD_DRAFT_NONE_ARISING: nothing arose
 * @TD_DRAFT_NO_FIGURE: something was expected, and no figure counts
 */
typedef enum
{
  TD_DRAFT_SKIP,
  TD_DRAFT_VALUE,
  TD_DRAFT_NONE_ARISING,
  TD_DRAFT_NO_FIGURE,
} TdDraftState;

/**
 * TdDraftCell:
 * @target: index into the movement's targets
 * @state: what there is to say
 * @value: as shown: a percentage of ratios, the amount; else %TD_DECIMAL_NONE
 * @done: of ratios, Σdone; of a milestone over units, those done; else %TD_DECIMAL_NONE
 * @due: of ratios, Σdue; of a milestone over units, those concerned; else %TD_DECIMAL_NONE
 * @done_on: of one unit's milestone, %TD_DATE_NONE: not done
 * @points: got; %TD_DECIMAL_NONE: none
 * @reaches_goal: the exact value reaches the goal
 * @revision: of which state the figures are (nullable)
 * @evidence: whether the evidence the target asks for is there
 * @units_counted: of a movement as a whole: units with a value or none arising
 * @units_expected: of a movement as a whole: units concerned
 *
 * What one unit, or all of them together, has of one target.
 */
typedef struct
{
  guint target;
  TdDraftState state;
  TdDecimal value;
  TdDecimal done;
  TdDecimal due;
  TdDate done_on;
  TdDecimal points;
  gboolean reaches_goal;
  const char *revision;
  TdKnown evidence;
  guint units_counted;
  guint units_expected;
} TdDraftCell;

/* A bonus or penalty that counts. */
typedef struct
{
  const char *code;
  TdAdjustmentKind kind;
  TdDecimal points;
  const char *reason; /* nullable */
} TdDraftAdjustment;

/**
 * TdDraftUnit:
 * @code: of the unit
 * @name: of the unit
 * @block: name of its block
 * @total: %TD_DECIMAL_NONE when not ranked
 * @index: %TD_DECIMAL_NONE when not ranked
 * @rank: from 1; 0: not ranked
 * @tied: shares its rank
 * @n_ranked: units ranked in the block
 * @band: name, %NULL for none
 * @filled: expected entries that are counted
 * @expected: entries expected
 * @cells: in the order of the movement's targets
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *block;
  TdDecimal total;
  TdDecimal index;
  guint rank;
  gboolean tied;
  guint n_ranked;
  const char *band;
  guint filled;
  guint expected;
  const TdDraftCell *cells;
  guint n_cells;
  const TdDraftAdjustment *adjustments;
  guint n_adjustments;
} TdDraftUnit;

typedef struct
{
  const char *code;
  const char *title;
  const char *scope;    /* words, nullable */
  const char *decision; /* nullable */
  TdDate recognised_on;
} TdDraftInitiative;

typedef struct
{
  const char *code;     /* of the award */
  const char *award;    /* its title */
  const char *decision; /* nullable */
  TdDate decided_on;
} TdDraftAward;

typedef struct
{
  const char *code;
  const char *name;
  const char *position; /* nullable */
  const TdDraftInitiative *initiatives;
  guint n_initiatives;
  const TdDraftAward *awards;
  guint n_awards;
} TdDraftPerson;

/* A block and who leads it: all units that share its first rank. */
typedef struct
{
  const char *name;
  guint n_ranked;
  const TdDraftUnit *const *first;
  guint n_first;
} TdDraftBlock;

typedef struct
{
  const char *name;
  guint n_units;
} TdDraftBand;

/**
 * TdDraftWhole:
 * @n_units: taking part
 * @n_ranked: ranked
 * @cells: all units together, in the order of the movement's targets
 *
 * A movement as a whole.
 */
typedef struct
{
  guint n_units;
  guint n_ranked;
  const TdDraftBlock *blocks;
  guint n_blocks;
  const TdDraftBand *bands; /* highest first */
  guint n_bands;
  const TdDraftCell *cells;
  guint n_cells;
} TdDraftWhole;

/**
 * TdDraft:
 * @movement: the movement
 * @as_of: the date of the figures
 * @revision: of which state totals and ranks are (nullable)
 * @unit: of a unit's report, or the unit a person works in; else %NULL
 * @person: of a person's report, else %NULL
 * @whole: of a report on the movement, else %NULL
 *
 * What a report is drafted from. Borrows everything.
 */
typedef struct
{
  const TdMovement *movement;
  TdDate as_of;
  const char *revision;
  const TdDraftUnit *unit;
  const TdDraftPerson *person;
  const TdDraftWhole *whole;
} TdDraft;

/*
 * Every fact a report may be bound to, whether a sentence uses it or not: what td_bound_text_check()
 * compares a stored report with. (transfer full)
 */
TdBoundFacts *td_draft_get_facts (const TdDraft *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The report, as td_bound_text_new() reads it: of the person where there is one, else of the unit, else
 * of the whole movement. (transfer full)
 */
char *td_draft_write (const TdDraft *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
