/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-seal.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "base/td-date.h"

/* Names of a list that are said; the rest is a number. */
#define MAX_NAMED 10

static void
add_text (JsonBuilder *b, const char *name, const char *text)
{
  json_builder_set_member_name (b, name);
  json_builder_add_string_value (b, text != NULL ? text : "");
}

static void
add_number (JsonBuilder *b, const char *name, gint64 number)
{
  json_builder_set_member_name (b, name);
  json_builder_add_int_value (b, number);
}

/* Every figure is text: exact, and the same in whatever program reads it. */
static void
add_decimal (JsonBuilder *b, const char *name, TdDecimal value)
{
  g_autofree char *text = td_decimal_format (value, TD_STYLE_PLAIN);

  add_text (b, name, text);
}

static void
add_date (JsonBuilder *b, const char *name, TdDate date)
{
  g_autofree char *text = td_date_format (date, TD_STYLE_PLAIN);

  add_text (b, name, text);
}

/* A record's fields as the tables have them. */
static void
add_record (JsonBuilder *b, TdStore *store, const TdRecord *record)
{
  json_builder_begin_object (b);
  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];
      g_autofree char *text = NULL;

      if (record->values[i].type == TD_VALUE_NONE || (field->flags & TD_FIELD_INTERNAL) != 0)
        continue;
      text = td_field_format (field, &record->values[i], TD_STYLE_PLAIN, td_store_code_func, store);
      add_text (b, field->name, text);
    }
  json_builder_end_object (b);
}

static gboolean
add_records (JsonBuilder *b, TdStore *store, TdTableId table, TdId movement, TdId period,
             GError **error)
{
  g_autoptr (GPtrArray) records = td_store_load (store, table, movement, error);

  if (records == NULL)
    return FALSE;
  json_builder_set_member_name (b, td_table_get (table)->name);
  json_builder_begin_array (b);
  for (guint i = 0; i < records->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (records, i);

      if (table == TD_TABLE_ENTRIES && td_record_get_ref (record, TD_ENTRY_PERIOD) != period)
        continue;
      add_record (b, store, record);
    }
  json_builder_end_array (b);
  return TRUE;
}

static gboolean
add_results (JsonBuilder *b, TdStore *store, TdId movement, TdId period, GError **error)
{
  TdMovement *data = td_store_load_movement (store, movement, error);
  g_autoptr (TdScoreData) score_data = data != NULL ? td_score_data_new (data) : NULL;
  g_autoptr (TdScores) scores = NULL;
  const guint *ranking;
  TdDate as_of;
  guint n;
  int at;

  if (data == NULL)
    return FALSE;
  at = td_movement_find_period (data, period);
  if (at < 0)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no such period"));
      return FALSE;
    }
  as_of = td_movement_period (data, at)->ends;
  scores = td_scores_new (score_data, as_of, TD_BASIS_APPRAISED, error);
  if (scores == NULL)
    return FALSE;
  add_date (b, "as_of", as_of);
  json_builder_set_member_name (b, "ranking");
  json_builder_begin_array (b);
  ranking = td_scores_get_ranking (scores, &n);
  for (guint i = 0; i < n; i++)
    {
      const TdUnitScore *score = td_scores_get_unit (scores, ranking[i]);

      json_builder_begin_object (b);
      add_text (b, "unit", td_movement_unit (data, ranking[i])->code);
      add_text (b, "block", td_movement_block (data, td_movement_unit (data, ranking[i])->block));
      add_number (b, "rank", score->rank);
      add_decimal (b, "points", score->points);
      add_decimal (b, "max_points", score->max_points);
      add_decimal (b, "index", score->index);
      add_decimal (b, "bonus", score->bonus);
      add_decimal (b, "penalty", score->penalty);
      add_decimal (b, "total", score->total);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  return TRUE;
}

