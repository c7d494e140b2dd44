/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-line.h"

#include <string.h>

double
td_line_get_baseline (const TdLine *self)
{
  return (self->pitch - self->ascent - self->descent) / 2 + self->ascent;
}

double
td_line_get_index_x (const TdLine *self, guint run, guint index)
{
  const TdGlyphRun *at = &self->runs[run];
  double x = at->x;
  guint bytes = 0;

  for (guint i = 0; i < at->n_glyphs; i++)
    {
      if (at->glyphs[i].n_bytes > 0 && bytes + at->glyphs[i].n_bytes > index)
        break;
      bytes += at->glyphs[i].n_bytes;
      x += at->glyphs[i].advance / 1024.0;
    }
  return x;
}

double
td_line_get_comma (const TdLine *self)
{
  for (guint r = 0; r < self->n_runs; r++)
    {
      const char *comma = memchr (self->runs[r].text, ',', self->runs[r].n_bytes);

      if (comma != NULL)
        return td_line_get_index_x (self, r, (guint) (comma - self->runs[r].text));
    }
  return self->width;
}

void
td_line_trim (TdLine *self)
{
  for (guint r = self->n_runs; r-- > 0;)
    {
      TdGlyphRun *run = (TdGlyphRun *) &self->runs[r];
      guint end = run->n_bytes;

      if (run->no_clusters)
        return;
      for (guint g = run->n_glyphs; g-- > 0;)
        {
          TdGlyph *glyph = (TdGlyph *) &run->glyphs[g];

          if (glyph->n_bytes != 1 || run->text[end - 1] != ' ')
            return;
          self->width -= (float) (glyph->advance / 1024.0);
          run->width -= glyph->advance / 1024.0;
          glyph->advance = 0;
          end--;
        }
    }
}

static gboolean
is_space (const TdGlyphRun *run, guint glyph, guint byte)
{
  return run->glyphs[glyph].n_bytes == 1 && run->text[byte] == ' '
         && run->glyphs[glyph].advance > 0;
}

void
td_line_justify (TdLine *self, double room)
{
  double extra = room - self->width, moved = 0;
  guint n_spaces = 0, given = 0;

  for (guint r = 0; r < self->n_runs; r++)
    for (guint g = 0, byte = 0; g < self->runs[r].n_glyphs;
         byte += self->runs[r].glyphs[g++].n_bytes)
      n_spaces += is_space (&self->runs[r], g, byte) ? 1 : 0;
  if (extra <= 0 || n_spaces == 0 || extra > room * 0.4)
    return;
  for (guint r = 0; r < self->n_runs; r++)
    {
      TdGlyphRun *run = (TdGlyphRun *) &self->runs[r];
      double before = moved;

      for (guint g = 0, byte = 0; g < run->n_glyphs; byte += run->glyphs[g++].n_bytes)
        if (is_space (run, g, byte))
          {
            /* From the sum, so that what is rounded does not add up. */
            double due = extra * ++given / n_spaces;
            int more = (int) ((due - moved) * 1024);

            ((TdGlyph *) run->glyphs)[g].advance += more;
            moved += more / 1024.0;
          }
      run->x += before;
      run->width += moved - before;
    }
  self->width += (float) moved;
}
