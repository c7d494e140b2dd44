/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Papers from the open file: the facts of a round, a nomination, a unit or a period are gathered and
 * handed to the builder of the paper's kind (core/documents).
 *
 * Nothing is invented: what the file does not say is printed as the dots the decree leaves for the
 * hand, and named among the problems, each with the place to go to (`TABLE:CODE:COLUMN`). Where a
 * record is meant and none is named, the first that fits is taken.
 *
 * All functions belong to the thread of the desk.
 */
#pragma once

#include "desk/td-desk.h"
#include "documents/td-document.h"

G_BEGIN_DECLS

/**
 * TdPaperSubject:
 * @round: of proposals, minutes, decisions, certificates, check lists and dossiers
 * @nomination: of achievement reports
 * @unit: of progress reports and reminders; %TD_ID_NONE: all
 * @period: of progress reports and reminders
 * @since: of briefings: the day of the one before, %TD_DATE_NONE: the first
 *
 * What a paper is about; %TD_ID_NONE leaves the choice to td_desk_paper_resolve().
 */
typedef struct
{
  TdId round;
  TdId nomination;
  TdId unit;
  TdId period;
  TdDate since;
} TdPaperSubject;

/* The office setting that says which sheet certificates are printed on: “a3”, or blank for A4. */
#define TD_OFFICE_SHEET_KEY "certificate-sheet"

#define TD_PAPER_SUBJECT_NONE                                                                      \
  {                                                                                                \
    TD_ID_NONE, TD_ID_NONE, TD_ID_NONE, TD_ID_NONE, TD_DATE_NONE                                   \
  }

/**
 * TdPaperTakes:
 * @TD_PAPER_TAKES_ROUND: a round
 * @TD_PAPER_TAKES_NOMINATION: a nomination
 * @TD_PAPER_TAKES_PERIOD: a period
 * @TD_PAPER_TAKES_UNIT: a unit, or none for all of them
 * @TD_PAPER_TAKES_DAY: the day of the paper before
 *
 * What can be named for a kind of paper.
 */
typedef enum
{
  TD_PAPER_TAKES_NOTHING = 0,
  TD_PAPER_TAKES_ROUND = 1 << 0,
  TD_PAPER_TAKES_NOMINATION = 1 << 1,
  TD_PAPER_TAKES_PERIOD = 1 << 2,
  TD_PAPER_TAKES_UNIT = 1 << 3,
  TD_PAPER_TAKES_DAY = 1 << 4,
} TdPaperTakes;

TdPaperTakes td_paper_kind_get_takes (TdPaperKind kind);
/* English sources of the kind's title, and of what names a paper of it; translate before showing. */
const char *td_paper_kind_get_title (TdPaperKind kind);
const char *td_paper_kind_get_arguments (TdPaperKind kind);

/*
 * Names what a paper is about by a word as it is typed: the code of a round, a nomination, a period or
 * a unit, or a day, as the kind takes it. FALSE with %TD_ERROR_NOT_FOUND and a sentence.
 */
gboolean td_desk_paper_take_word (TdDesk *desk, TdPaperKind kind, const char *word,
                                  TdPaperSubject *subject, GError **error);

/*
 * Fills in what is not named: the first round that has nominations, its first nomination, the last
 * period that is over as of the desk's day. FALSE with %TD_ERROR_NOT_FOUND when there is none.
 */
gboolean
td_desk_paper_resolve (TdDesk *desk, TdPaperKind kind, TdPaperSubject *subject, GError **error);

/*
 * The paper, a draft. Problems (nullable) are warnings: what is missing. Fails with
 * %TD_ERROR_NOT_FOUND when there is no movement or no record to print, with %TD_ERROR_INVALID when a
 * paper of it would say nothing (nobody is nominated, nothing is owed), or %TD_ERROR_OVERFLOW.
 *
 * A dossier is bound from several papers and files: of %TD_PAPER_DOSSIER this is its check list, and
 * print/td-round-dossier.h binds it. (transfer full)
 */
TdDocument *td_desk_paper_new (TdDesk *desk, TdPaperKind kind, const TdPaperSubject *subject,
                               TdProblems *problems, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
