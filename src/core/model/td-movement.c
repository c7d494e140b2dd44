/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-model"

#include "model/td-movement.h"

#include <stdlib.h>
#include <string.h>

#include "base/td-text.h"

/*
 * Until td_movement_link() has run, references hold an index into this table of the ids they stand
 * for: an int is too small for an id, and the records they mean may not have come yet.
 */
typedef struct
{
  TdMovement movement; /* first, so that one pointer serves both */
  GArray *refs;        /* of TdId */
  GArray *unit_ids;    /* after linking, of IdIndex, sorted by id */
  GArray *target_ids;
  GArray *period_ids;
} Builder;

typedef struct
{
  TdId id;
  int index;
} IdIndex;

static void
clear_target (gpointer data)
{
  TdTarget *target = data;

  g_free (target->steps);
  td_scope_free (target->scope);
}

TdMovement *
td_movement_new (void)
{
  Builder *builder = g_new0 (Builder, 1);
  TdMovement *self = &builder->movement;

  self->bonus_cap = self->penalty_cap = self->ceiling = TD_DECIMAL_NONE;
  self->code = self->title = self->theme = self->decision = "";
  self->periods = g_array_new (FALSE, TRUE, sizeof (TdPeriod));
  self->categories = g_array_new (FALSE, TRUE, sizeof (TdCategory));
  self->blocks = g_ptr_array_new ();
  self->units = g_array_new (FALSE, TRUE, sizeof (TdUnit));
  self->areas = g_array_new (FALSE, TRUE, sizeof (TdArea));
  self->targets = g_array_new (FALSE, TRUE, sizeof (TdTarget));
  g_array_set_clear_func (self->targets, clear_target);
  self->entries = g_array_new (FALSE, TRUE, sizeof (TdEntry));
  self->adjustments = g_array_new (FALSE, TRUE, sizeof (TdAdjustment));
  self->bands = g_array_new (FALSE, TRUE, sizeof (TdBand));
  self->strings = g_string_chunk_new (4096);
  builder->refs = g_array_new (FALSE, TRUE, sizeof (TdId));
  builder->unit_ids = g_array_new (FALSE, TRUE, sizeof (IdIndex));
  builder->target_ids = g_array_new (FALSE, TRUE, sizeof (IdIndex));
  builder->period_ids = g_array_new (FALSE, TRUE, sizeof (IdIndex));
  return self;
}

void
td_movement_free (TdMovement *self)
{
  Builder *builder = (Builder *) self;

  if (self == NULL)
    return;
  g_array_unref (self->periods);
  g_array_unref (self->categories);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->units);
  g_array_unref (self->areas);
  g_array_unref (self->targets);
  g_array_unref (self->entries);
  g_array_unref (self->adjustments);
  g_array_unref (self->bands);
  g_string_chunk_free (self->strings);
  g_array_unref (builder->refs);
  g_array_unref (builder->unit_ids);
  g_array_unref (builder->target_ids);
  g_array_unref (builder->period_ids);
  g_free (builder);
}

/* --- adding ----------------------------------------------------------------------------------- */

static const char *
keep (TdMovement *self, const TdRecord *record, int field)
{
  return g_string_chunk_insert_const (self->strings, td_record_get_text (record, field));
}

static const char *
keep_or (TdMovement *self, const TdRecord *record, int field, const char *fallback)
{
  return td_record_is_blank (record, field) ? fallback : keep (self, record, field);
}

static int
add_ref (TdMovement *self, TdId id)
{
  Builder *builder = (Builder *) self;

  if (id == TD_ID_NONE)
    return -1;
  g_array_append_val (builder->refs, id);
  return (int) builder->refs->len - 1;
}

static int
ref_field (TdMovement *self, const TdRecord *record, int field)
{
  return add_ref (self, td_record_get_ref (record, field));
}

static int
choice (const TdRecord *record, int field)
{
  return (int) td_record_get_number (record, field, 0);
}

