/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers that a PDF of ours carries with it: what its pages were made of. */
#pragma once

#include "base/td-error.h"
#include "documents/td-document-archive.h"

G_BEGIN_DECLS

/* First page, number of pages, whether it is part of a bundle, and the paper. */
#define TD_PDF_PAPERS_TYPE "a(uub" TD_DOCUMENT_ARCHIVE_TYPE ")"

/**
 * TdPdfPaper:
 * @document: the paper; the array's
 * @first_page: its first page in the file, from 0
 * @n_pages: how many it has
 * @bound: it is part of a dossier
 */
typedef struct
{
  TdDocument *document;
  guint first_page;
  guint n_pages;
  gboolean bound;
} TdPdfPaper;

/*
 * The papers in a file's catalog. Fails with %TD_ERROR_INVALID when it carries none, and with
 * %TD_ERROR_CORRUPT when they, or the file, are damaged. Safe on any bytes. (transfer full)
 */
GArray *td_pdf_papers_read (GBytes *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
