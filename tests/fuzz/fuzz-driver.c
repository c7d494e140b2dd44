/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands in for libFuzzer where it is not built in: runs a target over stored samples, as a plain test
 * in TAP. Arguments are files and folders.
 */
#include <stdio.h>

#include "fuzz-grid.h"

static gboolean
run (const char *path, guint *count)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize length;
  gboolean good = TRUE;

  if (dir != NULL)
    {
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);

          good = run (inner, count) && good;
        }
      g_dir_close (dir);
      return good;
    }
  if (!g_file_get_contents (path, &content, &length, NULL))
    {
      printf ("# cannot read %s\n", path);
      return FALSE;
    }
  printf ("# %s\n", path);
  fflush (stdout);
  LLVMFuzzerTestOneInput ((const guint8 *) content, length);
  (*count)++;
  return TRUE;
}

int
main (int argc, char *argv[])
{
  gboolean failed = FALSE;

  printf ("1..%d\n", argc - 1);
  for (int i = 1; i < argc; i++)
    {
      guint count = 0;
      gboolean good = run (argv[i], &count) && count > 0;

      /* A folder without samples would make a test that cannot fail. */
      printf ("%s %d %s, %u samples\n", good ? "ok" : "not ok", i, argv[i], count);
      failed = failed || !good;
    }
  return failed;
}
