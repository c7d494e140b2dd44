/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-appraisal-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/pages/td-report-model.h"
#include "app/td-page.h"
#include "desk/td-why.h"
#include "model/td-rules.h"

/* What begins the appraiser's line in a note; it goes back to the unit, so it is Vietnamese. */
#define REASON_LINE "Thẩm định: "

struct _TdAppraisalPanel
{
  AdwBin parent_instance;

  /* template */
  GtkLabel *state;
  GtkLabel *four_eyes;
  GtkEntry *figures;
  GtkEntry *reason;

  /* owned */
  TdDesk *desk;
  TdRecord *entry; /* NULL: none */
  TdKind kind;
  gboolean writable;
};

enum
{
  MOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdAppraisalPanel, td_appraisal_panel, ADW_TYPE_BIN)

char *
td_appraisal_note (const char *note, const char *reason)
{
  g_auto (GStrv) lines = g_strsplit (note, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], REASON_LINE))
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", lines[i]);
  if (*reason != '\0')
    g_string_append_printf (out, "%s" REASON_LINE "%s", out->len > 0 ? "\n" : "", reason);
  return g_string_free (out, FALSE);
}

gboolean
td_appraisal_panel_is_active (TdAppraisalPanel *self)
{
  return self->entry != NULL && self->writable
         && (!td_entry_is_blank (self->entry, self->kind, FALSE) || self->kind == TD_KIND_MILESTONE)
         && !td_record_is_blank (self->entry, TD_ENTRY_STATE)
         && td_record_get_number (self->entry, TD_ENTRY_STATE, TD_ENTRY_DRAFT) != TD_ENTRY_DRAFT;
}

/* Who wrote the figures, as the journal knows; %NULL when it does not. (transfer full) */
static char *
dup_reporter (TdAppraisalPanel *self)
{
  TdId journal = td_record_get_ref (self->entry, TD_ENTRY_REPORTED_IN);
  g_autoptr (TdJournalRow) row =
      journal != TD_ID_NONE ? td_store_get_journal_row (td_desk_get_store (self->desk), journal)
                            : NULL;

  return row != NULL ? g_strdup (row->who) : NULL;
}

static void
show_state (TdAppraisalPanel *self)
{
  gboolean active = td_appraisal_panel_is_active (self);
  g_autofree char *who = active ? dup_reporter (self) : NULL;
  g_autofree char *text = NULL, *figures = NULL;
  TdFigures reported;

  gtk_widget_set_visible (
      GTK_WIDGET (self->four_eyes),
      who != NULL && strcmp (who, td_store_get_operator (td_desk_get_store (self->desk))) == 0);
  if (active)
    {
      const TdField *state = &self->entry->table->fields[TD_ENTRY_STATE];

      td_figures_read (self->entry, self->kind, &reported);
      figures = td_figures_words (&reported, self->kind);
      text = g_strdup_printf (
          _ ("%s · %s · typed by %s"), figures,
          _ (state->choices[td_record_get_number (self->entry, TD_ENTRY_STATE, 0)].title),
          who != NULL ? who : "–");
    }
  gtk_label_set_text (self->state, text != NULL ? text : _ ("Nothing to appraise here"));
}

static void
update_actions (TdAppraisalPanel *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean active = td_appraisal_panel_is_active (self);
  gboolean reason = *gtk_editable_get_text (GTK_EDITABLE (self->reason)) != '\0';
  gboolean figures = *gtk_editable_get_text (GTK_EDITABLE (self->figures)) != '\0';

  gtk_widget_action_set_enabled (widget, "appraisal.accept", active);
  gtk_widget_action_set_enabled (widget, "appraisal.correct", active && reason && figures);
  gtk_widget_action_set_enabled (widget, "appraisal.reject", active && reason);
  gtk_widget_set_sensitive (GTK_WIDGET (self->figures), active);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), active);
}

void
td_appraisal_panel_show (TdAppraisalPanel *self, TdDesk *desk, const TdRecord *entry,
                         gboolean writable)
{
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  int target = movement != NULL && entry != NULL
                   ? td_movement_find_target (movement, td_record_get_ref (entry, TD_ENTRY_TARGET))
                   : -1;

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->entry, td_record_free);
  if (target >= 0)
    {
      self->entry = td_record_copy (entry);
      self->kind = td_movement_target (movement, target)->kind;
    }
  self->writable = writable;
  gtk_editable_set_text (GTK_EDITABLE (self->figures), "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_remove_css_class (GTK_WIDGET (self->figures), "error");
  show_state (self);
  update_actions (self);
}

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

