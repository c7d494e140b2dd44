/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From JSON to a law pack. Strict: a member nobody knows, a wrong type, a missing source are problems,
 * all of them told at once and each with its place, for the person who wrote the file by hand.
 */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_AWARDS 500
/* More than any base salary or coefficient; their product stays far inside 63 bits. */
#define MAX_SALARY      G_GINT64_CONSTANT (1000000000)
#define MAX_COEFFICIENT 1000000

/* --- awards ----------------------------------------------------------------------------------- */

static void
read_paper (TdLawReader *reader, JsonObject *object, gpointer data)
{
  GPtrArray *list = data;
  TdLawPaper *self = td_law_pack_alloc (reader->pack, sizeof *self);

  td_law_check_members (reader, object, "code title required source verified");
  self->code = td_law_read_id (reader, object, "code", list, G_STRUCT_OFFSET (TdLawPaper, code));
  self->title = td_law_read_text (reader, object, "title");
  self->required = td_law_read_flag (reader, object, "required", TRUE);
  td_law_read_fact (reader, object, &self->fact);
  g_ptr_array_add (list, self);
}

static void
read_note (TdLawReader *reader, JsonObject *object, gpointer data)
{
  TdLawNote *self = td_law_pack_alloc (reader->pack, sizeof *self);

  td_law_check_members (reader, object, "clause words source verified");
  self->clause = td_law_read_text (reader, object, "clause");
  self->words = td_law_read_text (reader, object, "words");
  td_law_read_fact (reader, object, &self->fact);
  g_ptr_array_add (data, self);
}

/* The object of a member that may be null (“this pack does not say”); %NULL then. */
static JsonObject *
read_nullable (TdLawReader *reader, JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return JSON_NODE_HOLDS_NULL (node) ? NULL : td_law_as_object (reader, node);
}

static void
read_form (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  JsonObject *form = read_nullable (reader, object, "form");

  if (form == NULL)
    return;
  td_law_check_members (reader, form, "number title source verified");
  if (json_object_has_member (form, "number") && !json_object_get_null_member (form, "number"))
    self->form_number = td_law_read_text (reader, form, "number");
  self->form_title = td_law_read_text (reader, form, "title");
  td_law_read_fact (reader, form, &self->form_fact);
}

static void
read_vote (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  JsonObject *vote = read_nullable (reader, object, "vote");
  int base;

  if (vote == NULL)
    return;
  td_law_check_members (reader, vote, "share of source verified");
  self->has_vote = td_law_read_share (reader, vote, "share", &self->vote);
  base = td_law_read_choice (reader, vote, "of", td_vote_base_find);
  self->vote_base = base < 0 ? TD_VOTE_OF_MEMBERS : (TdVoteBase) base;
  td_law_read_fact (reader, vote, &self->vote_fact);
}

static void
read_quorum (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  JsonObject *quorum = read_nullable (reader, object, "quorum");

  if (quorum == NULL)
    return;
  td_law_check_members (reader, quorum, "share source verified");
  self->has_quorum = td_law_read_share (reader, quorum, "share", &self->quorum);
  td_law_read_fact (reader, quorum, &self->quorum_fact);
}

static void
read_money (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  JsonObject *money = read_nullable (reader, object, "money");

  if (money == NULL)
    return;
  td_law_check_members (reader, money, "coefficient source verified");
  self->coefficient = td_law_read_integer (reader, money, "coefficient", 1, MAX_COEFFICIENT);
  td_law_read_fact (reader, money, &self->money_fact);
}

static void
read_decider (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  JsonObject *decider = td_law_as_object (reader, json_object_get_member (object, "decider"));

  if (decider == NULL)
    return;
  td_law_check_members (reader, decider, "who source verified");
  self->decider = td_law_read_text (reader, decider, "who");
  td_law_read_fact (reader, decider, &self->decider_fact);
}

