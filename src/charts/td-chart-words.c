/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-charts"

#include "charts/td-chart-words.h"

#include <glib/gi18n-lib.h>

const char *
td_chart_say (TdChartWords words, const char *english, const char *vietnamese)
{
  return words == TD_CHART_WORDS_PAPER ? vietnamese : _ (english);
}

const char *
td_chart_say_state (TdChartWords words, TdChartState state)
{
  switch (state)
    {
    case TD_CHART_STATE_VALUE:
      return td_chart_say (words, N_ ("has data"), "có số liệu");
    case TD_CHART_STATE_NONE_ARISING:
      return td_chart_say (words, N_ ("none arising"), "không phát sinh");
    case TD_CHART_STATE_PENDING:
      return td_chart_say (words, N_ ("awaiting appraisal"), "chờ thẩm định");
    case TD_CHART_STATE_REJECTED:
      return td_chart_say (words, N_ ("not accepted"), "không công nhận");
    case TD_CHART_STATE_NOT_DUE:
      return td_chart_say (words, N_ ("not due yet"), "chưa đến hạn");
    case TD_CHART_STATE_NOT_APPLICABLE:
      return td_chart_say (words, N_ ("not applicable"), "không áp dụng");
    case TD_CHART_STATE_MET:
      return td_chart_say (words, N_ ("goal met"), "đạt mục tiêu");
    case TD_CHART_STATE_ON_TRACK:
      return td_chart_say (words, N_ ("on track"), "đúng tiến độ");
    case TD_CHART_STATE_AT_RISK:
      return td_chart_say (words, N_ ("at risk"), "có nguy cơ chậm");
    case TD_CHART_STATE_BEHIND:
      return td_chart_say (words, N_ ("behind"), "chậm tiến độ");
    case TD_CHART_STATE_OVERDUE:
      return td_chart_say (words, N_ ("overdue"), "quá hạn");
    case TD_CHART_STATE_MISSING:
    default:
      return td_chart_say (words, N_ ("no data"), "không có số liệu");
    }
}

const char *
td_chart_say_power (TdChartWords words, int power)
{
  switch (power)
    {
    case 6:
      return td_chart_say (words, N_ ("million"), "triệu");
    case 9:
      return td_chart_say (words, N_ ("billion"), "tỷ");
    default:
      return NULL;
    }
}
