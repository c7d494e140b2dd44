/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/td-arena.h"

/* Texts, records and lumps in turn, each with its own pattern: nobody writes into his neighbour. */
static void
test_no_overlap (void)
{
  g_autoptr (TdArena) arena = td_arena_new ();
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (guint i = 0; i < 3000; i++)
    {
      gsize size = i % 500 == 499 ? 40000 : 1 + i * 7 % 90;
      guchar *room = td_arena_alloc (arena, size);

      g_assert_cmpuint ((gsize) room % 16, ==, 0);
      for (gsize k = 0; k < size; k++)
        g_assert_cmpuint (room[k], ==, 0);
      memset (room, (int) (i % 251), size);
      g_ptr_array_add (rooms, room);
      g_array_append_val (sizes, size);
      g_assert_cmpstr (td_arena_add (arena, "đẹp lắm", 5), ==, "đẹ");
    }
  for (guint i = 0; i < rooms->len; i++)
    {
      const guchar *room = g_ptr_array_index (rooms, i);

      for (gsize k = 0; k < g_array_index (sizes, gsize, i); k++)
        g_assert_cmpuint (room[k], ==, i % 251);
    }
}

static void
test_reset (void)
{
  g_autoptr (TdArena) arena = td_arena_new ();
  char *first = td_arena_add (arena, "abc", 3);

  g_assert_cmpuint (td_arena_get_size (arena), ==, 4);
  for (guint i = 0; i < 100; i++)
    memset (td_arena_alloc (arena, 10000), 255, 10000);
  td_arena_reset (arena);
  g_assert_cmpuint (td_arena_get_size (arena), ==, 0);
  g_assert_true (td_arena_add (arena, "xyz", 3) == first);
  /* Used room is handed out as zeros again. */
  for (guint i = 0; i < 100; i++)
    {
      const guchar *room = td_arena_alloc (arena, 10000);

      for (guint k = 0; k < 10000; k++)
        g_assert_cmpuint (room[k], ==, 0);
    }
}

static void
test_nothing (void)
{
  g_autoptr (TdArena) arena = td_arena_new ();

  g_assert_nonnull (td_arena_copy (arena, NULL, 0));
  g_assert_nonnull (td_arena_alloc (arena, 0));
  g_assert_cmpstr (td_arena_add (arena, "", 0), ==, "");
  g_assert_cmpmem (td_arena_copy (arena, "12345", 5), 5, "12345", 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/arena/no-overlap", test_no_overlap);
  g_test_add_func ("/base/arena/reset", test_reset);
  g_test_add_func ("/base/arena/nothing", test_nothing);
  return g_test_run ();
}
