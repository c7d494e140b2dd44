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
/* Short texts come again and again (awards, units, mastheads): so many of them are kept, as set. */
#define N_KEPT       20000
#define LONGEST_KEPT 200

/* A font with the reference its scaled font needs, and how high it is. */
typedef struct
{
  PangoFont *font;
  float ascent, descent;
} Face;

/* A text with its setting, and the lines it was set in. */
typedef struct
{
  const char *key;
  gsize length;
  const TdLine *lines;
  guint n_lines;
} Kept;

struct _TdTypesetter
{
  PangoContext *context;
  PangoLayout *layout;
  PangoLayout *letter; /* for measuring single letters */
  PangoFontDescription *description;
  GHashTable *faces;  /* PangoFont → Face */
  float *advances[4]; /* by bold and italic: width in ems, or below 0 when not measured yet */
  TdArena *arena;     /* of what is kept */
  GHashTable *kept;   /* of Kept, by itself */
  /* Used again and again. */
  GString *text;
  GString *key;
  GArray *starts;  /* of gsize: where each run begins */
  GArray *glyphs;  /* of TdGlyph */
  GArray *offsets; /* of TdGlyphOffset */
  GArray *runs;    /* of TdGlyphRun */
  gboolean moved;  /* some offset is not 0 */
};

static void
free_face (gpointer data)
{
  Face *self = data;

  g_object_unref (self->font);
  g_free (self);
}

static guint
hash_kept (gconstpointer data)
{
  const Kept *self = data;
  guint hash = 5381;

  for (gsize i = 0; i < self->length; i++)
    hash = hash * 33 + (guchar) self->key[i];
  return hash;
}

static gboolean
equal_kept (gconstpointer a, gconstpointer b)
{
  const Kept *first = a, *second = b;

  return first->length == second->length && memcmp (first->key, second->key, first->length) == 0;
}

static void
clear_typesetter (gpointer data)
{
  TdTypesetter *self = data;

  g_object_unref (self->layout);
  g_object_unref (self->letter);
  g_object_unref (self->context);
  pango_font_description_free (self->description);
  g_hash_table_unref (self->faces);
  for (guint i = 0; i < G_N_ELEMENTS (self->advances); i++)
    g_free (self->advances[i]);
  g_hash_table_unref (self->kept);
  td_arena_free (self->arena);
  g_string_free (self->text, TRUE);
  g_string_free (self->key, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->glyphs);
  g_array_unref (self->offsets);
  g_array_unref (self->runs);
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
  self->letter = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  /* Set as a family: read from a string, “Roman” would be taken for a style. */
  self->description = pango_font_description_new ();
  pango_font_description_set_family (self->description, family);
  self->faces = g_hash_table_new_full (NULL, NULL, NULL, free_face);
  self->arena = td_arena_new ();
  self->kept = g_hash_table_new (hash_kept, equal_kept);
  self->text = g_string_new (NULL);
  self->key = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (TdGlyph));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (TdGlyphOffset));
  self->runs = g_array_new (FALSE, TRUE, sizeof (TdGlyphRun));
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

/* In a layout of its own: this is asked in the middle of setting a text. */
static float
measure_letter (TdTypesetter *self, gunichar letter, gboolean bold, gboolean italic)
{
  char text[8];
  int width;

  text[g_unichar_to_utf8 (letter, text)] = '\0';
  describe (self, 100, bold, italic);
  pango_layout_set_font_description (self->letter, self->description);
  pango_layout_set_text (self->letter, text, -1);
  pango_layout_get_size (self->letter, &width, NULL);
  return (float) width / PANGO_SCALE / 100;
}

/* In ems. */
static double
measure_letters (TdTypesetter *self, const char *text, gsize length, gboolean bold, gboolean italic,
                 double *longest_word)
{
  guint style = (bold ? 1u : 0u) | (italic ? 2u : 0u);
  double width = 0, word = 0, longest = 0;

  if (self->advances[style] == NULL)
    {
      self->advances[style] = g_new (float, N_CACHED);
      for (guint i = 0; i < N_CACHED; i++)
        self->advances[style][i] = -1;
    }
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
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
    *longest_word = longest;
  return width;
}

double
td_typesetter_measure (TdTypesetter *self, const char *text, double size, gboolean bold,
                       gboolean italic, double *longest_word)
{
  double width = measure_letters (self, text, strlen (text), bold, italic, longest_word);

  if (longest_word != NULL)
    *longest_word *= size;
  return width * size;
}

/*
 * The narrowest width at which @text still takes @n_lines lines, by the widths of its words: what
 * makes centred lines about equally long.
 */
