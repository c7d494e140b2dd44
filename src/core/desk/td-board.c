/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-board.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "base/td-text.h"

struct _TdBoard
{
  const TdScores *scores;
  const TdMovement *movement;
  gboolean compared;
  GArray *rows; /* of TdBoardRow */
};

/* --- making --------------------------------------------------------------------------------------- */

static void
find_before (TdBoardRow *row, TdId unit, const TdScores *before, gboolean overall)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (before));
  int index = td_movement_find_unit (movement, unit);
  const TdUnitScore *score;

  if (index < 0)
    return;
  score = td_scores_get_unit (before, (guint) index);
  if (!score->takes_part)
    return;
  row->rank_before = overall ? score->overall_rank : score->rank;
  row->total_before = score->total;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const TdBoardRow *x = a, *y = b;

  /* Not ranked, which is 0, comes last. */
  return (x->rank - 1 > y->rank - 1) - (x->rank - 1 < y->rank - 1);
}

/* qsort() keeps no order among equals, g_qsort_with_data() does. */
static int
compare_ranks_func (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare_ranks (a, b);
}

TdBoard *
td_board_new (const TdScores *scores, const TdScores *before, int block)
{
  TdBoard *self = g_new0 (TdBoard, 1);
  g_autofree TdSpread *spreads = td_scores_spread (scores);
  gboolean overall = block < 0;
  guint n;
  const guint *ranking = td_scores_get_ranking (scores, &n);

  self->scores = scores;
  self->movement = td_score_data_get_movement (td_scores_get_data (scores));
  self->compared = before != NULL;
  self->rows = g_array_sized_new (FALSE, TRUE, sizeof (TdBoardRow), n);
  for (guint i = 0; i < n; i++)
    {
      const TdUnit *unit = td_movement_unit (self->movement, ranking[i]);
      const TdUnitScore *score = td_scores_get_unit (scores, ranking[i]);
      const TdSpread *spread = &spreads[ranking[i]];
      TdBoardRow row = { .unit = ranking[i], .total_before = TD_DECIMAL_NONE };

      if (!overall && unit->block != block)
        continue;
      row.rank = overall ? score->overall_rank : score->rank;
      row.tied = overall ? score->overall_tied : score->tied;
      if (spread->best_total != TD_DECIMAL_NONE)
        {
          row.best_rank = overall ? spread->overall_best : spread->best_rank;
          row.worst_rank = overall ? spread->overall_worst : spread->worst_rank;
        }
      if (before != NULL)
        find_before (&row, unit->id, before, overall);
      g_array_append_val (self->rows, row);
    }
  if (overall && self->rows->len > 1)
    g_qsort_with_data (self->rows->data, (int) self->rows->len, sizeof (TdBoardRow),
                       compare_ranks_func, NULL);
  return self;
}

void
td_board_free (TdBoard *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_free (self);
}

const TdScores *
td_board_get_scores (const TdBoard *self)
{
  return self->scores;
}

gboolean
td_board_is_compared (const TdBoard *self)
{
  return self->compared;
}

guint
td_board_get_n_rows (const TdBoard *self)
{
  return self->rows->len;
}

const TdBoardRow *
td_board_get_row (const TdBoard *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, TdBoardRow, row);
}

/* --- comparing ------------------------------------------------------------------------------------ */

int
td_board_row_get_moved (const TdBoardRow *row)
{
  return row->rank > 0 && row->rank_before > 0 ? (int) row->rank_before - (int) row->rank : 0;
}

static TdDecimal
change_of (const TdBoard *self, const TdBoardRow *row)
{
  TdDecimal total = td_scores_get_unit (self->scores, row->unit)->total;

  /* Totals are at least 0, so the difference of two always fits. */
  return total != TD_DECIMAL_NONE && row->total_before != TD_DECIMAL_NONE
             ? total - row->total_before
             : TD_DECIMAL_NONE;
}

TdDecimal
td_board_get_change (const TdBoard *self, guint row)
{
  return change_of (self, td_board_get_row (self, row));
}

void
td_board_count_moves (const TdBoard *self, guint *rose, guint *fell)
{
  *rose = *fell = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      int moved = td_board_row_get_moved (&g_array_index (self->rows, TdBoardRow, i));

      *rose += moved > 0 ? 1 : 0;
      *fell += moved < 0 ? 1 : 0;
    }
}

guint
td_board_count_changed (const TdBoard *self)
{
  guint n = 0;

  for (guint i = 0; self->compared && i < self->rows->len; i++)
    {
      const TdBoardRow *row = &g_array_index (self->rows, TdBoardRow, i);
      TdDecimal total = td_scores_get_unit (self->scores, row->unit)->total;

      n += row->rank != row->rank_before || total != row->total_before ? 1 : 0;
    }
  return n;
}

