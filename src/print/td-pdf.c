/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-print"

#include "print/td-pdf.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/td-date.h"
#include "print/td-pages-private.h"
#include "print/td-pdf-papers.h"

/* The date of a file whose papers have none: the day the decree came into force. */
#define NO_DATE "2020-03-05"

/* --- the end of the file ---------------------------------------------------------------------- */

/*
 * Cairo 1.16 has no call for the catalog's /Lang. It writes the catalog as the last object before a
 * plain cross-reference table, so the file is cut there and given a new ending: the catalog with the
 * entry, the same table, the same trailer. Offsets of all other objects stay what they are, and the
 * result is an ordinary PDF, not one with an update appended. Files of another shape (a later Cairo
 * may write cross-reference streams) are left as they are; the layout checker says so.
 */
#define CATALOG_ENTRIES "   /Lang (vi)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
/* Readers need not take longer strings (ISO 32000-1, annex C). */
#define LONGEST_STRING 32000

/* The number after @key in @text, or -1. */
static gint64
number_after (const char *text, gsize length, const char *key)
{
  const char *at = g_strstr_len (text, (gssize) length, key);
  guint64 value = 0;

  if (at == NULL)
    return -1;
  for (at += strlen (key); at < text + length && g_ascii_isspace (*at); at++)
    ;
  if (at >= text + length || !g_ascii_isdigit (*at))
    return -1;
  for (; at < text + length && g_ascii_isdigit (*at); at++)
    {
      value = value * 10 + (guint64) (*at - '0');
      if (value > G_MAXINT64 / 16)
        return -1;
    }
  return (gint64) value;
}

/* Where the table begins, from the last bytes of the file; -1 when it does not say. */
static gint64
find_table (const char *end, gsize length)
{
  const char *at = g_strrstr_len (end, (gssize) length, "startxref");

  return at != NULL ? number_after (at, length - (gsize) (at - end), "startxref") : -1;
}

/* Where the catalog begins, from the table on to the end of the file; -1 for another shape. */
static gint64
find_catalog (const char *table, gsize length)
{
  const char *trailer = g_strrstr_len (table, (gssize) length, "trailer");
  gint64 root, first, count;
  const char *at = table;
  const char *entry;

  if (trailer == NULL || length < 8 || strncmp (table, "xref\n", 5) != 0)
    return -1;
  root = number_after (trailer, length - (gsize) (trailer - table), "/Root");
  first = number_after (at, length, "xref\n");
  at = memchr (table + 5, ' ', length - 5);
  count = at != NULL ? number_after (at, length - (gsize) (at - table), " ") : -1;
  at = memchr (table + 5, '\n', length - 5);
  /* One section, entries of 20 bytes each: what Cairo writes. */
  if (first != 0 || root <= 0 || root >= count || at == NULL
      || (gsize) (trailer - at) < (gsize) count * 20)
    return -1;
  entry = at + 1 + root * 20;
  return number_after (entry, 20, "");
}

/*
 * The new ending, to be put where the catalog began; %NULL when the file has another shape. @tail is
 * the file from the catalog on, @offset where that is, @table where in @tail the table begins, @entries
 * what else the catalog gets.
 */
static GString *
make_ending (const char *tail, gsize length, gint64 offset, gsize table, const char *entries)
{
  const char *close = g_strrstr_len (tail, (gssize) table, ">>");
  const char *trailer = g_strrstr_len (tail, (gssize) length, "startxref");
  GString *ending;

  if (close == NULL || trailer == NULL
      || g_strstr_len (tail, (gssize) table, "/Type /Catalog") == NULL
      || g_strstr_len (tail, (gssize) table, "/Lang") != NULL)
    return NULL;
  ending = g_string_new_len (tail, close - tail);
  g_string_append (ending, CATALOG_ENTRIES);
  g_string_append (ending, entries);
  g_string_append_len (ending, close, (gssize) table - (close - tail));
  offset += (gint64) ending->len;
  g_string_append_len (ending, tail + table, trailer - tail - (gssize) table);
  g_string_append_printf (ending, "startxref\n%" G_GINT64_FORMAT "\n%%%%EOF\n", offset);
  return ending;
}

