/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-report-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-award-panel.h"
#include "app/awards/td-bound-view.h"
#include "base/td-date.h"
#include "desk/td-award-report.h"
#include "desk/td-award-steps.h"

struct _TdReportView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *draft;
  GtkWidget *save;
  GtkWidget *next;
  GtkWidget *summary;
  TdBoundView *text;
  GtkWidget *findings;

  TdDesk *desk; /* owned */
  TdId nomination;
  char *name;
  char *stored;           /* as on file */
  TdAwardReport *sources; /* NULL: cannot be drafted */
  GPtrArray *found;       /* of TdBoundFinding: all that was found; NULL: not looked yet */
  guint check_source;     /* 0: none: a check that waits until typing pauses */
};

G_DEFINE_FINAL_TYPE (TdReportView, td_report_view, GTK_TYPE_WIDGET)

/* --- what is to be looked at ---------------------------------------------------------------------- */

static void check (TdReportView *self);

static gboolean write_report (TdReportView *self, const char *stored, const char *label);

/*
 * What a person decides about a mark is a step of its own, which one undo takes back; what was typed
 * before it is another.
 */
static void
resolve_cb (TdReportView *self, GtkWidget *button)
{
  const char *what = g_object_get_data (G_OBJECT (button), "td-what");
  guint piece = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "td-piece"));
  gsize start = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (button), "td-start"));
  gsize end = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (button), "td-end"));
  g_autofree char *words = g_strdup (g_object_get_data (G_OBJECT (button), "td-words"));
  g_autofree char *stored = NULL, *label = NULL;
  g_autoptr (TdBoundText) text = NULL;
  gboolean done;

  /* The list of findings is made anew by what is written: nothing of the button is used from here on. */
  if (!td_report_view_leave (self) || self->sources == NULL)
    return;
  text = td_bound_text_new (self->stored);
  if (strcmp (what, "accept") == 0)
    {
      done = td_bound_text_accept (text, piece, td_award_report_get_facts (self->sources));
      label = g_strdup_printf (_ ("Take over the new figure for “%s” in the report of %s"), words,
                               self->name);
    }
  else if (strcmp (what, "keep") == 0)
    {
      done = td_bound_text_keep (text, piece, td_award_report_get_facts (self->sources));
      label = g_strdup_printf (_ ("Keep “%s” in the report of %s"), words, self->name);
    }
  else
    {
      g_autofree char *today = td_date_format (td_date_today (), TD_STYLE_VIETNAMESE);
      g_autofree char *reason =
          g_strdup_printf ("%s, %s", td_store_get_operator (td_desk_get_store (self->desk)), today);

      done = td_bound_text_vouch (text, start, end, reason);
      label = g_strdup_printf (_ ("Vouch for “%s” in the report of %s"), words, self->name);
    }
  if (!done)
    return;
  stored = td_bound_text_store (text);
  if (write_report (self, stored, label))
    {
      td_bound_view_set (self->text, text);
      check (self);
    }
  /* The button is gone; the next one to look at is what comes next. */
  if (gtk_widget_get_visible (self->findings))
    gtk_widget_child_focus (self->findings, GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
add_resolve (TdReportView *self, GtkWidget *line, const TdBoundFinding *finding, const char *what,
             const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, finding->text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "td-what", (gpointer) what);
  g_object_set_data (G_OBJECT (button), "td-piece", GUINT_TO_POINTER (finding->piece));
  g_object_set_data (G_OBJECT (button), "td-start", GSIZE_TO_POINTER (finding->start));
  g_object_set_data (G_OBJECT (button), "td-end", GSIZE_TO_POINTER (finding->end));
  g_object_set_data_full (G_OBJECT (button), "td-words", g_strdup (finding->text), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (resolve_cb), self);
  gtk_box_append (GTK_BOX (line), button);
}

/* @shown: the whole text */
static void
add_finding (TdReportView *self, const char *shown, const TdBoundFinding *finding,
             gboolean writable)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = td_award_label_new (NULL), *context = td_award_label_new ("dim-label");
  g_autofree char *words =
      finding->now != NULL
          ? g_strdup_printf (_ ("“%s”: %s; now “%s”"), finding->text,
                             _ (td_bound_state_title (finding->state)), finding->now)
          : g_strdup_printf ("“%s”: %s", finding->text, _ (td_bound_state_title (finding->state)));
  g_autofree char *sentence =
      g_strndup (shown + finding->sentence_start, finding->sentence_end - finding->sentence_start);
  g_autofree char *heard = NULL;

  g_strstrip (sentence);
  heard = g_strdup_printf ("%s. %s", words, sentence);
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_label_set_text (GTK_LABEL (context), sentence);
  gtk_label_set_ellipsize (GTK_LABEL (context), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (context), 2);
  gtk_widget_add_css_class (context, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), context);
  gtk_widget_set_margin_start (line, 10);
  gtk_widget_set_margin_top (line, 4);
  gtk_widget_set_margin_bottom (line, 4);
  gtk_box_append (GTK_BOX (line), texts);
  if (writable && finding->state == TD_BOUND_STALE)
    {
      add_resolve (self, line, finding, "accept", _ ("Take over"));
      add_resolve (self, line, finding, "keep", _ ("Keep"));
    }
  if (writable && finding->state == TD_BOUND_UNSOURCED)
    add_resolve (self, line, finding, "vouch", _ ("Vouch for it"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), "td-finding", (gpointer) finding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->findings), row);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, TdReportView *self)
{
  const TdBoundFinding *finding = g_object_get_data (G_OBJECT (row), "td-finding");

  if (gtk_widget_is_sensitive (GTK_WIDGET (list)))
    td_bound_view_go_to (self->text, finding->start, finding->end);
}

