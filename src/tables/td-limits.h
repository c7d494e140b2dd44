/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How large a table may be before it is refused. The first group is what a spreadsheet can hold at
 * all (Excel's published limits, which LibreOffice shares); the second keeps a hostile or broken file
 * from taking the machine's memory or time, and is far above anything an office exchanges.
 */
#pragma once

#include <glib.h>

/* Rows and columns of a sheet. A CSV file may have more rows than a sheet. */
#define TD_LIMIT_ROWS     1048576
#define TD_LIMIT_COLUMNS  16384
#define TD_LIMIT_CSV_ROWS 16777216
/* Characters in one cell, and the bytes that they take at most. */
#define TD_LIMIT_TEXT       32767
#define TD_LIMIT_TEXT_BYTES (TD_LIMIT_TEXT * 4)
/* Characters in a sheet's name; Excel allows 31, OpenDocument does not say. */
#define TD_LIMIT_SHEET_NAME 255

/* Bytes of a file as it lies on the disk. */
#define TD_LIMIT_FILE (G_GUINT64_CONSTANT (1) << 30)
/* Bytes of all parts of a workbook together, unpacked, as its directory states them. */
#define TD_LIMIT_UNPACKED (G_GUINT64_CONSTANT (2) << 30)
/*
 * How many times larger than packed a part that is read may be, once it is above the size where it
 * matters. The most repetitive sheets of real workbooks stay well below; deflate's own bound is 1032.
 */
#define TD_LIMIT_RATIO       250
#define TD_LIMIT_RATIO_FLOOR (G_GUINT64_CONSTANT (8) << 20)
/* Parts in a workbook's package. */
#define TD_LIMIT_PARTS 10000
/* Bytes of a part that is kept in memory while it is looked at: its format, its kinds of parts. */
#define TD_LIMIT_SMALL_PART (G_GUINT64_CONSTANT (4) << 20)
/* Bytes of a workbook's list of sheets and names, and of its styles. */
#define TD_LIMIT_BOOK_PART (G_GUINT64_CONSTANT (32) << 20)
/* Bytes of a part that is kept unpacked between being scanned and being parsed: 100,000 × 10 cells. */
#define TD_LIMIT_KEPT (G_GUINT64_CONSTANT (48) << 20)
/* Sheets, cell styles, merged areas of a sheet. */
#define TD_LIMIT_SHEETS 1024
#define TD_LIMIT_STYLES 65536
#define TD_LIMIT_MERGES 100000
/* Bytes and number of a workbook's shared strings. */
#define TD_LIMIT_STRINGS_BYTES (G_GUINT64_CONSTANT (64) << 20)
#define TD_LIMIT_STRINGS       3145728
/* Filled cells that come from "the same, N times over" (OpenDocument), in one sheet. */
#define TD_LIMIT_REPEATED 4194304
/* Depth of the XML, attributes of one element, bytes of one tag or one run of text. */
#define TD_LIMIT_XML_DEPTH      100
#define TD_LIMIT_XML_ATTRIBUTES 256
#define TD_LIMIT_XML_RUN        (256 * 1024)
