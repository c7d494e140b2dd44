/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-award-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"

#define BIT(state) (1u << (state))

/* --- which step may follow ------------------------------------------------------------------------ */

static const struct
{
  int usual;
  guint next;
} states[] = {
  [TD_NOMINATION_DRAFT] = { TD_NOMINATION_PROPOSED,
                            BIT (TD_NOMINATION_PROPOSED) | BIT (TD_NOMINATION_WITHDRAWN) },
  [TD_NOMINATION_PROPOSED] = { TD_NOMINATION_REVIEWED,
                               BIT (TD_NOMINATION_REVIEWED) | BIT (TD_NOMINATION_RETURNED)
                                   | BIT (TD_NOMINATION_DECLINED) | BIT (TD_NOMINATION_WITHDRAWN) },
  [TD_NOMINATION_REVIEWED] = { TD_NOMINATION_SUBMITTED,
                               BIT (TD_NOMINATION_SUBMITTED) | BIT (TD_NOMINATION_RETURNED)
                                   | BIT (TD_NOMINATION_DECLINED) | BIT (TD_NOMINATION_WITHDRAWN) },
  [TD_NOMINATION_SUBMITTED] = { TD_NOMINATION_GRANTED, BIT (TD_NOMINATION_GRANTED)
                                                           | BIT (TD_NOMINATION_RETURNED)
                                                           | BIT (TD_NOMINATION_DECLINED)
                                                           | BIT (TD_NOMINATION_WITHDRAWN) },
  [TD_NOMINATION_GRANTED] = { -1, BIT (TD_NOMINATION_REVOKED) },
  [TD_NOMINATION_RETURNED] = { TD_NOMINATION_PROPOSED, BIT (TD_NOMINATION_DRAFT)
                                                           | BIT (TD_NOMINATION_PROPOSED)
                                                           | BIT (TD_NOMINATION_WITHDRAWN) },
  [TD_NOMINATION_DECLINED] = { -1, 0 },
  [TD_NOMINATION_WITHDRAWN] = { -1, 0 },
  [TD_NOMINATION_REVOKED] = { -1, 0 },
};

guint
td_nomination_get_next_states (TdNominationState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), 0);
  return states[state].next;
}

int
td_nomination_get_usual_state (TdNominationState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), -1);
  return states[state].usual;
}

/* --- writing -------------------------------------------------------------------------------------- */

void
td_record_adopt_twin (TdTxn *txn, TdRecord *record)
{
  if (record->id == TD_ID_NONE)
    record->id = td_txn_find_twin (txn, record);
}

static const char *
state_words (TdNominationState state)
{
  return _ (td_table_get (TD_TABLE_NOMINATIONS)->fields[TD_NOMINATION_STATE].choices[state].title);
}

/* Writes the next step of a nomination; numbers go on without a gap. */
static gboolean
put_step (TdTxn *txn, const TdRecord *nomination, TdNominationState state, TdDate on,
          const char *paper, const char *note, const char *who, GError **error)
{
  g_autoptr (TdRecord) step = td_record_new (TD_TABLE_NOMINATION_STEPS, nomination->movement);

  td_record_set_ref (step, TD_STEP_NOMINATION, nomination->id);
  td_record_set_number (step, TD_STEP_STATE, state);
  td_record_set_date (step, TD_STEP_TAKEN_ON, on);
  td_record_set_text (step, TD_STEP_PAPER, paper);
  td_record_set_text (step, TD_STEP_NOTE, note);
  td_record_set_text (step, TD_STEP_WHO, who);
  for (gint64 number = 1;; number++)
    {
      td_record_set_number (step, TD_STEP_NUMBER, number);
      if (td_txn_find_twin (txn, step) == TD_ID_NONE)
        break;
    }
  return td_txn_put (txn, step, error);
}

static gboolean
step_one (TdTxn *txn, const TdNominationStep *self, TdId id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (TdRecord) record =
      td_txn_get (txn, TD_TABLE_NOMINATIONS, id, self->movement, &failure);
  TdNominationState from;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (record == NULL)
    return TRUE; /* gone meanwhile */
  from =
      (TdNominationState) td_record_get_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
  if ((td_nomination_get_next_states (from) & BIT (self->state)) == 0)
    {
      g_autofree char *where =
          g_strdup_printf ("nominations:%s:state", td_record_get_text (record, TD_NOMINATION_CODE));

      td_problems_add (td_txn_get_problems (txn), where, _ ("from “%s” no step leads to “%s”"),
                       state_words (from), state_words (self->state));
      return TRUE;
    }
  td_record_set_number (record, TD_NOMINATION_STATE, self->state);
  return td_txn_put (txn, record, error)
         && put_step (txn, record, self->state, self->taken_on, self->paper, self->note, self->who,
                      error);
}

