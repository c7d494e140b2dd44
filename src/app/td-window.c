/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-collect-window.h"
#include "app/td-file-choice.h"
#include "app/td-import-window.h"
#include "app/td-window-private.h"
#include "app/pages/td-awards-page.h"
#include "app/pages/td-history-page.h"
#include "app/pages/td-overview-page.h"
#include "app/pages/td-papers-page.h"
#include "app/pages/td-people-page.h"
#include "app/pages/td-ranking-page.h"
#include "app/pages/td-reports-page.h"
#include "app/pages/td-story-page.h"
#include "app/pages/td-targets-page.h"
#include "app/pages/td-units-page.h"
#include "tables/td-form-reader.h"
#include "base/td-date.h"

/* The pages, in the order of the sidebar; then those one comes to from others only. */
static const struct
{
  const char *name;
  const char *title; /* English source; NULL: not in the sidebar */
  const char *icon;
  GType (*get_type) (void);
} pages[] = {
  { "overview", N_ ("Overview"), "td-overview-symbolic", td_overview_page_get_type },
  { "reports", N_ ("Reports"), "td-reports-symbolic", td_reports_page_get_type },
  { "targets", N_ ("Targets"), "td-targets-symbolic", td_targets_page_get_type },
  { "units", N_ ("Units"), "td-units-symbolic", td_units_page_get_type },
  { "people", N_ ("People"), "system-users-symbolic", td_people_page_get_type },
  { "ranking", N_ ("Ranking"), "td-ranking-symbolic", td_ranking_page_get_type },
  { "awards", N_ ("Commendation"), "td-awards-symbolic", td_awards_page_get_type },
  { "papers", N_ ("Papers"), "x-office-document-symbolic", td_papers_page_get_type },
  { "history", N_ ("History"), "document-open-recent-symbolic", td_history_page_get_type },
  { "unit", NULL, NULL, td_story_page_get_type },
  { "target", NULL, NULL, td_story_page_get_type },
};

G_DEFINE_FINAL_TYPE (TdWindow, td_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- pages ---------------------------------------------------------------------------------------- */

static int
find_page (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].name, name) == 0)
      return (int) i;
  return -1;
}

/* Made when it is first looked at: a page nobody visits costs nothing. */
static TdPage *
get_page (TdWindow *self, guint index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, pages[index].name);

  if (page == NULL)
    {
      page = g_object_new (pages[index].get_type (), NULL);
      gtk_stack_add_named (self->stack, page, pages[index].name);
      td_page_set_desk (TD_PAGE (page), self->desk);
    }
  return TD_PAGE (page);
}

static TdPage *
current_page (TdWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  return TD_IS_PAGE (page) ? TD_PAGE (page) : NULL;
}

const char *
td_window_get_page_name (TdWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
show_page (TdWindow *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, (int) index);

  get_page (self, index);
  gtk_stack_set_visible_child_name (self->stack, pages[index].name);
  if (self->page != (int) index)
    self->previous = self->page;
  self->page = (int) index;
  if (gtk_list_box_get_selected_row (self->sidebar) != row)
    gtk_list_box_select_row (self->sidebar, row);
}

static void
page_selected_cb (TdWindow *self, GtkListBoxRow *row)
{
  TdPage *page = current_page (self);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (index < 0 || self->desk == NULL || index == self->page)
    return;
  if (page != NULL && !td_page_leave (page))
    {
      gtk_list_box_select_row (self->sidebar,
                               gtk_list_box_get_row_at_index (self->sidebar, self->page));
      return;
    }
  show_page (self, (guint) index);
}

void
td_window_go (TdWindow *self, const TdPlace *place)
{
  int index = find_page (place->page);
  TdPage *page = current_page (self);

  if (index < 0 || self->desk == NULL)
    return;
  if (index != self->page)
    {
      if (page != NULL && !td_page_leave (page))
        return;
      show_page (self, (guint) index);
    }
  td_page_go_to (get_page (self, (guint) index), place);
}

static void
fill_sidebar (TdWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages) && pages[i].title != NULL; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *label = gtk_label_new (_ (pages[i].title));

      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (pages[i].icon));
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (pages[i].title), -1);
      gtk_list_box_append (self->sidebar, row);
    }
}

/* --- the header ----------------------------------------------------------------------------------- */

