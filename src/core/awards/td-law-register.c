/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tests that look into registers: other nominations, awards held, initiatives, disciplines. */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-test-private.h"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"

/* The law counts times and years, the register has days of decisions. Decisions closer together than
 * this are about one time; further apart than that, a time was left out between them. */
#define SAME_TIME_MONTHS 6
#define RUNNING_MONTHS   18

/* --- one achievement -------------------------------------------------------------------------- */

/* The award this very nomination led to, once it is granted and in the register. */
static gboolean
is_own_award (const TdLawCase *self, const TdLawAwardHeld *held)
{
  return g_strcmp0 (held->award, self->award) == 0 && !td_law_is_blank (self->decision)
         && g_strcmp0 (held->decision, self->decision) == 0;
}

void
td_law_test_not_proposed (const TdLawPack *pack, const TdLawCase *self, TdLawTest *out)
{
  if (td_law_is_blank (self->achievement))
    {
      td_law_say (out, TD_LAW_UNKNOWN,
                  g_strdup (_ ("the nomination does not say for which achievement")),
                  g_strdup (_ ("a short key for the achievement")));
      return;
    }
  for (guint i = 0; i < self->n_others; i++)
    {
      const TdLawNomination *other = &self->others[i];

      if (g_strcmp0 (other->code, self->nomination) != 0
          && g_strcmp0 (other->nominee, self->nominee->code) == 0
          && g_strcmp0 (other->achievement, self->achievement) == 0
          && td_law_is_live (other->state))
        {
          td_law_say (
              out, TD_LAW_FAIL,
              g_strdup_printf (
                  _ ("“%s” is proposed for the same achievement (%s) in nomination %s, "
                     "round %s"),
                  td_law_award_title (pack, other->award), self->achievement, other->code,
                  other->round),
              g_strdup_printf (_ ("nomination %s withdrawn, or another achievement"), other->code));
          return;
        }
    }
  for (guint i = 0; i < self->nominee->n_awards; i++)
    {
      const TdLawAwardHeld *held = &self->nominee->awards[i];

      if (g_strcmp0 (held->achievement, self->achievement) == 0 && !is_own_award (self, held))
        {
          g_autofree char *on = td_law_day (held->decided_on);

          td_law_say (out, TD_LAW_FAIL,
                      g_strdup_printf (_ ("“%s” was given for the same achievement (%s): %s, %s"),
                                       td_law_award_title (pack, held->award), self->achievement,
                                       td_law_or_unknown (held->decision), on),
                      g_strdup (_ ("another achievement")));
          return;
        }
    }
  if (self->nominee->knows_awards)
    td_law_say (out, TD_LAW_PASS,
                g_strdup_printf (_ ("nothing else is proposed or given for this achievement (%s)"),
                                 self->achievement),
                NULL);
  else
    td_law_say (out, TD_LAW_UNKNOWN,
                g_strdup (_ ("the register of awards held is not complete for the nominee")),
                g_strdup (_ ("a complete register")));
}

/* --- disciplines ------------------------------------------------------------------------------ */

static void
say_discipline (const TdLawDiscipline *discipline, TdLawVerdict verdict, TdLawTest *out)
{
  g_autofree char *from = td_law_day (discipline->from), *to = td_law_day (discipline->to);

  td_law_say (out, verdict,
              discipline->to == TD_DATE_NONE
                  ? g_strdup_printf (_ ("%s since %s, not closed: %s"), discipline->kind, from,
                                     td_law_or_unknown (discipline->decision))
                  : g_strdup_printf (_ ("%s from %s to %s: %s"), discipline->kind, from, to,
                                     td_law_or_unknown (discipline->decision)),
              verdict == TD_LAW_FAIL
                  ? g_strdup (_ ("an act dated after it is over"))
                  : g_strdup (_ ("a date of the act, to see whether it falls into this "
                                 "time")));
}

