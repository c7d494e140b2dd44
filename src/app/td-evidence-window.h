/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the evidence: missing, altered, reused, unattached papers, and entries without any. */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

void td_evidence_window_show (GtkWidget *widget, TdDesk *desk);

G_END_DECLS
