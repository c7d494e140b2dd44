/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/pages/td-ranking-page.h"

#include <glib/gi18n.h>

#include "app/widgets/td-columns.h"
#include "app/widgets/td-why-view.h"
#include "base/td-text.h"

/* --- rows ----------------------------------------------------------------------------------------- */

#define TD_TYPE_RANK_ROW (td_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (TdRankRow, td_rank_row, TD, RANK_ROW, GObject)

/* A unit's line as text, so that it stays right when the scores it came from are gone. */
struct _TdRankRow
{
  GObject parent_instance;
  TdId unit;
  char *texts[10];
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

struct _TdRankingPage
{
  TdPage parent_instance;

  /* template */
  GtkDropDown *blocks;
  GtkLabel *coverage;
  GtkColumnView *view;
  TdWhyView *why;

  /* owned */
  GListStore *rows;
  GtkSingleSelection *selection;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TdRankingPage, td_ranking_page, TD_TYPE_PAGE)

enum
{
  RANK,
  UNIT,
  POINTS,
  INDEX,
  BONUS,
  PENALTY,
  TOTAL,
  BAND,
  COVERAGE,
  N_COLUMNS,
};

static char *
row_text (gpointer item, int field, gpointer data)
{
  return g_strdup (TD_RANK_ROW (item)->texts[field]);
}

static TdRankRow *
make_row (const TdScores *scores, guint index, gboolean overall)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdUnit *unit = td_movement_unit (movement, index);
  const TdUnitScore *score = td_scores_get_unit (scores, index);
  TdRankRow *row = g_object_new (TD_TYPE_RANK_ROW, NULL);
  guint rank = overall ? score->overall_rank : score->rank, digits = movement->decimals;
  gboolean tied = overall ? score->overall_tied : score->tied;
  g_autofree char *points = td_decimal_format_fixed (score->points, digits, TD_STYLE_VIETNAMESE);
  g_autofree char *max = td_decimal_format_fixed (score->max_points, digits, TD_STYLE_VIETNAMESE);

  row->unit = unit->id;
  row->texts[RANK] = rank == 0 ? g_strdup ("–")
                     : tied    ? g_strdup_printf (_ ("%u (tied)"), rank)
                               : g_strdup_printf ("%u", rank);
  row->texts[UNIT] = g_strdup (unit->name);
  row->texts[POINTS] = g_strdup_printf ("%s/%s", points, max);
  row->texts[INDEX] = td_decimal_format_fixed (score->index, digits, TD_STYLE_VIETNAMESE);
  row->texts[BONUS] = td_decimal_format_fixed (score->bonus, digits, TD_STYLE_VIETNAMESE);
  row->texts[PENALTY] = td_decimal_format_fixed (score->penalty, digits, TD_STYLE_VIETNAMESE);
  row->texts[TOTAL] = td_decimal_format_fixed (score->total, digits, TD_STYLE_VIETNAMESE);
  row->texts[BAND] =
      g_strdup (score->band >= 0 ? td_movement_band (movement, score->band)->name : "");
  row->texts[COVERAGE] = g_strdup_printf ("%u/%u", score->filled, score->expected);
  return row;
}

static int
compare_overall (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = td_scores_get_unit (data, *(const guint *) a)->overall_rank;
  guint y = td_scores_get_unit (data, *(const guint *) b)->overall_rank;

  /* Not ranked is last. */
  return (x - 1 > y - 1) - (x - 1 < y - 1);
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
reload (TdRankingPage *self)
{
  TdDesk *desk = td_page_get_desk (TD_PAGE (self));
  const TdScores *scores = desk != NULL ? td_desk_get_scores (desk) : NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *units = NULL;
  g_autofree char *coverage = NULL;
  TdRankRow *selected = gtk_single_selection_get_selected_item (self->selection);
  TdId before = selected != NULL ? selected->unit : TD_ID_NONE;
  guint block = gtk_drop_down_get_selected (self->blocks), n = 0, filled = 0, expected = 0;
  gboolean overall = block == 0;

  if (scores != NULL)
    {
      const guint *ranking = td_scores_get_ranking (scores, &n);

      units = g_memdup2 (ranking, n * sizeof (guint));
    }
  if (overall && n > 0)
    g_qsort_with_data (units, (int) n, sizeof (guint), compare_overall, (gpointer) scores);
  for (guint i = 0; i < n; i++)
    {
      const TdMovement *movement = td_desk_get_movement (desk);
      const TdUnitScore *score = td_scores_get_unit (scores, units[i]);

      if (!overall && td_movement_unit (movement, units[i])->block != (int) block - 1)
        continue;
      g_ptr_array_add (rows, make_row (scores, units[i], overall));
      filled += score->filled;
      expected += score->expected;
    }
  self->filling = TRUE;
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  select_unit (self, before);
  self->filling = FALSE;
  coverage = g_strdup_printf (_ ("Coverage %u/%u"), filled, expected);
  gtk_label_set_text (self->coverage, coverage);
}

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
block_selected_cb (TdRankingPage *self)
{
  if (!self->filling)
    reload (self);
}

static void
selected_cb (TdRankingPage *self)
{
  TdRankRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->filling)
    td_why_view_show (self->why, row != NULL ? row->unit : TD_ID_NONE, TD_ID_NONE);
}

static void
td_ranking_page_set_desk (TdPage *page, TdDesk *desk)
{
  TdRankingPage *self = TD_RANKING_PAGE (page);

  td_why_view_set_desk (self->why, desk);
  fill_blocks (self);
  reload (self);
  selected_cb (self);
}

static void
td_ranking_page_scores_changed (TdPage *page)
{
  TdRankingPage *self = TD_RANKING_PAGE (page);

  fill_blocks (self);
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

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_RANKING_PAGE);
  G_OBJECT_CLASS (td_ranking_page_parent_class)->dispose (object);
}

static void
td_ranking_page_class_init (TdRankingPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TdPageClass *page_class = TD_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = td_ranking_page_dispose;
  page_class->set_desk = td_ranking_page_set_desk;
  page_class->scores_changed = td_ranking_page_scores_changed;
  page_class->go_to = td_ranking_page_go_to;
  g_type_ensure (TD_TYPE_WHY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thidua/ThiDua/ui/pages/td-ranking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, view);
  gtk_widget_class_bind_template_child (widget_class, TdRankingPage, why);
  gtk_widget_class_bind_template_callback (widget_class, block_selected_cb);
}

static void
td_ranking_page_init (TdRankingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_columns_add (self->view, RANK, _ ("Rank"), 80, TRUE, row_text, self);
  td_columns_add (self->view, UNIT, _ ("Unit"), TD_COLUMN_WIDE, FALSE, row_text, self);
  td_columns_add (self->view, POINTS, _ ("Points"), 120, TRUE, row_text, self);
  td_columns_add (self->view, INDEX, _ ("Index"), 70, TRUE, row_text, self);
  td_columns_add (self->view, BONUS, _ ("Bonus"), 70, TRUE, row_text, self);
  td_columns_add (self->view, PENALTY, _ ("Penalty"), 70, TRUE, row_text, self);
  td_columns_add (self->view, TOTAL, _ ("Total"), 70, TRUE, row_text, self);
  td_columns_add (self->view, BAND, _ ("Band"), 90, FALSE, row_text, self);
  td_columns_add (self->view, COVERAGE, _ ("Coverage"), 90, TRUE, row_text, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ranking"), -1);

  self->rows = g_list_store_new (TD_TYPE_RANK_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}
