/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-scale.h"

#include <math.h>

#include "charts/td-chart-number.h"

/* Numbers nearer to each other than this share of their size are one number with rounding dust. */
#define SAME 1e-9
/* How far, in steps, a number may lie past a tick and still be taken to be on it. */
#define DUST 1e-7

/* Powers up to 10^22 are exact in binary; with them digits/power and digits·power round once. */
static double
scaled (gint64 digits, int exponent)
{
  return exponent < 0 ? (double) digits / pow (10, -exponent)
                      : (double) digits * pow (10, exponent);
}

void
td_chart_range_add (TdChartRange *self, double number)
{
  if (!isfinite (number) || fabs (number) > TD_CHART_LIMIT)
    return;
  if (!self->known)
    {
      self->known = TRUE;
      self->low = self->high = number;
    }
  self->low = MIN (self->low, number);
  self->high = MAX (self->high, number);
}

/* The numbers a scale covers: ordered, and apart from each other. */
static void
spread (const TdChartRange *range, gboolean from_zero, double *low, double *high)
{
  double size;

  *low = range->known ? range->low : 0;
  *high = range->known ? range->high : 1;
  if (from_zero)
    {
      *low = MIN (*low, 0);
      *high = MAX (*high, 0);
    }
  size = MAX (fabs (*low), fabs (*high));
  if (*high - *low > size * SAME && *high - *low > 1e-12)
    return;
  if (size <= 1e-12)
    {
      *low = 0;
      *high = 1;
    }
  else
    {
      *low -= size / 10;
      *high += size / 10;
    }
}

static double
floor_dusty (double steps)
{
  double near = round (steps);

  return fabs (steps - near) < DUST ? near : floor (steps);
}

static double
ceil_dusty (double steps)
{
  double near = round (steps);

  return fabs (steps - near) < DUST ? near : ceil (steps);
}

/*
 * Goes through the steps 1, 2, 5, 10 … from one that is surely too fine. Three ticks are always
 * enough in the end, as a range on both sides of zero needs -1, 0 and 1.
 */
static void
choose (TdChartScale *self, double low, double high, guint max_ticks, gboolean whole,
        gboolean inside)
{
  static const int digits[] = { 1, 2, 5 };
  int exponent = (int) floor (log10 ((high - low) / max_ticks)) - 1;

  if (whole)
    exponent = MAX (exponent, 0);
  for (guint i = 0;; i++)
    {
      double step, first, last;

      self->digits = digits[i % 3];
      self->exponent = exponent + (int) (i / 3);
      step = scaled (self->digits, self->exponent);
      first = inside ? ceil_dusty (low / step) : floor_dusty (low / step);
      last = inside ? floor_dusty (high / step) : ceil_dusty (high / step);
      if (last - first + 1 <= max_ticks)
        {
          self->first = (gint64) first;
          self->n_ticks = last >= first ? (guint) (last - first) + 1 : 0;
          return;
        }
    }
}

void
td_chart_scale_init (TdChartScale *self, const TdChartRange *range, guint max_ticks, gboolean whole,
                     gboolean from_zero)
{
  double low, high;

  g_return_if_fail (self != NULL && range != NULL);

  spread (range, from_zero, &low, &high);
  choose (self, low, high, MAX (max_ticks, 3), whole, FALSE);
  self->from = td_chart_scale_get_tick (self, 0);
  self->to = td_chart_scale_get_tick (self, self->n_ticks - 1);
}

void
td_chart_scale_init_fixed (TdChartScale *self, double from, double to, guint max_ticks,
                           gboolean whole)
{
  TdChartRange range = { 0 };
  double low, high;

  g_return_if_fail (self != NULL);

  td_chart_range_add (&range, from);
  td_chart_range_add (&range, to);
  spread (&range, FALSE, &low, &high);
  choose (self, low, high, MAX (max_ticks, 3), whole, TRUE);
  self->from = low;
  self->to = high;
}

double
td_chart_scale_get_tick (const TdChartScale *self, guint index)
{
  return scaled ((self->first + index) * self->digits, self->exponent);
}

char *
td_chart_scale_format_tick (const TdChartScale *self, guint index, int power,
                            TdChartNumbers numbers)
{
  gint64 digits = (self->first + index) * self->digits;

  if (self->exponent - power > 12)
    return td_chart_number_format (td_chart_scale_get_tick (self, index), numbers);
  return td_chart_number_format_exact (digits, self->exponent - power, numbers);
}

int
td_chart_scale_get_power (const TdChartScale *self)
{
  double size = MAX (fabs (self->from), fabs (self->to));

  return size >= 1e22 ? 0 : size >= 1e9 ? 9 : size >= 1e6 ? 6 : 0;
}

double
td_chart_scale_place (const TdChartScale *self, double number)
{
  return (number - self->from) / (self->to - self->from);
}
