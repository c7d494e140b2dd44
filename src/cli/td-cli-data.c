/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands about the data: templates, new, import, export, check, history, undo. */
#define G_LOG_DOMAIN "thidua-cli"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

#include "cli/td-cli.h"
#include "desk/td-award-book.h"
#include "tables/td-export.h"
#include "tables/td-import.h"
#include "tables/td-old-workbook.h"
#include "tables/td-file-templates.h"

int
td_cli_templates (const TdCliOptions *options)
{
  g_autoptr (GPtrArray) templates = td_file_templates_list ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++)
    {
      const TdFileTemplate *template = g_ptr_array_index (templates, i);

      g_string_append_printf (out, "%s\t%s\n", template->name, template->title);
    }
  return td_cli_print (out->str);
}

int
td_cli_new (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  const char *name = options->template_name != NULL ? options->template_name : "blank";
  g_autoptr (TdStore) store = td_file_template_create (name, options->rest[0], &error);

  return store != NULL ? TD_CLI_DONE : td_cli_fail (error);
}

static void
count_changes (TdStore *store, TdChanges *changes, gpointer data)
{
  *(guint *) data += changes->items->len;
}

/* The sheet that goes best with what was asked for; the others are left out. */
static gboolean
choose_sheet (GPtrArray *maps, const TdTable *table)
{
  TdImportMap *best = NULL;
  int most = 0;

  for (guint i = 0; i < maps->len; i++)
    {
      TdImportMap *map = g_ptr_array_index (maps, i);
      int score;

      if (table != NULL && map->table != table)
        td_import_map_set_table (map, table);
      score = map->header_row > 0 && map->table != NULL ? td_import_map_get_score (map) + 1 : 0;
      if (score > most)
        {
          most = score;
          best = map;
        }
    }
  for (guint i = 0; i < maps->len; i++)
    if (g_ptr_array_index (maps, i) != best)
      td_import_map_set_table (g_ptr_array_index (maps, i), NULL);
  return best != NULL;
}

/* Adds a file that is not by the contract: its columns are guessed, then as --map says. */
static gboolean
add_mapped (TdImport *import, const TdCliOptions *options, const TdTable *table, const char *path,
            GError **error)
{
  g_autoptr (GPtrArray) maps = td_import_map_guess (path, NULL, error);

  if (maps == NULL)
    return FALSE;
  if (!choose_sheet (maps, table))
    {
      g_set_error (error, TD_ERROR, TD_ERROR_INVALID,
                   _ ("%s: no sheet with a table's headings was found; say which with --table and "
                      "--map"),
                   path);
      return FALSE;
    }
  for (guint i = 0; i < maps->len; i++)
    for (char **one = options->map; one != NULL && *one != NULL
                                    && ((TdImportMap *) g_ptr_array_index (maps, i))->table != NULL;
         one++)
      if (!td_import_map_set_named (g_ptr_array_index (maps, i), *one, error))
        return FALSE;
  return td_import_add_mapped (import, path, maps, NULL, error);
}

int
td_cli_import (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdImport) import = td_import_new ();
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdStore) store = NULL;
  TdImportOptions how = { options->movement, options->dry_run ? TD_WRITE_DRY_RUN : TD_WRITE_COMMIT,
                          NULL, FALSE };
  const TdTable *table = options->table != NULL ? td_table_by_name (options->table) : NULL;
  gboolean mapped = options->table != NULL || options->map != NULL, unreadable = FALSE;
  guint n_changes = 0;
  int status;
  gboolean ok;

  if (options->table != NULL && table == NULL)
    return td_cli_usage (_ ("there is no table “%s”"), options->table);
  store = td_cli_open (options, TD_OPEN_WRITE, &status);
  if (store == NULL)
    return status;
  for (guint i = 1; i < options->n_rest; i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autoptr (TdOldWorkbook) old = NULL;
      const char *path = options->rest[i];
      gboolean added;

      if (td_old_workbook_is (path))
        {
          old = td_old_workbook_convert (path, NULL, &failure);
          path = old != NULL ? td_old_workbook_get_path (old) : NULL;
        }
      if (path == NULL)
        added = FALSE;
      else if (mapped)
        added = add_mapped (import, options, table, path, &failure);
      else
        added = td_import_add_file (import, path, NULL, &failure);
      /* One file that cannot be read does not hide what is wrong with the others. */
      if (!added)
        {
          g_printerr ("%s\n", failure->message);
          unreadable = TRUE;
        }
    }
  if (unreadable)
    how.mode = TD_WRITE_DRY_RUN;
  g_signal_connect (store, "changed", G_CALLBACK (count_changes), &n_changes);
  ok = td_import_run (import, store, &how, problems, &error);
  td_cli_print_problems (problems);
  if (!ok && td_problems_get_n_errors (problems) == 0)
    return td_cli_fail (error);
  if (!ok || unreadable)
    return TD_CLI_REFUSED;
  if (options->dry_run)
    g_print (_ ("%u rows read; nothing is wrong with them; nothing was written\n"),
             td_import_get_n_rows (import));
  else
    g_print (_ ("%u rows read, %u records changed\n"), td_import_get_n_rows (import), n_changes);
  return TD_CLI_DONE;
}

