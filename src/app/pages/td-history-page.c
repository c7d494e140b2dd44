/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-history-page.h"

#include <glib/gi18n.h>

#include "app/dialogs/td-undo-dialog.h"
#include "app/widgets/td-columns.h"
#include "base/td-text.h"

/* At most so many lines of one change are shown; an import may have 100,000. */
#define MAX_LINES 2000

/* --- rows ----------------------------------------------------------------------------------------- */

#define TD_TYPE_HISTORY_ROW (td_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TdHistoryRow, td_history_row, TD, HISTORY_ROW, GObject)

/* A change of the journal, or one line of it. */
struct _TdHistoryRow
{
  GObject parent_instance;
  TdJournalRow *change;
  char *texts[3]; /* of a line: where, before, after */
};

G_DEFINE_FINAL_TYPE (TdHistoryRow, td_history_row, G_TYPE_OBJECT)

static void
td_history_row_finalize (GObject *object)
{
  TdHistoryRow *self = TD_HISTORY_ROW (object);

  td_journal_row_free (self->change);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (td_history_row_parent_class)->finalize (object);
}

static void
td_history_row_class_init (TdHistoryRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_history_row_finalize;
}

static void
td_history_row_init (TdHistoryRow *self)
{
}

/* --- page ----------------------------------------------------------------------------------------- */

struct _TdHistoryPage
{
  TdPage parent_instance;

  /* template */
  GtkSearchEntry *search;
  GtkButton *take_back;
  GtkColumnView *view;
  GtkColumnView *lines_view;

  /* owned */
  GListStore *changes; /* of TdHistoryRow, the newest first */
  GtkFilter *filter;
  GtkSingleSelection *selection;
  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (TdHistoryPage, td_history_page, TD_TYPE_PAGE)

enum
{
  WHEN,
  WHO,
  WHAT,
};

static char *
change_text (gpointer item, int field, gpointer data)
{
  const TdJournalRow *change = TD_HISTORY_ROW (item)->change;
  int year, month, day, hour, minute;

  if (field == WHO)
    return g_strdup (change->who);
  if (field == WHAT)
    return change->undone ? g_strdup_printf (_ ("%s (taken back)"), change->label)
                          : g_strdup (change->label);
  if (sscanf (change->at, "%d-%d-%dT%d:%d", &year, &month, &day, &hour, &minute) == 5)
    return g_strdup_printf ("%02d/%02d/%04d %02d:%02d", day, month, year, hour, minute);
  return g_strdup (change->at);
}

static char *
line_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_HISTORY_ROW (item)->texts[field]);
}

static gboolean
matches (gpointer item, gpointer data)
{
  const TdJournalRow *change = TD_HISTORY_ROW (item)->change;
  const char *query = gtk_editable_get_text (GTK_EDITABLE (TD_HISTORY_PAGE (data)->search));
  g_autofree char *text = NULL, *folded = NULL;

  if (*query == '\0')
    return TRUE;
  text = g_strdup_printf ("%s %s", change->who, change->label);
  folded = td_text_fold (text);
  return td_text_matches (text, folded, query);
}

static void
search_changed_cb (TdHistoryPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
add_line (const TdHistoryLine *line, gpointer data)
{
  GPtrArray *lines = data;
  TdHistoryRow *row = g_object_new (TD_TYPE_HISTORY_ROW, NULL);

  row->texts[0] = g_strdup (line->where);
  row->texts[1] = g_strdup (line->before);
  row->texts[2] = g_strdup (line->after);
  g_ptr_array_add (lines, row);
  return lines->len < MAX_LINES;
}

static TdHistoryRow *
selected_row (TdHistoryPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
selected_cb (TdHistoryPage *self)
{
  TdHistoryRow *row = selected_row (self);
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->take_back),
                            row != NULL && row->change->kind == TD_JOURNAL_DO
                                && !row->change->undone && td_page_is_writable (TD_PAGE (self)));
  if (row != NULL && desk != NULL
      && !td_store_foreach_history (td_desk_get_store (desk), row->change->id, add_line, lines,
                                    &error))
    td_toast (GTK_WIDGET (self), error->message);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

/* The change that was selected, wherever it stands now: not the one that came into its place. */
static void
select_change (TdHistoryPage *self, TdId id)
{
  GListModel *shown = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TdHistoryRow) row = g_list_model_get_item (shown, i);

      if (row->change->id == id)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
reload (TdHistoryPage *self)
{
  TdId selected = selected_row (self) != NULL ? selected_row (self)->change->id : TD_ID_NONE;
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) journal =
      desk != NULL ? td_store_load_journal (td_desk_get_store (desk), TD_ID_NONE, 0, NULL) : NULL;

  for (guint i = 0; journal != NULL && i < journal->len; i++)
    {
      TdHistoryRow *row = g_object_new (TD_TYPE_HISTORY_ROW, NULL);

      row->change = g_ptr_array_index (journal, i);
      journal->pdata[i] = NULL;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)),
                       rows->pdata, rows->len);
  select_change (self, selected);
  selected_cb (self);
}

static void
take_back_cb (TdHistoryPage *self)
{
  TdHistoryRow *row = selected_row (self);

  if (row != NULL)
    td_undo_with_question (GTK_WIDGET (self), td_page_get_desk (TD_PAGE (self)), row->change->id,
                           TRUE);
}

static void
td_history_page_set_desk (TdPage *page, TdDesk *desk)
{
  reload (TD_HISTORY_PAGE (page));
}

static void
td_history_page_records_changed (TdPage *page, const TdChanges *changes)
{
  reload (TD_HISTORY_PAGE (page));
}

static void
td_history_page_find (TdPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TD_HISTORY_PAGE (page)->search));
}

static void
td_history_page_dispose (GObject *object)
{
  TdHistoryPage *self = TD_HISTORY_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->changes);
  g_clear_object (&self->lines);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (td_history_page_parent_class)->dispose (object);
}

static void
td_history_page_class_init (TdHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_history_page_dispose;
  page_class->set_desk = td_history_page_set_desk;
  page_class->records_changed = td_history_page_records_changed;
  page_class->find = td_history_page_find;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, TdHistoryPage, take_back);
  gtk_widget_class_bind_template_child (widget_class, TdHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, TdHistoryPage, lines_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_back_cb);
}

static void
td_history_page_init (TdHistoryPage *self)
{
  g_autoptr (GtkNoSelection) lines_selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  td_columns_add (self->view, WHEN, _ ("When"), 150, FALSE, change_text, self);
  td_columns_add (self->view, WHO, _ ("Who"), 120, FALSE, change_text, self);
  td_columns_add (self->view, WHAT, _ ("What"), TD_COLUMN_WIDE, FALSE, change_text, self);
  td_columns_add (self->lines_view, 0, _ ("Where"), TD_COLUMN_WIDE, FALSE, line_text, self);
  td_columns_add (self->lines_view, 1, _ ("Before"), TD_COLUMN_WIDE, FALSE, line_text, self);
  td_columns_add (self->lines_view, 2, _ ("After"), TD_COLUMN_WIDE, FALSE, line_text, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Changes"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the change did"), -1);

  self->changes = g_list_store_new (TD_TYPE_HISTORY_ROW);
  self->lines = g_list_store_new (TD_TYPE_HISTORY_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (G_LIST_MODEL (self->changes)), g_object_ref (self->filter))));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  lines_selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  gtk_column_view_set_model (self->lines_view, GTK_SELECTION_MODEL (lines_selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}
