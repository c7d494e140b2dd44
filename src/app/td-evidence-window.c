/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-evidence-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/widgets/td-columns.h"
#include "desk/td-evidence.h"

static void
add (GtkStringList *lines, const char *what, const char *name, const char *more)
{
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s", what, name, more);

  gtk_string_list_append (lines, line);
}

static void
add_paper (GtkStringList *lines, const TdEvidence *paper)
{
  g_autofree char *uses = g_strdup_printf (_ ("%u entries of %u units and %u targets"),
                                           paper->n_uses, paper->n_units, paper->n_targets);

  if (paper->state == TD_EVIDENCE_MISSING)
    add (lines, _ ("✗ file missing"), paper->name, paper->path);
  else if (paper->state == TD_EVIDENCE_ALTERED)
    add (lines, _ ("✗ file altered"), paper->name, paper->path);
  if (paper->n_units > 1 || paper->n_targets > 1)
    add (lines, _ ("⚠ reused"), paper->name, uses);
  if (paper->n_uses == 0)
    add (lines, _ ("○ serves no entry"), paper->name, paper->path);
}

static GtkStringList *
find_all (TdDesk *desk)
{
  TdStore *store = td_desk_get_store (desk);
  const TdMovement *movement = td_desk_get_movement (desk);
  GtkStringList *lines = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) papers = td_evidence_load (store, movement->id);
  g_autoptr (GArray) gaps = td_evidence_find_gaps (store, movement);

  for (guint i = 0; i < papers->len; i++)
    add_paper (lines, g_ptr_array_index (papers, i));
  for (guint i = 0; i < gaps->len; i++)
    {
      const TdEvidenceGap *gap = &g_array_index (gaps, TdEvidenceGap, i);
      int target = td_movement_find_target (movement, gap->target);
      g_autoptr (TdRecord) entry = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
      g_autofree char *words = NULL;

      td_record_set_ref (entry, TD_ENTRY_UNIT, gap->unit);
      td_record_set_ref (entry, TD_ENTRY_TARGET, gap->target);
      td_record_set_ref (entry, TD_ENTRY_PERIOD, gap->period);
      words = td_store_record_words (store, entry);
      add (lines, _ ("○ without evidence"), words, td_movement_target (movement, target)->evidence);
    }
  return lines;
}

void
td_evidence_window_show (GtkWidget *widget, TdDesk *desk)
{
  static const struct
  {
    const char *title;
    int width;
  } columns[] = { { N_ ("What"), 150 },
                  { N_ ("Paper or entry"), 330 },
                  { N_ ("More"), TD_COLUMN_WIDE } };
  GtkStringList *lines = find_all (desk);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view =
      gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (lines))));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    td_columns_add_plain (GTK_COLUMN_VIEW (view), (int) i, _ (columns[i].title), columns[i].width,
                          FALSE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Evidence to look after"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (g_list_model_get_n_items (G_LIST_MODEL (lines)) == 0)
    {
      GtkWidget *status = adw_status_page_new ();

      adw_status_page_set_title (ADW_STATUS_PAGE (status),
                                 _ ("Nothing is wrong with the evidence"));
      gtk_widget_set_vexpand (status, TRUE);
      gtk_box_append (GTK_BOX (box), status);
      g_object_ref_sink (scrolled);
      g_object_unref (scrolled);
    }
  else
    gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Evidence to look after"));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 520);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (window));
}
