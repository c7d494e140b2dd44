/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-award-register.h"

#include <string.h>

/* A holder and what is on record for it; arrays are made when there is something to put in. */
typedef struct
{
  TdAwardHolder holder;
  GArray *awards;      /* of TdLawAwardHeld */
  GArray *initiatives; /* of TdLawInitiative */
  GArray *disciplines; /* of TdLawDiscipline */
  GArray *people;      /* of TdLawPeople */
  gboolean knows_people;
  guint n_people;
  gboolean knows_disciplined;
  guint n_disciplined;
} Entry;

struct _TdAwardRegister
{
  GPtrArray *tables;   /* of GPtrArray of TdRecord, whose strings all else borrows */
  GHashTable *entries; /* TdId → Entry */
  GPtrArray *people;   /* of Entry, borrowed */
  gboolean knows_awards;
  gboolean knows_initiatives;
  gboolean knows_disciplines;
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_clear_pointer (&self->awards, g_array_unref);
  g_clear_pointer (&self->initiatives, g_array_unref);
  g_clear_pointer (&self->disciplines, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_free (self);
}

static Entry *
find (const TdAwardRegister *self, TdId id)
{
  return g_hash_table_lookup (self->entries, &id);
}

static GArray *
grown (GArray **array, guint size)
{
  if (*array == NULL)
    *array = g_array_new (FALSE, TRUE, size);
  return *array;
}

/* %NULL for a blank, so that nobody takes "" for a number of a paper. */
static const char *
text_or_null (const TdRecord *record, int field)
{
  const char *text = td_record_get_text (record, field);

  return *text != '\0' ? text : NULL;
}

/* --- reading ------------------------------------------------------------------------------------- */

static void
add_unit (TdAwardRegister *self, const TdRecord *record)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->holder = (TdAwardHolder){ .id = record->id,
                                   .code = td_record_get_text (record, TD_UNIT_CODE),
                                   .name = td_record_get_text (record, TD_UNIT_NAME),
                                   .unit = record->id,
                                   .unit_code = td_record_get_text (record, TD_UNIT_CODE),
                                   .unit_name = td_record_get_text (record, TD_UNIT_NAME),
                                   .position = "" };
  g_hash_table_insert (self->entries, &entry->holder.id, entry);
}

static void
add_person (TdAwardRegister *self, const TdRecord *record)
{
  Entry *entry = g_new0 (Entry, 1);
  Entry *unit = find (self, td_record_get_ref (record, TD_PERSON_UNIT));

  entry->holder = (TdAwardHolder){
    .id = record->id,
    .is_person = TRUE,
    .code = td_record_get_text (record, TD_PERSON_CODE),
    .name = td_record_get_text (record, TD_PERSON_NAME),
    .unit = unit != NULL ? unit->holder.id : TD_ID_NONE,
    .unit_code = unit != NULL ? unit->holder.code : "",
    .unit_name = unit != NULL ? unit->holder.name : "",
    .position = td_record_get_text (record, TD_PERSON_POSITION),
    .leader = td_record_is_blank (record, TD_PERSON_LEADER)             ? TD_NOT_RECORDED
              : td_record_get_number (record, TD_PERSON_LEADER, 0) != 0 ? TD_YES
                                                                        : TD_NO,
  };
  g_hash_table_insert (self->entries, &entry->holder.id, entry);
  g_ptr_array_add (self->people, entry);
}

static void
add_award (TdAwardRegister *self, const TdRecord *record)
{
  Entry *entry = find (self, td_record_get_ref (record, TD_AWARD_HELD_HOLDER));
  TdLawAwardHeld held = { td_record_get_text (record, TD_AWARD_HELD_AWARD),
                          text_or_null (record, TD_AWARD_HELD_DECISION),
                          td_record_get_date (record, TD_AWARD_HELD_DECIDED_ON),
                          text_or_null (record, TD_AWARD_HELD_ACHIEVEMENT) };

  if (entry != NULL)
    g_array_append_val (grown (&entry->awards, sizeof held), held);
}

/* An initiative is its authors', and the unit's in which it was made. */
static void
add_initiative (TdAwardRegister *self, const TdRecord *record)
{
  g_autoptr (GArray) authors = td_ids_parse (td_record_get_text (record, TD_INITIATIVE_AUTHORS));
  Entry *unit = find (self, td_record_get_ref (record, TD_INITIATIVE_UNIT));
  TdLawInitiative initiative = { td_record_get_text (record, TD_INITIATIVE_TITLE),
                                 (int) td_record_get_number (record, TD_INITIATIVE_SCOPE, -1),
                                 text_or_null (record, TD_INITIATIVE_DECISION),
                                 td_record_get_date (record, TD_INITIATIVE_RECOGNISED_ON) };

  if (unit != NULL)
    g_array_append_val (grown (&unit->initiatives, sizeof initiative), initiative);
  for (guint i = 0; i < authors->len; i++)
    {
      Entry *author = find (self, g_array_index (authors, TdId, i));

      if (author != NULL)
        g_array_append_val (grown (&author->initiatives, sizeof initiative), initiative);
    }
}

