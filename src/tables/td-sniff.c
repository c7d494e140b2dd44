/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-sniff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-refuse.h"

#define HEAD      4096
#define OLE_PIECE (256 * 1024)

/* Files told by their first bytes, which are refused with one sentence. */
typedef struct
{
  const char *magic;
  gsize length;
  const char *sentence;
} Known;

#define MAGIC(bytes) bytes, sizeof (bytes) - 1

static const Known known[] = {
  { MAGIC ("%PDF"), N_ ("this is a PDF document, not a table; ask for the workbook it was made "
                        "from") },
  { MAGIC ("\x89PNG"), N_ ("this is a picture, not a table; ask for the workbook itself") },
  { MAGIC ("\xff\xd8\xff"), N_ ("this is a picture, not a table; ask for the workbook itself") },
  { MAGIC ("GIF8"), N_ ("this is a picture, not a table; ask for the workbook itself") },
  { MAGIC ("Rar!"), N_ ("this is a packed folder; unpack it and choose the workbooks in it") },
  { MAGIC ("7z\xbc\xaf\x27\x1c"),
    N_ ("this is a packed folder; unpack it and choose the workbooks in it") },
  { MAGIC ("\x1f\x8b"), N_ ("this is a packed folder; unpack it and choose the workbooks in it") },
  { MAGIC ("{\\rtf"), N_ ("this is a text document (RTF), not a table; copy its table into a "
                          "spreadsheet and save that as .xlsx") },
  { MAGIC ("\x09\x00\x04\x00"),
    N_ ("this is an old Excel workbook (.xls), which cannot be read safely; open it in Excel or "
        "LibreOffice and save it as “Excel Workbook (.xlsx)”") },
  { MAGIC ("\x09\x02\x06\x00"),
    N_ ("this is an old Excel workbook (.xls), which cannot be read safely; open it in Excel or "
        "LibreOffice and save it as “Excel Workbook (.xlsx)”") },
  { MAGIC ("\x09\x04\x06\x00"),
    N_ ("this is an old Excel workbook (.xls), which cannot be read safely; open it in Excel or "
        "LibreOffice and save it as “Excel Workbook (.xlsx)”") },
};

/* --- text that is something else -------------------------------------------------------------- */

static gboolean
holds (const char *text, const char *word)
{
  return strstr (text, word) != NULL;
}

/* @head is text, NUL-terminated. Refuses web pages and XML that bear a table's name. */
static gboolean
check_markup (const TdSource *source, const char *head, GError **error)
{
  g_autofree char *small = NULL;
  const char *at = head;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  while (g_ascii_isspace (*at))
    at++;
  small = g_ascii_strdown (at, -1);
  if (g_str_has_prefix (small, "<html") || g_str_has_prefix (small, "<!doctype")
      || g_str_has_prefix (small, "<table") || g_str_has_prefix (small, "<meta")
      || g_str_has_prefix (small, "<head") || g_str_has_prefix (small, "<style")
      || g_str_has_prefix (small, "mime-version:"))
    return td_refuse (
        error, TD_ERROR_INVALID, td_source_get_name (source),
        _ ("this is a web page that only bears the name of a table, as some reporting "
           "sites give out; open it in Excel or LibreOffice and save it as “Excel "
           "Workbook (.xlsx)”"));
  if (g_str_has_prefix (small, "<?xml") || g_str_has_prefix (small, "<office:document"))
    {
      if (holds (small, "urn:schemas-microsoft-com:office:spreadsheet")
          || holds (small, "excel.sheet") || holds (small, "opendocument.spreadsheet"))
        return td_refuse (error, TD_ERROR_INVALID, td_source_get_name (source),
                          _ ("this is a workbook saved as plain XML; open it in Excel or "
                             "LibreOffice and save it as “Excel Workbook (.xlsx)”"));
      return td_refuse (error, TD_ERROR_INVALID, td_source_get_name (source),
                        _ ("this is an XML file, not a table"));
    }
  if (g_str_has_prefix (small, "{\"") && g_str_equal (td_source_get_ending (source), "gsheet"))
    return td_refuse (error, TD_ERROR_INVALID, td_source_get_name (source),
                      _ ("this is only a link to a table in Google Drive; open it there and "
                         "download it as .xlsx"));
  return TRUE;
}

