/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-export-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- sheets ---------------------------------------------------------------------------------------- */

TdExport *
td_export_new (const char *name)
{
  TdExport *self = g_new0 (TdExport, 1);

  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->types = g_array_new (FALSE, FALSE, sizeof (TdColumnType));
  self->cells = g_ptr_array_new ();
  self->strings = g_string_chunk_new (4096);
  return self;
}

void
td_export_free (TdExport *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->columns);
  g_array_unref (self->types);
  g_ptr_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
td_export_get_n_rows (const TdExport *self)
{
  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

const char *
td_export_get_cell (const TdExport *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}

void
td_export_add_column (TdExport *self, const char *name, TdColumnType type)
{
  g_ptr_array_add (self->columns, g_strdup (name));
  g_array_append_val (self->types, type);
}

void
td_export_add_text (TdExport *self, const char *text)
{
  g_ptr_array_add (self->cells, g_string_chunk_insert (self->strings, text));
}

void
td_export_take_text (TdExport *self, char *text)
{
  td_export_add_text (self, text);
  g_free (text);
}

void
td_export_add_decimal (TdExport *self, TdDecimal value)
{
  td_export_take_text (self, td_decimal_format (value, TD_STYLE_PLAIN));
}

void
td_export_add_fixed (TdExport *self, TdDecimal value, guint digits)
{
  td_export_take_text (self, td_decimal_format_fixed (value, digits, TD_STYLE_PLAIN));
}

void
td_export_add_count (TdExport *self, guint value)
{
  td_export_take_text (self, g_strdup_printf ("%u", value));
}

/* --- tables of the data ---------------------------------------------------------------------------- */

static TdColumnType
type_of (const TdField *field)
{
  switch (field->kind)
    {
    case TD_FIELD_DECIMAL:
    case TD_FIELD_POINTS:
    case TD_FIELD_SHARE:
    case TD_FIELD_INTEGER:
    case TD_FIELD_FLAG:
      return TD_COLUMN_NUMBER;
    case TD_FIELD_DATE:
      return TD_COLUMN_DATE;
    case TD_FIELD_TEXT:
    case TD_FIELD_NOTE:
    case TD_FIELD_CODE:
    case TD_FIELD_BIRTH:
    case TD_FIELD_CHOICE:
    case TD_FIELD_REF:
    case TD_FIELD_HOLDER:
    case TD_FIELD_PEOPLE:
    case TD_FIELD_SCOPE:
    case TD_FIELD_STEPS:
    case TD_FIELD_JOURNAL:
    default:
      return TD_COLUMN_TEXT;
    }
}

typedef struct
{
  TdExport *sheet;
  TdStore *store;
  const TdExportOptions *options;
} Source;

static gboolean
is_wanted (const Source *source, const TdRecord *record)
{
  TdUnit unit = { 0 };

  if (record->table->id == TD_TABLE_MOVEMENT)
    return source->options->movement == TD_ID_NONE || record->id == source->options->movement;
  if (record->table->id != TD_TABLE_UNITS || source->options->as_of == TD_DATE_NONE)
    return TRUE;
  unit.opened = td_record_get_date (record, TD_UNIT_OPENED);
  unit.closed = td_record_get_date (record, TD_UNIT_CLOSED);
  return td_unit_takes_part (&unit, source->options->as_of);
}

static gboolean
add_record (const TdRecord *record, gpointer data)
{
  Source *source = data;

  if (!is_wanted (source, record))
    return TRUE;
  for (guint i = 0; i < record->table->n_fields; i++)
    if ((record->table->fields[i].flags & TD_FIELD_INTERNAL) == 0)
      td_export_take_text (source->sheet,
                           td_field_format (&record->table->fields[i], &record->values[i],
                                            TD_STYLE_PLAIN, td_store_code_func, source->store));
  return TRUE;
}

static gboolean
export_data (TdStore *store, const TdTable *table, const TdExportOptions *options, TdExport *sheet,
             GError **error)
{
  Source source = { sheet, store, options };

  for (guint i = 0; i < table->n_fields; i++)
    if ((table->fields[i].flags & TD_FIELD_INTERNAL) == 0)
      td_export_add_column (sheet, table->fields[i].name, type_of (&table->fields[i]));
  return td_store_foreach (store, table->id, options->movement, add_record, &source, error);
}

/* --- computed tables ------------------------------------------------------------------------------- */

void
td_export_add_columns (TdExport *sheet, const TdExportColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    td_export_add_column (sheet, columns[i].name, columns[i].type);
}

static void
add_cell_value (TdExport *sheet, const TdTarget *target, const TdCellScore *cell)
{
  TdDecimal value;

  if (cell->state != TD_STATE_VALUE)
    td_export_add_text (sheet, "");
  else if (target->kind == TD_KIND_MILESTONE)
    td_export_take_text (sheet, td_date_format ((TdDate) cell->num, TD_STYLE_PLAIN));
  else
    td_export_add_decimal (
        sheet, td_cell_score_get_value (cell, TD_DECIMAL_DIGITS, &value) ? value : TD_DECIMAL_NONE);
}

static gboolean
export_scores (const TdScores *scores, const TdMovement *movement, TdExport *sheet, GError **error)
{
  static const TdExportColumn columns[] = {
    { "unit", TD_COLUMN_TEXT },         { "target", TD_COLUMN_TEXT },
    { "basis", TD_COLUMN_TEXT },        { "state", TD_COLUMN_TEXT },
    { "value", TD_COLUMN_TEXT },        { "points", TD_COLUMN_NUMBER },
    { "max_points", TD_COLUMN_NUMBER },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      if (!td_scores_get_unit (scores, unit)->takes_part)
        continue;
      for (guint target = 0; target < movement->targets->len; target++)
        {
          const TdTarget *description = td_movement_target (movement, target);
          const TdCellScore *cell = td_scores_get_cell (scores, unit, target);

          td_export_add_text (sheet, td_movement_unit (movement, unit)->code);
          td_export_add_text (sheet, description->code);
          td_export_add_text (sheet, td_basis_code (td_scores_get_basis (scores)));
          td_export_add_text (sheet, td_cell_state_code (cell->state));
          add_cell_value (sheet, description, cell);
          td_export_add_fixed (sheet, cell->points, movement->decimals);
          /* What the target adds to the unit's maximum: blank when it adds nothing. */
          td_export_add_fixed (sheet, cell->in_max ? description->max_points : TD_DECIMAL_NONE,
                               movement->decimals);
        }
    }
  return TRUE;
}

static gboolean
export_ranking (const TdScores *scores, const TdMovement *movement, TdExport *sheet, GError **error)
{
  static const TdExportColumn columns[] = {
    { "block", TD_COLUMN_TEXT },        { "rank", TD_COLUMN_NUMBER },
    { "tied", TD_COLUMN_NUMBER },       { "unit", TD_COLUMN_TEXT },
    { "name", TD_COLUMN_TEXT },         { "points", TD_COLUMN_NUMBER },
    { "max_points", TD_COLUMN_NUMBER }, { "index", TD_COLUMN_NUMBER },
    { "bonus", TD_COLUMN_NUMBER },      { "penalty", TD_COLUMN_NUMBER },
    { "total", TD_COLUMN_NUMBER },      { "band", TD_COLUMN_TEXT },
    { "coverage", TD_COLUMN_TEXT },
  };
  guint digits = movement->decimals, n;
  const guint *ranking = td_scores_get_ranking (scores, &n);

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    {
      const TdUnit *unit = td_movement_unit (movement, ranking[i]);
      const TdUnitScore *score = td_scores_get_unit (scores, ranking[i]);
      gboolean ranked = score->rank > 0;

      td_export_add_text (sheet, td_movement_block (movement, unit->block));
      td_export_take_text (sheet, ranked ? g_strdup_printf ("%u", score->rank) : g_strdup (""));
      td_export_add_text (sheet, ranked ? (score->tied ? "1" : "0") : "");
      td_export_add_text (sheet, unit->code);
      td_export_add_text (sheet, unit->name);
      td_export_add_fixed (sheet, score->points, digits);
      td_export_add_fixed (sheet, score->max_points, digits);
      td_export_add_fixed (sheet, score->index, digits);
      td_export_add_fixed (sheet, score->bonus, digits);
      td_export_add_fixed (sheet, score->penalty, digits);
      td_export_add_fixed (sheet, score->total, digits);
      td_export_add_text (sheet,
                          score->band >= 0 ? td_movement_band (movement, score->band)->name : "");
      td_export_take_text (sheet, g_strdup_printf ("%u/%u", score->filled, score->expected));
    }
  return TRUE;
}

static gboolean
export_areas (const TdScores *scores, const TdMovement *movement, TdExport *sheet, GError **error)
{
  static const TdExportColumn columns[] = {
    { "unit", TD_COLUMN_TEXT },     { "area", TD_COLUMN_TEXT },
    { "points", TD_COLUMN_NUMBER }, { "max_points", TD_COLUMN_NUMBER },
    { "index", TD_COLUMN_NUMBER },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      if (!td_scores_get_unit (scores, unit)->takes_part)
        continue;
      for (guint area = 0; area < movement->areas->len; area++)
        {
          const TdAreaScore *score = td_scores_get_area (scores, unit, area);

          td_export_add_text (sheet, td_movement_unit (movement, unit)->code);
          td_export_add_text (sheet, td_movement_area (movement, area)->code);
          td_export_add_fixed (sheet, score->points, movement->decimals);
          td_export_add_fixed (sheet, score->max_points, movement->decimals);
          td_export_add_fixed (sheet, score->index, movement->decimals);
        }
    }
  return TRUE;
}

static gboolean
add_pooled (const TdScores *scores, const TdMovement *movement, guint target, int block,
            TdExport *sheet, GError **error)
{
  const TdTarget *description = td_movement_target (movement, target);
  gboolean ratio = description->kind == TD_KIND_RATIO,
           done = description->kind == TD_KIND_MILESTONE;
  TdDecimal value = TD_DECIMAL_NONE;
  TdPooled pooled;
  TdWide num, den;

  if (!td_scores_pool (scores, target, block, &pooled, error))
    return FALSE;
  if (td_pooled_get_value (&pooled, description->kind, &num, &den)
      && !td_round_value (num, den, TD_DECIMAL_DIGITS, &value))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_OVERFLOW,
                   _ ("the figures of “%s” are too large to be added up; nothing was computed"),
                   description->code);
      return FALSE;
    }
  /* With nothing counted there is no sum: blank, which is not zero. */
  done = done || (ratio && pooled.units_counted > 0);
  td_export_add_text (sheet, description->code);
  td_export_add_text (sheet,
                      block < 0 ? TD_SCOPE_ALL : td_movement_block (movement, (guint) block));
  td_export_take_text (sheet,
                       done ? td_decimal_format_wide (pooled.done, TD_STYLE_PLAIN) : g_strdup (""));
  td_export_take_text (sheet,
                       done ? td_decimal_format_wide (pooled.due, TD_STYLE_PLAIN) : g_strdup (""));
  td_export_add_decimal (sheet, description->kind == TD_KIND_AMOUNT ? value : TD_DECIMAL_NONE);
  td_export_add_decimal (sheet, value);
  td_export_add_count (sheet, pooled.units_counted);
  td_export_add_count (sheet, pooled.units_expected);
  return TRUE;
}

