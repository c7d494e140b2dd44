/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One picture turning into another: a bar that grows, a unit that moves up. Marks of the same
 * record move; what is in one picture only fades.
 */
#pragma once

#include "charts/td-chart-layout.h"

G_BEGIN_DECLS

typedef struct _TdChartTween TdChartTween;

/*
 * Both layouts must outlive the tween. Marks are matched by their key, where they have one, else by
 * row and column; layouts of different kinds only fade.
 */
TdChartTween *td_chart_tween_new (TdChartLayout *from, TdChartLayout *to) G_GNUC_WARN_UNUSED_RESULT;
void td_chart_tween_free (TdChartTween *self);

/*
 * Draws the picture @progress (0 to 1) on the way. 0 and 1 are exactly the one and the other
 * layout. How long it takes and how it eases is the caller's: at most 200 ms, and not at all
 * where animations are turned off.
 */
void td_chart_tween_draw (TdChartTween *self, cairo_t *cr, double x, double y, double progress);

/*
 * Where mark @mark of the second layout is on the way; FALSE when it is not in the first one, and
 * then
 * @bounds is where it will be.
 */
gboolean
td_chart_tween_get_mark (TdChartTween *self, guint mark, double progress, TdChartRect *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChartTween, td_chart_tween_free)

G_END_DECLS
