/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Typed members of JSON objects, every fault with its place. Nothing is guessed at: what has the
 * wrong type is a problem, and a harmless value goes on in its stead so that all faults are told at once.
 */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/td-date.h"
#include "base/td-text.h"

#define MAX_TEXT       2000
#define MAX_SHARE_PART 1000000

/* --- places ----------------------------------------------------------------------------------- */

void
td_law_problem (TdLawReader *reader, const char *format, ...)
{
  va_list args;
  char *where = reader->path->len > 0 ? g_strdup_printf ("%s: %s", reader->name, reader->path->str)
                                      : g_strdup (reader->name);
  char *what;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  td_problems_take (reader->problems, where, what, FALSE);
}

gsize
td_law_enter (TdLawReader *reader, const char *member)
{
  gsize before = reader->path->len;
  g_autofree char *shown = td_text_excerpt (member, 40);

  if (before > 0)
    g_string_append_c (reader->path, '.');
  g_string_append (reader->path, shown);
  return before;
}

gsize
td_law_enter_item (TdLawReader *reader, guint index)
{
  gsize before = reader->path->len;

  g_string_append_printf (reader->path, "[%u]", index);
  return before;
}

void
td_law_leave (TdLawReader *reader, gsize before)
{
  g_string_truncate (reader->path, before);
}

/* --- typed members ---------------------------------------------------------------------------- */

JsonObject *
td_law_as_object (TdLawReader *reader, JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  td_law_problem (reader, _ ("an object { … } is expected here"));
  return NULL;
}

void
td_law_check_members (TdLawReader *reader, JsonObject *object, const char *known)
{
  g_auto (GStrv) names = g_strsplit (known, " ", -1);
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, NULL))
    if (!g_strv_contains ((const char *const *) names, member))
      {
        gsize before = td_law_enter (reader, member);

        td_law_problem (reader, _ ("no such member is known here; known are: %s"), known);
        td_law_leave (reader, before);
      }
}

/* The text of a node in NFC, in the pack's memory; %NULL when there is none. */
static const char *
take_text (TdLawReader *reader, JsonNode *node)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      td_law_problem (reader, _ ("a text in quotes is expected here"));
      return NULL;
    }
  text = td_text_normalize (json_node_get_string (node), -1, FALSE, &error);
  if (text == NULL)
    {
      td_law_problem (reader, "%s", error->message);
      return NULL;
    }
  if (*text == '\0')
    {
      td_law_problem (reader, _ ("the text may not be empty"));
      return NULL;
    }
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    {
      td_law_problem (reader, _ ("the text is longer than %d characters"), MAX_TEXT);
      return NULL;
    }
  return g_string_chunk_insert_const (reader->pack->strings, text);
}

const char *
td_law_read_text (TdLawReader *reader, JsonObject *object, const char *member)
{
  gsize before = td_law_enter (reader, member);
  const char *text = take_text (reader, json_object_get_member (object, member));

  td_law_leave (reader, before);
  return text;
}

const char *
td_law_read_code (TdLawReader *reader, JsonObject *object, const char *member)
{
  gsize before = td_law_enter (reader, member);
  const char *code = take_text (reader, json_object_get_member (object, member));

  if (code != NULL
      && (strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (code) || *code == '-'
          || strlen (code) > 40))
    {
      td_law_problem (
          reader,
          _ ("a code has at most 40 small letters, digits and hyphens, and no hyphen first"));
      code = NULL;
    }
  td_law_leave (reader, before);
  return code;
}

gint64
td_law_read_integer (TdLawReader *reader, JsonObject *object, const char *member, gint64 min,
                     gint64 max)
{
  gsize before = td_law_enter (reader, member);
  JsonNode *node = json_object_get_member (object, member);
  gint64 number = min;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    td_law_problem (reader, _ ("a whole number is expected here"));
  else
    {
      number = json_node_get_int (node);
      if (number < min || number > max)
        {
          g_autofree char *least = g_strdup_printf ("%" G_GINT64_FORMAT, min);
          g_autofree char *most = g_strdup_printf ("%" G_GINT64_FORMAT, max);

          td_law_problem (reader, _ ("the number must lie between %s and %s"), least, most);
          number = min;
        }
    }
  td_law_leave (reader, before);
  return number;
}

guint
td_law_read_count (TdLawReader *reader, JsonObject *object, const char *member, guint min,
                   guint max, guint fallback)
{
  if (!json_object_has_member (object, member))
    return fallback;
  return (guint) td_law_read_integer (reader, object, member, min, max);
}

gboolean
td_law_read_flag (TdLawReader *reader, JsonObject *object, const char *member, gboolean fallback)
{
  JsonNode *node = json_object_get_member (object, member);
  gboolean flag = fallback;

  if (node == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    flag = json_node_get_boolean (node);
  else
    {
      gsize before = td_law_enter (reader, member);

      td_law_problem (reader, _ ("true or false is expected here"));
      td_law_leave (reader, before);
    }
  return flag;
}

TdDecimal
td_law_read_decimal (TdLawReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GError) error = NULL;
  const char *text;
  TdDecimal value = 0;
  gsize before;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return TD_DECIMAL (td_law_read_integer (reader, object, member, 0, TD_LAW_MAX_COUNT));
  text = td_law_read_text (reader, object, member);
  before = td_law_enter (reader, member);
  if (text != NULL && !td_decimal_parse (text, TD_STYLE_PLAIN, &value, &error))
    td_law_problem (reader, "%s", error->message);
  else if (value < 0)
    td_law_problem (reader, _ ("the number may not be below 0"));
  td_law_leave (reader, before);
  return value;
}

