/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The evidence that a round's dossier carries: the papers behind the entries of the units that are
 * nominated in it, each once, numbered through in the order of the nominee list.
 *
 * Belongs to the thread of the desk.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdRoundEvidence:
 * @record: of the paper: its name, its SHA-256
 * @path: where it is kept; the file may be gone
 * @title: “Tài liệu kiểm chứng số 3: Công văn 15.pdf”
 * @proves: “Phường Trần Phú: chỉ tiêu CT01 (Quý I, Quý II); Phường Ka Long: chỉ tiêu CT02 (Quý I)”
 *
 * One paper as the dossier binds it. All is owned by it.
 */
typedef struct
{
  TdRecord *record;
  char *path;
  char *title;
  char *proves;
} TdRoundEvidence;

/*
 * The papers of these units (ids), a unit after the other, within a unit by target and period. Fails
 * when the file cannot be read. (transfer full): of TdRoundEvidence
 */
GPtrArray *td_round_evidence_load (TdDesk *desk, const GArray *units,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdEvidenceLack:
 * @unit: id
 * @n_entries: how many of its reported entries have no evidence though their target asks for it
 * @targets: “CT01, CT03”; owned
 */
typedef struct
{
  TdId unit;
  guint n_entries;
  char *targets;
} TdEvidenceLack;

/* One for each of the units, in their order. (transfer full): of TdEvidenceLack */
GArray *td_round_evidence_find_lacks (TdDesk *desk, const GArray *units) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
