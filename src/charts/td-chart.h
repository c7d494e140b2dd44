/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Charts: from plain arrays to a picture, a hit, words and a table. The way of a chart:
 *
 * TdChart *chart = td_chart_new_bars (&data);                    what it shows; copied, any size
 * TdChartLayout *layout = td_chart_layout_new (chart, &theme, width, height);   where all of it
 * is td_chart_layout_draw (layout, cr, x, y);                       as often as one likes
 * td_chart_layout_hit (layout, x, y);                            the mark under the pointer
 * td_chart_describe (chart), td_chart_to_table (chart);          the same without a picture
 * td_chart_layout_save (layout, path, …);                        SVG, PNG, PDF
 *
 * A chart is immutable. Charts and layouts belong to one thread at a time.
 */
#pragma once

#include "charts/td-chart-data.h"
#include "charts/td-chart-table.h"
#include "charts/td-chart-theme.h"

G_BEGIN_DECLS

TdChart *td_chart_ref (TdChart *self);
void td_chart_unref (TdChart *self);

/*
 * What the chart shows, in sentences: its kind and title, how much there is, the highest and the
 * lowest, what is missing and where, source and day. For screen readers and as a figure's text.
 * (transfer full)
 */
char *td_chart_describe (const TdChart *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * Every name, number and state of the chart as a grid, in the order of the picture. (transfer
 * full)
 */
TdChartTable *td_chart_to_table (const TdChart *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * All there is to say about one value: the full name, the value, its state, the note; a line each.
 * @row and @column are those of a mark. (transfer full)
 */
char *td_chart_dup_hover (const TdChart *self, guint row, guint column) G_GNUC_WARN_UNUSED_RESULT;

/* What surrounds the chart; borrowed, as the chart keeps it. */
const TdChartHead *td_chart_get_head (const TdChart *self);

/*
 * How high the chart wants to be when it is @width wide: @minimum, below which names are left out,
 * and @natural. Either may be %NULL.
 */
void td_chart_measure (const TdChart *self, const TdChartTheme *theme, double width,
                       double *minimum, double *natural);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChart, td_chart_unref)

G_END_DECLS

#include "charts/td-chart-layout.h"
#include "charts/td-chart-export.h"
#include "charts/td-chart-span.h"
#include "charts/td-chart-tween.h"
