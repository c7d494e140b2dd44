/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-field-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk/td-award-book.h"

/* What is asked. */
typedef struct
{
  TdStore *store;
  const TdRecord *record;
  TdLawLibrary *library;
  GPtrArray *options;
} Asking;

static void
option_free (gpointer data)
{
  TdFieldOption *self = data;

  g_free (self->code);
  g_free (self->title);
  g_free (self);
}

const TdFieldOption *
td_field_options_find (const GPtrArray *options, const char *code)
{
  for (guint i = 0; i < options->len; i++)
    {
      const TdFieldOption *one = g_ptr_array_index (options, i);

      if (strcmp (one->code, code) == 0)
        return one;
    }
  return NULL;
}

const TdFieldOption *
td_field_options_find_title (const GPtrArray *options, const char *title)
{
  for (guint i = 0; i < options->len; i++)
    {
      const TdFieldOption *one = g_ptr_array_index (options, i);

      if (strcmp (one->title, title) == 0)
        return one;
    }
  return NULL;
}

void
td_field_options_insert (GPtrArray *options, int place, const char *code, const char *title)
{
  TdFieldOption *one = g_new (TdFieldOption, 1);

  one->code = g_strdup (code);
  one->title = g_strdup (title);
  g_ptr_array_insert (options, place, one);
}

/* The first of a code counts. */
static void
add (Asking *self, const char *code, const char *title)
{
  if (td_field_options_find (self->options, code) == NULL)
    td_field_options_insert (self->options, -1, code, title);
}

/* --- the law -------------------------------------------------------------------------------------- */

/* The pack of a record's round; %NULL when it cannot be told. */
static const TdLawPack *
pack_of_round (const Asking *self, TdId round)
{
  g_autoptr (TdRecord) record =
      td_store_get (self->store, TD_TABLE_ROUNDS, round, self->record->movement);
  g_autofree char *question = NULL;

  return record != NULL
             ? td_law_library_choose (self->library, td_record_get_text (record, TD_ROUND_LAW_PACK),
                                      td_record_get_date (record, TD_ROUND_SUMMED_UP_ON),
                                      td_record_get_date (record, TD_ROUND_DECIDED_ON), &question)
             : NULL;
}

/* Titles are the same for units and people: whoever may be either is told apart. */
static void
add_awards (Asking *self, const TdLawPack *pack, int subject)
{
  for (guint i = 0; i < td_law_pack_get_n_awards (pack); i++)
    {
      const TdLawAward *award = td_law_pack_get_award (pack, i);

      if (subject < 0)
        {
          g_autofree char *title = g_strdup_printf (
              "%s (%s)", award->title,
              award->subject == TD_SUBJECT_COLLECTIVE ? _ ("collective") : _ ("individual"));

          add (self, award->code, title);
        }
      else if ((int) award->subject == subject)
        add (self, award->code, award->title);
    }
}

/* Of the round's pack; while nothing tells which one that is, of all. */
static void
add_awards_of_round (Asking *self, TdId round, int subject)
{
  const TdLawPack *pack = pack_of_round (self, round);

  if (pack != NULL)
    add_awards (self, pack, subject);
  else
    for (guint i = 0; i < td_law_library_get_count (self->library); i++)
      add_awards (self, td_law_library_get (self->library, i), subject);
}

static void
add_packs (Asking *self)
{
  add (self, "", _ ("by the date of the act"));
  for (guint i = 0; i < td_law_library_get_count (self->library); i++)
    {
      const TdLawPack *pack = td_law_library_get (self->library, i);

      add (self, td_law_pack_get_id (pack), td_law_pack_get_title (pack));
    }
}

/* A unit or a person holds it; what evaluations of the year gave is no award, but cards ask for it. */
static void
add_awards_to_hold (Asking *self)
{
  TdId holder = td_record_get_ref (self->record, TD_AWARD_HELD_HOLDER);
  TdTableId table = TD_TABLE_UNITS;
  int subject = -1;

  if (holder != TD_ID_NONE && td_store_name (self->store, holder, &table, NULL, NULL))
    subject = table == TD_TABLE_PEOPLE ? TD_SUBJECT_INDIVIDUAL : TD_SUBJECT_COLLECTIVE;
  add_awards_of_round (self, TD_ID_NONE, subject);
  add (self, "htxsnv", "Hoàn thành xuất sắc nhiệm vụ");
  add (self, "httnv", "Hoàn thành tốt nhiệm vụ");
}

