/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-grid-file.h"

#include "tables/td-csv-reader.h"
#include "tables/td-ods-book.h"
#include "tables/td-sniff.h"
#include "tables/td-xlsx-book.h"
#include "tables/td-xlsx-sheet.h"

struct _TdGridFile
{
  TdGridFormat format;
  TdSource *source;
  TdArchive *archive; /* NULL for CSV */

  /* The one of @format; the others are NULL. */
  TdCsvReader *csv;
  TdXlsxBook *xlsx;
  TdOdsBook *ods;

  TdMerges *merges; /* of the sheet read last */
};

static TdGridFile *
open_source (TdSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdGridFile) self = g_new0 (TdGridFile, 1);
  gboolean opened = FALSE;

  self->source = source;
  if (source == NULL || !td_sniff (source, &self->format, &self->archive, error))
    return NULL;
  switch (self->format)
    {
    case TD_GRID_CSV:
      self->csv = td_csv_reader_new (source, error);
      opened = self->csv != NULL;
      break;
    case TD_GRID_XLSX:
      self->xlsx = td_xlsx_book_new (self->archive, cancellable, error);
      opened = self->xlsx != NULL;
      break;
    case TD_GRID_ODS:
      self->ods = td_ods_book_new (self->archive, cancellable, error);
      opened = self->ods != NULL;
      break;
    default:
      g_assert_not_reached ();
    }
  return opened ? g_steal_pointer (&self) : NULL;
}

TdGridFile *
td_grid_file_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return open_source (td_source_new_for_path (path, error), cancellable, error);
}

TdGridFile *
td_grid_file_open_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  return open_source (td_source_new_for_bytes (bytes, name, error), cancellable, error);
}

void
td_grid_file_free (TdGridFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->csv, td_csv_reader_free);
  g_clear_pointer (&self->xlsx, td_xlsx_book_free);
  g_clear_pointer (&self->ods, td_ods_book_free);
  g_clear_pointer (&self->archive, td_archive_free);
  g_clear_pointer (&self->source, td_source_free);
  g_clear_pointer (&self->merges, td_merges_free);
  g_free (self);
}

TdGridFormat
td_grid_file_get_format (const TdGridFile *self)
{
  return self->format;
}

const char *
td_grid_file_get_name (const TdGridFile *self)
{
  return td_source_get_name (self->source);
}

char
td_grid_file_get_separator (const TdGridFile *self)
{
  return self->csv != NULL ? td_csv_reader_get_separator (self->csv) : '\0';
}

guint
td_grid_file_get_n_sheets (const TdGridFile *self)
{
  if (self->xlsx != NULL)
    return self->xlsx->sheets->len;
  return self->ods != NULL ? self->ods->sheets->len : 1;
}

const char *
td_grid_file_get_sheet_name (const TdGridFile *self, guint sheet)
{
  g_return_val_if_fail (sheet < td_grid_file_get_n_sheets (self), NULL);

  if (self->xlsx != NULL)
    return ((const TdXlsxSheet *) g_ptr_array_index (self->xlsx->sheets, sheet))->name;
  if (self->ods != NULL)
    return ((const TdOdsSheet *) g_ptr_array_index (self->ods->sheets, sheet))->name;
  return td_csv_reader_get_table (self->csv);
}

gboolean
td_grid_file_is_sheet_hidden (const TdGridFile *self, guint sheet)
{
  g_return_val_if_fail (sheet < td_grid_file_get_n_sheets (self), FALSE);

  if (self->xlsx != NULL)
    return ((const TdXlsxSheet *) g_ptr_array_index (self->xlsx->sheets, sheet))->hidden;
  if (self->ods != NULL)
    return ((const TdOdsSheet *) g_ptr_array_index (self->ods->sheets, sheet))->hidden;
  return FALSE;
}

gboolean
td_grid_file_counts_from_1904 (const TdGridFile *self)
{
  return self->xlsx != NULL && self->xlsx->from_1904;
}

gboolean
td_grid_file_read (TdGridFile *self, guint sheet, TdRowFunc func, gpointer data,
                   TdProgressFunc progress, gpointer progress_data, GCancellable *cancellable,
                   GError **error)
{
  gboolean workbook = self->csv == NULL;
  TdRowBuilder builder;
  gboolean done;

  g_return_val_if_fail (sheet < td_grid_file_get_n_sheets (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  td_row_builder_init (
      &builder, workbook ? td_grid_file_get_name (self) : td_csv_reader_get_table (self->csv),
      workbook ? td_grid_file_get_sheet_name (self, sheet) : NULL, func, data);
  /* The areas stay behind, to be asked about. */
  g_clear_pointer (&self->merges, td_merges_free);
  self->merges = builder.merges;
  if (self->xlsx != NULL)
    done = td_xlsx_sheet_read (self->xlsx, g_ptr_array_index (self->xlsx->sheets, sheet), &builder,
                               progress, progress_data, cancellable, error);
  else if (self->ods != NULL)
    done = td_ods_sheet_read (self->ods, g_ptr_array_index (self->ods->sheets, sheet), &builder,
                              progress, progress_data, cancellable, error);
  else
    done = td_csv_reader_read (self->csv, &builder, progress, progress_data, cancellable, error);
  builder.merges = NULL;
  td_row_builder_clear (&builder);
  return done;
}

const TdMerge *
td_grid_file_find_merge (const TdGridFile *self, guint row, guint column)
{
  return self->merges != NULL ? td_merges_find_anywhere (self->merges, row, column) : NULL;
}

char *
td_grid_file_dup_location (const TdGridFile *self, guint sheet, guint row, guint column)
{
  const char *name = td_grid_file_get_sheet_name (self, sheet);

  if (self->csv == NULL)
    return td_cell_location (td_grid_file_get_name (self), name, row, column);
  return column > 0 ? g_strdup_printf ("%s:%u:%u", name, row, column)
                    : g_strdup_printf ("%s:%u", name, row);
}