static gboolean
export_pooled (const TdScores *scores, const TdMovement *movement, TdExport *sheet, GError **error)
{
  static const TdExportColumn columns[] = {
    { "target", TD_COLUMN_TEXT },          { "group", TD_COLUMN_TEXT },
    { "done", TD_COLUMN_NUMBER },          { "due", TD_COLUMN_NUMBER },
    { "amount", TD_COLUMN_NUMBER },        { "value", TD_COLUMN_NUMBER },
    { "units_counted", TD_COLUMN_NUMBER }, { "units_expected", TD_COLUMN_NUMBER },
  };
  g_autofree gboolean *present = g_new0 (gboolean, movement->blocks->len + 1);

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  for (guint unit = 0; unit < movement->units->len; unit++)
    if (td_scores_get_unit (scores, unit)->takes_part)
      present[td_movement_unit (movement, unit)->block] = TRUE;
  for (guint target = 0; target < movement->targets->len; target++)
    {
      if (!add_pooled (scores, movement, target, -1, sheet, error))
        return FALSE;
      for (guint block = 0; block < movement->blocks->len; block++)
        if (present[block] && !add_pooled (scores, movement, target, (int) block, sheet, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
add_history_line (const TdHistoryLine *line, gpointer data)
{
  TdExport *sheet = data;

  td_export_add_text (sheet, line->at);
  td_export_add_text (sheet, line->who);
  td_export_add_text (sheet, line->what);
  td_export_add_text (sheet, line->where);
  td_export_add_text (sheet, line->before);
  td_export_add_text (sheet, line->after);
  return TRUE;
}

static gboolean
export_history (TdStore *store, TdExport *sheet, GError **error)
{
  static const TdExportColumn columns[] = {
    { "when", TD_COLUMN_TEXT },  { "who", TD_COLUMN_TEXT },    { "what", TD_COLUMN_TEXT },
    { "where", TD_COLUMN_TEXT }, { "before", TD_COLUMN_TEXT }, { "after", TD_COLUMN_TEXT },
  };

  td_export_add_columns (sheet, columns, G_N_ELEMENTS (columns));
  return td_store_foreach_history (store, TD_ID_NONE, add_history_line, sheet, error);
}

/* --- the door out ---------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  gboolean (*fill) (const TdScores *scores, const TdMovement *movement, TdExport *sheet,
                    GError **error);
} computed[] = {
  { "scores", export_scores },
  { "ranking", export_ranking },
  { "areas_index", export_areas },
  { "pooled", export_pooled },
};

/* Computed from the award book, which is asked for what the scores do not know. */
static const struct
{
  const char *name;
  void (*fill) (const TdAwardBook *book, TdExport *sheet);
} of_awards[] = {
  { "law_cards", td_export_fill_law_cards },
  { "quota_use", td_export_fill_quota_use },
  { "votes", td_export_fill_votes },
  { "payments", td_export_fill_payments },
  { "completeness", td_export_fill_completeness },
};

gboolean
td_export_is_computed (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_awards); i++)
    if (g_ascii_strcasecmp (of_awards[i].name, name) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (g_ascii_strcasecmp (computed[i].name, name) == 0)
      return TRUE;
  return g_ascii_strcasecmp (name, "history") == 0;
}

const char *const *
td_export_get_names (void)
{
  static const char *names[TD_N_TABLES + G_N_ELEMENTS (computed) + G_N_ELEMENTS (of_awards) + 1];
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      guint n = 0;

      for (guint i = 0; i < TD_N_TABLES; i++)
        names[n++] = td_table_get ((TdTableId) i)->name;
      for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
        names[n++] = computed[i].name;
      for (guint i = 0; i < G_N_ELEMENTS (of_awards); i++)
        names[n++] = of_awards[i].name;
      g_once_init_leave (&filled, 1);
    }
  return names;
}

/* Fills a computed table; FALSE when it could not be. @found: whether there is one of this name. */
static gboolean
export_computed (TdStore *store, const char *name, const TdExportOptions *options, TdExport *sheet,
                 gboolean *found, GError **error)
{
  const TdMovement *movement =
      options->scores != NULL ? td_score_data_get_movement (td_scores_get_data (options->scores))
                              : NULL;

  *found = td_export_is_computed (name);
  if (*found && movement == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("the file has no movement yet"));
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (computed); i++)
    if (g_ascii_strcasecmp (computed[i].name, name) == 0)
      return computed[i].fill (options->scores, movement, sheet, error);
  for (guint i = 0; i < G_N_ELEMENTS (of_awards); i++)
    if (g_ascii_strcasecmp (of_awards[i].name, name) == 0)
      {
        g_autoptr (TdAwardBook) book =
            td_award_book_new (store, movement->id, options->scores, error);

        if (book == NULL)
          return FALSE;
        of_awards[i].fill (book, sheet);
        return TRUE;
      }
  return FALSE;
}

TdExport *
td_export_table (TdStore *store, const char *name, const TdExportOptions *options, GError **error)
{
  const TdTable *table = td_table_by_name (name);
  g_autoptr (TdExport) sheet = td_export_new (name);
  gboolean found;

  if (table != NULL)
    return export_data (store, table, options, sheet, error) ? g_steal_pointer (&sheet) : NULL;
  if (strcmp (name, "history") == 0)
    return export_history (store, sheet, error) ? g_steal_pointer (&sheet) : NULL;
  if (export_computed (store, name, options, sheet, &found, error))
    return g_steal_pointer (&sheet);
  if (!found)
    g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no table “%s”"), name);
  return NULL;
}
