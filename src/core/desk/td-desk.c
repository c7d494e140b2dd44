/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-desk.h"

#include "base/td-date.h"

struct _TdDesk
{
  GObject parent_instance;

  TdStore *store; /* owned */
  gulong changed_handler;
  TdId movement;
  TdDate chosen_as_of; /* TD_DATE_NONE: the default */
  TdBasis basis;
  TdScoreData *data; /* owned; NULL: no movement */
  TdScores *scores;  /* owned; stands on data */
  GPtrArray *others; /* of TdScores, as of other days; all stand on data */
  GError *error;
};

enum
{
  SIGNAL_SCORES_CHANGED,
  SIGNAL_RECORDS_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdDesk, td_desk, G_TYPE_OBJECT)

/* --- computing ------------------------------------------------------------------------------------ */

/* Days beyond this number are computed anew when they are asked for again. */
#define MAX_OTHERS 40

static gboolean
compute (TdDesk *self, GError **error)
{
  TdScores *scores = NULL;

  if (self->data != NULL)
    {
      scores = td_scores_new (self->data, td_desk_get_as_of (self), self->basis, error);
      if (scores == NULL)
        return FALSE;
    }
  /* They may stand on other data, or on the other basis. */
  for (guint i = self->others->len; i-- > 0;)
    {
      const TdScores *other = self->others->pdata[i];

      if (td_scores_get_data (other) != self->data || td_scores_get_basis (other) != self->basis)
        g_ptr_array_remove_index (self->others, i);
    }
  td_scores_free (self->scores);
  self->scores = scores;
  return TRUE;
}

/* Reads the movement anew. On failure what was there stays. */
static gboolean
load (TdDesk *self, GError **error)
{
  TdMovement *movement = NULL;
  TdScoreData *before = self->data;

  if (self->movement != TD_ID_NONE)
    {
      movement = td_store_load_movement (self->store, self->movement, error);
      if (movement == NULL)
        return FALSE;
    }
  self->data = movement != NULL ? td_score_data_new (movement) : NULL;
  if (!compute (self, error))
    {
      td_score_data_free (self->data);
      self->data = before;
      return FALSE;
    }
  td_score_data_free (before);
  return TRUE;
}

/* --- following changes ---------------------------------------------------------------------------- */

/* Tables other than entries on which points stand. */
static gboolean
needs_loading (const TdChanges *changes)
{
  static const TdTableId tables[] = { TD_TABLE_MOVEMENT, TD_TABLE_CATEGORIES, TD_TABLE_UNITS,
                                      TD_TABLE_PERIODS,  TD_TABLE_AREAS,      TD_TABLE_TARGETS,
                                      TD_TABLE_BANDS,    TD_TABLE_ADJUSTMENTS };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (td_changes_touch (changes, tables[i]))
      return TRUE;
  return FALSE;
}

/* One entry: only what stands on it is computed anew. */
static gboolean
follow_entry (TdDesk *self, const TdChange *change, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (self->data);
  TdEntry entry;

  if (td_store_load_entry (self->store, movement, change, &entry))
    td_score_data_put_entry (self->data, &entry);
  else
    {
      int target = td_movement_find_target (movement, change->key[0]);
      int unit = td_movement_find_unit (movement, change->key[1]);
      int period = td_movement_find_period (movement, change->key[2]);

      if (target < 0 || unit < 0 || period < 0)
        return TRUE; /* of another movement */
      entry.target = (guint32) target;
      entry.unit = (guint32) unit;
      td_score_data_remove_entry (self->data, (guint) unit, (guint) target, (guint) period);
    }
  for (guint i = 0; i < self->others->len; i++)
    if (!td_scores_update (self->others->pdata[i], entry.unit, entry.target, error))
      return FALSE;
  return td_scores_update (self->scores, entry.unit, entry.target, error);
}

/* Beyond so many entries at once, reading everything anew is quicker. */
#define MANY_ENTRIES 200

static gboolean
follow (TdDesk *self, const TdChanges *changes, GError **error)
{
  if (self->movement == TD_ID_NONE)
    {
      /* The first movement may just have been made. */
      self->movement = td_store_resolve_movement (self->store, NULL, NULL);
      return load (self, error);
    }
  if (needs_loading (changes)
      || (changes->items->len > MANY_ENTRIES && td_changes_touch (changes, TD_TABLE_ENTRIES)))
    {
      TdTableId table;

      /* Undo may take the movement itself away. */
      if (!td_store_name (self->store, self->movement, &table, NULL, NULL))
        self->movement = td_store_resolve_movement (self->store, NULL, NULL);
      return load (self, error);
    }
  for (guint i = 0; i < changes->items->len; i++)
    {
      const TdChange *change = &g_array_index (changes->items, TdChange, i);

      if (change->table == TD_TABLE_ENTRIES && !follow_entry (self, change, error))
        return FALSE;
    }
  return TRUE;
}

static void
changed_cb (TdStore *store, TdChanges *changes, TdDesk *self)
{
  gboolean scored = needs_loading (changes) || td_changes_touch (changes, TD_TABLE_ENTRIES);

  g_clear_error (&self->error);
  if (scored && !follow (self, changes, &self->error))
    g_message ("%s", self->error->message);
  if (scored)
    g_signal_emit (self, signals[SIGNAL_SCORES_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_RECORDS_CHANGED], 0, changes);
}

/* --- object --------------------------------------------------------------------------------------- */

