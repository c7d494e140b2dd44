/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How each table is ordered: by its key as people read it, so that two exports are the same bytes. */
static const char *
order_of (TdTableId table)
{
  switch (table)
    {
    case TD_TABLE_PERIODS:
      return "ORDER BY t.ends, t.starts, t.code, t.id";
    case TD_TABLE_BANDS:
      return "ORDER BY t.at_least DESC, t.name, t.id";
    case TD_TABLE_AWARDS_HELD:
      return "ORDER BY t.decided_on, t.award, t.id";
    case TD_TABLE_DISCIPLINES:
      return "ORDER BY t.\"from\", t.kind, t.id";
    case TD_TABLE_QUOTAS:
      return "ORDER BY t.round, t.award, t.\"group\", t.id";
    case TD_TABLE_COUNCIL_MEMBERS:
      return "ORDER BY t.round, t.code, t.id";
    case TD_TABLE_BALLOTS:
      return "ORDER BY t.nomination, t.counter, t.id";
    case TD_TABLE_RULINGS:
      return "ORDER BY t.round, t.nomination, t.kind, t.subject, t.id";
    case TD_TABLE_NOMINATION_STEPS:
      return "ORDER BY t.nomination, t.number, t.id";
    case TD_TABLE_DOSSIER_PAPERS:
      return "ORDER BY t.nomination, t.paper, t.id";
    case TD_TABLE_ACHIEVEMENT_REPORTS:
      return "ORDER BY t.nomination, t.id";
    case TD_TABLE_HEADCOUNTS:
      return "ORDER BY t.unit, t.has, t.id";
    case TD_TABLE_OFFICE:
      return "ORDER BY t.\"key\", t.id";
    case TD_TABLE_ASSUMPTIONS:
      return "ORDER BY t.\"table\", t.code, t.field, t.id";
    case TD_TABLE_RECEIPTS:
      return "ORDER BY t.period, t.unit, t.received_on, t.id";
    case TD_TABLE_EVIDENCE:
      return "ORDER BY t.name, t.id";
    case TD_TABLE_EVIDENCE_USES:
      return "ORDER BY t.unit, t.target, t.period, t.id";
    case TD_TABLE_SEALS:
      return "ORDER BY t.period, t.revision, t.id";
    case TD_TABLE_ENTRIES:
      return "ORDER BY u.code, g.code, p.ends, p.starts, p.code";
    case TD_TABLE_MOVEMENT:
    case TD_TABLE_CATEGORIES:
    case TD_TABLE_UNITS:
    case TD_TABLE_AREAS:
    case TD_TABLE_TARGETS:
    case TD_TABLE_ADJUSTMENTS:
    case TD_TABLE_PEOPLE:
    case TD_TABLE_INITIATIVES:
    case TD_TABLE_ROUNDS:
    case TD_TABLE_NOMINATIONS:
    case TD_N_TABLES:
    default:
      return "ORDER BY t.code, t.id";
    }
}

static char *
foreach_sql (const TdTable *table, TdId movement)
{
  const char *where = "";
  g_autofree char *rest = NULL;

  if (table->id == TD_TABLE_ENTRIES)
    where = "JOIN unit u ON u.id = t.unit JOIN target g ON g.id = t.target"
            " JOIN period p ON p.id = t.period WHERE g.movement = ?1 ";
  else if (table->id == TD_TABLE_UNITS)
    where = movement != TD_ID_NONE ? "WHERE m.unit IS NOT NULL " : "";
  else if (td_sql_has_movement (table))
    where = "WHERE t.movement = ?1 ";
  rest = g_strconcat (where, order_of (table->id), NULL);
  return td_sql_select (table, rest);
}

gboolean
td_store_foreach (TdStore *self, TdTableId table, TdId movement, TdRecordFunc func, gpointer data,
                  GError **error)
{
  const TdTable *description = td_table_get (table);
  g_autofree char *sql = foreach_sql (description, movement);
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, sql, error);
  g_autoptr (TdRecord) record = td_record_new (table, movement);
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  if (description->scope != TD_SCOPE_OFFICE || table == TD_TABLE_UNITS)
    td_stmt_bind_number (stmt, 1, movement);
  while (td_stmt_step (stmt, &failure))
    {
      td_sql_read (stmt, record);
      if (record->movement == TD_ID_NONE)
        record->movement = movement;
      if (!func (record, data))
        return TRUE;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
collect_record (const TdRecord *record, gpointer data)
{
  g_ptr_array_add (data, td_record_copy (record));
  return TRUE;
}

GPtrArray *
td_store_load (TdStore *self, TdTableId table, TdId movement, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);

  if (!td_store_foreach (self, table, movement, collect_record, records, error))
    return NULL;
  return g_steal_pointer (&records);
}

