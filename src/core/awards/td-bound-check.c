/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be looked at in a bound text before it is signed. */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-bound-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Words that claim a merit. A sentence that has one of them and no figure says more than is known. The
 * list is short on purpose: it points at sentences for a person to read, it does not judge them.
 */
static const char *const claims[] = {
  "dẫn đầu",      "đứng đầu",       "đi đầu",     "xuất sắc", "tiêu biểu", "nổi bật", "vượt mức",
  "cao nhất",     "tốt nhất",       "nhanh nhất", "đầu tiên", "toàn diện", "đột phá", "vượt bậc",
  "hiệu quả cao", "chất lượng cao", "sáng kiến",  "rút ngắn", "tiết kiệm",
};

static const char *const state_titles[] = {
  [TD_BOUND_CURRENT] = N_ ("agrees with its source"),
  [TD_BOUND_STALE] = N_ ("differs from what its source says now"),
  [TD_BOUND_KEPT] = N_ ("differs from its source; kept on purpose"),
  [TD_BOUND_LOST] = N_ ("the source is gone"),
  [TD_BOUND_BY_HAND] = N_ ("typed by hand, vouched for"),
  [TD_BOUND_UNSOURCED] = N_ ("a number typed by hand, without a source"),
  [TD_BOUND_NO_EVIDENCE] = N_ ("a claim without evidence"),
  [TD_BOUND_BROKEN] = N_ ("a mark that is not whole"),
};

const char *
td_bound_state_title (TdBoundState state)
{
  return state_titles[state];
}

gboolean
td_bound_state_is_mark (TdBoundState state)
{
  return state != TD_BOUND_CURRENT && state != TD_BOUND_KEPT && state != TD_BOUND_BY_HAND;
}

void
td_bound_finding_free (TdBoundFinding *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->now);
  g_free (self);
}

typedef struct
{
  gsize start;
  gsize end;
} Stretch;

typedef struct
{
  const TdBoundText *text;
  const TdBoundFacts *facts;
  char *shown;
  GArray *sentences; /* of Stretch, one after the other */
  GArray *starts;    /* of gsize: where each piece begins, and the end */
  GPtrArray *findings;
} Checker;

/* --- sentences -------------------------------------------------------------------------------- */

/* A dot after at most three capital letters (TP., TT.) ends no sentence. */
static gboolean
is_after_abbreviation (const char *shown, const char *dot)
{
  const char *at = dot;
  guint letters = 0;

  while (at > shown)
    {
      at = g_utf8_prev_char (at);
      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        break;
      if (!g_unichar_isupper (g_utf8_get_char (at)))
        return FALSE;
      letters++;
    }
  return letters > 0 && letters <= 3;
}

static gboolean
ends_sentence (const char *shown, const char *at)
{
  if (*at == '\n')
    return TRUE;
  if (*at != '.' && *at != '!' && *at != '?')
    return FALSE;
  if (at[1] != '\0' && at[1] != ' ' && at[1] != '\n')
    return FALSE;
  return *at != '.' || !is_after_abbreviation (shown, at);
}

static void
split_sentences (Checker *checker)
{
  Stretch sentence = { 0, 0 };

  for (const char *at = checker->shown; *at != '\0'; at++)
    if (ends_sentence (checker->shown, at))
      {
        sentence.end = (gsize) (at - checker->shown) + 1;
        g_array_append_val (checker->sentences, sentence);
        sentence.start = sentence.end;
      }
  sentence.end = strlen (checker->shown);
  if (sentence.end > sentence.start)
    g_array_append_val (checker->sentences, sentence);
}

static Stretch
sentence_at (const Checker *checker, gsize offset)
{
  for (guint i = 0; i < checker->sentences->len; i++)
    {
      Stretch one = g_array_index (checker->sentences, Stretch, i);

      if (offset < one.end)
        return one;
    }
  return (Stretch){ offset, offset };
}

/* --- findings --------------------------------------------------------------------------------- */

static void
add (Checker *checker, TdBoundState state, guint piece, gsize start, gsize end, const char *now)
{
  TdBoundFinding *finding = g_new (TdBoundFinding, 1);
  Stretch sentence = sentence_at (checker, start);

  *finding = (TdBoundFinding){ state,
                               piece,
                               start,
                               end,
                               sentence.start,
                               sentence.end,
                               g_strndup (checker->shown + start, end - start),
                               g_strdup (now) };
  g_ptr_array_add (checker->findings, finding);
}

static gboolean
is_by_hand (const TdBoundPiece *piece)
{
  return piece->source != NULL && g_str_has_prefix (piece->source, "hand:");
}

static void
check_mark (Checker *checker, guint index, const TdBoundPiece *piece, gsize start, gsize end)
{
  const TdBoundFact *fact = td_bound_facts_find (checker->facts, piece->source);

  if (is_by_hand (piece))
    add (checker, TD_BOUND_BY_HAND, index, start, end, NULL);
  else if (fact == NULL)
    add (checker, TD_BOUND_LOST, index, start, end, NULL);
  else if (strcmp (fact->value, piece->text) == 0)
    add (checker, TD_BOUND_CURRENT, index, start, end, NULL);
  else if (g_strcmp0 (fact->value, piece->refused) == 0)
    add (checker, TD_BOUND_KEPT, index, start, end, fact->value);
  else
    add (checker, TD_BOUND_STALE, index, start, end, fact->value);
  if (fact != NULL && fact->evidence == TD_NO)
    add (checker, TD_BOUND_NO_EVIDENCE, index, start, end, NULL);
}

