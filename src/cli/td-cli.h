/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The commands of thidua-cli. Each takes its arguments without the command's own name and returns the
 * exit status: 0 done; 1 the data was refused, nothing written; 2 the command was wrong (TABLES.md).
 */
#pragma once

#include "desk/td-desk.h"

G_BEGIN_DECLS

#define TD_CLI_DONE    0
#define TD_CLI_REFUSED 1
#define TD_CLI_USAGE   2

/**
 * TdCliOptions:
 *
 * The options that several commands share; blank ones are %NULL.
 */
typedef struct
{
  char *as_of;
  char *basis;
  char *movement;
  char *output;
  char *period;
  char *template_name;
  char *round;
  char *unit;
  char *verify;
  char *look;
  char *table;
  char **map; /* HEADING=FIELD, ends with NULL; may be NULL */
  gboolean dry_run;
  gboolean json;
  gboolean final;
  gboolean list;
  gboolean keep;
  gboolean overwrite;
  char **rest; /* what is no option */
  guint n_rest;
} TdCliOptions;

int td_cli_templates (const TdCliOptions *options);
int td_cli_new (const TdCliOptions *options);
int td_cli_import (const TdCliOptions *options);
int td_cli_export (const TdCliOptions *options);
int td_cli_explain (const TdCliOptions *options);
int td_cli_chart (const TdCliOptions *options);
int td_cli_print_paper (const TdCliOptions *options);
int td_cli_forms (const TdCliOptions *options);
int td_cli_collect (const TdCliOptions *options);
int td_cli_check (const TdCliOptions *options);
int td_cli_history (const TdCliOptions *options);
int td_cli_undo (const TdCliOptions *options);

/* Prints an error, one line, and gives the status that goes with it. */
int td_cli_fail (const GError *error);
/* Says what is wrong with the command and gives its status. */
int td_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* Prints problems to standard error, one a line. */
void td_cli_print_problems (const TdProblems *problems);
/* Prints text to standard output; a failure (a full disk, a closed pipe) is an error. */
int td_cli_print (const char *text);

/* Opens FILE, the first argument. %NULL with @status set and the reason printed. */
TdStore *td_cli_open (const TdCliOptions *options, TdOpenMode mode, int *status);
/* A desk on it, with --movement, --as-of and --basis. */
TdDesk *td_cli_open_desk (const TdCliOptions *options, int *status);
/* --as-of as a date, %TD_DATE_NONE without it. FALSE with @status set when it is none. */
gboolean td_cli_get_as_of (const TdCliOptions *options, TdDate *out, int *status);

G_END_DECLS
