/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one record must hold to be right, given a little of its surroundings (SCORING.md, TABLES.md,
 * AWARDS.md). Rules between records (unique codes, successors in a circle) are the store's.
 */
#pragma once

#include "model/td-record.h"

G_BEGIN_DECLS

/**
 * TdRuleContext:
 * @decimals: the `decimals` of the record's movement, 0 to 4
 * @kind: for an entry, the kind of its target
 * @max_points: for an entry of a rating, the target's maximum
 *
 * What a record's rules need to know of the records around it.
 */
typedef struct
{
  guint decimals;
  TdKind kind;
  TdDecimal max_points;
} TdRuleContext;

/**
 * TdFaultFunc:
 * @field: the field that is wrong
 * @what: the sentence; valid during the call
 */
typedef void (*TdFaultFunc) (int field, const char *what, gpointer data);

/* Calls @func for every rule the record breaks; TRUE when it breaks none. */
gboolean td_record_check (const TdRecord *self, const TdRuleContext *context, TdFaultFunc func,
                          gpointer data);

/* Whether an entry's reported (appraised) figures for @kind are all blank. */
gboolean td_entry_is_blank (const TdRecord *self, TdKind kind, gboolean appraised);

G_END_DECLS
