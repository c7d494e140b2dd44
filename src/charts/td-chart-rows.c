/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-rows.h"

#include <math.h>

#include "charts/td-chart-private.h"

#define NAMES_SHARE 0.38
/* A row with a name on two lines, in sizes of the font; only where there are few rows. */
#define TALL     2.8
#define MAX_TALL 16

static TdChartFace
get_face (const TdChartRows *self, const TdChart *chart, guint row)
{
  if (self->small)
    return TD_CHART_FACE_SMALL;
  return chart->emphasis[row] ? TD_CHART_FACE_STRONG : TD_CHART_FACE_NAME;
}

TdChartFace
td_chart_rows_get_face (const TdChartRows *self)
{
  return self->small ? TD_CHART_FACE_SMALL : TD_CHART_FACE_VALUE;
}

void
td_chart_rows_thin (double pitch, double line, guint n, guint *every, guint *first, guint *last)
{
  guint margin;

  *every = 1;
  *first = 0;
  *last = n - 1;
  if (pitch >= line - 0.1)
    return;
  *every = (guint) ceil (line / pitch);
  margin = (guint) ceil (line / 2 / pitch - 0.5);
  *first = MIN (margin, (n - 1) / 2);
  *last = MAX (n - 1 - MIN (margin, n - 1), *first);
}

void
td_chart_rows_init (TdChartRows *self, TdChartBuild *build, double top, double bottom,
                    const char *const *ranks)
{
  const TdChart *chart = build->chart;
  const TdChartTheme *theme = build->theme;
  double line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_NAME);
  double widest = 0, gap = theme->font_size * 0.7;

  *self = (TdChartRows){ 0 };
  self->ranks = ranks;
  self->top = top;
  self->pitch = MIN (MAX (bottom - top, 1) / chart->n_rows, theme->font_size * TALL);
  if (theme->line >= 1 && self->pitch >= 4)
    self->pitch = floor (self->pitch);
  self->small = self->pitch < line - 0.1;
  if (self->small)
    line = td_chart_pen_get_line (build->pen, TD_CHART_FACE_SMALL);
  /* Gaps of less than a pixel would only make the bars pale. */
  td_chart_rows_thin (self->pitch, line, chart->n_rows, &self->every, &self->first, &self->last);
  self->thickness = self->pitch < 3 * theme->line
                        ? self->pitch
                        : MIN (self->pitch * 0.64, theme->font_size * 1.5);
  self->lines = self->pitch >= line * 2 ? 2 : 1;
  for (guint i = self->first; i <= self->last; i += self->every)
    {
      guint row = chart->order[i];

      widest = MAX (widest, td_chart_build_measure (build, get_face (self, chart, row),
                                                    chart->row_names[row]));
      if (ranks != NULL && ranks[row] != NULL)
        self->ranks_width =
            MAX (self->ranks_width,
                 td_chart_build_measure (build, td_chart_rows_get_face (self), ranks[row]));
    }
  self->ranks_width = MIN (self->ranks_width, build->area.width * 0.12);
  self->names_x = build->area.x + (self->ranks_width > 0 ? self->ranks_width + gap : 0);
  self->names_width = MIN (ceil (widest), build->area.width * NAMES_SHARE);
  self->left = self->names_x + (widest > 0 ? self->names_width + gap : 0);
}

double
td_chart_rows_get_middle (const TdChartRows *self, guint index)
{
  return self->top + self->pitch * (index + 0.5);
}

gboolean
td_chart_rows_has_words (const TdChartRows *self, guint index)
{
  return index >= self->first && index <= self->last && (index - self->first) % self->every == 0;
}

void
td_chart_rows_draw_names (const TdChartRows *self, TdChartBuild *build)
{
  const TdChart *chart = build->chart;

  for (guint i = self->first; i <= self->last; i += self->every)
    {
      guint row = chart->order[i];
      double middle = td_chart_rows_get_middle (self, i);

      td_chart_build_text (build, chart->row_names[row],
                           &(TdChartTextSpec){ .face = get_face (self, chart, row),
                                               .color = build->theme->text,
                                               .x = self->names_x,
                                               .y = middle,
                                               .down = 0.5,
                                               .width = self->names_width,
                                               .lines = self->lines,
                                               .mark = -1 });
      if (self->ranks != NULL && self->ranks[row] != NULL)
        td_chart_build_text (build, self->ranks[row],
                             &(TdChartTextSpec){ .face = td_chart_rows_get_face (self),
                                                 .color = build->theme->soft,
                                                 .x = build->area.x + self->ranks_width,
                                                 .y = middle,
                                                 .across = 1,
                                                 .down = 0.5,
                                                 .width = self->ranks_width,
                                                 .mark = -1 });
    }
}

/* Whether a name is longer than its column: by its letters, as half the font's size is a wide one. */
static gboolean
has_long_name (const TdChart *chart, const TdChartTheme *theme, double width)
{
  double room = width * NAMES_SHARE / (theme->font_size * 0.5);

  for (guint row = 0; row < chart->n_rows; row++)
    if ((double) g_utf8_strlen (chart->row_names[row], -1) > room)
      return TRUE;
  return FALSE;
}

void
td_chart_rows_measure (const TdChart *chart, const TdChartTheme *theme, double width, double extra,
                       double *minimum, double *natural)
{
  guint n = chart->n_rows;
  double pitch = n <= MAX_TALL && has_long_name (chart, theme, width) ? TALL : 2.1;

  *minimum = n * theme->font_size * 1.3 + extra;
  *natural = n * theme->font_size * pitch + extra;
}
