/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Quyết định tặng thưởng (NĐ 30/2020, Phụ lục III, mẫu 1.2), with its list and the money as the annex.
 */
#pragma once

#include "documents/td-proposal.h"

G_BEGIN_DECLS

/**
 * TdDecision:
 * @paper: the paper itself
 * @issuer: whose authority it is: “Chủ tịch Ủy ban nhân dân thành phố Móng Cái”
 * @proposed_by: “Trưởng phòng Nội vụ thành phố tại Tờ trình số …” (nullable)
 * @movement: the movement's name without quotation marks
 * @period: “năm 2024”
 * @meeting: the council's meeting (nullable)
 * @nominees: those who receive; their @amount says how much, -1 in all when no money is decided on
 * @fund: where the money comes from: “Quỹ thi đua, khen thưởng thành phố năm 2024” (nullable)
 * @base_salary: đồng a month on the day of the decision, 0 not to be mentioned
 * @rounding: “làm tròn lên hàng chục nghìn đồng” (nullable)
 * @carried_out_by: “Chánh Văn phòng …, Trưởng phòng Nội vụ, …”: who sees to it
 */
typedef struct
{
  TdPaper paper;
  const char *issuer;
  const char *proposed_by;
  const char *movement;
  const char *period;
  const TdMeeting *meeting;
  const TdNominee *nominees;
  guint n_nominees;
  const char *fund;
  gint64 base_salary;
  const char *rounding;
  const char *carried_out_by;
} TdDecision;

/* (transfer full). Fails with %TD_ERROR_INVALID when nobody receives or there is no issuing body. */
TdDocument *td_decision_build (const TdTemplate *template, const TdDecision *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
