/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory for what is made in great numbers and goes all at once: the lines and glyphs of pages.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdArena:
 *
 * Blocks that are only added to. One thread at a time.
 */
typedef struct _TdArena TdArena;

TdArena *td_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_arena_free (TdArena *self);
/* @size bytes of zeros, aligned for anything; valid until the arena goes. */
gpointer td_arena_alloc (TdArena *self, gsize size);
gpointer td_arena_copy (TdArena *self, gconstpointer from, gsize size);

#define td_arena_new0(self, type, count)                                                           \
  ((type *) td_arena_alloc ((self), sizeof (type) * (gsize) (count)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdArena, td_arena_free)

G_END_DECLS
