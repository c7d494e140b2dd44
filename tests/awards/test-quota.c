/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotas: places to the unit, the line, ties on it, leaders; small cases against all possible choices. */
#include <string.h>

#include "awards/td-quota.h"
#include "base/td-date.h"

static TdDecimal
percent (const char *text)
{
  TdDecimal value = TD_DECIMAL_NONE;

  if (*text != '\0')
    g_assert_true (td_decimal_parse (text, TD_STYLE_PLAIN, &value, NULL));
  return value;
}

static void
test_places (void)
{
  static const struct
  {
    int limit; /* -1: none */
    const char *percent;
    int rounding;
    guint n, places;
    const char *error; /* NULL: none */
  } cases[] = {
    { 5, "", -1, 17, 5, NULL },
    { 0, "", -1, 17, 0, NULL },
    { -1, "", -1, 17, TD_QUOTA_UNLIMITED, NULL },
    /* 20 % of 17 is 3,4; of 15 exactly 3; 15 % of 10 is 1,5. */
    { -1, "20", TD_QUOTA_DOWN, 17, 3, NULL },
    { -1, "20", TD_QUOTA_NEAREST, 17, 3, NULL },
    { -1, "20", TD_QUOTA_UP, 17, 4, NULL },
    { -1, "20", TD_QUOTA_UP, 15, 3, NULL },
    { -1, "20", -1, 15, 3, NULL },
    { -1, "15", TD_QUOTA_DOWN, 10, 1, NULL },
    { -1, "15", TD_QUOTA_NEAREST, 10, 2, NULL },
    { -1, "14.9999", TD_QUOTA_NEAREST, 10, 1, NULL },
    { -1, "33.3333", TD_QUOTA_DOWN, 3, 0, NULL }, /* 0,999999: no whole place */
    { -1, "0.0001", TD_QUOTA_UP, 1, 1, NULL },
    { -1, "100", TD_QUOTA_DOWN, 4000000000u, 4000000000u, NULL },
    { -1, "20", TD_QUOTA_UP, 0, 0, NULL },
    { -1, "20", -1, 17, 0, "rounded down, to the nearest or up" },
    { 3, "20", TD_QUOTA_UP, 17, 0, "not both" },
    { -1, "100.0001", TD_QUOTA_UP, 17, 0, "between 0 and 100" },
    { -1, "-1", TD_QUOTA_UP, 17, 0, "between 0 and 100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TdQuota quota = { "D1",
                        "gk-tp-tt",
                        "all",
                        cases[i].limit,
                        percent (cases[i].percent),
                        cases[i].rounding,
                        TD_DECIMAL_NONE };
      g_autoptr (GError) error = NULL;
      guint places = 0;
      gboolean right = td_quota_get_places (&quota, cases[i].n, &places, &error);

      g_test_message ("%u", i);
      if (cases[i].error != NULL)
        {
          g_assert_false (right);
          g_assert_error (error, TD_ERROR, TD_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, cases[i].error));
          g_assert_nonnull (strstr (error->message, "quota of “gk-tp-tt” for all: "));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (places, ==, cases[i].places);
    }
}

/* Leaders at most: of 9 awarded 30 % are 2,7: two. */
static void
test_leader_places (void)
{
  TdQuota quota = { "D1", "gk-tp-cn", "all", 9, TD_DECIMAL_NONE, -1, percent ("30") };

  g_assert_cmpuint (td_quota_get_leader_places (&quota, 9), ==, 2);
  g_assert_cmpuint (td_quota_get_leader_places (&quota, 10), ==, 3);
  g_assert_cmpuint (td_quota_get_leader_places (&quota, 3), ==, 0);
  quota.leaders_percent = TD_DECIMAL_NONE;
  g_assert_cmpuint (td_quota_get_leader_places (&quota, 3), ==, TD_QUOTA_UNLIMITED);
}

/* --- the line --------------------------------------------------------------------------------- */

