/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-story-page.h"

#include <glib/gi18n.h>

#include "app/td-file-choice.h"
#include "app/widgets/td-chart-view.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-tile.h"
#include "figures/td-story.h"
#include "print/td-pdf.h"

/* --- rows ----------------------------------------------------------------------------------------- */

#define TD_TYPE_STORY_LINE (td_story_line_get_type ())
G_DECLARE_FINAL_TYPE (TdStoryLine, td_story_line, TD, STORY_LINE, GObject)

struct _TdStoryLine
{
  GObject parent_instance;
  TdId id;
  char *cells[TD_STORY_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TdStoryLine, td_story_line, G_TYPE_OBJECT)

static void
td_story_line_finalize (GObject *object)
{
  for (guint i = 0; i < TD_STORY_COLUMNS; i++)
    g_free (TD_STORY_LINE (object)->cells[i]);
  G_OBJECT_CLASS (td_story_line_parent_class)->finalize (object);
}

static void
td_story_line_class_init (TdStoryLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_story_line_finalize;
}

static void
td_story_line_init (TdStoryLine *self)
{
}

/* --- page ----------------------------------------------------------------------------------------- */

#define MAX_CHARTS 2

struct _TdStoryPage
{
  TdPage parent_instance;

  /* template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *stand;
  GtkFlowBox *facts;
  GtkGrid *charts;
  GtkBox *table_box;
  GtkLabel *adjustments;
  GtkLabel *history;

  TdChartView *views[MAX_CHARTS]; /* children */
  GtkColumnView *table;           /* child; made anew when it becomes a page of the other kind */
  gboolean table_is_unit;

  TdStory *story; /* NULL: nothing is shown */
  TdId record;
  gboolean is_unit;
  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (TdStoryPage, td_story_page, TD_TYPE_PAGE)

/* --- showing -------------------------------------------------------------------------------------- */

static char *
line_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_STORY_LINE (item)->cells[field]);
}

/* A line leads to the derivation of its cell. */
static void
activate_cb (GtkColumnView *view, guint position, TdStoryPage *self)
{
  g_autoptr (TdStoryLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);
  TdPlace place = { "ranking", self->is_unit ? self->record : line->id,
                    self->is_unit ? line->id : self->record, TD_ID_NONE };

  td_go (GTK_WIDGET (self), &place);
}

static void
make_table (TdStoryPage *self)
{
  static const int widths[TD_STORY_COLUMNS] = { TD_COLUMN_WIDE, 150, 110, 170, 80, 95 };
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines))));

  if (self->table != NULL)
    gtk_box_remove (self->table_box, GTK_WIDGET (self->table));
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  self->table_is_unit = self->is_unit;
  for (int i = 0; i < TD_STORY_COLUMNS; i++)
    td_columns_add (self->table, i, self->story->columns[i], widths[i], self->story->numbers[i],
                    line_text, self);
  gtk_column_view_set_show_row_separators (self->table, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->story->columns[0], -1);
  g_signal_connect (self->table, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (self->table_box, GTK_WIDGET (self->table));
}

static void
fill_table (TdStoryPage *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->story->rows->len; i++)
    {
      const TdStoryRow *row = g_ptr_array_index (self->story->rows, i);
      TdStoryLine *line = g_object_new (TD_TYPE_STORY_LINE, NULL);

      line->id = row->id;
      for (guint j = 0; j < TD_STORY_COLUMNS; j++)
        line->cells[j] = g_strdup (row->cells[j]);
      g_ptr_array_add (lines, line);
    }
  if (self->table == NULL || self->table_is_unit != self->is_unit)
    make_table (self);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

static void
fill_facts (TdStoryPage *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->facts, 0)) != NULL)
    gtk_flow_box_remove (self->facts, GTK_WIDGET (child));
  for (guint i = 0; i < self->story->facts->len; i++)
    {
      const TdStoryFact *fact = g_ptr_array_index (self->story->facts, i);
      GtkWidget *tile = td_tile_new (fact->name);

      td_tile_set (TD_TILE (tile), fact->value, fact->note);
      /* It says something, it leads nowhere. */
      gtk_widget_set_can_target (tile, FALSE);
      gtk_widget_set_focusable (tile, FALSE);
      gtk_flow_box_append (self->facts, tile);
    }
}

static void
show_lines (GtkLabel *label, const char *heading, const GPtrArray *lines)
{
  GString *text = g_string_new (heading);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n• %s", (const char *) g_ptr_array_index (lines, i));
  gtk_label_set_text (label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (label), lines->len > 0);
  g_string_free (text, TRUE);
}

static void
show_story (TdStoryPage *self)
{
  gtk_label_set_text (self->title, self->story->title);
  gtk_label_set_text (self->subtitle, self->story->subtitle);
  gtk_label_set_text (self->stand, self->story->stand);
  fill_facts (self);
  for (guint i = 0; i < MAX_CHARTS; i++)
    {
      TdChart *chart =
          i < self->story->charts->len ? g_ptr_array_index (self->story->charts, i) : NULL;

      td_chart_view_set_chart (self->views[i], chart);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->views[i])), chart != NULL);
    }
  fill_table (self);
  show_lines (self->adjustments, _ ("Bonuses and penalties"), self->story->adjustments);
  show_lines (self->history, _ ("Last changes"), self->story->history);
}

