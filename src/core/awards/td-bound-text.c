/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-bound-text.h"

#include <string.h>

#define MAX_PARTS 4

struct _TdBoundFacts
{
  GHashTable *facts; /* of source to TdBoundFact */
};

struct _TdBoundText
{
  GPtrArray *pieces; /* of TdBoundPiece */
};

/* --- facts ------------------------------------------------------------------------------------ */

static void
fact_free (gpointer data)
{
  TdBoundFact *self = data;

  g_free (self->source);
  g_free (self->value);
  g_free (self->revision);
  g_free (self);
}

TdBoundFacts *
td_bound_facts_new (void)
{
  TdBoundFacts *self = g_new0 (TdBoundFacts, 1);

  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, fact_free);
  return self;
}

void
td_bound_facts_free (TdBoundFacts *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->facts);
  g_free (self);
}

void
td_bound_facts_take (TdBoundFacts *self, char *source, char *value, const char *revision,
                     TdKnown evidence)
{
  TdBoundFact *fact = g_new (TdBoundFact, 1);

  *fact = (TdBoundFact){ source, value, g_strdup (revision != NULL ? revision : ""), evidence };
  /* A mark stands on one line. */
  g_strdelimit (fact->value, "\r\n", ' ');
  g_strdelimit (fact->revision, "\r\n", ' ');
  g_hash_table_replace (self->facts, fact->source, fact);
}

const TdBoundFact *
td_bound_facts_find (const TdBoundFacts *self, const char *source)
{
  return g_hash_table_lookup (self->facts, source);
}

guint
td_bound_facts_get_count (const TdBoundFacts *self)
{
  return g_hash_table_size (self->facts);
}

gboolean
td_bound_kind_is_name (const char *source)
{
  static const char *const kinds[] = {
    "movement:", "unit:",     "block:",      "grade:", "area:",   "target:", "measure:",
    "person:",   "position:", "initiative:", "scope:", "reason:", "award:",
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (source, kinds[i]))
      return TRUE;
  return FALSE;
}

/* --- reading and writing ---------------------------------------------------------------------- */

static void
piece_free (gpointer data)
{
  TdBoundPiece *self = data;

  g_free (self->text);
  g_free (self->source);
  g_free (self->revision);
  g_free (self->refused);
  g_free (self);
}

static gboolean
is_special (char c)
{
  return c == '\\' || c == '|' || c == '{' || c == '}';
}

/* Adds words, to the last piece when that is words too: pieces of words never touch. */
static void
add_words (TdBoundText *self, const char *text, gsize length)
{
  TdBoundPiece *last =
      self->pieces->len > 0 ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : NULL;

  if (length == 0)
    return;
  if (last != NULL && last->source == NULL)
    {
      char *joined = g_strdup_printf ("%s%.*s", last->text, (int) length, text);

      g_free (last->text);
      last->text = joined;
    }
  else
    {
      TdBoundPiece *piece = g_new0 (TdBoundPiece, 1);

      piece->text = g_strndup (text, length);
      g_ptr_array_add (self->pieces, piece);
    }
}

/* Reads a mark at @at (`{{`); the byte after it, or %NULL when it is no whole mark. */
static const char *
read_mark (TdBoundText *self, const char *at)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);
  TdBoundPiece *piece;

  for (at += 2; *at != '\0' && *at != '\n'; at++)
    {
      if (*at == '\\' && is_special (at[1]))
        g_string_append_c (part, *++at);
      else if (*at == '|')
        {
          g_ptr_array_add (parts, g_strdup (part->str));
          g_string_truncate (part, 0);
        }
      else if (*at == '{')
        return NULL;
      else if (*at == '}')
        break;
      else
        g_string_append_c (part, *at);
    }
  if (at[0] != '}' || at[1] != '}')
    return NULL;
  g_ptr_array_add (parts, g_strdup (part->str));
  if (parts->len < 3 || parts->len > MAX_PARTS
      || *(const char *) g_ptr_array_index (parts, 0) == '\0'
      || strchr (g_ptr_array_index (parts, 1), ':') == NULL)
    return NULL;
  piece = g_new0 (TdBoundPiece, 1);
  piece->text = g_strdup (g_ptr_array_index (parts, 0));
  piece->source = g_strdup (g_ptr_array_index (parts, 1));
  piece->revision = g_strdup (g_ptr_array_index (parts, 2));
  piece->refused = parts->len == MAX_PARTS ? g_strdup (g_ptr_array_index (parts, 3)) : NULL;
  g_ptr_array_add (self->pieces, piece);
  return at + 2;
}

TdBoundText *
td_bound_text_new (const char *stored)
{
  TdBoundText *self = g_new0 (TdBoundText, 1);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *at = stored;

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  while (*at != '\0')
    {
      if (at[0] == '\\' && is_special (at[1]))
        {
          g_string_append_c (words, at[1]);
          at += 2;
          continue;
        }
      if (at[0] == '{' && at[1] == '{')
        {
          const char *after;

          add_words (self, words->str, words->len);
          g_string_truncate (words, 0);
          after = read_mark (self, at);
          if (after != NULL)
            {
              at = after;
              continue;
            }
        }
      g_string_append_c (words, *at++);
    }
  add_words (self, words->str, words->len);
  return self;
}