/* --- where it goes ---------------------------------------------------------------------------- */

typedef struct
{
  GByteArray *bytes; /* in memory, or */
  int file;          /* a descriptor */
  int failed;        /* errno */
} Sink;

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  Sink *self = data;

  if (self->bytes != NULL)
    {
      g_byte_array_append (self->bytes, bytes, length);
      return CAIRO_STATUS_SUCCESS;
    }
  while (length > 0)
    {
      gssize written = write (self->file, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          self->failed = errno;
          return CAIRO_STATUS_WRITE_ERROR;
        }
      bytes += written;
      length -= (unsigned int) written;
    }
  return CAIRO_STATUS_SUCCESS;
}

/* The file from @offset to its end, with a zero after it; %NULL when it cannot be read. */
static char *
read_tail (const Sink *self, gint64 offset, gint64 size)
{
  char *tail = g_malloc ((gsize) (size - offset) + 1);
  gsize length = (gsize) (size - offset), have = 0;

  tail[length] = '\0';
  if (self->bytes != NULL)
    memcpy (tail, self->bytes->data + offset, length);
  while (self->bytes == NULL && have < length)
    {
      gssize got = pread (self->file, tail + have, length - have, (off_t) (offset + (gint64) have));

      if (got <= 0 && !(got < 0 && errno == EINTR))
        {
          g_free (tail);
          return NULL;
        }
      have += (gsize) MAX (got, 0);
    }
  return tail;
}

static gboolean
replace_tail (Sink *self, gint64 offset, const GString *ending)
{
  if (self->bytes != NULL)
    g_byte_array_set_size (self->bytes, (guint) offset);
  else if (ftruncate (self->file, (off_t) offset) != 0 || lseek (self->file, 0, SEEK_END) < 0)
    {
      self->failed = errno;
      return FALSE;
    }
  return write_cb (self, (const unsigned char *) ending->str, (unsigned int) ending->len)
         == CAIRO_STATUS_SUCCESS;
}

/* Puts the language, and @entries, into the file's catalog. FALSE only when writing failed. */
static gboolean
add_language (Sink *self, const char *entries)
{
  gint64 size =
      self->bytes != NULL ? (gint64) self->bytes->len : (gint64) lseek (self->file, 0, SEEK_END);
  gint64 table, catalog;
  g_autofree char *end = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *tail = NULL;
  g_autoptr (GString) ending = NULL;

  if (size < 64 || (end = read_tail (self, size - 64, size)) == NULL)
    return TRUE;
  table = find_table (end, 64);
  if (table <= 0 || table >= size || (rest = read_tail (self, table, size)) == NULL)
    return TRUE;
  catalog = find_catalog (rest, (gsize) (size - table));
  if (catalog <= 0 || catalog >= table || (tail = read_tail (self, catalog, size)) == NULL)
    return TRUE;
  ending =
      make_ending (tail, (gsize) (size - catalog), catalog, (gsize) (table - catalog), entries);
  return ending == NULL || replace_tail (self, catalog, ending);
}

/*
 * The papers the pages were made of, so that the file can be measured by itself: in the catalog's
 * page-piece dictionary (ISO 32000-1, 14.5), which is where a program keeps what is its own. Nothing is
 * in it that is not on the pages, but for what each paragraph is. (transfer full)
 */
