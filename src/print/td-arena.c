/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-arena.h"

#include <string.h>

#define BLOCK_SIZE (64 * 1024)
#define ALIGNMENT  16

struct _TdArena
{
  GPtrArray *blocks;
  char *at;
  gsize left;
};

TdArena *
td_arena_new (void)
{
  TdArena *self = g_new0 (TdArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_arena_free (TdArena *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

gpointer
td_arena_alloc (TdArena *self, gsize size)
{
  gpointer given;

  g_assert (size < G_MAXSIZE - ALIGNMENT);
  size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (size > BLOCK_SIZE / 4)
    {
      /* Large ones get a block of their own, so that the rest of the current one is not lost. */
      given = g_malloc0 (size);
      g_ptr_array_add (self->blocks, given);
      return given;
    }
  if (size > self->left)
    {
      self->at = g_malloc0 (BLOCK_SIZE);
      self->left = BLOCK_SIZE;
      g_ptr_array_add (self->blocks, self->at);
    }
  given = self->at;
  self->at += size;
  self->left -= size;
  return given;
}

gpointer
td_arena_copy (TdArena *self, gconstpointer from, gsize size)
{
  gpointer given = td_arena_alloc (self, size);

  if (size > 0)
    memcpy (given, from, size);
  return given;
}
