/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From words to lines of glyphs, once: Pango chooses fonts, shapes and breaks, and what it found is
 * kept in a compact form (8 bytes a glyph) that is drawn, searched and hit-tested without it. The
 * same lines come out on every device: the typesetter knows points and nothing of screens; glyphs are
 * neither hinted nor rounded to any grid.
 */
#pragma once

#include <cairo.h>

#include "documents/td-document.h"
#include "print/td-arena.h"

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
 * @run: the run of the document it comes from; %NULL for labels and furniture
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
  const TdRun *run;
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

/**
 * TdSetting:
 * @size: of the letters, points
 * @bold, @italic: what letters are unless their run says otherwise
 * @align: how lines stand in the column; not by the role any more
 * @first_indent: of the first line, points
 * @width: of the column, points
 * @pitch: of a line, points; more where a strange font needs more
 * @balance: lines of about the same length instead of full ones and a rest
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  TdAlign align;
  double first_indent;
  double width;
  double pitch;
  gboolean balance;
} TdSetting;

/**
 * TdTypesetter:
 *
 * Sets text in one family of letters. One thread at a time; lines need it for as long as they are
 * drawn.
 */
typedef struct _TdTypesetter TdTypesetter;

TdTypesetter *td_typesetter_new (const char *family) G_GNUC_WARN_UNUSED_RESULT;
TdTypesetter *td_typesetter_ref (TdTypesetter *self);
void td_typesetter_unref (TdTypesetter *self);

/* The lines of a paragraph, at least one, in @arena. */
const TdLine *td_typesetter_set (TdTypesetter *self, TdArena *arena, const TdParagraph *paragraph,
                                 const TdSetting *setting, guint *n_lines);
/* The same of plain words. */
const TdLine *td_typesetter_set_text (TdTypesetter *self, TdArena *arena, const char *text,
                                      const TdSetting *setting, guint *n_lines);

/*
 * How wide @text would be on one line, and its longest word, from the widths of single letters: close
 * and quick, for finding the widths of columns.
 */
double td_typesetter_measure (TdTypesetter *self, const char *text, double size, gboolean bold,
                              gboolean italic, double *longest_word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTypesetter, td_typesetter_unref)

G_END_DECLS
