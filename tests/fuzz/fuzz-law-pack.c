/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as a law pack: refused with words, or a pack whose every award gives a card. Built for
 * libFuzzer with -Dfuzzing=true; else it runs over its stored samples, whole, cut short and with
 * single bytes changed, as a plain test:
 *
 *   fuzz-law-pack SAMPLE…
 */
#include <stdint.h>

#include "awards/td-law-check.h"
#include "awards/td-law-library.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
try_cards (const TdLawPack *pack)
{
  for (guint i = 0; i < td_law_pack_get_n_awards (pack); i++)
    {
      const TdLawAward *award = td_law_pack_get_award (pack, i);
      TdLawNominee nominee = { .subject = award->subject, .code = "X", .name = "X" };
      TdLawCase bare = { .nomination = "N", .award = award->code, .nominee = &nominee };
      g_autoptr (TdLawCheck) check = td_law_check_new (pack, &bare);

      g_assert_cmpuint (check->rows->len, >=, award->conditions->len);
    }
}

/* The pack that samples may be laid upon, read once for all inputs. */
static TdLawPack *
get_base (void)
{
  static TdLawLibrary *library;

  if (library == NULL)
    {
      g_autoptr (TdProblems) problems = td_problems_new ();

      library = td_law_library_new ();
      g_assert_true (td_law_library_add_builtin (library, problems));
    }
  return (TdLawPack *) td_law_library_find (library, "nd98-2023");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (TdProblems) problems = td_problems_new ();
  g_autofree char *extends = td_law_pack_peek_base ((const char *) data, size);
  g_autoptr (TdLawPack) pack =
      td_law_pack_new ("x", (const char *) data, size,
                       extends != NULL && *extends != '\0' ? get_base () : NULL, problems);

  /* Refused with a reason, or taken without one. */
  g_assert_cmpint (pack != NULL, ==, td_problems_get_n_errors (problems) == 0);
  if (pack != NULL)
    try_cards (pack);
  return 0;
}

#ifndef TD_FUZZING
static void
try_sample (const char *path)
{
  g_autofree char *data = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
  changed = g_memdup2 (data, size + 1);
  /* Steps that are prime to each other, so that every kind of place is met. */
  for (gsize at = 0; at < size; at += 1 + size / 97)
    {
      static const char instead[] = { '\0', '"', '{', ']', '9', '\\', '\xff' };

      LLVMFuzzerTestOneInput ((const uint8_t *) data, at);
      changed[at] = instead[at % G_N_ELEMENTS (instead)];
      LLVMFuzzerTestOneInput ((const uint8_t *) changed, size);
      changed[at] = data[at];
    }
}

int
main (int argc, char **argv)
{
  g_print ("1..%d\n", argc - 1);
  for (int i = 1; i < argc; i++)
    {
      try_sample (argv[i]);
      g_print ("ok %d %s\n", i, argv[i]);
    }
  return 0;
}
#endif
