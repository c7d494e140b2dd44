/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/td-paginator.h"

#define LINE 10.0

/* Pages of atoms, as many on each as the paginator says; -1 ends. One "S" atom is worth 30. */
static guint
paginate_all (TdAtom *atoms, guint n_atoms, double height, guint *pages, guint max_pages)
{
  guint done = 0, n_pages = 0;

  while (done < n_atoms)
    {
      guint count;
      double room;
      TdPageEnd end = td_paginate (atoms + done, n_atoms - done, TRUE, height, &count, &room);

      g_assert_cmpint (end, !=, TD_PAGE_END_MORE);
      if (end == TD_PAGE_END_SPLIT)
        {
          /* The part that fits is gone, what is left waits. */
          atoms[done + count].height -= room;
          g_assert_cmpfloat (room, >, 0);
        }
      else
        g_assert_cmpuint (count, >, 0);
      g_assert_cmpuint (n_pages, <, max_pages);
      pages[n_pages++] = count;
      done += count;
    }
  return n_pages;
}

/*
 * A letter an atom: "l" a line, "w" a line after which only one of its paragraph is left (or the first
 * of several), "h" a heading's line, "s" a signature of three lines' height that wants two lines before
 * it. The height of the page is in lines.
 */
static void
test_cases (void)
{
  static const struct
  {
    const char *atoms;
    guint height;
    guint pages[8];
  } cases[] = {
    { "", 5, { 0 } },
    { "lllll", 5, { 5 } },
    { "llllll", 5, { 5, 1 } },
    /* A heading is not left at the foot of a page. */
    { "llllhll", 5, { 4, 3 } },
    { "lllhhll", 5, { 3, 4 } },
    /* Neither is the first line of a paragraph, nor is the last put on the next page alone. */
    { "llllwlll", 5, { 4, 4 } },
    { "wllwl", 4, { 3, 2 } },
    /* A heading and the first two lines of what it heads. */
    { "lllhwll", 5, { 3, 4 } },
    /* A signature takes two lines with it. */
    { "lllls", 5, { 2, 3 } },
    { "llls", 5, { 1, 3 } },
    { "lls", 5, { 3 } },
    { "llwwlls", 8, { 2, 5 } },
    /* Nothing can be kept: the page is filled, and it comes to an end. */
    { "hhhhhhh", 3, { 3, 3, 1 } },
    { "wwwwww", 3, { 3, 3 } },
    /* A tear between two lines is better than one between a heading and its text. */
    { "hhwhh", 4, { 3, 2 } },
    { "ss", 5, { 1, 1 } },
    /* Higher than the page: it stands on a page of its own. */
    { "ls", 2, { 1, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdAtom atoms[16] = { { 0 } };
      guint pages[16] = { 0 };
      guint n_atoms = 0, n_pages;

      for (const char *at = cases[i].atoms; *at != '\0'; at++, n_atoms++)
        {
          atoms[n_atoms].height = *at == 's' ? 3 * LINE : LINE;
          atoms[n_atoms].n_lines = *at == 's' ? 0 : 1;
          atoms[n_atoms].cost = *at == 'h'   ? TD_BREAK_APART
                                : *at == 'w' ? TD_BREAK_WIDOW
                                             : TD_BREAK_FREE;
          atoms[n_atoms].lines_before = *at == 's' ? 2 : 0;
        }
      g_test_message ("%s in %u", cases[i].atoms, cases[i].height);
      n_pages = paginate_all (atoms, n_atoms, cases[i].height * LINE, pages, G_N_ELEMENTS (pages));
      for (guint p = 0; p < 8; p++)
        g_assert_cmpuint (pages[p], ==, cases[i].pages[p]);
      g_assert_cmpuint (n_pages, <=, 8);
    }
}

/* Space above an atom counts, but not at the top of a page. */
static void
test_space_before (void)
{
  TdAtom atoms[3] = { { .height = 10, .before = 6 },
                      { .height = 10, .before = 6 },
                      { .height = 10, .before = 6 } };
  guint count;
  double room;

  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 26, &count, &room), ==, TD_PAGE_END_AFTER);
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 25.9, &count, &room), ==, TD_PAGE_END_AFTER);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 42, &count, &room), ==, TD_PAGE_END_AFTER);
  g_assert_cmpuint (count, ==, 3);
}

/* A table's header is repeated, and gives way when it would leave no room. */
static void
test_header (void)
{
  TdAtom rows[4];
  guint count;
  double room;

  for (guint i = 0; i < 4; i++)
    rows[i] = (TdAtom){ .height = 20, .header = 30, .splittable = TRUE, .n_lines = 1 };
  g_assert_true (td_paginator_shows_header (&rows[0], 100));
  td_paginate (rows, 4, TRUE, 100, &count, &room);
  g_assert_cmpuint (count, ==, 3);
  rows[0].header = 90;
  g_assert_false (td_paginator_shows_header (&rows[0], 100));
  td_paginate (rows, 4, TRUE, 100, &count, &room);
  g_assert_cmpuint (count, ==, 4);
}

