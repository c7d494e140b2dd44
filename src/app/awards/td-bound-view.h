/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text view over the text of an achievement report (awards/td-bound-text.h). Each mark is a run of
 * characters that stays bound to its source whatever is typed around it or in it: what no longer says
 * what its source says is found, never lost in silence. Typing is undone with the bindings it had.
 */
#pragma once

#include <gtk/gtk.h>

#include "awards/td-bound-text.h"

G_BEGIN_DECLS

#define TD_TYPE_BOUND_VIEW (td_bound_view_get_type ())
G_DECLARE_FINAL_TYPE (TdBoundView, td_bound_view, TD, BOUND_VIEW, GtkTextView)

/**
 * TdBoundView::edited:
 *
 * A person changed the text, by typing or by undoing it; not td_bound_view_set().
 */

GtkWidget *td_bound_view_new (void);

/* Shows @text; the cursor stays about where it was, and what was typed before cannot be undone. */
void td_bound_view_set (TdBoundView *self, const TdBoundText *text);

/* What is in the view, in the form as stored. (transfer full) */
char *td_bound_view_read (TdBoundView *self) G_GNUC_WARN_UNUSED_RESULT;

/* Highlights what was found in the text as it is; %NULL: nothing. @findings: of #TdBoundFinding */
void td_bound_view_highlight (TdBoundView *self, const GPtrArray *findings);

/* Selects the shown bytes @start…@end, scrolls there and takes the keyboard. */
void td_bound_view_go_to (TdBoundView *self, gsize start, gsize end);

/* The shown byte the cursor is at. */
gsize td_bound_view_get_cursor (TdBoundView *self);

G_END_DECLS
