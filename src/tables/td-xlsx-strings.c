/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-xlsx-strings.h"

#include <string.h>

#include "base/td-arena.h"
#include "tables/td-cell-text.h"
#include "tables/td-refuse.h"
#include "tables/td-xml.h"

typedef struct
{
  const char *text; /* NULL when it is too long */
  gsize length;
} Entry; /* three million of them: what few have is kept aside */

struct _TdXlsxStrings
{
  TdArena *arena;
  GArray *entries;    /* of Entry */
  GHashTable *struck; /* numbers of those with parts struck out, raised or lowered */
};

/* The parse: the string that is being gathered. */
typedef struct
{
  TdXlsxStrings *strings;
  TdArchive *archive;
  const char *si, *t, *rph, *r, *rpr;
  const char *uri; /* the namespace of the root */
  GString *text;
  gboolean inside; /* an si */
  gboolean taking; /* a t of it */
  gboolean struck; /* a part of it */
} Parse;

/* `_xHHHH_` at @at. */
static gboolean
read_escape (const char *at, const char *end, gunichar *out)
{
  gunichar value = 0;

  if (end - at < 7 || at[0] != '_' || at[1] != 'x' || at[6] != '_')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return FALSE;
      value = value * 16 + (gunichar) digit;
    }
  *out = value;
  return TRUE;
}

gsize
td_xlsx_unescape (char *text, gsize length)
{
  const char *end = text + length;
  const char *from = memchr (text, '_', length);
  char *to = text + (from != NULL ? from - text : 0);

  if (from == NULL)
    return length;
  while (from < end)
    {
      gunichar c, low;

      if (!read_escape (from, end, &c))
        {
          *to++ = *from++;
          continue;
        }
      from += 7;
      if (c >= 0xd800 && c < 0xdc00 && read_escape (from, end, &low) && low >= 0xdc00
          && low < 0xe000)
        {
          c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
          from += 7;
        }
      if (c == 0 || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
      /* At most 4 bytes take the place of 7 or more. */
      to += g_unichar_to_utf8 (c, to);
    }
  *to = '\0';
  return (gsize) (to - text);
}

char *
td_xlsx_escape (const char *text)
{
  const char *end = text + strlen (text);
  GString *out = NULL;
  gunichar c;

  for (const char *at = strstr (text, "_x"); at != NULL; at = strstr (at + 1, "_x"))
    if (read_escape (at, end, &c))
      {
        if (out == NULL)
          out = g_string_new (NULL);
        g_string_append_len (out, text, at - text);
        g_string_append (out, "_x005F");
        text = at;
      }
  if (out == NULL)
    return NULL;
  g_string_append (out, text);
  return g_string_free (out, FALSE);
}

static void
prepare_cb (TdXml *xml, gpointer data)
{
  Parse *parse = data;

  parse->si = td_xml_intern (xml, "si");
  parse->t = td_xml_intern (xml, "t");
  parse->rph = td_xml_intern (xml, "rPh");
  parse->r = td_xml_intern (xml, "r");
  parse->rpr = td_xml_intern (xml, "rPr");
}

static void
start_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
          guint n_attributes, gpointer data)
{
  Parse *parse = data;

  if (td_xml_get_depth (xml) == 1)
    parse->uri = uri;
  else if (uri != parse->uri || name == parse->rph)
    td_xml_skip (xml);
  else if (name == parse->si)
    {
      parse->inside = TRUE;
      parse->struck = FALSE;
      g_string_truncate (parse->text, 0);
    }
  else if (name == parse->t)
    parse->taking = parse->inside;
  else if (name != parse->r && name != parse->rpr)
    parse->struck = parse->struck || td_xlsx_marks_text (name, attributes, n_attributes);
}

static void
text_cb (TdXml *xml, const char *characters, gsize length, gpointer data)
{
  Parse *parse = data;

  if (parse->taking && parse->text->len <= TD_XLSX_TEXT_BYTES)
    g_string_append_len (parse->text, characters, (gssize) length);
}

static void
end_cb (TdXml *xml, const char *name, const char *uri, gpointer data)
{
  Parse *parse = data;
  TdXlsxStrings *strings = parse->strings;
  const char *place = td_archive_get_name (parse->archive);
  GError *error = NULL;
  Entry entry = { NULL, TD_XLSX_TOO_LONG };

  if (name == parse->t)
    parse->taking = FALSE;
  if (name != parse->si)
    return;
  parse->inside = FALSE;
  parse->text->len = td_xlsx_unescape (parse->text->str, parse->text->len);
  if (td_cell_text_fits (parse->text->str, parse->text->len))
    {
      entry.length = td_cell_text_unify_lines (parse->text->str, parse->text->len);
      entry.text = td_arena_add (strings->arena, parse->text->str, entry.length);
    }
  if (parse->struck)
    g_hash_table_add (strings->struck, GUINT_TO_POINTER (strings->entries->len));
  g_array_append_val (strings->entries, entry);
  if (strings->entries->len > TD_LIMIT_STRINGS
      || td_arena_get_size (strings->arena) > TD_LIMIT_STRINGS_BYTES)
    {
      td_refuse_too_large (&error, place);
      td_xml_fail (xml, error);
    }
}

TdXlsxStrings *
td_xlsx_strings_new (TdArchive *archive, const char *part, GCancellable *cancellable,
                     GError **error)
{
  static const TdXmlHandler handler = { prepare_cb, start_cb, end_cb, text_cb };
  g_autoptr (TdXlsxStrings) self = g_new0 (TdXlsxStrings, 1);
  Parse parse = { .strings = self, .archive = archive };
  gboolean done;

  self->arena = td_arena_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->struck = g_hash_table_new (NULL, NULL);
  parse.text = g_string_new (NULL);
  done = td_xml_parse (archive, part, &handler, &parse, NULL, NULL, cancellable, error);
  g_string_free (parse.text, TRUE);
  return done ? g_steal_pointer (&self) : NULL;
}

void
td_xlsx_strings_free (TdXlsxStrings *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->arena, td_arena_free);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->struck, g_hash_table_unref);
  g_free (self);
}

const char *
td_xlsx_strings_get (const TdXlsxStrings *self, guint64 index, gsize *length)
{
  const Entry *entry;

  if (index >= self->entries->len)
    return NULL;
  entry = &g_array_index (self->entries, Entry, (guint) index);
  *length = entry->length;
  return entry->text;
}

gboolean
td_xlsx_strings_is_struck (const TdXlsxStrings *self, guint64 index)
{
  return index < self->entries->len
         && g_hash_table_contains (self->struck, GUINT_TO_POINTER ((guint) index));
}

gboolean
td_xlsx_marks_text (const char *name, const TdXmlAttribute *attributes, guint n_attributes)
{
  const TdXmlAttribute *value = td_xml_get (attributes, n_attributes, "val");

  if (g_str_equal (name, "strike") || g_str_equal (name, "dstrike"))
    return value == NULL || td_xml_is_true (value);
  return g_str_equal (name, "vertAlign") && value != NULL && !td_xml_equals (value, "baseline");
}
