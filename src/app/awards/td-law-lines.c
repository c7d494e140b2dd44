/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-law-lines.h"

#include <glib/gi18n.h>

#include "app/awards/td-award-panel.h"
#include "base/td-date.h"

static void
free_line (gpointer data)
{
  TdLawLine *line = data;

  g_free (line->what);
  g_free (line->clause);
  g_free (line->source);
  g_free (line->condition);
  g_free (line);
}

const char *
td_law_line_get_words (const TdLawLine *self)
{
  return self->settable == TD_LAW_ITEM_CONDITION ? self->what : self->item;
}

/* --- lines ---------------------------------------------------------------------------------------- */

/* Takes @what over. @settable is the item that the office may set; with @condition's id. */
static void
take_settable (GPtrArray *lines, const char *item, char *what, const char *clause,
               const TdLawFact *fact, int settable, const char *condition)
{
  TdLawLine *line = g_new0 (TdLawLine, 1);

  line->item = item;
  line->what = what;
  line->clause = g_strdup (clause != NULL ? clause : "");
  line->verified = fact == NULL ? "" : fact->verified ? _ ("✓ verified") : _ ("⚠ not verified");
  line->source = g_strdup (fact != NULL && fact->source != NULL ? fact->source : "");
  line->settable = settable;
  line->condition = g_strdup (condition);
  g_ptr_array_add (lines, line);
}

static void
take_fact (GPtrArray *lines, const char *item, char *what, const char *clause,
           const TdLawFact *fact)
{
  take_settable (lines, item, what, clause, fact, TD_LAW_LINE_FIXED, NULL);
}

static void take_conditions (GPtrArray *lines, const GPtrArray *conditions, guint level);

static void
take_alternatives (GPtrArray *lines, const GPtrArray *alternatives, guint level)
{
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      const TdLawAlternative *one = g_ptr_array_index (alternatives, i);

      take_fact (lines, _ ("– or"), g_strdup_printf ("%*s%s", (int) level * 4, "", one->words),
                 one->clause, &one->fact);
      take_conditions (lines, one->conditions, level + 1);
    }
}

static void
take_conditions (GPtrArray *lines, const GPtrArray *conditions, guint level)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (conditions, i);

      take_settable (lines, level == 0 ? _ ("Condition") : _ ("– with"),
                     g_strdup_printf ("%*s%s", (int) level * 4, "", one->words), one->clause,
                     &one->fact, level == 0 ? (int) TD_LAW_ITEM_CONDITION : TD_LAW_LINE_FIXED,
                     one->id);
      take_alternatives (lines, one->alternatives, level + 1);
    }
}

/* What the pack below asks for and this one does not. */
static void
take_dropped (GPtrArray *lines, const TdLawAward *below, const TdLawAward *award)
{
  for (guint i = 0; below != NULL && i < below->conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (below->conditions, i);
      gboolean found = FALSE;

      for (guint j = 0; j < award->conditions->len && !found; j++)
        found = g_strcmp0 (((const TdLawCondition *) g_ptr_array_index (award->conditions, j))->id,
                           one->id)
                == 0;
      if (!found)
        take_settable (lines, _ ("Condition dropped"), g_strdup (one->words), one->clause, NULL,
                       TD_LAW_ITEM_CONDITION, one->id);
    }
}

static void
take_rules (GPtrArray *lines, const TdLawAward *award)
{
  g_autofree char *share = award->has_vote ? td_share_to_words (&award->vote) : NULL;

  take_settable (lines, _ ("Votes"),
                 award->has_vote
                     ? g_strdup_printf ("%s, %s", share, _ (td_vote_base_title (award->vote_base)))
                     : g_strdup (_ ("not set: local rules say")),
                 NULL, award->has_vote ? &award->vote_fact : NULL, TD_LAW_ITEM_VOTE, NULL);
  take_settable (lines, _ ("Quorum"),
                 award->has_quorum ? td_share_to_words (&award->quorum)
                                   : g_strdup (_ ("not set: local rules say")),
                 NULL, award->has_quorum ? &award->quorum_fact : NULL, TD_LAW_ITEM_QUORUM, NULL);
  take_settable (
      lines, _ ("Bonuses"),
      award->coefficient >= 0
          ? td_decimal_format (award->coefficient * (TD_DECIMAL_SCALE / 100), TD_STYLE_VIETNAMESE)
          : g_strdup (_ ("not set: local rules say")),
      NULL, award->coefficient >= 0 ? &award->money_fact : NULL, TD_LAW_ITEM_MONEY, NULL);
}

