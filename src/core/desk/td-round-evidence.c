/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-round-evidence.h"

#include "desk/td-evidence.h"

/* One use of a paper by an entry; indexes into the movement, and of the unit among those asked for. */
typedef struct
{
  guint rank;
  int unit, target, period;
  TdId evidence;
} Use;

typedef struct
{
  TdDesk *desk;
  const TdMovement *movement;
  const GArray *units;
  GArray *uses; /* of Use */
} Finder;

static void
free_evidence (gpointer data)
{
  TdRoundEvidence *self = data;

  td_record_free (self->record);
  g_free (self->path);
  g_free (self->title);
  g_free (self->proves);
  g_free (self);
}

static void
clear_lack (gpointer data)
{
  g_free (((TdEvidenceLack *) data)->targets);
}

static gboolean
find_use (const TdRecord *record, gpointer data)
{
  Finder *self = data;
  TdId unit = td_record_get_ref (record, TD_EVIDENCE_USE_UNIT);
  Use use = {
    0, td_movement_find_unit (self->movement, unit),
    td_movement_find_target (self->movement, td_record_get_ref (record, TD_EVIDENCE_USE_TARGET)),
    td_movement_find_period (self->movement, td_record_get_ref (record, TD_EVIDENCE_USE_PERIOD)),
    td_record_get_ref (record, TD_EVIDENCE_USE_EVIDENCE)
  };

  while (use.rank < self->units->len && g_array_index (self->units, TdId, use.rank) != unit)
    use.rank++;
  if (use.rank < self->units->len && use.unit >= 0 && use.target >= 0 && use.period >= 0)
    g_array_append_val (self->uses, use);
  return TRUE;
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const Use *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->target != second->target)
    return first->target - second->target;
  if (first->period != second->period)
    return first->period - second->period;
  return (first->evidence > second->evidence) - (first->evidence < second->evidence);
}

/* What a paper stands behind, from its uses, which are in order. (transfer full) */
static char *
describe_uses (const Finder *self, TdId evidence)
{
  GString *words = g_string_new (NULL);
  const Use *before = NULL;

  for (guint i = 0; i < self->uses->len; i++)
    {
      const Use *use = &g_array_index (self->uses, Use, i);
      const char *period = td_movement_period (self->movement, (guint) use->period)->name;

      if (use->evidence != evidence)
        continue;
      if (before != NULL && before->unit == use->unit && before->target == use->target)
        g_string_append_printf (words, ", %s", period);
      else
        {
          if (before != NULL)
            g_string_append (words, before->unit == use->unit ? "), " : "); ");
          if (before == NULL || before->unit != use->unit)
            g_string_append_printf (
                words, "%s: chỉ tiêu ",
                td_movement_unit (self->movement, (guint) use->unit)->short_name);
          g_string_append_printf (words, "%s (%s",
                                  td_movement_target (self->movement, (guint) use->target)->code,
                                  period);
        }
      before = use;
    }
  if (before != NULL)
    g_string_append_c (words, ')');
  return g_string_free (words, FALSE);
}

GPtrArray *
td_round_evidence_load (TdDesk *desk, const GArray *units, GError **error)
{
  TdStore *store = td_desk_get_store (desk);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func (free_evidence);
  Finder self = { desk, td_desk_get_movement (desk), units, uses };

  g_return_val_if_fail (self.movement != NULL, NULL);
  if (units->len > 0
      && !td_store_foreach (store, TD_TABLE_EVIDENCE_USES, self.movement->id, find_use, &self,
                            error))
    return NULL;
  g_array_sort (uses, compare_uses);
  for (guint i = 0; i < uses->len; i++)
    {
      Use *use = &g_array_index (uses, Use, i);
      TdRoundEvidence *paper;

      if (!g_hash_table_add (seen, &use->evidence))
        continue;
      paper = g_new0 (TdRoundEvidence, 1);
      g_ptr_array_add (papers, paper);
      paper->record = td_store_get (store, TD_TABLE_EVIDENCE, use->evidence, self.movement->id);
      if (paper->record == NULL)
        {
          g_set_error (error, TD_ERROR, TD_ERROR_CORRUPT, "no evidence of the id %" G_GINT64_FORMAT,
                       use->evidence);
          return NULL;
        }
      paper->path = td_evidence_dup_path (store, paper->record);
      paper->title = g_strdup_printf ("Tài liệu kiểm chứng số %u: %s", papers->len,
                                      td_record_get_text (paper->record, TD_EVIDENCE_NAME));
      paper->proves = describe_uses (&self, use->evidence);
    }
  return g_steal_pointer (&papers);
}

GArray *
td_round_evidence_find_lacks (TdDesk *desk, const GArray *units)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  GArray *lacks = g_array_new (FALSE, TRUE, sizeof (TdEvidenceLack));
  g_autoptr (GArray) gaps = NULL;

  g_array_set_clear_func (lacks, clear_lack);
  g_return_val_if_fail (movement != NULL, lacks);
  gaps = td_evidence_find_gaps (td_desk_get_store (desk), movement);
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree gboolean *lacking = g_new0 (gboolean, MAX (movement->targets->len, 1));
      GString *targets = g_string_new (NULL);
      TdEvidenceLack lack = { g_array_index (units, TdId, i), 0, NULL };

      for (guint g = 0; g < gaps->len; g++)
        {
          const TdEvidenceGap *gap = &g_array_index (gaps, TdEvidenceGap, g);
          int target = td_movement_find_target (movement, gap->target);

          if (gap->unit != lack.unit || target < 0)
            continue;
          lack.n_entries++;
          lacking[target] = TRUE;
        }
      for (guint t = 0; t < movement->targets->len; t++)
        if (lacking[t])
          g_string_append_printf (targets, "%s%s", targets->len > 0 ? ", " : "",
                                  td_movement_target (movement, t)->code);
      lack.targets = g_string_free (targets, FALSE);
      g_array_append_val (lacks, lack);
    }
  return lacks;
}
