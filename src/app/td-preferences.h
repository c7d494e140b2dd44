/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Preferences: what is the person's own (name, language, looks) goes into GSettings, what is the
 * office's (its name, place, signers) into the data file through the one door.
 */
#pragma once

#include "app/td-window.h"

G_BEGIN_DECLS

void td_preferences_show (TdWindow *window);

/* Puts one setting of the office, inside a write. */
gboolean td_office_put (TdTxn *txn, const char *key, const char *value, GError **error);

/* Light or dark, as the person chose; once at start and after every change. */
void td_preferences_apply_color_scheme (void);

G_END_DECLS
