/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory for what is made in great numbers and goes away all at once: the texts of a sheet, the lines
 * and glyphs of pages. One allocation for thousands of them, and none of them moves.
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

/* @size bytes of zeros, aligned for anything. (transfer none): valid until reset or free. */
gpointer td_arena_alloc (TdArena *self, gsize size);

/* A copy of @size bytes, aligned for anything; @from may be %NULL when @size is 0. (transfer none). */
gpointer td_arena_copy (TdArena *self, gconstpointer from, gsize size);

/* A copy of @text with a NUL after it, packed closely. (transfer none): lives until reset or free. */
char *td_arena_add (TdArena *self, const char *text, gsize length);

#define td_arena_new0(self, type, count)                                                           \
  ((type *) td_arena_alloc ((self), sizeof (type) * (gsize) (count)))

/* Forgets everything and keeps the room for what comes next. */
void td_arena_reset (TdArena *self);

/* Bytes in use. */
guint64 td_arena_get_size (const TdArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdArena, td_arena_free)

G_END_DECLS
