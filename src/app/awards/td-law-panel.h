/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Law packs: what each says of an award, where it was read, what is not verified; the office's own pack and registers. */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_LAW_PANEL (td_law_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdLawPanel, td_law_panel, TD, LAW_PANEL, TdAwardPanel)

G_END_DECLS
