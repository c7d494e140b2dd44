/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Evidence: the papers behind entries. A file is kept once, in the folder NAME.evidence beside the data
 * file NAME.thidua, under its own SHA-256: so a file that is missing, was altered, or serves two units is
 * seen. Which entries it serves stands in the data file. Taking it away from an entry leaves the file.
 *
 * Belongs to the thread of the store.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdEvidenceState:
 * @TD_EVIDENCE_WHOLE: the file is there as it was attached
 * @TD_EVIDENCE_MISSING: it is not there
 * @TD_EVIDENCE_ALTERED: what is there has another content
 */
typedef enum
{
  TD_EVIDENCE_WHOLE,
  TD_EVIDENCE_MISSING,
  TD_EVIDENCE_ALTERED,
} TdEvidenceState;

/**
 * TdEvidence:
 * @id: the paper's record
 * @use: the record of its use by the entry asked about; %TD_ID_NONE when none was
 * @name: the file's name when it was attached
 * @hash: its SHA-256
 * @path: where it is kept
 * @state: whether it is still what it was
 * @n_uses: how many entries it serves
 * @n_units: of how many units
 * @n_targets: of how many targets
 *
 * A paper. Texts are owned by it.
 */
typedef struct
{
  TdId id;
  TdId use;
  char *name;
  char *hash;
  char *path;
  TdEvidenceState state;
  guint n_uses;
  guint n_units;
  guint n_targets;
} TdEvidence;

/* The folder beside the data file. (transfer full) */
char *td_evidence_folder (TdStore *store) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Keeps the files and attaches them to an entry (ids), one step. The entry need not be there yet. Fails
 * when a file cannot be read or kept; nothing is attached then.
 */
gboolean td_evidence_attach (TdStore *store, TdId movement, TdId unit, TdId target, TdId period,
                             const GPtrArray *paths, GError **error);

/* Takes a paper away from an entry: @use, as td_evidence_of_entry() gives it. */
gboolean td_evidence_detach (TdStore *store, TdId use, GError **error);

/*
 * The papers of one entry, of #TdEvidence; that a file was altered is seen here by its size only.
 * (transfer full)
 */
GPtrArray *
td_evidence_of_entry (TdStore *store, TdId movement, TdId unit, TdId target, TdId period);

/* Where the file of a record of evidence is kept. (transfer full) */
char *td_evidence_dup_path (TdStore *store, const TdRecord *evidence) G_GNUC_WARN_UNUSED_RESULT;
/* Reads the kept file of a record of evidence, and compares its hash. */
TdEvidenceState td_evidence_look (TdStore *store, const TdRecord *evidence);
/*
 * Reads the file and compares its hash: what td_evidence_of_entry() has no time for. Any thread; slow for
 * large files.
 */
TdEvidenceState td_evidence_check_file (const char *path, const char *hash);

/* All papers of a movement, of #TdEvidence, every file read and its hash compared. (transfer full) */
GPtrArray *td_evidence_load (TdStore *store, TdId movement);

/**
 * TdEvidenceGap:
 *
 * An entry whose target asks for evidence and that has none (ids).
 */
typedef struct
{
  TdId unit;
  TdId target;
  TdId period;
} TdEvidenceGap;

/* The entries reported without the evidence that is asked for, of #TdEvidenceGap. (transfer full) */
GArray *td_evidence_find_gaps (TdStore *store, const TdMovement *movement);

G_END_DECLS
