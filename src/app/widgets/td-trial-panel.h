/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The panel in which a trial is made: a target's rule, a unit's figures, and the list of what is being
 * tried. Every right value is tried at once; nothing of it reaches the file.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-sandbox.h"

G_BEGIN_DECLS

#define TD_TYPE_TRIAL_PANEL (td_trial_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdTrialPanel, td_trial_panel, TD, TRIAL_PANEL, GtkWidget)

/**
 * TdTrialPanel::changed:
 *
 * The sandbox's scores are different.
 */

GtkWidget *td_trial_panel_new (void);

/* @sandbox is borrowed and must live until the next call; both %NULL: no trial. */
void td_trial_panel_set_sandbox (TdTrialPanel *self, TdDesk *desk, TdSandbox *sandbox);
/* The unit whose figures are tried; %TD_ID_NONE: none. */
void td_trial_panel_set_unit (TdTrialPanel *self, TdId unit);
/* The target tried; does nothing when it is not of the movement. */
void td_trial_panel_set_target (TdTrialPanel *self, TdId target);

G_END_DECLS