static void
td_desk_dispose (GObject *object)
{
  TdDesk *self = TD_DESK (object);

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (td_desk_parent_class)->dispose (object);
}

static void
td_desk_finalize (GObject *object)
{
  TdDesk *self = TD_DESK (object);

  td_scores_free (self->scores);
  g_ptr_array_unref (self->others);
  td_score_data_free (self->data);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (td_desk_parent_class)->finalize (object);
}

static void
td_desk_class_init (TdDeskClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = td_desk_dispose;
  object_class->finalize = td_desk_finalize;
  signals[SIGNAL_SCORES_CHANGED] = g_signal_new ("scores-changed", TD_TYPE_DESK, G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RECORDS_CHANGED] =
      g_signal_new ("records-changed", TD_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
td_desk_init (TdDesk *self)
{
  self->basis = TD_BASIS_APPRAISED;
  self->others = g_ptr_array_new_with_free_func ((GDestroyNotify) td_scores_free);
}

TdDesk *
td_desk_new (TdStore *store, TdId movement, GError **error)
{
  g_autoptr (TdDesk) self = g_object_new (TD_TYPE_DESK, NULL);

  self->store = g_object_ref (store);
  self->movement =
      movement != TD_ID_NONE ? movement : td_store_resolve_movement (store, NULL, NULL);
  if (!load (self, error))
    return NULL;
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return g_steal_pointer (&self);
}

TdStore *
td_desk_get_store (TdDesk *self)
{
  return self->store;
}

TdId
td_desk_get_movement_id (TdDesk *self)
{
  return self->movement;
}

gboolean
td_desk_set_movement (TdDesk *self, TdId movement, GError **error)
{
  TdId before = self->movement;

  if (movement == before)
    return TRUE;
  self->movement = movement;
  if (!load (self, error))
    {
      self->movement = before;
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SCORES_CHANGED], 0);
  return TRUE;
}

const TdMovement *
td_desk_get_movement (TdDesk *self)
{
  return self->data != NULL ? td_score_data_get_movement (self->data) : NULL;
}

const TdScores *
td_desk_get_scores (TdDesk *self)
{
  return self->scores;
}

const TdScoreData *
td_desk_get_data (TdDesk *self)
{
  return self->data;
}

gboolean
td_desk_set_as_of (TdDesk *self, TdDate as_of, GError **error)
{
  TdDate before = self->chosen_as_of;

  if (as_of == before)
    return TRUE;
  self->chosen_as_of = as_of;
  if (!compute (self, error))
    {
      self->chosen_as_of = before;
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SCORES_CHANGED], 0);
  return TRUE;
}

TdDate
td_desk_get_as_of (TdDesk *self)
{
  if (self->chosen_as_of != TD_DATE_NONE)
    return self->chosen_as_of;
  if (self->data == NULL)
    return td_date_today ();
  return td_movement_default_as_of (td_score_data_get_movement (self->data), td_date_today ());
}

gboolean
td_desk_has_chosen_as_of (TdDesk *self)
{
  return self->chosen_as_of != TD_DATE_NONE;
}

gboolean
td_desk_set_basis (TdDesk *self, TdBasis basis, GError **error)
{
  TdBasis before = self->basis;

  if (basis == before)
    return TRUE;
  self->basis = basis;
  if (!compute (self, error))
    {
      self->basis = before;
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SCORES_CHANGED], 0);
  return TRUE;
}

TdBasis
td_desk_get_basis (TdDesk *self)
{
  return self->basis;
}

const TdScores *
td_desk_get_scores_at (TdDesk *self, TdDate as_of, GError **error)
{
  TdScores *scores;

  if (self->data == NULL)
    return NULL;
  if (td_scores_get_as_of (self->scores) == as_of)
    return self->scores;
  for (guint i = 0; i < self->others->len; i++)
    if (td_scores_get_as_of (self->others->pdata[i]) == as_of)
      return self->others->pdata[i];
  scores = td_scores_new (self->data, as_of, self->basis, error);
  if (scores == NULL)
    return NULL;
  if (self->others->len >= MAX_OTHERS)
    g_ptr_array_remove_index (self->others, 0);
  g_ptr_array_add (self->others, scores);
  return scores;
}

TdDate
td_desk_get_period_day (TdDesk *self, guint period)
{
  const TdPeriod *record = td_movement_period (td_desk_get_movement (self), period);

  return MIN (MAX (record->ends, record->due), td_desk_get_as_of (self));
}

TdDate
td_desk_get_previous_day (TdDesk *self)
{
  const TdMovement *movement = td_desk_get_movement (self);
  TdDate as_of = td_desk_get_as_of (self);
  int latest = -1;

  if (movement == NULL)
    return TD_DATE_NONE;
  /* By ends: the last of those that are over. */
  for (guint i = 0; i < movement->periods->len; i++)
    if (td_movement_period (movement, i)->ends <= as_of)
      latest = (int) i;
  for (int i = latest - 1; i >= 0; i--)
    {
      TdDate ends = td_movement_period (movement, latest)->ends;

      /* Its report may have come when the next period was over; that one is not looked at yet. */
      if (td_movement_period (movement, i)->ends < ends)
        return MIN (td_desk_get_period_day (self, (guint) i), ends - 1);
    }
  return TD_DATE_NONE;
}

const GError *
td_desk_get_error (TdDesk *self)
{
  return self->error;
}