void
td_movement_take_movement (TdMovement *self, const TdRecord *record)
{
  self->id = record->id;
  self->code = keep (self, record, TD_MOVEMENT_CODE);
  self->title = keep (self, record, TD_MOVEMENT_TITLE);
  self->theme = keep (self, record, TD_MOVEMENT_THEME);
  self->decision = keep (self, record, TD_MOVEMENT_DECISION);
  self->starts = td_record_get_date (record, TD_MOVEMENT_STARTS);
  self->ends = td_record_get_date (record, TD_MOVEMENT_ENDS);
  self->decimals = (guint) td_record_get_number (record, TD_MOVEMENT_DECIMALS, 2);
  self->bonus_cap = td_record_get_decimal (record, TD_MOVEMENT_BONUS_CAP);
  self->penalty_cap = td_record_get_decimal (record, TD_MOVEMENT_PENALTY_CAP);
  self->ceiling = td_record_get_decimal (record, TD_MOVEMENT_CEILING);
  self->illustrative = td_record_get_number (record, TD_MOVEMENT_ILLUSTRATIVE, 0) != 0;
  self->launched_by = (int) td_record_get_number (record, TD_MOVEMENT_LAUNCHED_BY, -1);
}

void
td_movement_add_period (TdMovement *self, const TdRecord *record)
{
  TdPeriod period = { record->id };

  period.code = keep (self, record, TD_PERIOD_CODE);
  period.name = keep_or (self, record, TD_PERIOD_NAME, period.code);
  period.starts = td_record_get_date (record, TD_PERIOD_STARTS);
  period.ends = td_record_get_date (record, TD_PERIOD_ENDS);
  period.due = td_record_get_date (record, TD_PERIOD_DUE);
  g_array_append_val (self->periods, period);
}

void
td_movement_add_category (TdMovement *self, const TdRecord *record)
{
  TdCategory category = { record->id };

  category.code = keep (self, record, TD_CATEGORY_CODE);
  category.name = keep (self, record, TD_CATEGORY_NAME);
  g_array_append_val (self->categories, category);
}

void
td_movement_add_unit (TdMovement *self, const TdRecord *record)
{
  TdUnit unit = { record->id };
  const char *block = keep (self, record, TD_UNIT_BLOCK);

  unit.code = keep (self, record, TD_UNIT_CODE);
  unit.name = keep (self, record, TD_UNIT_NAME);
  unit.short_name = keep_or (self, record, TD_UNIT_SHORT_NAME, unit.name);
  unit.head = keep (self, record, TD_UNIT_HEAD);
  unit.category = ref_field (self, record, TD_UNIT_CATEGORY);
  unit.opened = td_record_get_date (record, TD_UNIT_OPENED);
  unit.closed = td_record_get_date (record, TD_UNIT_CLOSED);
  unit.successor = ref_field (self, record, TD_UNIT_SUCCESSOR);

  unit.block = -1;
  for (guint i = 0; i < self->blocks->len && unit.block < 0; i++)
    if (strcmp (td_movement_block (self, i), block) == 0)
      unit.block = (int) i;
  if (unit.block < 0)
    {
      unit.block = (int) self->blocks->len;
      g_ptr_array_add (self->blocks, (gpointer) block);
    }
  g_array_append_val (self->units, unit);
}

void
td_movement_add_area (TdMovement *self, const TdRecord *record)
{
  TdArea area = { record->id };

  area.code = keep (self, record, TD_AREA_CODE);
  area.name = keep (self, record, TD_AREA_NAME);
  g_array_append_val (self->areas, area);
}

