/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-ods-book.h"

#include <string.h>

#include "base/td-date.h"
#include "tables/td-cell-text.h"
#include "tables/td-limits.h"
#include "tables/td-ods-text.h"
#include "tables/td-refuse.h"

/* Positions and counts stop here, far beyond any sheet, so that their sums cannot overflow. */
#define FAR (G_GINT64_CONSTANT (1) << 40)

/* The office:value-type of a cell. */
typedef enum
{
  TYPE_NONE,
  TYPE_NUMBER,
  TYPE_PERCENT,
  TYPE_DATE,
  TYPE_TIME,
  TYPE_BOOLEAN,
  TYPE_STRING,
} Type;

typedef struct
{
  const TdOdsSheet *sheet;
  TdRowBuilder *builder;
  const char *place; /* the file */
  gint64 repeated;   /* filled cells that came from repetition */

  /* Interned. */
  const char *office_ns, *table_ns, *calcext_ns;
  const char *body, *spreadsheet, *table, *row, *cell, *covered, *column;
  const char *containers[6];
  const char *name, *rows_repeated, *columns_repeated, *rows_spanned, *columns_spanned, *visibility;
  const char *value_type, *value, *date_value, *time_value, *boolean_value, *string_value;
  const char *formula, *style_name;

  gboolean in_table;
  gint64 column_at;   /* columns told of so far */
  gint64 row_at;      /* rows before the current one */
  gint64 row_count;   /* how often the current one stands */
  gboolean row_begun; /* the builder knows of it */
  gboolean row_hidden;
  gboolean in_row;
  gint64 cell_at; /* cells of the row before the current one */

  /* The cell that is being gathered. */
  gboolean in_cell;
  Type type;
  gint64 cell_count;
  gboolean has_formula;
  gboolean truth; /* the formula is TRUE() or FALSE(): how LibreOffice writes a plain yes or no */
  gboolean is_error;
  gboolean has_string;
  gboolean has_value;
  gboolean struck;
  GHashTable *struck_styles; /* borrowed */
  GString *value_text;       /* of the attributes */
  TdOdsText text;            /* of the paragraphs */
} Parse;

static void
prepare_cb (TdXml *xml, gpointer data)
{
  static const char *const containers[] = { "table-columns",      "table-header-columns",
                                            "table-column-group", "table-rows",
                                            "table-header-rows",  "table-row-group" };
  Parse *parse = data;

  parse->office_ns = td_xml_intern (xml, TD_ODS_OFFICE);
  parse->table_ns = td_xml_intern (xml, TD_ODS_TABLE);
  parse->calcext_ns = td_xml_intern (xml, TD_ODS_CALCEXT);
  parse->body = td_xml_intern (xml, "body");
  parse->spreadsheet = td_xml_intern (xml, "spreadsheet");
  parse->table = td_xml_intern (xml, "table");
  parse->row = td_xml_intern (xml, "table-row");
  parse->cell = td_xml_intern (xml, "table-cell");
  parse->covered = td_xml_intern (xml, "covered-table-cell");
  parse->column = td_xml_intern (xml, "table-column");
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    parse->containers[i] = td_xml_intern (xml, containers[i]);
  parse->name = td_xml_intern (xml, "name");
  parse->rows_repeated = td_xml_intern (xml, "number-rows-repeated");
  parse->columns_repeated = td_xml_intern (xml, "number-columns-repeated");
  parse->rows_spanned = td_xml_intern (xml, "number-rows-spanned");
  parse->columns_spanned = td_xml_intern (xml, "number-columns-spanned");
  parse->visibility = td_xml_intern (xml, "visibility");
  parse->value_type = td_xml_intern (xml, "value-type");
  parse->value = td_xml_intern (xml, "value");
  parse->date_value = td_xml_intern (xml, "date-value");
  parse->time_value = td_xml_intern (xml, "time-value");
  parse->boolean_value = td_xml_intern (xml, "boolean-value");
  parse->string_value = td_xml_intern (xml, "string-value");
  parse->formula = td_xml_intern (xml, "formula");
  parse->style_name = td_xml_intern (xml, "style-name");
  td_ods_text_prepare (&parse->text, xml);
}

