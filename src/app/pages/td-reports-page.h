/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Báo cáo: the grid of a period's figures, typed like a spreadsheet, and the entry's form beside it. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORTS_PAGE (td_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TdReportsPage, td_reports_page, TD, REPORTS_PAGE, TdPage)

G_END_DECLS