/* A line in letters: I in, O out, T tied, L leader out, U unranked, G gone. */
static char *
places_words (const TdQuotaLine *line)
{
  static const char letters[] = { 'O', 'I', 'T', 'L', 'U', 'G' };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < line->n; i++)
    g_string_append_c (out, letters[line->places[i]]);
  return g_string_free (out, FALSE);
}

typedef struct
{
  const char *
      candidates; /* total, then `*` for a leader, `-` withdrawn, `=N` the tie-break; "?" no total */
  int limit;
  const char *leaders_percent;
  const char *places;
  const char *words; /* NULL: not looked at */
  gboolean exceeds;
} LineCase;

static GArray *
read_candidates (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GArray *out = g_array_new (FALSE, FALSE, sizeof (TdQuotaCandidate));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      static const char *const names[] = { "An",  "Bình",  "Chi", "Dũng",
                                           "Đào", "Giang", "Hà",  "Khánh" };
      static const char *const codes[] = { "N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8" };
      TdQuotaCandidate candidate = { codes[i], names[i], TD_DECIMAL_NONE,       FALSE,
                                     0,        NULL,     TD_NOMINATION_PROPOSED };
      char *at = parts[i];
      g_autofree char *number = NULL;
      gsize length = strcspn (at, "*-=?");

      number = g_strndup (at, length);
      candidate.total = percent (number);
      for (at += length; *at != '\0'; at++)
        {
          candidate.leader |= *at == '*';
          if (*at == '-')
            candidate.state = TD_NOMINATION_WITHDRAWN;
          if (*at == '=')
            {
              candidate.tie_order = (guint) (at[1] - '0');
              candidate.tie_reason = "Biên bản bốc thăm";
            }
        }
      g_array_append_val (out, candidate);
    }
  return out;
}

static void
test_line (void)
{
  static const LineCase cases[] = {
    { "95 90 85", 2, "", "IIO",
      "places: 2; nominated: 3. Last in: Bình. First out: Chi. Margin: 5,00 points. More, or more "
      "leaders, are "
      "nominated "
      "than the quota allows: take some back, or record an exception",
      TRUE },
    { "85 95 90", 2, "", "OII", NULL, TRUE },
    { "95 90", 2, "", "II", "places: 2; nominated: 2. Last in: Bình", FALSE },
    { "95 90 85-", 2, "", "IIG", NULL, FALSE },
    { "95 ? 85", 2, "", "IUI", NULL, TRUE },
    { "95 90", 0, "", "OO", NULL, TRUE },
    { "95 90 90 90", -1, "", "IIII", "no number set; nominated: 4. Last in: Dũng", FALSE },
    /* A tie on the line stops there. */
    { "95 90 90 85", 2, "", "ITTO",
      "places: 2; nominated: 4. Last in: An. First out: Bình. Margin: 5,00 points. The line runs "
      "through "
      "a tie: give the written tie-break. More, or more leaders, are nominated than the quota "
      "allows: take some "
      "back, or "
      "record an exception",
      TRUE },
    /* A tie above or below it does not. */
    { "90 90 85", 2, "", "IIO", NULL, TRUE },
    { "95 85 85", 1, "", "IOO", NULL, TRUE },
    /* The written tie-break, for all of the tie or for none. */
    { "95 90=2 90=1 85", 2, "", "IOIO",
      "places: 2; nominated: 4. Last in: Chi. First out: Bình. Margin: 0,00 points. More, or more "
      "leaders, are "
      "nominated "
      "than the quota allows: take some back, or record an exception",
      TRUE },
    { "95 90=2 90 85", 2, "", "ITTO", NULL, TRUE },
    { "95 90=1 90=1 85", 2, "", "ITTO", NULL, TRUE },
    /* Leaders at most a half: the third leader is out, who stands lower comes in. */
    { "99* 98* 97* 90 80", 4, "50", "IILII", NULL, TRUE },
    /* At most 30 %: of three none, so that the leader is out and only two places are filled. */
    { "99* 98 97", 3, "30", "LII", NULL, TRUE },
    /* Nobody but leaders, at most half: nobody. */
    { "99* 98*", 2, "50", "LL", NULL, TRUE },
    /* Two leaders tie for one leader's place; the others are not touched by it. */
    { "99* 99* 90 80 70", 4, "25", "TTIII", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) candidates = read_candidates (cases[i].candidates);
      TdQuota quota = { "D1",
                        "gk-tp-cn",
                        "Khối phường",
                        cases[i].limit,
                        TD_DECIMAL_NONE,
                        -1,
                        percent (cases[i].leaders_percent) };
      g_autoptr (GError) error = NULL;
      g_autoptr (TdQuotaLine) line =
          td_quota_line_new (&quota, 0, (const TdQuotaCandidate *) (gpointer) candidates->data,
                             candidates->len, &error);
      g_autofree char *places = NULL, *words = NULL;
      TdQuotaException exception = { "Chủ tịch", "Tỉnh bổ sung chỉ tiêu" },
                       nobody = { "", "Vì sao" };
      TdQuotaUse use;

      g_assert_no_error (error);
      places = places_words (line);
      words =
          td_quota_line_to_words (line, (const TdQuotaCandidate *) (gpointer) candidates->data, 2);
      g_test_message ("%u %s: %s", i, places, words);
      g_assert_cmpstr (places, ==, cases[i].places);
      g_assert_cmpint (line->exceeds, ==, cases[i].exceeds);
      g_assert_cmpint (line->is_tied, ==, strchr (places, 'T') != NULL);
      if (cases[i].words != NULL)
        g_assert_cmpstr (words, ==, cases[i].words);
      /* What is printed never exceeds a quota without a recorded exception. */
      g_assert_cmpint (td_quota_line_may_print (line, NULL), ==,
                       !cases[i].exceeds && !line->is_tied);
      g_assert_cmpint (td_quota_line_may_print (line, &nobody), ==,
                       !cases[i].exceeds && !line->is_tied);
      g_assert_true (td_quota_line_may_print (line, &exception));
      use = td_quota_line_get_use (line, &quota);
      g_assert_cmpint (use.limit, ==, cases[i].limit);
      g_assert_cmpuint (use.used, ==, line->n_live);
      g_assert_cmpint (use.tied, ==, line->is_tied);
      g_assert_cmpint (use.margin, ==, line->margin);
    }
}

