/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The characters of a text file, in pieces of valid UTF-8. UTF-8 with or without its mark is passed
 * on; UTF-16 with its mark (Excel's “Unicode text”) is converted; anything else is refused, with a
 * guess at the old Vietnamese encoding it may be in. Nothing is ever converted on a guess.
 */
#pragma once

#include "tables/td-source.h"

G_BEGIN_DECLS

typedef struct _TdTextStream TdTextStream;

/* From the beginning of @source, which must outlive it. (transfer full) */
TdTextStream *td_text_stream_new (TdSource *source) G_GNUC_WARN_UNUSED_RESULT;
void td_text_stream_free (TdTextStream *self);

/*
 * The next piece: whole characters, no NUL, without the byte order mark. @line is the physical line on
 * which it begins, for the message. Returns its length, 0 at the end, -1 with @error set. The piece
 * lives until the next call.
 */
gssize td_text_stream_read (TdTextStream *self, guint line, const char **piece, GError **error);

/* How much of the file has been read, 0 to 1. */
double td_text_stream_get_progress (const TdTextStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTextStream, td_text_stream_free)

G_END_DECLS
