/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading typed members of JSON objects with their places: the room's own, for law packs. */
#pragma once

#include "awards/td-law-private.h"

G_BEGIN_DECLS

/* The most items a list inside an award may have, and the largest count in a condition. */
#define TD_LAW_MAX_ITEMS 60
#define TD_LAW_MAX_COUNT 1000000

/**
 * TdLawReader:
 * @pack: what is being made
 * @name: of the file, for messages
 * @path: where the reader is: `awards[3].conditions[1]`
 * @sources: of the file: key to words, %NULL words for one that is at fault
 * @problems: what is wrong so far
 */
typedef struct
{
  TdLawPack *pack;
  const char *name;
  GString *path;
  GHashTable *sources;
  TdProblems *problems;
} TdLawReader;

/* Adds a problem at the place the reader is at. */
void td_law_problem (TdLawReader *reader, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Goes into a member or item; td_law_leave() with what it returned comes back. */
gsize td_law_enter (TdLawReader *reader, const char *member);
gsize td_law_enter_item (TdLawReader *reader, guint index);
void td_law_leave (TdLawReader *reader, gsize before);

/* %NULL, and a problem, when it is none. */
JsonObject *td_law_as_object (TdLawReader *reader, JsonNode *node);
/* Complains about members that are not in @known, a list with spaces. */
void td_law_check_members (TdLawReader *reader, JsonObject *object, const char *known);

/* Text in NFC, in the pack's memory; %NULL, and a problem, when there is none. */
const char *td_law_read_text (TdLawReader *reader, JsonObject *object, const char *member);
/* A short name: small letters, digits and hyphens. */
const char *td_law_read_code (TdLawReader *reader, JsonObject *object, const char *member);
/* A code that @list, whose items have theirs at @offset, does not have yet. */
const char *td_law_read_id (TdLawReader *reader, JsonObject *object, const char *member,
                            GPtrArray *list, gsize offset);
gint64 td_law_read_integer (TdLawReader *reader, JsonObject *object, const char *member, gint64 min,
                            gint64 max);
/* A number that may be left out. */
guint td_law_read_count (TdLawReader *reader, JsonObject *object, const char *member, guint min,
                         guint max, guint fallback);
gboolean
td_law_read_flag (TdLawReader *reader, JsonObject *object, const char *member, gboolean fallback);
/* A whole number, or a decimal as text; not below 0. */
TdDecimal td_law_read_decimal (TdLawReader *reader, JsonObject *object, const char *member);
TdDate td_law_read_date (TdLawReader *reader, JsonObject *object, const char *member);

typedef int (*TdLawFindFunc) (const char *code);

/* One of a set of codes; -1, and a problem, when it is none. */
int td_law_read_choice (TdLawReader *reader, JsonObject *object, const char *member,
                        TdLawFindFunc find);
gboolean
td_law_read_share (TdLawReader *reader, JsonObject *object, const char *member, TdShare *out);
/* `source` names an entry of the file's `sources`; `verified` has no default. */
void td_law_read_fact (TdLawReader *reader, JsonObject *object, TdLawFact *out);

typedef void (*TdLawItemFunc) (TdLawReader *reader, JsonObject *object, gpointer data);

/* Calls @func for each object of a list. */
void td_law_read_items (TdLawReader *reader, JsonObject *object, const char *member, guint max,
                        TdLawItemFunc func, gpointer data);
/* The texts of a list as ";a;b;", each checked by @find where it is given; @bits gets theirs. */
const char *td_law_read_codes (TdLawReader *reader, JsonObject *object, const char *member,
                               TdLawFindFunc find, guint *bits);

/* Where conditions go: a list, and how deep inside “any one of” it is. */
typedef struct
{
  GPtrArray *list;
  guint depth;
} TdLawInto;

/* A #TdLawItemFunc whose data is a #TdLawInto. */
void td_law_read_condition (TdLawReader *reader, JsonObject *object, gpointer data);

G_END_DECLS
