/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pdf-content.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define MOST_PAGES    100000
#define MOST_OPERANDS 64
/* Saved states and forms in forms. */
#define DEEPEST 32

/* A font as the pages use it. */
typedef struct
{
  guint index;        /* of the scan's fonts */
  gboolean wide;      /* two bytes a letter */
  GHashTable *widths; /* code → GINT_TO_POINTER (thousandths) */
  int default_width;
  GHashTable *letters; /* code → UTF-8 in the scan's arena */
} Font;

struct _TdPdfScan
{
  TdPdfFile *file;
  TdArena *arena;
  GPtrArray *pages;  /* of TdPdfObject: dictionaries */
  GPtrArray *fonts;  /* of TdPdfFont */
  GHashTable *known; /* a font's TdPdfObject → Font */
  TdPdfPage page;
  char *language;
  char *title;
  gboolean tagged;
};

typedef struct
{
  cairo_matrix_t matrix;
  double line_width;
  float fill;   /* grey, or -1 */
  float stroke; /* the same */
  const Font *font;
  double size, spacing, word_spacing, scale, leading, rise;
} State;

typedef struct
{
  TdPdfScan *scan;
  State state;
  GArray *saved; /* of State */
  cairo_matrix_t text, line;
  GArray *marks;      /* of int: the mcid of each marked content that is open, -1 for others */
  guint figure_depth; /* how many marks were open when a figure began; 0 for none */
  /* Words said to stand for what is drawn: printed with the first glyph, then used up. */
  const char *actual;
  guint actual_depth; /* how many marks were open when it began; 0 for none */
  GArray *path;       /* of TdPdfStroke without width: pieces of the path */
  double at_x, at_y, from_x, from_y;
  guint depth;
} Reader;

/* --- fonts ------------------------------------------------------------------------------------ */

static void
free_font (gpointer data)
{
  TdPdfFont *self = data;

  g_free (self->name);
  g_free (self);
}

static void
free_known (gpointer data)
{
  Font *self = data;

  g_hash_table_unref (self->widths);
  g_hash_table_unref (self->letters);
  g_free (self);
}

static guint
get_code (const TdPdfObject *string)
{
  guint code = 0;

  for (gsize i = 0; i < MIN (string->length, 4); i++)
    code = code << 8 | (guchar) string->bytes[i];
  return code;
}

static void
set_letter (TdPdfScan *self, Font *font, guint code, const TdPdfObject *value)
{
  g_autofree char *text =
      g_convert (value->bytes, (gssize) value->length, "UTF-8", "UTF-16BE", NULL, NULL, NULL);

  if (text != NULL)
    g_hash_table_insert (font->letters, GUINT_TO_POINTER (code),
                         td_arena_copy (self->arena, text, strlen (text) + 1));
}

/* What letters the codes of a font stand for. */
static void
read_letters (TdPdfScan *self, Font *font, const TdPdfObject *stream)
{
  gsize length = 0;
  g_autofree char *text = td_pdf_file_read_stream (self->file, stream, &length);
  TdPdfLexer lexer = { text, text + length, self->arena };
  TdPdfObject item, last[3];
  guint n_last = 0;
  enum
  {
    OUTSIDE,
    SINGLE,
    RANGE
  } place = OUTSIDE;

  if (text == NULL)
    return;
  while (td_pdf_lexer_read (&lexer, &item))
    {
      if (item.type == TD_PDF_OPERATOR)
        {
          n_last = 0;
          if (g_str_equal (item.bytes, "beginbfchar"))
            place = SINGLE;
          else if (g_str_equal (item.bytes, "beginbfrange"))
            place = RANGE;
          else if (g_str_has_prefix (item.bytes, "end"))
            place = OUTSIDE;
          continue;
        }
      if (place == OUTSIDE)
        continue;
      last[n_last++] = item;
      if (place == SINGLE && n_last == 2)
        {
          if (last[0].type == TD_PDF_STRING && last[1].type == TD_PDF_STRING)
            set_letter (self, font, get_code (&last[0]), &last[1]);
          n_last = 0;
        }
      else if (n_last == 3)
        {
          guint first = get_code (&last[0]), end = get_code (&last[1]);

          for (guint code = first;
               last[2].type == TD_PDF_STRING && code <= end && code - first < 256; code++)
            {
              TdPdfObject value = last[2];
              char *bytes;

              if (value.length == 0)
                break;
              bytes = td_arena_copy (self->arena, value.bytes, value.length);
              bytes[value.length - 1] = (char) (bytes[value.length - 1] + (int) (code - first));
              value.bytes = bytes;
              set_letter (self, font, code, &value);
            }
          n_last = 0;
        }
    }
}