static char *
make_entries (TdPages *pages, const char *stamp)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) papers = NULL;
  g_autofree guchar *packed = NULL;
  GString *text = g_string_new (NULL);
  uLongf length;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (TD_PDF_PAPERS_TYPE));
  for (guint i = 0; i < pages->parts->len; i++)
    {
      const TdDocument *document = td_pages_get_part_document (pages, i);
      guint first = td_pages_get_part_page (pages, i);
      guint end = i + 1 < pages->parts->len ? td_pages_get_part_page (pages, i + 1)
                                            : td_pages_get_n_pages (pages);

      if (document != NULL)
        g_variant_builder_add (&builder, "(uub@" TD_DOCUMENT_ARCHIVE_TYPE ")", first, end - first,
                               pages->running || pages->parts->len > 1,
                               td_document_to_variant (document));
    }
  papers = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (papers);

      g_variant_unref (papers);
      papers = swapped;
    }
  length = compressBound (g_variant_get_size (papers));
  packed = g_malloc (length);
  if (compress2 (packed, &length, g_variant_get_data (papers), g_variant_get_size (papers), 6)
      != Z_OK)
    return g_string_free (text, FALSE);
  g_string_append_printf (text,
                          "   /PieceInfo << /ThiDua << /LastModified (%s) /Private << /Size "
                          "%" G_GSIZE_FORMAT " /Papers [",
                          stamp, g_variant_get_size (papers));
  for (uLongf i = 0; i < length; i++)
    {
      if (i % LONGEST_STRING == 0)
        g_string_append (text, i == 0 ? " <" : ">\n<");
      else if (i % 40 == 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%02X", packed[i]);
    }
  g_string_append (text, "> ] >> >> >>\n");
  return g_string_free (text, FALSE);
}

/* --- the file --------------------------------------------------------------------------------- */

/* The day of the file, “2024-12-05”: asked for, or the first paper's. (transfer full) */
static char *
dup_day (TdPages *pages, const TdPdfOptions *options)
{
  const TdDocument *first = pages->parts->len > 0 ? td_pages_get_part_document (pages, 0) : NULL;
  TdDate date = options->created != TD_DATE_NONE ? options->created
                : first != NULL                  ? first->date
                                                 : TD_DATE_NONE;

  return date != TD_DATE_NONE ? td_date_format (date, TD_STYLE_PLAIN) : g_strdup (NO_DATE);
}

