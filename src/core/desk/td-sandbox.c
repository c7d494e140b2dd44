/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-sandbox.h"

#include <glib/gi18n-lib.h>

#include "model/td-rules.h"

struct _TdSandbox
{
  TdDesk *desk;      /* owned */
  TdScoreData *data; /* owned */
  TdScores *scores;  /* owned; stands on data */
  GPtrArray *tries;  /* of TdRecord */
};

/* --- records -------------------------------------------------------------------------------------- */

static TdStore *
store_of (TdSandbox *self)
{
  return td_desk_get_store (self->desk);
}

static gboolean
is_same_record (const TdRecord *a, const TdRecord *b)
{
  if (a->table != b->table)
    return FALSE;
  if (a->table->id != TD_TABLE_ENTRIES)
    return a->id == b->id;
  return td_record_get_ref (a, TD_ENTRY_TARGET) == td_record_get_ref (b, TD_ENTRY_TARGET)
         && td_record_get_ref (a, TD_ENTRY_UNIT) == td_record_get_ref (b, TD_ENTRY_UNIT)
         && td_record_get_ref (a, TD_ENTRY_PERIOD) == td_record_get_ref (b, TD_ENTRY_PERIOD);
}

/* -1: it is not being tried. */
static int
find_try (const TdSandbox *self, const TdRecord *record)
{
  for (guint i = 0; i < self->tries->len; i++)
    if (is_same_record (g_ptr_array_index (self->tries, i), record))
      return (int) i;
  return -1;
}

/* As the file has it. (transfer full) (nullable) */
static TdRecord *
get_stored (TdSandbox *self, const TdRecord *record)
{
  if (record->table->id == TD_TABLE_TARGETS)
    return td_store_get (store_of (self), TD_TABLE_TARGETS, record->id,
                         td_desk_get_movement_id (self->desk));
  return td_store_get_entry (store_of (self), td_record_get_ref (record, TD_ENTRY_TARGET),
                             td_record_get_ref (record, TD_ENTRY_UNIT),
                             td_record_get_ref (record, TD_ENTRY_PERIOD));
}

TdRecord *
td_sandbox_get_target (TdSandbox *self, TdId target)
{
  TdRecord key = { .table = td_table_get (TD_TABLE_TARGETS), .id = target };
  int at = find_try (self, &key);

  return at >= 0 ? td_record_copy (g_ptr_array_index (self->tries, at)) : get_stored (self, &key);
}

TdRecord *
td_sandbox_get_entry (TdSandbox *self, TdId target, TdId unit, TdId period)
{
  g_autoptr (TdRecord) key = td_record_new (TD_TABLE_ENTRIES, td_desk_get_movement_id (self->desk));
  TdRecord *stored;
  int at;

  td_record_set_ref (key, TD_ENTRY_TARGET, target);
  td_record_set_ref (key, TD_ENTRY_UNIT, unit);
  td_record_set_ref (key, TD_ENTRY_PERIOD, period);
  at = find_try (self, key);
  if (at >= 0)
    return td_record_copy (g_ptr_array_index (self->tries, at));
  stored = get_stored (self, key);
  return stored != NULL ? stored : g_steal_pointer (&key);
}

/* --- trying --------------------------------------------------------------------------------------- */

static void
fault_cb (int field, const char *what, gpointer data)
{
  GError **error = data;

  if (error != NULL && *error == NULL)
    g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID, what);
}

/* A rating above its maximum would be worth more points than there are. */
static gboolean
check_ratings (TdSandbox *self, guint target, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (self->data);
  const TdTarget *description = td_movement_target (movement, target);

  for (guint unit = 0; description->kind == TD_KIND_RATING && unit < movement->units->len; unit++)
    {
      guint n;
      const TdEntry *entries = td_score_data_get_entries (self->data, unit, target, &n);

      for (guint i = 0; i < n; i++)
        if (MAX (entries[i].reported.first, entries[i].appraised.first) > description->max_points)
          {
            g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                         _ ("%s has been given more points than the new maximum"),
                         td_movement_unit (movement, unit)->name);
            return FALSE;
          }
    }
  return TRUE;
}

