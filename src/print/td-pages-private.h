/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of TdPages, for the files of this room that write and check pages, and for tests that
 * print what the decree does not allow.
 */
#pragma once

#include "print/td-pages.h"

G_BEGIN_DECLS

typedef struct
{
  TdDocument *document; /* of a paper, or of the notice of a file that cannot be read */
  TdBoundFile *evidence;
  TdArena *arena;
  TdFlow *flow; /* until all of it is laid out */
  guint first_page;
  guint n_left;      /* pages of a file not yet taken */
  gboolean begun;    /* @first_page is known */
  gboolean readable; /* a file that could be opened */
  gboolean complete;
} TdPart;

typedef struct
{
  guint part;
  const TdFlowPage *flow_page; /* %NULL for the page of a file */
  guint index;                 /* within the file */
  double width, height;        /* of the sheet, points */
  double x, y, scale;          /* of the file's page on it */
  gboolean landscape;
} TdBoundPage;

struct _TdPages
{
  const TdLooks *looks;
  TdTypesetter *typesetter;
  GPtrArray *parts; /* of TdPart */
  GArray *pages;    /* of TdBoundPage */
  guint next_part;
  guint open_part; /* the part whose file is open, plus 1 */
  TdStock *stock;
  gboolean running;
  TdFigureFunc figure;
  gpointer figure_data;
  GDestroyNotify figure_destroy;
  GStringChunk *titles; /* of the outline */
  TdProblems *problems;
};

/* With other looks than the decree's; they must live as long. (transfer full) */
TdPages *td_pages_new_with_looks (const TdLooks *looks) G_GNUC_WARN_UNUSED_RESULT;

/* %NULL when there is no such page. (transfer none): valid until more is laid out. */
TdBoundPage *td_pages_get_bound (TdPages *self, guint page);

void td_pages_paint (TdPages *self, guint page, cairo_t *cr, TdDrawFlags flags, TdTagger *tagger);

/* @x, @y: left edge of the strip's column and its top on the page, points. %FALSE stops. */
typedef gboolean (*TdStripFunc) (const TdPiece *piece, const TdPlaced *placed, double x, double y,
                                 gpointer data);

/* All strips of a page in reading order, what is repeated left out. */
void td_pages_foreach_strip (TdPages *self, guint page, TdStripFunc func, gpointer data);

G_END_DECLS
