/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-report-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/awards/td-award-panel.h"
#include "base/td-date.h"
#include "desk/td-award-report.h"
#include "desk/td-award-steps.h"

/*
 * In the text view every mark is a run of characters under a tag of its own, which carries the mark's
 * source. Typing inside it changes the run's characters: it is then no longer what was bound, and goes
 * back into the text as words, where a number without a source is found.
 */
struct _TdReportView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *draft;
  GtkWidget *save;
  GtkWidget *summary;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *findings;

  TdDesk *desk; /* owned */
  TdId nomination;
  char *name;
  char *stored;           /* as on file */
  TdAwardReport *sources; /* NULL: cannot be drafted */
  guint check_source;     /* 0: none: a check that waits until typing pauses */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdReportView, td_report_view, GTK_TYPE_WIDGET)

#define MARK_KEY "td-mark"

static void
piece_free (gpointer data)
{
  TdBoundPiece *self = data;

  g_free (self->text);
  g_free (self->source);
  g_free (self->revision);
  g_free (self->refused);
  g_free (self);
}

/* --- text in and out of the view ------------------------------------------------------------------ */

static GtkTextTag *
make_mark_tag (TdReportView *self, const TdBoundPiece *piece)
{
  GtkTextTag *tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  TdBoundPiece *copy = g_new0 (TdBoundPiece, 1);

  copy->text = g_strdup (piece->text);
  copy->source = g_strdup (piece->source);
  copy->revision = g_strdup (piece->revision);
  copy->refused = g_strdup (piece->refused);
  g_object_set_data_full (G_OBJECT (tag), MARK_KEY, copy, piece_free);
  return tag;
}

static void
remove_marks (GtkTextTag *tag, gpointer table)
{
  if (g_object_get_data (G_OBJECT (tag), MARK_KEY) != NULL)
    gtk_text_tag_table_remove (table, tag);
}

static void
collect_tag (GtkTextTag *tag, gpointer tags)
{
  g_ptr_array_add (tags, tag);
}

static void
fill_view (TdReportView *self, const TdBoundText *text)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  GtkTextIter end;

  self->filling = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_tag_table_foreach (table, collect_tag, tags);
  for (guint i = 0; i < tags->len; i++)
    remove_marks (g_ptr_array_index (tags, i), table);
  for (guint i = 0; i < td_bound_text_get_n_pieces (text); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (text, i);

      gtk_text_buffer_get_end_iter (self->buffer, &end);
      if (piece->source == NULL)
        gtk_text_buffer_insert (self->buffer, &end, piece->text, -1);
      else
        gtk_text_buffer_insert_with_tags (self->buffer, &end, piece->text, -1,
                                          make_mark_tag (self, piece), NULL);
    }
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->filling = FALSE;
}

static GtkTextTag *
mark_at (const GtkTextIter *iter)
{
  GSList *tags = gtk_text_iter_get_tags (iter);
  GtkTextTag *found = NULL;

  for (GSList *at = tags; at != NULL; at = at->next)
    if (g_object_get_data (G_OBJECT (at->data), MARK_KEY) != NULL)
      found = at->data;
  g_slist_free (tags);
  return found;
}

/* The stored form of what is in the view. (transfer full) */
static char *
read_view (TdReportView *self)
{
  GString *stored = g_string_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  while (!gtk_text_iter_is_end (&start))
    {
      GtkTextTag *tag = mark_at (&start);
      const TdBoundPiece *mark = tag != NULL ? g_object_get_data (G_OBJECT (tag), MARK_KEY) : NULL;
      g_autofree char *text = NULL;

      end = start;
      /* Other tags begin and end within words: go on until the mark is another. */
      do
        gtk_text_iter_forward_to_tag_toggle (&end, NULL);
      while (!gtk_text_iter_is_end (&end) && mark_at (&end) == tag);
      text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      if (mark != NULL && strcmp (text, mark->text) == 0)
        td_bound_text_append_piece (stored, mark);
      else
        td_bound_text_append_words (stored, text);
      start = end;
    }
  return g_string_free (stored, FALSE);
}

/* --- what is to be looked at ---------------------------------------------------------------------- */

static void check (TdReportView *self);

