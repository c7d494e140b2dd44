/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-award-law.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/td-text.h"

/* --- shares --------------------------------------------------------------------------------------- */

gboolean
td_award_law_parse_share (const char *text, TdShare *out)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  char *end = NULL;
  gint64 num = g_ascii_strtoll (bare, &end, 10), den = 100;

  if (end == bare || !g_ascii_isdigit (*bare))
    return FALSE;
  while (*end == ' ')
    end++;
  if (*end == '/')
    {
      char *from = ++end;

      while (*from == ' ')
        from++;
      den = g_ascii_isdigit (*from) ? g_ascii_strtoll (from, &end, 10) : 0;
    }
  else if (*end++ != '%')
    return FALSE;
  if (*end != '\0' || num < 1 || den < 1 || num > den || den > 1000000)
    return FALSE;
  out->num = (gint32) num;
  out->den = (gint32) den;
  return TRUE;
}

char *
td_award_law_format_share (const TdShare *share)
{
  return share->den == 100 ? g_strdup_printf ("%d%%", share->num)
                           : g_strdup_printf ("%d/%d", share->num, share->den);
}

/* --- packs as JSON -------------------------------------------------------------------------------- */

/* The file of a pack that is in the library and so is known to be in order. (nullable) */
static JsonNode *
load (TdStore *store, const TdLawPack *pack)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *key = g_strconcat (TD_SETTING_LAW_PACK, td_law_pack_get_id (pack), NULL);
  g_autofree char *text = td_store_get_setting (store, key);
  g_autoptr (GBytes) bytes = NULL;
  const char *data = text;
  gsize length = strlen (text);

  if (*text == '\0')
    {
      bytes = td_law_library_load_builtin (td_law_pack_get_id (pack));
      data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
    }
  if (data == NULL || !json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

static int
find_in (JsonArray *array, const char *member, const char *value)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_object_get_string_member_with_default (
                       json_array_get_object_element (array, i), member, NULL),
                   value)
        == 0)
      return (int) i;
  return -1;
}

static JsonArray *
array_of (JsonObject *object, const char *member)
{
  if (!json_object_has_member (object, member))
    json_object_set_array_member (object, member, json_array_new ());
  return json_object_get_array_member (object, member);
}

/* The award in the file, added when it is not in it yet. */
static JsonObject *
award_of (JsonObject *file, const char *code)
{
  JsonArray *awards = array_of (file, "awards");
  int index = find_in (awards, "code", code);

  if (index < 0)
    {
      JsonObject *award = json_object_new ();

      json_object_set_string_member (award, "code", code);
      index = (int) json_array_get_length (awards);
      json_array_add_object_element (awards, award);
    }
  return json_array_get_object_element (awards, (guint) index);
}

/* The key of a source with these words, added when there is none. (transfer full) */
static char *
source_key (JsonObject *file, const char *words)
{
  JsonObject *sources;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (!json_object_has_member (file, "sources"))
    json_object_set_object_member (file, "sources", json_object_new ());
  sources = json_object_get_object_member (file, "sources");
  json_object_iter_init (&iter, sources);
  while (json_object_iter_next (&iter, &key, &node))
    if (g_strcmp0 (json_node_get_string (node), words) == 0)
      return g_strdup (key);
  for (guint i = 1;; i++)
    {
      g_autofree char *free_key = g_strdup_printf ("nguon-%u", i);

      if (json_object_has_member (sources, free_key))
        continue;
      json_object_set_string_member (sources, free_key, words);
      return g_steal_pointer (&free_key);
    }
}

static void
set_fact (JsonObject *object, const char *key, gboolean verified)
{
  json_object_set_string_member (object, "source", key);
  json_object_set_boolean_member (object, "verified", verified);
}

/* The same for a condition and all that it is made of. */
static void
set_facts (JsonObject *condition, const char *key, gboolean verified)
{
  JsonArray *alternatives = json_object_has_member (condition, "alternatives")
                                ? json_object_get_array_member (condition, "alternatives")
                                : NULL;

  set_fact (condition, key, verified);
  for (guint i = 0; alternatives != NULL && i < json_array_get_length (alternatives); i++)
    {
      JsonObject *one = json_array_get_object_element (alternatives, i);
      JsonArray *conditions = json_object_get_array_member (one, "conditions");

      set_fact (one, key, verified);
      for (guint j = 0; conditions != NULL && j < json_array_get_length (conditions); j++)
        set_facts (json_array_get_object_element (conditions, j), key, verified);
    }
}

