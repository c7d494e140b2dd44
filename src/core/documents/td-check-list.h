/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Phiếu kiểm tra hồ sơ: the law card of each nomination, what the dossier still lacks, and the marks
 * on its sentences. It lies beside the dossier, it is not bound into it.
 */
#pragma once

#include "documents/td-minutes.h"
#include "documents/td-nominees.h"

G_BEGIN_DECLS

/**
 * TdLawCardRow:
 * @condition: in words
 * @clause: the article it comes from (nullable)
 * @verdict: what it gave
 * @why: what that stands on and, when not passed, what would make it pass (nullable)
 * @verified: whether the rule itself has been checked against its source; printed when not
 */
typedef struct
{
  const char *condition;
  const char *clause;
  TdVerdict verdict;
  const char *why;
  gboolean verified;
} TdLawCardRow;

/**
 * TdLawCard:
 * @nominee: whose it is
 * @rows: one a condition
 */
typedef struct
{
  const TdNominee *nominee;
  const TdLawCardRow *rows;
  guint n_rows;
} TdLawCard;

/**
 * TdCompleteness:
 * @what: what was looked for
 * @ok: whether it is so
 * @where: where to look (nullable)
 */
typedef struct
{
  const char *what;
  gboolean ok;
  const char *where;
} TdCompleteness;

/**
 * TdMarkedFact:
 * @paper: the paper's title
 * @fact: the fact, with a mark on it
 * @text: the words on the paper
 */
typedef struct
{
  const char *paper;
  const TdFact *fact;
  const char *text;
} TdMarkedFact;

/**
 * TdCheckList:
 * @paper: the paper itself
 * @round: the round's title
 * @law: the law pack the cards stand on, in words
 * @cards: of every nomination
 * @completeness: of the dossier
 * @marks: sentences with a mark
 */
typedef struct
{
  TdPaper paper;
  const char *round;
  const char *law;
  const TdLawCard *cards;
  guint n_cards;
  const TdCompleteness *completeness;
  guint n_completeness;
  const TdMarkedFact *marks;
  guint n_marks;
} TdCheckList;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_check_list_build (const TdTemplate *template, const TdCheckList *data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
