/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pdf-object.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

/* Arrays in arrays in dictionaries: deeper than this nobody writes. */
#define DEEPEST 32
/* References to references. */
#define LONGEST_CHAIN 16
/* A page's content or a font, unpacked: more is an attack, not a paper. */
#define LARGEST_STREAM (256u * 1024 * 1024)

static const TdPdfObject null_object = { TD_PDF_NULL };

struct _TdPdfFile
{
  GBytes *bytes;
  const char *data;
  gsize size;
  TdArena *arena;
  GArray *offsets;     /* of gsize, by object number; 0 for none */
  GHashTable *objects; /* number → TdPdfObject, as far as read */
  TdPdfObject trailer;
};

/* --- words ------------------------------------------------------------------------------------ */

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static void
skip_space (TdPdfLexer *self)
{
  while (self->at < self->end)
    {
      if (*self->at == '%')
        while (self->at < self->end && *self->at != '\n' && *self->at != '\r')
          self->at++;
      else if (is_space (*self->at))
        self->at++;
      else
        break;
    }
}

static void
set_bytes (TdPdfLexer *self, TdPdfObject *out, const char *bytes, gsize length)
{
  char *copy = td_arena_alloc (self->arena, length + 1);

  if (length > 0)
    memcpy (copy, bytes, length);
  out->bytes = copy;
  out->length = length;
}

static void
read_name (TdPdfLexer *self, TdPdfObject *out)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (self->at++; self->at < self->end && !is_space (*self->at) && !is_delimiter (*self->at);
       self->at++)
    if (*self->at == '#' && self->end - self->at > 2 && g_ascii_isxdigit (self->at[1])
        && g_ascii_isxdigit (self->at[2]))
      {
        g_string_append_c (name, (char) (g_ascii_xdigit_value (self->at[1]) * 16
                                         + g_ascii_xdigit_value (self->at[2])));
        self->at += 2;
      }
    else
      g_string_append_c (name, *self->at);
  out->type = TD_PDF_NAME;
  set_bytes (self, out, name->str, name->len);
}

static void
read_hexadecimal (TdPdfLexer *self, TdPdfObject *out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int digit = -1;

  for (self->at++; self->at < self->end && *self->at != '>'; self->at++)
    {
      int value = g_ascii_xdigit_value (*self->at);

      if (value < 0)
        continue;
      if (digit < 0)
        digit = value;
      else
        {
          g_string_append_c (text, (char) (digit * 16 + value));
          digit = -1;
        }
    }
  if (digit >= 0)
    g_string_append_c (text, (char) (digit * 16));
  if (self->at < self->end)
    self->at++;
  out->type = TD_PDF_STRING;
  set_bytes (self, out, text->str, text->len);
}

static char
unescape (TdPdfLexer *self)
{
  static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
  const char *found = strchr (from, *self->at);
  int value = 0;

  if (found != NULL)
    return to[found - from];
  if (*self->at < '0' || *self->at > '7')
    return *self->at;
  for (int i = 0; i < 3 && self->at < self->end && *self->at >= '0' && *self->at <= '7'; i++)
    value = value * 8 + (*self->at++ - '0');
  self->at--;
  return (char) value;
}

static void
read_string (TdPdfLexer *self, TdPdfObject *out)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int depth = 1;

  for (self->at++; self->at < self->end; self->at++)
    {
      char c = *self->at;

      if (c == '\\' && self->at + 1 < self->end)
        {
          self->at++;
          /* A line broken in the file only. */
          if (*self->at == '\n' || *self->at == '\r')
            {
              if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
                self->at++;
              continue;
            }
          g_string_append_c (text, unescape (self));
          continue;
        }
      if (c == '(')
        depth++;
      if (c == ')' && --depth == 0)
        break;
      g_string_append_c (text, c);
    }
  if (self->at < self->end)
    self->at++;
  out->type = TD_PDF_STRING;
  set_bytes (self, out, text->str, text->len);
}

