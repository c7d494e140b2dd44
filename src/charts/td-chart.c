/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "charts/td-chart-number.h"
#include "charts/td-chart-private.h"
#include "charts/td-chart-scale.h"

TdChart *
td_chart_alloc (const TdChartKind *kind, const TdChartHead *head, const TdChartAxis *axis,
                guint n_rows, guint n_columns, gsize extra_size)
{
  TdChart *self;
  gsize n = (gsize) n_rows * n_columns;

  g_return_val_if_fail (n <= TD_CHART_MAX_VALUES, NULL);
  g_return_val_if_fail (n_rows <= TD_CHART_MAX_VALUES && n_columns <= TD_CHART_MAX_VALUES, NULL);

  self = g_new0 (TdChart, 1);
  g_atomic_ref_count_init (&self->count);
  self->kind = kind;
  self->strings = g_string_chunk_new (1024);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->values = g_new0 (TdChartValue, MAX (n, 1));
  self->row_names = g_new0 (const char *, n_rows + 1);
  self->row_notes = g_new0 (const char *, n_rows + 1);
  self->column_names = g_new0 (const char *, n_columns + 1);
  self->order = g_new0 (guint, n_rows + 1);
  self->emphasis = g_new0 (gboolean, n_rows + 1);
  self->reference = g_new0 (gboolean, n_rows + 1);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->extra = td_chart_own (self, extra_size);
  for (guint i = 0; i < n_rows; i++)
    {
      self->row_names[i] = "";
      self->order[i] = i;
    }
  for (guint i = 0; i < n_columns; i++)
    self->column_names[i] = "";

  self->head = *head;
  self->head.title = td_chart_keep (self, head->title);
  self->head.subtitle = td_chart_keep (self, head->subtitle);
  self->head.filters = td_chart_keep (self, head->filters);
  self->head.source = td_chart_keep (self, head->source);
  self->head.as_of = td_chart_keep (self, head->as_of);
  if (head->notes != NULL)
    {
      guint n_notes = g_strv_length ((char **) (gpointer) head->notes);
      const char **notes = td_chart_own (self, sizeof (char *) * (n_notes + 1));

      for (guint i = 0; i < n_notes; i++)
        notes[i] = td_chart_keep (self, head->notes[i]);
      self->head.notes = notes;
    }
  if (axis != NULL)
    {
      self->axis = *axis;
      td_chart_keep_axis (self, &self->axis);
      self->unit = self->axis.unit;
    }
  return self;
}

TdChart *
td_chart_ref (TdChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
td_chart_unref (TdChart *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->count))
    return;
  g_string_chunk_free (self->strings);
  g_ptr_array_unref (self->owned);
  g_free (self->values);
  g_free (self->row_names);
  g_free (self->row_notes);
  g_free (self->column_names);
  g_free (self->order);
  g_free (self->emphasis);
  g_free (self->reference);
  td_chart_unref (self->whole);
  g_free (self);
}

const char *
td_chart_keep (TdChart *self, const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return NULL;
  clean = g_utf8_make_valid (text, -1);
  /* SVG cannot hold control characters, and a name is one line. */
  for (char *at = clean; *at != '\0'; at++)
    if ((guchar) *at < 0x20 || *at == 0x7f)
      *at = ' ';
  return g_string_chunk_insert_const (self->strings, g_strstrip (clean));
}

const char *
td_chart_keep_name (TdChart *self, const char *text)
{
  return text != NULL ? td_chart_keep (self, text) : "";
}

void
td_chart_keep_axis (TdChart *self, TdChartAxis *axis)
{
  axis->name = td_chart_keep (self, axis->name);
  axis->unit = td_chart_keep (self, axis->unit);
  axis->has_from = axis->has_from && fabs (axis->from) <= TD_CHART_LIMIT;
  axis->has_to = axis->has_to && fabs (axis->to) <= TD_CHART_LIMIT;
}

gpointer
td_chart_own (TdChart *self, gsize size)
{
  gpointer memory = g_malloc0 (MAX (size, 1));

  g_ptr_array_add (self->owned, memory);
  return memory;
}

void
td_chart_keep_reference (TdChart *self, TdChartReference *reference)
{
  reference->known = reference->known && isfinite (reference->number)
                     && fabs (reference->number) <= TD_CHART_LIMIT;
  reference->name = td_chart_keep_name (self, reference->name);
  reference->text = td_chart_keep (self, reference->text);
}

void
td_chart_set (TdChart *self, guint row, guint column, const TdChartValue *value)
{
  TdChartValue *kept = &self->values[(gsize) row * self->n_columns + column];

  *kept = *value;
  if ((guint) kept->state >= TD_CHART_N_STATES)
    kept->state = TD_CHART_STATE_MISSING;
  if (!isfinite (kept->number) || fabs (kept->number) > TD_CHART_LIMIT)
    kept->known = FALSE;
  if (kept->state == TD_CHART_STATE_MISSING || kept->state == TD_CHART_STATE_NOT_DUE
      || kept->state == TD_CHART_STATE_NOT_APPLICABLE)
    kept->known = FALSE;
  if (!kept->known && kept->state == TD_CHART_STATE_VALUE)
    kept->state = TD_CHART_STATE_MISSING;
  if (!kept->known)
    kept->number = 0;
  /* A text for what is missing could only be a zero in disguise. */
  kept->text = kept->state != TD_CHART_STATE_MISSING ? td_chart_keep (self, value->text) : NULL;
}

