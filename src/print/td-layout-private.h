/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the layout checker: td-layout-check.c knows paragraphs and pages, td-layout-tables.c
 * tables and what is printed besides the paper.
 */
#pragma once

#include "print/td-layout-check.h"
#include "print/td-layout-text.h"

G_BEGIN_DECLS

typedef struct
{
  const TdDocument *document;
  const TdLooks *looks;
  const TdLayoutScope *scope;
  const TdSeenText *text;
  TdProblems *problems;
  double left, right; /* margins as printed, mm */
} TdLayoutCheck;

void td_layout_complain (const TdLayoutCheck *self, guint page, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Page numbers, the word of a draft, the code of a final paper, repeated headers; and nothing else. */
void td_layout_check_furniture (const TdLayoutCheck *self);
/* Fixed words, forms of days and numbers, who signs, to whom it goes. */
void td_layout_check_words (const TdLayoutCheck *self);
/* Grids around cells, decimal commas under each other. */
void td_layout_check_tables (const TdLayoutCheck *self);

G_END_DECLS
