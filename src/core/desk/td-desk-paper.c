/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-desk"

#include "desk/td-desk-paper.h"

#include <glib/gi18n-lib.h>

#include "base/td-date.h"
#include "desk/td-gather.h"

static const struct
{
  const char *title;
  const char *arguments;
  TdPaperTakes takes;
  TdDocument *(*gather) (TdGather *self, const TdTemplate *template, GError **error);
} kinds[TD_N_PAPER_KINDS] = {
  [TD_PAPER_PROPOSAL] = { N_ ("Proposal with its nominee list"), N_ ("a round"),
                          TD_PAPER_TAKES_ROUND, td_gather_proposal },
  [TD_PAPER_MINUTES] = { N_ ("Minutes of the council"), N_ ("a round"), TD_PAPER_TAKES_ROUND,
                         td_gather_minutes },
  [TD_PAPER_ACHIEVEMENT] = { N_ ("Achievement report"), N_ ("a nomination"),
                             TD_PAPER_TAKES_NOMINATION, td_gather_achievement },
  [TD_PAPER_DECISION] = { N_ ("Decision with its list and the money"), N_ ("a round"),
                          TD_PAPER_TAKES_ROUND, td_gather_decision },
  [TD_PAPER_CERTIFICATE] = { N_ ("Certificates"), N_ ("a round"), TD_PAPER_TAKES_ROUND,
                             td_gather_certificates },
  [TD_PAPER_DOSSIER] = { N_ ("Dossier, bound"), N_ ("a round"), TD_PAPER_TAKES_ROUND,
                         td_gather_check_list },
  [TD_PAPER_PROGRESS] = { N_ ("Report on a period"), N_ ("a period, and a unit for its own report"),
                          TD_PAPER_TAKES_PERIOD | TD_PAPER_TAKES_UNIT, td_gather_progress },
  [TD_PAPER_RANKING] = { N_ ("Ranking"), N_ ("nothing"), TD_PAPER_TAKES_NOTHING,
                         td_gather_ranking },
  [TD_PAPER_REMINDER] = { N_ ("Reminder to units that are late"),
                          N_ ("a period, and a unit for a letter to it alone"),
                          TD_PAPER_TAKES_PERIOD | TD_PAPER_TAKES_UNIT, td_gather_reminder },
  [TD_PAPER_BRIEFING] = { N_ ("Briefing on one page"), N_ ("the day of the briefing before"),
                          TD_PAPER_TAKES_DAY, td_gather_briefing },
  [TD_PAPER_CHECK_LIST] = { N_ ("Check list of a dossier"), N_ ("a round"), TD_PAPER_TAKES_ROUND,
                            td_gather_check_list },
};

TdPaperTakes
td_paper_kind_get_takes (TdPaperKind kind)
{
  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, TD_PAPER_TAKES_NOTHING);
  return kinds[kind].takes;
}

const char *
td_paper_kind_get_title (TdPaperKind kind)
{
  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  return kinds[kind].title;
}

const char *
td_paper_kind_get_arguments (TdPaperKind kind)
{
  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  return kinds[kind].arguments;
}

static gboolean
check_movement (TdDesk *desk, GError **error)
{
  if (td_desk_get_scores (desk) != NULL)
    return TRUE;
  if (td_desk_get_error (desk) != NULL)
    g_propagate_error (error, g_error_copy (td_desk_get_error (desk)));
  else
    g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("the file has no movement yet"));
  return FALSE;
}

gboolean
td_desk_paper_take_word (TdDesk *desk, TdPaperKind kind, const char *word, TdPaperSubject *subject,
                         GError **error)
{
  TdStore *store = td_desk_get_store (desk);
  TdId movement = td_desk_get_movement_id (desk);
  const struct
  {
    TdPaperTakes takes;
    TdTableId table;
    TdId *out;
  } tables[] = { { TD_PAPER_TAKES_ROUND, TD_TABLE_ROUNDS, &subject->round },
                 { TD_PAPER_TAKES_NOMINATION, TD_TABLE_NOMINATIONS, &subject->nomination },
                 { TD_PAPER_TAKES_PERIOD, TD_TABLE_PERIODS, &subject->period },
                 { TD_PAPER_TAKES_UNIT, TD_TABLE_UNITS, &subject->unit } };

  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, FALSE);
  if (!check_movement (desk, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      TdId found = (kinds[kind].takes & tables[i].takes) != 0
                       ? td_store_find (store, tables[i].table, movement, word)
                       : TD_ID_NONE;

      if (found != TD_ID_NONE)
        {
          *tables[i].out = found;
          return TRUE;
        }
    }
  if ((kinds[kind].takes & TD_PAPER_TAKES_DAY) != 0 && td_date_parse (word, &subject->since, NULL))
    return TRUE;
  g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("“%s” is not what this paper takes: %s"),
               word, _ (kinds[kind].arguments));
  return FALSE;
}

/* --- what fits --------------------------------------------------------------------------------- */

typedef struct
{
  TdId round;      /* only of this one, TD_ID_NONE: of any */
  TdId nomination; /* the first by code */
  TdId of;         /* its round */
  char *code;
} First;

