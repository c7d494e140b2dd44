/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tests of the closed set. Each says a verdict, what it stands on, and what would make it pass; what is
 * not recorded is unknown. Limits belong to the passing side: “at least 70 %” is reached by exactly 70 %.
 */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-test-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"

void
td_law_say (TdLawTest *out, TdLawVerdict verdict, char *evidence, char *remedy)
{
  out->verdict = verdict;
  out->evidence = evidence;
  out->remedy = remedy != NULL ? remedy : g_strdup ("");
}

char *
td_law_day (TdDate date)
{
  return td_date_format (date, TD_STYLE_VIETNAMESE);
}

static char *
points (const TdLawCase *self, TdDecimal value)
{
  guint digits =
      MAX (self->movement != NULL ? self->movement->decimals : 0, td_decimal_count_digits (value));

  return td_decimal_format_fixed (value, digits, TD_STYLE_VIETNAMESE);
}

const char *
td_law_or_unknown (const char *text)
{
  return td_law_is_blank (text) ? _ ("(no number recorded)") : text;
}

const char *
td_law_award_title (const TdLawPack *pack, const char *code)
{
  const TdLawAward *award = td_law_pack_find_award (pack, code);

  if (award != NULL)
    return award->title;
  if (g_strcmp0 (code, "htxsnv") == 0)
    return "Hoàn thành xuất sắc nhiệm vụ";
  if (g_strcmp0 (code, "httnv") == 0)
    return "Hoàn thành tốt nhiệm vụ";
  return code;
}

/* --- the ranking ------------------------------------------------------------------------------ */

/* Says unknown, and FALSE, when the unit has no total. */
static gboolean
has_total (const TdLawCase *self, TdLawTest *out)
{
  if (self->score != NULL && self->score->known && self->score->total != TD_DECIMAL_NONE)
    return TRUE;
  td_law_say (out, TD_LAW_UNKNOWN, g_strdup (_ ("the unit is not ranked: it has no total")),
              g_strdup (_ ("a ranking of the movement that has the unit in it")));
  return FALSE;
}

static void
test_total (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  g_autofree char *total = NULL, *asked = NULL, *as_of = NULL, *short_of = NULL;
  gboolean reached;

  if (!has_total (self, out))
    return;
  reached = self->score->total >= condition->at_least;
  total = points (self, self->score->total);
  asked = points (self, condition->at_least);
  as_of = td_law_day (self->score->as_of);
  short_of = points (self, reached ? 0 : condition->at_least - self->score->total);
  td_law_say (out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
              g_strdup_printf (_ ("total of %s on %s: %s; asked for: at least %s"),
                               self->score->unit, as_of, total, asked),
              reached ? NULL : g_strdup_printf (_ ("points still needed: %s"), short_of));
}

static void
test_band (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  const TdLawMovement *movement = self->movement;
  g_autofree char *asked = NULL;
  const char *name = _ ("below all bands");
  int wanted = -1;
  gboolean reached;

  for (guint i = 0; movement != NULL && i < movement->n_bands; i++)
    if (g_strcmp0 (movement->bands[i].name, condition->band) == 0)
      wanted = (int) i;
  if (wanted < 0)
    {
      td_law_say (
          out, TD_LAW_UNKNOWN,
          g_strdup_printf (_ ("the movement has no band “%s”"), condition->band),
          g_strdup (_ ("the band's name as the movement has it, in the law pack or the movement")));
      return;
    }
  if (!has_total (self, out))
    return;
  reached = self->score->band >= wanted;
  if (self->score->band >= 0 && self->score->band < (int) movement->n_bands)
    name = movement->bands[self->score->band].name;
  asked = points (self, movement->bands[wanted].at_least);
  td_law_say (out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
              g_strdup_printf (_ ("band of %s: %s; asked for: “%s” or better"), self->score->unit,
                               name, condition->band),
              reached ? NULL : g_strdup_printf (_ ("a total of at least %s"), asked));
}

static void
test_rank (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  gboolean reached;

  if (!has_total (self, out))
    return;
  if (self->score->rank == 0)
    {
      td_law_say (out, TD_LAW_UNKNOWN, g_strdup (_ ("the unit has no rank in its block")), NULL);
      return;
    }
  reached = self->score->rank <= condition->rank;
  td_law_say (out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
              g_strdup_printf (self->score->tied
                                   ? _ ("rank of %s in %s: %u of %u, tied; asked for: %u or better")
                                   : _ ("rank of %s in %s: %u of %u; asked for: %u or better"),
                               self->score->unit, self->score->block, self->score->rank,
                               self->score->n_ranked, condition->rank),
              reached ? NULL
                      : g_strdup_printf (_ ("rank %u or better in its block"), condition->rank));
}

