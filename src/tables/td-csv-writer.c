/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-csv-writer.h"

#include <string.h>

#define FLUSH_AT (64 * 1024)

struct _TdCsvWriter
{
  TdOutput *output;
  GString *buffer;
  GError *failure; /* the first one */
  guint fields;    /* of the row */
  gsize row_start; /* in @buffer */
};

TdCsvWriter *
td_csv_writer_new (TdOutput *output, gboolean mark)
{
  TdCsvWriter *self = g_new0 (TdCsvWriter, 1);

  self->output = output;
  self->buffer = g_string_sized_new (FLUSH_AT + 4096);
  if (mark)
    g_string_append (self->buffer, "\xef\xbb\xbf");
  self->row_start = self->buffer->len;
  return self;
}

void
td_csv_writer_free (TdCsvWriter *self)
{
  if (self == NULL)
    return;
  td_output_free (self->output);
  g_string_free (self->buffer, TRUE);
  g_clear_error (&self->failure);
  g_free (self);
}

static void
flush (TdCsvWriter *self)
{
  if (self->failure == NULL)
    td_output_write (self->output, self->buffer->str, self->buffer->len, &self->failure);
  g_string_truncate (self->buffer, 0);
}

/*
 * White space at the edges is kept by readers that respect quotes only. The semicolon and the tab do
 * not separate here, but a header that has them must not make a reader wonder.
 */
static gboolean
needs_quotes (const char *text, gsize length)
{
  return length > 0
         && (strpbrk (text, ",;\"\n\r\t") != NULL || text[0] == ' ' || text[length - 1] == ' ');
}

void
td_csv_writer_add (TdCsvWriter *self, const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  if (self->fields++ > 0)
    g_string_append_c (self->buffer, ',');
  if (length == 0)
    return;
  if (!needs_quotes (text, length))
    {
      g_string_append_len (self->buffer, text, (gssize) length);
      return;
    }
  g_string_append_c (self->buffer, '"');
  for (;;)
    {
      const char *quote = strchr (text, '"');

      if (quote == NULL)
        break;
      g_string_append_len (self->buffer, text, quote - text + 1);
      g_string_append_c (self->buffer, '"');
      text = quote + 1;
    }
  g_string_append (self->buffer, text);
  g_string_append_c (self->buffer, '"');
}

void
td_csv_writer_end_row (TdCsvWriter *self)
{
  if (self->fields == 1 && self->buffer->len == self->row_start)
    g_string_append (self->buffer, "\"\"");
  g_string_append_c (self->buffer, '\n');
  self->fields = 0;
  if (self->buffer->len >= FLUSH_AT)
    flush (self);
  self->row_start = self->buffer->len;
}

gboolean
td_csv_writer_finish (TdCsvWriter *self, GError **error)
{
  g_return_val_if_fail (self->fields == 0, FALSE);

  flush (self);
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  return td_output_commit (self->output, error);
}
