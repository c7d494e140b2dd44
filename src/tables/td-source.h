/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The bytes of a file that is being read: an ordinary file or a block of memory, read at any place.
 * A file is not mapped, so that one that shrinks on a network drive meanwhile is an error and not a
 * crash.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

typedef struct _TdSource TdSource;

/*
 * Opens @path for reading. Only ordinary, non-empty files up to %TD_LIMIT_FILE. The error's sentence
 * begins with the file's name. (transfer full) (nullable)
 */
TdSource *td_source_new_for_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same over memory; @name is the file name to go by, its ending included. (transfer full) (nullable) */
TdSource *
td_source_new_for_bytes (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_source_free (TdSource *self);

/* The file's name for messages, without folders, valid UTF-8. (transfer none) */
const char *td_source_get_name (const TdSource *self);

/* The name's ending in small letters, without the dot: "xlsx"; "" without one. (transfer none) */
const char *td_source_get_ending (const TdSource *self);

guint64 td_source_get_size (const TdSource *self);

/*
 * Reads up to @length bytes at @offset: fewer only at the end of the file. Returns how many, or -1
 * with @error set.
 */
gssize
td_source_read (TdSource *self, guint64 offset, gpointer buffer, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSource, td_source_free)

G_END_DECLS
