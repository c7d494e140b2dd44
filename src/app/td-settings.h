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

/*
 * Settings that are a list of names with a text each, as the folder of each round: %NULL where there is
 * none (transfer full) (nullable); a blank text takes the name off the list.
 */
char *td_app_settings_dup_entry (const char *key, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void td_app_settings_set_entry (const char *key, const char *name, const char *text);
/* The names, in the order they were first set. (transfer full) */
GStrv td_app_settings_list_entries (const char *key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