/* Entries hold the figures of their target's kind; of another kind they have others. */
static void
read_entries_anew (TdSandbox *self, guint target)
{
  const TdMovement *movement = td_score_data_get_movement (self->data);
  TdId target_id = td_movement_target (movement, target)->id;

  for (guint unit = 0; unit < movement->units->len; unit++)
    {
      guint n;
      const TdEntry *entries = td_score_data_get_entries (self->data, unit, target, &n);
      g_autofree TdEntry *copies = g_memdup2 (entries, n * sizeof (TdEntry));

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (TdRecord) record =
              td_store_get_entry (store_of (self), target_id, td_movement_unit (movement, unit)->id,
                                  td_movement_period (movement, copies[i].period)->id);
          TdEntry entry;

          if (record != NULL && td_movement_read_entry (movement, record, &entry))
            td_score_data_put_entry (self->data, &entry);
        }
    }
}

static gboolean
put_target (TdSandbox *self, const TdRecord *record, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (self->data);
  TdRuleContext context = { movement->decimals, TD_KIND_RATIO, 0 };
  int target = td_movement_find_target (movement, record->id);
  TdKind kind;

  if (target < 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   _ ("This target is not one of the movement's."));
      return FALSE;
    }
  if (!td_record_check (record, &context, fault_cb, error))
    return FALSE;
  kind = td_movement_target (movement, target)->kind;
  td_score_data_set_target (self->data, (guint) target, record);
  if (td_movement_target (movement, target)->kind != kind)
    read_entries_anew (self, (guint) target);
  return check_ratings (self, (guint) target, error);
}

static gboolean
put_entry (TdSandbox *self, const TdRecord *record, TdEntry *out, GError **error)
{
  const TdMovement *movement = td_score_data_get_movement (self->data);
  TdRuleContext context = { movement->decimals, TD_KIND_RATIO, 0 };
  const TdTarget *target;

  if (!td_movement_read_entry (movement, record, out))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                   _ ("This entry belongs to no unit, target and period of the movement."));
      return FALSE;
    }
  target = td_movement_target (movement, out->target);
  context.kind = target->kind;
  context.max_points = target->max_points;
  if (!td_record_check (record, &context, fault_cb, error))
    return FALSE;
  td_score_data_put_entry (self->data, out);
  return TRUE;
}

/* Everything anew, from the file and the trials. On failure what was there stays. */
static gboolean
rebuild (TdSandbox *self, GError **error)
{
  TdMovement *movement =
      td_store_load_movement (store_of (self), td_desk_get_movement_id (self->desk), error);
  TdScoreData *before = self->data;
  TdScores *scores = NULL;
  gboolean done = movement != NULL;
  TdEntry entry;

  if (!done)
    return FALSE;
  self->data = td_score_data_new (movement);
  /* Targets first: what figures an entry has depends on its target. */
  for (guint i = 0; i < self->tries->len && done; i++)
    {
      const TdRecord *record = g_ptr_array_index (self->tries, i);

      if (record->table->id == TD_TABLE_TARGETS)
        done = put_target (self, record, error);
    }
  for (guint i = 0; i < self->tries->len && done; i++)
    {
      const TdRecord *record = g_ptr_array_index (self->tries, i);

      if (record->table->id == TD_TABLE_ENTRIES)
        done = put_entry (self, record, &entry, error);
    }
  if (done)
    scores = td_scores_new (self->data, td_desk_get_as_of (self->desk),
                            td_desk_get_basis (self->desk), error);
  if (scores == NULL)
    {
      td_score_data_free (self->data);
      self->data = before;
      return FALSE;
    }
  td_scores_free (self->scores);
  self->scores = scores;
  td_score_data_free (before);
  return TRUE;
}

/* One entry more: only what stands on it is computed anew. */
static gboolean
follow_entry (TdSandbox *self, const TdRecord *record, GError **error)
{
  TdEntry entry;

  return put_entry (self, record, &entry, error)
         && td_scores_update (self->scores, entry.unit, entry.target, error);
}

/* Another rule for the entries that are there: nothing has to be read again. */
static gboolean
follow_target (TdSandbox *self, const TdRecord *record, GError **error)
{
  TdScores *scores;

  if (!put_target (self, record, error))
    return FALSE;
  scores = td_scores_new (self->data, td_desk_get_as_of (self->desk),
                          td_desk_get_basis (self->desk), error);
  if (scores == NULL)
    return FALSE;
  td_scores_free (self->scores);
  self->scores = scores;
  return TRUE;
}

