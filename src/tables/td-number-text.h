/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers of workbooks as exact text. A workbook keeps a number as a binary double, written with
 * up to 17 digits; a spreadsheet keeps, compares and shows 15 of them. So 15 digits are the number,
 * and the digits after them are the residue of binary arithmetic.
 */
#pragma once

#include "tables/td-cell.h"

G_BEGIN_DECLS

/* Room for the longest decimal a double can be: 309 digits before the point, 323 + 15 after it. */
#define TD_NUMBER_TEXT_SIZE 384

/*
 * Reads a number as workbooks write it (`12`, `-0.5`, `8.4008210000000001`, `1.5E-3`) into the plain
 * decimal it stands for, by the rule of #TdCell.text. Writes to @out, NUL-terminated, at most
 * %TD_NUMBER_TEXT_SIZE bytes, and adds %TD_CELL_ROUNDED or %TD_CELL_LONG to @flags. Returns the text's
 * length, or 0 when @text is no such number.
 */
gsize td_number_text_read (const char *text, gsize length, char *out, guint16 *flags);

/*
 * The day and the seconds since midnight (rounded to whole ones) of a serial number, given as a plain
 * decimal. Serials count days: 1 is 1 January 1900, and 60 a 29 February 1900 that never was; with
 * @from_1904, 0 is 1 January 1904 (ECMA-376 part 1, 18.17.4.1). FALSE when it is not a day from 1900
 * to 9999.
 */
gboolean
td_number_text_to_date (const char *text, gboolean from_1904, TdDate *date, gint64 *seconds);

/*
 * The serial number of a day, in the system of 1900; 0 for days before 1 March 1900, on which programs
 * do not agree.
 */
guint td_number_text_serial (TdDate date);

/* Days as a decimal (0.5 is noon) to whole seconds; FALSE when it is negative or beyond 10^7 days. */
gboolean td_number_text_to_seconds (const char *text, gint64 *seconds);

G_END_DECLS