static void
set_width (Font *font, guint code, const TdPdfObject *width)
{
  if (width->type == TD_PDF_NUMBER && fabs (width->number) < 1e6)
    g_hash_table_insert (font->widths, GUINT_TO_POINTER (code),
                         GINT_TO_POINTER ((int) lround (width->number)));
}

/* The widths of a wide font: runs of them, or one for several codes. */
static void
read_wide_widths (TdPdfScan *self, Font *font, const TdPdfObject *list)
{
  for (gsize i = 0; i + 1 < list->length;)
    {
      const TdPdfObject *first = td_pdf_file_get_item (self->file, list, i);
      const TdPdfObject *second = td_pdf_file_get_item (self->file, list, i + 1);

      if (first->type != TD_PDF_NUMBER || first->number < 0 || first->number > 0xffff)
        return;
      if (second->type == TD_PDF_ARRAY)
        {
          for (gsize w = 0; w < second->length; w++)
            set_width (font, (guint) first->number + (guint) w,
                       td_pdf_file_get_item (self->file, second, w));
          i += 2;
          continue;
        }
      if (second->type != TD_PDF_NUMBER || second->number > 0xffff)
        return;
      for (guint code = (guint) first->number; code <= second->number; code++)
        set_width (font, code, td_pdf_file_get_item (self->file, list, i + 2));
      i += 3;
    }
}

static TdPdfFont *
describe_font (TdPdfScan *self, const TdPdfObject *font, const TdPdfObject *inner)
{
  const TdPdfObject *name = td_pdf_file_get (self->file, font, "BaseFont");
  const TdPdfObject *descriptor = td_pdf_file_get (self->file, inner, "FontDescriptor");
  TdPdfFont *found = g_new0 (TdPdfFont, 1);
  const char *full = name->type == TD_PDF_NAME ? name->bytes : "";

  found->subset = strlen (full) > 7 && full[6] == '+';
  found->name = g_utf8_make_valid (found->subset ? full + 7 : full, -1);
  found->bold = strstr (found->name, "Bold") != NULL;
  found->italic = strstr (found->name, "Italic") != NULL || strstr (found->name, "Oblique") != NULL;
  found->embedded = td_pdf_object_get (descriptor, "FontFile2")->type != TD_PDF_NULL
                    || td_pdf_object_get (descriptor, "FontFile3")->type != TD_PDF_NULL
                    || td_pdf_object_get (descriptor, "FontFile")->type != TD_PDF_NULL;
  return found;
}

static const Font *
get_font (TdPdfScan *self, const TdPdfObject *object)
{
  Font *font = g_hash_table_lookup (self->known, object);
  const TdPdfObject *inner = object, *unicode, *widths;

  if (font != NULL || object->type != TD_PDF_DICTIONARY)
    return font;
  font = g_new0 (Font, 1);
  font->widths = g_hash_table_new (NULL, NULL);
  font->letters = g_hash_table_new (NULL, NULL);
  font->wide = td_pdf_object_is_name (td_pdf_file_get (self->file, object, "Subtype"), "Type0");
  if (font->wide)
    {
      const TdPdfObject *standard;

      inner = td_pdf_file_get_item (self->file,
                                    td_pdf_file_get (self->file, object, "DescendantFonts"), 0);
      standard = td_pdf_file_get (self->file, inner, "DW");
      font->default_width = standard->type == TD_PDF_NUMBER ? (int) standard->number : 1000;
      widths = td_pdf_file_get (self->file, inner, "W");
      if (widths->type == TD_PDF_ARRAY)
        read_wide_widths (self, font, widths);
    }
  else
    {
      const TdPdfObject *first = td_pdf_file_get (self->file, object, "FirstChar");

      widths = td_pdf_file_get (self->file, object, "Widths");
      if (first->type == TD_PDF_NUMBER && first->number >= 0 && first->number < 256
          && widths->type == TD_PDF_ARRAY)
        for (gsize i = 0; i < widths->length; i++)
          set_width (font, (guint) first->number + (guint) i,
                     td_pdf_file_get_item (self->file, widths, i));
    }
  unicode = td_pdf_file_get (self->file, object, "ToUnicode");
  read_letters (self, font, unicode);
  font->index = self->fonts->len;
  g_ptr_array_add (self->fonts, describe_font (self, object, inner));
  g_hash_table_insert (self->known, (gpointer) object, font);
  return font;
}