gboolean
td_nomination_step_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdNominationStep *self = data;

  for (guint i = 0; i < self->nominations->len; i++)
    if (!step_one (txn, self, g_array_index (self->nominations, TdId, i), error))
      return FALSE;
  return TRUE;
}

/* The first code DN01, DN02… from @number on that nobody has. */
static char *
free_code (TdTxn *txn, TdId movement, guint *number)
{
  for (;; (*number)++)
    {
      g_autofree char *code = g_strdup_printf ("DN%02u", *number);

      if (td_txn_find (txn, TD_TABLE_NOMINATIONS, movement, code) == TD_ID_NONE)
        return g_steal_pointer (&code);
    }
}

gboolean
td_nominate_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdNominate *self = data;
  guint number = 1;

  for (guint i = 0; i < self->nominees->len; i++)
    {
      g_autoptr (TdRecord) record = td_record_new (TD_TABLE_NOMINATIONS, self->movement);
      g_autofree char *code = free_code (txn, self->movement, &number);

      number++;
      td_record_set_text (record, TD_NOMINATION_CODE, code);
      td_record_set_ref (record, TD_NOMINATION_ROUND, self->round);
      td_record_set_ref (record, TD_NOMINATION_NOMINEE, g_array_index (self->nominees, TdId, i));
      td_record_set_text (record, TD_NOMINATION_AWARD, self->award);
      if (self->achievements != NULL)
        td_record_set_text (record, TD_NOMINATION_ACHIEVEMENT,
                            g_ptr_array_index (self->achievements, i));
      td_record_set_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
      if (!td_txn_put (txn, record, error)
          || !put_step (txn, record, TD_NOMINATION_DRAFT, self->on, NULL, NULL, self->who, error))
        return FALSE;
      if (self->made != NULL)
        g_array_append_val (self->made, record->id);
    }
  return TRUE;
}

/* A member either takes no part or stays: the newer ruling takes the place of the other kind. */
static gboolean
drop_opposite (TdTxn *txn, const TdRuling *self, TdId nomination, GError **error)
{
  g_autoptr (TdRecord) other = td_record_new (TD_TABLE_RULINGS, self->movement);

  if (self->kind != TD_RULING_RECUSED && self->kind != TD_RULING_STAYS)
    return TRUE;
  td_record_set_ref (other, TD_RULING_ROUND, self->round);
  td_record_set_ref (other, TD_RULING_NOMINATION, nomination);
  td_record_set_number (other, TD_RULING_KIND,
                        self->kind == TD_RULING_RECUSED ? TD_RULING_STAYS : TD_RULING_RECUSED);
  td_record_set_text (other, TD_RULING_SUBJECT, self->subject);
  td_record_adopt_twin (txn, other);
  return other->id == TD_ID_NONE || td_txn_delete (txn, TD_TABLE_RULINGS, other->id, error);
}

static gboolean
rule_on (TdTxn *txn, const TdRuling *self, TdId nomination, GError **error)
{
  g_autoptr (TdRecord) record = td_record_new (TD_TABLE_RULINGS, self->movement);
  g_autofree char *who = g_strstrip (g_strdup (self->who != NULL ? self->who : ""));
  g_autofree char *why = g_strstrip (g_strdup (self->why != NULL ? self->why : ""));

  td_record_set_ref (record, TD_RULING_ROUND, self->round);
  td_record_set_ref (record, TD_RULING_NOMINATION, nomination);
  td_record_set_number (record, TD_RULING_KIND, self->kind);
  td_record_set_text (record, TD_RULING_SUBJECT, self->subject);
  td_record_adopt_twin (txn, record);
  if (self->remove)
    return record->id == TD_ID_NONE || td_txn_delete (txn, TD_TABLE_RULINGS, record->id, error);
  if (self->place > 0)
    td_record_set_number (record, TD_RULING_PLACE, self->place);
  td_record_set_text (record, TD_RULING_WHO, who);
  td_record_set_text (record, TD_RULING_WHY, why);
  td_record_set_date (record, TD_RULING_RULED_ON, self->on);
  return drop_opposite (txn, self, nomination, error) && td_txn_put (txn, record, error);
}

