/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who owes what for a period: how much of it has come, when, and how late in working days. Holidays are
 * the office settings `holidays` and `made-up-days` (td-workdays.h).
 */
#pragma once

#include "base/td-workdays.h"
#include "desk/td-desk.h"

G_BEGIN_DECLS

/**
 * TdArrearsState:
 * @TD_ARREARS_NOTHING_DUE: the unit has nothing to report on
 * @TD_ARREARS_OPEN: something is missing, and there is time yet
 * @TD_ARREARS_OWING: something is missing after the day it was due
 * @TD_ARREARS_IN_TIME: everything is there and came in time
 * @TD_ARREARS_LATE: everything is there, and some of it came late
 * @TD_ARREARS_RETURNED: everything is there, and the appraisal sent some of it back
 */
typedef enum
{
  TD_ARREARS_NOTHING_DUE,
  TD_ARREARS_OPEN,
  TD_ARREARS_OWING,
  TD_ARREARS_IN_TIME,
  TD_ARREARS_LATE,
  TD_ARREARS_RETURNED,
} TdArrearsState;

/**
 * TdArrearsRow:
 * @unit: index
 * @expected: entries expected: targets of frequency `period` that apply
 * @reported: of those the ones that were reported, drafts not counted
 * @waiting: of those the ones that await appraisal
 * @rejected: of those the ones sent back
 * @received_on: the day the last of them came, %TD_DATE_NONE when not known
 * @days_late: working days after the day it was due, to @received_on, or to today when owing
 * @proof: (nullable): the last receipt, in words: incoming number, day, file's hash; owned
 */
typedef struct
{
  guint unit;
  TdArrearsState state;
  guint expected;
  guint reported;
  guint waiting;
  guint rejected;
  TdDate received_on;
  guint days_late;
  char *proof;
} TdArrearsRow;

/*
 * The units of a period of the desk's movement, those in front who owe, the longest first; of
 * #TdArrearsRow. @today: up to when owing is counted. %NULL with @error set: the holidays cannot be read,
 * or the file cannot. (transfer full) (nullable)
 */
GArray *td_arrears_new (TdDesk *desk, guint period, TdDate today, GError **error);

/* The state's words, in English; translate before showing. */
const char *td_arrears_state_title (TdArrearsState state);

G_END_DECLS
