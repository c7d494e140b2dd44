/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language the program speaks: Vietnamese, unless told otherwise, even where the machine has no
 * Vietnamese locale installed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Binds the program's messages and chooses their language. Call once, first thing in main(), before
 * any thread exists. @language is "vi", "en", or "system" to follow the desktop; %NULL asks the
 * environment variable THIDUA_LANGUAGE and else means "vi". Numbers stay in the C form for the
 * libraries' sake: the program formats its own.
 */
void td_i18n_init (const char *language);

G_END_DECLS