GPtrArray *
td_law_lines_new_for_award (const TdLawPack *pack, const TdLawAward *award)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

  take_fact (lines, _ ("Award"), g_strdup_printf ("%s (%s)", award->title, award->code), NULL,
             &award->fact);
  take_fact (lines, _ ("Decided by"), g_strdup (award->decider), NULL, &award->decider_fact);
  take_conditions (lines, award->conditions, 0);
  if (td_law_pack_get_base (pack) != NULL)
    take_dropped (lines, td_law_pack_find_award (td_law_pack_get_base (pack), award->code), award);
  for (guint i = 0; i < award->judged->len; i++)
    {
      const TdLawNote *note = g_ptr_array_index (award->judged, i);

      take_fact (lines, _ ("The council judges"), g_strdup (note->words), note->clause,
                 &note->fact);
    }
  take_rules (lines, award);
  if (award->form_title != NULL)
    take_fact (lines, _ ("Form of the report"),
               g_strdup_printf ("%s%s%s", award->form_number != NULL ? award->form_number : "",
                                award->form_number != NULL ? ": " : "", award->form_title),
               NULL, &award->form_fact);
  for (guint i = 0; i < award->papers->len; i++)
    {
      const TdLawPaper *paper = g_ptr_array_index (award->papers, i);

      take_fact (lines, paper->required ? _ ("Paper") : _ ("Paper, when it applies"),
                 g_strdup (paper->title), NULL, &paper->fact);
    }
  return lines;
}

GPtrArray *
td_law_lines_new_for_pack (const TdLawPack *pack)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);
  g_autofree char *from = td_date_format (td_law_pack_get_from (pack), TD_STYLE_VIETNAMESE);
  g_autofree char *to = td_date_format (td_law_pack_get_to (pack), TD_STYLE_VIETNAMESE);

  take_fact (lines, _ ("In force"), g_strdup_printf ("%s – %s", from, *to != '\0' ? to : "…"), NULL,
             td_law_pack_get_force_fact (pack));
  for (guint i = 0; i < td_law_pack_get_n_salaries (pack); i++)
    {
      const TdBaseSalary *salary = td_law_pack_get_salary (pack, i);
      g_autofree char *since = td_date_format (salary->from, TD_STYLE_VIETNAMESE);
      g_autofree char *amount = td_award_money (salary->amount);

      take_fact (lines, _ ("Base salary"), g_strdup_printf (_ ("%s đồng from %s"), amount, since),
                 NULL, &salary->fact);
    }
  return lines;
}

/* --- what is not verified ------------------------------------------------------------------------- */

static guint
count_conditions (const GPtrArray *conditions)
{
  guint n = 0;

  for (guint i = 0; i < conditions->len; i++)
    {
      const TdLawCondition *one = g_ptr_array_index (conditions, i);

      n += !one->fact.verified;
      for (guint a = 0; one->alternatives != NULL && a < one->alternatives->len; a++)
        {
          const TdLawAlternative *alternative = g_ptr_array_index (one->alternatives, a);

          n += !alternative->fact.verified;
          n += count_conditions (alternative->conditions);
        }
    }
  return n;
}

guint
td_law_award_count_unverified (const TdLawAward *award)
{
  guint n = count_conditions (award->conditions);

  n += !award->fact.verified;
  n += !award->decider_fact.verified;
  n += award->has_vote && !award->vote_fact.verified;
  n += award->has_quorum && !award->quorum_fact.verified;
  n += award->coefficient >= 0 && !award->money_fact.verified;
  n += award->form_title != NULL && !award->form_fact.verified;
  for (guint i = 0; i < award->papers->len; i++)
    n += !((const TdLawPaper *) g_ptr_array_index (award->papers, i))->fact.verified;
  for (guint i = 0; i < award->judged->len; i++)
    n += !((const TdLawNote *) g_ptr_array_index (award->judged, i))->fact.verified;
  return n;
}
