/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a number format makes of a number. A workbook stores a date, a time and a percentage as a
 * plain number; only the format of its cell tells them apart (ECMA-376 part 1, 18.8.30 and 18.8.31).
 */
#pragma once

#include "tables/td-cell.h"

G_BEGIN_DECLS

typedef enum
{
  TD_NUMBER_FORMAT_NUMBER,
  TD_NUMBER_FORMAT_PERCENT,
  TD_NUMBER_FORMAT_DATE, /* a day, with or without a time */
  TD_NUMBER_FORMAT_TIME, /* a time of day or a duration, no day */
  TD_NUMBER_FORMAT_TEXT,
} TdNumberFormat;

/* Reads a format's code, such as `[$-42A]dd/mm/yyyy;@`. Its first section counts. */
TdNumberFormat td_number_format_classify (const char *code);

/*
 * What else a format's code does to what is seen: of %TD_CELL_RESHAPED, %TD_CELL_UNSEEN and
 * %TD_CELL_NO_DAY.
 */
guint16 td_number_format_get_flags (const char *code);

/* The code of one of the formats that have a number only (0 to 49), or %NULL. (transfer none) */
const char *td_number_format_builtin (guint id);

/* The same for a format by its number, when no code was given for it. */
TdNumberFormat td_number_format_classify_builtin (guint id);

G_END_DECLS
