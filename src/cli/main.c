/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/td-i18n.h"
#include "base/td-text.h"
#include "cli/td-cli.h"

/* Which options a command takes. */
enum
{
  AS_OF = 1 << 0,
  BASIS = 1 << 1,
  MOVEMENT = 1 << 2,
  OUTPUT = 1 << 3,
  PERIOD = 1 << 4,
  TEMPLATE = 1 << 5,
  DRY_RUN = 1 << 6,
  JSON = 1 << 7,
  ROUND = 1 << 8,
  UNIT = 1 << 9,
  VERIFY = 1 << 10,
  FINAL = 1 << 11,
  LOOK = 1 << 12,
  TABLE = 1 << 13,
  MAP = 1 << 14,
  LIST = 1 << 15,
  KEEP = 1 << 16,
  OVERWRITE = 1 << 17,
};

static const struct
{
  const char *name;
  int (*run) (const TdCliOptions *options);
  const char *arguments;
  guint min, max; /* arguments */
  guint options;
  const char *summary;
} commands[] = {
  { "templates", td_cli_templates, "", 0, 0, 0, N_ ("List the built-in templates") },
  { "new", td_cli_new, N_ ("FILE"), 1, 1, TEMPLATE, N_ ("Make a new data file") },
  { "import", td_cli_import, N_ ("FILE TABLE-FILE…"), 2, G_MAXUINT,
    DRY_RUN | MOVEMENT | TABLE | MAP,
    N_ ("Bring rows in from CSV files or workbooks, all or nothing") },
  { "export", td_cli_export, N_ ("FILE TABLE"), 2, 2, AS_OF | BASIS | MOVEMENT | OUTPUT,
    N_ ("Write a table, or “all”, as CSV or as a workbook") },
  { "explain", td_cli_explain, N_ ("FILE UNIT [TARGET]"), 2, 3, AS_OF | BASIS | MOVEMENT | JSON,
    N_ ("Show every step from entries to points, total and rank") },
  { "chart", td_cli_chart, N_ ("FILE [CHART [ARGUMENTS]]"), 1, G_MAXUINT,
    AS_OF | BASIS | MOVEMENT | OUTPUT | LOOK, N_ ("Draw a chart, or list the charts there are") },
  { "print", td_cli_print_paper, N_ ("FILE [DOCUMENT [ID]]"), 0, 4,
    AS_OF | BASIS | MOVEMENT | OUTPUT | PERIOD | ROUND | UNIT | VERIFY | FINAL,
    N_ ("Print a paper as PDF or DOCX, or list the papers there are") },
  { "forms", td_cli_forms, N_ ("FILE"), 1, 1, MOVEMENT | OUTPUT | PERIOD,
    N_ ("Write one workbook per unit, to be filled in and sent back") },
  { "collect", td_cli_collect, N_ ("FILE WORKBOOK…"), 2, G_MAXUINT, DRY_RUN | OUTPUT,
    N_ ("Take filled workbooks back in, all or nothing") },
  { "check", td_cli_check, N_ ("FILE"), 1, 1, 0, N_ ("Check the file and the rules of its data") },
  { "history", td_cli_history, N_ ("FILE"), 1, 1, 0, N_ ("Show who changed what, and when") },
  { "undo", td_cli_undo, N_ ("FILE [NUMBER]"), 1, 2, LIST | KEEP | OVERWRITE,
    N_ ("Take the last change back, or the one with this number") },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("thidua-cli COMMAND …: the work of Thi Đua without a display"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *call =
          g_strdup_printf ("%s %s", commands[i].name,
                           *commands[i].arguments != '\0' ? _ (commands[i].arguments) : "");
      glong width = g_utf8_strlen (call, -1);

      g_print ("  %s%*s%s\n", call, (int) MAX (34 - width, 1), "", _ (commands[i].summary));
    }
  g_print ("\n%s\n", _ ("“thidua-cli COMMAND --help” shows a command's options."));
}

static int
run_command (guint index, int argc, char **argv)
{
  TdCliOptions options = { 0 };
  const GOptionEntry all[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &options.as_of, N_ ("the figures as of this day"),
      N_ ("DATE") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis, N_ ("self score or appraised score"),
      "self|appraised" },
    { "movement", 0, 0, G_OPTION_ARG_STRING, &options.movement, N_ ("which movement, by its code"),
      N_ ("CODE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("where to write"), N_ ("OUT") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period, N_ ("which period, by its code"),
      N_ ("CODE") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template_name,
      N_ ("what the file begins with"), N_ ("NAME") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
      N_ ("go the whole way, but write nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("as data"), NULL },
    { "round", 0, 0, G_OPTION_ARG_STRING, &options.round, N_ ("which round, by its code"),
      N_ ("CODE") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_ ("which unit, by its code"),
      N_ ("CODE") },
    { "verify", 0, 0, G_OPTION_ARG_FILENAME, &options.verify,
      N_ ("measure this PDF against the decree and the data"), N_ ("PDF") },
    { "final", 0, 0, G_OPTION_ARG_NONE, &options.final,
      N_ ("a final paper with its code, not a draft"), NULL },
    { "look", 0, 0, G_OPTION_ARG_STRING, &options.look,
      N_ ("in the colours of paper or of a window"), "print|light|dark|contrast|contrast-dark" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &options.table,
      N_ ("which table the files are, whatever they are called"), N_ ("TABLE") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.map,
      N_ ("the column with this heading is this field; may be given several times"),
      N_ ("HEADING=FIELD") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &options.list,
      N_ ("only list the changes with their numbers, the newest first"), NULL },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &options.keep,
      N_ ("keep what was changed or used since, take back the rest"), NULL },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &options.overwrite,
      N_ ("take back all, also what was changed since"), NULL },
  };
  GOptionEntry entries[G_N_ELEMENTS (all) + 2] = { 0 };
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (commands[index].options & (1u << i))
      entries[n++] = all[i];
  entries[n] = (GOptionEntry){ G_OPTION_REMAINING, 0,    0,   G_OPTION_ARG_FILENAME_ARRAY,
                               &options.rest,      NULL, NULL };

  context = g_option_context_new (*commands[index].arguments != '\0' ? _ (commands[index].arguments)
                                                                     : NULL);
  g_option_context_set_summary (context, _ (commands[index].summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = td_cli_usage ("%s", error->message);
  else
    {
      options.n_rest = options.rest != NULL ? g_strv_length (options.rest) : 0;
      if (options.n_rest < commands[index].min || options.n_rest > commands[index].max)
        status =
            td_cli_usage (_ ("usage: thidua-cli %s %s"), commands[index].name,
                          *commands[index].arguments != '\0' ? _ (commands[index].arguments) : "");
      else
        status = commands[index].run (&options);
    }
  g_free (options.as_of);
  g_free (options.basis);
  g_free (options.movement);
  g_free (options.output);
  g_free (options.period);
  g_free (options.template_name);
  g_free (options.round);
  g_free (options.unit);
  g_free (options.verify);
  g_free (options.look);
  g_free (options.table);
  g_strfreev (options.map);
  g_strfreev (options.rest);
  return status;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  td_i18n_init (NULL);
  if (!td_text_check_order (NULL, &error))
    return td_cli_fail (error);
  g_set_prgname ("thidua-cli");
  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return argc < 2 ? TD_CLI_USAGE : TD_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("thidua-cli %s\n", TD_VERSION);
      return TD_CLI_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, argv[1]) == 0)
      return run_command (i, argc - 1, argv + 1);
  return td_cli_usage (_ ("there is no command “%s”; “thidua-cli --help” lists them"), argv[1]);
}
