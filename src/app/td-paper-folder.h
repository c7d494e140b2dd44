/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The folder into which the papers of a round (or of a period) go: chosen once, then remembered for
 * this person on this computer.
 */
#pragma once

#include "desk/td-desk-paper.h"

G_BEGIN_DECLS

/*
 * What the folder is remembered for: the data file with the round of the subject, else its period, else
 * the movement. (transfer full)
 */
char *td_paper_folder_key (TdDesk *desk, const TdPaperSubject *subject) G_GNUC_WARN_UNUSED_RESULT;

/* %NULL when none is remembered, or it is not there any more. (transfer full) (nullable) */
char *td_paper_folder_get (const char *key) G_GNUC_WARN_UNUSED_RESULT;
void td_paper_folder_remember (const char *key, const char *folder);

/*
 * A path without its ending for the two files of a paper, @name or “name-2”, “name-3”…: what is in the
 * folder, perhaps finished by hand or signed, is never written over. (transfer full)
 */
char *td_paper_folder_free_stem (const char *folder, const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
