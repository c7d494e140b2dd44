/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open data file: opening and closing, the one door for writes, undo and redo, history, queries.
 *
 * A #TdStore belongs to the thread that opened it, or took it over. td_store_write() and td_store_undo() may also run
 * on one worker thread at a time, while that thread's caller leaves the store's other writing
 * functions alone; reading goes over a connection of its own and may go on meanwhile.
 */
#pragma once

#include <gio/gio.h>

#include "base/td-error.h"
#include "model/td-movement.h"
#include "model/td-record.h"

G_BEGIN_DECLS

#define TD_TYPE_STORE (td_store_get_type ())
G_DECLARE_FINAL_TYPE (TdStore, td_store, TD, STORE, GObject)

/* The ending of data files, with its dot. */
#define TD_FILE_ENDING ".thidua"

/**
 * TdOpenMode:
 * @TD_OPEN_READ: for looking; no lock is taken, nothing is ever written
 * @TD_OPEN_WRITE: for working: the file is locked, migrated and backed up as needed. Fails with
 *   %TD_ERROR_BUSY and words that say who has it when another process does
 */
typedef enum
{
  TD_OPEN_READ,
  TD_OPEN_WRITE,
} TdOpenMode;

/* A new, empty data file, open for writing. %TD_ERROR_EXISTS when there is a file already. */
TdStore *td_store_create (const char *path, GError **error);

/*
 * Opens a data file. %TD_ERROR_NOT_FOUND, %TD_ERROR_CORRUPT (not one of ours), %TD_ERROR_NEWER (left
 * untouched), %TD_ERROR_BUSY.
 */
TdStore *td_store_open (const char *path, TdOpenMode mode, GError **error);

/* Closes the file and gives up the lock; the object is of no use afterwards. Also done on dispose. */
void td_store_close (TdStore *self);
/* From now on the calling thread's, as if it had opened it; the thread before must have ended. */
void td_store_move_here (TdStore *self);

const char *td_store_get_path (TdStore *self);
gboolean td_store_is_read_only (TdStore *self);

/* The name that the journal records; the desktop user's own when never set. */
void td_store_set_operator (TdStore *self, const char *name);
const char *td_store_get_operator (TdStore *self);

/* --- change notices ---------------------------------------------------------------------------- */

/**
 * TdChangeOp:
 * @TD_CHANGE_ADDED: the record is new
 * @TD_CHANGE_EDITED: some of its fields changed
 * @TD_CHANGE_REMOVED: it is gone
 */
typedef enum
{
  TD_CHANGE_ADDED,
  TD_CHANGE_EDITED,
  TD_CHANGE_REMOVED,
} TdChangeOp;

/**
 * TdChange:
 * @key: the record's id; of an entry its target, unit and period; of a unit's membership the unit,
 *   and then the movement in the second place
 */
typedef struct
{
  TdTableId table;
  TdChangeOp op;
  TdId key[3];
} TdChange;

/**
 * TdChanges:
 * @items: of TdChange, in no particular order
 * @everything: the file changed in ways unknown (another process wrote to it): read all anew
 *
 * What one commit changed. TdStore::changed carries it, once a commit, on the store's own thread.
 */
typedef struct
{
  GArray *items;
  gboolean everything;
} TdChanges;

gboolean td_changes_touch (const TdChanges *self, TdTableId table);

/*
 * Looks whether another process has written to the file since, and if so emits TdStore::changed with
 * @everything. For read-only windows that follow someone else's work.
 */
gboolean td_store_refresh (TdStore *self);

/* --- the door ---------------------------------------------------------------------------------- */

/**
 * TdTxn:
 *
 * A write in progress; valid inside the callback of td_store_write() only.
 */
typedef struct _TdTxn TdTxn;

/* Returns FALSE with @error set to give the whole write up. */
typedef gboolean (*TdWriteFunc) (TdTxn *txn, gpointer data, GError **error);

/**
 * TdWriteMode:
 * @TD_WRITE_COMMIT: for real
 * @TD_WRITE_DRY_RUN: the same way through, and at the end everything is rolled back
 */
typedef enum
{
  TD_WRITE_COMMIT,
  TD_WRITE_DRY_RUN,
} TdWriteMode;

/*
 * The one door for writes. Everything @func puts and deletes is validated and committed together
 * with one journal row that says @label (words for the history, translated), or not at all.
 * Rules that are broken are added to @problems (nullable), one each, and the write fails with
 * %TD_ERROR_INVALID. A write that changes nothing leaves no journal row.
 */
gboolean td_store_write (TdStore *self, const char *label, TdWriteMode mode, TdWriteFunc func,
                         gpointer data, TdProblems *problems, GError **error);