static void
add_discipline (TdAwardRegister *self, const TdRecord *record)
{
  Entry *entry = find (self, td_record_get_ref (record, TD_DISCIPLINE_HOLDER));
  TdLawDiscipline discipline = { td_record_get_text (record, TD_DISCIPLINE_KIND),
                                 td_record_get_date (record, TD_DISCIPLINE_FROM),
                                 td_record_get_date (record, TD_DISCIPLINE_TO),
                                 text_or_null (record, TD_DISCIPLINE_DECISION) };

  if (entry != NULL)
    g_array_append_val (grown (&entry->disciplines, sizeof discipline), discipline);
}

static void
add_headcount (TdAwardRegister *self, const TdRecord *record)
{
  Entry *entry = find (self, td_record_get_ref (record, TD_HEADCOUNT_UNIT));
  const char *has = td_record_get_text (record, TD_HEADCOUNT_HAS);
  guint n = (guint) MIN (td_record_get_number (record, TD_HEADCOUNT_PEOPLE, 0), G_MAXINT);

  if (entry == NULL)
    return;
  if (*has == '\0' || strcmp (has, TD_HEADCOUNT_ALL) == 0)
    {
      entry->knows_people = TRUE;
      entry->n_people = n;
    }
  else if (strcmp (has, TD_HEADCOUNT_DISCIPLINED) == 0)
    {
      entry->knows_disciplined = TRUE;
      entry->n_disciplined = n;
    }
  else
    {
      TdLawPeople people = { has, n };

      g_array_append_val (grown (&entry->people, sizeof people), people);
    }
}

static gboolean
read_table (TdAwardRegister *self, TdStore *store, TdTableId table, TdId movement,
            void (*add) (TdAwardRegister *, const TdRecord *), GError **error)
{
  GPtrArray *records = td_store_load (store, table, movement, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_add (self->tables, records);
  for (guint i = 0; i < records->len; i++)
    add (self, g_ptr_array_index (records, i));
  return TRUE;
}

static gboolean
is_complete (TdStore *store, const char *key)
{
  g_autofree char *value = td_store_get_setting (store, key);

  return strcmp (value, TD_SETTING_COMPLETE) == 0;
}

TdAwardRegister *
td_award_register_new (TdStore *store, TdId movement, GError **error)
{
  g_autoptr (TdAwardRegister) self = g_new0 (TdAwardRegister, 1);

  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  self->people = g_ptr_array_new ();
  self->knows_awards = is_complete (store, TD_SETTING_AWARDS_REGISTER);
  self->knows_initiatives = is_complete (store, TD_SETTING_INITIATIVES_REGISTER);
  self->knows_disciplines = is_complete (store, TD_SETTING_DISCIPLINES_REGISTER);
  if (!read_table (self, store, TD_TABLE_UNITS, TD_ID_NONE, add_unit, error)
      || !read_table (self, store, TD_TABLE_PEOPLE, TD_ID_NONE, add_person, error)
      || !read_table (self, store, TD_TABLE_AWARDS_HELD, TD_ID_NONE, add_award, error)
      || !read_table (self, store, TD_TABLE_INITIATIVES, TD_ID_NONE, add_initiative, error)
      || !read_table (self, store, TD_TABLE_DISCIPLINES, TD_ID_NONE, add_discipline, error)
      || !read_table (self, store, TD_TABLE_HEADCOUNTS, movement, add_headcount, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_award_register_free (TdAwardRegister *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/* --- looking up ----------------------------------------------------------------------------------- */

const TdAwardHolder *
td_award_register_find (const TdAwardRegister *self, TdId id)
{
  const Entry *entry = find (self, id);

  return entry != NULL ? &entry->holder : NULL;
}

guint
td_award_register_get_n_people (const TdAwardRegister *self)
{
  return self->people->len;
}

const TdAwardHolder *
td_award_register_get_person (const TdAwardRegister *self, guint index)
{
  return &((const Entry *) g_ptr_array_index (self->people, index))->holder;
}

#define ITEMS(array, type) ((array) != NULL ? (const type *) (gconstpointer) (array)->data : NULL)
#define COUNT(array)       ((array) != NULL ? (array)->len : 0)

gboolean
td_award_register_get_nominee (const TdAwardRegister *self, TdId id, TdLawNominee *out)
{
  const Entry *entry = find (self, id);

  if (entry == NULL)
    return FALSE;
  *out = (TdLawNominee){
    .subject = entry->holder.is_person ? TD_SUBJECT_INDIVIDUAL : TD_SUBJECT_COLLECTIVE,
    .code = entry->holder.code,
    .name = entry->holder.name,
    .leader = entry->holder.leader,
    .awards = ITEMS (entry->awards, TdLawAwardHeld),
    .n_awards = COUNT (entry->awards),
    .knows_awards = self->knows_awards,
    .initiatives = ITEMS (entry->initiatives, TdLawInitiative),
    .n_initiatives = COUNT (entry->initiatives),
    .knows_initiatives = self->knows_initiatives,
    .disciplines = ITEMS (entry->disciplines, TdLawDiscipline),
    .n_disciplines = COUNT (entry->disciplines),
    .knows_disciplines = self->knows_disciplines,
    .knows_people = entry->knows_people,
    .n_people = entry->n_people,
    .people = ITEMS (entry->people, TdLawPeople),
    .n_people_kinds = COUNT (entry->people),
    .knows_people_disciplined = entry->knows_disciplined,
    .n_people_disciplined = entry->n_disciplined,
  };
  return TRUE;
}
