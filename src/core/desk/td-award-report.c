/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-award-report.h"

#include <glib/gi18n-lib.h>

#include "desk/td-award-figures.h"

struct _TdAwardReport
{
  TdDraftSource *source;
  const TdDraft *draft; /* of the source */
  TdBoundFacts *facts;

  /* of a person's report */
  GPtrArray *initiatives; /* of TdRecord */
  GPtrArray *awards;      /* of TdRecord */
  GArray *draft_initiatives;
  GArray *draft_awards;
  TdDraftPerson person;
};

static gboolean
is_author (const TdRecord *record, TdId person)
{
  g_autoptr (GArray) ids = td_ids_parse (td_record_get_text (record, TD_INITIATIVE_AUTHORS));

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, TdId, i) == person)
      return TRUE;
  return FALSE;
}

static const char *
text_or_null (const TdRecord *record, int field)
{
  return td_record_is_blank (record, field) ? NULL : td_record_get_text (record, field);
}

static void
add_initiatives (TdAwardReport *self, TdId person)
{
  for (guint i = 0; i < self->initiatives->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (self->initiatives, i);
      int scope = (int) td_record_get_number (record, TD_INITIATIVE_SCOPE, -1);
      TdDraftInitiative one = {
        td_record_get_text (record, TD_INITIATIVE_CODE),
        td_record_get_text (record, TD_INITIATIVE_TITLE),
        scope >= 0 ? _ (td_initiative_scope_title ((TdInitiativeScope) scope)) : NULL,
        text_or_null (record, TD_INITIATIVE_DECISION),
        td_record_get_date (record, TD_INITIATIVE_RECOGNISED_ON),
      };

      if (is_author (record, person))
        g_array_append_val (self->draft_initiatives, one);
    }
}

static void
add_awards (TdAwardReport *self, const TdAwardNomination *nomination)
{
  for (guint i = 0; i < self->awards->len; i++)
    {
      const TdRecord *record = g_ptr_array_index (self->awards, i);
      const char *award = td_record_get_text (record, TD_AWARD_HELD_AWARD);
      TdDraftAward one = { award, td_award_round_get_award_title (nomination->round, award),
                           text_or_null (record, TD_AWARD_HELD_DECISION),
                           td_record_get_date (record, TD_AWARD_HELD_DECIDED_ON) };

      if (td_record_get_ref (record, TD_AWARD_HELD_HOLDER) == nomination->holder->id)
        g_array_append_val (self->draft_awards, one);
    }
}

static gboolean
fill_person (TdAwardReport *self, TdStore *store, const TdAwardNomination *nomination)
{
  self->initiatives = td_store_load (store, TD_TABLE_INITIATIVES, TD_ID_NONE, NULL);
  self->awards = td_store_load (store, TD_TABLE_AWARDS_HELD, TD_ID_NONE, NULL);
  if (self->initiatives == NULL || self->awards == NULL)
    return FALSE;
  add_initiatives (self, nomination->holder->id);
  add_awards (self, nomination);
  self->person = (TdDraftPerson){
    .code = nomination->holder->code,
    .name = nomination->holder->name,
    .position = nomination->holder->position,
    .initiatives = (const TdDraftInitiative *) (gconstpointer) self->draft_initiatives->data,
    .n_initiatives = self->draft_initiatives->len,
    .awards = (const TdDraftAward *) (gconstpointer) self->draft_awards->data,
    .n_awards = self->draft_awards->len,
  };
  return TRUE;
}

TdAwardReport *
td_award_report_new (TdStore *store, const TdScores *scores, const TdAwardBook *book,
                     const TdAwardNomination *nomination)
{
  g_autoptr (TdAwardReport) self = NULL;

  if (nomination->holder == NULL || (!nomination->holder->is_person && nomination->unit < 0))
    return NULL;
  self = g_new0 (TdAwardReport, 1);
  self->draft_initiatives = g_array_new (FALSE, TRUE, sizeof (TdDraftInitiative));
  self->draft_awards = g_array_new (FALSE, TRUE, sizeof (TdDraftAward));
  self->source = td_draft_source_new (scores, NULL, NULL);
  if (nomination->holder->is_person)
    {
      if (!fill_person (self, store, nomination))
        return NULL;
      self->draft = td_draft_source_get_person (self->source, nomination->unit, &self->person);
    }
  else
    self->draft = td_draft_source_get_unit (self->source, (guint) nomination->unit);
  self->facts = td_draft_get_facts (self->draft);
  return g_steal_pointer (&self);
}

void
td_award_report_free (TdAwardReport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->facts, td_bound_facts_free);
  g_clear_pointer (&self->source, td_draft_source_free);
  g_clear_pointer (&self->draft_initiatives, g_array_unref);
  g_clear_pointer (&self->draft_awards, g_array_unref);
  g_clear_pointer (&self->initiatives, g_ptr_array_unref);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_free (self);
}

const TdBoundFacts *
td_award_report_get_facts (const TdAwardReport *self)
{
  return self->facts;
}

char *
td_award_report_write (const TdAwardReport *self)
{
  return td_draft_write (self->draft);
}

/* --- on file -------------------------------------------------------------------------------------- */

typedef struct
{
  TdId nomination;
  char *text;
} Search;

static gboolean
find_report (const TdRecord *record, gpointer data)
{
  Search *search = data;

  if (td_record_get_ref (record, TD_REPORT_NOMINATION) != search->nomination)
    return TRUE;
  search->text = g_strdup (td_record_get_text (record, TD_REPORT_TEXT));
  return FALSE;
}

char *
td_award_report_load (TdStore *store, TdId movement, TdId nomination)
{
  Search search = { nomination, NULL };

  td_store_foreach (store, TD_TABLE_ACHIEVEMENT_REPORTS, movement, find_report, &search, NULL);
  return search.text != NULL ? search.text : g_strdup ("");
}
