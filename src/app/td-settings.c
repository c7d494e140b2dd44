/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "config.h"

#include "app/td-settings.h"

GSettings *
td_app_settings_get (void)
{
  static GSettings *settings = NULL;
  static gsize looked = 0;

  /* g_settings_new() ends the program when the schema is not installed; so look first. */
  if (g_once_init_enter (&looked))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema =
          source != NULL ? g_settings_schema_source_lookup (source, TD_APP_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&looked, 1);
    }
  return settings;
}

char *
td_app_settings_dup_string (const char *key)
{
  GSettings *settings = td_app_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}