/* A number, an operator, true, false, null. */
static void
read_word (TdPdfLexer *self, TdPdfObject *out)
{
  const char *start = self->at;
  char *end;
  gsize length;

  while (self->at < self->end && !is_space (*self->at) && !is_delimiter (*self->at))
    self->at++;
  length = (gsize) (self->at - start);
  set_bytes (self, out, start, length);
  out->type = TD_PDF_OPERATOR;
  if (g_ascii_isdigit (*start) || strchr ("+-.", *start) != NULL)
    {
      out->number = g_ascii_strtod (out->bytes, &end);
      if (end != out->bytes && *end == '\0')
        out->type = TD_PDF_NUMBER;
    }
  else if (g_str_equal (out->bytes, "null"))
    out->type = TD_PDF_NULL;
  else if (g_str_equal (out->bytes, "true") || g_str_equal (out->bytes, "false"))
    {
      out->type = TD_PDF_BOOLEAN;
      out->number = *start == 't' ? 1 : 0;
    }
}

static gboolean read_object (TdPdfLexer *self, TdPdfObject *out, guint depth);

/* Up to the closing bracket; two numbers and an R among them are a reference. */
static gboolean
read_items (TdPdfLexer *self, TdPdfObject *out, const char *close, guint depth)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (TdPdfObject));

  for (;;)
    {
      TdPdfObject item;

      skip_space (self);
      if (self->at >= self->end)
        return FALSE;
      if (strncmp (self->at, close, MIN (strlen (close), (gsize) (self->end - self->at))) == 0)
        {
          self->at = MIN (self->at + strlen (close), self->end);
          break;
        }
      if (!read_object (self, &item, depth + 1))
        return FALSE;
      if (item.type == TD_PDF_OPERATOR && g_str_equal (item.bytes, "R") && items->len >= 2
          && g_array_index (items, TdPdfObject, items->len - 2).type == TD_PDF_NUMBER)
        {
          g_array_set_size (items, items->len - 1);
          g_array_index (items, TdPdfObject, items->len - 1).type = TD_PDF_REFERENCE;
          continue;
        }
      g_array_append_val (items, item);
    }
  out->length = items->len;
  out->items = td_arena_copy (self->arena, items->data, sizeof (TdPdfObject) * items->len);
  return TRUE;
}

static gboolean
read_object (TdPdfLexer *self, TdPdfObject *out, guint depth)
{
  *out = null_object;
  skip_space (self);
  if (self->at >= self->end || depth > DEEPEST)
    return FALSE;
  switch (*self->at)
    {
    case '/':
      read_name (self, out);
      return TRUE;
    case '(':
      read_string (self, out);
      return TRUE;
    case '[':
      self->at++;
      out->type = TD_PDF_ARRAY;
      return read_items (self, out, "]", depth);
    case '<':
      if (self->end - self->at > 1 && self->at[1] == '<')
        {
          self->at += 2;
          out->type = TD_PDF_DICTIONARY;
          return read_items (self, out, ">>", depth);
        }
      read_hexadecimal (self, out);
      return TRUE;
    case ']':
    case ')':
    case '>':
    case '{':
    case '}':
      return FALSE;
    default:
      read_word (self, out);
      return TRUE;
    }
}

gboolean
td_pdf_lexer_read (TdPdfLexer *self, TdPdfObject *out)
{
  return read_object (self, out, 0);
}

/* --- the file --------------------------------------------------------------------------------- */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                       _ ("this is not a PDF that was printed by this program: it cannot be "
                          "checked"));
  return FALSE;
}

/* A number at *@at, which moves past it and the space after it; -1 when there is none. */
static gint64
read_number (const char **at, const char *end)
{
  gint64 value = 0;
  const char *start = *at;

  while (*at < end && g_ascii_isdigit (**at) && value < G_MAXINT64 / 32)
    value = value * 10 + (*(*at)++ - '0');
  if (*at == start)
    return -1;
  while (*at < end && is_space (**at))
    (*at)++;
  return value;
}

