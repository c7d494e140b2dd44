/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-typesetter.h"

#include <hb.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Widths of single letters are kept for the code points Vietnamese is written with. */
#define N_CACHED 0x2100
/* A number like 12/KH-UBND is kept on one line up to this many letters. */
#define LONGEST_TOKEN 24

struct _TdTypesetter
{
  PangoContext *context;
  PangoLayout *layout;
  PangoFontDescription *description;
  GHashTable *fonts;  /* of PangoFont, each with a reference: glyph runs use their scaled fonts */
  float *advances[4]; /* by bold and italic: width in ems, or below 0 when not measured yet */
};

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

static void
clear_typesetter (gpointer data)
{
  TdTypesetter *self = data;

  g_object_unref (self->layout);
  g_object_unref (self->context);
  pango_font_description_free (self->description);
  g_hash_table_unref (self->fonts);
  for (guint i = 0; i < G_N_ELEMENTS (self->advances); i++)
    g_free (self->advances[i]);
}

TdTypesetter *
td_typesetter_new (const char *family)
{
  TdTypesetter *self = g_atomic_rc_box_new0 (TdTypesetter);
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A point is a unit whatever the screen, and no glyph is moved to any device's grid. */
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  self->context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (self->context, PANGO_DIRECTION_LTR);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  /* Set as a family: read from a string, “Roman” would be taken for a style. */
  self->description = pango_font_description_new ();
  pango_font_description_set_family (self->description, family);
  self->fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  return self;
}

TdTypesetter *
td_typesetter_ref (TdTypesetter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
td_typesetter_unref (TdTypesetter *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_typesetter);
}

static void
describe (TdTypesetter *self, double size, gboolean bold, gboolean italic)
{
  pango_font_description_set_absolute_size (self->description, size * PANGO_SCALE);
  pango_font_description_set_weight (self->description,
                                     bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (self->description,
                                    italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
}

/* --- estimates -------------------------------------------------------------------------------- */

static float
measure_letter (TdTypesetter *self, gunichar letter, gboolean bold, gboolean italic)
{
  char text[8];
  int width;

  text[g_unichar_to_utf8 (letter, text)] = '\0';
  describe (self, 100, bold, italic);
  pango_layout_set_attributes (self->layout, NULL);
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_font_description (self->layout, self->description);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &width, NULL);
  return (float) width / PANGO_SCALE / 100;
}

double
td_typesetter_measure (TdTypesetter *self, const char *text, double size, gboolean bold,
                       gboolean italic, double *longest_word)
{
  guint style = (bold ? 1u : 0u) | (italic ? 2u : 0u);
  double width = 0, word = 0, longest = 0;

  if (self->advances[style] == NULL)
    {
      self->advances[style] = g_new (float, N_CACHED);
      for (guint i = 0; i < N_CACHED; i++)
        self->advances[style][i] = -1;
    }
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      float advance = 1;

      if (letter < N_CACHED)
        {
          advance = self->advances[style][letter];
          if (advance < 0)
            advance = self->advances[style][letter] = measure_letter (self, letter, bold, italic);
        }
      width += advance;
      word = letter == ' ' ? 0 : word + advance;
      longest = MAX (longest, word);
    }
  if (longest_word != NULL)
    *longest_word = longest * size;
  return width * size;
}

/* --- setting ---------------------------------------------------------------------------------- */

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* The text and, where runs differ from the setting, its attributes. @starts gets where each run begins. */
static PangoAttrList *
compose (const TdParagraph *paragraph, const TdSetting *setting, GString *text, gsize *starts)
{
  PangoAttrList *list = NULL;

  if (paragraph->label != NULL)
    g_string_append_printf (text, "%s ", paragraph->label);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);
      gboolean upright = (run->flags & TD_RUN_UPRIGHT) != 0;
      gboolean bold = !upright && (setting->bold || (run->flags & TD_RUN_BOLD) != 0);
      gboolean italic = !upright && (setting->italic || (run->flags & TD_RUN_ITALIC) != 0);

      starts[i] = text->len;
      g_string_append (text, run->text);
      if (text->len == starts[i])
        continue;
      if (list == NULL && (bold != setting->bold || italic != setting->italic))
        list = pango_attr_list_new ();
      if (bold != setting->bold)
        add_attribute (list, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                       starts[i], text->len);
      if (italic != setting->italic)
        add_attribute (list,
                       pango_attr_style_new (italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL),
                       starts[i], text->len);
    }
  return list;
}

