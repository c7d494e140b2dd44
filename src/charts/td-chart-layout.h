/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart laid out for one size and theme: where every mark and every word is. Made once, drawn,
 * asked and walked through many times; what is under the pointer is painted over it.
 *
 * Coordinates are the layout's own, from 0, 0 to its width and height.
 */
#pragma once

#include <cairo.h>

#include "charts/td-chart-data.h"
#include "charts/td-chart-theme.h"

G_BEGIN_DECLS

typedef struct _TdChartLayout TdChartLayout;

/**
 * TdChartMark:
 * @row: of the data: the bar, the row, the series, the dot; in the order the caller gave them
 * @column: of the data: the period, the target, the part; 0 where there is one only
 * @known: whether it stands for a number
 * @number: that number
 * @state: its state
 * @key: the record it stands for
 * @bounds: where it is painted; no width where the number has no length
 * @x: its own point: hit there, it answers, unless another mark lies over it
 * @y: as @x
 * @hit: where the pointer finds it
 * @round: the pointer finds the nearest of such marks rather than the uppermost
 *
 * One mark of the picture.
 */
typedef struct
{
  guint row;
  guint column;
  gboolean known;
  double number;
  TdChartState state;
  TdChartKey key;
  TdChartRect bounds;
  double x;
  double y;
  TdChartRect hit;
  gboolean round;
} TdChartMark;

/**
 * TdChartLabel:
 * @box: the text's extents
 * @shown: what is written, "…" included
 * @full: all of it
 * @shortened: whether @shown is less than @full
 * @mark: the mark it is the label of, or -1
 *
 * One text of the picture.
 */
typedef struct
{
  TdChartRect box;
  const char *shown;
  const char *full;
  gboolean shortened;
  int mark;
} TdChartLabel;

typedef enum
{
  TD_CHART_STEP_NEXT,     /* through all marks, in reading order */
  TD_CHART_STEP_PREVIOUS, /* back */
  TD_CHART_STEP_LEFT,
  TD_CHART_STEP_RIGHT,
  TD_CHART_STEP_UP,
  TD_CHART_STEP_DOWN,
  TD_CHART_STEP_FIRST,
  TD_CHART_STEP_LAST,
} TdChartStep;

/*
 * @width and @height are taken to be at least 1 and at most 100,000. Takes a reference on @chart.
 */
TdChartLayout *td_chart_layout_new (TdChart *chart, const TdChartTheme *theme, double width,
                                    double height) G_GNUC_WARN_UNUSED_RESULT;
void td_chart_layout_free (TdChartLayout *self);

TdChart *td_chart_layout_get_chart (TdChartLayout *self);
double td_chart_layout_get_width (const TdChartLayout *self);
double td_chart_layout_get_height (const TdChartLayout *self);
/* Where the marks are; all of them are inside. */
TdChartRect td_chart_layout_get_plot (const TdChartLayout *self);
/* In reading order; borrowed. */
const TdChartMark *td_chart_layout_get_marks (const TdChartLayout *self, guint *n);
/* In drawing order; borrowed, made on the first call. */
const TdChartLabel *td_chart_layout_get_labels (TdChartLayout *self, guint *n);

/* Draws the whole picture with its upper left corner at @x, @y. Saves and restores @cr. */
void td_chart_layout_draw (TdChartLayout *self, cairo_t *cr, double x, double y);

/*
 * The same for a screen that draws again at every movement of the pointer: the picture is kept as
 * pixels, @scale of them to a unit, and only copied; then @mark (or -1) is painted over it as
 * td_chart_layout_draw_hover() does. Where pixels cannot be had it draws.
 */
void td_chart_layout_draw_screen (TdChartLayout *self, cairo_t *cr, double x, double y,
                                  double scale, int mark);

/*
 * Paints over the picture what shows that @mark is chosen: its outline, its series, and, with
 * @card, a card with all there is to say about it, unless the picture is smaller than the card.
 * Nothing of the picture is laid out again.
 */
void td_chart_layout_draw_hover (TdChartLayout *self, cairo_t *cr, double x, double y, guint mark,
                                 gboolean card);

/* The mark at a point, or -1. */
int td_chart_layout_hit (const TdChartLayout *self, double x, double y);

/* The whole of a text that was shortened, when there is one at the point; borrowed, else %NULL. */
const char *td_chart_layout_get_label_at (TdChartLayout *self, double x, double y);

/*
 * The mark that the keyboard comes to from @mark (-1: none chosen yet), or @mark itself where
 * there is none further; -1 only when there are no marks.
 */
int td_chart_layout_step (const TdChartLayout *self, int mark, TdChartStep step);

/* The mark that stands for a record, or -1; no mark stands for the key 0, 0. */
int td_chart_layout_find (const TdChartLayout *self, TdChartKey key);

/* All there is to say about a mark, as td_chart_dup_hover(). (transfer full) */
char *td_chart_layout_dup_hover (const TdChartLayout *self, guint mark) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChartLayout, td_chart_layout_free)

G_END_DECLS
