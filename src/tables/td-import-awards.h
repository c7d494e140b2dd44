/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What commendation asks of an import beyond what each record must be by itself (AWARDS.md): steps that follow
 * one another, law packs that are valid, awards that the law pack of their round has.
 */
#pragma once

#include "store/td-store.h"

G_BEGIN_DECLS

/**
 * TdImportAwards:
 *
 * The law packs at hand, the program's, the file's and those that come in. Of the thread of the write.
 */
typedef struct _TdImportAwards TdImportAwards;

/* @what: a sentence about @field of the row at hand. (transfer full) */
typedef void (*TdImportSayFunc) (int field, char *what, gpointer data);

/*
 * @brings_steps: the import has the table of steps too, which says how nominations came where they are.
 * %NULL with @error set when the file cannot be read. (transfer full)
 */
TdImportAwards *td_import_awards_new (TdStore *store, gboolean brings_steps,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_import_awards_free (TdImportAwards *self);

/* What is wrong with a row, before it is put. */
void td_import_awards_check (TdImportAwards *self, TdTxn *txn, const TdRecord *record,
                             TdImportSayFunc func, gpointer data);

/* Whether td_import_awards_judge() has something to say of rows of this table. */
gboolean td_import_awards_is_judged (TdTableId table);
/*
 * What of a row nothing can be made of yet, when all tables are in: an award that the round's law pack does not
 * have, or has for persons and not for units; a quota for a group there is not; a law pack that is not here. That
 * is a question, not a fault: a change of the round's dates or of its pack leaves a file like that too, and what
 * went out comes back.
 */
void td_import_awards_judge (TdImportAwards *self, TdTxn *txn, const TdRecord *record,
                             TdImportSayFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdImportAwards, td_import_awards_free)

G_END_DECLS