static const char *
tag_of (TdBoundState state)
{
  switch (state)
    {
    case TD_BOUND_STALE:
    case TD_BOUND_LOST:
      return "stale";
    case TD_BOUND_UNSOURCED:
    case TD_BOUND_BROKEN:
      return "unsourced";
    case TD_BOUND_NO_EVIDENCE:
      return "evidence";
    case TD_BOUND_CURRENT:
      return "bound";
    case TD_BOUND_KEPT:
    case TD_BOUND_BY_HAND:
    default:
      return "kept";
    }
}

static void
apply_tag (TdReportView *self, const char *shown, const TdBoundFinding *finding)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start,
                                      (int) g_utf8_strlen (shown, (gssize) finding->start));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                      (int) g_utf8_strlen (shown, (gssize) finding->end));
  gtk_text_buffer_apply_tag_by_name (self->buffer, tag_of (finding->state), &start, &end);
}

/* Changes the text through the room's own functions and shows it again. */
static void
resolve_cb (TdReportView *self, GtkWidget *button)
{
  const char *what = g_object_get_data (G_OBJECT (button), "td-what");
  guint piece = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "td-piece"));
  gsize start = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (button), "td-start"));
  gsize end = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (button), "td-end"));
  g_autofree char *stored = read_view (self);
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);
  const TdBoundFacts *facts = td_award_report_get_facts (self->sources);

  if (strcmp (what, "accept") == 0)
    td_bound_text_accept (text, piece, facts);
  else if (strcmp (what, "keep") == 0)
    td_bound_text_keep (text, piece, facts);
  else
    {
      g_autofree char *today = td_date_format (td_date_today (), TD_STYLE_VIETNAMESE);
      g_autofree char *reason =
          g_strdup_printf ("%s, %s", td_store_get_operator (td_desk_get_store (self->desk)), today);

      td_bound_text_vouch (text, start, end, reason);
    }
  fill_view (self, text);
  check (self);
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
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (resolve_cb), self);
  gtk_box_append (GTK_BOX (line), button);
}

static GtkWidget *
make_finding (TdReportView *self, const TdBoundFinding *finding, gboolean writable)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = td_award_label_new (NULL);
  g_autofree char *text =
      finding->now != NULL
          ? g_strdup_printf (_ ("“%s”: %s; now “%s”"), finding->text,
                             _ (td_bound_state_title (finding->state)), finding->now)
          : g_strdup_printf ("“%s”: %s", finding->text, _ (td_bound_state_title (finding->state)));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (writable && finding->state == TD_BOUND_STALE)
    {
      add_resolve (self, line, finding, "accept", _ ("Take over"));
      add_resolve (self, line, finding, "keep", _ ("Keep"));
    }
  if (writable && finding->state == TD_BOUND_UNSOURCED)
    add_resolve (self, line, finding, "vouch", _ ("Vouch for it"));
  return line;
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
  static const char *const names[] = { "bound", "stale", "unsourced", "evidence", "kept" };
  g_autofree char *stored = read_view (self), *shown = NULL, *summary = NULL;
  g_autoptr (TdBoundText) text = td_bound_text_new (stored);
  g_autoptr (GPtrArray) found = NULL;
  GtkTextIter start, end;
  guint n_marks = 0, n_bound = 0;

  clear_findings (self);
  gtk_widget_set_sensitive (self->save, is_writable (self) && self->stored != NULL
                                            && strcmp (stored, self->stored) != 0);
  if (self->sources == NULL)
    return;
  shown = td_bound_text_show (text);
  found = td_bound_text_check (text, td_award_report_get_facts (self->sources));
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_text_buffer_remove_tag_by_name (self->buffer, names[i], &start, &end);
  for (guint i = 0; i < found->len; i++)
    {
      const TdBoundFinding *finding = g_ptr_array_index (found, i);

      apply_tag (self, shown, finding);
      n_bound += finding->state == TD_BOUND_CURRENT;
      if (!td_bound_state_is_mark (finding->state))
        continue;
      n_marks++;
      gtk_list_box_append (GTK_LIST_BOX (self->findings),
                           make_finding (self, finding, is_writable (self)));
    }
  summary =
      *stored == '\0'
          ? g_strdup (_ ("No report yet: “Draft from the figures” writes one to begin with."))
      : n_marks == 0
          ? g_strdup_printf (
              _ ("Figures and names bound to their sources: %u. Nothing to look at."), n_bound)
          : g_strdup_printf (_ ("Figures and names bound to their sources: %u. To look at: %u."),
                             n_bound, n_marks);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->findings, n_marks > 0);
}

