/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Draws one laid out page on any cairo_t: a window, a printer, a PDF. The same calls for all of them;
 * a PDF also hears which element of the document each piece of text belongs to.
 */
#pragma once

#include "print/td-flow.h"

G_BEGIN_DECLS

/**
 * TdFigureFunc:
 * @cr: with its origin in the figure's upper left corner, in points
 * @width, @height: points
 * @figure: which
 *
 * Draws a figure of a document.
 */
typedef void (*TdFigureFunc) (cairo_t *cr, double width, double height, const TdFigure *figure,
                              gpointer data);

/**
 * TdDrawFlags:
 * @TD_DRAW_MARKS: shows what is stale, unsourced, or without evidence; for the screen only
 */
typedef enum
{
  TD_DRAW_PLAIN = 0,
  TD_DRAW_MARKS = 1 << 0,
} TdDrawFlags;

/**
 * TdTagger:
 *
 * Tells a PDF the structure of what is drawn, from page to page of one part. Elements that go on to
 * the next page stay open; td_tagger_finish() closes what is left.
 */
typedef struct _TdTagger TdTagger;

TdTagger *td_tagger_new (cairo_t *cr) G_GNUC_WARN_UNUSED_RESULT;
/* @element: "Document", "Part"; left with td_tagger_close(). */
void td_tagger_open (TdTagger *self, const char *element);
void td_tagger_close (TdTagger *self, const char *element);
/* Closes the blocks that are still open. */
void td_tagger_end_blocks (TdTagger *self);
void td_tagger_free (TdTagger *self);

/**
 * TdPaint:
 * @shop: the looks and, for what is set late, the typesetter
 * @draft: says so across the page
 * @revision: the short code at the foot, or %NULL
 * @footer: the page in the dossier, or %NULL
 * @flags: what to show besides
 * @figure, @figure_data: draws figures; %NULL leaves an empty frame
 * @resolve, @resolve_data: the page number part @anchor begins on, 0 when it is not known yet
 *
 * What a page needs besides itself.
 */
typedef struct
{
  const TdLooks *looks;
  TdTypesetter *typesetter;
  gboolean draft;
  const char *revision;
  const char *footer;
  TdDrawFlags flags;
  TdFigureFunc figure;
  gpointer figure_data;
  guint (*resolve) (guint anchor, gpointer data);
  gpointer resolve_data;
} TdPaint;

/* @tagger is %NULL but for a PDF. @cr is in points; nothing of its state is changed. */
void td_paint_page (const TdPaint *self, const TdFlowPage *page, cairo_t *cr, TdTagger *tagger);

/* A line of glyphs with its beginning at @x and its baseline at @y. */
void td_paint_line (cairo_t *cr, const TdLine *line, double x, double y);

/*
 * Words that are not of a document, in a line of their own with its baseline at @y: @align is 0 for
 * beginning at @x, 0.5 for having its middle there, 1 for ending there.
 */
void td_paint_words (TdTypesetter *typesetter, cairo_t *cr, const char *text, double size,
                     gboolean bold, double x, double y, double align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTagger, td_tagger_free)

G_END_DECLS
