/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "thidua-tables"

#include "tables/td-ods-book.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tables/td-limits.h"
#include "tables/td-refuse.h"

#define MANIFEST "META-INF/manifest.xml"

static void
free_sheet (gpointer data)
{
  TdOdsSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

/* --- a password ------------------------------------------------------------------------------- */

static void
manifest_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
             guint n_attributes, gpointer data)
{
  GError *error = NULL;

  if (!g_str_equal (name, "encryption-data"))
    return;
  td_refuse (&error, TD_ERROR_INVALID, data,
             _ ("this file is locked with a password; open it, take the password off, and save it "
                "again"));
  td_xml_fail (xml, error);
}

static gboolean
check_manifest (TdOdsBook *self, GCancellable *cancellable, GError **error)
{
  static const TdXmlHandler handler = { .start = manifest_cb };
  const char *place = td_archive_get_name (self->archive);

  if (!td_archive_contains (self->archive, MANIFEST))
    return td_refuse_damaged (error, place);
  if (td_archive_get_size (self->archive, MANIFEST) > TD_LIMIT_SMALL_PART)
    return td_refuse_too_large (error, place);
  return td_xml_parse (self->archive, MANIFEST, &handler, (gpointer) place, NULL, NULL, cancellable,
                       error);
}

/* --- hidden sheets, text struck out: styles say so ----------------------------------------------------------- */

typedef struct
{
  const char *office, *style, *table;
  const char *spreadsheet, *style_element, *properties, *name, *display;
  const char *text_properties, *through, *position;
  GHashTable *hidden; /* names of styles */
  GHashTable *struck; /* the same */
  char *current;      /* the style that is being read */
} StylesParse;

static void
prepare_styles_cb (TdXml *xml, gpointer data)
{
  StylesParse *parse = data;

  parse->office = td_xml_intern (xml, TD_ODS_OFFICE);
  parse->style = td_xml_intern (xml, TD_ODS_STYLE);
  parse->table = td_xml_intern (xml, TD_ODS_TABLE);
  parse->spreadsheet = td_xml_intern (xml, "spreadsheet");
  parse->style_element = td_xml_intern (xml, "style");
  parse->properties = td_xml_intern (xml, "table-properties");
  parse->name = td_xml_intern (xml, "name");
  parse->display = td_xml_intern (xml, "display");
  parse->text_properties = td_xml_intern (xml, "text-properties");
  parse->through = td_xml_intern (xml, "text-line-through-style");
  parse->position = td_xml_intern (xml, "text-position");
}

/* `super 58%`, `-33% 58%`: anything but `0% 100%`. */
static gboolean
marks_text (const StylesParse *parse, const TdXmlAttribute *attributes, guint n_attributes)
{
  const TdXmlAttribute *through =
      td_xml_find (attributes, n_attributes, parse->through, parse->style);
  const TdXmlAttribute *position =
      td_xml_find (attributes, n_attributes, parse->position, parse->style);

  if (through != NULL && !td_xml_equals (through, "none"))
    return TRUE;
  return position != NULL
         && !(position->end - position->value >= 2 && memcmp (position->value, "0%", 2) == 0);
}

static void
start_styles_cb (TdXml *xml, const char *name, const char *uri, const TdXmlAttribute *attributes,
                 guint n_attributes, gpointer data)
{
  StylesParse *parse = data;

  if (uri == parse->office && name == parse->spreadsheet)
    td_xml_stop (xml);
  else if (uri == parse->style && name == parse->style_element)
    {
      g_free (parse->current);
      parse->current =
          td_xml_dup (td_xml_find (attributes, n_attributes, parse->name, parse->style));
    }
  else if (uri == parse->style && name == parse->properties && parse->current != NULL
           && td_xml_equals (td_xml_find (attributes, n_attributes, parse->display, parse->table),
                             "false"))
    g_hash_table_add (parse->hidden, g_steal_pointer (&parse->current));
  else if (uri == parse->style && name == parse->text_properties && parse->current != NULL
           && marks_text (parse, attributes, n_attributes))
    g_hash_table_add (parse->struck, g_steal_pointer (&parse->current));
}

/* --- the sheets' names ------------------------------------------------------------------------ */

/*
 * The sheets stand in content.xml with all their cells between them. The names are picked out of the
 * tags without parsing the rest, which would take as long as reading all of it.
 */
typedef struct
{
  TdOdsBook *book;
  GHashTable *hidden;
  GHashTable *names; /* to find two of the same */
  char *tag;         /* "<table:table ", with the prefix the file uses; NULL before it is known */
} NamesScan;

/* The prefix of the table namespace, from the declaration in the root's tag. */
static char *
find_tag (const char *bytes, gsize length)
{
  const char *uri = memmem (bytes, length, TD_ODS_TABLE, strlen (TD_ODS_TABLE));
  const char *at = uri, *end;

  if (uri == NULL || uri - bytes < 3)
    return NULL;
  at--; /* the quote */
  while (at > bytes && at[-1] != '=')
    at--;
  end = at - 1;
  for (at = end; at > bytes && (g_ascii_isalnum (at[-1]) || strchr ("-_.", at[-1]) != NULL);)
    at--;
  if (at <= bytes || at[-1] != ':' || at == end)
    return NULL;
  return g_strdup_printf ("<%.*s:table ", (int) (end - at), at);
}