/* The end of a number at @at: digits, and dots and commas between digits. */
static const char *
end_of_number (const char *at, const char *limit)
{
  while (at < limit
         && (g_ascii_isdigit (*at)
             || ((*at == '.' || *at == ',') && at + 1 < limit && g_ascii_isdigit (at[1]))))
    at++;
  return at;
}

/* `1. `, `2.3) ` at the start of a line: numbering, no figure. */
static gboolean
is_numbering (const char *shown, const char *start, const char *end)
{
  const char *line = start;

  while (line > shown && (line[-1] == ' ' || line[-1] == '\t'))
    line--;
  if (line > shown && line[-1] != '\n')
    return FALSE;
  return (*end == '.' || *end == ')') && (end[1] == ' ' || end[1] == '\t');
}

static void
check_numbers (Checker *checker, guint index, gsize start, gsize end)
{
  const char *limit = checker->shown + end;

  for (const char *at = checker->shown + start; at < limit;)
    {
      const char *after;

      if (!g_ascii_isdigit (*at))
        {
          at++;
          continue;
        }
      after = end_of_number (at, limit);
      if (!is_numbering (checker->shown, at, after))
        add (checker, TD_BOUND_UNSOURCED, index, (gsize) (at - checker->shown),
             (gsize) (after - checker->shown), NULL);
      at = after;
    }
}

static void
check_broken (Checker *checker, guint index, gsize start, gsize end)
{
  const char *at = checker->shown + start;

  while ((at = g_strstr_len (at, (gssize) (checker->shown + end - at), "{{")) != NULL)
    {
      add (checker, TD_BOUND_BROKEN, index, (gsize) (at - checker->shown),
           (gsize) (at - checker->shown) + 2, NULL);
      at += 2;
    }
}

/* Whether a sentence has a figure or a piece of evidence in it. */
static gboolean
is_backed (const Checker *checker, Stretch sentence)
{
  for (guint i = 0; i < td_bound_text_get_n_pieces (checker->text); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (checker->text, i);
      gsize start = g_array_index (checker->starts, gsize, i);

      if (piece->source != NULL && start >= sentence.start && start < sentence.end
          && !is_by_hand (piece) && !td_bound_kind_is_name (piece->source)
          && td_bound_facts_find (checker->facts, piece->source) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The first claim word in a sentence's words; marks are what they are bound to, no claim. */
static void
check_claim (Checker *checker, guint index, gsize start, gsize end)
{
  g_autofree char *words = g_strndup (checker->shown + start, end - start);
  const char *first = NULL;
  gsize length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autofree char *capital = NULL;
      gunichar letter = g_unichar_toupper (g_utf8_get_char (claims[i]));
      char utf8[6];
      int n = g_unichar_to_utf8 (letter, utf8);
      const char *found = strstr (words, claims[i]), *found_capital;

      capital = g_strdup_printf ("%.*s%s", n, utf8, g_utf8_next_char (claims[i]));
      found_capital = strstr (words, capital);
      if (found_capital != NULL && (found == NULL || found_capital < found))
        found = found_capital;
      if (found != NULL && (first == NULL || found < first))
        {
          first = found;
          length = strlen (found == found_capital ? capital : claims[i]);
        }
    }
  if (first != NULL)
    add (checker, TD_BOUND_NO_EVIDENCE, index, start + (gsize) (first - words),
         start + (gsize) (first - words) + length, NULL);
}

static void
check_claims (Checker *checker, guint index, gsize start, gsize end)
{
  for (guint i = 0; i < checker->sentences->len; i++)
    {
      Stretch sentence = g_array_index (checker->sentences, Stretch, i);
      gsize from = MAX (sentence.start, start), to = MIN (sentence.end, end);

      if (from < to && !is_backed (checker, sentence))
        check_claim (checker, index, from, to);
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const TdBoundFinding *one = *(const TdBoundFinding *const *) a;
  const TdBoundFinding *two = *(const TdBoundFinding *const *) b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return (int) one->state - (int) two->state;
}

GPtrArray *
td_bound_text_check (const TdBoundText *self, const TdBoundFacts *facts)
{
  Checker checker = { self,
                      facts,
                      td_bound_text_show (self),
                      g_array_new (FALSE, FALSE, sizeof (Stretch)),
                      g_array_new (FALSE, FALSE, sizeof (gsize)),
                      g_ptr_array_new_with_free_func ((GDestroyNotify) td_bound_finding_free) };
  gsize offset = 0;

  split_sentences (&checker);
  for (guint i = 0; i < td_bound_text_get_n_pieces (self); i++)
    {
      g_array_append_val (checker.starts, offset);
      offset += strlen (td_bound_text_get_piece (self, i)->text);
    }
  for (guint i = 0; i < td_bound_text_get_n_pieces (self); i++)
    {
      const TdBoundPiece *piece = td_bound_text_get_piece (self, i);
      gsize start = g_array_index (checker.starts, gsize, i);
      gsize end = start + strlen (piece->text);

      if (piece->source != NULL)
        check_mark (&checker, i, piece, start, end);
      else
        {
          check_numbers (&checker, i, start, end);
          check_broken (&checker, i, start, end);
          check_claims (&checker, i, start, end);
        }
    }
  g_ptr_array_sort (checker.findings, compare_findings);
  g_array_unref (checker.sentences);
  g_array_unref (checker.starts);
  g_free (checker.shown);
  return checker.findings;
}