/* Nothing while nobody looks: it is read anew when the page is shown again. */
static void
refresh (TdStoryPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (GError) error = NULL;
  TdStory *story;

  if (desk == NULL || self->record == TD_ID_NONE || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  story = self->is_unit ? td_story_new_for_unit (desk, self->record, &error)
                        : td_story_new_for_target (desk, self->record, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.print", story != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "story.save", story != NULL);
  if (story == NULL)
    {
      gtk_label_set_text (self->stand, error->message);
      return;
    }
  td_story_free (self->story);
  self->story = story;
  show_story (self);
}

static void
mark_activated_cb (TdStoryPage *self, gint64 first, gint64 second)
{
  const TdMovement *movement = td_desk_get_movement (td_page_get_desk (TD_PAGE (self)));
  TdPlace place = { "ranking",
                    first != 0      ? first
                    : self->is_unit ? self->record
                                    : TD_ID_NONE,
                    self->is_unit ? TD_ID_NONE : self->record, TD_ID_NONE };

  if (td_movement_find_unit (movement, place.id) >= 0)
    td_go (GTK_WIDGET (self), &place);
}

/* --- paper ---------------------------------------------------------------------------------------- */

static void
draw_figure (cairo_t *cr, double width, double height, const TdFigure *figure, gpointer data)
{
  td_story_draw_charts (data, cr, width, height);
}

static TdPages *
make_pages (TdStoryPage *self)
{
  g_autoptr (TdDocument) document = td_story_to_document (self->story);
  TdPages *pages = td_pages_new_for_document (document);

  td_pages_set_figures (pages, draw_figure, self->story, NULL);
  return pages;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, TdPages *pages)
{
  td_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context), TD_DRAW_PLAIN);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdStoryPage *self = TD_STORY_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->story == NULL)
    return;
  pages = make_pages (self);
  gtk_print_operation_set_n_pages (operation, (int) td_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->story->title);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    td_show_error (widget, _ ("The page was not printed"), error->message);
}

static void
save_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdStoryPage *self = TD_STORY_PAGE (widget);
  g_autofree char *path = td_chosen_path (files);
  g_autoptr (TdPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL || self->story == NULL)
    return;
  pages = make_pages (self);
  if (!td_pdf_write (pages, path, NULL, &error))
    td_show_error (widget, _ ("The page was not saved"), error->message);
  else
    {
      g_autofree char *file = g_path_get_basename (path);
      g_autofree char *done = g_strdup_printf (_ ("Saved: %s"), file);

      td_toast (widget, done);
    }
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  TdStoryPage *self = TD_STORY_PAGE (widget);
  g_autofree char *file = NULL;
  TdFileChoice choice = { .title = _ ("Save the page as PDF"),
                          .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                          .patterns = patterns,
                          .pattern_title = _ ("PDF") };

  if (self->story == NULL)
    return;
  file = g_strconcat (self->story->title, ".pdf", NULL);
  g_strdelimit (file, "/", '-');
  choice.name = file;
  td_choose_files (widget, &choice, save_chosen, NULL, NULL);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdStoryPage *self = TD_STORY_PAGE (widget);
  TdPlace place = { self->is_unit ? "units" : "targets", self->record, TD_ID_NONE, TD_ID_NONE };

  if (self->record != TD_ID_NONE)
    td_go (widget, &place);
}

/* --- overrides ------------------------------------------------------------------------------------ */

static void
td_story_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdStoryPage *self = TD_STORY_PAGE (page);

  self->record = TD_ID_NONE;
  g_clear_pointer (&self->story, td_story_free);
  for (guint i = 0; i < MAX_CHARTS; i++)
    td_chart_view_set_chart (self->views[i], NULL);
}

static void
td_story_page_scores_changed (TdPage *page)
{
  refresh (TD_STORY_PAGE (page));
}

static void
td_story_page_go_to (TdPage *page, const TdPlace *place)
{
  TdStoryPage *self = TD_STORY_PAGE (page);

  if (place->id == TD_ID_NONE)
    return;
  self->record = place->id;
  self->is_unit = g_str_equal (place->page, "unit");
  refresh (self);
}

static void
td_story_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (td_story_page_parent_class)->map (widget);
  refresh (TD_STORY_PAGE (widget));
}

static void
td_story_page_dispose (GObject *object)
{
  TdStoryPage *self = TD_STORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_STORY_PAGE);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (td_story_page_parent_class)->dispose (object);
}

static void
td_story_page_finalize (GObject *object)
{
  td_story_free (TD_STORY_PAGE (object)->story);
  G_OBJECT_CLASS (td_story_page_parent_class)->finalize (object);
}

static void
td_story_page_class_init (TdStoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_story_page_dispose;
  G_OBJECT_CLASS (class)->finalize = td_story_page_finalize;
  widget_class->map = td_story_page_map;
  page_class->set_desk = td_story_page_set_desk;
  page_class->scores_changed = td_story_page_scores_changed;
  page_class->go_to = td_story_page_go_to;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-story-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, stand);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, charts);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, adjustments);
  gtk_widget_class_bind_template_child (widget_class, TdStoryPage, history);
  gtk_widget_class_install_action (widget_class, "story.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "story.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "story.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "story.print",
                                       NULL);
}

static void
td_story_page_init (TdStoryPage *self)
{
  self->lines = g_list_store_new (TD_TYPE_STORY_LINE);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MAX_CHARTS; i++)
    {
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->views[i] = TD_CHART_VIEW (td_chart_view_new ());
      td_chart_view_set_max_height (self->views[i], 340);
      g_signal_connect_swapped (self->views[i], "activated", G_CALLBACK (mark_activated_cb), self);
      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "td-chart-card");
      gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->views[i]));
      gtk_grid_attach (self->charts, card, (int) i, 0, 1, 1);
    }
}
