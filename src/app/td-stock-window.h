/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The printed stock of certificates arranged by eye: the fields over a scan of the stock, their exact
 * places in millimetres, how far a printer is off, and the calibration sheet that shows it.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"
#include "documents/td-document.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_WINDOW (td_stock_window_get_type ())
G_DECLARE_FINAL_TYPE (TdStockWindow, td_stock_window, TD, STOCK_WINDOW, AdwWindow)

/*
 * Opens it over the window of @widget. What is saved is one step of the file, which undo takes back.
 * @sample (nullable): the certificates whose words are shown.
 */
void td_stock_window_show (GtkWidget *widget, TdDesk *desk, const TdDocument *sample);

G_END_DECLS
