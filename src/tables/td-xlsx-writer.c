/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/td-date.h"
#include "base/td-decimal.h"
#include "tables/td-cell.h"
#include "tables/td-cell-text.h"
#include "tables/td-limits.h"
#include "tables/td-number-text.h"
#include "tables/td-output.h"
#include "tables/td-refuse.h"
#include "tables/td-xlsx-strings.h"

/* A workbook says when it was made; the same rows are to give the same bytes. 1 January 2000. */
#define CREATED 946684800
/* A spreadsheet keeps 15 digits of a figure. */
#define KEPT_UNITS    G_GINT64_CONSTANT (1000000000000000)
#define MAX_NAME      31
#define N_FIXED       (TD_DECIMAL_DIGITS + 1)
#define MIN_WIDTH     10
#define MAX_WIDTH     60
#define DATE_WIDTH    12
#define WIDTH_BY_NAME 3  /* for the filter's arrow */
#define PORTRAIT      90 /* characters that fit across a sheet of paper held upright */
#define PAPER_A4      9

struct _TdXlsxWriter
{
  TdOutput *output;
  char *name; /* for messages */
  lxw_workbook *book;
  lxw_worksheet *sheet; /* the current one; NULL before the first */
  lxw_row_t row;
  lxw_format **formats; /* by column of the current sheet */
  guint n_columns;
  GHashTable *names; /* of the sheets, without capitals: spreadsheets compare them so */
  lxw_format *header, *header_right, *text, *date, *fixed[N_FIXED];
  GError *failure; /* the first one */
};

static void
keep_failure (TdXlsxWriter *self, lxw_error result)
{
  if (result == LXW_NO_ERROR || self->failure != NULL)
    return;
  td_refuse (&self->failure,
             result == LXW_ERROR_ZIP_FILE_ADD || result == LXW_ERROR_CREATING_TMPFILE
                 ? TD_ERROR_NO_SPACE
                 : TD_ERROR_FAILED,
             self->name, _ ("the workbook could not be written: %s"), lxw_strerror (result));
}

static lxw_format *
add_format (TdXlsxWriter *self, const char *code)
{
  lxw_format *format = workbook_add_format (self->book);

  if (format != NULL)
    format_set_num_format (format, code);
  return format;
}

static lxw_format *
add_header_format (TdXlsxWriter *self, guint8 align)
{
  lxw_format *format = add_format (self, "@");

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, align);
  /* Beside the filter's arrow, not under it. */
  if (align == LXW_ALIGN_RIGHT)
    format_set_indent (format, 2);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bg_color (format, 0xE7EDF3);
  return format;
}

TdXlsxWriter *
td_xlsx_writer_new (const char *path, const char *title, GError **error)
{
  static const char *const fixed[N_FIXED] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000",
                                              "#,##0.0000" };
  g_autoptr (TdXlsxWriter) self = g_new0 (TdXlsxWriter, 1);
  g_autofree char *base = g_path_get_basename (path);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_doc_properties properties = { .created = CREATED };

  self->name = g_filename_display_name (base);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->output = td_output_new_for_path (path, error);
  if (self->output == NULL)
    return NULL;
  self->book = workbook_new_opt (td_output_get_path (self->output), &options);
  if (self->book == NULL)
    {
      keep_failure (self, LXW_ERROR_CREATING_XLSX_FILE);
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return NULL;
    }
  properties.title = (char *) title;
  keep_failure (self, workbook_set_properties (self->book, &properties));
  self->header = add_header_format (self, LXW_ALIGN_LEFT);
  self->header_right = add_header_format (self, LXW_ALIGN_RIGHT);
  self->text = add_format (self, "@");
  self->date = add_format (self, "dd/mm/yyyy");
  for (guint i = 0; i < N_FIXED; i++)
    self->fixed[i] = add_format (self, fixed[i]);
  return g_steal_pointer (&self);
}

void
td_xlsx_writer_free (TdXlsxWriter *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    lxw_workbook_free (self->book);
  td_output_free (self->output);
  g_clear_error (&self->failure);
  g_hash_table_unref (self->names);
  g_free (self->formats);
  g_free (self->name);
  g_free (self);
}

static guint
column_width (const TdXlsxColumn *column)
{
  guint width = (guint) g_utf8_strlen (column->name, -1) + WIDTH_BY_NAME;

  if (column->width > 0)
    return column->width;
  if (column->kind == TD_XLSX_COLUMN_DATE)
    width = MAX (width, DATE_WIDTH);
  return CLAMP (width, MIN_WIDTH, MAX_WIDTH);
}

static lxw_format *
column_format (const TdXlsxWriter *self, const TdXlsxColumn *column)
{
  switch (column->kind)
    {
    case TD_XLSX_COLUMN_NUMBER:
      return column->digits >= 0 && column->digits < N_FIXED ? self->fixed[column->digits] : NULL;
    case TD_XLSX_COLUMN_DATE:
      return self->date;
    case TD_XLSX_COLUMN_TEXT:
    default:
      return self->text;
    }
}

/* The filter reaches to the last row, which is known only now. */
static void
end_sheet (TdXlsxWriter *self)
{
  if (self->sheet != NULL && self->n_columns > 0)
    keep_failure (self, worksheet_autofilter (self->sheet, 0, 0, self->row > 0 ? self->row - 1 : 0,
                                              (lxw_col_t) (self->n_columns - 1)));
}