static void
update_actions (TdWindow *self)
{
  TdStore *store = self->desk != NULL ? td_desk_get_store (self->desk) : NULL;
  g_autofree char *undo = store != NULL ? td_store_get_undo_label (store) : NULL;
  g_autofree char *redo = store != NULL ? td_store_get_redo_label (store) : NULL;
  g_autofree char *tip =
      undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : g_strdup (_ ("Undo"));
  gboolean writable = store != NULL && !td_store_is_read_only (store);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.check", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present", store != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.present-pages", writable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), tip);
}

/* "Số liệu minh họa", who else has the file, a failure to compute: what must not be overlooked. */
static gboolean
count_record (const TdRecord *record, gpointer data)
{
  ++*(guint *) data;
  return TRUE;
}

static void
update_notice (TdWindow *self)
{
  guint n_assumed = 0;
  GString *text = g_string_new (NULL);
  const TdMovement *movement = self->desk != NULL ? td_desk_get_movement (self->desk) : NULL;

  if (movement != NULL && movement->illustrative)
    g_string_append (text, _ ("Illustrative figures: none of them is real."));
  else if (movement != NULL)
    td_store_foreach (td_desk_get_store (self->desk), TD_TABLE_ASSUMPTIONS, movement->id,
                      count_record, &n_assumed, NULL);
  if (n_assumed > 0)
    g_string_append_printf (text,
                            _ ("%u points of this movement are assumptions, marked “Assumed” in "
                               "the forms: put in what your documents say."),
                            n_assumed);
  if (self->read_only_reason != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->read_only_reason);
  if (self->desk != NULL && td_desk_get_error (self->desk) != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            td_desk_get_error (self->desk)->message);
  gtk_label_set_text (self->notice_label, text->str);
  gtk_revealer_set_reveal_child (self->notice_revealer, text->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_revealer), text->len > 0);
  g_string_free (text, TRUE);
}

static void
update_movements (TdWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) movements =
      td_store_load (td_desk_get_store (self->desk), TD_TABLE_MOVEMENT, TD_ID_NONE, NULL);

  for (guint i = 0; movements != NULL && i < movements->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (movements, i);
      g_autoptr (GMenuItem) item =
          g_menu_item_new (td_record_get_text (record, TD_MOVEMENT_TITLE), NULL);

      g_menu_item_set_action_and_target (item, "win.movement", "x", record->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->movement_button, G_MENU_MODEL (menu));
}

static void
update_header (TdWindow *self)
{
  const TdMovement *movement = self->desk != NULL ? td_desk_get_movement (self->desk) : NULL;
  g_autofree char *name = NULL, *title = NULL, *as_of = NULL, *shown = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->movement_button), movement != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->as_of_button), movement != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->basis_box), movement != NULL);
  gtk_label_set_text (self->movement_label, movement != NULL ? movement->title : _ ("No movement"));
  if (self->desk == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Thi Đua"));
      return;
    }
  name = g_path_get_basename (td_store_get_path (td_desk_get_store (self->desk)));
  title = g_strdup_printf ("%s – %s", name, _ ("Thi Đua"));
  gtk_window_set_title (GTK_WINDOW (self), title);
  as_of = td_date_format (td_desk_get_as_of (self->desk), TD_STYLE_VIETNAMESE);
  shown = g_strdup_printf (_ ("As of %s"), as_of);
  gtk_menu_button_set_label (self->as_of_button, shown);
  gtk_editable_set_text (GTK_EDITABLE (self->as_of_entry), as_of);
}

static void
scores_changed_cb (TdWindow *self)
{
  update_header (self);
  update_notice (self);
}

static void
records_changed_cb (TdWindow *self, TdChanges *changes)
{
  update_actions (self);
  if (td_changes_touch (changes, TD_TABLE_MOVEMENT))
    update_movements (self);
}

static void
set_as_of (TdWindow *self, TdDate date)
{
  g_autoptr (GError) error = NULL;

  if (self->desk != NULL && !td_desk_set_as_of (self->desk, date, &error))
    td_window_show_error (self, _ ("The figures cannot be shown for this date"), error->message);
}

static void
as_of_entered_cb (TdWindow *self)
{
  g_autoptr (GError) error = NULL;
  TdDate date;

  if (!td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->as_of_entry)), &date, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->as_of_entry), "error");
      td_window_toast (self, error->message);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->as_of_entry), "error");
  gtk_popover_popdown (self->as_of_popover);
  set_as_of (self, date);
}

static void
as_of_picked_cb (TdWindow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->as_of_calendar);

  set_as_of (self, td_date_new (g_date_time_get_year (day), g_date_time_get_month (day),
                                g_date_time_get_day_of_month (day)));
}

