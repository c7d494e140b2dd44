/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-drop-down.h"

/* What the list shows of a name at most, in characters. */
#define LIST_CHARS 70

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer chars)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars) > 0 ? -1 : 6);
  if (GPOINTER_TO_INT (chars) > 0)
    gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (chars));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static GtkListItemFactory *
make_factory (int chars)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (chars));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

void
td_drop_down_shorten (GtkDropDown *self)
{
  g_autoptr (GtkExpression) words =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) button = make_factory (0), list = make_factory (LIST_CHARS);

  gtk_drop_down_set_expression (self, words);
  gtk_drop_down_set_factory (self, button);
  gtk_drop_down_set_list_factory (self, list);
}

GtkWidget *
td_drop_down_new (GListModel *model, gboolean search)
{
  GtkWidget *self = gtk_drop_down_new (model, NULL);

  td_drop_down_shorten (GTK_DROP_DOWN (self));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self), search);
  return self;
}
