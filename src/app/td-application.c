/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "config.h"

#include "app/td-application.h"

#include <glib/gi18n.h>

#include "app/td-lost-focus.h"
#include "app/td-preferences.h"
#include "app/td-present-window.h"
#include "app/td-tab-order.h"
#include "app/td-window.h"

#include "td-app-resources.h"

/* A file of the command line. */
typedef struct
{
  char *path;
  TdOpening *opening; /* NULL: it is made from a template, or only looked at */
} File;

struct _TdApplication
{
  AdwApplication parent_instance;

  GPtrArray *files; /* of File: to be shown */

  char *new_from;   /* --new: the template a file that does not exist yet begins with */
  char *page;       /* --page: which page is shown first */
  gboolean present; /* --present: the files are only looked at, full screen */
};

G_DEFINE_FINAL_TYPE (TdApplication, td_application, ADW_TYPE_APPLICATION)

static void
file_free (File *file)
{
  g_autofree char *reason = NULL;
  g_autoptr (TdDesk) unshown =
      file->opening != NULL ? td_opening_end (file->opening, &reason, NULL) : NULL;

  g_free (file->path);
  g_free (file);
}

static TdWindow *
get_window (TdApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TD_IS_WINDOW (window) ? TD_WINDOW (window) : td_window_new (ADW_APPLICATION (self));
}

static void
painted_cb (GdkFrameClock *clock)
{
  g_debug ("painted");
  g_signal_handlers_disconnect_by_func (clock, painted_cb, NULL);
}

/* A window a file; the first file goes into an empty window. */
static void
show_file (TdApplication *self, File *file)
{
  TdWindow *window;

  if (self->present)
    {
      GtkWidget *shown = GTK_WIDGET (td_present_window_new (ADW_APPLICATION (self), file->path));

      gtk_window_present (GTK_WINDOW (shown));
      return;
    }
  window = get_window (self);
  if (td_window_get_desk (window) != NULL)
    window = td_window_new (ADW_APPLICATION (self));
  if (file->opening != NULL)
    td_window_take (window, g_steal_pointer (&file->opening));
  else
    td_window_create (window, file->path, self->new_from);
  if (self->page != NULL && td_window_get_desk (window) != NULL)
    {
      TdPlace place = { self->page };

      td_window_go (window, &place);
    }
  /* With its figures in it: laid out once. */
  gtk_window_present (GTK_WINDOW (window));
  /* The next frame is the first with the figures: `tests/bench` measures the start by it. */
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (painted_cb), NULL);
}

static void
td_application_activate (GApplication *application)
{
  TdApplication *self = TD_APPLICATION (application);

  if (self->files->len == 0)
    gtk_window_present (GTK_WINDOW (get_window (self)));
  for (guint i = 0; i < self->files->len; i++)
    show_file (self, self->files->pdata[i]);
  g_ptr_array_set_size (self->files, 0);
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (GTK_APPLICATION (data)), "application-name", _ ("Thi Đua"),
      "application-icon", TD_APP_ID, "version", TD_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _ ("Progress, ranking and commendation of emulation movements, for the office that "
         "answers for every figure."),
      NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window is asked: what was typed is written first. */
  for (GList *at = windows; at != NULL; at = at->next)
    gtk_window_close (at->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { "about", about_action },
  { "quit", quit_action },
};

static void
td_application_startup (GApplication *application)
{
  static const char *const quit_keys[] = { "<Control>q", NULL };
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  g_resources_register (td_app_get_resource ());
  G_APPLICATION_CLASS (td_application_parent_class)->startup (application);
  td_lost_focus_watch ();
  td_tab_order_watch ();
  gtk_css_provider_load_from_resource (style, "/org/thidua/ThiDua/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_icon_name (TD_APP_ID);
  td_preferences_apply_color_scheme ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit", quit_keys);
}

/* The files named are read from now on, while GTK starts. */
static void
take_files (TdApplication *self, GVariantDict *options)
{
  g_autofree const char **paths = NULL;

  if (!g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &paths))
    return;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) place = g_file_new_for_commandline_arg (paths[i]);
      File *file = g_new0 (File, 1);

      file->path = g_file_get_path (place);
      if (file->path == NULL)
        file->path = g_strdup (paths[i]);
      if (!self->present
          && (self->new_from == NULL || g_file_test (file->path, G_FILE_TEST_EXISTS)))
        file->opening = td_opening_new (file->path);
      g_ptr_array_add (self->files, file);
    }
}

static int
td_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TdApplication *self = TD_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("thidua %s\n", TD_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "new", "s", &self->new_from);
  g_variant_dict_lookup (options, "page", "s", &self->page);
  g_variant_dict_lookup (options, "present", "b", &self->present);
  take_files (self, options);
  return -1;
}

static void
td_application_finalize (GObject *object)
{
  TdApplication *self = TD_APPLICATION (object);

  g_ptr_array_unref (self->files);
  g_free (self->new_from);
  g_free (self->page);
  G_OBJECT_CLASS (td_application_parent_class)->finalize (object);
}

static void
td_application_class_init (TdApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = td_application_finalize;
  application_class->activate = td_application_activate;
  application_class->startup = td_application_startup;
  application_class->handle_local_options = td_application_handle_local_options;
}

static void
td_application_init (TdApplication *self)
{
  static const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Make FILE from this template when it does not exist"), N_ ("TEMPLATE") },
    { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Show this page first"), N_ ("PAGE") },
    { "present", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Show FILE full screen, for looking only, and follow it"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE…]") },
    { NULL },
  };

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) file_free);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

TdApplication *
td_application_new (void)
{
  /* Each process its own: two people on one machine may run it, and the lock is the file's. */
  return g_object_new (TD_TYPE_APPLICATION, "application-id", TD_APP_ID, "flags",
                       G_APPLICATION_NON_UNIQUE, NULL);
}