/* --- sorting -------------------------------------------------------------------------------------- */

/* A row with what it is sorted by. */
typedef struct
{
  TdBoardRow row;
  gboolean blank;
  TdDecimal number;
  const char *text; /* NULL: by the number */
} Keyed;

typedef struct
{
  gboolean descending;
} Order;

static void
set_key (const TdBoard *self, TdBoardColumn column, Keyed *keyed)
{
  const TdBoardRow *row = &keyed->row;
  const TdUnit *unit = td_movement_unit (self->movement, row->unit);
  const TdUnitScore *score = td_scores_get_unit (self->scores, row->unit);

  keyed->number = TD_DECIMAL_NONE;
  switch (column)
    {
    case TD_BOARD_RANK:
      keyed->number = row->rank > 0 ? row->rank : TD_DECIMAL_NONE;
      break;
    case TD_BOARD_RANGE:
      /* By the best rank, then by the worst: both are far below a million. */
      keyed->number = row->best_rank > 0
                          ? (TdDecimal) row->best_rank * 1000000 + (TdDecimal) row->worst_rank
                          : TD_DECIMAL_NONE;
      break;
    case TD_BOARD_UNIT:
      keyed->text = unit->name;
      break;
    case TD_BOARD_BLOCK:
      keyed->number = unit->block;
      break;
    case TD_BOARD_POINTS:
      keyed->number = score->points;
      break;
    case TD_BOARD_INDEX:
      keyed->number = score->index;
      break;
    case TD_BOARD_BONUS:
      keyed->number = score->bonus;
      break;
    case TD_BOARD_PENALTY:
      keyed->number = score->penalty;
      break;
    case TD_BOARD_TOTAL:
      keyed->number = score->total;
      break;
    case TD_BOARD_CHANGE:
      keyed->number = change_of (self, row);
      break;
    case TD_BOARD_BEFORE:
      keyed->number = row->rank_before > 0 ? row->rank_before : TD_DECIMAL_NONE;
      break;
    case TD_BOARD_MOVED:
      keyed->number =
          row->rank > 0 && row->rank_before > 0 ? td_board_row_get_moved (row) : TD_DECIMAL_NONE;
      break;
    case TD_BOARD_BAND:
      keyed->number = score->band >= 0 ? score->band : TD_DECIMAL_NONE;
      break;
    case TD_BOARD_COVERAGE:
    default:
      keyed->number = score->expected > 0
                          ? (TdDecimal) ((TdWide) score->filled * 1000000 / score->expected)
                          : TD_DECIMAL_NONE;
      break;
    }
  keyed->blank = keyed->text == NULL && keyed->number == TD_DECIMAL_NONE;
}

static int
compare_keyed (gconstpointer a, gconstpointer b, gpointer data)
{
  const Keyed *x = a, *y = b;
  const Order *order = data;
  int result;

  if (x->blank != y->blank)
    return x->blank ? 1 : -1;
  result = x->text != NULL ? td_text_collate (x->text, y->text)
                           : (x->number > y->number) - (x->number < y->number);
  if (order->descending)
    result = -result;
  return result != 0 ? result : compare_ranks (&x->row, &y->row);
}

void
td_board_sort (TdBoard *self, TdBoardColumn column, gboolean descending)
{
  g_autofree Keyed *keyed = g_new0 (Keyed, self->rows->len + 1);
  Order order = { descending };

  for (guint i = 0; i < self->rows->len; i++)
    {
      keyed[i].row = g_array_index (self->rows, TdBoardRow, i);
      set_key (self, column, &keyed[i]);
    }
  if (self->rows->len > 1)
    g_qsort_with_data (keyed, (int) self->rows->len, sizeof (Keyed), compare_keyed, &order);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->rows, TdBoardRow, i) = keyed[i].row;
}

/* --- words ---------------------------------------------------------------------------------------- */

