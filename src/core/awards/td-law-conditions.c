/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The conditions of a law pack, type by type.
 */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NESTING 4 /* of “any one of” inside each other */
#define MAX_YEARS   100

static void
read_alternative (TdLawReader *reader, JsonObject *object, gpointer data)
{
  TdLawInto *into = data;
  TdLawAlternative *self = td_law_pack_alloc (reader->pack, sizeof *self);
  TdLawInto below = { td_law_pack_alloc_list (reader->pack), into->depth + 1 };

  td_law_check_members (reader, object, "id clause words conditions source verified");
  self->id =
      td_law_read_id (reader, object, "id", into->list, G_STRUCT_OFFSET (TdLawAlternative, id));
  self->clause = td_law_read_text (reader, object, "clause");
  self->words = td_law_read_text (reader, object, "words");
  td_law_read_fact (reader, object, &self->fact);
  self->conditions = below.list;
  td_law_read_items (reader, object, "conditions", TD_LAW_MAX_ITEMS, td_law_read_condition, &below);
  g_ptr_array_add (into->list, self);
}

#define COMMON "id type clause words source verified"

static void
read_held (TdLawReader *reader, JsonObject *object, TdLawCondition *self)
{
  guint bits = 0;

  td_law_check_members (reader, object, COMMON " awards times years running before_years");
  self->awards = td_law_read_codes (reader, object, "awards", NULL, &bits);
  self->times = td_law_read_count (reader, object, "times", 1, MAX_YEARS, 1);
  self->years = td_law_read_count (reader, object, "years", 1, MAX_YEARS, 0);
  self->before_years = td_law_read_count (reader, object, "before_years", 1, MAX_YEARS, 0);
  self->running = td_law_read_flag (reader, object, "running", FALSE);
  if (self->running && self->times < 2)
    td_law_problem (reader, _ ("once cannot be “running”: give times of 2 or more"));
  if (self->before_years > 0 && (self->running || self->years > 0))
    td_law_problem (reader, _ ("before_years goes with neither years nor running"));
}

static void
read_people (TdLawReader *reader, JsonObject *object, TdLawCondition *self)
{
  td_law_check_members (reader, object, COMMON " has share people");
  self->has = td_law_read_text (reader, object, "has");
  self->share = (TdShare){ 0, 0, FALSE };
  if (json_object_has_member (object, "share") == json_object_has_member (object, "people"))
    td_law_problem (reader, _ ("give either share or people"));
  else if (json_object_has_member (object, "share"))
    td_law_read_share (reader, object, "share", &self->share);
  else
    self->count = (guint) td_law_read_integer (reader, object, "people", 1, TD_LAW_MAX_COUNT);
}

static void
read_no_discipline (TdLawReader *reader, JsonObject *object, TdLawCondition *self)
{
  const char *among;

  td_law_check_members (reader, object, COMMON " among");
  if (!json_object_has_member (object, "among"))
    return;
  among = td_law_read_text (reader, object, "among");
  self->among_people = g_strcmp0 (among, "people") == 0;
  if (among != NULL && !self->among_people && strcmp (among, "nominee") != 0)
    {
      gsize before = td_law_enter (reader, "among");

      td_law_problem (reader, _ ("“nominee” or “people” is expected here"));
      td_law_leave (reader, before);
    }
}

static void
read_any (TdLawReader *reader, JsonObject *object, TdLawCondition *self, guint depth)
{
  TdLawInto below = { td_law_pack_alloc_list (reader->pack), depth };

  td_law_check_members (reader, object, COMMON " alternatives");
  self->alternatives = below.list;
  if (depth >= MAX_NESTING)
    {
      td_law_problem (reader, _ ("“any one of” is nested deeper than %d"), MAX_NESTING);
      return;
    }
  td_law_read_items (reader, object, "alternatives", TD_LAW_MAX_ITEMS, read_alternative, &below);
  if (below.list->len == 0)
    td_law_problem (reader, _ ("“any one of” needs alternatives"));
}