/* --- text ------------------------------------------------------------------------------------- */

static int
get_mcid (const Reader *self)
{
  for (guint i = self->marks->len; i-- > 0;)
    if (g_array_index (self->marks, int, i) >= 0)
      return g_array_index (self->marks, int, i);
  return -1;
}

static void
show_code (Reader *self, guint code)
{
  State *state = &self->state;
  const char *letter = g_hash_table_lookup (state->font->letters, GUINT_TO_POINTER (code));
  gpointer width = NULL;
  cairo_matrix_t full;
  TdPdfGlyph glyph = { .font = state->font->index,
                       .grey = state->fill,
                       .mcid = get_mcid (self),
                       .in_figure = self->figure_depth > 0 };
  double advance, x = 0, y = state->rise;
  int thousandths = state->font->default_width;

  if (g_hash_table_lookup_extended (state->font->widths, GUINT_TO_POINTER (code), NULL, &width))
    thousandths = GPOINTER_TO_INT (width);
  cairo_matrix_multiply (&full, &self->text, &state->matrix);
  cairo_matrix_transform_point (&full, &x, &y);
  advance = (thousandths / 1000.0 * state->size + state->spacing
             + (!state->font->wide && code == ' ' ? state->word_spacing : 0))
            * state->scale;
  glyph.x = x;
  glyph.y = self->scan->page.height - y;
  glyph.size = state->size * hypot (full.xy, full.yy);
  glyph.width = advance * hypot (full.xx, full.yx);
  glyph.level = fabs (full.yx) < 1e-6 * fabs (full.xx) + 1e-9;
  if (self->actual_depth > 0)
    {
      glyph.text = self->actual;
      self->actual = "";
    }
  else
    glyph.text = letter != NULL ? letter : "";
  g_array_append_val (self->scan->page.glyphs, glyph);
  cairo_matrix_translate (&self->text, advance, 0);
}

static void
show_string (Reader *self, const TdPdfObject *string)
{
  const guchar *bytes = (const guchar *) string->bytes;

  if (self->state.font == NULL || string->type != TD_PDF_STRING)
    return;
  if (self->state.font->wide)
    for (gsize i = 0; i + 1 < string->length; i += 2)
      show_code (self, (guint) bytes[i] << 8 | bytes[i + 1]);
  else
    for (gsize i = 0; i < string->length; i++)
      show_code (self, bytes[i]);
}

static void
show_array (Reader *self, const TdPdfObject *array)
{
  for (gsize i = 0; array->type == TD_PDF_ARRAY && i < array->length; i++)
    if (array->items[i].type == TD_PDF_NUMBER)
      cairo_matrix_translate (
          &self->text, -array->items[i].number / 1000 * self->state.size * self->state.scale, 0);
    else
      show_string (self, &array->items[i]);
}

static void
move_line (Reader *self, double x, double y)
{
  cairo_matrix_translate (&self->line, x, y);
  self->text = self->line;
}

/* --- paths ------------------------------------------------------------------------------------ */

static void
add_piece (Reader *self, double x, double y)
{
  TdPdfStroke piece = { self->at_x, self->at_y, x, y, 0, 0 };

  g_array_append_val (self->path, piece);
  self->at_x = x;
  self->at_y = y;
}