/* A count of at least one. */
static gint64
read_count (const TdXmlAttribute *attribute)
{
  return CLAMP (td_xml_number (attribute, 1), 1, FAR);
}

static gboolean
is_hidden (const TdXmlAttribute *visibility)
{
  return td_xml_equals (visibility, "collapse") || td_xml_equals (visibility, "filter");
}

/* --- a cell ----------------------------------------------------------------------------------- */

static Type
read_type (const TdXmlAttribute *attribute)
{
  static const struct
  {
    const char *name;
    Type type;
  } types[] = {
    { "float", TYPE_NUMBER },    { "string", TYPE_STRING }, { "percentage", TYPE_PERCENT },
    { "currency", TYPE_NUMBER }, { "date", TYPE_DATE },     { "time", TYPE_TIME },
    { "boolean", TYPE_BOOLEAN },
  };

  if (attribute != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      if (td_xml_equals (attribute, types[i].name))
        return types[i].type;
  return TYPE_NONE;
}

static void
read_value (Parse *parse, const TdXmlAttribute *attribute)
{
  parse->has_value = TRUE;
  g_string_append_len (parse->value_text, attribute->value,
                       (gssize) (attribute->end - attribute->value));
}

static void
start_cell (TdXml *xml, Parse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  TdMerge merge = { 0 };
  gint64 rows = 1, columns = 1;

  parse->in_cell = TRUE;
  parse->type = TYPE_NONE;
  parse->cell_count = 1;
  parse->has_formula = FALSE;
  parse->truth = FALSE;
  parse->is_error = FALSE;
  parse->has_string = FALSE;
  parse->has_value = FALSE;
  parse->struck = FALSE;
  g_string_truncate (parse->value_text, 0);
  td_ods_text_reset (&parse->text);
  for (guint i = 0; i < n_attributes; i++)
    {
      const TdXmlAttribute *attribute = &attributes[i];

      if (attribute->uri == parse->office_ns)
        {
          if (attribute->name == parse->value_type)
            parse->type = read_type (attribute);
          else if (attribute->name == parse->string_value)
            {
              parse->has_string = TRUE;
              read_value (parse, attribute);
            }
          else if (attribute->name == parse->value || attribute->name == parse->date_value
                   || attribute->name == parse->time_value
                   || attribute->name == parse->boolean_value)
            read_value (parse, attribute);
        }
      else if (attribute->uri == parse->table_ns)
        {
          if (attribute->name == parse->columns_repeated)
            parse->cell_count = read_count (attribute);
          else if (attribute->name == parse->formula)
            {
              parse->has_formula = TRUE;
              parse->truth = td_xml_equals (attribute, "of:=TRUE()")
                             || td_xml_equals (attribute, "of:=FALSE()");
            }
          else if (attribute->name == parse->style_name
                   && g_hash_table_size (parse->struck_styles) > 0)
            {
              g_autofree char *style = td_xml_dup (attribute);

              parse->struck = g_hash_table_contains (parse->struck_styles, style);
            }
          else if (attribute->name == parse->rows_spanned)
            rows = read_count (attribute);
          else if (attribute->name == parse->columns_spanned)
            columns = read_count (attribute);
        }
      else if (attribute->uri == parse->calcext_ns && attribute->name == parse->value_type)
        parse->is_error = td_xml_equals (attribute, "error");
    }
  if (rows == 1 && columns == 1)
    return;
  merge.first_row = (guint) MIN (parse->row_at + 1, TD_LIMIT_ROWS);
  merge.first_column = (guint) MIN (parse->cell_at + 1, TD_LIMIT_COLUMNS);
  merge.last_row = (guint) MIN (merge.first_row + rows - 1, TD_LIMIT_ROWS);
  merge.last_column = (guint) MIN (merge.first_column + columns - 1, TD_LIMIT_COLUMNS);
  if (!td_merges_add (parse->builder->merges, &merge))
    {
      GError *error = NULL;

      td_refuse_too_large (&error, parse->place);
      td_xml_fail (xml, error);
    }
}

/* `PT10H30M00S`, with days before the T and a fraction of seconds that is cut off. -1 when not one. */
static gint64
parse_duration (const char *at)
{
  gint64 seconds = 0;
  gboolean clock = FALSE;

  if (*at++ != 'P')
    return -1;
  while (*at != '\0')
    {
      gint64 number = 0;

      if (*at == 'T' && !clock)
        {
          clock = TRUE;
          at++;
          continue;
        }
      if (!g_ascii_isdigit (*at))
        return -1;
      for (; g_ascii_isdigit (*at) && number < FAR; at++)
        number = number * 10 + (*at - '0');
      if (*at == '.' || *at == ',')
        for (at++; g_ascii_isdigit (*at);)
          at++;
      if (*at == 'D' && !clock)
        seconds += number * 86400;
      else if (*at == 'H' && clock)
        seconds += number * 3600;
      else if (*at == 'M' && clock)
        seconds += number * 60;
      else if (*at == 'S' && clock)
        seconds += number;
      else
        return -1;
      if (seconds > FAR)
        return -1;
      at++;
    }
  return seconds;
}

static void
set_value (Parse *parse, TdCell *cell)
{
  TdRowBuilder *builder = parse->builder;

  if (parse->is_error)
    {
      cell->kind = TD_CELL_ERROR;
      return;
    }
  switch (parse->type)
    {
    case TYPE_PERCENT:
      cell->flags |= TD_CELL_PERCENT;
      td_row_builder_set_number (builder, cell);
      break;
    case TYPE_NUMBER:
      td_row_builder_set_number (builder, cell);
      break;
    case TYPE_DATE:
      td_row_builder_set_iso_date (builder, cell);
      break;
    case TYPE_TIME:
      {
        gint64 seconds = parse_duration (cell->text);

        cell->kind = TD_CELL_ERROR;
        if (seconds >= 0)
          td_row_builder_set_time (builder, cell, seconds);
        break;
      }
    case TYPE_BOOLEAN:
      cell->kind = g_str_equal (cell->text, "true") || g_str_equal (cell->text, "false")
                       ? TD_CELL_BOOLEAN
                       : TD_CELL_ERROR;
      if (cell->kind == TD_CELL_BOOLEAN)
        {
          cell->text = *cell->text == 't' ? "1" : "0";
          cell->length = 1;
        }
      break;
    case TYPE_STRING:
    case TYPE_NONE:
    default:
      td_row_builder_set_text (builder, cell);
      break;
    }
  if (parse->truth && cell->kind == TD_CELL_NUMBER
      && (g_str_equal (cell->text, "1") || g_str_equal (cell->text, "0")))
    cell->kind = TD_CELL_BOOLEAN;
}

/* Whether the number @n stands in @text among other numbers, one of which is @other. */
static gboolean
shows_number (const char *text, int n, int other)
{
  gboolean other_seen = FALSE;
  guint found = 0;

  while (*text != '\0')
    {
      guint64 number;

      if (!g_ascii_isdigit (*text))
        {
          text++;
          continue;
        }
      number = g_ascii_strtoull (text, (char **) &text, 10);
      other_seen = other_seen || number == (guint64) other;
      found += number == (guint64) n;
    }
  return found >= (n == other && other_seen ? 2u : 1u);
}

/* What the shown text says about the value: LibreOffice writes both. */
static void
set_looks (const Parse *parse, TdCell *cell)
{
  const char *shown = parse->text.text->str;

  if (parse->struck || parse->text.struck)
    cell->flags |= TD_CELL_STRUCK;
  if (cell->kind == TD_CELL_NUMBER && (strchr (shown, '/') != NULL || strstr (shown, "‰") != NULL))
    cell->flags |= TD_CELL_RESHAPED;
  if (cell->kind == TD_CELL_DATE && *shown != '\0')
    {
      int year, month, day;

      td_date_split (cell->date, &year, &month, &day);
      /* A text that says neither the year nor the day is something else than the date. */
      if (shows_number (shown, year, 0) && !shows_number (shown, day, month))
        cell->flags |= TD_CELL_NO_DAY;
    }
}

/* The row is made known at its first filled cell: blank rows may go on beyond the end of a sheet. */
static gboolean
begin_row (Parse *parse, GError **error)
{
  if (parse->row_begun)
    return TRUE;
  parse->row_begun = TRUE;
  return td_row_builder_begin (parse->builder, parse->row_at + 1, parse->row_hidden, error);
}

static gboolean
add_cell (Parse *parse, GError **error)
{
  gboolean from_text = parse->is_error || parse->type == TYPE_NONE
                       || (parse->type == TYPE_STRING && !parse->has_string);
  const GString *content = from_text ? parse->text.text : parse->value_text;
  /* LibreOffice writes the empty text as a paragraph without a type. */
  gboolean uncalculated = parse->has_formula && content->len == 0 && parse->text.paragraphs == 0
                          && !parse->is_error && parse->type != TYPE_STRING;
  gboolean filled = content->len > 0 || parse->has_formula
                    || (parse->type != TYPE_NONE && !from_text && parse->type != TYPE_STRING);
  TdCell *cell;

  if (!filled)
    return TRUE;
  if (!begin_row (parse, error))
    return FALSE;
  parse->repeated += parse->cell_count - 1;
  if (parse->repeated > TD_LIMIT_REPEATED)
    {
      g_autofree char *place = td_row_builder_dup_place (parse->builder, 0);

      return td_refuse_too_large (error, place);
    }
  cell = td_row_builder_add (parse->builder, parse->cell_at + 1, content->str, content->len, error);
  if (cell == NULL)
    return FALSE;
  if (uncalculated)
    cell->kind = TD_CELL_UNCALCULATED;
  else
    {
      set_value (parse, cell);
      set_looks (parse, cell);
    }
  if (parse->has_formula && !parse->truth)
    cell->flags |= TD_CELL_FORMULA;
  return td_row_builder_repeat_cell (parse->builder, parse->cell_count - 1, error);
}

static void
end_cell (TdXml *xml, Parse *parse)
{
  GError *error = NULL;

  parse->in_cell = FALSE;
  if (!add_cell (parse, &error))
    td_xml_fail (xml, error);
  parse->cell_at = MIN (parse->cell_at + parse->cell_count, FAR);
}

/* --- the text of a cell ----------------------------------------------------------------------- */

static void
check_text (TdXml *xml, Parse *parse)
{
  g_autofree char *place = NULL;
  GError *error = NULL;

  if (td_ods_text_fits (&parse->text))
    return;
  place = td_cell_location (parse->place, parse->sheet->name,
                            (guint) MIN (parse->row_at + 1, TD_LIMIT_ROWS),
                            (guint) MIN (parse->cell_at + 1, TD_LIMIT_COLUMNS));
  td_cell_text_refuse (&error, place);
  td_xml_fail (xml, error);
}

static void
text_cb (TdXml *xml, const char *text, gsize length, gpointer data)
{
  Parse *parse = data;

  if (!parse->in_cell)
    return;
  td_ods_text_add (&parse->text, text, length);
  check_text (xml, parse);
}

/* --- rows and the sheet ----------------------------------------------------------------------- */

static void
start_row (Parse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  parse->in_row = TRUE;
  parse->row_begun = FALSE;
  parse->row_count =
      read_count (td_xml_find (attributes, n_attributes, parse->rows_repeated, parse->table_ns));
  parse->row_hidden =
      is_hidden (td_xml_find (attributes, n_attributes, parse->visibility, parse->table_ns));
  parse->cell_at = 0;
}

static gboolean
finish_row (Parse *parse, GError **error)
{
  gint64 again = parse->row_count - 1;

  parse->in_row = FALSE;
  if (parse->row_begun)
    {
      parse->repeated += again * parse->builder->n_cells;
      if (parse->repeated > TD_LIMIT_REPEATED)
        {
          g_autofree char *place = td_row_builder_dup_place (parse->builder, 0);

          return td_refuse_too_large (error, place);
        }
      if (!td_row_builder_end (parse->builder, error))
        return FALSE;
      for (gint64 i = 0; i < again; i++)
        if (!td_row_builder_repeat (parse->builder, error))
          return FALSE;
    }
  parse->row_at = MIN (parse->row_at + parse->row_count, FAR);
  return TRUE;
}

static void
start_column (Parse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  gint64 count =
      read_count (td_xml_find (attributes, n_attributes, parse->columns_repeated, parse->table_ns));

  if (is_hidden (td_xml_find (attributes, n_attributes, parse->visibility, parse->table_ns)))
    td_row_builder_hide_columns (parse->builder, parse->column_at + 1, parse->column_at + count);
  parse->column_at = MIN (parse->column_at + count, FAR);
}

static gboolean
is_container (const Parse *parse, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse->containers); i++)
    if (name == parse->containers[i])
      return TRUE;
  return FALSE;
}

