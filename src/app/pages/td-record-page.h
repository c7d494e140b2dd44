/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page over one table: a list with a filter that needs no marks, sorted by any column, and beside it
 * (over it when the window is narrow) the form of the record selected. Pages about a table derive from
 * it and say which columns and fields they show.
 */
#pragma once

#include "app/td-page.h"
#include "app/widgets/td-form.h"
#include "desk/td-record-list.h"

G_BEGIN_DECLS

#define TD_TYPE_RECORD_PAGE (td_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdRecordPage, td_record_page, TD, RECORD_PAGE, TdPage)

/**
 * TdRecordPageClass:
 * @table: the table
 * @columns: fields shown as columns, ended by -1; wide ones first get the room
 * @fields: fields of the form, ended by -1; %NULL: all
 * @empty: English source: what to do first when there is nothing yet
 * @prepare: fills in a new record before it is shown
 * @selected: another record is shown; %NULL: none
 * @confirm: a stored record is about to be saved as @record: TRUE lets it; FALSE when the page has
 *   asked about it first and calls td_record_page_save_confirmed() later
 * @column_text: the text of a cell; %NULL for the field's own words. (transfer full)
 */
struct _TdRecordPageClass
{
  TdPageClass parent_class;

  TdTableId table;
  const int *columns;
  const int *fields;
  const char *empty;
  void (*prepare) (TdRecordPage *self, TdRecord *record);
  void (*selected) (TdRecordPage *self, const TdRecord *record);
  gboolean (*confirm) (TdRecordPage *self, const TdRecord *record);
  char *(*column_text) (TdRecordPage *self, const TdRecord *record, int field);
};

/* (transfer none) (nullable): %NULL while no file is open. */
TdRecordList *td_record_page_get_list (TdRecordPage *self);
TdForm *td_record_page_get_form (TdRecordPage *self);

/*
 * Places for what a page adds: the filter bar, the room above the form, which stays when the form is
 * scrolled, and the room below it.
 */
GtkBox *td_record_page_get_bar (TdRecordPage *self);
GtkBox *td_record_page_get_head (TdRecordPage *self);
GtkBox *td_record_page_get_side (TdRecordPage *self);

/* The record that is shown, %TD_ID_NONE: none, or one that is not stored yet. */
TdId td_record_page_get_selected (TdRecordPage *self);

/* Shows a record, new or old. */
void td_record_page_select (TdRecordPage *self, TdId id);

/* Writes what was typed in the form, if anything was. FALSE when it is wrong; the form says so. */
gboolean td_record_page_save (TdRecordPage *self);
/* The same after the person has said yes to what the page asked. */
void td_record_page_save_confirmed (TdRecordPage *self);

G_END_DECLS
