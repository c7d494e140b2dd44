/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-close-period.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/td-page.h"
#include "app/td-window.h"
#include "base/td-date.h"
#include "desk/td-seal.h"

typedef struct
{
  GtkWidget *widget;
  TdDesk *desk;
  TdId period;
  GtkEntry *reason; /* of a reopening; the dialog's */
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->widget);
  g_object_unref (question->desk);
  g_free (question);
}

static void
say_done (Question *question, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (question->widget);

  if (TD_IS_WINDOW (root))
    td_window_toast (TD_WINDOW (root), text);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  TdStore *store = td_desk_get_store (question->desk);
  TdId movement = td_desk_get_movement_id (question->desk);
  g_autoptr (GError) error = NULL;
  guint revision = 0;

  if (g_str_equal (response, "close"))
    {
      g_autofree char *text = NULL;

      if (!td_seal_close (store, movement, question->period, td_date_today (), &revision, &error))
        {
          td_show_error (question->widget, _ ("The period was not closed"), error->message);
          return;
        }
      text = g_strdup_printf (_ ("The period is closed, revision %u"), revision);
      say_done (question, text);
    }
  else if (g_str_equal (response, "reopen"))
    {
      if (!td_seal_reopen (store, movement, question->period, td_date_today (),
                           gtk_editable_get_text (GTK_EDITABLE (question->reason)), &error))
        td_show_error (question->widget, _ ("The period stays closed"), error->message);
      else
        say_done (question, _ ("The period is open again"));
    }
}

static void
reason_changed_cb (GtkEntry *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "reopen",
                                           *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0');
}

/* What a reopening may change: the record keeps what was, whether it is whole is said. */
static void
ask_to_reopen (AdwMessageDialog *dialog, Question *question, const TdRecord *seal)
{
  GtkWidget *entry = gtk_entry_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_label_new (NULL);
  g_autoptr (GPtrArray) affected = td_seal_list_affected (
      td_desk_get_store (question->desk), td_desk_get_movement (question->desk), question->period);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *day =
      td_date_format (td_record_get_date (seal, TD_SEAL_SEALED_ON), TD_STYLE_VIETNAMESE);

  adw_message_dialog_set_heading (dialog, _ ("Reopen this period?"));
  adw_message_dialog_format_body (
      dialog,
      _ ("It was closed on %s, revision %u; %s\n\nClosing it again is a "
         "new revision; the record of this one stays. What may "
         "change:"),
      day, (guint) td_record_get_number (seal, TD_SEAL_REVISION, 0),
      td_seal_is_whole (seal) ? _ ("its record is whole.")
                              : _ ("its record does not go with its hash any more!"));
  question->reason = GTK_ENTRY (entry);
  gtk_entry_set_placeholder_text (question->reason, _ ("Reason, and the decision's number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason"), -1);
  for (guint i = 0; i < affected->len; i++)
    g_string_append_printf (lines, "%s• %s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (affected, i));
  gtk_label_set_text (GTK_LABEL (list), lines->str);
  gtk_label_set_wrap (GTK_LABEL (list), TRUE);
  gtk_label_set_xalign (GTK_LABEL (list), 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), entry);
  adw_message_dialog_set_extra_child (dialog, box);
  adw_message_dialog_add_response (dialog, "reopen", _ ("_Reopen"));
  adw_message_dialog_set_response_appearance (dialog, "reopen", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (dialog, "reopen", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (reason_changed_cb), dialog);
}

static void
ask_to_close (AdwMessageDialog *dialog)
{
  adw_message_dialog_set_heading (dialog, _ ("Close this period?"));
  adw_message_dialog_set_body (
      dialog,
      _ ("What was reported, the rules and the ranking as of its last day are written down as "
         "one record with its SHA-256. From then on its figures cannot be changed; it is "
         "reopened only with a reason."));
  adw_message_dialog_add_response (dialog, "close", _ ("_Close the period"));
  adw_message_dialog_set_response_appearance (dialog, "close", ADW_RESPONSE_SUGGESTED);
}

void
td_close_period_ask (GtkWidget *widget, TdDesk *desk, TdId period)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, NULL));
  g_autoptr (TdRecord) seal =
      td_seal_find (td_desk_get_store (desk), td_desk_get_movement_id (desk), period);
  Question *question = g_new0 (Question, 1);

  question->widget = g_object_ref (widget);
  question->desk = g_object_ref (desk);
  question->period = period;
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (seal != NULL)
    ask_to_reopen (dialog, question, seal);
  else
    ask_to_close (dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
