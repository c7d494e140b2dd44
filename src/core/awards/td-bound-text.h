/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text of an achievement report, in which numbers and names are bound to what they were taken from
 * (AWARDS.md, “Achievement report”). People edit it freely; what changed since, what was typed by hand
 * and what is claimed without a figure is found again.
 *
 * As stored (plain text, fit for a table's column and for editing by hand):
 *
 *     Tổng điểm đạt {{92,18|total:06712|31/12/2024}} điểm.
 *
 * A mark is `{{value|source|revision}}`: the words shown, the key of the fact they came from, and of
 * which state of it. `{{value|source|revision|refused}}` says that a person saw the source's new value
 * (the fourth part) and kept the words. A source `hand:REASON` says that a person vouches for what was
 * typed. In a mark `\`, `|`, `{` and `}` are written with a `\` before them; outside, `\` and `{` are. A `\` before
 * any other character is just that. A source is `KIND:CODES`, codes with `;` between; kinds: see
 * td_bound_kind_is_name().
 */
#pragma once

#include "awards/td-law-types.h"

G_BEGIN_DECLS

/* --- facts ------------------------------------------------------------------------------------- */

/**
 * TdBoundFact:
 * @source: key
 * @value: what it says now, as it is written in a text
 * @revision: of which state, in words for people: a date, a basis, a row of the journal
 * @evidence: whether the evidence that is asked for is there; not recorded: none is asked for
 */
typedef struct
{
  char *source;
  char *value;
  char *revision;
  TdKnown evidence;
} TdBoundFact;

/**
 * TdBoundFacts:
 *
 * What can be bound to, by source. Whoever made it owns it; one thread at a time.
 */
typedef struct _TdBoundFacts TdBoundFacts;

TdBoundFacts *td_bound_facts_new (void) G_GNUC_WARN_UNUSED_RESULT;
void td_bound_facts_free (TdBoundFacts *self);

/*
 * Adds a fact, or replaces the one of this source. Takes @source and @value, of which line
 * breaks become spaces; copies @revision.
 */
void td_bound_facts_take (TdBoundFacts *self, char *source, char *value, const char *revision,
                          TdKnown evidence);
/* %NULL when there is none. (transfer none) */
const TdBoundFact *td_bound_facts_find (const TdBoundFacts *self, const char *source);
guint td_bound_facts_get_count (const TdBoundFacts *self);

/* Whether a source only names (unit:, person:, target:…): it is bound, but backs no claim. */
gboolean td_bound_kind_is_name (const char *source);

/* --- text -------------------------------------------------------------------------------------- */

/**
 * TdBoundPiece:
 * @text: words, or the value of a mark
 * @source: of a mark; %NULL for words
 * @revision: of a mark, may be ""
 * @refused: of a mark: the source's value that a person decided not to take over; else %NULL
 */
typedef struct
{
  char *text;
  char *source;
  char *revision;
  char *refused;
} TdBoundPiece;

/**
 * TdBoundText:
 *
 * A text in pieces. Whoever made it owns it; one thread at a time.
 */
typedef struct _TdBoundText TdBoundText;

/* Reads the stored form. Never fails: what is no whole mark stays words, and is found by td_bound_text_check(). */
TdBoundText *td_bound_text_new (const char *stored) G_GNUC_WARN_UNUSED_RESULT;
void td_bound_text_free (TdBoundText *self);

/* Adds a mark to a text in the stored form, for whoever writes one. */
void td_bound_text_append_mark (GString *stored, const char *value, const char *source,
                                const char *revision);
/* Adds words or a mark with all its parts. */
void td_bound_text_append_piece (GString *stored, const TdBoundPiece *piece);
/* Adds words to it. */
void td_bound_text_append_words (GString *stored, const char *words);

/* The stored form; reading it again gives the same pieces. (transfer full) */
char *td_bound_text_store (const TdBoundText *self) G_GNUC_WARN_UNUSED_RESULT;
/* What is shown and printed: the words and values without the marks. (transfer full) */
char *td_bound_text_show (const TdBoundText *self) G_GNUC_WARN_UNUSED_RESULT;

guint td_bound_text_get_n_pieces (const TdBoundText *self);
/* (transfer none): valid until the text changes. */
const TdBoundPiece *td_bound_text_get_piece (const TdBoundText *self, guint index);

/* Takes over what the source says now. FALSE when the piece is no mark or the source is gone. */
gboolean td_bound_text_accept (TdBoundText *self, guint piece, const TdBoundFacts *facts);
/* Keeps the words and records what was refused. FALSE as above. */
gboolean td_bound_text_keep (TdBoundText *self, guint piece, const TdBoundFacts *facts);
/*
 * Binds the shown bytes @start…@end, which lie in one piece of words, to a fact, whose value takes their place.
 * FALSE when they do not, or there is no such fact.
 */
gboolean td_bound_text_bind (TdBoundText *self, gsize start, gsize end, const char *source,
                             const TdBoundFacts *facts);
/* Records that a person vouches for the shown bytes @start…@end; @reason is one line, not empty. */
gboolean td_bound_text_vouch (TdBoundText *self, gsize start, gsize end, const char *reason);

/* --- what to look at ---------------------------------------------------------------------------- */

/**
 * TdBoundState:
 * @TD_BOUND_CURRENT: says what its source says
 * @TD_BOUND_STALE: the source says something else now
 * @TD_BOUND_KEPT: the source says something else, and a person decided to keep the words
 * @TD_BOUND_LOST: the source is gone
 * @TD_BOUND_BY_HAND: a person vouches for it
 * @TD_BOUND_UNSOURCED: a number typed by hand, bound to nothing
 * @TD_BOUND_NO_EVIDENCE: a claim with no figure in its sentence, or a figure whose evidence is missing
 * @TD_BOUND_BROKEN: `{{` among the words: a mark that is not whole, or braces nobody prints
 */
typedef enum
{
  TD_BOUND_CURRENT,
  TD_BOUND_STALE,
  TD_BOUND_KEPT,
  TD_BOUND_LOST,
  TD_BOUND_BY_HAND,
  TD_BOUND_UNSOURCED,
  TD_BOUND_NO_EVIDENCE,
  TD_BOUND_BROKEN,
} TdBoundState;

/* English source of the words shown; translate before showing. */
const char *td_bound_state_title (TdBoundState state);
/* Whether printing asks about it. */
gboolean td_bound_state_is_mark (TdBoundState state);

/**
 * TdBoundFinding:
 * @state: what it is
 * @piece: index of the piece
 * @start: first byte, in the shown text
 * @end: the byte after the last
 * @sentence_start: of the sentence it is in, in the shown text
 * @sentence_end: the byte after it
 * @text: the words at hand: a number, a value, the words of a claim
 * @now: what the source says now, when that is something else; else %NULL
 */
typedef struct
{
  TdBoundState state;
  guint piece;
  gsize start;
  gsize end;
  gsize sentence_start;
  gsize sentence_end;
  char *text;
  char *now;
} TdBoundFinding;

/*
 * All marks, all unsourced numbers (every run of digits in words, but for the numbering of a list at
 * the start of a line), all claims without a figure or evidence, in the order of the text.
 * (transfer full): of #TdBoundFinding
 */
GPtrArray *
td_bound_text_check (const TdBoundText *self, const TdBoundFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

void td_bound_finding_free (TdBoundFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBoundFacts, td_bound_facts_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdBoundText, td_bound_text_free)

G_END_DECLS
