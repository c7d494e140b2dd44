/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The workbook of one unit's form: how it looks and what may be written where. The same content gives
 * the same bytes. What is on the paper is Vietnamese by itself, as the unit reads it.
 */
#pragma once

#include "tables/td-form-stamp.h"

G_BEGIN_DECLS

/* Columns of the form, as they are marked in its hidden row. */
typedef enum
{
  TD_FORM_STAMP,
  TD_FORM_NUMBER,
  TD_FORM_CODE,
  TD_FORM_NAME,
  TD_FORM_MEASURE,
  TD_FORM_LATEST,
  TD_FORM_TOTAL,
  TD_FORM_FIRST,
  TD_FORM_SECOND,
  TD_FORM_NOTE,
  TD_N_FORM_COLUMNS,
} TdFormColumn;

/* What marks a column in the hidden row: `TD1:first`. */
const char *td_form_column_mark (TdFormColumn column);
/* The column's heading on the form. */
const char *td_form_column_title (TdFormColumn column);

/* What begins the lines of the heading by which a person sees whose form it is. */
#define TD_FORM_UNIT_LINE   "Đơn vị báo cáo:"
#define TD_FORM_PERIOD_LINE "Kỳ báo cáo:"
/* What a unit writes for a milestone it has not reached. */
#define TD_FORM_NOT_DONE "chưa"

/**
 * TdFormValue:
 * @kind: what is in the cell: text when it could not be read, and was
 * @number: of a figure
 * @text: as it was written; owned
 * @remark: (nullable): what is wrong with it; colours the cell and hangs on it as a comment; owned
 *
 * A cell to be filled in.
 */
typedef struct
{
  enum
  {
    TD_FORM_BLANK,
    TD_FORM_FIGURE,
    TD_FORM_DAY,
    TD_FORM_TEXT,
  } kind;
  TdDecimal number; /* a figure, or a #TdDate */
  char *text;
  char *remark;
} TdFormValue;

/**
 * TdFormLine:
 * @stamp: the row's stamp
 * @area: title of its area, %NULL when the same as the line's before; owned, as all texts
 * @code: the target's code
 * @name: the target's name
 * @measure: what it is counted in
 * @latest: the latest figures reported before, in words
 * @total: what has come together before, in words
 * @values: for %TD_FORM_FIRST, %TD_FORM_SECOND and %TD_FORM_NOTE
 *
 * A row of a form: one target.
 */
typedef struct
{
  TdFormStamp stamp;
  char *area;
  char *code;
  char *name;
  char *measure;
  char *latest;
  char *total;
  TdFormValue values[3];
} TdFormLine;

#define td_form_line_value(line, column) (&(line)->values[(column) -TD_FORM_FIRST])

/**
 * TdFormContent:
 *
 * What a form says; texts are owned.
 */
typedef struct
{
  char *agency; /* to whom it goes back */
  char *superior;
  char *movement;
  char *unit;
  char *unit_code;
  char *head;
  char *period;
  char *period_code;
  char *place;
  TdDate starts;
  TdDate ends;
  TdDate due;
  gboolean answer;  /* it goes back with remarks */
  GPtrArray *lines; /* of TdFormLine */
} TdFormContent;

TdFormContent *td_form_content_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_form_content_free (TdFormContent *self);
/* A new, empty line at the end. (transfer none) */
TdFormLine *td_form_content_add (TdFormContent *self);

/* Writes the workbook, replacing what is there. */
gboolean td_form_book_write (const TdFormContent *content, const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFormContent, td_form_content_free)

G_END_DECLS
