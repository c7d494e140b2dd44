/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-xlsx-sheet.h"

#include <string.h>

#include "tables/td-cell-text.h"
#include "tables/td-limits.h"
#include "tables/td-refuse.h"

/* The t of a cell. */
typedef enum
{
  TYPE_NUMBER,
  TYPE_SHARED,
  TYPE_STRING, /* inline, or a formula's */
  TYPE_BOOLEAN,
  TYPE_ERROR,
  TYPE_ISO_DATE,
  TYPE_UNKNOWN,
} Type;

typedef struct
{
  TdXlsxBook *book;
  TdRowBuilder *builder;

  const char *uri; /* the namespace of the root */
  const char *c, *v, *row, *t, *is, *f, *rph, *rich, *rich_properties, *sheet_data, *cols, *col;
  const char *r_attr, *s_attr, *t_attr, *hidden_attr;

  gint64 last_row;
  gint64 last_column;
  guint n_cols;
  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_inline;

  /* The cell that is being gathered. */
  Type type;
  gint64 style;
  gboolean has_formula;
  gboolean has_value;
  gboolean taking;
  gboolean struck; /* a part of its text */
  GString *value;
} Parse;

/* --- merged areas ----------------------------------------------------------------------------- */

#define MERGE_TAG "mergeCell "

typedef struct
{
  TdMerges *merges;
  const char *place;
} MergeScan;

/* `ref="A1:B2"` within the tag. */
static gboolean
read_merge (const char *tag, const char *end, TdMerge *merge)
{
  const char *ref = memmem (tag, (gsize) (end - tag), "ref=", 4);
  const char *close, *colon;
  char quote;

  if (ref == NULL || ref + 5 >= end)
    return FALSE;
  quote = ref[4];
  ref += 5;
  close = memchr (ref, quote, (gsize) (end - ref));
  if (close == NULL)
    return FALSE;
  colon = memchr (ref, ':', (gsize) (close - ref));
  /* One cell is written as such by some; it is no area, and does no harm. */
  if (colon == NULL)
    {
      merge->last_row = merge->last_column = 0;
      return td_cell_parse_name (ref, close - ref, &merge->first_row, &merge->first_column);
    }
  return td_cell_parse_name (ref, colon - ref, &merge->first_row, &merge->first_column)
         && td_cell_parse_name (colon + 1, close - colon - 1, &merge->last_row, &merge->last_column)
         && merge->first_row <= merge->last_row && merge->first_column <= merge->last_column;
}

/*
 * Tags only: within text and attributes "<" cannot stand, so nothing a person typed looks like this.
 */
static gssize
scan_merges_cb (const char *bytes, gsize length, guint64 offset, gpointer data, GError **error)
{
  MergeScan *scan = data;
  const char *at = bytes, *end = bytes + length;
  const char *hit;

  while ((hit = memmem (at, (gsize) (end - at), MERGE_TAG, strlen (MERGE_TAG))) != NULL)
    {
      const char *close = memchr (hit, '>', (gsize) (end - hit));
      TdMerge merge;

      if (close == NULL)
        return MAX (hit - bytes - 1, 0);
      at = close;
      if (hit == bytes || (hit[-1] != '<' && hit[-1] != ':'))
        continue;
      if (!read_merge (hit, close, &merge))
        {
          td_refuse_damaged (error, scan->place);
          return -1;
        }
      if (merge.last_row != 0 && !td_merges_add (scan->merges, &merge))
        {
          td_refuse_too_large (error, scan->place);
          return -1;
        }
    }
  /* The head of a tag may stand at the end of the piece. */
  return MAX (at - bytes, (gssize) length - (gssize) strlen (MERGE_TAG));
}

/* --- cells ------------------------------------------------------------------------------------ */

static void
fail_damaged (TdXml *xml, const Parse *parse, gint64 column)
{
  g_autofree char *place =
      td_row_builder_dup_place (parse->builder, (guint) CLAMP (column, 0, TD_LIMIT_COLUMNS));
  GError *error = NULL;

  td_refuse_damaged (&error, place);
  td_xml_fail (xml, error);
}

static Type
read_type (const TdXmlAttribute *attribute)
{
  gsize length;

  if (attribute == NULL)
    return TYPE_NUMBER;
  length = (gsize) (attribute->end - attribute->value);
  if (length == 1)
    switch (*attribute->value)
      {
      case 's':
        return TYPE_SHARED;
      case 'b':
        return TYPE_BOOLEAN;
      case 'e':
        return TYPE_ERROR;
      case 'd':
        return TYPE_ISO_DATE;
      case 'n':
        return TYPE_NUMBER;
      default:
        return TYPE_UNKNOWN;
      }
  return td_xml_equals (attribute, "inlineStr") || td_xml_equals (attribute, "str") ? TYPE_STRING
                                                                                    : TYPE_UNKNOWN;
}

