/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From words to lines of glyphs, once: Pango chooses fonts, shapes and breaks, and what it found is
 * kept in a compact form (8 bytes a glyph) that is drawn, searched and hit-tested without it. The
 * same lines come out on every device: the typesetter knows points and nothing of screens; glyphs are
 * neither hinted nor rounded to any grid.
 */
#pragma once

#include "base/td-arena.h"
#include "print/td-line.h"

G_BEGIN_DECLS

/**
 * TdSetting:
 * @size: of the letters, points
 * @bold, @italic: what letters are unless their run says otherwise
 * @align: how lines stand in the column; not by the role any more
 * @first_indent: of the first line, points
 * @width: of the column, points
 * @pitch: of a line, points; more where a strange font needs more
 * @balance: lines of about the same length instead of full ones and a rest
 */
typedef struct
{
  double size;
  gboolean bold;
  gboolean italic;
  TdAlign align;
  double first_indent;
  double width;
  double pitch;
  gboolean balance;
} TdSetting;

/**
 * TdTypesetter:
 *
 * Sets text in one family of letters. One thread at a time; lines need it for as long as they are
 * drawn.
 */
typedef struct _TdTypesetter TdTypesetter;

TdTypesetter *td_typesetter_new (const char *family) G_GNUC_WARN_UNUSED_RESULT;
TdTypesetter *td_typesetter_ref (TdTypesetter *self);
void td_typesetter_unref (TdTypesetter *self);

/* The lines of a paragraph, at least one, in @arena. */
const TdLine *td_typesetter_set (TdTypesetter *self, TdArena *arena, const TdParagraph *paragraph,
                                 const TdSetting *setting, guint *n_lines);
/* The same of plain words. */
const TdLine *td_typesetter_set_text (TdTypesetter *self, TdArena *arena, const char *text,
                                      const TdSetting *setting, guint *n_lines);

/*
 * How wide @text would be on one line, and its longest word, from the widths of single letters: close
 * and quick, for finding the widths of columns.
 */
double td_typesetter_measure (TdTypesetter *self, const char *text, double size, gboolean bold,
                              gboolean italic, double *longest_word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTypesetter, td_typesetter_unref)

G_END_DECLS
