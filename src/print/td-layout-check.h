/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures a printed paper against the decree: reads the PDF itself, finds each paragraph of the
 * document in it, and compares margins, sizes, faces, rules, places, order, page numbers and every
 * letter. It knows nothing of how the pages were made; only the table of the decree's figures
 * (td-look.h) is shared.
 */
#pragma once

#include "documents/td-document.h"

G_BEGIN_DECLS

/**
 * TdLayoutScope:
 * @first_page: the paper's first page in the file, from 0
 * @n_pages: how many pages it has; 0 for all to the end
 * @bound: it is part of a dossier, whose title and running numbers are its own
 *
 * Where in the file the paper is.
 */
typedef struct
{
  guint first_page;
  guint n_pages;
  gboolean bound;
} TdLayoutScope;

/*
 * Adds a problem for each fault found: where is “page 2”, what names the element, what it is and what
 * the decree asks for with its clause. @scope may be %NULL for a file that is the paper. Fails with
 * %TD_ERROR_CORRUPT when the file is not a PDF of the kind we write.
 */
gboolean td_layout_check (GBytes *pdf, const TdDocument *document, const TdLayoutScope *scope,
                          TdProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The same of a file by itself: against the papers it carries (td-pdf-papers.h), each of a bound dossier
 * in its place. @n_papers (nullable) gets how many there were. Fails with %TD_ERROR_INVALID when it
 * carries none.
 */
gboolean td_layout_check_alone (GBytes *pdf, TdProblems *problems, guint *n_papers,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