/* --- against all possible choices --------------------------------------------------------------- */

#define MOST 5

typedef struct
{
  guint n;
  guint totals[MOST];
  gboolean leader[MOST];
  guint limit;
  gint64 cap; /* percent, -1: none */
} Small;

static guint
count_bits (guint set, const Small *small, gboolean leaders_only)
{
  guint count = 0;

  for (guint i = 0; i < small->n; i++)
    count += (set >> i & 1) && (!leaders_only || small->leader[i]);
  return count;
}

/* Who gets in when the candidates stand in @order: the largest allowed set, and of those the one whose
 * members stand highest. */
static guint
best_set (const Small *small, const guint *order)
{
  guint best = 0;

  for (guint set = 0; set < 1u << small->n; set++)
    {
      guint size = count_bits (set, small, FALSE), best_size = count_bits (best, small, FALSE);
      gboolean higher = FALSE, decided = FALSE;

      if (size > small->limit
          || (small->cap >= 0 && (gint64) count_bits (set, small, TRUE) * 100 > small->cap * size))
        continue;
      for (guint i = 0; i < small->n && !decided; i++)
        if ((set >> order[i] & 1) != (best >> order[i] & 1))
          {
            decided = TRUE;
            higher = set >> order[i] & 1;
          }
      if (size > best_size || (size == best_size && higher))
        best = set;
    }
  return best;
}

/* Goes through every order that the totals allow; @all are in in each, @some in some. */
static void
try_orders (const Small *small, guint *order, guint length, guint *all, guint *some)
{
  if (length == small->n)
    {
      guint set = best_set (small, order);

      *all &= set;
      *some |= set;
      return;
    }
  for (guint i = 0; i < small->n; i++)
    {
      gboolean next = TRUE;

      for (guint j = 0; j < length; j++)
        next = next && order[j] != i;
      for (guint j = 0; j < small->n && next; j++)
        {
          gboolean placed = FALSE;

          for (guint k = 0; k < length; k++)
            placed = placed || order[k] == j;
          next = placed || small->totals[j] <= small->totals[i];
        }
      if (!next)
        continue;
      order[length] = i;
      try_orders (small, order, length + 1, all, some);
    }
}