static double
find_balance (TdTypesetter *self, const char *text, const TdSetting *setting, int n_lines)
{
  double space = measure_letters (self, " ", 1, setting->bold, setting->italic, NULL);
  double low = 0, high = setting->width / setting->size;
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (double));

  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      double width = measure_letters (self, at, length, setting->bold, setting->italic, NULL);

      /* A dash stays with the word before it. */
      if (length == 1 && *at == '-' && words->len > 0)
        {
          double *last = &g_array_index (words, double, words->len - 1);

          width = *last += space + width;
        }
      else
        g_array_append_val (words, width);
      low = MAX (low, width);
      at += length;
      while (*at == ' ')
        at++;
    }
  for (int i = 0; i < 12 && low < high; i++)
    {
      double middle = (low + high) / 2, line = -space;
      int count = 1;

      for (guint w = 0; w < words->len; w++)
        {
          double width = g_array_index (words, double, w);

          if (line + space + width > middle)
            {
              count++;
              line = -space;
            }
          line += space + width;
        }
      if (count > n_lines)
        low = middle;
      else
        high = middle;
    }
  return high * setting->size;
}

/* --- composing -------------------------------------------------------------------------------- */

static PangoAttrList *
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  if (list == NULL)
    list = pango_attr_list_new ();
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
  return list;
}

/* Puts the paragraph's words together; whether nothing in them is bound to a figure. */
static gboolean
join_runs (TdTypesetter *self, const TdParagraph *paragraph)
{
  gboolean unbound = TRUE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  if (paragraph->label != NULL)
    g_string_append_printf (self->text, "%s ", paragraph->label);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);
      gsize start = self->text->len;

      g_array_append_val (self->starts, start);
      g_string_append (self->text, run->text);
      unbound &= run->fact == NULL;
    }
  return unbound;
}

/* Where runs differ from the setting. */
static PangoAttrList *
style_runs (TdTypesetter *self, const TdParagraph *paragraph, const TdSetting *setting)
{
  PangoAttrList *list = NULL;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);
      gsize start = g_array_index (self->starts, gsize, i);
      gsize end = start + strlen (run->text);
      gboolean upright = (run->flags & TD_RUN_UPRIGHT) != 0;
      gboolean bold = !upright && (setting->bold || (run->flags & TD_RUN_BOLD) != 0);
      gboolean italic = !upright && (setting->italic || (run->flags & TD_RUN_ITALIC) != 0);

      if (start == end)
        continue;
      if (bold != setting->bold)
        list = add_attribute (
            list, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL), start,
            end);
      if (italic != setting->italic)
        list = add_attribute (
            list, pango_attr_style_new (italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL), start,
            end);
    }
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
 * “Điều” and its number; no hyphen where a word that is too long for the column is broken.
 */
static PangoAttrList *
rule_breaks (TdTypesetter *self, const TdSetting *setting, PangoAttrList *list)
{
  const char *text = self->text->str;
  double room = setting->width - setting->first_indent;
  gboolean broken = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, " ");
      gsize start = (gsize) (at - text);
      const char *next = at + length;
      double width = 0;
      gboolean marked = FALSE;

      for (gsize i = 1; i + 1 < length && !marked; i++)
        marked = at[i] == '/' || at[i] == '-';
      /* Few words need measuring: no letter is much wider than it is high. */
      if (marked || (double) length * setting->size > room)
        width = measure_letters (self, at, length, TRUE, FALSE, NULL) * setting->size;
      broken |= width > room * 0.95;
      if (marked && width < room * 0.9 && g_utf8_strlen (at, (gssize) length) <= LONGEST_TOKEN)
        list = add_attribute (list, pango_attr_allow_breaks_new (FALSE), start, start + length);
      /* Only the break itself is forbidden: the word before it may still have to be broken. */
      if (*next == ' '
          && ((next[1] == '-' && next[2] == ' ' && length > 0)
              || (g_ascii_isdigit (next[1]) && leads_number (at, length))))
        list = add_attribute (list, pango_attr_allow_breaks_new (FALSE), start + length,
                              start + length + 2);
      at = next;
      while (*at == ' ')
        at++;
    }
  if (broken)
    list = add_attribute (list, pango_attr_insert_hyphens_new (FALSE), 0, self->text->len);
  return list;
}

/* --- taking over ------------------------------------------------------------------------------ */

