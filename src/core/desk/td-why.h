/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * “Vì sao?”: every step from the entries to points, total and rank, with the figures, in words for
 * people and as data for a script that recomputes them.
 */
#pragma once

#include "desk/td-desk.h"
#include "scoring/td-explain.h"

G_BEGIN_DECLS

/**
 * TdWhyStep:
 * @level: depth, 0 for headings
 * @what: what the line is about
 * @value: the figure; "" when there is none
 * @note: where it comes from, or why; "" when there is nothing to say
 * @unit: unit index to go to, -1: none
 * @target: target index to go to, -1: none
 * @period: period index, of a line about an entry, -1: none
 *
 * One line of an explanation. With @unit and @target it is about a cell, with @period about an entry.
 */
typedef struct
{
  guint level;
  char *what;
  char *value;
  char *note;
  int unit;
  int target;
  int period;
} TdWhyStep;

void td_why_step_free (TdWhyStep *self);

/* The steps of a cell, of #TdWhyStep. @scores are those of @desk's movement. (transfer full) */
GPtrArray *td_why_cell (TdDesk *desk, const TdScores *scores, guint unit, guint target);
/* The steps of a unit's total and rank. (transfer full) */
GPtrArray *td_why_unit (TdDesk *desk, const TdScores *scores, guint unit);

/* Steps as lines of text. (transfer full) */
char *td_why_to_text (GPtrArray *steps) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The same as JSON, with every figure exact, as text: entries with state and use, the rule, value and
 * share as fractions, points; of a unit all its cells, adjustments, caps and the totals of its block.
 * @target -1: the unit. (transfer full)
 */
char *td_why_to_json (TdDesk *desk, const TdScores *scores, guint unit,
                      int target) G_GNUC_WARN_UNUSED_RESULT;

/* Figures as people write them: `12/15`, `1.234,5`, `14/03/2024`. (transfer full) */
char *td_figures_words (const TdFigures *figures, TdKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* A cell's value as displays show it: `66,67 %`, `14/03/2024`, or the words of its state. */
char *td_cell_words (const TdMovement *movement, const TdCellScore *cell,
                     guint target) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdWhyStep, td_why_step_free)

G_END_DECLS
