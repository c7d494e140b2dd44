/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of lines of text in columns, for what is worked out and not a table of its own: filtered
 * without marks, sorted by any column, several lines selected at a time. Lines are replaced as a whole;
 * what was selected stays selected, by id.
 */
#pragma once

#include <gtk/gtk.h>

#include "base/td-types.h"

G_BEGIN_DECLS

#define TD_TYPE_TEXT_LIST (td_text_list_get_type ())
G_DECLARE_FINAL_TYPE (TdTextList, td_text_list, TD, TEXT_LIST, GtkWidget)

/**
 * TdTextList::selection-changed:
 *
 * Other lines are selected, or those selected say something else.
 *
 * TdTextList::activated:
 * @id: which line
 *
 * A line was double-clicked, or Enter pressed on it.
 */

/* The most columns a list has. */
#define TD_TEXT_LIST_MAX 12

/**
 * TdTextColumn:
 * @title: English source
 * @width: in pixels, or %TD_COLUMN_WIDE
 * @number: right-aligned, and sorted by value
 */
typedef struct
{
  const char *title;
  int width;
  gboolean number;
} TdTextColumn;

/* @label is read out as the list's name. With @several more than one line can be selected. */
GtkWidget *
td_text_list_new (const TdTextColumn *columns, guint n, const char *label, gboolean several);

/* What stands in place of an empty list. (English source is the caller's to translate.) */
void td_text_list_set_empty (TdTextList *self, const char *text);

/* New lines are collected between these two; they take the place of those of before. */
void td_text_list_begin (TdTextList *self);
/* A line of as many texts as there are columns, each taken over (transfer full); %NULL is "". */
void td_text_list_take_line (TdTextList *self, TdId id, char **texts);
void td_text_list_end (TdTextList *self);

/* Shows the lines that match @text (td_text_matches()). */
void td_text_list_set_filter (TdTextList *self, const char *text);

/* Lines shown, and all of them. */
guint td_text_list_get_n_shown (TdTextList *self);
guint td_text_list_get_n_lines (TdTextList *self);

/* The ids of the lines shown, in their order. (transfer full): of #TdId */
GArray *td_text_list_get_shown (TdTextList *self) G_GNUC_WARN_UNUSED_RESULT;
/* The ids of the lines selected, in the order shown. (transfer full): of #TdId */
GArray *td_text_list_get_selected (TdTextList *self);
/* The only line selected, %TD_ID_NONE when none or several are. */
TdId td_text_list_get_only (TdTextList *self);
/* Selects this line only; %TD_ID_NONE or one not shown: none. */
void td_text_list_select (TdTextList *self, TdId id);
/* Selects the lines for which @wanted says so, of those shown. */
void td_text_list_select_where (TdTextList *self, gboolean (*wanted) (TdId id, gpointer data),
                                gpointer data);

G_END_DECLS
