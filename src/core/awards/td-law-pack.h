/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A law pack: the awards of one legal regime, as data (AWARDS.md, “Law packs are data”). The format of
 * the file is described in data/law/README.md. What a fact says is only as good as its source: each
 * carries it, and whether it has been verified; what is not verified is shown and printed as such.
 *
 * A pack does not change once it is made and may be read by any thread. All strings in it live as long
 * as the pack does.
 */
#pragma once

#include "awards/td-law-types.h"

G_BEGIN_DECLS

/* A file larger than this is no pack; a person writes and reads them. */
#define TD_LAW_PACK_MAX_SIZE (1024 * 1024)

/**
 * TdLawFact:
 * @source: in words, where the fact was read; never %NULL in a complete pack
 * @verified: whether it was read in a copy of that source, or only remembered
 */
typedef struct
{
  const char *source;
  gboolean verified;
} TdLawFact;

/**
 * TdConditionType:
 * @TD_CONDITION_TOTAL: the unit's total is at least `at_least`
 * @TD_CONDITION_BAND: the unit's band is at least `band`
 * @TD_CONDITION_RANK: the unit's rank in its block is at most `rank`
 * @TD_CONDITION_LAUNCHED_BY: the movement was launched by one of `levels`
 * @TD_CONDITION_YEARS: the movement lasts at least `years`
 * @TD_CONDITION_NOT_PROPOSED: nothing else was proposed or given for the same achievement
 * @TD_CONDITION_NO_DISCIPLINE: no discipline or open investigation on the date
 * @TD_CONDITION_DIRECT_WORKER: not a leader
 * @TD_CONDITION_HELD: has held one of `awards`, `times` times, in the last `years`, running
 * @TD_CONDITION_INITIATIVE: `count` initiatives recognised at `scope` or wider, in the last `years`
 * @TD_CONDITION_COVERAGE: the share of expected entries that are counted
 * @TD_CONDITION_PEOPLE: the share (or number) of the collective's people who have `has`
 * @TD_CONDITION_ANY: one of `alternatives` is enough
 *
 * The closed set of typed tests (AWARDS.md). It is not a programming language and shall not become
 * one.
 */
typedef enum
{
  TD_CONDITION_TOTAL,
  TD_CONDITION_BAND,
  TD_CONDITION_RANK,
  TD_CONDITION_LAUNCHED_BY,
  TD_CONDITION_YEARS,
  TD_CONDITION_NOT_PROPOSED,
  TD_CONDITION_NO_DISCIPLINE,
  TD_CONDITION_DIRECT_WORKER,
  TD_CONDITION_HELD,
  TD_CONDITION_INITIATIVE,
  TD_CONDITION_COVERAGE,
  TD_CONDITION_PEOPLE,
  TD_CONDITION_ANY,
  TD_N_CONDITION_TYPES,
} TdConditionType;

/* "total-at-least", "band-at-least"… as written in packs. */
const char *td_condition_type_code (TdConditionType type);
/* The type with this code, or -1. */
int td_condition_type_find (const char *code);

/**
 * TdLawCondition:
 * @id: short name, unique in its list; part of the path by which rows and overrides name it
 * @type: which test
 * @clause: the article it comes from: “Điều 26 khoản 2”
 * @words: what it asks, in the law's words, in Vietnamese
 * @fact: where it was read
 * @at_least: of totals
 * @band: of bands
 * @rank: of ranks, from 1
 * @levels: of launching levels, a bit (1 << #TdLawLevel) each
 * @years: of movements their length; of held awards and initiatives the window, 0: ever
 * @among_people: of disciplines: none of the collective's people, instead of the nominee itself
 * @awards: of held awards: codes, `;` between and around (";cstdcs;ldtt;")
 * @times: of held awards, from 1
 * @running: of held awards: one time after the other without a gap, up to the date
 * @before_years: of held awards: given at least that many years before the date; 0: any time
 * @scope: of initiatives
 * @count: of initiatives, from 1
 * @share: of coverage and people; a @share.den of 0 means that @count people are asked for
 * @has: of people: an award's code, or `hoan-thanh-nhiem-vu`
 * @alternatives: of %TD_CONDITION_ANY, of #TdLawAlternative; else %NULL
 *
 * One test. Members that its type does not use are 0.
 */
typedef struct
{
  const char *id;
  TdConditionType type;
  const char *clause;
  const char *words;
  TdLawFact fact;

  TdDecimal at_least;
  const char *band;
  guint rank;
  guint levels;
  guint years;
  gboolean among_people;
  const char *awards;
  guint times;
  gboolean running;
  guint before_years;
  TdInitiativeScope scope;
  guint count;
  TdShare share;
  const char *has;
  GPtrArray *alternatives;
} TdLawCondition;

/**
 * TdLawAlternative:
 * @conditions: of #TdLawCondition, all of which it takes. Empty for a clause that no figure decides:
 *   it stays unknown until a person decides it by a recorded override
 *
 * One of the ways to fulfil a condition “any one of”: điểm a, b, c of a clause.
 */
typedef struct
{
  const char *id;
  const char *clause;
  const char *words;
  TdLawFact fact;
  GPtrArray *conditions;
} TdLawAlternative;

/**
 * TdLawPaper:
 * @code: short name, unique in its award: `to-trinh`
 * @title: as on the paper
 * @required: else asked for only when it applies (a certificate of an initiative)
 */
typedef struct
{
  const char *code;
  const char *title;
  gboolean required;
  TdLawFact fact;
} TdLawPaper;

/**
 * TdLawNote:
 *
 * A criterion that the council judges by itself: the card shows it, and no verdict hangs on it.
 */
typedef struct
{
  const char *clause;
  const char *words;
  TdLawFact fact;
} TdLawNote;

