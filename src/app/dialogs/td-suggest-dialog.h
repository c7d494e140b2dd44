/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who might be nominated in a round: everybody an award could go to, those whose law card passes first,
 * with rank, total and the reasons; nominates those selected.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

/* Opens the window for a round. It works out the candidates itself, and writes through the door. */
void td_suggest_dialog_show (GtkWidget *widget, TdDesk *desk, TdId round);

G_END_DECLS
