/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Closing a period: what was reported, by which rules it counted and what came of it are written down
 * as one record with its SHA-256, and from then on the door refuses changes of the period's entries. It
 * is reopened only with a reason; closing it again is a new revision.
 *
 * Belongs to the thread of the store.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

/*
 * The record of a period as it is now, JSON: the period, the targets' rules, the period's entries by
 * unit and target, and the ranking as of the period's end on the appraised basis. The same data gives the
 * same text. %NULL with @error set. (transfer full) (nullable)
 */
char *td_seal_make_record (TdStore *store, TdId movement, TdId period, GError **error);

/* Closes the period on @today, one step. @revision (nullable) gets which closing it is, from 1. */
gboolean td_seal_close (TdStore *store, TdId movement, TdId period, TdDate today, guint *revision,
                        GError **error);

/* Reopens it. Fails with %TD_ERROR_NOT_FOUND when it is not closed. */
gboolean td_seal_reopen (TdStore *store, TdId movement, TdId period, TdDate today,
                         const char *reason, GError **error);

/* The seal that closes the period now, %NULL when it is open. (transfer full) (nullable) */
TdRecord *td_seal_find (TdStore *store, TdId movement, TdId period);

/*
 * What reopening a closed period may change, a sentence each: its figures and appraisals, the ranking
 * from its end on, the periods closed later whose records hold that ranking, the award rounds summed up
 * or decided since. (transfer full): of char*
 */
GPtrArray *td_seal_list_affected (TdStore *store, const TdMovement *movement, TdId period);

/* Whether the record of a seal is still the one its hash was made of. */
gboolean td_seal_is_whole (const TdRecord *seal);

G_END_DECLS