gboolean
td_sandbox_try (TdSandbox *self, const TdRecord *record, GError **error)
{
  g_autoptr (TdRecord) stored = NULL, replaced = NULL;
  gboolean done;
  int at = find_try (self, record);

  g_return_val_if_fail (
      record->table->id == TD_TABLE_TARGETS || record->table->id == TD_TABLE_ENTRIES, FALSE);

  stored = get_stored (self, record);
  if (stored != NULL && td_record_equal (stored, record))
    return at < 0 || td_sandbox_take_back (self, (guint) at, error);
  if (at >= 0)
    {
      replaced = self->tries->pdata[at];
      self->tries->pdata[at] = td_record_copy (record);
    }
  else
    g_ptr_array_add (self->tries, td_record_copy (record));

  done = record->table->id == TD_TABLE_ENTRIES ? follow_entry (self, record, error)
                                               : follow_target (self, record, error);
  if (done)
    return TRUE;
  if (at >= 0)
    {
      td_record_free (self->tries->pdata[at]);
      self->tries->pdata[at] = g_steal_pointer (&replaced);
    }
  else
    g_ptr_array_set_size (self->tries, (int) self->tries->len - 1);
  /* It may have been put before it turned out not to fit. */
  rebuild (self, NULL);
  return FALSE;
}

guint
td_sandbox_get_n_tries (const TdSandbox *self)
{
  return self->tries->len;
}

const TdRecord *
td_sandbox_get_try (const TdSandbox *self, guint index)
{
  g_return_val_if_fail (index < self->tries->len, NULL);
  return g_ptr_array_index (self->tries, index);
}

gboolean
td_sandbox_take_back (TdSandbox *self, guint index, GError **error)
{
  TdRecord *record;

  g_return_val_if_fail (index < self->tries->len, FALSE);
  record = g_ptr_array_steal_index (self->tries, index);
  if (rebuild (self, error))
    {
      td_record_free (record);
      return TRUE;
    }
  g_ptr_array_insert (self->tries, (int) index, record);
  return FALSE;
}

char *
td_sandbox_dup_words (TdSandbox *self, guint index)
{
  const TdRecord *record = td_sandbox_get_try (self, index);
  g_autoptr (TdRecord) stored = get_stored (self, record);
  g_autofree char *name = td_store_record_words (store_of (self), record);
  GString *out = g_string_new (name);
  const char *joint = ": ";

  for (guint i = 0; i < record->table->n_fields; i++)
    {
      const TdField *field = &record->table->fields[i];
      TdValue none = { TD_VALUE_NONE };
      const TdValue *before = stored != NULL ? &stored->values[i] : &none;
      g_autofree char *old = NULL, *new = NULL;

      if ((field->flags & (TD_FIELD_INTERNAL | TD_FIELD_KEY)) != 0
          || td_value_equal (before, &record->values[i]))
        continue;
      old = td_store_field_words (store_of (self), field, before);
      new = td_store_field_words (store_of (self), field, &record->values[i]);
      g_string_append_printf (out, "%s%s %s → %s", joint, _ (field->title),
                              *old != '\0' ? old : "–", *new != '\0' ? new : "–");
      joint = "; ";
    }
  return g_string_free (out, FALSE);
}

gboolean
td_sandbox_refresh (TdSandbox *self, GError **error)
{
  return rebuild (self, error);
}

/* --- making --------------------------------------------------------------------------------------- */

TdSandbox *
td_sandbox_new (TdDesk *desk, GError **error)
{
  g_autoptr (TdSandbox) self = g_new0 (TdSandbox, 1);

  self->desk = g_object_ref (desk);
  self->tries = g_ptr_array_new_with_free_func ((GDestroyNotify) td_record_free);
  return rebuild (self, error) ? g_steal_pointer (&self) : NULL;
}

void
td_sandbox_free (TdSandbox *self)
{
  if (self == NULL)
    return;
  td_scores_free (self->scores);
  td_score_data_free (self->data);
  g_ptr_array_unref (self->tries);
  g_object_unref (self->desk);
  g_free (self);
}

const TdMovement *
td_sandbox_get_movement (const TdSandbox *self)
{
  return td_score_data_get_movement (self->data);
}

const TdScores *
td_sandbox_get_scores (const TdSandbox *self)
{
  return self->scores;
}