static void
stroke_path (Reader *self)
{
  const cairo_matrix_t *matrix = &self->state.matrix;
  double scale = sqrt (fabs (matrix->xx * matrix->yy - matrix->xy * matrix->yx));

  for (guint i = 0; i < self->path->len; i++)
    {
      TdPdfStroke piece = g_array_index (self->path, TdPdfStroke, i);

      cairo_matrix_transform_point (matrix, &piece.x1, &piece.y1);
      cairo_matrix_transform_point (matrix, &piece.x2, &piece.y2);
      piece.y1 = self->scan->page.height - piece.y1;
      piece.y2 = self->scan->page.height - piece.y2;
      piece.width = self->state.line_width * scale;
      piece.mcid = get_mcid (self);
      piece.in_figure = self->figure_depth > 0;
      g_array_append_val (self->scan->page.strokes, piece);
    }
}

/* --- operators -------------------------------------------------------------------------------- */

static float
mix_grey (double red, double green, double blue)
{
  if (fabs (red - green) < 0.004 && fabs (green - blue) < 0.004)
    return (float) red;
  return -1;
}

static void
begin_mark (Reader *self, const TdPdfObject *tag, const TdPdfObject *properties)
{
  const TdPdfObject *id = td_pdf_object_get (properties, "MCID");
  const TdPdfObject *actual = td_pdf_object_get (properties, "ActualText");
  int mcid = id->type == TD_PDF_NUMBER && id->number >= 0 && id->number < G_MAXINT32
                 ? (int) id->number
                 : -1;

  g_array_append_val (self->marks, mcid);
  if (tag->type == TD_PDF_NAME && g_str_equal (tag->bytes, "Figure") && self->figure_depth == 0)
    self->figure_depth = self->marks->len;
  if (actual->type == TD_PDF_STRING && self->actual_depth == 0)
    {
      g_autofree char *text = td_pdf_object_dup_text (actual);

      self->actual = td_arena_copy (self->scan->arena, text, strlen (text) + 1);
      self->actual_depth = self->marks->len;
    }
}

static void
end_mark (Reader *self)
{
  if (self->actual_depth == self->marks->len)
    self->actual_depth = 0;
  if (self->figure_depth == self->marks->len)
    self->figure_depth = 0;
  if (self->marks->len > 0)
    g_array_set_size (self->marks, self->marks->len - 1);
}

static void
read_content (Reader *self, const TdPdfObject *resources, const char *text, gsize length);

static void
draw_form (Reader *self, const TdPdfObject *resources, const char *name)
{
  const TdPdfObject *form = td_pdf_file_get (
      self->scan->file, td_pdf_file_get (self->scan->file, resources, "XObject"), name);
  const TdPdfObject *matrix, *own;
  g_autofree char *text = NULL;
  State saved = self->state;
  gsize length = 0;

  if (!td_pdf_object_is_name (td_pdf_file_get (self->scan->file, form, "Subtype"), "Form")
      || self->depth >= DEEPEST)
    return;
  text = td_pdf_file_read_stream (self->scan->file, form, &length);
  if (text == NULL)
    return;
  matrix = td_pdf_file_get (self->scan->file, form, "Matrix");
  if (matrix->type == TD_PDF_ARRAY && matrix->length == 6)
    {
      cairo_matrix_t own_matrix;

      cairo_matrix_init (&own_matrix, matrix->items[0].number, matrix->items[1].number,
                         matrix->items[2].number, matrix->items[3].number, matrix->items[4].number,
                         matrix->items[5].number);
      cairo_matrix_multiply (&self->state.matrix, &own_matrix, &self->state.matrix);
    }
  own = td_pdf_file_get (self->scan->file, form, "Resources");
  self->depth++;
  read_content (self, own->type == TD_PDF_DICTIONARY ? own : resources, text, length);
  self->depth--;
  self->state = saved;
}

