/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-overview-page.h"

#include <glib/gi18n.h>

#include "app/widgets/td-chart-view.h"
#include "app/widgets/td-tile.h"
#include "figures/td-overview.h"

/* The charts, in the order of the page, two beside each other unless one takes the whole width. */
static const struct
{
  TdFigureKind kind;
  gboolean wide;
} charts[] = {
  { TD_FIGURE_BULLETS, FALSE }, { TD_FIGURE_STACK, FALSE }, { TD_FIGURE_HEAT, FALSE },
  { TD_FIGURE_BARS, FALSE },    { TD_FIGURE_LINES, FALSE }, { TD_FIGURE_FUNNEL, FALSE },
  { TD_FIGURE_BUMP, TRUE },
};
#define N_CHARTS G_N_ELEMENTS (charts)

/* Higher than this a chart leaves out names rather than pushing the others off the page. */
#define MAX_CHART_HEIGHT 1100

enum
{
  TILE_INDEX,
  TILE_MET,
  TILE_RISK,
  TILE_OVERDUE,
  TILE_COVERAGE,
  TILE_REPORTS,
  TILE_NOMINATIONS,
  N_TILES,
};

static const struct
{
  const char *title; /* English source */
  const char *page;  /* where it leads */
} tiles[N_TILES] = {
  [TILE_INDEX] = { N_ ("Index of all units"), "ranking" },
  [TILE_MET] = { N_ ("Targets met"), "targets" },
  [TILE_RISK] = { N_ ("At risk or behind"), "targets" },
  [TILE_OVERDUE] = { N_ ("Overdue"), "targets" },
  [TILE_COVERAGE] = { N_ ("Coverage"), "reports" },
  [TILE_REPORTS] = { N_ ("Reports received"), "reports" },
  [TILE_NOMINATIONS] = { N_ ("Nominated"), "awards" },
};

struct _TdOverviewPage
{
  TdPage parent_instance;

  /* template */
  GtkDropDown *blocks;
  GtkDropDown *categories;
  GtkDropDown *areas;
  GtkDropDown *periods;
  GtkFlowBox *tile_box;
  GtkGrid *grid;

  TdTile *tiles[N_TILES];       /* children */
  TdChartView *views[N_CHARTS]; /* children */
  gboolean filling;
  guint idle;   /* fills the charts, one a turn; 0: none is left */
  guint choice; /* sets the day that was chosen; 0: none was */
  guint next;   /* the chart to be filled then */
};

G_DEFINE_FINAL_TYPE (TdOverviewPage, td_overview_page, TD_TYPE_PAGE)

/* --- filters -------------------------------------------------------------------------------------- */

/* The first choice is all of them. */
static int
chosen (GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == GTK_INVALID_LIST_POSITION ? -1 : (int) selected - 1;
}

static void
get_scope (TdOverviewPage *self, TdFigureScope *scope)
{
  *scope = (TdFigureScope) TD_FIGURE_SCOPE_ALL;
  scope->block = chosen (self->blocks);
  scope->category = chosen (self->categories);
  scope->area = chosen (self->areas);
}

static void
fill_filter (TdOverviewPage *self, GtkDropDown *drop_down, GtkStringList *names)
{
  int before = chosen (drop_down);

  self->filling = TRUE;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down,
                              before + 1 < (int) g_list_model_get_n_items (G_LIST_MODEL (names))
                                  ? (guint) (before + 1)
                                  : 0);
  self->filling = FALSE;
}

/* The day on which all of a period is in. */
static TdDate
get_end (const TdPeriod *period)
{
  return MAX (period->ends, period->due);
}

/* The day of the figures is the window's; here it is chosen by the period that it ends. */
static void
fill_periods (TdOverviewPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *day = NULL, *other = NULL;
  gboolean chosen_day = desk != NULL && td_desk_has_chosen_as_of (desk);
  guint selected = 0;

  for (guint i = 0; movement != NULL && chosen_day && i < movement->periods->len; i++)
    if (get_end (td_movement_period (movement, i)) == td_desk_get_as_of (desk))
      selected = i + 1;
  if (chosen_day && selected == 0)
    {
      day = td_date_format (td_desk_get_as_of (desk), TD_STYLE_VIETNAMESE);
      other = g_strdup_printf (_ ("As of %s"), day);
    }
  gtk_string_list_append (names, other != NULL ? other : _ ("Latest figures"));
  for (guint i = 0; movement != NULL && i < movement->periods->len; i++)
    gtk_string_list_append (names, td_movement_period (movement, i)->name);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->periods, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->periods, selected);
  self->filling = FALSE;
}

