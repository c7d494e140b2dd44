/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A unit's page and a target's page: its story in figures and charts, every cell, what was changed
 * last; printed on one A4 page. Shown by going to the places "unit" and "target".
 */
#pragma once

#include "app/td-page.h"

G_BEGIN_DECLS

#define TD_TYPE_STORY_PAGE (td_story_page_get_type ())
G_DECLARE_FINAL_TYPE (TdStoryPage, td_story_page, TD, STORY_PAGE, TdPage)

G_END_DECLS
