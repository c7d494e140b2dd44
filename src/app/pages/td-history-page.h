/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lịch sử: every change in words, the newest first; any of them can be taken back from here. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_HISTORY_PAGE (td_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TdHistoryPage, td_history_page, TD, HISTORY_PAGE, TdPage)

G_END_DECLS
