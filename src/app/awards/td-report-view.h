/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The editor of a nomination's achievement report: drafted from the figures, each number a bound fact;
 * below the text what is stale, unsourced or without evidence, to be taken over, kept or vouched for.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORT_VIEW (td_report_view_get_type ())
G_DECLARE_FINAL_TYPE (TdReportView, td_report_view, TD, REPORT_VIEW, GtkWidget)

GtkWidget *td_report_view_new (void);

/* Shows a nomination's report; %NULL: none. The book is used only while this is called. */
void td_report_view_show (TdReportView *self, TdDesk *desk, const TdAwardBook *book,
                          const TdAwardNomination *nomination);

/* Writes what was typed. FALSE when it could not be. */
gboolean td_report_view_leave (TdReportView *self);

G_END_DECLS
