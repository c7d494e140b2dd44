/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-text-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-refuse.h"
#include "tables/td-sniff.h"

#define PIECE (64 * 1024)

typedef enum
{
  ENCODING_UNKNOWN,
  ENCODING_UTF8,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
} Encoding;

struct _TdTextStream
{
  TdSource *source; /* borrowed */
  Encoding encoding;
  guint64 offset;     /* of the next byte to be read */
  char raw[PIECE];    /* as read */
  gsize kept;         /* bytes at the head of @raw that wait for the rest of their character */
  GString *converted; /* UTF-16 only */
  gsize given;        /* bytes of @raw handed out, to be dropped at the next call */
};

TdTextStream *
td_text_stream_new (TdSource *source)
{
  TdTextStream *self = g_new (TdTextStream, 1);

  self->source = source;
  self->encoding = ENCODING_UNKNOWN;
  self->offset = 0;
  self->kept = 0;
  self->given = 0;
  self->converted = g_string_new (NULL);
  return self;
}

void
td_text_stream_free (TdTextStream *self)
{
  if (self == NULL)
    return;
  g_string_free (self->converted, TRUE);
  g_free (self);
}

double
td_text_stream_get_progress (const TdTextStream *self)
{
  return (double) self->offset / (double) td_source_get_size (self->source);
}

static guint
count_lines (const char *text, gsize length)
{
  guint lines = 0;

  for (gsize i = 0; i < length; i++)
    lines += text[i] == '\n' || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
  return lines;
}

/* Returns -1. */
static gssize
refuse_bytes (TdTextStream *self, const char *bytes, gsize length, gsize good, guint line,
              GError **error)
{
  const char *name = td_source_get_name (self->source);
  const char *guess = td_sniff_encoding (bytes + good, length - good);

  line += count_lines (bytes, good);
  if (good < length && bytes[good] == '\0')
    td_refuse (error, TD_ERROR_INVALID, name,
               _ ("line %u contains a zero byte, which no table has; save it again as “CSV UTF-8”"),
               line);
  else if (guess != NULL)
    td_refuse (error, TD_ERROR_INVALID, name,
               _ ("the file is not UTF-8 (line %u); it looks like %s, an old Vietnamese encoding. "
                  "Convert it to Unicode, in Excel or with Unikey's converter, and save it as “CSV "
                  "UTF-8”"),
               line, guess);
  else
    td_refuse (error, TD_ERROR_INVALID, name,
               _ ("the file is not UTF-8 (line %u); save it as “CSV UTF-8”"), line);
  return -1;
}

/* Bytes of an incomplete character at the end of valid text, 0 to 3; such as are no beginning: 0. */
static gsize
incomplete_tail (const char *bytes, gsize length)
{
  for (gsize n = 1; n <= 3 && n <= length; n++)
    {
      guint8 c = (guint8) bytes[length - n];

      if ((c & 0xc0) == 0x80)
        continue;
      if ((c >= 0xf0 && c < 0xf8 && n < 4) || (c >= 0xe0 && c < 0xf0 && n < 3)
          || (c >= 0xc0 && c < 0xe0 && n < 2))
        return n;
      return 0;
    }
  return 0;
}

static gssize
give_utf8 (TdTextStream *self, gsize length, gboolean last, guint line, const char **piece,
           GError **error)
{
  gsize whole = length - (last ? 0 : incomplete_tail (self->raw, length));
  const char *bad;

  if (!g_utf8_validate_len (self->raw, whole, &bad))
    return refuse_bytes (self, self->raw, length, (gsize) (bad - self->raw), line, error);
  self->given = whole;
  self->kept = length;
  *piece = self->raw;
  return (gssize) whole;
}

static gunichar
unit_at (const TdTextStream *self, gsize at)
{
  guint8 first = (guint8) self->raw[at], second = (guint8) self->raw[at + 1];

  return self->encoding == ENCODING_UTF16_LE ? (gunichar) (first | second << 8)
                                             : (gunichar) (first << 8 | second);
}

static gssize
give_utf16 (TdTextStream *self, gsize length, gboolean last, guint line, const char **piece,
            GError **error)
{
  const char *name = td_source_get_name (self->source);
  gsize at = 0;

  g_string_truncate (self->converted, 0);
  while (at + 2 <= length)
    {
      gunichar c = unit_at (self, at);

      if (c >= 0xd800 && c < 0xdc00)
        {
          gunichar low;

          if (at + 4 > length && !last)
            break;
          low = at + 4 <= length ? unit_at (self, at + 2) : 0;
          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              at += 2;
            }
        }
      if (c == 0 || (c >= 0xd800 && c < 0xe000))
        {
          line += count_lines (self->converted->str, self->converted->len);
          td_refuse (error, TD_ERROR_INVALID, name,
                     _ ("line %u is not proper UTF-16; save the file again as “CSV UTF-8”"), line);
          return -1;
        }
      g_string_append_unichar (self->converted, c);
      at += 2;
    }
  if (last && at < length)
    {
      td_refuse_damaged (error, name);
      return -1;
    }
  self->given = at;
  self->kept = length;
  *piece = self->converted->str;
  return (gssize) self->converted->len;
}

/* The mark at the file's beginning, which is not text. */
static void
detect (TdTextStream *self, gsize *length)
{
  gsize mark = 0;

  self->encoding = ENCODING_UTF8;
  if (*length >= 3 && memcmp (self->raw, "\xef\xbb\xbf", 3) == 0)
    mark = 3;
  else if (*length >= 2 && memcmp (self->raw, "\xff\xfe", 2) == 0)
    {
      self->encoding = ENCODING_UTF16_LE;
      mark = 2;
    }
  else if (*length >= 2 && memcmp (self->raw, "\xfe\xff", 2) == 0)
    {
      self->encoding = ENCODING_UTF16_BE;
      mark = 2;
    }
  *length -= mark;
  memmove (self->raw, self->raw + mark, *length);
}

gssize
td_text_stream_read (TdTextStream *self, guint line, const char **piece, GError **error)
{
  for (;;)
    {
      gsize length;
      gssize got, given;
      gboolean last;

      self->kept -= self->given;
      memmove (self->raw, self->raw + self->given, self->kept);
      self->given = 0;
      got = td_source_read (self->source, self->offset, self->raw + self->kept, PIECE - self->kept,
                            error);
      if (got < 0)
        return -1;
      self->offset += (guint64) got;
      last = self->offset >= td_source_get_size (self->source) || got == 0;
      length = self->kept + (gsize) got;
      if (self->encoding == ENCODING_UNKNOWN)
        detect (self, &length);
      if (length == 0)
        return 0;
      given = self->encoding == ENCODING_UTF8 ? give_utf8 (self, length, last, line, piece, error)
                                              : give_utf16 (self, length, last, line, piece, error);
      /* A lone beginning of a character, with more to come, is no piece yet. */
      if (given != 0 || last)
        return given;
    }
}
