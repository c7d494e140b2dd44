/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of the layout checker: what a PDF's pages hold, told apart into the document's paragraphs
 * line by line, and what is printed besides.
 */
#pragma once

#include "documents/td-document.h"
#include "print/td-look.h"
#include "print/td-pdf-content.h"

G_BEGIN_DECLS

/* One letter that is seen; the space between words is left out. */
typedef struct
{
  gunichar letter;
  guint page; /* in the file */
  double x, y, width, size;
  guint font;
  float grey;
  int mcid;
  gboolean level;
} TdSeenLetter;

/* Letters of one paragraph on one baseline. */
typedef struct
{
  guint page;
  double x1, x2, y; /* left, right, baseline; points */
  double size;      /* of its largest letter */
  guint first, end; /* of the letters */
  guint n_gaps;     /* between words */
} TdSeenLine;

/* A paragraph of the document, and where it was found. */
typedef struct
{
  const TdParagraph *paragraph;
  const TdPaperCell *cell;
  const TdSection *section;
  const TdBlock *block;
  guint index;         /* of the section */
  guint first, end;    /* of the letters; equal when it has none */
  guint line, n_lines; /* of the lines */
  gboolean found;
} TdSeenParagraph;

typedef struct
{
  double width, height;
  guint first_stroke, end_stroke;
  guint first_extra, end_extra; /* of the letters outside of the document */
  const TdSection *section;     /* of the first paragraph on it; NULL when there is none */
  guint number;                 /* as it is counted in its section, from 1 */
  gboolean has_figure;
  double figure_top, figure_bottom; /* what is drawn of figures, points */
} TdSeenPage;

/**
 * TdSeenText:
 *
 * All of it.
 */
typedef struct
{
  TdPdfScan *scan;
  guint first_page, n_pages;
  GArray *letters;    /* of TdSeenLetter: of the document */
  GArray *extras;     /* of TdSeenLetter: besides */
  GArray *lines;      /* of TdSeenLine */
  GArray *paragraphs; /* of TdSeenParagraph */
  GArray *pages;      /* of TdSeenPage */
  GArray *strokes;    /* of TdPdfStroke: outside of elements */
} TdSeenText;

/*
 * Reads @n_pages pages of @scan from @first on, and finds the paragraphs of @document in them. What is
 * missing, added or in another order goes into @problems. (transfer full)
 */
TdSeenText *td_seen_text_new (TdPdfScan *scan, guint first, guint n_pages,
                              const TdDocument *document, TdProblems *problems);
void td_seen_text_free (TdSeenText *self);

/* “page 2”: in the paper, from 1. (transfer full) */
char *td_seen_text_name_page (const TdSeenText *self, guint page);

#define td_seen_line(self, index)      (&g_array_index ((self)->lines, TdSeenLine, index))
#define td_seen_letter(self, index)    (&g_array_index ((self)->letters, TdSeenLetter, index))
#define td_seen_paragraph(self, index) (&g_array_index ((self)->paragraphs, TdSeenParagraph, index))
#define td_seen_page(self, index)      (&g_array_index ((self)->pages, TdSeenPage, index))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdSeenText, td_seen_text_free)

G_END_DECLS
