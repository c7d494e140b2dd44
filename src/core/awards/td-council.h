/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The council (AWARDS.md, “Council”): who was there, who is recused from which nomination, ballots typed
 * twice by two counters, and whether the votes reach the share the law asks for, of the base it names.
 * Shares are fractions of whole numbers. A member recused from a nomination is in neither its members
 * nor its present nor its votes.
 */
#pragma once

#include "awards/td-law-pack.h"

G_BEGIN_DECLS

typedef enum
{
  TD_COUNCIL_CHAIR,
  TD_COUNCIL_SECRETARY,
  TD_COUNCIL_MEMBER,
} TdCouncilRole;

/**
 * TdCouncilMember:
 * @code: of the person
 * @name: full name
 * @office: office held (nullable)
 * @role: in the council
 * @unit: code of the unit the member works in (nullable)
 * @present: whether they came; what is not recorded counts as not there, and lets nothing pass or fail that
 *   would not if they had come
 */
typedef struct
{
  const char *code;
  const char *name;
  const char *office;
  TdCouncilRole role;
  const char *unit;
  TdKnown present;
} TdCouncilMember;

/**
 * TdCouncilCase:
 * @nomination: code
 * @nominee: code of the unit or person
 * @name: the nominee's
 * @unit: code of the unit: the nominee itself, or the one a person works in (nullable)
 * @is_person: so that a member of the same name is taken for the nominee
 */
typedef struct
{
  const char *nomination;
  const char *nominee;
  const char *name;
  const char *unit;
  gboolean is_person;
} TdCouncilCase;

/**
 * TdRecusal:
 * @nomination: code
 * @member: code
 * @stays: the other way round: a member the program would recuse stays (a namesake, for instance)
 * @reason: without one it does not count
 *
 * A recusal by hand.
 */
typedef struct
{
  const char *nomination;
  const char *member;
  gboolean stays;
  const char *reason;
} TdRecusal;

/**
 * TdRecused:
 * @member: index
 * @by_hand: else by the rule
 * @reason: in words
 *
 * A member who takes no part in a nomination.
 */
typedef struct
{
  guint member;
  gboolean by_hand;
  char *reason;
} TdRecused;

/* What one counter found. @votes_for of the valid ballots. */
typedef struct
{
  const char *nomination;
  guint counter; /* 1 or 2 */
  guint issued;
  guint returned;
  guint valid;
  guint votes_for;
} TdBallotCount;

/**
 * TdCouncil:
 *
 * A round's council and all that is recorded of its meeting. Borrows everything.
 */
typedef struct
{
  const TdCouncilMember *members;
  guint n_members;
  const TdRecusal *recusals;
  guint n_recusals;
  const TdBallotCount *ballots;
  guint n_ballots;
} TdCouncil;

/**
 * TdQuorum:
 * @members: of the council
 * @present: of them
 * @needed: fewest present that make the meeting valid; 0 when no rule is known
 * @verdict: unknown without a rule
 * @n_not_recorded: members whose attendance is not recorded
 */
typedef struct
{
  guint members;
  guint present;
  guint needed;
  TdLawVerdict verdict;
  guint n_not_recorded;
} TdQuorum;

/* Whether the meeting as a whole is valid under @award's rule. */
void td_council_get_quorum (const TdCouncil *self, const TdLawAward *award, TdQuorum *out);

/*
 * Who is recused from a nomination: members who are the nominee (by code, or by name), members of the nominated unit
 * or of the nominee's, and those recused by hand. In the order of members. (transfer full): of #TdRecused
 */
GPtrArray *td_council_get_recused (const TdCouncil *self,
                                   const TdCouncilCase *nominee) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdVoteOverride:
 *
 * A recorded decision to go on without the share of votes. Counts only with @who and @why.
 */
typedef struct
{
  const char *who;
  const char *why;
} TdVoteOverride;

/**
 * TdCouncilVote:
 * @nomination: code; borrowed from the case
 * @recused: of #TdRecused
 * @members: of the council without the recused
 * @present: of those
 * @issued: ballots, as both counters have it; 0 until they agree
 * @returned: the same
 * @valid: the same
 * @votes_for: the same
 * @is_counted: both counters gave the same four numbers, and they make sense
 * @has_threshold: the pack sets a share
 * @threshold: the share
 * @base: of what
 * @base_count: how many that is
 * @needed: votes that reach it
 * @verdict: pass, fail; unknown while something is missing or contradictory, or hangs on members whose
 *   attendance is not recorded. A meeting without quorum fails; without a rule for it nothing passes
 * @is_overridden: goes on by a recorded override
 * @problems: what is wrong or missing, and what is to be noted, sentences; translated
 * @verified: whether the threshold was read in a copy of its source
 *
 * The vote on one nomination.
 */
typedef struct
{
  const char *nomination;
  GPtrArray *recused;
  guint members;
  guint present;
  guint issued;
  guint returned;
  guint valid;
  guint votes_for;
  gboolean is_counted;
  gboolean has_threshold;
  TdShare threshold;
  TdVoteBase base;
  guint base_count;
  guint needed;
  TdLawVerdict verdict;
  gboolean is_overridden;
  GPtrArray *problems;
  gboolean verified;
} TdCouncilVote;

/*
 * The vote on @nominee for @award (%NULL: the pack has none, so no threshold). @override is nullable.
 * (transfer full)
 */
TdCouncilVote *
td_council_vote_new (const TdCouncil *self, const TdCouncilCase *nominee, const TdLawAward *award,
                     const TdVoteOverride *override) G_GNUC_WARN_UNUSED_RESULT;
void td_council_vote_free (TdCouncilVote *self);

/* Passed, or goes on by a recorded override. */
gboolean td_council_vote_may_go_on (const TdCouncilVote *self);

/*
 * The share of votes in percent, with @digits fraction digits, cut off and never rounded up, so that 89,99…
 * is never shown as 90. %TD_DECIMAL_NONE while it is not counted or the base is 0.
 */
TdDecimal td_council_vote_get_percent (const TdCouncilVote *self, guint digits);

/* “12 of 13 (all members of the council), needed 12”, translated. (transfer full) */
char *td_council_vote_to_words (const TdCouncilVote *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdVoteRow:
 *
 * A row of the computed table `votes`; @share and @threshold are fractions, "" where there is none.
 */
typedef struct
{
  const char *nomination;
  const char *base; /* code; "" without a threshold */
  guint base_count;
  guint votes_for;
  char share[24];
  char threshold[24];
  TdLawVerdict verdict;
} TdVoteRow;

TdVoteRow td_council_vote_get_row (const TdCouncilVote *self);

void td_recused_free (TdRecused *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCouncilVote, td_council_vote_free)

G_END_DECLS