/* --- Microsoft's compound files: .xls, and workbooks with a password -------------------------- */

/* Whether @name, in the file's UTF-16LE, is among the bytes. */
static gboolean
holds_wide (const char *bytes, gsize length, const char *name)
{
  char wide[64];
  gsize n = strlen (name);

  g_assert (n * 2 <= sizeof wide);
  for (gsize i = 0; i < n; i++)
    {
      wide[2 * i] = name[i];
      wide[2 * i + 1] = '\0';
    }
  return memmem (bytes, length, wide, n * 2) != NULL;
}

/* Such a file has a directory of named streams somewhere; the names say what it is. */
static gboolean
refuse_compound (TdSource *source, GError **error)
{
  static const char *const names[] = { "EncryptedPackage", "Workbook", "Book", "WordDocument",
                                       "PowerPoint Document" };
  gboolean found[G_N_ELEMENTS (names)] = { FALSE };
  g_autofree char *piece = g_malloc (OLE_PIECE);
  const char *name = td_source_get_name (source);

  /* Directory entries are aligned to 128 bytes, so that none is cut by the pieces' edges. */
  for (guint64 at = 0; at < td_source_get_size (source); at += OLE_PIECE)
    {
      gssize got = td_source_read (source, at, piece, OLE_PIECE, error);

      if (got < 0)
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        found[i] = found[i] || holds_wide (piece, (gsize) got, names[i]);
    }
  if (found[0])
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this file is locked with a password; open it, take the password off, and "
                         "save it again"));
  if (found[3])
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is a Word document, not a table; copy its table into a spreadsheet "
                         "and save that as .xlsx"));
  if (found[4])
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is a presentation, not a table; ask for the workbook itself"));
  if (found[1] || found[2])
    return td_refuse (error, TD_ERROR_INVALID, name, "%s", _ (known[8].sentence));
  return td_refuse (error, TD_ERROR_INVALID, name,
                    _ ("this is a file of an old Office program, not a table; open it there and "
                       "save it as “Excel Workbook (.xlsx)”"));
}

/* --- packages --------------------------------------------------------------------------------- */

static gboolean
tell_opc (TdArchive *archive, TdGridFormat *format, GError **error)
{
  const char *name = td_archive_get_name (archive);
  g_autofree char *types = NULL;
  gsize length;

  types = td_archive_load (archive, "[Content_Types].xml", &length, error);
  if (types == NULL)
    return FALSE;
  if (holds (types, "sheet.binary.macroEnabled.main"))
    return td_refuse (
        error, TD_ERROR_INVALID, name,
        _ ("this is an Excel binary workbook (.xlsb); open it in Excel and save it as "
           "“Excel Workbook (.xlsx)”"));
  if (holds (types, "spreadsheetml.sheet.main+xml")
      || holds (types, "ms-excel.sheet.macroEnabled.main+xml")
      || holds (types, "spreadsheetml.template.main+xml")
      || holds (types, "ms-excel.template.macroEnabled.main+xml"))
    {
      *format = TD_GRID_XLSX;
      return TRUE;
    }
  if (holds (types, "wordprocessingml.document.main")
      || holds (types, "ms-word.document.macroEnabled.main"))
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is a Word document, not a table; copy its table into a spreadsheet "
                         "and save that as .xlsx"));
  if (holds (types, "presentationml."))
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is a presentation, not a table; ask for the workbook itself"));
  return td_refuse (error, TD_ERROR_INVALID, name,
                    _ ("this is not a workbook, although it is packed like one; open it in the "
                       "program it comes from and save it as “Excel Workbook (.xlsx)”"));
}

static gboolean
tell_odf (TdArchive *archive, TdGridFormat *format, GError **error)
{
  const char *name = td_archive_get_name (archive);
  g_autofree char *type = NULL;
  gsize length;

  type = td_archive_load (archive, "mimetype", &length, error);
  if (type == NULL)
    return FALSE;
  g_strstrip (type);
  if (g_str_equal (type, "application/vnd.oasis.opendocument.spreadsheet")
      || g_str_equal (type, "application/vnd.oasis.opendocument.spreadsheet-template"))
    {
      *format = TD_GRID_ODS;
      return TRUE;
    }
  if (g_str_has_prefix (type, "application/vnd.oasis.opendocument.text"))
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is a text document, not a table; copy its table into a spreadsheet "
                         "and save that as .xlsx"));
  return td_refuse (error, TD_ERROR_INVALID, name,
                    _ ("this is not a workbook, although it is packed like one; open it in the "
                       "program it comes from and save it as “Excel Workbook (.xlsx)”"));
}

