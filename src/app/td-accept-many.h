/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accepting many entries at once, after a look at what that does to the ranking. */
#pragma once

#include <gtk/gtk.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdEntryPlace:
 *
 * An entry by the indexes of its unit, target and period.
 */
typedef struct
{
  guint unit;
  guint target;
  guint period;
} TdEntryPlace;

/* Shows the question over @widget; @places is of #TdEntryPlace, entries that await appraisal. */
void td_accept_many (GtkWidget *widget, TdDesk *desk, GArray *places);

G_END_DECLS
