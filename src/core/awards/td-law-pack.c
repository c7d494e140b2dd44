/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "awards/td-json-guard.h"

static const char *const condition_types[] = {
  [TD_CONDITION_TOTAL] = "total-at-least",
  [TD_CONDITION_BAND] = "band-at-least",
  [TD_CONDITION_RANK] = "rank-at-most",
  [TD_CONDITION_LAUNCHED_BY] = "movement-launched-by",
  [TD_CONDITION_YEARS] = "movement-years",
  [TD_CONDITION_NOT_PROPOSED] = "not-proposed-already",
  [TD_CONDITION_NO_DISCIPLINE] = "no-discipline",
  [TD_CONDITION_DIRECT_WORKER] = "direct-worker",
  [TD_CONDITION_HELD] = "held-award",
  [TD_CONDITION_INITIATIVE] = "initiative-recognised",
  [TD_CONDITION_COVERAGE] = "coverage-at-least",
  [TD_CONDITION_PEOPLE] = "people-share-at-least",
  [TD_CONDITION_ANY] = "any",
};

static const struct
{
  const char *code, *title;
} vote_bases[] = {
  [TD_VOTE_OF_MEMBERS] = { "all-members", N_ ("all members of the council") },
  [TD_VOTE_OF_PRESENT] = { "present", N_ ("members present") },
  [TD_VOTE_OF_VALID] = { "valid-ballots", N_ ("valid ballots") },
};

const char *
td_condition_type_code (TdConditionType type)
{
  g_return_val_if_fail ((guint) type < TD_N_CONDITION_TYPES, NULL);
  return condition_types[type];
}

int
td_condition_type_find (const char *code)
{
  for (guint i = 0; i < TD_N_CONDITION_TYPES; i++)
    if (g_strcmp0 (condition_types[i], code) == 0)
      return (int) i;
  return -1;
}

const char *
td_vote_base_code (TdVoteBase base)
{
  return vote_bases[base].code;
}

const char *
td_vote_base_title (TdVoteBase base)
{
  return vote_bases[base].title;
}

int
td_vote_base_find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (vote_bases); i++)
    if (g_strcmp0 (vote_bases[i].code, code) == 0)
      return (int) i;
  return -1;
}

/* --- memory ----------------------------------------------------------------------------------- */

typedef enum
{
  OWNED_MEMORY,
  OWNED_LIST,
} OwnedKind;

typedef struct
{
  OwnedKind kind;
  gpointer what;
} Owned;

static void
owned_free (gpointer data)
{
  Owned *owned = data;

  if (owned->kind == OWNED_LIST)
    g_ptr_array_unref (owned->what);
  else
    g_free (owned->what);
  g_free (owned);
}

static gpointer
own (TdLawPack *self, OwnedKind kind, gpointer what)
{
  Owned *owned = g_new (Owned, 1);

  *owned = (Owned){ kind, what };
  g_ptr_array_add (self->owned, owned);
  return what;
}

gpointer
td_law_pack_alloc (TdLawPack *self, gsize size)
{
  return own (self, OWNED_MEMORY, g_malloc0 (size));
}

GPtrArray *
td_law_pack_alloc_list (TdLawPack *self)
{
  return own (self, OWNED_LIST, g_ptr_array_new ());
}

TdLawPack *
td_law_pack_new_empty (void)
{
  TdLawPack *self = g_atomic_rc_box_new0 (TdLawPack);

  self->id = self->title = self->extends = "";
  self->salaries = g_array_new (FALSE, FALSE, sizeof (TdBaseSalary));
  self->awards = g_ptr_array_new ();
  self->strings = g_string_chunk_new (4096);
  self->owned = g_ptr_array_new_with_free_func (owned_free);
  return self;
}

static void
clear_pack (gpointer data)
{
  TdLawPack *self = data;

  g_array_unref (self->salaries);
  g_ptr_array_unref (self->awards);
  g_ptr_array_unref (self->owned);
  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->base, td_law_pack_unref);
}

