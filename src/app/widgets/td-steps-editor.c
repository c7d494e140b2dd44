/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-steps-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/td-steps.h"

struct _TdStepsEditor
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *lines; /* a box of lines: two entries and a button each */
  GtkWidget *add;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdStepsEditor, td_steps_editor, GTK_TYPE_WIDGET)

static void
changed_cb (TdStepsEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
count_lines (TdStepsEditor *self)
{
  guint n = 0;

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    n++;
  return n;
}

static void
update (TdStepsEditor *self)
{
  guint n = count_lines (self);

  gtk_widget_set_visible (self->head, n > 0);
  gtk_widget_set_sensitive (self->add, n < TD_MAX_STEPS);
}

static void
remove_cb (GtkButton *button, TdStepsEditor *self)
{
  gtk_box_remove (GTK_BOX (self->lines), gtk_widget_get_parent (GTK_WIDGET (button)));
  update (self);
  gtk_widget_grab_focus (self->add);
  changed_cb (self);
}

static GtkWidget *
add_entry (TdStepsEditor *self, GtkWidget *line, const char *text, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (line), entry);
  return entry;
}

static GtkWidget *
add_line (TdStepsEditor *self, const char *threshold, const char *share)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *first = add_entry (self, line, threshold, _ ("From this value on"));

  add_entry (self, line, share, _ ("Share of the points, 0 to 1"));
  gtk_widget_set_tooltip_text (button, _ ("Take this step away"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take this step away"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->lines), line);
  update (self);
  return first;
}

static void
add_cb (TdStepsEditor *self)
{
  /* A line without text changes nothing yet. */
  gtk_widget_grab_focus (add_line (self, "", ""));
}

/* --- object --------------------------------------------------------------------------------------- */

static gboolean
td_steps_editor_grab_focus (GtkWidget *widget)
{
  TdStepsEditor *self = TD_STEPS_EDITOR (widget);
  GtkWidget *line = gtk_widget_get_first_child (self->lines);

  return gtk_widget_grab_focus (line != NULL ? gtk_widget_get_first_child (line) : self->add);
}

static void
td_steps_editor_dispose (GObject *object)
{
  TdStepsEditor *self = TD_STEPS_EDITOR (object);

  self->filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (td_steps_editor_parent_class)->dispose (object);
}

static void
td_steps_editor_class_init (TdStepsEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_steps_editor_dispose;
  widget_class->grab_focus = td_steps_editor_grab_focus;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TD_TYPE_STEPS_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_heading (GtkWidget *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
td_steps_editor_init (TdStepsEditor *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->head), TRUE);
  add_heading (self->head, _ ("From this value on"));
  add_heading (self->head, _ ("Share of the points, 0 to 1"));
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->add = gtk_button_new_with_label (_ ("Add a step"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_box_append (GTK_BOX (self->box), self->add);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
td_steps_editor_new (void)
{
  return g_object_new (TD_TYPE_STEPS_EDITOR, NULL);
}

void
td_steps_editor_set_text (TdStepsEditor *self, const char *text)
{
  g_auto (GStrv) steps = g_strsplit (text, ";", -1);
  GtkWidget *line;

  self->filling = TRUE;
  while ((line = gtk_widget_get_first_child (self->lines)) != NULL)
    gtk_box_remove (GTK_BOX (self->lines), line);
  for (guint i = 0; steps[i] != NULL; i++)
    {
      char *colon = strchr (steps[i], ':');

      if (*g_strstrip (steps[i]) == '\0')
        continue;
      if (colon != NULL)
        *colon = '\0';
      add_line (self, g_strstrip (steps[i]), colon != NULL ? g_strstrip (colon + 1) : "");
    }
  self->filling = FALSE;
  update (self);
}

char *
td_steps_editor_dup_text (TdStepsEditor *self)
{
  GString *out = g_string_new (NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      GtkWidget *first = gtk_widget_get_first_child (line);
      const char *threshold = gtk_editable_get_text (GTK_EDITABLE (first));
      const char *share =
          gtk_editable_get_text (GTK_EDITABLE (gtk_widget_get_next_sibling (first)));

      if (*threshold == '\0' && *share == '\0')
        continue;
      g_string_append_printf (out, "%s%s:%s", out->len > 0 ? ";" : "", threshold, share);
    }
  return g_string_free (out, FALSE);
}
