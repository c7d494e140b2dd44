/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Movements from text, for tests of the pure rooms. A line is a record: the table's name, then
 * `column=value` pairs, all separated by `|`. Blank lines and lines that begin with `#` are skipped.
 * Records that are referred to come first.
 */
#pragma once

#include "scoring/td-scoring.h"

G_BEGIN_DECLS

/* %NULL, with the bad line in @error, when the text is wrong. */
TdMovement *build_movement (const char *text, GError **error);

/* The same as scoring data; ends the test when the text is wrong. */
TdScoreData *build_data (const char *text);

TdDate build_date (const char *text);

/* All computed tables as text: what `score-dump` prints. (transfer full) (nullable) */
char *build_dump (const TdScores *scores, GError **error);

G_END_DECLS
