/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-archive.h"

#include <glib/gi18n-lib.h>
#include <minizip/unzip.h>
#include <string.h>
#include <zlib.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"

#define SCAN_PIECE (128 * 1024)
/* Longest name of a part that any program writes is well below this. */
#define MAX_NAME       1024
#define MAX_EXTRA      1024
#define FLAG_ENCRYPTED 0x1u
#define METHOD_STORED  0
#define METHOD_DEFLATE 8

/* The 64-bit sizes of a part (PKWARE's application note, 4.5.3), and what stands in their place. */
#define EXTRA_WIDE 0x0001u
#define SEE_WIDE   0xffffffffu

typedef struct
{
  unz64_file_pos position;
  guint64 size;
  guint32 checksum;
  gboolean wide; /* minizip does not know its true sizes */
  gboolean bomb; /* packed too well to be true */
} Part;

struct _TdArchive
{
  TdSource *source; /* borrowed */
  unzFile zip;
  GHashTable *parts; /* name in small letters → Part */
  guint64 position;  /* minizip's place in the source */
  GError *failure;   /* of the source, to be handed on */
  const Part *open;
  guint64 done;
  uLong checksum;           /* of what was read, when minizip does not compare it */
  guint64 gap_from, gap_to; /* left out of the part; equal when nothing is */
  const Part *kept;         /* scanned last and kept unpacked, in @content */
  char *content;
};

/* --- the source as minizip sees it ------------------------------------------------------------ */

static voidpf ZCALLBACK
open_cb (voidpf opaque, const void *name, int mode)
{
  TdArchive *self = opaque;

  self->position = 0;
  return self;
}

static uLong ZCALLBACK
read_cb (voidpf opaque, voidpf stream, void *buffer, uLong size)
{
  TdArchive *self = opaque;
  gssize got = td_source_read (self->source, self->position, buffer, size,
                               self->failure == NULL ? &self->failure : NULL);

  if (got < 0)
    return 0;
  self->position += (guint64) got;
  if (self->open != NULL && self->open->wide && (uLong) got < size)
    {
      /*
       * Not knowing where the part ends, minizip fetches on beyond the end of the file. The packed
       * data know their own end, and the size and the check sum are compared here.
       */
      memset ((char *) buffer + got, 0, size - (uLong) got);
      return size;
    }
  return (uLong) got;
}

static uLong ZCALLBACK
write_cb (voidpf opaque, voidpf stream, const void *buffer, uLong size)
{
  return 0;
}

static ZPOS64_T ZCALLBACK
tell_cb (voidpf opaque, voidpf stream)
{
  return ((TdArchive *) opaque)->position;
}

static long ZCALLBACK
seek_cb (voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
  TdArchive *self = opaque;
  gint64 size = (gint64) td_source_get_size (self->source);
  gint64 base = 0;

  if (origin == ZLIB_FILEFUNC_SEEK_CUR)
    base = (gint64) self->position;
  else if (origin == ZLIB_FILEFUNC_SEEK_END)
    base = size;
  /* Steps back come as very large numbers. */
  if ((gint64) offset > size - base || (gint64) offset < -base)
    return -1;
  self->position = (guint64) (base + (gint64) offset);
  return 0;
}

static int ZCALLBACK
close_cb (voidpf opaque, voidpf stream)
{
  return 0;
}

static int ZCALLBACK
error_cb (voidpf opaque, voidpf stream)
{
  return ((TdArchive *) opaque)->failure != NULL;
}

/* --- the directory ---------------------------------------------------------------------------- */

/* Hands on the source's own error when there was one, else calls the file damaged. Returns FALSE. */
static gboolean
fail (TdArchive *self, GError **error)
{
  if (self->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->failure));
      return FALSE;
    }
  return td_refuse_damaged (error, td_archive_get_name (self));
}

/* No program that makes workbooks writes such names; one that wants to do harm does. */
static gboolean
name_is_odd (const char *name, gsize length)
{
  if (length == 0 || length != strlen (name) || *name == '/' || !g_utf8_validate (name, -1, NULL)
      || strchr (name, '\\') != NULL || strchr (name, ':') != NULL)
    return TRUE;
  for (const char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at)
        || (at[0] == '.' && at[1] == '.' && (at == name || at[-1] == '/')
            && (at[2] == '/' || at[2] == '\0')))
      return TRUE;
  return FALSE;
}

