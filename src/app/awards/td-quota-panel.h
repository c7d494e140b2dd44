/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quota desk: places, who is in and out, the line and its margin, ties and exceptions. */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_QUOTA_PANEL (td_quota_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdQuotaPanel, td_quota_panel, TD, QUOTA_PANEL, TdAwardPanel)

G_END_DECLS
