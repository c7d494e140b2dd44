/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The picture as data: rectangles, lines, glyphs and texts in drawing order. Every kind of chart
 * is laid out into a scene once; painting on a cairo_t, writing SVG, hover and animation read it.
 * So all outputs show the same.
 *
 * Internal to the room.
 */
#pragma once

#include <cairo.h>

#include "charts/td-chart-glyph.h"
#include "charts/td-chart-pen.h"

G_BEGIN_DECLS

typedef enum
{
  TD_CHART_ITEM_RECT,
  TD_CHART_ITEM_PATH,
  TD_CHART_ITEM_GLYPH,
  TD_CHART_ITEM_TEXT,
} TdChartItemKind;

typedef enum
{
  TD_CHART_DASH_NONE,
  TD_CHART_DASH_FRAME, /* the frame of what is missing, medians */
  TD_CHART_DASH_SERIES /* and on: TD_CHART_DASH_SERIES + i is the dash of series i */
} TdChartDash;

/**
 * TdChartItem:
 * @kind: which of the members below count
 * @mark: index of the mark it belongs to; -1: none
 * @series: row of the data it belongs to, for the emphasis on hover; -1: none
 * @fill: used when @filled; the text's colour too
 * @stroke: used when @stroked
 * @ink: the pattern's lines
 * @line: width of the stroke
 * @box: the rectangle; the glyph's box; the place of the text's own extents
 * @first_point: of a path, in the scene's points
 * @full: of a text: all of it, owned by the scene's strings
 */
typedef struct
{
  guint8 kind;
  guint8 pattern;
  guint8 glyph;
  guint8 dash;
  guint closed : 1;
  guint filled : 1;
  guint stroked : 1;
  guint turned : 1; /* a text that reads upwards */
  guint shortened : 1;
  int mark;
  int series;
  TdChartColor fill;
  TdChartColor stroke;
  TdChartColor ink;
  double line;
  TdChartRect box;
  guint first_point;
  guint n_points;
  PangoLayout *layout; /* owned */
  double inset;
  const char *full;
} TdChartItem;

typedef struct
{
  double x;
  double y;
} TdChartPoint;

typedef struct
{
  TdChartRect box;
  TdChartColor background;
  double line;    /* the theme's hairline */
  double pitch;   /* of patterns */
  GArray *items;  /* of TdChartItem */
  GArray *points; /* of TdChartPoint */
  GStringChunk *strings;
} TdChartScene;

TdChartScene *td_chart_scene_new (double width, double height, const TdChartTheme *theme);
void td_chart_scene_free (TdChartScene *self);

/*
 * Each appends an item and returns it, to be filled in further; valid until the next is appended.
 */
TdChartItem *td_chart_scene_add_rect (TdChartScene *self, TdChartRect box, TdChartColor fill);
TdChartItem *td_chart_scene_add_line (TdChartScene *self, double x1, double y1, double x2,
                                      double y2, TdChartColor stroke, double line);
TdChartItem *td_chart_scene_add_path (TdChartScene *self, const TdChartPoint *points, guint n,
                                      TdChartColor stroke, double line);
TdChartItem *td_chart_scene_add_glyph (TdChartScene *self, TdChartGlyph glyph, double x, double y,
                                       double size, TdChartColor color);
/* @x, @y: the upper left corner of the text's own extents (of the turned text's, with @turned). */
TdChartItem *
td_chart_scene_add_text (TdChartScene *self, const TdChartShape *shape, const char *full, double x,
                         double y, TdChartColor color, gboolean turned);

/* Draws item after item; the source, the line and the path of @cr are changed. */
void td_chart_scene_paint (const TdChartScene *self, cairo_t *cr);
/* One item, in the place and with the opacity (0 to 1) given. */
void td_chart_scene_paint_item (const TdChartScene *self, const TdChartItem *item,
                                const TdChartPoint *points, cairo_t *cr, double opacity);

/* The on/off lengths of @dash for a line of @line: 0 when it is solid. @lengths holds 4. */
guint td_chart_scene_get_dash (guint dash, double line, double lengths[4]);

/* A glyph is drawn in lines of this width when its box is @size wide. */
double td_chart_scene_get_glyph_line (double size);

static inline gboolean
td_chart_rect_contains (const TdChartRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

static inline gboolean
td_chart_rect_overlaps (const TdChartRect *a, const TdChartRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

G_END_DECLS
