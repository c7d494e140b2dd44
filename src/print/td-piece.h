/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What pages are made of, between the lines of the typesetter and the paper: strips (a line, or room
 * for the hand, with the rule under it) and pieces (what is not torn between pages: one strip of a
 * paragraph, the rows of a table that hang together, a figure).
 */
#pragma once

#include "print/td-look.h"
#include "print/td-paginator.h"
#include "print/td-typesetter.h"

G_BEGIN_DECLS

/**
 * TdStrip:
 * @line: the line, or %NULL for room
 * @paragraph: whose it is; %NULL for furniture
 * @before: space above it, dropped at the top of a page or cell
 * @height: what it takes with its rule, without @before
 * @rule_x, @rule_width: the rule under it, from the left edge of the column; no rule when the width is 0
 * @rule_y: of the rule, from the strip's top
 * @page: printed is the page on which part @anchor of the bundle begins
 */
typedef struct
{
  const TdLine *line;
  const TdParagraph *paragraph;
  double before;
  double height;
  double rule_x, rule_width, rule_y;
  gboolean page;
  guint anchor;
  double page_size, page_width; /* of that number: letters and column */
} TdStrip;

/**
 * TdPlaced:
 * @strip: what is placed
 * @cell: the cell it is in, or %NULL
 * @x, @y: left edge of its column and top, from the upper left of the piece
 */
typedef struct
{
  const TdStrip *strip;
  const TdPaperCell *cell;
  double x, y;
} TdPlaced;

/**
 * TdStroke:
 * @top: the upper edge of the piece: drawn only where no row of the same table is above it
 *
 * A line of a table's grid; points from the upper left of the piece.
 */
typedef struct
{
  double x1, y1, x2, y2;
  gboolean top;
} TdStroke;

/* The rows of a table that are placed as one; see td-grid.h. */
typedef struct _TdGridGroup TdGridGroup;

/**
 * TdPiece:
 * @atom: for the paginator
 * @block: the block it is of
 * @placed: what is in it
 * @strokes: the grid
 * @figure: when it is one; drawn @figure_width by the atom's height
 * @group: when it is of a table
 * @header: when it is repeated on the next pages: the table's header piece
 */
typedef struct _TdPiece TdPiece;
struct _TdPiece
{
  TdAtom atom;
  const TdBlock *block;
  const TdPlaced *placed;
  guint n_placed;
  const TdStroke *strokes;
  guint n_strokes;
  const TdFigure *figure;
  double figure_width;
  TdGridGroup *group;
  const TdPiece *header;
};

/**
 * TdShop:
 * @looks: how things look
 * @typesetter: what sets them
 * @arena: where they are kept
 *
 * What the making of pieces needs.
 */
typedef struct
{
  const TdLooks *looks;
  TdTypesetter *typesetter;
  TdArena *arena;
} TdShop;

/**
 * TdParagraphSetting:
 * @width: of the column, points
 * @size: of the letters in points, or 0 for the role's
 * @align: or %TD_ALIGN_ROLE for the role's
 *
 * What a paragraph needs to know of its place.
 */
typedef struct
{
  double width;
  double size;
  TdAlign align;
} TdParagraphSetting;

/* The strips of a paragraph, at least one. */
TdStrip *td_shop_set_paragraph (const TdShop *self, const TdParagraph *paragraph,
                                const TdParagraphSetting *setting, guint *n_strips);

G_END_DECLS
