/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include <glib/gi18n.h>

#include "app/dialogs/td-undo-dialog.h"
#include "app/td-file-choice.h"
#include "app/td-import-window.h"
#include "app/td-present-pages.h"
#include "app/td-present-window.h"
#include "app/td-preferences.h"
#include "app/td-search-window.h"
#include "app/td-window-private.h"
#include "tables/td-export.h"
#include "tables/td-import.h"

/* --- file ----------------------------------------------------------------------------------------- */

static const char *const data_patterns[] = { "*" TD_FILE_ENDING, NULL };
static const char *const table_patterns[] = { "*.csv", "*.xlsx", "*.xlsm", "*.ods", "*.xls", NULL };

static void
open_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  g_autofree char *path = td_chosen_path (files);

  if (path != NULL)
    td_window_open (TD_WINDOW (widget), path);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdFileChoice choice = { .title = _ ("Open a data file"),
                          .action = GTK_FILE_CHOOSER_ACTION_OPEN,
                          .patterns = data_patterns,
                          .pattern_title = _ ("Thi Đua data files") };

  td_choose_files (widget, &choice, open_chosen, NULL, NULL);
}

static void
new_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  g_autofree char *path = td_chosen_path (files);
  g_autofree char *full = NULL;

  if (path == NULL)
    return;
  full = g_str_has_suffix (path, TD_FILE_ENDING) ? g_strdup (path)
                                                 : g_strconcat (path, TD_FILE_ENDING, NULL);
  td_window_create (TD_WINDOW (widget), full, data);
}

static void
new_from_template (TdWindow *self, const char *template_name)
{
  g_autofree char *name = g_strconcat (template_name, TD_FILE_ENDING, NULL);
  TdFileChoice choice = { .title = _ ("Where to keep the new data file"),
                          .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                          .name = name,
                          .patterns = data_patterns,
                          .pattern_title = _ ("Thi Đua data files") };

  td_choose_files (GTK_WIDGET (self), &choice, new_chosen, g_strdup (template_name), g_free);
}

static void
new_response_cb (AdwMessageDialog *dialog, const char *response, TdWindow *self)
{
  if (g_str_has_prefix (response, "template:"))
    new_from_template (self, response + strlen ("template:"));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) templates = td_file_templates_list ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (widget), _ ("New data file"),
                                              _ ("What should it begin with?"));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  for (guint i = 0; i < templates->len; i++)
    {
      const TdFileTemplate *template = g_ptr_array_index (templates, i);
      g_autofree char *id = g_strconcat ("template:", template->name, NULL);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), id, template->title);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (new_response_cb), widget);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
welcome_template_cb (GtkButton *button, TdWindow *self)
{
  new_from_template (self, gtk_widget_get_name (GTK_WIDGET (button)));
}

void
td_window_fill_welcome (TdWindow *self)
{
  g_autoptr (GPtrArray) templates = td_file_templates_list ();

  for (guint i = 0; i < templates->len; i++)
    {
      const TdFileTemplate *template = g_ptr_array_index (templates, i);
      GtkWidget *button = gtk_button_new_with_label (template->title);

      gtk_widget_set_name (button, template->name);
      g_signal_connect (button, "clicked", G_CALLBACK (welcome_template_cb), self);
      gtk_box_append (self->welcome_box, button);
    }
}

/* --- import, export, check ------------------------------------------------------------------------ */

static void
import_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  td_import_window_show (widget, TD_WINDOW (widget)->desk, files);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdFileChoice choice = { .title = _ ("Import from Excel"),
                          .action = GTK_FILE_CHOOSER_ACTION_OPEN,
                          .patterns = table_patterns,
                          .pattern_title = _ ("Tables: XLSX, ODS, CSV, XLS"),
                          .several = TRUE };

  td_choose_files (widget, &choice, import_chosen, NULL, NULL);
}

static void
export_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdWindow *self = TD_WINDOW (widget);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) td_export_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = td_chosen_path (files);
  TdExportOptions options = { td_desk_get_movement_id (self->desk),
                              td_desk_get_scores (self->desk) };

  if (path == NULL)
    return;
  for (const char *const *name = td_export_get_names (); *name != NULL; name++)
    {
      TdExport *sheet;

      if (options.scores == NULL && td_export_is_computed (*name))
        continue;
      sheet = td_export_table (td_desk_get_store (self->desk), *name, &options, &error);
      if (sheet == NULL)
        break;
      g_ptr_array_add (sheets, sheet);
    }
  if (error == NULL)
    td_export_write (sheets, path, &error);
  if (error != NULL)
    td_window_show_error (self, _ ("The tables could not be written"), error->message);
  else
    td_window_toast (self, _ ("The tables are written"));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdFileChoice choice = { .title = _ ("Export all tables"),
                          .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                          .name = _ ("tables.xlsx") };

  td_choose_files (widget, &choice, export_chosen, NULL, NULL);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!td_store_check (td_desk_get_store (self->desk), problems, &error))
    {
      td_window_show_error (self, _ ("The file could not be checked"), error->message);
      return;
    }
  if (td_problems_get_count (problems) == 0)
    {
      td_window_toast (self, _ ("The file is sound"));
      return;
    }
  text = td_problems_to_string (problems);
  td_window_show_error (self,
                        td_problems_get_n_errors (problems) > 0
                            ? _ ("The file breaks rules")
                            : _ ("The file is sound; some things are odd"),
                        text);
}

/* --- undo ----------------------------------------------------------------------------------------- */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_undo_with_question (widget, TD_WINDOW (widget)->desk, TD_ID_NONE, TRUE);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_undo_with_question (widget, TD_WINDOW (widget)->desk, TD_ID_NONE, FALSE);
}

/* --- going about ---------------------------------------------------------------------------------- */

static void
movement_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!td_desk_set_movement (self->desk, g_variant_get_int64 (parameter), &error))
    td_window_show_error (self, _ ("The movement cannot be shown"), error->message);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_window_show_page_at (TD_WINDOW (widget), (guint) g_variant_get_int32 (parameter));
}

/* The file as it is on the disk, which is all that was typed: each edit is saved at once. */
static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWindow *self = TD_WINDOW (widget);
  TdPage *page = td_window_get_current_page (self);
  TdPresentWindow *window;

  if (self->desk == NULL || (page != NULL && !td_page_leave (page)))
    return;
  window = td_present_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                                  td_store_get_path (td_desk_get_store (self->desk)));
  td_present_window_follow_view (window, self->desk);
  gtk_window_present (GTK_WINDOW (window));
}

static void
present_pages_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_present_pages_show (TD_WINDOW (widget));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_window_go_back (TD_WINDOW (widget));
}

/* A paper that needs no more than its kind to be made. */
static void
paper_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_go_paper (widget, g_variant_get_string (parameter, NULL), TD_ID_NONE, TD_ID_NONE);
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) folder = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_preferences_show (TD_WINDOW (widget));
}

/* Made when they are asked for: most starts of the program show none. */
static void
shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/thidua/ThiDua/ui/td-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_search_window_show (TD_WINDOW (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPage *page = td_window_get_current_page (TD_WINDOW (widget));

  if (page != NULL)
    td_page_find (page);
}

void
td_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.movement", "x", movement_action);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_action);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.present-pages", NULL, present_pages_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.paper", "s", paper_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", "s", open_folder_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.present", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK,
                                       "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.page", "i",
                                         (gint32) i);
}