/* To the next place to look at after the cursor, and after the last to the first. */
static void
next_cb (TdReportView *self)
{
  const TdBoundFinding *first = NULL, *next = NULL;
  gsize cursor;

  check (self);
  cursor = td_bound_view_get_cursor (self->text);
  for (guint i = 0; self->found != NULL && i < self->found->len && next == NULL; i++)
    {
      const TdBoundFinding *finding = g_ptr_array_index (self->found, i);

      if (!td_bound_state_is_mark (finding->state))
        continue;
      if (first == NULL)
        first = finding;
      /* After going somewhere the cursor stands behind it. */
      if (finding->start >= cursor)
        next = finding;
    }
  if (next == NULL)
    next = first;
  if (next != NULL)
    td_bound_view_go_to (self->text, next->start, next->end);
}

static void
clear_findings (TdReportView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->findings), child);
}

static gboolean
is_writable (TdReportView *self)
{
  return self->desk != NULL && !td_store_is_read_only (td_desk_get_store (self->desk));
}

static void
check (TdReportView *self)
{
  g_autofree char *stored = td_bound_view_read (self->text), *shown = NULL, *summary = NULL;
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);
  guint n_marks = 0, n_bound = 0;

  g_clear_handle_id (&self->check_source, g_source_remove);
  clear_findings (self);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_set_sensitive (self->save, is_writable (self) && self->stored != NULL
                                            && strcmp (stored, self->stored) != 0);
  if (self->sources != NULL)
    self->found = td_bound_text_check (text, td_award_report_get_facts (self->sources));
  td_bound_view_highlight (self->text, self->found);
  shown = td_bound_text_show (text);
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      const TdBoundFinding *finding = g_ptr_array_index (self->found, i);

      n_bound += finding->state == TD_BOUND_CURRENT;
      if (!td_bound_state_is_mark (finding->state))
        continue;
      n_marks++;
      add_finding (self, shown, finding, is_writable (self));
    }
  gtk_widget_set_sensitive (self->findings, TRUE);
  gtk_widget_set_sensitive (self->next, n_marks > 0);
  gtk_widget_set_visible (self->findings, n_marks > 0);
  if (self->sources == NULL)
    return;
  summary =
      *stored == '\0'
          ? g_strdup (_ ("No report yet: “Draft from the figures” writes one to begin with."))
      : n_marks == 0
          ? g_strdup_printf (
              _ ("Figures and names bound to their sources: %u. Nothing to look at."), n_bound)
          : g_strdup_printf (_ ("Figures and names bound to their sources: %u. To look at: %u."),
                             n_bound, n_marks);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
}

static gboolean
check_later_cb (gpointer data)
{
  TdReportView *self = data;

  self->check_source = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

/* What was found is about the text as it was: not to be acted on until it is looked at again. */
static void
edited_cb (TdReportView *self)
{
  gtk_widget_set_sensitive (self->findings, FALSE);
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (400, check_later_cb, self);
}

/* --- writing -------------------------------------------------------------------------------------- */

static gboolean
write_report (TdReportView *self, const char *stored, const char *label)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autofree char *before = g_steal_pointer (&self->stored);
  TdRecord *record =
      td_record_new (TD_TABLE_ACHIEVEMENT_REPORTS, td_desk_get_movement_id (self->desk));

  td_record_set_ref (record, TD_REPORT_NOMINATION, self->nomination);
  td_record_set_text (record, TD_REPORT_TEXT, stored);
  g_ptr_array_add (records, record);
  /* On file from now on: the notice of the commit comes back here. */
  self->stored = g_strdup (stored);
  if (td_write (GTK_WIDGET (self), self->desk, label, td_put_records_func, records, NULL))
    return TRUE;
  g_free (self->stored);
  self->stored = g_steal_pointer (&before);
  return FALSE;
}

gboolean
td_report_view_leave (TdReportView *self)
{
  g_autofree char *stored = NULL, *label = NULL;

  if (self->desk == NULL || self->nomination == TD_ID_NONE || !is_writable (self))
    return TRUE;
  stored = td_bound_view_read (self->text);
  if (g_strcmp0 (stored, self->stored) == 0)
    return TRUE;
  label = g_strdup_printf (_ ("Write the achievement report of %s"), self->name);
  return write_report (self, stored, label);
}