static guint64
read_number (const guint8 *bytes, guint length)
{
  guint64 value = 0;

  while (length-- > 0)
    value = value << 8 | bytes[length];
  return value;
}

/*
 * Java's streaming writer gives all sizes in 64 bits, however small they are; minizip 1.1 looks for
 * them only where long has 32 bits. FALSE when they are announced and not there.
 */
static gboolean
read_wide_sizes (unz_file_info64 *info, const guint8 *extra, gsize length)
{
  for (gsize at = 0; at + 4 <= length;)
    {
      gsize id = (gsize) read_number (extra + at, 2);
      gsize size = (gsize) read_number (extra + at + 2, 2);

      at += 4;
      if (size > length - at)
        return FALSE;
      if (id == EXTRA_WIDE)
        {
          gsize end = at + size;

          if (info->uncompressed_size == SEE_WIDE)
            {
              if (at + 8 > end)
                return FALSE;
              info->uncompressed_size = read_number (extra + at, 8);
              at += 8;
            }
          if (info->compressed_size == SEE_WIDE)
            {
              if (at + 8 > end)
                return FALSE;
              info->compressed_size = read_number (extra + at, 8);
            }
          return TRUE;
        }
      at += size;
    }
  return FALSE;
}

static gboolean
add_part (TdArchive *self, guint64 *total, GError **error)
{
  const char *place = td_archive_get_name (self);
  char name[MAX_NAME + 1] = "";
  guint8 extra[MAX_EXTRA];
  unz_file_info64 info;
  gboolean wide;
  char *key;
  Part *part;

  if (unzGetCurrentFileInfo64 (self->zip, &info, name, MAX_NAME, extra, sizeof extra, NULL, 0)
      != UNZ_OK)
    return fail (self, error);
  wide = info.uncompressed_size == SEE_WIDE || info.compressed_size == SEE_WIDE;
  if (wide && !read_wide_sizes (&info, extra, MIN (info.size_file_extra, sizeof extra)))
    return fail (self, error);
  if (info.size_filename >= MAX_NAME || name_is_odd (name, info.size_filename))
    return td_refuse (error, TD_ERROR_INVALID, place,
                      _ ("the file has parts with names no workbook has; it was not made by a "
                         "spreadsheet program and was not read"));
  if ((info.flag & FLAG_ENCRYPTED) != 0)
    return td_refuse (error, TD_ERROR_INVALID, place,
                      _ ("this file is locked with a password; open it, take the password off, and "
                         "save it again"));
  if (info.compression_method != METHOD_STORED && info.compression_method != METHOD_DEFLATE)
    return td_refuse (
        error, TD_ERROR_INVALID, place,
        _ ("the file is packed in a way no spreadsheet program uses; open it in Excel "
           "or LibreOffice and save it anew"));
  *total += MIN (info.uncompressed_size, TD_LIMIT_UNPACKED + 1);
  if (*total > TD_LIMIT_UNPACKED)
    return td_refuse_too_large (error, place);
  if (info.compressed_size > td_source_get_size (self->source))
    return fail (self, error);
  part = g_new0 (Part, 1);
  part->size = info.uncompressed_size;
  part->checksum = (guint32) info.crc;
  part->wide = wide;
  /* Refused when it is opened: a blank picture packs as well, and is never looked at. */
  part->bomb = info.uncompressed_size > TD_LIMIT_RATIO_FLOOR
               && info.uncompressed_size / MAX (info.compressed_size, 1) > TD_LIMIT_RATIO;
  key = g_ascii_strdown (name, -1);
  if (unzGetFilePos64 (self->zip, &part->position) != UNZ_OK)
    {
      g_free (part);
      g_free (key);
      return fail (self, error);
    }
  if (!g_hash_table_insert (self->parts, key, part))
    return td_refuse (error, TD_ERROR_INVALID, place,
                      _ ("the file has two parts of the same name, so that programs would read it "
                         "differently; open it in Excel or LibreOffice and save it anew"));
  return TRUE;
}

