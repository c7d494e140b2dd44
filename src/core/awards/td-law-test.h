/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One condition against one case: the room's own, for the law card. */
#pragma once

#include "awards/td-law-case.h"

G_BEGIN_DECLS

/* See #TdLawCheckRow for what the words are. */
typedef struct
{
  TdLawVerdict verdict;
  char *evidence;
  char *remedy;
} TdLawTest;

/*
 * Tests @condition, which is not of type %TD_CONDITION_ANY. The strings of @out are never %NULL and belong to
 * the caller. @pack gives the titles of awards.
 */
void td_law_test (const TdLawPack *pack, const TdLawCondition *condition, const TdLawCase *self,
                  TdLawTest *out);

G_END_DECLS
