/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which data a chart shows: from the open file to the painters' arrays. The window, the command line
 * and the papers ask here, so that they all show the same chart.
 *
 * Numbers become binary floating point here, for the geometry only; what is written beside a mark is
 * text made by exact arithmetic.
 */
#pragma once

#include "charts/td-chart.h"
#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdFigureKind:
 * @TD_FIGURE_BARS: the units' totals, or with an area their indexes in it
 * @TD_FIGURE_BULLETS: each target's pooled value against its goal and its pace
 * @TD_FIGURE_HEAT: units × targets
 * @TD_FIGURE_LINES: the index over the periods: of all, of a unit, or of a target its value
 * @TD_FIGURE_BUMP: the units' ranks over the periods
 * @TD_FIGURE_RADAR: a unit by area, against the median of its block
 * @TD_FIGURE_STACK: how many units stand how, target by target
 * @TD_FIGURE_FUNNEL: how far the nominations have come
 * @TD_FIGURE_SPARK: a unit's total over the periods, or the index of all, the size of a word
 * @TD_FIGURE_SCATTER: self score against appraised score
 */
typedef enum
{
  TD_FIGURE_BARS,
  TD_FIGURE_BULLETS,
  TD_FIGURE_HEAT,
  TD_FIGURE_LINES,
  TD_FIGURE_BUMP,
  TD_FIGURE_RADAR,
  TD_FIGURE_STACK,
  TD_FIGURE_FUNNEL,
  TD_FIGURE_SPARK,
  TD_FIGURE_SCATTER,
} TdFigureKind;

#define TD_N_FIGURES (TD_FIGURE_SCATTER + 1)

/* The kind's name on the command line: "bars"… */
const char *td_figure_name (TdFigureKind kind);
/* English sources of its title, and of what its arguments mean; translate before showing. */
const char *td_figure_title (TdFigureKind kind);
const char *td_figure_arguments (TdFigureKind kind);
/* FALSE when there is no kind of this name. */
gboolean td_figure_by_name (const char *name, TdFigureKind *out);

/**
 * TdFigureScope:
 * @bare: without title, source, day, coverage and, of a spark, the last value: for what says them
 *   beside it
 *
 * Which part of the movement: indexes into its arrays, -1 for all of them; and how much is said.
 */
typedef struct
{
  int block;
  int category;
  int area;
  int unit;
  int target;
  gboolean bare;
} TdFigureScope;

#define TD_FIGURE_SCOPE_ALL                                                                        \
  {                                                                                                \
    -1, -1, -1, -1, -1, FALSE                                                                      \
  }

/*
 * Narrows @scope by a word as it is typed: the code of a unit, a target, an area or a category, or a
 * block's name. FALSE with %TD_ERROR_NOT_FOUND when it is none of these.
 */
gboolean td_figure_scope_take (TdFigureScope *scope, const TdMovement *movement, const char *word,
                               GError **error);

/*
 * The chart as of the desk's day and on its basis. The marks' keys: the first id is a unit's, the
 * second a target's; where a mark stands for a period or a target alone, that id is the second and
 * the first is 0 or the unit's. %NULL with %TD_ERROR_INVALID when the kind needs a unit that was not
 * named, with %TD_ERROR_NOT_FOUND when there is no movement.
 */
TdChart *td_figure_new (TdDesk *desk, TdFigureKind kind, const TdFigureScope *scope,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The same from the scores of a trial (td-sandbox.h) on @desk's movement; the chart says that it is
 * one. Only for kinds that need no other day: %TD_ERROR_INVALID for the others.
 */
TdChart *
td_figure_new_for_trial (TdDesk *desk, const TdScores *trial, TdFigureKind kind,
                         const TdFigureScope *scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the kind can be made from a trial. */
gboolean td_figure_has_trial (TdFigureKind kind);

/*
 * A part of a chart that has a row for each unit (bars, heat) or target (bullets): @count of them from
 * the @first on, units by rank. The chart says which when there are more.
 */
TdChart *td_figure_new_part (TdDesk *desk, TdFigureKind kind, const TdFigureScope *scope,
                             guint first, guint count, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * A target's rule as a picture: from each value (each day, of a milestone) to its points, with
 * @decimals digits as the movement has. %NULL while @target, a record of a target, breaks a rule.
 */
TdChart *td_figure_new_for_rule (const TdRecord *target, guint decimals) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