static gboolean
find_nomination (const TdRecord *record, gpointer data)
{
  First *self = data;
  const char *code = td_record_get_text (record, TD_NOMINATION_CODE);
  TdId round = td_record_get_ref (record, TD_NOMINATION_ROUND);

  if ((self->round != TD_ID_NONE && round != self->round)
      || (self->code != NULL && g_strcmp0 (self->code, code) <= 0))
    return TRUE;
  g_free (self->code);
  self->code = g_strdup (code);
  self->nomination = record->id;
  self->of = round;
  return TRUE;
}

static gboolean
find_round (const TdRecord *record, gpointer data)
{
  First *self = data;
  const char *code = td_record_get_text (record, TD_ROUND_CODE);

  if (self->code != NULL && g_strcmp0 (self->code, code) <= 0)
    return TRUE;
  g_free (self->code);
  self->code = g_strdup (code);
  self->of = record->id;
  return TRUE;
}

/* The first nomination, and its round; a round that has none when there is no nomination at all. */
static gboolean
find_first (TdDesk *desk, First *out, gboolean round_is_enough, GError **error)
{
  TdStore *store = td_desk_get_store (desk);
  TdId movement = td_desk_get_movement_id (desk);
  gboolean ok =
      td_store_foreach (store, TD_TABLE_NOMINATIONS, movement, find_nomination, out, error);

  if (ok && out->of == TD_ID_NONE && round_is_enough)
    ok = td_store_foreach (store, TD_TABLE_ROUNDS, movement, find_round, out, error);
  g_clear_pointer (&out->code, g_free);
  return ok;
}

static TdId
last_period (TdDesk *desk)
{
  const TdMovement *movement = td_desk_get_movement (desk);
  TdDate as_of = td_desk_get_as_of (desk);
  TdId found = TD_ID_NONE;

  for (guint i = 0; i < movement->periods->len; i++)
    if (found == TD_ID_NONE || td_movement_period (movement, i)->ends <= as_of)
      found = td_movement_period (movement, i)->id;
  return found;
}

gboolean
td_desk_paper_resolve (TdDesk *desk, TdPaperKind kind, TdPaperSubject *subject, GError **error)
{
  TdPaperTakes takes = td_paper_kind_get_takes (kind);

  if (!check_movement (desk, error))
    return FALSE;
  if ((takes & TD_PAPER_TAKES_PERIOD) != 0 && subject->period == TD_ID_NONE)
    {
      subject->period = last_period (desk);
      if (subject->period == TD_ID_NONE)
        {
          g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                               _ ("the movement has no period yet"));
          return FALSE;
        }
    }
  if (((takes & TD_PAPER_TAKES_ROUND) != 0 && subject->round == TD_ID_NONE)
      || ((takes & TD_PAPER_TAKES_NOMINATION) != 0 && subject->nomination == TD_ID_NONE))
    {
      First first = { .round = subject->round };

      if (!find_first (desk, &first, (takes & TD_PAPER_TAKES_ROUND) != 0, error))
        return FALSE;
      if (first.of == TD_ID_NONE)
        {
          g_set_error_literal (error, TD_ERROR, TD_ERROR_NOT_FOUND,
                               (takes & TD_PAPER_TAKES_ROUND) != 0
                                   ? _ ("the movement has no round yet")
                                   : _ ("nobody is nominated yet"));
          return FALSE;
        }
      subject->round = first.of;
      if ((takes & TD_PAPER_TAKES_NOMINATION) != 0)
        subject->nomination = first.nomination;
    }
  return TRUE;
}

/* --- the paper --------------------------------------------------------------------------------- */

/* The office's own wording is a setting, `template:proposal`; else the built-in one. */
static TdTemplate *
load_template (TdDesk *desk, TdPaperKind kind, GError **error)
{
  g_autofree char *key = g_strdup_printf ("template:%s", td_paper_kind_get_name (kind));
  g_autofree char *own = td_store_get_setting (td_desk_get_store (desk), key);
  g_autofree char *where = g_strdup_printf ("office:%s", key);
  g_autoptr (TdProblems) problems = td_problems_new ();
  TdTemplate *template = td_paper_template_new (kind, *own != '\0' ? own : NULL,
                                                *own != '\0' ? where : NULL, problems);

  if (template == NULL)
    td_problems_fail (problems, error);
  return template;
}

TdDocument *
td_desk_paper_new (TdDesk *desk, TdPaperKind kind, const TdPaperSubject *subject,
                   TdProblems *problems, GError **error)
{
  TdPaperKind template_kind = kind == TD_PAPER_DOSSIER ? TD_PAPER_CHECK_LIST : kind;
  g_autoptr (TdTemplate) template = NULL;
  TdPaperSubject resolved = *subject;
  TdDocument *document;
  TdGather gather;

  g_return_val_if_fail (TD_IS_DESK (desk), NULL);
  g_return_val_if_fail (kind < TD_N_PAPER_KINDS, NULL);
  if (!td_desk_paper_resolve (desk, kind, &resolved, error))
    return NULL;
  template = load_template (desk, template_kind, error);
  if (template == NULL)
    return NULL;
  td_gather_init (&gather, desk, &resolved, problems);
  document = kinds[kind].gather (&gather, template, error);
  td_gather_clear (&gather);
  return document;
}
