/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Entries as a grid: units × targets of one period, or one unit's targets × periods. What is typed goes
 * through the store's door, a paste as one step.
 */
#pragma once

#include "app/widgets/td-figure-model.h"
#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_TYPE_REPORT_MODEL (td_report_model_get_type ())
G_DECLARE_FINAL_TYPE (TdReportModel, td_report_model, TD, REPORT_MODEL, GObject)

/* @widget: the page, for messages; must outlive the model. */
TdReportModel *td_report_model_new (TdDesk *desk, GtkWidget *widget);

/* Units × targets of @period; @block: -1 for all. Indexes. */
void td_report_model_show_period (TdReportModel *self, guint period, int block);
/* Targets × periods of @unit. */
void td_report_model_show_unit (TdReportModel *self, guint unit);

/* The state that figures get when they are typed: pending, or accepted at once. */
void td_report_model_set_typed_state (TdReportModel *self, TdEntryState state);

/* Whether a period (index) is closed; its cells cannot be edited then. */
gboolean td_report_model_is_closed (TdReportModel *self, guint period);
/* Looks again which periods are closed: after a commit that changed seals, or another movement. */
void td_report_model_follow_seals (TdReportModel *self);

/* Which entry a cell is; FALSE when there is none. Indexes. */
gboolean td_report_model_get_place (TdReportModel *self, guint row, guint column, guint *unit,
                                    guint *target, guint *period);
/* Which cell an entry is. */
gboolean td_report_model_find (TdReportModel *self, guint unit, guint target, guint period,
                               guint *row, guint *column);

/*
 * The next cell, row by row, whose entry awaits appraisal, from (@row, @column) on, which is set to it;
 * @step 1 or -1. Begins anew at the end. FALSE when none waits.
 */
gboolean td_report_model_find_waiting (TdReportModel *self, int step, guint *row, guint *column);
/* Whether the entry of a cell awaits appraisal. */
gboolean td_report_model_is_waiting (TdReportModel *self, guint row, guint column);

/* The entry of a place as a record, new when there is none yet. (transfer full) */
TdRecord *td_report_model_dup_entry (TdReportModel *self, guint unit, guint target, guint period);

/*
 * Reads figures as people type them (`12/15`, `1.234,5`, `14/03/2024`, `-` for not done yet) into an
 * entry of @kind; @foreign when another program wrote them (td_decimal_parse_foreign()). FALSE with a
 * sentence.
 */
gboolean
td_figures_parse (const char *text, TdKind kind, gboolean foreign, TdRecord *entry, GError **error);
/* The reported figures of an entry as td_figures_parse() reads them. (transfer full) */
char *td_figures_edit_text (const TdRecord *entry, TdKind kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