void
td_bound_text_free (TdBoundText *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static void
append_escaped (GString *out, const char *text, const char *special)
{
  for (; *text != '\0'; text++)
    {
      if (strchr (special, *text) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
}

static void
append_part (GString *out, const char *text)
{
  append_escaped (out, text, "\\{|}");
}

void
td_bound_text_append_piece (GString *stored, const TdBoundPiece *piece)
{
  if (piece->source == NULL)
    {
      td_bound_text_append_words (stored, piece->text);
      return;
    }
  g_string_append (stored, "{{");
  append_part (stored, piece->text);
  g_string_append_c (stored, '|');
  append_part (stored, piece->source);
  g_string_append_c (stored, '|');
  append_part (stored, piece->revision);
  if (piece->refused != NULL)
    {
      g_string_append_c (stored, '|');
      append_part (stored, piece->refused);
    }
  g_string_append (stored, "}}");
}

void
td_bound_text_append_mark (GString *stored, const char *value, const char *source,
                           const char *revision)
{
  TdBoundPiece piece = { (char *) value, (char *) source, (char *) revision, NULL };

  td_bound_text_append_piece (stored, &piece);
}

void
td_bound_text_append_words (GString *stored, const char *words)
{
  append_escaped (stored, words, "\\{");
}

char *
td_bound_text_store (const TdBoundText *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    td_bound_text_append_piece (out, g_ptr_array_index (self->pieces, i));
  return g_string_free (out, FALSE);
}

char *
td_bound_text_show (const TdBoundText *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    g_string_append (out, ((const TdBoundPiece *) g_ptr_array_index (self->pieces, i))->text);
  return g_string_free (out, FALSE);
}

guint
td_bound_text_get_n_pieces (const TdBoundText *self)
{
  return self->pieces->len;
}

const TdBoundPiece *
td_bound_text_get_piece (const TdBoundText *self, guint index)
{
  g_return_val_if_fail (index < self->pieces->len, NULL);
  return g_ptr_array_index (self->pieces, index);
}

/* --- changing --------------------------------------------------------------------------------- */

/* The fact behind a piece, %NULL when it is no mark or its source is gone. */
static const TdBoundFact *
fact_of (const TdBoundText *self, guint piece, const TdBoundFacts *facts)
{
  const TdBoundPiece *at;

  if (piece >= self->pieces->len)
    return NULL;
  at = g_ptr_array_index (self->pieces, piece);
  return at->source != NULL ? td_bound_facts_find (facts, at->source) : NULL;
}

gboolean
td_bound_text_accept (TdBoundText *self, guint piece, const TdBoundFacts *facts)
{
  const TdBoundFact *fact = fact_of (self, piece, facts);
  TdBoundPiece *at;

  if (fact == NULL)
    return FALSE;
  at = g_ptr_array_index (self->pieces, piece);
  g_free (at->text);
  g_free (at->revision);
  g_clear_pointer (&at->refused, g_free);
  at->text = g_strdup (fact->value);
  at->revision = g_strdup (fact->revision);
  return TRUE;
}

gboolean
td_bound_text_keep (TdBoundText *self, guint piece, const TdBoundFacts *facts)
{
  const TdBoundFact *fact = fact_of (self, piece, facts);
  TdBoundPiece *at;

  if (fact == NULL)
    return FALSE;
  at = g_ptr_array_index (self->pieces, piece);
  g_free (at->refused);
  at->refused = g_strdup (fact->value);
  return TRUE;
}

/* Cuts the shown bytes @start…@end out of the words they lie in, and puts a mark there. */
static gboolean
put_mark (TdBoundText *self, gsize start, gsize end, const char *value, const char *source,
          const char *revision)
{
  gsize offset = 0;

  for (guint i = 0; i < self->pieces->len && start < end; i++)
    {
      TdBoundPiece *at = g_ptr_array_index (self->pieces, i);
      gsize length = strlen (at->text);

      if (at->source == NULL && start >= offset && end <= offset + length
          && memchr (at->text + (start - offset), '\n', end - start) == NULL)
        {
          TdBoundPiece *mark = g_new0 (TdBoundPiece, 1);
          TdBoundPiece *after = g_new0 (TdBoundPiece, 1);

          mark->text = value != NULL ? g_strdup (value)
                                     : g_strndup (at->text + (start - offset), end - start);
          mark->source = g_strdup (source);
          mark->revision = g_strdup (revision);
          after->text = g_strdup (at->text + (end - offset));
          at->text[start - offset] = '\0';
          g_ptr_array_insert (self->pieces, (int) i + 1, mark);
          if (*after->text != '\0')
            g_ptr_array_insert (self->pieces, (int) i + 2, after);
          else
            piece_free (after);
          if (*at->text == '\0')
            g_ptr_array_remove_index (self->pieces, i);
          return TRUE;
        }
      offset += length;
    }
  return FALSE;
}

gboolean
td_bound_text_bind (TdBoundText *self, gsize start, gsize end, const char *source,
                    const TdBoundFacts *facts)
{
  const TdBoundFact *fact = td_bound_facts_find (facts, source);

  return fact != NULL && put_mark (self, start, end, fact->value, source, fact->revision);
}

gboolean
td_bound_text_vouch (TdBoundText *self, gsize start, gsize end, const char *reason)
{
  g_autofree char *source = NULL;

  if (reason == NULL || *reason == '\0' || strchr (reason, '\n') != NULL)
    return FALSE;
  source = g_strconcat ("hand:", reason, NULL);
  return put_mark (self, start, end, NULL, source, "");
}
