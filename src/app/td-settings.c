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

static GVariant *
get_entries (const char *key)
{
  GSettings *settings = td_app_settings_get ();

  if (settings != NULL)
    return g_settings_get_value (settings, key);
  return g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("{ss}"), NULL, 0));
}

char *
td_app_settings_dup_entry (const char *key, const char *name)
{
  g_autoptr (GVariant) entries = get_entries (key);
  char *text = NULL;

  return g_variant_lookup (entries, name, "s", &text) ? text : NULL;
}

void
td_app_settings_set_entry (const char *key, const char *name, const char *text)
{
  g_autoptr (GVariant) entries = get_entries (key);
  GSettings *settings = td_app_settings_get ();
  gboolean there = FALSE;
  GVariantBuilder builder;
  GVariantIter iter;
  const char *one, *its;

  if (settings == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "{&s&s}", &one, &its))
    {
      gboolean same = g_str_equal (one, name);

      there |= same;
      if (!same || *text != '\0')
        g_variant_builder_add (&builder, "{ss}", one, same ? text : its);
    }
  if (!there && *text != '\0')
    g_variant_builder_add (&builder, "{ss}", name, text);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

GStrv
td_app_settings_list_entries (const char *key)
{
  g_autoptr (GVariant) entries = get_entries (key);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GVariantIter iter;
  const char *one;

  g_variant_iter_init (&iter, entries);
  while (g_variant_iter_next (&iter, "{&s&s}", &one, NULL))
    g_strv_builder_add (names, one);
  return g_strv_builder_end (names);
}
