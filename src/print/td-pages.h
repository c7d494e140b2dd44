/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages: one or several papers laid out for A4, to be drawn on a window, a printer or a PDF. They are
 * laid out once, as far as they are asked for, and drawn as often as one likes; the same lines and the
 * same glyphs wherever they are drawn.
 *
 * Pages are counted from 0 here; the number printed on a page is another thing. One thread at a time.
 */
#pragma once

#include "print/td-bound-file.h"
#include "print/td-painter.h"
#include "print/td-stock.h"

G_BEGIN_DECLS

/**
 * TdPages:
 *
 * A bundle of parts: papers and files, in order.
 */
typedef struct _TdPages TdPages;

/* An empty bundle. (transfer full) */
TdPages *td_pages_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* A bundle of one paper. (transfer full) */
TdPages *td_pages_new_for_document (const TdDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void td_pages_free (TdPages *self);

/* What figures are drawn with; @destroy is called for @data. Before the first page is asked for. */
void td_pages_set_figures (TdPages *self, TdFigureFunc func, gpointer data, GDestroyNotify destroy);
/* Where the words of certificates go; copied. Before the first page is asked for. */
void td_pages_set_stock (TdPages *self, const TdStock *stock);
/* Prints the page in the bundle at the foot of every page, beside the papers' own numbers. */
void td_pages_set_running (TdPages *self, gboolean running);

/* The new last part; its index. Holds a reference. */
guint td_pages_add_document (TdPages *self, const TdDocument *document);
/* The same of a file, which is taken over. What cannot be read gets a page that says so. */
guint td_pages_take_evidence (TdPages *self, TdBoundFile *evidence);

guint td_pages_get_n_parts (const TdPages *self);
/* (transfer none) */
const char *td_pages_get_part_title (const TdPages *self, guint part);
/* %NULL for a file. (transfer none) */
const TdDocument *td_pages_get_part_document (const TdPages *self, guint part);
/* Lays out as far as that. */
guint td_pages_get_part_page (TdPages *self, guint part);

/* Lays out a little more, a page about; FALSE when all is laid out. */
gboolean td_pages_step (TdPages *self);
/* How many pages are laid out so far. */
guint td_pages_get_n_ready (const TdPages *self);
gboolean td_pages_is_complete (const TdPages *self);
/* How many there are: lays out all of them. */
guint td_pages_get_n_pages (TdPages *self);
/* Lays out as far as page @page; FALSE when there is no such page. */
gboolean td_pages_ensure (TdPages *self, guint page);

/* The part a page is of, and the number it carries in its paper. Lays out as far as that. */
guint td_pages_get_page_part (TdPages *self, guint page);
guint td_pages_get_page_number (TdPages *self, guint page);

void td_pages_get_size (TdPages *self, guint page, double *width_mm, double *height_mm);

/*
 * Draws page @page with its upper left corner at the origin, one unit a point (1/72 inch): scale
 * @cr for more. On white; the white itself is not drawn.
 */
void td_pages_draw (TdPages *self, guint page, cairo_t *cr, TdDrawFlags flags);

/**
 * TdHit:
 * @paragraph: the paragraph under the point
 * @ref: the record behind it: of the fact, the paragraph or the row; no table when there is none
 * @fact: the fact under the point, or %NULL
 * @x, @y, @width, @height: of the line, mm
 *
 * What is under a point of a page.
 */
typedef struct
{
  const TdParagraph *paragraph;
  TdRef ref;
  const TdFact *fact;
  double x, y, width, height;
} TdHit;

/* FALSE when there is nothing there. */
gboolean td_pages_hit (TdPages *self, guint page, double x_mm, double y_mm, TdHit *out);

/**
 * TdMatch:
 * @match: matches are counted from 0; one that goes over two lines has two rectangles
 * @page: where
 * @x, @y, @width, @height: mm
 */
typedef struct
{
  guint match;
  guint page;
  double x, y, width, height;
} TdMatch;

/*
 * Where @query occurs in the papers, in reading order. A letter typed without its mark finds all, one
 * typed with it only itself; capitals do not matter, a run of white space is a space. Lays out all.
 * (transfer full)
 */
GArray *td_pages_find (TdPages *self, const char *query) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdOutlineEntry:
 * @title: its words; the pages'
 * @level: 0 for parts, 1 and more for what they contain
 * @page: where
 * @y: mm from the upper edge
 */
typedef struct
{
  const char *title;
  guint level;
  guint page;
  double y;
} TdOutlineEntry;

/* Lays out all. (transfer container) */
GArray *td_pages_list_outline (TdPages *self) G_GNUC_WARN_UNUSED_RESULT;

/*
 * What went wrong: files that cannot be read, words too long for their field. Complete when all is
 * laid out. (transfer none)
 */
const TdProblems *td_pages_get_problems (const TdPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPages, td_pages_free)

G_END_DECLS
