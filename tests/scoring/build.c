/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "build.h"

#include <string.h>

#include "model/td-rules.h"

typedef struct
{
  GHashTable *ids; /* "table:code" → id + 1 */
  TdId next;
} Codes;

static TdId
find_code (Codes *codes, TdTableId table, const char *code)
{
  g_autofree char *key = g_strdup_printf ("%d:%s", table, code);

  return GPOINTER_TO_SIZE (g_hash_table_lookup (codes->ids, key));
}

static void
add_code (Codes *codes, TdRecord *record)
{
  record->id = codes->next++;
  g_hash_table_insert (codes->ids,
                       g_strdup_printf ("%d:%s", record->table->id, td_record_get_text (record, 0)),
                       GSIZE_TO_POINTER (record->id));
}

static void
lookup (const char *code, TdId *unit, TdId *category, gpointer data)
{
  *unit = find_code (data, TD_TABLE_UNITS, code);
  *category = find_code (data, TD_TABLE_CATEGORIES, code);
}

static gboolean
set_field (Codes *codes, TdRecord *record, const char *name, const char *text, GError **error)
{
  int index = td_table_find_field (record->table, name);
  const TdField *field;

  if (index < 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID, "no column %s", name);
      return FALSE;
    }
  field = &record->table->fields[index];
  if (*text == '\0')
    return TRUE;
  if (field->kind == TD_FIELD_REF)
    {
      td_record_set_ref (record, index, find_code (codes, field->ref, text));
      return TRUE;
    }
  if (field->kind == TD_FIELD_SCOPE)
    {
      g_autofree char *stored = td_scope_normalize (text, lookup, codes, error);

      td_record_set_text (record, index, stored);
      return stored != NULL;
    }
  return td_field_parse (field, text, TD_STYLE_PLAIN, &record->values[index], error);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TdEntry *x = a, *y = b;

  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  return (x->period > y->period) - (x->period < y->period);
}

static void
add_entries (TdMovement *movement, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (records, i);
      TdEntry entry;

      g_assert_true (td_movement_read_entry (movement, record, &entry));
      g_array_append_val (movement->entries, entry);
    }
  g_array_sort (movement->entries, compare_entries);
}

/* What takes a record of the table over; NULL: kept for later. */
static void
add_record (TdMovement *movement, const TdRecord *record)
{
  switch (record->table->id)
    {
    case TD_TABLE_MOVEMENT:
      td_movement_take_movement (movement, record);
      break;
    case TD_TABLE_PERIODS:
      td_movement_add_period (movement, record);
      break;
    case TD_TABLE_CATEGORIES:
      td_movement_add_category (movement, record);
      break;
    case TD_TABLE_UNITS:
      td_movement_add_unit (movement, record);
      break;
    case TD_TABLE_AREAS:
      td_movement_add_area (movement, record);
      break;
    case TD_TABLE_TARGETS:
      td_movement_add_target (movement, record);
      break;
    case TD_TABLE_BANDS:
      td_movement_add_band (movement, record);
      break;
    case TD_TABLE_ADJUSTMENTS:
      td_movement_add_adjustment (movement, record);
      break;
    case TD_TABLE_ENTRIES:
    case TD_TABLE_PEOPLE:
    case TD_TABLE_INITIATIVES:
    case TD_TABLE_AWARDS_HELD:
    case TD_TABLE_DISCIPLINES:
    case TD_TABLE_ROUNDS:
    case TD_TABLE_NOMINATIONS:
    case TD_TABLE_QUOTAS:
    case TD_TABLE_COUNCIL_MEMBERS:
    case TD_TABLE_BALLOTS:
    case TD_TABLE_RULINGS:
    case TD_TABLE_NOMINATION_STEPS:
    case TD_TABLE_DOSSIER_PAPERS:
    case TD_TABLE_ACHIEVEMENT_REPORTS:
    case TD_TABLE_HEADCOUNTS:
    case TD_TABLE_OFFICE:
    case TD_TABLE_ASSUMPTIONS:
    case TD_TABLE_RECEIPTS:
    case TD_TABLE_EVIDENCE:
    case TD_TABLE_EVIDENCE_USES:
    case TD_TABLE_SEALS:
    case TD_N_TABLES:
    default:
      break;
    }
}

/* First pass: ids for all codes, so that a unit may name a later one as successor. */
static gboolean
read_lines (char **lines, Codes *codes, GPtrArray *records, GError **error)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      const TdTable *table;
      TdRecord *record;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      table = td_table_by_name (cells[0]);
      if (table == NULL)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_INVALID, "no table: %s", lines[i]);
          return FALSE;
        }
      record = td_record_new (table->id, 1);
      g_ptr_array_add (records, record);
      for (guint c = 1; cells[c] != NULL; c++)
        if (g_str_has_prefix (cells[c], table->fields[0].name)
            && cells[c][strlen (table->fields[0].name)] == '=')
          td_record_set_text (record, 0, strchr (cells[c], '=') + 1);
      if (table->id != TD_TABLE_ENTRIES)
        add_code (codes, record);
    }
  return TRUE;
}

static gboolean
read_fields (char **lines, Codes *codes, GPtrArray *records, GError **error)
{
  guint at = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      TdRecord *record;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      record = g_ptr_array_index (records, at++);
      for (guint c = 1; cells[c] != NULL; c++)
        {
          char *equals = strchr (cells[c], '=');

          if (equals == NULL)
            continue;
          *equals = '\0';
          if (!set_field (codes, record, cells[c], equals + 1, error))
            {
              g_prefix_error (error, "%s: ", lines[i]);
              return FALSE;
            }
        }
    }
  return TRUE;
}

