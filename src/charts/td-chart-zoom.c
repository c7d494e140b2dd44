/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-zoom.h"

/* Fewer than two periods are no course. */
#define MIN_PERIODS 2

static guint
get_n (const TdChartZoom *self)
{
  return self->whole != NULL ? td_chart_get_n_periods (self->whole) : 0;
}

static guint
get_count (const TdChartZoom *self)
{
  return self->count > 0 ? self->count : get_n (self);
}

/* @first and @count as the whole chart counts them. */
static gboolean
look_at (TdChartZoom *self, guint first, guint count)
{
  guint n = get_n (self);

  if (n < MIN_PERIODS)
    return FALSE;
  count = CLAMP (count, MIN_PERIODS, n);
  first = MIN (first, n - count);
  if (count == n)
    count = first = 0;
  if (first == self->first && count == self->count)
    return FALSE;
  self->first = first;
  self->count = count;
  return TRUE;
}

static gboolean
same_periods (TdChart *a, TdChart *b)
{
  guint n = td_chart_get_n_periods (a);

  if (n != td_chart_get_n_periods (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (td_chart_get_period (a, i), td_chart_get_period (b, i)))
      return FALSE;
  return TRUE;
}

void
td_chart_zoom_clear (TdChartZoom *self)
{
  g_clear_pointer (&self->whole, td_chart_unref);
  *self = (TdChartZoom){ 0 };
}

void
td_chart_zoom_set_chart (TdChartZoom *self, TdChart *chart)
{
  TdChart *before = self->whole;

  self->whole = chart != NULL ? td_chart_ref (chart) : NULL;
  if (before == NULL || chart == NULL || !same_periods (before, chart))
    {
      self->first = self->count = 0;
      self->dragging = FALSE;
    }
  td_chart_unref (before);
}

TdChart *
td_chart_zoom_dup_chart (const TdChartZoom *self)
{
  if (self->whole == NULL)
    return NULL;
  return self->count > 0 ? td_chart_new_span (self->whole, self->first, self->count)
                         : td_chart_ref (self->whole);
}

gboolean
td_chart_zoom_into (TdChartZoom *self, guint first, guint count)
{
  return count > 0 && look_at (self, self->first + first, count);
}

gboolean
td_chart_zoom_in (TdChartZoom *self, int period)
{
  guint now = get_count (self), count = MAX (now / 2, MIN_PERIODS);
  guint at = period >= 0 ? MIN ((guint) period, now) : now;
  guint first = at > count / 2 ? at - count / 2 : 0;

  if (now <= MIN_PERIODS)
    return FALSE;
  return look_at (self, self->first + MIN (first, now - count), count);
}

gboolean
td_chart_zoom_out (TdChartZoom *self)
{
  guint more = self->count / 2;

  if (self->count == 0)
    return FALSE;
  return look_at (self, self->first > more ? self->first - more : 0, self->count * 2);
}

gboolean
td_chart_zoom_reset (TdChartZoom *self)
{
  return look_at (self, 0, get_n (self));
}

gboolean
td_chart_zoom_move (TdChartZoom *self, int way)
{
  if (self->count == 0 || (way < 0 && self->first == 0))
    return FALSE;
  return look_at (self, way < 0 ? self->first - 1 : self->first + 1, self->count);
}

gboolean
td_chart_zoom_can_in (const TdChartZoom *self)
{
  return get_count (self) > MIN_PERIODS;
}

gboolean
td_chart_zoom_can_out (const TdChartZoom *self)
{
  return self->count > 0;
}
