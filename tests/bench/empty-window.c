/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference for starting: an empty window of the same kind, named on the command line. */
#define G_LOG_DOMAIN "thidua-app"

#include <adwaita.h>

static void
painted_cb (GdkFrameClock *clock)
{
  g_debug ("painted");
  g_signal_handlers_disconnect_by_func (clock, painted_cb, NULL);
}

static void
activate_cb (GtkApplication *application, const char *title)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 760);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Thi Đua"));
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("org.thidua.Empty", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb),
                    (gpointer) (argc > 1 ? argv[1] : "Empty"));
  return g_application_run (G_APPLICATION (application), 1, argv);
}