/* What each type asks for besides what all have. */
static void
read_test (TdLawReader *reader, JsonObject *object, TdLawCondition *self, guint depth)
{
  int choice;

  switch (self->type)
    {
    case TD_CONDITION_TOTAL:
      td_law_check_members (reader, object, COMMON " at_least");
      self->at_least = td_law_read_decimal (reader, object, "at_least");
      break;
    case TD_CONDITION_BAND:
      td_law_check_members (reader, object, COMMON " band");
      self->band = td_law_read_text (reader, object, "band");
      break;
    case TD_CONDITION_RANK:
      td_law_check_members (reader, object, COMMON " rank");
      self->rank = (guint) td_law_read_integer (reader, object, "rank", 1, TD_LAW_MAX_COUNT);
      break;
    case TD_CONDITION_LAUNCHED_BY:
      td_law_check_members (reader, object, COMMON " levels");
      td_law_read_codes (reader, object, "levels", td_law_level_find, &self->levels);
      break;
    case TD_CONDITION_YEARS:
      td_law_check_members (reader, object, COMMON " years");
      self->years = (guint) td_law_read_integer (reader, object, "years", 1, MAX_YEARS);
      break;
    case TD_CONDITION_NO_DISCIPLINE:
      read_no_discipline (reader, object, self);
      break;
    case TD_CONDITION_HELD:
      read_held (reader, object, self);
      break;
    case TD_CONDITION_INITIATIVE:
      td_law_check_members (reader, object, COMMON " scope count years");
      choice = td_law_read_choice (reader, object, "scope", td_initiative_scope_find);
      self->scope = choice < 0 ? TD_INITIATIVE_TOAN_QUOC : (TdInitiativeScope) choice;
      self->count = td_law_read_count (reader, object, "count", 1, TD_LAW_MAX_COUNT, 1);
      self->years = td_law_read_count (reader, object, "years", 1, MAX_YEARS, 0);
      break;
    case TD_CONDITION_COVERAGE:
      td_law_check_members (reader, object, COMMON " share");
      td_law_read_share (reader, object, "share", &self->share);
      break;
    case TD_CONDITION_PEOPLE:
      read_people (reader, object, self);
      break;
    case TD_CONDITION_ANY:
      read_any (reader, object, self, depth);
      break;
    case TD_CONDITION_NOT_PROPOSED:
    case TD_CONDITION_DIRECT_WORKER:
    case TD_N_CONDITION_TYPES:
    default:
      td_law_check_members (reader, object, COMMON);
    }
}

void
td_law_read_condition (TdLawReader *reader, JsonObject *object, gpointer data)
{
  TdLawInto *into = data;
  TdLawCondition *self = td_law_pack_alloc (reader->pack, sizeof *self);
  int type;

  self->id =
      td_law_read_id (reader, object, "id", into->list, G_STRUCT_OFFSET (TdLawCondition, id));
  td_law_read_fact (reader, object, &self->fact);
  if (json_object_has_member (object, "drop"))
    {
      gsize before = td_law_enter (reader, "drop");

      td_law_check_members (reader, object, "id drop source verified");
      if (!td_law_read_flag (reader, object, "drop", FALSE))
        td_law_problem (reader, _ ("only true makes sense here"));
      if (into->depth > 0 || *reader->pack->extends == '\0')
        td_law_problem (reader,
                        _ ("only a pack on top of another can drop a condition of an award"));
      td_law_leave (reader, before);
      self->type = TD_CONDITION_DROP;
      g_ptr_array_add (into->list, self);
      return;
    }
  type = td_law_read_choice (reader, object, "type", td_condition_type_find);
  self->clause = td_law_read_text (reader, object, "clause");
  self->words = td_law_read_text (reader, object, "words");
  if (type < 0)
    return;
  self->type = (TdConditionType) type;
  read_test (reader, object, self, into->depth);
  g_ptr_array_add (into->list, self);
}