/* Text operators. FALSE when @op is none. */
static gboolean
apply_text (Reader *self, const TdPdfObject *resources, const char *op, const TdPdfObject *args,
            guint n_args)
{
  State *state = &self->state;

  if (g_str_equal (op, "BT"))
    {
      cairo_matrix_init_identity (&self->text);
      self->line = self->text;
    }
  else if (g_str_equal (op, "Tf") && n_args >= 2 && args[0].type == TD_PDF_NAME)
    {
      const TdPdfObject *fonts = td_pdf_file_get (self->scan->file, resources, "Font");

      state->font = get_font (self->scan, td_pdf_file_get (self->scan->file, fonts, args[0].bytes));
      state->size = args[1].number;
    }
  else if (g_str_equal (op, "Tm") && n_args >= 6)
    {
      cairo_matrix_init (&self->line, args[0].number, args[1].number, args[2].number,
                         args[3].number, args[4].number, args[5].number);
      self->text = self->line;
    }
  else if (g_str_equal (op, "Td") && n_args >= 2)
    move_line (self, args[0].number, args[1].number);
  else if (g_str_equal (op, "TD") && n_args >= 2)
    {
      state->leading = -args[1].number;
      move_line (self, args[0].number, args[1].number);
    }
  else if (g_str_equal (op, "T*"))
    move_line (self, 0, -state->leading);
  else if (g_str_equal (op, "Tj") && n_args >= 1)
    show_string (self, &args[0]);
  else if (g_str_equal (op, "TJ") && n_args >= 1)
    show_array (self, &args[0]);
  else if (g_str_equal (op, "'") && n_args >= 1)
    {
      move_line (self, 0, -state->leading);
      show_string (self, &args[0]);
    }
  else if (g_str_equal (op, "Tc") && n_args >= 1)
    state->spacing = args[0].number;
  else if (g_str_equal (op, "Tw") && n_args >= 1)
    state->word_spacing = args[0].number;
  else if (g_str_equal (op, "Tz") && n_args >= 1)
    state->scale = args[0].number / 100;
  else if (g_str_equal (op, "TL") && n_args >= 1)
    state->leading = args[0].number;
  else if (g_str_equal (op, "Ts") && n_args >= 1)
    state->rise = args[0].number;
  else
    return FALSE;
  return TRUE;
}

/* Paths. FALSE when @op is none. */
static gboolean
apply_path (Reader *self, const char *op, const TdPdfObject *args, guint n_args)
{
  if (g_str_equal (op, "m") && n_args >= 2)
    {
      self->from_x = self->at_x = args[0].number;
      self->from_y = self->at_y = args[1].number;
    }
  else if (g_str_equal (op, "l") && n_args >= 2)
    add_piece (self, args[0].number, args[1].number);
  else if ((g_str_equal (op, "c") || g_str_equal (op, "v") || g_str_equal (op, "y")) && n_args >= 4)
    {
      /* A curve is no line: only its end matters to what comes after. */
      self->at_x = args[n_args - 2].number;
      self->at_y = args[n_args - 1].number;
    }
  else if (g_str_equal (op, "h"))
    add_piece (self, self->from_x, self->from_y);
  else if (g_str_equal (op, "re") && n_args >= 4)
    {
      double x = args[0].number, y = args[1].number, w = args[2].number, h = args[3].number;

      self->at_x = self->from_x = x;
      self->at_y = self->from_y = y;
      add_piece (self, x + w, y);
      add_piece (self, x + w, y + h);
      add_piece (self, x, y + h);
      add_piece (self, x, y);
    }
  else if (g_str_equal (op, "S") || g_str_equal (op, "s") || g_str_equal (op, "B")
           || g_str_equal (op, "B*") || g_str_equal (op, "b") || g_str_equal (op, "b*"))
    {
      stroke_path (self);
      g_array_set_size (self->path, 0);
    }
  else if (g_str_equal (op, "f") || g_str_equal (op, "F") || g_str_equal (op, "f*")
           || g_str_equal (op, "n"))
    g_array_set_size (self->path, 0);
  else
    return FALSE;
  return TRUE;
}