TdLawPack *
td_law_pack_ref (TdLawPack *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
td_law_pack_unref (TdLawPack *self)
{
  g_atomic_rc_box_release_full (self, clear_pack);
}

/* --- one pack on top of another --------------------------------------------------------------- */

/* @own's conditions over @base's: added, in place of those with the same id, or taking them away. */
static GPtrArray *
lay_conditions (TdLawPack *self, const TdLawAward *base, const TdLawAward *award, const char *where,
                TdProblems *problems)
{
  GPtrArray *out = td_law_pack_alloc_list (self);

  for (guint i = 0; i < base->conditions->len; i++)
    g_ptr_array_add (out, g_ptr_array_index (base->conditions, i));
  for (guint i = 0; i < award->conditions->len; i++)
    {
      TdLawCondition *condition = g_ptr_array_index (award->conditions, i);
      int found = -1;

      for (guint j = 0; j < out->len && found < 0; j++)
        if (g_strcmp0 (((TdLawCondition *) g_ptr_array_index (out, j))->id, condition->id) == 0)
          found = (int) j;
      if (condition->type != TD_CONDITION_DROP)
        {
          if (found < 0)
            g_ptr_array_add (out, condition);
          else
            g_ptr_array_index (out, found) = condition;
        }
      else if (found >= 0)
        g_ptr_array_remove_index (out, (guint) found);
      else
        {
          g_autofree char *place = g_strdup_printf ("%s.conditions[%u].drop", where, i);

          td_problems_add (problems, place, _ ("the award has no condition “%s” to drop"),
                           condition->id);
        }
    }
  return out;
}

static void
lay_award (TdLawPack *self, const TdLawAward *base, TdLawAward *award, const char *where,
           TdProblems *problems)
{
  guint missing = ~award->given;

  if (missing & TD_LAW_GIVEN_TITLE)
    award->title = base->title;
  if (missing & TD_LAW_GIVEN_KIND)
    award->kind = base->kind;
  if (missing & TD_LAW_GIVEN_LEVEL)
    award->level = base->level;
  if (missing & TD_LAW_GIVEN_SUBJECT)
    award->subject = base->subject;
  if (missing & TD_LAW_GIVEN_FACT)
    award->fact = base->fact;
  if (missing & TD_LAW_GIVEN_DECIDER)
    {
      award->decider = base->decider;
      award->decider_fact = base->decider_fact;
    }
  if (missing & TD_LAW_GIVEN_PAPERS)
    award->papers = base->papers;
  if (missing & TD_LAW_GIVEN_FORM)
    {
      award->form_number = base->form_number;
      award->form_title = base->form_title;
      award->form_fact = base->form_fact;
    }
  if (missing & TD_LAW_GIVEN_VOTE)
    {
      award->has_vote = base->has_vote;
      award->vote = base->vote;
      award->vote_base = base->vote_base;
      award->vote_fact = base->vote_fact;
    }
  if (missing & TD_LAW_GIVEN_QUORUM)
    {
      award->has_quorum = base->has_quorum;
      award->quorum = base->quorum;
      award->quorum_fact = base->quorum_fact;
    }
  if (missing & TD_LAW_GIVEN_MONEY)
    {
      award->coefficient = base->coefficient;
      award->money_fact = base->money_fact;
    }
  if (missing & TD_LAW_GIVEN_JUDGED)
    award->judged = base->judged;
  award->conditions = lay_conditions (self, base, award, where, problems);
  award->given |= base->given;
}

void
td_law_lay (TdLawPack *self, TdLawPack *base, const char *name, TdProblems *problems)
{
  g_autoptr (GPtrArray) own_awards = g_steal_pointer (&self->awards);

  self->base = td_law_pack_ref (base);
  self->awards = g_ptr_array_new ();
  for (guint i = 0; i < base->awards->len; i++)
    g_ptr_array_add (self->awards, g_ptr_array_index (base->awards, i));
  for (guint i = 0; i < own_awards->len; i++)
    {
      TdLawAward *award = g_ptr_array_index (own_awards, i);
      g_autofree char *where = g_strdup_printf ("%s: awards[%u]", name, i);
      gboolean found = FALSE;

      for (guint j = 0; j < self->awards->len && !found; j++)
        {
          const TdLawAward *below = g_ptr_array_index (self->awards, j);

          if (g_strcmp0 (below->code, award->code) == 0)
            {
              lay_award (self, below, award, where, problems);
              g_ptr_array_index (self->awards, j) = award;
              found = TRUE;
            }
        }
      if (!found)
        g_ptr_array_add (self->awards, award);
    }
  if (self->from == TD_DATE_NONE)
    {
      self->from = base->from;
      self->to = base->to;
      self->force_fact = base->force_fact;
    }
  if (self->salaries->len == 0)
    g_array_append_vals (self->salaries, base->salaries->data, base->salaries->len);
}

/* --- wholeness -------------------------------------------------------------------------------- */

static const struct
{
  guint given;
  const char *member;
} asked[] = {
  { TD_LAW_GIVEN_TITLE, "title" },   { TD_LAW_GIVEN_KIND, "kind" },
  { TD_LAW_GIVEN_LEVEL, "level" },   { TD_LAW_GIVEN_SUBJECT, "subject" },
  { TD_LAW_GIVEN_FACT, "source" },   { TD_LAW_GIVEN_DECIDER, "decider" },
  { TD_LAW_GIVEN_PAPERS, "papers" }, { TD_LAW_GIVEN_FORM, "form" },
  { TD_LAW_GIVEN_VOTE, "vote" },     { TD_LAW_GIVEN_QUORUM, "quorum" },
  { TD_LAW_GIVEN_MONEY, "money" },   { TD_LAW_GIVEN_CONDITIONS, "conditions" },
  { TD_LAW_GIVEN_JUDGED, "judged" },
};

/* Tests that only make sense of a collective or of a person. */
static void
check_subject (const GPtrArray *conditions, TdSubject subject, const char *where,
               TdProblems *problems)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *condition = g_ptr_array_index (conditions, i);
      g_autofree char *place =
          g_strdup_printf ("%s, %s", where, condition->id != NULL ? condition->id : "?");

      if (condition->type == TD_CONDITION_DROP)
        td_problems_add (problems, place, _ ("there is no award below to drop a condition from"));
      else if (condition->type == TD_CONDITION_DIRECT_WORKER && subject != TD_SUBJECT_INDIVIDUAL)
        td_problems_add (problems, place, _ ("only a person can be a direct worker"));
      else if (subject != TD_SUBJECT_COLLECTIVE
               && (condition->type == TD_CONDITION_PEOPLE || condition->among_people))
        td_problems_add (problems, place, _ ("only a collective has people to count"));
      else if (condition->type == TD_CONDITION_ANY && condition->alternatives != NULL)
        for (guint j = 0; j < condition->alternatives->len; j++)
          {
            const TdLawAlternative *one = g_ptr_array_index (condition->alternatives, j);

            check_subject (one->conditions, subject, place, problems);
          }
    }
}

