/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-scoring"

#include "scoring/td-explain.h"

#include <glib/gi18n-lib.h>

#include "scoring/td-scoring-private.h"

static const struct
{
  const char *code, *title;
} uses[] = {
  [TD_ENTRY_COUNTS] = { "counts", N_ ("counts") },
  [TD_ENTRY_IS_LATER] = { "later", N_ ("its period ends after the date") },
  [TD_ENTRY_IS_BLANK] = { "blank", N_ ("no figures") },
  [TD_ENTRY_IS_DRAFT] = { "draft", N_ ("a draft does not count") },
  [TD_ENTRY_IS_PENDING] = { "pending", N_ ("awaiting appraisal") },
  [TD_ENTRY_IS_REJECTED] = { "rejected", N_ ("rejected by the appraisal") },
};

const char *
td_entry_use_title (TdEntryUse use)
{
  return uses[use].title;
}

const char *
td_entry_use_code (TdEntryUse use)
{
  return uses[use].code;
}

/* Of a target that takes the latest, an earlier entry of the same unit no longer speaks. */
static void
mark_earlier (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    for (guint j = i + 1; j < entries->len; j++)
      {
        TdExplainedEntry *one = &g_array_index (entries, TdExplainedEntry, i);
        const TdExplainedEntry *later = &g_array_index (entries, TdExplainedEntry, j);

        if (one->unit == later->unit && one->use == TD_ENTRY_COUNTS
            && later->use == TD_ENTRY_COUNTS)
          one->superseded = TRUE;
      }
}

TdExplanation *
td_explanation_new (const TdScores *scores, guint unit, guint target)
{
  TdExplanation *self = g_new0 (TdExplanation, 1);
  const TdScoreData *data = td_scores_get_data (scores);
  const TdTarget *description = td_movement_target (td_score_data_get_movement (data), target);
  TdTally tally;

  self->unit = unit;
  self->target = target;
  self->cell = *td_scores_get_cell (scores, unit, target);
  self->entries = g_array_new (FALSE, FALSE, sizeof (TdExplainedEntry));
  /* It was added up once already, when the cell was scored: it fits. */
  if (self->cell.state != TD_STATE_NOT_APPLICABLE
      && !td_tally (data, unit, target, td_scores_get_as_of (scores), td_scores_get_basis (scores),
                    self->entries, &tally))
    g_warn_if_reached ();
  if (description->accumulation == TD_ACCUMULATION_LATEST)
    mark_earlier (self->entries);
  if (self->cell.state == TD_STATE_VALUE)
    self->has_share = td_target_share (description, self->cell.num, self->cell.den, &self->share)
                      && td_fraction_init (&self->share, self->share.num, self->share.den);
  return self;
}

void
td_explanation_free (TdExplanation *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}
