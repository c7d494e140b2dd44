/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart's table twin: the same words and numbers as a grid, for those who cannot see the picture,
 * for copying, and for whoever wants to check. What is not known is said, never a zero.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdChartTable TdChartTable;

TdChartTable *td_chart_table_new (guint n_columns) G_GNUC_WARN_UNUSED_RESULT;
void td_chart_table_free (TdChartTable *self);

/* The heading of @column; @number: its cells are numbers, to be aligned to the right. */
void
td_chart_table_set_header (TdChartTable *self, guint column, const char *text, gboolean number);
/* Appends the next cell, row by row; %NULL is an empty one. */
void td_chart_table_add (TdChartTable *self, const char *text);
/* The same, taking @text over. */
void td_chart_table_take (TdChartTable *self, char *text);

guint td_chart_table_get_n_columns (const TdChartTable *self);
guint td_chart_table_get_n_rows (const TdChartTable *self);
gboolean td_chart_table_is_number (const TdChartTable *self, guint column);
/* Both borrowed, never %NULL. */
const char *td_chart_table_get_header (const TdChartTable *self, guint column);
const char *td_chart_table_get (const TdChartTable *self, guint row, guint column);

/* Tabs between cells, a line for each row, the headings first: what a spreadsheet takes from the
 * clipboard. (transfer full) */
char *td_chart_table_to_text (const TdChartTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdChartTable, td_chart_table_free)

G_END_DECLS
