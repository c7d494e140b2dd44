/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A layout's members, for those that write it to files or turn one into another. Internal to the
 * room.
 */
#pragma once

#include "charts/td-chart-build.h"
#include "charts/td-chart-private.h"

G_BEGIN_DECLS

/**
 * TdChartLayout:
 * @labels: (nullable): of TdChartLabel, made when asked for
 * @shown: the strings of @labels
 * @picture: (nullable): the picture as pixels, @picture_scale to a unit
 */
struct _TdChartLayout
{
  TdChart *chart;
  TdChartTheme theme;
  TdChartPen *pen;
  TdChartScene *scene;
  TdChartRect plot;
  GArray *marks;
  GArray *places;
  gboolean has_periods; /* as TdChartBuild has them */
  double period_start;
  double period_pitch;
  GArray *labels;
  GStringChunk *shown;
  cairo_surface_t *picture;
  double picture_scale;
};

/* The whole picture as SVG, @points points to a unit. (transfer full) */
GString *td_chart_layout_to_svg (TdChartLayout *self, double points, gboolean transparent);

G_END_DECLS
