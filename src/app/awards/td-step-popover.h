/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where nominations go next, with date, number of the paper and a note, and writes the step. */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_STEP_POPOVER (td_step_popover_get_type ())
G_DECLARE_FINAL_TYPE (TdStepPopover, td_step_popover, TD, STEP_POPOVER, GtkPopover)

GtkWidget *td_step_popover_new (void);

/* Which nominations go; of #TdId. FALSE when none of them can go anywhere. */
gboolean td_step_popover_set (TdStepPopover *self, TdDesk *desk, const TdAwardBook *book,
                              const GArray *nominations);

/* Chooses the first state of @states (bits 1 << #TdNominationState) that is on offer, if one is. */
void td_step_popover_prefer (TdStepPopover *self, guint states);

G_END_DECLS
