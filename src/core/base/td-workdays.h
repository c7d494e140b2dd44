/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Working days of Vietnamese offices: Monday to Friday, without the holidays, and with the Saturdays on
 * which a day off between holidays is made up for. Which days these are the Government says anew each
 * year, so they are data: `2024-02-08..2024-02-14;2024-04-18`.
 */
#pragma once

#include "base/td-date.h"
#include "base/td-error.h"

G_BEGIN_DECLS

typedef struct _TdWorkdays TdWorkdays;

/*
 * Reads the days: ISO or `14/03/2024`, single or from `..` to, with `;` or line breaks between. Either
 * may be "". %NULL with a sentence when one cannot be read. (transfer full) (nullable)
 */
TdWorkdays *td_workdays_new (const char *holidays, const char *made_up,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void td_workdays_free (TdWorkdays *self);

gboolean td_workdays_is_workday (const TdWorkdays *self, TdDate day);

/* How many working days lie after @from up to and with @to; 0 when @to is not later. */
guint td_workdays_count (const TdWorkdays *self, TdDate from, TdDate to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdWorkdays, td_workdays_free)

G_END_DECLS
