/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-evidence-box.h"

#include <glib/gi18n.h>

#include "app/td-file-choice.h"
#include "app/td-page.h"
#include "app/td-paper-window.h"
#include "app/td-window.h"
#include "desk/td-evidence.h"

struct _TdEvidenceBox
{
  AdwBin parent_instance;

  GtkWidget *list;     /* a box of rows */
  GtkLabel *asked_for; /* what the target asks for */

  /* owned */
  TdDesk *desk;
  TdRecord *entry;
  GPtrArray *papers;   /* of TdEvidence */
  GCancellable *check; /* of the hashes of these papers */
  gboolean writable;
};

G_DEFINE_FINAL_TYPE (TdEvidenceBox, td_evidence_box, ADW_TYPE_BIN)

static void fill (TdEvidenceBox *self);
static void fill_rows (TdEvidenceBox *self);

static char *
describe (const TdEvidence *paper)
{
  if (paper->state == TD_EVIDENCE_MISSING)
    return g_strdup_printf (_ ("✗ %s: the file is missing"), paper->name);
  if (paper->state == TD_EVIDENCE_ALTERED)
    return g_strdup_printf (_ ("✗ %s: the file was altered"), paper->name);
  if (paper->n_units > 1)
    return g_strdup_printf (_ ("⚠ %s: serves %u units"), paper->name, paper->n_units);
  if (paper->n_uses > 1)
    return g_strdup_printf (_ ("%s: serves %u entries"), paper->name, paper->n_uses);
  return g_strdup (paper->name);
}

static TdEvidence *
paper_of (TdEvidenceBox *self, GtkWidget *button)
{
  return g_ptr_array_index (self->papers,
                            GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "td-index")));
}

static void
look_cb (TdEvidenceBox *self, GtkWidget *button)
{
  const TdEvidence *paper = paper_of (self, button);

  if (paper->state == TD_EVIDENCE_MISSING)
    td_toast (GTK_WIDGET (self), _ ("The file is not in the evidence folder any more"));
  else
    td_paper_window_show (GTK_WIDGET (self), paper->path, paper->name);
}

static void
remove_cb (TdEvidenceBox *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!td_evidence_detach (td_desk_get_store (self->desk), paper_of (self, button)->use, &error))
    td_show_error (GTK_WIDGET (self), _ ("Nothing was changed"), error->message);
  else if (TD_IS_WINDOW (root))
    td_window_show_done (TD_WINDOW (root), _ ("Take evidence away"));
  fill (self);
}

static GtkWidget *
make_row (TdEvidenceBox *self, guint index)
{
  const TdEvidence *paper = g_ptr_array_index (self->papers, index);
  g_autofree char *text = describe (paper);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *look = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (look));
  GtkWidget *drop = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (look, paper->name);
  gtk_widget_set_hexpand (look, TRUE);
  gtk_widget_add_css_class (look, "flat");
  gtk_widget_add_css_class (drop, "flat");
  gtk_widget_set_tooltip_text (drop, _ ("Take this paper away from the entry; the file stays"));
  gtk_widget_set_sensitive (drop, self->writable);
  g_object_set_data (G_OBJECT (look), "td-index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (drop), "td-index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (look, "clicked", G_CALLBACK (look_cb), self);
  g_signal_connect_swapped (drop, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), look);
  gtk_box_append (GTK_BOX (row), drop);
  return row;
}

/* A file with the size it had may still have another content: its hash says so a moment later. */
static void
check_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const *pairs = data; /* path, hash, path, hash, …, NULL */
  GArray *states = g_array_new (FALSE, FALSE, sizeof (TdEvidenceState));

  for (guint i = 0; pairs[i] != NULL && !g_cancellable_is_cancelled (cancellable); i += 2)
    {
      TdEvidenceState state = td_evidence_check_file (pairs[i], pairs[i + 1]);

      g_array_append_val (states, state);
    }
  g_task_return_pointer (task, states, (GDestroyNotify) g_array_unref);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  TdEvidenceBox *self = TD_EVIDENCE_BOX (source);
  g_autoptr (GArray) states = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean any = FALSE;

  if (states == NULL || self->papers == NULL || states->len != self->papers->len)
    return;
  for (guint i = 0; i < states->len; i++)
    {
      TdEvidence *paper = g_ptr_array_index (self->papers, i);
      TdEvidenceState state = g_array_index (states, TdEvidenceState, i);

      any = any || paper->state != state;
      paper->state = state;
    }
  if (any)
    fill_rows (self);
}

