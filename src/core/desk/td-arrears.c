/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-arrears.h"

#include <glib/gi18n-lib.h>

#define HASH_SHOWN 12

typedef struct
{
  const TdMovement *movement;
  guint period;
  GArray *rows; /* of TdArrearsRow */
  int *row_of;  /* by unit: index into rows, -1 */
} Board;

static void
clear_row (gpointer data)
{
  g_free (((TdArrearsRow *) data)->proof);
}

const char *
td_arrears_state_title (TdArrearsState state)
{
  static const char *const titles[] = {
    [TD_ARREARS_NOTHING_DUE] = N_ ("nothing to report"),
    [TD_ARREARS_OPEN] = N_ ("not due yet"),
    [TD_ARREARS_OWING] = N_ ("owing"),
    [TD_ARREARS_IN_TIME] = N_ ("in time"),
    [TD_ARREARS_LATE] = N_ ("late"),
    [TD_ARREARS_RETURNED] = N_ ("sent back"),
  };

  return titles[state];
}

/* Whether an entry of this target is expected of the unit in every period. */
static gboolean
is_expected (const TdMovement *movement, guint target, guint unit)
{
  return td_movement_target (movement, target)->frequency == TD_FREQUENCY_PERIOD
         && td_movement_applies (movement, target, unit);
}

static void
add_units (Board *board)
{
  const TdPeriod *period = td_movement_period (board->movement, board->period);

  for (guint unit = 0; unit < board->movement->units->len; unit++)
    {
      TdArrearsRow row = { .unit = unit };

      board->row_of[unit] = -1;
      if (!td_period_overlaps (period, td_movement_unit (board->movement, unit)))
        continue;
      for (guint target = 0; target < board->movement->targets->len; target++)
        row.expected += is_expected (board->movement, target, unit);
      board->row_of[unit] = (int) board->rows->len;
      g_array_append_val (board->rows, row);
    }
}

static gboolean
note_entry (const TdRecord *record, gpointer data)
{
  Board *board = data;
  const TdMovement *movement = board->movement;
  gint64 state = td_record_get_number (record, TD_ENTRY_STATE, TD_ENTRY_DRAFT);
  int unit, target;
  TdArrearsRow *row;

  if (td_record_get_ref (record, TD_ENTRY_PERIOD)
          != td_movement_period (movement, board->period)->id
      || state == TD_ENTRY_DRAFT)
    return TRUE;
  unit = td_movement_find_unit (movement, td_record_get_ref (record, TD_ENTRY_UNIT));
  target = td_movement_find_target (movement, td_record_get_ref (record, TD_ENTRY_TARGET));
  if (unit < 0 || target < 0 || board->row_of[unit] < 0
      || !is_expected (movement, (guint) target, (guint) unit))
    return TRUE;
  row = &g_array_index (board->rows, TdArrearsRow, board->row_of[unit]);
  row->reported++;
  row->waiting += state == TD_ENTRY_PENDING;
  row->rejected += state == TD_ENTRY_REJECTED;
  if (!td_record_is_blank (record, TD_ENTRY_RECEIVED_ON))
    row->received_on = MAX (row->received_on, td_record_get_date (record, TD_ENTRY_RECEIVED_ON));
  return TRUE;
}

/* They come in the order of their days: the last one stays. */
static gboolean
note_receipt (const TdRecord *record, gpointer data)
{
  Board *board = data;
  int unit = td_movement_find_unit (board->movement, td_record_get_ref (record, TD_RECEIPT_UNIT));
  const char *number = td_record_get_text (record, TD_RECEIPT_NUMBER);
  g_autofree char *day = NULL;
  TdArrearsRow *row;

  if (unit < 0 || board->row_of[unit] < 0
      || td_record_get_ref (record, TD_RECEIPT_PERIOD)
             != td_movement_period (board->movement, board->period)->id)
    return TRUE;
  row = &g_array_index (board->rows, TdArrearsRow, board->row_of[unit]);
  day = td_date_format (td_record_get_date (record, TD_RECEIPT_RECEIVED_ON), TD_STYLE_VIETNAMESE);
  g_free (row->proof);
  row->proof = g_strdup_printf ("%s%s%s · %s · %.*s", *number != '\0' ? number : "",
                                *number != '\0' ? " · " : "", day,
                                td_record_get_text (record, TD_RECEIPT_FILE), HASH_SHOWN,
                                td_record_get_text (record, TD_RECEIPT_HASH));
  return TRUE;
}

static void
settle (TdArrearsRow *row, TdDate due, TdDate today, const TdWorkdays *workdays)
{
  if (row->expected == 0)
    row->state = TD_ARREARS_NOTHING_DUE;
  else if (row->reported < row->expected)
    {
      row->state = today > due ? TD_ARREARS_OWING : TD_ARREARS_OPEN;
      row->days_late = td_workdays_count (workdays, due, today);
    }
  else
    {
      row->days_late = row->received_on != TD_DATE_NONE
                           ? td_workdays_count (workdays, due, row->received_on)
                           : 0;
      row->state = row->rejected > 0    ? TD_ARREARS_RETURNED
                   : row->days_late > 0 ? TD_ARREARS_LATE
                                        : TD_ARREARS_IN_TIME;
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  static const int order[] = {
    [TD_ARREARS_OWING] = 0, [TD_ARREARS_RETURNED] = 1, [TD_ARREARS_OPEN] = 2,
    [TD_ARREARS_LATE] = 3,  [TD_ARREARS_IN_TIME] = 4,  [TD_ARREARS_NOTHING_DUE] = 5,
  };
  const TdArrearsRow *x = a, *y = b;

  if (order[x->state] != order[y->state])
    return order[x->state] - order[y->state];
  if (x->days_late != y->days_late)
    return x->days_late > y->days_late ? -1 : 1;
  return (x->unit > y->unit) - (x->unit < y->unit);
}

GArray *
td_arrears_new (TdDesk *desk, guint period, TdDate today, GError **error)
{
  TdStore *store = td_desk_get_store (desk);
  const TdMovement *movement = td_desk_get_movement (desk);
  g_autofree char *holidays = td_store_get_setting (store, "holidays");
  g_autofree char *made_up = td_store_get_setting (store, "made-up-days");
  g_autoptr (TdWorkdays) workdays = td_workdays_new (holidays, made_up, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (TdArrearsRow));
  g_autofree int *row_of = g_new0 (int, movement->units->len + 1);
  Board board = { movement, period, rows, row_of };

  g_return_val_if_fail (period < movement->periods->len, NULL);

  g_array_set_clear_func (rows, clear_row);
  if (workdays == NULL)
    {
      g_prefix_error (error, "%s: ", _ ("The holidays in the office's settings"));
      return NULL;
    }
  add_units (&board);
  if (!td_store_foreach (store, TD_TABLE_ENTRIES, movement->id, note_entry, &board, error)
      || !td_store_foreach (store, TD_TABLE_RECEIPTS, movement->id, note_receipt, &board, error))
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    settle (&g_array_index (rows, TdArrearsRow, i), td_movement_period (movement, period)->due,
            today, workdays);
  g_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}
