/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-paginator.h"

/* Sums of heights carry errors far below what is seen. */
#define EPSILON 0.01
/* Room for a line or so: below it nothing is begun, not even to keep things together. */
#define LEAST_FORCED 20.0

/* How bad it is to end the page after atom @index, what comes after it considered too. */
static TdBreakCost
get_cost (const TdAtom *atoms, guint n_atoms, guint index)
{
  TdBreakCost cost = atoms[index].cost;
  guint lines = 0;

  for (guint i = index + 1; i < n_atoms && i <= index + TD_PAGINATOR_LOOKAHEAD; i++)
    {
      if (atoms[i].lines_before > lines)
        return TD_BREAK_APART;
      lines += atoms[i].n_lines;
    }
  return cost;
}

gboolean
td_paginator_shows_header (const TdAtom *atom, double height)
{
  return atom->header > 0
         && atom->header + MIN (atom->height, TD_PAGINATOR_LEAST_SPLIT) <= height + EPSILON;
}

TdPageEnd
td_paginate (const TdAtom *atoms, guint n_atoms, gboolean final, double height, guint *count,
             double *room)
{
  double used = 0;
  guint over;

  *count = 0;
  *room = 0;
  /* A header is repeated as long as it leaves room for what it heads. */
  if (n_atoms > 0 && td_paginator_shows_header (&atoms[0], height))
    used = atoms[0].header;
  for (over = 0; over < n_atoms; over++)
    {
      double next = used + atoms[over].height + (over > 0 ? atoms[over].before : 0);

      if (next > height + EPSILON)
        break;
      used = next;
    }
  if (over == n_atoms)
    {
      *count = n_atoms;
      return final ? TD_PAGE_END_AFTER : TD_PAGE_END_MORE;
    }
  if (!final && n_atoms - over < TD_PAGINATOR_LOOKAHEAD)
    return TD_PAGE_END_MORE;

  if (atoms[over].splittable && atoms[over].header + atoms[over].height > height + EPSILON)
    {
      /* Higher than any page: begun here, when there is room worth it or no other way. */
      *room = height - used - (over > 0 ? atoms[over].before : 0);
      if (over == 0 || *room >= TD_PAGINATOR_LEAST_SPLIT
          || (*room >= LEAST_FORCED && get_cost (atoms, n_atoms, over - 1) == TD_BREAK_APART))
        {
          *count = over;
          return TD_PAGE_END_SPLIT;
        }
    }
  if (over == 0)
    {
      /* A single line higher than the page: it is put there all the same, and the page is its own. */
      *count = 1;
      return TD_PAGE_END_AFTER;
    }
  for (TdBreakCost worst = TD_BREAK_FREE; worst <= TD_BREAK_APART; worst++)
    for (guint last = over; last-- > 0;)
      if (get_cost (atoms, n_atoms, last) <= worst)
        {
          *count = last + 1;
          return TD_PAGE_END_AFTER;
        }
  g_assert_not_reached ();
}
