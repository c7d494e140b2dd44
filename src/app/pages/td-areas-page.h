/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The areas of a movement, in a window over the targets. */
#pragma once

#include "app/pages/td-record-page.h"

G_BEGIN_DECLS

#define TD_TYPE_AREAS_PAGE (td_areas_page_get_type ())
G_DECLARE_FINAL_TYPE (TdAreasPage, td_areas_page, TD, AREAS_PAGE, TdRecordPage)

/* Opens the window over the one that @widget is in. */
void td_areas_page_show (GtkWidget *widget, TdDesk *desk);

G_END_DECLS