char *
td_chart_dup_plain (const TdChart *self, double number, const char *unit)
{
  return td_chart_number_take_unit (td_chart_number_format (number, self->head.numbers), unit);
}

char *
td_chart_dup_number (const TdChart *self, const TdChartValue *value, const char *unit)
{
  if (value->text != NULL && *value->text != '\0')
    return g_strdup (value->text);
  if (value->known)
    return td_chart_dup_plain (self, value->number, unit);
  return g_strdup (td_chart_say_state (self->head.words, value->state));
}

char *
td_chart_dup_value (const TdChart *self, const TdChartValue *value, const char *unit)
{
  g_autofree char *number = td_chart_dup_number (self, value, unit);
  gboolean written = value->known || (value->text != NULL && *value->text != '\0');

  if (!written || value->state == TD_CHART_STATE_VALUE)
    return g_steal_pointer (&number);
  return g_strdup_printf ("%s (%s)", number, td_chart_say_state (self->head.words, value->state));
}

char *
td_chart_dup_axis_name (const TdChartAxis *axis)
{
  gboolean name = axis->name != NULL && *axis->name != '\0';
  gboolean unit = axis->unit != NULL && *axis->unit != '\0';

  if (name && unit)
    return g_strdup_printf ("%s (%s)", axis->name, axis->unit);
  return name ? g_strdup (axis->name) : unit ? g_strdup (axis->unit) : NULL;
}

char *
td_chart_describe (const TdChart *self)
{
  GString *out;
  const TdChartHead *head;

  g_return_val_if_fail (self != NULL, NULL);

  head = &self->head;
  out = g_string_new (SAY (self, self->kind->english, self->kind->vietnamese));
  if (head->title != NULL && *head->title != '\0')
    g_string_append_printf (out, ": %s", head->title);
  g_string_append_c (out, '.');
  if (head->subtitle != NULL && *head->subtitle != '\0')
    td_chart_add_sentence (out, "%s.", head->subtitle);
  if (head->filters != NULL && *head->filters != '\0')
    td_chart_add_sentence (out, SAY (self, N_ ("Filtered: %s."), "Lọc theo: %s."), head->filters);
  if (self->n_rows == 0 || self->n_columns == 0)
    td_chart_add_sentence (
        out, SAY (self, N_ ("There is nothing to show."), "Chưa có gì để trình bày."));
  else
    self->kind->describe (self, out);
  for (guint i = 0; head->notes != NULL && head->notes[i] != NULL; i++)
    td_chart_add_sentence (out, "%s", head->notes[i]);
  if (head->source != NULL && *head->source != '\0')
    td_chart_add_sentence (out, SAY (self, N_ ("Source: %s."), "Nguồn: %s."), head->source);
  if (head->as_of != NULL && *head->as_of != '\0')
    td_chart_add_sentence (out, SAY (self, N_ ("As of %s."), "Số liệu tính đến %s."), head->as_of);
  return g_string_free (out, FALSE);
}

TdChartTable *
td_chart_to_table (const TdChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind->tabulate (self);
}

char *
td_chart_dup_hover (const TdChart *self, guint row, guint column)
{
  GString *out;
  g_autofree char *value = NULL;
  const char *name, *column_name;

  g_return_val_if_fail (self != NULL && row < self->n_rows && column < self->n_columns, NULL);

  name = self->row_names[row];
  column_name = self->column_names[column];
  out = g_string_new (name);
  if (*column_name != '\0')
    g_string_append_printf (out, "%s%s", *name != '\0' ? " – " : "", column_name);
  if (out->len > 0)
    g_string_append_c (out, '\n');
  value = td_chart_dup_value (self, td_chart_get (self, row, column), self->unit);
  g_string_append (out, value);
  if (self->kind->tell != NULL)
    self->kind->tell (self, row, column, out);
  if (self->row_notes[row] != NULL && *self->row_notes[row] != '\0')
    g_string_append_printf (out, "\n%s", self->row_notes[row]);
  return g_string_free (out, FALSE);
}

const TdChartHead *
td_chart_get_head (const TdChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->head;
}

void
td_chart_measure (const TdChart *self, const TdChartTheme *theme, double width, double *minimum,
                  double *natural)
{
  g_autoptr (TdChartPen) pen = NULL;
  double frame, least = 0, best = 0;
  TdChartTheme clean;

  g_return_if_fail (self != NULL && theme != NULL);

  clean = *theme;
  td_chart_theme_clean (&clean);
  pen = td_chart_pen_new (&clean);
  width = isfinite (width) ? CLAMP (width, 1, 1e5) : 1;
  frame = td_chart_frame_lay_out (self, NULL, &clean, pen, width);
  self->kind->measure (self, &clean, width, &least, &best);
  if (minimum != NULL)
    *minimum = ceil (frame + least);
  if (natural != NULL)
    *natural = ceil (frame + MAX (least, best));
}
