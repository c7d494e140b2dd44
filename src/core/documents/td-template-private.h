/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template as it was read: what td-template.c makes, and td-template-fill.c fills in. */
#pragma once

#include "documents/td-template.h"

G_BEGIN_DECLS

typedef enum
{
  TD_TAG_BLOCK,        /* a paragraph */
  TD_TAG_PIECE,        /* [khối] */
  TD_TAG_ANNEX,        /* a new section, with its title */
  TD_TAG_SECTION_FLAG, /* changes the section it is first in */
  TD_TAG_PAGE_BREAK,
  TD_TAG_FIELD, /* [ô tên] */
} TdTagKind;

typedef struct
{
  const char *name; /* folded */
  TdTagKind kind;
  TdRole role;
  const char *label;
  TdSectionFlags flags;
} TdTag;

typedef enum
{
  TD_FILTER_NONE,
  TD_FILTER_UPPER,      /* |hoa */
  TD_FILTER_CAPITALIZE, /* |hoa đầu */
  TD_FILTER_LOWER,      /* |thường: a small first letter */
  TD_FILTER_WORDS,      /* |bằng chữ */
  TD_FILTER_FIGURES,    /* |số */
} TdFilter;

typedef enum
{
  TD_NODE_TEXT,
  TD_NODE_BOLD,
  TD_NODE_ITALIC,
  TD_NODE_PLACE,
  TD_NODE_ORDINAL, /* {#}: the item's place in its list */
  TD_NODE_STOP,    /* {;.}: ";" or, after the last item, "." */
  TD_NODE_IF,
  TD_NODE_EACH,
  TD_NODE_BLOCK,
} TdNodeKind;

typedef struct
{
  TdNodeKind kind;
  char *text;         /* text; the name of a place, condition, loop or piece, folded */
  const TdName *name; /* the vocabulary's */
  TdFilter filter;
  gboolean negated;
  const TdTag *tag;
  char *field;
  GPtrArray *children;  /* of TdTemplateNode */
  GPtrArray *otherwise; /* of TdTemplateNode; after {khác} */
} TdTemplateNode;

struct _TdTemplate
{
  TdPaperKind kind;
  TdTemplateNode *root;
};

G_END_DECLS
