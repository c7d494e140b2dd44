/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A movement's data as plain arrays, for the pure rooms: scoring, awards, papers and charts read
 * these and nothing else. Records refer to each other by index. Read-only once built; may then be
 * read by any thread.
 */
#pragma once

#include "model/td-record.h"
#include "model/td-scope.h"
#include "model/td-steps.h"

G_BEGIN_DECLS

typedef struct
{
  TdId id;
  const char *code;
  const char *name; /* the code when it has none */
  TdDate starts;
  TdDate ends;
  TdDate due;
} TdPeriod;

typedef struct
{
  TdId id;
  const char *code;
  const char *name;
} TdCategory;

typedef struct
{
  TdId id;
  const char *code;
  const char *name;
} TdArea;

typedef struct
{
  TdId id;
  const char *code;
  const char *name;
  const char *short_name; /* the name when it has none */
  const char *head;       /* "" when not given */
  int category;           /* index */
  int block;              /* index into TdMovement.blocks */
  TdDate opened;
  TdDate closed;
  int successor; /* index, -1: none, or one that is not of this movement */
} TdUnit;

typedef struct
{
  TdId id;
  const char *code;
  const char *name;
  const char *group;           /* "" when not given */
  const char *unit_of_measure; /* "" when not given */
  const char *evidence;        /* "" when not given */
  int area;
  TdKind kind;
  TdAccumulation accumulation; /* of ratios and amounts; the others take the latest */
  TdDirection direction;
  TdRule rule;
  TdPace pace;
  TdFrequency frequency;
  TdIfNoneArising if_none_arising;
  TdIfMissing if_missing;
  TdDecimal goal;  /* TD_DECIMAL_NONE: none */
  TdDecimal floor; /* TD_DECIMAL_NONE: none */
  TdDecimal max_points;
  TdDecimal late_share; /* 0 when blank: late is as good as not done */
  TdDate due;
  TdStep *steps; /* ascending */
  guint n_steps;
  TdScope *scope;
} TdTarget;

/**
 * TdFigures:
 *
 * The figures of an entry, as its target's kind has them; all blank is a #TdFigures whose first
 * member is %TD_DECIMAL_NONE.
 */
typedef struct
{
  TdDecimal first;  /* done; the amount; the day it was done, as a #TdDate; the points */
  TdDecimal second; /* due, of a ratio; else TD_DECIMAL_NONE */
} TdFigures;

typedef struct
{
  guint32 unit;
  guint32 target;
  guint32 period;
  TdEntryState state;
  TdFigures reported;
  TdFigures appraised;
} TdEntry;

typedef struct
{
  TdId id;
  const char *code;
  const char *reason;
  const char *clause;
  int unit;
  TdAdjustmentKind kind;
  TdDecimal points;
  TdDate granted_on;
} TdAdjustment;

typedef struct
{
  TdId id;
  const char *name;
  TdDecimal at_least;
} TdBand;

/**
 * TdMovement:
 *
 * Everything of one movement that its points stand on. Strings live as long as it does.
 */
typedef struct
{
  TdId id;
  const char *code;
  const char *title;
  const char *theme;
  const char *decision;
  TdDate starts;
  TdDate ends;
  guint decimals;
  TdDecimal bonus_cap;   /* TD_DECIMAL_NONE: none */
  TdDecimal penalty_cap; /* TD_DECIMAL_NONE: none */
  TdDecimal ceiling;     /* TD_DECIMAL_NONE: none */
  gboolean illustrative;
  int launched_by; /* index of the choice, -1: not recorded */

  GArray *periods;     /* of TdPeriod, by ends, then starts, then code */
  GArray *categories;  /* of TdCategory, by code */
  GPtrArray *blocks;   /* of char*, in Vietnamese order */
  GArray *units;       /* of TdUnit, by code; all that take part at some time */
  GArray *areas;       /* of TdArea, by code */
  GArray *targets;     /* of TdTarget, by code */
  GArray *entries;     /* of TdEntry, by target, then unit, then period */
  GArray *adjustments; /* of TdAdjustment */
  GArray *bands;       /* of TdBand, by at_least, ascending */

  GStringChunk *strings;
} TdMovement;

