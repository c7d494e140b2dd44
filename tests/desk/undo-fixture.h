/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A data file in which every table has something to refer to, and the check that a change can be taken
 * back and made again to the last byte.
 */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* The small movement of the store's tests, and one or two records of what the others refer to. */
void undo_fixture_set_up (Fixture *self, gconstpointer data);

/*
 * A record from `field=value` with `|` between. References are codes: evidence by its hash, holders as
 * units or people. (transfer full)
 */
TdRecord *undo_fixture_record (Fixture *self, TdTableId table, const char *text);
/* Sets such fields. */
void undo_fixture_set (Fixture *self, TdRecord *record, const char *text);

/* Every row of every table as SQLite has it, the journal's left out. (transfer full) */
char *undo_fixture_dump (Fixture *self);
guint undo_fixture_count_journal (Fixture *self);

/*
 * Takes the last change back, makes it again and takes it back again: the file was @before it and is so
 * again each time, byte by byte; each step is one row of the journal. Leaves the change made.
 */
void undo_fixture_check (Fixture *self, const char *what, const char *before);

G_END_DECLS
