/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-columns.h"

/* --- cells ---------------------------------------------------------------------------------------- */

typedef struct
{
  int field;
  int width;
  gboolean numbers;
  TdColumnText text;
  gpointer data;
} Column;

/* What the wide column keeps when there is no room left; the view scrolls sideways then. */
#define WIDE_CHARS 22

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->numbers ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column->width == TD_COLUMN_WIDE)
    gtk_label_set_width_chars (GTK_LABEL (label), WIDE_CHARS);
  if (column->numbers)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  g_autofree char *text = column->text (gtk_list_item_get_item (item), column->field, column->data);
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (label), text);
  /* What is cut off is shown on hover; figures never are. */
  gtk_widget_set_tooltip_text (label, *text != '\0' && !column->numbers ? text : NULL);
}

/* --- sorting -------------------------------------------------------------------------------------- */

/* Set while the view's sorter is asked about two made-up rows: the field of the column asked first. */
typedef struct
{
  gboolean asking;
  int field;
} Probe;

static int
probe_order (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  GtkColumnView *view = gtk_column_view_column_get_column_view (column);
  Probe *probe = view != NULL
                     ? g_object_get_qdata (G_OBJECT (view), g_quark_from_static_string ("td-probe"))
                     : NULL;

  if (probe != NULL && probe->asking && probe->field < 0)
    probe->field = GPOINTER_TO_INT (
        g_object_get_qdata (G_OBJECT (column), g_quark_from_static_string ("td-field")));
  return GTK_ORDERING_SMALLER;
}

GtkColumnViewColumn *
td_columns_add (GtkColumnView *view, int field, const char *title, int width, gboolean numbers,
                TdColumnText text, gpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *result = gtk_column_view_column_new (title, factory);
  g_autoptr (GtkSorter) sorter = NULL;
  Column *column = g_new0 (Column, 1);

  column->field = field;
  column->width = width;
  column->numbers = numbers;
  column->text = text;
  column->data = data;
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_object_set_qdata (G_OBJECT (result), g_quark_from_static_string ("td-field"),
                      GINT_TO_POINTER (field));
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_order, result, NULL));
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_expand (result, width == TD_COLUMN_WIDE);
  if (width != TD_COLUMN_WIDE)
    gtk_column_view_column_set_fixed_width (result, width);
  gtk_column_view_append_column (view, result);
  g_object_unref (result); /* the view keeps it */
  /* cppcheck-suppress deallocret */
  return result;
}

typedef struct
{
  Probe probe;
  GtkColumnView *view;
  TdSortFunc func;
  gpointer data;
} Follower;

static void
sorter_changed_cb (GtkSorter *sorter, GtkSorterChange change, Follower *follower)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  follower->probe.field = -1;
  follower->probe.asking = TRUE;
  order = gtk_sorter_compare (sorter, a, b);
  follower->probe.asking = FALSE;
  follower->func (follower->probe.field, order == GTK_ORDERING_LARGER, follower->data);
}

void
td_columns_follow_sorting (GtkColumnView *view, TdSortFunc func, gpointer data)
{
  Follower *follower = g_new0 (Follower, 1);

  follower->view = view;
  follower->func = func;
  follower->data = data;
  g_object_set_qdata_full (G_OBJECT (view), g_quark_from_static_string ("td-probe"), follower,
                           g_free);
  g_signal_connect (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sorter_changed_cb),
                    follower);
}

static char *
tab_text (gpointer item, int field, gpointer data)
{
  g_auto (GStrv) cells = g_strsplit (gtk_string_object_get_string (item), "\t", -1);

  return g_strdup (field < (int) g_strv_length (cells) ? cells[field] : "");
}

void
td_columns_add_plain (GtkColumnView *view, int field, const char *title, int width,
                      gboolean numbers)
{
  GtkColumnViewColumn *column = td_columns_add (view, field, title, width, numbers, tab_text, NULL);

  gtk_column_view_column_set_sorter (column, NULL);
}