TdMovement *
build_movement (const char *text, GError **error)
{
  g_autoptr (TdMovement) movement = td_movement_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  Codes codes = { ids, 1 };

  if (!read_lines (lines, &codes, records, error) || !read_fields (lines, &codes, records, error))
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (records, i);

      add_record (movement, record);
      if (record->table->id == TD_TABLE_ENTRIES)
        g_ptr_array_add (entries, (gpointer) record);
    }
  td_movement_link (movement);
  add_entries (movement, entries);
  return g_steal_pointer (&movement);
}

TdScoreData *
build_data (const char *text)
{
  g_autoptr (GError) error = NULL;
  TdMovement *movement = build_movement (text, &error);

  g_assert_no_error (error);
  return td_score_data_new (movement);
}

TdDate
build_date (const char *text)
{
  TdDate date;

  g_assert_true (td_date_parse (text, &date, NULL));
  return date;
}

/* --- dump ----------------------------------------------------------------------------------------- */

static char *
show (TdDecimal value, guint digits)
{
  return td_decimal_format_fixed (value, digits, TD_STYLE_PLAIN);
}

static char *
show_value (const TdTarget *target, const TdCellScore *cell)
{
  TdDecimal value;

  if (cell->state != TD_STATE_VALUE)
    return g_strdup ("");
  if (target->kind == TD_KIND_MILESTONE)
    return td_date_format ((TdDate) cell->num, TD_STYLE_PLAIN);
  g_assert_true (td_cell_score_get_value (cell, 4, &value));
  return td_decimal_format (value, TD_STYLE_PLAIN);
}

static void
dump_units (const TdScores *scores, GString *out)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  guint digits = movement->decimals, n;
  const guint *ranking = td_scores_get_ranking (scores, &n);

  for (guint i = 0; i < n; i++)
    {
      const TdUnit *unit = td_movement_unit (movement, ranking[i]);
      const TdUnitScore *score = td_scores_get_unit (scores, ranking[i]);
      gboolean ranked = score->rank > 0;
      g_autofree char *points = show (score->points, digits),
                      *max = show (score->max_points, digits);
      g_autofree char *index = show (score->index, digits), *bonus = show (score->bonus, digits);
      g_autofree char *penalty = show (score->penalty, digits),
                      *total = show (score->total, digits);

      g_autofree char *rank = ranked ? g_strdup_printf ("%u", score->rank) : g_strdup ("");

      g_string_append_printf (
          out, "ranking|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%s|%u/%u\n",
          td_movement_block (movement, unit->block), rank, ranked ? (score->tied ? "1" : "0") : "",
          unit->code, points, max, index, bonus, penalty, total,
          score->band >= 0 ? td_movement_band (movement, score->band)->name : "", score->filled,
          score->expected);
      for (guint area = 0; area < movement->areas->len; area++)
        {
          const TdAreaScore *part = td_scores_get_area (scores, ranking[i], area);
          g_autofree char *a = show (part->points, digits), *b = show (part->max_points, digits);
          g_autofree char *c = show (part->index, digits);

          g_string_append_printf (out, "area|%s|%s|%s|%s|%s\n", unit->code,
                                  td_movement_area (movement, area)->code, a, b, c);
        }
      for (guint target = 0; target < movement->targets->len; target++)
        {
          const TdTarget *t = td_movement_target (movement, target);
          const TdCellScore *cell = td_scores_get_cell (scores, ranking[i], target);
          g_autofree char *value = show_value (t, cell), *p = show (cell->points, digits);

          g_string_append_printf (out, "score|%s|%s|%s|%s|%s|%s\n", unit->code, t->code,
                                  td_cell_state_code (cell->state), value, p,
                                  cell->in_max ? "1" : "0");
        }
    }
}

static gboolean
dump_pool (const TdScores *scores, guint target, int block, GString *out, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  const TdTarget *t = td_movement_target (movement, target);
  TdPooled pooled;
  TdWide num, den;
  TdDecimal value;
  g_autofree char *done = NULL, *due = NULL, *shown = NULL;

  if (!td_scores_pool (scores, target, block, &pooled, error))
    return FALSE;
  if (td_pooled_get_value (&pooled, t->kind, &num, &den))
    {
      g_assert_true (td_round_value (num, den, 4, &value));
      shown = td_decimal_format (value, TD_STYLE_PLAIN);
    }
  done = td_decimal_format_wide (pooled.done, TD_STYLE_PLAIN);
  due = td_decimal_format_wide (pooled.due, TD_STYLE_PLAIN);
  g_string_append_printf (out, "pooled|%s|%s|%s|%s|%s|%u|%u\n", t->code,
                          block < 0 ? "all" : td_movement_block (movement, block), done, due,
                          shown != NULL ? shown : "", pooled.units_counted, pooled.units_expected);
  return TRUE;
}

char *
build_dump (const TdScores *scores, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (td_scores_get_data (scores));
  GString *out = g_string_new (NULL);

  dump_units (scores, out);
  for (guint target = 0; target < movement->targets->len; target++)
    for (int block = -1; block < (int) movement->blocks->len; block++)
      if (!dump_pool (scores, target, block, out, error))
        {
          g_string_free (out, TRUE);
          return NULL;
        }
  return g_string_free (out, FALSE);
}
