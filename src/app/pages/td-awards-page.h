/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Khen thưởng: a round's desk. One round is chosen; its sides are nominations with their law cards, quotas,
 * council, bonuses, the round itself with what is missing before printing, and the law.
 */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_AWARDS_PAGE (td_awards_page_get_type ())
G_DECLARE_FINAL_TYPE (TdAwardsPage, td_awards_page, TD, AWARDS_PAGE, TdPage)

G_END_DECLS
