/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-awards"

#include "awards/td-law-types.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *code, *title;
} Word;

static const Word levels[] = {
  [TD_LAW_LEVEL_XA] = { "xa", N_ ("commune level") },
  [TD_LAW_LEVEL_THANH_PHO] = { "thanh-pho", N_ ("city level") },
  [TD_LAW_LEVEL_TINH] = { "tinh", N_ ("province level") },
  [TD_LAW_LEVEL_BO_NGANH] = { "bo-nganh", N_ ("ministry or central agency") },
  [TD_LAW_LEVEL_TRUNG_UONG] = { "trung-uong", N_ ("State President or Prime Minister") },
};

static const Word kinds[] = {
  [TD_AWARD_FORM] = { "form", NULL },
  [TD_AWARD_TITLE] = { "title", NULL },
};

static const Word subjects[] = {
  [TD_SUBJECT_COLLECTIVE] = { "collective", NULL },
  [TD_SUBJECT_INDIVIDUAL] = { "individual", NULL },
};

static const Word scopes[] = {
  [TD_INITIATIVE_DON_VI] = { "don-vi", N_ ("within the unit") },
  [TD_INITIATIVE_THANH_PHO] = { "thanh-pho", N_ ("within the city") },
  [TD_INITIATIVE_TINH] = { "tinh", N_ ("within the province") },
  [TD_INITIATIVE_TOAN_QUOC] = { "toan-quoc", N_ ("nationwide") },
};

static const Word verdicts[] = {
  [TD_LAW_UNKNOWN] = { "unknown", N_ ("cannot be told") },
  [TD_LAW_PASS] = { "pass", N_ ("fulfilled") },
  [TD_LAW_FAIL] = { "fail", N_ ("not fulfilled") },
};

static int
find (const Word *words, guint n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i].code, code) == 0)
      return (int) i;
  return -1;
}

const char *
td_law_level_code (TdLawLevel level)
{
  g_return_val_if_fail ((guint) level < TD_N_LAW_LEVELS, NULL);
  return levels[level].code;
}

const char *
td_law_level_title (TdLawLevel level)
{
  g_return_val_if_fail ((guint) level < TD_N_LAW_LEVELS, NULL);
  return levels[level].title;
}

int
td_law_level_find (const char *code)
{
  return find (levels, G_N_ELEMENTS (levels), code);
}

const char *
td_award_kind_code (TdAwardKind kind)
{
  return kinds[kind].code;
}

int
td_award_kind_find (const char *code)
{
  return find (kinds, G_N_ELEMENTS (kinds), code);
}

const char *
td_subject_code (TdSubject subject)
{
  return subjects[subject].code;
}

int
td_subject_find (const char *code)
{
  return find (subjects, G_N_ELEMENTS (subjects), code);
}

const char *
td_initiative_scope_code (TdInitiativeScope scope)
{
  return scopes[scope].code;
}

const char *
td_initiative_scope_title (TdInitiativeScope scope)
{
  return scopes[scope].title;
}

int
td_initiative_scope_find (const char *code)
{
  return find (scopes, G_N_ELEMENTS (scopes), code);
}

const char *
td_law_verdict_code (TdLawVerdict verdict)
{
  return verdicts[verdict].code;
}

const char *
td_law_verdict_title (TdLawVerdict verdict)
{
  return verdicts[verdict].title;
}

/* A share's parts have 31 bits and a count 32: the products fit in 64. */

gboolean
td_share_is_reached (const TdShare *self, guint n, guint base)
{
  guint64 have = (guint64) n * (guint64) self->den;
  guint64 want = (guint64) base * (guint64) self->num;

  return self->more_than ? have > want : have >= want;
}

guint
td_share_needed (const TdShare *self, guint base)
{
  guint64 want = (guint64) base * (guint64) self->num;
  guint64 den = (guint64) self->den;
  guint64 needed = self->more_than ? want / den + 1 : (want + den - 1) / den;

  return (guint) MIN (needed, G_MAXUINT);
}

char *
td_share_to_words (const TdShare *self)
{
  g_autofree char *share = NULL;

  /* A percentage where it is a whole one, else the fraction: never a rounded figure. */
  if ((gint64) self->num * 100 % self->den == 0)
    share = g_strdup_printf ("%" G_GINT64_FORMAT " %%", (gint64) self->num * 100 / self->den);
  else
    share = g_strdup_printf ("%d/%d", self->num, self->den);
  return g_strdup_printf (self->more_than ? _ ("more than %s") : _ ("at least %s"), share);
}

gboolean
td_law_is_live (TdNominationState state)
{
  return state != TD_NOMINATION_DECLINED && state != TD_NOMINATION_WITHDRAWN
         && state != TD_NOMINATION_REVOKED;
}

gboolean
td_law_is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}
