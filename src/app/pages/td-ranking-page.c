/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-ranking-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/td-file-choice.h"
#include "app/widgets/td-chart-view.h"
#include "app/widgets/td-columns.h"
#include "app/widgets/td-drop-down.h"
#include "app/widgets/td-trial-panel.h"
#include "app/widgets/td-why-view.h"
#include "base/td-date.h"
#include "desk/td-board.h"
#include "figures/td-figures.h"
#include "tables/td-export-board.h"

/* --- rows ----------------------------------------------------------------------------------------- */

#define TD_TYPE_RANK_ROW (td_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (TdRankRow, td_rank_row, TD, RANK_ROW, GObject)

/* A unit's line as text, so that it stays right when the scores it came from are gone. */
struct _TdRankRow
{
  GObject parent_instance;
  TdId unit;
  char *texts[TD_N_BOARD_COLUMNS];
};

G_DEFINE_FINAL_TYPE (TdRankRow, td_rank_row, G_TYPE_OBJECT)

static void
td_rank_row_finalize (GObject *object)
{
  TdRankRow *self = TD_RANK_ROW (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (td_rank_row_parent_class)->finalize (object);
}

static void
td_rank_row_class_init (TdRankRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = td_rank_row_finalize;
}

static void
td_rank_row_init (TdRankRow *self)
{
}

/* --- page ----------------------------------------------------------------------------------------- */

/* The ways to look at the rows; the first is the table. */
static const struct
{
  const char *name;
  const char *title; /* English source */
  const char *icon;
  TdFigureKind kind;
} looks[] = {
  { "table", N_ ("Table"), "view-list-symbolic", TD_FIGURE_BARS },
  { "bars", N_ ("Totals as bars"), "td-bars-symbolic", TD_FIGURE_BARS },
  { "bump", N_ ("Ranks over the periods"), "td-bump-symbolic", TD_FIGURE_BUMP },
  { "radar", N_ ("The unit by area"), "td-radar-symbolic", TD_FIGURE_RADAR },
  { "scatter", N_ ("Self score against appraised score"), "td-scatter-symbolic",
    TD_FIGURE_SCATTER },
};
#define N_LOOKS G_N_ELEMENTS (looks)

/* What the ranking is compared with. */
typedef enum
{
  COMPARE_NONE,
  COMPARE_PREVIOUS,
  COMPARE_PERIOD,
  COMPARE_DAY,
} Compare;

/* A line of the list of days to compare with. */
typedef struct
{
  Compare compare;
  TdId period;
} CompareLine;

struct _TdRankingPage
{
  TdPage parent_instance;

  /* template */
  GtkDropDown *blocks;
  GtkDropDown *compares;
  GtkEntry *day_entry;
  GtkBox *look_box;
  GtkToggleButton *trial_button;
  GtkWidget *trial_bar;
  GtkStack *stack;
  GtkColumnView *view;
  GtkWidget *chart_box;
  GtkLabel *status;
  GtkStack *side;
  TdWhyView *why;

  GtkToggleButton *look_buttons[N_LOOKS]; /* children */
  GtkColumnViewColumn *columns[TD_N_BOARD_COLUMNS];
  TdChartView *chart;
  TdTrialPanel *trial;

  /* owned */
  GListStore *rows;
  GtkSingleSelection *selection;
  TdSandbox *sandbox; /* NULL: no trial */
  GArray *lines;      /* of CompareLine, as the list shows them */
  Compare compare;
  TdId compare_period;
  TdDate compare_day;
  int sort_column; /* -1: by rank */
  gboolean descending;
  guint look;
  guint chart_look; /* the chart looked at last */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdRankingPage, td_ranking_page, TD_TYPE_PAGE)

/* Those the table begins with are seen on the smallest screen; the rest by scrolling. */
static const struct
{
  TdBoardColumn column;
  int width;
} shown_columns[] = {
  { TD_BOARD_RANK, 60 },    { TD_BOARD_MOVED, 75 },  { TD_BOARD_UNIT, TD_COLUMN_WIDE },
  { TD_BOARD_BLOCK, 105 },  { TD_BOARD_TOTAL, 75 },  { TD_BOARD_CHANGE, 75 },
  { TD_BOARD_RANGE, 105 },  { TD_BOARD_BAND, 80 },   { TD_BOARD_COVERAGE, 80 },
  { TD_BOARD_INDEX, 75 },   { TD_BOARD_BONUS, 65 },  { TD_BOARD_PENALTY, 65 },
  { TD_BOARD_POINTS, 115 }, { TD_BOARD_BEFORE, 90 },
};

static int
chosen_block (TdRankingPage *self)
{
  guint block = gtk_drop_down_get_selected (self->blocks);

  return block == GTK_INVALID_LIST_POSITION ? -1 : (int) block - 1;
}

static TdId
selected_unit (TdRankingPage *self)
{
  TdRankRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? row->unit : TD_ID_NONE;
}

/* --- the board ------------------------------------------------------------------------------------ */

/* The day to compare with, TD_DATE_NONE for none. */
static TdDate
find_compare_day (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  int period;

  switch (self->compare)
    {
    case COMPARE_PREVIOUS:
      return td_desk_get_previous_day (desk);
    case COMPARE_PERIOD:
      period = td_movement_find_period (td_desk_get_movement (desk), self->compare_period);
      return period >= 0 ? td_desk_get_period_day (desk, (guint) period) : TD_DATE_NONE;
    case COMPARE_DAY:
      return self->compare_day;
    case COMPARE_NONE:
    default:
      return TD_DATE_NONE;
    }
}

/* What is shown now. (transfer full) (nullable) */
static TdBoard *
make_board (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdScores *real = desk != NULL ? td_desk_get_scores (desk) : NULL;
  const TdScores *before = NULL;
  g_autoptr (GError) error = NULL;
  TdBoard *board;
  TdDate day;

  if (real == NULL)
    return NULL;
  if (self->sandbox != NULL)
    board = td_board_new (td_sandbox_get_scores (self->sandbox), real, chosen_block (self));
  else
    {
      day = find_compare_day (self);
      if (day != TD_DATE_NONE)
        before = td_desk_get_scores_at (desk, day, &error);
      if (error != NULL)
        td_toast (GTK_WIDGET (self), error->message);
      board = td_board_new (real, before, chosen_block (self));
    }
  if (self->sort_column >= 0)
    td_board_sort (board, (TdBoardColumn) self->sort_column, self->descending);
  return board;
}

static TdRankRow *
make_row (const TdBoard *board, guint index)
{
  const TdMovement *movement =
      td_score_data_get_movement (td_scores_get_data (td_board_get_scores (board)));
  TdRankRow *row = g_object_new (TD_TYPE_RANK_ROW, NULL);

  row->unit = td_movement_unit (movement, td_board_get_row (board, index)->unit)->id;
  for (guint i = 0; i < TD_N_BOARD_COLUMNS; i++)
    row->texts[i] = td_board_dup_text (board, index, (TdBoardColumn) i, TD_STYLE_VIETNAMESE);
  return row;
}

static char *
row_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_RANK_ROW (item)->texts[field]);
}