static gboolean
set_day_cb (gpointer data)
{
  TdOverviewPage *self = data;
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  int period = chosen (self->periods);
  g_autoptr (GError) error = NULL;
  TdDate day = TD_DATE_NONE;

  self->choice = 0;
  if (movement == NULL || period >= (int) movement->periods->len)
    return G_SOURCE_REMOVE;
  if (period >= 0)
    day = get_end (td_movement_period (movement, period));
  if (!td_desk_set_as_of (desk, day, &error))
    td_show_error (GTK_WIDGET (self), _ ("The figures cannot be shown"), error->message);
  return G_SOURCE_REMOVE;
}

/* Another day fills the list anew, which must not happen while it is telling what was chosen. */
static void
period_chosen_cb (TdOverviewPage *self)
{
  if (!self->filling && self->choice == 0)
    self->choice = g_idle_add (set_day_cb, self);
}

static void
fill_filters (TdOverviewPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  g_autoptr (GtkStringList) blocks = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) categories = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) areas = gtk_string_list_new (NULL);

  gtk_string_list_append (blocks, _ ("All blocks together"));
  gtk_string_list_append (categories, _ ("All categories"));
  gtk_string_list_append (areas, _ ("All areas"));
  for (guint i = 0; movement != NULL && i < movement->blocks->len; i++)
    gtk_string_list_append (blocks, td_movement_block (movement, i));
  for (guint i = 0; movement != NULL && i < movement->categories->len; i++)
    gtk_string_list_append (categories, td_movement_category (movement, i)->name);
  for (guint i = 0; movement != NULL && i < movement->areas->len; i++)
    gtk_string_list_append (areas, td_movement_area (movement, i)->name);
  fill_filter (self, self->blocks, blocks);
  fill_filter (self, self->categories, categories);
  fill_filter (self, self->areas, areas);
  fill_periods (self);
}

/* --- tiles ---------------------------------------------------------------------------------------- */

static void
fill_tiles (TdOverviewPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = td_desk_get_movement (desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *index = NULL, *met = NULL, *risk = NULL, *overdue = NULL, *coverage = NULL;
  g_autofree char *reports = NULL, *nominations = NULL, *granted = NULL, *of = NULL;
  TdFigureScope scope;
  TdOverview overview;

  get_scope (self, &scope);
  if (!td_overview_init (&overview, desk, &scope, &error))
    {
      td_show_error (GTK_WIDGET (self), _ ("The figures cannot be shown"), error->message);
      return;
    }
  index = overview.index != TD_DECIMAL_NONE
              ? td_decimal_format_fixed (overview.index, movement->decimals, TD_STYLE_VIETNAMESE)
              : g_strdup ("–");
  of = g_strdup_printf (_ ("of %u with a goal"), overview.n_targets);
  met = g_strdup_printf ("%u", overview.standings[TD_STANDING_MET]);
  risk = g_strdup_printf ("%u", overview.standings[TD_STANDING_AT_RISK]
                                    + overview.standings[TD_STANDING_BEHIND]);
  overdue = g_strdup_printf ("%u", overview.standings[TD_STANDING_OVERDUE]);
  coverage = g_strdup_printf ("%u/%u", overview.filled, overview.expected);
  reports = g_strdup_printf ("%u/%u", overview.reported, overview.owed);
  nominations = g_strdup_printf ("%u", overview.n_nominations);
  granted = g_strdup_printf (_ ("%u granted"), overview.n_granted);
  td_tile_set (self->tiles[TILE_INDEX], index, _ ("of 100"));
  td_tile_set (self->tiles[TILE_MET], met, of);
  td_tile_set (self->tiles[TILE_RISK], risk, of);
  td_tile_set (self->tiles[TILE_OVERDUE], overdue, of);
  td_tile_set (self->tiles[TILE_COVERAGE], coverage, _ ("expected entries that count"));
  td_tile_set (self->tiles[TILE_REPORTS], reports,
               overview.period >= 0 ? td_movement_period (movement, overview.period)->name
                                    : _ ("no report is due yet"));
  td_tile_set (self->tiles[TILE_NOMINATIONS], nominations, granted);
}

/* --- charts --------------------------------------------------------------------------------------- */

static void
fill_chart (TdOverviewPage *self, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChart) chart = NULL;
  TdFigureScope scope;

  get_scope (self, &scope);
  chart = td_figure_new (td_page_get_desk (TD_PAGE (self)), charts[index].kind, &scope, &error);
  if (chart == NULL)
    g_message ("%s", error->message);
  td_chart_view_set_chart (self->views[index], chart);
}

static void
fill_spark (TdOverviewPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChart) chart = NULL;
  TdFigureScope scope;

  get_scope (self, &scope);
  scope.bare = TRUE;
  chart = td_figure_new (td_page_get_desk (TD_PAGE (self)), TD_FIGURE_SPARK, &scope, &error);
  if (chart == NULL)
    g_message ("%s", error->message);
  td_tile_set_chart (self->tiles[TILE_INDEX], chart);
}

