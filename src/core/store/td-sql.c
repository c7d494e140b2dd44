/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Statements made from the description of tables. What is read here is what the door wrote, so a
 * value of the wrong type means a damaged file, which td_store_check() names; here it reads as blank.
 */
#define G_LOG_DOMAIN "thidua-store"

#include "store/td-store-private.h"

#include <string.h>

gboolean
td_sql_has_movement (const TdTable *table)
{
  return table->scope == TD_SCOPE_MOVEMENT;
}

static gboolean
is_stored (const TdField *field)
{
  return (field->flags & TD_FIELD_MEMBERSHIP) == 0;
}

/* --- text of statements ------------------------------------------------------------------------ */

static char *
build_select (const TdTable *table)
{
  GString *sql = g_string_new ("SELECT ");

  g_string_append (sql, table->id == TD_TABLE_ENTRIES ? "0, " : "t.id, ");
  g_string_append (sql, td_sql_has_movement (table)   ? "t.movement"
                        : table->id == TD_TABLE_UNITS ? "m.movement"
                                                      : "NULL");
  for (guint i = 0; i < table->n_fields; i++)
    g_string_append_printf (sql, ", %s.\"%s\"", is_stored (&table->fields[i]) ? "t" : "m",
                            table->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" t ", table->sql);
  if (table->id == TD_TABLE_UNITS)
    g_string_append (sql, "LEFT JOIN membership m ON m.unit = t.id AND m.movement = ?1 ");
  return g_string_free (sql, FALSE);
}

static char *
build_put (const TdTable *table)
{
  GString *columns = g_string_new (NULL), *marks = g_string_new (NULL);
  GString *updates = g_string_new (NULL);
  char *sql;

  if (table->id != TD_TABLE_ENTRIES)
    {
      g_string_append (columns, "id, ");
      g_string_append (marks, "?, ");
    }
  if (td_sql_has_movement (table))
    {
      g_string_append (columns, "movement, ");
      g_string_append (marks, "?, ");
    }
  for (guint i = 0; i < table->n_fields; i++)
    {
      const TdField *field = &table->fields[i];

      if (!is_stored (field))
        continue;
      g_string_append_printf (columns, "\"%s\", ", field->name);
      g_string_append (marks, "?, ");
      if (table->id != TD_TABLE_ENTRIES || (field->flags & TD_FIELD_KEY) == 0)
        g_string_append_printf (updates, "\"%s\" = excluded.\"%s\", ", field->name, field->name);
    }
  g_string_truncate (columns, columns->len - 2);
  g_string_truncate (marks, marks->len - 2);
  g_string_truncate (updates, updates->len - 2);
  sql =
      g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s",
                       table->sql, columns->str, marks->str,
                       table->id == TD_TABLE_ENTRIES ? "target, unit, period" : "id", updates->str);
  g_string_free (columns, TRUE);
  g_string_free (marks, TRUE);
  g_string_free (updates, TRUE);
  return sql;
}

/* A table's statement, built once a process. */
static const char *
constant_sql (gsize *slot, const TdTable *table, char *(*build) (const TdTable *) )
{
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, (gsize) build (table));
  return (const char *) *slot;
}

static const char *
select_sql (const TdTable *table)
{
  static gsize slots[TD_N_TABLES];

  return constant_sql (&slots[table->id], table, build_select);
}

static const char *
put_sql (const TdTable *table)
{
  static gsize slots[TD_N_TABLES];

  return constant_sql (&slots[table->id], table, build_put);
}

char *
td_sql_select (const TdTable *table, const char *rest)
{
  return g_strconcat (select_sql (table), rest, NULL);
}

/* --- values ------------------------------------------------------------------------------------- */