static void
start_outside (TdXml *xml, Parse *parse, const char *name, const char *uri,
               const TdXmlAttribute *attributes, guint n_attributes)
{
  guint depth = td_xml_get_depth (xml);

  if (depth == 1
      || (uri == parse->office_ns && (name == parse->body || name == parse->spreadsheet)))
    return;
  if (depth == 4 && uri == parse->table_ns && name == parse->table
      && td_xml_equals (td_xml_find (attributes, n_attributes, parse->name, parse->table_ns),
                        parse->sheet->name))
    parse->in_table = TRUE;
  else
    td_xml_skip (xml);
}

static void
start_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
          guint n_attributes, gpointer data)
{
  Parse *parse = data;

  if (!parse->in_table)
    start_outside (xml, parse, name, uri, attributes, n_attributes);
  else if (parse->in_cell)
    {
      td_ods_text_start (&parse->text, xml, name, uri, attributes, n_attributes);
      check_text (xml, parse);
    }
  else if (uri != parse->table_ns)
    td_xml_skip (xml);
  else if (parse->in_row)
    {
      if (name == parse->cell || name == parse->covered)
        start_cell (xml, parse, attributes, n_attributes);
      else
        td_xml_skip (xml);
    }
  else if (name == parse->row)
    start_row (parse, attributes, n_attributes);
  else if (name == parse->column)
    start_column (parse, attributes, n_attributes);
  else if (!is_container (parse, name))
    td_xml_skip (xml);
}