static PangoAttrList *
forbid_breaks (PangoAttrList *list, gsize start, gsize end)
{
  if (list == NULL)
    list = pango_attr_list_new ();
  add_attribute (list, pango_attr_allow_breaks_new (FALSE), start, end);
  return list;
}

/* Words that are not parted from the number after them. */
static gboolean
leads_number (const char *word, gsize length)
{
  static const char *const leads[] = { "Điều", "điều",  "khoản", "Khoản", "số", "Số",
                                       "ngày", "tháng", "năm",   "Bảng",  "Mục" };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (strlen (leads[i]) == length && memcmp (leads[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/*
 * No break within the number and sign of a paper (12/KH-UBND), before a dash between words, and between
 * “Điều” and its number.
 */
static PangoAttrList *
keep_together (TdTypesetter *self, const char *text, const TdSetting *setting, PangoAttrList *list)
{
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      gsize start = (gsize) (at - text);
      const char *next = at + length;
      gboolean keep = FALSE;

      for (gsize i = 1; i + 1 < length && !keep; i++)
        keep = at[i] == '/' || at[i] == '-';
      if (keep && length > LONGEST_TOKEN)
        keep = g_utf8_strlen (at, (gssize) length) <= LONGEST_TOKEN;
      if (keep)
        {
          g_autofree char *token = g_strndup (at, length);

          keep = td_typesetter_measure (self, token, setting->size, TRUE, FALSE, NULL)
                 < setting->width * 0.9 - setting->first_indent;
        }
      if (keep)
        list = forbid_breaks (list, start, start + length);
      /* Only the break itself is forbidden: the word before it may still have to be broken. */
      if (*next == ' '
          && ((next[1] == '-' && next[2] == ' ' && length > 0)
              || (g_ascii_isdigit (next[1]) && leads_number (at, length))))
        list = forbid_breaks (list, start + length, start + length + 2);
      at = next;
      while (*at == ' ')
        at++;
    }
  return list;
}

/* Glyphs of one Pango run on their way into the arena; scratch memory, used again and again. */
typedef struct
{
  GArray *glyphs;  /* of TdGlyph */
  GArray *offsets; /* of TdGlyphOffset */
  GArray *runs;    /* of TdGlyphRun */
  gboolean moved;
} Scratch;

static void
flush_run (Scratch *scratch, TdArena *arena, TdGlyphRun *run)
{
  run->n_glyphs = scratch->glyphs->len;
  if (run->n_glyphs > 0)
    {
      run->glyphs = td_arena_copy (arena, scratch->glyphs->data, sizeof (TdGlyph) * run->n_glyphs);
      if (scratch->moved)
        run->offsets =
            td_arena_copy (arena, scratch->offsets->data, sizeof (TdGlyphOffset) * run->n_glyphs);
      g_array_append_val (scratch->runs, *run);
    }
  g_array_set_size (scratch->glyphs, 0);
  g_array_set_size (scratch->offsets, 0);
  scratch->moved = FALSE;
}

/* Which of the document's runs the byte belongs to; %NULL for the label. */
static const TdRun *
find_run (const TdParagraph *paragraph, const gsize *starts, gsize index, gsize *end)
{
  const TdRun *found = NULL;

  *end = G_MAXSIZE;
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);

      if (*run->text == '\0')
        continue;
      if (starts[i] > index)
        {
          *end = starts[i];
          break;
        }
      found = run;
    }
  return found;
}

/* Pango takes the space at the end of a line away; it stays in the text, and in the PDF's. */
static guint16
find_space (PangoFont *font)
{
  hb_codepoint_t glyph;

  if (hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph)
      && glyph < TD_GLYPH_NONE)
    return (guint16) glyph;
  return TD_GLYPH_NONE;
}

