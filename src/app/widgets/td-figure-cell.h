/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One cell of a #TdFigureGrid that is in view: draws its text and state, and is what the screen reader
 * reads. The grid makes as many as there are places on the screen and moves them about.
 */
#pragma once

#include "app/widgets/td-figure-model.h"

G_BEGIN_DECLS

#define TD_TYPE_FIGURE_CELL (td_figure_cell_get_type ())
G_DECLARE_FINAL_TYPE (TdFigureCell, td_figure_cell, TD, FIGURE_CELL, GtkWidget)

GtkWidget *td_figure_cell_new (void);

/* Which cell it stands for. */
void td_figure_cell_set_place (TdFigureCell *self, guint row, guint column);
guint td_figure_cell_get_row (TdFigureCell *self);
guint td_figure_cell_get_column (TdFigureCell *self);

/*
 * What it shows. @refused: what was typed and not taken, shown in place of @look's text, with the
 * reason; %NULL: nothing. @name is read out before the text.
 */
void td_figure_cell_set_look (TdFigureCell *self, const TdFigureLook *look, const char *refused,
                              const char *reason, const char *name);
void td_figure_cell_set_selected (TdFigureCell *self, gboolean selected, gboolean cursor);

/* The glyph that goes with a tone, "" for none. */
const char *td_figure_tone_glyph (TdFigureTone tone);

G_END_DECLS