static void
read_members_within (TdLawReader *reader, JsonObject *object, TdLawAward *self, const char *member,
                     guint given, void (*func) (TdLawReader *, JsonObject *, TdLawAward *))
{
  gsize before;

  if (!json_object_has_member (object, member))
    return;
  self->given |= given;
  before = td_law_enter (reader, member);
  func (reader, object, self);
  td_law_leave (reader, before);
}

static void
read_lists (TdLawReader *reader, JsonObject *object, TdLawAward *self)
{
  if (json_object_has_member (object, "papers"))
    {
      self->given |= TD_LAW_GIVEN_PAPERS;
      td_law_read_items (reader, object, "papers", TD_LAW_MAX_ITEMS, read_paper, self->papers);
    }
  if (json_object_has_member (object, "conditions"))
    {
      TdLawInto into = { self->conditions, 0 };

      self->given |= TD_LAW_GIVEN_CONDITIONS;
      td_law_read_items (reader, object, "conditions", TD_LAW_MAX_ITEMS, td_law_read_condition,
                         &into);
    }
  if (json_object_has_member (object, "judged"))
    {
      self->given |= TD_LAW_GIVEN_JUDGED;
      td_law_read_items (reader, object, "judged", TD_LAW_MAX_ITEMS, read_note, self->judged);
    }
}

static void
read_award (TdLawReader *reader, JsonObject *object, gpointer data)
{
  TdLawAward *self = td_law_pack_alloc (reader->pack, sizeof *self);
  int choice;

  self->coefficient = -1;
  self->papers = td_law_pack_alloc_list (reader->pack);
  self->conditions = td_law_pack_alloc_list (reader->pack);
  self->judged = td_law_pack_alloc_list (reader->pack);
  td_law_check_members (
      reader, object,
      "code title kind level subject decider papers form vote quorum money conditions "
      "judged source verified");
  self->code = td_law_read_id (reader, object, "code", reader->pack->awards,
                               G_STRUCT_OFFSET (TdLawAward, code));
  if (json_object_has_member (object, "title"))
    {
      self->given |= TD_LAW_GIVEN_TITLE;
      self->title = td_law_read_text (reader, object, "title");
    }
  if (json_object_has_member (object, "kind"))
    {
      self->given |= TD_LAW_GIVEN_KIND;
      choice = td_law_read_choice (reader, object, "kind", td_award_kind_find);
      self->kind = choice < 0 ? TD_AWARD_FORM : (TdAwardKind) choice;
    }
  if (json_object_has_member (object, "level"))
    {
      self->given |= TD_LAW_GIVEN_LEVEL;
      choice = td_law_read_choice (reader, object, "level", td_law_level_find);
      self->level = choice < 0 ? TD_LAW_LEVEL_XA : (TdLawLevel) choice;
    }
  if (json_object_has_member (object, "subject"))
    {
      self->given |= TD_LAW_GIVEN_SUBJECT;
      choice = td_law_read_choice (reader, object, "subject", td_subject_find);
      self->subject = choice < 0 ? TD_SUBJECT_COLLECTIVE : (TdSubject) choice;
    }
  if (json_object_has_member (object, "source") || json_object_has_member (object, "verified"))
    {
      self->given |= TD_LAW_GIVEN_FACT;
      td_law_read_fact (reader, object, &self->fact);
    }
  read_members_within (reader, object, self, "decider", TD_LAW_GIVEN_DECIDER, read_decider);
  read_members_within (reader, object, self, "form", TD_LAW_GIVEN_FORM, read_form);
  read_members_within (reader, object, self, "vote", TD_LAW_GIVEN_VOTE, read_vote);
  read_members_within (reader, object, self, "quorum", TD_LAW_GIVEN_QUORUM, read_quorum);
  read_members_within (reader, object, self, "money", TD_LAW_GIVEN_MONEY, read_money);
  read_lists (reader, object, self);
  g_ptr_array_add (reader->pack->awards, self);
}

/* --- the pack --------------------------------------------------------------------------------- */

