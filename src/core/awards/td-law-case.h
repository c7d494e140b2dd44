/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known of one nomination, as plain values: the nominee, its unit's scores, the movement, what
 * else was proposed and given. Whoever holds the data file fills it in; what is not recorded is left
 * as it is in a zeroed struct, and is then unknown, never a yes.
 *
 * Nothing here is copied or freed: the case borrows all of it.
 */
#pragma once

#include "awards/td-law-pack.h"
#include "model/td-movement.h"

G_BEGIN_DECLS

/* One row of `awards_held`. Recognised grades of work are rows too: `httnv`, `htxsnv` (data/law/README.md). */
typedef struct
{
  const char *award;
  const char *decision; /* nullable */
  TdDate decided_on;
  const char *achievement; /* nullable */
} TdLawAwardHeld;

/* One initiative of the nominee: of a person as author, of a collective by its unit. */
typedef struct
{
  const char *title;
  int scope;            /* a #TdInitiativeScope, -1: not recorded */
  const char *decision; /* nullable */
  TdDate recognised_on;
} TdLawInitiative;

/* One row of `disciplines`: a discipline, or an investigation that is open. */
typedef struct
{
  const char *kind;
  TdDate from;
  TdDate to;            /* %TD_DATE_NONE: still open */
  const char *decision; /* nullable */
} TdLawDiscipline;

/* How many of a collective's people have an award, or `hoan-thanh-nhiem-vu`. */
typedef struct
{
  const char *has;
  guint count;
} TdLawPeople;

/**
 * TdLawNominee:
 * @subject: a collective or a person
 * @code: of the unit or person
 * @name: as in the records
 * @leader: of a person: whether a leader
 * @awards: held so far
 * @knows_awards: whether the register of awards is complete for the nominee: what is not in it is
 *   then known not to be held
 * @initiatives: theirs
 * @knows_initiatives: the same, of initiatives
 * @disciplines: theirs
 * @knows_disciplines: the same, of disciplines
 * @knows_people: of a collective: whether @n_people is known
 * @n_people: its people
 * @people: how many of them have what
 * @knows_people_disciplined: whether @n_people_disciplined is known
 * @n_people_disciplined: its people disciplined in the year, from warning (cảnh cáo) up
 */
typedef struct
{
  TdSubject subject;
  const char *code;
  const char *name;
  TdKnown leader;

  const TdLawAwardHeld *awards;
  guint n_awards;
  gboolean knows_awards;
  const TdLawInitiative *initiatives;
  guint n_initiatives;
  gboolean knows_initiatives;
  const TdLawDiscipline *disciplines;
  guint n_disciplines;
  gboolean knows_disciplines;

  gboolean knows_people;
  guint n_people;
  const TdLawPeople *people;
  guint n_people_kinds;
  gboolean knows_people_disciplined;
  guint n_people_disciplined;
} TdLawNominee;

/**
 * TdLawScore:
 * @known: whether the unit was scored at all; else nothing below counts
 * @unit: the unit's name: the nominee itself, or the unit a person works in
 * @block: its block's name
 * @total: %TD_DECIMAL_NONE when not ranked
 * @rank: within the block, from 1; 0: not ranked
 * @tied: shares its rank
 * @n_ranked: units ranked in the block
 * @band: index into the movement's bands, -1: none
 * @filled: of the expected entries those counted
 * @expected: entries expected
 * @as_of: the date of the scores
 *
 * What the movement's ranking says of the nominee's unit.
 */
typedef struct
{
  gboolean known;
  const char *unit;
  const char *block;
  TdDecimal total;
  guint rank;
  gboolean tied;
  guint n_ranked;
  int band;
  guint filled;
  guint expected;
  TdDate as_of;
} TdLawScore;

/**
 * TdLawMovement:
 * @title: of the movement
 * @launched_by: a #TdLawLevel, -1: not recorded
 * @decision: that launched it (nullable)
 * @starts: first day
 * @ends: last day
 * @bands: by at_least, ascending
 * @decimals: of points
 */
typedef struct
{
  const char *title;
  int launched_by;
  const char *decision;
  TdDate starts;
  TdDate ends;
  const TdBand *bands;
  guint n_bands;
  guint decimals;
} TdLawMovement;

/* Another nomination of the same nominee, of whatever round; others may be among them and are skipped. */
typedef struct
{
  const char *code;
  const char *round;
  const char *nominee; /* code */
  const char *award;
  const char *achievement; /* nullable */
  TdNominationState state;
} TdLawNomination;

/**
 * TdLawOverride:
 * @nomination: code
 * @condition: the row's path: `tieu-chuan`, `tieu-chuan/a`
 * @who: who decided to go on
 * @why: the reason
 * @on: when
 *
 * A recorded decision to go on in spite of a condition that is not fulfilled, or that no figure
 * decides. Without @who and @why it is not one.
 */
typedef struct
{
  const char *nomination;
  const char *condition;
  const char *who;
  const char *why;
  TdDate on;
} TdLawOverride;

/**
 * TdLawCase:
 * @nomination: code
 * @round: code
 * @award: code of the award asked for
 * @achievement: the key of the achievement: the same key twice is the same achievement (nullable)
 * @date: of the act: the decision's, or while there is none the summing-up's
 * @decision: the round's own decision, so that the award it grants is not held against itself
 *   (nullable)
 *
 * One nomination, and all that its conditions look at.
 */
typedef struct
{
  const char *nomination;
  const char *round;
  const char *award;
  const char *achievement;
  TdDate date;
  const char *decision;
  const TdLawNominee *nominee;
  const TdLawScore *score;
  const TdLawMovement *movement;
  const TdLawNomination *others;
  guint n_others;
  const TdLawOverride *overrides;
  guint n_overrides;
} TdLawCase;

G_END_DECLS