char *
td_seal_make_record (TdStore *store, TdId movement, TdId period, GError **error)
{
  static const TdTableId rules[] = { TD_TABLE_UNITS, TD_TABLE_TARGETS, TD_TABLE_BANDS,
                                     TD_TABLE_ADJUSTMENTS, TD_TABLE_ENTRIES };
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (TdRecord) of = td_store_get (store, TD_TABLE_MOVEMENT, movement, TD_ID_NONE);
  g_autoptr (TdRecord) which = td_store_get (store, TD_TABLE_PERIODS, period, movement);
  g_autoptr (JsonNode) root = NULL;

  if (of == NULL || which == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no such period"));
      return NULL;
    }
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "movement");
  add_record (b, store, of);
  json_builder_set_member_name (b, "period");
  add_record (b, store, which);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!add_records (b, store, rules[i], movement, period, error))
      return NULL;
  if (!add_results (b, store, movement, period, error))
    return NULL;
  json_builder_end_object (b);
  root = json_builder_get_root (b);
  return json_to_string (root, FALSE);
}

/* --- closing and reopening ------------------------------------------------------------------------ */

static gboolean
put_func (TdTxn *txn, gpointer data, GError **error)
{
  return td_txn_put (txn, data, error);
}

static gboolean
write_seal (TdStore *store, const char *format, TdRecord *seal, GError **error)
{
  g_autoptr (TdRecord) period = td_store_get (
      store, TD_TABLE_PERIODS, td_record_get_ref (seal, TD_SEAL_PERIOD), seal->movement);
  g_autofree char *words = td_store_record_words (store, period);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", words, 1);
  return td_store_write (store, label->str, TD_WRITE_COMMIT, put_func, seal, NULL, error);
}

/* The seals of a period, the last one at the end. */
static GPtrArray *
load_seals (TdStore *store, TdId movement, TdId period)
{
  GPtrArray *seals = td_store_load (store, TD_TABLE_SEALS, movement, NULL);

  for (guint i = 0; seals != NULL && i < seals->len;)
    if (td_record_get_ref (g_ptr_array_index (seals, i), TD_SEAL_PERIOD) == period)
      i++;
    else
      g_ptr_array_remove_index (seals, i);
  return seals;
}

TdRecord *
td_seal_find (TdStore *store, TdId movement, TdId period)
{
  g_autoptr (GPtrArray) seals = load_seals (store, movement, period);

  for (guint i = 0; seals != NULL && i < seals->len; i++)
    if (td_record_is_blank (g_ptr_array_index (seals, i), TD_SEAL_REOPENED_ON))
      return td_record_copy (g_ptr_array_index (seals, i));
  return NULL;
}

gboolean
td_seal_is_whole (const TdRecord *seal)
{
  g_autofree char *hash = g_compute_checksum_for_string (
      G_CHECKSUM_SHA256, td_record_get_text (seal, TD_SEAL_RECORD), -1);

  return g_str_equal (hash, td_record_get_text (seal, TD_SEAL_HASH));
}

gboolean
td_seal_close (TdStore *store, TdId movement, TdId period, TdDate today, guint *revision,
               GError **error)
{
  g_autoptr (GPtrArray) seals = load_seals (store, movement, period);
  g_autoptr (TdRecord) there = td_seal_find (store, movement, period);
  g_autoptr (TdRecord) seal = td_record_new (TD_TABLE_SEALS, movement);
  g_autofree char *record = NULL, *hash = NULL;
  guint number = seals != NULL ? seals->len + 1 : 1;

  if (there != NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_EXISTS, _ ("this period is closed already"));
      return FALSE;
    }
  record = td_seal_make_record (store, movement, period, error);
  if (record == NULL)
    return FALSE;
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, record, -1);
  td_record_set_ref (seal, TD_SEAL_PERIOD, period);
  td_record_set_number (seal, TD_SEAL_REVISION, number);
  td_record_set_date (seal, TD_SEAL_SEALED_ON, today);
  td_record_set_text (seal, TD_SEAL_HASH, hash);
  td_record_set_text (seal, TD_SEAL_RECORD, record);
  if (revision != NULL)
    *revision = number;
  return write_seal (store, _ ("Close %s"), seal, error);
}

gboolean
td_seal_reopen (TdStore *store, TdId movement, TdId period, TdDate today, const char *reason,
                GError **error)
{
  g_autoptr (TdRecord) seal = td_seal_find (store, movement, period);

  if (seal == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("this period is not closed"));
      return FALSE;
    }
  td_record_set_date (seal, TD_SEAL_REOPENED_ON, today);
  td_record_set_text (seal, TD_SEAL_REASON, reason);
  return write_seal (store, _ ("Reopen %s"), seal, error);
}

