/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-own-menu.h"

#include <glib/gi18n.h>
#include <string.h>

#include "awards/td-law-library.h"

struct _TdLawOwnMenu
{
  AdwBin parent_instance;

  GtkWidget *remove;
  TdAwardPanel *panel; /* borrowed: it is around this */
  char *id;            /* of the office's own pack that is chosen; NULL: another is, or none */
  char *title;         /* its */
};

G_DEFINE_FINAL_TYPE (TdLawOwnMenu, td_law_own_menu, ADW_TYPE_BIN)

/* --- in and out ----------------------------------------------------------------------------------- */

/* A file is tried against the packs there are before it is taken. */
static void
take_file (TdLawOwnMenu *self, GFile *file)
{
  TdDesk *desk = td_award_panel_get_desk (self->panel);
  g_autoptr (TdProblems) ignored = td_problems_new ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdLawLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *data = NULL, *key = NULL, *label = NULL, *text = NULL;
  const TdLawPack *pack;
  gsize length;

  if (!g_file_load_contents (file, NULL, &data, &length, NULL, &error)
      || (library = td_award_book_load_library (td_desk_get_store (desk), ignored, &error)) == NULL)
    {
      td_show_error (GTK_WIDGET (self), _ ("The law pack cannot be read"), error->message);
      return;
    }
  if (!td_law_library_add (library, name, data, length, problems))
    {
      text = td_problems_to_string (problems);
      td_show_error (GTK_WIDGET (self), _ ("The law pack was not taken"), text);
      return;
    }
  pack = td_law_library_get (library, td_law_library_get_count (library) - 1);
  key = g_strconcat (TD_SETTING_LAW_PACK, td_law_pack_get_id (pack), NULL);
  label = g_strdup_printf (_ ("Add the law pack “%s”"), td_law_pack_get_title (pack));
  td_award_write_setting (GTK_WIDGET (self), desk, key, data, label);
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, TdLawOwnMenu *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && td_award_panel_get_desk (self->panel) != NULL)
    take_file (self, file);
  g_object_unref (dialog);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, TdLawOwnMenu *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = td_law_library_load_example ();
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);

      if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL,
                                   &error))
        td_toast (GTK_WIDGET (self), _ ("The template is written; its figures are invented"));
      else
        td_show_error (GTK_WIDGET (self), _ ("The template could not be written"), error->message);
    }
  g_object_unref (dialog);
}

static void
choose (TdLawOwnMenu *self, const char *title, GtkFileChooserAction action, GCallback func)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, "*.json");
  gtk_file_filter_set_name (filter, _ ("Law packs"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "quy-dinh-cua-don-vi.json");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", func, self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_cb (TdLawOwnMenu *self)
{
  choose (self, _ ("Add a law pack of the office"), GTK_FILE_CHOOSER_ACTION_OPEN,
          G_CALLBACK (open_response_cb));
}

static void
template_cb (TdLawOwnMenu *self)
{
  choose (self, _ ("Where to write the template"), GTK_FILE_CHOOSER_ACTION_SAVE,
          G_CALLBACK (save_response_cb));
}

typedef struct
{
  char *key;
  TdRecord *found;
} Search;

static gboolean
find_setting (const TdRecord *record, gpointer data)
{
  Search *search = data;

  if (strcmp (td_record_get_text (record, TD_OFFICE_KEY), search->key) != 0)
    return TRUE;
  search->found = td_record_copy (record);
  return FALSE;
}

static gboolean
delete_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRecord *record = data;

  return td_txn_delete (txn, record->table->id, record->id, error);
}

static void
remove_cb (TdLawOwnMenu *self)
{
  TdDesk *desk = td_award_panel_get_desk (self->panel);
  g_autofree char *label = NULL, *key = NULL;
  Search search = { NULL, NULL };

  if (desk == NULL || self->id == NULL)
    return;
  search.key = key = g_strconcat (TD_SETTING_LAW_PACK, self->id, NULL);
  td_store_foreach (td_desk_get_store (desk), TD_TABLE_OFFICE, TD_ID_NONE, find_setting, &search,
                    NULL);
  if (search.found == NULL)
    return;
  label = g_strdup_printf (_ ("Take the law pack “%s” away"), self->title);
  td_write (GTK_WIDGET (self), desk, label, delete_func, search.found, NULL);
  td_record_free (search.found);
}

/* --- widget --------------------------------------------------------------------------------------- */

static void
td_law_own_menu_finalize (GObject *object)
{
  TdLawOwnMenu *self = TD_LAW_OWN_MENU (object);

  g_free (self->id);
  g_free (self->title);
  G_OBJECT_CLASS (td_law_own_menu_parent_class)->finalize (object);
}

static void
td_law_own_menu_class_init (TdLawOwnMenuClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_law_own_menu_finalize;
}

static void
td_law_own_menu_init (TdLawOwnMenu *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "td-dialog");
  td_award_button_add (box, _ ("_Add the office's own…"),
                       _ ("A pack of the office lies upon one of the program's and holds where a "
                          "round names it"),
                       G_CALLBACK (add_cb), self);
  td_award_button_add (box, _ ("Write a _template…"), _ ("A file to begin an own pack with"),
                       G_CALLBACK (template_cb), self);
  self->remove = td_award_button_add (box, _ ("Take away"), NULL, G_CALLBACK (remove_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Office's own"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
td_law_own_menu_new (TdAwardPanel *panel)
{
  TdLawOwnMenu *self = g_object_new (TD_TYPE_LAW_OWN_MENU, NULL);

  self->panel = panel;
  return GTK_WIDGET (self);
}

void
td_law_own_menu_set_pack (TdLawOwnMenu *self, const TdLawPack *pack)
{
  gboolean is_own = pack != NULL && td_law_pack_get_base (pack) != NULL;

  g_free (self->id);
  g_free (self->title);
  self->id = is_own ? g_strdup (td_law_pack_get_id (pack)) : NULL;
  self->title = is_own ? g_strdup (td_law_pack_get_title (pack)) : NULL;
  gtk_widget_set_sensitive (self->remove, td_award_panel_is_writable (self->panel) && is_own);
}