/* For whoever prints it: all columns on one width of paper, the header on every page. */
static void
set_up_paper (TdXlsxWriter *self, guint width)
{
  worksheet_set_paper (self->sheet, PAPER_A4);
  if (width > PORTRAIT)
    worksheet_set_landscape (self->sheet);
  worksheet_fit_to_pages (self->sheet, 1, 0);
  keep_failure (self, worksheet_repeat_rows (self->sheet, 0, 0));
}

gboolean
td_xlsx_writer_begin_sheet (TdXlsxWriter *self, const char *name, const TdXlsxColumn *columns,
                            guint n_columns, GError **error)
{
  guint width = 0;

  g_return_val_if_fail (n_columns > 0 && n_columns <= TD_LIMIT_COLUMNS, FALSE);

  end_sheet (self);
  self->sheet = NULL;
  if (*name == '\0' || g_utf8_strlen (name, -1) > MAX_NAME
      || workbook_validate_sheet_name (self->book, name) != LXW_NO_ERROR
      || !g_hash_table_add (self->names, g_utf8_casefold (name, -1)))
    return td_refuse (error, TD_ERROR_INVALID, self->name,
                      _ ("“%s” cannot be the name of a sheet: it must be there once only, with at "
                         "most %d characters and none of [ ] : * ? / \\"),
                      name, MAX_NAME);
  self->sheet = workbook_add_worksheet (self->book, name);
  if (self->sheet == NULL)
    {
      keep_failure (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
      g_propagate_error (error, g_error_copy (self->failure));
      return FALSE;
    }
  self->row = 0;
  self->n_columns = n_columns;
  self->formats = g_renew (lxw_format *, self->formats, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean text = columns[i].kind == TD_XLSX_COLUMN_TEXT;

      self->formats[i] = column_format (self, &columns[i]);
      width += column_width (&columns[i]);
      keep_failure (self, worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                                                column_width (&columns[i]), self->formats[i]));
      keep_failure (self, worksheet_write_string (self->sheet, 0, (lxw_col_t) i, columns[i].name,
                                                  text ? self->header : self->header_right));
    }
  set_up_paper (self, width);
  worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
  return TRUE;
}

void
td_xlsx_writer_set_text (TdXlsxWriter *self, guint column, const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (self->sheet != NULL && column < self->n_columns);

  if (text == NULL || *text == '\0' || self->failure != NULL)
    return;
  if (!td_cell_text_fits (text, strlen (text)))
    {
      g_autofree char *place =
          td_cell_location (self->name, self->sheet->name, self->row + 1, column + 1);

      td_cell_text_refuse (&self->failure, place);
      return;
    }
  escaped = td_xlsx_escape (text);
  keep_failure (self, worksheet_write_string (self->sheet, self->row, (lxw_col_t) column,
                                              escaped != NULL ? escaped : text, self->text));
}

/* Whether the figure has more digits than a spreadsheet keeps. */
static gboolean
is_long (TdDecimal value)
{
  while (value != 0 && value % 10 == 0)
    value /= 10;
  return value >= KEPT_UNITS || value <= -KEPT_UNITS;
}

void
td_xlsx_writer_set_number (TdXlsxWriter *self, guint column, TdDecimal value)
{
  g_return_if_fail (self->sheet != NULL && column < self->n_columns);

  if (value == TD_DECIMAL_NONE || self->failure != NULL)
    return;
  if (is_long (value))
    {
      g_autofree char *text = td_decimal_format (value, TD_STYLE_PLAIN);

      td_xlsx_writer_set_text (self, column, text);
      return;
    }
  /* The division is rounded once, to the double nearest to the figure. */
  keep_failure (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column,
                                              (double) value / (double) TD_DECIMAL_SCALE,
                                              self->formats[column]));
}

void
td_xlsx_writer_set_date (TdXlsxWriter *self, guint column, TdDate date)
{
  guint serial = td_number_text_serial (date);

  g_return_if_fail (self->sheet != NULL && column < self->n_columns);

  if (date == TD_DATE_NONE || self->failure != NULL)
    return;
  if (serial == 0)
    {
      g_autofree char *text = td_date_format (date, TD_STYLE_PLAIN);

      td_xlsx_writer_set_text (self, column, text);
      return;
    }
  keep_failure (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, serial,
                                              self->date));
}

void
td_xlsx_writer_end_row (TdXlsxWriter *self)
{
  g_return_if_fail (self->sheet != NULL);

  if (self->failure != NULL)
    return;
  self->row++;
  if (self->row > TD_LIMIT_ROWS)
    td_refuse (&self->failure, TD_ERROR_INVALID, self->name,
               _ ("the table has more rows than a sheet can have (%d); export it as CSV"),
               TD_LIMIT_ROWS);
}

gboolean
td_xlsx_writer_finish (TdXlsxWriter *self, GError **error)
{
  g_return_val_if_fail (self->book != NULL, FALSE);

  end_sheet (self);
  self->sheet = NULL;
  if (self->failure == NULL)
    keep_failure (self, workbook_close (g_steal_pointer (&self->book)));
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  return td_output_commit (self->output, error);
}
