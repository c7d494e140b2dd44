/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-file-templates.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tables/td-import.h"

#include "td-movement-resources.h"

#define ROOT "/org/thidua/ThiDua/movements/"

void
td_file_template_free (TdFileTemplate *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self);
}

/* A template's own file; %NULL when there is no such template. */
static GKeyFile *
load_manifest (const char *name)
{
  g_autofree char *path = g_strconcat (ROOT, name, "/template.ini", NULL);
  g_autoptr (GKeyFile) manifest = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_resources_register (td_movement_get_resource ());
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL || !g_key_file_load_from_bytes (manifest, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_steal_pointer (&manifest);
}

static int
compare_templates (gconstpointer a, gconstpointer b)
{
  const TdFileTemplate *x = *(TdFileTemplate *const *) a, *y = *(TdFileTemplate *const *) b;

  return strcmp (x->name, y->name);
}

GPtrArray *
td_file_templates_list (void)
{
  GPtrArray *templates = g_ptr_array_new_with_free_func ((GDestroyNotify) td_file_template_free);
  g_auto (GStrv) children = NULL;

  g_resources_register (td_movement_get_resource ());
  children = g_resources_enumerate_children (ROOT, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (children[i]), "/", '\0');
      g_autoptr (GKeyFile) manifest = load_manifest (name);
      TdFileTemplate *template;

      if (manifest == NULL)
        continue;
      template = g_new0 (TdFileTemplate, 1);
      template->title = g_key_file_get_string (manifest, "Template", "Title", NULL);
      template->name = g_steal_pointer (&name);
      g_ptr_array_add (templates, template);
    }
  g_ptr_array_sort (templates, compare_templates);
  return templates;
}

/* Adds a template's tables to @import, those of the template it builds on first. */
static gboolean
add_tables (TdImport *import, const char *name, GError **error)
{
  g_autoptr (GKeyFile) manifest = load_manifest (name);
  g_autofree char *base = NULL;
  g_auto (GStrv) tables = NULL;

  if (manifest == NULL)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_NOT_FOUND, _ ("there is no template “%s”"), name);
      return FALSE;
    }
  base = g_key_file_get_string (manifest, "Template", "Base", NULL);
  if (base != NULL && !add_tables (import, base, error))
    return FALSE;
  tables = g_key_file_get_string_list (manifest, "Template", "Tables", NULL, NULL);
  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    {
      g_autofree char *file = g_strconcat (tables[i], ".csv", NULL);
      g_autofree char *path = g_strconcat (ROOT, name, "/", file, NULL);
      g_autoptr (GBytes) bytes =
          g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

      if (bytes == NULL || !td_import_add_bytes (import, bytes, file, error))
        return FALSE;
    }
  return TRUE;
}

TdStore *
td_file_template_create (const char *name, const char *path, GError **error)
{
  g_autoptr (TdImport) import = td_import_new ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (GKeyFile) manifest = load_manifest (name);
  g_autoptr (TdStore) store = NULL;
  g_autofree char *label = NULL;
  TdImportOptions options = { NULL, TD_WRITE_COMMIT };

  if (!add_tables (import, name, error))
    return NULL;
  store = td_store_create (path, error);
  if (store == NULL)
    return NULL;
  label = g_strdup_printf (_ ("New file from the template “%s”"), name);
  options.label = label;
  options.illustrative = g_key_file_get_boolean (manifest, "Template", "Illustrative", NULL);
  if (td_import_get_n_rows (import) > 0
      && !td_import_run (import, store, &options, problems, error))
    {
      td_store_close (store);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&store);
}