static void
start_cell (TdXml *xml, Parse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  const TdXmlAttribute *type = NULL;
  gint64 column = parse->last_column + 1;

  parse->style = 0;
  for (guint i = 0; i < n_attributes; i++)
    {
      const TdXmlAttribute *attribute = &attributes[i];

      if (attribute->uri != NULL)
        continue;
      if (attribute->name == parse->r_attr)
        {
          guint row, named;

          if (!td_cell_parse_name (attribute->value, attribute->end - attribute->value, &row,
                                   &named)
              || row != parse->builder->row.row)
            {
              fail_damaged (xml, parse, 0);
              return;
            }
          column = named;
        }
      else if (attribute->name == parse->s_attr)
        parse->style = td_xml_number (attribute, 0);
      else if (attribute->name == parse->t_attr)
        type = attribute;
    }
  parse->last_column = column;
  parse->type = read_type (type);
  parse->in_cell = TRUE;
  parse->in_inline = FALSE;
  parse->has_formula = FALSE;
  parse->has_value = FALSE;
  parse->taking = FALSE;
  parse->struck = FALSE;
  parse->value->len = 0;
  parse->value->str[0] = '\0';
}

static const TdXlsxStyle *
find_style (const Parse *parse)
{
  if (parse->style < 0 || parse->style >= (gint64) parse->book->styles->len)
    return NULL;
  return &g_array_index (parse->book->styles, TdXlsxStyle, (guint) parse->style);
}

/* The number as its style shows it. */
static void
set_styled_number (Parse *parse, TdCell *cell)
{
  const TdXlsxStyle *style = find_style (parse);

  switch (style != NULL ? style->format : TD_NUMBER_FORMAT_NUMBER)
    {
    case TD_NUMBER_FORMAT_DATE:
      td_row_builder_set_serial_date (parse->builder, cell, parse->book->from_1904);
      break;
    case TD_NUMBER_FORMAT_TIME:
      td_row_builder_set_serial_time (parse->builder, cell);
      break;
    case TD_NUMBER_FORMAT_PERCENT:
      cell->flags |= TD_CELL_PERCENT;
      td_row_builder_set_number (parse->builder, cell);
      break;
    case TD_NUMBER_FORMAT_NUMBER:
    case TD_NUMBER_FORMAT_TEXT:
    default:
      td_row_builder_set_number (parse->builder, cell);
      break;
    }
}

static void
fail_long (TdXml *xml, const Parse *parse)
{
  g_autofree char *place =
      td_row_builder_dup_place (parse->builder, (guint) MIN (parse->last_column, TD_LIMIT_COLUMNS));
  GError *error = NULL;

  td_cell_text_refuse (&error, place);
  td_xml_fail (xml, error);
}

static TdCell *
add_shared (TdXml *xml, Parse *parse, GError **error)
{
  guint64 index = G_MAXUINT64;
  const char *text = NULL;
  gsize length = 0;
  TdCell *cell;

  if (parse->value->len > 0 && parse->value->len <= 10)
    {
      index = 0;
      for (gsize i = 0; i < parse->value->len; i++)
        {
          if (!g_ascii_isdigit (parse->value->str[i]))
            {
              index = G_MAXUINT64;
              break;
            }
          index = index * 10 + (guint64) (parse->value->str[i] - '0');
        }
    }
  if (parse->book->strings != NULL)
    text = td_xlsx_strings_get (parse->book->strings, index, &length);
  if (text == NULL)
    {
      if (length == TD_XLSX_TOO_LONG)
        fail_long (xml, parse);
      else
        fail_damaged (xml, parse, parse->last_column);
      return NULL;
    }
  if (length == 0 && !parse->has_formula)
    return NULL;
  cell = td_row_builder_add_static (parse->builder, parse->last_column, text, length, error);
  if (cell != NULL)
    {
      td_row_builder_set_text (parse->builder, cell);
      if (td_xlsx_strings_is_struck (parse->book->strings, index))
        cell->flags |= TD_CELL_STRUCK;
    }
  return cell;
}

static void
trim_value (GString *value)
{
  gsize skip = 0;

  while (value->len > 0 && g_ascii_isspace (value->str[value->len - 1]))
    g_string_truncate (value, value->len - 1);
  while (skip < value->len && g_ascii_isspace (value->str[skip]))
    skip++;
  if (skip > 0)
    g_string_erase (value, 0, (gssize) skip);
}

