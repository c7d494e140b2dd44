/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-cli"

#include "cli/td-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/td-date.h"

/* The status that goes with an error: a wrong call is not wrong data. */
int
td_cli_fail (const GError *error)
{
  g_printerr ("thidua-cli: %s\n", error->message);
  return g_error_matches (error, TD_ERROR, TD_ERROR_USAGE) ? TD_CLI_USAGE : TD_CLI_REFUSED;
}

int
td_cli_usage (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("thidua-cli: %s\n", text);
  return TD_CLI_USAGE;
}

void
td_cli_print_problems (const TdProblems *problems)
{
  for (guint i = 0; i < td_problems_get_count (problems); i++)
    {
      const TdProblem *problem = td_problems_get (problems, i);

      g_printerr ("%s: %s%s\n", problem->where, problem->warning ? _ ("note: ") : "",
                  problem->what);
    }
}

int
td_cli_print (const char *text)
{
  if (fputs (text, stdout) < 0 || fflush (stdout) != 0)
    {
      g_printerr ("thidua-cli: %s\n", g_strerror (errno));
      return TD_CLI_REFUSED;
    }
  return TD_CLI_DONE;
}

TdStore *
td_cli_open (const TdCliOptions *options, TdOpenMode mode, int *status)
{
  g_autoptr (GError) error = NULL;
  TdStore *store = td_store_open (options->rest[0], mode, &error);

  if (store == NULL)
    *status = td_cli_fail (error);
  return store;
}

gboolean
td_cli_get_as_of (const TdCliOptions *options, TdDate *out, int *status)
{
  g_autoptr (GError) error = NULL;

  *out = TD_DATE_NONE;
  if (options->as_of == NULL || td_date_parse (options->as_of, out, &error))
    return TRUE;
  *status = td_cli_usage ("--as-of: %s", error->message);
  return FALSE;
}

static gboolean
get_basis (const TdCliOptions *options, TdBasis *out, int *status)
{
  *out = TD_BASIS_APPRAISED;
  if (options->basis == NULL || strcmp (options->basis, "appraised") == 0)
    return TRUE;
  *out = TD_BASIS_SELF;
  if (strcmp (options->basis, "self") == 0)
    return TRUE;
  *status = td_cli_usage (_ ("--basis is “self” or “appraised”, not “%s”"), options->basis);
  return FALSE;
}

TdDesk *
td_cli_open_desk (const TdCliOptions *options, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = NULL;
  g_autoptr (TdDesk) desk = NULL;
  TdId movement = TD_ID_NONE;
  TdDate as_of;
  TdBasis basis;

  if (!td_cli_get_as_of (options, &as_of, status) || !get_basis (options, &basis, status))
    return NULL;
  store = td_cli_open (options, TD_OPEN_READ, status);
  if (store == NULL)
    return NULL;
  if (options->movement != NULL)
    {
      movement = td_store_resolve_movement (store, options->movement, &error);
      if (movement == TD_ID_NONE)
        {
          *status = td_cli_fail (error);
          return NULL;
        }
    }
  desk = td_desk_new (store, movement, &error);
  if (desk == NULL || !td_desk_set_as_of (desk, as_of, &error)
      || !td_desk_set_basis (desk, basis, &error))
    {
      *status = td_cli_fail (error);
      return NULL;
    }
  return g_steal_pointer (&desk);
}
