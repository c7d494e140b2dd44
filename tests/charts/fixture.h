/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart laid out for a test, and questions about what is painted. */
#pragma once

#include "charts/td-chart-layout-private.h"
#include "samples.h"

typedef struct
{
  TdChart *chart;
  TdChartLayout *layout;
  const TdChartMark *marks;
  guint n;
} Fixture;

/* The cases that have numbers to draw. */
#define N_WITH_NUMBERS 7
extern const SampleCase fixture_with_numbers[N_WITH_NUMBERS];

/* Takes @chart over. */
void fixture_init (Fixture *self, TdChart *chart, double width, double height);
void fixture_init_sample (Fixture *self, SampleKind kind, SampleCase which);
void fixture_clear (Fixture *self);

/* How many items of @kind belong to @mark. */
guint fixture_count_items (const Fixture *self, int mark, TdChartItemKind kind);
/* The label that is written for @mark, or NULL. */
const char *fixture_find_label (const Fixture *self, int mark);
gboolean fixture_has_label (const Fixture *self, const char *text);