static void
set_metadata (cairo_surface_t *surface, TdPages *pages, const TdPdfOptions *options)
{
  const TdDocument *first = pages->parts->len > 0 ? td_pages_get_part_document (pages, 0) : NULL;
  const char *title = options->title != NULL ? options->title : first != NULL ? first->title : NULL;
  const char *author = options->author != NULL ? options->author
                       : first != NULL         ? first->author
                                               : NULL;
  g_autofree char *day = dup_day (pages, options);
  g_autofree char *stamp = g_strconcat (day, "T00:00:00+07:00", NULL);

  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Thi Đua");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static void
add_outline (cairo_surface_t *surface, TdPages *pages)
{
  g_autoptr (GArray) entries = td_pages_list_outline (pages);
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < entries->len; i++)
    {
      const TdOutlineEntry *entry = &g_array_index (entries, TdOutlineEntry, i);
      guint level = MIN (entry->level, G_N_ELEMENTS (parents) - 2);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;
      int id;

      g_ascii_formatd (y, sizeof y, "%.2f", TD_MM (entry->y));
      place = g_strdup_printf ("page=%u pos=[0 %s]", entry->page + 1, y);
      id = cairo_pdf_surface_add_outline (surface, parents[level], entry->title, place,
                                          level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      /* A level may be left out: what hangs below it then hangs here. */
      for (guint below = level + 1; below < G_N_ELEMENTS (parents); below++)
        parents[below] = id;
    }
}

static gboolean
draw_pages (cairo_surface_t *surface, TdPages *pages, const TdPdfOptions *options, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  g_autoptr (TdTagger) tagger = td_tagger_new (cr);
  guint total = td_pages_get_n_pages (pages);
  gboolean bundle = pages->parts->len > 1, opened = FALSE;
  guint part = G_MAXUINT;
  gboolean ok = TRUE;

  for (guint page = 0; page < total && ok; page++)
    {
      const TdBoundPage *bound = td_pages_get_bound (pages, page);

      if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
        {
          ok = FALSE;
          break;
        }
      /* First of all: what was drawn before the size is set is forgotten, elements too. */
      cairo_pdf_surface_set_size (surface, bound->width, bound->height);
      if (!opened)
        td_tagger_open (tagger, "Document");
      opened = TRUE;
      if (bundle && bound->part != part)
        {
          if (part != G_MAXUINT)
            {
              td_tagger_end_blocks (tagger);
              td_tagger_close (tagger, "Part");
            }
          part = bound->part;
          td_tagger_open (tagger, "Part");
        }
      td_pages_paint (pages, page, cr, TD_DRAW_PLAIN, tagger);
      cairo_show_page (cr);
      if (options->progress != NULL)
        options->progress (page + 1, total, options->progress_data);
      ok = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
    }
  td_tagger_end_blocks (tagger);
  if (bundle && part != G_MAXUINT)
    td_tagger_close (tagger, "Part");
  if (opened)
    td_tagger_close (tagger, "Document");
  if (ok)
    add_outline (surface, pages);
  cairo_destroy (cr);
  return ok;
}

static void
set_write_error (GError **error, const Sink *sink, const char *path, cairo_status_t status)
{
  if (sink->failed == ENOSPC)
    g_set_error (error, TD_ERROR, TD_ERROR_NO_SPACE, _ ("“%s” cannot be written: the disk is full"),
                 path);
  else
    g_set_error (error, TD_ERROR, TD_ERROR_FAILED, _ ("“%s” cannot be written: %s"), path,
                 sink->failed != 0 ? g_strerror (sink->failed) : cairo_status_to_string (status));
}

static gboolean
write_sink (Sink *sink, TdPages *pages, const TdPdfOptions *options, const char *path,
            GError **error)
{
  static const TdPdfOptions none = { NULL };
  g_autoptr (GError) reason = NULL;
  g_autofree char *day = NULL, *entries = NULL, *stamp = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_pdf_surface_create_for_stream (write_cb, sink, TD_MM (210), TD_MM (297));
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_surface_set_fallback_resolution (surface, 300, 300);
  if (options == NULL)
    options = &none;
  set_metadata (surface, pages, options);
  draw_pages (surface, pages, options, &reason);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  day = dup_day (pages, options);
  stamp = g_strdup_printf ("D:%.4s%.2s%.2s000000+07'00'", day, day + 5, day + 8);
  entries = make_entries (pages, stamp);
  if (status != CAIRO_STATUS_SUCCESS || sink->failed != 0 || !add_language (sink, entries))
    {
      set_write_error (error, sink, path, status);
      return FALSE;
    }
  return TRUE;
}

GBytes *
td_pdf_to_bytes (TdPages *pages, const TdPdfOptions *options, GError **error)
{
  Sink sink = { g_byte_array_new (), -1, 0 };

  if (write_sink (&sink, pages, options, "PDF", error))
    return g_byte_array_free_to_bytes (sink.bytes);
  g_byte_array_unref (sink.bytes);
  return NULL;
}

gboolean
td_pdf_write (TdPages *pages, const char *path, const TdPdfOptions *options, GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".XXXXXX", NULL);
  Sink sink = { NULL, g_mkstemp_full (draft, O_RDWR, 0666), 0 };
  gboolean ok;

  if (sink.file < 0)
    {
      sink.failed = errno;
      set_write_error (error, &sink, path, CAIRO_STATUS_SUCCESS);
      return FALSE;
    }
  ok = write_sink (&sink, pages, options, path, error);
  if (ok && (fsync (sink.file) != 0 || close (sink.file) != 0 || g_rename (draft, path) != 0))
    {
      sink.failed = errno;
      set_write_error (error, &sink, path, CAIRO_STATUS_SUCCESS);
      g_unlink (draft);
      return FALSE;
    }
  if (!ok)
    {
      close (sink.file);
      g_unlink (draft);
    }
  return ok;
}

GBytes *
td_pdf_calibration_to_bytes (const TdStock *stock, GError **error)
{
  Sink sink = { g_byte_array_new (), -1, 0 };
  g_autoptr (TdTypesetter) typesetter = td_typesetter_new (td_looks_decree ()->family);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      write_cb, &sink, TD_MM (stock->a3 ? 420 : 297), TD_MM (stock->a3 ? 297 : 210));
  cairo_t *cr;
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, stock->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  NO_DATE "T00:00:00+07:00");
  cr = cairo_create (surface);
  td_stock_draw_calibration (stock, typesetter, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && add_language (&sink, ""))
    return g_byte_array_free_to_bytes (sink.bytes);
  set_write_error (error, &sink, stock->title, status);
  g_byte_array_unref (sink.bytes);
  return NULL;
}
