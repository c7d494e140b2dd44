/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers as Vietnamese papers write them. All results are (transfer full).
 */
#pragma once

#include "base/td-decimal.h"

G_BEGIN_DECLS

/* A count: a zero before a single figure, “05”; dots between groups of three, “3.000”; 0 is “0”. */
char *td_words_count (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

/* Đồng in figures: “2.340.000”. */
char *td_words_money (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

/* Đồng in words, first letter large: “Hai triệu ba trăm bốn mươi nghìn đồng”. */
char *td_words_money_spelled (gint64 value) G_GNUC_WARN_UNUSED_RESULT;

/* I, II, III …; @value from 1 to 3999. */
char *td_words_roman (guint value) G_GNUC_WARN_UNUSED_RESULT;

/* “12,5%”; @value is the percentage itself, not the share of one. %TD_DECIMAL_NONE gives “…”. */
char *td_words_percent (TdDecimal value) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The number of a paper before its sign (II.3.c): a zero before a single figure, “…” when it has not
 * been given yet, anything else (“05a”) as it stands.
 */
char *td_words_paper_number (const char *number) G_GNUC_WARN_UNUSED_RESULT;

/* “số 05/TTr-UBND ngày 05 tháng 3 năm 2024”, with dots for what has not been given yet. */
char *
td_words_citation (const char *number, const char *sign, TdDate date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
