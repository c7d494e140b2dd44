/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that all kinds of charts say about their values. */
#define G_LOG_DOMAIN "thidua-charts"

#include <glib/gi18n-lib.h>

#include "charts/td-chart-private.h"

/* A sentence names at most this many; the table has all. */
#define MAX_NAMES 5

void
td_chart_add_sentence (GString *out, const char *format, ...)
{
  va_list args;

  if (out->len > 0)
    g_string_append_c (out, ' ');
  va_start (args, format);
  g_string_append_vprintf (out, format, args);
  va_end (args);
}

/* "A", "A, B", "A, B and 3 others" */
static char *
join_names (const TdChart *self, const GPtrArray *names)
{
  GString *out = g_string_new (NULL);
  guint shown = names->len > MAX_NAMES ? MAX_NAMES - 1 : names->len;

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len > shown)
    {
      g_string_append_c (out, ' ');
      g_string_append_printf (out, SAY (self, N_ ("and %u others"), "và %u mục khác"),
                              names->len - shown);
    }
  return g_string_free (out, FALSE);
}

gboolean
td_chart_has_numbers (const TdChart *self)
{
  for (gsize i = 0; i < (gsize) self->n_rows * self->n_columns; i++)
    if (self->values[i].known)
      return TRUE;
  return FALSE;
}

/* Who has the extreme value, told by equal texts: what reads the same is the same. */
static char *
name_holders (const TdChart *self, guint column, double number, const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint row = self->order[i];
      const TdChartValue *value = td_chart_get (self, row, column);
      g_autofree char *own = NULL;

      if (!value->known)
        continue;
      if (value->number < number || value->number > number)
        continue;
      own = td_chart_dup_number (self, value, self->unit);
      if (g_str_equal (own, text))
        g_ptr_array_add (names, (gpointer) self->row_names[row]);
    }
  return join_names (self, names);
}

void
td_chart_describe_extremes (const TdChart *self, guint column, GString *out)
{
  const TdChartValue *low = NULL, *high = NULL;
  g_autofree char *low_text = NULL, *high_text = NULL, *low_names = NULL, *high_names = NULL;
  guint n = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const TdChartValue *value = td_chart_get (self, self->order[i], column);

      if (!value->known)
        continue;
      n++;
      if (high == NULL || value->number > high->number)
        high = value;
      if (low == NULL || value->number < low->number)
        low = value;
    }
  if (n == 0)
    return;
  high_text = td_chart_dup_number (self, high, self->unit);
  high_names = name_holders (self, column, high->number, high_text);
  if (n == 1)
    {
      td_chart_add_sentence (out, "%s: %s.", high_names, high_text);
      return;
    }
  if (!(high->number > low->number))
    {
      td_chart_add_sentence (
          out, SAY (self, N_ ("All values are equal: %s."), "Các giá trị đều bằng nhau: %s."),
          high_text);
      return;
    }
  low_text = td_chart_dup_number (self, low, self->unit);
  low_names = name_holders (self, column, low->number, low_text);
  td_chart_add_sentence (out, SAY (self, N_ ("Highest: %s (%s)."), "Cao nhất: %s (%s)."),
                         high_names, high_text);
  td_chart_add_sentence (out, SAY (self, N_ ("Lowest: %s (%s)."), "Thấp nhất: %s (%s)."), low_names,
                         low_text);
}

static void
describe_state (const TdChart *self, TdChartState state, const GPtrArray *names, GString *out)
{
  g_autofree char *joined = NULL;
  g_autofree char *label = NULL;

  if (names->len == 0)
    return;
  joined = join_names (self, names);
  label = g_strdup (td_chart_say_state (self->head.words, state));
  td_chart_add_sentence (out, SAY (self, N_ ("Count with “%s”: %u (%s)."), "Số mục %s: %u (%s)."),
                         label, names->len, joined);
}

void
td_chart_describe_unknown (const TdChart *self, guint column, GString *out)
{
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; i < self->n_rows; i++)
        {
          const TdChartValue *value = td_chart_get (self, self->order[i], column);

          if (!value->known && value->state == state)
            g_ptr_array_add (names, (gpointer) self->row_names[self->order[i]]);
        }
      describe_state (self, state, names, out);
    }
}

void
td_chart_describe_all_unknown (const TdChart *self, GString *out)
{
  for (guint state = 0; state < TD_CHART_N_STATES; state++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < self->n_rows; i++)
        for (guint column = 0; column < self->n_columns; column++)
          {
            guint row = self->order[i];
            const TdChartValue *value = td_chart_get (self, row, column);
            const char *name = self->row_names[row], *other = self->column_names[column];

            if (!value->known && value->state == state)
              g_ptr_array_add (
                  names,
                  g_strconcat (name, *name != '\0' && *other != '\0' ? " – " : "", other, NULL));
          }
      describe_state (self, state, names, out);
    }
}

void
td_chart_describe_others (const TdChart *self, guint n, GString *out)
{
  if (n > TD_CHART_MAX_DESCRIBED)
    td_chart_add_sentence (
        out,
        SAY (self, N_ ("The table lists the other %u."), "Còn %u mục khác trong bảng số liệu."),
        n - TD_CHART_MAX_DESCRIBED);
}

void
td_chart_describe_empty_rows (const TdChart *self, GString *out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    {
      gboolean known = FALSE;

      for (guint column = 0; column < self->n_columns && !known; column++)
        known = td_chart_get (self, self->order[i], column)->known;
      if (!known)
        g_ptr_array_add (names, (gpointer) self->row_names[self->order[i]]);
    }
  if (names->len == 0)
    return;
  joined = join_names (self, names);
  td_chart_add_sentence (out, SAY (self, N_ ("Without any data: %s."), "Chưa có số liệu: %s."),
                         joined);
}

void
td_chart_describe_undrawn (const TdChart *self, GString *out)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->n_rows; i++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const TdChartValue *value = td_chart_get (self, self->order[i], column);

        if (value->known && value->number < 0)
          {
            g_ptr_array_add (names, (gpointer) self->row_names[self->order[i]]);
            break;
          }
      }
  if (names->len == 0)
    return;
  joined = join_names (self, names);
  td_chart_add_sentence (out,
                         SAY (self, N_ ("Below zero, which has no length: %s."),
                              "Có số âm, không vẽ được độ dài: %s."),
                         joined);
}
