/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-scoring"

#include "scoring/td-scoring-private.h"

#include <stdlib.h>
#include <string.h>

#include "base/td-text.h"

static void
cut_slices (TdScoreData *self)
{
  GArray *entries = self->movement->entries;

  /* The movement's entries lie by target, unit, period: a cell's are neighbours. */
  for (guint i = 0; i < entries->len;)
    {
      TdEntry *first = td_movement_entry (self->movement, i);
      TdSlice *slice = &self->slices[td_slot (self, first->unit, first->target)];

      slice->entries = first;
      while (i < entries->len && td_movement_entry (self->movement, i)->unit == first->unit
             && td_movement_entry (self->movement, i)->target == first->target)
        {
          slice->n++;
          i++;
        }
    }
}

static void
find_heirs (TdScoreData *self)
{
  for (guint i = 0; i < self->movement->units->len; i++)
    {
      const TdUnit *unit = td_movement_unit (self->movement, i);

      if (unit->successor < 0 || unit->closed == TD_DATE_NONE)
        continue;
      if (self->heirs_of[unit->successor] == NULL)
        self->heirs_of[unit->successor] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self->heirs_of[unit->successor], i);
    }
}

typedef struct
{
  char *key;
  const char *code;
  guint unit;
} NameKey;

static int
compare_name_keys (gconstpointer a, gconstpointer b)
{
  const NameKey *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->code, y->code);
}

static void
order_names (TdScoreData *self)
{
  guint n = self->movement->units->len;
  g_autofree NameKey *keys = g_new (NameKey, n);

  for (guint i = 0; i < n; i++)
    {
      const TdUnit *unit = td_movement_unit (self->movement, i);

      keys[i].key = td_text_collate_key (unit->name);
      keys[i].code = unit->code;
      keys[i].unit = i;
    }
  if (n > 0)
    qsort (keys, n, sizeof (NameKey), compare_name_keys);
  for (guint i = 0; i < n; i++)
    {
      self->by_name[keys[i].unit] = i;
      g_free (keys[i].key);
    }
}

TdScoreData *
td_score_data_new (TdMovement *movement)
{
  TdScoreData *self = g_new0 (TdScoreData, 1);
  gsize n_units = movement->units->len, n_targets = movement->targets->len;

  self->movement = movement;
  self->slices = g_new0 (TdSlice, n_units * n_targets);
  self->applies = g_new0 (gboolean, n_units * n_targets);
  self->heirs_of = g_new0 (GArray *, n_units);
  self->by_name = g_new0 (guint, n_units);
  for (guint target = 0; target < n_targets; target++)
    for (guint unit = 0; unit < n_units; unit++)
      self->applies[td_slot (self, unit, target)] = td_movement_applies (movement, target, unit);
  cut_slices (self);
  find_heirs (self);
  order_names (self);
  return self;
}

void
td_score_data_free (TdScoreData *self)
{
  gsize n_units, n_targets;

  if (self == NULL)
    return;
  n_units = self->movement->units->len;
  n_targets = self->movement->targets->len;
  for (gsize i = 0; i < n_units * n_targets; i++)
    if (self->slices[i].own)
      g_free (self->slices[i].entries);
  for (gsize i = 0; i < n_units; i++)
    g_clear_pointer (&self->heirs_of[i], g_array_unref);
  g_free (self->slices);
  g_free (self->applies);
  g_free (self->heirs_of);
  g_free (self->by_name);
  td_movement_free (self->movement);
  g_free (self);
}

const TdMovement *
td_score_data_get_movement (const TdScoreData *self)
{
  return self->movement;
}

const TdEntry *
td_score_data_get_entries (const TdScoreData *self, guint unit, guint target, guint *n)
{
  const TdSlice *slice = &self->slices[td_slot (self, unit, target)];

  *n = slice->n;
  return slice->entries;
}

/* The place of a period in the slice: where it is, or where it would go. */
static guint
find_place (const TdSlice *slice, guint period, gboolean *there)
{
  guint at = 0;

  while (at < slice->n && slice->entries[at].period < period)
    at++;
  *there = at < slice->n && slice->entries[at].period == period;
  return at;
}

static void
make_own (TdSlice *slice, guint room)
{
  if (slice->own)
    {
      slice->entries = g_renew (TdEntry, slice->entries, room);
      return;
    }
  {
    TdEntry *entries = g_new (TdEntry, room);

    if (slice->n > 0)
      memcpy (entries, slice->entries, MIN (slice->n, room) * sizeof (TdEntry));
    slice->entries = entries;
    slice->own = TRUE;
  }
}

void
td_score_data_put_entry (TdScoreData *self, const TdEntry *entry)
{
  TdSlice *slice = &self->slices[td_slot (self, entry->unit, entry->target)];
  gboolean there;
  guint at = find_place (slice, entry->period, &there);

  if (!there)
    {
      make_own (slice, slice->n + 1);
      memmove (slice->entries + at + 1, slice->entries + at, (slice->n - at) * sizeof (TdEntry));
      slice->n++;
    }
  slice->entries[at] = *entry;
}

void
td_score_data_remove_entry (TdScoreData *self, guint unit, guint target, guint period)
{
  TdSlice *slice = &self->slices[td_slot (self, unit, target)];
  gboolean there;
  guint at = find_place (slice, period, &there);

  if (!there)
    return;
  memmove (slice->entries + at, slice->entries + at + 1, (slice->n - at - 1) * sizeof (TdEntry));
  slice->n--;
}

void
td_score_data_set_target (TdScoreData *self, guint target, const TdRecord *record)
{
  td_movement_set_target (self->movement, target, record);
  for (guint unit = 0; unit < self->movement->units->len; unit++)
    self->applies[td_slot (self, unit, target)] =
        td_movement_applies (self->movement, target, unit);
}
