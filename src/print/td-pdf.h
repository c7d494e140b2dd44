/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages as a PDF 1.5: tagged, with an outline, a title and an author, in Vietnamese (/Lang), all fonts
 * embedded as the letters used. The same pages give the same bytes, on any day and any machine with
 * the same libraries: the file's date is the paper's.
 */
#pragma once

#include <gio/gio.h>

#include "print/td-pages.h"

G_BEGIN_DECLS

/**
 * TdPdfProgressFunc:
 * @done: pages written
 * @total: pages in all
 *
 * Called after each page.
 */
typedef void (*TdPdfProgressFunc) (guint done, guint total, gpointer data);

/**
 * TdPdfOptions:
 * @title: %NULL for the first paper's
 * @author: %NULL for the first paper's agency
 * @created: %TD_DATE_NONE for the first paper's date
 * @progress, @progress_data: told how far it is (nullable)
 * @cancellable: (nullable)
 */
typedef struct
{
  const char *title;
  const char *author;
  TdDate created;
  TdPdfProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} TdPdfOptions;

/*
 * Writes to @path, all or nothing: what was there stays until the new file is whole. @options may be
 * %NULL. Fails with %TD_ERROR_FAILED, %TD_ERROR_NO_SPACE, or %G_IO_ERROR_CANCELLED.
 */
gboolean td_pdf_write (TdPages *pages, const char *path, const TdPdfOptions *options,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same in memory. (transfer full) */
GBytes *td_pdf_to_bytes (TdPages *pages, const TdPdfOptions *options,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The sheet to find a printer's offset with, for a stock; see td_stock_draw_calibration().
 */
GBytes *
td_pdf_calibration_to_bytes (const TdStock *stock, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
