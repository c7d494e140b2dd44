/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The law card of a nomination (AWARDS.md, “Law cards”): every condition of the award with pass, fail
 * or unknown, the clause, what the verdict stands on, and what would make it pass. Pure: the same case
 * and pack always give the same card.
 */
#pragma once

#include "awards/td-law-case.h"

G_BEGIN_DECLS

/**
 * TdLawCheckRow:
 * @condition: path of the condition: `tieu-chuan`, `tieu-chuan/a`, `tieu-chuan/a/phong-trao`; `award`
 *   and `subject` are the program's own: the award is not in the pack, or is not for such nominees
 * @level: depth: 0 for conditions, 1 for alternatives of “any one of”…
 * @needed: whether the card as a whole hangs on it; alternatives do not by themselves
 * @clause: the article; "" for the program's own
 * @words: what is asked, Vietnamese, as the pack has it; of the program's own rows translated
 * @verdict: what the records give; an override does not change it
 * @evidence: what it stands on: figures, dates, decision numbers; translated
 * @remedy: what would make it pass; "" when it passes or nothing would
 * @source: of the condition's words, "" for the program's own
 * @verified: whether the condition was read in a copy of its source
 * @is_overridden: a recorded override stands on this very row
 * @who: who overrode it, else ""
 * @why: the reason, else ""
 * @clears: the nomination may go on as far as this row is concerned: it passes, or an override on it,
 *   or on what it is made of, lets it
 */
typedef struct
{
  char *condition;
  guint level;
  gboolean needed;
  char *clause;
  char *words;
  TdLawVerdict verdict;
  char *evidence;
  char *remedy;
  char *source;
  gboolean verified;
  gboolean is_overridden;
  char *who;
  char *why;
  gboolean clears;
} TdLawCheckRow;

/**
 * TdLawCheck:
 * @rows: of #TdLawCheckRow, a condition before what it is made of
 * @verdict: over all conditions: fail when one fails, else unknown when one is, else pass
 * @may_go_on: every condition passes or is cleared by an override
 * @n_overridden: rows with an override of their own
 * @has_unverified: some condition's words are not verified
 * @ignored: overrides of this nomination that do not count, as sentences: no such row, nobody's name,
 *   no reason
 */
typedef struct
{
  GPtrArray *rows;
  TdLawVerdict verdict;
  gboolean may_go_on;
  guint n_overridden;
  gboolean has_unverified;
  GPtrArray *ignored;
} TdLawCheck;

/* The card of @self under @pack, whose strings it does not keep. (transfer full) */
TdLawCheck *
td_law_check_new (const TdLawPack *pack, const TdLawCase *self) G_GNUC_WARN_UNUSED_RESULT;
void td_law_check_free (TdLawCheck *self);

/* The row with this path, %NULL when there is none. (transfer none) */
const TdLawCheckRow *td_law_check_find (const TdLawCheck *self, const char *condition);

/* Evidence and remedy in one sentence or two: the column `why` of `law_cards`. (transfer full) */
char *td_law_check_row_dup_why (const TdLawCheckRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLawCheck, td_law_check_free)

G_END_DECLS
