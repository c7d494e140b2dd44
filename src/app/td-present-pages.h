/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages the office's presentation has, in which order, and how long each stays. */
#pragma once

#include "app/td-window.h"

G_BEGIN_DECLS

/* Asks in a window of its own; what is chosen is kept in the data file and can be undone. */
void td_present_pages_show (TdWindow *window);

G_END_DECLS
