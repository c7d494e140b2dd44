/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the tests share. */
#pragma once

#include "awards/td-law-test.h"

G_BEGIN_DECLS

/* Sets the result; takes the strings, of which @remedy may be %NULL. */
void td_law_say (TdLawTest *out, TdLawVerdict verdict, char *evidence, char *remedy);

/* “14/03/2024”. (transfer full) */
char *td_law_day (TdDate date) G_GNUC_WARN_UNUSED_RESULT;
/* A paper's number, or words for one that is not recorded. */
const char *td_law_or_unknown (const char *text);
/* The pack's title of an award or recognised grade; its code when nobody knows it. */
const char *td_law_award_title (const TdLawPack *pack, const char *code);

void td_law_test_not_proposed (const TdLawPack *pack, const TdLawCase *self, TdLawTest *out);
void td_law_test_no_discipline (const TdLawCase *self, TdLawTest *out);
void td_law_test_held (const TdLawPack *pack, const TdLawCondition *condition,
                       const TdLawCase *self, TdLawTest *out);
void
td_law_test_initiative (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out);

G_END_DECLS
