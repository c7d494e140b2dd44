/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Xếp hạng: totals and ranks by block or overall, and why each is what it is. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_RANKING_PAGE (td_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (TdRankingPage, td_ranking_page, TD, RANKING_PAGE, TdPage)

G_END_DECLS
