/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Calendar days: stored and exchanged as ISO (`2024-03-14`), shown as `14/03/2024`, and written on
 * papers as the decree on administrative documents wants them.
 */
#pragma once

#include "base/td-decimal.h"

G_BEGIN_DECLS

/* %TD_DATE_NONE when there is no such day. Years 1000 to 9999. */
TdDate td_date_new (int year, int month, int day);
void td_date_split (TdDate date, int *year, int *month, int *day);

/* In which way @text is a date: ISO, d/m/yyyy, or not one. Never both. */
TdReading td_date_reading (const char *text);

/* Reads `2024-03-14` or `14/03/2024` (`14-3-2024` and `14.3.2024` too). */
gboolean td_date_parse (const char *text, TdDate *out, GError **error);

/* `2024-03-14` or `14/03/2024`; %TD_DATE_NONE gives "". (transfer full) */
char *td_date_format (TdDate date, TdStyle style) G_GNUC_WARN_UNUSED_RESULT;

/*
 * “ngày 05 tháng 02 năm 2024”, “ngày 05 tháng 3 năm 2024”: a leading zero for days below 10 and for
 * months 1 and 2 only (NĐ 30/2020, Phụ lục I, mục II.4.b). %TD_DATE_NONE gives the same with dots to
 * be filled in by hand. (transfer full)
 */
char *td_date_format_decree (TdDate date) G_GNUC_WARN_UNUSED_RESULT;

/* Today in Việt Nam's time (UTC+7), whatever the machine's time zone. */
TdDate td_date_today (void);

/* The same day @months later (earlier when negative), the last of the month when there is none. */
TdDate td_date_add_months (TdDate date, int months);

G_END_DECLS