#define td_movement_period(m, i)     (&g_array_index ((m)->periods, TdPeriod, (i)))
#define td_movement_unit(m, i)       (&g_array_index ((m)->units, TdUnit, (i)))
#define td_movement_category(m, i)   (&g_array_index ((m)->categories, TdCategory, (i)))
#define td_movement_area(m, i)       (&g_array_index ((m)->areas, TdArea, (i)))
#define td_movement_target(m, i)     (&g_array_index ((m)->targets, TdTarget, (i)))
#define td_movement_entry(m, i)      (&g_array_index ((m)->entries, TdEntry, (i)))
#define td_movement_adjustment(m, i) (&g_array_index ((m)->adjustments, TdAdjustment, (i)))
#define td_movement_band(m, i)       (&g_array_index ((m)->bands, TdBand, (i)))
#define td_movement_block(m, i)      ((const char *) g_ptr_array_index ((m)->blocks, (i)))

/* An empty movement with its arrays. */
TdMovement *td_movement_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_movement_free (TdMovement *self);

/*
 * Takes over the fields of records, whose references are ids. Call in the order movement, periods,
 * categories, units, areas, targets, bands, adjustments, then td_movement_link(), then entries.
 * References that lead nowhere (a successor in another movement) become -1.
 */
void td_movement_take_movement (TdMovement *self, const TdRecord *record);
void td_movement_add_period (TdMovement *self, const TdRecord *record);
void td_movement_add_category (TdMovement *self, const TdRecord *record);
void td_movement_add_unit (TdMovement *self, const TdRecord *record);
void td_movement_add_area (TdMovement *self, const TdRecord *record);
void td_movement_add_target (TdMovement *self, const TdRecord *record);
void td_movement_add_band (TdMovement *self, const TdRecord *record);
void td_movement_add_adjustment (TdMovement *self, const TdRecord *record);

/* Sorts what was added and turns ids into indexes. Once, before the entries. */
void td_movement_link (TdMovement *self);

/* Puts the entries from index @first on, which are of one target, in order. */
void td_movement_sort_entries (TdMovement *self, guint first);

/*
 * Puts another description of target @target in its place: all but its id, code and name, by which it
 * is found and sorted. After linking; an area that is not of this movement leaves it in its area.
 */
void td_movement_set_target (TdMovement *self, guint target, const TdRecord *record);

/*
 * The entry that @record is, as the movement's entries have it: the figures of its target's kind.
 * FALSE when unit, target or period is not of this movement.
 */
gboolean td_movement_read_entry (const TdMovement *self, const TdRecord *record, TdEntry *out);

/* The index of the record with this id, -1 when it is not of this movement. After linking. */
int td_movement_find_unit (const TdMovement *self, TdId id);
int td_movement_find_target (const TdMovement *self, TdId id);
int td_movement_find_period (const TdMovement *self, TdId id);
/* By code. */
int td_movement_find_unit_code (const TdMovement *self, const char *code);
int td_movement_find_target_code (const TdMovement *self, const char *code);
int td_movement_find_period_code (const TdMovement *self, const char *code);

/* Whether target @target applies to unit @unit (indexes). */
gboolean td_movement_applies (const TdMovement *self, guint target, guint unit);

/* Whether the unit takes part on this day: opened, and not closed (SCORING.md). */
gboolean td_unit_takes_part (const TdUnit *self, TdDate as_of);

/* The day for which a movement is shown when none is asked for: @today, or its end if that is past. */
TdDate td_movement_default_as_of (const TdMovement *self, TdDate today);

/* The day of a milestone's figures, %TD_DATE_NONE when not done. */
TdDate td_figures_get_date (const TdFigures *self);

/* Whether the figures are the same, for an entry that is there. */
gboolean td_figures_equal (const TdFigures *a, const TdFigures *b);

/* The reported figures of an entry. */
void td_figures_read (const TdRecord *entry, TdKind kind, TdFigures *out);
/* Sets the reported figures of an entry, and blanks those of other kinds. */
void td_figures_write (const TdFigures *figures, TdKind kind, TdRecord *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdMovement, td_movement_free)

G_END_DECLS