static gboolean
tell_package (TdArchive *archive, TdGridFormat *format, GError **error)
{
  static const char *const tables[] = { ".xlsx", ".xls", ".ods", ".csv", ".xlsm" };
  const char *name = td_archive_get_name (archive);

  if (td_archive_contains (archive, "[Content_Types].xml"))
    return tell_opc (archive, format, error);
  if (td_archive_contains (archive, "mimetype"))
    return tell_odf (archive, format, error);
  if (td_archive_contains (archive, "content.xml")
      && td_archive_contains (archive, "META-INF/manifest.xml"))
    {
      /* Packed anew by hand, without the mark of the format; the reader finds out. */
      *format = TD_GRID_ODS;
      return TRUE;
    }
  if (td_archive_contains (archive, "Index/Document.iwa"))
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is an Apple Numbers document; export it there as Excel (.xlsx)"));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (td_archive_contains_ending (archive, tables[i]))
      return td_refuse (error, TD_ERROR_INVALID, name,
                        _ ("this is a packed folder; unpack it and choose the workbooks in it"));
  return td_refuse (error, TD_ERROR_INVALID, name,
                    _ ("this is a packed folder without a table in it"));
}

/* --- the name's ending ------------------------------------------------------------------------ */

static const struct
{
  const char *ending;
  int format; /* of TdGridFormat, or -1 for one that is no table we read */
} endings[] = {
  { "csv", TD_GRID_CSV },
  { "txt", TD_GRID_CSV },
  { "tsv", TD_GRID_CSV },
  { "xlsx", TD_GRID_XLSX },
  { "xlsm", TD_GRID_XLSX },
  { "xltx", TD_GRID_XLSX },
  { "xltm", TD_GRID_XLSX },
  { "ods", TD_GRID_ODS },
  { "ots", TD_GRID_ODS },
  { "xls", -1 },
  { "xlsb", -1 },
  { "doc", -1 },
  { "docx", -1 },
  { "odt", -1 },
  { "pdf", -1 },
  { "zip", -1 },
  { "htm", -1 },
  { "html", -1 },
  { "xml", -1 },
};

/*
 * A name that speaks of another format is refused: what a person believes the file to be and what it
 * is differ, and the next program will trip over it. A workbook with an ending nobody knows is still
 * a workbook; text is a table only by its name.
 */
static gboolean
check_ending (const TdSource *source, TdGridFormat format, GError **error)
{
  static const char *const proper[] = { "csv", "xlsx", "ods" };
  const char *ending = td_source_get_ending (source);
  const char *name = td_source_get_name (source);
  gboolean known_ending = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (!g_str_equal (ending, endings[i].ending))
        continue;
      if (endings[i].format == (int) format)
        return TRUE;
      known_ending = TRUE;
    }
  if (format != TD_GRID_CSV)
    return !known_ending
           || td_refuse (error, TD_ERROR_INVALID, name,
                         format == TD_GRID_XLSX
                             ? _ ("this is an Excel workbook, but its name ends in .%s; rename it "
                                  "so that it ends in .%s")
                             : _ ("this is an OpenDocument spreadsheet, but its name ends in .%s; "
                                  "rename it so that it ends in .%s"),
                         ending, proper[format]);
  if (known_ending)
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is plain text, although its name ends in .%s; if it is a table with "
                         "commas or semicolons, rename it so that it ends in .csv, else ask for "
                         "the workbook again"),
                      ending);
  return td_refuse (error, TD_ERROR_INVALID, name,
                    _ ("this is plain text; if it is a table with commas or semicolons, rename it "
                       "so that it ends in .csv"));
}

static gboolean
is_text (const char *head, gsize length)
{
  gsize odd = 0;

  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    return TRUE;
  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8) head[i];

      if (c == '\0')
        return FALSE;
      odd += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
    }
  return odd * 4 <= length;
}

