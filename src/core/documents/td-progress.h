/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Báo cáo kết quả of a unit or of the whole city for a period: sentences with bound facts, tables and
 * charts (NĐ 30/2020, Phụ lục III, mẫu 1.4).
 */
#pragma once

#include "documents/td-data-table.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdProgress:
 * @paper: the paper itself
 * @movement: the movement's name without quotation marks
 * @period: “quý III năm 2024”
 * @scope: whose results: “của Ủy ban nhân dân phường Ka Long”, “trên địa bàn thành phố Móng Cái”
 * @cut_off: figures are those received until this day; %TD_DATE_NONE not to be mentioned
 * @filters: what was left out of the figures, in words (nullable): printed, so that nobody takes a
 *   part for the whole
 * @parts: I, II, … of the report
 */
typedef struct
{
  TdPaper paper;
  const char *movement;
  const char *period;
  const char *scope;
  TdDate cut_off;
  const char *filters;
  const TdReportPart *parts;
  guint n_parts;
} TdProgress;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_progress_build (const TdTemplate *template, const TdProgress *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