static void
check_later (TdEvidenceBox *self)
{
  GPtrArray *pairs = g_ptr_array_new ();
  g_autoptr (GTask) task = NULL;

  self->check = g_cancellable_new ();
  task = g_task_new (self, self->check, checked_cb, NULL);
  for (guint i = 0; i < self->papers->len; i++)
    {
      const TdEvidence *paper = g_ptr_array_index (self->papers, i);

      g_ptr_array_add (pairs, g_strdup (paper->path));
      g_ptr_array_add (pairs, g_strdup (paper->hash));
    }
  g_ptr_array_add (pairs, NULL);
  g_task_set_task_data (task, g_ptr_array_free (pairs, FALSE), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, check_thread);
}

static void
fill_rows (TdEvidenceBox *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; self->papers != NULL && i < self->papers->len; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, i));
}

static void
fill (TdEvidenceBox *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  if (self->entry == NULL)
    {
      fill_rows (self);
      return;
    }
  self->papers =
      td_evidence_of_entry (td_desk_get_store (self->desk), td_desk_get_movement_id (self->desk),
                            td_record_get_ref (self->entry, TD_ENTRY_UNIT),
                            td_record_get_ref (self->entry, TD_ENTRY_TARGET),
                            td_record_get_ref (self->entry, TD_ENTRY_PERIOD));
  fill_rows (self);
  if (self->papers->len > 0)
    check_later (self);
}

void
td_evidence_box_show (TdEvidenceBox *self, TdDesk *desk, const TdRecord *entry, gboolean writable)
{
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  int target = movement != NULL && entry != NULL
                   ? td_movement_find_target (movement, td_record_get_ref (entry, TD_ENTRY_TARGET))
                   : -1;

  g_set_object (&self->desk, desk);
  g_clear_pointer (&self->entry, td_record_free);
  if (target >= 0)
    self->entry = td_record_copy (entry);
  self->writable = writable;
  gtk_label_set_text (self->asked_for,
                      target >= 0 ? td_movement_target (movement, target)->evidence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asked_for),
                          *gtk_label_get_text (self->asked_for) != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.attach",
                                 self->entry != NULL && writable);
  fill (self);
}

/* --- attaching ------------------------------------------------------------------------------------ */

static void
attach_files (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdEvidenceBox *self = TD_EVIDENCE_BOX (widget);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      char *path = g_file_get_path (file);

      if (path != NULL)
        g_ptr_array_add (paths, path);
    }
  if (self->entry == NULL || paths->len == 0)
    return;
  if (!td_evidence_attach (td_desk_get_store (self->desk), td_desk_get_movement_id (self->desk),
                           td_record_get_ref (self->entry, TD_ENTRY_UNIT),
                           td_record_get_ref (self->entry, TD_ENTRY_TARGET),
                           td_record_get_ref (self->entry, TD_ENTRY_PERIOD), paths, &error))
    td_show_error (widget, _ ("The evidence was not attached"), error->message);
  else if (TD_IS_WINDOW (root))
    td_window_show_done (TD_WINDOW (root), _ ("Evidence attached"));
  fill (self);
}

static void
attach_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdFileChoice choice = { .title = _ ("Attach evidence"),
                          .action = GTK_FILE_CHOOSER_ACTION_OPEN,
                          .several = TRUE };

  td_choose_files (widget, &choice, attach_files, NULL, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TdEvidenceBox *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  g_slist_free (dropped);
  if (self->entry == NULL || !self->writable)
    return FALSE;
  attach_files (GTK_WIDGET (self), G_LIST_MODEL (files), NULL);
  return TRUE;
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_evidence_box_dispose (GObject *object)
{
  TdEvidenceBox *self = TD_EVIDENCE_BOX (object);

  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->entry, td_record_free);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  G_OBJECT_CLASS (td_evidence_box_parent_class)->dispose (object);
}

static void
td_evidence_box_class_init (TdEvidenceBoxClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_evidence_box_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "evidence.attach", NULL,
                                   attach_action);
}

static void
td_evidence_box_init (TdEvidenceBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Evidence"));
  GtkWidget *attach = gtk_button_new_with_label (_ ("Attach…"));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (attach), "evidence.attach");
  gtk_widget_set_tooltip_text (attach, _ ("Attach files to this entry; or drop them here"));
  self->asked_for = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->asked_for, TRUE);
  gtk_label_set_xalign (self->asked_for, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->asked_for), "dim-label");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), attach);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->asked_for));
  gtk_box_append (GTK_BOX (box), self->list);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
