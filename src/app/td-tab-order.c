/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-tab-order.h"

/* The list that @row, the widget with the keyboard, is a row of; NULL when it is none. */
static GtkWidget *
find_list (GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);
  GtkWidget *list;

  if (GTK_IS_LIST_BOX_ROW (row))
    return GTK_IS_LIST_BOX (parent) ? parent : NULL;
  if (!GTK_IS_LIST_BASE (parent))
    return NULL;
  list = gtk_widget_get_ancestor (parent, GTK_TYPE_COLUMN_VIEW);
  return list != NULL ? list : parent;
}

static gboolean
has_focusable (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((gtk_widget_get_focusable (child) && gtk_widget_is_sensitive (child)
         && gtk_widget_get_visible (child))
        || has_focusable (child))
      return TRUE;
  return FALSE;
}

static gboolean
key_pressed_cb (GtkWindow *window, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *list;
  gboolean moved;

  if ((key != GDK_KEY_Tab && key != GDK_KEY_ISO_Left_Tab && key != GDK_KEY_KP_Tab)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || focus == NULL)
    return FALSE;
  list = find_list (focus);
  if (list == NULL || has_focusable (focus))
    return FALSE;
  /* What cannot take the focus is passed over on the way. */
  gtk_widget_set_can_focus (list, FALSE);
  moved = gtk_widget_child_focus (GTK_WIDGET (window),
                                  (state & GDK_SHIFT_MASK) != 0 || key == GDK_KEY_ISO_Left_Tab
                                      ? GTK_DIR_TAB_BACKWARD
                                      : GTK_DIR_TAB_FORWARD);
  gtk_widget_set_can_focus (list, TRUE);
  return moved;
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
      gtk_widget_add_controller (GTK_WIDGET (window), keys);
    }
}

void
td_tab_order_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb),
                    NULL);
}