/*
 * Adds @record (when it has no id) or replaces the stored one. References must be ids. A new id is
 * set on @record. A broken rule is noted as a problem and the write goes on to find the others; it
 * fails at its end. FALSE only when the file itself refuses.
 */
gboolean td_txn_put (TdTxn *self, TdRecord *record, GError **error);

/*
 * Notes the rules that @record breaks without putting it: for one that cannot be put because some of
 * its cells cannot be read. @silent has a bit for each field about which all was said.
 */
void td_txn_check (TdTxn *self, const TdRecord *record, guint64 silent);

/* An id for a record about to be put, for others to refer to first. */
TdId td_txn_new_id (TdTxn *self);

/* Deletes a record; records that refer to it are named as problems. Entries by their key. */
gboolean td_txn_delete (TdTxn *self, TdTableId table, TdId id, GError **error);
gboolean td_txn_delete_entry (TdTxn *self, TdId target, TdId unit, TdId period, GError **error);
/* Takes a unit out of a movement, leaving it in the register. */
gboolean td_txn_delete_membership (TdTxn *self, TdId movement, TdId unit, GError **error);

/* The store as this write has it so far. (transfer full) (nullable) */
TdRecord *td_txn_get (TdTxn *self, TdTableId table, TdId id, TdId movement, GError **error);
/* An entry by its key. (transfer full) (nullable) */
TdRecord *td_txn_get_entry (TdTxn *self, TdId target, TdId unit, TdId period);
TdId td_txn_find (TdTxn *self, TdTableId table, TdId movement, const char *code);
/* As td_store_resolve_movement() without a code, with what this write has added. */
TdId td_txn_resolve_movement (TdTxn *self, GError **error);

/* FALSE stops. */
typedef gboolean (*TdCodeNoteFunc) (const char *code, TdId id, gpointer data);
/* All codes of a table (of the movement, where it is a movement's), for looking many of them up. */
void td_txn_foreach_code (TdTxn *self, TdTableId table, TdId movement, TdCodeNoteFunc func,
                          gpointer data);
/* The same with the names by which people know the records, in place of the codes. */
void td_txn_foreach_name (TdTxn *self, TdTableId table, TdId movement, TdCodeNoteFunc func,
                          gpointer data);
/* The stored record with the same key fields as @record, its id; %TD_ID_NONE when there is none. */
TdId td_txn_find_twin (TdTxn *self, const TdRecord *record);

/**
 * TdWhereFunc:
 *
 * Says where the user finds @field of @record (-1: the record as a whole), as `entries:5:done`.
 * (transfer full)
 */
typedef char *(*TdWhereFunc) (const TdRecord *record, int field, gpointer data);

/* Replaces the default, `TABLE:CODE:COLUMN`, for an import that knows rows. */
void td_txn_set_where (TdTxn *self, TdWhereFunc func, gpointer data);

/* Notes a problem of the callback's own; the write will fail at its end. */
TdProblems *td_txn_get_problems (TdTxn *self);

/* --- undo, redo, history ------------------------------------------------------------------------ */

/**
 * TdConflictPolicy:
 * @TD_CONFLICT_ASK: do nothing when rows have been changed since; name them
 * @TD_CONFLICT_KEEP: take back the rest, keep the rows changed since
 * @TD_CONFLICT_OVERWRITE: take back all, also over what was changed since
 */
typedef enum
{
  TD_CONFLICT_ASK,
  TD_CONFLICT_KEEP,
  TD_CONFLICT_OVERWRITE,
} TdConflictPolicy;

/*
 * Takes a change back: @journal, or the last that can be when %TD_ID_NONE. It is itself journaled.
 * %TD_ERROR_NOT_FOUND when there is nothing to take back; %TD_ERROR_CONFLICT with the rows in
 * @conflicts (nullable) under %TD_CONFLICT_ASK.
 */
gboolean td_store_undo (TdStore *self, TdId journal, TdConflictPolicy policy, TdProblems *conflicts,
                        GError **error);
/* Makes a change taken back again: @journal, or the last taken back with no change since. */
gboolean td_store_redo (TdStore *self, TdId journal, TdConflictPolicy policy, TdProblems *conflicts,
                        GError **error);

/* The label of what undo (redo) would take, %NULL when nothing. (transfer full) (nullable) */
char *td_store_get_undo_label (TdStore *self);
char *td_store_get_redo_label (TdStore *self);

/**
 * TdJournalKind:
 * @TD_JOURNAL_DO: a change
 * @TD_JOURNAL_UNDO: a change taken back
 * @TD_JOURNAL_REDO: and made again
 */
typedef enum
{
  TD_JOURNAL_DO,
  TD_JOURNAL_UNDO,
  TD_JOURNAL_REDO,
} TdJournalKind;

