/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sheet of printed stock with its fields laid over a scan of it, and the words of a certificate in
 * them as they will be printed. A field is dragged with the mouse, by its lower right corner made
 * larger; arrow keys move it by a millimetre, with Shift by a tenth, with Ctrl they change its size;
 * Page Up and Page Down go through the fields.
 */
#pragma once

#include <gtk/gtk.h>

#include "documents/td-document.h"
#include "print/td-stock.h"

G_BEGIN_DECLS

#define TD_TYPE_STOCK_VIEW (td_stock_view_get_type ())
G_DECLARE_FINAL_TYPE (TdStockView, td_stock_view, TD, STOCK_VIEW, GtkWidget)

/*
 * Signals:
 * selected (): another field is selected
 * changed (): the selected field was moved or its size changed
 */
GtkWidget *td_stock_view_new (void);

/*
 * @stock is borrowed, changed by the view, and must live as long; @sample (nullable) has the words of
 * certificates, of which the first are shown.
 */
void td_stock_view_set (TdStockView *self, TdStock *stock, const TdDocument *sample);
/* The picture of the whole sheet, edge to edge; %NULL for none. */
void td_stock_view_set_scan (TdStockView *self, GdkTexture *scan);

/* Index of the field; -1 when the stock has none. */
int td_stock_view_get_selected (TdStockView *self);
void td_stock_view_select (TdStockView *self, guint field);

/* The stock was changed from outside. */
void td_stock_view_update (TdStockView *self);

G_END_DECLS
