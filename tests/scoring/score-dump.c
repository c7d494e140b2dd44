/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scores movements given as text on standard input, for the comparison with oracle.py. A case is the
 * lines of build.h, then one line `score|DATE|BASIS` for each result wanted, then `end`. For each the
 * tables of build_dump() are printed, then `end`.
 */
#include <stdio.h>
#include <string.h>

#include "build.h"

static void
print_scores (const char *text, const char *request)
{
  g_auto (GStrv) parts = g_strsplit (request, "|", -1);
  g_autoptr (GError) error = NULL;
  TdMovement *movement = build_movement (text, &error);
  g_autoptr (TdScoreData) data = NULL;
  g_autoptr (TdScores) scores = NULL;
  g_autofree char *dump = NULL;

  if (movement != NULL)
    data = td_score_data_new (movement);
  if (data != NULL)
    scores =
        td_scores_new (data, build_date (parts[1]),
                       strcmp (parts[2], "self") == 0 ? TD_BASIS_SELF : TD_BASIS_APPRAISED, &error);
  if (scores != NULL)
    dump = build_dump (scores, &error);
  if (dump != NULL)
    fputs (dump, stdout);
  else
    printf ("error|%s\n", error->message);
  puts ("end");
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func (g_free);
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      line[strcspn (line, "\n")] = '\0';
      if (strcmp (line, "end") == 0)
        {
          for (guint i = 0; i < requests->len; i++)
            print_scores (text->str, g_ptr_array_index (requests, i));
          g_string_truncate (text, 0);
          g_ptr_array_set_size (requests, 0);
        }
      else if (g_str_has_prefix (line, "score|"))
        g_ptr_array_add (requests, g_strdup (line));
      else
        g_string_append_printf (text, "%s\n", line);
    }
  free (line);
  return 0;
}