gboolean
td_ruling_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdRuling *self = data;

  if (self->nominations == NULL)
    return rule_on (txn, self, self->nomination, error);
  for (guint i = 0; i < self->nominations->len; i++)
    if (!rule_on (txn, self, g_array_index (self->nominations, TdId, i), error))
      return FALSE;
  return TRUE;
}

gboolean
td_put_records_func (TdTxn *txn, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    {
      TdRecord *record = g_ptr_array_index (records, i);

      td_record_adopt_twin (txn, record);
      if (!td_txn_put (txn, record, error))
        return FALSE;
    }
  return TRUE;
}

/* --- taking away ---------------------------------------------------------------------------------- */

typedef struct
{
  const GArray *nominations;
  int field;
  GArray *found; /* of TdId */
} Hanging;

static gboolean
has_id (const GArray *ids, TdId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TdId, i) == id)
      return TRUE;
  return FALSE;
}

static gboolean
note_hanging (const TdRecord *record, gpointer data)
{
  Hanging *hanging = data;

  if (has_id (hanging->nominations, td_record_get_ref (record, hanging->field)))
    g_array_append_val (hanging->found, record->id);
  return TRUE;
}

gboolean
td_nomination_remove_func (TdTxn *txn, gpointer data, GError **error)
{
  static const struct
  {
    TdTableId table;
    int field;
  } tables[] = {
    { TD_TABLE_NOMINATION_STEPS, TD_STEP_NOMINATION },
    { TD_TABLE_BALLOTS, TD_BALLOT_NOMINATION },
    { TD_TABLE_RULINGS, TD_RULING_NOMINATION },
    { TD_TABLE_DOSSIER_PAPERS, TD_PAPER_NOMINATION },
    { TD_TABLE_ACHIEVEMENT_REPORTS, TD_REPORT_NOMINATION },
  };
  const TdNominationRemoval *self = data;

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (TdId));
      Hanging hanging = { self->nominations, tables[t].field, found };

      if (!td_store_foreach (self->store, tables[t].table, self->movement, note_hanging, &hanging,
                             error))
        return FALSE;
      for (guint i = 0; i < found->len; i++)
        if (!td_txn_delete (txn, tables[t].table, g_array_index (found, TdId, i), error))
          return FALSE;
    }
  for (guint i = 0; i < self->nominations->len; i++)
    if (!td_txn_delete (txn, TD_TABLE_NOMINATIONS, g_array_index (self->nominations, TdId, i),
                        error))
      return FALSE;
  return TRUE;
}

/* --- papers of dossiers --------------------------------------------------------------------------- */

typedef struct
{
  const TdDossierTick *tick;
  GArray *records; /* of TdId */
  GArray *having;  /* of TdId: the nominations they are of */
} Ticked;

static gboolean
note_ticked (const TdRecord *record, gpointer data)
{
  Ticked *ticked = data;
  TdId nomination = td_record_get_ref (record, TD_PAPER_NOMINATION);

  if (strcmp (td_record_get_text (record, TD_PAPER_PAPER), ticked->tick->paper) == 0
      && has_id (ticked->tick->nominations, nomination))
    {
      g_array_append_val (ticked->records, record->id);
      g_array_append_val (ticked->having, nomination);
    }
  return TRUE;
}

gboolean
td_dossier_tick_func (TdTxn *txn, gpointer data, GError **error)
{
  const TdDossierTick *self = data;
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (TdId));
  g_autoptr (GArray) having = g_array_new (FALSE, FALSE, sizeof (TdId));
  Ticked ticked = { self, records, having };

  if (!td_store_foreach (self->store, TD_TABLE_DOSSIER_PAPERS, self->movement, note_ticked, &ticked,
                         error))
    return FALSE;
  for (guint i = 0; !self->is_there && i < records->len; i++)
    if (!td_txn_delete (txn, TD_TABLE_DOSSIER_PAPERS, g_array_index (records, TdId, i), error))
      return FALSE;
  for (guint i = 0; self->is_there && i < self->nominations->len; i++)
    {
      g_autoptr (TdRecord) record = td_record_new (TD_TABLE_DOSSIER_PAPERS, self->movement);
      TdId nomination = g_array_index (self->nominations, TdId, i);

      if (has_id (having, nomination))
        continue;
      td_record_set_ref (record, TD_PAPER_NOMINATION, nomination);
      td_record_set_text (record, TD_PAPER_PAPER, self->paper);
      if (!td_txn_put (txn, record, error))
        return FALSE;
    }
  return TRUE;
}
