/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The check list of a nomination's dossier: the papers that its award asks for, which of them are there,
 * under which number and of which day. Of several nominations one tick is about all of them.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_DOSSIER_VIEW (td_dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (TdDossierView, td_dossier_view, TD, DOSSIER_VIEW, GtkWidget)

GtkWidget *td_dossier_view_new (void);

/* @nominations is of #TdAwardNomination and need not outlive the call. */
void td_dossier_view_show (TdDossierView *self, TdDesk *desk, const GPtrArray *nominations);

G_END_DECLS
