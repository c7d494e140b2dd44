/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms out: for each unit of a period a workbook with its own targets, to be filled in and sent back
 * (TABLES.md, `forms`). What comes back is td-collect.h's.
 */
#pragma once

#include <gio/gio.h>

#include "store/td-store.h"
#include "tables/td-form-book.h"

G_BEGIN_DECLS

/*
 * The form of one unit for one period, with what stands in the file now. Indexes into @movement, which
 * is of @store. %NULL when the unit has nothing to report on in this period: it was not there, or no
 * target applies to it. (transfer full) (nullable)
 */
TdFormContent *td_form_content_make (TdStore *store, const TdMovement *movement, guint unit,
                                     guint period) G_GNUC_WARN_UNUSED_RESULT;

/* Which office a form says it is from. (transfer full) */
char *td_form_office (TdStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* The name of a form's file: `2024-Q2_06709_phuong-ka-long.xlsx`. (transfer full) */
char *
td_form_file_name (const TdMovement *movement, guint unit, guint period) G_GNUC_WARN_UNUSED_RESULT;

/**
 * TdFormsOptions:
 * @units: (nullable): of guint, indexes of the units that get a form; %NULL: all
 * @progress: (nullable): called with how far it is, 0 to 1
 */
typedef struct
{
  GArray *units;
  void (*progress) (double fraction, gpointer data);
  gpointer progress_data;
} TdFormsOptions;

/*
 * Writes the forms of a period into @folder, which is made when it is not there. A form that lies there
 * and has been filled in is not written over: it is named in @problems, nothing at all is written then,
 * and it fails with %TD_ERROR_EXISTS. @n_written (nullable) gets how many forms there are.
 */
gboolean td_forms_write (TdStore *store, const TdMovement *movement, guint period,
                         const char *folder, const TdFormsOptions *options, guint *n_written,
                         TdProblems *problems, GCancellable *cancellable, GError **error);

G_END_DECLS
