/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CSV files, and what is pasted: a block that is written out reads back as itself. */
#include <string.h>

#include "fuzz-grid.h"
#include "tables/td-text-block.h"

static void
check_block (const guint8 *data, gsize size)
{
  g_autoptr (TdTextBlock) block = td_text_block_parse ((const char *) data, (gssize) size, NULL);
  g_autoptr (TdTextBlock) again = NULL;
  g_autofree char *text = NULL;

  if (block == NULL)
    return;
  text = td_text_block_format (block);
  again = td_text_block_parse (text, -1, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (td_text_block_get_rows (again), ==, td_text_block_get_rows (block));
  g_assert_cmpuint (td_text_block_get_columns (again), ==, td_text_block_get_columns (block));
  for (guint row = 0; row < td_text_block_get_rows (block); row++)
    for (guint column = 0; column < td_text_block_get_columns (block); column++)
      g_assert_cmpstr (td_text_block_get (again, row, column), ==,
                       td_text_block_get (block, row, column));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  fuzz_read_grid (data, size, "fuzz.csv");
  check_block (data, size);
  return 0;
}