static gboolean
idle_cb (gpointer data)
{
  TdOverviewPage *self = data;

  if (self->next < N_CHARTS)
    {
      fill_chart (self, self->next++);
      return G_SOURCE_CONTINUE;
    }
  /* By now the scores of the other periods are there for the charts over time. */
  fill_spark (self);
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

/* The numbers at once, the charts between two frames each. Nothing while nobody looks. */
static void
refresh (TdOverviewPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  if (desk == NULL || td_desk_get_movement (desk) == NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  fill_tiles (self);
  self->next = 0;
  self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, idle_cb, self, NULL);
}

static void
filtered_cb (TdOverviewPage *self)
{
  if (!self->filling)
    refresh (self);
}

static void
mark_activated_cb (TdOverviewPage *self, gint64 first, gint64 second)
{
  const TdMovement *movement = td_desk_get_movement (td_page_get_desk (TD_PAGE (self)));
  TdPlace place = { NULL };

  /* A cell leads to its derivation, a unit or a target to its page. */
  if (td_movement_find_target (movement, second) >= 0)
    place = first != TD_ID_NONE ? (TdPlace){ "ranking", first, second, TD_ID_NONE }
                                : (TdPlace){ "target", second, TD_ID_NONE, TD_ID_NONE };
  else if (td_movement_find_unit (movement, first) >= 0)
    place = (TdPlace){ "unit", first, TD_ID_NONE, TD_ID_NONE };
  if (place.page != NULL)
    td_go (GTK_WIDGET (self), &place);
}

static void
tile_clicked_cb (TdOverviewPage *self, GtkButton *button)
{
  TdPlace place = { NULL };

  for (guint i = 0; i < N_TILES; i++)
    if ((gpointer) self->tiles[i] == (gpointer) button)
      place.page = tiles[i].page;
  if (place.page != NULL)
    td_go (GTK_WIDGET (self), &place);
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
td_overview_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdOverviewPage *self = TD_OVERVIEW_PAGE (page);

  fill_filters (self);
  if (desk == NULL)
    for (guint i = 0; i < N_CHARTS; i++)
      td_chart_view_set_chart (self->views[i], NULL);
  refresh (self);
}

static void
td_overview_page_scores_changed (TdPage *page)
{
  fill_filters (TD_OVERVIEW_PAGE (page));
  refresh (TD_OVERVIEW_PAGE (page));
}

static void
td_overview_page_records_changed (TdPage *page, const TdChanges *changes)
{
  if (td_changes_touch (changes, TD_TABLE_NOMINATIONS))
    refresh (TD_OVERVIEW_PAGE (page));
}

static void
td_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (td_overview_page_parent_class)->map (widget);
  refresh (TD_OVERVIEW_PAGE (widget));
}

static void
td_overview_page_dispose (GObject *object)
{
  TdOverviewPage *self = TD_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->choice, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (td_overview_page_parent_class)->dispose (object);
}

static void
td_overview_page_class_init (TdOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_overview_page_dispose;
  widget_class->map = td_overview_page_map;
  page_class->set_desk = td_overview_page_set_desk;
  page_class->scores_changed = td_overview_page_scores_changed;
  page_class->records_changed = td_overview_page_records_changed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, categories);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, areas);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, periods);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, tile_box);
  gtk_widget_class_bind_template_child (widget_class, TdOverviewPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_chosen_cb);
}

static void
td_overview_page_init (TdOverviewPage *self)
{
  int row = 0, column = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_TILES; i++)
    {
      self->tiles[i] = TD_TILE (td_tile_new (_ (tiles[i].title)));
      g_signal_connect_swapped (self->tiles[i], "clicked", G_CALLBACK (tile_clicked_cb), self);
      gtk_flow_box_append (self->tile_box, GTK_WIDGET (self->tiles[i]));
      /* The tile is what takes the keyboard, not its place. */
      gtk_widget_set_focusable (gtk_widget_get_parent (GTK_WIDGET (self->tiles[i])), FALSE);
    }
  for (guint i = 0; i < N_CHARTS; i++)
    {
      GtkWidget *view = td_chart_view_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      self->views[i] = TD_CHART_VIEW (view);
      td_chart_view_set_max_height (self->views[i], MAX_CHART_HEIGHT);
      g_signal_connect_swapped (view, "activated", G_CALLBACK (mark_activated_cb), self);
      gtk_widget_set_valign (view, GTK_ALIGN_START);
      gtk_widget_add_css_class (card, "card");
      gtk_widget_add_css_class (card, "td-chart-card");
      gtk_box_append (GTK_BOX (card), view);
      if (charts[i].wide && column == 1)
        row++, column = 0;
      gtk_grid_attach (self->grid, card, column, row, charts[i].wide ? 2 : 1, 1);
      column += charts[i].wide ? 2 : 1;
      if (column >= 2)
        row++, column = 0;
    }
}
