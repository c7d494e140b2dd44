/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the names in a template's braces stand for: a scope of values, and the vocabulary that says
 * which names a kind of paper has. A name is matched without its marks (`{số tập thể}` is `{so tap the}`),
 * so that whoever edits a template need not fight the keyboard.
 */
#pragma once

#include "documents/td-document.h"

G_BEGIN_DECLS

/**
 * TdNameType:
 * @TD_NAME_TEXT: words
 * @TD_NAME_COUNT: how many: printed “05”
 * @TD_NAME_MONEY: đồng: printed “2.340.000”
 * @TD_NAME_DATE: a day: printed “ngày 05 tháng 3 năm 2024”
 * @TD_NAME_FLAG: yes or no: only for `{nếu …}`
 * @TD_NAME_LIST: a list: only for `{mỗi …}` and `{nếu …}`
 * @TD_NAME_PIECE: a part of the paper that is made by the program: only for `[khối]`
 *
 * What can be done with a name.
 */
typedef enum
{
  TD_NAME_TEXT,
  TD_NAME_COUNT,
  TD_NAME_MONEY,
  TD_NAME_DATE,
  TD_NAME_FLAG,
  TD_NAME_LIST,
  TD_NAME_PIECE,
} TdNameType;

/**
 * TdName:
 * @name: as written in a template; the fields of a list's items are written `list.field`
 * @type: what can be done with it
 *
 * One word of a vocabulary.
 */
typedef struct
{
  const char *name;
  TdNameType type;
} TdName;

/**
 * TdVocabulary:
 * @kind: the kind of paper it is for
 * @names: ended by a name of %NULL
 *
 * The names of a kind of paper, besides those every paper has (td_vocabulary_common).
 */
typedef struct
{
  TdPaperKind kind;
  const TdName *names;
} TdVocabulary;

/* The names every paper has; ended by %NULL. */
extern const TdName td_vocabulary_common[];

/* The vocabulary's entry of @name (any spelling of marks and capitals), or %NULL. */
const TdName *td_vocabulary_find (const TdVocabulary *self, const char *name);

/**
 * TdValues:
 *
 * A scope: names and what they stand for. A name that is not in it is looked up in the scope around
 * it. Made and used by one thread, within the making of one paper.
 */
typedef struct _TdValues TdValues;

/* @parent (nullable) must live longer. (transfer full) */
TdValues *td_values_new (const TdValues *parent) G_GNUC_WARN_UNUSED_RESULT;
void td_values_free (TdValues *self);

/* Each copies. What is “not given” (%NULL, "", %TD_DATE_NONE) prints as “…” and is not so in `{nếu}`. */
void td_values_set_text (TdValues *self, const char *name, const char *text);
void td_values_take_text (TdValues *self, const char *name, char *text);
void td_values_set_spans (TdValues *self, const char *name, const TdSpan *spans, guint n_spans);
void td_values_set_count (TdValues *self, const char *name, gint64 count);
void td_values_set_money (TdValues *self, const char *name, gint64 amount);
void td_values_set_date (TdValues *self, const char *name, TdDate date);
void td_values_set_flag (TdValues *self, const char *name, gboolean flag);
/* Each line of @texts (%NULL-terminated, nullable) as an item whose field @field it is. */
void td_values_set_strings (TdValues *self, const char *name, const char *field,
                            const char *const *texts);
/* A new item at the end of the list @name, which begins to exist. (transfer none) */
TdValues *td_values_add_item (TdValues *self, const char *name);

/**
 * TdScopeValue:
 *
 * One value, as the template engine reads it.
 */
typedef struct
{
  TdNameType type;
  GArray *spans;    /* of TdSpan; of %TD_NAME_TEXT */
  gint64 number;    /* of counts, money, dates and flags */
  GPtrArray *items; /* of TdValues; of %TD_NAME_LIST */
} TdScopeValue;

/* @folded is td_text_fold() of the name. %NULL when nobody set it. */
const TdScopeValue *td_values_lookup (const TdValues *self, const char *folded);
gboolean td_scope_value_is_given (const TdScopeValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdValues, td_values_free)

G_END_DECLS