static gboolean
check_later_cb (gpointer data)
{
  TdReportView *self = data;

  self->check_source = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
buffer_changed_cb (TdReportView *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->check_source, g_source_remove);
  self->check_source = g_timeout_add (400, check_later_cb, self);
}

/* --- writing -------------------------------------------------------------------------------------- */

gboolean
td_report_view_leave (TdReportView *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *stored = NULL, *label = NULL;
  TdRecord *record;

  if (self->desk == NULL || self->nomination == TD_ID_NONE || !is_writable (self))
    return TRUE;
  stored = read_view (self);
  if (g_strcmp0 (stored, self->stored) == 0)
    return TRUE;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  record = td_record_new (TD_TABLE_ACHIEVEMENT_REPORTS, td_desk_get_movement_id (self->desk));
  td_record_set_ref (record, TD_REPORT_NOMINATION, self->nomination);
  td_record_set_text (record, TD_REPORT_TEXT, stored);
  g_ptr_array_add (records, record);
  label = g_strdup_printf (_ ("Write the achievement report of %s"), self->name);
  /* On file from now on: the notice of the commit comes back here. */
  g_free (self->stored);
  self->stored = g_strdup (stored);
  if (td_write (GTK_WIDGET (self), self->desk, label, td_put_records_func, records, NULL))
    return TRUE;
  g_free (self->stored);
  self->stored = g_strdup ("");
  return FALSE;
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

  fill_view (self, text);
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
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
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
  typed = read_view (self);
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
        fill_view (self, text);
    }
  gtk_widget_set_sensitive (self->draft, self->sources != NULL && is_writable (self));
  gtk_text_view_set_editable (self->view, id != TD_ID_NONE && is_writable (self));
  check (self);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
make_tags (TdReportView *self)
{
  gtk_text_buffer_create_tag (self->buffer, "bound", "underline", PANGO_UNDERLINE_SINGLE,
                              "underline-rgba", &(GdkRGBA){ 0.5f, 0.5f, 0.5f, 0.6f }, NULL);
  gtk_text_buffer_create_tag (self->buffer, "stale", "background-rgba",
                              &(GdkRGBA){ 0.9f, 0.55f, 0.0f, 0.35f }, NULL);
  gtk_text_buffer_create_tag (self->buffer, "unsourced", "underline", PANGO_UNDERLINE_ERROR, NULL);
  gtk_text_buffer_create_tag (self->buffer, "evidence", "background-rgba",
                              &(GdkRGBA){ 0.3f, 0.5f, 0.9f, 0.25f }, NULL);
  gtk_text_buffer_create_tag (self->buffer, "kept", "underline", PANGO_UNDERLINE_DOUBLE, NULL);
}

static void
td_report_view_dispose (GObject *object)
{
  TdReportView *self = TD_REPORT_VIEW (object);

  g_clear_handle_id (&self->check_source, g_source_remove);
  g_clear_pointer (&self->sources, td_award_report_free);
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

static void
td_report_view_init (TdReportView *self)
{
  GtkWidget *bar = td_award_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (), *below = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, 8);
  gtk_text_view_set_left_margin (self->view, 12);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_text_view_set_pixels_below_lines (self->view, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Achievement report"), -1);
  make_tags (self);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  self->draft = td_award_button_add (bar, _ ("_Draft from the figures"),
                                     _ ("Sentences by rule, each number bound to its figure"),
                                     G_CALLBACK (draft_cb), self);
  self->save = td_award_button_add (bar, _ ("_Save"), NULL, G_CALLBACK (save_cb), self);
  gtk_widget_add_css_class (self->save, "suggested-action");
  self->summary = td_award_label_new ("dim-label");
  gtk_widget_set_margin_start (self->summary, 12);
  gtk_widget_set_margin_end (self->summary, 12);
  self->findings = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->findings), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To look at"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (below), self->findings);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (below), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (below), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (below), 220);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_box_append (GTK_BOX (self->box), below);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
td_report_view_new (void)
{
  return g_object_new (TD_TYPE_REPORT_VIEW, NULL);
}
