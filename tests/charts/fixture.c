/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

void
fixture_init (Fixture *self, TdChart *chart, double width, double height)
{
  TdChartTheme theme;

  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  self->chart = chart;
  self->layout = td_chart_layout_new (chart, &theme, width, height);
  self->marks = td_chart_layout_get_marks (self->layout, &self->n);
}

void
fixture_init_sample (Fixture *self, SampleKind kind, SampleCase which)
{
  double width, height;

  sample_size (kind, which, &width, &height);
  fixture_init (self, sample_new (kind, which, TD_CHART_WORDS_PAPER), width, height);
}

void
fixture_clear (Fixture *self)
{
  td_chart_layout_free (self->layout);
  td_chart_unref (self->chart);
}

const SampleCase fixture_with_numbers[N_WITH_NUMBERS] = {
  SAMPLE_TYPICAL, SAMPLE_ONE, SAMPLE_EQUAL, SAMPLE_HUGE, SAMPLE_NEGATIVE, SAMPLE_MANY, SAMPLE_LONG
};

guint
fixture_count_items (const Fixture *self, int mark, TdChartItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->layout->scene->items->len; i++)
    {
      const TdChartItem *item = &g_array_index (self->layout->scene->items, TdChartItem, i);

      n += item->mark == mark && item->kind == kind ? 1 : 0;
    }
  return n;
}

const char *
fixture_find_label (const Fixture *self, int mark)
{
  guint n;
  const TdChartLabel *labels = td_chart_layout_get_labels (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (labels[i].mark == mark)
      return labels[i].shown;
  return NULL;
}

gboolean
fixture_has_label (const Fixture *self, const char *text)
{
  guint n;
  const TdChartLabel *labels = td_chart_layout_get_labels (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (labels[i].shown, text))
      return TRUE;
  return FALSE;
}