static void
end_cb (TdXml *xml, const char *name, const char *uri, gpointer data)
{
  Parse *parse = data;
  GError *error = NULL;

  if (!parse->in_table)
    return;
  if (parse->in_cell)
    {
      td_ods_text_end (&parse->text, xml);
      if (uri == parse->table_ns && (name == parse->cell || name == parse->covered))
        end_cell (xml, parse);
    }
  else if (parse->in_row)
    {
      if (!finish_row (parse, &error))
        td_xml_fail (xml, error);
    }
  else if (name == parse->table)
    td_xml_stop (xml);
}

gboolean
td_ods_sheet_read (TdOdsBook *book, const TdOdsSheet *sheet, TdRowBuilder *builder,
                   TdProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                   GError **error)
{
  static const TdXmlHandler handler = { prepare_cb, start_cb, end_cb, text_cb };
  Parse parse = { .sheet = sheet,
                  .builder = builder,
                  .place = td_archive_get_name (book->archive) };
  gboolean done;

  parse.value_text = g_string_new (NULL);
  parse.struck_styles = book->struck;
  td_ods_text_init (&parse.text);
  parse.text.struck_styles = book->struck;
  /* The sheets before it are not parsed again: of twelve large ones that would be most of the time. */
  td_archive_leave_out (book->archive, book->first, sheet->offset);
  done = td_xml_parse (book->archive, TD_ODS_CONTENT, &handler, &parse, progress, progress_data,
                       cancellable, error);
  td_archive_forget (book->archive);
  g_string_free (parse.value_text, TRUE);
  td_ods_text_clear (&parse.text);
  /* The sheet was seen when the book was opened. */
  if (done && !parse.in_table)
    return td_refuse_damaged (error, td_archive_get_name (book->archive));
  return done;
}
