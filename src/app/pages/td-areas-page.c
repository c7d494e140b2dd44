/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-areas-page.h"

#include <glib/gi18n.h>

struct _TdAreasPage
{
  TdRecordPage parent_instance;
};

G_DEFINE_FINAL_TYPE (TdAreasPage, td_areas_page, TD_TYPE_RECORD_PAGE)

static const int columns[] = { TD_AREA_CODE, TD_AREA_NAME, -1 };

static void
td_areas_page_class_init (TdAreasPageClass *class)
{
  TdRecordPageClass *record_class = TD_RECORD_PAGE_CLASS (class);

  record_class->table = TD_TABLE_AREAS;
  record_class->columns = columns;
  record_class->empty = N_ ("Add an area with +; each target belongs to one.");
}

static void
td_areas_page_init (TdAreasPage *self)
{
}

/* What was typed is written first, as when a page is left. */
static gboolean
close_request_cb (GtkWindow *window, TdPage *page)
{
  return !td_page_leave (page);
}

void
td_areas_page_show (GtkWidget *widget, TdDesk *desk)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = g_object_new (TD_TYPE_AREAS_PAGE, NULL);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Areas"));
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 480);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_signal_connect (window, "close-request", G_CALLBACK (close_request_cb), page);
  td_page_set_desk (TD_PAGE (page), desk);
  gtk_window_present (GTK_WINDOW (window));
}
