/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-table.h"

struct _TdChartTable
{
  guint n_columns;
  char **headers;
  gboolean *numbers;
  GPtrArray *cells; /* of char*, row by row */
};

TdChartTable *
td_chart_table_new (guint n_columns)
{
  TdChartTable *self = g_new0 (TdChartTable, 1);

  self->n_columns = MAX (n_columns, 1);
  self->headers = g_new0 (char *, self->n_columns + 1);
  self->numbers = g_new0 (gboolean, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->headers[i] = g_strdup ("");
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_chart_table_free (TdChartTable *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->headers);
  g_free (self->numbers);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
td_chart_table_set_header (TdChartTable *self, guint column, const char *text, gboolean number)
{
  g_return_if_fail (self != NULL && column < self->n_columns);

  g_free (self->headers[column]);
  self->headers[column] = g_strdup (text != NULL ? text : "");
  self->numbers[column] = number;
}

void
td_chart_table_take (TdChartTable *self, char *text)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->cells, text != NULL ? text : g_strdup (""));
}

void
td_chart_table_add (TdChartTable *self, const char *text)
{
  td_chart_table_take (self, g_strdup (text));
}

guint
td_chart_table_get_n_columns (const TdChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

guint
td_chart_table_get_n_rows (const TdChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len / self->n_columns;
}

gboolean
td_chart_table_is_number (const TdChartTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);

  return self->numbers[column];
}

const char *
td_chart_table_get_header (const TdChartTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, "");

  return self->headers[column];
}

const char *
td_chart_table_get (const TdChartTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, "");
  g_return_val_if_fail (row < td_chart_table_get_n_rows (self), "");

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

char *
td_chart_table_to_text (const TdChartTable *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\t" : "", self->headers[i]);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < td_chart_table_get_n_rows (self) * self->n_columns; i++)
    g_string_append_printf (out, "%s%c", (const char *) g_ptr_array_index (self->cells, i),
                            (i + 1) % self->n_columns == 0 ? '\n' : '\t');
  return g_string_free (out, FALSE);
}
