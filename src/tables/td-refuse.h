/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How this room says no: `PLACE: sentence.`, the form in which the command line prints problems, so
 * that a refusal and a wrong cell read alike.
 */
#pragma once

#include "base/td-error.h"

G_BEGIN_DECLS

/*
 * Sets @error to @place, a colon and the sentence. @place is a file's name, or a location within it.
 * Returns FALSE, so that it can be returned from.
 */
gboolean td_refuse (GError **error, TdError code, const char *place, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The refusal of a workbook whose inside is broken; @place as above. Returns FALSE. */
gboolean td_refuse_damaged (GError **error, const char *place);

/* The refusal of a file that crosses one of the limits of td-limits.h. Returns FALSE. */
gboolean td_refuse_too_large (GError **error, const char *place);

G_END_DECLS
