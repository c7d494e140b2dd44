/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cells of one sheet of an XLSX workbook (ECMA-376 part 1, 18.3). */
#pragma once

#include "tables/td-row-builder.h"
#include "tables/td-xlsx-book.h"
#include "tables/td-xml.h"

G_BEGIN_DECLS

/*
 * Hands the sheet's rows to @builder. The merged areas, which stand behind the cells, are gathered
 * first. FALSE when the sheet is broken or the builder's callback said so.
 */
gboolean td_xlsx_sheet_read (TdXlsxBook *book, const TdXlsxSheet *sheet, TdRowBuilder *builder,
                             TdProgressFunc progress, gpointer progress_data,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
