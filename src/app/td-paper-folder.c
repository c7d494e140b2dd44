/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-app"

#include "app/td-paper-folder.h"

#include "app/td-settings.h"

#define KEY "paper-folders"

char *
td_paper_folder_key (TdDesk *desk, const TdPaperSubject *subject)
{
  TdStore *store = td_desk_get_store (desk);
  TdId movement = td_desk_get_movement_id (desk), round = subject->round;
  const char *code = "";

  if (round == TD_ID_NONE && subject->nomination != TD_ID_NONE)
    {
      g_autoptr (TdRecord) record =
          td_store_get (store, TD_TABLE_NOMINATIONS, subject->nomination, movement);

      round = record != NULL ? td_record_get_ref (record, TD_NOMINATION_ROUND) : TD_ID_NONE;
    }
  if (round != TD_ID_NONE)
    td_store_name (store, round, NULL, &code, NULL);
  else if (subject->period != TD_ID_NONE)
    td_store_name (store, subject->period, NULL, &code, NULL);
  return g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s", td_store_get_path (store), movement,
                          code);
}

char *
td_paper_folder_get (const char *key)
{
  char *folder = td_app_settings_dup_entry (KEY, key);

  if (folder != NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_clear_pointer (&folder, g_free);
  return folder;
}

void
td_paper_folder_remember (const char *key, const char *folder)
{
  td_app_settings_set_entry (KEY, key, folder);
}

char *
td_paper_folder_free_stem (const char *folder, const char *name)
{
  static const char *const endings[] = { ".pdf", ".docx" };

  for (guint n = 1;; n++)
    {
      g_autofree char *numbered = n == 1 ? g_strdup (name) : g_strdup_printf ("%s-%u", name, n);
      g_autofree char *stem = g_build_filename (folder, numbered, NULL);
      gboolean taken = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          g_autofree char *path = g_strconcat (stem, endings[i], NULL);

          taken |= g_file_test (path, G_FILE_TEST_EXISTS);
        }
      if (!taken)
        return g_steal_pointer (&stem);
    }
}