static TdCell *
add_value (Parse *parse, GError **error)
{
  TdRowBuilder *builder = parse->builder;
  GString *value = parse->value;
  TdCell *cell;

  if (parse->type == TYPE_STRING)
    value->len = td_xlsx_unescape (value->str, value->len);
  else
    trim_value (value);
  /*
   * A formula whose program did not calculate has no value, or an empty one. Of a formula that makes a
   * text an empty value is a result like any other.
   */
  if (value->len == 0 && !parse->has_formula)
    return NULL;
  cell = td_row_builder_add (builder, parse->last_column, value->str, value->len, error);
  if (cell == NULL)
    return NULL;
  if (value->len == 0 && !(parse->type == TYPE_STRING && parse->has_value))
    {
      cell->kind = TD_CELL_UNCALCULATED;
      return cell;
    }
  switch (parse->type)
    {
    case TYPE_NUMBER:
      set_styled_number (parse, cell);
      break;
    case TYPE_BOOLEAN:
      cell->kind = TD_CELL_BOOLEAN;
      if (g_str_equal (cell->text, "true") || g_str_equal (cell->text, "false"))
        {
          cell->text = *cell->text == 't' ? "1" : "0";
          cell->length = 1;
        }
      else if (!g_str_equal (cell->text, "1") && !g_str_equal (cell->text, "0"))
        cell->kind = TD_CELL_ERROR;
      break;
    case TYPE_ISO_DATE:
      td_row_builder_set_iso_date (builder, cell);
      break;
    case TYPE_ERROR:
    case TYPE_UNKNOWN:
      cell->kind = TD_CELL_ERROR;
      break;
    case TYPE_STRING:
    case TYPE_SHARED:
    default:
      td_row_builder_set_text (builder, cell);
      break;
    }
  return cell;
}

static void
end_cell (TdXml *xml, Parse *parse)
{
  const TdXlsxStyle *style = find_style (parse);
  GError *error = NULL;
  TdCell *cell;

  parse->in_cell = FALSE;
  /* Without its style a number may be anything: a day, a percentage. */
  if (style == NULL && parse->style != 0 && parse->value->len > 0 && parse->type == TYPE_NUMBER)
    {
      fail_damaged (xml, parse, parse->last_column);
      return;
    }
  if (parse->type == TYPE_SHARED && parse->value->len > 0)
    cell = add_shared (xml, parse, &error);
  else
    cell = add_value (parse, &error);
  if (error != NULL)
    td_xml_fail (xml, error);
  else if (cell != NULL)
    {
      cell->format = style != NULL ? style->code : NULL;
      /* What a format does to numbers does not touch texts; struck out is everything. */
      if (style != NULL)
        cell->flags |= cell->kind == TD_CELL_TEXT ? style->flags & TD_CELL_STRUCK : style->flags;
      if (parse->struck)
        cell->flags |= TD_CELL_STRUCK;
      if (parse->has_formula)
        cell->flags |= TD_CELL_FORMULA;
    }
}

/* --- events ----------------------------------------------------------------------------------- */

static void
prepare_cb (TdXml *xml, gpointer data)
{
  Parse *parse = data;

  parse->c = td_xml_intern (xml, "c");
  parse->v = td_xml_intern (xml, "v");
  parse->row = td_xml_intern (xml, "row");
  parse->t = td_xml_intern (xml, "t");
  parse->is = td_xml_intern (xml, "is");
  parse->f = td_xml_intern (xml, "f");
  parse->rich = td_xml_intern (xml, "r");
  parse->rich_properties = td_xml_intern (xml, "rPr");
  parse->rph = td_xml_intern (xml, "rPh");
  parse->sheet_data = td_xml_intern (xml, "sheetData");
  parse->cols = td_xml_intern (xml, "cols");
  parse->col = td_xml_intern (xml, "col");
  parse->r_attr = parse->rich;
  parse->s_attr = td_xml_intern (xml, "s");
  parse->t_attr = parse->t;
  parse->hidden_attr = td_xml_intern (xml, "hidden");
}

static void
start_row (TdXml *xml, Parse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  const TdXmlAttribute *number = td_xml_find (attributes, n_attributes, parse->r_attr, NULL);
  const TdXmlAttribute *hidden = td_xml_find (attributes, n_attributes, parse->hidden_attr, NULL);
  GError *error = NULL;

  parse->in_row = TRUE;
  parse->last_row = number != NULL ? td_xml_number (number, 0) : parse->last_row + 1;
  parse->last_column = 0;
  if (!td_row_builder_begin (parse->builder, parse->last_row, td_xml_is_true (hidden), &error))
    td_xml_fail (xml, error);
}

