/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as a chart writes them by itself. Callers that have exact decimals hand in ready texts
 * (TdChartValue); this is for ticks, and for values that came without one.
 */
#pragma once

#include "charts/td-chart-types.h"

G_BEGIN_DECLS

/*
 * @number with at most 4 decimals and no needless zeros, in the style of @numbers: 1.234,5. From
 * 10^15 on as 1,5 × 10^15. Zero has no sign. (transfer full)
 */
char *td_chart_number_format (double number, TdChartNumbers numbers) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The number @digits · 10^@exponent, written out from its digits: nothing is computed in binary, so
 * that three tenths is 0,3 and nothing else. (transfer full)
 */
char *td_chart_number_format_exact (gint64 digits, int exponent,
                                    TdChartNumbers numbers) G_GNUC_WARN_UNUSED_RESULT;

/*
 * @text with its unit: "50 %" is written "50%" and other units stand after a space. @unit may be
 * %NULL or empty. Takes @text over. (transfer full)
 */
char *td_chart_number_take_unit (char *text, const char *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