static void
select_unit (TdRankingPage *self, TdId unit)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdRankRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (row->unit == unit)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
show_columns (TdRankingPage *self, const TdBoard *board)
{
  gboolean compared = board != NULL && td_board_is_compared (board);

  gtk_column_view_column_set_visible (self->columns[TD_BOARD_BLOCK], chosen_block (self) < 0);
  gtk_column_view_column_set_visible (self->columns[TD_BOARD_MOVED], compared);
  gtk_column_view_column_set_visible (self->columns[TD_BOARD_CHANGE], compared);
  gtk_column_view_column_set_visible (self->columns[TD_BOARD_BEFORE], compared);
}

/* On how much the ranking stands, and what moved since when. */
static void
show_status (TdRankingPage *self, const TdBoard *board)
{
  GString *text = g_string_new (NULL);
  guint filled = 0, expected = 0, rose, fell;

  for (guint i = 0; board != NULL && i < td_board_get_n_rows (board); i++)
    {
      const TdUnitScore *score =
          td_scores_get_unit (td_board_get_scores (board), td_board_get_row (board, i)->unit);

      filled += score->filled;
      expected += score->expected;
    }
  g_string_append_printf (text, _ ("Coverage %u/%u"), filled, expected);
  if (board != NULL && td_board_is_compared (board))
    {
      g_autofree char *day = self->sandbox == NULL
                                 ? td_date_format (find_compare_day (self), TD_STYLE_VIETNAMESE)
                                 : NULL;

      td_board_count_moves (board, &rose, &fell);
      g_string_append (text, " · ");
      if (day != NULL)
        g_string_append_printf (text, _ ("since %s %u rose, %u fell"), day, rose, fell);
      else
        g_string_append_printf (
            text, _ ("against the real figures %u totals or ranks change: %u rise, %u fall"),
            td_board_count_changed (board), rose, fell);
    }
  gtk_label_set_text (self->status, text->str);
  g_string_free (text, TRUE);
}

