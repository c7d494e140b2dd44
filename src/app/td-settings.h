/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The person's own settings (GSettings): the operator's name, the language, the looks. What changes
 * results or belongs to the office is in the data file. Works, with defaults, where the schema is not
 * installed.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer none) (nullable): %NULL where the schema is not installed. Main thread. */
GSettings *td_app_settings_get (void);

/* "" where there is none. (transfer full) */
char *td_app_settings_dup_string (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
