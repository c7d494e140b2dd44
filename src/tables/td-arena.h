/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Room for many short texts that go away together: one allocation for thousands of them, and none of
 * them moves.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TdArena TdArena;

TdArena *td_arena_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_arena_free (TdArena *self);

/* A copy of @text with a NUL after it. (transfer none): lives until reset or free. */
char *td_arena_add (TdArena *self, const char *text, gsize length);

/* Forgets all texts and keeps the room for the next ones. */
void td_arena_reset (TdArena *self);

/* Bytes in use. */
guint64 td_arena_get_size (const TdArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdArena, td_arena_free)

G_END_DECLS
