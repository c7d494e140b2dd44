/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The law card of a nomination: clause by clause pass, fail or unknown, with what it stands on, what would
 * make it pass, what is not verified, and who set it aside and why.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_LAW_CARD_VIEW (td_law_card_view_get_type ())
G_DECLARE_FINAL_TYPE (TdLawCardView, td_law_card_view, TD, LAW_CARD_VIEW, GtkWidget)

GtkWidget *td_law_card_view_new (void);

/*
 * Shows the card of one nomination; of several what stands against them together, condition by
 * condition, so that one ruling can be made for all; of none nothing. @nominations is of
 * #TdAwardNomination and need not outlive the call.
 */
void td_law_card_view_show (TdLawCardView *self, TdDesk *desk, const GPtrArray *nominations);

G_END_DECLS
