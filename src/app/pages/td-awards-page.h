/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Khen thưởng: nominations as a list with their form. */
#pragma once

#include "app/pages/td-record-page.h"

G_BEGIN_DECLS

#define TD_TYPE_AWARDS_PAGE (td_awards_page_get_type ())
G_DECLARE_FINAL_TYPE (TdAwardsPage, td_awards_page, TD, AWARDS_PAGE, TdRecordPage)

G_END_DECLS
