/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what the office sets about an award: a share, a coefficient, a condition, and where it was read. */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-law.h"

G_BEGIN_DECLS

/* Called with the id of the office's pack before it is written, so that it can be shown. */
typedef void (*TdLawFactWritten) (const char *pack, gpointer data);

/*
 * @setting says which pack, award, item and condition; its other members are what the dialog asks for. @words
 * names the thing in the heading. @round, which may be %NULL, can be given the pack at once: one step
 * with it. @written is called with @widget.
 */
void td_law_fact_dialog_show (GtkWidget *widget, TdDesk *desk, const TdAwardBook *book,
                              const TdAwardRound *round, const TdLawSetting *setting,
                              const char *words, TdLawFactWritten written);

G_END_DECLS
