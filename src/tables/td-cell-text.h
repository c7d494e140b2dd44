/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every text of a cell has to keep to, whichever format it comes from or goes into. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the text has no more characters than a cell may (%TD_LIMIT_TEXT). */
gboolean td_cell_text_fits (const char *text, gsize length);

/* The refusal of one that has more; @place is the cell's. Returns FALSE. */
gboolean td_cell_text_refuse (GError **error, const char *place);

/* "\r\n" and a lone "\r" become "\n", in place, with a NUL behind; returns the new length. */
gsize td_cell_text_unify_lines (char *text, gsize length);

G_END_DECLS
