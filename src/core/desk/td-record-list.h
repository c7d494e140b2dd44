/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of one table as a list model: filtered without marks, sorted by any field by
 * precomputed keys, following every change with one splice. A row's object is made when somebody looks
 * at it, so 100,000 records cost what is visible of them.
 *
 * Belongs to the thread of its desk.
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_RECORD_ITEM (td_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TdRecordItem, td_record_item, TD, RECORD_ITEM, GObject)

/* The record as it was when the item was made: a change makes a new item. (transfer none) */
const TdRecord *td_record_item_get_record (TdRecordItem *self);

#define TD_TYPE_RECORD_LIST (td_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TdRecordList, td_record_list, TD, RECORD_LIST, GObject)

TdRecordList *td_record_list_new (TdDesk *desk, TdTableId table);

/* Shows the records that match @text (td_text_matches()); "" or %NULL shows all. */
void td_record_list_set_filter (TdRecordList *self, const char *text);

/* FALSE leaves a record out. */
typedef gboolean (*TdRecordFilter) (const TdRecord *record, gpointer data);
/* A second filter, on the record itself; %NULL removes it. Called when records are read. */
void td_record_list_set_where (TdRecordList *self, TdRecordFilter filter, gpointer data,
                               GDestroyNotify destroy);

/* Sorts by a field; -1 is the table's own order. People sort by given name. */
void td_record_list_set_sort (TdRecordList *self, int field, gboolean descending);

/* The position of a record among those shown, -1 when it is not. */
int td_record_list_find (TdRecordList *self, TdId id);
/* How many records there are, shown or not. */
guint td_record_list_get_total (TdRecordList *self);
/* The last failure to read; the rows of before stay. %NULL when there is none. */
const GError *td_record_list_get_error (TdRecordList *self);

G_END_DECLS
