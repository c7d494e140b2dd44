/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-preferences.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-page.h"
#include "app/td-settings.h"

/* The office's settings that papers use (PRINT.md, AWARDS.md), in the order in which one fills them. */
static const struct
{
  const char *key;
  const char *title; /* English source */
} office_keys[] = {
  { "superior", N_ ("Superior agency, above the agency's name") },
  { "agency", N_ ("Agency that issues the papers") },
  { "agency-sign", N_ ("The agency's sign in the papers' numbers") },
  { "place", N_ ("Place, before the date") },
  { "city", N_ ("City") },
  { "province", N_ ("Province") },
  { "recipient", N_ ("To whom proposals go") },
  { "signer-authority", N_ ("Authority of the signer: TM., KT., TL., Q.") },
  { "signer-position", N_ ("The signer's position") },
  { "signer-name", N_ ("The signer's name") },
  { "drafter-sign", N_ ("Sign of the drafting section") },
  { "archive", N_ ("Archive, in the list of recipients") },
};

/* --- the person's own ----------------------------------------------------------------------------- */

void
td_preferences_apply_color_scheme (void)
{
  g_autofree char *scheme = td_app_settings_dup_string ("color-scheme");
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (strcmp (scheme, "dark") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  else if (strcmp (scheme, "light") == 0)
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else
    adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

static void
operator_applied_cb (AdwEntryRow *row, TdWindow *window)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row));
  TdDesk *desk = td_window_get_desk (window);

  g_settings_set_string (td_app_settings_get (), "operator-name", name);
  if (desk != NULL)
    td_store_set_operator (td_desk_get_store (desk), name);
}

typedef struct
{
  const char *key;
  const char *const *values;
} Choice;

static void
chosen_cb (AdwComboRow *row, GParamSpec *pspec, const Choice *choice)
{
  g_settings_set_string (td_app_settings_get (), choice->key,
                         choice->values[adw_combo_row_get_selected (row)]);
  td_preferences_apply_color_scheme ();
}

static GtkWidget *
make_choice (const char *title, const char *subtitle, const Choice *choice,
             const char *const *titles)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *now = td_app_settings_dup_string (choice->key);

  for (guint i = 0; titles[i] != NULL; i++)
    gtk_string_list_append (names, _ (titles[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; choice->values[i] != NULL; i++)
    if (strcmp (choice->values[i], now) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_signal_connect (row, "notify::selected", G_CALLBACK (chosen_cb), (gpointer) choice);
  return row;
}

static GtkWidget *
make_own_group (TdWindow *window)
{
  static const char *const languages[] = { "vi", "en", "system", NULL };
  static const char *const language_titles[] = { "Tiếng Việt", "English", N_ ("As the desktop"),
                                                 NULL };
  static const Choice language = { "language", languages };
  static const char *const schemes[] = { "system", "light", "dark", NULL };
  static const char *const scheme_titles[] = { N_ ("As the desktop"), N_ ("Light"), N_ ("Dark"),
                                               NULL };
  static const Choice scheme = { "color-scheme", schemes };
  GtkWidget *group = adw_preferences_group_new (), *row = adw_entry_row_new ();
  g_autofree char *name = td_app_settings_dup_string ("operator-name");

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("You"));
  if (td_app_settings_get () == NULL)
    {
      adw_preferences_group_set_description (
          ADW_PREFERENCES_GROUP (group),
          _ ("The program's settings are not installed, so nothing can be kept here."));
      gtk_widget_set_sensitive (group, FALSE);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Your name, as the history records it"));
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (operator_applied_cb), window, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      make_choice (_ ("Language"), _ ("From the next start on"), &language, language_titles));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_choice (_ ("Light or dark"), NULL, &scheme, scheme_titles));
  return group;
}

/* --- the office's --------------------------------------------------------------------------------- */

typedef struct
{
  const char *key;
  const char *value;
} Setting;

gboolean
td_office_put (TdTxn *txn, const char *key, const char *value, GError **error)
{
  TdId id = td_txn_find (txn, TD_TABLE_OFFICE, TD_ID_NONE, key);
  g_autoptr (TdRecord) record = NULL;

  record = id != TD_ID_NONE ? td_txn_get (txn, TD_TABLE_OFFICE, id, TD_ID_NONE, error)
                            : td_record_new (TD_TABLE_OFFICE, TD_ID_NONE);
  if (record == NULL)
    return FALSE;
  td_record_set_text (record, TD_OFFICE_KEY, key);
  td_record_set_text (record, TD_OFFICE_VALUE, value);
  return td_txn_put (txn, record, error);
}

static gboolean
put_setting (TdTxn *txn, gpointer data, GError **error)
{
  const Setting *setting = data;

  return td_office_put (txn, setting->key, setting->value, error);
}

static void
office_applied_cb (AdwEntryRow *row, TdWindow *window)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "td-index"));
  Setting setting = { office_keys[index].key, gtk_editable_get_text (GTK_EDITABLE (row)) };
  TdDesk *desk = td_window_get_desk (window);
  g_autofree char *label = g_strdup_printf (_ ("Office: %s"), _ (office_keys[index].title));

  if (desk != NULL)
    td_write (GTK_WIDGET (window), desk, label, put_setting, &setting, NULL);
}

static GtkWidget *
make_office_group (TdWindow *window)
{
  GtkWidget *group = adw_preferences_group_new ();
  TdDesk *desk = td_window_get_desk (window);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The office, in this file"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("What papers say of the agency. Kept in the data file; can be undone."));
  gtk_widget_set_sensitive (group,
                            desk != NULL && !td_store_is_read_only (td_desk_get_store (desk)));
  for (guint i = 0; i < G_N_ELEMENTS (office_keys); i++)
    {
      GtkWidget *row = adw_entry_row_new ();
      g_autofree char *value =
          desk != NULL ? td_store_get_setting (td_desk_get_store (desk), office_keys[i].key) : NULL;

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (office_keys[i].title));
      gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      g_object_set_data (G_OBJECT (row), "td-index", GUINT_TO_POINTER (i));
      g_signal_connect_object (row, "apply", G_CALLBACK (office_applied_cb), window, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  return group;
}

void
td_preferences_show (TdWindow *window)
{
  GtkWidget *dialog = adw_preferences_window_new (), *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_own_group (window)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_office_group (window)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (dialog), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (dialog), FALSE);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}