static void
show_chart (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  TdFigureKind kind = looks[self->look].kind;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  g_autoptr (TdChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (self->look == 0)
    return;
  if (movement != NULL)
    {
      scope.block = chosen_block (self);
      scope.unit = td_movement_find_unit (movement, selected_unit (self));
      chart = self->sandbox != NULL ? td_figure_new_for_trial (
                  desk, td_sandbox_get_scores (self->sandbox), kind, &scope, &error)
                                    : td_figure_new (desk, kind, &scope, &error);
    }
  if (error != NULL)
    g_message ("%s", error->message);
  td_chart_view_set_chart (self->chart, chart);
}

static void
reload (TdRankingPage *self)
{
  g_autoptr (TdBoard) board = make_board (self);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  TdId before = selected_unit (self);

  for (guint i = 0; board != NULL && i < td_board_get_n_rows (board); i++)
    g_ptr_array_add (rows, make_row (board, i));
  self->filling = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  select_unit (self, before);
  self->filling = FALSE;
  show_columns (self, board);
  show_status (self, board);
  show_chart (self);
}

/* --- what is looked at ---------------------------------------------------------------------------- */

static void
fill_blocks (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint before = gtk_drop_down_get_selected (self->blocks),
        n = movement != NULL ? movement->blocks->len : 0;

  gtk_string_list_append (names, _ ("All blocks together"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, td_movement_block (movement, i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->blocks, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->blocks,
                              before != GTK_INVALID_LIST_POSITION && before <= n ? before : 0);
  self->filling = FALSE;
}

static void
add_compare (TdRankingPage *self, GtkStringList *names, Compare compare, TdId period,
             const char *text, TdDate day)
{
  CompareLine line = { compare, period };
  g_autofree char *date = td_date_format (day, TD_STYLE_VIETNAMESE);
  g_autofree char *full =
      day != TD_DATE_NONE ? g_strdup_printf ("%s (%s)", text, date) : g_strdup (text);

  g_array_append_val (self->lines, line);
  gtk_string_list_append (names, full);
}

static void
fill_compares (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdMovement *movement = desk != NULL ? td_desk_get_movement (desk) : NULL;
  TdDate previous = movement != NULL ? td_desk_get_previous_day (desk) : TD_DATE_NONE;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->lines, 0);
  add_compare (self, names, COMPARE_NONE, TD_ID_NONE, _ ("Compared with nothing"), TD_DATE_NONE);
  if (previous != TD_DATE_NONE)
    add_compare (self, names, COMPARE_PREVIOUS, TD_ID_NONE, _ ("Since the period before"),
                 previous);
  for (guint i = 0; movement != NULL && i < movement->periods->len; i++)
    {
      const TdPeriod *period = td_movement_period (movement, i);
      TdDate day = td_desk_get_period_day (desk, i);

      if (period->ends < td_desk_get_as_of (desk) && day < td_desk_get_as_of (desk))
        add_compare (self, names, COMPARE_PERIOD, period->id, period->name, day);
    }
  add_compare (self, names, COMPARE_DAY, TD_ID_NONE, _ ("Another day…"),
               self->compare == COMPARE_DAY ? self->compare_day : TD_DATE_NONE);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const CompareLine *line = &g_array_index (self->lines, CompareLine, i);

      if (line->compare == self->compare
          && (line->compare != COMPARE_PERIOD || line->period == self->compare_period))
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->compares, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->compares, selected);
  self->filling = FALSE;
}

static void
block_selected_cb (TdRankingPage *self)
{
  if (!self->filling)
    reload (self);
}

static void
compare_selected_cb (TdRankingPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->compares);
  const CompareLine *line;

  if (self->filling || selected >= self->lines->len)
    return;
  line = &g_array_index (self->lines, CompareLine, selected);
  self->compare = line->compare;
  self->compare_period = line->period;
  gtk_widget_set_visible (GTK_WIDGET (self->day_entry), self->compare == COMPARE_DAY);
  if (self->compare == COMPARE_DAY)
    gtk_widget_grab_focus (GTK_WIDGET (self->day_entry));
  reload (self);
}