static void
check_small (const Small *small)
{
  TdQuotaCandidate candidates[MOST];
  TdQuota quota = { "D",
                    "a",
                    "all",
                    small->limit,
                    TD_DECIMAL_NONE,
                    -1,
                    small->cap < 0 ? TD_DECIMAL_NONE : TD_DECIMAL (small->cap) };
  g_autoptr (TdQuotaLine) line = NULL;
  guint order[MOST], all = ~0u, some = 0;

  for (guint i = 0; i < small->n; i++)
    candidates[i] = (TdQuotaCandidate){ "N", "x",  TD_DECIMAL (small->totals[i]), small->leader[i],
                                        0,   NULL, TD_NOMINATION_PROPOSED };
  line = td_quota_line_new (&quota, small->n, candidates, small->n, NULL);
  try_orders (small, order, 0, &all, &some);
  for (guint i = 0; i < small->n; i++)
    {
      gboolean in_all = all >> i & 1, in_some = some >> i & 1;

      g_assert_cmpint (line->places[i] == TD_PLACE_IN, ==, in_all);
      g_assert_cmpint (line->places[i] == TD_PLACE_TIED, ==, in_some && !in_all);
    }
}

static void
test_all_choices (void)
{
  static const gint64 caps[] = { -1, 0, 33, 50, 100 };
  Small small;

  for (small.n = 0; small.n <= 4; small.n++)
    for (guint totals = 0; totals < 81; totals++)
      for (guint leaders = 0; leaders < 16; leaders++)
        for (small.limit = 0; small.limit <= small.n; small.limit++)
          for (guint cap = 0; cap < G_N_ELEMENTS (caps); cap++)
            {
              guint rest = totals;

              for (guint i = 0; i < 4; i++, rest /= 3)
                {
                  small.totals[i] = rest % 3;
                  small.leader[i] = leaders >> i & 1;
                }
              small.cap = caps[cap];
              check_small (&small);
            }
  small.n = MOST;
  for (guint i = 0; i < 5000; i++)
    {
      for (guint j = 0; j < MOST; j++)
        {
          small.totals[j] = (guint) g_test_rand_int_range (0, 4);
          small.leader[j] = g_test_rand_int_range (0, 2);
        }
      small.limit = (guint) g_test_rand_int_range (0, MOST + 1);
      small.cap = g_test_rand_int_range (-1, 101);
      check_small (&small);
    }
}

/* The order of the rows says nothing. */
static void
test_row_order (void)
{
  g_autoptr (GArray) one = read_candidates ("95 90* 90 85* 85 80");
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (TdQuotaCandidate));
  TdQuota quota = { "D1", "a", "all", 4, TD_DECIMAL_NONE, -1, percent ("25") };
  g_autoptr (TdQuotaLine) first = NULL, second = NULL;

  for (guint i = one->len; i > 0; i--)
    g_array_append_val (two, g_array_index (one, TdQuotaCandidate, i - 1));
  first = td_quota_line_new (&quota, 6, (const TdQuotaCandidate *) (gpointer) one->data, 6, NULL);
  second = td_quota_line_new (&quota, 6, (const TdQuotaCandidate *) (gpointer) two->data, 6, NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpint (first->places[i], ==, second->places[5 - i]);
      g_assert_cmpstr (g_array_index (one, TdQuotaCandidate, first->order[i]).nomination, ==,
                       g_array_index (two, TdQuotaCandidate, second->order[i]).nomination);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota/places", test_places);
  g_test_add_func ("/quota/leader-places", test_leader_places);
  g_test_add_func ("/quota/line", test_line);
  g_test_add_func ("/quota/all-choices", test_all_choices);
  g_test_add_func ("/quota/row-order", test_row_order);
  return g_test_run ();
}