static int
export_all (TdStore *store, const TdExportOptions *how, const char *output)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) td_export_free);
  g_autoptr (GError) error = NULL;

  if (output == NULL)
    return td_cli_usage (_ ("“all” needs -o: a workbook (.xlsx) or a folder for CSV files"));
  for (const char *const *name = td_export_get_names (); *name != NULL; name++)
    {
      TdExport *sheet;

      if (how->scores == NULL && td_export_is_computed (*name))
        continue;
      sheet = td_export_table (store, *name, how, &error);
      if (sheet == NULL)
        return td_cli_fail (error);
      g_ptr_array_add (sheets, sheet);
    }
  if (!td_export_write (sheets, output, &error))
    return td_cli_fail (error);
  return TD_CLI_DONE;
}

int
td_cli_export (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdDesk) desk = NULL;
  g_autoptr (TdExport) sheet = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  TdExportOptions how = { TD_ID_NONE };
  const char *table = options->rest[1];
  int status;

  if (strcmp (table, "all") != 0 && td_table_by_name (table) == NULL
      && !td_export_is_computed (table))
    return td_cli_usage (_ ("there is no table “%s”"), table);
  desk = td_cli_open_desk (options, &status);
  if (desk == NULL)
    return status;
  if (!td_cli_get_as_of (options, &how.as_of, &status))
    return status;
  how.movement = td_desk_get_movement_id (desk);
  how.scores = td_desk_get_scores (desk);
  if (strcmp (table, "all") == 0)
    return export_all (td_desk_get_store (desk), &how, options->output);

  sheet = td_export_table (td_desk_get_store (desk), table, &how, &error);
  if (sheet == NULL)
    return td_cli_fail (error);
  if (options->output == NULL)
    return td_export_write_to_fd (sheet, STDOUT_FILENO, &error) ? TD_CLI_DONE : td_cli_fail (error);
  g_ptr_array_add (sheets, sheet);
  return td_export_write (sheets, options->output, &error) ? TD_CLI_DONE : td_cli_fail (error);
}

int
td_cli_check (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdLawLibrary) library = NULL;
  int status;

  store = td_cli_open (options, TD_OPEN_READ, &status);
  if (store == NULL)
    return status;
  if (!td_store_check (store, problems, &error))
    return td_cli_fail (error);
  /* The office's own law packs are settings, whose text the store does not look into. */
  library = td_award_book_load_library (store, problems, &error);
  if (library == NULL)
    return td_cli_fail (error);
  td_cli_print_problems (problems);
  if (td_problems_get_n_errors (problems) > 0)
    return TD_CLI_REFUSED;
  g_print ("%s\n", _ ("the file is sound"));
  return TD_CLI_DONE;
}

int
td_cli_history (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdExport) sheet = NULL;
  TdExportOptions how = { TD_ID_NONE };
  int status;

  store = td_cli_open (options, TD_OPEN_READ, &status);
  if (store == NULL)
    return status;
  sheet = td_export_table (store, "history", &how, &error);
  if (sheet == NULL)
    return td_cli_fail (error);
  return td_export_write_to_fd (sheet, STDOUT_FILENO, &error) ? TD_CLI_DONE : td_cli_fail (error);
}

/* The changes that can be taken back, the newest first. (transfer full) (nullable) */
static GPtrArray *
load_undoable (TdStore *store, GError **error)
{
  GPtrArray *journal = td_store_load_journal (store, TD_ID_NONE, 0, error);

  for (guint i = journal != NULL ? journal->len : 0; i > 0; i--)
    {
      const TdJournalRow *row = g_ptr_array_index (journal, i - 1);

      if (row->kind != TD_JOURNAL_DO || row->undone)
        g_ptr_array_remove_index (journal, i - 1);
    }
  return journal;
}

static int
list_undoable (const GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const TdJournalRow *row = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%u\t%s\t%s\t%s\n", i + 1, row->at, row->who, row->label);
    }
  return td_cli_print (text->str);
}

int
td_cli_undo (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdProblems) conflicts = td_problems_new ();
  g_autoptr (TdStore) store = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const TdJournalRow *change;
  TdConflictPolicy policy = options->keep        ? TD_CONFLICT_KEEP
                            : options->overwrite ? TD_CONFLICT_OVERWRITE
                                                 : TD_CONFLICT_ASK;
  guint64 number = 1;
  int status;

  if (options->n_rest > 1
      && !g_ascii_string_to_unsigned (options->rest[1], 10, 1, G_MAXUINT, &number, NULL))
    return td_cli_usage (_ ("“%s” is not the number of a change; --list shows them"),
                         options->rest[1]);
  if (options->keep && options->overwrite)
    return td_cli_usage ("%s", _ ("--keep and --overwrite contradict each other"));
  store = td_cli_open (options, options->list ? TD_OPEN_READ : TD_OPEN_WRITE, &status);
  if (store == NULL)
    return status;
  changes = load_undoable (store, &error);
  if (changes == NULL)
    return td_cli_fail (error);
  if (options->list)
    return list_undoable (changes);
  if (options->n_rest > 1 && number > changes->len)
    return td_cli_usage (_ ("“%s” is not the number of a change; --list shows them"),
                         options->rest[1]);
  change = changes->len > 0 ? g_ptr_array_index (changes, number - 1) : NULL;
  if (!td_store_undo (store, change != NULL ? change->id : TD_ID_NONE, policy, conflicts, &error))
    {
      td_cli_print_problems (conflicts);
      if (g_error_matches (error, TD_ERROR, TD_ERROR_CONFLICT))
        g_printerr ("%s\n",
                    _ ("--keep leaves these as they are and takes the rest back; --overwrite "
                       "takes back what was changed since, too"));
      return td_cli_fail (error);
    }
  g_print (_ ("taken back: %s\n"), change != NULL ? change->label : "");
  return TD_CLI_DONE;
}