static const struct
{
  const char *title;
  gboolean number;
} columns[] = {
  [TD_BOARD_RANK] = { N_ ("Rank"), TRUE },
  [TD_BOARD_RANGE] = { N_ ("May end at"), TRUE },
  [TD_BOARD_UNIT] = { N_ ("Unit"), FALSE },
  [TD_BOARD_BLOCK] = { N_ ("Block"), FALSE },
  [TD_BOARD_POINTS] = { N_ ("Points"), TRUE },
  [TD_BOARD_INDEX] = { N_ ("Index"), TRUE },
  [TD_BOARD_BONUS] = { N_ ("Bonus"), TRUE },
  [TD_BOARD_PENALTY] = { N_ ("Penalty"), TRUE },
  [TD_BOARD_TOTAL] = { N_ ("Total"), TRUE },
  [TD_BOARD_CHANGE] = { N_ ("Change of the total"), TRUE },
  [TD_BOARD_BEFORE] = { N_ ("Rank before"), TRUE },
  [TD_BOARD_MOVED] = { N_ ("Moved"), TRUE },
  [TD_BOARD_BAND] = { N_ ("Band"), FALSE },
  [TD_BOARD_COVERAGE] = { N_ ("Coverage"), TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == TD_N_BOARD_COLUMNS);

const char *
td_board_column_title (TdBoardColumn column)
{
  return columns[column].title;
}

gboolean
td_board_column_is_number (TdBoardColumn column)
{
  return columns[column].number;
}

static char *
rank_text (const TdBoardRow *row, TdStyle style)
{
  if (row->rank == 0)
    return g_strdup (style == TD_STYLE_PLAIN ? "" : "–");
  /* The sign that tables of results use for a shared place. */
  return g_strdup_printf (row->tied && style != TD_STYLE_PLAIN ? "%u =" : "%u", row->rank);
}

static char *
range_text (const TdBoardRow *row)
{
  if (row->best_rank == 0)
    return g_strdup ("");
  return row->best_rank == row->worst_rank
             ? g_strdup_printf ("%u", row->best_rank)
             : g_strdup_printf ("%u–%u", row->best_rank, row->worst_rank);
}

static char *
moved_text (const TdBoard *self, const TdBoardRow *row, TdStyle style)
{
  int moved = td_board_row_get_moved (row);

  if (!self->compared || row->rank == 0)
    return g_strdup ("");
  if (style == TD_STYLE_PLAIN)
    return row->rank_before > 0 ? g_strdup_printf ("%d", moved) : g_strdup ("");
  if (row->rank_before == 0)
    return g_strdup (_ ("new"));
  if (moved == 0)
    return g_strdup ("=");
  return g_strdup_printf ("%s %d", moved > 0 ? "▲" : "▼", abs (moved));
}

static char *
change_text (const TdBoard *self, const TdBoardRow *row, TdStyle style)
{
  TdDecimal change = change_of (self, row);
  g_autofree char *text = NULL;

  if (change == TD_DECIMAL_NONE)
    return g_strdup ("");
  text = td_decimal_format_fixed (change, self->movement->decimals, style);
  return g_strconcat (change > 0 && style != TD_STYLE_PLAIN ? "+" : "", text, NULL);
}

char *
td_board_dup_text (const TdBoard *self, guint row, TdBoardColumn column, TdStyle style)
{
  const TdBoardRow *r = td_board_get_row (self, row);
  const TdUnit *unit = td_movement_unit (self->movement, r->unit);
  const TdUnitScore *score = td_scores_get_unit (self->scores, r->unit);
  guint digits = self->movement->decimals;

  switch (column)
    {
    case TD_BOARD_RANK:
      return rank_text (r, style);
    case TD_BOARD_RANGE:
      return range_text (r);
    case TD_BOARD_UNIT:
      return g_strdup (unit->name);
    case TD_BOARD_BLOCK:
      return g_strdup (td_movement_block (self->movement, unit->block));
    case TD_BOARD_POINTS:
      {
        g_autofree char *points = td_decimal_format_fixed (score->points, digits, style);
        g_autofree char *most = td_decimal_format_fixed (score->max_points, digits, style);

        return style == TD_STYLE_PLAIN ? g_steal_pointer (&points)
                                       : g_strdup_printf ("%s/%s", points, most);
      }
    case TD_BOARD_INDEX:
      return td_decimal_format_fixed (score->index, digits, style);
    case TD_BOARD_BONUS:
      return td_decimal_format_fixed (score->bonus, digits, style);
    case TD_BOARD_PENALTY:
      return td_decimal_format_fixed (score->penalty, digits, style);
    case TD_BOARD_TOTAL:
      return td_decimal_format_fixed (score->total, digits, style);
    case TD_BOARD_CHANGE:
      return change_text (self, r, style);
    case TD_BOARD_BEFORE:
      return r->rank_before > 0 ? g_strdup_printf ("%u", r->rank_before) : g_strdup ("");
    case TD_BOARD_MOVED:
      return moved_text (self, r, style);
    case TD_BOARD_BAND:
      return g_strdup (score->band >= 0 ? td_movement_band (self->movement, score->band)->name
                                        : "");
    case TD_BOARD_COVERAGE:
    default:
      return g_strdup_printf ("%u/%u", score->filled, score->expected);
    }
}
