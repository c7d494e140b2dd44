/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A zip file written so that the same contents give the same bytes: no date, no attributes of any
 * machine.
 */
#pragma once

#include "base/td-error.h"

G_BEGIN_DECLS

/**
 * TdZip:
 *
 * A zip file being written, under another name until it is whole.
 */
typedef struct _TdZip TdZip;

/* Fails with %TD_ERROR_FAILED and a sentence that names @path. (transfer full) */
TdZip *td_zip_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean td_zip_add (TdZip *self, const char *name, const char *bytes, gsize length,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the file in its place; without this it is as if it had never been begun. */
gboolean td_zip_finish (TdZip *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_zip_free (TdZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdZip, td_zip_free)

G_END_DECLS