static void
add_papers (Asking *self)
{
  g_autoptr (TdRecord) nomination =
      td_store_get (self->store, TD_TABLE_NOMINATIONS,
                    td_record_get_ref (self->record, TD_PAPER_NOMINATION), self->record->movement);
  const TdLawPack *pack;
  const TdLawAward *award;

  if (nomination == NULL)
    return;
  pack = pack_of_round (self, td_record_get_ref (nomination, TD_NOMINATION_ROUND));
  award = pack != NULL
              ? td_law_pack_find_award (pack, td_record_get_text (nomination, TD_NOMINATION_AWARD))
              : NULL;
  for (guint i = 0; award != NULL && i < award->papers->len; i++)
    {
      const TdLawPaper *paper = g_ptr_array_index (award->papers, i);

      add (self, paper->code, paper->title);
    }
}

/* --- kinds of people ------------------------------------------------------------------------------ */

static void
add_kind (Asking *self, const char *has)
{
  if (strcmp (has, "hoan-thanh-nhiem-vu") == 0)
    {
      add (self, has, "Hoàn thành nhiệm vụ");
      return;
    }
  for (guint i = 0; i < td_law_library_get_count (self->library); i++)
    {
      const TdLawAward *award = td_law_pack_find_award (td_law_library_get (self->library, i), has);

      if (award != NULL)
        {
          add (self, has, award->title);
          return;
        }
    }
  add (self, has, has);
}

static void
add_kinds (Asking *self, const GPtrArray *conditions)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *condition = g_ptr_array_index (conditions, i);

      if (condition->type == TD_CONDITION_PEOPLE)
        add_kind (self, condition->has);
      for (guint j = 0; condition->alternatives != NULL && j < condition->alternatives->len; j++)
        add_kinds (self, ((const TdLawAlternative *) g_ptr_array_index (condition->alternatives, j))
                             ->conditions);
    }
}

/* All the kinds that some condition of some pack counts. */
static void
add_headcounts (Asking *self)
{
  add (self, TD_HEADCOUNT_ALL, _ ("all its people"));
  for (guint i = 0; i < td_law_library_get_count (self->library); i++)
    {
      const TdLawPack *pack = td_law_library_get (self->library, i);

      for (guint j = 0; j < td_law_pack_get_n_awards (pack); j++)
        add_kinds (self, td_law_pack_get_award (pack, j)->conditions);
    }
  add (self, TD_HEADCOUNT_DISCIPLINED, _ ("disciplined in the year, from a warning up"));
}

/* --- doors ---------------------------------------------------------------------------------------- */

static void
add_awards_to_nominate (Asking *self)
{
  add_awards_of_round (self, td_record_get_ref (self->record, TD_NOMINATION_ROUND), -1);
}

static void
add_awards_to_limit (Asking *self)
{
  add_awards_of_round (self, td_record_get_ref (self->record, TD_QUOTA_ROUND), -1);
}

typedef struct
{
  TdTableId table;
  int field;
  TdFieldChoosing choosing;
  void (*add) (Asking *self);
} Chosen;

static const Chosen chosen_fields[] = {
  { TD_TABLE_ROUNDS, TD_ROUND_LAW_PACK, TD_FIELD_IS_CHOSEN, add_packs },
  { TD_TABLE_NOMINATIONS, TD_NOMINATION_AWARD, TD_FIELD_IS_CHOSEN, add_awards_to_nominate },
  { TD_TABLE_QUOTAS, TD_QUOTA_AWARD, TD_FIELD_IS_CHOSEN, add_awards_to_limit },
  { TD_TABLE_AWARDS_HELD, TD_AWARD_HELD_AWARD, TD_FIELD_IS_SUGGESTED, add_awards_to_hold },
  { TD_TABLE_HEADCOUNTS, TD_HEADCOUNT_HAS, TD_FIELD_IS_CHOSEN, add_headcounts },
  { TD_TABLE_DOSSIER_PAPERS, TD_PAPER_PAPER, TD_FIELD_IS_SUGGESTED, add_papers },
};

static const Chosen *
find_chosen (const TdTable *table, int field)
{
  for (guint i = 0; i < G_N_ELEMENTS (chosen_fields); i++)
    if (chosen_fields[i].table == table->id && chosen_fields[i].field == field)
      return &chosen_fields[i];
  return NULL;
}

TdFieldChoosing
td_field_get_choosing (const TdTable *table, int field)
{
  const Chosen *chosen = find_chosen (table, field);

  return chosen != NULL ? chosen->choosing : TD_FIELD_IS_TYPED;
}

GPtrArray *
td_field_options_new (TdStore *store, const TdRecord *record, int field)
{
  g_autoptr (TdProblems) ignored = td_problems_new ();
  g_autoptr (GError) error = NULL;
  Asking self = { store, record, NULL, g_ptr_array_new_with_free_func (option_free) };

  const Chosen *chosen = find_chosen (record->table, field);

  if (chosen == NULL)
    return self.options;
  self.library = td_award_book_load_library (store, ignored, &error);
  if (self.library == NULL)
    {
      g_message ("%s", error->message);
      return self.options;
    }
  chosen->add (&self);
  td_law_library_free (self.library);
  return self.options;
}
