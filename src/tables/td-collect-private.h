/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of collecting forms share. */
#pragma once

#include "tables/td-collect.h"

G_BEGIN_DECLS

/* A proposal with what it would do. */
typedef struct
{
  TdProposal public;
  const TdFormRow *row; /* borrowed from its page */
  TdRecord *record;     /* to be put, or to be taken away; NULL: nothing to do */
  gboolean gone;
  int twin; /* index of the proposal of another form for the same entry, -1: none */
} TdCollectRow;

struct _TdCollect
{
  TdStore *store;
  GPtrArray *pages;     /* of TdFormPage */
  GHashTable *seen;     /* hash of the content of files → name */
  GArray *proposals;    /* of TdCollectRow */
  GPtrArray *movements; /* of TdMovement */
  TdProblems *reading;  /* what was wrong with files */
  TdProblems *problems; /* all of it */
  GHashTable *takes;    /* where → TdTake: what was said survives a comparison */
};

/* The movement of that code, %NULL when the file has none. (transfer none): until the next comparison */
const TdMovement *td_collect_find_movement (TdCollect *self, const char *code);

/* Whether the form is one of this file, by its stamp and its heading; says why not. */
gboolean td_collect_check_page (TdCollect *self, const TdFormPage *page);

/* Adds what each row of a form would do. */
void td_collect_compare_page (TdCollect *self, guint page);

/* Settles what several forms say of one entry. */
void td_collect_settle_twins (TdCollect *self);

/* Whether both are about the same entry. */
gboolean td_collect_same_entry (const TdCollectRow *a, const TdCollectRow *b);

G_END_DECLS