/* The ">" that ends a tag: not one within an attribute. NULL when it has not come yet. */
static const char *
find_tag_end (const char *at, const char *end)
{
  char quote = '\0';

  for (; at < end; at++)
    {
      if (quote != '\0')
        {
          if (*at == quote)
            quote = '\0';
        }
      else if (*at == '"' || *at == '\'')
        quote = *at;
      else if (*at == '>')
        return at;
    }
  return NULL;
}

static void
tag_cb (GMarkupParseContext *context, const char *element, const char **names, const char **values,
        gpointer data, GError **error)
{
  char **found = data;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_suffix (names[i], ":name") && found[0] == NULL)
        found[0] = g_strdup (values[i]);
      else if (g_str_has_suffix (names[i], ":style-name") && found[1] == NULL)
        found[1] = g_strdup (values[i]);
    }
}

static gboolean
add_sheet (NamesScan *scan, const char *tag, gsize length, guint64 offset, GError **error)
{
  static const GMarkupParser parser = { .start_element = tag_cb };
  const char *place = td_archive_get_name (scan->book->archive);
  g_autoptr (GMarkupParseContext) context = NULL;
  char *found[2] = { NULL, NULL };
  g_autofree char *name = NULL, *style = NULL;
  TdOdsSheet *sheet;
  gboolean parsed;

  context = g_markup_parse_context_new (&parser, 0, found, NULL);
  parsed = g_markup_parse_context_parse (context, tag, (gssize) length, NULL)
           && g_markup_parse_context_parse (context, ">", 1, NULL);
  name = found[0];
  style = found[1];
  if (!parsed || name == NULL || *name == '\0' || g_utf8_strlen (name, -1) > TD_LIMIT_SHEET_NAME)
    return td_refuse_damaged (error, place);
  if (scan->book->sheets->len == 0)
    scan->book->first = offset;
  /* What LibreOffice remembers of other files that formulas refer to. */
  if (*name == '\'' && strstr (name, "'#") != NULL)
    return TRUE;
  if (!g_hash_table_add (scan->names, g_strdup (name)))
    return td_refuse_damaged (error, place);
  sheet = g_new0 (TdOdsSheet, 1);
  sheet->name = g_steal_pointer (&name);
  sheet->offset = offset;
  sheet->hidden = style != NULL && g_hash_table_contains (scan->hidden, style);
  g_ptr_array_add (scan->book->sheets, sheet);
  return scan->book->sheets->len <= TD_LIMIT_SHEETS || td_refuse_too_large (error, place);
}

static gssize
scan_names_cb (const char *bytes, gsize length, guint64 offset, gpointer data, GError **error)
{
  NamesScan *scan = data;
  const char *at = bytes, *end = bytes + length;
  const char *hit;
  gsize tag_length;

  if (scan->tag == NULL)
    scan->tag = find_tag (bytes, length);
  if (scan->tag == NULL)
    {
      td_refuse_damaged (error, td_archive_get_name (scan->book->archive));
      return -1;
    }
  tag_length = strlen (scan->tag);
  while ((hit = memmem (at, (gsize) (end - at), scan->tag, tag_length)) != NULL)
    {
      const char *close = find_tag_end (hit, end);

      if (close == NULL)
        return hit - bytes;
      if (!add_sheet (scan, hit, (gsize) (close - hit), offset + (guint64) (hit - bytes), error))
        return -1;
      at = close;
    }
  return MAX (at - bytes, (gssize) length - (gssize) tag_length);
}

static gboolean
list_sheets (TdOdsBook *self, GCancellable *cancellable, GError **error)
{
  static const TdXmlHandler handler = { .prepare = prepare_styles_cb, .start = start_styles_cb };
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StylesParse styles = { .hidden = hidden, .struck = self->struck };
  NamesScan scan = { .book = self, .hidden = hidden, .names = names };
  gboolean done;

  done = td_xml_parse (self->archive, TD_ODS_CONTENT, &handler, &styles, NULL, NULL, cancellable,
                       error);
  g_free (styles.current);
  if (!done)
    return FALSE;
  done = td_archive_scan (self->archive, TD_ODS_CONTENT, TD_LIMIT_KEPT, scan_names_cb, &scan,
                          cancellable, error);
  g_free (scan.tag);
  if (!done)
    return FALSE;
  if (self->sheets->len == 0)
    return td_refuse (error, TD_ERROR_INVALID, td_archive_get_name (self->archive),
                      _ ("the workbook has no sheet with cells"));
  return TRUE;
}

TdOdsBook *
td_ods_book_new (TdArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (TdOdsBook) self = g_new0 (TdOdsBook, 1);

  self->archive = archive;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->struck = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!check_manifest (self, cancellable, error) || !list_sheets (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
td_ods_book_free (TdOdsBook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->struck, g_hash_table_unref);
  g_free (self);
}
