/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV out (TABLES.md, RFC 4180): UTF-8, commas, "\n", quotes only where they are needed. The same rows
 * give the same bytes.
 *
 * Cells that begin with = + - @ are written as they are, although a spreadsheet that opens the file
 * may take them for formulas: a changed cell would come back changed, and "-" and "+84…" are what
 * people write. Text that must be shown safely in a spreadsheet goes out as XLSX, where a text is a
 * text.
 */
#pragma once

#include "tables/td-output.h"

G_BEGIN_DECLS

typedef struct _TdCsvWriter TdCsvWriter;

/*
 * Writes to @output, which it takes over. @mark puts the byte order mark in front, without which Excel
 * takes Vietnamese letters for another encoding on a double click; the import accepts both.
 * (transfer full)
 */
TdCsvWriter *td_csv_writer_new (TdOutput *output, gboolean mark) G_GNUC_WARN_UNUSED_RESULT;

/* Discards the file unless it was finished. */
void td_csv_writer_free (TdCsvWriter *self);

/* The next field of the row; %NULL is a blank one. UTF-8. */
void td_csv_writer_add (TdCsvWriter *self, const char *text);

/* Ends the row. A row of one blank field is written as `""`, so that it is not a blank line. */
void td_csv_writer_end_row (TdCsvWriter *self);

/*
 * Writes what is left and puts the file in its place. Errors on the way are kept and told here.
 */
gboolean td_csv_writer_finish (TdCsvWriter *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCsvWriter, td_csv_writer_free)

G_END_DECLS
