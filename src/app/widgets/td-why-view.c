/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-why-view.h"

#include <glib/gi18n.h>

#include "app/td-page.h"

/* --- a line --------------------------------------------------------------------------------------- */

#define TD_TYPE_WHY_LINE (td_why_line_get_type ())
G_DECLARE_FINAL_TYPE (TdWhyLine, td_why_line, TD, WHY_LINE, GObject)

struct _TdWhyLine
{
  GObject parent_instance;
  TdWhyStep *step;
};

G_DEFINE_FINAL_TYPE (TdWhyLine, td_why_line, G_TYPE_OBJECT)

static void
td_why_line_finalize (GObject *object)
{
  td_why_step_free (TD_WHY_LINE (object)->step);
  G_OBJECT_CLASS (td_why_line_parent_class)->finalize (object);
}

static void
td_why_line_class_init (TdWhyLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_why_line_finalize;
}

static void
td_why_line_init (TdWhyLine *self)
{
}

/* --- the view ------------------------------------------------------------------------------------- */

struct _TdWhyView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *view;
  GListStore *lines;
  GSignalGroup *signals;
  TdDesk *desk; /* owned */
  TdId unit;
  TdId target; /* TD_ID_NONE: the unit's total */
};

G_DEFINE_FINAL_TYPE (TdWhyView, td_why_view, GTK_TYPE_WIDGET)

static void
reload (TdWhyView *self)
{
  const TdMovement *movement = self->desk != NULL ? td_desk_get_movement (self->desk) : NULL;
  int unit = movement != NULL ? td_movement_find_unit (movement, self->unit) : -1;
  int target = movement != NULL ? td_movement_find_target (movement, self->target) : -1;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (unit >= 0)
    steps = target >= 0 ? td_why_cell (self->desk, td_desk_get_scores (self->desk), (guint) unit,
                                       (guint) target)
                        : td_why_unit (self->desk, td_desk_get_scores (self->desk), (guint) unit);
  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      TdWhyLine *line = g_object_new (TD_TYPE_WHY_LINE, NULL);

      line->step = g_steal_pointer (&g_ptr_array_index (steps, i));
      g_ptr_array_add (lines, line);
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
  gtk_widget_set_visible (self->back, target >= 0);
}

static void
back_cb (TdWhyView *self)
{
  td_why_view_show (self, self->unit, TD_ID_NONE);
}

static void
activate_cb (GtkListView *view, guint position, TdWhyView *self)
{
  g_autoptr (TdWhyLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  const TdMovement *movement = td_desk_get_movement (self->desk);
  const TdWhyStep *step = line->step;

  if (step->unit < 0 || step->target < 0)
    return;
  if (step->period < 0)
    {
      td_why_view_show (self, td_movement_unit (movement, step->unit)->id,
                        td_movement_target (movement, step->target)->id);
      return;
    }
  {
    TdPlace place = { "reports", td_movement_unit (movement, step->unit)->id,
                      td_movement_target (movement, step->target)->id,
                      td_movement_period (movement, step->period)->id };

    td_go (GTK_WIDGET (self), &place);
  }
}

/* --- rows ----------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget *box, const char *style, float xalign, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TdWhyView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_hexpand (add_label (top, NULL, 0, TRUE), TRUE);
  gtk_widget_set_valign (add_label (top, "numeric", 1, FALSE), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), top);
  gtk_widget_add_css_class (add_label (row, "caption", 0, TRUE), "dim-label");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TdWhyView *self)
{
  const TdWhyStep *step = TD_WHY_LINE (gtk_list_item_get_item (item))->step;
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *top = gtk_widget_get_first_child (row);
  GtkWidget *what = gtk_widget_get_first_child (top);
  GtkWidget *value = gtk_widget_get_last_child (top);
  GtkWidget *note = gtk_widget_get_last_child (row);
  gboolean leads_on = step->unit >= 0 && step->target >= 0 && step->level > 0;

  gtk_label_set_text (GTK_LABEL (what), step->what);
  gtk_label_set_text (GTK_LABEL (value), step->value);
  gtk_label_set_text (GTK_LABEL (note), step->note);
  gtk_widget_set_visible (note, *step->note != '\0');
  gtk_widget_set_margin_start (row, (int) step->level * 12);
  if (step->level == 0)
    gtk_widget_add_css_class (top, "heading");
  else
    gtk_widget_remove_css_class (top, "heading");
  gtk_list_item_set_activatable (item, leads_on);
  gtk_list_item_set_selectable (item, leads_on);
  gtk_widget_set_tooltip_text (row, leads_on ? _ ("Why? Press Enter or click") : NULL);
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_why_view_dispose (GObject *object)
{
  TdWhyView *self = TD_WHY_VIEW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (td_why_view_parent_class)->dispose (object);
}

static void
td_why_view_class_init (TdWhyViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = td_why_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
td_why_view_init (TdWhyView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->lines = g_list_store_new (TD_TYPE_WHY_LINE);
  self->signals = g_signal_group_new (TD_TYPE_DESK);
  g_signal_group_connect_swapped (self->signals, "scores-changed", G_CALLBACK (reload), self);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines)))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why?"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);

  self->back = gtk_button_new_with_label (_ ("Back to the total"));
  gtk_widget_set_halign (self->back, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_visible (self->back, FALSE);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_cb), self);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->back);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
td_why_view_new (void)
{
  return g_object_new (TD_TYPE_WHY_VIEW, NULL);
}

void
td_why_view_set_desk (TdWhyView *self, TdDesk *desk)
{
  if (!g_set_object (&self->desk, desk))
    return;
  g_signal_group_set_target (self->signals, desk);
  self->unit = self->target = TD_ID_NONE;
  reload (self);
}

void
td_why_view_show (TdWhyView *self, TdId unit, TdId target)
{
  self->unit = unit;
  self->target = target;
  reload (self);
}
