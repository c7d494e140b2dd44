/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-council.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-text.h"

/* --- who takes part --------------------------------------------------------------------------- */

void
td_recused_free (TdRecused *self)
{
  if (self == NULL)
    return;
  g_free (self->reason);
  g_free (self);
}

void
td_council_get_quorum (const TdCouncil *self, const TdLawAward *award, TdQuorum *out)
{
  *out = (TdQuorum){ self->n_members, 0, 0, TD_LAW_UNKNOWN, 0 };
  for (guint i = 0; i < self->n_members; i++)
    {
      out->present += self->members[i].present == TD_YES;
      out->n_not_recorded += self->members[i].present == TD_NOT_RECORDED;
    }
  if (award == NULL || !award->has_quorum || self->n_members == 0)
    return;
  out->needed = td_share_needed (&award->quorum, out->members);
  if (td_share_is_reached (&award->quorum, out->present, out->members))
    out->verdict = TD_LAW_PASS;
  /* Those of whom nobody knows might have come. */
  else if (td_share_is_reached (&award->quorum, out->present + out->n_not_recorded, out->members))
    out->verdict = TD_LAW_UNKNOWN;
  else
    out->verdict = TD_LAW_FAIL;
}

/* The same letters with the same marks; capitals, spaces and where a tone mark is put do not count. */
static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *one = NULL, *two = NULL;

  if (td_law_is_blank (a) || td_law_is_blank (b))
    return FALSE;
  one = td_text_fold (a);
  two = td_text_fold (b);
  return strcmp (one, two) == 0 && td_text_matches (a, one, b) && td_text_matches (b, two, a);
}

/* The hand record on a member for this nomination, the last that has a reason. */
static const TdRecusal *
find_by_hand (const TdCouncil *self, const TdCouncilCase *nominee, const TdCouncilMember *member)
{
  const TdRecusal *found = NULL;

  for (guint i = 0; i < self->n_recusals; i++)
    {
      const TdRecusal *one = &self->recusals[i];

      if (g_strcmp0 (one->nomination, nominee->nomination) == 0
          && g_strcmp0 (one->member, member->code) == 0 && !td_law_is_blank (one->reason))
        found = one;
    }
  return found;
}

/* Why the rule recuses a member, %NULL when it does not. */
static const char *
rule_of_recusal (const TdCouncilCase *nominee, const TdCouncilMember *member)
{
  if (g_strcmp0 (member->code, nominee->nominee) == 0)
    return _ ("is the nominee");
  if (nominee->is_person && is_same_name (member->name, nominee->name))
    return _ ("has the nominee's name");
  if (!td_law_is_blank (member->unit)
      && (g_strcmp0 (member->unit, nominee->nominee) == 0
          || g_strcmp0 (member->unit, nominee->unit) == 0))
    return nominee->is_person ? _ ("works in the nominee's unit")
                              : _ ("works in the nominated unit");
  return NULL;
}

GPtrArray *
td_council_get_recused (const TdCouncil *self, const TdCouncilCase *nominee)
{
  GPtrArray *out = g_ptr_array_new_with_free_func ((GDestroyNotify) td_recused_free);

  for (guint i = 0; i < self->n_members; i++)
    {
      const TdCouncilMember *member = &self->members[i];
      const TdRecusal *by_hand = find_by_hand (self, nominee, member);
      const char *rule = rule_of_recusal (nominee, member);
      TdRecused *recused;

      if (by_hand != NULL ? by_hand->stays : rule == NULL)
        continue;
      recused = g_new (TdRecused, 1);
      *recused = (TdRecused){ i, rule == NULL, g_strdup (rule != NULL ? rule : by_hand->reason) };
      g_ptr_array_add (out, recused);
    }
  return out;
}

/* --- counting --------------------------------------------------------------------------------- */

