/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks who decided something that the rules alone do not, and why: without both there is no ruling. */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-steps.h"

G_BEGIN_DECLS

/*
 * Asks, and writes @ruling with what was typed as one step called @label. @heading and @body say what is
 * decided. Of a tie-break the place is asked for too. Copies all of @ruling.
 */
void td_ruling_dialog_show (GtkWidget *widget, TdDesk *desk, const TdRuling *ruling,
                            const char *heading, const char *body, const char *label);

G_END_DECLS
