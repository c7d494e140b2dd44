/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table file written out as text, for tests to compare with what a person would expect. */
#pragma once

#include "tables/td-grid-file.h"

/*
 * One line a sheet, `[name]` or `[name] hidden`, then one a cell: `B7 number 12.5`, with the flags in
 * words behind it and, where it differs, what is stored in braces. Line breaks are shown as "⏎". Of
 * hidden rows the row's number is followed by `(hidden)`. Errors end the text with their sentence after
 * "! ". (transfer full)
 */
char *dump_grid_file (TdGridFile *file);

/* The same for a file that is still to be opened, on the disk or in memory. (transfer full) */
char *dump_path (const char *path);
char *dump_bytes (const char *name, gconstpointer bytes, gsize length);