static void
save_cb (TdReportView *self)
{
  td_report_view_leave (self);
  check (self);
}

static void
write_draft (TdReportView *self)
{
  g_autofree char *draft = td_award_report_write (self->sources);
  g_autoptr (TdBoundText) text = td_bound_text_new (draft);

  td_bound_view_set (self->text, text);
  check (self);
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, TdReportView *self)
{
  if (strcmp (response, "replace") == 0 && self->sources != NULL)
    write_draft (self);
}

/* What somebody wrote is not thrown away without a question. */
static void
draft_cb (TdReportView *self)
{
  GtkWidget *dialog;

  if (self->sources == NULL)
    return;
  if (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text))) == 0)
    {
      write_draft (self);
      return;
    }
  dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Write a new draft?"),
      _ ("The text that is there is replaced. Nothing is written until you save."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- showing -------------------------------------------------------------------------------------- */

void
td_report_view_show (TdReportView *self, TdDesk *desk, const TdAwardBook *book,
                     const TdAwardNomination *nomination)
{
  TdId id = nomination != NULL ? nomination->id : TD_ID_NONE;
  g_autofree char *on_file = NULL, *typed = NULL;
  gboolean keep;

  if (self->nomination != TD_ID_NONE && id != self->nomination && self->desk == desk)
    td_report_view_leave (self);
  typed = td_bound_view_read (self->text);
  keep = id != TD_ID_NONE && id == self->nomination && g_strcmp0 (typed, self->stored) != 0;
  g_clear_pointer (&self->sources, td_award_report_free);
  g_set_object (&self->desk, desk);
  self->nomination = id;
  g_free (self->name);
  self->name =
      g_strdup (nomination != NULL && nomination->holder != NULL ? nomination->holder->name : "");
  if (nomination != NULL && td_desk_get_scores (desk) != NULL)
    {
      self->sources = td_award_report_new (td_desk_get_store (desk), td_desk_get_scores (desk),
                                           book, nomination);
      on_file = td_award_report_load (td_desk_get_store (desk), td_desk_get_movement_id (desk), id);
    }
  /* What is being typed stays when something else changed. */
  if (!keep)
    {
      g_autoptr (TdBoundText) text = td_bound_text_new (on_file != NULL ? on_file : "");

      g_free (self->stored);
      self->stored = td_bound_text_store (text);
      if (g_strcmp0 (typed, self->stored) != 0)
        td_bound_view_set (self->text, text);
    }
  gtk_widget_set_sensitive (self->draft, self->sources != NULL && is_writable (self));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), id != TD_ID_NONE && is_writable (self));
  check (self);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_report_view_dispose (GObject *object)
{
  TdReportView *self = TD_REPORT_VIEW (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->sources, td_award_report_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (td_report_view_parent_class)->dispose (object);
}

static void
td_report_view_finalize (GObject *object)
{
  TdReportView *self = TD_REPORT_VIEW (object);

  g_free (self->stored);
  g_free (self->name);
  G_OBJECT_CLASS (td_report_view_parent_class)->finalize (object);
}

static void
td_report_view_class_init (TdReportViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_report_view_dispose;
  G_OBJECT_CLASS (class)->finalize = td_report_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static gboolean
next_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  next_cb (TD_REPORT_VIEW (widget));
  return TRUE;
}

static void
add_keys (TdReportView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* Wherever the focus is, as long as the report is in view. */
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g, GDK_CONTROL_MASK),
                        gtk_callback_action_new (next_key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
td_report_view_init (TdReportView *self)
{
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *below = gtk_scrolled_window_new ();
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->text = TD_BOUND_VIEW (td_bound_view_new ());
  g_signal_connect_swapped (self->text, "edited", G_CALLBACK (edited_cb), self);
  self->draft = td_award_button_add (bar, _ ("_Draft from the figures"),
                                     _ ("Sentences by rule, each number bound to its figure"),
                                     G_CALLBACK (draft_cb), self);
  self->save = td_award_button_add (bar, _ ("_Save"), NULL, G_CALLBACK (save_cb), self);
  gtk_widget_add_css_class (self->save, "suggested-action");
  self->next = td_award_button_add (bar, _ ("Next to _look at"),
                                    _ ("To the next place in the text that is marked (Ctrl+G)"),
                                    G_CALLBACK (next_cb), self);
  add_keys (self);
  self->summary = td_award_label_new ("dim-label");
  gtk_widget_set_margin_start (self->summary, 12);
  gtk_widget_set_margin_end (self->summary, 12);
  self->findings = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->findings), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->findings), TRUE);
  g_signal_connect (self->findings, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To look at"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (below), self->findings);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (below), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (below, -1, 120);
  gtk_paned_set_start_child (GTK_PANED (paned), scrolled);
  gtk_paned_set_end_child (GTK_PANED (paned), below);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 300);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), paned);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
td_report_view_new (void)
{
  return g_object_new (TD_TYPE_REPORT_VIEW, NULL);
}
