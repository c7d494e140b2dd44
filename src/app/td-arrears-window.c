/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-arrears-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/td-page.h"
#include "app/widgets/td-columns.h"
#include "desk/td-arrears.h"

static const char *
glyph (TdArrearsState state)
{
  static const char *const glyphs[] = {
    [TD_ARREARS_NOTHING_DUE] = "·", [TD_ARREARS_OPEN] = "◔", [TD_ARREARS_OWING] = "✗",
    [TD_ARREARS_IN_TIME] = "✓",     [TD_ARREARS_LATE] = "✓", [TD_ARREARS_RETURNED] = "↩",
  };

  return glyphs[state];
}

static char *
describe (const TdMovement *movement, const TdArrearsRow *row)
{
  g_autofree char *day = td_date_format (row->received_on, TD_STYLE_VIETNAMESE);
  g_autofree char *late = row->days_late > 0 ? g_strdup_printf ("%u", row->days_late) : NULL;

  return g_strdup_printf ("%s %s\t%s\t%u/%u\t%u\t%s\t%s\t%s", glyph (row->state),
                          _ (td_arrears_state_title (row->state)),
                          td_movement_unit (movement, row->unit)->name, row->reported,
                          row->expected, row->waiting, day, late != NULL ? late : "",
                          row->proof != NULL ? row->proof : "");
}

static GtkWidget *
make_summary (const TdMovement *movement, guint period, const GArray *rows)
{
  guint counts[TD_ARREARS_RETURNED + 1] = { 0 };
  g_autofree char *due =
      td_date_format (td_movement_period (movement, period)->due, TD_STYLE_VIETNAMESE);
  g_autofree char *text = NULL;
  GtkWidget *label;

  for (guint i = 0; i < rows->len; i++)
    counts[g_array_index (rows, TdArrearsRow, i).state]++;
  text = g_strdup_printf (
      _ ("Due on %s · %u in time · %u late · %u sent back · %u owing · %u still "
         "have time"),
      due, counts[TD_ARREARS_IN_TIME], counts[TD_ARREARS_LATE], counts[TD_ARREARS_RETURNED],
      counts[TD_ARREARS_OWING], counts[TD_ARREARS_OPEN]);
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "td-bar");
  return label;
}

static GtkWidget *
make_list (const TdMovement *movement, const GArray *rows)
{
  static const struct
  {
    const char *title;
    int width;
    gboolean numbers;
  } columns[] = {
    { N_ ("State"), 120, FALSE },
    { N_ ("Unit"), TD_COLUMN_WIDE, FALSE },
    { N_ ("Reported"), 110, TRUE },
    { N_ ("To appraise"), 120, TRUE },
    { N_ ("Received on"), 110, FALSE },
    { N_ ("Working days late"), 160, TRUE },
    { N_ ("Proof of receipt"), 240, FALSE },
  };
  GtkStringList *lines = gtk_string_list_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view =
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (lines))));

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *line = describe (movement, &g_array_index (rows, TdArrearsRow, i));

      gtk_string_list_append (lines, line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    td_columns_add_plain (GTK_COLUMN_VIEW (view), (int) i, _ (columns[i].title), columns[i].width,
                          columns[i].numbers);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who owes what"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* The window the board was asked for in, and the period it shows. */
typedef struct
{
  GtkWidget *asker;
  TdId period;
} Letter;

static void
letter_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Letter *) data)->asker);
  g_free (data);
}

static void
letter_cb (GtkWidget *button, gpointer data)
{
  const Letter *letter = data;
  g_autoptr (GtkWidget) asker = g_object_ref (letter->asker);
  TdId period = letter->period;

  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
  td_go_paper (asker, "reminder", TD_ID_NONE, period);
}

static GtkWidget *
make_header (GtkWidget *asker, TdId period)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Reminder letter"));
  Letter *letter = g_new0 (Letter, 1);

  letter->asker = g_object_ref (asker);
  letter->period = period;
  gtk_widget_set_tooltip_text (button, _ ("The letter to all units that are late, ready to print"));
  g_signal_connect_data (button, "clicked", G_CALLBACK (letter_cb), letter, letter_free, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);
  return header;
}

void
td_arrears_window_show (GtkWidget *widget, TdDesk *desk, guint period)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  g_autoptr (GError) error = NULL;
  /* Of a movement that is over, owing is counted up to the day it is looked at for. */
  g_autoptr (GArray) rows = td_arrears_new (desk, period, td_desk_get_as_of (desk), &error);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window, *box;
  g_autofree char *title = NULL;

  if (rows == NULL)
    {
      td_show_error (widget, _ ("The board cannot be shown"), error->message);
      return;
    }
  title = g_strdup_printf (_ ("Reports of %s"), td_movement_period (movement, period)->name);
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), make_header (widget, td_movement_period (movement, period)->id));
  gtk_box_append (GTK_BOX (box), make_summary (movement, period, rows));
  gtk_box_append (GTK_BOX (box), make_list (movement, rows));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 560);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}
