/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a figure is what it is: every entry that was looked at and what became of it, the value, the
 * share, the points. Made by the same code that scores, so that it cannot say anything else.
 */
#pragma once

#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/**
 * TdEntryUse:
 * @TD_ENTRY_COUNTS: its figures count
 * @TD_ENTRY_IS_LATER: its period ends after the date
 * @TD_ENTRY_IS_BLANK: no figures for its kind: no entry
 * @TD_ENTRY_IS_DRAFT: drafts never count
 * @TD_ENTRY_IS_PENDING: awaiting appraisal, on the appraised basis
 * @TD_ENTRY_IS_REJECTED: rejected, on the appraised basis
 */
typedef enum
{
  TD_ENTRY_COUNTS,
  TD_ENTRY_IS_LATER,
  TD_ENTRY_IS_BLANK,
  TD_ENTRY_IS_DRAFT,
  TD_ENTRY_IS_PENDING,
  TD_ENTRY_IS_REJECTED,
} TdEntryUse;

/* English source of the words shown; translate before showing. */
const char *td_entry_use_title (TdEntryUse use);
/* For data: "counts", "later"… */
const char *td_entry_use_code (TdEntryUse use);

/**
 * TdExplainedEntry:
 * @entry: the entry; valid until the data changes
 * @unit: whose entry: the cell's unit, or a predecessor whose figures pass to it
 * @use: whether it counts, or why not
 * @figures: those that count, the appraiser's or the reported ones
 * @superseded: it counts, but an own report of the successor speaks for both, or (of a `latest`
 *   target) a later entry of the same unit does
 */
typedef struct
{
  const TdEntry *entry;
  guint unit;
  TdEntryUse use;
  TdFigures figures;
  gboolean superseded;
} TdExplainedEntry;

/**
 * TdExplanation:
 * @unit: index
 * @target: index
 * @cell: the cell itself
 * @entries: of #TdExplainedEntry
 * @has_share: there is a value, and with it a share
 * @share: of the maximum points, exact
 */
typedef struct
{
  guint unit;
  guint target;
  TdCellScore cell;
  GArray *entries;
  gboolean has_share;
  TdFraction share;
} TdExplanation;

/* Explains a cell of @scores. */
TdExplanation *
td_explanation_new (const TdScores *scores, guint unit, guint target) G_GNUC_WARN_UNUSED_RESULT;
void td_explanation_free (TdExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdExplanation, td_explanation_free)

G_END_DECLS
