/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The papers behind one entry: attached by dialog or by dropping files on the box, looked at, taken away.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_EVIDENCE_BOX (td_evidence_box_get_type ())
G_DECLARE_FINAL_TYPE (TdEvidenceBox, td_evidence_box, TD, EVIDENCE_BOX, AdwBin)

/* Shows the papers of @entry, an entry that need not be stored yet; %NULL: none. */
void
td_evidence_box_show (TdEvidenceBox *self, TdDesk *desk, const TdRecord *entry, gboolean writable);

G_END_DECLS
