/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tables of data on papers, and the parts of a report: headings, sentences with bound facts, tables,
 * charts. Structures are borrowed for the time of the call.
 */
#pragma once

#include "base/td-decimal.h"
#include "documents/td-values.h"

G_BEGIN_DECLS

/**
 * TdDataState:
 * @TD_DATA_GIVEN: there is something to print, if only ""
 * @TD_DATA_MISSING: “không có số liệu”: never the same as 0
 * @TD_DATA_NOT_APPLICABLE: “không áp dụng”
 * @TD_DATA_NOT_OCCURRED: “không phát sinh”: nothing to be counted, a denominator of 0
 */
typedef enum
{
  TD_DATA_GIVEN,
  TD_DATA_MISSING,
  TD_DATA_NOT_APPLICABLE,
  TD_DATA_NOT_OCCURRED,
} TdDataState;

/**
 * TdDataCell:
 * @state: whether there is anything
 * @text: words; %NULL prints @number
 * @number: printed with decimal comma, right to the fewest digits that show all of it; for the rest
 *   see @digits of the column. %TD_DECIMAL_NONE prints nothing
 * @fact: the figure behind it (nullable)
 * @flags: bold, italic
 */
typedef struct
{
  TdDataState state;
  const char *text;
  TdDecimal number;
  const TdFact *fact;
  TdRunFlags flags;
} TdDataCell;

/**
 * TdDataRow:
 * @kind: %TD_ROW_BODY, %TD_ROW_GROUP (one cell over all columns) or %TD_ROW_TOTAL
 * @ref: the record it is
 * @cells: one a column; one in all for a group
 */
typedef struct
{
  TdRowKind kind;
  TdRef ref;
  const TdDataCell *cells;
} TdDataRow;

/**
 * TdDataColumn:
 * @title: its heading
 * @group: a heading over this and the neighbours that have the same one (nullable)
 * @align: of the cells under it; %TD_ALIGN_DECIMAL for numbers
 * @width: tenths of a millimetre, 0 to be found
 * @stretch: takes room that is left over
 * @digits: fraction digits of its numbers, or -1 for the fewest that show all of each
 */
typedef struct
{
  const char *title;
  const char *group;
  TdAlign align;
  guint width;
  gboolean stretch;
  int digits;
} TdDataColumn;

/**
 * TdDataTable:
 * @caption: printed after “Bảng N.” (nullable: no caption)
 * @unit_note: “Đơn vị tính: hồ sơ” (nullable)
 * @note: printed under it (nullable)
 */
typedef struct
{
  const char *caption;
  const char *unit_note;
  const char *note;
  const TdDataColumn *columns;
  guint n_columns;
  const TdDataRow *rows;
  guint n_rows;
} TdDataTable;

/* The table as the section's next blocks; @number is that of the caption, 0 for none. */
void td_data_table_add (TdSection *section, const TdDataTable *data, guint number);

/**
 * TdDataFigure:
 * @id: what the painter knows it by
 * @caption: printed after “Biểu đồ N.” (nullable: no caption)
 * @description: in words
 * @height: tenths of a millimetre
 * @min_height: how far it may shrink on a one-page paper
 */
typedef struct
{
  const char *id;
  const char *caption;
  const char *description;
  guint height;
  guint min_height;
} TdDataFigure;

void td_data_figure_add (TdSection *section, const TdDataFigure *data, guint number);

/**
 * TdWords:
 * @spans: words, some of them bound to figures
 * @n_spans: how many
 *
 * One paragraph of a report.
 */
typedef struct
{
  const TdSpan *spans;
  guint n_spans;
} TdWords;

/**
 * TdReportPart:
 * @heading: of the part, without a number (nullable)
 * @paragraphs: its sentences
 * @tables: its tables, after the sentences
 * @figures: its charts, after the tables
 *
 * A part of a report.
 */
typedef struct
{
  const char *heading;
  const TdWords *paragraphs;
  guint n_paragraphs;
  const TdDataTable *tables;
  guint n_tables;
  const TdDataFigure *figures;
  guint n_figures;
} TdReportPart;

/*
 * The lists every report has: `phần` with `phần.số` (Roman), `phần.tiêu đề`, `phần.đoạn` and
 * `phần.đoạn.nội dung`.
 */
void td_report_set_parts (TdValues *values, const TdReportPart *parts, guint n_parts);

/**
 * TdReportCounter:
 *
 * Which tables and charts of a report have been numbered; begins as all zeros.
 */
typedef struct
{
  guint n_tables;
  guint n_figures;
} TdReportCounter;

/* The piece `bảng biểu`: the tables and charts of one part. */
void
td_report_add_exhibits (TdSection *section, const TdReportPart *part, TdReportCounter *counter);

/* What a report's vocabulary has of it, for the vocabulary's list. */
/* clang-format off */
#define TD_REPORT_NAMES \
  { "phần", TD_NAME_LIST }, \
  { "phần.số", TD_NAME_TEXT }, \
  { "phần.tiêu đề", TD_NAME_TEXT }, \
  { "phần.đoạn", TD_NAME_LIST }, \
  { "phần.đoạn.nội dung", TD_NAME_TEXT }, \
  { "bảng biểu", TD_NAME_PIECE }
/* clang-format on */

G_END_DECLS
