/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of a draft share: the keys of its facts. */
#pragma once

#include "awards/td-draft.h"

G_BEGIN_DECLS

/* The "unit" of facts of all units together. */
#define TD_DRAFT_ALL "all"

/* `KIND:a;b;c`; @b and @c may be %NULL. (transfer full) */
char *td_draft_key (const char *kind, const char *a, const char *b,
                    const char *c) G_GNUC_WARN_UNUSED_RESULT;

/* The day of an award as in its facts' keys. (transfer full) */
char *td_draft_day_key (TdDate date) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Whether a cell of @unit can reach a goal: the goal of an amount is each unit's own, and says nothing
 * of the sum over all of them.
 */
gboolean td_draft_has_goal (const TdTarget *target, const char *unit);

/* The title of a movement without the words every title begins with: it stands after them in sentences. */
const char *td_draft_movement_name (const char *title);

G_END_DECLS
