/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking for files, the same way everywhere. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TdFileChoice:
 * @title: the dialog's title
 * @action: to open or to save
 * @name: (nullable): the name a file to save begins with
 * @patterns: (nullable) (array zero-terminated=1): which files are shown, as "*.csv"
 * @pattern_title: what those are
 * @several: whether more than one may be chosen
 */
typedef struct
{
  const char *title;
  GtkFileChooserAction action;
  const char *name;
  const char *const *patterns;
  const char *pattern_title;
  gboolean several;
} TdFileChoice;

/* @files: of #GFile, at least one. @widget is the one that asked. */
typedef void (*TdFilesChosenFunc) (GtkWidget *widget, GListModel *files, gpointer data);

/* Asks for files and hands them to @func, unless the person cancels. @data is always destroyed. */
void td_choose_files (GtkWidget *widget, const TdFileChoice *choice, TdFilesChosenFunc func,
                      gpointer data, GDestroyNotify destroy);

/* The path of the first file, %NULL when it is not on this computer. (transfer full) */
char *td_chosen_path (GListModel *files) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
