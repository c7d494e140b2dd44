/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What people write where the contract (TABLES.md) has a code: the words the window shows for a choice,
 * and the names of records. Only for sheets whose columns a person has mapped; a file by the contract
 * is read to the letter.
 */
#pragma once

#include "store/td-store.h"

G_BEGIN_DECLS

/*
 * Reads @text as a choice or a flag by its words, in the language the program speaks or in English, whatever
 * the capitals and marks. FALSE with @error set when it means none, or more than one.
 */
gboolean
td_import_words_read (const TdField *field, const char *text, TdValue *out, GError **error);

/* The names of a table's records; found without capitals and marks. */
typedef struct _TdImportNames TdImportNames;

/* As the write has them so far, of @movement where the table is a movement's. (transfer full) */
TdImportNames *td_import_names_new (TdTxn *txn, TdTableId table, TdId movement);
void td_import_names_free (TdImportNames *self);

/* The one record called so; %TD_ID_NONE when there is none, or (@several: TRUE) more than one. */
TdId td_import_names_find (const TdImportNames *self, const char *name, gboolean *several);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdImportNames, td_import_names_free)

G_END_DECLS
