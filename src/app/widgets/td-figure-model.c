/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-figure-model.h"

G_DEFINE_INTERFACE (TdFigureModel, td_figure_model, G_TYPE_OBJECT)

static guint changed_signal;

static void
td_figure_model_default_init (TdFigureModelInterface *interface)
{
  changed_signal = g_signal_new ("changed", TD_TYPE_FIGURE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

void
td_figure_look_clear (TdFigureLook *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_free);
}

static void
clear_edit (gpointer data)
{
  TdFigureEdit *edit = data;

  g_free (edit->text);
  g_free (edit->reason);
}

GArray *
td_figure_edits_new (void)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (TdFigureEdit));

  g_array_set_clear_func (edits, clear_edit);
  return edits;
}

void
td_figure_model_get_size (TdFigureModel *self, guint *rows, guint *columns)
{
  TD_FIGURE_MODEL_GET_IFACE (self)->get_size (self, rows, columns);
}

char *
td_figure_model_get_row_title (TdFigureModel *self, guint row)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->get_row_title (self, row);
}

char *
td_figure_model_get_column_title (TdFigureModel *self, guint column, char **tip)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->get_column_title (self, column, tip);
}

void
td_figure_model_look (TdFigureModel *self, guint row, guint column, TdFigureLook *out)
{
  *out = (TdFigureLook){ NULL, TD_FIGURE_PLAIN, NULL };
  TD_FIGURE_MODEL_GET_IFACE (self)->look (self, row, column, out);
}

char *
td_figure_model_get_edit_text (TdFigureModel *self, guint row, guint column)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->get_edit_text (self, row, column);
}

gboolean
td_figure_model_is_editable (TdFigureModel *self, guint row, guint column)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->is_editable (self, row, column);
}

guint
td_figure_model_get_paste_width (TdFigureModel *self, guint column)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->get_paste_width (self, column);
}

gboolean
td_figure_model_write (TdFigureModel *self, GArray *edits, const char *what)
{
  return TD_FIGURE_MODEL_GET_IFACE (self)->write (self, edits, what);
}

void
td_figure_model_emit_changed (TdFigureModel *self)
{
  g_signal_emit (self, changed_signal, 0);
}