TdDate
td_law_read_date (TdLawReader *reader, JsonObject *object, const char *member)
{
  const char *text = td_law_read_text (reader, object, member);
  g_autoptr (GError) error = NULL;
  TdDate date = TD_DATE_NONE;
  gsize before;

  if (text == NULL)
    return TD_DATE_NONE;
  before = td_law_enter (reader, member);
  if (!td_date_parse (text, &date, &error))
    td_law_problem (reader, "%s", error->message);
  td_law_leave (reader, before);
  return date;
}

int
td_law_read_choice (TdLawReader *reader, JsonObject *object, const char *member, TdLawFindFunc find)
{
  const char *text = td_law_read_text (reader, object, member);
  int found;
  gsize before;

  if (text == NULL)
    return -1;
  before = td_law_enter (reader, member);
  found = find (text);
  if (found < 0)
    td_law_problem (reader, _ ("“%s” is not one of the words known here"), text);
  td_law_leave (reader, before);
  return found;
}

gboolean
td_law_read_share (TdLawReader *reader, JsonObject *object, const char *member, TdShare *out)
{
  gsize before = td_law_enter (reader, member);
  JsonObject *share = td_law_as_object (reader, json_object_get_member (object, member));
  guint n_before = td_problems_get_count (reader->problems);

  *out = (TdShare){ 1, 1, FALSE };
  if (share != NULL)
    {
      td_law_check_members (reader, share, "num den more_than");
      out->num = (gint32) td_law_read_integer (reader, share, "num", 1, MAX_SHARE_PART);
      out->den = (gint32) td_law_read_integer (reader, share, "den", 1, MAX_SHARE_PART);
      out->more_than = td_law_read_flag (reader, share, "more_than", FALSE);
      /* Only of parts that are right themselves. */
      if (td_problems_get_count (reader->problems) == n_before
          && (out->num > out->den || (out->num == out->den && out->more_than)))
        td_law_problem (reader, _ ("the share is more than all"));
    }
  td_law_leave (reader, before);
  return share != NULL;
}

void
td_law_read_fact (TdLawReader *reader, JsonObject *object, TdLawFact *out)
{
  gsize before = td_law_enter (reader, "source");
  const char *key = take_text (reader, json_object_get_member (object, "source"));

  if (key != NULL)
    {
      /* A source that is itself at fault is %NULL: that was told where it stands. */
      out->source = g_hash_table_lookup (reader->sources, key);
      if (!g_hash_table_contains (reader->sources, key))
        td_law_problem (reader, _ ("“%s” is not among the file's sources"), key);
    }
  td_law_leave (reader, before);
  if (!json_object_has_member (object, "verified"))
    {
      before = td_law_enter (reader, "verified");
      td_law_problem (reader, _ ("say true or false: was it read in a copy of the source?"));
      td_law_leave (reader, before);
    }
  out->verified = td_law_read_flag (reader, object, "verified", FALSE);
}

void
td_law_read_items (TdLawReader *reader, JsonObject *object, const char *member, guint max,
                   TdLawItemFunc func, gpointer data)
{
  gsize before = td_law_enter (reader, member);
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    td_law_problem (reader, _ ("a list [ … ] is expected here"));
  else
    {
      JsonArray *array = json_node_get_array (node);
      guint n = json_array_get_length (array);

      if (n > max)
        td_law_problem (reader, _ ("the list is longer than %u"), max);
      for (guint i = 0; i < MIN (n, max); i++)
        {
          gsize here = td_law_enter_item (reader, i);
          JsonObject *item = td_law_as_object (reader, json_array_get_element (array, i));

          if (item != NULL)
            func (reader, item, data);
          td_law_leave (reader, here);
        }
    }
  td_law_leave (reader, before);
}

const char *
td_law_read_codes (TdLawReader *reader, JsonObject *object, const char *member, TdLawFindFunc find,
                   guint *bits)
{
  gsize before = td_law_enter (reader, member);
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GString) out = g_string_new (";");
  const char *joined = ";;";

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) == 0
      || json_array_get_length (json_node_get_array (node)) > TD_LAW_MAX_ITEMS)
    td_law_problem (reader, _ ("a list [ … ] of 1 to %d texts is expected here"), TD_LAW_MAX_ITEMS);
  else
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          gsize here = td_law_enter_item (reader, i);
          const char *text = take_text (reader, json_array_get_element (array, i));
          int found = text != NULL && find != NULL ? find (text) : 0;

          if (found < 0)
            td_law_problem (reader, _ ("“%s” is not one of the words known here"), text);
          else if (text != NULL && strchr (text, ';') != NULL)
            td_law_problem (reader, _ ("a code may not hold “;”"));
          else if (text != NULL)
            {
              g_string_append_printf (out, "%s;", text);
              *bits |= 1u << found;
            }
          td_law_leave (reader, here);
        }
      joined = g_string_chunk_insert_const (reader->pack->strings, out->str);
    }
  td_law_leave (reader, before);
  return joined;
}

/* Whether an id is taken in its list; the lists are short. */
static gboolean
id_is_taken (GPtrArray *list, const char *id, gsize offset)
{
  for (guint i = 0; i < list->len; i++)
    {
      const char *other =
          *(const char *const *) (gconstpointer) ((const char *) g_ptr_array_index (list, i)
                                                  + offset);

      if (g_strcmp0 (other, id) == 0)
        return TRUE;
    }
  return FALSE;
}

const char *
td_law_read_id (TdLawReader *reader, JsonObject *object, const char *member, GPtrArray *list,
                gsize offset)
{
  const char *id = td_law_read_code (reader, object, member);

  if (id != NULL && id_is_taken (list, id, offset))
    {
      gsize before = td_law_enter (reader, member);

      td_law_problem (reader, _ ("“%s” is used twice in this list"), id);
      td_law_leave (reader, before);
    }
  return id;
}