static void
day_entered_cb (TdRankingPage *self)
{
  g_autoptr (GError) error = NULL;
  TdDate day;

  if (!td_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day_entry)), &day, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
      td_toast (GTK_WIDGET (self), error->message);
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
  self->compare_day = day;
  fill_compares (self);
  reload (self);
}

static void
sort_changed (int field, gboolean descending, gpointer data)
{
  TdRankingPage *self = data;

  self->sort_column = field;
  self->descending = descending;
  reload (self);
}

static void
show_look (TdRankingPage *self, guint look)
{
  self->look = look;
  if (look > 0)
    self->chart_look = look;
  gtk_stack_set_visible_child_name (self->stack, look == 0 ? "table" : "chart");
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->look_buttons[look], TRUE);
  self->filling = FALSE;
  show_chart (self);
}

static void
look_toggled_cb (GtkToggleButton *button, TdRankingPage *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_LOOKS; i++)
    if (self->look_buttons[i] == button)
      show_look (self, i);
}

/* Ctrl+G, wherever the focus is: the picture of the rows, and back. */
static gboolean
flip_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  TdRankingPage *self = TD_RANKING_PAGE (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  show_look (self, self->look == 0 ? self->chart_look : 0);
  return TRUE;
}

static void
selected_cb (TdRankingPage *self)
{
  TdId unit = selected_unit (self);

  if (self->filling)
    return;
  td_why_view_show (self->why, unit, TD_ID_NONE);
  td_trial_panel_set_unit (self->trial, unit);
  if (self->look > 0)
    show_chart (self);
}

static void
mark_activated_cb (TdRankingPage *self, gint64 first, gint64 second)
{
  if (first == TD_ID_NONE)
    return;
  select_unit (self, first);
}

static void
activate_cb (GtkColumnView *view, guint position, TdRankingPage *self)
{
  TdPlace place = { "unit", selected_unit (self), TD_ID_NONE, TD_ID_NONE };

  if (place.id != TD_ID_NONE)
    td_go (GTK_WIDGET (self), &place);
}

/* --- the trial ------------------------------------------------------------------------------------ */

static void
show_trial (TdRankingPage *self)
{
  gboolean on = self->sandbox != NULL;

  gtk_widget_set_visible (self->trial_bar, on);
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), "td-trial");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "td-trial");
  gtk_stack_set_visible_child_name (self->side, on ? "trial" : "why");
  gtk_widget_set_sensitive (GTK_WIDGET (self->compares), !on);
  gtk_widget_set_visible (GTK_WIDGET (self->day_entry), !on && self->compare == COMPARE_DAY);
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->trial_button, on);
  self->filling = FALSE;
  for (guint i = 1; i < N_LOOKS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->look_buttons[i]),
                              !on || td_figure_has_trial (looks[i].kind));
  if (on && self->look > 0 && !td_figure_has_trial (looks[self->look].kind))
    show_look (self, 0);
  td_trial_panel_set_sandbox (self->trial, td_page_get_desk (TD_PAGE (self)), self->sandbox);
}