static void
start_other (TdXml *xml, Parse *parse, const char *name, const TdXmlAttribute *attributes,
             guint n_attributes)
{
  if (name == parse->sheet_data)
    parse->in_data = TRUE;
  else if (name == parse->col)
    {
      if (++parse->n_cols > TD_LIMIT_COLUMNS)
        fail_damaged (xml, parse, 0);
      else if (td_xml_is_true (td_xml_find (attributes, n_attributes, parse->hidden_attr, NULL)))
        td_row_builder_hide_columns (
            parse->builder, td_xml_number (td_xml_get (attributes, n_attributes, "min"), 0),
            td_xml_number (td_xml_get (attributes, n_attributes, "max"), 0));
    }
  else if (name != parse->cols)
    td_xml_skip (xml);
}

static void
start_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
          guint n_attributes, gpointer data)
{
  Parse *parse = data;

  if (td_xml_get_depth (xml) == 1)
    parse->uri = uri;
  else if (uri != parse->uri)
    td_xml_skip (xml);
  else if (!parse->in_data)
    start_other (xml, parse, name, attributes, n_attributes);
  else if (name == parse->c && parse->in_row && !parse->in_cell)
    start_cell (xml, parse, attributes, n_attributes);
  else if (name == parse->row && !parse->in_row)
    start_row (xml, parse, attributes, n_attributes);
  else if (!parse->in_cell)
    td_xml_skip (xml);
  else if (name == parse->v || (name == parse->t && parse->in_inline))
    {
      /* Two values are a contradiction; the runs of a rich text are not. */
      if (name == parse->v && parse->has_value)
        fail_damaged (xml, parse, parse->last_column);
      parse->has_value = TRUE;
      parse->taking = TRUE;
    }
  else if (name == parse->is)
    parse->in_inline = TRUE;
  else if (name == parse->f)
    {
      parse->has_formula = TRUE;
      td_xml_skip (xml);
    }
  else if (name != parse->rich && name != parse->rich_properties)
    {
      parse->struck = parse->struck
                      || (parse->in_inline && td_xlsx_marks_text (name, attributes, n_attributes));
      td_xml_skip (xml);
    }
}

static void
end_cb (TdXml *xml, const char *name, const char *uri, gpointer data)
{
  Parse *parse = data;

  if (!parse->in_data)
    return;
  if (name == parse->v || name == parse->t)
    parse->taking = FALSE;
  else if (name == parse->c)
    end_cell (xml, parse);
  else if (name == parse->row)
    {
      GError *error = NULL;

      parse->in_row = FALSE;
      if (!td_row_builder_end (parse->builder, &error))
        td_xml_fail (xml, error);
    }
  else if (name == parse->sheet_data)
    parse->in_data = FALSE;
}

static void
text_cb (TdXml *xml, const char *text, gsize length, gpointer data)
{
  Parse *parse = data;

  if (!parse->taking)
    return;
  /* Nearly all values are short and come in one piece: no call for those. */
  if (parse->value->len + length < parse->value->allocated_len)
    {
      memcpy (parse->value->str + parse->value->len, text, length);
      parse->value->len += length;
      parse->value->str[parse->value->len] = '\0';
    }
  else
    g_string_append_len (parse->value, text, (gssize) length);
  if (parse->value->len > TD_XLSX_TEXT_BYTES)
    fail_long (xml, parse);
}

gboolean
td_xlsx_sheet_read (TdXlsxBook *book, const TdXlsxSheet *sheet, TdRowBuilder *builder,
                    TdProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                    GError **error)
{
  static const TdXmlHandler handler = { prepare_cb, start_cb, end_cb, text_cb };
  MergeScan scan = { builder->merges, td_archive_get_name (book->archive) };
  Parse parse = { .book = book, .builder = builder };
  gboolean done;

  if (!td_xlsx_book_load_strings (book, cancellable, error)
      || !td_archive_scan (book->archive, sheet->part, TD_LIMIT_KEPT, scan_merges_cb, &scan,
                           cancellable, error))
    return FALSE;
  parse.value = g_string_sized_new (1024);
  done = td_xml_parse (book->archive, sheet->part, &handler, &parse, progress, progress_data,
                       cancellable, error);
  td_archive_forget (book->archive);
  g_string_free (parse.value, TRUE);
  return done;
}
