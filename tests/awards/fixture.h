/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Law packs and dates for the tests of this room. */
#pragma once

#include "awards/td-law-library.h"

G_BEGIN_DECLS

/* A day written as ISO text; "" is none. */
TdDate fixture_date (const char *text);

/* The packs that come with the program; ends the test when one is at fault. */
TdLawLibrary *fixture_library (void);

/*
 * A pack with one award `thu`, of the given subject and with the given conditions (items of a JSON list;
 * their `source` and `verified` are put in for them when they say FACT). @more are further members, such
 * as `"vote": …`, in place of the usual ones (nullable).
 */
TdLawPack *fixture_pack (const char *subject, const char *conditions, const char *more);

/* The same as text. (transfer full) */
char *fixture_pack_text (const char *subject, const char *conditions, const char *more);

/* @text with every @from made @to. (transfer full) */
char *fixture_replace (const char *text, const char *from, const char *to);

G_END_DECLS