/* Puts the appraiser's figures into their fields; FALSE when they cannot be read. */
static gboolean
take_figures (TdAppraisalPanel *self, TdRecord *entry)
{
  g_autoptr (TdRecord) typed = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->figures))));

  if (!td_figures_parse (text, self->kind, FALSE, typed, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->figures), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->figures));
      td_toast (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  for (int i = 0; i <= TD_ENTRY_POINTS - TD_ENTRY_DONE; i++)
    td_value_copy (&entry->values[TD_ENTRY_APPRAISED_DONE + i], &typed->values[TD_ENTRY_DONE + i]);
  return TRUE;
}

gboolean
td_appraisal_panel_appraise (TdAppraisalPanel *self, TdEntryState state)
{
  g_autoptr (TdRecord) entry = NULL;
  g_autofree char *words = NULL, *note = NULL, *label = NULL;
  g_autofree char *reason =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (!td_appraisal_panel_is_active (self))
    return FALSE;
  entry = td_record_copy (self->entry);
  td_record_set_number (entry, TD_ENTRY_STATE, state);
  for (int field = TD_ENTRY_APPRAISED_DONE; field <= TD_ENTRY_APPRAISED_POINTS; field++)
    td_record_set_blank (entry, field);
  if (state == TD_ENTRY_CORRECTED && !take_figures (self, entry))
    return FALSE;
  note = td_appraisal_note (td_record_get_text (entry, TD_ENTRY_NOTE), reason);
  td_record_set_text (entry, TD_ENTRY_NOTE, note);
  words = td_store_record_words (td_desk_get_store (self->desk), entry);
  label = g_strdup_printf (state == TD_ENTRY_ACCEPTED    ? _ ("Accept %s")
                           : state == TD_ENTRY_CORRECTED ? _ ("Correct %s")
                                                         : _ ("Reject %s"),
                           words);
  return td_write (GTK_WIDGET (self), self->desk, label, put_func, entry, NULL);
}

/* --- actions -------------------------------------------------------------------------------------- */

static void
appraise_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdAppraisalPanel *self = TD_APPRAISAL_PANEL (widget);
  TdEntryState state = g_str_equal (name, "appraisal.accept")    ? TD_ENTRY_ACCEPTED
                       : g_str_equal (name, "appraisal.correct") ? TD_ENTRY_CORRECTED
                                                                 : TD_ENTRY_REJECTED;

  if (td_appraisal_panel_appraise (self, state))
    g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_str_equal (name, "appraisal.next") ? 1 : -1);
}

static void
typed_cb (TdAppraisalPanel *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->figures), "error");
  update_actions (self);
}

static void
td_appraisal_panel_dispose (GObject *object)
{
  TdAppraisalPanel *self = TD_APPRAISAL_PANEL (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->entry, td_record_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_APPRAISAL_PANEL);
  G_OBJECT_CLASS (td_appraisal_panel_parent_class)->dispose (object);
}

static void
td_appraisal_panel_class_init (TdAppraisalPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_appraisal_panel_dispose;
  signals[MOVE] = g_signal_new ("move", TD_TYPE_APPRAISAL_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/thidua/ThiDua/ui/widgets/td-appraisal-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TdAppraisalPanel, state);
  gtk_widget_class_bind_template_child (widget_class, TdAppraisalPanel, four_eyes);
  gtk_widget_class_bind_template_child (widget_class, TdAppraisalPanel, figures);
  gtk_widget_class_bind_template_child (widget_class, TdAppraisalPanel, reason);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "appraisal.accept", NULL, appraise_action);
  gtk_widget_class_install_action (widget_class, "appraisal.correct", NULL, appraise_action);
  gtk_widget_class_install_action (widget_class, "appraisal.reject", NULL, appraise_action);
  gtk_widget_class_install_action (widget_class, "appraisal.next", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "appraisal.previous", NULL, move_action);
}

static void
td_appraisal_panel_init (TdAppraisalPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}
