/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-cell-text.h"
#include "tables/td-refuse.h"
#include "tables/td-text-stream.h"

struct _TdCsvReader
{
  TdSource *source; /* borrowed */
  char *table;
  char separator;
  gboolean told; /* by a first line `sep=;`, which is not a row */
};

/* --- the separator ---------------------------------------------------------------------------- */

/* `sep=;`, in quotes or not, as Excel writes and reads it. 0 when the line is not that. */
static char
read_sep_line (const char *line, gsize length)
{
  if (length >= 2 && line[0] == '"' && line[length - 1] == '"')
    {
      line++;
      length -= 2;
    }
  if (length == 5 && g_ascii_strncasecmp (line, "sep=", 4) == 0 && strchr (",;\t", line[4]) != NULL)
    return line[4];
  return '\0';
}

/* What separates the header's names: what stands there most often outside of quotes. */
static gboolean
tell_separator (TdCsvReader *self, const char *text, gsize length, GError **error)
{
  static const char separators[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (separators)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0, equals = 0;
  gsize at = 0;

  while (at < length && (text[at] == '\n' || text[at] == '\r'))
    at++;
  for (; at < length && (quoted || (text[at] != '\n' && text[at] != '\r')); at++)
    {
      if (text[at] == '"')
        quoted = !quoted;
      for (guint i = 0; i < G_N_ELEMENTS (separators) && !quoted; i++)
        counts[i] += text[at] == separators[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (separators); i++)
    if (counts[i] > counts[best])
      best = i;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    equals += counts[i] == counts[best];
  if (counts[best] > 0 && equals > 1)
    return td_refuse (error, TD_ERROR_INVALID, td_source_get_name (self->source),
                      _ ("the first line does not tell whether commas, semicolons or tabs separate "
                         "the columns; put names that contain one of them in quotes"));
  self->separator = separators[best];
  return TRUE;
}

TdCsvReader *
td_csv_reader_new (TdSource *source, GError **error)
{
  g_autoptr (TdCsvReader) self = g_new0 (TdCsvReader, 1);
  g_autoptr (TdTextStream) stream = td_text_stream_new (source);
  const char *name = td_source_get_name (source);
  const char *dot = strrchr (name, '.');
  const char *text;
  gssize length;
  gsize line;

  self->source = source;
  self->table =
      dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  length = td_text_stream_read (stream, 1, &text, error);
  if (length < 0)
    return NULL;
  line = 0;
  while (line < (gsize) length && text[line] != '\n' && text[line] != '\r')
    line++;
  self->separator = read_sep_line (text, line);
  self->told = self->separator != '\0';
  if (!self->told && !tell_separator (self, text, (gsize) length, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_csv_reader_free (TdCsvReader *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self);
}

char
td_csv_reader_get_separator (const TdCsvReader *self)
{
  return self->separator;
}

const char *
td_csv_reader_get_table (const TdCsvReader *self)
{
  return self->table;
}

/* --- records ---------------------------------------------------------------------------------- */

typedef enum
{
  STATE_START,  /* before a field's first character */
  STATE_PLAIN,  /* in a field without quotes */
  STATE_QUOTED, /* in a field with them */
  STATE_QUOTE,  /* behind a quote in such a field: its end, or half of a doubled one */
  STATE_CLOSED, /* behind its end: only blanks may come before the separator */
  STATE_SKIP,   /* in the line that tells the separator */
} State;

typedef struct
{
  TdRowBuilder *builder;
  char separator;
  State state;
  GString *field;
  guint record;      /* rows begun */
  guint column;      /* of the field, 1-based; 0 between records */
  guint line;        /* the physical line, 1-based */
  guint quote_line;  /* where the field's quote was opened */
  gboolean after_cr; /* a "\n" now belongs to the "\r" before it */
} Parse;

static gboolean
begin_field (Parse *parse, GError **error)
{
  g_string_truncate (parse->field, 0);
  if (parse->column == 0)
    {
      if (!td_row_builder_begin (parse->builder, (gint64) parse->record + 1, FALSE, error))
        return FALSE;
      parse->record++;
      parse->builder->row.line = parse->line;
    }
  parse->column++;
  return TRUE;
}

static gboolean
end_field (Parse *parse, GError **error)
{
  TdCell *cell;

  parse->state = STATE_START;
  if (parse->field->len == 0 && parse->column <= TD_LIMIT_COLUMNS)
    return TRUE;
  cell = td_row_builder_add (parse->builder, parse->column, parse->field->str, parse->field->len,
                             error);
  if (cell == NULL)
    return FALSE;
  cell->kind = TD_CELL_TEXT;
  return TRUE;
}

static gboolean
end_record (Parse *parse, GError **error)
{
  parse->builder->row.width = parse->column;
  parse->column = 0;
  return td_row_builder_end (parse->builder, error);
}

static gboolean
append (Parse *parse, const char *text, gsize length, GError **error)
{
  g_autofree char *place = NULL;

  g_string_append_len (parse->field, text, (gssize) length);
  if (parse->field->len <= TD_LIMIT_TEXT_BYTES)
    return TRUE;
  place = td_row_builder_dup_place (parse->builder, MIN (parse->column, TD_LIMIT_COLUMNS));
  if (parse->state == STATE_QUOTED)
    return td_refuse (error, TD_ERROR_INVALID, place,
                      _ ("the quote that opens this cell on line %u is not closed within the %d "
                         "characters a cell may have; close it, or write a quote in a quoted cell "
                         "twice"),
                      parse->quote_line, TD_LIMIT_TEXT);
  td_cell_text_refuse (error, place);
  return FALSE;
}

/* Counts the lines of text that is passed over. */
static void
count_lines (Parse *parse, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '\n' && !parse->after_cr)
        parse->line++;
      else if (text[i] == '\r')
        parse->line++;
      parse->after_cr = text[i] == '\r';
    }
}

/* A separator or a line's end, in whatever state that is allowed. Moves on over it. */
static gboolean
end_at (Parse *parse, const char **at, GError **error)
{
  char c = *(*at)++;

  if (!end_field (parse, error))
    return FALSE;
  if (c == parse->separator)
    return begin_field (parse, error);
  parse->line++;
  parse->after_cr = c == '\r';
  return end_record (parse, error);
}

static gboolean
is_end (const Parse *parse, char c)
{
  return c == parse->separator || c == '\n' || c == '\r';
}

/* At the beginning of a field that was not begun by a separator, that is of a record. */
static gboolean
start_field (Parse *parse, const char **at, GError **error)
{
  gboolean joined = parse->after_cr && **at == '\n';

  parse->after_cr = FALSE;
  if (joined && parse->column == 0)
    {
      (*at)++;
      return TRUE;
    }
  if (parse->column == 0 && !begin_field (parse, error))
    return FALSE;
  if (**at == '"')
    {
      parse->state = STATE_QUOTED;
      parse->quote_line = parse->line;
      (*at)++;
    }
  else
    parse->state = STATE_PLAIN;
  return TRUE;
}

static gboolean
parse_piece (Parse *parse, const char *at, gsize length, GError **error)
{
  const char *end = at + length;

  while (at < end)
    {
      const char *from = at;
      gboolean good = TRUE;

      switch (parse->state)
        {
        case STATE_SKIP:
          while (at < end && *at != '\n' && *at != '\r')
            at++;
          if (at < end)
            {
              parse->state = STATE_START;
              parse->line++;
              parse->after_cr = *at++ == '\r';
            }
          break;
        case STATE_START:
          good = start_field (parse, &at, error);
          break;
        case STATE_PLAIN:
          while (at < end && !is_end (parse, *at))
            at++;
          good = append (parse, from, (gsize) (at - from), error)
                 && (at == end || end_at (parse, &at, error));
          break;
        case STATE_QUOTED:
          at = memchr (at, '"', (gsize) (end - at));
          if (at == NULL)
            at = end;
          count_lines (parse, from, (gsize) (at - from));
          good = append (parse, from, (gsize) (at - from), error);
          if (at < end)
            {
              parse->state = STATE_QUOTE;
              parse->after_cr = FALSE;
              at++;
            }
          break;
        case STATE_QUOTE:
          if (*at == '"')
            {
              parse->state = STATE_QUOTED;
              good = append (parse, at++, 1, error);
            }
          else
            parse->state = STATE_CLOSED;
          break;
        case STATE_CLOSED:
        default:
          if (is_end (parse, *at))
            good = end_at (parse, &at, error);
          else if (*at == ' ' || *at == '\t')
            at++;
          else
            {
              g_autofree char *place =
                  td_row_builder_dup_place (parse->builder, MIN (parse->column, TD_LIMIT_COLUMNS));

              return td_refuse (error, TD_ERROR_INVALID, place,
                                _ ("the cell goes on after its closing quote on line %u; write a "
                                   "quote in a quoted cell twice"),
                                parse->line);
            }
          break;
        }
      if (!good)
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (Parse *parse, GError **error)
{
  if (parse->state == STATE_QUOTED)
    {
      g_autofree char *place =
          td_row_builder_dup_place (parse->builder, MIN (parse->column, TD_LIMIT_COLUMNS));

      return td_refuse (
          error, TD_ERROR_INVALID, place,
          _ ("the quote that opens this cell on line %u is never closed; close it, or "
             "write a quote in a quoted cell twice"),
          parse->quote_line);
    }
  /* The last line may do without a line break. */
  return parse->column == 0 || (end_field (parse, error) && end_record (parse, error));
}

gboolean
td_csv_reader_read (TdCsvReader *self, TdRowBuilder *builder, TdProgressFunc progress,
                    gpointer progress_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdTextStream) stream = td_text_stream_new (self->source);
  Parse parse = {
    .builder = builder,
    .separator = self->separator,
    .state = self->told ? STATE_SKIP : STATE_START,
    .line = 1,
  };
  const char *piece;
  gboolean good = TRUE;
  gssize length;

  parse.field = g_string_new (NULL);
  while (good && (length = td_text_stream_read (stream, parse.line, &piece, error)) != 0)
    {
      good = length > 0 && !g_cancellable_set_error_if_cancelled (cancellable, error)
             && parse_piece (&parse, piece, (gsize) length, error);
      if (good && progress != NULL)
        progress (td_text_stream_get_progress (stream), progress_data);
    }
  good = good && finish (&parse, error);
  g_string_free (parse.field, TRUE);
  return good;
}
