/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV as TABLES.md and RFC 4180 have it, and as spreadsheets write it: separated by commas, semicolons
 * or tabs, which the header tells; any line ends; quoted fields with line breaks in them; Excel's
 * `sep=;` before the header.
 *
 * A quote within an unquoted field is a quote. A quoted field that goes on after its closing quote, or
 * is never closed, is an error with the line it began on: what was meant cannot be known.
 */
#pragma once

#include <gio/gio.h>

#include "tables/td-row-builder.h"
#include "tables/td-source.h"

G_BEGIN_DECLS

typedef struct _TdCsvReader TdCsvReader;

/* Looks at the header. @source must outlive it. (transfer full) (nullable) */
TdCsvReader *td_csv_reader_new (TdSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_csv_reader_free (TdCsvReader *self);

/* ',', ';' or '\t'. */
char td_csv_reader_get_separator (const TdCsvReader *self);

/* The table's name: the file's without its ending. (transfer none) */
const char *td_csv_reader_get_table (const TdCsvReader *self);

/* Hands the rows to @builder, from the file's beginning. */
gboolean td_csv_reader_read (TdCsvReader *self, TdRowBuilder *builder, TdProgressFunc progress,
                             gpointer progress_data, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCsvReader, td_csv_reader_free)

G_END_DECLS