static void
test_coverage (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  const TdLawScore *score = self->score;
  g_autofree char *share = td_share_to_words (&condition->share);
  gboolean reached;
  guint needed;

  if (score == NULL || !score->known || score->expected == 0)
    {
      td_law_say (out, TD_LAW_UNKNOWN, g_strdup (_ ("no entries were expected of the unit yet")),
                  NULL);
      return;
    }
  reached = td_share_is_reached (&condition->share, score->filled, score->expected);
  needed = td_share_needed (&condition->share, score->expected);
  td_law_say (
      out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
      g_strdup_printf (_ ("counted entries of %s: %u of %u expected; asked for: %s, that is %u"),
                       score->unit, score->filled, score->expected, share, needed),
      reached ? NULL : g_strdup_printf (_ ("entries still needed: %u"), needed - score->filled));
}

/* --- the movement ----------------------------------------------------------------------------- */

static char *
level_words (guint levels)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < TD_N_LAW_LEVELS; i++)
    if (levels & (1u << i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "",
                              _ (td_law_level_title ((TdLawLevel) i)));
  return g_string_free (out, FALSE);
}

static void
test_launched_by (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  const TdLawMovement *movement = self->movement;
  g_autofree char *asked = level_words (condition->levels);
  const char *level;
  gboolean reached;

  if (movement == NULL || movement->launched_by < 0 || movement->launched_by >= TD_N_LAW_LEVELS)
    {
      td_law_say (out, TD_LAW_UNKNOWN,
                  g_strdup (_ ("it is not recorded who launched the movement")),
                  g_strdup_printf (_ ("a record that it was launched at: %s"), asked));
      return;
    }
  level = _ (td_law_level_title ((TdLawLevel) movement->launched_by));
  reached = (condition->levels & (1u << movement->launched_by)) != 0;
  td_law_say (
      out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
      td_law_is_blank (movement->decision)
          ? g_strdup_printf (_ ("the movement was launched at: %s"), level)
          : g_strdup_printf (_ ("the movement was launched at: %s (%s)"), level,
                             movement->decision),
      reached ? NULL
              : g_strdup_printf (_ ("the clause takes only movements launched at: %s; this one was "
                                    "not, so another clause or another award fits"),
                                 asked));
}

static void
test_years (const TdLawCondition *condition, const TdLawCase *self, TdLawTest *out)
{
  const TdLawMovement *movement = self->movement;
  g_autofree char *starts = NULL, *ends = NULL, *until = NULL;
  TdDate whole;
  gboolean reached;

  if (movement == NULL || movement->starts == TD_DATE_NONE || movement->ends == TD_DATE_NONE)
    {
      td_law_say (out, TD_LAW_UNKNOWN,
                  g_strdup (_ ("the movement's first or last day is not recorded")),
                  g_strdup (_ ("both days")));
      return;
    }
  /* Both days belong to it: 1 January to 31 December is a year. */
  whole = td_date_add_months (movement->starts, (int) condition->years * 12);
  reached = whole != TD_DATE_NONE && movement->ends >= whole - 1;
  starts = td_law_day (movement->starts);
  ends = td_law_day (movement->ends);
  until = td_law_day (whole != TD_DATE_NONE ? whole - 1 : TD_DATE_NONE);
  td_law_say (
      out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "the movement runs from %s to %s; asked for: at least %u year",
                                    "the movement runs from %s to %s; asked for: at least %u years",
                                    condition->years),
                       starts, ends, condition->years),
      reached
          ? NULL
          : g_strdup_printf (_ ("a movement that runs at least to %s; this one is too short for "
                                "the award"),
                             until));
}

/* --- people ----------------------------------------------------------------------------------- */

static void
test_people_disciplined (const TdLawCase *self, TdLawTest *out)
{
  const TdLawNominee *nominee = self->nominee;

  if (!nominee->knows_people_disciplined)
    td_law_say (out, TD_LAW_UNKNOWN,
                g_strdup (_ ("it is not recorded whether any of its people were disciplined")),
                g_strdup (_ ("a count of its people disciplined in the year")));
  else
    td_law_say (out, nominee->n_people_disciplined == 0 ? TD_LAW_PASS : TD_LAW_FAIL,
                g_strdup_printf (
                    _ ("people of the collective disciplined in the year: %u; asked for: none"),
                    nominee->n_people_disciplined),
                NULL);
}

