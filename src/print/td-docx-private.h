/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the DOCX writer: the paper being written, and its text and tables as XML. */
#pragma once

#include "print/td-docx.h"
#include "print/td-flow.h"

G_BEGIN_DECLS

typedef struct
{
  const TdDocument *document;
  const TdLooks *looks;
  const TdDocxOptions *options;
  TdStock *stock;
  TdShop shop;
  GString *body;
  GPtrArray *pictures; /* of GBytes: PNG */
  const TdBlock *last; /* the block before */
  GHashTable *heights; /* figure → points, in tenths: of those made lower for a page's sake */
} TdDocxWriter;

/* What a paragraph is told besides its style. */
typedef struct
{
  TdRunFlags flags;    /* of all its runs */
  gboolean keep_next;  /* stays on the page of what follows */
  gboolean let_go;     /* does not, though its style says so */
  TdAlign align;       /* %TD_ALIGN_ROLE for the style's */
  double size;         /* points, or 0 for the style's */
  double width;        /* of the column, points */
  double right_indent; /* points */
  const char *section; /* the section that ends with it, as XML, or %NULL */
  const char *frame;   /* where it stands on the sheet, as XML, or %NULL */
} TdDocxSetting;

/* Twentieths of a point, what the format counts lengths in. */
int td_docx_twips (double points);
/* Words as XML has them. */
void td_docx_append_escaped (GString *out, const char *text);
/* The format's word for an alignment. */
const char *td_docx_get_justification (TdAlign align);

/* A paragraph, a table as wide as @width, and an empty paragraph of so many points, at the body's end. */
void td_docx_append_paragraph (TdDocxWriter *self, const TdParagraph *paragraph,
                               const TdDocxSetting *setting);
void td_docx_append_table (TdDocxWriter *self, const TdBlock *block, double width);
void td_docx_append_gap (TdDocxWriter *self, double points);

G_END_DECLS