/* --- what is set ---------------------------------------------------------------------------------- */

static JsonObject *
share_object (const TdShare *share)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "num", share->num);
  json_object_set_int_member (object, "den", share->den);
  if (share->more_than)
    json_object_set_boolean_member (object, "more_than", TRUE);
  return object;
}

static void
set_value (JsonObject *award, const TdLawSetting *setting, const char *key)
{
  static const char *const members[] = {
    [TD_LAW_ITEM_VOTE] = "vote",
    [TD_LAW_ITEM_QUORUM] = "quorum",
    [TD_LAW_ITEM_MONEY] = "money",
  };
  const char *member = members[setting->item];
  JsonObject *value;

  if (setting->deed == TD_LAW_AS_BELOW)
    {
      json_object_remove_member (award, member);
      return;
    }
  if (setting->deed == TD_LAW_UNSET)
    {
      json_object_set_null_member (award, member);
      return;
    }
  value = json_object_new ();
  if (setting->item == TD_LAW_ITEM_MONEY)
    json_object_set_int_member (value, "coefficient", setting->coefficient);
  else
    json_object_set_object_member (value, "share", share_object (&setting->share));
  if (setting->item == TD_LAW_ITEM_VOTE)
    json_object_set_string_member (value, "of", td_vote_base_code (setting->base));
  set_fact (value, key, setting->verified);
  json_object_set_object_member (award, member, value);
}

/* The condition as the nearest pack from @pack downwards has it in its file. (transfer full) (nullable) */
static JsonNode *
find_condition (TdStore *store, const TdLawPack *pack, const TdLawSetting *setting)
{
  for (; pack != NULL; pack = td_law_pack_get_base (pack))
    {
      g_autoptr (JsonNode) file = load (store, pack);
      JsonObject *award;
      JsonArray *conditions;
      int index;

      if (file == NULL)
        continue;
      award = award_of (json_node_get_object (file), setting->award);
      conditions = array_of (award, "conditions");
      index = find_in (conditions, "id", setting->condition);
      if (index >= 0
          && !json_object_has_member (json_array_get_object_element (conditions, (guint) index),
                                      "drop"))
        return json_node_copy (json_array_get_element (conditions, (guint) index));
    }
  return NULL;
}

static gboolean
is_below (const TdLawPack *below, const TdLawSetting *setting)
{
  const TdLawAward *award = td_law_pack_find_award (below, setting->award);

  for (guint i = 0; award != NULL && i < award->conditions->len; i++)
    if (g_strcmp0 (((const TdLawCondition *) g_ptr_array_index (award->conditions, i))->id,
                   setting->condition)
        == 0)
      return TRUE;
  return FALSE;
}

static gboolean
set_condition (TdStore *store, JsonObject *award, const TdLawPack *below,
               const TdLawSetting *setting, const char *key)
{
  JsonArray *conditions = array_of (award, "conditions");
  int index = find_in (conditions, "id", setting->condition);
  g_autoptr (JsonNode) found = NULL;

  if (setting->deed == TD_LAW_SET
      && (found = find_condition (store, setting->pack, setting)) == NULL)
    return FALSE;
  if (index >= 0)
    json_array_remove_element (conditions, (guint) index);
  if (found != NULL)
    {
      set_facts (json_node_get_object (found), key, setting->verified);
      json_array_add_element (conditions, g_steal_pointer (&found));
    }
  else if (setting->deed == TD_LAW_UNSET && is_below (below, setting))
    {
      JsonObject *drop = json_object_new ();

      json_object_set_string_member (drop, "id", setting->condition);
      json_object_set_boolean_member (drop, "drop", TRUE);
      set_fact (drop, key, setting->verified);
      json_array_add_object_element (conditions, drop);
    }
  return TRUE;
}

/* An award of which nothing is set any more need not be named. */
static void
tidy (JsonObject *file, const char *code)
{
  JsonArray *awards = array_of (file, "awards");
  int index = find_in (awards, "code", code);
  JsonObject *award = json_array_get_object_element (awards, (guint) index);

  if (json_object_has_member (award, "conditions")
      && json_array_get_length (json_object_get_array_member (award, "conditions")) == 0)
    json_object_remove_member (award, "conditions");
  if (json_object_get_size (award) == 1)
    json_array_remove_element (awards, (guint) index);
}

