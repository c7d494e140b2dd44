/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form over one record of any table, made from the description of its fields. It edits a draft copy;
 * what is typed is checked at once, and what is wrong is said below its field.
 */
#pragma once

#include <adwaita.h>

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_FORM (td_form_get_type ())
G_DECLARE_FINAL_TYPE (TdForm, td_form, TD, FORM, GtkWidget)

/**
 * TdForm::changed:
 *
 * Something was typed: the draft, td_form_is_modified() and td_form_is_valid() may be different.
 */

GtkWidget *td_form_new (void);

/* Which fields, in which order; without this all but the internal ones. Before the first record. */
void td_form_set_fields (TdForm *self, const int *fields, guint n_fields);

/* Shows a copy of @record; with %NULL the form is empty and greyed out. */
void td_form_set_record (TdForm *self, TdDesk *desk, const TdRecord *record, gboolean writable);

/* The record as typed; %NULL when there is none. (transfer none): valid until the next record. */
const TdRecord *td_form_get_draft (TdForm *self);
gboolean td_form_is_modified (TdForm *self);
/* Nothing that is typed is wrong. */
gboolean td_form_is_valid (TdForm *self);

/* Shows what the store said of each field (its places end with the column's name). */
void td_form_show_problems (TdForm *self, const TdProblems *problems);

/*
 * Shows or hides a field that means nothing to the record as it is; what it holds stays. After the
 * record was shown.
 */
void td_form_show_field (TdForm *self, int field, gboolean visible);

/* Puts the focus into a field; -1: the first. */
void td_form_focus_field (TdForm *self, int field);

G_END_DECLS