static const Face *
get_face (TdTypesetter *self, PangoFont *font)
{
  Face *face = g_hash_table_lookup (self->faces, font);

  if (face == NULL)
    {
      PangoFontMetrics *metrics =
          pango_font_get_metrics (font, pango_context_get_language (self->context));

      face = g_new0 (Face, 1);
      face->font = g_object_ref (font);
      face->ascent = (float) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
      face->descent = (float) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
      pango_font_metrics_unref (metrics);
      g_hash_table_insert (self->faces, font, face);
    }
  return face;
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
flush_run (TdTypesetter *self, TdArena *arena, TdGlyphRun *run)
{
  run->n_glyphs = self->glyphs->len;
  if (run->n_glyphs > 0)
    {
      run->glyphs = td_arena_copy (arena, self->glyphs->data, sizeof (TdGlyph) * run->n_glyphs);
      if (self->moved)
        run->offsets =
            td_arena_copy (arena, self->offsets->data, sizeof (TdGlyphOffset) * run->n_glyphs);
      g_array_append_val (self->runs, *run);
    }
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->offsets, 0);
  self->moved = FALSE;
}

/* The figure the byte came from, if any, and where words of another origin begin. */
static const TdFact *
find_fact (TdTypesetter *self, const TdParagraph *paragraph, gsize index, gsize *end)
{
  const TdFact *found = NULL;

  *end = G_MAXSIZE;
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TdRun *run = &g_array_index (paragraph->runs, TdRun, i);
      gsize start = g_array_index (self->starts, gsize, i);

      if (*run->text == '\0')
        continue;
      if (start > index)
        {
          if (run->fact == found)
            continue;
          *end = start;
          break;
        }
      found = run->fact;
    }
  return found;
}

static guint16
take_glyph (const PangoGlyphInfo *info, PangoFont *font, const char *text, gsize n_bytes)
{
  if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
    return 0;
  if (info->glyph == PANGO_GLYPH_EMPTY && n_bytes == 1 && *text == ' ')
    return find_space (font);
  return info->glyph < TD_GLYPH_NONE ? (guint16) info->glyph : TD_GLYPH_NONE;
}

static void
take_item (TdTypesetter *self, TdArena *arena, const PangoGlyphItem *item,
           const TdParagraph *paragraph, const char *kept, TdLine *line, double *x)
{
  PangoFont *font = item->item->analysis.font;
  const PangoGlyphString *string = item->glyphs;
  gboolean backward = item->item->analysis.level % 2 == 1;
  gsize offset = (gsize) item->item->offset, length = (gsize) item->item->length, end = 0;
  TdGlyphRun run = { NULL };
  const Face *face;

  if (font == NULL)
    return;
  face = get_face (self, font);
  line->ascent = MAX (line->ascent, face->ascent);
  line->descent = MAX (line->descent, face->descent);
  for (int g = 0; g < string->num_glyphs; g++)
    {
      const PangoGlyphInfo *info = &string->glyphs[g];
      gsize index = backward ? 0 : (gsize) string->log_clusters[g];
      gboolean begins = g == 0 || (!backward && index != (gsize) string->log_clusters[g - 1]);
      TdGlyph glyph = { TD_GLYPH_NONE, 0, info->geometry.width };
      TdGlyphOffset moved = { info->geometry.x_offset, info->geometry.y_offset };
      gsize n_bytes = 0;

      if (begins)
        {
          int after = g + 1;

          while (after < string->num_glyphs
                 && (backward || (gsize) string->log_clusters[after] == index))
            after++;
          n_bytes =
              (after < string->num_glyphs ? (gsize) string->log_clusters[after] : length) - index;
          if (offset + index >= end)
            {
              flush_run (self, arena, &run);
              run =
                  (TdGlyphRun){ .font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)),
                                .fact = find_fact (self, paragraph, offset + index, &end),
                                .text = kept + offset + index,
                                .x = *x,
                                .no_clusters = backward };
            }
          glyph.n_bytes = (guint16) MIN (n_bytes, G_MAXUINT16);
          run.n_bytes += (guint) n_bytes;
          run.no_clusters |= n_bytes > G_MAXUINT16;
        }
      glyph.glyph = take_glyph (info, font, kept + offset + index, n_bytes);
      self->moved |= moved.x != 0 || moved.y != 0;
      g_array_append_val (self->glyphs, glyph);
      g_array_append_val (self->offsets, moved);
      run.width += info->geometry.width / 1024.0;
      *x += info->geometry.width / 1024.0;
    }
  flush_run (self, arena, &run);
}

static void
take_line (TdTypesetter *self, TdArena *arena, const PangoLayoutLine *from,
           const TdParagraph *paragraph, const char *kept, TdLine *line)
{
  double x = 0;

  g_array_set_size (self->runs, 0);
  for (const GSList *at = from->runs; at != NULL; at = at->next)
    take_item (self, arena, at->data, paragraph, kept, line, &x);
  line->n_runs = self->runs->len;
  line->runs = td_arena_copy (arena, self->runs->data, sizeof (TdGlyphRun) * line->n_runs);
  line->width = (float) x;
  td_line_trim (line);
}

