/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "awards/td-law-test.h"

typedef struct
{
  const TdLawPack *pack;
  const TdLawCase *self;
  TdLawCheck *check;
  gboolean *used; /* which overrides stand on a row */
} Checker;

/* What a condition, or a list of them, came to. */
typedef struct
{
  TdLawVerdict verdict;
  gboolean clears;
} Outcome;

static void
row_free (gpointer data)
{
  TdLawCheckRow *self = data;

  g_free (self->condition);
  g_free (self->clause);
  g_free (self->words);
  g_free (self->evidence);
  g_free (self->remedy);
  g_free (self->source);
  g_free (self->who);
  g_free (self->why);
  g_free (self);
}

static gboolean
is_of_this (const Checker *checker, const TdLawOverride *override)
{
  return g_strcmp0 (override->nomination, checker->self->nomination) == 0;
}

/* The override that stands on a row; later ones in the list take the place of earlier ones. */
static const TdLawOverride *
find_override (Checker *checker, const char *path)
{
  const TdLawOverride *found = NULL;

  for (guint i = 0; i < checker->self->n_overrides; i++)
    {
      const TdLawOverride *one = &checker->self->overrides[i];

      if (is_of_this (checker, one) && g_strcmp0 (one->condition, path) == 0
          && !td_law_is_blank (one->who) && !td_law_is_blank (one->why))
        {
          found = one;
          checker->used[i] = TRUE;
        }
    }
  return found;
}

/* A new row at the end; its verdict is settled by settle(). */
static TdLawCheckRow *
add_row (Checker *checker, char *path, guint level, gboolean needed, const char *clause,
         const char *words, const TdLawFact *fact)
{
  TdLawCheckRow *row = g_new0 (TdLawCheckRow, 1);

  row->condition = path;
  row->level = level;
  row->needed = needed;
  row->clause = g_strdup (clause != NULL ? clause : "");
  row->words = g_strdup (words);
  row->source = g_strdup (fact != NULL && fact->source != NULL ? fact->source : "");
  row->verified = fact == NULL || fact->verified;
  checker->check->has_unverified |= !row->verified;
  g_ptr_array_add (checker->check->rows, row);
  return row;
}

static Outcome
settle (Checker *checker, TdLawCheckRow *row, TdLawVerdict verdict, gboolean clears, char *evidence,
        char *remedy)
{
  const TdLawOverride *override = find_override (checker, row->condition);
  Outcome outcome;

  row->verdict = verdict;
  row->evidence = evidence;
  row->remedy = remedy;
  row->is_overridden = override != NULL && verdict != TD_LAW_PASS;
  row->who = g_strdup (row->is_overridden ? override->who : "");
  row->why = g_strdup (row->is_overridden ? override->why : "");
  row->clears = verdict == TD_LAW_PASS || clears || row->is_overridden;
  checker->check->n_overridden += row->is_overridden;
  outcome = (Outcome){ verdict, row->clears };
  return outcome;
}

static Outcome check_condition (Checker *checker, const TdLawCondition *condition,
                                const char *above, guint level, gboolean needed);

/* All of a list: fail when one fails, else unknown when one is. An empty list is unknown. */
static Outcome
check_all (Checker *checker, const GPtrArray *conditions, const char *above, guint level,
           gboolean needed)
{
  Outcome all = { conditions->len > 0 ? TD_LAW_PASS : TD_LAW_UNKNOWN, conditions->len > 0 };

  for (guint i = 0; i < conditions->len; i++)
    {
      Outcome one =
          check_condition (checker, g_ptr_array_index (conditions, i), above, level, needed);

      if (one.verdict == TD_LAW_FAIL
          || (one.verdict == TD_LAW_UNKNOWN && all.verdict == TD_LAW_PASS))
        all.verdict = one.verdict;
      all.clears &= one.clears;
    }
  return all;
}

static Outcome
check_alternative (Checker *checker, const TdLawAlternative *alternative, const char *above,
                   guint level)
{
  TdLawCheckRow *row = add_row (checker, g_strdup_printf ("%s/%s", above, alternative->id), level,
                                FALSE, alternative->clause, alternative->words, &alternative->fact);
  Outcome all = check_all (checker, alternative->conditions, row->condition, level + 1, FALSE);

  if (alternative->conditions->len == 0)
    return settle (checker, row, TD_LAW_UNKNOWN, FALSE,
                   g_strdup (_ ("no figure decides this clause")),
                   g_strdup (_ ("a recorded decision of a person: who, and on what it stands")));
  return settle (checker, row, all.verdict, all.clears,
                 g_strdup (all.verdict == TD_LAW_PASS ? _ ("all it asks for is fulfilled")
                           : all.verdict == TD_LAW_FAIL
                               ? _ ("something it asks for is not fulfilled")
                               : _ ("something it asks for cannot be told")),
                 g_strdup (all.verdict == TD_LAW_PASS ? "" : _ ("see the rows below")));
}