void
td_law_check_complete (const TdLawPack *self, const char *name, TdProblems *problems)
{
  for (guint i = 0; i < self->awards->len; i++)
    {
      const TdLawAward *award = g_ptr_array_index (self->awards, i);
      const char *code = award->code != NULL ? award->code : "?";
      g_autofree char *where = g_strdup_printf ("%s: %s", name, code);

      for (guint j = 0; j < G_N_ELEMENTS (asked); j++)
        if (!(award->given & asked[j].given))
          {
            g_autofree char *place = g_strdup_printf ("%s.%s", where, asked[j].member);

            td_problems_add (problems, place, _ ("the award does not say this"));
          }
      check_subject (award->conditions, award->subject, where, problems);
    }
}

/* --- making ----------------------------------------------------------------------------------- */

/* Whether @base is what the file asks to be laid upon. */
static gboolean
check_base (const TdLawPack *self, const TdLawPack *base, const char *name, TdProblems *problems)
{
  g_autofree char *where = g_strdup_printf ("%s: extends", name);

  if (*self->extends == '\0')
    return TRUE;
  if (base == NULL)
    td_problems_add (problems, where, _ ("there is no pack “%s” to lay this one upon"),
                     self->extends);
  else if (strcmp (base->id, self->extends) != 0)
    td_problems_add (problems, where, _ ("this pack belongs upon “%s”, not “%s”"), self->extends,
                     base->id);
  else if (strcmp (base->id, self->id) == 0)
    td_problems_add (problems, where, _ ("a pack cannot be laid upon itself"));
  else
    return TRUE;
  return FALSE;
}

