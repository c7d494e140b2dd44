/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shared strings of an XLSX workbook, and how XLSX writes text (ECMA-376 part 1, 18.4, 22.9.2.19). */
#pragma once

#include "tables/td-archive.h"
#include "tables/td-xml.h"
#include "tables/td-limits.h"

G_BEGIN_DECLS

typedef struct _TdXlsxStrings TdXlsxStrings;

/* Reads the part. Runs of rich text are joined, phonetic hints dropped. (transfer full) (nullable) */
TdXlsxStrings *td_xlsx_strings_new (TdArchive *archive, const char *part, GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_xlsx_strings_free (TdXlsxStrings *self);

/* Bytes that the longest text takes at most, every character of it escaped. */
#define TD_XLSX_TEXT_BYTES (TD_LIMIT_TEXT * 8)

/* The length that td_xlsx_strings_get() gives for a string that is longer than a cell may be. */
#define TD_XLSX_TOO_LONG G_MAXSIZE

/*
 * The string of that number. %NULL when there is none, or when it is too long: @length is then
 * %TD_XLSX_TOO_LONG, and the cell that uses it is the one to be named. (transfer none) (nullable)
 */
const char *td_xlsx_strings_get (const TdXlsxStrings *self, guint64 index, gsize *length);

/* Whether a part of the string is struck out, raised or lowered (%TD_CELL_STRUCK). */
gboolean td_xlsx_strings_is_struck (const TdXlsxStrings *self, guint64 index);

/* Whether an element of a font or of a run's properties strikes text out, raises or lowers it. */
gboolean
td_xlsx_marks_text (const char *name, const TdXmlAttribute *attributes, guint n_attributes);

/*
 * Undoes `_x000D_` and the like in @text, in place: XLSX's way of writing what XML cannot hold. Returns
 * the new length. A NUL, which no text may hold, becomes U+FFFD.
 */
gsize td_xlsx_unescape (char *text, gsize length);

/*
 * Protects a text in which someone wrote `_x0041_` from being read as an escape; %NULL when there is
 * nothing to protect. (transfer full) (nullable)
 */
char *td_xlsx_escape (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdXlsxStrings, td_xlsx_strings_free)

G_END_DECLS
