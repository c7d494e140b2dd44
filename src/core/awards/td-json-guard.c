/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-json-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after `[` */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* after `{` */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING, /* the document is over */
} Expect;

typedef struct
{
  const char *name;
  const char *at;
  const char *end;
  guint line;
  char open[TD_JSON_MAX_DEPTH]; /* the brackets that are open */
  guint depth;
  Expect expect;
  TdProblems *problems;
} Scan;

static gboolean scan_fail (Scan *scan, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
scan_fail (Scan *scan, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  td_problems_add (scan->problems, scan->name, _ ("line %u: %s"), scan->line, what);
  return FALSE;
}

/* Steps on the last letter of an escape in a text. */
static gboolean
scan_escape (Scan *scan)
{
  if (++scan->at < scan->end && *scan->at == 'u')
    {
      guint code = 0;

      for (guint i = 0; i < 4; i++)
        {
          if (++scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
            return scan_fail (scan, _ ("“\\u” is followed by four hexadecimal digits"));
          code = code * 16 + (guint) g_ascii_xdigit_value (*scan->at);
        }
      /* A NUL would cut the text short; halves of letters are not worth the trouble. */
      if (code == 0 || (code >= 0xd800 && code <= 0xdfff))
        return scan_fail (scan, _ ("write the letter itself instead of “\\u%04x”"), code);
      return TRUE;
    }
  if (scan->at >= scan->end || strchr ("\"\\/bfnrt", *scan->at) == NULL)
    return scan_fail (scan, _ ("a backslash in a text stands before one of \"\\/bfnrtu"));
  return TRUE;
}

/* Steps over a string, whose quote has been seen. */
static gboolean
scan_string (Scan *scan)
{
  for (scan->at++; scan->at < scan->end; scan->at++)
    {
      if (*scan->at == '"')
        {
          scan->at++;
          return TRUE;
        }
      if ((guchar) *scan->at < 0x20)
        return scan_fail (scan, _ ("a text may not hold a line break or a control character"));
      if (*scan->at == '\\' && !scan_escape (scan))
        return FALSE;
    }
  return scan_fail (scan, _ ("a text is not closed"));
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  const char *first;
  guint digits = 0;

  for (; scan->at < scan->end; scan->at++)
    {
      if (g_ascii_isdigit (*scan->at))
        digits++;
      else if (*scan->at != '-' || scan->at != start)
        break;
    }
  if (scan->at < scan->end && strchr (".eE+", *scan->at) != NULL && *scan->at != '\0')
    return scan_fail (scan, _ ("numbers are whole; write a decimal as text, \"84.5\""));
  if (digits == 0 || digits > TD_JSON_MAX_DIGITS)
    return scan_fail (scan, _ ("a number has 1 to %d digits"), TD_JSON_MAX_DIGITS);
  first = *start == '-' ? start + 1 : start;
  if (*first == '0' && digits > 1)
    return scan_fail (scan, _ ("a number may not begin with 0"));
  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->at) >= length && memcmp (scan->at, words[i], length) == 0)
        {
          scan->at += length;
          return TRUE;
        }
    }
  return scan_fail (scan, _ ("this is not JSON"));
}

