/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reference for writing: libxlsxwriter in constant-memory mode, straight. The cells are those of
 * grid-writer.c.
 */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "bench-cells.h"

int
main (int argc, char *argv[])
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *date;
  unsigned int rows;

  if (argc != 3)
    {
      fprintf (stderr, "usage: bare-xlsx-writer ROWS WORKBOOK\n");
      return 1;
    }
  rows = (unsigned int) atoi (argv[1]);
  book = workbook_new_opt (argv[2], &options);
  sheet = workbook_add_worksheet (book, "Bảng");
  date = workbook_add_format (book);
  format_set_num_format (date, "dd/mm/yyyy");
  for (unsigned int row = 0; row < rows; row++)
    for (unsigned int column = 0; column < BENCH_COLUMNS; column++)
      {
        char text[64];

        switch (bench_kind (column))
          {
          case BENCH_TEXT:
            bench_text (row, column, text, sizeof text);
            worksheet_write_string (sheet, row, (lxw_col_t) column, text, NULL);
            break;
          case BENCH_DATE:
            worksheet_write_number (sheet, row, (lxw_col_t) column, bench_day (row), date);
            break;
          case BENCH_NUMBER:
          default:
            worksheet_write_number (sheet, row, (lxw_col_t) column,
                                    (double) bench_units (row, column) / 10000.0, NULL);
            break;
          }
      }
  return workbook_close (book) != LXW_NO_ERROR;
}
