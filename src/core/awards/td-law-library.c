/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-library.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-law-resources.h"

#include "base/td-date.h"

#define LAW_FOLDER "/org/thidua/ThiDua/law/"

struct _TdLawLibrary
{
  GPtrArray *packs; /* of TdLawPack */
};

TdLawLibrary *
td_law_library_new (void)
{
  TdLawLibrary *self = g_new0 (TdLawLibrary, 1);

  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) td_law_pack_unref);
  return self;
}

void
td_law_library_free (TdLawLibrary *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->packs);
  g_free (self);
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
      g_resource_lookup_data (td_law_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  /* It is compiled into the program: when it is not there, the program was built wrong. */
  if (bytes == NULL)
    g_critical ("%s", error->message);
  return bytes;
}

static const char *const builtin[] = { "nd98-2023", "nd152-2025" };

gboolean
td_law_library_add_builtin (TdLawLibrary *self, TdProblems *problems)
{
  gboolean right = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    {
      g_autofree char *path = g_strconcat (LAW_FOLDER, builtin[i], ".json", NULL);
      g_autoptr (GBytes) bytes = load (path);
      gsize length;
      const char *data;

      g_return_val_if_fail (bytes != NULL, FALSE);
      data = g_bytes_get_data (bytes, &length);
      right = td_law_library_add (self, builtin[i], data, length, problems) && right;
    }
  return right;
}

GBytes *
td_law_library_load_builtin (const char *id)
{
  g_autofree char *path = g_strconcat (LAW_FOLDER, id, ".json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (builtin); i++)
    if (g_strcmp0 (id, builtin[i]) == 0)
      return load (path);
  return NULL;
}

GBytes *
td_law_library_load_example (void)
{
  return load (TD_LAW_EXAMPLE_PATH);
}

static gboolean
overlap (const TdLawPack *a, const TdLawPack *b)
{
  TdDate a_to = td_law_pack_get_to (a), b_to = td_law_pack_get_to (b);

  return (b_to == TD_DATE_NONE || td_law_pack_get_from (a) <= b_to)
         && (a_to == TD_DATE_NONE || td_law_pack_get_from (b) <= a_to);
}

static TdLawPack *
find (const TdLawLibrary *self, const char *id)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      TdLawPack *pack = g_ptr_array_index (self->packs, i);

      if (g_strcmp0 (td_law_pack_get_id (pack), id) == 0)
        return pack;
    }
  return NULL;
}

gboolean
td_law_library_add (TdLawLibrary *self, const char *name, const char *data, gsize length,
                    TdProblems *problems)
{
  g_autofree char *extends = td_law_pack_peek_base (data, length);
  TdLawPack *base = extends != NULL && *extends != '\0' ? find (self, extends) : NULL;
  g_autoptr (TdLawPack) pack = td_law_pack_new (name, data, length, base, problems);
  g_autofree char *where = NULL;

  if (pack == NULL)
    return FALSE;
  if (find (self, td_law_pack_get_id (pack)) != NULL)
    {
      where = g_strdup_printf ("%s: id", name);
      td_problems_add (problems, where, _ ("there is a pack “%s” already"),
                       td_law_pack_get_id (pack));
      return FALSE;
    }
  for (guint i = 0; i < self->packs->len && td_law_pack_get_base (pack) == NULL; i++)
    {
      const TdLawPack *other = g_ptr_array_index (self->packs, i);

      if (td_law_pack_get_base (other) == NULL && overlap (pack, other))
        {
          where = g_strdup_printf ("%s: in_force", name);
          td_problems_add (
              problems, where,
              _ ("“%s” is in force at the same time; of two regimes only one can hold"),
              td_law_pack_get_id (other));
          return FALSE;
        }
    }
  g_ptr_array_add (self->packs, g_steal_pointer (&pack));
  return TRUE;
}

guint
td_law_library_get_count (const TdLawLibrary *self)
{
  return self->packs->len;
}

const TdLawPack *
td_law_library_get (const TdLawLibrary *self, guint index)
{
  g_return_val_if_fail (index < self->packs->len, NULL);
  return g_ptr_array_index (self->packs, index);
}

const TdLawPack *
td_law_library_find (const TdLawLibrary *self, const char *id)
{
  return find (self, id);
}