/* After a value: what the bracket around it says, or nothing. */
static void
scan_after_value (Scan *scan)
{
  scan->expect = scan->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
scan_open (Scan *scan)
{
  if (scan->depth == TD_JSON_MAX_DEPTH)
    return scan_fail (scan, _ ("values are nested deeper than %d"), TD_JSON_MAX_DEPTH);
  scan->open[scan->depth++] = *scan->at;
  scan->expect = *scan->at == '{' ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  scan->at++;
  return TRUE;
}

static gboolean
scan_close (Scan *scan)
{
  char open = *scan->at == '}' ? '{' : '[';

  if (scan->depth == 0 || scan->open[scan->depth - 1] != open
      || (scan->expect != EXPECT_COMMA_OR_END
          && scan->expect != (open == '{' ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END)))
    return scan_fail (scan, _ ("“%c” does not belong here"), *scan->at);
  scan->depth--;
  scan->at++;
  scan_after_value (scan);
  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  if (scan->expect != EXPECT_VALUE && scan->expect != EXPECT_VALUE_OR_END)
    return scan_fail (scan, _ ("a value does not belong here; is a comma or a name missing?"));
  if (*scan->at == '{' || *scan->at == '[')
    return scan_open (scan);
  if (*scan->at == '"'                                  ? !scan_string (scan)
      : *scan->at == '-' || g_ascii_isdigit (*scan->at) ? !scan_number (scan)
                                                        : !scan_word (scan))
    return FALSE;
  scan_after_value (scan);
  return TRUE;
}

static gboolean
scan_comma (Scan *scan)
{
  if (scan->expect != EXPECT_COMMA_OR_END)
    return scan_fail (scan, _ ("“%c” does not belong here"), ',');
  scan->expect = scan->open[scan->depth - 1] == '{' ? EXPECT_NAME : EXPECT_VALUE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_colon (Scan *scan)
{
  if (scan->expect != EXPECT_COLON)
    return scan_fail (scan, _ ("“%c” does not belong here"), ':');
  scan->expect = EXPECT_VALUE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_name (Scan *scan)
{
  scan->expect = EXPECT_COLON;
  return scan_string (scan);
}

static gboolean
scan_token (Scan *scan)
{
  switch (*scan->at)
    {
    case '\n':
    case ' ':
    case '\t':
    case '\r':
      scan->line += *scan->at == '\n';
      scan->at++;
      return TRUE;
    case '}':
    case ']':
      return scan_close (scan);
    case ',':
      return scan_comma (scan);
    case ':':
      return scan_colon (scan);
    case '"':
      if (scan->expect == EXPECT_NAME || scan->expect == EXPECT_NAME_OR_END)
        return scan_name (scan);
      return scan_value (scan);
    default:
      return scan_value (scan);
    }
}

/*
 * Whether it is one JSON document, to the last bracket. json-glib is left nothing to object to: it
 * loses memory when it does.
 */
static gboolean
scan_all (Scan *scan)
{
  scan->expect = EXPECT_VALUE;
  while (scan->at < scan->end)
    if (!scan_token (scan))
      return FALSE;
  if (scan->expect != EXPECT_NOTHING)
    return scan_fail (scan,
                      scan->depth > 0 ? _ ("a bracket is not closed") : _ ("the file is empty"));
  return TRUE;
}

typedef struct
{
  GHashTable *seen; /* "OBJECT MEMBER" */
  char *twice;
} Members;

static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *member, gpointer data)
{
  Members *members = data;

  if (!g_hash_table_add (members->seen, g_strdup_printf ("%p %s", (gpointer) object, member))
      && members->twice == NULL)
    members->twice = g_strdup (member);
}

JsonNode *
td_json_guard_parse (const char *name, const char *data, gsize length, gsize max_size,
                     TdProblems *problems)
{
  Scan scan;
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *twice = NULL;
  Members members;

  if (length > max_size)
    {
      td_problems_add (problems, name, _ ("the file is larger than %u KB"),
                       (guint) (max_size / 1024));
      return NULL;
    }
  if (!g_utf8_validate_len (data, length, NULL))
    {
      td_problems_add (problems, name, _ ("the file is not UTF-8 text"));
      return NULL;
    }
  /* Some editors put a byte order mark before the text. */
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  scan = (Scan){ .name = name, .at = data, .end = data + length, .line = 1, .problems = problems };
  if (!scan_all (&scan))
    return NULL;
  parser = json_parser_new_immutable ();
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  members = (Members){ seen, NULL };
  g_signal_connect (parser, "object-member", G_CALLBACK (object_member_cb), &members);
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error))
    {
      td_problems_add (problems, name, _ ("this is not JSON: %s"), error->message);
      g_free (members.twice);
      return NULL;
    }
  twice = members.twice;
  if (twice != NULL)
    {
      td_problems_add (problems, name, _ ("the member “%s” is given twice in one place"), twice);
      return NULL;
    }
  return json_parser_steal_root (parser);
}