/* The table and the trailer after it. */
static gboolean
read_table (TdPdfFile *self, gsize start)
{
  const char *end = self->data + self->size;
  const char *at = self->data + start;
  TdPdfLexer lexer;

  if (self->size - start < 5 || memcmp (at, "xref", 4) != 0)
    return FALSE;
  at += 4;
  while (at < end && is_space (*at))
    at++;
  while (at < end && g_ascii_isdigit (*at))
    {
      gint64 first = read_number (&at, end), count = read_number (&at, end);

      /* An entry takes 20 bytes: more of them than the file has room for is a lie. */
      if (first < 0 || count < 0 || (guint64) count > (guint64) (end - at) / 20
          || first + count > G_MAXINT32)
        return FALSE;
      if ((guint64) (first + count) > self->size)
        return FALSE;
      if ((gsize) (first + count) > self->offsets->len)
        g_array_set_size (self->offsets, (guint) (first + count));
      for (gint64 i = 0; i < count; i++)
        {
          gint64 offset = read_number (&at, end), generation = read_number (&at, end);

          if (offset < 0 || generation < 0 || at >= end)
            return FALSE;
          if (*at == 'n' && (guint64) offset < self->size)
            g_array_index (self->offsets, gsize, (guint) (first + i)) = (gsize) offset;
          for (at++; at < end && is_space (*at); at++)
            ;
        }
    }
  if (end - at < 7 || memcmp (at, "trailer", 7) != 0)
    return FALSE;
  lexer = (TdPdfLexer){ at + 7, end, self->arena };
  return td_pdf_lexer_read (&lexer, &self->trailer) && self->trailer.type == TD_PDF_DICTIONARY;
}

TdPdfFile *
td_pdf_file_new (GBytes *bytes, GError **error)
{
  TdPdfFile *self = g_new0 (TdPdfFile, 1);
  const char *tail;
  gsize start;
  gint64 table;
  gboolean ok = FALSE;

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);
  self->arena = td_arena_new ();
  self->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  self->objects = g_hash_table_new (NULL, NULL);
  start = self->size > 1024 ? self->size - 1024 : 0;
  if (self->size > 8 && memcmp (self->data, "%PDF-", 5) == 0)
    for (tail = self->data + self->size - 9; tail >= self->data + start && !ok; tail--)
      if (memcmp (tail, "startxref", 9) == 0)
        {
          const char *at = tail + 9;

          while (at < self->data + self->size && is_space (*at))
            at++;
          table = read_number (&at, self->data + self->size);
          ok = table > 0 && (guint64) table < self->size && read_table (self, (gsize) table);
          break;
        }
  if (ok)
    return self;
  refuse (error);
  td_pdf_file_free (self);
  return NULL;
}

void
td_pdf_file_free (TdPdfFile *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->objects);
  g_array_unref (self->offsets);
  td_arena_free (self->arena);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Object @number as it stands in the file. */
static const TdPdfObject *
load_object (TdPdfFile *self, guint number)
{
  TdPdfObject *object = g_hash_table_lookup (self->objects, GUINT_TO_POINTER (number));
  TdPdfLexer lexer;
  TdPdfObject head[3];

  if (object != NULL)
    return object;
  object = td_arena_new0 (self->arena, TdPdfObject, 1);
  g_hash_table_insert (self->objects, GUINT_TO_POINTER (number), object);
  if (number >= self->offsets->len || g_array_index (self->offsets, gsize, number) == 0)
    return object;
  lexer = (TdPdfLexer){ self->data + g_array_index (self->offsets, gsize, number),
                        self->data + self->size, self->arena };
  for (guint i = 0; i < 3; i++)
    if (!td_pdf_lexer_read (&lexer, &head[i]))
      return object;
  if (head[0].type != TD_PDF_NUMBER || head[0].number != number || head[2].type != TD_PDF_OPERATOR
      || !g_str_equal (head[2].bytes, "obj") || !td_pdf_lexer_read (&lexer, object))
    {
      *object = null_object;
      return object;
    }
  if (object->type == TD_PDF_DICTIONARY)
    {
      skip_space (&lexer);
      if (lexer.end - lexer.at > 8 && memcmp (lexer.at, "stream", 6) == 0)
        {
          lexer.at += 6;
          if (*lexer.at == '\r')
            lexer.at++;
          if (*lexer.at == '\n')
            lexer.at++;
          object->stream = (gsize) (lexer.at - self->data);
        }
    }
  return object;
}

const TdPdfObject *
td_pdf_file_resolve (TdPdfFile *self, const TdPdfObject *object)
{
  for (guint i = 0; i < LONGEST_CHAIN && object != NULL && object->type == TD_PDF_REFERENCE; i++)
    object = object->number >= 0 && object->number < G_MAXINT32
                 ? load_object (self, (guint) object->number)
                 : &null_object;
  return object != NULL && object->type != TD_PDF_REFERENCE ? object : &null_object;
}

