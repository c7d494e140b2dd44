/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/dialogs/td-ruling-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/td-date.h"

typedef struct
{
  GtkWidget *origin; /* weak */
  TdDesk *desk;
  TdRuling ruling;
  char *subject;
  GArray *nominations; /* nullable */
  char *label;
  GtkWidget *dialog;
  GtkWidget *who;
  GtkWidget *why;
  GtkWidget *place; /* NULL: not asked for */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->origin);
  g_object_unref (self->desk);
  g_free (self->subject);
  g_clear_pointer (&self->nominations, g_array_unref);
  g_free (self->label);
  g_free (self);
}

static gboolean
is_typed (GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return *text != '\0';
}

static void
typed_cb (Question *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->dialog), "record",
                                           is_typed (self->who) && is_typed (self->why));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *self)
{
  if (strcmp (response, "record") != 0 || self->origin == NULL)
    return;
  self->ruling.subject = self->subject;
  self->ruling.who = gtk_editable_get_text (GTK_EDITABLE (self->who));
  self->ruling.why = gtk_editable_get_text (GTK_EDITABLE (self->why));
  self->ruling.on = td_date_today ();
  if (self->place != NULL)
    self->ruling.place = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->place));
  td_write (self->origin, self->desk, self->label, td_ruling_func, &self->ruling, NULL);
}

static GtkWidget *
add_row (GtkWidget *grid, int row, const char *title, GtkWidget *input)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), input);
  gtk_widget_set_hexpand (input, TRUE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), input, 1, row, 1, 1);
  return input;
}

void
td_ruling_dialog_show (GtkWidget *widget, TdDesk *desk, const TdRuling *ruling, const char *heading,
                       const char *body, const char *label)
{
  Question *self = g_new0 (Question, 1);
  GtkWidget *grid = gtk_grid_new ();

  self->desk = g_object_ref (desk);
  self->ruling = *ruling;
  self->subject = g_strdup (ruling->subject);
  if (ruling->nominations != NULL)
    self->ruling.nominations = self->nominations = g_array_copy ((GArray *) ruling->nominations);
  self->label = g_strdup (label);
  g_set_weak_pointer (&self->origin, widget);
  self->dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->who = add_row (grid, 0, _ ("_Decided by"), gtk_entry_new ());
  self->why = add_row (grid, 1, _ ("_Reason"), gtk_entry_new ());
  if (ruling->kind == TD_RULING_TIE)
    {
      self->place = add_row (grid, 2, _ ("_Place"), gtk_spin_button_new_with_range (1, 999, 1));
      if (ruling->place > 0)
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->place), ruling->place);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->who), ruling->who != NULL ? ruling->who : "");
  gtk_editable_set_text (GTK_EDITABLE (self->why), ruling->why != NULL ? ruling->why : "");
  self->ruling.who = self->ruling.why = NULL;
  gtk_entry_set_activates_default (GTK_ENTRY (self->who), TRUE);
  gtk_entry_set_activates_default (GTK_ENTRY (self->why), TRUE);
  g_signal_connect_swapped (self->who, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->why, "changed", G_CALLBACK (typed_cb), self);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self->dialog), grid);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self->dialog), "cancel", _ ("_Cancel"),
                                    "record", _ ("_Record"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self->dialog), "record",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self->dialog), "record");
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (response_cb), self, question_free,
                         0);
  typed_cb (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->who);
}
