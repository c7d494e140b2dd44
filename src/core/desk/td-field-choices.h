/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text field is chosen from, where its table says only “text” because tables bring codes in that
 * nobody here has defined: law packs, awards, papers, kinds of people. Forms offer these by their names.
 */
#pragma once

#include "model/td-record.h"
#include "store/td-store.h"

G_BEGIN_DECLS

/**
 * TdFieldChoosing:
 * @TD_FIELD_IS_TYPED: nothing to choose from
 * @TD_FIELD_IS_CHOSEN: one of the options, or what is there already
 * @TD_FIELD_IS_SUGGESTED: one of the options, or any text
 */
typedef enum
{
  TD_FIELD_IS_TYPED,
  TD_FIELD_IS_CHOSEN,
  TD_FIELD_IS_SUGGESTED,
} TdFieldChoosing;

TdFieldChoosing td_field_get_choosing (const TdTable *table, int field);

/**
 * TdFieldOption:
 * @code: as stored, "" for blank
 * @title: as shown; translated, or the law's words
 */
typedef struct
{
  char *code;
  char *title;
} TdFieldOption;

/*
 * The options of a field of @record as it is: those of a nomination are the awards of its round's law
 * pack. Empty when nothing tells what they are. (transfer full): of #TdFieldOption
 */
GPtrArray *
td_field_options_new (TdStore *store, const TdRecord *record, int field) G_GNUC_WARN_UNUSED_RESULT;

/* Puts one more at @place, -1: at the end. */
void td_field_options_insert (GPtrArray *options, int place, const char *code, const char *title);

/* By code, %NULL when there is none. (transfer none) */
const TdFieldOption *td_field_options_find (const GPtrArray *options, const char *code);
/* By title, %NULL when there is none. (transfer none) */
const TdFieldOption *td_field_options_find_title (const GPtrArray *options, const char *title);

G_END_DECLS