static void
apply_state (Reader *self, const TdPdfObject *resources, const char *op, const TdPdfObject *args,
             guint n_args)
{
  State *state = &self->state;

  if (g_str_equal (op, "q") && self->saved->len < 4096)
    g_array_append_val (self->saved, *state);
  else if (g_str_equal (op, "Q") && self->saved->len > 0)
    {
      *state = g_array_index (self->saved, State, self->saved->len - 1);
      g_array_set_size (self->saved, self->saved->len - 1);
    }
  else if (g_str_equal (op, "cm") && n_args >= 6)
    {
      cairo_matrix_t change;

      cairo_matrix_init (&change, args[0].number, args[1].number, args[2].number, args[3].number,
                         args[4].number, args[5].number);
      cairo_matrix_multiply (&state->matrix, &change, &state->matrix);
    }
  else if (g_str_equal (op, "w") && n_args >= 1)
    state->line_width = args[0].number;
  else if (g_str_equal (op, "g") && n_args >= 1)
    state->fill = (float) args[0].number;
  else if (g_str_equal (op, "G") && n_args >= 1)
    state->stroke = (float) args[0].number;
  else if (g_str_equal (op, "rg") && n_args >= 3)
    state->fill = mix_grey (args[0].number, args[1].number, args[2].number);
  else if (g_str_equal (op, "RG") && n_args >= 3)
    state->stroke = mix_grey (args[0].number, args[1].number, args[2].number);
  else if (g_str_equal (op, "BDC"))
    begin_mark (self, &args[0],
                n_args >= 2 ? td_pdf_file_resolve (self->scan->file, &args[1]) : &args[0]);
  else if (g_str_equal (op, "BMC"))
    begin_mark (self, &args[0], &args[0]);
  else if (g_str_equal (op, "EMC"))
    end_mark (self);
  else if (g_str_equal (op, "Do") && n_args >= 1 && args[0].type == TD_PDF_NAME)
    draw_form (self, resources, args[0].bytes);
}

static void
read_content (Reader *self, const TdPdfObject *resources, const char *text, gsize length)
{
  TdPdfLexer lexer = { text, text + length, self->scan->arena };
  TdPdfObject args[MOST_OPERANDS] = { { TD_PDF_NULL } };
  guint n_args = 0;

  while (td_pdf_lexer_read (&lexer, &args[n_args]))
    {
      const char *op = args[n_args].bytes;

      if (args[n_args].type != TD_PDF_OPERATOR)
        {
          n_args = MIN (n_args + 1, MOST_OPERANDS - 1);
          continue;
        }
      if (!apply_text (self, resources, op, args, n_args) && !apply_path (self, op, args, n_args))
        apply_state (self, resources, op, args, n_args);
      n_args = 0;
    }
}

/* --- the file --------------------------------------------------------------------------------- */

/* All pages below a node of the tree. */
static void
collect_pages (TdPdfScan *self, const TdPdfObject *node, guint depth)
{
  const TdPdfObject *kids = td_pdf_file_get (self->file, node, "Kids");

  if (depth > DEEPEST || self->pages->len >= MOST_PAGES)
    return;
  if (kids->type != TD_PDF_ARRAY)
    {
      if (td_pdf_object_is_name (td_pdf_file_get (self->file, node, "Type"), "Page"))
        g_ptr_array_add (self->pages, (gpointer) node);
      return;
    }
  for (gsize i = 0; i < kids->length; i++)
    collect_pages (self, td_pdf_file_get_item (self->file, kids, i), depth + 1);
}

TdPdfScan *
td_pdf_scan_new (GBytes *bytes, GError **error)
{
  TdPdfFile *file = td_pdf_file_new (bytes, error);
  const TdPdfObject *catalog, *info;
  TdPdfScan *self;

  if (file == NULL)
    return NULL;
  catalog = td_pdf_file_get_catalog (file);
  if (catalog == NULL)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT, "PDF: no catalog");
      td_pdf_file_free (file);
      return NULL;
    }
  self = g_new0 (TdPdfScan, 1);
  self->file = file;
  self->arena = td_arena_new ();
  self->pages = g_ptr_array_new ();
  self->fonts = g_ptr_array_new_with_free_func (free_font);
  self->known = g_hash_table_new_full (NULL, NULL, NULL, free_known);
  self->page.glyphs = g_array_new (FALSE, FALSE, sizeof (TdPdfGlyph));
  self->page.strokes = g_array_new (FALSE, FALSE, sizeof (TdPdfStroke));
  collect_pages (self, td_pdf_file_get (file, catalog, "Pages"), 0);
  info = td_pdf_file_get_info (file);
  self->language = td_pdf_object_dup_text (td_pdf_file_get (file, catalog, "Lang"));
  self->title =
      info != NULL ? td_pdf_object_dup_text (td_pdf_file_get (file, info, "Title")) : g_strdup ("");
  self->tagged =
      td_pdf_file_get (file, catalog, "StructTreeRoot")->type == TD_PDF_DICTIONARY
      && td_pdf_file_get (file, td_pdf_file_get (file, catalog, "MarkInfo"), "Marked")->number == 1;
  return self;
}

