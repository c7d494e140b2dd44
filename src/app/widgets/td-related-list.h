/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of another table that hang on the one that is shown: the awards somebody holds, the
 * numbers of people of a unit. Listed below its form, each opened, added and taken away here, as one
 * step. Follows the file by itself.
 */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

/**
 * TdRelatedKind:
 * @table: the table
 * @owner: its field that names the record they hang on: a reference, a holder, or people
 * @columns: fields shown, -1 ends; the first takes the room
 * @fields: fields of the form, -1 ends
 * @empty: English source: what an empty list means
 */
typedef struct
{
  TdTableId table;
  int owner;
  const int *columns;
  const int *fields;
  const char *empty;
} TdRelatedKind;

#define TD_TYPE_RELATED_LIST (td_related_list_get_type ())
G_DECLARE_FINAL_TYPE (TdRelatedList, td_related_list, TD, RELATED_LIST, GtkWidget)

/* @kind must stay. */
GtkWidget *td_related_list_new (const TdRelatedKind *kind);

/* Shows what hangs on @owner; with %TD_ID_NONE or no desk it hides. */
void td_related_list_show (TdRelatedList *self, TdDesk *desk, TdId owner);

/* What a person or a unit has in the registers: awards held, initiatives, disciplines. */
extern const TdRelatedKind td_related_awards_held;
extern const TdRelatedKind td_related_initiatives_of_person;
extern const TdRelatedKind td_related_initiatives_of_unit;
extern const TdRelatedKind td_related_disciplines;
/* How many people a unit has, and how many of them have what the law counts. */
extern const TdRelatedKind td_related_headcounts;

G_END_DECLS
