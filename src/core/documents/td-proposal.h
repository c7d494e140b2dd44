/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tờ trình đề nghị khen thưởng: the proposal to whoever decides, with the nominee list as its annex
 * (Luật Thi đua, khen thưởng, Điều 84; NĐ 30/2020, Phụ lục III, mẫu 1.4 and 2.1).
 */
#pragma once

#include "documents/td-nominees.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdMeeting:
 * @council: “Hội đồng Thi đua - Khen thưởng thành phố”
 * @date: when it met
 * @minutes: the minutes' number, with sign: “15/BB-HĐTĐKT” (nullable)
 * @n_members: how many members the council has
 * @n_present: how many of them were there
 *
 * The council's meeting a proposal or a decision stands on.
 */
typedef struct
{
  const char *council;
  TdDate date;
  const char *minutes;
  guint n_members;
  guint n_present;
} TdMeeting;

/* What a vocabulary has of a meeting. */
/* clang-format off */
#define TD_MEETING_NAMES \
  { "hội đồng", TD_NAME_TEXT }, \
  { "ngày họp", TD_NAME_DATE }, \
  { "số biên bản", TD_NAME_TEXT }, \
  { "số thành viên", TD_NAME_COUNT }, \
  { "số có mặt", TD_NAME_COUNT }
/* clang-format on */

void td_meeting_set_values (TdValues *values, const TdMeeting *meeting);

/**
 * TdProposal:
 * @paper: the paper itself
 * @movement: the movement's name without quotation marks: “Đẩy mạnh cải cách hành chính”
 * @period: “năm 2024”
 * @launched_by: “Chủ tịch Ủy ban nhân dân thành phố Móng Cái” (nullable)
 * @plan: the plan it was launched with, as cited: “Kế hoạch số 45/KH-UBND ngày 14 tháng 3 năm 2024”
 *   (nullable)
 * @decider: who is asked: “Chủ tịch Ủy ban nhân dân tỉnh Quảng Ninh”
 * @meeting: the council's meeting (nullable: none was held)
 * @nominees: in the order they are to be listed
 */
typedef struct
{
  TdPaper paper;
  const char *movement;
  const char *period;
  const char *launched_by;
  const char *plan;
  const char *decider;
  const TdMeeting *meeting;
  const TdNominee *nominees;
  guint n_nominees;
} TdProposal;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no nominee or no issuing body. */
TdDocument *td_proposal_build (const TdTemplate *template, const TdProposal *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