static void note (TdCouncilVote *vote, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
note (TdCouncilVote *vote, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (vote->problems, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The count of one counter; %NULL with a note when there is none, or more than one. */
static const TdBallotCount *
find_count (const TdCouncil *self, TdCouncilVote *vote, guint counter)
{
  const TdBallotCount *found = NULL;

  for (guint i = 0; i < self->n_ballots; i++)
    {
      const TdBallotCount *one = &self->ballots[i];

      if (one->counter != counter || g_strcmp0 (one->nomination, vote->nomination) != 0)
        continue;
      if (found != NULL)
        {
          note (vote, _ ("counter %u has two counts"), counter);
          return NULL;
        }
      found = one;
    }
  if (found == NULL)
    note (vote, _ ("counter %u has not counted yet"), counter);
  return found;
}

static gboolean
agrees (TdCouncilVote *vote, const char *what, guint first, guint second)
{
  if (first != second)
    note (vote, _ ("the counters differ on %s: %u and %u"), what, first, second);
  return first == second;
}

static gboolean
is_at_most (TdCouncilVote *vote, const char *what, guint fewer, const char *of, guint more)
{
  if (fewer > more)
    note (vote, _ ("%s: %u, more than %s: %u"), what, fewer, of, more);
  return fewer <= more;
}

static gboolean
count_ballots (const TdCouncil *self, TdCouncilVote *vote)
{
  const TdBallotCount *first = find_count (self, vote, 1);
  const TdBallotCount *second = find_count (self, vote, 2);
  gboolean same, right;

  if (first == NULL || second == NULL)
    return FALSE;
  same = agrees (vote, _ ("ballots issued"), first->issued, second->issued);
  same = agrees (vote, _ ("ballots returned"), first->returned, second->returned) && same;
  same = agrees (vote, _ ("valid ballots"), first->valid, second->valid) && same;
  same = agrees (vote, _ ("votes for"), first->votes_for, second->votes_for) && same;
  if (!same)
    return FALSE;
  right = is_at_most (vote, _ ("ballots issued"), first->issued, _ ("members who may vote"),
                      vote->members);
  right = is_at_most (vote, _ ("ballots returned"), first->returned, _ ("ballots issued"),
                      first->issued)
          && right;
  right =
      is_at_most (vote, _ ("valid ballots"), first->valid, _ ("ballots returned"), first->returned)
      && right;
  right = is_at_most (vote, _ ("votes for"), first->votes_for, _ ("valid ballots"), first->valid)
          && right;
  /* Where the share is one of those present, nobody else has a vote in it. */
  if (vote->has_threshold && vote->base == TD_VOTE_OF_PRESENT)
    right =
        is_at_most (vote, _ ("valid ballots"), first->valid, _ ("members present"), vote->present)
        && right;
  else if (right && first->issued > vote->present)
    note (vote, _ ("%u ballots are of members who were not present, asked in writing"),
          first->issued - vote->present);
  if (!right)
    return FALSE;
  vote->issued = first->issued;
  vote->returned = first->returned;
  vote->valid = first->valid;
  vote->votes_for = first->votes_for;
  return TRUE;
}

/* Members who may vote and of whom nobody knows whether they came. */
static guint
count_not_recorded (const TdCouncil *self, const TdCouncilVote *vote)
{
  guint n = 0;

  for (guint i = 0; i < self->n_members; i++)
    n += self->members[i].present == TD_NOT_RECORDED;
  for (guint i = 0; i < vote->recused->len; i++)
    {
      const TdRecused *recused = g_ptr_array_index (vote->recused, i);

      n -= self->members[recused->member].present == TD_NOT_RECORDED;
    }
  return n;
}

/* The quorum of the meeting, and that of those left for this nomination. */
static TdLawVerdict
check_quorum (const TdCouncil *self, TdCouncilVote *vote, const TdLawAward *award)
{
  TdQuorum quorum;

  td_council_get_quorum (self, award, &quorum);
  if (quorum.n_not_recorded > 0)
    note (vote, _ ("members whose attendance is not recorded, counted as not there: %u"),
          quorum.n_not_recorded);
  if (award == NULL || !award->has_quorum)
    {
      note (vote, "%s", _ ("the law pack does not say how many make a meeting valid"));
      return TD_LAW_UNKNOWN;
    }
  if (quorum.verdict != TD_LAW_PASS)
    note (vote, _ ("the meeting has no quorum: %u of %u members present, needed %u"),
          quorum.present, quorum.members, quorum.needed);
  if (quorum.verdict == TD_LAW_FAIL
      || td_share_is_reached (&award->quorum, vote->present, vote->members))
    return quorum.verdict;
  note (vote, _ ("without the recused there is no quorum: %u of %u present, needed %u"),
        vote->present, vote->members, td_share_needed (&award->quorum, vote->members));
  if (td_share_is_reached (&award->quorum, vote->present + count_not_recorded (self, vote),
                           vote->members))
    return TD_LAW_UNKNOWN;
  return TD_LAW_FAIL;
}

static guint
get_base (const TdCouncilVote *vote)
{
  switch (vote->base)
    {
    case TD_VOTE_OF_PRESENT:
      return vote->present;
    case TD_VOTE_OF_VALID:
      return vote->valid;
    case TD_VOTE_OF_MEMBERS:
    default:
      return vote->members;
    }
}

static TdLawVerdict
decide (const TdCouncil *self, TdCouncilVote *vote, const TdLawAward *award)
{
  TdLawVerdict quorum = check_quorum (self, vote, award);

  vote->is_counted = count_ballots (self, vote);
  if (!vote->has_threshold)
    {
      note (vote, "%s",
            _ ("the law pack sets no share of votes for this award: put the local rule into the "
               "office's own pack"));
      return quorum == TD_LAW_FAIL ? TD_LAW_FAIL : TD_LAW_UNKNOWN;
    }
  /* Of valid ballots the base is known only once they are counted. */
  if (vote->is_counted || vote->base != TD_VOTE_OF_VALID)
    {
      vote->base_count = get_base (vote);
      vote->needed = td_share_needed (&vote->threshold, vote->base_count);
    }
  if (quorum != TD_LAW_PASS)
    return quorum;
  if (!vote->is_counted)
    return TD_LAW_UNKNOWN;
  if (vote->base_count == 0)
    {
      note (vote, "%s", _ ("there is nobody to take the share of"));
      return TD_LAW_UNKNOWN;
    }
  if (!td_share_is_reached (&vote->threshold, vote->votes_for, vote->base_count))
    return TD_LAW_FAIL;
  /* Each of those of whom nobody knows would make the base larger. */
  if (vote->base == TD_VOTE_OF_PRESENT
      && !td_share_is_reached (&vote->threshold, vote->votes_for,
                               vote->base_count + count_not_recorded (self, vote)))
    {
      note (vote, "%s",
            _ ("whether the votes are enough hangs on members whose attendance is not recorded"));
      return TD_LAW_UNKNOWN;
    }
  return TD_LAW_PASS;
}

TdCouncilVote *
td_council_vote_new (const TdCouncil *self, const TdCouncilCase *nominee, const TdLawAward *award,
                     const TdVoteOverride *override)
{
  TdCouncilVote *vote = g_new0 (TdCouncilVote, 1);

  vote->nomination = nominee->nomination;
  vote->recused = td_council_get_recused (self, nominee);
  vote->problems = g_ptr_array_new_with_free_func (g_free);
  vote->members = self->n_members - vote->recused->len;
  for (guint i = 0; i < self->n_members; i++)
    vote->present += self->members[i].present == TD_YES;
  for (guint i = 0; i < vote->recused->len; i++)
    {
      const TdRecused *recused = g_ptr_array_index (vote->recused, i);

      vote->present -= self->members[recused->member].present == TD_YES;
    }
  vote->has_threshold = award != NULL && award->has_vote;
  vote->verified = !vote->has_threshold || award->vote_fact.verified;
  if (vote->has_threshold)
    {
      vote->threshold = award->vote;
      vote->base = award->vote_base;
    }
  vote->verdict = decide (self, vote, award);
  vote->is_overridden = vote->verdict != TD_LAW_PASS && override != NULL
                        && !td_law_is_blank (override->who) && !td_law_is_blank (override->why);
  return vote;
}

void
td_council_vote_free (TdCouncilVote *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->recused);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

gboolean
td_council_vote_may_go_on (const TdCouncilVote *self)
{
  return self->verdict == TD_LAW_PASS || self->is_overridden;
}

TdDecimal
td_council_vote_get_percent (const TdCouncilVote *self, guint digits)
{
  gint64 percent, unit = 1;

  if (!self->is_counted || self->base_count == 0)
    return TD_DECIMAL_NONE;
  for (guint i = digits; i < TD_DECIMAL_DIGITS; i++)
    unit *= 10;
  percent = (gint64) self->votes_for * 100 * TD_DECIMAL_SCALE / self->base_count;
  return percent / unit * unit;
}

char *
td_council_vote_to_words (const TdCouncilVote *self)
{
  g_autofree char *share = NULL;

  if (!self->has_threshold)
    return self->is_counted
               ? g_strdup_printf (_ ("votes for: %u of %u valid ballots; no share is set"),
                                  self->votes_for, self->valid)
               : g_strdup (_ ("not counted; no share is set"));
  share = td_share_to_words (&self->threshold);
  if (!self->is_counted)
    return g_strdup_printf (_ ("not counted; asked for: %s of %s"), share,
                            _ (td_vote_base_title (self->base)));
  return g_strdup_printf (_ ("votes for: %u of %u (%s); asked for: %s, that is %u"),
                          self->votes_for, self->base_count, _ (td_vote_base_title (self->base)),
                          share, self->needed);
}

TdVoteRow
td_council_vote_get_row (const TdCouncilVote *self)
{
  TdVoteRow row = { self->nomination,
                    self->has_threshold ? td_vote_base_code (self->base) : "",
                    self->base_count,
                    self->votes_for,
                    "",
                    "",
                    self->verdict };

  if (self->is_counted && self->base_count > 0)
    g_snprintf (row.share, sizeof row.share, "%u/%u", self->votes_for, self->base_count);
  if (self->has_threshold)
    g_snprintf (row.threshold, sizeof row.threshold, self->threshold.more_than ? ">%d/%d" : "%d/%d",
                self->threshold.num, self->threshold.den);
  return row;
}
