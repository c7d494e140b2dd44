/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shares with its actions. */
#pragma once

#include "app/td-settings.h"
#include "app/td-window.h"
#include "tables/td-file-templates.h"

G_BEGIN_DECLS

struct _TdWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  GtkToggleButton *sidebar_button;
  GtkMenuButton *movement_button;
  GtkLabel *movement_label;
  GtkMenuButton *as_of_button;
  GtkPopover *as_of_popover;
  GtkEntry *as_of_entry;
  GtkCalendar *as_of_calendar;
  GtkWidget *basis_box;
  GtkToggleButton *self_button;
  GtkToggleButton *appraised_button;
  GtkButton *undo_button;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *stack;
  GtkBox *welcome_box;

  /* borrowed */
  AdwToast *done_toast; /* weak */

  /* owned */
  TdDesk *desk; /* NULL: no file */
  GSignalGroup *signals;
  char *read_only_reason; /* NULL: the file may be changed */
  int page;               /* index of the page shown, -1: none yet */
  int previous;           /* the page shown before, -1: none */
};

/* td-window-actions.c */
void td_window_install_actions (GtkWidgetClass *widget_class);
void td_window_fill_welcome (TdWindow *self);

/* td-window.c */
gboolean td_window_show_page_at (TdWindow *self, guint index);
/* To the page shown before. */
void td_window_go_back (TdWindow *self);
/* (transfer none) (nullable) */
TdPage *td_window_get_current_page (TdWindow *self);

G_END_DECLS