TdRecord *
td_store_get (TdStore *self, TdTableId table, TdId id, TdId movement)
{
  return td_sql_get (self->reader, table, id, movement, NULL);
}

TdRecord *
td_store_get_entry (TdStore *self, TdId target, TdId unit, TdId period)
{
  return td_sql_get_entry (self->reader, target, unit, period, NULL);
}

TdId
td_store_find (TdStore *self, TdTableId table, TdId movement, const char *code)
{
  return td_sql_find (self->reader, table, movement, code);
}

TdId
td_store_find_holder (TdStore *self, const char *code, gboolean *ambiguous)
{
  TdId unit = td_sql_find (self->reader, TD_TABLE_UNITS, TD_ID_NONE, code);
  TdId person = td_sql_find (self->reader, TD_TABLE_PEOPLE, TD_ID_NONE, code);

  if (ambiguous != NULL)
    *ambiguous = unit != TD_ID_NONE && person != TD_ID_NONE;
  if (unit != TD_ID_NONE && person != TD_ID_NONE)
    return TD_ID_NONE;
  return unit != TD_ID_NONE ? unit : person;
}

TdId
td_sql_resolve_movement (TdConn *conn, const char *code, GError **error)
{
  g_autoptr (TdStmt) stmt = NULL;
  TdId only = TD_ID_NONE, current = TD_ID_NONE;
  guint n = 0;

  if (code != NULL)
    {
      TdId id = td_sql_find (conn, TD_TABLE_MOVEMENT, TD_ID_NONE, code);

      if (id == TD_ID_NONE)
        g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                     _ ("there is no movement with the code “%s”"), code);
      return id;
    }
  stmt = td_conn_prepare (conn, "SELECT id, is_current FROM movement", error);
  if (stmt == NULL)
    return TD_ID_NONE;
  while (td_stmt_step (stmt, NULL))
    {
      only = td_stmt_get_number (stmt, 0);
      if (td_stmt_get_number (stmt, 1) != 0)
        current = only;
      n++;
    }
  if (n == 1)
    return only;
  if (current != TD_ID_NONE)
    return current;
  g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                       n == 0 ? _ ("the file has no movement yet")
                              : _ ("the file has several movements; say which one"));
  return TD_ID_NONE;
}

TdId
td_store_resolve_movement (TdStore *self, const char *code, GError **error)
{
  return td_sql_resolve_movement (self->reader, code, error);
}

char *
td_store_get_setting (TdStore *self, const char *key)
{
  g_autoptr (TdStmt) stmt =
      td_conn_prepare (self->reader, "SELECT value FROM office WHERE \"key\" = ?", NULL);
  const char *value = NULL;

  if (stmt != NULL)
    {
      td_stmt_bind_text (stmt, 1, key);
      if (td_stmt_step (stmt, NULL))
        value = td_stmt_get_text (stmt, 0);
    }
  return g_strdup (value != NULL ? value : "");
}

/* --- a movement's data -------------------------------------------------------------------------- */

typedef struct
{
  TdMovement *movement;
  void (*add) (TdMovement *self, const TdRecord *record);
} Adder;

static gboolean
add_record (const TdRecord *record, gpointer data)
{
  Adder *adder = data;

  adder->add (adder->movement, record);
  return TRUE;
}

/* The columns of a kind's figures: reported, then appraised. */
static const char *const figure_columns[] = {
  [TD_KIND_RATIO] = "done, due, appraised_done, appraised_due",
  [TD_KIND_AMOUNT] = "amount, NULL, appraised_amount, NULL",
  [TD_KIND_MILESTONE] = "done_on, NULL, appraised_done_on, NULL",
  [TD_KIND_RATING] = "points, NULL, appraised_points, NULL",
};

static TdDecimal
read_figure (TdStmt *stmt, int column, TdKind kind)
{
  static const TdField date_field = { "done_on", "", TD_FIELD_DATE };
  TdValue value = { TD_VALUE_NONE };

  if (kind != TD_KIND_MILESTONE)
    return td_stmt_get_number_or (stmt, column, TD_DECIMAL_NONE);
  if (td_stmt_is_null (stmt, column))
    return TD_DECIMAL_NONE;
  td_sql_read_value (&date_field, td_stmt_get_value (stmt, column), &value);
  return value.type == TD_VALUE_NUMBER ? value.number : TD_DECIMAL_NONE;
}

