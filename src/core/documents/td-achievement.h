/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Báo cáo thành tích, of a collective or a person, in the parts the law pack's form asks for
 * (Luật Thi đua, khen thưởng, Điều 84; domain facts in AWARDS.md). The sentences come with their
 * bound facts; marks on them are listed by the check list and never printed here.
 */
#pragma once

#include "documents/td-nominees.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdEarlierAward:
 * @year: “2022”
 * @award: title or form
 * @decision: number, day and issuing body of the decision
 */
typedef struct
{
  const char *year;
  const char *award;
  const char *decision;
} TdEarlierAward;

/**
 * TdAchievement:
 * @paper: the paper; its signer heads the collective, or is the person
 * @nominee: whose report it is
 * @form: the form's number and title as the law pack has it (nullable): printed on top, to the right
 * @decider: who is asked: “Chủ tịch Ủy ban nhân dân thành phố”
 * @parts: I, II, … of the report
 * @titles: danh hiệu thi đua held (nullable)
 * @awards: hình thức khen thưởng held (nullable)
 * @confirmed_by: signature of the superior who confirms, on the left (nullable)
 */
typedef struct
{
  TdPaper paper;
  const TdNominee *nominee;
  const char *form;
  const char *decider;
  const TdReportPart *parts;
  guint n_parts;
  const TdEarlierAward *titles;
  guint n_titles;
  const TdEarlierAward *awards;
  guint n_awards;
  const TdSigner *confirmed_by;
} TdAchievement;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_achievement_build (const TdTemplate *template, const TdAchievement *data,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
