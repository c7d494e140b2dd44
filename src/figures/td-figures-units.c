/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that have a mark or a row for each unit. */
#define G_LOG_DOMAIN "thidua-figures"

#include <glib/gi18n-lib.h>

#include "figures/td-figures-private.h"

static void
rank_words (TdFigureMaker *self, const TdUnitScore *score, TdChartBar *bar)
{
  guint rank = self->scope.block >= 0 ? score->rank : score->overall_rank;
  gboolean tied = self->scope.block >= 0 ? score->tied : score->overall_tied;

  if (rank > 0)
    bar->rank = td_maker_take (self, g_strdup_printf (tied ? "%u=" : "%u", rank));
}

TdChart *
td_figure_bars (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  g_autofree TdChartBar *bars = g_new0 (TdChartBar, self->units->len + 1);
  g_autofree TdChartBand *bands = g_new0 (TdChartBand, movement->bands->len + 1);
  gboolean by_area = self->scope.area >= 0;
  TdDecimal all = td_maker_index_of_all (self->scores, &self->scope);
  TdChartBars data = { 0 };

  for (guint i = 0; i < self->units->len; i++)
    {
      guint unit = td_maker_unit (self, i);
      const TdUnitScore *score = td_scores_get_unit (self->scores, unit);
      TdDecimal value = td_maker_total (self->scores, unit, self->scope.area);

      bars[i].name = td_movement_unit (movement, unit)->short_name;
      bars[i].value = td_maker_value (self, value, td_movement_unit (movement, unit)->id, 0);
      bars[i].note = td_maker_take (
          self, g_strdup_printf (_ ("Coverage %u/%u"), score->filled, score->expected));
      bars[i].emphasis = (int) unit == self->scope.unit;
      if (!by_area && value != TD_DECIMAL_NONE)
        {
          rank_words (self, score, &bars[i]);
          if (score->band >= 0)
            bars[i].band = td_movement_band (movement, score->band)->name;
        }
    }
  for (guint i = 0; i < movement->bands->len; i++)
    {
      bands[i].name = td_movement_band (movement, i)->name;
      bands[i].at_least = td_maker_number (td_movement_band (movement, i)->at_least);
    }
  data.bars = bars;
  data.n_bars = self->units->len;
  data.order = by_area ? TD_CHART_ORDER_DESCENDING : TD_CHART_ORDER_GIVEN;
  data.bands = bands;
  data.n_bands = by_area ? 0 : movement->bands->len;
  data.axis.has_to = TRUE;
  data.axis.to = 100;
  data.axis.unit = by_area ? "" : _ ("points");
  data.axis.name = by_area ? _ ("Index") : _ ("Total");
  if (all != TD_DECIMAL_NONE)
    {
      TdChartValue value = td_maker_value (self, all, 0, 0);

      data.reference.known = TRUE;
      data.reference.number = value.number;
      data.reference.text = value.text;
      data.reference.name = _ ("index of all");
    }
  td_maker_head (self, &data.head,
                 by_area ? _ ("Index of the units in an area") : _ ("Totals of the units"));
  return td_chart_new_bars (&data);
}

TdChart *
td_figure_heat (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  guint n_units = self->units->len, n_targets = self->targets->len;
  g_autofree const char **rows = g_new0 (const char *, n_units + 1);
  g_autofree const char **columns = g_new0 (const char *, n_targets + 1);
  g_autofree const char **notes = g_new0 (const char *, n_targets + 1);
  g_autofree TdChartCell *cells = g_new0 (TdChartCell, (gsize) n_units * n_targets + 1);
  TdChartHeat data = { 0 };

  for (guint i = 0; i < n_units; i++)
    {
      guint unit = td_maker_unit (self, i);

      rows[i] = td_movement_unit (movement, unit)->short_name;
      for (guint j = 0; j < n_targets; j++)
        {
          guint target = td_maker_target (self, j);
          TdChartCell *cell = &cells[(gsize) i * n_targets + j];
          TdDecimal most = td_movement_target (movement, target)->max_points;

          cell->value = td_maker_cell (self, unit, target);
          if (cell->value.known && most > 0)
            cell->share = cell->value.number / td_maker_number (most);
        }
    }
  for (guint j = 0; j < n_targets; j++)
    {
      const TdTarget *target = td_movement_target (movement, td_maker_target (self, j));

      columns[j] = target->code;
      notes[j] = target->name;
    }
  data.row_names = rows;
  data.n_rows = n_units;
  data.column_names = columns;
  data.column_notes = notes;
  data.n_columns = n_targets;
  data.cells = cells;
  data.low = _ ("no points");
  data.high = _ ("all points");
  td_maker_head (self, &data.head, _ ("Units and targets"));
  return td_chart_new_heat (&data);
}

