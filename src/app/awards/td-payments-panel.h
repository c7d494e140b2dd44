/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bonuses of a round with their totals, and how they are rounded. */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_PAYMENTS_PANEL (td_payments_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdPaymentsPanel, td_payments_panel, TD, PAYMENTS_PANEL, TdAwardPanel)

G_END_DECLS