/* One is enough: pass when one passes, fail only when all fail. */
static Outcome
check_any (Checker *checker, const TdLawCondition *condition, TdLawCheckRow *row, guint level)
{
  Outcome any = { TD_LAW_FAIL, FALSE };
  const char *passed = NULL;

  for (guint i = 0; i < condition->alternatives->len; i++)
    {
      const TdLawAlternative *alternative = g_ptr_array_index (condition->alternatives, i);
      Outcome one = check_alternative (checker, alternative, row->condition, level + 1);

      if (one.verdict == TD_LAW_PASS && passed == NULL)
        passed = alternative->clause;
      if (one.verdict == TD_LAW_PASS
          || (one.verdict == TD_LAW_UNKNOWN && any.verdict == TD_LAW_FAIL))
        any.verdict = one.verdict;
      any.clears |= one.clears;
    }
  return settle (checker, row, any.verdict, any.clears,
                 any.verdict == TD_LAW_PASS ? g_strdup_printf (_ ("fulfilled by: %s"), passed)
                 : any.verdict == TD_LAW_FAIL
                     ? g_strdup (_ ("none of the clauses is fulfilled"))
                     : g_strdup (_ ("no clause is fulfilled, and of some it cannot be told")),
                 g_strdup (any.verdict == TD_LAW_PASS ? "" : _ ("one of the clauses below")));
}

static Outcome
check_condition (Checker *checker, const TdLawCondition *condition, const char *above, guint level,
                 gboolean needed)
{
  char *path =
      above != NULL ? g_strdup_printf ("%s/%s", above, condition->id) : g_strdup (condition->id);
  TdLawCheckRow *row =
      add_row (checker, path, level, needed, condition->clause, condition->words, &condition->fact);
  TdLawTest test = { TD_LAW_UNKNOWN, NULL, NULL };

  if (condition->type == TD_CONDITION_ANY)
    return check_any (checker, condition, row, level);
  td_law_test (checker->pack, condition, checker->self, &test);
  return settle (checker, row, test.verdict, FALSE, test.evidence, test.remedy);
}

/* What has to be right before any condition makes sense. */
static Outcome
check_award (Checker *checker, const TdLawAward *award)
{
  Outcome right = { TD_LAW_PASS, TRUE };
  TdLawCheckRow *row;

  if (award == NULL)
    {
      row = add_row (checker, g_strdup ("award"), 0, TRUE, NULL, _ ("The award is in the law pack"),
                     NULL);
      return settle (checker, row, TD_LAW_UNKNOWN, FALSE,
                     g_strdup_printf (_ ("the law pack “%s” has no award “%s”"),
                                      td_law_pack_get_id (checker->pack), checker->self->award),
                     g_strdup (_ ("another award, or a law pack of the office that has it")));
    }
  if (award->subject == checker->self->nominee->subject)
    return right;
  row = add_row (checker, g_strdup ("subject"), 0, TRUE, NULL, _ ("The award is for such nominees"),
                 NULL);
  return settle (checker, row, TD_LAW_FAIL, FALSE,
                 g_strdup_printf (award->subject == TD_SUBJECT_COLLECTIVE
                                      ? _ ("“%s” (%s) is for collectives; the nominee is a person")
                                      : _ ("“%s” (%s) is for persons; the nominee is a collective"),
                                  award->title, award->code),
                 g_strdup (_ ("the award of the same name for the other kind of nominee")));
}

/* Says why overrides of this nomination do not count. */
static void
list_ignored (Checker *checker)
{
  for (guint i = 0; i < checker->self->n_overrides; i++)
    {
      const TdLawOverride *one = &checker->self->overrides[i];
      const char *condition = one->condition != NULL ? one->condition : "";

      if (!is_of_this (checker, one) || checker->used[i])
        continue;
      g_ptr_array_add (
          checker->check->ignored,
          td_law_is_blank (one->who)
              ? g_strdup_printf (_ ("the override of “%s” does not say who decided it"), condition)
          : td_law_is_blank (one->why)
              ? g_strdup_printf (_ ("the override of “%s” gives no reason"), condition)
              : g_strdup_printf (_ ("there is no condition “%s” to override"), condition));
    }
}

TdLawCheck *
td_law_check_new (const TdLawPack *pack, const TdLawCase *self)
{
  TdLawCheck *check = g_new0 (TdLawCheck, 1);
  g_autofree gboolean *used = g_new0 (gboolean, self->n_overrides + 1);
  Checker checker = { pack, self, check, used };
  const TdLawAward *award = td_law_pack_find_award (pack, self->award);
  Outcome all;

  g_return_val_if_fail (self->nominee != NULL, check);
  check->rows = g_ptr_array_new_with_free_func (row_free);
  check->ignored = g_ptr_array_new_with_free_func (g_free);
  all = check_award (&checker, award);
  /* The conditions of an award for the other kind of nominee would be nonsense. */
  if (all.verdict == TD_LAW_PASS && award->conditions->len > 0)
    all = check_all (&checker, award->conditions, NULL, 0, TRUE);
  check->verdict = all.verdict;
  check->may_go_on = all.clears;
  list_ignored (&checker);
  return check;
}

void
td_law_check_free (TdLawCheck *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ignored, g_ptr_array_unref);
  g_free (self);
}

const TdLawCheckRow *
td_law_check_find (const TdLawCheck *self, const char *condition)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TdLawCheckRow *row = g_ptr_array_index (self->rows, i);

      if (strcmp (row->condition, condition) == 0)
        return row;
    }
  return NULL;
}

char *
td_law_check_row_dup_why (const TdLawCheckRow *self)
{
  g_autofree char *remedy =
      *self->remedy != '\0' ? g_strdup_printf (_ ("to pass: %s"), self->remedy) : g_strdup ("");
  g_autofree char *override =
      self->is_overridden ? g_strdup_printf (_ ("overridden by %s: %s"), self->who, self->why)
                          : g_strdup ("");

  return g_strconcat (self->evidence, *remedy != '\0' ? ". " : "", remedy,
                      *override != '\0' ? ". " : "", override, NULL);
}
