/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-file-choice.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget; /* owned */
  TdFilesChosenFunc func;
  gpointer data;
  GDestroyNotify destroy;
} Question;

static void
chosen_cb (GtkNativeDialog *dialog, int response, Question *question)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      if (g_list_model_get_n_items (files) > 0)
        question->func (question->widget, files, question->data);
    }
  if (question->destroy != NULL)
    question->destroy (question->data);
  g_object_unref (question->widget);
  g_free (question);
  g_object_unref (dialog);
}

void
td_choose_files (GtkWidget *widget, const TdFileChoice *choice, TdFilesChosenFunc func,
                 gpointer data, GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      choice->title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, choice->action,
      choice->action == GTK_FILE_CHOOSER_ACTION_SAVE ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  Question *question = g_new0 (Question, 1);

  if (choice->patterns != NULL)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, choice->pattern_title);
      for (guint i = 0; choice->patterns[i] != NULL; i++)
        gtk_file_filter_add_pattern (filter, choice->patterns[i]);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), choice->several);
  if (choice->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), choice->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  question->widget = g_object_ref (widget);
  question->func = func;
  question->data = data;
  question->destroy = destroy;
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

char *
td_chosen_path (GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  return file != NULL ? g_file_get_path (file) : NULL;
}
