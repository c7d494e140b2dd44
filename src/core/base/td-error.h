/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can go wrong, in two shapes: a GError for "this could not be done", and a list of problems
 * for "these cells are wrong". Messages are finished sentences for the person at the desk, translated
 * where they are made.
 */
#pragma once

#include "base/td-types.h"

G_BEGIN_DECLS

#define TD_ERROR (td_error_quark ())

/**
 * TdError:
 * @TD_ERROR_INVALID: the data breaks a rule; nothing was written
 * @TD_ERROR_NOT_FOUND: the record, table or template named does not exist
 * @TD_ERROR_CONFLICT: what was to be taken back has been changed since
 * @TD_ERROR_BUSY: another process has the file open for writing
 * @TD_ERROR_READ_ONLY: this file was opened for reading only
 * @TD_ERROR_NEWER: the file was written by a newer program; it was left untouched
 * @TD_ERROR_CORRUPT: the file is damaged, or is not one of ours
 * @TD_ERROR_NO_SPACE: the disk is full
 * @TD_ERROR_OVERFLOW: a result does not fit; it was refused, never wrapped
 * @TD_ERROR_EXISTS: the file to be made exists already
 * @TD_ERROR_USAGE: the command or the call was wrong, not the data
 * @TD_ERROR_FAILED: anything else, an I/O error for instance; the message says what
 */
typedef enum
{
  TD_ERROR_INVALID,
  TD_ERROR_NOT_FOUND,
  TD_ERROR_CONFLICT,
  TD_ERROR_BUSY,
  TD_ERROR_READ_ONLY,
  TD_ERROR_NEWER,
  TD_ERROR_CORRUPT,
  TD_ERROR_NO_SPACE,
  TD_ERROR_OVERFLOW,
  TD_ERROR_EXISTS,
  TD_ERROR_USAGE,
  TD_ERROR_FAILED,
} TdError;

GQuark td_error_quark (void);

/**
 * TdProblem:
 * @where: the place as the user sees it: `TABLE:ROW:COLUMN`, or `FILE!SHEET!CELL` for a workbook
 * @what: what is wrong and what to do, one sentence
 * @warning: %TRUE when it is only reported and does not stop the work
 *
 * One thing that is wrong with one place of the data.
 */
typedef struct
{
  char *where;
  char *what;
  gboolean warning;
} TdProblem;

/**
 * TdProblems:
 *
 * A growing list of problems, in the order found. Owned by whoever made it; one thread at a time.
 */
typedef struct _TdProblems TdProblems;

TdProblems *td_problems_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_problems_free (TdProblems *self);
void
td_problems_add (TdProblems *self, const char *where, const char *format, ...) G_GNUC_PRINTF (3, 4);
void td_problems_warn (TdProblems *self, const char *where, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* Both strings are taken over by the list. */
void td_problems_take (TdProblems *self, char *where, char *what, gboolean warning);

guint td_problems_get_count (const TdProblems *self);
/* How many of them stop the work; warnings do not. */
guint td_problems_get_n_errors (const TdProblems *self);
/* (transfer none): valid until the list changes. */
const TdProblem *td_problems_get (const TdProblems *self, guint index);

/* Sets a %TD_ERROR_INVALID that counts the errors and names the first. Always FALSE. */
gboolean td_problems_fail (const TdProblems *self, GError **error);

/* One line each, `where: what`, warnings too. (transfer full) */
char *td_problems_to_string (const TdProblems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdProblems, td_problems_free)

G_END_DECLS
