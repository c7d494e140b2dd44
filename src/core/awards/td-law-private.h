/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a law pack share: its members, and reading it. */
#pragma once

#include <json-glib/json-glib.h>

#include "awards/td-law-pack.h"

G_BEGIN_DECLS

/**
 * TdLawGiven:
 *
 * Which members of an award a file gave.
 */
typedef enum
{
  TD_LAW_GIVEN_TITLE = 1 << 0,
  TD_LAW_GIVEN_KIND = 1 << 1,
  TD_LAW_GIVEN_LEVEL = 1 << 2,
  TD_LAW_GIVEN_SUBJECT = 1 << 3,
  TD_LAW_GIVEN_FACT = 1 << 4,
  TD_LAW_GIVEN_DECIDER = 1 << 5,
  TD_LAW_GIVEN_PAPERS = 1 << 6,
  TD_LAW_GIVEN_FORM = 1 << 7,
  TD_LAW_GIVEN_VOTE = 1 << 8,
  TD_LAW_GIVEN_QUORUM = 1 << 9,
  TD_LAW_GIVEN_MONEY = 1 << 10,
  TD_LAW_GIVEN_CONDITIONS = 1 << 11,
  TD_LAW_GIVEN_JUDGED = 1 << 12,
  TD_LAW_GIVEN_ALL = (1 << 13) - 1,
} TdLawGiven;

/* A condition that only takes one of the base's away. */
#define TD_CONDITION_DROP ((TdConditionType) TD_N_CONDITION_TYPES)

struct _TdLawPack
{
  const char *id;
  const char *title;
  const char *extends; /* "" for a regime of its own */
  TdDate from;
  TdDate to;
  TdLawFact force_fact;
  GArray *salaries;  /* of TdBaseSalary, by from */
  GPtrArray *awards; /* of TdLawAward */

  /* Owned: the strings and conditions of this file; what comes from the base is the base's. */
  GStringChunk *strings;
  GPtrArray *owned; /* conditions, alternatives, papers, notes and their lists */
  TdLawPack *base;
};

/* An empty pack. */
TdLawPack *td_law_pack_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
/* Zeroed memory that lives as long as the pack. */
gpointer td_law_pack_alloc (TdLawPack *self, gsize size);
/* An empty list that lives as long as the pack. */
GPtrArray *td_law_pack_alloc_list (TdLawPack *self);

/*
 * Reads one file, on its own: what it left out is left out. Adds to @problems; the pack is whole only
 * when nothing was added.
 */
void td_law_read (TdLawPack *self, const char *name, JsonNode *root, TdProblems *problems);

/* Puts what @self's file said on top of @base. Adds to @problems what does not fit. */
void td_law_lay (TdLawPack *self, TdLawPack *base, const char *name, TdProblems *problems);

/* Whether every award has all its members and they go together. */
void td_law_check_complete (const TdLawPack *self, const char *name, TdProblems *problems);

G_END_DECLS
