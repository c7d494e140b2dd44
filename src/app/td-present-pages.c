/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-present-pages.h"

#include <glib/gi18n.h>

#include "app/td-preferences.h"
#include "figures/td-slides.h"

typedef struct
{
  TdWindow *window;
  GtkWidget *dialog;
  GtkListBox *list; /* a row for each page, with a check button */
  GtkSpinButton *seconds;
} Question;

static GtkWidget *
check_of (GtkListBoxRow *row)
{
  return gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
}

static TdSlide
slide_of (GtkListBoxRow *row)
{
  return (TdSlide) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "td-slide"));
}

static void
move (GtkButton *button, int by)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *list = gtk_widget_get_parent (row);
  int at = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by;

  if (at < 0 || at >= TD_N_SLIDES)
    return;
  g_object_ref (row);
  gtk_list_box_remove (GTK_LIST_BOX (list), row);
  gtk_list_box_insert (GTK_LIST_BOX (list), row, at);
  g_object_unref (row);
  gtk_widget_grab_focus (GTK_WIDGET (button));
}

static void
up_cb (GtkButton *button)
{
  move (button, -1);
}

static void
down_cb (GtkButton *button)
{
  move (button, 1);
}

static void
add_button (GtkWidget *box, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", clicked, NULL);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_row (Question *self, TdSlide slide, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new_with_label (_ (td_slide_question (slide)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  add_button (box, "go-up-symbolic", _ ("Earlier"), G_CALLBACK (up_cb));
  add_button (box, "go-down-symbolic", _ ("Later"), G_CALLBACK (down_cb));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data (G_OBJECT (row), "td-slide", GUINT_TO_POINTER (slide));
  gtk_list_box_append (self->list, row);
}

/* The chosen ones in their order, then the others. */
static void
fill (Question *self, TdStore *store)
{
  g_autofree char *pages = td_store_get_setting (store, TD_SLIDES_KEY);
  g_autofree char *seconds = td_store_get_setting (store, TD_SLIDES_SECONDS_KEY);
  g_autoptr (GArray) slides = td_slides_parse (pages);
  gboolean used[TD_N_SLIDES] = { FALSE };

  for (guint i = 0; i < slides->len; i++)
    {
      TdSlide slide = g_array_index (slides, TdSlide, i);

      if (!used[slide])
        add_row (self, slide, TRUE);
      used[slide] = TRUE;
    }
  for (guint i = 0; i < TD_N_SLIDES; i++)
    if (!used[i])
      add_row (self, (TdSlide) i, FALSE);
  gtk_spin_button_set_value (self->seconds, td_slides_parse_seconds (seconds));
}

typedef struct
{
  char *pages;
  char *seconds;
} Settings;

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  const Settings *settings = data;

  return td_office_put (txn, TD_SLIDES_KEY, settings->pages, error)
         && td_office_put (txn, TD_SLIDES_SECONDS_KEY, settings->seconds, error);
}

static void
save_cb (Question *self)
{
  g_autoptr (GArray) slides = g_array_new (FALSE, FALSE, sizeof (TdSlide));
  TdDesk *desk = td_window_get_desk (self->window);
  Settings settings;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check_of (row))))
      {
        TdSlide slide = slide_of (row);

        g_array_append_val (slides, slide);
      }
  settings.pages = td_slides_format (slides);
  settings.seconds = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->seconds));
  if (desk != NULL
      && td_write (GTK_WIDGET (self->window), desk, _ ("Pages of the presentation"), put_func,
                   &settings, NULL))
    gtk_window_close (GTK_WINDOW (self->dialog));
  g_free (settings.pages);
  g_free (settings.seconds);
}

void
td_present_pages_show (TdWindow *window)
{
  Question *self = g_new0 (Question, 1);
  TdDesk *desk = td_window_get_desk (window);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save")), *line, *label;

  self->window = window;
  self->dialog = adw_window_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->seconds = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (3, 3600, 1));
  fill (self, td_desk_get_store (desk));

  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  label = gtk_label_new (_ ("Seconds a page stays when the timer runs"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->seconds),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->seconds));
  gtk_box_append (GTK_BOX (box), line);

  gtk_widget_add_css_class (save, "suggested-action");
  g_signal_connect_data (save, "clicked", G_CALLBACK (save_cb), self,
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);
  gtk_box_append (GTK_BOX (outer), header);
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (ADW_WINDOW (self->dialog), outer);
  gtk_window_set_title (GTK_WINDOW (self->dialog), _ ("Pages of the presentation"));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 520, -1);
  gtk_window_set_modal (GTK_WINDOW (self->dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self->dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (self->dialog));
}
