/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a rule as a small table: from which value on, which share of the points. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_TYPE_STEPS_EDITOR (td_steps_editor_get_type ())
G_DECLARE_FINAL_TYPE (TdStepsEditor, td_steps_editor, TD, STEPS_EDITOR, GtkWidget)

/**
 * TdStepsEditor::changed:
 *
 * Something was typed, a line added or taken away.
 */

GtkWidget *td_steps_editor_new (void);

/* Steps as they are typed in one line: `80:0,5;100:1`; what is wrong stays as it was typed. */
void td_steps_editor_set_text (TdStepsEditor *self, const char *text);
/* The same from the table; lines with nothing in them are left out. (transfer full) */
char *td_steps_editor_dup_text (TdStepsEditor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
