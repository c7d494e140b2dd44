/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of an OpenDocument cell: its paragraphs, one a line, without the notes, pictures and
 * pronunciation hints that stand among them (OpenDocument 1.3, part 3, chapter 6).
 */
#pragma once

#include "tables/td-xml.h"

G_BEGIN_DECLS

/* Room-internal. The reader sees @text and @paragraphs; the rest is td-ods-text.c's. */
typedef struct
{
  GString *text;             /* owned */
  guint paragraphs;          /* begun so far */
  gboolean struck;           /* a part of it is struck out, raised or lowered */
  GHashTable *struck_styles; /* borrowed; may be NULL */

  guint depth;     /* of the paragraph, 0 outside of one */
  guint spaces;    /* white space that came last, not in @text yet */
  gboolean layout; /* there is a line break or a tab in it */
  gboolean begun;  /* the paragraph has text before it */

  /* Interned. */
  const char *ns, *p, *h, *s, *tab, *line_break, *ruby_text, *note, *count, *span, *style_name;
} TdOdsText;

void td_ods_text_init (TdOdsText *self);
void td_ods_text_clear (TdOdsText *self);

/* When a parse begins. */
void td_ods_text_prepare (TdOdsText *self, TdXml *xml);

/* When a cell begins. */
void td_ods_text_reset (TdOdsText *self);

/* An element within the cell begins, or ends; characters come. */
void td_ods_text_start (TdOdsText *self, TdXml *xml, const char *name, const char *uri,
                        const TdXmlAttribute *attributes, guint n_attributes);
void td_ods_text_end (TdOdsText *self, TdXml *xml);
void td_ods_text_add (TdOdsText *self, const char *text, gsize length);

/* FALSE when it is longer already than any cell may be. */
gboolean td_ods_text_fits (const TdOdsText *self);

G_END_DECLS
