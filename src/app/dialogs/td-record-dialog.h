/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window over the page with the form of one record, new or old: for what has no page of its own. */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

/* Called after the record was written, with its id. */
typedef void (*TdRecordDialogFunc) (TdId id, gpointer data);

/*
 * Shows a copy of @record to be filled in and saved. @fields: of the form, -1 ends; %NULL: all. @func
 * (nullable) is called with @data, which must outlive the window around @widget.
 */
void td_record_dialog_show (GtkWidget *widget, TdDesk *desk, const TdRecord *record,
                            const int *fields, TdRecordDialogFunc func, gpointer data);

G_END_DECLS
