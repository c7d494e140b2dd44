/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-quota.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"

#define HUNDRED_PERCENT TD_DECIMAL (100)

static const char *const roundings[] = {
  [TD_QUOTA_DOWN] = "down",
  [TD_QUOTA_NEAREST] = "nearest",
  [TD_QUOTA_UP] = "up",
};

const char *
td_quota_rounding_code (TdQuotaRounding rounding)
{
  return roundings[rounding];
}

static gboolean
fail (const TdQuota *self, GError **error, const char *what)
{
  g_set_error (error, TD_ERROR, TD_ERROR_INVALID, _ ("quota of “%s” for %s: %s"), self->award,
               self->group, what);
  return FALSE;
}

static gboolean
is_percentage (TdDecimal percent)
{
  return percent == TD_DECIMAL_NONE || (percent >= 0 && percent <= HUNDRED_PERCENT);
}

gboolean
td_quota_get_places (const TdQuota *self, guint n_taking_part, guint *places, GError **error)
{
  gint64 product, whole, rest;

  if (!is_percentage (self->percent) || !is_percentage (self->leaders_percent))
    return fail (self, error, _ ("a percentage lies between 0 and 100"));
  if (self->limit >= 0 && self->percent != TD_DECIMAL_NONE)
    return fail (self, error, _ ("give a number or a percentage, not both"));
  if (self->limit >= 0)
    {
      *places = (guint) MIN (self->limit, (gint64) TD_QUOTA_UNLIMITED - 1);
      return TRUE;
    }
  if (self->percent == TD_DECIMAL_NONE)
    {
      *places = TD_QUOTA_UNLIMITED;
      return TRUE;
    }
  product = (gint64) n_taking_part * self->percent;
  whole = product / HUNDRED_PERCENT;
  rest = product % HUNDRED_PERCENT;
  if (rest != 0 && self->rounding < 0)
    return fail (
        self, error,
        _ ("the percentage gives a part of a place: say whether it is rounded down, to the "
           "nearest or up"));
  if (rest != 0
      && (self->rounding == TD_QUOTA_UP
          || (self->rounding == TD_QUOTA_NEAREST && rest * 2 >= HUNDRED_PERCENT)))
    whole++;
  *places = (guint) whole;
  return TRUE;
}

guint
td_quota_get_leader_places (const TdQuota *self, guint n)
{
  if (self->leaders_percent == TD_DECIMAL_NONE)
    return TD_QUOTA_UNLIMITED;
  return (guint) ((gint64) n * self->leaders_percent / HUNDRED_PERCENT);
}

/* --- the line --------------------------------------------------------------------------------- */

static guint
tie_order (const TdQuotaCandidate *self)
{
  return td_law_is_blank (self->tie_reason) ? 0 : self->tie_order;
}

/* 0 in line, 1 unranked, 2 gone. */
static int
class_of (const TdQuotaCandidate *self)
{
  return !td_law_is_live (self->state) ? 2 : self->total == TD_DECIMAL_NONE ? 1 : 0;
}

static int
compare_candidates (gconstpointer a, gconstpointer b, gpointer data)
{
  const TdQuotaCandidate *candidates = data;
  const TdQuotaCandidate *one = &candidates[*(const guint *) a];
  const TdQuotaCandidate *two = &candidates[*(const guint *) b];
  int by_name;

  if (class_of (one) != class_of (two))
    return class_of (one) - class_of (two);
  if (one->total != two->total)
    return one->total > two->total ? -1 : 1;
  if (tie_order (one) != tie_order (two))
    return tie_order (one) < tie_order (two) ? -1 : 1;
  /* Only for reading: within a tie, place does not follow from it. */
  by_name =
      td_text_collate (one->name != NULL ? one->name : "", two->name != NULL ? two->name : "");
  return by_name != 0 ? by_name : g_strcmp0 (one->nomination, two->nomination);
}

/* The end of the group that begins at @start: equal totals, unless the tie-break orders all of them. */
static guint
group_end (const TdQuotaCandidate *candidates, const guint *order, guint start, guint n_in_line)
{
  guint end = start + 1;
  gboolean is_broken = TRUE;

  while (end < n_in_line && candidates[order[end]].total == candidates[order[start]].total)
    end++;
  for (guint i = start; i < end; i++)
    is_broken = is_broken && tie_order (&candidates[order[i]]) > 0
                && (i == start
                    || tie_order (&candidates[order[i]]) != tie_order (&candidates[order[i - 1]]));
  return is_broken ? start + 1 : end;
}

/* The most places that can be filled: leaders beyond the cap leave theirs empty. */
static guint
count_fillable (const TdQuota *quota, guint limit, guint n_leaders, guint n_others)
{
  guint places = MIN (limit, n_leaders + n_others);

  while (places > 0
         && (guint64) MIN (n_leaders, td_quota_get_leader_places (quota, places)) + n_others
                < places)
    places--;
  return places;
}

