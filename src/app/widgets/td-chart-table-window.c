/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/widgets/td-chart-table-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/td-columns.h"

static GtkSelectionModel *
make_model (TdChartTable *table)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GString *row = g_string_new (NULL);

  for (guint i = 0; i < td_chart_table_get_n_rows (table); i++)
    {
      g_string_truncate (row, 0);
      for (guint j = 0; j < td_chart_table_get_n_columns (table); j++)
        {
          if (j > 0)
            g_string_append_c (row, '\t');
          g_string_append (row, td_chart_table_get (table, i, j));
        }
      gtk_string_list_append (rows, row->str);
    }
  g_string_free (row, TRUE);
  return GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows)));
}

static gboolean
close_key (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

void
td_chart_table_window_show (GtkWidget *widget, TdChart *chart)
{
  g_autoptr (TdChartTable) table = td_chart_to_table (chart);
  g_autoptr (GtkSelectionModel) model = make_model (table);
  const char *title = td_chart_get_head (chart)->title;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new (), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (g_steal_pointer (&model));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < td_chart_table_get_n_columns (table); i++)
    td_columns_add_plain (GTK_COLUMN_VIEW (view), (int) i, td_chart_table_get_header (table, i),
                          i == 0 ? TD_COLUMN_WIDE : 130, td_chart_table_is_number (table, i));
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_key, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_title (GTK_WINDOW (window), title != NULL ? title : _ ("Table"));
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 520);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}
