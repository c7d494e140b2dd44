/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From scores to what law cards and achievement reports look at. The awards' room knows no scores: here
 * they are put into its plain values.
 */
#pragma once

#include "awards/td-draft.h"
#include "awards/td-law-case.h"
#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/* What a law card looks at in a unit's scores. Borrows the movement's strings. */
void td_award_figures_get_score (const TdScores *scores, guint unit, TdLawScore *out);

/* What it looks at in the movement. Borrows its strings and bands. */
void td_award_figures_get_movement (const TdMovement *movement, TdLawMovement *out);

/**
 * TdDraftCellFunc:
 * @revision: to be set to which state the figures of the cell are (transfer none, valid until the next call)
 * @evidence: to be set to whether the evidence the target asks for is there
 *
 * What the scores do not know of a cell. What it leaves alone stays as it is: the revision is then the
 * latest period with an entry, the date and the basis of the scores.
 */
typedef void (*TdDraftCellFunc) (guint unit, guint target, const char **revision, TdKnown *evidence,
                                 gpointer data);

/**
 * TdDraftSource:
 *
 * The figures a report is drafted from. Its drafts live as long as it does; scores and movement must outlive
 * it. One thread at a time.
 */
typedef struct _TdDraftSource TdDraftSource;

/* @func (nullable) is called while the source is used. (transfer full) */
TdDraftSource *td_draft_source_new (const TdScores *scores, TdDraftCellFunc func,
                                    gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void td_draft_source_free (TdDraftSource *self);

/* A unit's report. (transfer none) */
const TdDraft *td_draft_source_get_unit (TdDraftSource *self, guint unit);
/* A person's, who works in @unit (index, -1: none of the movement). @person must outlive the source. */
const TdDraft *
td_draft_source_get_person (TdDraftSource *self, int unit, const TdDraftPerson *person);
/* The movement's as a whole. %NULL with %TD_ERROR_OVERFLOW when a sum does not fit. (transfer none) */
const TdDraft *td_draft_source_get_whole (TdDraftSource *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDraftSource, td_draft_source_free)

G_END_DECLS
