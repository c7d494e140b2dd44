/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scoring engine's own files share. */
#pragma once

#include "scoring/td-explain.h"
#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/* The entries of one cell, by period. */
typedef struct
{
  TdEntry *entries;
  guint n;
  gboolean own; /* allocated here, not part of the movement's array */
} TdSlice;

struct _TdScoreData
{
  TdMovement *movement;
  TdSlice *slices;   /* [target · n_units + unit] */
  gboolean *applies; /* the same */
  GArray **heirs_of; /* [unit]: of guint, the units that name it as successor; NULL: none */
  guint *by_name;    /* [unit]: its place in the Vietnamese order of names */
};

#define td_slot(data, unit, target) ((target) * (data)->movement->units->len + (unit))

/* Whether an entry counts as of the date on the basis; @figures gets those that do. */
TdEntryUse td_entry_use (const TdMovement *movement, const TdEntry *entry, TdDate as_of,
                         TdBasis basis, TdFigures *figures);

/* What a cell's entries come to, its predecessors' included. */
typedef struct
{
  gboolean counted; /* at least one counted entry, own or passed on */
  gboolean pending;
  gboolean rejected;
  TdWide first;  /* Σ or latest: done, amount, points; the day of a milestone */
  TdWide second; /* Σ or latest: due; for a mean the number of entries */
  int latest;    /* the unit's own latest counted period, -1: none */
} TdTally;

/* @trace (nullable): gets a #TdExplainedEntry for every entry that was looked at. */
gboolean td_tally (const TdScoreData *data, guint unit, guint target, TdDate as_of, TdBasis basis,
                   GArray *trace, TdTally *out);

/* Whether the target's figures pass to a successor. */
gboolean td_target_passes (const TdTarget *target);

gboolean td_cell_score_compute (const TdScoreData *data, guint unit, guint target, TdDate as_of,
                                TdBasis basis, TdCellScore *out, GError **error);

/* 10^@digits. */
TdWide td_power_of_ten (guint digits);
/* a/b·100 rounded to the movement's decimals, as a decimal. */
gboolean td_percent (TdWide part, TdWide whole, guint decimals, TdDecimal *out);
/* A unit's total from its index and its adjustments; FALSE when it does not fit. */
gboolean td_unit_total (const TdMovement *movement, TdDecimal index, TdDecimal bonus,
                        TdDecimal penalty, TdDecimal *out);
/* Narrows a sum; FALSE when it does not fit. */
gboolean td_narrow (TdWide value, TdDecimal *out);
void td_set_overflow (GError **error, const char *code);

G_END_DECLS
