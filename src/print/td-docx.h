/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paper as DOCX, for those who finish it in a word processor: a style for each role, tables with
 * repeated headers, page numbers that are fields, a section for each annex. The figures are those of
 * the decree's table, so it looks like the PDF; where its lines break is the word processor's affair.
 */
#pragma once

#include "print/td-painter.h"
#include "print/td-stock.h"

G_BEGIN_DECLS

/**
 * TdDocxOptions:
 * @figure, @figure_data: draws figures, which become pictures; %NULL leaves their description
 * @stock: where the words of certificates go; %NULL for the built-in one
 */
typedef struct
{
  TdFigureFunc figure;
  gpointer figure_data;
  const TdStock *stock;
} TdDocxOptions;

/*
 * Writes to @path, all or nothing. @options may be %NULL. Same input, same bytes. Fails with
 * %TD_ERROR_FAILED or %TD_ERROR_NO_SPACE.
 */
gboolean td_docx_write (const TdDocument *document, const char *path, const TdDocxOptions *options,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
