/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An XLSX workbook but for its cells: which sheets there are and in which parts, how numbers are
 * formatted, from when days are counted (ECMA-376 part 1, 18.2, 18.8; part 2 for the package).
 */
#pragma once

#include "tables/td-archive.h"
#include "tables/td-number-format.h"
#include "tables/td-xlsx-strings.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *part;
  gboolean hidden;
} TdXlsxSheet;

/* What a cell's style says about what it shows. @code belongs to the book; @flags are a #TdCell's. */
typedef struct
{
  TdNumberFormat format;
  guint16 flags;
  char *code;
} TdXlsxStyle;

/* Room-internal; set once by td_xlsx_book_new(), @strings when a sheet is first read. */
typedef struct
{
  TdArchive *archive; /* borrowed */
  GPtrArray *sheets;  /* of TdXlsxSheet, in the order of the tabs */
  GArray *styles;     /* of TdXlsxStyle, by a cell's style number */
  GHashTable *codes;  /* number format id → TdXlsxStyle, for those the book brings along */
  char *strings_part; /* NULL when the book has no shared strings */
  TdXlsxStrings *strings;
  gboolean from_1904;
} TdXlsxBook;

/* Reads the book. @archive must outlive it. (transfer full) (nullable) */
TdXlsxBook *td_xlsx_book_new (TdArchive *archive, GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_xlsx_book_free (TdXlsxBook *self);

/* Reads the shared strings, once. */
gboolean td_xlsx_book_load_strings (TdXlsxBook *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdXlsxBook, td_xlsx_book_free)

G_END_DECLS
