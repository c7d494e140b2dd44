/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/awards/td-nomination-words.h"

#include <glib/gi18n.h>

#include "app/awards/td-award-panel.h"

const char *
td_nomination_state_words (TdNominationState state)
{
  return _ (td_table_get (TD_TABLE_NOMINATIONS)->fields[TD_NOMINATION_STATE].choices[state].title);
}

char *
td_nomination_nominee_words (const TdAwardNomination *self)
{
  const TdAwardHolder *holder = self->holder;

  return holder == NULL      ? g_strdup ("")
         : holder->is_person ? g_strdup_printf ("%s (%s)", holder->name, holder->unit_name)
                             : g_strdup (holder->name);
}

char *
td_nomination_card_words (const TdAwardNomination *self)
{
  if (self->card == NULL)
    return g_strdup ("–");
  if (self->card->verdict != TD_LAW_PASS && self->card->may_go_on)
    return g_strdup_printf ("! %s", _ ("set aside"));
  return td_award_verdict_words (self->card->verdict);
}

char *
td_nomination_vote_words (const TdAwardNomination *self)
{
  if (!self->vote->is_counted)
    return g_strdup (self->round->council.n_members > 0 ? _ ("ballots not counted") : "–");
  if (self->vote->verdict != TD_LAW_PASS && self->vote->is_overridden)
    return g_strdup_printf ("! %u/%u", self->vote->votes_for, self->vote->base_count);
  return g_strdup_printf ("%s %u/%u",
                          self->vote->verdict == TD_LAW_PASS   ? "✓"
                          : self->vote->verdict == TD_LAW_FAIL ? "✗"
                                                               : "?",
                          self->vote->votes_for,
                          self->vote->has_threshold ? self->vote->base_count : self->vote->valid);
}

static void
take_words (GString *all, char *words)
{
  if (all->len > 0)
    g_string_append_c (all, '\n');
  g_string_append (all, words);
  g_free (words);
}

char *
td_nomination_obstacle_words (const TdAwardNomination *self)
{
  GString *words = g_string_new (NULL);
  guint n_fail = 0, n_unknown = 0;

  for (guint i = 0; self->card != NULL && i < self->card->rows->len; i++)
    {
      const TdLawCheckRow *row = g_ptr_array_index (self->card->rows, i);

      if (!row->needed || row->clears)
        continue;
      n_fail += row->verdict == TD_LAW_FAIL;
      n_unknown += row->verdict == TD_LAW_UNKNOWN;
    }
  if (self->card == NULL)
    take_words (words, g_strdup (_ ("? no law holds")));
  if (n_fail > 0)
    take_words (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "✗ %u condition fails",
                                                     "✗ %u conditions fail", n_fail),
                                        n_fail));
  if (n_unknown > 0)
    take_words (words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "? %u condition is unknown",
                                                     "? %u conditions are unknown", n_unknown),
                                        n_unknown));
  if (self->vote->is_counted && self->vote->verdict != TD_LAW_PASS && !self->vote->is_overridden)
    {
      g_autofree char *votes = td_nomination_vote_words (self);

      take_words (words, g_strdup_printf (_ ("%s votes"), votes));
    }
  if (words->len == 0)
    take_words (words, g_strdup (self->card->n_overridden > 0 || self->vote->is_overridden
                                     ? _ ("! goes on by a recorded exception")
                                     : _ ("✓ nothing in the way")));
  return g_string_free (words, FALSE);
}
