/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chỉ tiêu: areas, groups and targets with their scoring rules. */
#pragma once

#include "app/pages/td-record-page.h"

G_BEGIN_DECLS

#define TD_TYPE_TARGETS_PAGE (td_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (TdTargetsPage, td_targets_page, TD, TARGETS_PAGE, TdRecordPage)

G_END_DECLS