static void
take_item (TdTypesetter *self, TdArena *arena, PangoGlyphItem *item, const TdParagraph *paragraph,
           const gsize *starts, const char *source, const char *kept, double *x, Scratch *scratch)
{
  PangoFont *font = item->item->analysis.font;
  PangoGlyphItemIter iter;
  TdGlyphRun run = { NULL };
  gsize end = 0;
  gboolean more;

  if (font == NULL)
    return;
  if (!g_hash_table_contains (self->fonts, font))
    g_hash_table_add (self->fonts, g_object_ref (font));
  for (more = pango_glyph_item_iter_init_start (&iter, item, source); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int first = MIN (iter.start_glyph, iter.end_glyph + 1);
      int last = MAX (iter.start_glyph, iter.end_glyph + 1);
      gsize n_bytes = (gsize) (iter.end_index - iter.start_index);
      gboolean backward = iter.start_glyph > iter.end_glyph;

      if (backward)
        last = iter.start_glyph + 1;
      else
        {
          first = iter.start_glyph;
          last = iter.end_glyph;
        }
      if ((gsize) iter.start_index >= end)
        {
          flush_run (scratch, arena, &run);
          run = (TdGlyphRun){ .font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)),
                              .run = find_run (paragraph, starts, (gsize) iter.start_index, &end),
                              .text = kept + iter.start_index,
                              .x = *x };
        }
      for (int g = first; g < last; g++)
        {
          const PangoGlyphInfo *info = &item->glyphs->glyphs[g];
          TdGlyph glyph = { TD_GLYPH_NONE, 0, info->geometry.width };
          TdGlyphOffset offset = { info->geometry.x_offset, info->geometry.y_offset };

          if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
            glyph.glyph = 0;
          else if (info->glyph == PANGO_GLYPH_EMPTY && n_bytes == 1
                   && source[iter.start_index] == ' ')
            glyph.glyph = find_space (font);
          else if (info->glyph < TD_GLYPH_NONE)
            glyph.glyph = (guint16) info->glyph;
          if (g == first)
            glyph.n_bytes = (guint16) MIN (n_bytes, G_MAXUINT16);
          scratch->moved |= offset.x != 0 || offset.y != 0;
          g_array_append_val (scratch->glyphs, glyph);
          g_array_append_val (scratch->offsets, offset);
          run.width += info->geometry.width / 1024.0;
          *x += info->geometry.width / 1024.0;
        }
      run.n_bytes += (guint) n_bytes;
      run.no_clusters |= backward || n_bytes > G_MAXUINT16 || first == last;
    }
  flush_run (scratch, arena, &run);
}

/* Space at the end of a line takes no room: the line ends with its last letter. The width that is left. */
static double
trim_line (TdGlyphRun *runs, guint n_runs, double width)
{
  for (guint r = n_runs; r-- > 0;)
    {
      TdGlyphRun *run = &runs[r];
      guint end = run->n_bytes;

      if (run->no_clusters)
        return width;
      for (guint g = run->n_glyphs; g-- > 0;)
        {
          TdGlyph *glyph = (TdGlyph *) &run->glyphs[g];

          if (glyph->n_bytes != 1 || run->text[end - 1] != ' ')
            return width;
          width -= glyph->advance / 1024.0;
          run->width -= glyph->advance / 1024.0;
          glyph->advance = 0;
          end--;
        }
    }
  return width;
}

static gboolean
is_space (const TdGlyphRun *run, guint glyph, guint byte)
{
  return run->glyphs[glyph].n_bytes == 1 && run->text[byte] == ' '
         && run->glyphs[glyph].advance > 0;
}

/*
 * Makes the spaces of a line wider until it fills @room. A line without a space, or one that would have
 * to be torn open, stays as it is: letters are never spaced out. The width it has now.
 */
static double
justify_line (TdGlyphRun *runs, guint n_runs, double width, double room)
{
  guint n_spaces = 0, given = 0;
  double extra = room - width, moved = 0;

  for (guint r = 0; r < n_runs; r++)
    for (guint g = 0, byte = 0; g < runs[r].n_glyphs; byte += runs[r].glyphs[g++].n_bytes)
      n_spaces += is_space (&runs[r], g, byte) ? 1 : 0;
  if (extra <= 0 || n_spaces == 0 || extra > room * 0.4)
    return width;
  for (guint r = 0; r < n_runs; r++)
    {
      double before = moved;

      for (guint g = 0, byte = 0; g < runs[r].n_glyphs; byte += runs[r].glyphs[g++].n_bytes)
        if (is_space (&runs[r], g, byte))
          {
            /* From the sum, so that what is rounded does not add up. */
            double due = extra * ++given / n_spaces;
            int more = (int) ((due - moved) * 1024);

            ((TdGlyph *) runs[r].glyphs)[g].advance += more;
            moved += more / 1024.0;
          }
      runs[r].x += before;
      runs[r].width += moved - before;
    }
  return width + moved;
}

/* The narrowest width at which @layout still has as many lines. */
static void
balance_lines (PangoLayout *layout, double width)
{
  int count = pango_layout_get_line_count (layout);
  double low = width / count * 0.8, high = width;

  if (count < 2)
    return;
  for (int i = 0; i < 8; i++)
    {
      double middle = (low + high) / 2;

      pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > count)
        low = middle;
      else
        high = middle;
    }
  pango_layout_set_width (layout, (int) (high * PANGO_SCALE));
}

