/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a large table by the room's own writers; measured against bare-xlsx-writer. */
#include <stdio.h>
#include <stdlib.h>

#include "base/td-date.h"
#include "base/td-decimal.h"
#include "bench-cells.h"
#include "tables/td-csv-writer.h"
#include "tables/td-xlsx-writer.h"

/* The TdDate of serial day 0. */
#define SERIAL_ZERO 693594

static gboolean
write_xlsx (const char *path, guint rows, GError **error)
{
  g_autoptr (TdXlsxWriter) writer = td_xlsx_writer_new (path, NULL, error);
  TdXlsxColumn columns[BENCH_COLUMNS];

  for (guint i = 0; i < BENCH_COLUMNS; i++)
    columns[i] = (TdXlsxColumn){
      .name = "cột",
      .kind = bench_kind (i) == BENCH_TEXT   ? TD_XLSX_COLUMN_TEXT
              : bench_kind (i) == BENCH_DATE ? TD_XLSX_COLUMN_DATE
                                             : TD_XLSX_COLUMN_NUMBER,
      .digits = TD_XLSX_DIGITS_ANY,
    };
  if (writer == NULL || !td_xlsx_writer_begin_sheet (writer, "Bảng", columns, BENCH_COLUMNS, error))
    return FALSE;
  for (guint row = 0; row < rows; row++)
    {
      for (guint column = 0; column < BENCH_COLUMNS; column++)
        {
          char text[64];

          switch (bench_kind (column))
            {
            case BENCH_TEXT:
              bench_text (row, column, text, sizeof text);
              td_xlsx_writer_set_text (writer, column, text);
              break;
            case BENCH_DATE:
              td_xlsx_writer_set_date (writer, column, SERIAL_ZERO + (TdDate) bench_day (row));
              break;
            case BENCH_NUMBER:
            default:
              td_xlsx_writer_set_number (writer, column, bench_units (row, column));
              break;
            }
        }
      td_xlsx_writer_end_row (writer);
    }
  return td_xlsx_writer_finish (writer, error);
}

static gboolean
write_csv (const char *path, guint rows, GError **error)
{
  TdOutput *output = td_output_new_for_path (path, error);
  g_autoptr (TdCsvWriter) writer = NULL;

  if (output == NULL)
    return FALSE;
  writer = td_csv_writer_new (output, FALSE);
  for (guint column = 0; column < BENCH_COLUMNS; column++)
    td_csv_writer_add (writer, "cột");
  td_csv_writer_end_row (writer);
  for (guint row = 0; row < rows; row++)
    {
      for (guint column = 0; column < BENCH_COLUMNS; column++)
        {
          g_autofree char *text = NULL;

          switch (bench_kind (column))
            {
            case BENCH_TEXT:
              text = g_malloc (64);
              bench_text (row, column, text, 64);
              break;
            case BENCH_DATE:
              text = td_date_format (SERIAL_ZERO + (TdDate) bench_day (row), TD_STYLE_PLAIN);
              break;
            case BENCH_NUMBER:
            default:
              text = td_decimal_format (bench_units (row, column), TD_STYLE_PLAIN);
              break;
            }
          td_csv_writer_add (writer, text);
        }
      td_csv_writer_end_row (writer);
    }
  return td_csv_writer_finish (writer, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  gboolean good;
  guint rows;

  if (argc != 3)
    {
      fprintf (stderr, "usage: grid-writer ROWS FILE.xlsx|FILE.csv\n");
      return 1;
    }
  rows = (guint) atoi (argv[1]);
  good = g_str_has_suffix (argv[2], ".csv") ? write_csv (argv[2], rows, &error)
                                            : write_xlsx (argv[2], rows, &error);
  if (!good)
    fprintf (stderr, "%s\n", error->message);
  return !good;
}
