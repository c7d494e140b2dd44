/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line of glyphs: what the typesetter found, kept in 8 bytes a glyph, to be drawn, searched and
 * hit-tested without it.
 */
#pragma once

#include <cairo.h>

#include "documents/td-document.h"

G_BEGIN_DECLS

/* Glyph number of what takes bytes of the text and shows nothing. */
#define TD_GLYPH_NONE G_MAXUINT16

/**
 * TdGlyph:
 * @glyph: its number in the font
 * @n_bytes: bytes of the text its cluster stands for; 0 when it belongs to the cluster before
 * @advance: to the next glyph, 1024ths of a point
 */
typedef struct
{
  guint16 glyph;
  guint16 n_bytes;
  gint32 advance;
} TdGlyph;

/**
 * TdGlyphOffset:
 * @x, @y: of one glyph, 1024ths of a point
 */
typedef struct
{
  gint32 x;
  gint32 y;
} TdGlyphOffset;

/**
 * TdGlyphRun:
 * @font: what it is set in; the typesetter's
 * @fact: the figure the words came from, or %NULL
 * @text: the text it stands for, @n_bytes long
 * @glyphs: from the left
 * @offsets: as many, or %NULL when none is moved from its place
 * @x: from the beginning of the line, points
 * @width: points
 * @no_clusters: text and glyphs cannot be told apart piece by piece
 */
typedef struct
{
  cairo_scaled_font_t *font;
  const TdFact *fact;
  const char *text;
  const TdGlyph *glyphs;
  const TdGlyphOffset *offsets;
  guint n_glyphs;
  guint n_bytes;
  double x;
  double width;
  gboolean no_clusters;
} TdGlyphRun;

/**
 * TdLine:
 * @runs: from the left
 * @x: where it begins, from the left edge of its column
 * @width: points
 * @ascent, @descent: from the baseline; points, both positive
 * @pitch: what it takes of the column's height; the text stands in its middle
 */
typedef struct
{
  const TdGlyphRun *runs;
  guint n_runs;
  float x;
  float width;
  float ascent;
  float descent;
  float pitch;
} TdLine;

/* From the top of the line's pitch to its baseline. */
double td_line_get_baseline (const TdLine *self);
/* From the line's beginning to the decimal comma, or its whole width when it has none. */
double td_line_get_comma (const TdLine *self);
/* From the line's beginning to the glyph of byte @index of run @run. */
double td_line_get_index_x (const TdLine *self, guint run, guint index);

/* Takes the room from the space at the end of the line: it ends with its last letter. */
void td_line_trim (TdLine *self);
/*
 * Makes the spaces of the line wider until it fills @room. A line without a space, or one that would
 * have to be torn open, stays as it is: letters are never spaced out.
 */
void td_line_justify (TdLine *self, double room);

G_END_DECLS