const TdLine *
td_typesetter_set (TdTypesetter *self, TdArena *arena, const TdParagraph *paragraph,
                   const TdSetting *setting, guint *n_lines)
{
  g_autoptr (GString) text = g_string_sized_new (256);
  g_autofree gsize *starts = g_new0 (gsize, paragraph->runs->len + 1);
  PangoAttrList *attributes = compose (paragraph, setting, text, starts);
  Scratch scratch = { g_array_sized_new (FALSE, FALSE, sizeof (TdGlyph), 128),
                      g_array_sized_new (FALSE, FALSE, sizeof (TdGlyphOffset), 128),
                      g_array_sized_new (FALSE, TRUE, sizeof (TdGlyphRun), 8), FALSE };
  double width = MAX (setting->width, setting->size);
  gboolean flush_left = setting->align == TD_ALIGN_LEFT || setting->align == TD_ALIGN_JUSTIFY;
  TdLine *lines;
  const char *kept;
  guint count;
  GSList *at;

  attributes = keep_together (self, text->str, setting, attributes);
  if (attributes == NULL)
    attributes = pango_attr_list_new ();
  /* A word that has to be broken anywhere is broken as it is: a hyphen would be a letter too many. */
  add_attribute (attributes, pango_attr_insert_hyphens_new (FALSE), 0, text->len);
  describe (self, setting->size, setting->bold, setting->italic);
  pango_layout_set_attributes (self->layout, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  pango_layout_set_font_description (self->layout, self->description);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (self->layout,
                           flush_left ? (int) (setting->first_indent * PANGO_SCALE) : 0);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  if (setting->balance)
    balance_lines (self->layout, width);
  kept = td_arena_copy (arena, text->str, text->len + 1);
  at = pango_layout_get_lines_readonly (self->layout);
  count = (guint) pango_layout_get_line_count (self->layout);
  lines = td_arena_new0 (arena, TdLine, count);
  for (guint i = 0; i < count; i++, at = at->next)
    {
      PangoLayoutLine *from = at->data;
      PangoRectangle logical;
      TdLine *line = &lines[i];
      double x = 0;

      pango_layout_line_get_extents (from, NULL, &logical);
      for (GSList *r = from->runs; r != NULL; r = r->next)
        take_item (self, arena, r->data, paragraph, starts, text->str, kept, &x, &scratch);
      line->n_runs = scratch.runs->len;
      line->runs = td_arena_copy (arena, scratch.runs->data, sizeof (TdGlyphRun) * line->n_runs);
      g_array_set_size (scratch.runs, 0);
      x = trim_line ((TdGlyphRun *) line->runs, line->n_runs, x);
      if (setting->align == TD_ALIGN_JUSTIFY && i + 1 < count)
        x = justify_line ((TdGlyphRun *) line->runs, line->n_runs, x,
                          width - (i == 0 ? setting->first_indent : 0));
      line->width = (float) x;
      line->ascent = (float) PANGO_ASCENT (logical) / PANGO_SCALE;
      line->descent = (float) PANGO_DESCENT (logical) / PANGO_SCALE;
      line->pitch = (float) MAX (setting->pitch, line->ascent + line->descent);
      if (setting->align == TD_ALIGN_CENTER)
        line->x = (float) ((width - x) / 2);
      else if (setting->align == TD_ALIGN_RIGHT || setting->align == TD_ALIGN_DECIMAL)
        line->x = (float) (width - x);
      else if (i == 0)
        line->x = (float) setting->first_indent;
    }
  g_array_unref (scratch.glyphs);
  g_array_unref (scratch.offsets);
  g_array_unref (scratch.runs);
  *n_lines = count;
  return lines;
}

const TdLine *
td_typesetter_set_text (TdTypesetter *self, TdArena *arena, const char *text,
                        const TdSetting *setting, guint *n_lines)
{
  TdRun run = { text, TD_RUN_PLAIN, 0, NULL };
  TdParagraph paragraph = { .runs = g_array_new (FALSE, FALSE, sizeof (TdRun)) };
  const TdLine *lines;

  g_array_append_val (paragraph.runs, run);
  lines = td_typesetter_set (self, arena, &paragraph, setting, n_lines);
  /* The run is gone when this returns; furniture belongs to no record. */
  for (guint i = 0; i < *n_lines; i++)
    for (guint r = 0; r < lines[i].n_runs; r++)
      ((TdGlyphRun *) lines[i].runs)[r].run = NULL;
  g_array_unref (paragraph.runs);
  return lines;
}
