/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of the large tables that reading and writing are measured on: 10 columns, three of text,
 * one of days, three of whole figures and three of figures with decimals. The same for the same row
 * and column, whoever asks.
 */
#pragma once

#include <stdio.h>

#define BENCH_COLUMNS 10

typedef enum
{
  BENCH_TEXT,
  BENCH_DATE,
  BENCH_NUMBER,
} BenchKind;

static inline BenchKind
bench_kind (unsigned int column)
{
  if (column < 3)
    return BENCH_TEXT;
  return column == 3 ? BENCH_DATE : BENCH_NUMBER;
}

/* Numbers without order, from the place (a multiplicative hash). */
static inline unsigned int
bench_hash (unsigned int row, unsigned int column)
{
  unsigned int mixed = (row * 16u + column) * 2654435761u;

  return mixed >> 8 ^ mixed >> 20;
}

static inline void
bench_text (unsigned int row, unsigned int column, char *out, size_t size)
{
  unsigned int kinds = column == 0 ? 100000 : 1000;

  snprintf (out, size, "Phường Hòa Lạc số %u", bench_hash (row, column) % kinds);
}

/* A serial day of 2023. */
static inline unsigned int
bench_day (unsigned int row)
{
  return 44927 + bench_hash (row, 3) % 365;
}

/* Ten-thousandths. */
static inline long long
bench_units (unsigned int row, unsigned int column)
{
  long long figure = bench_hash (row, column) % 100000;

  return column < 7 ? figure * 10000 : figure * 100 + column;
}
