/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The law packs at hand, and which of them holds for an act: the one in force on the act's date (its
 * summing-up or its decision), never today's (AWARDS.md).
 */
#pragma once

#include "awards/td-law-pack.h"

G_BEGIN_DECLS

/**
 * TdLawLibrary:
 *
 * Packs by id. One thread at a time; the packs themselves may be read by any.
 */
typedef struct _TdLawLibrary TdLawLibrary;

TdLawLibrary *td_law_library_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_law_library_free (TdLawLibrary *self);

/* Adds the packs that come with the program. FALSE, with @problems, only when one of them is at fault. */
gboolean td_law_library_add_builtin (TdLawLibrary *self, TdProblems *problems);

/*
 * Adds a pack from a file's bytes. Refused, with @problems: a faulty file, an id that is taken, a base
 * that is not here yet, a regime in force at the same time as another.
 */
gboolean td_law_library_add (TdLawLibrary *self, const char *name, const char *data, gsize length,
                             TdProblems *problems);

guint td_law_library_get_count (const TdLawLibrary *self);
/* In the order added. (transfer none) */
const TdLawPack *td_law_library_get (const TdLawLibrary *self, guint index);
/* By id, %NULL when there is none. (transfer none) */
const TdLawPack *td_law_library_find (const TdLawLibrary *self, const char *id);

/* Adds a warning for each time between two regimes in which neither is in force. */
void td_law_library_check (const TdLawLibrary *self, TdProblems *problems);

/*
 * The pack for an act. With @law_pack (a round's `law_pack`; "" or %NULL for none) that one; else the
 * regime in force on the date of the decision and on that of the summing-up, as far as they are given.
 * Packs laid upon others are an office's own and hold only where a round names them.
 *
 * %NULL when it cannot be told: no date, no regime in force, or two dates under two regimes; @question
 * then asks, in words, for what would decide it. With a pack, @question may still warn (a named pack that is
 * not in force on the date); else it is %NULL. (transfer none) (nullable)
 */
const TdLawPack *td_law_library_choose (const TdLawLibrary *self, const char *law_pack,
                                        TdDate summed_up_on, TdDate decided_on, char **question);

/*
 * The base salary on a day as the packs have it, whatever regime the award is under: it is the nation's.
 * %NULL when no pack knows it. (transfer none)
 */
const TdBaseSalary *td_law_library_find_salary (const TdLawLibrary *self, TdDate date);

/* The file of a pack that comes with the program, %NULL for another id. (transfer full) (nullable) */
GBytes *td_law_library_load_builtin (const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Where a template for an office's own pack lies among the program's resources (data/law). */
#define TD_LAW_EXAMPLE_PATH "/org/thidua/ThiDua/law/vi-du-don-vi.json"
/* Its bytes. (transfer full) */
GBytes *td_law_library_load_example (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdLawLibrary, td_law_library_free)

G_END_DECLS
