/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * “Vì sao?”: every step behind a total or a cell, from the desk's scores; a line about a cell leads to
 * its own steps, a line about an entry to the report.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-why.h"

G_BEGIN_DECLS

#define TD_TYPE_WHY_VIEW (td_why_view_get_type ())
G_DECLARE_FINAL_TYPE (TdWhyView, td_why_view, TD, WHY_VIEW, GtkWidget)

GtkWidget *td_why_view_new (void);

/* Follows @desk; %NULL: no file. */
void td_why_view_set_desk (TdWhyView *self, TdDesk *desk);

/* Explains a unit, or with @target a cell of it. %TD_ID_NONE: nothing. Records, not indexes. */
void td_why_view_show (TdWhyView *self, TdId unit, TdId target);

G_END_DECLS
