/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-import-awards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk/td-award-book.h"
#include "desk/td-award-steps.h"

struct _TdImportAwards
{
  gboolean brings_steps;
  TdLawLibrary *library; /* the program's law packs and the file's */
  GHashTable *coming;    /* id → TdLawPack: those that come in */
  GHashTable *groups;    /* set: what a quota may be for, once one was read; nullable */
};

/* The row at hand, and whom to tell about it. */
typedef struct
{
  TdImportAwards *awards;
  TdTxn *txn;
  const TdRecord *record;
  TdImportSayFunc func;
  gpointer data;
} Row;

static void say (const Row *row, int field, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
say (const Row *row, int field, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  row->func (field, g_strdup_vprintf (format, args), row->data);
  va_end (args);
}

TdImportAwards *
td_import_awards_new (TdStore *store, gboolean brings_steps, GError **error)
{
  g_autoptr (TdProblems) ignored = td_problems_new ();
  g_autoptr (TdLawLibrary) library = td_award_book_load_library (store, ignored, error);
  TdImportAwards *self;

  if (library == NULL)
    return NULL;
  self = g_new0 (TdImportAwards, 1);
  self->brings_steps = brings_steps;
  self->library = g_steal_pointer (&library);
  self->coming =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) td_law_pack_unref);
  return self;
}

void
td_import_awards_free (TdImportAwards *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->coming);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  td_law_library_free (self->library);
  g_free (self);
}

/* --- row by row ------------------------------------------------------------------------------------ */

/*
 * A nomination that is there goes on step by step, as it does by hand; where its steps come in beside it they
 * say how it came there.
 */
static void
check_step (const Row *row)
{
  const TdRecord *record = row->record;
  const TdField *field = &record->table->fields[TD_NOMINATION_STATE];
  g_autoptr (TdRecord) before = NULL;
  gint64 from, to = td_record_get_number (record, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);

  if (row->awards->brings_steps)
    return;
  if (record->id != TD_ID_NONE)
    before = td_txn_get (row->txn, TD_TABLE_NOMINATIONS, record->id, record->movement, NULL);
  if (before == NULL)
    return;
  from = td_record_get_number (before, TD_NOMINATION_STATE, TD_NOMINATION_DRAFT);
  if (from != to && (td_nomination_get_next_states ((TdNominationState) from) & (1u << to)) == 0)
    say (row, TD_NOMINATION_STATE, _ ("from “%s” no step leads to “%s”"),
         _ (field->choices[from].title), _ (field->choices[to].title));
}

/* By id: a pack that comes in takes the place of the one there was. %NULL: none. */
static const TdLawPack *
find_pack (const TdImportAwards *self, const char *id)
{
  const TdLawPack *pack = g_hash_table_lookup (self->coming, id);

  return pack != NULL ? pack : td_law_library_find (self->library, id);
}

/* An office's law pack is validated before it comes in; its base is the program's, the file's, or came before it. */
static void
check_law_pack (const Row *row, const char *id, const char *value)
{
  g_autoptr (TdProblems) found = td_problems_new ();
  g_autoptr (TdLawPack) pack = NULL;
  g_autofree char *base = td_law_pack_peek_base (value, strlen (value));
  const TdLawPack *below = NULL;

  if (base != NULL && *base != '\0' && (below = find_pack (row->awards, base)) == NULL)
    {
      say (row, TD_OFFICE_VALUE, _ ("the law pack it lies upon, “%s”, is not here"), base);
      return;
    }
  pack = td_law_pack_new (id, value, strlen (value), (TdLawPack *) below, found);
  for (guint i = 0; i < td_problems_get_count (found); i++)
    {
      const TdProblem *problem = td_problems_get (found, i);

      if (!problem->warning)
        say (row, TD_OFFICE_VALUE, "%s: %s", problem->where, problem->what);
    }
  if (pack != NULL)
    {
      char *name = g_strdup (td_law_pack_get_id (pack));

      g_hash_table_insert (row->awards->coming, name, g_steal_pointer (&pack));
    }
}

static void
check_setting (const Row *row)
{
  const char *key = td_record_get_text (row->record, TD_OFFICE_KEY);
  const char *value = td_record_get_text (row->record, TD_OFFICE_VALUE);

  if (key == NULL || value == NULL || *value == '\0')
    return;
  if (g_str_has_prefix (key, TD_SETTING_LAW_PACK))
    check_law_pack (row, key + strlen (TD_SETTING_LAW_PACK), value);
  else if (strcmp (key, TD_SETTING_BONUS_ROUNDING) == 0 && td_money_rounding_find (value) < 0)
    say (row, TD_OFFICE_VALUE, _ ("“%s” is not one of: %s"), value, "up, nearest, none");
}

void
td_import_awards_check (TdImportAwards *self, TdTxn *txn, const TdRecord *record,
                        TdImportSayFunc func, gpointer data)
{
  Row row = { self, txn, record, func, data };

  if (record->table->id == TD_TABLE_NOMINATIONS)
    check_step (&row);
  else if (record->table->id == TD_TABLE_OFFICE)
    check_setting (&row);
}

/* --- when all is in -------------------------------------------------------------------------------- */

/* The law pack of a round. %NULL when it cannot be told yet: a date is missing, or two regimes meet. */
static const TdLawPack *
pack_of_round (const Row *row, TdId id)
{
  g_autoptr (TdRecord) round =
      td_txn_get (row->txn, TD_TABLE_ROUNDS, id, row->record->movement, NULL);
  const char *named;

  if (round == NULL)
    return NULL;
  named = td_record_get_text (round, TD_ROUND_LAW_PACK);
  if (named != NULL && *named != '\0')
    return find_pack (row->awards, named);
  return td_law_library_choose (
      row->awards->library, NULL,
      (TdDate) td_record_get_number (round, TD_ROUND_SUMMED_UP_ON, TD_DATE_NONE),
      (TdDate) td_record_get_number (round, TD_ROUND_DECIDED_ON, TD_DATE_NONE), NULL);
}