/**
 * TdVoteBase:
 * @TD_VOTE_OF_MEMBERS: of all members of the council, present or not
 * @TD_VOTE_OF_PRESENT: of those present
 * @TD_VOTE_OF_VALID: of the valid ballots
 *
 * What the share of votes is a share of. Recused members are in none of them.
 */
typedef enum
{
  TD_VOTE_OF_MEMBERS,
  TD_VOTE_OF_PRESENT,
  TD_VOTE_OF_VALID,
} TdVoteBase;

/* "all-members", "present", "valid-ballots"; -1 when the code is none. */
const char *td_vote_base_code (TdVoteBase base);
int td_vote_base_find (const char *code);
/* English source of the words shown; translate before showing. */
const char *td_vote_base_title (TdVoteBase base);

/**
 * TdLawAward:
 * @code: `gk-tp-tt`, … (AWARDS.md)
 * @title: Vietnamese, as in a sentence
 * @kind: form or title
 * @level: of who decides
 * @subject: collective or individual
 * @fact: where the award itself was read
 * @decider: who decides, in words
 * @papers: of #TdLawPaper: what the dossier must hold
 * @form_number: “Mẫu số 08”; %NULL: not known
 * @form_title: of the achievement report's form; %NULL: not known
 * @has_vote: whether the pack sets the share of votes; where it does not, local rules do
 * @vote: the share
 * @vote_base: of what
 * @has_quorum: whether the pack sets the share of members that makes a meeting valid
 * @quorum: of the members
 * @coefficient: of the bonus, in hundredths of the base salary; -1: not set
 * @conditions: of #TdLawCondition
 * @judged: of #TdLawNote
 *
 * Everything a pack says about an award.
 */
typedef struct
{
  const char *code;
  const char *title;
  TdAwardKind kind;
  TdLawLevel level;
  TdSubject subject;
  TdLawFact fact;

  const char *decider;
  TdLawFact decider_fact;

  GPtrArray *papers;

  const char *form_number;
  const char *form_title;
  TdLawFact form_fact;

  gboolean has_vote;
  TdShare vote;
  TdVoteBase vote_base;
  TdLawFact vote_fact;

  gboolean has_quorum;
  TdShare quorum;
  TdLawFact quorum_fact;

  gint64 coefficient;
  TdLawFact money_fact;

  GPtrArray *conditions;
  GPtrArray *judged;

  /*< private >*/
  guint given; /* which members the file gave; a pack on top of another may leave some to it */
} TdLawAward;

/**
 * TdBaseSalary:
 * @from: first day
 * @to: last day, %TD_DATE_NONE: open
 * @amount: in đồng
 *
 * The base salary (lương cơ sở) over a time.
 */
typedef struct
{
  TdDate from;
  TdDate to;
  gint64 amount;
  TdLawFact fact;
} TdBaseSalary;

/**
 * TdLawPack:
 *
 * A legal regime, or an office's own rules on top of one. Counted references.
 */
typedef struct _TdLawPack TdLawPack;

/*
 * Reads a pack. @name is what messages call the file. A pack with `extends` is laid upon @base, whose
 * id it must name: its awards add to the base's or change the members they give, its conditions add to,
 * replace or drop those with the same id. @base is %NULL for a regime of its own.
 *
 * Everything wrong is added to @problems, with the place (`FILE: awards[3].conditions[1].share`); %NULL
 * when anything is. Any bytes may be given: what is too large, too deep or not JSON is a problem like
 * others. (transfer full) (nullable)
 */
TdLawPack *td_law_pack_new (const char *name, const char *data, gsize length, TdLawPack *base,
                            TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The id of the pack that a file is to be laid upon, "" for none; %NULL when the bytes are no pack.
 * (transfer full) (nullable)
 */
char *td_law_pack_peek_base (const char *data, gsize length) G_GNUC_WARN_UNUSED_RESULT;

TdLawPack *td_law_pack_ref (TdLawPack *self);
void td_law_pack_unref (TdLawPack *self);

const char *td_law_pack_get_id (const TdLawPack *self);
const char *td_law_pack_get_title (const TdLawPack *self);
/* The pack it is laid upon, %NULL for none. (transfer none) */
const TdLawPack *td_law_pack_get_base (const TdLawPack *self);

/* First and last day in force; the last is %TD_DATE_NONE while it is open. */
TdDate td_law_pack_get_from (const TdLawPack *self);
TdDate td_law_pack_get_to (const TdLawPack *self);
const TdLawFact *td_law_pack_get_force_fact (const TdLawPack *self);
gboolean td_law_pack_is_in_force (const TdLawPack *self, TdDate date);

guint td_law_pack_get_n_awards (const TdLawPack *self);
/* In the order of the file, the base's first. (transfer none) */
const TdLawAward *td_law_pack_get_award (const TdLawPack *self, guint index);
/* By its code, %NULL when the pack has none. (transfer none) */
const TdLawAward *td_law_pack_find_award (const TdLawPack *self, const char *code);

/* The base salary on a day, %NULL when the pack does not know it. (transfer none) */
const TdBaseSalary *td_law_pack_find_salary (const TdLawPack *self, TdDate date);
guint td_law_pack_get_n_salaries (const TdLawPack *self);
const TdBaseSalary *td_law_pack_get_salary (const TdLawPack *self, guint index);

/* Whether the condition's list of awards has this code. */
gboolean td_law_condition_has_award (const TdLawCondition *self, const char *code);

/*
 * The level whose fund pays: the decider's own, but for decisions of the Government and the Prime
 * Minister that of the proposing province (Luật Điều 11 khoản 4, Điều 83 khoản 4).
 */
TdLawLevel td_law_award_get_payer (const TdLawAward *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLawPack, td_law_pack_unref)

G_END_DECLS