/* --- what a reopening may change ----------------------------------------------------------------- */

/* Names with commas between, the first few of them. */
static void
add_name (GString *names, guint *n, const char *name)
{
  if (*n < MAX_NAMED)
    g_string_append_printf (names, "%s%s", *n > 0 ? ", " : "", name);
  else if (*n == MAX_NAMED)
    g_string_append (names, "…");
  (*n)++;
}

static void
add_figures (GPtrArray *out, const TdMovement *movement, guint period)
{
  g_autofree gboolean *units = g_new0 (gboolean, movement->units->len + 1);
  g_autofree gboolean *targets = g_new0 (gboolean, movement->targets->len + 1);
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n = 0, n_units = 0, n_targets = 0, n_appraised = 0;

  for (guint i = 0; i < movement->entries->len; i++)
    {
      const TdEntry *entry = td_movement_entry (movement, i);

      if (entry->period != period)
        continue;
      n++;
      n_appraised += entry->state == TD_ENTRY_ACCEPTED || entry->state == TD_ENTRY_CORRECTED;
      units[entry->unit] = TRUE;
      targets[entry->target] = TRUE;
    }
  for (guint i = 0; i < movement->units->len; i++)
    n_units += units[i];
  for (guint i = 0; i < movement->targets->len; i++)
    if (targets[i])
      add_name (codes, &n_targets, td_movement_target (movement, i)->code);
  if (n == 0)
    return;
  g_ptr_array_add (out, g_strdup_printf (_ ("%u figures of %u units, %u of them appraised"), n,
                                         n_units, n_appraised));
  g_ptr_array_add (out, g_strdup_printf (_ ("%u targets: %s"), n_targets, codes->str));
}

static void
add_later_seals (GPtrArray *out, TdStore *store, const TdMovement *movement, guint period)
{
  g_autoptr (GString) names = g_string_new (NULL);
  TdDate ends = td_movement_period (movement, period)->ends;
  guint n = 0;

  for (guint i = 0; i < movement->periods->len; i++)
    {
      const TdPeriod *other = td_movement_period (movement, i);
      g_autoptr (TdRecord) seal =
          i != period && other->ends >= ends ? td_seal_find (store, movement->id, other->id) : NULL;

      if (seal != NULL)
        add_name (names, &n, other->name);
    }
  if (n > 0)
    g_ptr_array_add (
        out,
        g_strdup_printf (_ ("%u periods closed later, whose records hold the ranking as it was: "
                            "%s"),
                         n, names->str));
}

static void
add_rounds (GPtrArray *out, TdStore *store, const TdMovement *movement, guint period)
{
  g_autoptr (GPtrArray) rounds = td_store_load (store, TD_TABLE_ROUNDS, movement->id, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  TdDate ends = td_movement_period (movement, period)->ends;
  guint n = 0;

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const TdRecord *round = g_ptr_array_index (rounds, i);

      /* One that is not summed up yet will take the figures as they are then. */
      if (td_record_is_blank (round, TD_ROUND_SUMMED_UP_ON)
          || td_record_get_date (round, TD_ROUND_SUMMED_UP_ON) >= ends)
        add_name (names, &n, td_record_get_text (round, TD_ROUND_TITLE));
    }
  if (n > 0)
    g_ptr_array_add (
        out, g_strdup_printf (_ ("%u award rounds that stand on the ranking: %s"), n, names->str));
}

GPtrArray *
td_seal_list_affected (TdStore *store, const TdMovement *movement, TdId period)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);
  int at = td_movement_find_period (movement, period);
  g_autofree char *day = NULL;

  if (at < 0)
    return out;
  day = td_date_format (td_movement_period (movement, (guint) at)->ends, TD_STYLE_VIETNAMESE);
  add_figures (out, movement, (guint) at);
  g_ptr_array_add (out,
                   g_strdup_printf (_ ("the points, totals and ranks of all %u units from %s on"),
                                    movement->units->len, day));
  add_later_seals (out, store, movement, (guint) at);
  add_rounds (out, store, movement, (guint) at);
  return out;
}
