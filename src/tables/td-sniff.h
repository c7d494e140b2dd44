/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file really is: told from its content, then held against the ending of its name. People send
 * old workbooks renamed, web pages that call themselves workbooks, photographs of tables and packed
 * folders; each gets a sentence that says what it is and what to do.
 */
#pragma once

#include "tables/td-archive.h"
#include "tables/td-grid-file.h"
#include "tables/td-source.h"

G_BEGIN_DECLS

/*
 * Tells the format of @source. For a workbook @archive is set to its opened package. FALSE with a
 * sentence when it is anything else, or when the name's ending speaks of another format.
 */
gboolean td_sniff (TdSource *source, TdGridFormat *format, TdArchive **archive, GError **error);

/*
 * A guess at the one-byte Vietnamese encoding of bytes that are not UTF-8: "TCVN3", "VNI",
 * "windows-1258", or %NULL. Used to say what to do, never to convert.
 */
const char *td_sniff_encoding (const char *bytes, gsize length);

G_END_DECLS
