/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The office's own law pack, set fact by fact: shares of votes, quorums, coefficients, conditions, and what was
 * verified. The program's packs stay as they are; what the office sets is a pack of its own laid upon one of
 * them (data/law/README.md), the same as one that came as a file.
 */
#pragma once

#include "desk/td-award-book.h"

G_BEGIN_DECLS

/**
 * TdLawItem:
 * @TD_LAW_ITEM_VOTE: the share of votes and what it is a share of
 * @TD_LAW_ITEM_QUORUM: the share of members that makes a meeting valid
 * @TD_LAW_ITEM_MONEY: the coefficient of the bonus
 * @TD_LAW_ITEM_CONDITION: a condition of the award
 */
typedef enum
{
  TD_LAW_ITEM_VOTE,
  TD_LAW_ITEM_QUORUM,
  TD_LAW_ITEM_MONEY,
  TD_LAW_ITEM_CONDITION,
} TdLawItem;

/**
 * TdLawDeed:
 * @TD_LAW_SET: this value holds; a condition holds as it is, with this source
 * @TD_LAW_UNSET: there is no such rule; a condition is dropped
 * @TD_LAW_AS_BELOW: the office sets nothing: what the pack below says holds again
 */
typedef enum
{
  TD_LAW_SET,
  TD_LAW_UNSET,
  TD_LAW_AS_BELOW,
} TdLawDeed;

/**
 * TdLawSetting:
 * @pack: the office's pack to change, or the program's to lay a new one upon
 * @title: of a new pack; ignored of one there is (nullable)
 * @award: code of an award of @pack
 * @item: what is set
 * @condition: id of the condition; %NULL of other items
 * @deed: what is done
 * @share: of votes and quorums
 * @base: of votes
 * @coefficient: of bonuses, in hundredths of the base salary
 * @source: where it was read; asked for unless the deed is %TD_LAW_AS_BELOW
 * @verified: it was read in a copy of that source
 */
typedef struct
{
  const TdLawPack *pack;
  const char *title;
  const char *award;
  TdLawItem item;
  const char *condition;
  TdLawDeed deed;
  TdShare share;
  TdVoteBase base;
  gint64 coefficient;
  const char *source;
  gboolean verified;
} TdLawSetting;

/*
 * The office's pack to change for what is set in @pack: itself when it is the office's, else the first one laid upon
 * it, of which the one named @preferred (nullable) comes first. %NULL: there is none yet. (transfer none)
 */
const TdLawPack *
td_award_law_find_own (const TdLawLibrary *library, const TdLawPack *pack, const char *preferred);

/*
 * The JSON of the office's pack with the setting in it, checked as any pack is. @id is given the pack's id, a
 * new one when it is new; the JSON belongs under %TD_SETTING_LAW_PACK and that id. %NULL with @problems when
 * something is not right. (transfer full)
 */
char *td_award_law_set (TdStore *store, const TdLawLibrary *library, const TdLawSetting *setting,
                        char **id, TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/* “80%”, “2/3”: above nothing, at most all. @out's @more_than is not touched. */
gboolean td_award_law_parse_share (const char *text, TdShare *out);
/* The way it is typed: “80%”, “2/3”. (transfer full) */
char *td_award_law_format_share (const TdShare *share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