static void
as_of_default_cb (TdWindow *self)
{
  gtk_popover_popdown (self->as_of_popover);
  set_as_of (self, TD_DATE_NONE);
}

static void
basis_toggled_cb (TdWindow *self)
{
  g_autoptr (GError) error = NULL;
  TdBasis basis =
      gtk_toggle_button_get_active (self->self_button) ? TD_BASIS_SELF : TD_BASIS_APPRAISED;

  if (self->desk != NULL && !td_desk_set_basis (self->desk, basis, &error))
    td_window_show_error (self, _ ("The figures cannot be shown on this basis"), error->message);
}

/* --- the open file -------------------------------------------------------------------------------- */

static void
set_desk (TdWindow *self, TdDesk *desk)
{
  GtkWidget *child;

  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->signals, desk);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TD_IS_PAGE (child))
      td_page_set_desk (TD_PAGE (child), desk);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sidebar), desk != NULL);
  gtk_toggle_button_set_active (self->appraised_button, TRUE);
  update_header (self);
  update_notice (self);
  update_actions (self);
  if (desk != NULL)
    {
      update_movements (self);
      /* A page about a record of the file before has nothing to show. */
      show_page (self, self->page >= 0 && pages[self->page].title != NULL ? (guint) self->page : 0);
      gtk_widget_grab_focus (
          GTK_WIDGET (gtk_list_box_get_row_at_index (self->sidebar, MAX (self->page, 0))));
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "welcome");
}

/* Shows what @desk has of a file just opened; without it, why it cannot be. */
static gboolean
take_desk (TdWindow *self, TdDesk *desk, const char *heading, const GError *error)
{
  TdStore *store = desk != NULL ? td_desk_get_store (desk) : NULL;
  g_autofree char *operator_name = td_app_settings_dup_string ("operator-name");
  g_autofree char *uri = NULL;

  if (desk == NULL)
    {
      td_window_show_error (self, heading, error->message);
      return FALSE;
    }
  td_store_set_operator (store, operator_name);
  uri = g_filename_to_uri (td_store_get_path (store), NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
  set_desk (self, desk);
  return TRUE;
}

gboolean
td_window_take (TdWindow *self, TdOpening *opening)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDesk) desk = NULL;

  g_clear_pointer (&self->read_only_reason, g_free);
  desk = td_opening_end (opening, &self->read_only_reason, &error);
  return take_desk (self, desk, _ ("The file cannot be opened"), error);
}

gboolean
td_window_open (TdWindow *self, const char *path)
{
  return td_window_take (self, td_opening_new (path));
}

gboolean
td_window_create (TdWindow *self, const char *path, const char *template_name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_file_template_create (template_name, path, &error);
  g_autoptr (TdDesk) desk = store != NULL ? td_desk_new (store, TD_ID_NONE, &error) : NULL;

  g_clear_pointer (&self->read_only_reason, g_free);
  return take_desk (self, desk, _ ("The file cannot be made"), error);
}

TdDesk *
td_window_get_desk (TdWindow *self)
{
  return self->desk;
}

/* --- messages ------------------------------------------------------------------------------------- */

