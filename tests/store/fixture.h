/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small movement in a data file of its own, for tests. */
#pragma once

#include "store/td-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  TdStore *store;
  TdId movement, category, area;
  TdId units[3];   /* A, B, C; C closed on 2024-11-01, successor B */
  TdId targets[2]; /* T1: ratio, sum, linear to 100, 10 points; T2: rating, 5 points */
  TdId periods[2]; /* Q1: Jan to Mar, due 5 April; Q2: Apr to Jun, due 5 July */
} Fixture;

void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

/* A record of the table from column/value pairs, NULL ends; references are ids in the text. */
TdRecord *
fixture_record (Fixture *self, TdTableId table, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Puts one record through the door. */
gboolean fixture_put (Fixture *self, const char *label, TdRecord *record, TdProblems *problems,
                      GError **error);
/* Puts an entry of T1: @done of @due, accepted. */
void fixture_enter (Fixture *self, guint unit, guint period, const char *done, const char *due);
/* First period: 8, 6 and 10 of 10 for the three units; second: 1 and 6 of 10 for the first two. */
void fixture_enter_five (Fixture *self);

/* The whole content of the file as text, for comparing. (transfer full) */
char *fixture_dump (TdStore *store);

G_END_DECLS
