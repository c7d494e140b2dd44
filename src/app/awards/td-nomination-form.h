/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The form of one nomination, edited in place: what was typed is written as a whole, by its button or before
 * something else is shown.
 */
#pragma once

#include "app/awards/td-award-panel.h"

G_BEGIN_DECLS

#define TD_TYPE_NOMINATION_FORM (td_nomination_form_get_type ())
G_DECLARE_FINAL_TYPE (TdNominationForm, td_nomination_form, TD, NOMINATION_FORM, AdwBin)

/**
 * TdNominationForm::saved:
 *
 * The button was pressed and what was typed is written.
 */

/* The fields people fill in, here and when one is added; ends with -1. */
extern const int td_nomination_form_fields[];

/* @panel, around it, says which file is open and whether it may be written; borrowed. */
GtkWidget *td_nomination_form_new (TdAwardPanel *panel);

/* Shows a nomination as the file has it; what was typed for another is gone. %TD_ID_NONE: an empty form. */
void td_nomination_form_show (TdNominationForm *self, TdId nomination);
/* Which is shown; %TD_ID_NONE: none, or one that was forgotten. */
TdId td_nomination_form_get_shown (TdNominationForm *self);
/* The nomination is about to be deleted: what was typed for it is not to be asked for any more. */
void td_nomination_form_forget (TdNominationForm *self);

gboolean td_nomination_form_is_modified (TdNominationForm *self);
/* Whether td_nomination_form_save() is under way: what follows the commit's notice leaves the form as it is. */
gboolean td_nomination_form_is_saving (TdNominationForm *self);
/* Writes what was typed, if anything was. FALSE when it is wrong as typed: that is marked, and said in a toast. */
gboolean td_nomination_form_save (TdNominationForm *self);

G_END_DECLS
