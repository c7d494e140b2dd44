/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms back (TABLES.md, `collect`): the workbooks that units return are compared with what was sent out
 * and with what the file holds now. Out of it come proposals, entry by entry, that a person looks
 * through; then all of them go through the store's door as one step, or none.
 *
 * Belongs to the thread of its store.
 */
#pragma once

#include <gio/gio.h>

#include "store/td-store.h"
#include "tables/td-form-reader.h"

G_BEGIN_DECLS

/**
 * TdVerdict:
 * @TD_VERDICT_SAME: the file has it so already
 * @TD_VERDICT_CHANGE: the unit wrote something, nobody else did since
 * @TD_VERDICT_CONFLICT: the unit wrote something, and so did somebody else, or it took a figure back:
 *   a person has to say which counts
 * @TD_VERDICT_REFUSED: it cannot be taken, for the reason given
 *
 * What is proposed for an entry.
 */
typedef enum
{
  TD_VERDICT_SAME,
  TD_VERDICT_CHANGE,
  TD_VERDICT_CONFLICT,
  TD_VERDICT_REFUSED,
} TdVerdict;

/**
 * TdChoiceOfTwo:
 * @TD_TAKE_ASK: nobody has said yet; with a conflict nothing can be written
 * @TD_TAKE_THEIRS: what the unit wrote
 * @TD_TAKE_OURS: what the file has
 */
typedef enum
{
  TD_TAKE_ASK,
  TD_TAKE_THEIRS,
  TD_TAKE_OURS,
} TdTake;

/**
 * TdProposal:
 * @where: `FILE!SHEET!CELL`
 * @page: index of the form it comes from
 * @unit: the unit
 * @target: the target
 * @period: the period
 * @movement: the movement
 * @what: the entry in words
 * @sent: what went out, in words; "" for nothing
 * @came: what came back, in words
 * @now: what the file has, in words
 * @verdict: what is proposed
 * @reason: why, for conflicts and refusals; else worth saying, or %NULL
 * @take: what a person said
 *
 * What a row of a form would do. Texts are owned by it.
 */
typedef struct
{
  char *where;
  guint page;
  TdId unit;
  TdId target;
  TdId period;
  TdId movement;
  char *what;
  char *sent;
  char *came;
  char *now;
  TdVerdict verdict;
  char *reason;
  TdTake take;
} TdProposal;

typedef struct _TdCollect TdCollect;

/* @store stays open as long as this is there. */
TdCollect *td_collect_new (TdStore *store) G_GNUC_WARN_UNUSED_RESULT;
void td_collect_free (TdCollect *self);

/*
 * Reads a workbook, or all workbooks of a folder and the folders in it; what else lies there is named in
 * a warning. What is wrong is among td_collect_get_problems(); one
 * bad file does not keep the others from being read. The same file again is read once.
 */
void td_collect_add (TdCollect *self, const char *path, GCancellable *cancellable);

/* How many forms were read. */
guint td_collect_get_n_pages (const TdCollect *self);
/* The form in which a proposal stands. (transfer none) */
const TdFormPage *td_collect_get_page (const TdCollect *self, guint page);

/* Compares everything with the file as it is now. After adding, and when the file has changed. */
void td_collect_compare (TdCollect *self);

guint td_collect_get_n_proposals (const TdCollect *self);
/* (transfer none): valid until the next comparison. */
const TdProposal *td_collect_get_proposal (const TdCollect *self, guint index);
guint td_collect_count (const TdCollect *self, TdVerdict verdict);

/*
 * Says of a conflict which side counts, or of a change that it is left out. Another form's proposal for
 * the same entry is then settled the other way.
 */
void td_collect_set_take (TdCollect *self, guint index, TdTake take);

/*
 * Everything that is wrong or worth saying, with its place: refusals and open conflicts are errors, the
 * rest are warnings. (transfer none): valid until the next comparison.
 */
const TdProblems *td_collect_get_problems (const TdCollect *self);

/* How many entries td_collect_run() would write. */
guint td_collect_get_n_writes (const TdCollect *self);

/*
 * Writes it as one step, all or nothing. With a refusal or an open conflict it fails with
 * %TD_ERROR_INVALID and writes nothing, unless @partly: then what is refused is left out. @received_on:
 * the day the forms came; %TD_DATE_NONE is today. @number (nullable): the incoming number of the letter
 * they came with. A receipt is kept for each form, once a file. What the file holds is looked at once more before.
 */
gboolean td_collect_run (TdCollect *self, TdWriteMode mode, gboolean partly, TdDate received_on,
                         const char *number, GError **error);

/*
 * The answer back: for each form with something refused or in conflict a workbook with its own values in
 * @folder, the cells concerned coloured and commented. @n_written (nullable): how many there were.
 */
gboolean
td_collect_write_answers (TdCollect *self, const char *folder, guint *n_written, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCollect, td_collect_free)

G_END_DECLS
