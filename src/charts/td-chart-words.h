/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a chart says by itself. Charts stand in the window, which speaks the user's language, and
 * on official papers, which are Vietnamese whatever the program speaks: so each text is given
 * both ways. A test holds the Vietnamese here and in po/ against each other.
 *
 * Internal to the room.
 */
#pragma once

#include "charts/td-chart-types.h"

G_BEGIN_DECLS

/* @english is marked with N_() where it is written. Borrowed. */
const char *td_chart_say (TdChartWords words, const char *english, const char *vietnamese)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/* "không có số liệu" */
const char *td_chart_say_state (TdChartWords words, TdChartState state);

/* 10^6, 10^9 as words: "triệu"; %NULL for another power. */
const char *td_chart_say_power (TdChartWords words, int power);

G_END_DECLS
