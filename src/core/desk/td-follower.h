/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looking on while another desk works in a file: opens it read-only, reads it anew when it changed, and
 * keeps what it has while the file is away for a moment (a network folder), saying so. For screens that
 * nobody attends.
 *
 * Asked from time to time; starts no timer of its own. Belongs to one thread.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

typedef struct _TdFollower TdFollower;

/* The file need not be there yet: see td_follower_get_problem(). */
TdFollower *td_follower_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;
void td_follower_free (TdFollower *self);

/*
 * Which movement, day and basis are shown, also after the file was opened anew. %TD_ID_NONE: the
 * file's own; %TD_DATE_NONE: the default.
 */
void td_follower_set_view (TdFollower *self, TdId movement, TdDate as_of, TdBasis basis);

/*
 * Looks at the file. TRUE when what it shows is, or may be, different: the desk is another one, its
 * scores were read anew, or the file went away or came back.
 */
gboolean td_follower_look (TdFollower *self);

/* (transfer none) (nullable): %NULL until the file could be opened once. Stays while it is away. */
TdDesk *td_follower_get_desk (TdFollower *self);
/* Why the file cannot be read at present; %NULL when it can. (transfer none) */
const char *td_follower_get_problem (TdFollower *self);

/*
 * When the figures shown were last changed: the time of the last change in the file's journal, as
 * seconds since the epoch; 0 when there is none.
 */
gint64 td_follower_get_changed_at (TdFollower *self);

/* “just now”, “5 minutes ago”, “3 days ago”. @seconds below 0 counts as now. (transfer full) */
char *td_age_words (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFollower, td_follower_free)

G_END_DECLS
