/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The achievement report of a nomination: what it may be bound to, and a draft, from the scores and the
 * registers as they are now.
 */
#pragma once

#include "awards/td-bound-text.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

/**
 * TdAwardReport:
 *
 * The sources of one report. Uses the book's, the store's and the scores' data only while it is made and
 * asked; they must outlive it.
 */
typedef struct _TdAwardReport TdAwardReport;

/* %NULL when the nominee's record is gone, or a register cannot be read. (transfer full) (nullable) */
TdAwardReport *td_award_report_new (TdStore *store, const TdScores *scores, const TdAwardBook *book,
                                    const TdAwardNomination *nomination) G_GNUC_WARN_UNUSED_RESULT;
void td_award_report_free (TdAwardReport *self);

/* What the text may be bound to, and is compared with. (transfer none) */
const TdBoundFacts *td_award_report_get_facts (const TdAwardReport *self);
/* A draft in the form as stored. (transfer full) */
char *td_award_report_write (const TdAwardReport *self) G_GNUC_WARN_UNUSED_RESULT;

/* The report on file, "" for none. (transfer full) */
char *
td_award_report_load (TdStore *store, TdId movement, TdId nomination) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdAwardReport, td_award_report_free)

G_END_DECLS
