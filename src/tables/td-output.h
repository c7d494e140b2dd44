/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is written whole or not at all: the content goes into a neighbour of its own, which
 * takes the name only when everything is on the disk. A file that was there before stays as it was
 * until then, and for ever when something fails.
 */
#pragma once

#include "base/td-error.h"

G_BEGIN_DECLS

typedef struct _TdOutput TdOutput;

/* Begins a file that will be @path, replacing what is there. (transfer full) (nullable) */
TdOutput *td_output_new_for_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes into an open descriptor (standard output, a pipe), which stays open. (transfer full) */
TdOutput *td_output_new_for_fd (int fd) G_GNUC_WARN_UNUSED_RESULT;

/* Discards the file unless it was committed. */
void td_output_free (TdOutput *self);

/* The neighbour's path, for a library that opens files by itself; %NULL for a descriptor. */
const char *td_output_get_path (const TdOutput *self);

gboolean td_output_write (TdOutput *self, gconstpointer bytes, gsize length, GError **error);

/* Puts the file on the disk and in its place. Nothing may be written afterwards. */
gboolean td_output_commit (TdOutput *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOutput, td_output_free)

G_END_DECLS