/* All of a target's description but what it is called and where it belongs. */
static void
read_target (TdMovement *self, const TdRecord *record, TdTarget *target)
{
  target->group = keep (self, record, TD_TARGET_GROUP);
  target->unit_of_measure = keep (self, record, TD_TARGET_UNIT_OF_MEASURE);
  target->evidence = keep (self, record, TD_TARGET_EVIDENCE);
  target->kind = (TdKind) choice (record, TD_TARGET_KIND);
  target->accumulation = (TdAccumulation) choice (record, TD_TARGET_ACCUMULATION);
  if (target->kind == TD_KIND_MILESTONE || target->kind == TD_KIND_RATING)
    target->accumulation = TD_ACCUMULATION_LATEST;
  target->direction = (TdDirection) choice (record, TD_TARGET_DIRECTION);
  target->rule = (TdRule) choice (record, TD_TARGET_RULE);
  target->pace = (TdPace) choice (record, TD_TARGET_PACE);
  target->frequency = (TdFrequency) choice (record, TD_TARGET_FREQUENCY);
  target->if_none_arising = (TdIfNoneArising) choice (record, TD_TARGET_IF_NONE_ARISING);
  target->if_missing = (TdIfMissing) choice (record, TD_TARGET_IF_MISSING);
  target->goal = td_record_get_decimal (record, TD_TARGET_GOAL);
  target->floor = td_record_get_decimal (record, TD_TARGET_FLOOR);
  target->max_points = td_record_get_decimal (record, TD_TARGET_MAX_POINTS);
  target->late_share = td_record_get_number (record, TD_TARGET_LATE_SHARE, 0);
  target->due = td_record_get_date (record, TD_TARGET_DUE);
  if (!td_record_is_blank (record, TD_TARGET_STEPS))
    {
      g_autoptr (GArray) steps = td_steps_parse (td_record_get_text (record, TD_TARGET_STEPS));

      target->n_steps = steps->len;
      target->steps = g_memdup2 (steps->data, steps->len * sizeof (TdStep));
    }
  target->scope = td_scope_new (td_record_get_text (record, TD_TARGET_APPLIES_TO));
}

void
td_movement_add_target (TdMovement *self, const TdRecord *record)
{
  TdTarget target = { record->id };

  target.code = keep (self, record, TD_TARGET_CODE);
  target.name = keep (self, record, TD_TARGET_NAME);
  target.area = ref_field (self, record, TD_TARGET_AREA);
  read_target (self, record, &target);
  g_array_append_val (self->targets, target);
}

void
td_movement_set_target (TdMovement *self, guint target, const TdRecord *record)
{
  TdTarget *place = td_movement_target (self, target);
  TdTarget fresh = { place->id, place->code, place->name };
  TdId area = td_record_get_ref (record, TD_TARGET_AREA);

  fresh.area = place->area;
  for (guint i = 0; i < self->areas->len; i++)
    if (td_movement_area (self, i)->id == area)
      fresh.area = (int) i;
  read_target (self, record, &fresh);
  clear_target (place);
  *place = fresh;
}

void
td_movement_add_band (TdMovement *self, const TdRecord *record)
{
  TdBand band = { record->id };

  band.name = keep (self, record, TD_BAND_NAME);
  band.at_least = td_record_get_decimal (record, TD_BAND_AT_LEAST);
  g_array_append_val (self->bands, band);
}

void
td_movement_add_adjustment (TdMovement *self, const TdRecord *record)
{
  TdAdjustment adjustment = { record->id };

  adjustment.code = keep (self, record, TD_ADJUSTMENT_CODE);
  adjustment.reason = keep (self, record, TD_ADJUSTMENT_REASON);
  adjustment.clause = keep (self, record, TD_ADJUSTMENT_CLAUSE);
  adjustment.unit = ref_field (self, record, TD_ADJUSTMENT_UNIT);
  adjustment.kind = (TdAdjustmentKind) choice (record, TD_ADJUSTMENT_KIND);
  adjustment.points = td_record_get_decimal (record, TD_ADJUSTMENT_POINTS);
  adjustment.granted_on = td_record_get_date (record, TD_ADJUSTMENT_GRANTED_ON);
  g_array_append_val (self->adjustments, adjustment);
}

/* --- linking ---------------------------------------------------------------------------------- */

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  /* Categories, units, areas and targets all begin with an id and a code. */
  return strcmp (((const TdArea *) a)->code, ((const TdArea *) b)->code);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const TdPeriod *x = a, *y = b;

  if (x->ends != y->ends)
    return x->ends < y->ends ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts < y->starts ? -1 : 1;
  return strcmp (x->code, y->code);
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const TdBand *x = a, *y = b;

  return (x->at_least > y->at_least) - (x->at_least < y->at_least);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const IdIndex *x = a, *y = b;

  return (x->id > y->id) - (x->id < y->id);
}

