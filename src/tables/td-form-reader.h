/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms as people send them back: renamed, with rows and columns inserted, sorted, copied into another
 * workbook, saved by other programs as XLSX or ODS. A row is known by its hidden stamp wherever it went,
 * a column by its hidden mark or its heading. What cannot be told for sure is refused with its place.
 */
#pragma once

#include <gio/gio.h>

#include "base/td-error.h"
#include "tables/td-form-book.h"

G_BEGIN_DECLS

/**
 * TdFormInput:
 * @where: `FILE!SHEET!CELL`; owned
 * @value: what stands in it; its remark is why it was refused
 * @hint: (nullable): it was read, and this is worth saying; owned
 *
 * A cell that the unit fills in.
 */
typedef struct
{
  char *where;
  TdFormValue value;
  char *hint;
} TdFormInput;

/**
 * TdFormRow:
 * @stamp: what went out
 * @name: (nullable): what the row calls its target; owned
 * @inputs: for %TD_FORM_FIRST, %TD_FORM_SECOND and %TD_FORM_NOTE
 * @figures: what came back, when no input was refused
 * @given: whether there are figures, or of a milestone that it is not done
 * @refused: whether some input was
 *
 * A row of a form that came back.
 */
typedef struct
{
  TdFormStamp stamp;
  char *name;
  TdFormInput inputs[3];
  TdFigures figures;
  gboolean given;
  gboolean refused;
} TdFormRow;

#define td_form_row_input(row, column) (&(row)->inputs[(column) -TD_FORM_FIRST])

/**
 * TdFormPage:
 * @where: `FILE!SHEET`
 * @file: the file's name
 * @hash: (nullable): SHA-256 of the file, when its reader noted it
 * @unit_line: what its heading says about the unit, "" when it says nothing
 * @period_line: the same of the period
 * @stamp: of whom, by its rows; all rows of a page are of one form
 * @rows: of #TdFormRow
 * @missing: of char*, codes of the targets whose rows are not there any more
 *
 * A form that came back.
 */
typedef struct
{
  char *where;
  char *file;
  char *hash;
  char *unit_line;
  char *period_line;
  TdFormStamp stamp;
  GPtrArray *rows;
  GPtrArray *missing;
} TdFormPage;

void td_form_page_free (TdFormPage *self);

/*
 * Reads the forms of a workbook. What is wrong with single places is added to @problems, and the rows
 * concerned are left out or refused. FALSE with @error when the file cannot be read at all or has no
 * form in it. @pages is added to, of #TdFormPage. Any thread.
 */
gboolean td_form_read (const char *path, GPtrArray *pages, TdProblems *problems,
                       GCancellable *cancellable, GError **error);

/* Whether the file is a form of ours in which nothing was written since it went out. */
gboolean td_form_is_untouched (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdFormPage, td_form_page_free)

G_END_DECLS
