/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a #TdFigureGrid shows and writes to: rows × columns of cells, asked for when they are looked
 * at. An interface, so that the grid knows nothing of entries.
 */
#pragma once

#include <gtk/gtk.h>

#include "base/td-error.h"

G_BEGIN_DECLS

/**
 * TdFigureTone:
 * @TD_FIGURE_PLAIN: nothing in particular
 * @TD_FIGURE_OFF: there is nothing to be entered here
 * @TD_FIGURE_DUE: something is expected and not there
 * @TD_FIGURE_WAITING: awaiting appraisal
 * @TD_FIGURE_GOOD: accepted
 * @TD_FIGURE_CHANGED: corrected by the appraiser
 * @TD_FIGURE_BAD: rejected
 * @TD_FIGURE_DRAFT: a draft
 *
 * How a cell looks; each has a glyph and a colour of its own.
 */
typedef enum
{
  TD_FIGURE_PLAIN,
  TD_FIGURE_OFF,
  TD_FIGURE_DUE,
  TD_FIGURE_WAITING,
  TD_FIGURE_GOOD,
  TD_FIGURE_CHANGED,
  TD_FIGURE_BAD,
  TD_FIGURE_DRAFT,
} TdFigureTone;

/**
 * TdFigureLook:
 * @text: what stands in the cell; owned
 * @tone: how it looks
 * @words: the state in words, for the screen reader and on hover; owned, may be %NULL
 */
typedef struct
{
  char *text;
  TdFigureTone tone;
  char *words;
} TdFigureLook;

void td_figure_look_clear (TdFigureLook *self);

/* One cell that was typed or pasted. */
typedef struct
{
  guint row;
  guint column;
  char *text;       /* as typed; owned */
  char *reason;     /* set when it is refused; owned */
  gboolean foreign; /* pasted from another program, which may group digits by commas */
} TdFigureEdit;

#define TD_TYPE_FIGURE_MODEL (td_figure_model_get_type ())
G_DECLARE_INTERFACE (TdFigureModel, td_figure_model, TD, FIGURE_MODEL, GObject)

/**
 * TdFigureModelInterface:
 * @get_size: how many rows and columns
 * @get_row_title: a row's header. (transfer full)
 * @get_column_title: a column's header; @tip (nullable) gets the whole name. (transfer full)
 * @look: what a cell shows; the caller clears it
 * @get_edit_text: what editing starts with. (transfer full)
 * @is_editable: whether the cell can be typed into
 * @get_paste_width: how many columns of a pasted block a column may take: 2 for "done, due"
 * @write: writes cells in one step that undo takes back as one. Those that are wrong get their
 *   reason and are left out; the others are written. An empty text clears a cell. FALSE when
 *   nothing could be written
 *
 * TdFigureModel::changed: cells may look different; sizes too.
 */
struct _TdFigureModelInterface
{
  GTypeInterface parent_interface;

  void (*get_size) (TdFigureModel *self, guint *rows, guint *columns);
  char *(*get_row_title) (TdFigureModel *self, guint row);
  char *(*get_column_title) (TdFigureModel *self, guint column, char **tip);
  void (*look) (TdFigureModel *self, guint row, guint column, TdFigureLook *out);
  char *(*get_edit_text) (TdFigureModel *self, guint row, guint column);
  gboolean (*is_editable) (TdFigureModel *self, guint row, guint column);
  guint (*get_paste_width) (TdFigureModel *self, guint column);
  gboolean (*write) (TdFigureModel *self, GArray *edits, const char *what);
};

void td_figure_model_get_size (TdFigureModel *self, guint *rows, guint *columns);
char *td_figure_model_get_row_title (TdFigureModel *self, guint row);
char *td_figure_model_get_column_title (TdFigureModel *self, guint column, char **tip);
void td_figure_model_look (TdFigureModel *self, guint row, guint column, TdFigureLook *out);
char *td_figure_model_get_edit_text (TdFigureModel *self, guint row, guint column);
gboolean td_figure_model_is_editable (TdFigureModel *self, guint row, guint column);
guint td_figure_model_get_paste_width (TdFigureModel *self, guint column);
/* @edits is of #TdFigureEdit; @what says what was done, for history: "Dán". */
gboolean td_figure_model_write (TdFigureModel *self, GArray *edits, const char *what);
void td_figure_model_emit_changed (TdFigureModel *self);

/* An empty array of #TdFigureEdit that frees its texts. */
GArray *td_figure_edits_new (void);

G_END_DECLS
