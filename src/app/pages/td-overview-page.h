/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tổng quan: how the whole stands, in a few numbers and charts; every mark leads to its record. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_OVERVIEW_PAGE (td_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TdOverviewPage, td_overview_page, TD, OVERVIEW_PAGE, TdPage)

G_END_DECLS
