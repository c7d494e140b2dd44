/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pdf-papers.h"

#include <glib/gi18n-lib.h>
#include <zlib.h>

#include "print/td-pdf-object.h"

/* More than the papers of any dossier say; what asks for more is damaged. */
#define MAX_SIZE (512u * 1024 * 1024)

static void
clear_paper (gpointer data)
{
  td_document_unref (((TdPdfPaper *) data)->document);
}

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, TD_ERROR, TD_ERROR_CORRUPT,
                       _ ("what the file carries of its papers is damaged"));
}

/* What the strings of the array say one after the other, inflated. %NULL when it is damaged. */
static GBytes *
unpack (TdPdfFile *file, const TdPdfObject *strings, double size)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autofree guchar *out = NULL;
  uLongf length;

  if (strings->type != TD_PDF_ARRAY || size < 1 || size > MAX_SIZE)
    return NULL;
  for (gsize i = 0; i < strings->length; i++)
    {
      const TdPdfObject *string = td_pdf_file_get_item (file, strings, i);

      if (string->type != TD_PDF_STRING)
        return NULL;
      g_byte_array_append (packed, (const guint8 *) string->bytes, (guint) string->length);
    }
  /* Deflate never packs tighter than a thousand to one: a small file cannot ask for much room. */
  if (size > 1100.0 * packed->len + 64)
    return NULL;
  length = (uLongf) size;
  out = g_malloc (length);
  if (uncompress (out, &length, packed->data, packed->len) != Z_OK || length != (uLongf) size)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&out), length);
}

static gboolean
take_papers (GVariant *all, GArray *papers, GError **error)
{
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) value = NULL;
      TdPdfPaper paper = { NULL };

      g_variant_get_child (all, i, "(uub@" TD_DOCUMENT_ARCHIVE_TYPE ")", &paper.first_page,
                           &paper.n_pages, &paper.bound, &value);
      paper.document = td_document_new_from_variant (value, error);
      if (paper.document == NULL)
        return FALSE;
      g_array_append_val (papers, paper);
      /* “All to the end” is nothing that a file says of itself. */
      if (paper.n_pages == 0 || paper.first_page > G_MAXUINT / 2 || paper.n_pages > G_MAXUINT / 2)
        {
          set_damaged (error);
          return FALSE;
        }
    }
  return TRUE;
}

GArray *
td_pdf_papers_read (GBytes *pdf, GError **error)
{
  g_autoptr (TdPdfFile) file = td_pdf_file_new (pdf, error);
  g_autoptr (GArray) papers = g_array_new (FALSE, TRUE, sizeof (TdPdfPaper));
  g_autoptr (GVariant) raw = NULL, all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const TdPdfObject *catalog, *private;

  g_array_set_clear_func (papers, clear_paper);
  if (file == NULL)
    return NULL;
  catalog = td_pdf_file_get_catalog (file);
  private = catalog != NULL ? td_pdf_file_get (file, catalog, "PieceInfo") : NULL;
  if (private != NULL)
  private = td_pdf_file_get (file, td_pdf_file_get (file, private, "ThiDua"), "Private");
  if (private == NULL || private->type != TD_PDF_DICTIONARY)
    {
      g_set_error_literal (error, TD_ERROR, TD_ERROR_INVALID,
                           _ ("the file does not carry the papers it was printed from: name the "
                              "data file and the paper"));
      return NULL;
    }
  bytes = unpack (file, td_pdf_file_get (file, private, "Papers"),
                  td_pdf_file_get (file, private, "Size")->number);
  if (bytes == NULL)
    {
      set_damaged (error);
      return NULL;
    }
  raw = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (TD_PDF_PAPERS_TYPE), bytes, FALSE));
  all = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (raw) : g_variant_ref (raw);
  if (!g_variant_is_normal_form (all))
    {
      set_damaged (error);
      return NULL;
    }
  return take_papers (all, papers, error) ? g_steal_pointer (&papers) : NULL;
}