void
td_window_show_done (TdWindow *self, const char *label)
{
  AdwToast *toast = adw_toast_new (label);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_set_timeout (toast, 5);
  if (self->done_toast != NULL)
    adw_toast_dismiss (self->done_toast);
  g_set_weak_pointer (&self->done_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
td_window_show_undone (TdWindow *self, const char *text)
{
  /* The offer to undo is used up. */
  if (self->done_toast != NULL)
    adw_toast_dismiss (self->done_toast);
  td_window_toast (self, text);
}

void
td_window_toast (TdWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
td_window_toast_folder (TdWindow *self, const char *text, const char *folder)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Open the folder"));
  adw_toast_set_action_name (toast, "win.open-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (folder));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
td_window_show_error (TdWindow *self, const char *heading, const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text);

  /* A file named on the command line may fail before the window is there. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 70);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scrolled);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- object --------------------------------------------------------------------------------------- */

static void
keep_size (TdWindow *self)
{
  GSettings *settings = td_app_settings_get ();
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 0));
  g_settings_set_int (settings, "window-height", MAX (height, 0));
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
restore_size (TdWindow *self)
{
  GSettings *settings = td_app_settings_get ();
  int width = settings != NULL ? g_settings_get_int (settings, "window-width") : 0;
  int height = settings != NULL ? g_settings_get_int (settings, "window-height") : 0;

  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static gboolean
td_window_close_request (GtkWindow *window)
{
  TdWindow *self = TD_WINDOW (window);
  TdPage *page = current_page (self);

  if (page != NULL && !td_page_leave (page))
    return TRUE;
  keep_size (self);
  return GTK_WINDOW_CLASS (td_window_parent_class)->close_request (window);
}

static void
td_window_dispose (GObject *object)
{
  TdWindow *self = TD_WINDOW (object);

  if (self->desk != NULL)
    set_desk (self, NULL);
  g_clear_object (&self->signals);
  g_clear_weak_pointer (&self->done_toast);
  G_OBJECT_CLASS (td_window_parent_class)->dispose (object);
}

static void
td_window_finalize (GObject *object)
{
  g_free (TD_WINDOW (object)->read_only_reason);
  G_OBJECT_CLASS (td_window_parent_class)->finalize (object);
}

/* --- what is dropped on the window ---------------------------------------------------------------- */

/* Folders and forms of ours are what the units sent back; other tables are brought in. */
static gboolean
are_forms (GListModel *files)
{
  g_autofree char *path = td_chosen_path (files);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) td_form_page_free);
  g_autoptr (TdProblems) problems = td_problems_new ();

  return path == NULL || g_file_test (path, G_FILE_TEST_IS_DIR)
         || td_form_read (path, found, problems, NULL, NULL);
}

/* A data file is opened. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TdWindow *self)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = NULL;
  TdPlace place = { "reports", TD_ID_NONE };
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));

  if (dropped == NULL)
    return FALSE;
  for (GSList *l = dropped; l != NULL; l = l->next)
    g_list_store_append (files, l->data);
  g_slist_free (dropped);
  path = td_chosen_path (G_LIST_MODEL (files));
  if (path != NULL && g_str_has_suffix (path, TD_FILE_ENDING))
    return td_window_open (self, path);
  if (self->desk == NULL || td_store_is_read_only (td_desk_get_store (self->desk)))
    {
      td_window_toast (self, _ ("Open a data file that may be changed first"));
      return FALSE;
    }
  if (!are_forms (G_LIST_MODEL (files)))
    {
      td_import_window_show (GTK_WIDGET (self), self->desk, G_LIST_MODEL (files));
      return TRUE;
    }
  td_window_go (self, &place);
  td_collect_window_show (GTK_WIDGET (self), self->desk, G_LIST_MODEL (files));
  return TRUE;
}

static void
follow_drops (TdWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
td_window_class_init (TdWindowClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = td_window_dispose;
  object_class->finalize = td_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = td_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, movement_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, movement_label);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, as_of_popover);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, as_of_entry);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, as_of_calendar);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, basis_box);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, self_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, appraised_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TdWindow, welcome_box);
  gtk_widget_class_bind_template_callback (widget_class, page_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_of_default_cb);
  gtk_widget_class_bind_template_callback (widget_class, basis_toggled_cb);
  td_window_install_actions (widget_class);
}

static void
td_window_init (TdWindow *self)
{
  self->page = self->previous = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->sidebar_button, "active", self->flap, "reveal-flap",
                          G_BINDING_BIDIRECTIONAL);
  gtk_toggle_button_set_active (self->sidebar_button, TRUE);
  self->signals = g_signal_group_new (TD_TYPE_DESK);
  g_signal_group_connect_swapped (self->signals, "scores-changed", G_CALLBACK (scores_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "records-changed", G_CALLBACK (records_changed_cb),
                                  self);
  fill_sidebar (self);
  td_window_fill_welcome (self);
  restore_size (self);
  follow_drops (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sidebar), FALSE);
  update_actions (self);
  update_header (self);
}

TdWindow *
td_window_new (AdwApplication *application)
{
  return g_object_new (TD_TYPE_WINDOW, "application", application, NULL);
}

/* Page number @index of the sidebar, for the actions. */
gboolean
td_window_show_page_at (TdWindow *self, guint index)
{
  TdPlace place = { NULL };

  if (index >= G_N_ELEMENTS (pages) || pages[index].title == NULL)
    return FALSE;
  place.page = pages[index].name;
  td_window_go (self, &place);
  return TRUE;
}

void
td_window_go_back (TdWindow *self)
{
  TdPlace place = { NULL };

  if (self->previous < 0)
    return;
  place.page = pages[self->previous].name;
  td_window_go (self, &place);
}

TdPage *
td_window_get_current_page (TdWindow *self)
{
  return current_page (self);
}
