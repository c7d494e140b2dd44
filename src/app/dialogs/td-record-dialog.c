/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/dialogs/td-record-dialog.h"

#include <glib/gi18n.h>

#include "app/widgets/td-form.h"

typedef struct
{
  GtkWidget *origin; /* weak */
  GtkWindow *window;
  TdDesk *desk;
  TdForm *form;
  GtkWidget *save;
  GtkWidget *problem;
  TdRecordDialogFunc func;
  gpointer data;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_weak_pointer (&self->origin);
  g_object_unref (self->desk);
  g_free (self);
}

static void
form_changed_cb (Dialog *self)
{
  gtk_widget_set_sensitive (self->save,
                            td_form_is_modified (self->form) && td_form_is_valid (self->form));
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static void
save_cb (Dialog *self)
{
  const TdRecord *draft = td_form_get_draft (self->form);
  g_autoptr (TdRecord) record = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *words = NULL, *label = NULL, *text = NULL;

  if (draft == NULL || self->origin == NULL || !td_form_is_valid (self->form))
    return;
  record = td_record_copy (draft);
  words = td_store_record_words (td_desk_get_store (self->desk), record);
  label = g_strdup_printf (record->id == TD_ID_NONE ? _ ("Add %s “%s”") : _ ("Edit %s “%s”"),
                           _ (record->table->record), words);
  if (td_write (self->origin, self->desk, label, put_func, record, problems))
    {
      if (self->func != NULL)
        self->func (record->id, self->data);
      gtk_window_destroy (self->window);
      return;
    }
  td_form_show_problems (self->form, problems);
  text = td_problems_to_string (problems);
  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, *text != '\0');
}

static void
cancel_cb (Dialog *self)
{
  gtk_window_destroy (self->window);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

static gboolean
save_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  save_cb (data);
  return TRUE;
}

static void
add_keys (GtkWidget *window, Dialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK),
                        gtk_callback_action_new (save_key_cb, self, NULL)));
  gtk_widget_add_controller (window, keys);
}

static GtkWidget *
make_form (Dialog *self, const TdRecord *record, const int *fields)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  guint n = 0;

  while (fields != NULL && fields[n] >= 0)
    n++;
  self->form = TD_FORM (td_form_new ());
  if (n > 0)
    td_form_set_fields (self->form, fields, n);
  td_form_set_record (self->form, self->desk, record, TRUE);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (form_changed_cb), self);
  self->problem = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_widget_add_css_class (box, "td-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 560);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

void
td_record_dialog_show (GtkWidget *widget, TdDesk *desk, const TdRecord *record, const int *fields,
                       TdRecordDialogFunc func, gpointer data)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));
  g_autofree char *title =
      g_strdup_printf (record->id == TD_ID_NONE ? _ ("New: %s") : "%s", _ (record->table->record));

  self->desk = g_object_ref (desk);
  self->window = GTK_WINDOW (window);
  self->func = func;
  self->data = data;
  g_set_weak_pointer (&self->origin, widget);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_sensitive (self->save, FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->save);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_form (self, record, fields));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, -1);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  add_keys (window, self);
  g_object_set_data_full (G_OBJECT (window), "td-dialog", self, dialog_free);
  form_changed_cb (self);
  gtk_window_present (GTK_WINDOW (window));
  td_form_focus_field (self->form, -1);
}
