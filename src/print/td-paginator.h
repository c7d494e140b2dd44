/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where pages end. Pure: heights and wishes in, a number of atoms out; no text, no glyphs.
 *
 * An atom is what is not to be torn: a line of a paragraph, a row of a table, a signature block. Every
 * page takes at least one atom, or asks for the one that is higher than a page to be split: so it
 * always comes to an end, and nothing is ever left out.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdBreakCost:
 * @TD_BREAK_FREE: a page may end after the atom
 * @TD_BREAK_WIDOW: it would leave a single line of a paragraph behind or ahead
 * @TD_BREAK_APART: it would tear what belongs together: a heading from its text, a signature from its
 *   last lines
 *
 * How bad it is to end a page after an atom. The less bad is taken when there is no good place.
 */
typedef enum
{
  TD_BREAK_FREE,
  TD_BREAK_WIDOW,
  TD_BREAK_APART,
} TdBreakCost;

/**
 * TdAtom:
 * @height: what it takes, points
 * @before: space before it, dropped at the top of a page
 * @cost: of a page ending after it
 * @n_lines: lines of text in it
 * @lines_before: how many lines of text must come before it on its page
 * @header: height of what is repeated above it at the top of a page (a table's header); 0 for none
 * @splittable: can be split when it is higher than a page
 */
typedef struct
{
  double height;
  double before;
  TdBreakCost cost;
  guint n_lines;
  guint lines_before;
  double header;
  gboolean splittable;
} TdAtom;

/* So many atoms past the end of a page are looked at, for the sake of @lines_before. */
#define TD_PAGINATOR_LOOKAHEAD 12
/* The least part of a page, points, worth beginning a split atom on. */
#define TD_PAGINATOR_LEAST_SPLIT 60.0

/**
 * TdPageEnd:
 * @TD_PAGE_END_MORE: too few atoms to tell; come again with more
 * @TD_PAGE_END_AFTER: the page takes the first @count atoms
 * @TD_PAGE_END_SPLIT: the page takes @count atoms and of the next one what fits into @room
 */
typedef enum
{
  TD_PAGE_END_MORE,
  TD_PAGE_END_AFTER,
  TD_PAGE_END_SPLIT,
} TdPageEnd;

/*
 * The end of the page that begins with the first of @atoms. @final: no atom comes after these.
 * @height is that of the page.
 */
TdPageEnd td_paginate (const TdAtom *atoms, guint n_atoms, gboolean final, double height,
                       guint *count, double *room);

/* Whether what is repeated above @atom is shown when the atom is first on a page of that height. */
gboolean td_paginator_shows_header (const TdAtom *atom, double height);

G_END_DECLS
