/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The printed stock that an office uses, kept in its data file: the sheet, and for each sheet where the
 * fields are. Until the office has its own, the built-in stock holds.
 */
#pragma once

#include "desk/td-desk-paper.h"
#include "print/td-stock.h"

G_BEGIN_DECLS

/* The office setting that keeps the stock of a sheet, as a file; which sheet it is says
 * %TD_OFFICE_SHEET_KEY. */
const char *td_office_stock_key (gboolean a3);

/* Whether certificates are printed on A3. */
gboolean td_office_stock_is_a3 (TdStore *store);

/*
 * The stock of a sheet. One that cannot be read is named in problems (nullable), and the built-in one
 * holds in its place. (transfer full)
 */
TdStock *
td_office_stock_new (TdStore *store, gboolean a3, TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
