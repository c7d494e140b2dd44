/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One paper of each kind with the words of Móng Cái's movement of 2024, for tests and for looking at.
 * Persons, decisions and figures are invented: an illustration, not a record of anything.
 */
#pragma once

#include "documents/td-achievement.h"
#include "documents/td-briefing.h"
#include "documents/td-certificate.h"
#include "documents/td-check-list.h"
#include "documents/td-contents.h"
#include "documents/td-decision.h"
#include "documents/td-minutes.h"
#include "documents/td-progress.h"
#include "documents/td-proposal.h"
#include "documents/td-ranking.h"
#include "documents/td-reminder.h"

G_BEGIN_DECLS

/* The built-in template of a kind, which must have no problem. (transfer full) */
TdTemplate *sample_template (TdPaperKind kind);

/* @n_collectives units and @n_persons people; free with sample_nominees_free(). */
TdNominee *sample_nominees_new (guint n_collectives, guint n_persons);
void sample_nominees_free (TdNominee *nominees, guint n_nominees);

/* The proposal of so many. (transfer full) */
TdDocument *sample_proposal (guint n_collectives, guint n_persons, gboolean final);
/* The achievement report of one nominee. (transfer full) */
TdDocument *sample_achievement (const TdNominee *nominee, gboolean final);
/* Certificates of the first two nominees. (transfer full) */
TdDocument *sample_certificates (gboolean a3);
/* A reminder to one unit. (transfer full) */
TdDocument *sample_reminder_one (void);

/* Any kind, at its ordinary size. (transfer full) */
TdDocument *sample_paper (TdPaperKind kind, gboolean final);

/*
 * Makes the first list of a paper @n_rows long, all rows like its first one. %NULL when the paper has
 * no list. (transfer none)
 */
TdPaperTable *sample_set_rows (TdDocument *document, guint n_rows);

G_END_DECLS