void
td_pdf_scan_free (TdPdfScan *self)
{
  if (self == NULL)
    return;
  td_pdf_file_free (self->file);
  td_arena_free (self->arena);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->fonts);
  g_hash_table_unref (self->known);
  g_array_unref (self->page.glyphs);
  g_array_unref (self->page.strokes);
  g_free (self->language);
  g_free (self->title);
  g_free (self);
}

guint
td_pdf_scan_get_n_pages (const TdPdfScan *self)
{
  return self->pages->len;
}

/* The content of a page: one stream, or several that are one. */
static void
read_streams (TdPdfScan *self, Reader *reader, const TdPdfObject *page)
{
  const TdPdfObject *contents = td_pdf_file_get (self->file, page, "Contents");
  const TdPdfObject *resources = td_pdf_file_get (self->file, page, "Resources");
  gsize n_parts = contents->type == TD_PDF_ARRAY ? contents->length : 1;
  g_autoptr (GString) all = g_string_new (NULL);

  for (gsize i = 0; i < n_parts; i++)
    {
      gsize length = 0;
      g_autofree char *text = td_pdf_file_read_stream (
          self->file,
          contents->type == TD_PDF_ARRAY ? td_pdf_file_get_item (self->file, contents, i)
                                         : contents,
          &length);

      if (text != NULL)
        g_string_append_len (all, text, (gssize) length);
      g_string_append_c (all, '\n');
    }
  read_content (reader, resources, all->str, all->len);
}

const TdPdfPage *
td_pdf_scan_get_page (TdPdfScan *self, guint page)
{
  const TdPdfObject *object, *box;
  Reader reader = { .scan = self };

  g_return_val_if_fail (page < self->pages->len, NULL);
  object = g_ptr_array_index (self->pages, page);
  box = td_pdf_file_get (self->file, object, "MediaBox");
  self->page.width = self->page.height = 0;
  if (box->type == TD_PDF_ARRAY && box->length == 4)
    {
      self->page.width = box->items[2].number - box->items[0].number;
      self->page.height = box->items[3].number - box->items[1].number;
    }
  g_array_set_size (self->page.glyphs, 0);
  g_array_set_size (self->page.strokes, 0);
  reader.saved = g_array_new (FALSE, FALSE, sizeof (State));
  reader.marks = g_array_new (FALSE, FALSE, sizeof (int));
  reader.path = g_array_new (FALSE, FALSE, sizeof (TdPdfStroke));
  reader.state.scale = 1;
  reader.state.line_width = 1;
  cairo_matrix_init_identity (&reader.state.matrix);
  cairo_matrix_init_identity (&reader.text);
  cairo_matrix_init_identity (&reader.line);
  read_streams (self, &reader, object);
  g_array_unref (reader.saved);
  g_array_unref (reader.marks);
  g_array_unref (reader.path);
  return &self->page;
}

const TdPdfFont *
td_pdf_scan_get_font (const TdPdfScan *self, guint font)
{
  g_return_val_if_fail (font < self->fonts->len, NULL);
  return g_ptr_array_index (self->fonts, font);
}

guint
td_pdf_scan_get_n_fonts (const TdPdfScan *self)
{
  return self->fonts->len;
}

const char *
td_pdf_scan_get_language (const TdPdfScan *self)
{
  return self->language;
}

const char *
td_pdf_scan_get_title (const TdPdfScan *self)
{
  return self->title;
}

gboolean
td_pdf_scan_is_tagged (const TdPdfScan *self)
{
  return self->tagged;
}