/* The unit asked for, else the first in the ranking; -1 when there is none. */
static int
one_unit (TdFigureMaker *self, GError **error)
{
  if (self->scope.unit >= 0)
    return self->scope.unit;
  if (self->units->len > 0)
    return (int) td_maker_unit (self, 0);
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("No unit takes part on this day."));
  return -1;
}

TdChart *
td_figure_radar (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  guint n = movement->areas->len, n_used = 0;
  int unit = one_unit (self, error);
  g_autofree const char **areas = g_new0 (const char *, n + 1);
  g_autofree TdChartValue *own = g_new0 (TdChartValue, n + 1);
  g_autofree TdChartValue *median = g_new0 (TdChartValue, n + 1);
  g_autofree TdDecimal *values = g_new0 (TdDecimal, movement->units->len + 1);
  TdChartSeries series[2] = { 0 };
  TdChartRadar data = { 0 };
  TdFigureScope peers = TD_FIGURE_SCOPE_ALL;

  if (unit < 0)
    return NULL;
  peers.block = td_movement_unit (movement, unit)->block;
  for (guint area = 0; area < n; area++)
    {
      guint n_values = 0;
      TdDecimal middle;

      for (guint i = 0; i < movement->units->len; i++)
        if (td_figure_scope_has_unit (&peers, self->scores, i))
          values[n_values++] = td_maker_total (self->scores, i, (int) area);
      middle = td_maker_median (values, n_values, movement->decimals);
      /* An area in which nobody of the block is measured has no spoke. */
      if (middle == TD_DECIMAL_NONE)
        continue;
      areas[n_used] = td_movement_area (movement, area)->name;
      own[n_used] = td_maker_value (self, td_maker_total (self->scores, (guint) unit, (int) area),
                                    td_movement_unit (movement, unit)->id, 0);
      median[n_used] = td_maker_value (self, middle, 0, 0);
      n_used++;
    }
  series[0].name = td_movement_unit (movement, unit)->short_name;
  series[0].values = own;
  series[0].emphasis = TRUE;
  series[1].name =
      td_maker_take (self, g_strdup_printf (_ ("median of the block “%s”"),
                                            td_movement_block (movement, peers.block)));
  series[1].values = median;
  series[1].reference = TRUE;
  data.areas = areas;
  data.n_areas = n_used;
  data.series = series;
  data.n_series = 2;
  data.axis.has_to = TRUE;
  data.axis.to = 100;
  td_maker_head (self, &data.head,
                 td_maker_take (self, g_strdup_printf (_ ("%s, area by area"),
                                                       td_movement_unit (movement, unit)->name)));
  return td_chart_new_radar (&data);
}

TdChart *
td_figure_scatter (TdFigureMaker *self, GError **error)
{
  const TdMovement *movement = self->movement;
  TdDate as_of = td_scores_get_as_of (self->scores);
  const TdScoreData *scored = td_scores_get_data (self->scores);
  g_autoptr (TdScores) self_scores = td_scores_new (scored, as_of, TD_BASIS_SELF, error);
  g_autoptr (TdScores) appraised = NULL;
  g_autofree TdChartDot *dots = g_new0 (TdChartDot, self->units->len + 1);
  TdChartScatter data = { 0 };

  if (self_scores == NULL)
    return NULL;
  appraised = td_scores_new (scored, as_of, TD_BASIS_APPRAISED, error);
  if (appraised == NULL)
    return NULL;
  for (guint i = 0; i < self->units->len; i++)
    {
      guint unit = td_maker_unit (self, i);
      TdId id = td_movement_unit (movement, unit)->id;

      dots[i].name = td_movement_unit (movement, unit)->short_name;
      dots[i].x = td_maker_value (self, td_maker_total (self_scores, unit, -1), id, 0);
      dots[i].y = td_maker_value (self, td_maker_total (appraised, unit, -1), id, 0);
      dots[i].emphasis = (int) unit == self->scope.unit;
    }
  data.dots = dots;
  data.n_dots = self->units->len;
  data.x_axis.name = _ ("Self score");
  data.y_axis.name = _ ("Appraised score");
  data.diagonal = _ ("appraised as reported");
  td_maker_head (self, &data.head, _ ("Self score against appraised score"));
  data.head.source = _ ("self score and appraised figures");
  return td_chart_new_scatter (&data);
}