static void
set_trial (TdRankingPage *self, gboolean on)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  g_autoptr (GError) error = NULL;
  TdSandbox *before = self->sandbox;

  self->sandbox = NULL;
  if (on && desk != NULL && td_desk_get_movement (desk) != NULL)
    {
      self->sandbox = td_sandbox_new (desk, &error);
      if (self->sandbox == NULL)
        td_show_error (GTK_WIDGET (self), _ ("Nothing can be tried"), error->message);
    }
  show_trial (self);
  td_sandbox_free (before);
  td_trial_panel_set_unit (self->trial, selected_unit (self));
  reload (self);
}

static void
trial_toggled_cb (TdRankingPage *self)
{
  if (!self->filling)
    set_trial (self, gtk_toggle_button_get_active (self->trial_button));
}

static void
throw_away_cb (TdRankingPage *self)
{
  set_trial (self, FALSE);
}

/* --- export --------------------------------------------------------------------------------------- */

static void
export_chosen (GtkWidget *widget, GListModel *files, gpointer data)
{
  TdRankingPage *self = TD_RANKING_PAGE (widget);
  g_autofree char *path = td_chosen_path (files);
  g_autoptr (TdBoard) board = make_board (self);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) td_export_free);
  g_autoptr (GError) error = NULL;
  TdBoardColumn columns[TD_N_BOARD_COLUMNS];
  guint n = 0;

  if (path == NULL || board == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (shown_columns); i++)
    if (gtk_column_view_column_get_visible (self->columns[shown_columns[i].column]))
      columns[n++] = shown_columns[i].column;
  g_ptr_array_add (tables, td_export_board (board, columns, n, self->sandbox != NULL));
  if (!g_str_has_suffix (path, ".csv") && !g_str_has_suffix (path, ".xlsx"))
    td_show_error (widget, _ ("The ranking was not saved"),
                   _ ("Give the file a name that ends in .csv or .xlsx."));
  else if (!td_export_write (tables, path, &error))
    td_show_error (widget, _ ("The ranking was not saved"), error->message);
  else
    {
      g_autofree char *name = g_path_get_basename (path);
      g_autofree char *done = g_strdup_printf (_ ("Saved: %s"), name);

      td_toast (widget, done);
    }
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.xlsx", "*.csv", NULL };
  TdRankingPage *self = TD_RANKING_PAGE (widget);
  g_autofree char *file = g_strconcat (
      self->sandbox != NULL ? _ ("trial, not real figures") : _ ("ranking"), ".xlsx", NULL);
  TdFileChoice choice = { .title = _ ("Save the ranking as shown"),
                          .action = GTK_FILE_CHOOSER_ACTION_SAVE,
                          .name = file,
                          .patterns = patterns,
                          .pattern_title = _ ("Tables: XLSX, CSV") };

  td_choose_files (widget, &choice, export_chosen, NULL, NULL);
}

/* --- page ----------------------------------------------------------------------------------------- */

static void
td_ranking_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdRankingPage *self = TD_RANKING_PAGE (page);

  td_why_view_set_desk (self->why, desk);
  fill_blocks (self);
  fill_compares (self);
  set_trial (self, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->trial_button), desk != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ranking.export", desk != NULL);
  selected_cb (self);
}

static void
td_ranking_page_scores_changed (TdPage *page)
{
  TdRankingPage *self = TD_RANKING_PAGE (page);
  g_autoptr (GError) error = NULL;

  fill_blocks (self);
  fill_compares (self);
  if (self->sandbox != NULL)
    {
      /* What is tried may not go with what the file has become. */
      if (!td_sandbox_refresh (self->sandbox, &error))
        {
          td_toast (GTK_WIDGET (self), error->message);
          set_trial (self, FALSE);
          return;
        }
      td_trial_panel_set_sandbox (self->trial, td_page_get_desk (page), self->sandbox);
    }
  reload (self);
}

