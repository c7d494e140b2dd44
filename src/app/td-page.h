/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page of the window: something that shows the open file and follows it. Pages are made when first
 * visited, get the window's desk, and refresh from its signals.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdPlace:
 * @page: the page's name in the window, as "reports"
 * @id: the record to show, %TD_ID_NONE: none in particular. Of a cell the unit
 * @target: of a cell the target
 * @period: of an entry the period
 * @paper: of the page of papers the kind of paper, as “proposal”; @id is then the round, the nomination
 *   or the unit it is about and @period its period, as far as the kind takes them
 *
 * Somewhere to go: what a mark of a chart, a search result or a line of history leads to.
 */
typedef struct
{
  const char *page;
  TdId id;
  TdId target;
  TdId period;
  const char *paper;
} TdPlace;

#define TD_TYPE_PAGE (td_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TdPage, td_page, TD, PAGE, AdwBin)

/**
 * TdPageClass:
 * @set_desk: a file was opened (or closed: %NULL): connect to its desk and show it
 * @scores_changed: the desk's scores are different
 * @records_changed: a commit changed records
 * @go_to: show this place; chain up when the place says nothing to the page
 * @find: put the focus where the page is searched (Ctrl+F)
 * @leave: another page or file is to be shown: what was typed is written. FALSE keeps the page
 */
struct _TdPageClass
{
  AdwBinClass parent_class;

  void (*set_desk) (TdPage *self, TdDesk *desk);
  void (*scores_changed) (TdPage *self);
  void (*records_changed) (TdPage *self, const TdChanges *changes);
  void (*go_to) (TdPage *self, const TdPlace *place);
  void (*find) (TdPage *self);
  gboolean (*leave) (TdPage *self);
};

/* (transfer none) (nullable) */
TdDesk *td_page_get_desk (TdPage *self);
void td_page_set_desk (TdPage *self, TdDesk *desk);
void td_page_go_to (TdPage *self, const TdPlace *place);
void td_page_find (TdPage *self);
gboolean td_page_leave (TdPage *self);

/* Whether the file may be changed; pages grey out what writes when not. */
gboolean td_page_is_writable (TdPage *self);

/*
 * Writes through the store's door, from any widget of a window. A success is shown in a toast with
 * Undo that says @label; what is wrong is shown in a dialog, or handed to @problems when the caller
 * shows it beside the fields.
 */
gboolean td_write (GtkWidget *widget, TdDesk *desk, const char *label, TdWriteFunc func,
                   gpointer data, TdProblems *problems);

/* Shows @place in the window around @widget. */
void td_go (GtkWidget *widget, const TdPlace *place);

/*
 * Shows a paper of the kind @paper about a record, and a period: TdPlace says what they mean. “Back”
 * leads to where one was.
 */
void td_go_paper (GtkWidget *widget, const char *paper, TdId id, TdId period);

/* A short note at the window's foot. */
void td_toast (GtkWidget *widget, const char *text);
/* The same, with a button that opens @folder. */
void td_toast_folder (GtkWidget *widget, const char *text, const char *folder);
/* A sentence that must be read. */
void td_show_error (GtkWidget *widget, const char *heading, const char *text);

G_END_DECLS
