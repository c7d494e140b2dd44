/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-completeness.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPORT "bao-cao-thanh-tich"

typedef struct
{
  const TdDossier *dossier;
  GPtrArray *items;
} Checker;

static void add (Checker *checker, gboolean ok, const char *table, const char *code,
                 const char *what_place, const char *format, ...) G_GNUC_PRINTF (6, 7);

static void
add (Checker *checker, gboolean ok, const char *table, const char *code, const char *place,
     const char *format, ...)
{
  TdCompletenessItem *item = g_new (TdCompletenessItem, 1);
  va_list args;

  va_start (args, format);
  item->round = g_strdup (checker->dossier->round);
  item->what = g_strdup_vprintf (format, args);
  item->ok = ok;
  item->where = g_strdup_printf ("%s:%s:%s", table, code, place);
  va_end (args);
  g_ptr_array_add (checker->items, item);
}

static const TdPaperOnFile *
find_paper (const TdDossierNomination *nomination, const char *code)
{
  for (guint i = 0; i < nomination->n_papers; i++)
    if (nomination->papers[i].is_there && g_strcmp0 (nomination->papers[i].code, code) == 0)
      return &nomination->papers[i];
  return NULL;
}

/* --- the round -------------------------------------------------------------------------------- */

static guint
count_subject (const TdDossier *dossier, TdSubject subject)
{
  guint count = 0;

  for (guint i = 0; i < dossier->n_nominations; i++)
    count +=
        dossier->nominations[i].award != NULL && dossier->nominations[i].award->subject == subject;
  return count;
}

static void
check_count (Checker *checker, int stated, guint counted, const char *place, const char *paper,
             const char *of)
{
  if (stated == TD_NOT_STATED)
    add (checker, FALSE, "rounds", checker->dossier->round, place, _ ("%s: not made yet"), paper);
  else
    add (checker, stated == (int) counted, "rounds", checker->dossier->round, place,
         _ ("%s: %d; %s: %u"), paper, stated, of, counted);
}

static void
check_round (Checker *checker)
{
  const TdDossier *dossier = checker->dossier;
  guint reports = 0;

  for (guint i = 0; i < dossier->n_nominations; i++)
    reports += find_paper (&dossier->nominations[i], REPORT) != NULL;
  check_count (checker, dossier->collectives_in_proposal,
               count_subject (dossier, TD_SUBJECT_COLLECTIVE), "proposal",
               _ ("collectives in the proposal"), _ ("nominated"));
  check_count (checker, dossier->individuals_in_proposal,
               count_subject (dossier, TD_SUBJECT_INDIVIDUAL), "proposal",
               _ ("individuals in the proposal"), _ ("nominated"));
  check_count (checker, dossier->rows_in_list, dossier->n_nominations, "nominee-list",
               _ ("rows of the nominee list"), _ ("nominated"));
  add (checker, reports == dossier->n_nominations, "rounds", dossier->round, "reports",
       _ ("achievement reports: %u; nominated: %u"), reports, dossier->n_nominations);
  add (checker, dossier->n_nominations > 0, "rounds", dossier->round, "nominations",
       _ ("somebody is nominated"));
  add (checker, !td_law_is_blank (dossier->proposal_number), "rounds", dossier->round,
       "proposal_number", _ ("the proposal has its number"));
  add (checker, dossier->cites_meeting, "rounds", dossier->round, "proposal",
       _ ("the proposal cites the council's meeting"));
  add (checker, dossier->cites_vote, "rounds", dossier->round, "proposal",
       _ ("the proposal cites the council's vote"));
  add (checker, dossier->quotas_may_print, "rounds", dossier->round, "quotas",
       _ ("no quota is exceeded and no tie stands on a line"));
}

/* --- a nomination ----------------------------------------------------------------------------- */

/* What a paper says must be what the record says, letter by letter. */
static void
check_words (Checker *checker, const TdDossierNomination *nomination, const TdPaperOnFile *paper,
             const char *what, const char *on_paper, const char *recorded)
{
  if (on_paper == NULL || g_strcmp0 (on_paper, recorded != NULL ? recorded : "") == 0)
    return;
  add (checker, FALSE, "nominations", nomination->code, paper->code,
       _ ("%s of %s on the paper: “%s”; recorded: “%s”"), what, nomination->name, on_paper,
       recorded != NULL ? recorded : "");
}

static void
check_papers (Checker *checker, const TdDossierNomination *nomination)
{
  guint before = checker->items->len;

  for (guint i = 0; i < nomination->n_papers; i++)
    {
      const TdPaperOnFile *paper = &nomination->papers[i];

      if (!paper->is_there)
        continue;
      check_words (checker, nomination, paper, _ ("name"), paper->name, nomination->name);
      check_words (checker, nomination, paper, _ ("position"), paper->position,
                   nomination->position);
      if (nomination->award != NULL)
        check_words (checker, nomination, paper, _ ("award"), paper->award,
                     nomination->award->title);
    }
  if (checker->items->len == before)
    add (checker, TRUE, "nominations", nomination->code, "papers",
         _ ("%s: name, position and award are the same on all papers"), nomination->name);
  if (nomination->award == NULL)
    return;
  for (guint i = 0; i < nomination->award->papers->len; i++)
    {
      const TdLawPaper *asked = g_ptr_array_index (nomination->award->papers, i);

      if (asked->required)
        add (checker, find_paper (nomination, asked->code) != NULL, "nominations", nomination->code,
             asked->code, _ ("%s: %s is there"), nomination->name, asked->title);
    }
}

static void
check_nomination (Checker *checker, const TdDossierNomination *nomination)
{
  add (checker, nomination->award != NULL, "nominations", nomination->code, "award",
       _ ("%s: the award is in the law pack"), nomination->name);
  add (checker, nomination->card_may_go_on, "nominations", nomination->code, "law-card",
       _ ("%s: the law card is clean, or overridden on record"), nomination->name);
  add (checker, nomination->vote_may_go_on, "nominations", nomination->code, "votes",
       _ ("%s: the council's votes suffice, or are overridden on record"), nomination->name);
  check_papers (checker, nomination);
}

GPtrArray *
td_completeness_check (const TdDossier *self)
{
  Checker checker = { self,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) td_completeness_item_free) };

  check_round (&checker);
  for (guint i = 0; i < self->n_nominations; i++)
    check_nomination (&checker, &self->nominations[i]);
  return checker.items;
}

gboolean
td_completeness_is_complete (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!((const TdCompletenessItem *) g_ptr_array_index (items, i))->ok)
      return FALSE;
  return TRUE;
}

void
td_completeness_item_free (TdCompletenessItem *self)
{
  if (self == NULL)
    return;
  g_free (self->round);
  g_free (self->what);
  g_free (self->where);
  g_free (self);
}
