/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the makers of figures share: the part of the movement that is shown, and its words. */
#pragma once

#include "figures/td-figures.h"

G_BEGIN_DECLS

/**
 * TdFigureMaker:
 * @units: of guint: the units of the scope that take part, by overall rank
 * @targets: of guint: the targets of the scope
 * @texts: what the chart's strings stand in until it has copied them
 */
typedef struct
{
  TdDesk *desk;
  const TdMovement *movement;
  const TdScores *scores;
  TdFigureScope scope;
  GArray *units;
  GArray *targets;
  GStringChunk *texts;
  GPtrArray *notes;
} TdFigureMaker;

#define td_maker_unit(maker, i)   (g_array_index ((maker)->units, guint, (i)))
#define td_maker_target(maker, i) (g_array_index ((maker)->targets, guint, (i)))

/* Keeps @text, which it takes over, as long as the maker. */
const char *td_maker_take (TdFigureMaker *self, char *text);
/* A sentence under the chart. (transfer full) for @text */
void td_maker_note (TdFigureMaker *self, char *text);
/* What surrounds the chart: @title, the filters, the notes so far, the basis and the day. */
void td_maker_head (TdFigureMaker *self, TdChartHead *head, const char *title);

/* For the geometry. */
double td_maker_number (TdDecimal value);
/* A decimal with the movement's digits as the value of a mark; blank is "missing". */
TdChartValue td_maker_value (TdFigureMaker *self, TdDecimal value, TdId first, TdId second);
/* How a cell looks, and what stands in it. */
TdChartValue td_maker_cell (TdFigureMaker *self, guint unit, guint target);
TdChartState td_maker_cell_state (TdCellState state);
/* "CT01", or a short form of the name where there is room. */
const char *td_maker_target_name (TdFigureMaker *self, guint target);
/*
 * A unit's total, or with an area (not -1) its index there. Blank when nothing is known of it: every
 * cell without a counted figure. By the rules it has 0 points then; a chart shows no missing value as
 * zero.
 */
TdDecimal td_maker_total (const TdScores *scores, guint unit, int area);
/*
 * The index of all units of the scope together: Σ points over Σ maxima; blank when none is ranked, or
 * nothing is known of any.
 */
TdDecimal td_maker_index_of_all (const TdScores *scores, const TdFigureScope *scope);
/* Whether a unit is of the scope and takes part. */
gboolean td_figure_scope_has_unit (const TdFigureScope *scope, const TdScores *scores, guint unit);
/* The middle of @n totals or indexes, blanks left out; blank when there is none. Sorts them. */
TdDecimal td_maker_median (TdDecimal *values, guint n, guint digits);

TdChart *td_figure_bars (TdFigureMaker *self, GError **error);
TdChart *td_figure_bullets (TdFigureMaker *self, GError **error);
TdChart *td_figure_heat (TdFigureMaker *self, GError **error);
TdChart *td_figure_lines (TdFigureMaker *self, GError **error);
TdChart *td_figure_bump (TdFigureMaker *self, GError **error);
TdChart *td_figure_radar (TdFigureMaker *self, GError **error);
TdChart *td_figure_stack (TdFigureMaker *self, GError **error);
TdChart *td_figure_funnel (TdFigureMaker *self, GError **error);
TdChart *td_figure_spark (TdFigureMaker *self, GError **error);
TdChart *td_figure_scatter (TdFigureMaker *self, GError **error);

G_END_DECLS