/* What any pack says of the award. %NULL: no pack has it. */
static const TdLawAward *
find_award (TdImportAwards *self, const char *code)
{
  GHashTableIter iter;
  gpointer pack;
  const TdLawAward *award = NULL;

  g_hash_table_iter_init (&iter, self->coming);
  while (award == NULL && g_hash_table_iter_next (&iter, NULL, &pack))
    award = td_law_pack_find_award (pack, code);
  for (guint i = 0; award == NULL && i < td_law_library_get_count (self->library); i++)
    award = td_law_pack_find_award (td_law_library_get (self->library, i), code);
  return award;
}

/* The award of the row as the pack of its round has it. %NULL: there is none, and that is said. */
static const TdLawAward *
judge_award (const Row *row, int round_field, int award_field)
{
  const TdLawPack *pack = pack_of_round (row, td_record_get_ref (row->record, round_field));
  const char *code = td_record_get_text (row->record, award_field);
  const TdLawAward *award;

  if (code == NULL)
    return NULL;
  award = pack != NULL ? td_law_pack_find_award (pack, code) : find_award (row->awards, code);
  if (award == NULL && pack != NULL)
    say (row, award_field, _ ("the law pack of the round, “%s”, has no award “%s”"),
         td_law_pack_get_id (pack), code);
  else if (award == NULL)
    say (row, award_field, _ ("no law pack has an award “%s”"), code);
  return award;
}

static void
judge_nomination (const Row *row)
{
  const TdLawAward *award = judge_award (row, TD_NOMINATION_ROUND, TD_NOMINATION_AWARD);
  g_autoptr (TdRecord) person = NULL;

  if (award == NULL)
    return;
  person = td_txn_get (row->txn, TD_TABLE_PEOPLE,
                       td_record_get_ref (row->record, TD_NOMINATION_NOMINEE), TD_ID_NONE, NULL);
  if (person != NULL && award->subject == TD_SUBJECT_COLLECTIVE)
    say (row, TD_NOMINATION_NOMINEE, _ ("“%s” (%s) is for collectives; the nominee is a person"),
         award->title, award->code);
  else if (person == NULL && award->subject == TD_SUBJECT_INDIVIDUAL)
    say (row, TD_NOMINATION_NOMINEE, _ ("“%s” (%s) is for persons; the nominee is a collective"),
         award->title, award->code);
}

static void
judge_round (const Row *row)
{
  const char *named = td_record_get_text (row->record, TD_ROUND_LAW_PACK);

  if (named != NULL && *named != '\0' && find_pack (row->awards, named) == NULL)
    say (row, TD_ROUND_LAW_PACK, _ ("there is no law pack “%s”"), named);
}

typedef struct
{
  const Row *row;
  GHashTable *groups;
} Groups;

static gboolean
note_block (const char *code, TdId id, gpointer data)
{
  const Groups *groups = data;
  g_autoptr (TdRecord) unit =
      td_txn_get (groups->row->txn, TD_TABLE_UNITS, id, groups->row->record->movement, NULL);
  const char *block = unit != NULL ? td_record_get_text (unit, TD_UNIT_BLOCK) : NULL;

  if (block != NULL)
    g_hash_table_add (groups->groups, g_strdup (block));
  return TRUE;
}

static gboolean
note_category (const char *text, TdId id, gpointer data)
{
  g_hash_table_add (((const Groups *) data)->groups, g_strdup (text));
  return TRUE;
}

/* A group is a block of the movement, a category by code or name, or all (AWARDS.md, `quotas`). */
static void
judge_quota (const Row *row)
{
  TdImportAwards *self = row->awards;
  const char *group = td_record_get_text (row->record, TD_QUOTA_GROUP);

  judge_award (row, TD_QUOTA_ROUND, TD_QUOTA_AWARD);
  if (group == NULL || *group == '\0' || strcmp (group, "all") == 0)
    return;
  if (self->groups == NULL)
    {
      Groups groups = { row, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };

      td_txn_foreach_code (row->txn, TD_TABLE_UNITS, row->record->movement, note_block, &groups);
      td_txn_foreach_code (row->txn, TD_TABLE_CATEGORIES, TD_ID_NONE, note_category, &groups);
      td_txn_foreach_name (row->txn, TD_TABLE_CATEGORIES, TD_ID_NONE, note_category, &groups);
      self->groups = groups.groups;
    }
  if (!g_hash_table_contains (self->groups, group))
    say (row, TD_QUOTA_GROUP,
         _ ("“%s” is neither a block of the movement nor a category, and not “all”"), group);
}

gboolean
td_import_awards_is_judged (TdTableId table)
{
  return table == TD_TABLE_ROUNDS || table == TD_TABLE_NOMINATIONS || table == TD_TABLE_QUOTAS;
}

void
td_import_awards_judge (TdImportAwards *self, TdTxn *txn, const TdRecord *record,
                        TdImportSayFunc func, gpointer data)
{
  Row row = { self, txn, record, func, data };

  if (record->table->id == TD_TABLE_ROUNDS)
    judge_round (&row);
  else if (record->table->id == TD_TABLE_NOMINATIONS)
    judge_nomination (&row);
  else if (record->table->id == TD_TABLE_QUOTAS)
    judge_quota (&row);
}
