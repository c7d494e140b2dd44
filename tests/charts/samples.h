/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts of every kind in every case that is defined: for the tests, and for the gallery to look
 * at.
 */
#pragma once

#include "charts/td-chart.h"

typedef enum
{
  SAMPLE_BARS,
  SAMPLE_BULLETS,
  SAMPLE_HEAT,
  SAMPLE_LINES,
  SAMPLE_TREND, /* lines with one series */
  SAMPLE_BUMP,
  SAMPLE_RADAR,
  SAMPLE_STACK,
  SAMPLE_FUNNEL,
  SAMPLE_SPARK,
  SAMPLE_SCATTER,
} SampleKind;

#define N_SAMPLE_KINDS (SAMPLE_SCATTER + 1)

typedef enum
{
  SAMPLE_TYPICAL,
  SAMPLE_NONE,
  SAMPLE_ONE,
  SAMPLE_EQUAL,
  SAMPLE_HUGE,     /* up to 10^12 */
  SAMPLE_NEGATIVE, /* on both sides of zero */
  SAMPLE_MANY,     /* 2,000 marks */
  SAMPLE_MISSING,  /* nothing is known */
  SAMPLE_LONG,     /* names that fill lines */
} SampleCase;

#define N_SAMPLE_CASES (SAMPLE_LONG + 1)

const char *sample_kind_name (SampleKind kind);
const char *sample_case_name (SampleCase which);

/* A size at which the chart is meant to be read. */
void sample_size (SampleKind kind, SampleCase which, double *width, double *height);

TdChart *sample_new (SampleKind kind, SampleCase which, TdChartWords words);