static void
index_ids (GArray *ids, GArray *records, gsize size)
{
  for (guint i = 0; i < records->len; i++)
    {
      /* Every record begins with its id. */
      IdIndex entry = { *(const TdId *) (gconstpointer) (records->data + i * size), (int) i };

      g_array_append_val (ids, entry);
    }
  g_array_sort (ids, compare_ids);
}

static int
find_id (GArray *ids, TdId id)
{
  IdIndex key = { id, -1 };
  guint at;

  if (g_array_binary_search (ids, &key, compare_ids, &at))
    return g_array_index (ids, IdIndex, at).index;
  return -1;
}

static void
link_ref (Builder *builder, GArray *ids, int *ref)
{
  if (*ref >= 0)
    *ref = find_id (ids, g_array_index (builder->refs, TdId, *ref));
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  return td_text_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
sort_blocks (TdMovement *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_copy (self->blocks, NULL, NULL);

  g_ptr_array_sort (self->blocks, compare_blocks);
  for (guint i = 0; i < self->units->len; i++)
    {
      TdUnit *unit = td_movement_unit (self, i);
      guint at = 0;

      g_ptr_array_find (self->blocks, g_ptr_array_index (before, unit->block), &at);
      unit->block = (int) at;
    }
}

void
td_movement_link (TdMovement *self)
{
  Builder *builder = (Builder *) self;
  g_autoptr (GArray) category_ids = g_array_new (FALSE, TRUE, sizeof (IdIndex));
  g_autoptr (GArray) area_ids = g_array_new (FALSE, TRUE, sizeof (IdIndex));

  g_array_sort (self->periods, compare_periods);
  g_array_sort (self->categories, compare_codes);
  g_array_sort (self->units, compare_codes);
  g_array_sort (self->areas, compare_codes);
  g_array_sort (self->targets, compare_codes);
  g_array_sort (self->bands, compare_bands);
  sort_blocks (self);

  index_ids (builder->period_ids, self->periods, sizeof (TdPeriod));
  index_ids (category_ids, self->categories, sizeof (TdCategory));
  index_ids (builder->unit_ids, self->units, sizeof (TdUnit));
  index_ids (area_ids, self->areas, sizeof (TdArea));
  index_ids (builder->target_ids, self->targets, sizeof (TdTarget));

  for (guint i = 0; i < self->units->len; i++)
    {
      link_ref (builder, category_ids, &td_movement_unit (self, i)->category);
      link_ref (builder, builder->unit_ids, &td_movement_unit (self, i)->successor);
    }
  for (guint i = 0; i < self->targets->len; i++)
    link_ref (builder, area_ids, &td_movement_target (self, i)->area);
  for (guint i = 0; i < self->adjustments->len; i++)
    link_ref (builder, builder->unit_ids, &td_movement_adjustment (self, i)->unit);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const TdEntry *x = a, *y = b;

  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  return (x->period > y->period) - (x->period < y->period);
}

void
td_movement_sort_entries (TdMovement *self, guint first)
{
  guint i = first + 1;

  /* Most files have them in this order already. */
  while (i < self->entries->len
         && compare_entries (td_movement_entry (self, i - 1), td_movement_entry (self, i)) <= 0)
    i++;
  if (i < self->entries->len)
    qsort (td_movement_entry (self, first), self->entries->len - first, sizeof (TdEntry),
           compare_entries);
}

/* --- asking ----------------------------------------------------------------------------------- */

int
td_movement_find_unit (const TdMovement *self, TdId id)
{
  return find_id (((const Builder *) self)->unit_ids, id);
}

int
td_movement_find_target (const TdMovement *self, TdId id)
{
  return find_id (((const Builder *) self)->target_ids, id);
}

int
td_movement_find_period (const TdMovement *self, TdId id)
{
  return find_id (((const Builder *) self)->period_ids, id);
}

static int
find_code (GArray *records, const char *code)
{
  TdArea key = { TD_ID_NONE, code, NULL };
  guint at;

  return g_array_binary_search (records, &key, compare_codes, &at) ? (int) at : -1;
}

int
td_movement_find_unit_code (const TdMovement *self, const char *code)
{
  return find_code (self->units, code);
}

int
td_movement_find_target_code (const TdMovement *self, const char *code)
{
  return find_code (self->targets, code);
}

int
td_movement_find_period_code (const TdMovement *self, const char *code)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (strcmp (td_movement_period (self, i)->code, code) == 0)
      return (int) i;
  return -1;
}

