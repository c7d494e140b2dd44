/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The quota desk (AWARDS.md, “Quotas”): how many an award may go to in a group, and the line through
 * the nominations: last in, first out, the margin between them. A tie on the line stops there and asks
 * for the written tie-break. Counts are whole numbers, percentages exact.
 */
#pragma once

#include "awards/td-law-types.h"

G_BEGIN_DECLS

/**
 * TdQuotaRounding:
 * @TD_QUOTA_DOWN: the part of a place is dropped
 * @TD_QUOTA_NEAREST: to the nearest, a half up
 * @TD_QUOTA_UP: the part of a place is a place
 *
 * How a percentage becomes places; the choices of the `quotas` table.
 */
typedef enum
{
  TD_QUOTA_DOWN,
  TD_QUOTA_NEAREST,
  TD_QUOTA_UP,
} TdQuotaRounding;

/* "down", "nearest", "up". */
const char *td_quota_rounding_code (TdQuotaRounding rounding);

/**
 * TdQuota:
 * @round: code
 * @award: code
 * @group: a block, a category, or `all`
 * @limit: the number, -1: none
 * @percent: of those taking part, %TD_DECIMAL_NONE: none. Either this or @limit, or neither
 * @rounding: of @percent; -1: not given, and then @percent is refused where it does not come out even
 * @leaders_percent: leaders at most, of those who get the award; %TD_DECIMAL_NONE: no cap
 *
 * One row of `quotas`.
 */
typedef struct
{
  const char *round;
  const char *award;
  const char *group;
  gint64 limit;
  TdDecimal percent;
  int rounding;
  TdDecimal leaders_percent;
} TdQuota;

#define TD_QUOTA_UNLIMITED G_MAXUINT

/*
 * The places of a quota when @n_taking_part units (or persons) take part in its group;
 * %TD_QUOTA_UNLIMITED when it sets no number. Fails with %TD_ERROR_INVALID and a sentence when the quota
 * contradicts itself or its rounding is missing.
 */
gboolean
td_quota_get_places (const TdQuota *self, guint n_taking_part, guint *places, GError **error);

/* How many of @n awarded may be leaders: the most whose share is not above the cap. */
guint td_quota_get_leader_places (const TdQuota *self, guint n);

/**
 * TdQuotaCandidate:
 * @nomination: code
 * @name: of the nominee
 * @total: by which they stand in line; %TD_DECIMAL_NONE: not ranked, and then not in line
 * @leader: counts under the cap on leaders
 * @tie_order: place among those with the same total, from 1, by the written tie-break; 0: none
 * @tie_reason: the tie-break in words; without it @tie_order does not count (nullable)
 * @state: of the nomination; declined, withdrawn and revoked ones are not in line
 */
typedef struct
{
  const char *nomination;
  const char *name;
  TdDecimal total;
  gboolean leader;
  guint tie_order;
  const char *tie_reason;
  TdNominationState state;
} TdQuotaCandidate;

/**
 * TdQuotaPlace:
 * @TD_PLACE_OUT: below the line
 * @TD_PLACE_IN: above the line
 * @TD_PLACE_TIED: on the line with others: the written tie-break decides
 * @TD_PLACE_LEADER: out because the cap on leaders is reached
 * @TD_PLACE_UNRANKED: has no total
 * @TD_PLACE_GONE: declined, withdrawn or revoked
 */
typedef enum
{
  TD_PLACE_OUT,
  TD_PLACE_IN,
  TD_PLACE_TIED,
  TD_PLACE_LEADER,
  TD_PLACE_UNRANKED,
  TD_PLACE_GONE,
} TdQuotaPlace;

/**
 * TdQuotaLine:
 * @places: one #TdQuotaPlace a candidate, in the candidates' order
 * @order: the candidates' indexes as they stand in line; the unranked, then the gone, last
 * @n: of both
 * @limit: places, or %TD_QUOTA_UNLIMITED
 * @n_in: above the line
 * @n_live: nominations not declined, withdrawn or revoked: what would be printed
 * @n_leaders_in: leaders above the line
 * @leader_limit: leaders who may be, %TD_QUOTA_UNLIMITED without a cap
 * @last_in: index of the last candidate in, -1: nobody is
 * @first_out: index of the next in line after them who is out for want of places, or tied; -1: nobody
 * @margin: between their totals, %TD_DECIMAL_NONE when one of them is missing
 * @is_tied: the line runs through a tie. In and out is then only who is so however it is broken;
 *   the rest is tied
 * @exceeds: more are nominated than there are places (or leaders than may be): what is printed
 *   must not be, without a recorded exception
 */
typedef struct
{
  TdQuotaPlace *places;
  guint *order;
  guint n;
  guint limit;
  guint n_in;
  guint n_live;
  guint n_leaders_in;
  guint leader_limit;
  int last_in;
  int first_out;
  TdDecimal margin;
  gboolean is_tied;
  gboolean exceeds;
} TdQuotaLine;

/*
 * The line through @candidates. With a cap on leaders the largest number of places that can be filled
 * is filled, and within it those who stand higher come first. Equal totals with no tie-break never
 * depend on the order of the rows. (transfer full); %NULL as td_quota_get_places() fails.
 */
TdQuotaLine *
td_quota_line_new (const TdQuota *quota, guint n_taking_part, const TdQuotaCandidate *candidates,
                   guint n_candidates, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_quota_line_free (TdQuotaLine *self);

/* What stands on the line, in a sentence, translated. (transfer full) */
char *td_quota_line_to_words (const TdQuotaLine *self, const TdQuotaCandidate *candidates,
                              guint decimals) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdQuotaUse:
 *
 * A row of the computed table `quota_use`: @limit is -1 without one; @used are the nominations that would be
 * printed.
 */
typedef struct
{
  const char *round;
  const char *award;
  const char *group;
  gint64 limit;
  guint used;
  TdDecimal margin;
  gboolean tied;
} TdQuotaUse;

/* The row for a quota and its line. Borrows the quota's strings. */
TdQuotaUse td_quota_line_get_use (const TdQuotaLine *self, const TdQuota *quota);

/**
 * TdQuotaException:
 *
 * A recorded decision to print more than a quota has places for. Counts only with @who and @why.
 */
typedef struct
{
  const char *who;
  const char *why;
} TdQuotaException;

/* Whether what is nominated may be printed: no more than the quota and no tie, or by an exception. */
gboolean td_quota_line_may_print (const TdQuotaLine *self, const TdQuotaException *exception);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdQuotaLine, td_quota_line_free)

G_END_DECLS
