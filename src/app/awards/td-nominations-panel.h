/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The nominations of a round: a list with search and bulk steps, and beside it the law card, the form, the
 * steps and the achievement report of the one selected.
 */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_NOMINATIONS_PANEL (td_nominations_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdNominationsPanel, td_nominations_panel, TD, NOMINATIONS_PANEL, TdAwardPanel)

/* Selects a nomination of the round shown. */
void td_nominations_panel_select (TdNominationsPanel *self, TdId nomination);

/* The nomination selected, the first of several; %TD_ID_NONE when none is. */
TdId td_nominations_panel_get_selected (TdNominationsPanel *self);

G_END_DECLS