static void
td_ranking_page_go_to (TdPage *page, const TdPlace *place)
{
  TdRankingPage *self = TD_RANKING_PAGE (page);

  if (place->id == TD_ID_NONE)
    return;
  gtk_drop_down_set_selected (self->blocks, 0);
  select_unit (self, place->id);
  td_why_view_show (self->why, place->id, place->target);
}

static void
td_ranking_page_dispose (GObject *object)
{
  TdRankingPage *self = TD_RANKING_PAGE (object);

  if (self->trial != NULL)
    td_trial_panel_set_sandbox (self->trial, NULL, NULL);
  self->trial = NULL;
  g_clear_pointer (&self->sandbox, td_sandbox_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_RANKING_PAGE);
  G_OBJECT_CLASS (td_ranking_page_parent_class)->dispose (object);
}

static void
td_ranking_page_finalize (GObject *object)
{
  g_array_unref (TD_RANKING_PAGE (object)->lines);
  G_OBJECT_CLASS (td_ranking_page_parent_class)->finalize (object);
}

static void
td_ranking_page_class_init (TdRankingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_ranking_page_dispose;
  G_OBJECT_CLASS (class)->finalize = td_ranking_page_finalize;
  page_class->set_desk = td_ranking_page_set_desk;
  page_class->scores_changed = td_ranking_page_scores_changed;
  page_class->go_to = td_ranking_page_go_to;
  g_type_ensure (TD_TYPE_WHY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, compares);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, look_box);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, trial_button);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, trial_bar);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, view);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, status);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, side);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, why);
  gtk_widget_class_bind_template_callback (widget_class, block_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, trial_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, throw_away_cb);
  gtk_widget_class_install_action (widget_class, "ranking.export", NULL, export_action);
}

static void
make_looks (TdRankingPage *self)
{
  for (guint i = 0; i < N_LOOKS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      g_autofree char *tip =
          i == 0 ? g_strdup_printf (_ ("%s (Ctrl+G: picture and back)"), _ (looks[i].title))
                 : g_strdup (_ (looks[i].title));

      gtk_button_set_icon_name (GTK_BUTTON (button), looks[i].icon);
      gtk_widget_set_tooltip_text (button, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (looks[i].title), -1);
      self->look_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->look_buttons[i], self->look_buttons[0]);
      gtk_toggle_button_set_active (self->look_buttons[i], i == 0);
      g_signal_connect (button, "toggled", G_CALLBACK (look_toggled_cb), self);
      gtk_box_append (self->look_box, button);
    }
}

static void
make_columns (TdRankingPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown_columns); i++)
    {
      TdBoardColumn column = shown_columns[i].column;

      self->columns[column] = td_columns_add (
          self->view, (int) column, _ (td_board_column_title (column)), shown_columns[i].width,
          td_board_column_is_number (column), row_text, self);
    }
  td_columns_follow_sorting (self->view, sort_changed, self);
}

static void
td_ranking_page_init (TdRankingPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->sort_column = -1;
  self->compare = COMPARE_PREVIOUS;
  self->chart_look = 1;
  self->lines = g_array_new (FALSE, FALSE, sizeof (CompareLine));
  gtk_widget_init_template (GTK_WIDGET (self));
  td_drop_down_shorten (self->blocks);
  td_drop_down_shorten (self->compares);
  make_looks (self);
  make_columns (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ranking"), -1);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g, GDK_CONTROL_MASK),
                        gtk_callback_action_new (flip_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  self->chart = TD_CHART_VIEW (td_chart_view_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->chart), GTK_ALIGN_START);
  g_signal_connect_swapped (self->chart, "activated", G_CALLBACK (mark_activated_cb), self);
  gtk_box_append (GTK_BOX (self->chart_box), GTK_WIDGET (self->chart));
  self->trial = TD_TRIAL_PANEL (td_trial_panel_new ());
  g_signal_connect_swapped (self->trial, "changed", G_CALLBACK (reload), self);
  gtk_stack_add_named (self->side, GTK_WIDGET (self->trial), "trial");

  self->rows = g_list_store_new (TD_TYPE_RANK_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
}
