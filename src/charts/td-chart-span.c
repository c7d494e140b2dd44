/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-span.h"

#include <glib/gi18n-lib.h>

#include "charts/td-chart-layout-private.h"

guint
td_chart_get_n_periods (const TdChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kind->over_time && self->n_rows > 0 ? self->n_columns : 0;
}

const char *
td_chart_get_period (const TdChart *self, guint period)
{
  g_return_val_if_fail (self != NULL && period < self->n_columns, "");

  return self->column_names[period];
}

/* "Từ Quý I đến Quý III" beside the filters that are active anyhow. */
static char *
dup_filters (const TdChart *whole, guint first, guint count)
{
  const char *from = whole->column_names[first], *to = whole->column_names[first + count - 1];
  g_autofree char *part =
      count > 1 ? g_strdup_printf (SAY (whole, N_ ("from %s to %s"), "từ %s đến %s"), from, to)
                : g_strdup (from);

  if (whole->head.filters == NULL || *whole->head.filters == '\0')
    return g_steal_pointer (&part);
  return g_strdup_printf ("%s; %s", whole->head.filters, part);
}

TdChart *
td_chart_new_span (TdChart *whole, guint first, guint count)
{
  TdChart *self;
  g_autofree char *filters = NULL;
  TdChartHead head;

  g_return_val_if_fail (whole != NULL && whole->kind->over_time, NULL);
  g_return_val_if_fail (count > 0 && first < whole->n_columns && count <= whole->n_columns - first,
                        NULL);

  head = whole->head;
  if (count < whole->n_columns)
    head.filters = filters = dup_filters (whole, first, count);
  self = td_chart_alloc (whole->kind, &head, &whole->axis, whole->n_rows, count, 0);
  /* Of kinds over time what only the kind knows is said of all periods alike. */
  self->whole = td_chart_ref (whole);
  self->extra = whole->extra;
  self->unit = whole->unit;
  self->any_emphasis = whole->any_emphasis;
  for (guint i = 0; i < count; i++)
    self->column_names[i] = whole->column_names[first + i];
  for (guint row = 0; row < whole->n_rows; row++)
    {
      self->row_names[row] = whole->row_names[row];
      self->row_notes[row] = whole->row_notes[row];
      self->order[row] = whole->order[row];
      self->emphasis[row] = whole->emphasis[row];
      self->reference[row] = whole->reference[row];
      for (guint i = 0; i < count; i++)
        self->values[(gsize) row * count + i] = *td_chart_get (whole, row, first + i);
    }
  return self;
}

gboolean
td_chart_layout_get_period_x (const TdChartLayout *self, guint period, double *x)
{
  g_return_val_if_fail (self != NULL && x != NULL, FALSE);

  if (!self->has_periods || period >= self->chart->n_columns)
    return FALSE;
  *x = self->period_start + period * self->period_pitch;
  return TRUE;
}

gboolean
td_chart_layout_find_span (const TdChartLayout *self, double from, double to, guint *first,
                           guint *count)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && first != NULL && count != NULL, FALSE);

  for (guint i = 0; self->has_periods && i < self->chart->n_columns; i++)
    {
      double x = self->period_start + i * self->period_pitch;

      if (x < MIN (from, to) || x > MAX (from, to))
        continue;
      if (n++ == 0)
        *first = i;
    }
  *count = n;
  return n > 0;
}