/* A row higher than a page is begun where there is room worth it. */
static void
test_split (void)
{
  TdAtom atoms[3] = { { .height = 100 },
                      { .height = 500, .splittable = TRUE, .n_lines = 30 },
                      { .height = 20 } };
  guint count;
  double room;

  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 300, &count, &room), ==, TD_PAGE_END_SPLIT);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpfloat (room, ==, 200);
  atoms[0].height = 250;
  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 300, &count, &room), ==, TD_PAGE_END_AFTER);
  g_assert_cmpuint (count, ==, 1);
  /* What must not be parted from it is not, even so. */
  atoms[0].cost = TD_BREAK_APART;
  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 300, &count, &room), ==, TD_PAGE_END_SPLIT);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpfloat (room, ==, 50);
  /* One that would fit on a page of its own is never torn. */
  atoms[1].height = 290;
  atoms[0].cost = TD_BREAK_FREE;
  g_assert_cmpint (td_paginate (atoms, 3, TRUE, 300, &count, &room), ==, TD_PAGE_END_AFTER);
  g_assert_cmpuint (count, ==, 1);
}

static void
fill_random (TdAtom *atoms, guint n_atoms)
{
  for (guint i = 0; i < n_atoms; i++)
    {
      guint kind = (guint) g_test_rand_int_range (0, 12);

      atoms[i] = (TdAtom){ .height = g_test_rand_int_range (5, 40), .n_lines = 1 };
      atoms[i].before = g_test_rand_int_range (0, 3) * 3.0;
      if (kind == 0)
        atoms[i].cost = TD_BREAK_APART;
      else if (kind < 4)
        atoms[i].cost = TD_BREAK_WIDOW;
      else if (kind == 4)
        {
          atoms[i].lines_before = 2;
          atoms[i].height = 80;
          atoms[i].n_lines = 0;
        }
      else if (kind < 7)
        {
          atoms[i].header = 25;
          atoms[i].splittable = TRUE;
        }
      else if (kind == 7)
        {
          atoms[i].height = g_test_rand_int_range (100, 900);
          atoms[i].splittable = TRUE;
          atoms[i].n_lines = 20;
        }
    }
}

/* The same said in another way: how bad a page end after @index is, all atoms known. */
static int
judge (const TdAtom *atoms, guint n_atoms, guint index)
{
  for (guint s = index + 1; s < n_atoms && s <= index + TD_PAGINATOR_LOOKAHEAD; s++)
    if (atoms[s].lines_before > 0)
      {
        guint lines = 0;

        for (guint i = index + 1; i < s; i++)
          lines += atoms[i].n_lines;
        if (lines < atoms[s].lines_before)
          return TD_BREAK_APART;
      }
  return (int) atoms[index].cost;
}

/* On any atoms: it ends, takes all, overfills no page, and ends no page worse than it must. */
static void
test_random (void)
{
  const double height = 300;

  for (guint round = 0; round < 2000; round++)
    {
      TdAtom atoms[120];
      guint n_atoms = (guint) g_test_rand_int_range (1, 120), done = 0, guard = 0;

      fill_random (atoms, n_atoms);
      while (done < n_atoms)
        {
          const TdAtom *from = atoms + done;
          guint left = n_atoms - done, count = 0, streamed = 0, fed;
          double room, streamed_room, used;
          TdPageEnd end = td_paginate (from, left, TRUE, height, &count, &room), streamed_end;

          g_assert_cmpuint (guard++, <, 5000);
          /* Told of the atoms one by one, it says the same as told of all. */
          for (fed = 1;; fed++)
            {
              streamed_end = td_paginate (from, MIN (fed, left), fed >= left, height, &streamed,
                                          &streamed_room);
              if (streamed_end != TD_PAGE_END_MORE)
                break;
            }
          g_assert_cmpint (streamed_end, ==, end);
          g_assert_cmpuint (streamed, ==, count);
          g_assert_cmpfloat (streamed_room, ==, room);

          used = td_paginator_shows_header (from, height) ? from->header : 0;
          for (guint i = 0; i < count; i++)
            used += from[i].height + (i > 0 ? from[i].before : 0);
          if (count > 1)
            g_assert_cmpfloat (used, <=, height + 0.1);
          if (end == TD_PAGE_END_SPLIT)
            {
              g_assert_true (from[count].splittable);
              g_assert_cmpfloat (room, >, 0);
              g_assert_cmpfloat (used + room, <=, height + 0.1);
              atoms[done + count].height -= room;
              done += count;
              continue;
            }
          g_assert_cmpuint (count, >, 0);
          if (count < left)
            {
              int cost = judge (from, left, count - 1);
              double sum = used;

              /* No page end after this one, as good or better, was passed over; none before was better. */
              for (guint i = count; i < left; i++)
                {
                  sum += from[i].height + from[i].before;
                  if (sum > height + 0.1)
                    break;
                  g_assert_cmpint (judge (from, left, i), >, cost);
                }
              for (guint i = 0; cost > TD_BREAK_FREE && i + 1 < count; i++)
                g_assert_cmpint (judge (from, left, i), >=, cost);
            }
          done += count;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/paginator/cases", test_cases);
  g_test_add_func ("/print/paginator/space-before", test_space_before);
  g_test_add_func ("/print/paginator/header", test_header);
  g_test_add_func ("/print/paginator/split", test_split);
  g_test_add_func ("/print/paginator/random", test_random);
  return g_test_run ();
}
