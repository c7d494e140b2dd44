/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A presentation for leaders: one question a page, few enough marks on each to be read from five
 * metres. Which pages, in which order, is the office's setting `present-pages`.
 */
#pragma once

#include "figures/td-figures.h"

G_BEGIN_DECLS

/**
 * TdSlide:
 * @TD_SLIDE_INDEX: how far are we: the index, targets met, coverage
 * @TD_SLIDE_TARGETS: targets against goal and pace
 * @TD_SLIDE_RANKING: who leads
 * @TD_SLIDE_MOVERS: who rose and who fell since the period before
 * @TD_SLIDE_HEAT: where is what missing: units and targets
 * @TD_SLIDE_NOMINATIONS: how far the nominations have come
 */
typedef enum
{
  TD_SLIDE_INDEX,
  TD_SLIDE_TARGETS,
  TD_SLIDE_RANKING,
  TD_SLIDE_MOVERS,
  TD_SLIDE_HEAT,
  TD_SLIDE_NOMINATIONS,
} TdSlide;

#define TD_N_SLIDES (TD_SLIDE_NOMINATIONS + 1)

/* The office's settings: names with `;` between, seconds a page stays. */
#define TD_SLIDES_KEY         "present-pages"
#define TD_SLIDES_SECONDS_KEY "present-seconds"
/* Without a setting. */
#define TD_SLIDES_SECONDS 20

/* "index", "targets"… */
const char *td_slide_name (TdSlide slide);
/* The question it answers, English source; translate before showing. */
const char *td_slide_question (TdSlide slide);

/* The setting as an array of TdSlide; unknown names are left out; none at all gives every page. */
GArray *td_slides_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *td_slides_format (const GArray *slides) G_GNUC_WARN_UNUSED_RESULT;
/* How long a page stays, from 3 to 3600. */
guint td_slides_parse_seconds (const char *text);

/**
 * TdScreen:
 * @slide: which question
 * @part: from 0: a question about many units or targets takes several screens
 * @n_parts: how many
 */
typedef struct
{
  TdSlide slide;
  guint part;
  guint n_parts;
} TdScreen;

/* The screens of @slides for what @desk shows now, an array of TdScreen. (transfer full) */
GArray *td_screens_new (TdDesk *desk, const GArray *slides) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The chart of a screen; %NULL without an error for those that have none (%TD_SLIDE_INDEX,
 * %TD_SLIDE_MOVERS).
 */
TdChart *
td_screen_chart (const TdScreen *self, TdDesk *desk, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/*
 * The units that rose (or fell) most since td_desk_get_previous_day(), at most @most, as "▲ 5 Xã Vĩnh
 * Thực: 8 → 3". Of char. (transfer full)
 */
GPtrArray *td_slide_movers (TdDesk *desk, gboolean rose, guint most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