/* Columns: state, then the four figures, from @first on. */
static void
read_entry (TdStmt *stmt, int first, TdKind kind, TdEntry *entry)
{
  entry->state = (TdEntryState) td_stmt_get_number (stmt, first);
  entry->reported.first = read_figure (stmt, first + 1, kind);
  entry->reported.second =
      kind == TD_KIND_RATIO ? read_figure (stmt, first + 2, kind) : TD_DECIMAL_NONE;
  entry->appraised.first = read_figure (stmt, first + 3, kind);
  entry->appraised.second =
      kind == TD_KIND_RATIO ? read_figure (stmt, first + 4, kind) : TD_DECIMAL_NONE;
}

/* The periods of a unit follow each other in the file: mostly it is the one after @last. */
static int
find_period_after (const TdMovement *movement, int last, TdId id)
{
  guint next = (guint) (last + 1) < movement->periods->len ? (guint) (last + 1) : 0;

  return next < movement->periods->len && td_movement_period (movement, next)->id == id
             ? (int) next
             : td_movement_find_period (movement, id);
}

/* One target's entries lie together in the file; only the columns of its kind are read. */
static gboolean
load_target_entries (TdStore *self, TdMovement *movement, guint target, GError **error)
{
  const TdTarget *description = td_movement_target (movement, target);
  g_autofree char *sql =
      g_strdup_printf ("SELECT unit, period, state, %s FROM entry WHERE target = ?",
                       figure_columns[description->kind]);
  g_autoptr (TdStmt) stmt = td_conn_prepare (self->reader, sql, error);
  g_autoptr (GError) failure = NULL;
  TdId last_id = TD_ID_NONE;
  int last_unit = -1, last_period = -1;
  guint first = movement->entries->len;

  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, description->id);
  while (td_stmt_step (stmt, &failure))
    {
      TdId id = td_stmt_get_number (stmt, 0);
      int period = find_period_after (movement, last_period, td_stmt_get_number (stmt, 1));
      TdEntry entry = { .target = target };

      if (id != last_id)
        last_unit = td_movement_find_unit (movement, last_id = id);
      /* Entries of units that were taken out of the movement stay in the file and do not count. */
      if (last_unit < 0 || period < 0)
        continue;
      entry.unit = (guint32) last_unit;
      entry.period = (guint32) period;
      last_period = period;
      read_entry (stmt, 2, description->kind, &entry);
      g_array_append_val (movement->entries, entry);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  td_movement_sort_entries (movement, first);
  return TRUE;
}

TdMovement *
td_store_load_movement (TdStore *self, TdId id, GError **error)
{
  static const struct
  {
    TdTableId table;
    void (*add) (TdMovement *self, const TdRecord *record);
  } parts[] = {
    { TD_TABLE_PERIODS, td_movement_add_period },
    { TD_TABLE_CATEGORIES, td_movement_add_category },
    { TD_TABLE_UNITS, td_movement_add_unit },
    { TD_TABLE_AREAS, td_movement_add_area },
    { TD_TABLE_TARGETS, td_movement_add_target },
    { TD_TABLE_BANDS, td_movement_add_band },
    { TD_TABLE_ADJUSTMENTS, td_movement_add_adjustment },
  };
  g_autoptr (TdMovement) movement = td_movement_new ();
  g_autoptr (TdRecord) record = NULL;

  record = td_sql_get (self->reader, TD_TABLE_MOVEMENT, id, TD_ID_NONE, error);
  if (record == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no such movement"));
      return NULL;
    }
  td_movement_take_movement (movement, record);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Adder adder = { movement, parts[i].add };

      if (!td_store_foreach (self, parts[i].table, id, add_record, &adder, error))
        return NULL;
    }
  td_movement_link (movement);
  for (guint i = 0; i < movement->targets->len; i++)
    if (!load_target_entries (self, movement, i, error))
      return NULL;
  return g_steal_pointer (&movement);
}

gboolean
td_store_load_entry (TdStore *self, const TdMovement *movement, const TdChange *change,
                     TdEntry *out)
{
  int target = td_movement_find_target (movement, change->key[0]);
  int unit = td_movement_find_unit (movement, change->key[1]);
  int period = td_movement_find_period (movement, change->key[2]);
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;
  TdKind kind;

  if (target < 0 || unit < 0 || period < 0)
    return FALSE;
  out->target = (guint32) target;
  out->unit = (guint32) unit;
  out->period = (guint32) period;
  kind = td_movement_target (movement, target)->kind;
  sql = g_strdup_printf (
      "SELECT state, %s FROM entry WHERE target = ?1 AND unit = ?2 AND period = ?3",
      figure_columns[kind]);
  stmt = td_conn_prepare (self->reader, sql, NULL);
  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, change->key[0]);
  td_stmt_bind_number (stmt, 2, change->key[1]);
  td_stmt_bind_number (stmt, 3, change->key[2]);
  if (!td_stmt_step (stmt, NULL))
    return FALSE;
  read_entry (stmt, 0, kind, out);
  return TRUE;
}