gboolean
td_movement_applies (const TdMovement *self, guint target, guint unit)
{
  const TdUnit *record = td_movement_unit (self, unit);
  TdId category =
      record->category >= 0 ? td_movement_category (self, record->category)->id : TD_ID_NONE;

  return td_scope_applies (td_movement_target (self, target)->scope, record->id, category);
}

gboolean
td_unit_takes_part (const TdUnit *self, TdDate as_of)
{
  return (self->opened == TD_DATE_NONE || self->opened <= as_of)
         && (self->closed == TD_DATE_NONE || self->closed > as_of);
}

TdDate
td_movement_default_as_of (const TdMovement *self, TdDate today)
{
  return MIN (today, self->ends);
}

TdDate
td_figures_get_date (const TdFigures *self)
{
  return self->first == TD_DECIMAL_NONE ? TD_DATE_NONE : (TdDate) self->first;
}

gboolean
td_figures_equal (const TdFigures *a, const TdFigures *b)
{
  return a->first == b->first && a->second == b->second;
}

static TdFigures
read_figures (const TdRecord *record, TdKind kind, gboolean appraised)
{
  static const int first[] = {
    [TD_KIND_RATIO] = TD_ENTRY_DONE,
    [TD_KIND_AMOUNT] = TD_ENTRY_AMOUNT,
    [TD_KIND_MILESTONE] = TD_ENTRY_DONE_ON,
    [TD_KIND_RATING] = TD_ENTRY_POINTS,
  };
  /* The appraiser's figures come in the same order as the reported ones. */
  int offset = appraised ? TD_ENTRY_APPRAISED_DONE - TD_ENTRY_DONE : 0;
  TdFigures out = { td_record_get_number (record, first[kind] + offset, TD_DECIMAL_NONE),
                    TD_DECIMAL_NONE };

  if (kind == TD_KIND_RATIO)
    out.second = td_record_get_decimal (record, TD_ENTRY_DUE + offset);
  return out;
}

void
td_figures_read (const TdRecord *entry, TdKind kind, TdFigures *out)
{
  *out = read_figures (entry, kind, FALSE);
}

gboolean
td_movement_read_entry (const TdMovement *self, const TdRecord *record, TdEntry *out)
{
  int unit = td_movement_find_unit (self, td_record_get_ref (record, TD_ENTRY_UNIT));
  int target = td_movement_find_target (self, td_record_get_ref (record, TD_ENTRY_TARGET));
  int period = td_movement_find_period (self, td_record_get_ref (record, TD_ENTRY_PERIOD));
  TdKind kind;

  if (unit < 0 || target < 0 || period < 0)
    return FALSE;
  kind = td_movement_target (self, target)->kind;
  *out = (TdEntry){ .unit = (guint32) unit,
                    .target = (guint32) target,
                    .period = (guint32) period,
                    .state = (TdEntryState) td_record_get_number (record, TD_ENTRY_STATE, 0),
                    .reported = read_figures (record, kind, FALSE),
                    .appraised = read_figures (record, kind, TRUE) };
  return TRUE;
}

void
td_figures_write (const TdFigures *figures, TdKind kind, TdRecord *entry)
{
  for (int field = TD_ENTRY_DONE; field <= TD_ENTRY_POINTS; field++)
    td_record_set_blank (entry, field);
  switch (kind)
    {
    case TD_KIND_RATIO:
      td_record_set_decimal (entry, TD_ENTRY_DONE, figures->first);
      td_record_set_decimal (entry, TD_ENTRY_DUE, figures->second);
      return;
    case TD_KIND_MILESTONE:
      td_record_set_date (entry, TD_ENTRY_DONE_ON, td_figures_get_date (figures));
      return;
    case TD_KIND_RATING:
      td_record_set_decimal (entry, TD_ENTRY_POINTS, figures->first);
      return;
    case TD_KIND_AMOUNT:
    default:
      td_record_set_decimal (entry, TD_ENTRY_AMOUNT, figures->first);
    }
}
