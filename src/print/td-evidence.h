/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is bound into a dossier as it is: a PDF, kept as text and lines, or a picture. Opened
 * when it is needed, closed when another is: a dossier may hold thousands.
 */
#pragma once

#include <cairo.h>

#include "base/td-error.h"

G_BEGIN_DECLS

/**
 * TdEvidence:
 *
 * One file. One thread at a time.
 */
typedef struct _TdEvidence TdEvidence;

/*
 * The file at @path, which need not exist any more when it is looked at: what cannot be read is found
 * by td_evidence_open(). @title is what the dossier calls it. (transfer full)
 */
TdEvidence *td_evidence_new (const char *path, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void td_evidence_free (TdEvidence *self);

const char *td_evidence_get_title (const TdEvidence *self);

/*
 * Opens it, if it is not open. Fails with %TD_ERROR_NOT_FOUND, %TD_ERROR_CORRUPT or %TD_ERROR_FAILED
 * and a sentence that names the file.
 */
gboolean td_evidence_open (TdEvidence *self, GError **error);
/* Gives back the memory; it can be opened again. */
void td_evidence_close (TdEvidence *self);

/* Pages of an open file; a picture is one. */
guint td_evidence_get_n_pages (const TdEvidence *self);
/* Points; a picture's at 96 dots an inch. */
void td_evidence_get_size (const TdEvidence *self, guint page, double *width, double *height);
/* Draws page @page of an open file, one unit a point, origin in its upper left corner. */
void td_evidence_draw (TdEvidence *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdEvidence, td_evidence_free)

G_END_DECLS
