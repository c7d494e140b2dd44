/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a paper looks: the one table of the decree's figures (NĐ 30/2020/NĐ-CP, Phụ lục I). The pages,
 * the DOCX and the layout checker all read it; no figure of the decree stands anywhere else.
 *
 * Lengths are millimetres, sizes of letters and the space between paragraphs are points, as the decree
 * has them.
 */
#pragma once

#include "documents/td-document.h"

G_BEGIN_DECLS

#define TD_POINTS_PER_MM (72.0 / 25.4)
#define TD_MM(mm)        ((mm) *TD_POINTS_PER_MM)

/* What the decree names; fontconfig has Liberation Serif, of the same metrics, where it is missing. */
#define TD_FONT_FAMILY "Times New Roman"
/* One line of it set solid: what word processors call single spacing. */
#define TD_SINGLE_LINE 1.149

/**
 * TdRange:
 * @min: the least the decree allows
 * @max: the most
 * @chosen: what we print
 */
typedef struct
{
  double min;
  double max;
  double chosen;
} TdRange;

/**
 * TdRuleLook:
 * @TD_RULE_NONE: no rule under it
 * @TD_RULE_FULL: as long as the line of text (II.1.b)
 * @TD_RULE_PART: one third to one half of it, in its middle (II.2.b, II.5.b)
 */
typedef enum
{
  TD_RULE_NONE,
  TD_RULE_FULL,
  TD_RULE_PART,
} TdRuleLook;

/**
 * TdLook:
 * @name: what the style is called in a word processor
 * @clause: where the decree says so; "-" where it says nothing and practice is followed
 * @size: of the letters, points
 * @bold: whether bold
 * @italic: whether italic
 * @mixed: whether runs may differ from @bold and @italic: emphasis in a text
 * @align: how lines stand
 * @first_indent: of the first line, mm
 * @left_indent: of all lines, mm
 * @before: space before it, points
 * @after: space after it, points
 * @line: line spacing as a multiple of single
 * @rule: the rule under it
 * @keep_next: stays on the page of what follows
 * @contextual: no space between two of the same role
 *
 * The look of one role.
 */
typedef struct
{
  const char *name;
  const char *clause;
  TdRange size;
  gboolean bold;
  gboolean italic;
  gboolean mixed;
  TdAlign align;
  double first_indent;
  double left_indent;
  double before;
  double after;
  double line;
  TdRuleLook rule;
  gboolean keep_next;
  gboolean contextual;
} TdLook;

/**
 * TdLooks:
 *
 * Everything about the look of a paper. A copy may be changed, to see what the checker makes of it.
 */
typedef struct
{
  const char *family;
  TdRange top, bottom, left, right; /* margins: I.3 */
  double page_number_top;           /* baseline of the page number, mm from the upper edge */
  TdRange page_number_size;         /* I.7 */
  gboolean first_page_number;       /* printed on the first page too: never (I.7) */
  TdRange line;                     /* spacing between lines of the body: II.6.e */
  double least_after;               /* least space between paragraphs of the body, points: II.6.e */
  double indents[2];                /* either of them: II.6.e */
  double rule_width;                /* of all rules, points */
  double grid_width;                /* of the lines of tables, points; 0 for none */
  double ink;                       /* of text: 0 black (I.4), 1 white */
  double part_rule;                 /* length of a TD_RULE_PART, of one line of text */
  double part_rule_min, part_rule_max;
  double cell_padding_x;  /* mm */
  double cell_padding_y;  /* mm */
  double least_cell_size; /* how small a crowded table may get, points */
  double sign_space;      /* room for the hand, mm */
  double watermark_size;  /* of the word on a draft, points */
  double watermark_grey;  /* 0 black, 1 white */
  double small_size;      /* revision code and dossier page, points */
  TdLook roles[TD_N_ROLES];
} TdLooks;

/* The decree's. (transfer none) */
const TdLooks *td_looks_decree (void);
/*
 * The decree's, for a document: one that shall be one page has the least sizes and the closest lines that
 * the decree allows. (transfer none)
 */
const TdLooks *td_looks_for_document (const TdDocument *document);

/**
 * TdPageBox:
 *
 * The paper and the part of it that is written on; points, from the upper left corner.
 */
typedef struct
{
  double width, height;
  double left, top, right, bottom; /* edges of the text, not margins */
} TdPageBox;

void td_looks_get_page_box (const TdLooks *self, TdSectionFlags flags, TdPageBox *out);

G_END_DECLS