static void
read_salary (TdLawReader *reader, JsonObject *object, gpointer data)
{
  TdBaseSalary self = { TD_DATE_NONE, TD_DATE_NONE, 0, { NULL, FALSE } };
  GArray *salaries = reader->pack->salaries;

  td_law_check_members (reader, object, "from to amount source verified");
  self.from = td_law_read_date (reader, object, "from");
  if (json_object_has_member (object, "to"))
    self.to = td_law_read_date (reader, object, "to");
  self.amount = td_law_read_integer (reader, object, "amount", 1, MAX_SALARY);
  td_law_read_fact (reader, object, &self.fact);
  if (self.to != TD_DATE_NONE && self.to < self.from)
    td_law_problem (reader, _ ("it ends before it begins"));
  if (salaries->len > 0)
    {
      const TdBaseSalary *last = &g_array_index (salaries, TdBaseSalary, salaries->len - 1);

      if (last->to == TD_DATE_NONE || self.from <= last->to)
        td_law_problem (reader,
                        _ ("it overlaps the salary before it: put them in order and give “to”"));
      else if (self.from > last->to + 1)
        td_law_problem (reader, _ ("there are days without a base salary before it"));
    }
  g_array_append_val (salaries, self);
}

static void
read_force (TdLawReader *reader, JsonObject *object)
{
  gsize before = td_law_enter (reader, "in_force");
  JsonObject *force = td_law_as_object (reader, json_object_get_member (object, "in_force"));

  if (force != NULL)
    {
      td_law_check_members (reader, force, "from to source verified");
      reader->pack->from = td_law_read_date (reader, force, "from");
      if (json_object_has_member (force, "to"))
        reader->pack->to = td_law_read_date (reader, force, "to");
      td_law_read_fact (reader, force, &reader->pack->force_fact);
      if (reader->pack->to != TD_DATE_NONE && reader->pack->to < reader->pack->from)
        td_law_problem (reader, _ ("it ends before it begins"));
    }
  td_law_leave (reader, before);
}

static void
read_sources (TdLawReader *reader, JsonObject *object)
{
  gsize before = td_law_enter (reader, "sources");
  JsonObject *sources = td_law_as_object (reader, json_object_get_member (object, "sources"));

  if (sources != NULL)
    {
      JsonObjectIter iter;
      const char *member;

      json_object_iter_init (&iter, sources);
      while (json_object_iter_next (&iter, &member, NULL))
        g_hash_table_insert (reader->sources, g_strdup (member),
                             (gpointer) td_law_read_text (reader, sources, member));
    }
  td_law_leave (reader, before);
}

void
td_law_read (TdLawPack *self, const char *name, JsonNode *root, TdProblems *problems)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TdLawReader reader = { self, name, path, sources, problems };
  JsonObject *object = td_law_as_object (&reader, root);
  const char *format;

  if (object == NULL)
    return;
  td_law_check_members (&reader, object,
                        "format id title extends in_force base_salary sources awards");
  format = td_law_read_text (&reader, object, "format");
  if (format != NULL && strcmp (format, "thidua-law-pack/1") != 0)
    {
      gsize before = td_law_enter (&reader, "format");

      td_law_problem (&reader, _ ("this program reads the format “thidua-law-pack/1”, not “%s”"),
                      format);
      td_law_leave (&reader, before);
      return;
    }
  self->id = td_law_read_code (&reader, object, "id");
  self->title = td_law_read_text (&reader, object, "title");
  if (json_object_has_member (object, "extends"))
    {
      const char *extends = td_law_read_code (&reader, object, "extends");

      self->extends = extends != NULL ? extends : "";
    }
  read_sources (&reader, object);
  if (*self->extends == '\0' || json_object_has_member (object, "in_force"))
    read_force (&reader, object);
  if (*self->extends == '\0' || json_object_has_member (object, "base_salary"))
    td_law_read_items (&reader, object, "base_salary", TD_LAW_MAX_ITEMS, read_salary, NULL);
  td_law_read_items (&reader, object, "awards", MAX_AWARDS, read_award, NULL);
}