/* Every other byte zero and the ones between readable, without a byte order mark. */
static gboolean
is_wide_text (const char *head, gsize length)
{
  gsize zero[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    zero[i % 2] += head[i] == '\0';
  /* Vietnamese letters have a second byte that is not zero, separators and digits do. */
  return length >= 8 && (zero[0] == 0) != (zero[1] == 0) && (zero[0] + zero[1]) * 4 > length;
}

gboolean
td_sniff (TdSource *source, TdGridFormat *format, TdArchive **archive, GError **error)
{
  const char *name = td_source_get_name (source);
  char head[HEAD + 1];
  gssize got;

  *archive = NULL;
  if (g_str_has_prefix (name, "~$") || g_str_has_prefix (name, ".~lock."))
    return td_refuse (error, TD_ERROR_INVALID, name,
                      _ ("this is the mark a spreadsheet program leaves while a workbook is open, "
                         "not the workbook; close it there and choose the file without this mark"));
  got = td_source_read (source, 0, head, HEAD, error);
  if (got < 0)
    return FALSE;
  head[got] = '\0';
  if (got >= 4 && (memcmp (head, "PK\x03\x04", 4) == 0 || memcmp (head, "PK\x05\x06", 4) == 0))
    {
      g_autoptr (TdArchive) opened = td_archive_new (source, error);

      if (opened == NULL || !tell_package (opened, format, error)
          || !check_ending (source, *format, error))
        return FALSE;
      *archive = g_steal_pointer (&opened);
      return TRUE;
    }
  if (got >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return refuse_compound (source, error);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if ((gsize) got >= known[i].length && memcmp (head, known[i].magic, known[i].length) == 0)
      return td_refuse (error, TD_ERROR_INVALID, name, "%s", _ (known[i].sentence));
  if (!is_text (head, (gsize) got))
    return td_refuse (
        error, TD_ERROR_INVALID, name,
        is_wide_text (head, (gsize) got)
            ? _ ("this is text in UTF-16 without the mark that says so; save it as "
                 "“CSV UTF-8”")
            : _ ("this is not a table this program can read; it reads .xlsx, .ods and "
                 ".csv files"));
  if (!check_markup (source, head, error))
    return FALSE;
  *format = TD_GRID_CSV;
  return check_ending (source, *format, error);
}

/* --- old encodings ---------------------------------------------------------------------------- */

static gboolean
is_one_of (guint8 c, const char *set)
{
  return c != 0 && memchr (set, c, strlen (set)) != NULL;
}

const char *
td_sniff_encoding (const char *bytes, gsize length)
{
  /*
   * TCVN3 (font .VnTime) puts its commonest letters ă â ê ô ơ ư đ and the tones of a at A8–B9, where
   * the others have signs. windows-1258 and VNI write a tone as a byte of its own after the vowel,
   * each with other bytes, and đ as F0 and F1.
   */
  static const char tones_1258[] = "\xcc\xd2\xde\xec\xf2";
  static const char vowels_1258[] = "aeiouyAEIOUY\xe2\xea\xf4\xf5\xfd\xe3\xc2\xca\xd4\xd5\xdd\xc3";
  static const char marks_vni[] = "\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc"
                                  "\xeb\xd9\xd8\xdb\xd5\xcf\xc2\xc1\xc0\xc5\xc3\xc4\xca\xc9\xc8\xda"
                                  "\xdc\xcb";
  /* ö and ô are ư and ơ there, and carry marks too. */
  static const char vowels_vni[] = "aeouyAEOUY\xf4\xf6\xd4\xd6";
  gsize high = 0, tcvn3 = 0, vni = 0, windows = 0;
  guint8 before = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint8 c = (guint8) bytes[i];

      if (c >= 0x80)
        {
          high++;
          tcvn3 += (c >= 0xa8 && c <= 0xae) || (c >= 0xb5 && c <= 0xb9);
          windows += is_one_of (c, tones_1258) && is_one_of (before, vowels_1258);
          windows += c == 0xf0 || c == 0xfd;
          vni += is_one_of (c, marks_vni) && is_one_of (before, vowels_vni);
          vni += c == 0xf1 || c == 0xf6;
        }
      before = c;
    }
  if (high < 2)
    return NULL;
  if (tcvn3 * 4 >= high)
    return "TCVN3";
  if (MAX (vni, windows) * 4 < high)
    return NULL;
  return vni > windows ? "VNI" : "windows-1258";
}
