/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The charts of papers, from the same makers as those of the window and the command line. A figure of
 * a document is known by its id: `KIND`, `KIND WORD` to narrow it, and `@DAY` at the end for another
 * day than the desk's: `bars`, `radar 06712`, `bars@2024-09-30` (figures/td-figures.h).
 */
#pragma once

#include "figures/td-figures.h"
#include "print/td-painter.h"

G_BEGIN_DECLS

/**
 * TdPaperFigures:
 *
 * Makes a chart when it is first drawn and keeps it. Belongs to the thread of its desk.
 */
typedef struct _TdPaperFigures TdPaperFigures;

/* Holds a reference to @desk. (transfer full) */
TdPaperFigures *td_paper_figures_new (TdDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
void td_paper_figures_free (TdPaperFigures *self);

/* Makes all charts of @document now. */
void td_paper_figures_prepare (TdPaperFigures *self, const TdDocument *document);
/* Lets go of the desk: what was prepared can then be drawn, and freed, in another thread. */
void td_paper_figures_detach (TdPaperFigures *self);

/* A #TdFigureFunc whose data are the #TdPaperFigures. What cannot be drawn says why in its place. */
void td_paper_figures_draw (cairo_t *cr, double width, double height, const TdFigure *figure,
                            gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPaperFigures, td_paper_figures_free)

G_END_DECLS
