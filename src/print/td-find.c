/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pages-private.h"

#include <string.h>

#include "base/td-text.h"

/* Folded letters are kept for what Vietnamese is written with. */
#define N_CACHED 0x2100

/* One letter of a paragraph, and where it stands. */
typedef struct
{
  gunichar folded;
  gunichar small; /* with its marks, in small letters */
  guint line;     /* of the paragraph so far */
  guint run;
  guint start, end; /* bytes of the run */
} Letter;

typedef struct
{
  const TdLine *line;
  guint page;
  double x, y; /* of the line, points */
} Place;

typedef struct
{
  GArray *found;   /* of TdMatch */
  GArray *query;   /* of Letter */
  GArray *letters; /* of Letter: the paragraph being read */
  GArray *places;  /* of Place */
  const TdParagraph *paragraph;
  gunichar *cache;
  guint page;
  guint n_matches;
} Search;

static gunichar
fold_letter (Search *self, gunichar letter)
{
  char text[8];
  g_autofree char *folded = NULL;
  gunichar found;

  if (letter < N_CACHED && self->cache[letter] != 0)
    return self->cache[letter];
  text[g_unichar_to_utf8 (letter, text)] = '\0';
  folded = td_text_fold (text);
  found = *folded != '\0' ? g_utf8_get_char (folded) : letter;
  if (letter < N_CACHED)
    self->cache[letter] = found;
  return found;
}

/* Adds the letters of @text; a run of white space is one space. */
static void
add_letters (Search *self, GArray *letters, const char *text, gsize length, guint line, guint run)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      Letter letter = {
        ' ', ' ', line, run, (guint) (at - text), (guint) (g_utf8_next_char (at) - text)
      };

      if (g_unichar_isspace (c))
        {
          if (letters->len > 0 && g_array_index (letters, Letter, letters->len - 1).folded == ' ')
            continue;
        }
      else
        {
          letter.folded = fold_letter (self, c);
          letter.small = g_unichar_tolower (c);
        }
      g_array_append_val (letters, letter);
    }
}

static gboolean
matches_at (const Search *self, guint index)
{
  if (index + self->query->len > self->letters->len)
    return FALSE;
  for (guint i = 0; i < self->query->len; i++)
    {
      const Letter *wanted = &g_array_index (self->query, Letter, i);
      const Letter *have = &g_array_index (self->letters, Letter, index + i);

      if (wanted->folded != have->folded)
        return FALSE;
      /* Typed with its mark: only itself will do. */
      if (wanted->small != wanted->folded && wanted->small != have->small)
        return FALSE;
    }
  return TRUE;
}

/* A rectangle for each line the match goes over. */
static void
add_match (Search *self, guint first, guint end)
{
  for (guint i = first; i < end;)
    {
      const Letter *from = &g_array_index (self->letters, Letter, i);
      const Letter *to = from;
      const Place *place = &g_array_index (self->places, Place, from->line);
      TdMatch match = { self->n_matches, place->page, 0, 0, 0, 0 };
      double left, right;

      while (i < end && g_array_index (self->letters, Letter, i).line == from->line)
        to = &g_array_index (self->letters, Letter, i++);
      left = td_line_get_index_x (place->line, from->run, from->start);
      right = td_line_get_index_x (place->line, to->run, to->end);
      match.x = (place->x + left) / TD_POINTS_PER_MM;
      match.y = place->y / TD_POINTS_PER_MM;
      match.width = (right - left) / TD_POINTS_PER_MM;
      match.height = place->line->pitch / TD_POINTS_PER_MM;
      g_array_append_val (self->found, match);
    }
  self->n_matches++;
}

static void
search_paragraph (Search *self)
{
  for (guint i = 0; i < self->letters->len; i++)
    if (matches_at (self, i))
      {
        add_match (self, i, i + self->query->len);
        i += self->query->len - 1;
      }
  g_array_set_size (self->letters, 0);
  g_array_set_size (self->places, 0);
}

static gboolean
read_strip (const TdPiece *piece, const TdPlaced *placed, double x, double y, gpointer data)
{
  Search *self = data;
  const TdLine *line = placed->strip->line;
  Place place = { line, self->page, 0, y };

  if (placed->strip->paragraph != self->paragraph)
    {
      search_paragraph (self);
      self->paragraph = placed->strip->paragraph;
    }
  if (line == NULL)
    return TRUE;
  place.x = x + line->x;
  for (guint i = 0; i < line->n_runs; i++)
    add_letters (self, self->letters, line->runs[i].text, line->runs[i].n_bytes, self->places->len,
                 i);
  g_array_append_val (self->places, place);
  return TRUE;
}

GArray *
td_pages_find (TdPages *self, const char *query)
{
  Search search = { .found = g_array_new (FALSE, FALSE, sizeof (TdMatch)),
                    .query = g_array_new (FALSE, FALSE, sizeof (Letter)),
                    .letters = g_array_new (FALSE, FALSE, sizeof (Letter)),
                    .places = g_array_new (FALSE, FALSE, sizeof (Place)),
                    .cache = g_new0 (gunichar, N_CACHED) };
  guint n_pages = td_pages_get_n_pages (self);
  const char *start;
  gsize length;
  g_autofree char *trimmed = NULL;
  g_autofree char *composed = NULL;

  td_text_trim (query, &start, &length);
  trimmed = g_strndup (start, length);
  composed = g_utf8_normalize (trimmed, -1, G_NORMALIZE_NFC);
  if (composed != NULL)
    add_letters (&search, search.query, composed, strlen (composed), 0, 0);
  for (guint page = 0; page < n_pages && search.query->len > 0; page++)
    {
      search.page = page;
      td_pages_foreach_strip (self, page, read_strip, &search);
    }
  if (search.query->len > 0)
    search_paragraph (&search);
  g_array_unref (search.query);
  g_array_unref (search.letters);
  g_array_unref (search.places);
  g_free (search.cache);
  return search.found;
}