void
td_law_test_no_discipline (const TdLawCase *self, TdLawTest *out)
{
  const TdLawNominee *nominee = self->nominee;

  for (guint i = 0; i < nominee->n_disciplines; i++)
    {
      const TdLawDiscipline *one = &nominee->disciplines[i];

      if (self->date == TD_DATE_NONE)
        {
          say_discipline (one, TD_LAW_UNKNOWN, out);
          return;
        }
      /* Its first and its last day belong to it. */
      if (one->from <= self->date && (one->to == TD_DATE_NONE || one->to >= self->date))
        {
          say_discipline (one, TD_LAW_FAIL, out);
          return;
        }
    }
  if (!nominee->knows_disciplines)
    td_law_say (out, TD_LAW_UNKNOWN,
                g_strdup (_ ("the register of disciplines is not kept for the nominee")),
                g_strdup (_ ("a complete register")));
  else if (self->date == TD_DATE_NONE)
    td_law_say (out, TD_LAW_PASS,
                g_strdup (_ ("no discipline and no open investigation is on record")), NULL);
  else
    {
      g_autofree char *on = td_law_day (self->date);

      td_law_say (out, TD_LAW_PASS,
                  g_strdup_printf (_ ("no discipline and no open investigation on %s"), on), NULL);
    }
}

/* --- awards held ------------------------------------------------------------------------------ */

static int
compare_held (gconstpointer a, gconstpointer b)
{
  const TdLawAwardHeld *one = *(const TdLawAwardHeld *const *) a;
  const TdLawAwardHeld *two = *(const TdLawAwardHeld *const *) b;

  if (one->decided_on != two->decided_on)
    return one->decided_on < two->decided_on ? -1 : 1;
  return g_strcmp0 (one->decision, two->decision);
}

/* The same paper entered twice is one. */
static gboolean
is_same_paper (const TdLawAwardHeld *a, const TdLawAwardHeld *b)
{
  return a->decided_on == b->decided_on && g_strcmp0 (a->award, b->award) == 0;
}

/* What counts of the register, by date; @undated gets how many have no date. */
static GPtrArray *
collect_held (const TdLawCondition *condition, const TdLawCase *self, guint *undated)
{
  GPtrArray *out = g_ptr_array_new ();
  TdDate from = condition->years > 0 ? td_date_add_months (self->date, -(int) condition->years * 12)
                                     : TD_DATE_NONE;
  TdDate to = condition->before_years > 0
                  ? td_date_add_months (self->date, -(int) condition->before_years * 12)
                  : self->date;

  *undated = 0;
  for (guint i = 0; i < self->nominee->n_awards; i++)
    {
      const TdLawAwardHeld *held = &self->nominee->awards[i];

      if (!td_law_condition_has_award (condition, held->award) || is_own_award (self, held))
        continue;
      if (held->decided_on == TD_DATE_NONE)
        ++*undated;
      else if (held->decided_on >= from && held->decided_on <= to)
        g_ptr_array_add (out, (gpointer) held);
    }
  g_ptr_array_sort (out, compare_held);
  for (guint i = out->len; i > 1; i--)
    if (is_same_paper (g_ptr_array_index (out, i - 1), g_ptr_array_index (out, i - 2)))
      g_ptr_array_remove_index (out, i - 1);
  return out;
}

/* How many times one after the other, up to the date. */
static guint
count_running (const GPtrArray *held, TdDate date)
{
  guint run = 0;
  TdDate next = date;

  for (guint i = held->len; i > 0; i--)
    {
      TdDate one = ((const TdLawAwardHeld *) g_ptr_array_index (held, i - 1))->decided_on;

      if (td_date_add_months (one, RUNNING_MONTHS) < next)
        break;
      /* A second paper about the same time; the first one counted is the latest. */
      if (run > 0 && td_date_add_months (one, SAME_TIME_MONTHS) > next)
        continue;
      run++;
      next = one;
    }
  return run;
}

static char *
held_words (const TdLawPack *pack, const GPtrArray *held)
{
  GString *out;

  if (held->len == 0)
    return g_strdup (_ ("nothing of it on record"));
  out = g_string_new (NULL);
  for (guint i = 0; i < held->len; i++)
    {
      const TdLawAwardHeld *one = g_ptr_array_index (held, i);
      g_autofree char *on = td_law_day (one->decided_on);

      g_string_append_printf (out, "%s%s: %s, %s", i > 0 ? "; " : "",
                              td_law_award_title (pack, one->award),
                              td_law_or_unknown (one->decision), on);
    }
  return g_string_free (out, FALSE);
}

static char *
times_words (guint times)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", times), times);
}

static char *
asked_words (const TdLawCondition *condition)
{
  g_autofree char *times = times_words (condition->times);

  if (condition->running)
    return g_strdup_printf (_ ("%s running"), times);
  if (condition->before_years > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, at least %u year ago",
                                         "%s, at least %u years ago", condition->before_years),
                            times, condition->before_years);
  if (condition->years > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s in the last %u year",
                                         "%s in the last %u years", condition->years),
                            times, condition->years);
  return g_steal_pointer (&times);
}