/* The regime that begins next after @date, %NULL for none. */
static const TdLawPack *
next_regime (const TdLawLibrary *self, TdDate date)
{
  const TdLawPack *next = NULL;

  for (guint i = 0; i < self->packs->len; i++)
    {
      const TdLawPack *pack = g_ptr_array_index (self->packs, i);

      if (td_law_pack_get_base (pack) == NULL && td_law_pack_get_from (pack) > date
          && (next == NULL || td_law_pack_get_from (pack) < td_law_pack_get_from (next)))
        next = pack;
    }
  return next;
}

void
td_law_library_check (const TdLawLibrary *self, TdProblems *problems)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const TdLawPack *pack = g_ptr_array_index (self->packs, i);
      TdDate to = td_law_pack_get_to (pack);
      const TdLawPack *next = to != TD_DATE_NONE ? next_regime (self, to) : NULL;

      if (td_law_pack_get_base (pack) == NULL && next != NULL
          && td_law_pack_get_from (next) > to + 1)
        {
          g_autofree char *first = td_date_format (to + 1, TD_STYLE_VIETNAMESE);
          g_autofree char *last =
              td_date_format (td_law_pack_get_from (next) - 1, TD_STYLE_VIETNAMESE);

          td_problems_warn (problems, td_law_pack_get_id (pack),
                            _ ("no law pack is in force from %s to %s"), first, last);
        }
    }
}

static const TdLawPack *
regime_on (const TdLawLibrary *self, TdDate date)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const TdLawPack *pack = g_ptr_array_index (self->packs, i);

      if (td_law_pack_get_base (pack) == NULL && td_law_pack_is_in_force (pack, date))
        return pack;
    }
  return NULL;
}

static const TdLawPack *
choose_named (const TdLawLibrary *self, const char *id, TdDate date, char **question)
{
  const TdLawPack *pack = find (self, id);

  if (pack == NULL)
    *question = g_strdup_printf (_ ("The round names the law pack “%s”, which is not here: add its "
                                    "file, or name another."),
                                 id);
  else if (date != TD_DATE_NONE && !td_law_pack_is_in_force (pack, date))
    {
      g_autofree char *day = td_date_format (date, TD_STYLE_VIETNAMESE);

      *question = g_strdup_printf (_ ("The round names the law pack “%s”, which is not in force on "
                                      "%s, the date of the act. Is that meant?"),
                                   id, day);
    }
  return pack;
}

static char *
ask_for_pack (TdDate date)
{
  g_autofree char *day = td_date_format (date, TD_STYLE_VIETNAMESE);

  return g_strdup_printf (
      _ ("No law pack at hand is in force on %s: which one shall hold? Name it in "
         "the round."),
      day);
}

const TdLawPack *
td_law_library_choose (const TdLawLibrary *self, const char *law_pack, TdDate summed_up_on,
                       TdDate decided_on, char **question)
{
  g_autofree char *unused = NULL;
  const TdLawPack *summed_up, *decided;

  if (question == NULL)
    question = &unused;
  *question = NULL;
  if (law_pack != NULL && *law_pack != '\0')
    return choose_named (self, law_pack, decided_on != TD_DATE_NONE ? decided_on : summed_up_on,
                         question);
  if (summed_up_on == TD_DATE_NONE && decided_on == TD_DATE_NONE)
    {
      *question = g_strdup (_ ("The round has neither a date of summing up nor of decision: which "
                               "law holds depends on it."));
      return NULL;
    }
  summed_up = regime_on (self, summed_up_on);
  decided = regime_on (self, decided_on);
  if (summed_up_on != TD_DATE_NONE && summed_up == NULL)
    *question = ask_for_pack (summed_up_on);
  else if (decided_on != TD_DATE_NONE && decided == NULL)
    *question = ask_for_pack (decided_on);
  else if (summed_up != NULL && decided != NULL && summed_up != decided)
    *question =
        g_strdup_printf (_ ("Summed up under “%s”, decided under “%s”: which of the two shall "
                            "hold? Name it in the round."),
                         td_law_pack_get_id (summed_up), td_law_pack_get_id (decided));
  else
    return decided != NULL ? decided : summed_up;
  return NULL;
}

const TdBaseSalary *
td_law_library_find_salary (const TdLawLibrary *self, TdDate date)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const TdBaseSalary *salary =
          td_law_pack_find_salary (g_ptr_array_index (self->packs, i), date);

      if (salary != NULL)
        return salary;
    }
  return NULL;
}