TdArchive *
td_archive_new (TdSource *source, GError **error)
{
  g_autoptr (TdArchive) self = g_new0 (TdArchive, 1);
  zlib_filefunc64_def functions = {
    .zopen64_file = open_cb,
    .zread_file = read_cb,
    .zwrite_file = write_cb,
    .ztell64_file = tell_cb,
    .zseek64_file = seek_cb,
    .zclose_file = close_cb,
    .zerror_file = error_cb,
    .opaque = self,
  };
  unz_global_info64 global;
  guint64 total = 0;
  int result;

  self->source = source;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->zip = unzOpen2_64 (td_source_get_name (source), &functions);
  if (self->zip == NULL || unzGetGlobalInfo64 (self->zip, &global) != UNZ_OK)
    {
      fail (self, error);
      return NULL;
    }
  if (global.number_entry > TD_LIMIT_PARTS)
    {
      td_refuse_too_large (error, td_archive_get_name (self));
      return NULL;
    }
  for (result = unzGoToFirstFile (self->zip); result == UNZ_OK;
       result = unzGoToNextFile (self->zip))
    if (!add_part (self, &total, error))
      return NULL;
  if (result != UNZ_END_OF_LIST_OF_FILE || g_hash_table_size (self->parts) != global.number_entry)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
td_archive_free (TdArchive *self)
{
  if (self == NULL)
    return;
  if (self->zip != NULL)
    {
      td_archive_close_part (self);
      unzClose (self->zip);
    }
  g_hash_table_unref (self->parts);
  g_clear_error (&self->failure);
  g_free (self->content);
  g_free (self);
}

const char *
td_archive_get_name (const TdArchive *self)
{
  return td_source_get_name (self->source);
}

static const Part *
find_part (const TdArchive *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->parts, key);
}

gboolean
td_archive_contains (const TdArchive *self, const char *part)
{
  return find_part (self, part) != NULL;
}

gboolean
td_archive_contains_ending (const TdArchive *self, const char *ending)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_suffix (key, ending))
      return TRUE;
  return FALSE;
}

guint64
td_archive_get_size (const TdArchive *self, const char *part)
{
  const Part *found = find_part (self, part);

  return found != NULL ? found->size : 0;
}

/* --- one part --------------------------------------------------------------------------------- */

static gboolean
open_found (TdArchive *self, const Part *found, GError **error)
{
  unz64_file_pos position;

  if (found == NULL)
    return fail (self, error);
  if (found->bomb)
    return td_refuse_too_large (error, td_archive_get_name (self));
  if (found != self->kept)
    {
      position = found->position;
      if (unzGoToFilePos64 (self->zip, &position) != UNZ_OK
          || unzOpenCurrentFile (self->zip) != UNZ_OK)
        return fail (self, error);
    }
  self->open = found;
  self->done = 0;
  self->checksum = crc32 (0, NULL, 0);
  return TRUE;
}

gboolean
td_archive_open_part (TdArchive *self, const char *part, GError **error)
{
  g_return_val_if_fail (self->open == NULL, FALSE);

  if (open_found (self, find_part (self, part), error))
    return TRUE;
  self->gap_to = self->gap_from;
  return FALSE;
}

void
td_archive_leave_out (TdArchive *self, guint64 from, guint64 to)
{
  g_return_if_fail (self->open == NULL && from <= to);

  self->gap_from = from;
  self->gap_to = to;
}

static gssize
read_part (TdArchive *self, gpointer buffer, gsize length, GError **error)
{
  int got;

  if (self->open == self->kept)
    {
      length = (gsize) MIN ((guint64) length, self->kept->size - self->done);
      memcpy (buffer, self->content + self->done, length);
      self->done += length;
      return (gssize) length;
    }
  /* One byte beyond the stated end would be a lie found out. */
  length = (gsize) MIN ((guint64) length, self->open->size - self->done + 1);
  got = unzReadCurrentFile (self->zip, buffer, (unsigned int) MIN (length, G_MAXINT));
  if (got > 0 && (guint64) got <= self->open->size - self->done)
    {
      self->done += (guint64) got;
      if (self->open->wide)
        self->checksum = crc32 (self->checksum, buffer, (uInt) got);
      return got;
    }
  if (got == 0 && self->done == self->open->size
      && (!self->open->wide || self->checksum == self->open->checksum))
    {
      self->open = NULL;
      /* Closing compares the check sum. */
      if (unzCloseCurrentFile (self->zip) == UNZ_OK)
        return 0;
    }
  fail (self, error);
  return -1;
}