/* What would make it pass: more of it, or knowing more. */
static char *
held_remedy (const TdLawCondition *condition, TdLawVerdict verdict, guint count, guint undated)
{
  g_autofree char *times = NULL;

  if (verdict == TD_LAW_PASS)
    return NULL;
  if (verdict == TD_LAW_UNKNOWN)
    return g_strdup (undated > 0 ? _ ("the dates of the decisions that have none on record")
                                 : _ ("a complete register of awards held"));
  times = times_words (condition->times - count);
  return g_strdup_printf (_ ("%s more"), times);
}

void
td_law_test_held (const TdLawPack *pack, const TdLawCondition *condition, const TdLawCase *self,
                  TdLawTest *out)
{
  g_autoptr (GPtrArray) held = NULL;
  g_autofree char *list = NULL, *asked = asked_words (condition);
  guint undated, count;
  TdLawVerdict verdict;

  if (self->date == TD_DATE_NONE)
    {
      td_law_say (out, TD_LAW_UNKNOWN, g_strdup (_ ("the act has no date yet to count back from")),
                  g_strdup (_ ("a date of summing up or of decision in the round")));
      return;
    }
  held = collect_held (condition, self, &undated);
  count = condition->running ? count_running (held, self->date) : held->len;
  list = held_words (pack, held);
  if (count >= condition->times)
    verdict = TD_LAW_PASS;
  else if (!self->nominee->knows_awards || count + undated >= condition->times)
    verdict = TD_LAW_UNKNOWN;
  else
    verdict = TD_LAW_FAIL;
  td_law_say (out, verdict, g_strdup_printf (_ ("%s; asked for: %s"), list, asked),
              held_remedy (condition, verdict, count, undated));
}

/* --- initiatives ------------------------------------------------------------------------------ */

void
td_law_test_initiative (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  const TdLawNominee *nominee = self->nominee;
  g_autoptr (GString) list = g_string_new (NULL);
  TdDate from;
  guint count = 0, unsettled = 0;
  TdLawVerdict verdict;

  if (self->date == TD_DATE_NONE)
    {
      td_law_say (out, TD_LAW_UNKNOWN, g_strdup (_ ("the act has no date yet to count back from")),
                  g_strdup (_ ("a date of summing up or of decision in the round")));
      return;
    }
  from = condition->years > 0 ? td_date_add_months (self->date, -(int) condition->years * 12)
                              : TD_DATE_NONE;
  for (guint i = 0; i < nominee->n_initiatives; i++)
    {
      const TdLawInitiative *one = &nominee->initiatives[i];
      g_autofree char *on = td_law_day (one->recognised_on);

      /* What is recorded and does not fit is out; what is not recorded may still fit. */
      if ((one->scope >= 0 && one->scope < (int) condition->scope)
          || (one->recognised_on != TD_DATE_NONE
              && (one->recognised_on < from || one->recognised_on > self->date)))
        continue;
      if (one->scope < 0 || one->recognised_on == TD_DATE_NONE || td_law_is_blank (one->decision))
        {
          unsettled++;
          continue;
        }
      count++;
      g_string_append_printf (list, "%s%s: %s, %s", list->len > 0 ? "; " : "", one->title,
                              one->decision, on);
    }
  if (count >= condition->count)
    verdict = TD_LAW_PASS;
  else if (!nominee->knows_initiatives || count + unsettled >= condition->count)
    verdict = TD_LAW_UNKNOWN;
  else
    verdict = TD_LAW_FAIL;
  td_law_say (
      out, verdict,
      g_strdup_printf (_ ("recognised initiatives %s: %u (%s); asked for: %u"),
                       _ (td_initiative_scope_title (condition->scope)), count,
                       list->len > 0 ? list->str : _ ("nothing of it on record"), condition->count),
      verdict == TD_LAW_PASS ? NULL
      : unsettled > 0
          ? g_strdup (_ ("scope, day and decision of the initiatives that lack them on record"))
      : verdict == TD_LAW_FAIL ? g_strdup_printf (_ ("recognised before the act, still needed: %u"),
                                                  condition->count - count)
                               : g_strdup (_ ("a complete register of initiatives")));
}
