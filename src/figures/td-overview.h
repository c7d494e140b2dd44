/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The few numbers that a leader asks for first: how far the whole is, what is met, what is at risk,
 * how much has been reported.
 */
#pragma once

#include "figures/td-figures.h"
#include "scoring/td-standing.h"

G_BEGIN_DECLS

/**
 * TdOverview:
 * @index: of all units of the scope together: 100 · Σ points / Σ maximum points, with the movement's
 *   digits; %TD_DECIMAL_NONE when nothing is in a maximum
 * @n_targets: targets that have a goal, pooled over the scope's block
 * @standings: how many of them stand how
 * @filled: expected entries that are there
 * @expected: entries expected
 * @period: index of the period whose report was due last; -1: none yet
 * @reported: entries of that period that were handed in, drafts left out
 * @owed: entries that units of the scope owe for it
 * @n_nominations: nominations that are neither declined nor withdrawn nor revoked
 * @n_granted: of these the granted ones
 */
typedef struct
{
  TdDecimal index;
  guint n_targets;
  guint standings[TD_N_STANDINGS];
  guint filled;
  guint expected;
  int period;
  guint reported;
  guint owed;
  guint n_nominations;
  guint n_granted;
} TdOverview;

/* FALSE with @error when a sum does not fit or the file cannot be read. */
gboolean
td_overview_init (TdOverview *self, TdDesk *desk, const TdFigureScope *scope, GError **error);

G_END_DECLS
