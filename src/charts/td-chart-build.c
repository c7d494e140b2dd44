/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-build.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/td-chart-private.h"

int
td_chart_build_mark (TdChartBuild *self, guint row, guint column, TdChartRect bounds,
                     TdChartPlace place)
{
  const TdChartValue *value = td_chart_get (self->chart, row, column);
  TdChartMark mark = {
    .row = row,
    .column = column,
    .known = value->known,
    .number = value->number,
    .state = value->state,
    .key = value->key,
    .bounds = bounds,
    .x = bounds.x + bounds.width / 2,
    .y = bounds.y + bounds.height / 2,
    .hit = bounds,
  };

  g_array_append_val (self->marks, mark);
  g_array_append_val (self->places, place);
  return (int) self->marks->len - 1;
}

TdChartMark *
td_chart_build_get_mark (TdChartBuild *self, int mark)
{
  return &g_array_index (self->marks, TdChartMark, mark);
}

int
td_chart_build_round (TdChartBuild *self, guint row, guint column, double x, double y,
                      double radius, TdChartPlace place)
{
  double reach = MAX (radius, self->theme->font_size * 0.6);
  TdChartRect bounds = { x - radius, y - radius, 2 * radius, 2 * radius };
  int index = td_chart_build_mark (self, row, column, bounds, place);
  TdChartMark *mark = td_chart_build_get_mark (self, index);

  mark->round = TRUE;
  mark->hit = (TdChartRect){ x - reach, y - reach, 2 * reach, 2 * reach };
  return index;
}

gboolean
td_chart_build_is_taken (const TdChartBuild *self, const TdChartRect *box)
{
  for (guint i = self->scene->items->len; i > 0; i--)
    {
      const TdChartItem *item = &g_array_index (self->scene->items, TdChartItem, i - 1);

      if (item->kind == TD_CHART_ITEM_TEXT && td_chart_rect_overlaps (box, &item->box))
        return TRUE;
    }
  return FALSE;
}

TdChartItem *
td_chart_build_text (TdChartBuild *self, const char *text, const TdChartTextSpec *spec)
{
  PangoAlignment align = spec->across > 0.75   ? PANGO_ALIGN_RIGHT
                         : spec->across > 0.25 ? PANGO_ALIGN_CENTER
                                               : PANGO_ALIGN_LEFT;
  TdChartShape shape;
  TdChartRect box;
  TdChartItem *item;

  if (text == NULL || *text == '\0')
    return NULL;
  shape =
      td_chart_pen_shape (self->pen, spec->face, text, spec->width, MAX (spec->lines, 1), align);
  if (shape.layout == NULL || (spec->whole && shape.shortened))
    return NULL;
  box.width = spec->turned ? shape.height : shape.width;
  box.height = spec->turned ? shape.width : shape.height;
  box.x = spec->x - box.width * spec->across;
  box.y = spec->y - box.height * spec->down;
  if (spec->free
      && (box.x < self->area.x - 0.01 || box.y < self->area.y - 0.01
          || box.x + box.width > self->area.x + self->area.width + 0.01
          || box.y + box.height > self->area.y + self->area.height + 0.01
          || td_chart_build_is_taken (self, &box)))
    return NULL;
  item =
      td_chart_scene_add_text (self->scene, &shape, text, box.x, box.y, spec->color, spec->turned);
  item->mark = spec->mark;
  return item;
}

double
td_chart_build_measure (TdChartBuild *self, TdChartFace face, const char *text)
{
  return td_chart_pen_shape (self->pen, face, text, -1, 1, PANGO_ALIGN_LEFT).width;
}

void
td_chart_build_nothing (TdChartBuild *self)
{
  TdChartTextSpec spec = {
    .face = TD_CHART_FACE_NAME,
    .color = self->theme->soft,
    .x = self->area.x + self->area.width / 2,
    .y = self->area.y + self->area.height / 2,
    .across = 0.5,
    .down = 0.5,
    .width = self->area.width,
    .lines = 2,
    .mark = -1,
  };

  td_chart_build_text (self, SAY (self->chart, N_ ("No data to show"), "Không có số liệu để vẽ"),
                       &spec);
}

void
td_chart_style_state (TdChartItem *item, const TdChartTheme *theme, TdChartState state)
{
  gboolean open = state == TD_CHART_STATE_MISSING || state == TD_CHART_STATE_NOT_DUE
                  || state == TD_CHART_STATE_NOT_APPLICABLE;

  item->filled = TRUE;
  item->fill = state == TD_CHART_STATE_MISSING ? theme->background : theme->states[state];
  item->pattern = (guint8) td_chart_pattern_of_state (state);
  if (open)
    {
      item->stroked = TRUE;
      item->stroke = item->ink = theme->axis;
      item->line = theme->line;
      item->dash = state == TD_CHART_STATE_MISSING ? TD_CHART_DASH_FRAME : TD_CHART_DASH_NONE;
    }
  else if (td_chart_color_contrast (item->fill, theme->background) >= 3)
    item->ink = td_chart_color_mix (item->fill, theme->background, 0.55);
  else
    {
      /* A light fill is seen by its frame, and its lines are darker than it. */
      item->stroked = TRUE;
      item->stroke = item->ink = td_chart_color_reach (item->fill, theme->background, 3.6);
      item->line = theme->line;
    }
}

void
td_chart_style_share (TdChartItem *item, const TdChartTheme *theme, double share)
{
  guint step = (guint) (CLAMP (share, 0.0, 1.0) * TD_CHART_N_STEPS);

  item->filled = TRUE;
  item->fill = theme->steps[MIN (step, TD_CHART_N_STEPS - 1)];
  item->pattern = TD_CHART_PATTERN_SOLID;
  if (td_chart_color_contrast (item->fill, theme->background) < 3.1)
    {
      item->stroked = TRUE;
      item->stroke = td_chart_color_reach (item->fill, theme->background, 3.1);
      item->line = theme->line;
    }
}

TdChartColor
td_chart_style_series (const TdChartTheme *theme, guint index)
{
  return index < TD_CHART_N_SERIES ? theme->series[index] : theme->context;
}

double
td_chart_style_snap (const TdChartTheme *theme, double at)
{
  return theme->line >= 1 ? floor (at) + 0.5 : at;
}