static void
test_direct_worker (const TdLawCase *self, TdLawTest *out)
{
  switch (self->nominee->leader)
    {
    case TD_NO:
      td_law_say (out, TD_LAW_PASS, g_strdup (_ ("recorded as no leader")), NULL);
      return;
    case TD_YES:
      td_law_say (out, TD_LAW_FAIL, g_strdup (_ ("recorded as a leader")), NULL);
      return;
    case TD_NOT_RECORDED:
    default:
      td_law_say (out, TD_LAW_UNKNOWN,
                  g_strdup (_ ("it is not recorded whether they are a leader")),
                  g_strdup (_ ("the mark “leader” filled in, yes or no")));
    }
}

static void
test_people (const TdLawPack *pack, const TdLawCondition *condition, const TdLawCase *self,
             TdLawTest *out)
{
  const TdLawNominee *nominee = self->nominee;
  const char *has = strcmp (condition->has, "hoan-thanh-nhiem-vu") == 0
                        ? "Hoàn thành nhiệm vụ"
                        : td_law_award_title (pack, condition->has);
  const TdLawPeople *found = NULL;
  gboolean reached;
  guint needed;

  for (guint i = 0; i < nominee->n_people_kinds && found == NULL; i++)
    if (g_strcmp0 (nominee->people[i].has, condition->has) == 0)
      found = &nominee->people[i];
  if (found == NULL || !nominee->knows_people || nominee->n_people == 0
      || found->count > nominee->n_people)
    {
      td_law_say (
          out, TD_LAW_UNKNOWN,
          found != NULL && nominee->knows_people && found->count > nominee->n_people
              ? g_strdup_printf (_ ("“%s”: %u people of %u cannot be right"), has, found->count,
                                 nominee->n_people)
              : g_strdup_printf (_ ("it is not recorded how many of its people have “%s”"), has),
          g_strdup (_ ("the number of its people, and of those who have it")));
      return;
    }
  if (condition->share.den == 0)
    {
      needed = condition->count;
      reached = found->count >= needed;
    }
  else
    {
      needed = td_share_needed (&condition->share, nominee->n_people);
      reached = td_share_is_reached (&condition->share, found->count, nominee->n_people);
    }
  td_law_say (out, reached ? TD_LAW_PASS : TD_LAW_FAIL,
              g_strdup_printf (_ ("“%s”: %u people of %u; asked for: %u"), has, found->count,
                               nominee->n_people, needed),
              reached ? NULL
                      : g_strdup_printf (_ ("people still needed: %u"), needed - found->count));
}

void
td_law_test (const TdLawPack *pack, const TdLawCondition *condition, const TdLawCase *self,
             TdLawTest *out)
{
  switch (condition->type)
    {
    case TD_CONDITION_TOTAL:
      test_total (condition, self, out);
      return;
    case TD_CONDITION_BAND:
      test_band (condition, self, out);
      return;
    case TD_CONDITION_RANK:
      test_rank (condition, self, out);
      return;
    case TD_CONDITION_LAUNCHED_BY:
      test_launched_by (condition, self, out);
      return;
    case TD_CONDITION_YEARS:
      test_years (condition, self, out);
      return;
    case TD_CONDITION_NOT_PROPOSED:
      td_law_test_not_proposed (pack, self, out);
      return;
    case TD_CONDITION_NO_DISCIPLINE:
      if (condition->among_people)
        test_people_disciplined (self, out);
      else
        td_law_test_no_discipline (self, out);
      return;
    case TD_CONDITION_DIRECT_WORKER:
      test_direct_worker (self, out);
      return;
    case TD_CONDITION_HELD:
      td_law_test_held (pack, condition, self, out);
      return;
    case TD_CONDITION_INITIATIVE:
      td_law_test_initiative (condition, self, out);
      return;
    case TD_CONDITION_COVERAGE:
      test_coverage (condition, self, out);
      return;
    case TD_CONDITION_PEOPLE:
      test_people (pack, condition, self, out);
      return;
    case TD_CONDITION_ANY:
    case TD_N_CONDITION_TYPES:
    default:
      g_warn_if_reached ();
      td_law_say (out, TD_LAW_UNKNOWN, g_strdup (""), NULL);
    }
}
