/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One A4 page for leaders: what changed since the last briefing, in sentences with bound facts, and up
 * to three charts.
 */
#pragma once

#include "documents/td-data-table.h"
#include "documents/td-paper.h"

G_BEGIN_DECLS

/**
 * TdBriefing:
 * @paper: the paper itself; it has neither recipients nor grounds
 * @movement: the movement's name without quotation marks
 * @as_of: the day it describes
 * @since: the day of the last briefing, or %TD_DATE_NONE for the first
 * @sentences: what changed, the most important first
 * @figures: the charts
 */
typedef struct
{
  TdPaper paper;
  const char *movement;
  TdDate as_of;
  TdDate since;
  const TdWords *sentences;
  guint n_sentences;
  const TdDataFigure *figures;
  guint n_figures;
} TdBriefing;

/* (transfer full). Fails with %TD_ERROR_INVALID when there is no issuing body. */
TdDocument *td_briefing_build (const TdTemplate *template, const TdBriefing *data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