/* Places the group @start…@end, and takes what it takes from what is left. */
static void
place_group (TdQuotaLine *self, const TdQuotaCandidate *candidates, guint start, guint end,
             gboolean has_empty, guint *left, guint *leaders_left)
{
  guint n_leaders = 0, n_others, takeable;
  TdQuotaPlace other_place = TD_PLACE_IN, leader_place = TD_PLACE_IN;

  for (guint i = start; i < end; i++)
    n_leaders += candidates[self->order[i]].leader ? 1 : 0;
  n_others = end - start - n_leaders;
  takeable = MIN (n_leaders, *leaders_left);
  if (*left == 0)
    {
      other_place = TD_PLACE_OUT;
      /* Where places stay empty for want of others, it is the cap that keeps leaders out. */
      leader_place = has_empty ? TD_PLACE_LEADER : TD_PLACE_OUT;
    }
  else if (n_others + takeable > *left)
    {
      other_place = TD_PLACE_TIED;
      leader_place = *leaders_left > 0 ? TD_PLACE_TIED : TD_PLACE_LEADER;
      *left = 0;
    }
  else
    {
      if (takeable < n_leaders)
        leader_place = takeable > 0 ? TD_PLACE_TIED : TD_PLACE_LEADER;
      *left -= n_others + takeable;
      *leaders_left -= takeable;
    }
  for (guint i = start; i < end; i++)
    {
      gboolean leader = candidates[self->order[i]].leader;
      TdQuotaPlace place = leader ? leader_place : other_place;

      self->places[self->order[i]] = place;
      self->is_tied |= place == TD_PLACE_TIED;
      if (place == TD_PLACE_IN)
        {
          self->n_in++;
          self->n_leaders_in += leader ? 1 : 0;
        }
    }
}

static void
find_edge (TdQuotaLine *self, const TdQuotaCandidate *candidates, guint n_in_line)
{
  guint after = 0;

  for (guint i = 0; i < n_in_line; i++)
    if (self->places[self->order[i]] == TD_PLACE_IN)
      {
        self->last_in = (int) self->order[i];
        after = i + 1;
      }
  for (guint i = after; i < n_in_line && self->first_out < 0; i++)
    if (self->places[self->order[i]] != TD_PLACE_LEADER)
      self->first_out = (int) self->order[i];
  if (self->last_in >= 0 && self->first_out >= 0)
    self->margin = candidates[self->last_in].total - candidates[self->first_out].total;
}

TdQuotaLine *
td_quota_line_new (const TdQuota *quota, guint n_taking_part, const TdQuotaCandidate *candidates,
                   guint n_candidates, GError **error)
{
  TdQuotaLine *self;
  guint limit, left, leaders_left, n_in_line = 0, n_leaders = 0, n_live_leaders = 0;
  gboolean has_empty;

  if (!td_quota_get_places (quota, n_taking_part, &limit, error))
    return NULL;
  self = g_new0 (TdQuotaLine, 1);
  self->n = n_candidates;
  self->places = g_new0 (TdQuotaPlace, n_candidates + 1);
  self->order = g_new0 (guint, n_candidates + 1);
  self->limit = limit;
  self->last_in = self->first_out = -1;
  self->margin = TD_DECIMAL_NONE;
  for (guint i = 0; i < n_candidates; i++)
    {
      int class = class_of (&candidates[i]);

      self->order[i] = i;
      self->places[i] = class == 2 ? TD_PLACE_GONE : class == 1 ? TD_PLACE_UNRANKED : TD_PLACE_OUT;
      self->n_live += class < 2;
      n_in_line += class == 0;
      n_leaders += class == 0 && candidates[i].leader;
      n_live_leaders += class < 2 && candidates[i].leader;
    }
  g_qsort_with_data (self->order, (int) n_candidates, sizeof (guint), compare_candidates,
                     (gpointer) candidates);

  left = count_fillable (quota, limit, n_leaders, n_in_line - n_leaders);
  has_empty = left < MIN (limit, n_in_line);
  self->leader_limit = leaders_left = td_quota_get_leader_places (quota, left);
  for (guint start = 0; start < n_in_line;)
    {
      guint end = group_end (candidates, self->order, start, n_in_line);

      place_group (self, candidates, start, end, has_empty, &left, &leaders_left);
      start = end;
    }
  find_edge (self, candidates, n_in_line);
  self->exceeds =
      self->n_live > limit || n_live_leaders > td_quota_get_leader_places (quota, self->n_live);
  return self;
}

void
td_quota_line_free (TdQuotaLine *self)
{
  if (self == NULL)
    return;
  g_free (self->places);
  g_free (self->order);
  g_free (self);
}

char *
td_quota_line_to_words (const TdQuotaLine *self, const TdQuotaCandidate *candidates, guint decimals)
{
  GString *out = g_string_new (NULL);
  g_autofree char *margin = NULL;

  if (self->limit == TD_QUOTA_UNLIMITED)
    g_string_append_printf (out, _ ("no number set; nominated: %u"), self->n_live);
  else
    g_string_append_printf (out, _ ("places: %u; nominated: %u"), self->limit, self->n_live);
  if (self->last_in >= 0)
    g_string_append_printf (out, _ (". Last in: %s"), candidates[self->last_in].name);
  if (self->first_out >= 0)
    g_string_append_printf (out, _ (". First out: %s"), candidates[self->first_out].name);
  if (self->margin != TD_DECIMAL_NONE)
    {
      margin = td_decimal_format_fixed (self->margin, decimals, TD_STYLE_VIETNAMESE);
      g_string_append_printf (out, _ (". Margin: %s points"), margin);
    }
  if (self->is_tied)
    g_string_append (out, _ (". The line runs through a tie: give the written tie-break"));
  if (self->exceeds)
    g_string_append (out, _ (". More, or more leaders, are nominated than the quota allows: take "
                             "some back, or record "
                             "an exception"));
  return g_string_free (out, FALSE);
}

TdQuotaUse
td_quota_line_get_use (const TdQuotaLine *self, const TdQuota *quota)
{
  TdQuotaUse use = { quota->round, quota->award,
                     quota->group, self->limit == TD_QUOTA_UNLIMITED ? -1 : (gint64) self->limit,
                     self->n_live, self->margin,
                     self->is_tied };

  return use;
}

gboolean
td_quota_line_may_print (const TdQuotaLine *self, const TdQuotaException *exception)
{
  gboolean is_recorded =
      exception != NULL && !td_law_is_blank (exception->who) && !td_law_is_blank (exception->why);

  return is_recorded || (!self->is_tied && !self->exceeds);
}
