/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paper as a value that can be stored: what it says and what each of its paragraphs is, without the
 * records behind them. It travels in the PDF that is printed of it, so that the printed page can be
 * measured against it anywhere.
 */
#pragma once

#include "documents/td-document.h"

G_BEGIN_DECLS

/* The type of the value; it begins with the version of this form. */
#define TD_DOCUMENT_ARCHIVE_TYPE                                                                   \
  "(usssibmsa(umsa(yv)))" /* version, kind, title, author, date, draft, revision, sections */

/* (transfer floating) */
GVariant *td_document_to_variant (const TdDocument *self);

/*
 * The paper back. Fails with %TD_ERROR_CORRUPT when the value is not one that td_document_to_variant()
 * makes; any value is safe. (transfer full)
 */
TdDocument *
td_document_new_from_variant (GVariant *value, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
