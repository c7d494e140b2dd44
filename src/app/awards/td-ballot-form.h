/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where two counters type what they found, each a line of four numbers, for one nomination or for
 * several that came out alike.
 */
#pragma once

#include "app/td-page.h"
#include "desk/td-award-book.h"

G_BEGIN_DECLS

#define TD_TYPE_BALLOT_FORM (td_ballot_form_get_type ())
G_DECLARE_FINAL_TYPE (TdBallotForm, td_ballot_form, TD, BALLOT_FORM, GtkWidget)

GtkWidget *td_ballot_form_new (void);

/* Which nominations are counted; of #TdAwardNomination, which need not outlive the call. */
void td_ballot_form_set (TdBallotForm *self, TdDesk *desk, const GPtrArray *nominations,
                         gboolean writable);

G_END_DECLS
