/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands about the units' forms: forms, collect. */
#define G_LOG_DOMAIN "thidua-cli"

#include <glib/gi18n.h>

#include "cli/td-cli.h"
#include "tables/td-collect.h"
#include "tables/td-forms.h"

int
td_cli_forms (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdMovement) movement = NULL;
  TdId id;
  int status, period;
  guint n = 0;

  if (options->period == NULL)
    return td_cli_usage (_ ("say which period with --period CODE"));
  if (options->output == NULL)
    return td_cli_usage (_ ("say into which folder with -o FOLDER"));
  store = td_cli_open (options, TD_OPEN_READ, &status);
  if (store == NULL)
    return status;
  id = td_store_resolve_movement (store, options->movement, &error);
  movement = id != TD_ID_NONE ? td_store_load_movement (store, id, &error) : NULL;
  if (movement == NULL)
    return td_cli_fail (error);
  period = td_movement_find_period_code (movement, options->period);
  if (period < 0)
    return td_cli_usage (_ ("the movement has no period with the code “%s”"), options->period);
  if (!td_forms_write (store, movement, (guint) period, options->output, NULL, &n, problems, NULL,
                       &error))
    {
      td_cli_print_problems (problems);
      return td_cli_fail (error);
    }
  g_print (_ ("%u forms written\n"), n);
  return TD_CLI_DONE;
}

/* The answer back, for whoever asks for it with -o: one workbook for each form with something wrong. */
static int
write_answers (TdCollect *collect, const char *folder)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!td_collect_write_answers (collect, folder, &n, &error))
    return td_cli_fail (error);
  g_print (_ ("%u answers written\n"), n);
  return TD_CLI_REFUSED;
}

int
td_cli_collect (const TdCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdCollect) collect = NULL;
  g_autoptr (TdStore) store = NULL;
  gboolean ok;
  int status;

  store = td_cli_open (options, TD_OPEN_WRITE, &status);
  if (store == NULL)
    return status;
  collect = td_collect_new (store);
  for (guint i = 1; i < options->n_rest; i++)
    td_collect_add (collect, options->rest[i], NULL);
  td_collect_compare (collect);
  ok = td_collect_run (collect, options->dry_run ? TD_WRITE_DRY_RUN : TD_WRITE_COMMIT, FALSE,
                       TD_DATE_NONE, NULL, &error);
  td_cli_print_problems (td_collect_get_problems (collect));
  if (!ok && td_problems_get_n_errors (td_collect_get_problems (collect)) == 0)
    return td_cli_fail (error);
  if (!ok)
    return options->output != NULL ? write_answers (collect, options->output) : TD_CLI_REFUSED;
  if (options->dry_run)
    g_print (_ ("%u forms read; %u entries would change, %u are the same; nothing was written\n"),
             td_collect_get_n_pages (collect), td_collect_get_n_writes (collect),
             td_collect_count (collect, TD_VERDICT_SAME));
  else
    g_print (_ ("%u forms read; %u entries changed, %u were the same\n"),
             td_collect_get_n_pages (collect), td_collect_get_n_writes (collect),
             td_collect_count (collect, TD_VERDICT_SAME));
  return TD_CLI_DONE;
}
