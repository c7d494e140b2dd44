/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The scalar types of the charts: a value with its state, a rectangle, a key that leads back to a
 * record. Lengths are in the units of the cairo_t drawn on: CSS pixels on a screen, points on
 * paper.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdChartState:
 * @TD_CHART_STATE_MISSING: something was expected and nothing came; never drawn as zero
 * @TD_CHART_STATE_VALUE: a figure that counts
 * @TD_CHART_STATE_NONE_ARISING: reported, and nothing arose (a ratio of 0 over 0)
 * @TD_CHART_STATE_PENDING: reported, not appraised yet
 * @TD_CHART_STATE_REJECTED: reported, not accepted by the appraiser
 * @TD_CHART_STATE_NOT_DUE: nothing is expected yet
 * @TD_CHART_STATE_NOT_APPLICABLE: the target does not apply to the unit
 * @TD_CHART_STATE_MET: the goal is reached
 * @TD_CHART_STATE_ON_TRACK: as far as it should be by now
 * @TD_CHART_STATE_AT_RISK: a little behind
 * @TD_CHART_STATE_BEHIND: well behind
 * @TD_CHART_STATE_OVERDUE: the day is past and the goal not reached
 *
 * What a value is, besides its number (the specification's SCORING, "States of a cell" and "How it
 * stands"). Each has a colour, a pattern and a glyph of its own, so that none is told by colour
 * alone. A zeroed value is a missing one.
 */
typedef enum
{
  TD_CHART_STATE_MISSING,
  TD_CHART_STATE_VALUE,
  TD_CHART_STATE_NONE_ARISING,
  TD_CHART_STATE_PENDING,
  TD_CHART_STATE_REJECTED,
  TD_CHART_STATE_NOT_DUE,
  TD_CHART_STATE_NOT_APPLICABLE,
  TD_CHART_STATE_MET,
  TD_CHART_STATE_ON_TRACK,
  TD_CHART_STATE_AT_RISK,
  TD_CHART_STATE_BEHIND,
  TD_CHART_STATE_OVERDUE,
} TdChartState;

#define TD_CHART_N_STATES (TD_CHART_STATE_OVERDUE + 1)

/**
 * TdChartKey:
 * @first: one id of the record, 0 for none
 * @second: another, where a mark stands for a pair (a unit and a target); 0 for none
 *
 * Which record a mark stands for. The charts never look into it; they hand it back on a hit, and
 * match the marks of two pictures by it when one turns into the other.
 */
typedef struct
{
  gint64 first;
  gint64 second;
} TdChartKey;

/**
 * TdChartValue:
 * @known: whether there is a number
 * @number: the number, for the geometry only; magnitude up to 10^100
 * @state: what it is besides; a number in the state MISSING, NOT_DUE or NOT_APPLICABLE is ignored
 * @text: (nullable): the number as it is to be read, made by exact arithmetic with its unit; where
 *   given, the chart writes it and no other. Without it the chart writes @number with at most 4
 *   decimals
 * @key: which record it stands for
 *
 * A number that is not finite, or beyond 10^100, counts as not known.
 */
typedef struct
{
  gboolean known;
  double number;
  TdChartState state;
  const char *text;
  TdChartKey key;
} TdChartValue;

/* A plain known value, for initializers. */
#define TD_CHART_NUMBER(n)                                                                         \
  {                                                                                                \
    TRUE, (n), TD_CHART_STATE_VALUE, NULL,                                                         \
    {                                                                                              \
      0, 0                                                                                         \
    }                                                                                              \
  }
/* A cell without a number, for initializers. */
#define TD_CHART_BLANK(state)                                                                      \
  {                                                                                                \
    FALSE, 0, (state), NULL,                                                                       \
    {                                                                                              \
      0, 0                                                                                         \
    }                                                                                              \
  }

/**
 * TdChartRect:
 *
 * A rectangle; y grows downwards.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TdChartRect;

/**
 * TdChartWords:
 * @TD_CHART_WORDS_INTERFACE: the language the program speaks (gettext)
 * @TD_CHART_WORDS_PAPER: Vietnamese whatever the program speaks, for official papers
 *
 * Whose words a chart uses for what it says by itself ("no data", "goal").
 */
typedef enum
{
  TD_CHART_WORDS_INTERFACE,
  TD_CHART_WORDS_PAPER,
} TdChartWords;

/**
 * TdChartNumbers:
 * @TD_CHART_NUMBERS_VIETNAMESE: 1.234,5
 * @TD_CHART_NUMBERS_PLAIN: 1234.5
 *
 * How the numbers that a chart writes by itself (ticks, values without a text) look.
 */
typedef enum
{
  TD_CHART_NUMBERS_VIETNAMESE,
  TD_CHART_NUMBERS_PLAIN,
} TdChartNumbers;

G_END_DECLS