const TdPdfObject *
td_pdf_object_get (const TdPdfObject *dictionary, const char *key)
{
  if (dictionary->type == TD_PDF_DICTIONARY)
    for (gsize i = 0; i + 1 < dictionary->length; i += 2)
      if (td_pdf_object_is_name (&dictionary->items[i], key))
        return &dictionary->items[i + 1];
  return &null_object;
}

const TdPdfObject *
td_pdf_file_get (TdPdfFile *self, const TdPdfObject *dictionary, const char *key)
{
  return td_pdf_file_resolve (self, td_pdf_object_get (dictionary, key));
}

const TdPdfObject *
td_pdf_file_get_item (TdPdfFile *self, const TdPdfObject *array, gsize index)
{
  if (array->type != TD_PDF_ARRAY || index >= array->length)
    return &null_object;
  return td_pdf_file_resolve (self, &array->items[index]);
}

gboolean
td_pdf_object_is_name (const TdPdfObject *object, const char *name)
{
  return object->type == TD_PDF_NAME && g_str_equal (object->bytes, name);
}

const TdPdfObject *
td_pdf_file_get_catalog (TdPdfFile *self)
{
  const TdPdfObject *found = td_pdf_file_get (self, &self->trailer, "Root");

  return found->type == TD_PDF_DICTIONARY ? found : NULL;
}

const TdPdfObject *
td_pdf_file_get_info (TdPdfFile *self)
{
  const TdPdfObject *found = td_pdf_file_get (self, &self->trailer, "Info");

  return found->type == TD_PDF_DICTIONARY ? found : NULL;
}

/* Unpacks deflated bytes; %NULL when they are not. */
static char *
inflate_bytes (const char *from, gsize size, gsize *length)
{
  z_stream stream = { .next_in = (Bytef *) (gpointer) from, .avail_in = (uInt) size };
  GString *out = g_string_new (NULL);
  char buffer[16384];
  int status = inflateInit (&stream);

  while (status == Z_OK && out->len < LARGEST_STREAM)
    {
      stream.next_out = (Bytef *) buffer;
      stream.avail_out = sizeof buffer;
      status = inflate (&stream, Z_NO_FLUSH);
      g_string_append_len (out, buffer, (gssize) (sizeof buffer - stream.avail_out));
      if (status == Z_OK && stream.avail_in == 0 && stream.avail_out == sizeof buffer)
        break;
    }
  inflateEnd (&stream);
  if (status != Z_STREAM_END)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  *length = out->len;
  return g_string_free (out, FALSE);
}

char *
td_pdf_file_read_stream (TdPdfFile *self, const TdPdfObject *object, gsize *length)
{
  const TdPdfObject *size = td_pdf_file_get (self, object, "Length");
  const TdPdfObject *filter = td_pdf_file_get (self, object, "Filter");
  const char *from = self->data + object->stream;

  if (object->stream == 0 || size->type != TD_PDF_NUMBER || size->number < 0
      || size->number > (double) (self->size - object->stream))
    return NULL;
  *length = (gsize) size->number;
  if (filter->type == TD_PDF_ARRAY && filter->length == 1)
    filter = td_pdf_file_get_item (self, filter, 0);
  if (td_pdf_object_is_name (filter, "FlateDecode"))
    return inflate_bytes (from, *length, length);
  if (filter->type != TD_PDF_NULL)
    return NULL;
  {
    char *copy = g_malloc (*length + 1);

    if (*length > 0)
      memcpy (copy, from, *length);
    copy[*length] = '\0';
    return copy;
  }
}

char *
td_pdf_object_dup_text (const TdPdfObject *object)
{
  const guchar *bytes = (const guchar *) object->bytes;

  if (object->type != TD_PDF_STRING)
    return g_strdup ("");
  if (object->length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    {
      char *text = g_convert (object->bytes + 2, (gssize) object->length - 2, "UTF-8", "UTF-16BE",
                              NULL, NULL, NULL);

      /* cppcheck-suppress memleak ; the caller's */
      return text != NULL ? text : g_strdup ("");
    }
  return g_utf8_make_valid (object->bytes, (gssize) object->length);
}
