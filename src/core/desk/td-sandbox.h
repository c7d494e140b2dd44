/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What if: a copy of the desk's movement in memory in which targets and entries are tried out and
 * scored, beside the real one. Nothing of it ever reaches the file; freeing it throws it away.
 *
 * Belongs to the thread of its desk.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

typedef struct _TdSandbox TdSandbox;

/* A copy as of the desk's day and on its basis. %NULL with @error when the file cannot be read. */
TdSandbox *td_sandbox_new (TdDesk *desk, GError **error);
void td_sandbox_free (TdSandbox *self);

/* (transfer none): both are valid until the next trial or refresh. */
const TdMovement *td_sandbox_get_movement (const TdSandbox *self);
const TdScores *td_sandbox_get_scores (const TdSandbox *self);

/*
 * Tries @record in place of the stored one: a target (all but its code and name; it must be one of
 * the movement's), or an entry. A second trial of the same record takes the place of the first; one
 * that equals what is stored takes the trial back. Fails, and changes nothing, with
 * %TD_ERROR_INVALID when the record breaks a rule, with %TD_ERROR_NOT_FOUND when it belongs to no
 * target, unit or period of the movement, with %TD_ERROR_OVERFLOW when a sum does not fit.
 */
gboolean td_sandbox_try (TdSandbox *self, const TdRecord *record, GError **error);

/* The record as it is in the trial: tried, else as stored. (transfer full) (nullable) */
TdRecord *td_sandbox_get_target (TdSandbox *self, TdId target);
/* The same for an entry; a new, blank one when there is none. (transfer full) */
TdRecord *td_sandbox_get_entry (TdSandbox *self, TdId target, TdId unit, TdId period);

/* What is being tried, in the order it was tried first. */
guint td_sandbox_get_n_tries (const TdSandbox *self);
/* (transfer none): valid until the next trial. */
const TdRecord *td_sandbox_get_try (const TdSandbox *self, guint index);
/* In words: which record, and each field with before and after. (transfer full) */
char *td_sandbox_dup_words (TdSandbox *self, guint index) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_sandbox_take_back (TdSandbox *self, guint index, GError **error);

/* Follows the desk: its file, day and basis as they are now, with the same trials. */
gboolean td_sandbox_refresh (TdSandbox *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSandbox, td_sandbox_free)

G_END_DECLS
