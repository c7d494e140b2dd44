/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Công văn đôn đốc to units that are late, with what each of them still owes (NĐ 30/2020, Phụ lục III,
 * mẫu 1.5).
 */
#pragma once

#include "documents/td-data-table.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdOwed:
 * @unit: the record in `units`
 * @name: of the unit
 * @missing: what is missing, a line each; %NULL-terminated
 * @due: when it was due
 * @days_late: days past it on the day of the letter; 0 when it is not past yet
 */
typedef struct
{
  TdId unit;
  const char *name;
  const char *const *missing;
  TdDate due;
  guint days_late;
} TdOwed;

/**
 * TdReminder:
 * @paper: the letter; its addressees are the units, or a word for them (“Các đơn vị theo danh sách
 *   dưới đây”)
 * @movement: the movement's name without quotation marks
 * @period: “quý III năm 2024”
 * @basis: the paper that set the duty, as cited (nullable)
 * @new_deadline: by when it is wanted now
 * @contact: “Phòng Nội vụ (ông …, điện thoại …)” (nullable)
 * @owed: what is missing; with a single unit the letter is to it alone
 */
typedef struct
{
  TdPaper paper;
  const char *movement;
  const char *period;
  const char *basis;
  TdDate new_deadline;
  const char *contact;
  const TdOwed *owed;
  guint n_owed;
} TdReminder;

/* (transfer full). Fails with %TD_ERROR_INVALID when nothing is owed or there is no issuing body. */
TdDocument *td_reminder_build (const TdTemplate *template, const TdReminder *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
