/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * desk-bench FILE: what the open file costs, as lines `name milliseconds`; the reference, SQLite alone
 * summing the same rows, is measured in the same run.
 */
#include <glib.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "charts/td-chart.h"
#include "desk/td-desk.h"
#include "desk/td-record-list.h"
#include "figures/td-overview.h"

#define ROUNDS 7

static int
compare (const void *a, const void *b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* The median of what @func takes, in milliseconds. */
static double
measure (const char *name, guint rounds, void (*func) (gpointer data), gpointer data)
{
  g_autofree double *times = g_new (double, rounds);

  for (guint i = 0; i < rounds; i++)
    {
      gint64 began = g_get_monotonic_time ();

      func (data);
      times[i] = (double) (g_get_monotonic_time () - began) / 1000;
    }
  qsort (times, rounds, sizeof (double), compare);
  g_print ("%s %.4f\n", name, times[rounds / 2]);
  return times[rounds / 2];
}

typedef struct
{
  const char *path;
  TdStore *store;
  TdDesk *desk;
  TdRecordList *people;
  TdChartLayout *layout;
  guint count;
} Bench;

static void
open_desk (gpointer data)
{
  Bench *bench = data;

  g_clear_object (&bench->desk);
  bench->desk = td_desk_new (bench->store, TD_ID_NONE, NULL);
}

static void
sum_by_unit (gpointer data)
{
  Bench *bench = data;
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  sqlite3_int64 sum = 0;

  if (sqlite3_open_v2 (bench->path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK
      && sqlite3_prepare_v2 (db,
                             "SELECT unit, target, sum (done), sum (due), sum (amount) FROM entry "
                             "GROUP BY unit, target",
                             -1, &stmt, NULL)
             == SQLITE_OK)
    while (sqlite3_step (stmt) == SQLITE_ROW)
      sum += sqlite3_column_int64 (stmt, 2) + sqlite3_column_int64 (stmt, 4);
  bench->count += (guint) sum;
  sqlite3_finalize (stmt);
  sqlite3_close (db);
}

static gboolean
put_figure (TdTxn *txn, gpointer data, GError **error)
{
  Bench *bench = data;
  const TdMovement *movement = td_desk_get_movement (bench->desk);
  guint unit = bench->count % movement->units->len;
  g_autoptr (TdRecord) record = td_record_new (TD_TABLE_ENTRIES, movement->id);

  bench->count++;
  td_record_set_ref (record, TD_ENTRY_UNIT, td_movement_unit (movement, unit)->id);
  td_record_set_ref (record, TD_ENTRY_TARGET, td_movement_target (movement, 1)->id);
  td_record_set_ref (record, TD_ENTRY_PERIOD, td_movement_period (movement, 0)->id);
  td_record_set_number (record, TD_ENTRY_STATE, TD_ENTRY_ACCEPTED);
  td_record_set_decimal (record, TD_ENTRY_DONE, (TdDecimal) bench->count % 100 * TD_DECIMAL_SCALE);
  td_record_set_decimal (record, TD_ENTRY_DUE, 100 * TD_DECIMAL_SCALE);
  return td_txn_put (txn, record, error);
}

/* One figure through the door, with all the scores right afterwards. */
static void
edit (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  if (!td_store_write (td_desk_get_store (bench->desk), "bench", TD_WRITE_COMMIT, put_figure, bench,
                       NULL, &error))
    g_printerr ("%s\n", error->message);
}

static void
type_letter (gpointer data)
{
  static const char *const typed[] = { "n", "ng", "ngu", "nguy", "nguyen", "nguyen v", "" };
  Bench *bench = data;

  td_record_list_set_filter (bench->people, typed[bench->count++ % G_N_ELEMENTS (typed)]);
  bench->count += g_list_model_get_n_items (G_LIST_MODEL (bench->people)) % 2;
}

static void
overview (gpointer data)
{
  Bench *bench = data;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  TdOverview out;

  td_overview_init (&out, bench->desk, &scope, NULL);
  bench->count += out.filled;
}

static void
draw_hover (gpointer data)
{
  Bench *bench = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1200, 900);
  cairo_t *cr = cairo_create (surface);
  guint n;

  td_chart_layout_get_marks (bench->layout, &n);
  td_chart_layout_draw_screen (bench->layout, cr, 0, 0, 1, n > 0 ? (int) (bench->count++ % n) : -1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChart) chart = NULL;
  TdFigureScope scope = TD_FIGURE_SCOPE_ALL;
  TdChartTheme theme;

  if (argc != 2)
    return 2;
  bench.path = argv[1];
  bench.store = td_store_open (argv[1], TD_OPEN_WRITE, &error);
  if (bench.store == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  measure ("sum-by-unit", ROUNDS, sum_by_unit, &bench);
  measure ("score-from-file", ROUNDS, open_desk, &bench);
  measure ("overview", ROUNDS, overview, &bench);
  measure ("edit", 41, edit, &bench);
  bench.people = td_record_list_new (bench.desk, TD_TABLE_PEOPLE);
  if (td_record_list_get_total (bench.people) > 0)
    measure ("filter-key", 14, type_letter, &bench);
  chart = td_figure_new (bench.desk, TD_FIGURE_HEAT, &scope, NULL);
  td_chart_theme_init (&theme, TD_CHART_LOOK_LIGHT);
  bench.layout = td_chart_layout_new (chart, &theme, 1200, 900);
  draw_hover (&bench);
  measure ("hover", 41, draw_hover, &bench);
  td_chart_layout_free (bench.layout);
  g_object_unref (bench.people);
  g_object_unref (bench.desk);
  g_object_unref (bench.store);
  return 0;
}
