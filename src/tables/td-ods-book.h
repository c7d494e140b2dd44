/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An OpenDocument spreadsheet: its sheets and their cells (OpenDocument 1.3, part 3, chapters 9 and
 * 19). All sheets stand one after another in one part, content.xml.
 */
#pragma once

#include "tables/td-archive.h"
#include "tables/td-row-builder.h"
#include "tables/td-xml.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  gboolean hidden;
  guint64 offset; /* where its tag begins */
} TdOdsSheet;

typedef struct
{
  TdArchive *archive; /* borrowed */
  GPtrArray *sheets;  /* of TdOdsSheet, in the order of the tabs */
  guint64 first;      /* where the first of them begins */
  GHashTable *struck; /* names of styles that strike text out, raise or lower it */
} TdOdsBook;

/* Lists the sheets. @archive must outlive it. (transfer full) (nullable) */
TdOdsBook *td_ods_book_new (TdArchive *archive, GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_ods_book_free (TdOdsBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOdsBook, td_ods_book_free)

/* Hands the sheet's rows to @builder (td-ods-sheet.c). */
gboolean td_ods_sheet_read (TdOdsBook *book, const TdOdsSheet *sheet, TdRowBuilder *builder,
                            TdProgressFunc progress, gpointer progress_data,
                            GCancellable *cancellable, GError **error);

#define TD_ODS_CONTENT "content.xml"
#define TD_ODS_OFFICE  "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TD_ODS_STYLE   "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
#define TD_ODS_TABLE   "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define TD_ODS_TEXT    "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
#define TD_ODS_CALCEXT "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

G_END_DECLS
