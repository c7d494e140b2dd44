/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round: its dates and numbers, the law that holds for it, and what is missing before printing. */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_ROUND_PANEL (td_round_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdRoundPanel, td_round_panel, TD, ROUND_PANEL, TdAwardPanel)

G_END_DECLS
