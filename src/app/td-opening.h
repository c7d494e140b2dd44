/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A data file being read on a thread of its own: while GTK starts, or while a window goes on being
 * drawn. Started and ended on the main thread.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

typedef struct _TdOpening TdOpening;

TdOpening *td_opening_new (const char *path);

/*
 * Waits for it, and frees it. Returns: (transfer full) (nullable): the desk, of the calling thread
 * from now on, or %NULL with @error. @read_only_reason: (out) (transfer full) (nullable): a sentence
 * that says who has the file, when it can only be looked at.
 */
TdDesk *td_opening_end (TdOpening *self, char **read_only_reason, GError **error);

G_END_DECLS
