/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the office says of one reported entry: accept it, correct it with other figures and a reason,
 * reject it with a reason, and on to the next one that waits. Says so when the person who typed the
 * figures is the one who appraises them.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_APPRAISAL_PANEL (td_appraisal_panel_get_type ())
G_DECLARE_FINAL_TYPE (TdAppraisalPanel, td_appraisal_panel, TD, APPRAISAL_PANEL, AdwBin)

/**
 * TdAppraisalPanel::move:
 * @step: 1 for the next entry that waits, -1 for the one before
 */

/* Shows what can be said of @entry; with %NULL, or without figures, nothing can. */
void td_appraisal_panel_show (TdAppraisalPanel *self, TdDesk *desk, const TdRecord *entry,
                              gboolean writable);

/* Whether the entry has something to be appraised. */
gboolean td_appraisal_panel_is_active (TdAppraisalPanel *self);

/* Accepts, corrects or rejects the entry; FALSE when that could not be written. */
gboolean td_appraisal_panel_appraise (TdAppraisalPanel *self, TdEntryState state);

/* The note with the appraiser's reason in the place of an earlier one. (transfer full) */
char *td_appraisal_note (const char *note, const char *reason) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
