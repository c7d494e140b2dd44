/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the award book share. */
#pragma once

#include "desk/td-award-book.h"

G_BEGIN_DECLS

struct _TdAwardBook
{
  TdStore *store; /* borrowed */
  TdId movement;
  const TdScores *scores;    /* borrowed */
  const TdMovement *content; /* of the scores */
  TdLawMovement law_movement;
  GArray *law_scores; /* of TdLawScore, by the movement's units */
  TdLawLibrary *library;
  TdProblems *problems;
  TdAwardRegister *holders;
  TdMoneyRounding rounding;

  GPtrArray *tables;      /* of GPtrArray of TdRecord, whose strings all else borrows */
  GStringChunk *strings;  /* what had to be put together */
  GPtrArray *rounds;      /* of TdAwardRound */
  GPtrArray *nominations; /* of TdAwardNomination */
  GPtrArray *quotas;      /* of TdAwardQuota */
  GHashTable *by_id; /* TdId → TdAwardRound or TdAwardNomination; ids are unique across tables */
  GArray *others;    /* of TdLawNomination: all nominations of the file */
  GArray *overrides; /* of TdLawOverride */
};

/* td-award-book-read.c */
gboolean td_award_book_read (TdAwardBook *self, GError **error);
void td_award_round_free (gpointer data);
void td_award_nomination_free (gpointer data);
void td_award_quota_free (gpointer data);

/* td-award-book.c: the card @holder would have, or has, for @award. %NULL without a pack. */
TdLawCheck *td_award_book_check (const TdAwardBook *self, const TdAwardRound *round,
                                 const TdAwardHolder *holder, const char *nomination,
                                 const char *award, const char *achievement);
/* The index of the holder's unit in the movement, -1. */
int td_award_book_find_unit (const TdAwardBook *self, const TdAwardHolder *holder);
/* The date on which the round's law is looked at. */
TdDate td_award_round_get_date (const TdAwardRound *self);

G_END_DECLS