/* --- the pack ------------------------------------------------------------------------------------- */

const TdLawPack *
td_award_law_find_own (const TdLawLibrary *library, const TdLawPack *pack, const char *preferred)
{
  const TdLawPack *found = NULL;

  if (td_law_pack_get_base (pack) != NULL)
    return pack;
  for (guint i = 0; i < td_law_library_get_count (library); i++)
    {
      const TdLawPack *one = td_law_library_get (library, i);

      if (td_law_pack_get_base (one) == pack
          && (found == NULL || g_strcmp0 (td_law_pack_get_id (one), preferred) == 0))
        found = one;
    }
  return found;
}

/* “Quy định của tỉnh” → quy-dinh-cua-tinh, or with a number behind it when that is taken. */
static char *
make_id (const TdLawLibrary *library, const char *title)
{
  g_autofree char *folded = td_text_fold (title);
  g_autoptr (GString) id = g_string_new (NULL);
  g_autofree char *first = NULL;

  for (const char *at = folded; *at != '\0' && id->len < 40; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (id, g_ascii_tolower (*at));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_assign (id, "don-vi");
  first = g_strdup (id->str);
  for (guint i = 2; td_law_library_find (library, id->str) != NULL; i++)
    g_string_printf (id, "%s-%u", first, i);
  return g_strdup (id->str);
}

static JsonNode *
new_file (const TdLawLibrary *library, const TdLawSetting *setting)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *file = json_object_new ();
  g_autofree char *id = make_id (library, setting->title);

  json_object_set_string_member (file, "format", "thidua-law-pack/1");
  json_object_set_string_member (file, "id", id);
  json_object_set_string_member (file, "title", setting->title);
  json_object_set_string_member (file, "extends", td_law_pack_get_id (setting->pack));
  json_node_take_object (root, file);
  return root;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

static gboolean
check (const TdLawSetting *setting, gboolean is_new, TdProblems *problems)
{
  guint before = td_problems_get_n_errors (problems);

  if (is_new && is_blank (setting->title))
    td_problems_add (problems, "title", _ ("give the office's pack a title"));
  if (setting->deed != TD_LAW_AS_BELOW && is_blank (setting->source))
    td_problems_add (problems, "source", _ ("say where it was read: number and date of the paper"));
  return td_problems_get_n_errors (problems) == before;
}

char *
td_award_law_set (TdStore *store, const TdLawLibrary *library, const TdLawSetting *setting,
                  char **id, TdProblems *problems)
{
  const TdLawPack *below = td_law_pack_get_base (setting->pack);
  gboolean is_new = below == NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (TdLawPack) pack = NULL;
  g_autofree char *key = NULL, *text = NULL;
  JsonObject *file, *award;

  g_return_val_if_fail (td_law_pack_find_award (setting->pack, setting->award) != NULL, NULL);
  if (!check (setting, is_new, problems))
    return NULL;
  if (is_new)
    below = setting->pack;
  root = is_new ? new_file (library, setting) : load (store, setting->pack);
  if (root == NULL)
    {
      td_problems_add (problems, td_law_pack_get_id (setting->pack),
                       _ ("the office's pack is no longer in the file"));
      return NULL;
    }
  file = json_node_get_object (root);
  award = award_of (file, setting->award);
  if (setting->deed != TD_LAW_AS_BELOW)
    key = source_key (file, setting->source);
  if (setting->item != TD_LAW_ITEM_CONDITION)
    set_value (award, setting, key);
  else if (!set_condition (store, award, below, setting, key))
    {
      td_problems_add (problems, setting->condition, _ ("there is no such condition"));
      return NULL;
    }
  tidy (file, setting->award);
  text = json_to_string (root, TRUE);
  /* Only counted up: the pack below is read, not written. */
  pack = td_law_pack_new (is_new ? setting->title : td_law_pack_get_title (setting->pack), text,
                          strlen (text), (TdLawPack *) below, problems);
  if (pack == NULL)
    return NULL;
  *id = g_strdup (td_law_pack_get_id (pack));
  return g_steal_pointer (&text);
}