TdLawPack *
td_law_pack_new (const char *name, const char *data, gsize length, TdLawPack *base,
                 TdProblems *problems)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (TdLawPack) self = NULL;
  guint before = td_problems_get_n_errors (problems);

  root = td_json_guard_parse (name, data, length, TD_LAW_PACK_MAX_SIZE, problems);
  if (root == NULL)
    return NULL;
  self = td_law_pack_new_empty ();
  td_law_read (self, name, root, problems);
  /* What is missing is only looked for in a file that is right so far: one fault, one problem. */
  if (td_problems_get_n_errors (problems) == before && check_base (self, base, name, problems))
    {
      if (*self->extends != '\0')
        td_law_lay (self, base, name, problems);
      td_law_check_complete (self, name, problems);
    }
  return td_problems_get_n_errors (problems) == before ? g_steal_pointer (&self) : NULL;
}

char *
td_law_pack_peek_base (const char *data, gsize length)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (JsonNode) root =
      td_json_guard_parse ("", data, length, TD_LAW_PACK_MAX_SIZE, problems);
  JsonNode *member;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  member = json_object_get_member (json_node_get_object (root), "extends");
  if (member == NULL)
    return g_strdup ("");
  if (!JSON_NODE_HOLDS_VALUE (member) || json_node_get_value_type (member) != G_TYPE_STRING)
    return NULL;
  return json_node_dup_string (member);
}

/* --- reading ---------------------------------------------------------------------------------- */

const char *
td_law_pack_get_id (const TdLawPack *self)
{
  return self->id;
}

const char *
td_law_pack_get_title (const TdLawPack *self)
{
  return self->title;
}

const TdLawPack *
td_law_pack_get_base (const TdLawPack *self)
{
  return self->base;
}

TdDate
td_law_pack_get_from (const TdLawPack *self)
{
  return self->from;
}

TdDate
td_law_pack_get_to (const TdLawPack *self)
{
  return self->to;
}

const TdLawFact *
td_law_pack_get_force_fact (const TdLawPack *self)
{
  return &self->force_fact;
}

gboolean
td_law_pack_is_in_force (const TdLawPack *self, TdDate date)
{
  return date != TD_DATE_NONE && date >= self->from
         && (self->to == TD_DATE_NONE || date <= self->to);
}

guint
td_law_pack_get_n_awards (const TdLawPack *self)
{
  return self->awards->len;
}

const TdLawAward *
td_law_pack_get_award (const TdLawPack *self, guint index)
{
  g_return_val_if_fail (index < self->awards->len, NULL);
  return g_ptr_array_index (self->awards, index);
}

const TdLawAward *
td_law_pack_find_award (const TdLawPack *self, const char *code)
{
  for (guint i = 0; i < self->awards->len; i++)
    {
      const TdLawAward *award = g_ptr_array_index (self->awards, i);

      if (g_strcmp0 (award->code, code) == 0)
        return award;
    }
  return NULL;
}

const TdBaseSalary *
td_law_pack_find_salary (const TdLawPack *self, TdDate date)
{
  if (date == TD_DATE_NONE)
    return NULL;
  for (guint i = 0; i < self->salaries->len; i++)
    {
      const TdBaseSalary *salary = &g_array_index (self->salaries, TdBaseSalary, i);

      if (date >= salary->from && (salary->to == TD_DATE_NONE || date <= salary->to))
        return salary;
    }
  return NULL;
}

guint
td_law_pack_get_n_salaries (const TdLawPack *self)
{
  return self->salaries->len;
}

const TdBaseSalary *
td_law_pack_get_salary (const TdLawPack *self, guint index)
{
  g_return_val_if_fail (index < self->salaries->len, NULL);
  return &g_array_index (self->salaries, TdBaseSalary, index);
}

gboolean
td_law_condition_has_award (const TdLawCondition *self, const char *code)
{
  g_autofree char *key = g_strdup_printf (";%s;", code);

  return self->awards != NULL && code != NULL && strstr (self->awards, key) != NULL;
}

TdLawLevel
td_law_award_get_payer (const TdLawAward *self)
{
  return self->level == TD_LAW_LEVEL_TRUNG_UONG ? TD_LAW_LEVEL_TINH : self->level;
}
