/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as files: CSV, a workbook, a folder of CSV files. */
#define G_LOG_DOMAIN "thidua-tables"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/td-date.h"
#include "tables/td-csv-writer.h"
#include "tables/td-export.h"
#include "tables/td-xlsx-writer.h"

static gboolean
write_csv (const TdExport *table, TdOutput *output, GError **error)
{
  g_autoptr (TdCsvWriter) writer = td_csv_writer_new (output, FALSE);

  for (guint column = 0; column < table->columns->len; column++)
    td_csv_writer_add (writer, g_ptr_array_index (table->columns, column));
  td_csv_writer_end_row (writer);
  for (guint row = 0; row < td_export_get_n_rows (table); row++)
    {
      for (guint column = 0; column < table->columns->len; column++)
        td_csv_writer_add (writer, td_export_get_cell (table, row, column));
      td_csv_writer_end_row (writer);
    }
  return td_csv_writer_finish (writer, error);
}

gboolean
td_export_write_to_fd (const TdExport *table, int fd, GError **error)
{
  return write_csv (table, td_output_new_for_fd (fd), error);
}

static gboolean
write_csv_file (const TdExport *table, const char *path, GError **error)
{
  TdOutput *output = td_output_new_for_path (path, error);

  return output != NULL && write_csv (table, output, error);
}

/* --- workbooks ------------------------------------------------------------------------------------ */

static void
write_cell (TdXlsxWriter *writer, guint column, TdColumnType type, const char *text)
{
  TdDecimal number;
  TdDate date;

  if (*text == '\0')
    return;
  if (type == TD_COLUMN_NUMBER && td_decimal_parse (text, TD_STYLE_PLAIN, &number, NULL))
    td_xlsx_writer_set_number (writer, column, number);
  else if (type == TD_COLUMN_DATE && td_date_parse (text, &date, NULL))
    td_xlsx_writer_set_date (writer, column, date);
  else
    td_xlsx_writer_set_text (writer, column, text);
}

static gboolean
write_sheet (TdXlsxWriter *writer, const TdExport *table, GError **error)
{
  static const TdXlsxColumnKind kinds[] = {
    [TD_COLUMN_TEXT] = TD_XLSX_COLUMN_TEXT,
    [TD_COLUMN_NUMBER] = TD_XLSX_COLUMN_NUMBER,
    [TD_COLUMN_DATE] = TD_XLSX_COLUMN_DATE,
  };
  g_autofree TdXlsxColumn *columns = g_new0 (TdXlsxColumn, table->columns->len);

  for (guint i = 0; i < table->columns->len; i++)
    {
      columns[i].name = g_ptr_array_index (table->columns, i);
      columns[i].kind = kinds[g_array_index (table->types, TdColumnType, i)];
      columns[i].digits = TD_XLSX_DIGITS_ANY;
    }
  if (!td_xlsx_writer_begin_sheet (writer, table->name, columns, table->columns->len, error))
    return FALSE;
  for (guint row = 0; row < td_export_get_n_rows (table); row++)
    {
      for (guint column = 0; column < table->columns->len; column++)
        write_cell (writer, column, g_array_index (table->types, TdColumnType, column),
                    td_export_get_cell (table, row, column));
      td_xlsx_writer_end_row (writer);
    }
  return TRUE;
}

static gboolean
write_workbook (GPtrArray *tables, const char *path, GError **error)
{
  g_autoptr (TdXlsxWriter) writer = td_xlsx_writer_new (path, NULL, error);

  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!write_sheet (writer, g_ptr_array_index (tables, i), error))
      return FALSE;
  return td_xlsx_writer_finish (writer, error);
}

static gboolean
write_folder (GPtrArray *tables, const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0755) != 0)
    {
      g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("cannot make the folder “%s”: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < tables->len; i++)
    {
      const TdExport *table = g_ptr_array_index (tables, i);
      g_autofree char *name = g_strconcat (table->name, ".csv", NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!write_csv_file (table, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), ending_length = strlen (ending);

  return length > ending_length && g_ascii_strcasecmp (path + length - ending_length, ending) == 0;
}

gboolean
td_export_write (GPtrArray *tables, const char *path, GError **error)
{
  if (has_ending (path, ".xlsx"))
    return write_workbook (tables, path, error);
  if (has_ending (path, ".csv") && tables->len == 1)
    return write_csv_file (g_ptr_array_index (tables, 0), path, error);
  if (has_ending (path, ".csv"))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_USAGE,
                           _ ("a CSV file holds one table; name a folder, or a workbook (.xlsx)"));
      return FALSE;
    }
  if (has_ending (path, ".ods") || has_ending (path, ".xls"))
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_USAGE,
                           _ ("tables are written as .csv or .xlsx"));
      return FALSE;
    }
  return write_folder (tables, path, error);
}