/* Sets what join_runs() put together. */
static const TdLine *
set_lines (TdTypesetter *self, TdArena *arena, const TdParagraph *paragraph,
           const TdSetting *setting, guint *n_lines)
{
  PangoAttrList *attributes = rule_breaks (self, setting, style_runs (self, paragraph, setting));
  double width = MAX (setting->width, setting->size);
  gboolean flush_left = setting->align == TD_ALIGN_LEFT || setting->align == TD_ALIGN_JUSTIFY;
  TdLine *lines;
  const char *kept;
  guint count;
  GSList *at;

  describe (self, setting->size, setting->bold, setting->italic);
  pango_layout_set_attributes (self->layout, attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  pango_layout_set_font_description (self->layout, self->description);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_indent (self->layout,
                           flush_left ? (int) (setting->first_indent * PANGO_SCALE) : 0);
  pango_layout_set_text (self->layout, self->text->str, (int) self->text->len);
  count = (guint) pango_layout_get_line_count (self->layout);
  if (setting->balance && count > 1)
    {
      double even = find_balance (self, self->text->str, setting, (int) count) * 1.01 + 1;

      pango_layout_set_width (self->layout, (int) (MIN (even, width) * PANGO_SCALE));
      if ((guint) pango_layout_get_line_count (self->layout) > count)
        pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
      count = (guint) pango_layout_get_line_count (self->layout);
    }
  kept = td_arena_copy (arena, self->text->str, self->text->len + 1);
  at = pango_layout_get_lines_readonly (self->layout);
  lines = td_arena_new0 (arena, TdLine, count);
  for (guint i = 0; i < count; i++, at = at->next)
    {
      TdLine *line = &lines[i];

      take_line (self, arena, at->data, paragraph, kept, line);
      if (setting->align == TD_ALIGN_JUSTIFY && i + 1 < count)
        td_line_justify (line, width - (i == 0 ? setting->first_indent : 0));
      line->pitch = MAX ((float) setting->pitch, line->ascent + line->descent);
      if (setting->align == TD_ALIGN_CENTER)
        line->x = (float) (width - line->width) / 2;
      else if (setting->align == TD_ALIGN_RIGHT || setting->align == TD_ALIGN_DECIMAL)
        line->x = (float) width - line->width;
      else if (i == 0)
        line->x = (float) setting->first_indent;
    }
  *n_lines = count;
  return lines;
}

/* All that the lines of join_runs()'s words depend on, as bytes. */
static void
write_key (TdTypesetter *self, const TdParagraph *paragraph, const TdSetting *setting)
{
  const double numbers[] = { setting->size, setting->width, setting->first_indent, setting->pitch };
  const guint8 looks[] = { setting->bold ? 1 : 0, setting->italic ? 1 : 0, setting->balance ? 1 : 0,
                           (guint8) setting->align };

  g_string_truncate (self->key, 0);
  g_string_append_len (self->key, (const char *) numbers, sizeof numbers);
  g_string_append_len (self->key, (const char *) looks, sizeof looks);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const guint32 run[] = { (guint32) g_array_index (self->starts, gsize, i),
                              g_array_index (paragraph->runs, TdRun, i).flags };

      g_string_append_len (self->key, (const char *) run, sizeof run);
    }
  g_string_append_len (self->key, self->text->str, (gssize) self->text->len);
}

const TdLine *
td_typesetter_set (TdTypesetter *self, TdArena *arena, const TdParagraph *paragraph,
                   const TdSetting *setting, guint *n_lines)
{
  Kept wanted = { NULL };
  Kept *found;

  if (!join_runs (self, paragraph) || self->text->len > LONGEST_KEPT)
    return set_lines (self, arena, paragraph, setting, n_lines);
  write_key (self, paragraph, setting);
  wanted.key = self->key->str;
  wanted.length = self->key->len;
  found = g_hash_table_lookup (self->kept, &wanted);
  if (found == NULL)
    {
      if (g_hash_table_size (self->kept) >= N_KEPT)
        return set_lines (self, arena, paragraph, setting, n_lines);
      found = td_arena_new0 (self->arena, Kept, 1);
      found->length = self->key->len;
      found->key = td_arena_copy (self->arena, self->key->str, self->key->len);
      found->lines = set_lines (self, self->arena, paragraph, setting, &found->n_lines);
      g_hash_table_add (self->kept, found);
    }
  /* The glyphs are shared; where the lines stand is each paragraph's own. */
  *n_lines = found->n_lines;
  return td_arena_copy (arena, found->lines, sizeof (TdLine) * found->n_lines);
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
  g_array_unref (paragraph.runs);
  return lines;
}
