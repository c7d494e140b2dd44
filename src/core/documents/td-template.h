/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The wording of a paper: a text file that an office may copy and change. data/papers/README.md
 * describes the format to those who write such files; in short, a line is a block, `[…]` before it
 * says which, `{…}` in it is a value, a condition or a loop, `**…**` and `__…__` are bold and italic.
 *
 * All of a template is checked when it is read: every name against the vocabulary of its kind of
 * paper, every tag, every `{hết}`. What was read without a problem can always be filled.
 */
#pragma once

#include "documents/td-values.h"

G_BEGIN_DECLS

/**
 * TdTemplate:
 *
 * A template that has been read; unchanging, may be used by any thread.
 */
typedef struct _TdTemplate TdTemplate;

/*
 * Reads @text. @where names it in problems, as `proposal.txt`; each problem has the line after it.
 * %NULL when there is any. (transfer full) (nullable)
 */
TdTemplate *td_template_new (const TdVocabulary *vocabulary, const char *text, const char *where,
                             TdProblems *problems) G_GNUC_WARN_UNUSED_RESULT;
void td_template_free (TdTemplate *self);

TdPaperKind td_template_get_kind (const TdTemplate *self);

/**
 * TdPieceFunc:
 * @section: where to add it
 * @name: the piece's name as the vocabulary spells it
 * @ordinal: which turn of the innermost {mỗi …} around it, from 1; 0 when there is none
 *
 * Makes a part of the paper that is not wording.
 */
typedef void (*TdPieceFunc) (TdSection *section, const char *name, guint ordinal, gpointer data);

/*
 * Adds the template's sections and blocks, with @values in their places, to @document. Pieces that
 * the template asks for are made by @func.
 */
void td_template_fill (const TdTemplate *self, TdDocument *document, const TdValues *values,
                       TdPieceFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdTemplate, td_template_free)

G_END_DECLS
