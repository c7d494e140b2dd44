/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a law pack says, line by line as a person reads it: item, words, clause, whether it was verified and where it
 * was read (AWARDS.md, “Law packs are data”); and which lines the office may set by its own pack. Pure.
 */
#pragma once

#include "desk/td-award-law.h"

G_BEGIN_DECLS

/* TdLawLine.settable of a line that the office cannot set. */
#define TD_LAW_LINE_FIXED -1

/**
 * TdLawLine:
 * @item: what it is about: “Votes”, “Condition”… in the language of the program (unowned)
 * @what: what the pack says of it; conditions within conditions are indented
 * @clause: the article it comes from; "" for none
 * @verified: “✓ verified” or “⚠ not verified”; "" when the pack gives no fact for it (unowned)
 * @source: where it was read; "" for nowhere
 * @settable: the #TdLawItem that the office may set, or %TD_LAW_LINE_FIXED
 * @condition: the id of a condition that may be set; %NULL else
 *
 * Does not hang on the pack it was made from. Strings are its own but for those marked.
 */
typedef struct
{
  const char *item;
  char *what;
  char *clause;
  const char *verified;
  char *source;
  int settable;
  char *condition;
} TdLawLine;

/* What the line is called where it is set: the words of a condition, else its item. (transfer none) */
const char *td_law_line_get_words (const TdLawLine *self);

/* What @pack says for all awards: its time in force and the base salaries. (transfer full): of #TdLawLine */
GPtrArray *td_law_lines_new_for_pack (const TdLawPack *pack) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Everything @pack says of @award, which is one of its own. Conditions that the pack below has and this one
 * dropped are lines too, so that they can be had again. (transfer full): of #TdLawLine
 */
GPtrArray *td_law_lines_new_for_award (const TdLawPack *pack,
                                       const TdLawAward *award) G_GNUC_WARN_UNUSED_RESULT;

/* How many facts about the award nobody has read in a copy of their source, at any depth. */
guint td_law_award_count_unverified (const TdLawAward *award);

G_END_DECLS
