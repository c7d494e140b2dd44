/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include <math.h>

#include "charts/td-chart-build.h"

static void
clear_entry (gpointer data)
{
  TdChartLegendEntry *entry = data;

  g_free (entry->text);
  g_free (entry->end);
}

void
td_chart_legend_init (TdChartLegend *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (TdChartLegendEntry));
  g_array_set_clear_func (self->entries, clear_entry);
}

void
td_chart_legend_clear (TdChartLegend *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
}

static TdChartLegendEntry *
append (TdChartLegend *self, TdChartSwatch swatch, const char *text)
{
  TdChartLegendEntry *entry;

  g_array_set_size (self->entries, self->entries->len + 1);
  entry = &g_array_index (self->entries, TdChartLegendEntry, self->entries->len - 1);
  entry->swatch = swatch;
  entry->text = g_strdup (text != NULL ? text : "");
  entry->marker = -1;
  return entry;
}

void
td_chart_legend_add_state (TdChartLegend *self, TdChartState state, const char *text)
{
  append (self, TD_CHART_SWATCH_STATE, text)->state = state;
}

void
td_chart_legend_add_line (TdChartLegend *self, const char *text, TdChartColor color, guint dash,
                          double line, int marker)
{
  TdChartLegendEntry *entry = append (self, TD_CHART_SWATCH_LINE, text);

  entry->color = color;
  entry->dash = dash;
  entry->line = line;
  entry->marker = marker;
}

void
td_chart_legend_add_glyph (TdChartLegend *self, const char *text, TdChartGlyph glyph,
                           TdChartColor color)
{
  TdChartLegendEntry *entry = append (self, TD_CHART_SWATCH_GLYPH, text);

  entry->glyph = glyph;
  entry->color = color;
}

void
td_chart_legend_add_steps (TdChartLegend *self, const char *low, const char *high)
{
  append (self, TD_CHART_SWATCH_STEPS, low)->end = g_strdup (high != NULL ? high : "");
}

static double
get_swatch_width (const TdChartLegendEntry *entry, double size)
{
  switch (entry->swatch)
    {
    case TD_CHART_SWATCH_LINE:
      return size * 2.2;
    case TD_CHART_SWATCH_STEPS:
      return size * 1.5 * TD_CHART_N_STEPS;
    case TD_CHART_SWATCH_GLYPH:
      return entry->glyph == TD_CHART_GLYPH_TICK ? size * 0.4 : size;
    case TD_CHART_SWATCH_STATE:
    default:
      return size * 1.5;
    }
}

static void
draw_swatch (const TdChartLegendEntry *entry, TdChartBuild *build, const TdChartTheme *theme,
             double x, double middle, double size)
{
  double width = get_swatch_width (entry, size);
  TdChartRect box = { x, middle - size / 2, width, size };
  TdChartItem *item;

  switch (entry->swatch)
    {
    case TD_CHART_SWATCH_STATE:
      {
        item = td_chart_scene_add_rect (build->scene, box, theme->background);
        td_chart_style_state (item, theme, entry->state);
        /* The sign beside the pattern, as the cells and rows show it. */
        td_chart_scene_add_glyph (build->scene, (TdChartGlyph) entry->state, x + width + size * 0.8,
                                  middle, size * 0.72, theme->text);
        break;
      }
    case TD_CHART_SWATCH_LINE:
      item = td_chart_scene_add_line (build->scene, x, middle, x + width, middle, entry->color,
                                      entry->line);
      item->dash = (guint8) entry->dash;
      if (entry->marker >= 0)
        td_chart_scene_add_glyph (build->scene, (TdChartGlyph) entry->marker, x + width / 2, middle,
                                  size * 0.6, entry->color);
      break;
    case TD_CHART_SWATCH_GLYPH:
      td_chart_scene_add_glyph (build->scene, entry->glyph, x + width / 2, middle, size,
                                entry->color);
      break;
    case TD_CHART_SWATCH_STEPS:
      for (guint i = 0; i < TD_CHART_N_STEPS; i++)
        {
          TdChartRect step = { x + width / TD_CHART_N_STEPS * i, box.y,
                               width / TD_CHART_N_STEPS - theme->line, size };

          item = td_chart_scene_add_rect (build->scene, step, theme->background);
          td_chart_style_share (item, theme, (i + 0.5) / TD_CHART_N_STEPS);
        }
      break;
    default:
      break;
    }
}

double
td_chart_legend_lay_out (const TdChartLegend *self, TdChartBuild *build, const TdChartTheme *theme,
                         TdChartPen *pen, double x, double y, double width)
{
  double size = theme->font_size * 0.8,
         line = td_chart_pen_get_line (pen, TD_CHART_FACE_NOTE) * 1.25;
  double gap = theme->font_size * 0.45, between = theme->font_size * 1.4;
  double at = 0, top = 0;

  if (self->entries->len == 0)
    return 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TdChartLegendEntry *entry = &g_array_index (self->entries, TdChartLegendEntry, i);
      gboolean steps = entry->swatch == TD_CHART_SWATCH_STEPS;
      double swatch = get_swatch_width (entry, size)
                      + (entry->swatch == TD_CHART_SWATCH_STATE ? size * 1.3 : 0);
      double room = MAX (width - swatch - 2 * gap, 0);
      TdChartShape text = td_chart_pen_shape (pen, TD_CHART_FACE_NOTE, entry->text,
                                              steps ? room / 2 : room, 1, PANGO_ALIGN_LEFT);
      TdChartShape end = { 0 };
      double before = 0, whole;

      if (steps)
        {
          end = td_chart_pen_shape (pen, TD_CHART_FACE_NOTE, entry->end, room / 2, 1,
                                    PANGO_ALIGN_LEFT);
          before = text.width > 0 ? text.width + gap : 0;
        }
      whole = steps ? before + swatch + gap + end.width : swatch + gap + text.width;
      if (at > 0 && at + whole > width)
        {
          at = 0;
          top += line;
        }
      if (build != NULL)
        {
          double middle = y + top + line / 2;
          double text_x = steps ? x + at : x + at + swatch + gap;

          draw_swatch (entry, build, theme, x + at + before, middle, size);
          if (text.layout != NULL && *entry->text != '\0')
            td_chart_scene_add_text (build->scene, &text, entry->text, text_x,
                                     middle - text.height / 2, theme->text, FALSE);
          if (end.layout != NULL && *entry->end != '\0')
            td_chart_scene_add_text (build->scene, &end, entry->end, x + at + before + swatch + gap,
                                     middle - end.height / 2, theme->text, FALSE);
        }
      at += whole + between;
    }
  return top + line;
}