/* "2024-03-14" as the door writes it; anything else is blank. */
static TdDate
read_date (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof shape; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return TD_DATE_NONE;
  return td_date_new (
      (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0'),
      (text[5] - '0') * 10 + (text[6] - '0'), (text[8] - '0') * 10 + (text[9] - '0'));
}

static void
set_number (TdValue *out, gint64 number)
{
  out->type = TD_VALUE_NUMBER;
  out->number = number;
}

void
td_sql_read_value (const TdField *field, sqlite3_value *value, TdValue *out)
{
  int type = value != NULL ? sqlite3_value_type (value) : SQLITE_NULL;

  td_value_clear (out);
  if (type == SQLITE_INTEGER)
    {
      gint64 number = sqlite3_value_int64 (value);
      gint64 n_choices = 0;

      if (field->kind == TD_FIELD_CHOICE)
        {
          while (field->choices[n_choices].code != NULL)
            n_choices++;
          if (number < 0 || number >= n_choices)
            return;
        }
      set_number (out, number);
    }
  else if (type == SQLITE_TEXT)
    {
      const char *text = (const char *) sqlite3_value_text (value);

      if (field->kind == TD_FIELD_DATE)
        {
          TdDate date = read_date (text);

          if (date != TD_DATE_NONE)
            set_number (out, date);
        }
      else if (field->kind == TD_FIELD_CHOICE)
        {
          int index = td_field_find_choice (field, text);

          if (index >= 0)
            set_number (out, index);
        }
      else
        {
          out->type = TD_VALUE_TEXT;
          out->text = g_strdup (text);
        }
    }
}

void
td_sql_read (TdStmt *stmt, TdRecord *record)
{
  const TdTable *table = record->table;

  record->id = td_stmt_get_number (stmt, 0);
  record->movement = td_stmt_get_number (stmt, 1);
  for (guint i = 0; i < table->n_fields; i++)
    td_sql_read_value (&table->fields[i], td_stmt_get_value (stmt, (int) i + 2),
                       &record->values[i]);
}

static void
bind_value (TdStmt *stmt, int index, const TdField *field, const TdValue *value)
{
  if (value->type == TD_VALUE_NONE)
    td_stmt_bind_null (stmt, index);
  else if (value->type == TD_VALUE_TEXT)
    td_stmt_bind_text (stmt, index, value->text);
  else if (field->kind == TD_FIELD_DATE)
    {
      g_autofree char *text = td_date_format ((TdDate) value->number, TD_STYLE_PLAIN);

      td_stmt_bind_text (stmt, index, text);
    }
  else if (field->kind == TD_FIELD_CHOICE && (field->flags & TD_FIELD_COMPACT) == 0)
    td_stmt_bind_text (stmt, index, field->choices[value->number].code);
  else
    td_stmt_bind_number (stmt, index, value->number);
}

int
td_sql_bind (TdStmt *stmt, int first, const TdRecord *record)
{
  const TdTable *table = record->table;

  for (guint i = 0; i < table->n_fields; i++)
    if (is_stored (&table->fields[i]))
      bind_value (stmt, first++, &table->fields[i], &record->values[i]);
  return first;
}

/* --- rows --------------------------------------------------------------------------------------- */

static gboolean
put_membership (TdConn *conn, const TdRecord *record, GError **error)
{
  TdStmt *stmt;

  if (record->movement == TD_ID_NONE || td_record_is_blank (record, TD_UNIT_BLOCK))
    return TRUE;
  stmt = td_conn_prepare (conn,
                          "INSERT INTO membership (movement, unit, block) VALUES (?, ?, ?) "
                          "ON CONFLICT (movement, unit) DO UPDATE SET block = excluded.block",
                          error);
  if (stmt == NULL)
    return FALSE;
  td_stmt_bind_number (stmt, 1, record->movement);
  td_stmt_bind_number (stmt, 2, record->id);
  td_stmt_bind_text (stmt, 3, td_record_get_text (record, TD_UNIT_BLOCK));
  return td_stmt_run (stmt, error);
}

gboolean
td_sql_put (TdConn *conn, const TdRecord *record, GError **error)
{
  const TdTable *table = record->table;
  TdStmt *stmt = td_conn_prepare (conn, put_sql (table), error);
  int index = 1;

  if (stmt == NULL)
    return FALSE;
  if (table->id != TD_TABLE_ENTRIES)
    td_stmt_bind_number (stmt, index++, record->id);
  if (td_sql_has_movement (table))
    td_stmt_bind_number (stmt, index++, record->movement);
  td_sql_bind (stmt, index, record);
  if (!td_stmt_run (stmt, error))
    return FALSE;
  return table->id != TD_TABLE_UNITS || put_membership (conn, record, error);
}

TdRecord *
td_sql_get (TdConn *conn, TdTableId table, TdId id, TdId movement, GError **error)
{
  g_autofree char *sql = td_sql_select (td_table_get (table), "WHERE t.id = ?2");
  g_autoptr (TdStmt) stmt = td_conn_prepare (conn, sql, error);
  g_autoptr (TdRecord) record = NULL;

  if (stmt == NULL)
    return NULL;
  if (table == TD_TABLE_UNITS)
    td_stmt_bind_number (stmt, 1, movement);
  td_stmt_bind_number (stmt, 2, id);
  if (!td_stmt_step (stmt, error))
    return NULL;
  record = td_record_new (table, movement);
  td_sql_read (stmt, record);
  if (record->movement == TD_ID_NONE)
    record->movement = movement;
  return g_steal_pointer (&record);
}

TdRecord *
td_sql_get_entry (TdConn *conn, TdId target, TdId unit, TdId period, GError **error)
{
  g_autofree char *sql = td_sql_select (td_table_get (TD_TABLE_ENTRIES),
                                        "WHERE t.target = ?1 AND t.unit = ?2 AND t.period = ?3");
  g_autoptr (TdStmt) stmt = td_conn_prepare (conn, sql, error);
  TdRecord *record;

  if (stmt == NULL)
    return NULL;
  td_stmt_bind_number (stmt, 1, target);
  td_stmt_bind_number (stmt, 2, unit);
  td_stmt_bind_number (stmt, 3, period);
  if (!td_stmt_step (stmt, error))
    return NULL;
  record = td_record_new (TD_TABLE_ENTRIES, TD_ID_NONE);
  td_sql_read (stmt, record);
  return record;
}

TdId
td_sql_find (TdConn *conn, TdTableId table, TdId movement, const char *code)
{
  const TdTable *description = td_table_get (table);
  g_autofree char *sql = NULL;
  g_autoptr (TdStmt) stmt = NULL;

  sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1%s", description->sql,
                         description->fields[0].name,
                         td_sql_has_movement (description) ? " AND movement = ?2" : "");
  stmt = td_conn_prepare (conn, sql, NULL);
  if (stmt == NULL)
    return TD_ID_NONE;
  td_stmt_bind_text (stmt, 1, code);
  if (td_sql_has_movement (description))
    td_stmt_bind_number (stmt, 2, movement);
  return td_stmt_step (stmt, NULL) ? td_stmt_get_number (stmt, 0) : TD_ID_NONE;
}

