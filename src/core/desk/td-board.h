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
 * TdBoardState:
 * @TD_BOARD_NOTHING_DUE: the unit has nothing to report on
 * @TD_BOARD_OPEN: something is missing, and there is time yet
 * @TD_BOARD_OWING: something is missing after the day it was due
 * @TD_BOARD_IN_TIME: everything is there and came in time
 * @TD_BOARD_LATE: everything is there, and some of it came late
 * @TD_BOARD_RETURNED: everything is there, and the appraisal sent some of it back
 */
typedef enum
{
  TD_BOARD_NOTHING_DUE,
  TD_BOARD_OPEN,
  TD_BOARD_OWING,
  TD_BOARD_IN_TIME,
  TD_BOARD_LATE,
  TD_BOARD_RETURNED,
} TdBoardState;

/**
 * TdBoardRow:
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
  TdBoardState state;
  guint expected;
  guint reported;
  guint waiting;
  guint rejected;
  TdDate received_on;
  guint days_late;
  char *proof;
} TdBoardRow;

/*
 * The units of a period of the desk's movement, those in front who owe, the longest first; of
 * #TdBoardRow. @today: up to when owing is counted. %NULL with @error set: the holidays cannot be read,
 * or the file cannot. (transfer full) (nullable)
 */
GArray *td_board_new (TdDesk *desk, guint period, TdDate today, GError **error);

/* The state's words, in English; translate before showing. */
const char *td_board_state_title (TdBoardState state);

G_END_DECLS
