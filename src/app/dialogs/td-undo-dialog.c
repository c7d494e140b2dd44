/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/dialogs/td-undo-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-window.h"

/* So many records are named; an import may have thousands. */
#define MAX_NAMED   200
#define LIST_HEIGHT 260
#define LIST_CHARS  62

typedef struct
{
  GtkWidget *widget; /* weak */
  TdDesk *desk;
  TdId journal;
  gboolean undo;
} Question;

static void
replay (GtkWidget *widget, TdDesk *desk, TdId journal, gboolean undo, TdConflictPolicy policy);

static void
free_question (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->widget);
  g_object_unref (self->desk);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *self)
{
  if (self->widget == NULL)
    return;
  if (strcmp (response, "keep") == 0)
    replay (self->widget, self->desk, self->journal, self->undo, TD_CONFLICT_KEEP);
  else if (strcmp (response, "overwrite") == 0)
    replay (self->widget, self->desk, self->journal, self->undo, TD_CONFLICT_OVERWRITE);
}

/* The records concerned, one a line, in a list that does not grow beyond the screen. */
static GtkWidget *
make_list (const TdProblems *conflicts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = td_problems_get_count (conflicts);
  GtkWidget *label, *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < n && i < MAX_NAMED; i++)
    g_string_append_printf (text, "%s· %s: %s", i > 0 ? "\n" : "",
                            td_problems_get (conflicts, i)->where,
                            td_problems_get (conflicts, i)->what);
  if (n > MAX_NAMED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("… and %u more"), n - MAX_NAMED);
    }
  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* As wide as a dialog may be, or the height asked for would not do once the lines are wrapped. */
  gtk_label_set_width_chars (GTK_LABEL (label), LIST_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  return scrolled;
}

static void
ask (GtkWidget *widget, TdDesk *desk, TdId journal, gboolean undo, const TdProblems *conflicts,
     const char *message)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("Changed since"), message);
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->widget, widget);
  question->desk = g_object_ref (desk);
  question->journal = journal;
  question->undo = undo;
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_list (conflicts));
  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "keep",
      undo ? _ ("_Keep these, take back the rest") : _ ("_Keep these, redo the rest"), "overwrite",
      undo ? _ ("Take back _all") : _ ("Redo _all"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is about to be replayed, in words. (transfer full) (nullable) */
static char *
dup_label (TdStore *store, TdId journal, gboolean undo)
{
  g_autoptr (TdJournalRow) row = NULL;

  if (journal == TD_ID_NONE)
    return undo ? td_store_get_undo_label (store) : td_store_get_redo_label (store);
  row = td_store_get_journal_row (store, journal);
  return row != NULL ? g_strdup (row->label) : NULL;
}

static void
replay (GtkWidget *widget, TdDesk *desk, TdId journal, gboolean undo, TdConflictPolicy policy)
{
  TdStore *store = td_desk_get_store (desk);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (TdProblems) conflicts = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = dup_label (store, journal, undo);
  g_autofree char *text = NULL;

  if (undo ? td_store_undo (store, journal, policy, conflicts, &error)
           : td_store_redo (store, journal, policy, conflicts, &error))
    {
      text = g_strdup_printf (undo ? _ ("Undone: %s") : _ ("Done again: %s"), label);
      if (TD_IS_WINDOW (root))
        td_window_show_undone (TD_WINDOW (root), text);
    }
  else if (g_error_matches (error, TD_ERROR, TD_ERROR_CONFLICT)
           && td_problems_get_count (conflicts) > 0)
    ask (widget, desk, journal, undo, conflicts, error->message);
  else
    td_show_error (widget, undo ? _ ("Cannot undo") : _ ("Cannot redo"), error->message);
}

void
td_undo_with_question (GtkWidget *widget, TdDesk *desk, TdId journal, gboolean undo)
{
  replay (widget, desk, journal, undo, TD_CONFLICT_ASK);
}
