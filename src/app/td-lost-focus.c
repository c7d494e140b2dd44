/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-lost-focus.h"

/* The window's path to the keyboard as far as it still leads: the list whose row has gone. */
static GtkWidget *
find_last_holder (GtkRoot *root)
{
  GtkWidget *widget = GTK_WIDGET (root);

  while (gtk_widget_get_focus_child (widget) != NULL)
    widget = gtk_widget_get_focus_child (widget);
  return widget;
}

/* Before the surface hands the event on: GTK's own handler is the first, so no later one can be in time. */
static gboolean
event_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkNative *native = gtk_native_get_for_surface (g_value_get_object (values));
  GdkEvent *event = g_value_get_pointer (values + 1);
  GtkWidget *focus;
  GtkRoot *root;

  if (native == NULL || gdk_event_get_event_type (event) != GDK_KEY_PRESS)
    return TRUE;
  root = gtk_widget_get_root (GTK_WIDGET (native));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus != NULL && gtk_widget_get_root (focus) != root
      && !gtk_widget_grab_focus (find_last_holder (root)))
    gtk_root_set_focus (root, NULL);
  return TRUE;
}

void
td_lost_focus_watch (void)
{
  g_autoptr (GTypeClass) surface = g_type_class_ref (GDK_TYPE_SURFACE);

  g_signal_add_emission_hook (g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, event_hook, NULL,
                              NULL);
}
