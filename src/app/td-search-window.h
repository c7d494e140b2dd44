/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Search everywhere (Ctrl+K): units, people, targets, nominations and pages by what one types, without
 * marks, every word anywhere; Enter goes there.
 */
#pragma once

#include "app/td-window.h"

G_BEGIN_DECLS

void td_search_window_show (TdWindow *window);

G_END_DECLS
