/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text for a chart: shaped once, wrapped or shortened to the room there is, measured in the chart's
 * units. Hinting is off and sizes are absolute, so a text is as wide on the screen as in print.
 *
 * Internal to the room. One thread at a time.
 */
#pragma once

#include <pango/pangocairo.h>

#include "charts/td-chart-theme.h"

G_BEGIN_DECLS

typedef enum
{
  TD_CHART_FACE_TITLE,
  TD_CHART_FACE_NAME,   /* names of units, targets, series; shortened in the middle */
  TD_CHART_FACE_STRONG, /* the same, emphasized */
  TD_CHART_FACE_VALUE,  /* numbers beside marks */
  TD_CHART_FACE_SMALL,  /* ticks, numbers in cells */
  TD_CHART_FACE_NOTE,   /* subtitle, notes, source */
} TdChartFace;

#define TD_CHART_N_FACES (TD_CHART_FACE_NOTE + 1)

/**
 * TdChartShape:
 * @layout: (nullable): the shaped text, owned by the pen; %NULL when not even "…" fits
 * @width: of the text itself, not of the room given
 * @height: of its lines
 * @inset: how far the text starts to the right of the layout's origin
 * @shortened: whether something was left out
 */
typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  double inset;
  gboolean shortened;
} TdChartShape;

typedef struct _TdChartPen TdChartPen;

TdChartPen *td_chart_pen_new (const TdChartTheme *theme);
void td_chart_pen_free (TdChartPen *self);

/* A line's height in @face. */
double td_chart_pen_get_line (TdChartPen *self, TdChartFace face);

/*
 * @text in at most @lines lines of at most @width (negative: as wide as it gets, one line),
 *   aligned to
 * @align where it has several. The same request is answered from a cache.
 */
TdChartShape td_chart_pen_shape (TdChartPen *self, TdChartFace face, const char *text, double width,
                                 guint lines, PangoAlignment align);

/* What one line of @layout shows, "…" where it was shortened. (transfer full) */
char *td_chart_pen_dup_line (PangoLayout *layout, PangoLayoutLine *line);

/* What @layout shows, its lines joined by a space. (transfer full) */
char *td_chart_pen_dup_shown (PangoLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChartPen, td_chart_pen_free)

G_END_DECLS