gssize
td_archive_read (TdArchive *self, gpointer buffer, gsize length, GError **error)
{
  g_return_val_if_fail (self->open != NULL, -1);

  if (self->gap_from == self->gap_to)
    return read_part (self, buffer, length, error);
  if (self->done < self->gap_from)
    return read_part (self, buffer, (gsize) MIN ((guint64) length, self->gap_from - self->done),
                      error);
  if (self->open == self->kept)
    self->done = MIN (self->gap_to, self->kept->size);
  while (self->done < self->gap_to)
    {
      gssize got = read_part (self, buffer,
                              (gsize) MIN ((guint64) length, self->gap_to - self->done), error);

      if (got <= 0)
        return got;
    }
  self->gap_to = self->gap_from;
  return read_part (self, buffer, length, error);
}

double
td_archive_get_progress (const TdArchive *self)
{
  if (self->open == NULL || self->open->size == 0)
    return 1.0;
  return (double) self->done / (double) self->open->size;
}

void
td_archive_close_part (TdArchive *self)
{
  if (self->open != NULL && self->open != self->kept)
    unzCloseCurrentFile (self->zip);
  self->open = NULL;
  self->gap_to = self->gap_from;
}

void
td_archive_forget (TdArchive *self)
{
  g_return_if_fail (self->open == NULL);

  self->kept = NULL;
  g_clear_pointer (&self->content, g_free);
}

/* Reads the part that @name stands for into memory, all of it, with a NUL behind. */
static char *
unpack (TdArchive *self, const char *name, GCancellable *cancellable, GError **error)
{
  gsize size = (gsize) td_archive_get_size (self, name);
  g_autofree char *content = NULL;
  gsize done = 0;
  gssize got;

  if (!td_archive_open_part (self, name, error))
    return NULL;
  content = g_malloc (size + 1);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        got = -1;
      else
        got = td_archive_read (self, content + done, MIN (size + 1 - done, SCAN_PIECE), error);
      done += (gsize) MAX (got, 0);
    }
  while (got > 0);
  td_archive_close_part (self);
  if (got < 0)
    return NULL;
  content[done] = '\0';
  return g_steal_pointer (&content);
}

char *
td_archive_load (TdArchive *self, const char *part, gsize *length, GError **error)
{
  guint64 size = td_archive_get_size (self, part);

  if (size > TD_LIMIT_SMALL_PART)
    {
      td_refuse_too_large (error, td_archive_get_name (self));
      return NULL;
    }
  *length = (gsize) size;
  return unpack (self, part, NULL, error);
}

/* In pieces, for a part that is not kept. */
static gboolean
scan_pieces (TdArchive *self, const char *part, TdArchiveScan scan, gpointer data,
             GCancellable *cancellable, GError **error)
{
  g_autofree char *piece = g_malloc (SCAN_PIECE);
  guint64 offset = 0;
  gsize kept = 0;
  gssize got;

  if (!td_archive_open_part (self, part, error))
    return FALSE;
  do
    {
      gssize used;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          got = -1;
          break;
        }
      got = td_archive_read (self, piece + kept, SCAN_PIECE - kept, error);
      if (got < 0)
        break;
      kept += (gsize) got;
      used = scan (piece, kept, offset, data, error);
      if (used < 0)
        {
          got = -1;
          break;
        }
      /* A thing longer than half a piece is none that anyone looks for. */
      if (kept - (gsize) used > SCAN_PIECE / 2)
        used = (gssize) (kept - SCAN_PIECE / 2);
      kept -= (gsize) used;
      offset += (guint64) used;
      memmove (piece, piece + used, kept);
    }
  while (got > 0);
  td_archive_close_part (self);
  return got == 0;
}

gboolean
td_archive_scan (TdArchive *self, const char *part, guint64 keep, TdArchiveScan scan, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  guint64 size = td_archive_get_size (self, part);

  td_archive_forget (self);
  if (size > keep)
    return scan_pieces (self, part, scan, data, cancellable, error);
  self->content = unpack (self, part, cancellable, error);
  if (self->content == NULL || scan (self->content, (gsize) size, 0, data, error) < 0)
    return FALSE;
  self->kept = find_part (self, part);
  return TRUE;
}
