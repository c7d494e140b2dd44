/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-base"

#include "base/td-arena.h"

#include <string.h>

#define BLOCK     (64 * 1024)
#define ALIGNMENT 16

struct _TdArena
{
  GPtrArray *blocks; /* of BLOCK bytes each */
  GPtrArray *large;  /* what would not leave much of a block */
  guint current;     /* the block that is being filled */
  gsize used;        /* bytes of it */
  guint64 size;
};

TdArena *
td_arena_new (void)
{
  TdArena *self = g_new0 (TdArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->large = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
td_arena_free (TdArena *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->large);
  g_free (self);
}

static char *
reserve (TdArena *self, gsize length, gsize alignment)
{
  char *room;

  self->size += length;
  if (length > BLOCK / 4)
    {
      room = g_malloc (length);
      g_ptr_array_add (self->large, room);
      return room;
    }
  if (self->blocks->len == 0)
    g_ptr_array_add (self->blocks, g_malloc (BLOCK));
  self->used = (self->used + alignment - 1) / alignment * alignment;
  if (self->used + length > BLOCK)
    {
      self->current++;
      self->used = 0;
      if (self->current == self->blocks->len)
        g_ptr_array_add (self->blocks, g_malloc (BLOCK));
    }
  room = (char *) g_ptr_array_index (self->blocks, self->current) + self->used;
  self->used += length;
  return room;
}

gpointer
td_arena_alloc (TdArena *self, gsize size)
{
  /* Nothing is one byte too, so that every caller has an address of its own. */
  return memset (reserve (self, MAX (size, 1), ALIGNMENT), 0, MAX (size, 1));
}

gpointer
td_arena_copy (TdArena *self, gconstpointer from, gsize size)
{
  gpointer copy = reserve (self, MAX (size, 1), ALIGNMENT);

  if (size > 0)
    memcpy (copy, from, size);
  return copy;
}

char *
td_arena_add (TdArena *self, const char *text, gsize length)
{
  char *copy = reserve (self, length + 1, 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

void
td_arena_reset (TdArena *self)
{
  self->current = 0;
  self->used = 0;
  self->size = 0;
  g_ptr_array_set_size (self->large, 0);
}

guint64
td_arena_get_size (const TdArena *self)
{
  return self->size;
}