typedef struct
{
  TdId id;
  char *at; /* ISO date and time in Việt Nam, to the second */
  char *who;
  char *label;
  TdJournalKind kind;
  TdId of;         /* what an undo or redo is about */
  gboolean undone; /* a change that is taken back at present */
  gint64 n_rows;
} TdJournalRow;

void td_journal_row_free (TdJournalRow *self);

/* One row of the journal. (transfer full) (nullable) */
TdJournalRow *td_store_get_journal_row (TdStore *self, TdId id);
/* The journal, the newest first; @limit 0: all of it; @before %TD_ID_NONE: from the newest. */
GPtrArray *td_store_load_journal (TdStore *self, TdId before, guint limit, GError **error);

/**
 * TdHistoryLine:
 *
 * One field of one record changed, or a record added or removed, in words.
 */
typedef struct
{
  TdId journal;
  const char *at;
  const char *who;
  const char *what; /* the change's label */
  TdTableId table;
  TdId key[3];        /* as in TdChange */
  const char *where;  /* table, record and field, in words */
  const char *before; /* "" for a record that was not there */
  const char *after;  /* "" for a record that is gone */
} TdHistoryLine;

/* Strings are valid during the call. FALSE stops. */
typedef gboolean (*TdHistoryFunc) (const TdHistoryLine *line, gpointer data);

/* The lines of one journal row, or (with %TD_ID_NONE) of all, the oldest first. */
gboolean td_store_foreach_history (TdStore *self, TdId journal, TdHistoryFunc func, gpointer data,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdJournalRow, td_journal_row_free)

/* --- queries ------------------------------------------------------------------------------------ */

/* FALSE stops. @record is valid during the call. */
typedef gboolean (*TdRecordFunc) (const TdRecord *record, gpointer data);

/*
 * All records of a table, in the order of their keys: an office's all, a movement's own. Of units
 * those that take part in @movement (all when %TD_ID_NONE).
 */
gboolean td_store_foreach (TdStore *self, TdTableId table, TdId movement, TdRecordFunc func,
                           gpointer data, GError **error);
/* The same as an array of TdRecord. (transfer full) (nullable): %NULL with @error set. */
GPtrArray *td_store_load (TdStore *self, TdTableId table, TdId movement, GError **error);

/* @movement: whose membership a unit's record shows. (transfer full) (nullable) */
TdRecord *td_store_get (TdStore *self, TdTableId table, TdId id, TdId movement);
TdRecord *td_store_get_entry (TdStore *self, TdId target, TdId unit, TdId period);

/* By code, in a movement where the table is a movement's. %TD_ID_NONE when there is none. */
TdId td_store_find (TdStore *self, TdTableId table, TdId movement, const char *code);
/* A unit or a person by code; %TD_ID_NONE when there is none, or both. */
TdId td_store_find_holder (TdStore *self, const char *code, gboolean *ambiguous);

/* Which record this id is; @code and @name (nullable) are valid until the next change. */
gboolean
td_store_name (TdStore *self, TdId id, TdTableId *table, const char **code, const char **name);
/* A #TdCodeFunc over td_store_name(), for td_field_format(); @data is the store. */
const char *td_store_code_func (TdId id, gpointer data);

/* The value as people read it: names for references, words for choices. (transfer full) */
char *td_store_field_words (TdStore *self, const TdField *field,
                            const TdValue *value) G_GNUC_WARN_UNUSED_RESULT;
/* The record as people call it: “Phường Trần Phú”, “Phường Trần Phú · CT1 · Quý I”. */
char *td_store_record_words (TdStore *self, const TdRecord *record) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The movement @code names, or (for %NULL) the file's only one or the one marked current.
 * %TD_ID_NONE with @error set when that is none or several.
 */
TdId td_store_resolve_movement (TdStore *self, const char *code, GError **error);

/* Everything the movement's points stand on. %NULL with @error set. */
TdMovement *td_store_load_movement (TdStore *self, TdId movement, GError **error);

/* The figures of one entry as td_store_load_movement() has them; FALSE when there is none. */
gboolean td_store_load_entry (TdStore *self, const TdMovement *movement, const TdChange *change,
                              TdEntry *out);

/* An office setting, "" when not set. (transfer full) */
char *td_store_get_setting (TdStore *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;

/* --- care --------------------------------------------------------------------------------------- */

/*
 * Checks the file's integrity, then the domain's rules on every record. What breaks a rule is an
 * error, what is merely odd a warning.
 */
gboolean td_store_check (TdStore *self, TdProblems *problems, GError **error);

/* Copies the file, whole and consistent, while it is in use. */
gboolean td_store_backup (TdStore *self, const char *path, GError **error);
/* The folder beside the file where its backups are kept. (transfer full) */
char *td_store_dup_backup_folder (TdStore *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