TdId
td_sql_find_twin (TdConn *conn, const TdRecord *record)
{
  const TdTable *table = record->table;
  GString *sql = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (TdStmt) stmt = NULL;
  int index = 2;

  /* An entry's key is its identity: it has no other to be a twin of. */
  g_return_val_if_fail (table->id != TD_TABLE_ENTRIES, TD_ID_NONE);

  g_string_append_printf (sql, "SELECT id FROM \"%s\" WHERE id <> ?1", table->sql);
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & TD_FIELD_KEY)
      g_string_append_printf (sql, " AND \"%s\" IS ?", table->fields[i].name);
  if (td_sql_has_movement (table))
    g_string_append (sql, " AND movement = ?");
  text = g_string_free (sql, FALSE);
  stmt = td_conn_prepare (conn, text, NULL);
  if (stmt == NULL)
    return TD_ID_NONE;
  td_stmt_bind_number (stmt, 1, record->id);
  for (guint i = 0; i < table->n_fields; i++)
    if (table->fields[i].flags & TD_FIELD_KEY)
      bind_value (stmt, index++, &table->fields[i], &record->values[i]);
  if (td_sql_has_movement (table))
    td_stmt_bind_number (stmt, index, record->movement);
  return td_stmt_step (stmt, NULL) ? td_stmt_get_number (stmt, 0) : TD_ID_NONE;
}
