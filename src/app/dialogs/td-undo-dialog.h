/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo in the window: what was changed since is shown and asked about, never overwritten in silence. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

/*
 * Takes @journal (%TD_ID_NONE: the last change that can be) back, or makes it again, and says so in a
 * toast of the window around @widget; a question first when it concerns what came later.
 */
void td_undo_with_question (GtkWidget *widget, TdDesk *desk, TdId journal, gboolean undo);

G_END_DECLS
