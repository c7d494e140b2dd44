/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The council: attendance, recusals, ballots of two counters, results with the base they are of. */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_COUNCIL_PANEL (td_council_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdCouncilPanel, td_council_panel, TD, COUNCIL_PANEL, TdAwardPanel)

G_END_DECLS
