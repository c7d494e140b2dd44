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
 * TdBoundFile:
 *
 * One file. One thread at a time.
 */
typedef struct _TdBoundFile TdBoundFile;

/*
 * The file at @path, which need not exist any more when it is looked at: what cannot be read is found
 * by td_bound_file_open(). @title is what the dossier calls it. (transfer full)
 */
TdBoundFile *td_bound_file_new (const char *path, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void td_bound_file_free (TdBoundFile *self);

const char *td_bound_file_get_title (const TdBoundFile *self);

/* A line printed at the head of every page of it (nullable): what it is evidence of. */
void td_bound_file_set_head (TdBoundFile *self, const char *head);
const char *td_bound_file_get_head (const TdBoundFile *self);

/*
 * The SHA-256 that it had when it was taken on file (nullable), in lower case letters. What is found
 * when it is opened can be asked for then: a file that is another now is bound all the same, and said.
 */
void td_bound_file_set_hash (TdBoundFile *self, const char *hash);
gboolean td_bound_file_is_altered (const TdBoundFile *self);

/*
 * Opens it, if it is not open. Fails with %TD_ERROR_NOT_FOUND, %TD_ERROR_CORRUPT, %TD_ERROR_INVALID when
 * a password is asked for, or %TD_ERROR_FAILED, and a sentence that names the file.
 */
gboolean td_bound_file_open (TdBoundFile *self, GError **error);
/* What @error of td_bound_file_open() means, as a paper says it. (transfer none) */
const char *td_bound_file_reason (const GError *error);
/* Gives back the memory; it can be opened again. */
void td_bound_file_close (TdBoundFile *self);

/* Pages of an open file; a picture is one. */
guint td_bound_file_get_n_pages (const TdBoundFile *self);
/* Points; a picture's at 96 dots an inch. */
void td_bound_file_get_size (const TdBoundFile *self, guint page, double *width, double *height);
/* Draws page @page of an open file, one unit a point, origin in its upper left corner. */
void td_bound_file_draw (TdBoundFile *self, guint page, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBoundFile, td_bound_file_free)

G_END_DECLS
